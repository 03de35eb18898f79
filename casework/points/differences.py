"""What of a doctor's file is different now from how a reviewer saw it: standing, points, the restoration."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from casework.cases.differences import Change, pieces_of
from casework.events import Event
from casework.points.fold import fold_points
from casework.points.standing import standing, totals
from casework.points.state import PointsState, ScoreEntry
from casework.restoration.learn import earned, exam_passed
from casework.restoration.state import STEP_NAMES, Opinion, Restoration, Step
from casework.wording import Both

NONE: Final = Both("无", "none")
_OUTCOMES: Final = {
    "approved": Both("同意", "agrees"),
    "returned": Both("退回补正", "returned"),
    "refused": Both("不同意", "against"),
}
Facts = dict[Both, Both]
#: Texts of which the sentences are compared.
LONG: Final = Both("申请理由", "statement of the application")


def between(code: str, events: Sequence[Event], since: int, on: date) -> tuple[Change, ...]:
    """What is different now from how the file stood after its event number `since`; both as of a day.

    A fact that had nothing before it (the first score) is told by its event alone.
    """
    seen = fold_points(code, (one for one in events if one.seq <= since))
    before, after = facts_of(seen, on), facts_of(fold_points(code, events), on)
    return tuple(_changed(before, after))


def _changed(before: Facts, after: Facts) -> Iterator[Change]:
    for name, value in after.items():
        former = before.get(name)
        if former is not None and former != value:
            pieces = pieces_of(former.zh, value.zh) if name == LONG else ()
            yield Change(name, former, value, pieces)


def facts_of(file: PointsState, on: date) -> Facts:
    """What a reviewer judges by, as people read it."""
    stands, year = standing(file, on), totals(file).get(on.year, 0)
    until = stands.until.isoformat() if stands.until else ""
    found: Facts = {
        Both("资格状态", "standing"): Both(
            f"{stands.zh}{f'（至 {until}）' if until else ''}",
            f"{stands.en}{f' (until {until})' if until else ''}",
        ),
        Both(f"{on.year} 年累计记分", f"points of {on.year}"): Both(f"{year} 分", f"{year}"),
        Both("执业机构", "places of practice"): _listed(file.institutions),
        Both("恢复申请", "application for restoration"): Both(file.stage_zh, file.stage_en),
        Both("限制事由", "bars"): _listed(
            tuple(one.document_no for one in file.bars if one.lifted_at is None)
        ),
    }
    for entry in file.entries:
        found[Both(f"记分 {entry.entry_id}", f"score {entry.entry_id}")] = _score(entry)
    if file.restoration is not None:
        found |= _application(file, file.restoration, on)
    return found


def _application(file: PointsState, one: Restoration, on: date) -> Facts:
    points, passed = earned(file, on), exam_passed(file, on)
    said, rests = [_opinion(each) for each in one.opinions], [h.title for h in one.open_halts]
    return {
        LONG: Both(one.statement, one.statement),
        Both("申请所涉记分", "scores it answers for"): _listed(tuple(sorted(one.covers))),
        Both("学习积分", "learning points"): Both(f"{points} 分", f"{points}"),
        Both("考试", "exam"): Both("合格", "passed") if passed else Both("未合格", "not passed"),
        Both("各方意见", "opinions"): _joined(said),
        Both("中止事由", "why it rests"): _joined([Both(*title) for title in rests]),
    }


def _opinion(one: Opinion) -> Both:
    body = STEP_NAMES[Step(one.body)]
    outcome = _OUTCOMES.get(one.outcome, Both(one.outcome, one.outcome))
    why = f"（{one.reasons}）" if one.reasons else ""
    why_en = f" ({one.reasons})" if one.reasons else ""
    return Both(f"{body[0]}：{outcome.zh}{why}", f"{body[1]}: {outcome.en}{why_en}")


def _score(entry: ScoreEntry) -> Both:
    """Its points, and what became of it."""
    if entry.void:
        return Both("已撤销", "void")
    told = [Both(f"{entry.points} 分", f"{entry.points} points")]
    if entry.notified_on is not None:
        told.append(Both("已送达", "served"))
    if entry.objection is not None:
        answered = entry.resolution is not None
        told.append(
            Both("异议已答复", "objection answered") if answered else Both("有异议", "objected to")
        )
    if entry.review_due is not None:
        told.append(Both("依据已变更，待复核", "its ground changed, to be reviewed"))
    return _joined(told)


def _listed(values: Sequence[str]) -> Both:
    return Both("、".join(values), ", ".join(values)) if values else NONE


def _joined(values: Sequence[Both]) -> Both:
    if not values:
        return NONE
    return Both("；".join(one.zh for one in values), "; ".join(one.en for one in values))
