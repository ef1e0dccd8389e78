"""Helpers of the tests: make an inbox, run the pipeline on it, and look at what stands in the warehouse."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb
import pytest

from schemas.fact_records import Facts
from schemas.ops import AUDITS, DELETIONS, MIGRATIONS, PARTITIONS, RUNS, WAREHOUSE
from schemas.tables import TABLES
from tasks.extract import extract, identity
from warehouse.connection import reader, run
from warehouse.ddl import quote_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from schemas.records import Article
    from schemas.reference.lexicon import Lexicon
    from warehouse.home import Home
    from warehouse.journal import RunRecord

ROOT = Path(__file__).parent.parent
OF_RUNS = (RUNS, AUDITS, PARTITIONS, WAREHOUSE, DELETIONS, MIGRATIONS)
"""Tables that tell of runs, so they differ between two histories of the same files."""

UNACCOUNTED = """
SELECT path FROM ops.files ANTI JOIN ops.documents USING (file_id)
UNION ALL
SELECT document_id::VARCHAR FROM ops.documents d
WHERE coalesce(state NOT IN ('loaded', 'duplicate', 'quarantined', 'removed'), TRUE)
   OR (state IN ('loaded', 'duplicate')) <> (article_id IS NOT NULL)
   OR (state = 'quarantined') <>
      (document_id IN (SELECT document_id FROM ops.quarantine WHERE is_open))
UNION ALL
SELECT article_id::VARCHAR FROM articles
WHERE is_current <> (article_id IN (SELECT article_id FROM ops.documents WHERE state = 'loaded'))
"""
"""Files without a document, and documents and articles in a state that does not fit: not accounted for."""


def article(number: int, place: str = "NIAMEY", *, more: str = "") -> str:
    """Return the text of an invented article that differs from all others in one number."""
    return (
        f" date 2024-03-07 {place}: Well number {number} of the district was cleaned on Thursday.\n\n"
        f"Water from it reaches {number + 20} households, the council said.{more}\n"
    )


def meeting(number: int, *, more: str = "") -> str:
    """Return the text of an invented article on a round of talks that fills every table of facts."""
    return (
        f" date 2024-05-22 ACCRA: It was agreed at the {number}th round of the Ghana-Peru Harbour Dialogue "
        "held virtually on Tuesday.\n\n"
        "The dialogue had two components: Ports Talks; and Fleet-to-Fleet Talks.\n\n"
        "During the Ports Talks, the Ghana side was led by Abena Korsah, Additional Secretary (Sea) while "
        "Tito Quispe, Director-General, Coasts Department, Ministry of Ports of Peru, led the Peruvian "
        "side.\n\n"
        "This was followed by the Fleet-to-Fleet Talks. The sides discussed tugs and pilots. The Ghana side "
        "was led by Commodore Kwame Tetteh-Ansah, the Peruvian one by Captain Luis Arrieta.\n\n"
        f'"We are ready," Korsah said.{more}\n'
    )


def extract_of_old(found: Article, lexicon: Lexicon) -> Facts:
    """Extract as invented older rules did: officials have other names, and serve an office below a board."""
    facts = extract(found, lexicon)
    if not facts.roles:
        return facts
    people = {person.person_id: identity.person(f"{person.name} of Old") for person in facts.people}
    board = identity.organisation("Board of Old", "PE", None)
    office = identity.organisation("Office of Old", "PE", board)
    roles = [
        role._replace(
            person_id=people[role.person_id].person_id,
            organisation_id=office.organisation_id,
            organisation="Office of Old, Board of Old",
        )
        for role in facts.roles
    ]
    return Facts(people=tuple(people.values()), organisations=(board, office), roles=tuple(roles))


def write(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files into a folder, with the folders they need; return the folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def ingest(home: Home, *sources: Path, **settings: Any) -> RunRecord:  # noqa: ANN401 - any of the settings
    """Run the pipeline in this process, as the command line does without Prefect."""
    from flows.pipeline import run_ingest
    from flows.stages import Stages
    from tasks.settings import IngestSettings

    settings.setdefault("workers", 1)
    return run_ingest(IngestSettings(home=home.root, sources=sources, **settings), Stages())


def replay(home: Home, where: str | None = None, **settings: Any) -> RunRecord:  # noqa: ANN401
    """Replay in this process."""
    from flows.pipeline import run_replay
    from flows.stages import Stages
    from tasks.settings import ReplaySettings

    settings.setdefault("workers", 1)
    return run_replay(ReplaySettings(home=home.root, where=where, **settings), Stages())


def query(home: Home, sql: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
    """Return the rows of a query on the published warehouse."""
    current = home.current()
    assert current is not None
    with reader(current) as connection:
        return run(connection, sql, parameters)


def tables(home: Home) -> dict[str, list[tuple[Any, ...]]]:
    """Return the sorted rows of every table that does not tell of runs, run columns left out."""
    current = home.current()
    assert current is not None
    with reader(current) as connection:
        return {
            table.qualified: run(connection, f"SELECT {columns} FROM {table.qualified} ORDER BY ALL")
            for table in TABLES
            if table not in OF_RUNS
            and (columns := ", ".join(f'"{c.name}"' for c in table.columns if not c.is_run))
        }


def disagreeing(home: Home) -> list[str]:
    """Return the tables whose Parquet files hold other rows than the published warehouse."""
    found = []
    current = home.current()
    assert current is not None
    with reader(current) as published, duckdb.connect() as connection:
        for table in TABLES:
            files = quote_text(f"{home.parquet / table.qualified}/*.parquet")
            exported = run(connection, f"SELECT * FROM read_parquet({files}) ORDER BY ALL")
            if exported != run(published, f"SELECT * FROM {table.qualified} ORDER BY ALL"):
                found.append(table.qualified)
    return found


def states(home: Home) -> dict[str, str]:
    """Return the state of every document by its path."""
    return dict(query(home, "SELECT path, d.state FROM ops.documents d JOIN ops.files USING (file_id)"))


def without_privileges(script: str) -> str:
    """Run Python code that permissions hold for and return what it prints; root can read everything."""
    bare = [] if os.geteuid() else ["setpriv", "--bounding-set", "-all", "--inh-caps", "-all"]
    if bare and shutil.which(bare[0]) is None:
        pytest.skip("root can't drop its privileges without setpriv")
    command = [*bare, sys.executable, "-c", script]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@contextmanager
def small_disk(folder: Path) -> Iterator[Path]:
    """Mount a file system of 64 MB on a new folder, and return that."""
    folder.mkdir()
    mount = shutil.which("mount")
    command = [mount or "", "-t", "tmpfs", "-o", "size=64m", "tmpfs", str(folder)]
    if mount is None or subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("mounting is not permitted")
    try:
        yield folder
    finally:
        subprocess.run([shutil.which("umount") or "", "-l", str(folder)], check=True)


def fill(disk: Path, free: int) -> Path:
    """Leave so many bytes of a disk free; return the file that takes up the others."""
    filler = disk / "filler"
    with filler.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, shutil.disk_usage(disk).free - free)
    return filler
