"""An institution outside the county can be suspected and asked about, never punished here."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from casework.actors import Role
from casework.cases.place import area_of, located
from casework.cases.reach import Standing, reach
from casework.commands import agreement as a
from casework.commands import case as c
from casework.commands import measures as m
from casework.commands.documents import IssueForm
from casework.decide import next_actions
from casework.points.parameters import STREAM
from casework.refusal import Refusal
from casework.waits import waits_for
from tests.unit.casework.test_execution import spot

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


def test_a_doctor_is_scored_and_no_party_of_a_case(bureau: Any) -> None:
    lead = c.OpenCase(
        case_no="C1", title="医师违规", source=c.Source.TIP, summary="x", of_doctor=True,
        party=c.Party(c.PartyKind.PERSON, "D34162300001", "李医师"),
        conduct_from=date(2025, 1, 1), conduct_to=date(2025, 6, 1),
    )  # fmt: skip
    with pytest.raises(Refusal, match="医师记分") as refused:
        bureau.do("ins1", lead)
    assert (refused.value.code, bureau.streams["case:C1"]) == ("DOCTOR_SCORED", [])
    assert "points" in refused.value.message_en
    bureau.do("ins1", replace(lead, of_doctor=False))


def filing(no: str) -> c.FileCase:
    four = ("preliminary_proof", "penalty_possible", "own_jurisdiction", "within_limitation")
    return c.FileCase(case_no=no, **dict.fromkeys(four, True), reasons="x")


def test_no_penalty_outside(bureau: Any) -> None:
    own_area(bureau)
    no = opened(bureau)
    spot = c.DecideOnSpot(
        case_no=no, officers=("ins1", "ins2"), article_id="tiaoli-38-3", base_loss=Decimal(100),
        multiple=Decimal(1), present="法定代表人王某", place="x", decision_no="x", told=True, defence="x", reasons="x",
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


def offers(bureau: Any, no: str, who: str) -> list[str]:
    case = located(bureau.state(f"case:{no}"), bureau.state(STREAM), bureau.today)
    return [one.name for one in next_actions(case, bureau.people[who], bureau.at)]


def refused_outside(bureau: Any, who: str, command: Any) -> None:
    with pytest.raises(Refusal) as refused:
        bureau.do(who, command)
    assert refused.value.code == "OUTSIDE_COUNTY"


def test_no_penalty_outside_however_early_the_case_was_opened(bureau: Any) -> None:
    """The own area was set after the case was opened: the penalty stops where it stands."""
    no = opened(bureau)
    bureau.submitted(no)
    assert "FileCase" in offers(bureau, no, "head")
    own_area(bureau)
    refused_outside(bureau, "head", filing(no))
    assert "FileCase" not in offers(bureau, no, "head")
    assert "DecideOnSpot" not in offers(bureau, no, "ins1")
    assert offers(bureau, no, "head")[0] == "TransferCase"


def test_a_case_keeps_the_jurisdiction_that_it_was_filed_by(bureau: Any) -> None:
    """Another area comes into force while it runs: nothing of it moves, as the parameter's words say."""
    own_area(bureau)
    no = bureau.filed()
    assert bureau.state(f"case:{no}").own_area == "341623"
    lead = bureau.opened("C2")
    own_area(bureau, ELSEWHERE)
    assert told(bureau, no) is None
    assert (
        located(bureau.state(f"case:{no}"), bureau.state(STREAM), bureau.today).outside_area is None
    )
    assert bureau.started(no) == ["InvestigationStarted"]
    bureau.reported(no)
    bureau.do("ins1", c.ListLines(case_no=no))
    bureau.confirm(no)
    assert "PenaltyProposed" in bureau.do("ins1", bureau.proposal(no))
    # A lead is nobody's yet.
    officers = (c.OfficerRef("ins1", "皖01"), c.OfficerRef("ins2", "皖02"))
    bureau.do("sup", c.AssignOfficers(case_no=lead, officers=officers))
    refused_outside(bureau, "sup", filing(lead))


def test_a_case_filed_while_no_area_was_set_goes_by_the_one_of_the_day(bureau: Any) -> None:
    no = bureau.filed()
    assert "own_area" not in next(
        event.data for event in bureau.streams[f"case:{no}"] if event.type == "CaseFiled"
    )
    own_area(bureau, ELSEWHERE)
    assert told(bureau, no).standing is Standing.LATE


def test_a_filed_case_that_becomes_a_handling_and_comes_back_is_judged_anew(bureau: Any) -> None:
    own_area(bureau)
    no = bureau.filed()
    bureau.convert("sup", a.ConvertToHandling(case_no=no, reasons="情节轻微"))
    bureau.convert("sup", a.ConvertCase(case_no=no, reasons="发现欺诈"))
    own_area(bureau, ELSEWHERE)
    refused_outside(bureau, "sup", filing(no))


def test_what_was_decided_on_the_spot_keeps_its_jurisdiction(bureau: Any) -> None:
    own_area(bureau)
    no = bureau.opened()
    officers = (c.OfficerRef("ins1", "皖01"), c.OfficerRef("ins2", "皖02"))
    bureau.do("sup", c.AssignOfficers(case_no=no, officers=officers))
    bureau.do("ins1", c.ListLines(case_no=no))
    bureau.lost(no, "1000.00")
    bureau.do("ins1", spot(bureau))
    own_area(bureau, ELSEWHERE)
    case = bureau.state(f"case:{no}")
    assert case.own_area == "341623"
    assert located(case, bureau.state(STREAM), bureau.today).outside_area is None


#: Of another county than the hospital whose cases the bureau in memory handles.
ELSEWHERE = "340104"


def test_a_proposal_that_waits_goes_no_further(bureau: Any) -> None:
    no = bureau.proposed()
    own_area(bureau, ELSEWHERE)
    review = c.ReviewProposal(case_no=no, proposal_id="P1", outcome=c.Outcome.APPROVED)
    refused_outside(bureau, "sup", review)
    assert "ReviewProposal" not in offers(bureau, no, "sup")


def test_neither_notice_nor_another_proposal_follows(bureau: Any) -> None:
    no = bureau.proposed()
    bureau.do("sup", c.ReviewProposal(case_no=no, proposal_id="P1", outcome=c.Outcome.APPROVED))
    own_area(bureau, ELSEWHERE)
    notice = IssueForm(case_no=no, form_id="notice", number="x", serial=1, year=2026)
    refused_outside(bureau, "ins1", notice)
    served = c.ServeNotice(case_no=no, way=c.ServiceWay.DIRECT, served_on=bureau.today)
    refused_outside(bureau, "ins1", served)
    refused_outside(bureau, "ins1", bureau.proposal(no))
    assert not {"ServeNotice", "ProposePenalty"} & set(offers(bureau, no, "ins1"))
    # Nobody is told to go on with the penalty: the head transfers.
    case = located(bureau.state(f"case:{no}"), bureau.state(STREAM), bureau.today)
    assert waits_for(case, bureau.at).roles == {Role.HEAD}
    given = {"recipient": "省城医保局", "document_no": "移1", "reasons": "属地管辖"}
    bureau.do("head", c.TransferCase(case_no=no, to=c.Authority.OTHER_BUREAU, **given))


def test_no_decision_of_a_case_that_was_ready_for_it(bureau: Any) -> None:
    no = bureau.to_decide()
    own_area(bureau, ELSEWHERE)
    decide = c.DecideCase(case_no=no, ruling=c.Ruling.PENALTY, decision_no="x")
    refused_outside(bureau, "head", decide)
    assert "DecideCase" not in offers(bureau, no, "head")


def test_a_decision_taken_before_the_area_was_set_is_not_served_but_annulled_and_transferred(
    bureau: Any,
) -> None:
    no = bureau.to_decide()
    bureau.do("head", c.DecideCase(case_no=no, ruling=c.Ruling.PENALTY, decision_no="x"))
    bureau.sealed(no)
    serve = c.ServeDecision(case_no=no, way=c.ServiceWay.DIRECT, served_on=bureau.today)
    post = c.PostAnnouncement(
        case_no=no, served=c.Served.DECISION, posted_on=bureau.today, where="网站", reasons="x"
    )
    own_area(bureau, ELSEWHERE)
    for command in (serve, post):
        assert bureau.refused("ins1", command) == "OUTSIDE_DECISION"
    assert not {"ServeDecision", "PostAnnouncement"} & set(offers(bureau, no, "ins1"))
    assert "AnnulDecision" in offers(bureau, no, "head")
    annul = c.AnnulDecision(
        case_no=no, by="本局", document_no="撤1", annulled_on=bureau.today, reasons="无管辖权",
        decide_anew=True,
    )  # fmt: skip
    bureau.do("head", annul)
    given = {"recipient": "省城医保局", "document_no": "移1", "reasons": "属地管辖"}
    bureau.do("head", c.TransferCase(case_no=no, to=c.Authority.OTHER_BUREAU, **given))


def test_a_served_decision_is_executed_wherever_the_institution_is(bureau: Any) -> None:
    no = bureau.to_decide()
    bureau.do("head", c.DecideCase(case_no=no, ruling=c.Ruling.PENALTY, decision_no="x"))
    bureau.sealed(no)
    bureau.do("ins1", c.ServeDecision(case_no=no, way=c.ServiceWay.DIRECT, served_on=bureau.today))
    own_area(bureau, ELSEWHERE)
    pay = c.RecordPayment(
        case_no=no,
        kind=c.PaymentKind.FINE,
        amount=Decimal("10.00"),
        paid_on=bureau.today,
        voucher="1",
    )
    assert bureau.do("agency", pay) == ["PaymentRecorded"]


def test_a_wrong_own_area_put_right_locks_nothing(bureau: Any) -> None:
    own_area(bureau, "341623")
    no = opened(bureau)
    refused_outside(bureau, "sup", filing(no))
    own_area(bureau, "340104")
    assert told(bureau, no) is None
    assert bureau.file(no) == ["CaseFiled"]


def test_a_handling_outside_asks_for_fund_money_alone(bureau: Any) -> None:
    own_area(bureau)
    bureau.do(
        "agency",
        c.OpenCase(
            case_no="C1", title="异地就医疑点", source=c.Source.FINDING, summary="x", party=CITY,
            conduct_from=date(2025, 1, 1), conduct_to=date(2025, 6, 1), path=c.Path.AGREEMENT,
            findings=(c.FindingRef("F1", "hanging_bed", Decimal("900.00")),),
        ),
    )  # fmt: skip
    refusal = a.Measure(a.MeasureKind.REFUSE_PAYMENT, clause="第30条", amount=Decimal("900.00"))
    damages = a.Measure(a.MeasureKind.LIQUIDATED_DAMAGES, clause="第30条", amount=Decimal("90.00"))
    propose = a.ProposeHandling(case_no="C1", measures=(refusal,), reasons="违规")
    for beyond in (
        {"measures": (refusal, damages)},
        {"rectify": "停止重复收费"},
    ):
        assert bureau.refused("agency", replace(propose, **beyond)) == "OUTSIDE_AGREEMENT"
    bureau.established("C1")
    assert bureau.do("agency", propose) == ["HandlingProposed"]


def test_a_handling_proposed_before_the_own_area_was_set_is_judged_again(bureau: Any) -> None:
    bureau.do(
        "agency",
        c.OpenCase(
            case_no="C1", title="异地就医疑点", source=c.Source.FINDING, summary="x", party=CITY,
            conduct_from=date(2025, 1, 1), conduct_to=date(2025, 6, 1), path=c.Path.AGREEMENT,
        ),
    )  # fmt: skip
    end = a.Measure(a.MeasureKind.SUSPEND_AGREEMENT, clause="第30条", months=3)
    bureau.do("agency", a.ProposeHandling(case_no="C1", measures=(end,), reasons="违规"))
    bureau.issue("C1", "handling_notice", "agency")
    own_area(bureau)
    way = c.ServiceWay.DIRECT
    notify = a.NotifyHandling(case_no="C1", way=way, served_on=bureau.today)
    assert bureau.refused("agency", notify) == "OUTSIDE_AGREEMENT"
    own_area(bureau, "340104")
    bureau.do("agency", notify)
    waive = a.StateDefence(case_no="C1", how=c.Defence.STATED, text="无异议")
    city = replace(
        bureau.people["office"], account="city", person="p-city", fixmedins_code=CITY.key
    )
    bureau.do(city, waive)
    own_area(bureau)
    decide = a.DecideHandling(case_no="C1", ruling=c.Ruling.PENALTY, decision_no="1")
    before = len(bureau.streams["case:C1"])
    assert bureau.refused("chief", decide) == "OUTSIDE_AGREEMENT"
    assert len(bureau.streams["case:C1"]) == before
    # What is still possible: leave it, or ask for fund money alone.
    none = replace(decide, ruling=c.Ruling.NO_PENALTY, reasons="由就医地处理")
    assert bureau.do("chief", none) == ["HandlingDecided"]


def test_no_order_no_sealing_and_no_measure_outside(bureau: Any) -> None:
    """What binds an institution is for the bureau of its place: a case is sent there."""
    no = opened(bureau)
    seal = c.RequestHold(
        case_no=no, kind=c.HoldKind.SEALING, items="账册", place="财务科", reason="可能灭失"
    )
    bureau.do("ins1", seal)
    subject = {"subject_kind": m.SubjectKind.INSTITUTION, "subject_key": CITY.key}
    end = m.ProposeMeasure(
        **subject, subject_name=CITY.name, term="payment-share-50", months=3, document_no="1",
        reasons="严重违约",
    )  # fmt: skip
    bureau.do("agency", end)
    own_area(bureau)
    order = c.OrderCorrection(case_no=no, what="x", until=bureau.today, basis="条例第三十九条")
    assert bureau.refused("ins1", order) == "OUTSIDE_COUNTY"
    assert bureau.refused("ins1", seal) == "OUTSIDE_COUNTY"
    approve = c.DecideHold(case_no=no, hold_id="H1", approve=True)
    assert bureau.refused("head", approve) == "OUTSIDE_COUNTY"
    assert bureau.do("head", replace(approve, approve=False, reasons="属地管辖")) == ["HoldRefused"]
    assert bureau.refused("agency", end) == "OUTSIDE_MEASURE"
    decide = m.DecideMeasure(**subject, measure_id="M1", approve=True)
    assert bureau.refused("chief", decide) == "OUTSIDE_MEASURE"
    not_so = replace(decide, approve=False, reasons="移送属地")
    assert bureau.do("chief", not_so) == ["MeasureRefused"]
