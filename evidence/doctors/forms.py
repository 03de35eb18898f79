"""Every form of a doctor's file by its name, set in type."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from casework.clocks.calendars import local_date
from casework.courses.course import CourseState
from casework.courses.study import Attempt
from casework.events import Json
from casework.points.state import PointsState, RepairEntry, ScoreEntry
from casework.restoration.state import Restoration, Step
from evidence.doctors import ends, exam, repairs, restoration, scores
from evidence.doctors.blocks import Block
from evidence.doctors.issued import Papers, as_issued
from evidence.dossier.typeset import Typeset, typeset

PROFILE: Final = "医保支付资格管理文书"
OfScore = Callable[[PointsState, ScoreEntry, str], list[Block]]
OfficeOf = Callable[[ScoreEntry], str]
OfRepair = Callable[[PointsState, RepairEntry, str], list[Block]]
OfLearning = Callable[[PointsState, Restoration, str, date], list[Block]]
OfApplication = Callable[[PointsState, Restoration, str], list[Block]]


@dataclass(frozen=True)
class Form:
    """A form: its title, and what fills it: a score, a repair of points, or an application."""

    name: str
    title: str
    of_score: OfScore | None = None
    of_application: OfApplication | None = None
    of_repair: OfRepair | None = None
    #: Of an application, with the day of which what was learned is told.
    of_learning: OfLearning | None = None
    #: Of a paper about a score, a return or a rest: the event with which it goes out, and what it tells is what held then.
    issued_with: str = ""
    #: Whose act it tells: agency or bureau.
    office: OfficeOf = scores.recorder


FORMS: Final[dict[str, Form]] = {
    form.name: form
    for form in (
        Form(
            "responsibility",
            "责任认定书",
            of_score=scores.responsibility,
            issued_with="ScoreRecorded",
        ),
        Form(
            "notice", "医保支付资格记分告知书", of_score=scores.notice, issued_with="ScoreNotified"
        ),
        Form(
            "objection",
            "医保支付资格记分异议申诉书",
            of_score=scores.objection,
            issued_with="ScoreObjected",
        ),
        Form(
            "review",
            "医保支付资格记分异议复核意见书",
            of_score=scores.review,
            issued_with="ObjectionResolved",
            office=scores.resolver,
        ),
        Form(
            "correction",
            "医保支付资格记分复核意见书",
            of_score=scores.after_change,
            issued_with="ScoreReviewed",
            office=scores.reviewer,
        ),
        Form(
            "annulled",
            "撤销医保支付资格记分通知书",
            of_score=scores.annulled,
            issued_with="ScoreAnnulled",
            office=scores.annuller,
        ),
        Form("repair", "医保支付资格修复减分认定通知书", of_repair=repairs.notice),
        Form("application", "医保支付资格恢复申请书", of_application=restoration.application),
        Form("study", "学习记录与考试成绩单", of_learning=restoration.study),
        Form("minutes", restoration.MINUTES, of_learning=restoration.minutes),
        Form("approval", "医保支付资格恢复审核表", of_learning=restoration.approval),
        Form("decision", "医保支付资格恢复决定书", of_application=restoration.decision),
        Form("registration", "医保支付资格登记备案表", of_application=restoration.registration),
        Form(
            "returned",
            "医保支付资格恢复申请退回补正通知书",
            of_application=ends.returned,
            issued_with="RestorationReturned",
        ),
        Form(
            "halted",
            "医保支付资格恢复程序中止通知书",
            of_application=ends.halted,
            issued_with="RestorationHalted",
        ),
        Form("closed", "医保支付资格恢复程序终结通知书", of_application=ends.closed),
        Form(
            "revocation_approval",
            "医保支付资格撤销恢复审批表",
            of_application=ends.revocation_approval,
        ),
        Form("revocation", ends.REVOKED, of_application=ends.revocation),
    )
}


def form(papers: Papers, name: str, about: str, at: datetime) -> Typeset:
    """Set the form `name` about a score, a repair or an application (`about`, empty: the latest one).

    A paper that went out tells what held then, under the letterhead of who made it.
    Raises Refusal NOT_FOUND, and STEP_MISSING for what its form tells and is not there yet.
    """
    chosen, file = FORMS[name], papers.file
    title, office = chosen.title, papers.bureau
    if chosen.of_score is not None:
        one = as_issued(papers, about, chosen.issued_with, at)
        number, office = one.entry.entry_id, papers.office(chosen.office(one.entry), one.at)
        filled = [*one.above, *chosen.of_score(one.file, one.entry, office)]
        title += f"（{one.mark}）" if one.mark else ""
    elif chosen.of_repair is not None:
        repair = repairs.repair_of(file, about)
        told = papers.issue("RepairDecided", "repair_id", repair.repair_id)
        file = file if told is None else papers.until(told)
        number, filled = repair.repair_id, chosen.of_repair(file, repair, office)
    elif chosen.of_application is not None:
        asked = restoration.application_of(file, about)
        number = asked.application_id
        then = papers.with_last(chosen.issued_with, number) if chosen.issued_with else None
        if then is not None:
            file, asked = then, restoration.application_of(then, number)
        filled = chosen.of_application(file, asked, office)
        if name == "decision" and asked.step is Step.REFUSED:
            title = "医保支付资格不予恢复通知书"
        if name in ("decision", "registration") and asked.step in (Step.REVOKED, Step.ANNULLED):
            title += "（已撤销）"
    elif chosen.of_learning is not None:
        asked = restoration.application_of(file, about)
        number = asked.application_id
        filled = chosen.of_learning(file, asked, office, local_date(at))
    else:
        raise LookupError(name)
    return _set(title, f"{file.prac_psn_code}-{number}", filled, office, at)


def exam_sheet(
    file: PointsState, attempt: Attempt, course: CourseState, bureau: str, at: datetime
) -> Typeset:
    """Set the sheet of a marked sitting, which is its certificate in the learning ledger."""
    filled = exam.sheet(file, attempt, course, bureau)
    number = f"{file.prac_psn_code}-{attempt.attempt_id}"
    return _set("医保支付资格恢复考试试卷及成绩单", number, filled, bureau, at)


def list_form(
    number: str,
    title: str,
    rows: Sequence[tuple[PointsState, Restoration | None]],
    bureau: str,
    at: datetime,
) -> Typeset:
    """Set the document of a list of restorations (landscape)."""
    filled = restoration.listing(title, rows, bureau, local_date(at))
    return _set("医保支付资格恢复审核名单", number, filled, bureau, at, flipped=True)


def _set(
    title: str,
    number: str,
    filled: list[Block],
    bureau: str,
    at: datetime,
    *,
    flipped: bool = False,
) -> Typeset:
    sheet: dict[str, Json] = {
        "case_no": number,
        "bureau": bureau,
        "profile": PROFILE,
        "title": title,
        "number": f"编号：{number}",
        "blocks": list(filled),
        "flipped": flipped,
    }
    return typeset("doctor", sheet, at)
