"""The acts of an inspection before a case."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import anyio.to_thread

from api.acts import Act
from api.context import Context, Info
from audit.findings.case_lines import named_lines, picked_lines
from audit.findings.store import FindingStore
from casework.commands import inspection
from casework.commands.case import CaseLine
from graph.points.barred_lines import barred_findings


async def lines_picked(info: Info, given: Any) -> dict[str, Any]:
    """The lines that a working paper picks, read by the server as they are now."""
    return {"lines": await claimed(info.context, given.finding_ids or (), given.bills or ())}


async def claimed(
    context: Context, ids: Sequence[str], bills: Sequence[str]
) -> tuple[CaseLine, ...]:
    """The lines behind findings, and of visits and lines by number, as the claims have them."""
    store = FindingStore(context.services.settings.home)
    barred = await barred_findings(context.driver, store.claims, ids, context.at)
    stripped = [one.strip() for one in bills]

    def read() -> tuple[CaseLine, ...]:
        found = picked_lines(store, context.viewer, ids, stripped)
        return (*found, *named_lines(store.claims, barred))

    return await anyio.to_thread.run_sync(read)


INSPECTION_ACTS = (
    Act(
        "inspectionOpen",
        inspection.OpenInspection,
        frozenset({"inspection_no", "acting", "ties", "undeclared"}),
    ),
    Act("inspectionStart", inspection.StartInspection),
    Act(
        "inspectionOfficersChange",
        inspection.ChangeInspectors,
        frozenset({"acting", "ties", "undeclared"}),
    ),
    Act(
        "inspectionTiesCheck",
        inspection.CheckInspectorTies,
        frozenset({"acting", "ties", "undeclared"}),
    ),
    Act("inspectionRecusalRequest", inspection.RequestInspectorRecusal),
    Act("inspectionRecusalAnswer", inspection.AnswerInspectorRecusal),
    Act("inspectionRecusalDecide", inspection.DecideInspectorRecusal),
    Act("inspectionCancel", inspection.CancelInspection),
    Act("inspectionNoticeAttach", inspection.AttachNotice),
    Act("inspectionPaperWrite", inspection.WritePaper, frozenset({"lines"}), prepare=lines_picked),
    Act("inspectionPaperReply", inspection.ReplyPaper),
    Act("inspectionPaperSubmit", inspection.SubmitPaperReply),
    Act("inspectionPaperSign", inspection.SignPaper),
    Act("inspectionScanAttach", inspection.AttachScan),
    Act("inspectionClose", inspection.CloseInspection),
    Act("inspectionLink", inspection.LinkInspection),
    Act("inspectionFollowUp", inspection.FollowUnannounced),
)
