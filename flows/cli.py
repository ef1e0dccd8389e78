"""The command line: thin, and quick to say what it can do.

Nothing heavy is imported before a command needs it. Results go to standard output, everything else to
standard error. Exit 0 done, 1 the run failed and nothing was published, 2 the command was wrong.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from schemas.errors import DatelineError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

DEFAULT_HOME = Path("data")
EXIT_FAILED = 1
EXIT_USAGE = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    options = build_parser().parse_args(arguments)
    try:
        return _command(options.command)(options)
    except UsageError as error:
        print(f"dateline {options.command}: {error}", file=sys.stderr)
        return EXIT_USAGE
    except DatelineError as error:
        print(f"dateline {options.command}: {error}", file=sys.stderr)
        if options.json:
            print(json.dumps({"status": "failed", "error": str(error)}))
        return EXIT_FAILED
    except BrokenPipeError:
        sys.stdout = None
        return 0
    except KeyboardInterrupt:
        print(f"dateline {options.command}: interrupted; nothing was published.", file=sys.stderr)
        return EXIT_FAILED


def _command(name: str) -> Callable[[argparse.Namespace], int]:
    from importlib import import_module

    run: Callable[[argparse.Namespace], int] = import_module(f"flows.commands.{name}").run
    return run


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    parser = argparse.ArgumentParser(
        prog="dateline", description="Folders of raw news articles into a DuckDB warehouse people can trust."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _ingest(_add(commands, "ingest", "bring the warehouse up to date with folders or files"))
    _replay(_add(commands, "replay", "parse archived articles again under today's rules"))
    _runs(_add(commands, "rebuild", "make a new warehouse from the raw archive alone"))
    _changes(_add(commands, "changes", "what changed since a run, one JSON object a line"))
    _rollback(_add(commands, "rollback", "publish a snapshot that was kept again"))
    _maintain(_add(commands, "maintain", "free what the home folder need not keep"))
    _add(commands, "status", "last runs, counts by state, what needs attention")
    _report(_add(commands, "report", "write the HTML page of a run and say where it stands"))
    _sql(_add(commands, "sql", "query the published warehouse, read-only"))
    _quarantine(_add(commands, "quarantine", "list what was refused and why"))
    _serve(_add(commands, "serve", "host the nightly schedule and the ad hoc deployments in one process"))
    return parser


def subcommands() -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """Yield each command's name and parser, in the order of the help."""
    for action in build_parser()._actions:  # noqa: SLF001 - argparse has no public way
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
            yield from action.choices.items()


def _add(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], name: str, told: str
) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=told, description=told.capitalize() + ".")
    command.add_argument(
        "--home", type=Path, default=DEFAULT_HOME, help="home folder of the warehouse (default: ./data)"
    )
    command.add_argument("--json", action="store_true", help="print one JSON object on standard output")
    return command


def _ingest(command: argparse.ArgumentParser) -> None:
    command.add_argument("sources", metavar="SOURCE", nargs="+", type=Path, help="folder or file to read")
    command.add_argument("--source-name", help="name of the source (default: the folder's name)")
    command.add_argument("--full", action="store_true", help="read and hash every file, changed or not")
    command.add_argument(
        "--removed",
        choices=("keep", "withdraw"),
        default="keep",
        help="what becomes of articles whose file is gone: keep them (default), or withdraw them",
    )
    command.add_argument(
        "--max-reject-share",
        type=float,
        metavar="SHARE",
        help="fail the run when more than this share (0 to 1) of what it read is refused",
    )
    command.add_argument("--dry-run", action="store_true", help="do everything but publish")
    _runs(command)


def _replay(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--where",
        metavar="SQL",
        help="only what meets a condition on articles a, ops.documents d and ops.files f "
        "(default: everything): \"a.kind = 'stub' AND f.path LIKE '2024-05/%%'\"",
    )
    command.add_argument("--since", metavar="RUN", help="only what arrived in this run or a later one")
    command.add_argument("--dry-run", action="store_true", help="show which rows differ, publish nothing")
    _runs(command)


def _changes(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--since", metavar="RUN", help="the last run that is known already (default: from the beginning)"
    )


def _rollback(command: argparse.ArgumentParser) -> None:
    command.add_argument("run", metavar="RUN", nargs="?", help="run whose snapshot is published again")
    command.add_argument("--list", action="store_true", help="show the snapshots that are kept")
    _waits(command)


def _maintain(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--keep-snapshots",
        type=int,
        default=3,
        metavar="N",
        help="snapshots to keep for a rollback, the current one included (default: 3)",
    )
    command.add_argument(
        "--keep-days",
        type=int,
        default=400,
        metavar="DAYS",
        help="keep the record and the report of a run this long (default: 400)",
    )
    _waits(command)
    _orchestrates(command)


def _runs(command: argparse.ArgumentParser) -> None:
    """Add what every command takes that reads articles into a warehouse."""
    command.add_argument("--workers", type=int, default=0, help="parsing processes (default: one a core)")
    command.add_argument(
        "--facts",
        choices=("rules", "ner", "none"),
        default="rules",
        help="what finds what articles say: rules (default), rules and a language model (ner, an extra), or "
        "none; rules_version says which",
    )
    command.add_argument(
        "--field",
        action="append",
        default=[],
        type=_field,
        metavar="NAME=FIELD",
        help="which field of JSON records and Parquet rows holds the text, headline, byline, dateline, "
        "published, language, url, credit or uri; give it again for another one, and give the same to "
        "replay and rebuild (default: the usual names)",
    )
    _waits(command)
    _orchestrates(command)


def _field(words: str) -> tuple[str, str]:
    """Return name and field of `text=story_body`."""
    name, _, field = words.partition("=")
    return name, field


def _waits(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--wait",
        type=float,
        default=0.0,
        metavar="SECONDS",
        help="wait this long for another writer (default: 0)",
    )


def _orchestrates(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--orchestrate",
        choices=("auto", "prefect", "off"),
        default="auto",
        help="run through Prefect: auto = when an API is configured (default)",
    )


def _report(command: argparse.ArgumentParser) -> None:
    command.add_argument("run", metavar="RUN", nargs="?", help="run to report on (default: the last one)")


def _sql(command: argparse.ArgumentParser) -> None:
    command.add_argument("query", metavar="SELECT", help="one SQL query")
    command.add_argument(
        "--format", choices=("table", "csv", "json", "parquet"), default="table", help="form of the answer"
    )


def _quarantine(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--show", metavar="ID", help="reason, position and raw head of one entry or document"
    )
    command.add_argument("--all", action="store_true", help="list closed entries too")
    command.add_argument(
        "--replay", action="store_true", help="parse what was refused again under today's rules"
    )
    command.add_argument(
        "--dry-run", action="store_true", help="with --replay: show which rows differ, publish nothing"
    )
    command.set_defaults(workers=0, facts="rules", field=[], wait=0.0, orchestrate="auto", since=None)


def _serve(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "sources", metavar="SOURCE", nargs="+", type=Path, help="folder the nightly run reads"
    )
    command.add_argument(
        "--cron", default="0 2 * * *", help="schedule of the nightly run (default: 0 2 * * *)"
    )
    command.add_argument("--timezone", default="UTC", help="time zone of the schedule (default: UTC)")


if __name__ == "__main__":
    sys.exit(main())
