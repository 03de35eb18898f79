"""The record of a home visit: what was said, by whom, before which officers, to be signed."""

import io
from datetime import UTC, date, datetime

import pypdf

from casework.cases.state import CaseState, Officer
from casework.commands.case import Party, PartyKind, Said, VisitPerson
from casework.hands import Hand
from casework.interview.state import HomeVisit, VisitList
from evidence.forms.interview import visit_record

AT = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
ONE, TWO = Hand("ins1", "p1", "甲"), Hand("ins2", "p2", "乙")


def printed(party: Party) -> str:
    case = CaseState(
        "C1", title="挂床案", party=party, officers=(Officer(ONE, "皖01"), Officer(TWO, "皖02"))
    )
    said = (Said("您去年三月住过院吗？", "没有住过院，卡借给了邻居。"),)
    visit = HomeVisit("P2", date(2026, 3, 1), (ONE, TWO), "denies", said, "", None)
    people = tuple(VisitPerson(key, "某", "清河镇", "三里村", "1") for key in ("P1", "P2"))
    listed = VisitList("Z1", "核实住院", None, people, (), ONE, AT, (visit,))
    made = visit_record(case, listed, visit, ("李四", "", "三里村 8 号"), "云溪县医保局", AT)
    pages = pypdf.PdfReader(io.BytesIO(made.pdf)).pages
    return "".join(page.extract_text() for page in pages).replace("\n", "").replace(" ", "")


def test_it_says_who_said_what_to_whom() -> None:
    text = printed(Party(PartyKind.INSTITUTION, "H1", "云溪医院"))
    for part in (
        "入户走访记录",
        "李四（参保人）",
        "三里村8号",
        "卡借给了邻居",
        "甲（皖01）、乙（皖02）",
    ):
        assert part in text, (part, text)
    assert "询问笔录" not in text
    assert "2026-03-01至" not in text


def test_a_party_at_home_speaks_as_the_party() -> None:
    assert "李四（当事人）" in printed(Party(PartyKind.PERSON, "P2", "李四"))
