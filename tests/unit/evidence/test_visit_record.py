"""The record of a home visit: what was said, by whom, before which officers, to be signed."""

import io
from datetime import UTC, date, datetime
from decimal import Decimal

import docx
import pypdf
import pytest

from casework.cases.state import CaseState, Officer
from casework.commands.case import AskedVisit, Party, PartyKind, Path, Said, VisitPerson
from casework.documents.state import Issued
from casework.hands import Hand
from casework.interview.state import HomeVisit, VisitList
from casework.points.parameters import BureauState, Setting
from evidence.forms.context import values_of
from evidence.forms.errors import TemplateInvalidError
from evidence.forms.fill import fill, shipped
from evidence.forms.interview import visit_list, visit_record
from evidence.forms.make import tried

AT = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
ONE, TWO = Hand("ins1", "p1", "甲"), Hand("ins2", "p2", "乙")


STAY = AskedVisit("M7", date(2025, 3, 1), date(2025, 3, 8), "云溪医院", "21", Decimal("4113.00"))


def printed(
    party: Party,
    template: bytes = b"",
    path: Path = Path.ADMINISTRATIVE,
    agency: str = "",
    asked: tuple[AskedVisit, ...] = (),
) -> str:
    case = CaseState(
        "C1",
        title="挂床案",
        party=party,
        path=path,
        officers=(Officer(ONE, "皖01"), Officer(TWO, "皖02")),
    )
    own = Setting("agency_name", agency, date(2026, 1, 1), "x")
    said = (Said("您去年三月住过院吗？", "没有住过院，卡借给了邻居。"),)
    visit = HomeVisit("P2", date(2026, 3, 1), (ONE, TWO), "denies", said, "", None)
    people = tuple(
        VisitPerson(key, "某", "清河镇", "三里村", "1", ("M7",), asked) for key in ("P1", "P2")
    )
    listed = VisitList("Z1", "核实住院", None, people, (), ONE, AT, (visit,))
    made = visit_record(
        template or shipped("interview"),
        case,
        listed,
        visit,
        ("李四", "", "三里村 8 号"),
        "云溪县医保局",
        AT,
        BureauState(settings=(own,)) if agency else None,
    )
    pages = pypdf.PdfReader(io.BytesIO(made.pdf)).pages
    texts = [
        page.extract_text().replace("\n", "").replace(" ", "").replace("\xa0", "") for page in pages
    ]
    assert all("被询问人（签名、捺指印）" in text and "Z1-2" in text for text in texts)
    return "".join(texts)


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


@pytest.mark.parametrize(
    ("path", "head", "shown"),
    [
        (
            Path.ADMINISTRATIVE,
            "云溪县医保局入户走访记录",
            "云溪县医保局的执法人员，已向你出示执法证件",
        ),
        (
            Path.AGREEMENT,
            "云溪县医保中心入户走访记录",
            "云溪县医保中心的工作人员，已向你出示工作证件",
        ),
    ],
)
def test_the_record_of_a_handling_is_the_agencys(path: Path, head: str, shown: str) -> None:
    hospital = Party(PartyKind.INSTITUTION, "H1", "云溪医院")
    text = printed(hospital, path=path, agency="云溪县医保中心")
    assert head in text
    assert shown in text
    # While nobody set the agency's name the bureau's stands.
    assert "云溪县医保局入户走访记录" in printed(hospital, path=path)


def test_the_list_for_the_road_tells_who_was_not_met_and_has_sheets_for_them_alone() -> None:
    said = (Said("您住过院吗？", "没有"),)
    met = HomeVisit("P1", date(2026, 3, 1), (ONE, TWO), "denies", said, "", None)
    away = HomeVisit("P2", date(2026, 3, 2), (ONE, TWO), "absent", (), "", None)
    names = {"P1": ("张三", "", ""), "P2": ("李四", "", ""), "P3": ("王五", "", "")}
    people = tuple(VisitPerson(key, "某", "清河镇", "三里村", "1") for key in names)
    listed = VisitList("Z1", "核实住院", None, people, ("住过吗？",), ONE, AT, (met, away))
    made = visit_list(CaseState("C1", title="挂床案"), listed, names, "云溪县医保局", AT)
    first, *sheets = [
        page.extract_text().replace("\n", "")
        for page in pypdf.PdfReader(io.BytesIO(made.pdf)).pages
    ]
    for told in ("否认就诊 03-01", "不在家 03-02"):
        assert told in first, first
    assert [name for sheet in sheets for name, _, _ in names.values() if name in sheet] == [
        "李四",
        "王五",
    ]


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ((STAY,), "2025-03-01至2025-03-08云溪医院住院4,113.00元（M7）"),
        # A list of before has the number alone.
        ((), "清单所列：M7"),
    ],
)
def test_what_is_signed_names_the_visits_that_were_asked_about(
    asked: tuple[AskedVisit, ...], named: str
) -> None:
    assert named in printed(Party(PartyKind.INSTITUTION, "H1", "云溪医院"), asked=asked)


def test_the_sheet_says_when_where_and_what_and_how_many_of_how_many() -> None:
    day = AskedVisit("M8", date(2025, 4, 2), date(2025, 4, 2), "三里诊所", "11", Decimal("62.50"))
    person = VisitPerson("P1", "某", "清河镇", "三里村", "1", ("M7", "M8"), (STAY, day), 30)
    listed = VisitList("Z1", "核实住院", None, (person,), ("住过吗？",), ONE, AT, ())
    names = {"P1": ("张三", "", "")}
    made = visit_list(CaseState("C1", title="挂床案"), listed, names, "云溪县医保局", AT)
    _, sheet = [
        page.extract_text().replace("\n", "").replace(" ", "")
        for page in pypdf.PdfReader(io.BytesIO(made.pdf)).pages
    ]
    for told in (
        *("共30次，下列其中2次", "2025-03-01至2025-03-08", "云溪医院", "住院", "4,113.00", "M7"),
        *("2025-04-02", "三里诊所", "门诊", "62.50"),
    ):
        assert told in sheet, (told, sheet)


def test_a_party_at_home_speaks_as_the_party() -> None:
    assert "李四（当事人）" in printed(Party(PartyKind.PERSON, "P2", "李四"))


def worded(before: str, after: str) -> bytes:
    """The shipped template as the bureau words it: one paragraph says something else."""
    document = docx.Document(io.BytesIO(shipped("interview")))
    for paragraph in document.paragraphs:
        if before in paragraph.text:
            paragraph.runs[0].text = paragraph.text.replace(before, after)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_the_bureau_words_what_is_signed() -> None:
    party = Party(PartyKind.INSTITUTION, "H1", "云溪医院")
    own = worded("以上内容是否听清？", "以上权利义务是否清楚？")
    text = printed(party, own)
    assert "以上权利义务是否清楚？" in text
    assert "以上内容是否听清？" not in text
    assert "卡借给了邻居" in text


def test_a_template_that_leaves_the_answers_out_is_neither_taken_nor_printed() -> None:
    mute = worded("{{ row.answer }}", "")
    with pytest.raises(TemplateInvalidError, match="没有列出问答"):
        tried(mute, "interview", AT)
    with pytest.raises(TemplateInvalidError, match="没有列出问答"):
        printed(Party(PartyKind.INSTITUTION, "H1", "云溪医院"), mute)


def test_a_blank_one_has_room_to_write() -> None:
    talk = values_of(CaseState("C1"), (), Issued("W1", "interview", "", ONE, AT, 0), "云溪县医保局")
    assert talk["talk"]["form"] == "询问笔录"
    assert not talk["talk"]["number"]
    fill(shipped("interview"), talk)
