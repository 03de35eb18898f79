"""Two cases: DEMO-1 is ready for its sealed dossier, DEMO-2 has a penalty waiting for review.

Every step has an id of its own: a start that was killed anywhere goes on behind its last step.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import neo4j

from audit.export.run import export_findings
from audit.findings.case_lines import case_lines
from audit.findings.finding import Finding, FindingFilter, GroupBy
from audit.findings.refs import finding_refs
from audit.findings.store import FindingStore
from casework.actors import Actor, Viewer
from casework.cases.fold import fold_case
from casework.cases.state import CaseState
from casework.clocks.calendars import local_date
from casework.commands import case as c
from casework.commands import inspection as i
from casework.commands.base import Command
from casework.commands.documents import IssueForm, SignForm
from casework.commands.evidence import Collection, EvidenceKind
from casework.commands.referral import (
    AppointReferralGroup,
    DecideReferral,
    PackagePart,
    ReportReferral,
)
from casework.documents.catalogue import form_of
from casework.documents.due import FILING, filing_gap
from casework.documents.issue import issued_in
from casework.documents.letter import APPROVAL, CRIME_LETTER
from casework.events import Event
from casework.points.parameters import STREAM, fold_bureau
from casework.refusal import Refusal
from cli.context import settings
from cli.give import received
from cli.output import Output
from cli.vault import object_store, take_in
from evidence.forms.context import Print
from evidence.forms.make import make
from graph.cases.read import case_state
from graph.commands import execute
from graph.events.load import load
from graph.lines.settled import refunds_behind
from graph.rings.read import RingQuery, RingSummary, list_rings
from stack.endpoints import Endpoints

#: Party, measures, facts, evidence and law of a 调查终结报告; the proposal comes last.
Told = tuple[str, str, str, str, str]
OF_A_RING: Told = (
    "本机构系定点医疗机构，承担协议约定的医疗服务。",
    "数据筛查发现疑似团伙，经现场检查、调取病历与结算明细、询问相关人员核实。",
    "涉案就诊在共同日期集中发生，人员、医师、时段高度重合，随机情况下几乎不可能出现；"
    "相关费用已由医保基金支付。",
    "结算明细、共同就诊日历、现场检查笔录、询问笔录相互印证。",
    "《医疗保障基金使用监督管理条例》第三十八条、第四十条。",
)
OF_CHARGES: Told = (
    "本机构系定点医疗机构，承担协议约定的医疗服务。",
    "智能审核筛查发现明确违规，经现场检查、调取病历与结算明细逐条核实。",
    "收费明细与病历、医嘱和执行记录不符，或者超过规定的价格、使用范围和时间收取；"
    "相关费用已由医保基金支付。",
    "结算明细、收费清单、病历与现场检查笔录相互印证。",
    "《医疗保障基金使用监督管理条例》第三十八条第（三）项。",
)


@dataclass(frozen=True)
class Team:
    """Who acts in the demo cases."""

    first: Actor
    second: Actor
    supervisor: Actor
    head: Actor


@dataclass(frozen=True)
class Desk:
    """Where the demo cases are written."""

    driver: neo4j.AsyncDriver
    endpoints: Endpoints
    home: Path
    team: Team
    at: datetime
    out: Output

    async def act(self, step: str, command: Command, actor: Actor) -> list[Event]:
        """Execute a step; one that was done before changes nothing and tells its events again."""
        once = replace(command, command_id=f"demo:{step}:{type(command).__name__}")
        return await execute(self.driver, once, actor, self.at)

    async def case(self, case_no: str) -> CaseState | None:
        """The case as it stands."""
        return await case_state(self.driver, Viewer(self.team.first), case_no)


async def prepare_cases(desk: Desk) -> list[str]:
    """Make both cases, or go on where a start was killed; returns the numbers of those there are."""
    ring = await _best_ring(desk)
    if ring is not None:
        await _referral_case(desk, ring)
    await _penalty_case(desk, avoid=ring.institutions[0].code if ring else "")
    return [number for number in ("DEMO-1", "DEMO-2") if await desk.case(number)]


async def _best_ring(desk: Desk) -> RingSummary | None:
    page = await list_rings(desk.driver, Viewer(desk.team.first), RingQuery(route="ring"), first=20)
    outpatient = [ring for ring in page.rings if ring.channel == "outpatient"]
    chosen = outpatient or list(page.rings)
    return chosen[0] if chosen else None


def _findings(desk: Desk, wanted: FindingFilter, most: int) -> list[Finding]:
    page = FindingStore(desk.home).page(Viewer(desk.team.first), wanted, first=most)
    return list(page.items)


def _refs(desk: Desk, found: Iterable[Finding]) -> tuple[c.FindingRef, ...]:
    ids = [finding.finding_id for finding in found]
    return finding_refs(FindingStore(desk.home), Viewer(desk.team.first), ids) or ()


async def _referral_case(desk: Desk, ring: RingSummary) -> None:
    """Clue → filed → investigated → report → referral approved by the head → its papers."""
    team, place = desk.team, ring.institutions[0]
    found = _findings(desk, FindingFilter(fixmedins_codes=[place.code]), 8)
    days = (ring.first_day or date(2025, 1, 1), ring.last_day or date(2025, 12, 31))
    opened = await _open(
        desk,
        c.OpenCase(
            case_no="DEMO-1",
            title=f"{place.name}涉嫌组织人员集中就诊骗取基金案",
            source=c.Source.RING,
            summary=f"疑似团伙 {ring.ring_id}：{ring.member_count} 人在 {ring.day_count} 个共同日出现 "
            f"{ring.seen} 人次，随机预期 {ring.expected_by_chance:.1f} 人次。",
            party=c.Party(c.PartyKind.INSTITUTION, place.code, place.name),
            conduct_from=days[0],
            conduct_to=days[1],
            findings=_refs(desk, found),
            ring_ids=(ring.ring_id,),
        ),
    )
    if opened is None or opened.party is None:
        return
    await _investigate(desk, "DEMO-1")
    await _evidence(desk, opened)
    await _report(desk, "DEMO-1", OF_A_RING, "涉案金额较大，涉嫌诈骗犯罪，建议移送公安机关。")
    amount = sum((finding.amount for finding in opened.findings), Decimal("0.00"))
    group = (team.first.account, team.second.account)
    why = "涉案金额较大，涉嫌诈骗犯罪。"
    await desk.act(
        "DEMO-1", AppointReferralGroup(case_no="DEMO-1", officers=group, reasons=why), team.head
    )
    await desk.act(
        "DEMO-1",
        ReportReferral(
            case_no="DEMO-1",
            suspected_crime="诈骗罪",
            facts="组织参保人员在固定日期集中就诊，虚构医药服务，骗取医疗保障基金。",
            amount=amount,
            recipient="云溪县公安局",
            missing_parts={PackagePart.EXPERT_OPINION: "本案不涉及需检验、鉴定的专门性问题。"},
        ),
        team.first,
    )
    decision = DecideReferral(case_no="DEMO-1", approve=True, reasons="事实清楚，同意移送。")
    await desk.act("DEMO-1", decision, team.head)
    await _paper(desk, "DEMO-1", "approval", APPROVAL)
    await _paper(desk, "DEMO-1", "letter", CRIME_LETTER)


async def _paper(desk: Desk, case_no: str, name: str, form_id: str) -> None:
    """A signed form: its print stands in for the scan with signature and seal.

    Printed as it was issued, so that a start that goes on sends the same bytes.
    """
    step, actor = f"{case_no}:{name}", desk.team.first
    (event, *_) = await desk.act(step, IssueForm(case_no=case_no, form_id=form_id), actor)
    chains = await load(desk.driver, f"case:{case_no}", STREAM)
    events, number = chains[f"case:{case_no}"], str(event.data["issue_id"])
    issued = issued_in(fold_case(case_no, events), number)
    bureau = fold_bureau(chains[STREAM])
    shown = Print(case_no, events, issued, settings().bureau_name, bureau)
    store = object_store(desk.endpoints)
    title = form_of(form_id).zh
    path = desk.home / "tmp" / f"{case_no}-{title}.pdf"
    path.write_bytes(make(store, shown, "pdf"))
    stored = take_in(store, path, actor.account, desk.out.progress)
    path.unlink()
    given = received(stored, EvidenceKind.DOCUMENTARY, case_no=case_no, collection=Collection())
    (first, *_) = await desk.act(step, given, actor)
    kept = first.stream.partition(":")[2]
    proves = f"{title}签章件（演示：以打印件代替）"
    attach = c.AttachEvidence(case_no=case_no, evidence_id=kept, proves=proves)
    await desk.act(step, attach, actor)
    sign = SignForm(case_no=case_no, issue_id=number, evidence_id=kept)
    await desk.act(step, sign, actor)


async def _penalty_case(desk: Desk, avoid: str) -> None:
    """Clear violations of one institution, up to a proposal that waits for the supervisor."""
    viewer = Viewer(desk.team.second)
    groups = FindingStore(desk.home).groups(
        viewer, GroupBy.INSTITUTION, FindingFilter(result="clear")
    )
    chosen = next((group for group in groups if group.key and group.key != avoid), None)
    if chosen is None:
        return
    wanted = FindingFilter(result="clear", fixmedins_codes=[chosen.key])
    found = _findings(desk, wanted, 20)
    days = [f.first_time for f in found if f.first_time] or [desk.at - timedelta(days=300)]
    last = [f.last_time for f in found if f.last_time] or days
    at_risk = sum((finding.amount_at_risk for finding in found), Decimal("0.00"))
    opened = await _open(
        desk,
        c.OpenCase(
            case_no="DEMO-2",
            title=f"{chosen.label_zh}涉嫌违规收费案",
            source=c.Source.FINDING,
            summary=f"智能审核发现明确违规 {len(found)} 条，涉及基金 {at_risk} 元。",
            party=c.Party(c.PartyKind.INSTITUTION, chosen.key, chosen.label_zh),
            conduct_from=local_date(min(days)),
            conduct_to=local_date(max(last)),
            findings=_refs(desk, found),
        ),
    )
    if opened is None or opened.party is None:
        return
    await _inspection(desk, opened.party)
    await _investigate(desk, "DEMO-2")
    await _report(desk, "DEMO-2", OF_CHARGES, "建议责令退回基金损失，并处一倍罚款。")
    loss = await _confirm(desk, opened)
    await desk.act(
        "DEMO-2",
        c.ProposePenalty(
            case_no="DEMO-2",
            article_id="tiaoli-38-3",
            base_loss=loss,
            multiple=Decimal("1"),
            recovery=loss,
            reasons="首次发现，积极配合，取法定幅度下限。",
        ),
        desk.team.first,
    )


async def _confirm(desk: Desk, case: CaseState) -> Decimal:
    """List the lines behind the case's findings and confirm them all; returns the loss."""
    actor, case_no = desk.team.first, case.case_no
    ids = [finding.finding_id for finding in case.findings]
    store = FindingStore(desk.home)
    lines = case_lines(store, Viewer(actor), ids)
    visits = await refunds_behind(store.claims, lines)
    await desk.act(case_no, c.ListLines(case_no=case_no, lines=lines, visits=visits), actor)
    verdict, waiting = c.LineVerdict.CONFIRMED, c.LineFilter(state="open")
    await desk.act(case_no, c.JudgeLines(case_no=case_no, verdict=verdict, where=waiting), actor)
    judged = await desk.case(case_no)
    return judged.lines.loss if judged else Decimal("0.00")


async def _inspection(desk: Desk, party: c.Party) -> None:
    """An inspection on site: one paper answered, one still to be put before the institution."""
    team, today = desk.team, local_date(desk.at)
    planned = i.OpenInspection(
        party=party,
        title="住院收费专项检查",
        basis="《医疗保障基金使用监督管理条例》第二十七条及年度检查计划",
        scope="住院床位费、护理费、治疗费收取情况及病历、医嘱、执行记录。",
        starts_on=today,
        ends_on=today + timedelta(days=4),
        notice_no="云医保检〔2026〕1号",
        officers=(
            c.OfficerRef(team.first.account, "皖医保执〔2024〕0117"),
            c.OfficerRef(team.second.account, "皖医保执〔2024〕0142"),
        ),
    )
    events = await desk.act("DEMO-2", planned, team.supervisor)
    number = events[0].stream.partition(":")[2]
    own: dict[str, Any] = {"inspection_no": number}
    shown: dict[str, Any] = {"certificates_shown": True, "recusal_told": True}
    site: dict[str, Any] = {"place": "病案室", "received_by": "医保办主任"}
    law = "《医疗保障基金使用监督管理条例》第三十八条第（三）项"
    commands = (
        i.StartInspection(**own, **shown, **site, started_on=today),
        i.WritePaper(
            **own, problem="重复收取护理费", law=law, amount=Decimal("320.00"),
            facts="抽查 12 份病历，2 份同一日收取两次二级护理费。", bills=("M000101/3", "M000101/4"),
            amount_reason="按抽查的纸质病历计算",
        ),
        i.ReplyPaper(
            **own, paper_id="D1", agrees=True, reply="属实，系收费系统设置错误，愿意退回。",
            replied_by="王主任", post="医保办主任", replied_on=today,
        ),
        i.WritePaper(
            **own, problem="超标准收取床位费", law=law, amount=Decimal("180.00"),
            facts="三人间按二人间标准收取。", bills=("M000207",),
            amount_reason="按两种床位标准的差额计算",
        ),
    )  # fmt: skip
    for place, command in enumerate(commands):
        await desk.act(f"DEMO-2:{place}", command, team.first)


async def _open(desk: Desk, command: c.OpenCase) -> CaseState | None:
    """Open, assign and file; None when somebody has opened a case of that number by hand."""
    team, number = desk.team, command.case_no or ""
    try:
        await desk.act(number, command, team.first)
    except Refusal as error:
        if error.code != "ALREADY_EXISTS":
            raise
        return None
    officers = tuple(
        c.OfficerRef(actor.account, f"皖医保执〔2024〕{number_}")
        for actor, number_ in ((team.first, "0117"), (team.second, "0142"))
    )
    assign = c.AssignOfficers(case_no=number, officers=officers, reason="指定承办")
    await desk.act(number, assign, team.supervisor)
    four = ("preliminary_proof", "penalty_possible", "own_jurisdiction", "within_limitation")
    why: dict[str, Any] = {
        **dict.fromkeys(four, True),
        "reasons": "初步证据表明存在违法使用医疗保障基金行为。",
    }
    proposed = c.ProposeFiling(case_no=number, filing=c.Filing.FILE, **why)
    await desk.act(number, proposed, team.first)
    agreed = c.ReviewSubmission(
        case_no=number, matter=c.Matter.FILING, outcome=c.Outcome.APPROVED, reasons="同意立案"
    )
    await desk.act(number, agreed, team.supervisor)
    await desk.act(number, c.FileCase(case_no=number, **why), team.head)
    return await desk.case(number)


async def _investigate(desk: Desk, case_no: str) -> None:
    team, filed = desk.team, await desk.case(case_no)
    if filed is not None and filing_gap(filed):
        await _paper(desk, case_no, FILING, FILING)
    start = c.StartInvestigation(
        case_no=case_no, certificates_shown=True, recusal_settled=True, place="医保办公室"
    )
    await desk.act(case_no, start, team.first)
    inspection = c.RecordInspection(
        case_no=case_no,
        officers=(team.first.account, team.second.account),
        held_on=local_date(desk.at),
        place="门诊大厅、药房、病案室",
        record="查看叫号与收费记录，调取病历与结算明细，核对医师排班。",
    )
    await desk.act(case_no, inspection, team.first)


async def _report(desk: Desk, case_no: str, told: Told, proposal: str) -> None:
    party, measures, facts, evidence, law = told
    report = c.WriteReport(
        case_no=case_no,
        party=party,
        measures=measures,
        facts=facts,
        evidence=evidence,
        law=law,
        proposal=proposal,
    )
    await desk.act(case_no, report, desk.team.first)


async def _evidence(desk: Desk, case: CaseState) -> None:
    """The institution's findings as a sheet, taken into the vault like any other file.

    The sheet tells when the case was opened: one that a killed start had sent is sent again as the
    same bytes, which the vault knows.
    """
    known = any(item.kind == EvidenceKind.ELECTRONIC for item in case.evidence)
    if known or case.party is None:
        return
    actor, case_no = desk.team.first, case.case_no
    path = desk.home / "tmp" / f"{case_no}-疑点明细.xlsx"
    export_findings(
        desk.home,
        Viewer(actor),
        path,
        at=case.opened_at or desk.at,
        wanted=FindingFilter(fixmedins_codes=[case.party.key]),
    )
    stored = take_in(object_store(desk.endpoints), path, actor.account, desk.out.progress)
    path.unlink()
    taken = Collection(
        collected_at=desk.at,
        place="云溪县医疗保障局",
        method="从审核结果导出",
        process="按机构筛选后导出工作表，入库时计算校验值",
        holder="云溪县医疗保障局",
        original_medium="本局医保审核服务器",
        officers=(desk.team.first.account, desk.team.second.account),
        no_witness_reason="数据由本局系统生成",
    )
    given = received(stored, EvidenceKind.ELECTRONIC, case_no=case_no, collection=taken)
    (first, *_) = await desk.act(case_no, given, actor)
    kept = first.stream.partition(":")[2]
    attach = c.AttachEvidence(case_no=case_no, evidence_id=kept, proves="违规费用的构成与金额")
    await desk.act(case_no, attach, actor)
