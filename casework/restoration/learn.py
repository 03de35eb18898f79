"""Learning points (学习积分): earned by study and exam, apart from the 记分 ledger."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from casework.points.rules import Learning, rule_set
from casework.points.state import LearningEntry, PointsState
from casework.refusal import refuse
from casework.restoration.state import Restoration


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
    own = {application.application_id, *application.continues}
    return tuple(e for e in file.learning if e.application in own)


def counting(file: PointsState, on: date | None = None) -> tuple[LearningEntry, ...]:
    """Those of them that count: not struck, and on a day `on` with certificates that still hold."""
    return tuple(entry for entry in current(file) if entry.counts(on))


def study_earned(file: PointsState, on: date | None = None) -> int:
    """Points of all hours that count: whole ones, up to the maximum.

    Reckoned from the ledger and not from what each entry brought when it was recorded: with one
    entry struck, the others count for what they are.
    """
    rules = _rules(file)
    return _of_hours(rules, _hours(file, on)) if rules is not None else 0


def earned_by(file: PointsState, application: Restoration, on: date | None = None) -> int:
    """The learning points of any application of the file, as `earned` reckons them."""
    return earned(replace(file, restorations=(application,)), on)


def earned(file: PointsState, on: date | None = None) -> int:
    """Return the learning points of the current application, as of a day where one is named."""
    rules = _rules(file)
    exam = rules.exam_points if rules is not None and exam_passed(file, on) else 0
    return study_earned(file, on) + exam


def exam_passed(file: PointsState, on: date | None = None) -> bool:
    """Whether an exam of the current application was passed."""
    return any(entry.kind == "exam" and entry.passed for entry in counting(file, on))


def learned(file: PointsState, on: date | None = None) -> bool:
    """Whether enough is earned and the exam is passed, so that the application may go on."""
    rules = _rules(file)
    return rules is not None and earned(file, on) >= rules.need and exam_passed(file, on)


def study_points(file: PointsState, hours: Decimal) -> int:
    """Points that further `hours` add: whole points of all hours so far, up to the maximum."""
    return _of_hours(learning_of(file), _hours(file, None) + hours) - study_earned(file)


def exam_points(file: PointsState, on: date) -> int:
    """Points of an exam passed on a day; only the first one whose certificate holds then counts."""
    return 0 if exam_passed(file, on) else learning_of(file).exam_points


def _rules(file: PointsState) -> Learning | None:
    application = file.restoration
    return rule_set(application.rule_set).learning if application is not None else None


def _hours(file: PointsState, on: date | None) -> Decimal:
    studies = (entry.hours for entry in counting(file, on) if entry.kind == "study")
    return sum(studies, Decimal(0))


def _of_hours(rules: Learning, hours: Decimal) -> int:
    return min(int(hours / rules.hours_per_point), rules.study_points_max)
