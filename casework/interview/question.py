"""Begin, write and end an interview: two officers of the case, rights first, signed page by page."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any, Final

from casework.accounts.state import AccountState
from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.cases.attach import LATE, OPEN
from casework.cases.guards import is_officer, two_officers
from casework.cases.state import CaseState
from casework.cases.streams import case_stream
from casework.commands.case import (
    AttachInterviewRecord,
    Capacity,
    EndInterview,
    OpenInterview,
    Path,
    RecordHomeVisit,
    SignatureHow,
    WriteInterview,
)
from casework.custody.scans import ANEW, Wanted, with_scans
from casework.documents.records import leads, names
from casework.documents.scans import case_scan, talk_paper, tied, with_scan
from casework.events import Draft
from casework.hands import Hand
from casework.interview.state import Interview
from casework.interview.statement import statement
from casework.refusal import refuse

#: Who speaks as the party; None: staff, who may speak for it or of what they saw.
_PARTY: Final[Mapping[str, bool | None]] = {Capacity.PARTY: True, Capacity.STAFF: None}


def begin(ask: Ask[OpenInterview, CaseState]) -> list[Draft]:
    """InterviewOpened by two officers of this case, once the rights were told."""
    c, case = ask.command, ask.state
    required(name=c.name, place=c.place)
    if not c.rights_told:
        raise refuse("STEP_MISSING", step="告知权利义务", step_en="telling rights and duties")
    if c.started_at > ask.at:
        raise refuse(
            "DATE_ORDER", what="询问开始时间不得晚于现在", what_en="begun no later than now"
        )
    return [
        draft(
            case.stream,
            "InterviewOpened",
            interview_id=f"I{len(case.interviews) + 1}",
            name=c.name,
            capacity=c.capacity,
            unit=c.unit,
            patient=c.patient,
            place=c.place,
            pattern=c.pattern,
            officers=[asdict(hand) for hand in asking(ask)],
            started_at=c.started_at,
            questions=[question for question in c.questions if question.strip()],
        )
    ]


def write(ask: Ask[WriteInterview, CaseState]) -> list[Draft]:
    """InterviewWritten: the whole record anew."""
    c = ask.command
    _running(ask.state, c.interview_id)
    answers = [asdict(one) for one in c.answers if one.question.strip()]
    if not answers:
        raise refuse("FIELD_REQUIRED", field="问答", field_en="questions and answers")
    told = {"interview_id": c.interview_id, "answers": answers}
    return [draft(ask.state.stream, "InterviewWritten", **told)]


def end(ask: Ask[EndInterview, CaseState]) -> list[Draft]:
    """InterviewEnded: nothing unanswered, read back, and signed or refused before a witness."""
    c, case = ask.command, ask.state
    one = _running(case, c.interview_id)
    if not one.started_at < c.ended_at <= ask.at:
        raise refuse(
            "DATE_ORDER",
            what="询问结束时间应在开始之后且不晚于现在",
            what_en="ended after its beginning and no later than now",
        )
    if not one.answers or any(not answer.answer.strip() for answer in one.answers):
        raise refuse("STEP_MISSING", step="逐问记录回答", step_en="an answer to each question")
    if not c.read_back:
        raise refuse(
            "STEP_MISSING", step="交被询问人核对或向其宣读", step_en="reading the record back"
        )
    if c.how is not SignatureHow.SIGNED:
        required(witness=c.witness, text=c.what_happened)
        no_officer(case, one.officers, c.witness.strip())
    if c.evidence_id:
        _record(ask, one, c.evidence_id)
    told = {"witness": c.witness, "what_happened": c.what_happened, "evidence_id": c.evidence_id}
    ended = {"interview_id": c.interview_id, "ended_at": c.ended_at, "how": c.how}
    return [draft(case.stream, "InterviewEnded", **ended, **told)]


def attach_record(ask: Ask[AttachInterviewRecord, CaseState]) -> list[Draft]:
    """InterviewRecordAttached: the scan that was not there yet when the interview ended.

    Another takes its place where it was damaged or lost, or with a reason.
    """
    c, case = ask.command, ask.state
    one = _one(case, c.interview_id)
    if one.ended_at is None:
        raise refuse("STEP_MISSING", step="结束询问", step_en="the end of the interview")
    wanted = Wanted(talk_paper(case, one), one.evidence_id, ANEW, c.reason)
    told = {"interview_id": c.interview_id, "evidence_id": c.evidence_id}
    done = tied(ask, c.evidence_id, wanted, "InterviewRecordAttached", **told)
    statement(ask, c.evidence_id, party=_PARTY.get(one.capacity, False))
    return done


def of_record(
    command: AttachInterviewRecord, actor: Actor, states: Mapping[str, Any]
) -> tuple[str, ...]:
    """The case, the scan and, once it is known, the one that the interview has already."""
    own = f"case:{command.case_no}"
    case: CaseState | None = states.get(own)
    known = case.interviews if case else ()
    one = next((i for i in known if i.interview_id == command.interview_id), None)
    return with_scans(own, command.evidence_id, one.evidence_id if one else None)


def _record(ask: Ask[Any, CaseState], one: Interview, evidence_id: str) -> None:
    case_scan(ask, evidence_id, Wanted(talk_paper(ask.state, one), one.evidence_id))
    statement(ask, evidence_id, party=_PARTY.get(one.capacity, False))


def _ended(case: CaseState, actor: Actor, at: datetime) -> None:
    """Guard: an interview has ended."""
    if all(one.ended_at is None for one in case.interviews):
        raise refuse("STEP_MISSING", step="结束询问", step_en="an interview that has ended")


def no_officer(case: CaseState, asked: Iterable[Hand], witness: str) -> None:
    """Whoever asks, or handles the case, witnesses no refusal (处罚法 55)."""
    hands = (*asked, *case.ever_officers)
    if any(hand.name == witness for hand in hands):
        raise refuse("WITNESS_IS_OFFICER", name=witness)


def present(case: CaseState, logins: Iterable[str]) -> list[Hand]:
    """Two different persons among the officers of the case. Refuses TWO_OFFICERS."""
    wanted = set(logins)
    hands = [officer.hand for officer in case.officers if officer.hand.account in wanted]
    people = {hand.person for hand in hands}
    if len(people) < 2 or len(hands) < len(wanted):
        raise refuse("TWO_OFFICERS", count=len(people))
    return hands


def asking(ask: Ask[Any, CaseState]) -> list[Hand]:
    """Two officers of the case; in a handling two of the agency's people (实施细则 4)."""
    c, case = ask.command, ask.state
    if not by_agency(case, ask.actor):
        return present(case, c.officers)
    hands = []
    for login in dict.fromkeys(c.officers):
        account: AccountState = ask.states[f"account:{login}"]
        account.must_hold(Role.AGENCY_OFFICER)
        hands.append(Hand(account.login, account.person, account.name))
    people = {hand.person for hand in hands}
    if len(people) < 2:
        raise refuse("TWO_OFFICERS", count=len(people))
    return hands


def by_agency(case: CaseState, actor: Actor) -> bool:
    """Whether the agency asks: its handling has no officers of the penalty procedure."""
    return case.path is Path.AGREEMENT and actor.holds(Role.AGENCY_OFFICER)


def in_charge(case: CaseState, actor: Actor, at: datetime) -> None:
    """Guard: two officers of the case and he is one; in a handling any of the agency's people."""
    if not by_agency(case, actor):
        is_officer(case, actor, at)
        two_officers(case, actor, at)


def his(case: CaseState, actor: Actor, at: datetime) -> None:
    if not by_agency(case, actor):
        is_officer(case, actor, at)


def of_asking(
    command: OpenInterview | RecordHomeVisit, actor: Actor, states: Mapping[str, Any]
) -> tuple[str, ...]:
    """The case, and the accounts of who asks, which a handling has to name."""
    return (
        *case_stream(command, actor, states),
        *(f"account:{x}" for x in dict.fromkeys(command.officers)),
    )


def _running(case: CaseState, interview_id: str) -> Interview:
    one = _one(case, interview_id)
    if one.ended_at is not None:
        raise refuse("ALREADY_DONE")
    return one


def _one(case: CaseState, interview_id: str) -> Interview:
    for one in case.interviews:
        if one.interview_id == interview_id:
            return one
    raise refuse("NOT_FOUND", what=f"笔录 {interview_id}", what_en=f"interview {interview_id}")


INSPECTOR = frozenset({Role.INSPECTOR, Role.AGENCY_OFFICER})
GUARDS = (in_charge,)
ACTS = (
    Act(
        OpenInterview, "询问当事人、证人", "question somebody", INSPECTOR, of_asking, begin, OPEN,
        GUARDS, rank=59,
    ),
    Act(
        WriteInterview, "记录询问笔录", "write the interview", INSPECTOR, case_stream, write, OPEN,
        GUARDS, rank=59,
    ),
    Act(
        EndInterview, "结束询问", "end the interview", INSPECTOR,
        with_scan(case_stream, "evidence_id"), end, OPEN, GUARDS, rank=59,
    ),
    Act(
        AttachInterviewRecord, "附入询问笔录签名件", "attach the signed record of an interview",
        INSPECTOR, of_record, attach_record, LATE, (his, _ended), rank=18,
        leads=leads("AttachInterviewRecord"), names=names("AttachInterviewRecord"),
    ),
)  # fmt: skip
