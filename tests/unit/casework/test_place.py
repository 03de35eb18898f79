"""An institution outside the county can be suspected and asked about, never punished here."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from casework.cases.place import area_of
from casework.cases.reach import Standing, reach
from casework.commands import case as c
from casework.decide import next_actions
from casework.refusal import Refusal

CITY = c.Party(c.PartyKind.INSTITUTION, "H34010400012", "省城医院")


def own_area(bureau: Any, value: str = "341623") -> None:
    bureau.parameter("own_area", value, basis="机构编制方案")


def opened(bureau: Any, party: c.Party = CITY) -> str:
    bureau.do(
        "ins1",
        c.OpenCase(
            case_no="C1", title="异地就医疑点", source=c.Source.FINDING, summary="x", party=party,
            conduct_from=date(2025, 1, 1), conduct_to=date(2025, 6, 1),
            findings=(c.FindingRef("F1", "hanging_bed", Decimal("900.00")),),
        ),
    )  # fmt: skip
    officers = (c.OfficerRef("ins1", "皖01"), c.OfficerRef("ins2", "皖02"))
    bureau.do("sup", c.AssignOfficers(case_no="C1", officers=officers))
    return "C1"


@pytest.mark.parametrize(
    ("kind", "key", "area"),
    [
        (c.PartyKind.INSTITUTION, "H34162300001", "341623"),
        (c.PartyKind.INSTITUTION, "P34010400012", "340104"),
        (c.PartyKind.INSTITUTION, "H1", None),
        (c.PartyKind.PERSON, "H34162300001", None),
    ],
)
def test_the_code_carries_the_area(kind: c.PartyKind, key: str, area: str | None) -> None:
    assert area_of(c.Party(kind, key, "x")) == area


def filing(no: str) -> c.FileCase:
    four = ("preliminary_proof", "penalty_possible", "own_jurisdiction", "within_limitation")
    return c.FileCase(case_no=no, **dict.fromkeys(four, True), reasons="x")


def test_no_penalty_outside(bureau: Any) -> None:
    own_area(bureau)
    no = opened(bureau)
    spot = c.DecideOnSpot(
        case_no=no, officers=("ins1", "ins2"), article_id="tiaoli-38-3", base_loss=Decimal(100),
        multiple=Decimal(1), place="x", decision_no="x", told=True, defence="x", reasons="x",
    )  # fmt: skip
    before = len(bureau.streams[f"case:{no}"])
    for who, command in (("sup", filing(no)), ("ins1", spot), ("ins1", bureau.proposal(no))):
        with pytest.raises(Refusal) as refused:
            bureau.do(who, command)
        # The proposal is far off at this stage already.
        assert refused.value.code in ("OUTSIDE_COUNTY", "ILLEGAL_MOVE")
        if refused.value.code == "OUTSIDE_COUNTY":
            assert "340104" in refused.value.message_zh
            assert "place of care" in refused.value.message_en
    assert len(bureau.streams[f"case:{no}"]) == before
    offered = next_actions(bureau.state(f"case:{no}"), bureau.people["head"], bureau.at)
    assert [one.name for one in offered if one.primary] == ["TransferCase"]
    names = {
        one.name
        for one in next_actions(bureau.state(f"case:{no}"), bureau.people["ins1"], bureau.at)
    }
    assert "ListLines" in names
    assert not names & {"ProposePenalty", "DecideOnSpot"}
    given = {"recipient": "省城医保局", "document_no": "移1", "reasons": "属地管辖"}
    bureau.do("head", c.TransferCase(case_no=no, to=c.Authority.OTHER_BUREAU, **given))
    assert bureau.state(f"case:{no}").stage.value == "transferred"


@pytest.mark.parametrize(("own", "outside"), [("34", False), ("3416", True), ("", False)])
def test_a_city_or_province_is_wider(bureau: Any, own: str, outside: bool) -> None:
    """A city's bureau reaches all its counties; without its own area nobody is outside."""
    if own:
        own_area(bureau, own)
    no = opened(bureau)
    assert (bureau.state(f"case:{no}").outside_area is not None) is outside


def test_wrong_areas_are_refused(bureau: Any) -> None:
    for value in ("3", "县", "3416231"):
        with pytest.raises(Refusal) as refused:
            own_area(bureau, value)
        assert refused.value.code == "BAD_VALUE"


def told(bureau: Any, no: str) -> Any:
    return reach(bureau.state(f"case:{no}"), bureau.state("bureau:parameters"), bureau.today)


def test_the_page_says_what_to_set_where_and_who_may(bureau: Any) -> None:
    no = opened(bureau)
    found = told(bureau, no)
    assert (found.standing, found.outside, found.area) == (Standing.UNSET, False, "340104")
    zh, en = found.text
    for part in (
        "340104",
        "本局参数",
        "本局行政区划代码",
        "法制审核人员或基金监管中心负责人",
        "主要负责人批准",
        "移送就医地",
    ):
        assert part in zh
    for part in ("340104", "Parameters", "administrative division of the bureau", "approves"):
        assert part in en
    # Set since: the case was opened before anybody could judge, and goes to the place of care.
    own_area(bureau)
    found = told(bureau, no)
    assert (found.standing, found.outside) == (Standing.LATE, True)
    assert "登记时尚未设置" in found.text[0]
    assert "340104" in found.text[1]


def test_nothing_is_said_of_the_bureau_s_own_institutions(bureau: Any) -> None:
    own_area(bureau)
    own = opened(bureau, c.Party(c.PartyKind.INSTITUTION, "H34162300001", "本县医院"))
    assert told(bureau, own) is None


def test_a_case_judged_outside_stays_so(bureau: Any) -> None:
    own_area(bureau)
    no = opened(bureau)
    assert told(bureau, no).standing is Standing.OUTSIDE
    given = {"recipient": "省城医保局", "document_no": "移1", "reasons": "属地管辖"}
    bureau.do("head", c.TransferCase(case_no=no, to=c.Authority.OTHER_BUREAU, **given))
    assert told(bureau, no).standing is Standing.OUTSIDE


def test_a_transferred_case_asks_for_no_parameter(bureau: Any) -> None:
    no = opened(bureau)
    given = {"recipient": "省城医保局", "document_no": "移1", "reasons": "属地管辖"}
    bureau.do("head", c.TransferCase(case_no=no, to=c.Authority.OTHER_BUREAU, **given))
    assert told(bureau, no) is None
