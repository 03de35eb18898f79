"""`jicha case …`: every act on a case, as the signed-in person."""

from dataclasses import replace
from datetime import date
from typing import Annotated, Any, Final

import neo4j
import typer

from casework.actors import Actor
from casework.commands import agreement, clocks, documents, referral
from casework.commands import case as c
from casework.events import to_json
from casework.refusal import refuse
from cli.act import act
from cli.case_binding import add_to as add_binding
from cli.case_consequences import add_to as add_consequences
from cli.case_evidence import add_to as add_evidence
from cli.case_lines import add_to as add_lines
from cli.case_messages import add_to as add_messages
from cli.case_people import add_to as add_people
from cli.case_text import case_json, case_line, case_text
from cli.case_worksheets import add_to as add_worksheets
from cli.findings_of import finding_refs
from cli.forms import add_act, verbs_of
from cli.language import say
from cli.output import JsonOption, Output
from cli.person import as_person, now, viewer
from graph.cases.list import CaseFilter, list_cases
from graph.cases.page import CasePage, case_page
from graph.commands import execute

case = typer.Typer(help="案件 / cases", no_args_is_help=True)
CaseNo = Annotated[str, typer.Argument(help="案件编号 / case number")]
Day = Annotated[str, typer.Option(help="YYYY-MM-DD")]

ACTS: tuple[tuple[str, type[c.CaseCommand], str], ...] = (
    ("assign", c.AssignOfficers, "指派承办人员 / assign officers"),
    ("propose-filing", c.ProposeFiling, "提请立案审批 / propose to file or not"),
    ("propose-extension", c.ProposeExtension, "提请延长期限 / ask for more time"),
    ("propose-closing", c.ProposeClosing, "提请结案 / propose to close the case"),
    ("review", c.ReviewSubmission, "审核呈批事项 / give an opinion on what is submitted"),
    ("file", c.FileCase, "批准立案 / file the case"),
    ("decline", c.DeclineCase, "不予立案 / do not file"),
    ("extend-clue", c.ExtendClue, "延长线索核查 / extend the clue check"),
    ("start", c.StartInvestigation, "开始调查 / start the investigation"),
    ("inspect", c.RecordInspection, "记录现场检查 / record an inspection"),
    ("interview-write", c.WriteInterview, "记录询问笔录 / write an interview"),
    ("interview-end", c.EndInterview, "结束询问 / end an interview"),
    (
        "interview-signed",
        c.AttachInterviewRecord,
        "附入询问笔录签名件 / attach the signed interview",
    ),
    ("visit-record", c.RecordHomeVisit, "登记走访结果 / record a home visit"),
    ("visit-signed", c.AttachVisitRecord, "附入走访记录签名件 / attach the signed record"),
    ("ring", c.AttachRing, "并入疑似团伙 / attach a ring"),
    ("cite", c.CiteEvidence, "引用他案证据 / cite evidence of another case"),
    ("uncite", c.WithdrawCitation, "撤回引用 / withdraw a citation"),
    ("exclude", c.ProposeExclusion, "提请排除证据 / propose to rule evidence out"),
    ("reinstate", c.ProposeReinstatement, "提请恢复证据 / propose to take evidence back"),
    ("exclude-decide", c.DecideExclusion, "决定排除（恢复）证据 / decide on ruling evidence out"),
    ("protect-reporter", c.ProtectReporter, "标记为举报材料 / mark as the reporter's"),
    ("picture", c.AttachPicture, "附入关系图 / attach a picture"),
    ("task", c.AddTask, "布置任务 / add a task"),
    ("finish-task", c.FinishTask, "完成任务 / finish a task"),
    ("note", c.AddNote, "记备注 / add a note"),
    (
        "correct-conduct",
        c.CorrectConduct,
        "更正行为起止时间 / correct the period of the conduct",
    ),
    (
        "correct-party",
        c.CorrectParty,
        "更正当事人地址、法定代表人 / correct the party's address and representative",
    ),
    ("report", c.WriteReport, "撰写调查终结报告 / write the report"),
    ("worksheet", c.DrawWorksheet, "处罚测算 / draw a worksheet"),
    ("propose", c.ProposePenalty, "提出处罚建议 / propose a penalty"),
    (
        "send-back",
        c.ReturnToInvestigation,
        "退回补充调查 / return to the investigation",
    ),
    ("notice", c.ServeNotice, "送达事先告知书 / serve the notice"),
    ("defence", c.RecordDefence, "记录陈述申辩 / record the defence"),
    ("request-hearing", c.RequestHearing, "受理听证申请 / accept a hearing request"),
    ("submit-statement", c.SubmitStatement, "提交陈述申辩 / submit a statement"),
    ("submit-hearing", c.SubmitHearingRequest, "申请听证 / ask for a hearing"),
    (
        "submit-instalments",
        c.SubmitInstalmentRequest,
        "申请延期、分期缴纳 / ask to pay later or in parts",
    ),
    ("designate-chair", c.DesignateChair, "指定听证主持人 / name the chair of the hearing"),
    ("announce-hearing", c.AnnounceHearing, "通知听证 / announce the hearing"),
    ("hearing", c.HoldHearing, "记录听证 / record the hearing"),
    ("hearing-report", c.WriteHearingReport, "撰写听证报告 / write the report on the hearing"),
    ("end-hearing", c.EndHearing, "终止听证 / end the hearing"),
    ("submit-review", c.SubmitLegalReview, "提交法制审核 / submit to legal review"),
    ("legal-review", c.ReviewLegality, "法制审核 / legal review"),
    ("discuss", c.DiscussCase, "记录集体讨论 / record the collective discussion"),
    ("decide", c.DecideCase, "作出决定 / decide"),
    ("extend", c.ExtendDecision, "延长办案期限 / extend the time to decide"),
    ("serve", c.ServeDecision, "送达决定书 / serve the decision"),
    ("pay", c.RecordPayment, "登记缴款 / record a payment"),
    ("close", c.CloseCase, "批准结案 / close"),
    ("terminate", c.TerminateCase, "终止调查 / terminate"),
    ("annul", c.AnnulDecision, "登记决定被撤销 / record an annulment"),
    ("hold", c.RequestHold, "提请保存或封存 / ask to preserve or seal"),
    ("decide-hold", c.DecideHold, "审批保存或封存 / decide on a hold"),
    ("extend-hold", c.ExtendHold, "延长封存 / prolong a sealing"),
    ("end-hold", c.EndHold, "提请处理保存或封存的物品 / propose what becomes of held things"),
    (
        "decide-hold-end",
        c.DecideHoldEnd,
        "审批保存、封存物品的处理 / decide what becomes of held things",
    ),
    ("assistance", c.RequestAssistance, "发协助调查函 / ask for assistance"),
    ("assistance-answer", c.RecordAssistance, "登记协查回复 / record the answer"),
    ("recusal", c.RequestRecusal, "申请回避 / ask for recusal"),
    ("answer-recusal", c.AnswerRecusal, "回应回避事项 / answer a question of recusal"),
    ("check-ties", c.CheckTies, "核查回避关系 / check for ties"),
    ("announce", c.PostAnnouncement, "登记公告送达 / post an announcement"),
    ("order-correction", c.OrderCorrection, "责令改正 / order to correct"),
    ("record-correction", c.RecordCorrection, "登记改正情况 / record the correction"),
    ("serve-paper", c.ServePaper, "送达文书 / serve a paper"),
    (
        "correct-service",
        c.CorrectService,
        "更正送达日期、方式 / correct the day of a service",
    ),
    ("correct-announcement", c.CorrectAnnouncement, "更正公告 / correct an announcement"),
    ("receipt-of-service", c.AttachReceipt, "附入送达回证 / attach a receipt of service"),
    ("dispute-jurisdiction", c.DisputeJurisdiction, "登记管辖争议 / record a dispute"),
    ("settle-jurisdiction", c.SettleJurisdiction, "登记协商结果 / record what was agreed"),
    ("report-jurisdiction", c.ReportJurisdiction, "报请指定管辖 / ask for a designation"),
    ("designation", c.RecordDesignation, "登记指定管辖 / record the designation"),
    ("decide-recusal", c.DecideRecusal, "决定回避 / decide on recusal"),
    ("suspend", c.SuspendCase, "中止调查 / suspend"),
    ("continue", c.ContinueCase, "恢复调查 / go on"),
    ("transfer", c.TransferCase, "移送其他机关 / transfer"),
    ("transfer-answer", c.RecordTransferAnswer, "登记移送答复 / record the answer to a transfer"),
    ("on-spot", c.DecideOnSpot, "当场处罚 / decide on the spot"),
    ("report-spot", c.ReportSpot, "当场处罚备案 / report it"),
    (
        "ask-instalments",
        c.RequestInstalments,
        "登记延期、分期申请 / the party asks to pay in parts",
    ),
    ("instalments", c.GrantInstalments, "准予分期缴纳 / grant instalments"),
    ("refuse-instalments", c.RefuseInstalments, "不准予分期缴纳 / refuse instalments"),
    ("press", c.PressPayment, "送达催告书 / press for payment"),
    ("court", c.ApplyToCourt, "申请强制执行 / apply to the court"),
    ("court-ruling", c.RecordCourtRuling, "登记法院裁定 / record the court's ruling"),
    ("remedy", c.RecordRemedy, "登记复议或诉讼 / record a review or suit"),
    ("close-remedy", c.CloseRemedy, "登记复议或诉讼结果 / record its outcome"),
    ("stop-execution", c.StopExecution, "登记停止执行 / record that execution is stopped"),
    ("resume-execution", c.ResumeExecution, "登记恢复执行 / record that execution goes on"),
    (
        "propose-publication",
        c.ProposePublication,
        "提请公示（不予公示）处罚决定 / propose whether it is published",
    ),
    (
        "decide-publication",
        c.DecidePublication,
        "决定是否公示处罚决定 / decide whether it is published",
    ),
    ("publish", c.PublishDecision, "公开处罚决定 / publish"),
    ("withdraw-publication", c.WithdrawPublication, "撤回公开信息 / withdraw the publication"),
    ("issue-form", documents.IssueForm, "出具文书 / issue a form"),
    ("void-form", documents.VoidForm, "文书作废 / void a form"),
    ("sign-form", documents.SignForm, "附签字件 / attach the signed paper"),
    ("pause-clock", clocks.PauseClock, "中止计时 / let the clock rest"),
    ("resume-clock", clocks.ResumeClock, "恢复计时 / let the clock go on"),
    ("start-period", clocks.StartPeriod, "登记期限 / start a period"),
    ("end-period", clocks.EndPeriod, "办结期限 / end a period"),
    (
        "weigh-referral",
        referral.WeighReferral,
        "研判是否移送公安机关 / weigh a referral to the police",
    ),
    ("refer-group", referral.AppointReferralGroup, "指定移送专案组 / appoint the special group"),
    ("refer", referral.ReportReferral, "提出移送报告 / report for referral"),
    ("decide-referral", referral.DecideReferral, "决定是否移送 / decide on referral"),
    ("send", referral.SendReferral, "移送公安机关 / hand over to the police"),
    ("receipt", referral.RecordReceipt, "登记移送回执 / record the receipt"),
    ("police-answer", referral.RecordPoliceAnswer, "登记公安答复 / record the police answer"),
    ("copy-referral", referral.CopyReferral, "抄送人民检察院 / copy to the procuratorate"),
    ("hand-over", referral.HandOverItems, "移交涉案物品 / hand over the items of the case"),
    ("object-to-refusal", referral.ObjectToRefusal, "对不予立案提请复议 / object to the refusal"),
    ("police-review", referral.RecordPoliceReview, "登记公安复议决定 / record its answer"),
    ("ask-supervision", referral.AskSupervision, "建议立案监督 / ask the procuratorate"),
    ("supervision", referral.RecordSupervision, "登记立案监督结果 / record what came of it"),
    ("return-referral", referral.ReturnReferral, "恢复行政处理 / return to handling"),
    ("propose-handling", agreement.ProposeHandling, "提出拟处理意见 / propose a handling"),
    ("notify-handling", agreement.NotifyHandling, "告知拟处理意见 / notify the institution"),
    ("defend-handling", agreement.StateDefence, "机构陈述申辩 / state and defend"),
    ("decide-handling", agreement.DecideHandling, "作出协议处理决定 / decide the handling"),
    (
        "decide-performance",
        agreement.DecideToPerform,
        "作出要求履行协议的决定 / decide that it is performed",
    ),
    ("serve-handling", agreement.ServeHandling, "送达协议处理决定 / serve the handling"),
    ("deduct", agreement.RecordDeduction, "登记扣款 / record a deduction"),
    ("report-rectification", agreement.ReportRectification, "报告整改 / report a rectification"),
    ("check-rectification", agreement.RecheckRectification, "整改复查 / re-check it"),
    ("close-handling", agreement.CloseHandling, "协议处理办结 / close the handling"),
    (
        "propose-conversion",
        agreement.ProposeConversion,
        "提请转换办理程序 / propose the other procedure",
    ),
    ("convert", agreement.ConvertCase, "转行政处罚程序 / convert to a penalty case"),
    ("convert-back", agreement.ConvertToHandling, "转协议处理 / convert to a handling"),
)
#: What the store fills in: numbers of the series, and the template in force.
ALLOTTED: dict[type[c.CaseCommand], dict[str, Any]] = {
    c.FileCase: {"docket_no": "", "serial": None, "year": None},
    agreement.DecideHandling: {"serial": None, "year": None},
    agreement.DecideToPerform: {"serial": None, "year": None},
    c.DecideCase: {"serial": None, "year": None},
    c.DecideOnSpot: {"serial": None, "year": None},
    c.TransferCase: {"serial": None, "year": None},
    documents.IssueForm: {"number": "", "serial": None, "year": None, "template": ""},
}
#: Acts whose commands are written by hand: they read something first.
BY_HAND: Final = {
    "AttachFindings": "findings",
    "AttachEvidence": "evidence",
    "JudgeLines": "lines-judge",
    "ListLines": "lines-list",
    "OpenInterview": "interview",
    "PlanHomeVisits": "visit-plan",
}
REVIEWS = (
    ("approve", c.Outcome.APPROVED, "审核同意 / approve a proposal"),
    ("return", c.Outcome.RETURNED, "退回处罚建议 / return a proposal"),
    ("refuse", c.Outcome.REFUSED, "否决处罚建议 / refuse a proposal"),
)


def commands() -> dict[str, str]:
    """What to type after `jicha` for each act on a case, by the name of its command."""
    own = {name: f"case {verb}" for name, verb in (verbs_of(case) | BY_HAND).items()}
    return own | {
        "WriteOff": "ledger post write-off",
        "PayBack": "ledger post pay-back",
        "ReversePayment": "ledger post reverse",
    }


def register(app: typer.Typer) -> None:
    """Add the commands."""
    for verb, kind, help in ACTS:
        add_act(case, verb, kind, help, fixed=ALLOTTED.get(kind))
    for verb, outcome, help in REVIEWS:
        add_act(
            case,
            verb,
            c.ReviewProposal,
            help,
            fixed={"outcome": outcome},
            arguments=("case_no", "proposal_id"),
        )
    add_lines(case)
    add_people(case)
    add_messages(case)
    add_evidence(case)
    add_binding(case)
    add_worksheets(case)
    add_consequences(case)
    app.add_typer(case, name="case")


@case.command("open")
def open_case(
    title: Annotated[str, typer.Option(help="案由 / title")],
    summary: Annotated[str, typer.Option(help="线索摘要 / summary")],
    party_name: Annotated[str, typer.Option(help="当事人名称 / name of the party")],
    conduct_from: Day,
    conduct_to: Day,
    institution: Annotated[str | None, typer.Option(help="fixmedins_code")] = None,
    person: Annotated[str | None, typer.Option(help="psn_no")] = None,
    source: Annotated[c.Source, typer.Option(help="线索来源 / source")] = c.Source.TIP,
    path: Annotated[c.Path, typer.Option(help="程序 / procedure")] = c.Path.ADMINISTRATIVE,
    finding: Annotated[
        list[str] | None, typer.Option(help="疑点编号，可多次 / findings, repeatable")
    ] = None,
    ring: Annotated[
        list[str] | None, typer.Option(help="疑似团伙编号，可多次 / rings, repeatable")
    ] = None,
    inspection: Annotated[
        str, typer.Option(help="由哪次检查发现，底稿并入本案 / inspection it comes from")
    ] = "",
    real_name: Annotated[
        bool,
        typer.Option("--real-name", help="实名举报，立案后须反馈 / the reporter gave his name"),
    ] = False,
    discovered_on: Annotated[
        str | None,
        typer.Option(
            help="发现日期：收到举报、移送之日（默认登记之日） / when the bureau learnt of it"
        ),
    ] = None,
    discovered_by: Annotated[
        str,
        typer.Option(help="发现的依据：举报登记号、移送函文号 / the paper that shows it"),
    ] = "",
    address: Annotated[
        str,
        typer.Option(help="当事人地址（默认取主数据） / address, by default of the master data"),
    ] = "",
    representative: Annotated[
        str, typer.Option(help="法定代表人（负责人） / who stands for the institution")
    ] = "",
    representative_no: Annotated[
        str, typer.Option(help="法定代表人居民身份证号码 / identity number of the representative")
    ] = "",
    sole_trader: Annotated[
        bool,
        typer.Option("--sole-trader", help="机构是个体工商户 / the institution is a sole trader"),
    ] = False,
    case_no: Annotated[
        str | None, typer.Option(help="案件编号（默认自动编号） / case number, by default the next")
    ] = None,
    json: JsonOption = False,
) -> None:
    """登记线索 / register a lead, by hand or from findings and rings."""
    if (institution is None) == (person is None):
        raise typer.BadParameter(
            say(
                "--institution 或 --person 须填一个",
                "give exactly one of --institution and --person",
            )
        )
    kind = c.PartyKind.INSTITUTION if institution else c.PartyKind.PERSON
    command = c.OpenCase(
        case_no=case_no,
        title=title,
        source=source,
        summary=summary,
        party=c.Party(
            kind,
            institution or person or "",
            party_name,
            address,
            representative,
            representative_no,
            sole_trader,
        ),
        conduct_from=_day(conduct_from),
        conduct_to=_day(conduct_to),
        path=path,
        ring_ids=tuple(ring or ()),
        inspection_no=inspection,
        real_name=real_name,
        discovered_on=_day(discovered_on) if discovered_on else None,
        discovered_by=discovered_by,
    )

    def with_findings(actor: Actor) -> c.OpenCase:
        return replace(command, findings=finding_refs(actor, finding or ()))

    act(Output(json), with_findings, "登记线索")


@case.command("findings")
def attach_findings(
    case_no: CaseNo,
    finding: Annotated[list[str], typer.Option(help="疑点编号，可多次 / finding, repeatable")],
    json: JsonOption = False,
) -> None:
    """并入疑点 / send findings to the case."""

    def command(actor: Actor) -> c.AttachFindings:
        return c.AttachFindings(case_no=case_no, findings=finding_refs(actor, finding))

    act(Output(json), command, "并入疑点")


@case.command("show")
def show(
    case_no: CaseNo,
    purpose: Annotated[
        str | None,
        typer.Option(
            help="查看个人信息的用途（留痕） / purpose of seeing personal data, on record"
        ),
    ] = None,
    json: JsonOption = False,
) -> None:
    """案件详情：时间线、期限、下一步 / a case with timeline, clocks and next acts."""
    out = Output(json)

    async def _work(driver: neo4j.AsyncDriver, actor: Actor) -> CasePage:
        await _reveal(driver, actor, case_no, purpose)
        page = await case_page(driver, viewer(actor, purpose), case_no, now())
        if page is None:
            raise refuse("NOT_FOUND", what=f"案件 {case_no}", what_en=f"case {case_no}")
        return page

    page = as_person(out, _work)
    out.result(case_json(page), case_text(page, commands()))


async def _reveal(
    driver: neo4j.AsyncDriver, actor: Actor, case_no: str, purpose: str | None
) -> None:
    from casework.commands.access import RevealPersonalData

    if purpose:
        look = RevealPersonalData(subject=f"case:{case_no}", fields=("party",), purpose=purpose)
        await execute(driver, look, actor, now())


@case.command("list")
def list_command(
    stage: Annotated[list[str] | None, typer.Option(help="阶段，可多次 / stage")] = None,
    text: Annotated[
        str | None, typer.Option(help="编号、案由或当事人 / number, cause or party")
    ] = None,
    open_only: Annotated[bool, typer.Option("--open", help="仅在办 / open ones only")] = False,
    first: Annotated[int, typer.Option(min=1, max=100)] = 50,
    json: JsonOption = False,
) -> None:
    """案件列表 / list cases."""
    from casework.cases.stages import Stage

    out = Output(json)
    try:
        stages = tuple(Stage(s) for s in stage) if stage else None
    except ValueError as error:
        raise typer.BadParameter(f"--stage: {', '.join(Stage)}") from error
    filters = CaseFilter(stages=stages, text=text, is_open=True if open_only else None)

    async def _work(driver: neo4j.AsyncDriver, actor: Actor) -> Any:
        return await list_cases(driver, viewer(actor), filters, first=first)

    found = as_person(out, _work)
    rows = [to_json(vars(row) | {"cursor": vars(row.cursor)}) for row in found.rows]
    text_out = "\n".join(case_line(row) for row in found.rows)
    out.result({"cases": rows, "has_more": found.has_more}, text_out)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(f"{text}{say('：应为 ', ': expected ')}YYYY-MM-DD") from error
