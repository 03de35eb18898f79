"""Findings as CSV, XLSX or JSON, within the person's scope."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import anyio.to_thread
from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from api.context import Context
from api.errors import Missing
from api.rest.asked import asked_of, unreadable_filter
from api.session.pages import may_open
from audit.export.run import export_findings
from audit.findings.finding import FindingFilter
from casework.actors import Viewer
from casework.clocks.calendars import local_date
from casework.commands.access import RecordExport
from casework.events import Json
from graph.commands import execute

#: Names of the desk's filter → the room's.
FIELDS = {
    "ruleIds": "rule_ids",
    "result": "result",
    "fixmedinsCodes": "fixmedins_codes",
    "psnNo": "psn_no",
    "pracPsnCode": "prac_psn_code",
    "minAmount": "min_amount",
    "maxAmount": "max_amount",
    "fromDay": "from_day",
    "toDay": "to_day",
    "text": "text",
    "findingIds": "finding_ids",
}


def filter_of(given: Mapping[str, Json]) -> FindingFilter:
    """The desk's filter; raises :class:`Invalid` for what is none."""
    try:
        return FindingFilter(**{FIELDS[name]: _value(name, raw) for name, raw in given.items()})
    except (ValueError, KeyError, TypeError, AttributeError, InvalidOperation):
        raise unreadable_filter() from None


def _value(name: str, raw: Json) -> Any:
    if name in ("minAmount", "maxAmount"):
        return Decimal(str(raw))
    if name in ("fromDay", "toDay"):
        return date.fromisoformat(str(raw))
    return str(raw).lower() if name == "result" else raw


async def get_findings(request: Request, context: Context) -> Response:
    """``/export/findings.{csv|xlsx|json}``, ``{purpose, filter}``; recorded before it leaves."""
    actor, kind = context.actor, request.path_params["kind"]
    if not may_open(actor, "findings") or kind not in ("csv", "xlsx", "json"):
        raise Missing
    asked = await asked_of(request)
    wanted = filter_of(asked.filter())
    folder = context.services.settings.home / "tmp"
    await anyio.Path(folder).mkdir(parents=True, exist_ok=True)
    target = Path(tempfile.mkdtemp(dir=folder)) / f"findings.{kind}"
    viewer = Viewer(actor, asked.purpose)
    report = await anyio.to_thread.run_sync(
        lambda: export_findings(
            context.services.settings.home, viewer, target, at=context.at, wanted=wanted
        )
    )
    command = RecordExport(
        what=f"findings.{kind}",
        rows=report.rows,
        masked=report.masked,
        purpose=report.purpose,
        sha256=report.sha256,
    )
    await execute(context.driver, command, actor, context.at)
    name = f"jicha-findings-{local_date(context.at).isoformat()}.{kind}"
    return FileResponse(target, filename=name, background=BackgroundTask(_remove, target))


def _remove(target: Path) -> None:
    target.unlink(missing_ok=True)
    target.parent.rmdir()
