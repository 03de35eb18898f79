"""Somebody of the three bodies is asked to withdraw from an application; the head decides."""

from dataclasses import replace
from typing import Any

import pytest

from api.timeline_words import SAID
from casework.actors import Role
from casework.commands import case as c
from casework.commands import restoration as r
from casework.commands.case import RecusalGround
from casework.decide import next_actions
from casework.notices.tell import hears, told
from casework.restoration.state import Body
from casework.waits import waits_for
from evidence.doctors.restoration import approval
from tests.unit.casework.test_points_path import FILE, studied
from tests.unit.casework.verified import VERIFIED

OWN = {"prac_psn_code": "D1"}
PARTY = r.GivePartyOpinion(**OWN, outcome=c.Outcome.APPROVED)
REVIEW = r.ReviewRestoration(**OWN, outcome=c.Outcome.APPROVED, **VERIFIED)
DECISION = r.DecideRestoration(**OWN, outcome=c.Outcome.APPROVED)


def ask(decider: str, ground: RecusalGround = RecusalGround.KIN) -> r.RequestRestorationRecusal:
    return r.RequestRestorationRecusal(**OWN, decider=decider, ground=ground, reason="系其妻弟")


def answer(approve: bool, recusal_id: str = "B1") -> r.DecideRestorationRecusal:
    return r.DecideRestorationRecusal(
        **OWN, recusal_id=recusal_id, approve=approve, reasons="经核实"
    )


@pytest.fixture
def submitted(bureau: Any) -> Any:
    """An application that waits for the party organisation; there is a second head."""
    studied(bureau)
    bureau.do("office", r.SubmitRestoration(**OWN))
    bureau.people["head2"] = replace(
        bureau.people["head"], account="head2", name="HEAD2", person="p-head2"
    )
    bureau.seed(bureau.people["head2"])
    return bureau


def test_the_applicant_asks_and_a_granted_request_keeps_the_person_away(submitted: Any) -> None:
    assert submitted.do("doc", ask("party")) == ["RestorationRecusalRequested"]
    one = submitted.state(FILE).restoration.recusals[0]
    assert (one.officer.account, one.body, one.granted) == ("party", Body.PARTY, None)
    # Until the head has decided, whoever is asked about does nothing.
    assert submitted.refused("party", PARTY) == "RECUSAL_WAITS"
    leads = next_actions(submitted.state(FILE), submitted.people["head"], submitted.at)
    assert (leads[0].name, leads[0].primary) == ("DecideRestorationRecusal", True)
    assert submitted.do("head", answer(approve=True)) == ["RestorationRecusalDecided"]
    assert submitted.refused("party", PARTY) == "RECUSED"
    deputy = replace(submitted.people["party"], account="party2", person="p-party2")
    assert submitted.do(deputy, PARTY)[0] == "PartyOpinionGiven"
    file = submitted.state(FILE)
    form = approval(file, file.restoration, "局", submitted.today)
    assert "回避：PARTY（系其妻弟）" in [one.get("text") for one in form]


def test_a_refused_request_lets_the_person_act_and_is_not_made_again(submitted: Any) -> None:
    submitted.do("doc", ask("sup"))
    assert submitted.refused("doc", ask("sup")) == "ALREADY_DONE"
    submitted.do("head", answer(approve=False))
    assert submitted.refused("office", ask("sup")) == "ALREADY_DONE"
    submitted.do("party", PARTY)
    assert submitted.do("sup", REVIEW)[0] == "RestorationReviewed"
    # Another ground is another question.
    submitted.do("office", ask("sup", RecusalGround.FORMER_WORKPLACE))


def test_the_head_does_not_decide_about_himself(submitted: Any) -> None:
    submitted.do("doc", ask("head"))
    assert submitted.refused("head", answer(approve=False)) == "RECUSAL_WAITS"
    offered = next_actions(submitted.state(FILE), submitted.people["head"], submitted.at)
    assert "DecideRestorationRecusal" not in {one.name for one in offered}
    # Nor does another head alone: they would then decide on one another.
    assert submitted.refused("head2", answer(approve=True)) == "FIELD_REQUIRED"
    three = {"members": ("head2", "vice", "sup"), "held_on": submitted.today, "record": "一致同意"}
    submitted.do("head2", replace(answer(approve=True), **three, stand_in="head2"))
    submitted.do("party", PARTY)
    submitted.do("sup", REVIEW)
    assert submitted.refused("head", DECISION) == "RECUSED"
    assert submitted.do("head2", DECISION)[0] == "RestorationDecided"


def test_what_was_asked_of_an_earlier_body_is_answered_before_the_decision(submitted: Any) -> None:
    submitted.do("party", PARTY)
    submitted.do("sup", REVIEW)
    submitted.do("office", ask("sup"))
    assert submitted.refused("head", DECISION) == "STEP_MISSING"
    submitted.do("head", answer(approve=False))
    assert submitted.do("head", DECISION)[0] == "RestorationDecided"


def test_who_asked_does_not_decide(submitted: Any) -> None:
    submitted.do("head", ask("sup"))
    assert submitted.refused("head", answer(approve=True)) == "FOUR_EYES"
    submitted.do("head2", answer(approve=True))


def test_the_agency_officer_may_be_asked_to_withdraw(submitted: Any) -> None:
    halt = r.HaltRestoration(**OWN, ground=r.HaltGround.OTHER, reasons="核查")
    go_on = r.ResumeRestoration(**OWN, reasons="核查完毕")
    submitted.do("sup", halt)
    submitted.do("doc", ask("agency"))
    assert submitted.state(FILE).restoration.recusals[0].body is Body.AGENCY
    assert submitted.refused("agency", go_on) == "RECUSAL_WAITS"
    submitted.do("head", answer(approve=True))
    assert submitted.refused("agency", go_on) == "RECUSED"
    submitted.do("agency2", go_on)
    assert submitted.refused("agency", halt) == "RECUSED"
    submitted.do("party", PARTY)
    submitted.do("sup", REVIEW)
    submitted.do("head", DECISION)
    register = r.ReRegister(**OWN, registration_no="DJ1")
    assert submitted.refused("agency", register) == "RECUSED"
    submitted.do("agency2", register)


@pytest.mark.parametrize("who", ["sup", "head", "agency", "party"])
def test_one_withdraws_as_long_as_the_application_is_open(submitted: Any, who: str) -> None:
    withdraw = r.RecuseFromRestoration(**OWN, relation="亲属")
    halt = r.HaltRestoration(**OWN, ground=r.HaltGround.OTHER, reasons="核查")
    other = {"sup": "agency", "agency": "sup"}.get(who, "sup")
    submitted.do(other, halt)
    # Of a head's wish the leaders decide.
    said = "RestorationRecusalRequested" if who == "head" else "RestorationRecused"
    assert submitted.do(who, withdraw) == [said]


@pytest.mark.parametrize("at_the_end", [False, True])
def test_a_returned_and_an_approved_application_are_open_too(
    submitted: Any, at_the_end: bool
) -> None:
    withdraw = r.RecuseFromRestoration(**OWN, relation="亲属")
    submitted.do("party", PARTY)
    if at_the_end:
        submitted.do("sup", REVIEW)
        submitted.do("head", DECISION)
    else:
        submitted.do("sup", replace(REVIEW, outcome=c.Outcome.RETURNED, reasons="缺卷"))
    assert submitted.state(FILE).stage == ("registration" if at_the_end else "returned")
    assert submitted.do("agency", withdraw) == ["RestorationRecused"]
    assert submitted.do("office", ask("agency2")) == ["RestorationRecusalRequested"]


def test_only_somebody_of_the_bodies_or_the_agency_is_named(submitted: Any) -> None:
    for other in ("ins1", "nobody"):
        assert submitted.refused("doc", ask(other)) == "NOT_FOUND"
    elsewhere = replace(
        submitted.people["party"], account="far", person="p-far", fixmedins_code="H2"
    )
    submitted.seed(elsewhere)
    assert submitted.refused("doc", ask("far")) == "NOT_FOUND"
    assert submitted.refused("sup", ask("sup")) == "OWN_RECUSAL"


def test_who_takes_no_part_asks_nothing(submitted: Any) -> None:
    stranger = replace(submitted.people["doc"], account="doc2", person="p2", prac_psn_code="D2")
    assert submitted.refused(stranger, ask("party")) == "NOT_YOURS"
    far = replace(submitted.people["office"], account="o2", person="po2", fixmedins_code="H2")
    assert submitted.refused(far, ask("party")) == "NOT_YOURS"
    auditor = replace(submitted.people["aud"], roles=frozenset({Role.AUDITOR}))
    assert submitted.refused(auditor, ask("party")) == "ROLE_REQUIRED"


def test_there_must_be_a_request(submitted: Any) -> None:
    assert submitted.refused("head", answer(approve=True)) == "STEP_MISSING"
    submitted.do("doc", ask("party"))
    assert submitted.refused("head", answer(approve=True, recusal_id="B9")) == "NOT_FOUND"


def test_the_story_names_whom_it_was_about_and_the_doctor_is_told(submitted: Any) -> None:
    submitted.do("doc", ask("party"))
    asked = submitted.streams[FILE][-1]
    assert list(SAID[asked.type](asked.data, "en")) == ["PARTY"]
    submitted.do("head", answer(approve=False))
    decided = submitted.streams[FILE][-1]
    assert list(SAID[decided.type](decided.data, "zh")) == ["不予回避"]
    file = submitted.state(FILE)
    one = told(file, [decided])[0]
    heard = {name for name, who in submitted.people.items() if hears(file, one, who, submitted.at)}
    assert heard == {"doc", "office", "party", "sup"}


def leaders(submitted: Any, *, approve: bool = True, **more: Any) -> r.DecideRestorationRecusal:
    """What the leaders said of a head: three of them, without him."""
    found = submitted.state(FILE).restoration.recusals[-1]
    given = {"members": ("juzhang", "fuju", "zhongxin"), "stand_in": "fuju", **more}
    return r.DecideRestorationRecusal(
        **OWN, recusal_id=found.recusal_id, approve=approve, reasons="经集体讨论",
        held_on=submitted.today, record="三人一致同意", **given,
    )  # fmt: skip


@pytest.fixture
def led(bureau: Any) -> Any:
    """An application at the bureau's one head, who has a deputy; others lead the bureau with them."""
    studied(bureau)
    bureau.do("office", r.SubmitRestoration(**OWN))
    roles = {"juzhang": Role.DEPUTY_HEAD, "fuju": Role.DEPUTY_HEAD, "zhongxin": Role.SUPERVISOR}
    for account, role in roles.items():
        bureau.people[account] = replace(
            bureau.people["head"], account=account, name=account, person=f"p-{account}",
            roles=frozenset({role}),
        )  # fmt: skip
        bureau.seed(bureau.people[account])
    bureau.do("party", PARTY)
    bureau.do("sup", REVIEW)
    return bureau


@pytest.mark.parametrize("wish", [False, True])
def test_of_the_only_head_the_leaders_decide_and_name_who_decides(led: Any, wish: bool) -> None:
    if wish:
        asked = led.do("head", r.RecuseFromRestoration(**OWN, relation="系其姐夫"))
        assert led.refused("head", r.RecuseFromRestoration(**OWN, relation="x")) == "ALREADY_DONE"
    else:
        asked = led.do("doc", ask("head"))
    assert asked == ["RestorationRecusalRequested"]
    assert led.refused("head", DECISION) == "RECUSAL_WAITS"
    assert led.refused("fuju", DECISION) == "ROLE_REQUIRED"
    assert waits_for(led.state(FILE), led.at).roles >= {Role.DEPUTY_HEAD, Role.SUPERVISOR}
    assert led.refused("head", leaders(led)) == "RECUSAL_WAITS"
    for wrong, code in (
        ({"members": ()}, "FIELD_REQUIRED"),
        ({"record": " "}, "FIELD_REQUIRED"),
        ({"stand_in": ""}, "FIELD_REQUIRED"),
        ({"members": ("zhongxin",)}, "TOO_FEW_MEMBERS"),
        ({"members": ("head", "fuju", "zhongxin")}, "ACCOUNT_UNFIT"),
        ({"members": ("ins1", "fuju", "zhongxin")}, "ACCOUNT_UNFIT"),
        ({"stand_in": "head"}, "ACCOUNT_UNFIT"),
        ({"stand_in": "sup"}, "ACCOUNT_UNFIT"),
    ):
        assert led.refused("juzhang", replace(leaders(led), **wrong)) == code, wrong
    led.do("juzhang", leaders(led))
    decided = led.streams[FILE][-1]
    assert list(SAID[decided.type](decided.data, "zh")) == ["回避", "由fuju代为审批"]
    assert led.refused("head", DECISION) == "RECUSED"
    assert led.refused("juzhang", DECISION) == "ROLE_REQUIRED"
    offered = next_actions(led.state(FILE), led.people["fuju"], led.at)
    assert (offered[0].name, offered[0].primary) == ("DecideRestoration", True)
    assert "fuju" in waits_for(led.state(FILE), led.at).people
    # Whom the leaders named decides on others in the head's place, too.
    led.do("office", ask("agency"))
    led.do("fuju", answer(approve=False, recusal_id="B2"))
    assert led.do("fuju", DECISION)[0] == "RestorationDecided"
    file = led.state(FILE)
    form = approval(file, file.restoration, "局", led.today)
    assert "经机关负责人集体讨论，由fuju代为审批" in [one.get("text") for one in form]


def test_whom_the_leaders_named_withdraws_as_a_head_does(led: Any) -> None:
    led.do("doc", ask("head"))
    led.do("juzhang", leaders(led))
    assert led.do("fuju", r.RecuseFromRestoration(**OWN, relation="同学")) == [
        "RestorationRecusalRequested"
    ]
    assert led.refused("fuju", DECISION) == "RECUSAL_WAITS"
    again = leaders(led, members=("juzhang", "zhongxin", "fuju2"), stand_in="juzhang")
    led.people["fuju2"] = replace(led.people["fuju"], account="fuju2", person="p-fuju2")
    led.seed(led.people["fuju2"])
    led.do("zhongxin", again)
    assert led.refused("fuju", DECISION) == "ROLE_REQUIRED"
    assert led.do("juzhang", DECISION)[0] == "RestorationDecided"


def test_a_head_who_need_not_withdraw_decides_himself(led: Any) -> None:
    led.do("doc", ask("head"))
    led.do("juzhang", leaders(led, approve=False, stand_in=""))
    assert led.do("head", DECISION)[0] == "RestorationDecided"


def test_a_request_of_before_says_by_its_body_that_it_is_about_a_head(led: Any) -> None:
    led.do("doc", ask("head"))
    stream = led.streams[FILE]
    stream[-1] = replace(
        stream[-1], data={k: v for k, v in stream[-1].data.items() if k != "of_head"}
    )
    assert led.state(FILE).restoration.recusals[0].of_head
    led.do("juzhang", leaders(led))
