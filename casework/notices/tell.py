"""What events tell, and whether a person is among those who hear it. Pure: the store finds people."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from casework.actors import AGENCY, Actor, Role
from casework.acts import Action
from casework.cases.leaders import LEADERS
from casework.cases.state import CaseState
from casework.clocks.calendars import local_date
from casework.clocks.rows import deadline_rows
from casework.commands.case import PartyKind
from casework.commands.measures import MeasureType, SubjectKind
from casework.courses.appeal import ANSWERERS
from casework.courses.study import StudyState
from casework.decide import step_of
from casework.delegation.state import MandatesState
from casework.events import Event, Json
from casework.hands import Hand, hand_from
from casework.inspection.house import is_inspected
from casework.inspection.state import InspectionState
from casework.measures.eyes import waits_for
from casework.measures.signed import correction_of
from casework.measures.state import OF_INSTITUTION, Measured, MeasuresState
from casework.measures.wanted import wanted
from casework.messages.state import MessagesState
from casework.notices.rows import (
    NoticeKind,
    NoticeRow,
    To,
    doctor_deadlines,
    notice_rows,
    party_deadlines,
    settled_days,
    step_words,
)
from casework.points.freed import Freed
from casework.points.parameters import BureauState, parameters
from casework.points.standing import STATUS_NAMES, standing
from casework.points.state import PointsState

Subject = (
    CaseState
    | PointsState
    | MeasuresState
    | InspectionState
    | BureauState
    | StudyState
    | MessagesState
    | MandatesState
)
PLACES = frozenset({Role.INSURANCE_OFFICE, Role.PARTY_SECRETARY})


@dataclass(frozen=True)
class Told:
    """One thing to tell. `zh`, `en` name no person; `detail` may. `due` is UTC text.

    `about` is the proposal, measure or disputed question that is told of, `author` who brought the
    question in: it is not his to answer.
    """

    seq: int
    kind: NoticeKind
    zh: str
    en: str
    to: frozenset[To]
    actor: str = ""
    detail: str = ""
    due: str | None = None
    #: In which calendar the law counts the deadline that falls at `due`.
    calendar: str | None = None
    assignee: str = ""
    about: str = ""
    title: str = ""
    author: Hand | None = None
    #: Accounts that a message is for, and the institution where the party reads it.
    addressees: frozenset[str] = frozenset()
    party: str = ""
    #: Institutions of the suspended doctor, which the store finds; so it does who is in charge of the
    #: case that the measure came from.
    places: frozenset[str] = frozenset()
    case_no: str = ""
    officers: frozenset[str] = frozenset()
    #: Of a deadline that is not the party's own.
    inner: bool = False


def told(state: Subject, events: Iterable[Event]) -> list[Told]:
    """Return what the events of one stream tell, in their order; most tell nothing."""
    rows = notice_rows()
    return [
        _told(state, rows[e.type], e) for e in events if e.type in rows and _so(rows[e.type], e)
    ]


def _so(row: NoticeRow, event: Event) -> bool:
    return (row.when is None or bool(event.data.get(row.when))) and not _long_past(event)


def _settled(event: Event) -> datetime | None:
    """When that which fell due was over, where it was before the beat told of it."""
    text = event.data.get("settled_at") if event.type.startswith("Deadline") else None
    return datetime.fromisoformat(str(text)) if text else None


def _long_past(event: Event) -> bool:
    """Of what fell due long ago and is over nobody is told: it stands on record."""
    if _settled(event) is None:
        return False
    due = datetime.fromisoformat(str(event.data["due"]))
    return event.at - due > timedelta(days=settled_days())


def fees_freed(one: Freed, case_no: str, actor: str) -> Told:
    """That days whose fees a case took were freed: the case's people look what of it still stands."""
    return Told(
        one.seq, NoticeKind.POINTS, "停权记分已撤销或更正，案件中的停权费用须重新核定",
        "a score fell or was lowered: fees of the barred days in this case are to be looked at anew",
        frozenset({To.OFFICERS}), actor,
        detail=f"{one.prac_psn_code} {one.starts} – {one.until}", case_no=case_no,
    )  # fmt: skip


def told_step(state: CaseState | PointsState, action: Action) -> Told:
    """What tells somebody that the next step became his."""
    zh, en = (text.format(act=act) for text, act in zip(step_words(), action.step, strict=True))
    return Told(state.version, NoticeKind.STEP, zh, en, frozenset({To.WAITING}))


def hears(state: Subject, one: Told, actor: Actor, at: datetime) -> bool:
    """Whether a person is in the audience. Nobody is told what he did himself."""
    if one.actor == actor.account:
        return False
    match state:
        case CaseState():
            return _of_case(state, one, actor, at)
        case PointsState():
            return _of_file(state, one, actor, at)
        case MeasuresState():
            return _of_measures(state, one, actor, at)
        case InspectionState():
            return _of_inspection(state, one, actor, at)
        case BureauState():
            return _of_bureau(state, one, actor)
        case StudyState():
            return _of_study(state, one, actor)
        case MessagesState():
            return actor.account in one.addressees or _reads_as_party(one, actor)
        case MandatesState():
            return _of_mandate(state, one, actor)


def _of_inspection(state: InspectionState, one: Told, actor: Actor, at: datetime) -> bool:
    """Whoever was an officer is told as well: that he is one no more."""
    earlier = any(hand.account == actor.account for hand in state.ever_officers)
    asked = any(one.officer.is_actor(actor) for one in state.asked)
    of_head = any(asked.of_head for asked in state.asked)
    return (
        (To.SUPERVISORS in one.to and actor.holds(Role.SUPERVISOR))
        or (To.HEADS in one.to and actor.holds(Role.HEAD))
        or (To.LEADERS in one.to and of_head and actor.holds(*LEADERS))
        or (To.OFFICERS in one.to and (earlier or _is_officer(state, actor, at)))
        or (To.ASSIGNEE in one.to and asked)
        or (To.PARTY in one.to and is_inspected(state, actor))
    )


def _of_mandate(state: MandatesState, one: Told, actor: Actor) -> bool:
    principal, deputy = state.parties(one.about)
    return (To.DEPUTY in one.to and deputy is not None and deputy.account == actor.account) or (
        To.PRINCIPAL in one.to and principal is not None and principal.account == actor.account
    )


def _reads_as_party(one: Told, actor: Actor) -> bool:
    office = actor.holds(Role.INSURANCE_OFFICE)
    return office and bool(one.party) and actor.fixmedins_code == one.party


def _of_bureau(state: BureauState, one: Told, actor: Actor) -> bool:
    proposal = state.proposal(one.about)
    return (
        (To.HEADS in one.to and actor.holds(Role.HEAD))
        or (To.SUPERVISORS in one.to and actor.holds(Role.SUPERVISOR))
        or (To.PROPOSER in one.to and proposal is not None and proposal.by.is_actor(actor))
    )


def _of_measures(state: MeasuresState, one: Told, actor: Actor, at: datetime) -> bool:
    about = state.measure(one.about)
    return (
        (To.SUBJECT in one.to and _is_subject(state, actor))
        or (To.PLACES in one.to and actor.holds(*PLACES) and actor.fixmedins_code in one.places)
        or (To.AGENCY in one.to and actor.holds(*AGENCY))
        or (To.OFFICERS in one.to and bool(one.officers & set(actor.tasks_of(local_date(at)))))
        or (To.DECIDERS in one.to and about is not None and waits_for(about, actor, at))
        or (To.PROPOSER in one.to and about is not None and about.by.is_actor(actor))
    )


def _of_study(state: StudyState, one: Told, actor: Actor) -> bool:
    answers = actor.holds(*ANSWERERS) and not (one.author and one.author.is_actor(actor))
    own = actor.holds(Role.PHYSICIAN) and actor.prac_psn_code == state.prac_psn_code
    return (To.ANSWERERS in one.to and answers) or (To.DOCTOR in one.to and own)


def about_of(state: Subject, event: Event) -> str:
    """The proposal, measure or disputed question that an event is about; of others nothing."""
    match state:
        case MeasuresState():
            return str(event.data.get("measure_id", ""))
        case BureauState():
            return str(event.data.get("proposal_id", ""))
        case MandatesState():
            return str(event.data.get("delegation_id") or event.data.get("absence_id") or "")
        case StudyState():
            return f"{event.data.get('attempt_id', '')}:{event.data.get('question_id', '')}"
    return ""


def _is_officer(state: CaseState | InspectionState, actor: Actor, at: datetime) -> bool:
    return any(officer.hand.account in actor.tasks_of(local_date(at)) for officer in state.officers)


def _told(state: Subject, row: NoticeRow, event: Event) -> Told:
    data = event.data
    names = _names(state, event)
    # A right that ended is nobody's failure: nothing of it is ever overdue.
    due = None if event.type == "DeadlineLapsed" else data.get("due")
    to = row.to
    if event.type.startswith("Deadline"):
        to = _of_deadline(to, data.get("deadline"))
        if _settled(event) is not None:
            to -= {To.WAITING}  # Nothing is left to do about it.
    if isinstance(state, MeasuresState):
        to = _of_measure(state, to, event)
    return Told(
        seq=event.seq,
        kind=row.kind,
        zh=row.zh.format(**names[0]),
        en=row.en.format(**names[1]),
        to=to,
        actor=event.actor,
        detail=str(data.get(row.detail, "")) if row.detail else "",
        inner=event.type.startswith("Deadline") and data.get("deadline") not in party_deadlines(),
        due=due if isinstance(due, str) and len(due) > len("2026-01-01") else None,
        calendar=_calendar(event),
        assignee=_assignee(state, event),
        about=about_of(state, event),
        title=str(data.get("title", "")) if isinstance(state, StudyState | MessagesState) else "",
        author=_author(event),
        case_no=_case_of(state, event),
        addressees=_addressees(data),
        party=str(data["party"]) if data.get("to_party") else "",
    )


def _of_measure(state: MeasuresState, to: frozenset[To], event: Event) -> frozenset[To]:
    """The institutions hear of what keeps their doctor from settling, as they do of his scores."""
    about = state.measure(about_of(state, event))
    if event.type == "MeasurePaperAttached":
        if about is None or not _last_paper(about, event):
            return frozenset()
        # What the decision of a case imposed at once nobody proposed apart.
        return to if about.proposed_at is not None else to - {To.PROPOSER}
    if about is not None and not about.imposed:
        # Whom it was never served on hears nothing of its being taken back.
        to -= {To.SUBJECT, To.PLACES}
    if about is not None and about.kind is MeasureType.SUSPEND_PERSON:
        return to
    return to - {To.PLACES}


def _last_paper(about: Measured, event: Event) -> bool:
    """Whether a measure lacks none of its papers any more; a scan that gives way to another tells nothing.

    Nor does the approval of a corrected service, save to those who go on with the case.
    """
    if about.case_no is None and correction_of(about, str(event.data["form_id"])):
        return False
    return not event.data.get("former") and all(about.scan_of(form.id) for form in wanted(about))


def _case_of(state: Subject, event: Event) -> str:
    """The case that goes on once the papers of its measure are there; of other events none."""
    if not isinstance(state, MeasuresState) or event.type != "MeasurePaperAttached":
        return ""
    about = state.measure(about_of(state, event))
    return (about.case_no or "") if about is not None else ""


def _of_deadline(to: frozenset[To], deadline: Json) -> frozenset[To]:
    """Of its own deadline the party is told, and so is the doctor; of others they are not."""
    if deadline not in party_deadlines():
        to -= {To.PARTY}
    return to if deadline in doctor_deadlines() else to - {To.DOCTOR, To.PLACES}


def _assignee(state: Subject, event: Event) -> str:
    """Whose the task is; of one that is done, who gave it."""
    if event.type == "TaskFinished" and isinstance(state, CaseState):
        done = event.data["task_id"]
        return next((one.by.account for one in state.tasks if one.task_id == done), "")
    return str(event.data.get("assignee", ""))


def _addressees(data: Mapping[str, Json]) -> frozenset[str]:
    named = data.get("addressees")
    return frozenset(str(one) for one in named) if isinstance(named, list) else frozenset()


def _author(event: Event) -> Hand | None:
    author = event.data.get("author")
    return hand_from(author) if isinstance(author, Mapping) else None


def _calendar(event: Event) -> str | None:
    wanted = event.data.get("deadline")
    return next((row.calendar.value for row in deadline_rows() if row.id == wanted), None)


def _names(state: Subject, event: Event) -> tuple[dict[str, str], dict[str, str]]:
    """What the words of a row may name: the deadline, kind of measure, parameter, or standing."""
    if isinstance(state, BureauState):
        changed = parameters()[str(event.data["name"])]
        return {"parameter": changed.zh}, {"parameter": changed.en}
    if isinstance(state, MeasuresState):
        about = state.measure(about_of(state, event))
        return {"measure": about.row.zh if about else ""}, {
            "measure": about.row.en if about else ""
        }
    if isinstance(state, PointsState) and event.type == "PracticePointAdded":
        zh, en = STATUS_NAMES[standing(state, local_date(event.at)).status]
        return {"standing": zh}, {"standing": en}
    wanted = event.data.get("deadline")
    late = _until(event)
    for row in deadline_rows():
        if row.id == wanted:
            return {"period": row.zh + late[0]}, {"period": row.en + late[1]}
    title = str(event.data.get("title", ""))
    return {"period": title}, {"period": title}


def _until(event: Event) -> tuple[str, str]:
    """Until which day it was overdue, where it is over."""
    settled = _settled(event)
    if settled is None or event.type != "DeadlineOverdue":
        return "", ""
    day = local_date(settled).isoformat()
    return f"（逾期至 {day}）", f" (until {day})"


def _of_case(case: CaseState, one: Told, actor: Actor, at: datetime) -> bool:
    return (
        (To.ASSIGNEE in one.to and one.assignee in actor.tasks_of(local_date(at)))
        or (To.OFFICERS in one.to and _is_officer(case, actor, at))
        or (To.SUPERVISORS in one.to and actor.holds(Role.SUPERVISOR))
        or (To.HEADS in one.to and actor.holds(Role.HEAD))
        or (To.AGENCY in one.to and actor.holds(*AGENCY))
        or (To.PARTY in one.to and _is_party(case, actor))
        or (
            To.WAITING in one.to
            # Whose step is next may be the party, which hears of no period of the bureau.
            and not (one.inner and _is_party(case, actor))
            and step_of(case, actor, at) is not None
        )
    )


def _of_file(file: PointsState, one: Told, actor: Actor, at: datetime) -> bool:
    own = actor.holds(Role.PHYSICIAN) and actor.prac_psn_code == file.prac_psn_code
    place = actor.holds(*PLACES) and actor.fixmedins_code in file.institutions
    return (
        (To.DOCTOR in one.to and own)
        or (To.PLACES in one.to and place)
        or (To.AGENCY in one.to and actor.holds(*AGENCY))
        or (To.SUPERVISORS in one.to and actor.holds(Role.SUPERVISOR))
        or (To.OFFICERS in one.to and bool(one.officers & set(actor.tasks_of(local_date(at)))))
        or (To.WAITING in one.to and step_of(file, actor, at) is not None)
    )


def _is_party(case: CaseState, actor: Actor) -> bool:
    party = case.party
    return (
        actor.holds(Role.INSURANCE_OFFICE)
        and party is not None
        and party.kind is PartyKind.INSTITUTION
        and party.key == actor.fixmedins_code
        and case.notified_at is not None
    )


def _is_subject(state: MeasuresState, actor: Actor) -> bool:
    if state.kind in OF_INSTITUTION:
        return actor.holds(Role.INSURANCE_OFFICE) and actor.fixmedins_code == state.subject_key
    if state.kind is SubjectKind.INSURED:
        return False
    return actor.holds(Role.PHYSICIAN) and actor.prac_psn_code == state.subject_key
