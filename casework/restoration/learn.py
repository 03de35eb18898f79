"""Learning points (学习积分): earned by study and exam, apart from the 记分 ledger."""

from decimal import Decimal

from casework.points.rules import Learning, rule_set
from casework.points.state import LearningEntry, PointsState
from casework.refusal import refuse


def learning_of(file: PointsState) -> Learning:
    """Return the learning rules of the current application."""
    application = file.restoration
    rules = rule_set(application.rule_set).learning if application else None
    if rules is None:
        raise refuse("STEP_MISSING", step="恢复申请", step_en="an application for restoration")
    return rules


def current(file: PointsState) -> tuple[LearningEntry, ...]:
    """Return the learning entries of the current application."""
    application = file.restoration
    if application is None:
        return ()
    return tuple(e for e in file.learning if e.application == application.application_id)


def earned(file: PointsState) -> int:
    """Return the learning points of the current application."""
    return sum(entry.points for entry in current(file))


def exam_passed(file: PointsState) -> bool:
    """Whether an exam of the current application was passed."""
    return any(entry.kind == "exam" and entry.passed for entry in current(file))


def learned(file: PointsState) -> bool:
    """Whether enough is earned and the exam is passed, so that the application may go on."""
    if file.restoration is None or rule_set(file.restoration.rule_set).learning is None:
        return False
    return earned(file) >= learning_of(file).need and exam_passed(file)


def study_points(file: PointsState, hours: Decimal) -> int:
    """Points that further `hours` add: whole points of all hours so far, up to the maximum."""
    rules = learning_of(file)
    done = [entry for entry in current(file) if entry.kind == "study"]
    before = sum(entry.points for entry in done)
    total = sum((entry.hours for entry in done), Decimal(0)) + hours
    return min(int(total / rules.hours_per_point), rules.study_points_max) - before


def exam_points(file: PointsState) -> int:
    """Points of a passed exam; only the first one counts."""
    return 0 if exam_passed(file) else learning_of(file).exam_points
