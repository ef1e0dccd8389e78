"""`dateline serve SOURCE...`: the nightly schedule and the ad hoc deployment, hosted by this process."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flows.api import configured_api, require_answer
from schemas.errors import UsageError

if TYPE_CHECKING:
    from argparse import Namespace


def run(options: Namespace) -> int:
    """Serve `nightly/nightly` and `ingest/adhoc` until stopped; needs a Prefect API to be configured."""
    address = configured_api()
    if address is None:
        message = (
            "no Prefect API is configured. Start one with `prefect server start`, then "
            "`export PREFECT_API_URL=http://127.0.0.1:4200/api`, and serve again."
        )
        raise UsageError(message)
    require_answer(address)
    from prefect import serve
    from prefect.schedules import Cron

    from flows.ingest import ingest, nightly

    parameters = {
        "source": [str(path.absolute()) for path in options.sources],
        "home": str(options.home.absolute()),
    }
    schedule = Cron(options.cron, timezone=options.timezone, slug="nightly")
    every_night: Any = nightly.to_deployment(
        "nightly", schedule=schedule, parameters=parameters, tags=["dateline", "nightly"], concurrency_limit=1
    )
    ad_hoc: Any = ingest.to_deployment("adhoc", parameters=parameters, tags=["dateline", "adhoc"])
    serve(every_night, ad_hoc)
    return 0
