"""`dateline report [RUN]`: the HTML page of a run, written anew, and where it stands."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from schemas.errors import StorageError, UsageError
from tasks.report import write_report
from warehouse.home import Home
from warehouse.journal import read_records

if TYPE_CHECKING:
    from argparse import Namespace


def run(options: Namespace) -> int:
    """Write the page of a run that has ended and print its path."""
    home = Home(options.home.absolute())
    ended = {record.run_id: record for record in read_records(home) if record.status != "running"}
    wanted = options.run or max(ended, default=None)
    if wanted not in ended:
        message = (
            f"no run {wanted} is on record in {home.runs}; `dateline status` lists the last ones"
            if wanted
            else f"no run has ended yet in {home.root}; the first one: dateline ingest SOURCE"
        )
        raise UsageError(message)
    try:
        page = write_report(home, ended[wanted])
    except OSError as error:
        message = f"{home.reports} can't be written ({error.strerror}); mend its permissions, or free space"
        raise StorageError(message) from error
    print(json.dumps({"run_id": wanted, "path": str(page)}) if options.json else page)
    return 0
