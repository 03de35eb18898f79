"""The acts of an inspection before a case."""

from __future__ import annotations

from api.acts import Act
from casework.commands import inspection

INSPECTION_ACTS = (
    Act(
        "inspectionOpen",
        inspection.OpenInspection,
        frozenset({"inspection_no", "ties", "undeclared"}),
    ),
    Act("inspectionStart", inspection.StartInspection),
    Act("inspectionOfficersChange", inspection.ChangeInspectors, frozenset({"ties", "undeclared"})),
    Act("inspectionRecusalRequest", inspection.RequestInspectorRecusal),
    Act("inspectionRecusalAnswer", inspection.AnswerInspectorRecusal),
    Act("inspectionRecusalDecide", inspection.DecideInspectorRecusal),
    Act("inspectionCancel", inspection.CancelInspection),
    Act("inspectionNoticeAttach", inspection.AttachNotice),
    Act("inspectionPaperWrite", inspection.WritePaper),
    Act("inspectionPaperReply", inspection.ReplyPaper),
    Act("inspectionPaperSign", inspection.SignPaper),
    Act("inspectionScanAttach", inspection.AttachScan),
    Act("inspectionClose", inspection.CloseInspection),
    Act("inspectionLink", inspection.LinkInspection),
)
