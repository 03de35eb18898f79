"""The acts on measures."""

from __future__ import annotations

from api.acts import Act
from casework.commands import measures as m

MEASURE_ACTS = (
    Act("measurePropose", m.ProposeMeasure),
    Act("measureDecide", m.DecideMeasure),
    Act("measureStop", m.StopSettlement),
    Act("measureHear", m.HearMeasure),
    Act("measureNote", m.NoteMeasure),
    Act("measurePaperAttach", m.AttachMeasurePaper),
    Act("measureServe", m.ServeMeasure),
    Act("measureCorrectService", m.CorrectMeasureService),
    Act("measureLift", m.LiftMeasure),
)
