"""The one question to the law: what follows from this command, said by this person, now?"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from casework.accounts.state import AccountState, fold_account
from casework.actors import Actor
from casework.acts import Act, Action, Ask, attributed, check, offer, seated
from casework.batches.state import BatchState, fold_batch
from casework.cases.fold import fold_case
from casework.cases.place import located
from casework.cases.state import CaseState
from casework.clocks.calendars import local_date
from casework.commands.base import Command
from casework.courses.course import CourseState, fold_course
from casework.courses.study import StudyState, fold_study
from casework.custody.state import EvidenceState, fold_evidence
from casework.custody.unrecorded import UnrecordedState, fold_unrecorded
from casework.delegation.state import MandatesState, fold_mandates
from casework.documents.template import TemplateState, fold_template
from casework.events import Draft, Event
from casework.inspection.state import InspectionState, fold_inspection
from casework.interview.sets import QuestionsState, fold_questions
from casework.judgements.state import MarkState, fold_mark
from casework.keys.state import KeyState, fold_key
from casework.lines.fold import fold_lines, fold_refunds
from casework.lines.state import LinesState, RefundsState
from casework.measures.state import MeasuresState, fold_measures
from casework.measures.wanted import paper_first
from casework.messages.state import MessagesState, fold_messages
from casework.points.fold import fold_points
from casework.points.parameters import STREAM, BureauState, fold_bureau
from casework.points.state import PointsState
from casework.refusal import Refusal, refuse
from casework.registry import ACTS, CASE_ACTS, INSPECTION_ACTS, POINTS_ACTS

State = (
    CaseState
    | PointsState
    | AccountState
    | EvidenceState
    | MarkState
    | BureauState
    | BatchState
    | CourseState
    | StudyState
    | LinesState
    | RefundsState
    | MeasuresState
    | MandatesState
    | KeyState
    | InspectionState
    | TemplateState
    | UnrecordedState
    | QuestionsState
    | MessagesState
)


def streams_of(
    command: Command, actor: Actor, states: Mapping[str, State] | None = None
) -> tuple[str, ...]:
    """Return the streams a command needs, its own first.

    Some commands know the rest only once the first is loaded: ask again with `states` until
    the answer no longer grows.
    """
    return tuple(dict.fromkeys(_act(command).streams(command, actor, states or {})))


def fold(stream: str, events: Iterable[Event]) -> State:
    """Fold the events of any stream into its state, by the stream's kind."""
    kind, _, key = stream.partition(":")
    match kind:
        case "case":
            return fold_case(key, events)
        case "points":
            return fold_points(key, events)
        case "account":
            return fold_account(key, events)
        case "evidence":
            return fold_evidence(key, events)
        case "batch":
            return fold_batch(key, events)
        case "course":
            return fold_course(key, events)
        case "study":
            return fold_study(key, events)
        case "lines":
            return fold_lines(key, events)
        case "inspection":
            return fold_inspection(key, events)
        case "refunds":
            return fold_refunds(key, events)
        case "template":
            return fold_template(key, events)
        case "bureau":
            return fold_bureau(events)
        case "questions":
            return fold_questions(events)
        case "measures":
            return fold_measures(key, events)
        case "messages":
            return fold_messages(key, events)
        case "mandates":
            return fold_mandates(key, events)
        case "key":
            return fold_key(key, events)
        case "vault":
            return fold_unrecorded(events)
        case "finding" | "ring" | "member" | "same" | "access":
            return fold_mark(stream, events)
    raise ValueError(f"未知的事件流 (unknown stream): {stream}")


def handle(
    command: Command,
    actor: Actor,
    at: datetime,
    states: Mapping[str, State],
    history: Mapping[str, Sequence[Event]],
) -> list[Draft]:
    """Answer a command with events, in order, or raise Refusal. Nothing is written here.

    `history` are the events behind `states`, by stream.
    """
    act = _act(command)
    own = streams_of(command, actor, states)[0]
    state: Any = states[own]
    if isinstance(state, CaseState) and isinstance(bureau := states.get(STREAM), BureauState):
        state = located(state, bureau, local_date(at))
    # A version tells that the object exists: roles come first.
    asking, actor = actor, seated(act, actor, at, state)
    expected = command.expected_version
    if expected is not None and expected != state.version:
        raise refuse("STALE_VERSION", expected=expected, current=state.version, stream=own)
    try:
        check(act, state, actor, at)
    except Refusal as refusal:
        raise led_on(refusal, state, asking, at) from None
    return attributed(act.answer(Ask(command, state, actor, at, states, history)), actor)


def next_actions(
    state: CaseState | PointsState | InspectionState, actor: Actor, at: datetime
) -> tuple[Action, ...]:
    """Return what `actor` may do next with a case, a doctor's file or an inspection; the primary act first.

    A case is given as it was `located`, else it stands where its opening said; and as it was
    `seen_with` its measures, else their papers are asked for when it is closed.
    """
    match state:
        case CaseState():
            return paper_first(offer(CASE_ACTS, state, actor, at), state, actor)
        case InspectionState():
            return offer(INSPECTION_ACTS, state, actor, at)
    return offer(POINTS_ACTS, state, actor, at)


#: Steps named in a refusal; the page offers the rest.
MOST_NAMED: Final = 3


def led_on(refusal: Refusal, state: Any, actor: Actor, at: datetime) -> Refusal:
    """A refusal of what cannot be done at this stage also says what this person may do now."""
    known = isinstance(state, CaseState | PointsState | InspectionState)
    if refusal.code != "ILLEGAL_MOVE" or not known:
        return refusal
    offered = next_actions(state, actor, at)[:MOST_NAMED]
    zh, en = (
        "、".join(f"“{one.zh}”" for one in offered),
        ", ".join(f"'{one.en}'" for one in offered),
    )
    more_zh = f"您目前可办理：{zh}。" if offered else "目前没有由您办理的步骤。"
    more_en = f"You may now: {en}." if offered else "No step is yours now."
    return Refusal(
        refusal.code,
        refusal.message_zh + more_zh,
        f"{refusal.message_en} {more_en}",
        refusal.facts,
        refusal.kind,
    )


def step_of(state: CaseState | PointsState, actor: Actor, at: datetime) -> Action | None:
    """The next step of a case or file, where it is this person's to take."""
    return next((a for a in next_actions(state, actor, at) if a.primary), None)


def _act(command: Command) -> Act:
    try:
        return ACTS[type(command)]
    except KeyError:
        raise refuse("NOT_FOUND", what=type(command).__name__) from None
