"""Requests for assistance and their answers."""

from datetime import datetime

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.cases.guards import is_officer, own_evidence
from casework.cases.stages import TERMINAL, Stage
from casework.cases.state import CaseState
from casework.cases.streams import case_stream
from casework.commands.case import Path, RecordAssistance, RequestAssistance
from casework.events import Draft
from casework.refusal import refuse


def request(ask: Ask[RequestAssistance, CaseState]) -> list[Draft]:
    """AssistanceRequested; the answer is due in the days of its row."""
    c, case = ask.command, ask.state
    required(recipient=c.recipient, text=c.text, document_no=c.document_no)
    data = {"recipient": c.recipient, "text": c.text, "document_no": c.document_no}
    number = f"X{len(case.requests) + 1}"
    return [draft(case.stream, "AssistanceRequested", request_id=number, **data)]


def answered(ask: Ask[RecordAssistance, CaseState]) -> list[Draft]:
    """AssistanceAnswered."""
    c, case = ask.command, ask.state
    required(result=c.result)
    found = next((r for r in case.requests if r.request_id == c.request_id), None)
    if found is None:
        raise refuse(
            "NOT_FOUND",
            what=f"协查函 {c.request_id}",
            what_en=f"request for assistance {c.request_id}",
        )
    if found.result is not None:
        raise refuse("ALREADY_DONE")
    own_evidence(case, c.evidence_ids)
    data: dict[str, object] = {"request_id": c.request_id, "result": c.result}
    if c.evidence_ids:
        data["evidence_ids"] = c.evidence_ids
    return [draft(case.stream, "AssistanceAnswered", **data)]


def _asked(case: CaseState, actor: Actor, at: datetime) -> None:
    """A request waits for its answer."""
    if all(one.result is not None for one in case.requests):
        raise refuse(
            "STEP_MISSING", step="待回复的协查函", step_en="a request that waits for its answer"
        )


def _in_charge(case: CaseState, actor: Actor, at: datetime) -> None:
    """The officers of the case; on the agency's path its own officers."""
    if case.path is not Path.AGREEMENT or not actor.holds(Role.AGENCY_OFFICER):
        is_officer(case, actor, at)


ASKING = frozenset({Role.INSPECTOR, Role.AGENCY_OFFICER})
#: A case that rests asks nobody new; one that is over has nothing left to ask.
OPEN = frozenset(Stage) - TERMINAL - {Stage.SUSPENDED}
ACTS = (
    Act(
        RequestAssistance, "发协助调查函", "ask for assistance", ASKING, case_stream, request,
        OPEN, (_in_charge,), rank=66,
    ),
    Act(
        # An answer comes when it comes: it may be what a suspended case waits for, or late.
        RecordAssistance, "登记协查回复", "record the answer", ASKING, case_stream, answered,
        frozenset(Stage), (_in_charge, _asked), rank=67,
    ),
)  # fmt: skip
