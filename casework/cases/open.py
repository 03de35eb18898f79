"""Register a lead, by hand or from findings and rings."""

import re
from collections.abc import Iterable
from datetime import date

from casework.actors import Role
from casework.acts import Act, Ask, draft, required
from casework.cases.limitation import discovery
from casework.cases.place import foreign_area
from casework.cases.reporter import REPORTED
from casework.cases.state import CaseState
from casework.cases.streams import of_open
from casework.clocks.calendars import local_date
from casework.commands.case import FindingRef, OpenCase, Party, PartyKind, Path, party_json
from casework.events import Draft
from casework.inspection.follow import lead_from
from casework.inspection.state import InspectionState
from casework.money import ZERO, yuan
from casework.points.parameters import STREAM, BureauState
from casework.refusal import Refusal, refuse

#: Stands in addresses, file names and stream names: no blanks, slashes or colons.
CASE_NO = re.compile(r"\w[\w.〔〕（）-]{0,39}")


def answer(ask: Ask[OpenCase, CaseState]) -> list[Draft]:
    """CaseOpened, a mark on each finding and ring that says where it went, and what an inspection brings."""
    c = ask.command
    if not CASE_NO.fullmatch(ask.state.case_no):
        raise refuse(
            "BAD_VALUE",
            field="案件编号",
            field_en="case number",
            why="1–40 个字母、数字、汉字或 -_.〔〕（）",
            why_en="1–40 letters, digits, Chinese characters, - _ . or brackets",
        )
    required(title=c.title, summary=c.summary, name=c.party.name, party=c.party.key)
    if c.of_doctor:
        # Institutions are fined under 38–40, insured persons under 41, doctors scored.
        raise refuse("DOCTOR_SCORED", doctor=c.party.key)
    ordered(c.conduct_from, c.conduct_to, local_date(ask.at))
    if c.real_name and c.source not in REPORTED:
        raise refuse(
            "BAD_VALUE",
            field="实名举报",
            field_en="reported under a real name",
            why="只有举报、来信来访的线索有举报人；请改选线索来源，或者取消该标记",
            why_en="only leads by tip or letter have a reporter: choose that source, or clear the mark",
        )
    if c.path is Path.AGREEMENT and c.party.kind is PartyKind.PERSON:
        raise no_agreement("请改选行政处罚程序", "choose the penalty procedure")
    bureau: BureauState = ask.states[STREAM]
    party = party_json(c.party)
    outside = foreign_area(c.party, bureau, local_date(ask.at))
    if outside is not None:
        party["outside_area"] = outside
    opened = draft(
        ask.state.stream,
        "CaseOpened",
        case_no=ask.state.case_no,
        title=c.title,
        source=c.source,
        summary=c.summary,
        path=c.path,
        party=party,
        conduct_from=c.conduct_from,
        conduct_to=c.conduct_to,
        findings=[finding_json(f, c.party) for f in unique(c.findings)],
        ring_ids=list(dict.fromkeys(c.ring_ids)),
        **({"real_name": True} if c.real_name else {}),
        **_discovered(c, ask),
    )
    marks = sent(ask.state.case_no, c.findings, c.ring_ids)
    return [opened, *marks, *lead_from(c, ask.state, ask.states)]


def _discovered(c: OpenCase, ask: Ask[OpenCase, CaseState]) -> dict[str, object]:
    """When the bureau learnt of it: as was said, or the day on which the inspection began."""
    number = c.inspection_no.strip()
    if c.discovered_on is None and number:
        state: InspectionState = ask.states[f"inspection:{number}"]
        if state.started_on is not None:
            return {"discovered_on": state.started_on, "discovered_by": state.label}
    return discovery(c.discovered_on, c.discovered_by, local_date(ask.at))


def no_agreement(way: str, way_en: str) -> Refusal:
    """The refusal of a handling of a person: the agreement is the institution's (条例 13)."""
    return refuse(
        "BAD_VALUE",
        field="当事人",
        field_en="the party",
        why=f"只有定点医药机构适用协议处理，{way}",
        why_en=f"there is no agreement with a person; {way_en}",
    )


def ordered(begins: date, ends: date, today: date) -> None:
    """Refuse DATE_ORDER for a conduct that ends before it begins, or after today."""
    if begins > ends or ends > today:
        raise refuse(
            "DATE_ORDER",
            what="行为起止日期应先后有序且不晚于今天",
            what_en="the conduct begins before it ends, and not after today",
        )


def unique(findings: Iterable[FindingRef]) -> list[FindingRef]:
    """Each finding once, in order."""
    return list({finding.finding_id: finding for finding in findings}.values())


def finding_json(finding: FindingRef, party: Party | None) -> dict[str, object]:
    """The snapshot of a finding as the case's event keeps it.

    Of a finding that spans institutions the case holds what its own party billed: the rest is
    another's to return.
    """
    whole = here = yuan(finding.amount)
    if finding.places and party is not None and party.kind is PartyKind.INSTITUTION:
        here = yuan(dict(finding.places).get(party.key, ZERO))
    kept = {
        "finding_id": finding.finding_id,
        "rule_id": finding.rule_id,
        "amount": here,
        "sentence": finding.sentence,
    }
    english = {"sentence_en": finding.sentence_en} if finding.sentence_en else {}
    return kept | english | ({"elsewhere": whole - here} if whole > here else {})


def sent(case_no: str, findings: Iterable[FindingRef], rings: Iterable[str]) -> list[Draft]:
    """Mark findings and rings as sent to the case."""
    streams = [f"finding:{f.finding_id}" for f in unique(findings)]
    streams += [f"ring:{ring_id}" for ring_id in dict.fromkeys(rings)]
    return [draft(stream, "SentToCase", case_no=case_no) for stream in streams]


ACT = Act(
    command=OpenCase,
    zh="登记线索",
    en="register a lead",
    roles=frozenset({Role.INSPECTOR, Role.SUPERVISOR, Role.AGENCY_OFFICER}),
    streams=of_open,
    answer=answer,
    creates=True,
    offered=False,
)
