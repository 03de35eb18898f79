"""What an 内部审批表 says of the act that it is about, and the opinions that stand on it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from casework.cases.state import CaseState
from casework.documents.internal import INTERNAL
from casework.documents.state import Issued
from casework.events import Event
from evidence.forms.opinions import STEPS
from evidence.forms.told import told

#: On every other form.
BLANK: Final[dict[str, Any]] = {"number": "", "rows": []}


def own_acts(events: Sequence[Event], form: Issued) -> Sequence[Event]:
    """The act that the form is about; of every other form all events."""
    if form.form_id != INTERNAL:
        return events
    return [event for event in events if str(event.seq) == form.about]


def of_case(case: CaseState, events: Sequence[Event], form: Issued) -> dict[str, Any]:
    """The case, its party and the act, row by row."""
    if form.form_id != INTERNAL:
        return BLANK
    rows = [("案件名称", case.title), ("当事人", case.party.name if case.party else "")]
    for act in own_acts(events, form):
        rows += [("审批事项", STEPS[act.type].removesuffix("审批")), ("内容", told(act))]
        rows.append(("依据文书", str(act.data.get("document_no") or "")))
        rows.append(("理由", str(act.data.get("reasons") or "")))
    return {
        "number": f"案号：{case.docket}",
        "rows": [{"label": label, "value": value} for label, value in rows if value],
    }
