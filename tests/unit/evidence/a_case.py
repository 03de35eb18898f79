"""A case that went the whole lawful way to a decided referral: every event from casework itself."""

import io
from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pypdf

from casework.actors import ANY_LETTER, Actor, Role
from casework.casefile import CaseFile, FileEvidence, FileFinding, FileLine, FileRing
from casework.cases.fold import fold_case
from casework.commands.accounts import CreateAccount
from casework.commands.base import Command
from casework.commands.case import (
    AssignOfficers,
    AttachEvidence,
    FindingRef,
    OfficerRef,
    OpenCase,
    Party,
    PartyKind,
    Source,
    WriteReport,
)
from casework.commands.documents import IssueForm, SignForm
from casework.commands.evidence import Collection, EvidenceKind, ReceiveEvidence
from casework.commands.referral import (
    AppointReferralGroup,
    DecideReferral,
    PackagePart,
    ReportReferral,
)
from casework.custody.state import fold_evidence
from casework.decide import fold, handle, streams_of
from casework.events import GENESIS, Event, seal
from evidence.digests import digest_bytes
from tests import filing as steps

START = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)


def actor(login: str, name: str, *roles: Role) -> Actor:
    return Actor(login, name, frozenset(roles), f"person-{login}", letters=(ANY_LETTER,))


ZHANG = actor("zhang", "张明", Role.INSPECTOR)
LI = actor("li", "李芳", Role.INSPECTOR)
HEAD = actor("head", "王建国", Role.HEAD)
SECURITY = actor("security", "赵安", Role.SECURITY_ADMIN)


class Desk:
    """Executes commands as the graph would, on lists in memory; a minute passes with each."""

    def __init__(self) -> None:
        self.streams: dict[str, list[Event]] = defaultdict(list)
        self.now = START
        self.log: list[tuple[Actor, Command, datetime]] = []

    def do(self, who: Actor, command: Command) -> None:
        self.now += timedelta(minutes=1)
        self.log.append((who, command, self.now))
        states: dict[str, Any] = {}
        while True:
            wanted = streams_of(command, who, states)
            if set(wanted) <= states.keys():
                break
            states = {name: fold(name, self.streams[name]) for name in wanted}
        for stream, kind, data in handle(command, who, self.now, states, self.streams):
            chain = self.streams[stream]
            prev = chain[-1].hash if chain else GENESIS
            chain.append(seal(stream, len(chain) + 1, kind, data, who.account, self.now, prev))

    def case_file(
        self, case_no: str, findings: Iterable[FileFinding], rings: Iterable[FileRing]
    ) -> CaseFile:
        events = tuple(self.streams[f"case:{case_no}"])
        case = fold_case(case_no, events)
        items = []
        for attached in case.evidence:
            custody = tuple(self.streams[f"evidence:{attached.evidence_id}"])
            item = fold_evidence(attached.evidence_id, custody)
            items.append(FileEvidence(item, attached.proves, custody))
        return CaseFile(
            case=case,
            events=events,
            evidence=tuple(items),
            findings=tuple(findings),
            rings=tuple(rings),
            deadlines=(),
            bureau_name="云溪县医疗保障局",
            as_of=self.now,
            documents={},
        )


def a_line(number: int, amount: str = "200.00") -> FileLine:
    return FileLine(
        feedetl_sn=f"F{number:06}",
        mdtrt_id=f"M{number // 3:05}",
        fee_ocur_time=datetime(2025, 6, 1 + number % 28, 2, tzinfo=UTC),
        hilist_code="330100001",
        hilist_name="康复综合评定",
        cnt=Decimal("2.0000"),
        pric=Decimal("100.000000"),
        det_item_fee_sumamt=Decimal(amount),
    )


def a_scan(pages: int, name: str = "") -> bytes:
    """A PDF of so many empty pages, the same bytes each time; `name` tells it from others."""
    writer, out = pypdf.PdfWriter(), io.BytesIO()
    for _ in range(pages):
        writer.add_blank_page(595, 842)
    writer.add_metadata({"/Title": name})
    writer.write(out)
    return out.getvalue()


def findings_of(count: int, lines: int = 3) -> list[FileFinding]:
    return [
        FileFinding(
            finding_id=f"hanging_bed-{n:08x}",
            rule_id="hanging_bed",
            rule_version="1.0.0",
            legal_basis="《医疗保障基金使用监督管理条例》第三十八条第（一）项",
            sentence=f"住院 {n + 4} 天中有 3 天无任何诊疗项目，疑似挂床住院。",
            amount=Decimal("200.00") * lines,
            lines=tuple(a_line(n * lines + k) for k in range(lines)),
        )
        for n in range(count)
    ]


# What the case names, to be on the map while its commands are replayed on a graph.
ON_THE_MAP = "MERGE (:Ring {ring_id: 'ring-7f3a'})"
OFF_THE_MAP = "MATCH (r:Ring) DETACH DELETE r"
RING = FileRing(
    ring_id="ring-7f3a",
    score=48.2,
    members=tuple(f"P{n:06}" for n in range(12)),
    days=(date(2025, 6, 3), date(2025, 7, 8), date(2025, 9, 2), date(2025, 11, 4)),
    reasons=(
        "12 人在 4 天内同日入院，随机预期不足 0.01 次",
        "11 人使用同一联系电话或同一住址",
        "全部由同一名医师收治",
    ),
)


class World:
    """The desk, the bytes in the vault, and the findings that the case stands on."""

    def __init__(self, files: dict[str, tuple[EvidenceKind, str, bytes]], findings: int = 4):
        self.desk, self.vault = Desk(), {}
        self.findings = findings_of(findings)
        for who in (ZHANG, LI, HEAD):
            self.desk.do(
                SECURITY,
                CreateAccount(login=who.account, name=who.name, person=who.person, roles=who.roles),
            )
        self._open()
        for evidence_id, (kind, name, body) in files.items():
            self.receive(evidence_id, kind, name, body)
            proves = "证明患者住院期间无诊疗活动"
            self.desk.do(
                ZHANG, AttachEvidence(case_no="DEMO-1", evidence_id=evidence_id, proves=proves)
            )

    def _open(self) -> None:
        do = self.desk.do
        refs = tuple(
            FindingRef(f.finding_id, f.rule_id, f.amount, f.sentence) for f in self.findings
        )
        party = Party(PartyKind.INSTITUTION, "H34000000123", "云溪康和医院")
        do(
            ZHANG,
            OpenCase(
                case_no="DEMO-1",
                title="云溪康和医院涉嫌诱导住院骗取医疗保障基金案",
                source=Source.RING,
                summary="同步住院群体",
                party=party,
                conduct_from=date(2025, 6, 1),
                conduct_to=date(2025, 11, 30),
                findings=refs,
                ring_ids=(RING.ring_id,),
            ),
        )
        officers = (OfficerRef("zhang", "皖医保执001"), OfficerRef("li", "皖医保执002"))
        supervisor = actor("supervisor", "陈静", Role.SUPERVISOR)
        do(supervisor, AssignOfficers(case_no="DEMO-1", officers=officers))
        for who, step in steps.filed("DEMO-1", ZHANG, supervisor, HEAD):
            do(who, step)
        numbered = {"number": "云医保立〔2026〕1号", "serial": 1, "year": 2026}
        for who, step in steps.begun("DEMO-1", ZHANG, place="院区", **numbered):
            if isinstance(step, ReceiveEvidence):
                self.receive(step.evidence_id, step.kind, step.name, a_scan(1, "立案审批表"))
            else:
                do(who, step)

    def receive(
        self,
        evidence_id: str,
        kind: EvidenceKind,
        name: str,
        body: bytes,
        media_type: str = "application/octet-stream",
    ) -> None:
        digests = digest_bytes(body)
        self.vault[digests.sha256] = body
        self.desk.do(
            ZHANG,
            ReceiveEvidence(
                evidence_id=evidence_id,
                name=name,
                kind=kind,
                media_type=media_type,
                size=len(body),
                sha256=digests.sha256,
                sm3=digests.sm3,
                object_key=f"sha256/{digests.sha256[:2]}/{digests.sha256}",
                retain_until=date(2056, 1, 1),
                case_no="DEMO-1",
                collection=Collection(
                    collected_at=START,
                    place="云溪康和医院住院部",
                    method="现场提取",
                    holder="医院病案室",
                    officers=("zhang", "li"),
                    witness="周红",
                ),
            ),
        )

    def report(self) -> None:
        self.desk.do(
            ZHANG,
            WriteReport(
                case_no="DEMO-1",
                party="云溪康和医院，一级综合医院，定点编码 H34000000123，法定代表人孙某。",
                measures="依据群体识别线索立案，现场检查两次，调取病历 12 份，询问 9 人。",
                facts="2025年6月至11月，该院组织 12 名参保人分 4 批住院。\n住院期间多日无诊疗活动。",
                evidence="病历、费用清单、询问笔录、监控录像相互印证。",
                law="《医疗保障基金使用监督管理条例》第四十条；《刑法》第二百六十六条。",
                proposal="涉嫌诈骗罪，建议移送公安机关。",
            ),
        )

    def refer(
        self,
        amount: Decimal | None = None,
        explain: dict[PackagePart, str] | None = None,
        why: str = "",
    ) -> None:
        group = AppointReferralGroup(
            case_no="DEMO-1", officers=("zhang", "li"), reasons="涉嫌诈骗罪"
        )
        self.desk.do(HEAD, group)
        self.desk.do(
            ZHANG,
            ReportReferral(
                case_no="DEMO-1",
                suspected_crime="诈骗罪（《刑法》第二百六十六条）",
                facts="该院以免费体检、接送为诱饵，组织 12 名参保人分 4 批虚假住院，骗取医疗保障基金。",
                amount=sum((f.amount for f in self.findings), Decimal(0))
                if amount is None
                else amount,
                amount_reasons=why,
                recipient="云溪县公安局",
                missing_parts=(
                    {PackagePart.EXPERT_OPINION: "本案不涉及专门性问题，无需鉴定。"}
                    if explain is None
                    else explain
                ),
            ),
        )

    def decide(self) -> None:
        decision = DecideReferral(
            case_no="DEMO-1", approve=True, reasons="符合移送条件，同意移送。"
        )
        self.desk.do(HEAD, decision)

    def issue_letter(self, number: str = "云医保移〔2026〕1号", serial: int = 1) -> str:
        """Issue the letter of referral under its number; its id."""
        issue = IssueForm(
            case_no="DEMO-1", form_id="crime_transfer", number=number, serial=serial, year=2026
        )
        self.desk.do(ZHANG, issue)
        forms = fold_case("DEMO-1", self.desk.streams["case:DEMO-1"]).forms
        return forms[-1].issue_id

    def sign_letter(
        self, issue_id: str, scan: str = "EV-LETTER", pages: int = 2, reason: str = ""
    ) -> None:
        """The letter comes back sealed, and its scan into the case."""
        name = "移送书（盖章件）.pdf"
        self.receive(scan, EvidenceKind.DOCUMENTARY, name, a_scan(pages, scan), "application/pdf")
        attach = AttachEvidence(case_no="DEMO-1", evidence_id=scan, proves="盖章的移送书")
        self.desk.do(ZHANG, attach)
        sign = SignForm(case_no="DEMO-1", issue_id=issue_id, evidence_id=scan, reason=reason)
        self.desk.do(ZHANG, sign)

    def approval(self) -> None:
        """The head's approval of the referral comes back signed."""
        self.desk.do(ZHANG, IssueForm(case_no="DEMO-1", form_id="referral_approval"))
        issue_id = fold_case("DEMO-1", self.desk.streams["case:DEMO-1"]).forms[-1].issue_id
        name, scan = "移送审批表（签字件）.pdf", "EV-APPROVAL"
        self.receive(scan, EvidenceKind.DOCUMENTARY, name, a_scan(1, scan), "application/pdf")
        attach = AttachEvidence(case_no="DEMO-1", evidence_id=scan, proves="签名的移送审批表")
        self.desk.do(ZHANG, attach)
        sign = SignForm(case_no="DEMO-1", issue_id=issue_id, evidence_id=scan)
        self.desk.do(ZHANG, sign)

    def letter(self) -> None:
        """The signed approval and the sealed letter, once the head decided."""
        self.approval()
        self.sign_letter(self.issue_letter())

    def file(self) -> CaseFile:
        return self.desk.case_file("DEMO-1", self.findings, [RING])


FILES = {
    "EV-001": (EvidenceKind.DOCUMENTARY, "住院病历（12份）.pdf", b"%PDF-1.7\n" + b"record " * 900),
    "EV-002": (EvidenceKind.ELECTRONIC, "费用清单.csv", "流水号,金额\n".encode() * 400),
    "EV-003": (
        EvidenceKind.PHYSICAL,
        "医保卡照片（9张）.jpg",
        b"\xff\xd8\xff\xe0" + b"\x00j" * 3000,
    ),
    "EV-004": (EvidenceKind.TESTIMONY, "询问笔录-无后缀", b"\x00" * 10),
}


def a_world() -> World:
    """The usual case, ready to be sealed."""
    world = World(FILES)
    world.report()
    world.refer()
    world.decide()
    world.letter()
    return world
