"""What the party hands in on its own page: statement and defence, a hearing, paying later or in parts.

It has come in at the moment at which it was sent, so nobody enters another day. The events are those of
a paper that an officer records; `enclosures` on them tells that the party sent it, and with what.
"""

from datetime import date, datetime

from casework.actors import Role
from casework.acts import Act, Ask, draft, required
from casework.cases.away import party_period_end
from casework.cases.collect import EXECUTION, fine_open, not_asked
from casework.cases.collect import asked_on as instalments_asked
from casework.cases.enclosures import enclosed, of_enclosures
from casework.cases.guards import decision_stands, has_hearing_right, own_institution, served
from casework.cases.hear import asked_on as hearing_asked
from casework.cases.notify import may_turn
from casework.cases.stages import HEARD, Stage
from casework.cases.state import CaseState
from casework.cases.unpunished import may_speak
from casework.clocks.calendars import local_date
from casework.clocks.periods import if_known
from casework.commands.case import (
    Defence,
    SubmitHearingRequest,
    SubmitInstalmentRequest,
    SubmitStatement,
)
from casework.events import Draft


def state(ask: Ask[SubmitStatement, CaseState]) -> list[Draft]:
    """DefenceRecorded as the party's own: heard until the decision, also after the time to state (处罚法 45)."""
    c, case = ask.command, ask.state
    required(text=c.text)
    may_turn(case, "提交陈述申辩", "submit a statement")
    items, files = enclosed(ask, "当事人陈述申辩附件")
    said = {"how": Defence.STATED, "text": c.text, "document": None, "enclosures": files}
    return [
        *items,
        draft(case.stream, "DefenceRecorded", **said, **in_time(case, "defence", ask.at)),
    ]


def ask_hearing(ask: Ask[SubmitHearingRequest, CaseState]) -> list[Draft]:
    """HearingRequested as the party's own. Refuses PERIOD_OVER once the five working days are over."""
    items, files = enclosed(ask, "听证申请附件")
    today = local_date(ask.at)
    until = in_time(ask.state, "hearing_request", ask.at)
    said = {"text": ask.command.text, "enclosures": files, **until}
    return [*items, *hearing_asked(ask.state, today, ask.at, **said)]


def ask_instalments(ask: Ask[SubmitInstalmentRequest, CaseState]) -> list[Draft]:
    """InstalmentsRequested as the party's own: for the head to decide; until then what is due stays due."""
    items, files = enclosed(ask, "延期、分期缴纳申请附件")
    today = local_date(ask.at)
    asked = instalments_asked(ask.state, today, ask.command.text, ask.at, enclosures=files)
    return [*items, *asked]


def in_time(case: CaseState, row_id: str, at: datetime) -> dict[str, object]:
    """Until which day the party could, and whether it is late; nothing where nobody can reckon that day yet."""
    told: date | None = case.notice_on
    if told is None:
        return {}
    ends = if_known(lambda: party_period_end(case, row_id, told))
    return {} if ends is None else {"until": local_date(ends), "late": at > ends}


PARTY = frozenset({Role.INSURANCE_OFFICE})
ACTS = (
    Act(
        SubmitStatement, "提交陈述申辩", "submit a statement", PARTY, of_enclosures, state,
        HEARD | {Stage.INVESTIGATION}, (own_institution, may_speak), rank=10,
        leads=lambda case: case.stage is Stage.NOTICE,
    ),
    Act(
        SubmitHearingRequest, "申请听证", "ask for a hearing", PARTY, of_enclosures, ask_hearing,
        HEARD - {Stage.HEARING}, (own_institution, has_hearing_right), rank=71,
    ),
    Act(
        SubmitInstalmentRequest, "申请延期、分期缴纳", "ask to pay later or in parts", PARTY,
        of_enclosures, ask_instalments, EXECUTION,
        (own_institution, decision_stands, served, fine_open, not_asked), rank=72,
    ),
)  # fmt: skip
