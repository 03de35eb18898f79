"""Signatures given away for a time: who signs for whom, what never, and four eyes across it."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from casework.actors import ROLE_NAMES_ZH, Actor, Letter, Mandate, Principal, Role
from casework.cases.entrusted import unentrusted
from casework.commands import case as c
from casework.commands import delegation as d
from casework.commands import referral as r
from casework.commands import restoration as rs
from casework.commands.accounts import GrantRole
from casework.commands.evidence import DamageKind, ReportDamage
from casework.decide import next_actions
from casework.delegation.rows import delegable, never, receivers
from casework.refusal import Refusal
from casework.registry import ACTS
from evidence.doctors.restoration import approval
from tests.unit.casework.verified import VERIFIED

REGISTER = "mandates:bureau"


def give(bureau: Any, *acts: str, deputy: str = "sup", **given: Any) -> d.DelegateSignature:
    values: dict[str, Any] = {
        "deputy": deputy,
        "acts": acts,
        "starts_at": bureau.at,
        "ends_at": bureau.at + timedelta(days=5),
        "reason": "外出学习",
    } | given
    return d.DelegateSignature(**values)


def mandated(bureau: Any, who: str) -> Actor:
    """The actor as the graph reads him: with the mandates of the register and their roles now."""
    actor = bureau.people[who]
    mandates = tuple(
        Mandate(
            Principal(x.principal.account, x.principal.person, x.principal.name, x.delegation_id),
            bureau.people[x.principal.account].roles,
            frozenset(x.acts),
            x.starts_at,
            x.over_at,
        )
        for x in bureau.state(REGISTER).delegations
        if x.deputy.account == who
    )
    return replace(actor, mandates=mandates)


def test_a_deputy_decides_for_the_head_and_the_event_says_for_whom(bureau: Any) -> None:
    no = bureau.to_decide()
    decide = c.DecideCase(case_no=no, ruling=c.Ruling.PENALTY, decision_no="1号")
    assert bureau.refused("vice", decide) == "ROLE_REQUIRED"
    bureau.do("head", give(bureau, "DecideCase", deputy="vice"))
    deputy = mandated(bureau, "vice")
    offered = next_actions(bureau.state(f"case:{no}"), deputy, bureau.at)
    [lent] = [x for x in offered if x.name == "DecideCase"]
    # He is told in whose name he signs before he does; what is his own bears no name.
    assert (lent.behalf, "（代HEAD签批）" in lent.step[0]) == ("HEAD", True)
    assert all(not x.behalf for x in offered if x.name == "AddNote")
    bureau.do(deputy, decide)
    event = bureau.streams[f"case:{no}"][-1]
    assert event.data["by"]["account"] == "vice"
    assert event.data["by"]["on_behalf_of"]["account"] == "head"
    assert event.data["by"]["delegation_id"] == "W1"
    by = bureau.state(f"case:{no}").decision.by
    assert by.behalf is not None
    assert (by.name, by.behalf.name) == ("VICE", "HEAD")


def promoted(bureau: Any, who: str) -> None:
    """Somebody becomes a deputy head beside what he was."""
    one = bureau.people[who]
    bureau.people[who] = replace(one, roles=one.roles | {Role.DEPUTY_HEAD})
    bureau.do("sec", GrantRole(login=who, role=Role.DEPUTY_HEAD, reason="任命"))


@pytest.mark.parametrize(
    ("giver", "act", "deputy"),
    [
        ("head", "DecideCase", "ins1"),
        ("head", "DecideCase", "sup"),
        ("head", "DecideCase", "legal"),
        ("head", "FileCase", "ins1"),
        ("sup", "ReviewSubmission", "legal"),
        ("sup", "ReviewProposal", "agency"),
        ("legal", "ReviewLegality", "vice"),
        ("chief", "DecideHandling", "sup"),
        ("chief", "AnnulScore", "vice"),
        ("sup", "AnnulScore", "agency"),
    ],
)
def test_the_row_names_who_may_receive_a_signature(
    bureau: Any, giver: str, act: str, deputy: str
) -> None:
    with pytest.raises(Refusal) as refused:
        bureau.do(giver, give(bureau, act, deputy=deputy))
    assert refused.value.code == "ACCOUNT_UNFIT"
    # It names the person, not his login, and says to whom it may be given instead.
    assert refused.value.message_zh.startswith(bureau.people[deputy].name)
    assert f"账号 {deputy}" not in refused.value.message_zh
    assert all(
        ROLE_NAMES_ZH[role] in refused.value.message_zh
        for role in receivers(act, bureau.people[giver].roles)
    )
    assert not bureau.state(REGISTER).delegations


def test_several_acts_go_to_who_may_receive_each(bureau: Any) -> None:
    both = give(bureau, "FileCase", "DecideCase", deputy="sup")
    assert bureau.refused("head", both) == "ACCOUNT_UNFIT"
    assert bureau.do("head", replace(both, deputy="vice")) == ["SignatureDelegated"]


def test_a_deputy_head_signs_nothing_that_is_for_the_head_alone(bureau: Any) -> None:
    no = bureau.investigated()
    for act in ("DecideReferral", "StopSettlement"):
        assert bureau.refused("head", give(bureau, act, deputy="vice")) == "NEVER_DELEGATED"
    decide = r.DecideReferral(case_no=no, approve=True, reasons="x")
    assert bureau.refused("vice", decide) == "ROLE_REQUIRED"
    assert bureau.refused("vice", c.TerminateCase(case_no=no, reasons="x")) == "ROLE_REQUIRED"


def test_a_mandate_holds_from_its_beginning_until_its_end(bureau: Any) -> None:
    no = bureau.to_decide()
    decide = c.DecideCase(case_no=no, ruling=c.Ruling.PENALTY, decision_no="1号")
    start = bureau.at + timedelta(days=1)
    bureau.do("head", give(bureau, "DecideCase", deputy="vice", starts_at=start))
    assert bureau.refused(mandated(bureau, "vice"), decide) == "ROLE_REQUIRED"
    bureau.at += timedelta(days=6)
    assert bureau.refused(mandated(bureau, "vice"), decide) == "ROLE_REQUIRED"


def test_a_mandate_that_was_taken_back_is_worth_nothing(bureau: Any) -> None:
    no = bureau.to_decide()
    bureau.do("head", give(bureau, "DecideCase", deputy="vice"))
    assert bureau.refused("sup", d.EndDelegation(delegation_id="W1", reason="x")) == "NOT_YOURS"
    bureau.do("head", d.EndDelegation(delegation_id="W1", reason="已返岗"))
    decide = c.DecideCase(case_no=no, ruling=c.Ruling.PENALTY, decision_no="1号")
    assert bureau.refused(mandated(bureau, "vice"), decide) == "ROLE_REQUIRED"
    assert bureau.refused("head", d.EndDelegation(delegation_id="W1", reason="x")) == "ALREADY_DONE"


@pytest.mark.parametrize("act", ["DecideReferral", "StopSettlement", "DelegateSignature"])
def test_what_is_for_the_head_alone_is_never_delegated(bureau: Any, act: str) -> None:
    assert bureau.refused("head", give(bureau, act)) == "NEVER_DELEGATED"


def test_a_forged_mandate_for_a_referral_is_no_use(bureau: Any) -> None:
    """Even a register that somebody tampered with lets nobody sign a referral for the head."""
    assert all(act not in row.acts for act in never() for row in delegable())
    no = bureau.investigated()
    mandate = Mandate(
        Principal("head", "p-head", "HEAD", "W9"),
        frozenset({Role.HEAD}),
        frozenset({"DecideReferral"}),
        bureau.at,
        bureau.at + timedelta(days=1),
    )
    forged = replace(bureau.people["sup"], mandates=(mandate,))
    decide = r.DecideReferral(case_no=no, approve=True, reasons="x")
    assert bureau.refused(forged, decide) == "NEVER_DELEGATED"


def test_nobody_gives_what_he_does_not_have_nor_to_himself(bureau: Any) -> None:
    assert bureau.refused("sup", give(bureau, "DecideCase", deputy="agency")) == "BAD_VALUE"
    assert bureau.refused("head", give(bureau, "DecideCase", deputy="head")) == "NOT_TO_DEPUTY"
    assert bureau.refused("head", give(bureau, "DecideCase", deputy="office")) == "ACCOUNT_UNFIT"
    assert bureau.refused("legal", give(bureau, "ReviewLegality", deputy="sup")) == "ACCOUNT_UNFIT"
    assert bureau.refused("ins1", give(bureau, "FileCase")) == "ROLE_REQUIRED"
    past = give(bureau, "DecideCase", starts_at=bureau.at - timedelta(2), ends_at=bureau.at)
    assert bureau.refused("head", past) == "DATE_ORDER"


def test_four_eyes_see_the_signer_and_the_one_he_signs_for(bureau: Any) -> None:
    """The proposer cannot get round the rule by a mandate, nor can the head whose case it was."""
    no = bureau.to_decide()
    decide = c.DecideCase(case_no=no, ruling=c.Ruling.PENALTY, decision_no="1号")
    for who in ("ins1", "legal"):
        promoted(bureau, who)
        bureau.do("head", give(bureau, "DecideCase", deputy=who))
    # An officer of the case, and its legal reviewer, with the head's own signature in hand.
    assert bureau.refused(mandated(bureau, "ins1"), decide) == "FOUR_EYES"
    assert bureau.refused(mandated(bureau, "legal"), decide) == "FOUR_EYES"


def test_who_signed_for_another_binds_both(bureau: Any) -> None:
    """A review signed for the supervisor is the supervisor's: neither of the two decides later."""
    no = bureau.proposed()
    bureau.do("sup", give(bureau, "ReviewProposal", deputy="head"))
    review = c.ReviewProposal(case_no=no, proposal_id="P1", outcome=c.Outcome.APPROVED)
    bureau.do(mandated(bureau, "head"), review)
    bureau.told(no)
    bureau.do("ins1", c.RecordDefence(case_no=no, how=c.Defence.STATED, text="x"))
    bureau.do("ins1", c.SubmitLegalReview(case_no=no))
    bureau.do("legal", c.ReviewLegality(case_no=no, opinion=c.Opinion.AGREE, text="同意"))
    decide = c.DecideCase(case_no=no, ruling=c.Ruling.PENALTY, decision_no="1号")
    assert bureau.refused("head", decide) == "FOUR_EYES"
    second = replace(bureau.people["sup"], roles=frozenset({Role.HEAD}))
    assert bureau.refused(second, decide) == "FOUR_EYES"


def test_the_centre_acts_under_its_letter_once_there_is_one(bureau: Any) -> None:
    no = bureau.opened()
    letter = {
        "document_no": "云医保委〔2026〕1号",
        "scope": "医保基金监督检查、调查取证",
        "published_on": bureau.today,
        "where": "县政府网站",
        "starts_on": bureau.today,
        "ends_on": date(2026, 12, 31),
    }
    assert bureau.refused("sup", d.EntrustCentre(**letter)) == "ROLE_REQUIRED"
    late = letter | {"published_on": date(2026, 3, 5)}
    assert bureau.refused("head", d.EntrustCentre(**late)) == "DATE_ORDER"
    bureau.do("head", d.EntrustCentre(**letter))
    assert bureau.refused("head", d.EntrustCentre(**letter)) == "ALREADY_EXISTS"
    letters = tuple(
        Letter(x.document_no, x.starts_on, x.ends_on) for x in bureau.state(REGISTER).letters
    )
    centre = replace(bureau.people["sup"], letters=letters)
    officers = (c.OfficerRef("ins1", "1"), c.OfficerRef("ins2", "2"))
    bureau.do(centre, c.AssignOfficers(case_no=no, officers=officers))
    assert bureau.streams[f"case:{no}"][-1].data["by"]["under"] == letter["document_no"]
    bureau.do("head", d.EndEntrustment(document_no=letter["document_no"], reason="机构改革"))
    bureau.wait(1)
    ended = bureau.state(REGISTER).letters[0]
    gone = replace(centre, letters=(Letter(ended.document_no, ended.starts_on, ended.ends_on),))
    assign = c.AssignOfficers(case_no=no, officers=officers)
    assert bureau.refused(gone, assign) == "ENTRUSTMENT_OVER"
    # The bureau's own head needs no letter.
    head = replace(bureau.people["head"], letters=gone.letters)
    assert bureau.do(head, assign) == ["OfficersAssigned"]


def test_a_case_says_why_the_centre_is_offered_nothing(bureau: Any) -> None:
    case = bureau.state(f"case:{bureau.opened()}")
    centre, head = bureau.people["ins1"], bureau.people["head"]
    assert unentrusted(case, centre, bureau.at) is None
    for who in (centre, head):
        told = unentrusted(case, replace(who, letters=()), bureau.at)
        assert told is not None
        assert told.code == "ENTRUSTMENT_MISSING"
    over = replace(centre, letters=(Letter("1号", date(2025, 1, 1), date(2025, 12, 31)),))
    ended = unentrusted(case, over, bureau.at)
    assert ended is not None
    assert (ended.code, "2025-12-31" in ended.message_zh) == ("ENTRUSTMENT_OVER", True)
    # How the bureau stands with its letters is not the party's affair.
    assert unentrusted(case, replace(bureau.people["office"], letters=()), bureau.at) is None
    handled = bureau.state(f"case:{bureau.opened('C2', c.Path.AGREEMENT)}")
    assert unentrusted(handled, replace(centre, letters=()), bureau.at) is None


def test_a_letter_keeps_its_sealed_paper(bureau: Any) -> None:
    days = {"published_on": bureau.today, "starts_on": bureau.today, "ends_on": date(2026, 12, 31)}
    for number in ("委1号", "委2号"):
        letter = {"document_no": number, "scope": "监督检查", "where": "县政府网站", **days}
        bureau.do("head", d.EntrustCentre(**letter))
    scan = d.AttachLetter(document_no="委1号", evidence_id="E1")
    assert bureau.refused("head", scan) == "NOT_FOUND"
    bureau.evidence("E1")
    assert bureau.refused("head", replace(scan, document_no="委9号")) == "NOT_FOUND"
    assert bureau.refused("ins1", scan) == "ROLE_REQUIRED"
    bureau.do("sup", scan)
    assert bureau.refused("head", replace(scan, document_no="委2号")) == "SCAN_TAKEN"
    bureau.evidence("E2")
    other = replace(scan, evidence_id="E2")
    assert bureau.refused("head", other) == "SCAN_STANDS"
    bureau.do("ins1", ReportDamage(evidence_id="E1", what=DamageKind.CHANGED, sha256="c" * 64))
    bureau.do("head", other)
    assert [one.scan for one in bureau.state(REGISTER).letters] == ["E2", None]
    # What a case has as evidence is no scan of the bureau's letter.
    no = bureau.opened()
    bureau.evidence("E3")
    bureau.do("ins1", c.AttachEvidence(case_no=no, evidence_id="E3", proves="x"))
    mixed = replace(scan, document_no="委2号", evidence_id="E3")
    assert bureau.refused("head", mixed) == "EVIDENCE_ELSEWHERE"


def test_every_delegable_act_exists_and_is_a_signature_of_who_gives_it() -> None:
    acts = {act.name: act for act in ACTS.values()}
    for row in delegable():
        for name in row.acts:
            assert acts[name].roles & row.of, name


def to_the_party(bureau: Any) -> None:
    """A terminated doctor's application that waits for the party organisation of his hospital."""
    from tests.unit.casework.test_restoration_halts import with_party

    with_party(bureau)
    assert bureau.state("points:D1").stage == "party"


def hospital(bureau: Any, login: str, *roles: Role, house: str = "H34162300001") -> Actor:
    one = Actor(login, login.upper(), frozenset(roles), f"p-{login}", None, house)
    bureau.people[login] = one
    bureau.seed(one)
    return one


def opinion() -> rs.GivePartyOpinion:
    return rs.GivePartyOpinion(prac_psn_code="D1", outcome=c.Outcome.APPROVED, reasons="")


def test_the_secretarys_deputy_of_the_same_hospital_signs_and_the_event_says_so(
    bureau: Any,
) -> None:
    to_the_party(bureau)
    hospital(bureau, "vice", Role.INSURANCE_OFFICE)
    hospital(bureau, "stranger", Role.PARTY_SECRETARY, house="H34162300002")
    for deputy in ("stranger", "sup", "doc"):
        given = give(bureau, "GivePartyOpinion", deputy=deputy)
        assert bureau.refused("party", given) == "ACCOUNT_UNFIT"
    assert bureau.refused("party", give(bureau, "DecideRestoration", deputy="vice")) == "BAD_VALUE"
    assert bureau.refused("vice", opinion()) == "ROLE_REQUIRED"
    bureau.do("party", give(bureau, "GivePartyOpinion", deputy="vice"))
    vice = mandated(bureau, "vice")
    bureau.do(vice, opinion())
    given = [e for e in bureau.streams["points:D1"] if e.type == "PartyOpinionGiven"][-1]
    assert given.data["by"]["on_behalf_of"]["account"] == "party"


def test_who_submitted_the_application_signs_for_nobody_in_it(bureau: Any) -> None:
    to_the_party(bureau)
    bureau.do("party", give(bureau, "GivePartyOpinion", deputy="office"))
    assert bureau.refused(mandated(bureau, "office"), opinion()) == "FOUR_EYES"


def test_a_deputy_does_not_act_twice_in_the_chain_nor_for_a_recused_principal(bureau: Any) -> None:
    to_the_party(bureau)
    hospital(bureau, "vice", Role.INSURANCE_OFFICE)
    bureau.do("party", give(bureau, "GivePartyOpinion", deputy="vice"))
    withdraw = rs.RecuseFromRestoration(prac_psn_code="D1", relation="配偶")
    bureau.do("party", withdraw)
    # The signature is the secretary's: where he is related, his deputy is, too.
    assert bureau.refused(mandated(bureau, "vice"), opinion()) == "RECUSED"


def test_the_bureaus_two_steps_are_never_one_person_by_delegation(bureau: Any) -> None:
    to_the_party(bureau)
    bureau.do("party", opinion())
    yes = {"prac_psn_code": "D1", "outcome": c.Outcome.APPROVED, "reasons": ""}
    bureau.do("sup", give(bureau, "ReviewRestoration", deputy="vice"))
    bureau.do("head", give(bureau, "DecideRestoration", deputy="vice"))
    deputy = mandated(bureau, "vice")
    bureau.do(deputy, rs.ReviewRestoration(**yes, **VERIFIED))
    assert bureau.refused(deputy, rs.DecideRestoration(**yes)) == "FOUR_EYES"
    # Nor the supervisor in whose name the review was signed.
    promoted(bureau, "sup")
    bureau.do("head", give(bureau, "DecideRestoration", deputy="sup"))
    assert bureau.refused(mandated(bureau, "sup"), rs.DecideRestoration(**yes)) == "FOUR_EYES"
    assert "RestorationDecided" in bureau.do("head", rs.DecideRestoration(**yes))
    # The paper of approval names both of them for the centre, and the head alone for the bureau.
    file = bureau.state("points:D1")
    paper = str(approval(file, file.restoration, "云溪县医保局", bureau.today))
    assert "负责人：VICE（受SUP委托代签）" in paper
    assert "负责人：HEAD\\u3000" in paper


def test_without_any_letter_the_centre_does_nothing_in_the_bureaus_name(bureau: Any) -> None:
    no = bureau.opened()
    officers = (c.OfficerRef("ins1", "1"), c.OfficerRef("ins2", "2"))
    assign = c.AssignOfficers(case_no=no, officers=officers)
    none = replace(bureau.people["sup"], letters=())
    assert bureau.refused(none, assign) == "ENTRUSTMENT_MISSING"
    assert "AssignOfficers" not in {
        act.name for act in next_actions(bureau.state(f"case:{no}"), none, bureau.at)
    }
    # The bureau's own head acts for it himself.
    assert bureau.do(replace(bureau.people["head"], letters=()), assign) == ["OfficersAssigned"]


#: Who signs for the bureau, and what of theirs is no signature: work on courses, lists and templates, what
#: a person says of himself, and what several say together.
SIGNERS = frozenset({Role.HEAD, Role.SUPERVISOR})
NO_SIGNATURE = {
    "DiscussCase", "WriteHearingReport", "RecuseFromRestoration", "RequestRestorationRecusal", "ImportCourse", "RetireCourse",
    "ResolveAppeal", "RemarkExam", "DrawUpBatch", "StrikeFromBatch", "VoidBatch", "StateOnRevocation",
    "WithdrawRevocation", "ProposeParameter", "SaveQuestionSet", "RecordRestorationRemedy", "CloseRestorationRemedy",
    "ReplaceTemplate", "EndDelegation", "AttachLetter", "StopRevocation", "ResumeRevocation",
    "AttachParameterApproval",
}  # fmt: skip


def test_every_signature_of_the_bureau_can_be_delegated_or_says_why_not() -> None:
    told = {act for row in delegable() for act in row.acts} | never().keys() | NO_SIGNATURE
    signatures = {
        command.__name__
        for command, act in ACTS.items()
        if SIGNERS & set(act.roles) and Role.INSPECTOR not in act.roles
    }
    assert signatures - told == set()


def test_a_deputy_decides_on_an_officers_recusal_by_the_heads_mandate(bureau: Any) -> None:
    """A leader sits there himself only where a head is asked to withdraw."""
    no = bureau.investigated()
    ask = c.RequestRecusal(
        case_no=no, officer="ins2", ground=c.RecusalGround.KIN, reason="亲属", by_party=True
    )
    bureau.do("ins1", ask)
    decide = c.DecideRecusal(case_no=no, recusal_id="B1", approve=True, reasons="属实")
    assert bureau.refused("vice", decide) == "ROLE_REQUIRED"
    bureau.do("head", give(bureau, "DecideRecusal", deputy="vice"))
    deputy = mandated(bureau, "vice")
    state = bureau.state(f"case:{no}")
    assert "DecideRecusal" in {one.name for one in next_actions(state, deputy, bureau.at)}
    bureau.do(deputy, decide)
    decided = bureau.streams[f"case:{no}"][-1]
    assert decided.type == "RecusalDecided"
    assert decided.data["by"]["on_behalf_of"]["account"] == "head"
