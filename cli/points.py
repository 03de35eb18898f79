"""`jicha points …`: a doctor's file, scores and restoration, as the signed-in person."""

from dataclasses import asdict
from datetime import date
from typing import Annotated, Any

import neo4j
import typer

from casework.actors import Actor
from casework.commands import points as p
from casework.commands import restoration as r
from casework.commands.base import Command
from casework.commands.case import Outcome
from casework.commands.parameters import (
    AttachParameterApproval,
    DecideParameter,
    ProposeParameter,
)
from casework.documents.beside import Approval
from casework.events import event_json, to_json
from casework.law.remedy import KINDS, PENDING
from casework.law.remedy import OUTCOMES as REMEDY_OUTCOMES
from casework.points.rules import rule_sets
from casework.refusal import refuse
from casework.restoration.bar import bar_row, bars_of
from casework.restoration.lapses import told_now
from casework.restoration.papers import lacking, named_paper
from casework.restoration.state import Party, Restoration, Ruling, Step
from cli import approvals, courses, parameters, restorations, settle
from cli.case_text import clock_line
from cli.clock_text import deadline_json
from cli.columns import columns
from cli.forms import add_act, value_of
from cli.language import cited, say
from cli.output import JsonOption, Output
from cli.person import as_person, now, viewer
from graph.points.list import FileFilter, FileList, list_files
from graph.points.page import AsOf, PointsPage, points_as_of, points_page
from graph.points.preview import preview
from graph.reviews.files import FileReview, files_since

points = typer.Typer(help="记分与资格恢复 / demerit points and restoration", no_args_is_help=True)
foreseen = typer.Typer(
    help="办理前列出后果，不办理 / what an act would bring about; nothing is done",
    no_args_is_help=True,
)
Doctor = Annotated[str, typer.Argument(help="prac_psn_code")]
DOCTOR = ("prac_psn_code",)
ENTRY = ("prac_psn_code", "entry_id")

ACTS: tuple[tuple[str, type[Command], str, tuple[str, ...]], ...] = (
    ("record", p.RecordScore, "登记记分 / record a score", DOCTOR),
    ("practice", p.AddPracticePoint, "登记其他执业机构 / add a place of practice", DOCTOR),
    ("leave", p.LeavePractice, "登记离开执业机构 / record that a place was left", DOCTOR),
    ("notify", p.NotifyScore, "送达记分告知书 / serve notice of a score", ENTRY),
    (
        "correct-service",
        p.CorrectScoreService,
        "更正记分告知书送达日期 / correct the service of a score's notice",
        ENTRY,
    ),
    ("receipt", p.AttachScoreReceipt, "附入送达回证 / attach the receipt of a notice", ENTRY),
    (
        "object-paper",
        p.RecordPaperObjection,
        "登记书面异议申诉 / record an objection on paper",
        ENTRY,
    ),
    ("object", p.ObjectToScore, "提出异议申诉 / object to a score", ENTRY),
    ("resolve", p.ResolveObjection, "复核异议 / resolve an objection", ENTRY),
    (
        "review",
        p.ReviewScore,
        "决定变更后复核记分 / review a score after a changed decision",
        ENTRY,
    ),
    ("repair", p.RecordRepair, "登记修复活动 / record a repair of points", DOCTOR),
    (
        "repair-decide",
        p.DecideRepair,
        "认定修复减分 / recognise a repair",
        ("prac_psn_code", "repair_id"),
    ),
    ("annul", p.AnnulScore, "撤销记分 / annul a score", ENTRY),
    ("parameter", ProposeParameter, "建议修改本局参数 / propose a parameter", ("name", "value")),
    (
        "parameter-decide",
        DecideParameter,
        "批准或退回参数修改 / approve or refuse a parameter",
        ("proposal_id",),
    ),
    (
        "approval-attach",
        p.AttachFileApproval,
        "附入审批表签字件 / attach a signed approval form",
        ("prac_psn_code", "about"),
    ),
    (
        "parameter-approval",
        AttachParameterApproval,
        "附入参数审批表签字件 / attach the signed form of a parameter",
        ("proposal_id",),
    ),
    ("bar", r.RecordRestorationBar, "登记恢复限制 / record a bar to restoration", DOCTOR),
    (
        "bar-lift",
        r.LiftRestorationBar,
        "解除恢复限制 / lift a bar to restoration",
        ("prac_psn_code", "bar_id"),
    ),
    ("apply", r.ApplyRestoration, "申请恢复 / apply for restoration", DOCTOR),
    (
        "apply-paper",
        r.RecordPaperApplication,
        "登记书面恢复申请 / record an application on paper",
        DOCTOR,
    ),
    ("study", r.RecordStudy, "登记学时 / record study hours", DOCTOR),
    ("exam", r.RecordExam, "登记考试成绩 / record an exam", DOCTOR),
    (
        "strike",
        r.StrikeLearning,
        "撤销学习或考试记录 / strike a study or exam record",
        ("prac_psn_code", "certificate"),
    ),
    ("submit", r.SubmitRestoration, "提交医院党组织 / submit to the party organisation", DOCTOR),
    ("resubmit", r.ResubmitRestoration, "补正后再提交 / resubmit", DOCTOR),
    ("withdraw", r.WithdrawRestoration, "撤回申请 / withdraw", DOCTOR),
    (
        "withdraw-paper",
        r.RecordPaperWithdrawal,
        "登记书面撤回申请 / record a withdrawal on paper",
        DOCTOR,
    ),
    (
        "paper",
        r.AttachRestorationPaper,
        "附入恢复文书签章件 / attach a signed paper of a restoration",
        ("prac_psn_code", "paper", "paper_scan"),
    ),
    ("serve", r.ServeRestoration, "送达恢复决定 / serve the decision on a restoration", DOCTOR),
    (
        "correct-restoration-service",
        r.CorrectRestorationService,
        "更正恢复决定送达日期 / correct the service of a restoration's decision",
        DOCTOR,
    ),
    (
        "announce-restoration",
        r.AnnounceRestoration,
        "公告送达恢复决定 / post the decision on a restoration",
        DOCTOR,
    ),
    (
        "stop-revocation",
        r.StopRevocation,
        "登记停止执行撤销恢复 / record that the execution of a revocation is stopped",
        ("prac_psn_code", "remedy_id"),
    ),
    (
        "resume-revocation",
        r.ResumeRevocation,
        "登记恢复执行撤销恢复 / record that the execution of a revocation goes on",
        ("prac_psn_code", "remedy_id"),
    ),
    (
        "remedy",
        r.RecordRestorationRemedy,
        "登记对恢复决定的复议或诉讼 / record a review or suit on a restoration",
        ("prac_psn_code", "kind", "body"),
    ),
    (
        "close-remedy",
        r.CloseRestorationRemedy,
        "登记恢复复议、诉讼结果 / record the outcome on a restoration",
        ("prac_psn_code", "remedy_id", "outcome"),
    ),
    ("recuse", r.RecuseFromRestoration, "申明回避 / withdraw as related", DOCTOR),
    (
        "recusal",
        r.RequestRestorationRecusal,
        "申请审批（经办）人员回避 / ask that an approver or agency officer withdraw",
        ("prac_psn_code", "decider"),
    ),
    (
        "decide-recusal",
        r.DecideRestorationRecusal,
        "决定审批（经办）人员回避 / decide on the recusal of an approver or agency officer",
        ("prac_psn_code", "recusal_id"),
    ),
    ("register", r.ReRegister, "重新登记备案 / re-register", DOCTOR),
    ("halt", r.HaltRestoration, "中止恢复程序 / let the application rest", DOCTOR),
    ("resume", r.ResumeRestoration, "恢复办理 / go on with the application", DOCTOR),
    ("dismiss", r.DismissRestoration, "终结并不予恢复 / end a resting application", DOCTOR),
    ("propose-revocation", r.ProposeRevocation, "建议撤销恢复 / propose to revoke", DOCTOR),
    (
        "revocation-statement",
        r.StateOnRevocation,
        "对撤销恢复陈述申辩 / state on the revocation",
        DOCTOR,
    ),
    ("refuse-revocation", r.RefuseRevocation, "不予撤销恢复 / refuse to revoke", DOCTOR),
    (
        "withdraw-revocation",
        r.WithdrawRevocation,
        "撤回撤销恢复的建议 / withdraw the proposal to revoke",
        DOCTOR,
    ),
    ("revoke", r.RevokeRestoration, "撤销恢复 / revoke a restoration", DOCTOR),
)
#: Acts after which totals, sanctions or withheld fees may differ; no reason is asked before they are done.
FORESEEN: tuple[tuple[str, type[Command], str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("record", p.RecordScore, "登记记分的后果 / what recording a score brings about", DOCTOR, ("reasons",)),
    ("annul", p.AnnulScore, "撤销记分的后果 / what annulling a score brings about", ENTRY, ("reasons", "document_no")),
    ("resolve", p.ResolveObjection, "复核异议的后果 / what resolving an objection brings about", ENTRY, ("reasons",)),
    ("review", p.ReviewScore, "决定变更后复核的后果 / what a review brings about", ENTRY, ("reasons",)),
    ("repair", p.DecideRepair, "认定修复减分的后果 / what recognising a repair brings about", ("prac_psn_code", "repair_id"), ("reasons",)),
    ("revoke", r.RevokeRestoration, "撤销恢复的后果 / what revoking a restoration brings about", DOCTOR, ("reasons",)),
    ("close-remedy", r.CloseRestorationRemedy, "复议、诉讼结果的后果 / what the outcome of a review or suit brings about", ("prac_psn_code", "remedy_id", "outcome"), ("reasons", "document_no")),
)  # fmt: skip
BODIES: tuple[tuple[str, type[Command], str, str], ...] = (
    ("party", r.GivePartyOpinion, "医院党组织", "party organisation"),
    ("centre", r.ReviewRestoration, "基金监管中心", "supervision centre"),
    ("bureau", r.DecideRestoration, "县医保局", "bureau"),
)
OUTCOMES = (
    ("approve", Outcome.APPROVED, "同意", "approves"),
    ("return", Outcome.RETURNED, "退回补正", "returns it"),
    ("refuse", Outcome.REFUSED, "不同意", "refuses"),
)


def register(app: typer.Typer) -> None:
    """Add the commands: `party-approve`, `centre-return`, … for the three bodies."""
    for verb, kind, help, arguments in ACTS:
        add_act(points, verb, kind, help, arguments=arguments)
    for body, kind, zh, en in BODIES:
        for verb, outcome, says, says_en in OUTCOMES:
            fixed, help = {"outcome": outcome}, f"{zh}{says} / {en} {says_en}"
            add_act(points, f"{body}-{verb}", kind, help, fixed=fixed, arguments=DOCTOR)
    for verb, kind, help, arguments, blank in FORESEEN:
        given = dict.fromkeys(blank, "预览")
        add_act(foreseen, verb, kind, help, fixed=given, arguments=arguments, do=_foresee)
    points.add_typer(foreseen, name="consequences")
    courses.add_to(points)
    restorations.add_to(points)
    settle.add_to(points)
    parameters.add_to(points)
    approvals.add_to(points)
    app.add_typer(points, name="points")


@points.command("show")
def show(
    prac_psn_code: Doctor,
    as_of: Annotated[str | None, typer.Option("--as-of", help="YYYY-MM-DD")] = None,
    json: JsonOption = False,
) -> None:
    """一医一档：记分、学习积分、状态、期限；可看任一日 / a doctor's file, today or as of a day."""
    out = Output(json)
    if as_of is not None:
        show_as_of(out, prac_psn_code, as_of)
        return

    async def _work(driver: neo4j.AsyncDriver, actor: Actor) -> PointsPage:
        page = await points_page(driver, viewer(actor), prac_psn_code, now())
        if page is None:
            raise refuse(
                "NOT_FOUND",
                what=f"医师 {prac_psn_code} 的档案",
                what_en=f"file of doctor {prac_psn_code}",
            )
        return page

    page = as_person(out, _work)
    out.result(_json(page), _text(page))


def show_as_of(out: Output, prac_psn_code: str, day: str) -> None:
    """The file as known on a day, and that day as it is known today."""
    on = value_of(date, day, "as_of")

    async def _work(driver: neo4j.AsyncDriver, actor: Actor) -> AsOf:
        found = await points_as_of(driver, viewer(actor), prac_psn_code, on)
        if found is None:
            raise refuse(
                "NOT_FOUND",
                what=f"医师 {prac_psn_code} 的档案",
                what_en=f"file of doctor {prac_psn_code}",
            )
        return found

    found = as_person(out, _work)
    today = found.standing_today
    known = found.known
    out.result(
        {
            "as_of": day,
            "known": _json(known) if known else None,
            "status_today": today.status.value,
            "total_today": today.total,
        },
        say(f"截至 {day}：", f"as of {day}: ")
        + (_text(known) if known else say("尚无档案", "no file yet"))
        + "\n"
        + say(
            f"按今日所知，该日状态：{today.zh}，年度记分 {today.total}",
            f"as known today, on that day: {today.en}, points of the year {today.total}",
        ),
    )


def _foresee(out: Output, command: p.PointsCommand, told: str) -> None:
    """What an act would bring about, or the refusal that it would meet; nothing is written."""

    async def _work(driver: neo4j.AsyncDriver, actor: Actor) -> Any:
        return await preview(driver, command, actor, now())

    standing, found = as_person(out, _work)
    rows = [to_json(asdict(one)) for one in found]
    text = "\n".join(say(one.zh, one.en) for one in found) or say("没有变化", "nothing changes")
    out.result({"status": standing.status.value, "consequences": rows}, text)


@points.command("list")
def list_command(
    restoring: Annotated[
        bool,
        typer.Option("--restoring", help="仅恢复申请中 / only those who apply for restoration"),
    ] = False,
    text: Annotated[str | None, typer.Option(help="姓名或编码 / name or code")] = None,
    first: Annotated[int, typer.Option(min=1, max=100)] = 50,
    json: JsonOption = False,
) -> None:
    """医师档案列表 / list doctors' files."""
    out = Output(json)
    filters = FileFilter(restoring=True if restoring else None, text=text)

    async def _work(
        driver: neo4j.AsyncDriver, actor: Actor
    ) -> tuple[FileList, dict[str, FileReview]]:
        who = viewer(actor)
        page = await list_files(driver, who, now(), filters, first=first)
        codes = [one.state.prac_psn_code for one in page.rows]
        return page, await files_since(driver, who, codes, now())

    found, since = as_person(out, _work)
    lines = columns(
        [
            (
                f.state.prac_psn_code,
                f.state.name,
                say(f.standing.zh, f.standing.en),
                _mark(since.get(f.state.prac_psn_code)),
            )
            for f in found.rows
        ]
    )
    rows = [_json(page) | _since(since.get(page.state.prac_psn_code)) for page in found.rows]
    told = "\n".join(lines) or say("没有医师档案", "no doctor's file")
    out.result({"files": rows, "has_more": found.has_more}, told)


def _since(one: FileReview | None) -> dict[str, Any]:
    """What came after the reader's last look; nothing for who reviews no files."""
    if one is None:
        return {}
    looked = one.looked_at.isoformat() if one.looked_at else None
    return {"since": {"looked_at": looked, "count": len(one.since)}}


def _mark(one: FileReview | None) -> str:
    """The same in a word."""
    if one is None or (one.looked_at and not one.since):
        return ""
    if not one.looked_at:
        return say("尚未看过", "not looked at yet")
    return say(f"{len(one.since)} 项新", f"{len(one.since)} new")


@points.command("rules")
def rules(json: JsonOption = False) -> None:
    """记分规则及其依据 / the dated rule sets with their bands."""
    sets = rule_sets()
    lines = []
    for s in sets:
        mark = say(f"（{s.mark}）", f" ({s.mark})")
        names = say(s.zh, s.en)
        lines.append(f"{s.id}  {names}  {s.valid_from}–{s.valid_to or ''}  {cited(s.basis)}{mark}")
        unit = say("分", "points")
        if s.repair is not None:
            lines.append(
                f"  {cited(s.repair.basis)}" + say(f"（{s.repair.mark}）", f" ({s.repair.mark})")
            )
        rows = [(f"  {a.id}", f"{a.min}–{a.max} {unit}", say(a.zh, a.en)) for a in s.acts]
        lines += columns(rows)
    out = Output(json)
    out.result({"rule_sets": [to_json(asdict(s)) for s in sets]}, "\n".join(lines))


def _json(page: PointsPage) -> dict[str, Any]:
    now_standing = page.standing
    return {
        "prac_psn_code": page.state.prac_psn_code,
        "version": page.state.version,
        "name": page.state.name,
        "status": now_standing.status.value,
        "status_zh": now_standing.zh,
        "until": now_standing.until,
        "total": now_standing.total,
        "totals": {str(year): total for year, total in page.totals.items()},
        "earned": page.earned,
        "step": page.state.stage,
        "state": to_json(asdict(page.state)),
        "ledgers": [to_json(asdict(book)) for book in page.books],
        "without_ledger": list(page.bookless),
        "certificates_used_twice": [asdict(one) for one in page.twice],
        "bars": [to_json(asdict(bar)) for bar in bars_of(page.state)],
        "events": [event_json(event) for event in page.events],
        "deadlines": [to_json(deadline_json(deadline)) for deadline in page.deadlines],
        "actions": [asdict(action) for action in page.actions],
    }


def _approval(one: Approval) -> str:
    """An act with its approval form, and whether the signed one is there."""
    scan = one.scan.name if one.scan else say("（缺签字件）", " (signed form missing)")
    return f"{one.about}  {say(one.named.zh, one.named.en)}  {scan}"


def _asked(party: Party, application: Restoration) -> str:
    """A party organisation that is asked, for whom it speaks, and what it said."""
    said = application.party_opinion(party.body)
    waits = application.step is Step.PARTY and party.body in application.owing
    words = {
        None: ("", ""),
        "approved": ("同意", "approved"),
        "returned": ("退回补正", "returned"),
        "refused": ("不同意", "refused"),
    }[said.outcome if said else None]
    told = say(*words)
    if waits:
        told = say(f"{told}，待提出" if told else "待提出", f"{told}, waits" if told else "waits")
    places = say("、", ", ").join(party.places)
    stands = say(f"（代 {places}）", f" (for {places})") if party.stands_in else ""
    return say(
        f"{party.body} 党组织{stands}：", f"party organisation of {party.body}{stands}: "
    ) + (f"{told}  {said.reasons}".rstrip() if said else told)


def _on_paper(one: Restoration) -> list[str]:
    """What an application lacks on paper, and how what was decided was served."""
    missing = [say(*named_paper(one, *key)) for key in lacking(one)]
    told = [say("尚缺：", "lacks: ") + say("、", ", ").join(missing)] if missing else []
    titles = {
        Ruling.DECISION: ("恢复（不予恢复）决定送达", "decision served"),
        Ruling.REVOCATION: ("撤销恢复决定送达", "revocation served"),
    }
    served = (f"{say(*titles[each.ruling])} {each.on} {each.particulars}" for each in one.services)
    return [*told, *(line.strip() for line in served)]


def _remedied(one: Restoration) -> list[str]:
    """Reviews and suits against what was served, and what came of them."""
    return [
        " ".join(
            str(part)
            for part in (
                each.remedy_id, say(*KINDS[each.kind]), each.filed_on, each.body, each.document_no,
                say(*(REMEDY_OUTCOMES[each.outcome] if each.outcome else PENDING)),
            )
        )
        for each in one.remedies
    ]  # fmt: skip


def _text(page: PointsPage) -> str:
    state, standing = page.state, page.standing
    until = ""
    if standing.sanction:
        end = standing.until or say("恢复时", "restoration")
        until = say(f"（至 {end}）", f" (until {end})")
    lines = [
        f"{state.prac_psn_code}  {state.name}  {say(standing.zh, standing.en)}{until}",
        say(
            f"本年度记分 {standing.total}    学习积分 {page.earned}    恢复：{state.stage_zh}",
            f"points this year {standing.total}    study points {page.earned}    "
            f"restoration: {state.stage_en}",
        ),
    ]
    for entry in state.entries:
        void = say("（已撤销）", " (annulled)") if entry.void else ""
        if entry.review_due is not None:
            void = say("（决定变更，待复核）", " (decision changed: to be reviewed)")
        points = say(f"{entry.points} 分", f"{entry.points} points")
        lines.append(f"  {entry.entry_id}  {entry.counted_on}  {points}{void}  {entry.reasons}")
    if state.restoration is not None:
        lines += [f"  {_asked(party, state.restoration)}" for party in state.restoration.parties]
        lines += [f"  {one}" for one in _on_paper(state.restoration)]
    lines += [f"  {told}" for one in state.restorations for told in _remedied(one)]
    for record, lapsed in told_now(state, standing.on):
        lines.append(
            say(
                f"  “{record.title}”的证明{'已' if lapsed else '将'}于 {record.valid_until} 到期",
                f"  certificate of '{record.title}' {'ended' if lapsed else 'ends'} on "
                f"{record.valid_until}",
            )
        )
    for used in page.twice:
        who = say("、", ", ").join(f"{code} {name}" for code, name in used.doctors)
        lines.append(
            say(
                f"  证明 {used.certificate} 另用于医师 {who} 的档案，请核实",
                f"  certificate {used.certificate} stands on the file of {who}, too: check it",
            )
        )
    lines += [f"  {say(*book.said)}" for book in page.books]
    if page.bookless:
        ids = say("、", ", ").join(page.bookless)
        lines.append(
            say(
                f"  记分 {ids} 的依据不是本系统的案件，无追缴台账可比对",
                f"  {ids}: decided elsewhere, no recovery ledger to compare with",
            )
        )
    for one in state.repairs:
        how = {
            None: say("待认定", "waits"),
            "approved": say(f"减 {one.points} 分", f"{one.points} points off"),
            "refused": say("未认定", "refused"),
        }[one.outcome]
        lines.append(f"  {one.repair_id}  {one.held_on}  {one.title}  {how}")
    for bar in bars_of(state):
        row = bar_row(bar.ground)
        lifted = ""
        if bar.lifted_by:
            no = bar.lifted_document_no
            lifted = say(f"（已凭 {no} 解除）", f" (lifted by {no})")
        lines.append(f"  {bar.bar_id}  {say(row.zh, row.en)}  {bar.document_no}{lifted}")
    lines += [clock_line(clock) for clock in page.deadlines]
    lines += [f"  {_approval(one)}" for one in state.approvals]
    acts = say("、", ", ").join(say(action.zh, action.en) for action in page.actions)
    return "\n".join([*lines, say(f"可办理：{acts}", f"may be done: {acts}")])
