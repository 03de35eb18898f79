"""A decision was changed in review or in court: the scores that rest on it are answered for anew.

Nothing is recomputed by itself: a lower fine may leave the share of a doctor as it was. So the
score waits on the file until other eyes than recorded it uphold it, or correct it downwards.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.cases.fold import fold_case
from casework.cases.state import CaseState
from casework.commands.points import BasisKind, ReviewScore, ScoreReviewOutcome
from casework.events import Draft, Event
from casework.hands import other_eyes
from casework.points.office import office_of
from casework.points.rules import rule_set
from casework.points.state import PointsState, ScoreEntry
from casework.points.weigh import of_weighing, weighed
from casework.refusal import Refusal, refuse
from casework.restoration.eyes import not_himself
from casework.restoration.halt import settle

EYES = ("记分、申诉与复核", "reviewing the score")


def review(ask: Ask[ReviewScore, PointsState]) -> list[Draft]:
    """ScoreReviewed, and what it means for an open application."""
    c, file = ask.command, ask.state
    required(reasons=c.reasons)
    entry = file.entry(c.entry_id)
    if entry is None:
        raise refuse("NOT_FOUND", what=f"记分 {c.entry_id}", what_en=f"score {c.entry_id}")
    if entry.review_due is None:
        raise _nothing_changed()
    other_eyes(ask.actor, entry.hands, *EYES)
    act, points = entry.act, entry.points
    if c.outcome is ScoreReviewOutcome.CHANGED:
        act, points = _corrected(entry, c)
    reviewed = draft(
        file.stream,
        "ScoreReviewed",
        entry_id=c.entry_id,
        outcome=c.outcome,
        act=act,
        points=points,
        reasons=c.reasons,
        office=office_of(ask.actor),
        **weighed(ask.states, file, c),
    )
    return settle(file, [reviewed], ask.at)


def _corrected(entry: ScoreEntry, c: ReviewScore) -> tuple[str, int]:
    """The act and the points after the correction: inside the band, and never a heavier score."""
    act = rule_set(entry.rule_set).act(c.act or entry.act)
    points = entry.points if c.points is None else c.points
    if not act.min <= points <= act.max:
        raise refuse("OUTSIDE_SCORE_BAND", band=f"{act.min}–{act.max}", points=points)
    if points > entry.points or (act.id, points) == (entry.act, entry.points):
        raise refuse(
            "BAD_VALUE",
            field="记分",
            field_en="the score",
            why="决定变更后的更正不得加重：应低于原记分，或者改为其他行为；维持原记分的，选择“维持”",
            why_en="a correction after a changed decision never aggravates: fewer points or another "
            "act; choose 'upheld' to keep the score",
        )
    return act.id, points


def _nothing_changed() -> Refusal:
    return refuse(
        "STEP_MISSING",
        step="登记决定被复议或判决变更（记分认为有误的，由他人撤销）",
        step_en="a change of the decision by review or court (a wrong score is annulled by another)",
    )


def changed_scores(
    case: CaseState, states: Mapping[str, Any], fine: Decimal, why: Mapping[str, str]
) -> list[Draft]:
    """ScoreReviewDue on every file that holds a score of the changed decision."""
    before = case.decision.fine if case.decision else Decimal(0)
    return [
        draft(
            file.stream,
            "ScoreReviewDue",
            entry_id=entry_id,
            case_no=case.case_no,
            fine_before=before,
            fine=fine,
            **why,
        )
        for code, entry_id in case.scores
        for file in (states[f"points:{code}"],)
        if any(entry.entry_id == entry_id and entry.counts for entry in file.entries)
    ]


def bases_of(file: PointsState) -> tuple[str, ...]:
    """The streams of the cases on which scores rest that count."""
    resting = (e.basis for e in file.entries if e.counts and e.basis_kind == BasisKind.CASE)
    return tuple(dict.fromkeys(f"case:{case_no}" for case_no in resting))


def never_asked(file: PointsState, history: Mapping[str, Sequence[Event]]) -> list[Draft]:
    """ScoreReviewDue for scores whose decision was changed last without anybody being asked.

    So it was before changes asked for a review. Read from the case's own chain: what was asked once,
    answered or not, is on the file and is not asked again.
    """
    return [
        event
        for stream in bases_of(file)
        for event in _of_case(file, stream.removeprefix("case:"), history[stream])
    ]


def _of_case(file: PointsState, case_no: str, events: Sequence[Event]) -> list[Draft]:
    changes = [event for event in events if event.type == "DecisionChanged"]
    if not changes:
        return []
    last = changes[-1]
    document_no = last.data["document_no"]
    waiting = [
        entry
        for entry in file.entries
        if entry.counts
        and (entry.basis_kind, entry.basis) == (BasisKind.CASE, case_no)
        # What was recorded since rests on the decision as it now is.
        and entry.at <= last.at
        and (case_no, document_no) not in {(one.case_no, one.document_no) for one in entry.reviews}
    ]
    if not waiting:
        return []
    before = fold_case(case_no, (event for event in events if event.seq < last.seq)).decision
    return [
        draft(
            file.stream,
            "ScoreReviewDue",
            entry_id=entry.entry_id,
            case_no=case_no,
            fine_before=before.fine if before else Decimal(0),
            fine=last.data["fine"],
            document_no=document_no,
            reasons=last.data["reasons"],
        )
        for entry in waiting
    ]


def _due(file: PointsState, actor: Actor, at: datetime) -> None:
    """Some score waits because its decision was changed; others recorded it and objected to it."""
    due = [entry for entry in file.entries if entry.review_due is not None]
    if not due:
        raise _nothing_changed()
    if all(any(hand.is_actor(actor) for hand in one.hands) for one in due):
        other_eyes(actor, (hand for one in due for hand in one.hands), *EYES)


ACTS = (
    Act(
        ReviewScore, "复核记分", "review a score",
        frozenset({Role.SUPERVISOR, Role.AGENCY_HEAD}), of_weighing, review,
        guards=(not_himself, _due), rank=14,
    ),
)  # fmt: skip
