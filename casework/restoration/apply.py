"""Apply, study, sit the exam, submit, answer a return, withdraw."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.clocks.calendars import local_date
from casework.commands.restoration import (
    ApplyRestoration,
    RecordExam,
    RecordPaperApplication,
    RecordPaperWithdrawal,
    RecordStudy,
    ResubmitRestoration,
    StrikeLearning,
    SubmitRestoration,
    WithdrawRestoration,
)
from casework.courses.own import pass_mark_on
from casework.custody.scans import Wanted
from casework.custody.state import Serves
from casework.events import Draft
from casework.hands import other_eyes
from casework.points.object import own_file
from casework.points.papers import certified, proves, streams_of
from casework.points.parameters import STREAM, BureauState
from casework.points.record import file_stream
from casework.points.rules import rule_set
from casework.points.service import scanned
from casework.points.standing import Standing, Status, standing
from casework.points.state import PointsState
from casework.refusal import refuse
from casework.restoration.bar import barred, free_of_bars, may_go_on
from casework.restoration.eyes import not_himself, separate, unrelated, untouched
from casework.restoration.halt import halt_event
from casework.restoration.learn import (
    current,
    earned,
    exam_points,
    learned,
    learning_of,
    study_points,
)
from casework.restoration.parties import asked, of_event
from casework.restoration.police import of_chain, with_police
from casework.restoration.state import ENDED, HaltKind, Step

RESUBMITTED = {
    Step.PARTY: "RestorationResubmittedToParty",
    Step.CENTRE: "RestorationResubmittedToCentre",
    Step.BUREAU: "RestorationResubmittedToBureau",
}


def of_paper(
    command: RecordPaperApplication | RecordPaperWithdrawal, actor: Actor, states: Mapping[str, Any]
) -> tuple[str, ...]:
    """The doctor's file, the bureau's parameters, the cases behind it, and the custody chain of what he signed."""
    scan = (
        command.application_scan
        if isinstance(command, RecordPaperApplication)
        else command.withdrawal_scan
    )
    own = of_chain(command, actor, states)
    return (*own, f"evidence:{scan}") if scan else own


def of_certificate(
    command: RecordStudy | RecordExam, actor: Actor, states: Mapping[str, Any]
) -> tuple[str, ...]:
    """The doctor's file, the certificate's custody chain, the files of those it names, the pass mark of an exam."""
    return (f"points:{command.prac_psn_code}", *streams_of(command), STREAM)


def apply(ask: Ask[ApplyRestoration, PointsState]) -> list[Draft]:
    """RestorationApplied when the county rule allows it; a national ban refuses with its end."""
    c = ask.command
    required(statement=c.statement)
    if not c.commitment:
        raise refuse("FIELD_REQUIRED", field="服务承诺书", field_en="letter of commitment")
    return _applied(ask, c.statement)


def apply_on_paper(ask: Ask[RecordPaperApplication, PointsState]) -> list[Draft]:
    """RestorationApplied on what the doctor signed, brought in by his institution or the agency."""
    c, file = ask.command, ask.state
    required(statement=c.statement)
    if not c.application_scan:
        raise refuse(
            "FIELD_REQUIRED",
            field="医师签字的申请与服务承诺书（扫描件）",
            field_en="the scan of the application and commitment, signed by the doctor",
        )
    number = f"R{len(file.restorations) + 1}"
    paper = Serves(
        f"{file.stream}/application:{number}",
        f"恢复申请 {number} 的申请与服务承诺书",
        f"application {number} for restoration with its commitment",
    )
    scan, told = scanned(ask, c.application_scan, Wanted(paper))
    return [*_applied(ask, c.statement, paper=scan), *told]


def _applied(ask: Ask[Any, PointsState], statement: str, **more: dict[str, str]) -> list[Draft]:
    """RestorationApplied, and what it waits for from the start: objections that nobody answered yet."""
    file = with_police(ask.state, ask.states)
    now = standing(file, local_date(ask.at))
    rules_id = eligible(now, ask.states[STREAM], ask.at)
    free_of_bars(file, ask.actor)
    applied = draft(
        file.stream,
        "RestorationApplied",
        application_id=f"R{len(file.restorations) + 1}",
        statement=statement,
        rule_set=rules_id,
        covers=frozenset(e.entry_id for e in file.entries if e.counts),
        refusal_by=ask.states[STREAM].value("restoration_refusal_by", local_date(ask.at)),
        **more,
    )
    pending = [e for e in file.entries if e.objection and not e.resolution and not e.void]
    rests = [halt_event(file, HaltKind.OBJECTION, e.entry_id, e.objection or "") for e in pending]
    return [applied, *rests]


def eligible(now: Standing, bureau: BureauState, at: datetime) -> str:
    """Return the rule set under which a doctor may be restored; refuse with the reason."""
    sanction = now.sanction
    if now.status is not Status.TERMINATED or sanction is None:
        raise refuse("NOTHING_TO_RESTORE", standing=now.zh, standing_en=now.en)
    if sanction.national:
        raise barred(sanction)
    parameter = rule_set(sanction.rule_set).restoration_parameter
    if parameter is None or bureau.value(parameter, local_date(at)) != "enabled":
        raise refuse("RESTORATION_DISABLED", parameter=parameter or "")
    return sanction.rule_set


def study(ask: Ask[RecordStudy, PointsState]) -> list[Draft]:
    """StudyRecorded: hours with their certificate, turned into learning points."""
    c, file = ask.command, ask.state
    required(course=c.course)
    named = certified(c, ask.actor, ask.states, file)
    if not c.hours.is_finite() or not 0 < c.hours <= 200:
        raise refuse(
            "BAD_VALUE",
            field="学时",
            field_en="hours of study",
            why="应大于 0 且不超过 200",
            why_en="more than 0 and at most 200",
        )
    if c.studied_on > local_date(ask.at):
        raise refuse(
            "DATE_ORDER",
            what="学习日期不得晚于今天",
            what_en="the day of study may not lie after today",
        )
    return [
        draft(
            file.stream,
            "StudyRecorded",
            kind="study",
            title=c.course,
            on=c.studied_on,
            certificate=c.certificate,
            hours=c.hours,
            mark=None,
            passed=False,
            points=study_points(file, c.hours),
            **_until(c, c.studied_on),
        ),
        proves(c.certificate, file, "study", named),
    ]


def exam(ask: Ask[RecordExam, PointsState]) -> list[Draft]:
    """ExamRecorded: the mark decides whether it is passed."""
    c, file = ask.command, ask.state
    required(exam=c.exam)
    named = certified(c, ask.actor, ask.states, file)
    if not 0 <= c.mark <= 100:
        raise refuse(
            "BAD_VALUE",
            field="成绩",
            field_en="exam result",
            why="应为 0–100 分",
            why_en="0 to 100",
        )
    if c.held_on > local_date(ask.at):
        raise refuse(
            "DATE_ORDER", what="考试日期不得晚于今天", what_en="the exam may not lie after today"
        )
    passed = c.mark >= pass_mark_on(ask.states, file, c.held_on)
    return [
        draft(
            file.stream,
            "ExamRecorded",
            kind="exam",
            title=c.exam,
            on=c.held_on,
            certificate=c.certificate,
            hours="0",
            mark=c.mark,
            passed=passed,
            points=exam_points(file, local_date(ask.at)) if passed else 0,
            **_until(c, c.held_on),
        ),
        proves(c.certificate, file, "exam", named),
    ]


def _until(c: RecordStudy | RecordExam, on: date) -> dict[str, date]:
    """Until when the certificate proves what it says, where it says so itself."""
    if c.valid_until is None:
        return {}
    if c.valid_until < on:
        raise refuse(
            "DATE_ORDER",
            what="证明材料的有效期应不早于学习或考试日期",
            what_en="the certificate holds at least until the day of the study or exam",
        )
    return {"valid_until": c.valid_until}


def strike(ask: Ask[StrikeLearning, PointsState]) -> list[Draft]:
    """LearningStruck by other eyes than recorded it; what is left is reckoned anew."""
    c, file = ask.command, ask.state
    required(reasons=c.reasons)
    found = next((one for one in current(file) if one.certificate == c.certificate), None)
    if found is None:
        raise refuse(
            "NOT_FOUND",
            what=f"证明材料为 {c.certificate} 的学习记录",
            what_en=f"a study record with certificate {c.certificate}",
        )
    if found.struck_by is not None:
        raise refuse("ALREADY_DONE")
    other_eyes(ask.actor, (found.by,), *STRUCK)
    return [draft(file.stream, "LearningStruck", certificate=c.certificate, reasons=c.reasons)]


STRUCK = ("登记与撤销学习记录", "striking the record")


def _strikable(file: PointsState, actor: Actor, at: datetime) -> None:
    """Some entry of the application still counts that somebody else recorded."""
    hands = [one.by for one in current(file) if one.struck_by is None]
    if not hands:
        raise refuse("STEP_MISSING", step="登记学习或考试", step_en="a study record or an exam")
    if all(hand.is_actor(actor) for hand in hands):
        other_eyes(actor, hands, *STRUCK)


def enough(file: PointsState, at: datetime) -> None:
    """Refuse NOT_EARNED while what counts on the day is not enough, or no exam is passed."""
    today = local_date(at)
    if not learned(file, today):
        raise refuse("NOT_EARNED", earned=earned(file, today), need=learning_of(file).need)


def submit(ask: Ask[SubmitRestoration, PointsState]) -> list[Draft]:
    """RestorationSubmitted once enough is earned and the exam is passed."""
    file = with_police(ask.state, ask.states)
    may_go_on(file, ask.actor, ask.at)
    enough(file, ask.at)
    today, bureau = local_date(ask.at), ask.states[STREAM]
    # What holds on the day of submission stays: a later change of a parameter moves no application.
    data = {
        "earned": earned(file, today),
        "remarks": ask.command.remarks,
        "parties": of_event(asked(file.fixmedins_code, file.institutions, bureau, today)),
        "refusal_ends": bureau.value("party_disagreement", today) == "refused",
    }
    return [draft(file.stream, "RestorationSubmitted", **data)]


def resubmit(ask: Ask[ResubmitRestoration, PointsState]) -> list[Draft]:
    """Corrected and sent back to the body that returned it; its time runs anew."""
    required(answer=ask.command.answer)
    application = ask.state.restoration
    step = application.returned_from if application else None
    if step is None:
        raise refuse("WAIT_FOR_RETURN", step="退回补正", step_en="returned for correction")
    return [draft(ask.state.stream, RESUBMITTED[step], answer=ask.command.answer)]


def withdraw(ask: Ask[WithdrawRestoration, PointsState]) -> list[Draft]:
    """RestorationWithdrawn by the doctor."""
    return [draft(ask.state.stream, "RestorationWithdrawn", reasons=ask.command.reasons)]


def withdraw_on_paper(ask: Ask[RecordPaperWithdrawal, PointsState]) -> list[Draft]:
    """RestorationWithdrawn on what the doctor signed."""
    c, file = ask.command, ask.state
    application = file.restoration
    if application is None:
        raise refuse("STEP_MISSING", step="恢复申请", step_en="an application for restoration")
    if not c.withdrawal_scan:
        raise refuse(
            "FIELD_REQUIRED",
            field="医师签字的撤回申请（扫描件）",
            field_en="the scan of the withdrawal, signed by the doctor",
        )
    paper = Serves(
        f"{file.stream}/withdrawal:{application.application_id}",
        f"恢复申请 {application.application_id} 的撤回申请",
        f"withdrawal of application {application.application_id}",
    )
    scan, told = scanned(ask, c.withdrawal_scan, Wanted(paper))
    gone = draft(file.stream, "RestorationWithdrawn", reasons=c.reasons, paper=scan)
    return [gone, *told]


def own_doctor(file: PointsState, actor: Actor, at: datetime) -> None:
    """Only the doctor himself."""
    if actor.prac_psn_code != file.prac_psn_code:
        raise refuse("NOT_YOURS")


def own_or_agency(file: PointsState, actor: Actor, at: datetime) -> None:
    """The doctor, his institution, or the agency."""
    if not actor.holds(Role.AGENCY_OFFICER):
        own_file(file, actor, at)


def terminated(file: PointsState, actor: Actor, at: datetime) -> None:
    """There is a termination to be lifted; a national ban and a bar are refused here."""
    now = standing(file, local_date(at))
    if now.sanction is not None and now.sanction.national:
        eligible(now, BureauState(), at)
    if now.status is not Status.TERMINATED:
        raise refuse("NOTHING_TO_RESTORE", standing=now.zh, standing_en=now.en)
    free_of_bars(file, actor)


#: Whoever gave an opinion neither sends in nor records what the next opinion rests on.
BODIES = ("party", "centre", "bureau")
DOCTOR = frozenset({Role.PHYSICIAN})
SENDERS = frozenset({Role.PHYSICIAN, Role.INSURANCE_OFFICE})
RECORDERS = frozenset({Role.INSURANCE_OFFICE, Role.AGENCY_OFFICER})
STUDY = frozenset({Step.STUDYING.value, Step.RETURNED.value})
RUNNING = frozenset(step.value for step in Step if step not in ENDED)
ACTS = (
    Act(
        ApplyRestoration, "申请恢复", "apply for restoration", DOCTOR, of_chain, apply,
        frozenset({"none", *(step.value for step in ENDED)}), (own_doctor, terminated), rank=20,
    ),
    Act(
        RecordPaperApplication, "登记书面恢复申请", "record an application on paper", RECORDERS, of_paper,
        apply_on_paper, frozenset({"none", *(step.value for step in ENDED)}),
        (not_himself, own_or_agency, terminated), rank=21,
    ),
    Act(
        RecordStudy, "登记学时", "record study hours", RECORDERS, of_certificate, study, STUDY,
        (own_or_agency, separate(*BODIES)), rank=30,
    ),
    Act(
        RecordExam, "登记考试成绩", "record an exam", RECORDERS, of_certificate, exam, STUDY,
        (own_or_agency, separate(*BODIES)), rank=31,
    ),
    Act(
        StrikeLearning, "撤销学习记录", "strike a study record",
        frozenset({Role.SUPERVISOR, Role.AGENCY_OFFICER}), file_stream, strike, RUNNING,
        (_strikable, unrelated), rank=94,
    ),
    Act(
        SubmitRestoration, "提交医院党组织", "submit to the party organisation", SENDERS,
        of_chain, submit, frozenset({Step.STUDYING.value}), (own_file, untouched(*BODIES)),
        rank=25,
        leads=learned,
    ),
    Act(
        ResubmitRestoration, "补正后再提交", "resubmit", SENDERS, file_stream, resubmit,
        frozenset({Step.RETURNED.value}), (own_file, untouched(*BODIES)), rank=10,
    ),
    Act(
        WithdrawRestoration, "撤回申请", "withdraw", DOCTOR, file_stream, withdraw, RUNNING,
        (own_doctor,), rank=90,
    ),
    Act(
        RecordPaperWithdrawal, "登记书面撤回申请", "record a withdrawal on paper", RECORDERS, of_paper,
        withdraw_on_paper, RUNNING, (not_himself, own_or_agency), rank=91,
    ),
)  # fmt: skip
