"""`dateline changes --since RUN`: what changed, one JSON object a line, in an order that can be applied."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from warehouse.changes import changes, require_run
from warehouse.connection import reader, scalar
from warehouse.home import Home
from warehouse.journal import read_records
from warehouse.query import published

if TYPE_CHECKING:
    from argparse import Namespace


def run(options: Namespace) -> int:
    """Print the change feed; `--json` makes one object of it, with the run to ask from next time."""
    home = Home(options.home.absolute())
    with reader(published(home)) as connection:
        if options.since is not None:
            require_run(connection, options.since, read_records(home))
        lines = (change.as_line() for change in changes(connection, options.since))
        if not options.json:
            for line in lines:
                print(line)
            return 0
        until = scalar(connection, "SELECT last_run FROM ops.warehouse")
        print(f'{{"since": {json.dumps(options.since)}, "until": {json.dumps(until)}, "changes": [', end="")
        for number, line in enumerate(lines):
            print(f"{',' if number else ''}\n{line}", end="")
        print("]}")
    return 0
