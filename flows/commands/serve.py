"""`dateline serve SOURCE...`: the nightly schedule and the ad hoc deployments, hosted by this process."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flows.api import configured_api, require_answer
from schemas.errors import UsageError

if TYPE_CHECKING:
    from argparse import Namespace


def run(options: Namespace) -> int:
    """Serve the nightly and the two ad hoc deployments until stopped; needs a configured Prefect API."""
    address = configured_api()
    if address is None:
        message = (
            "no Prefect API is configured. Start one with `prefect server start`, then "
            "`export PREFECT_API_URL=http://127.0.0.1:4200/api`, and serve again."
        )
        raise UsageError(message)
    require_answer(address)
    _require_no_worker("nightly/nightly", "ingest/adhoc", "replay/adhoc")
    from prefect import serve
    from prefect.schedules import Cron

    from flows.again import replay
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
    again: Any = replay.to_deployment(
        "adhoc", parameters={"home": parameters["home"]}, tags=["dateline", "adhoc"]
    )
    serve(every_night, ad_hoc, again)
    return 0


def _require_no_worker(*names: str) -> None:
    """Raise `UsageError` for a deployment of `prefect.yaml`: its worker would take the runs, and they crash.

    Serving over it is no way out: the server keeps its work pool and where its code was pulled from.
    """
    from prefect import get_client
    from prefect.exceptions import ObjectNotFound

    with get_client(sync_client=True) as client:
        for name in names:
            try:
                pool = client.read_deployment_by_name(name).work_pool_name
            except ObjectNotFound:
                continue
            if pool is not None:
                message = (
                    f"{name} is deployed to the work pool {pool!r}, whose worker takes its runs. Serve "
                    f"elsewhere, or delete it first: prefect deployment delete {name}"
                )
                raise UsageError(message)
