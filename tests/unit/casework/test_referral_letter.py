"""The letter of a referral is a numbered paper of the case; its signed scan is what the police get (310号 6)."""

from decimal import Decimal
from typing import Any

import pytest

from casework.cases.fold import fold_case
from casework.cases.stages import Stage
from casework.commands import case as c
from casework.commands import referral as r
from casework.commands.documents import VoidForm
from casework.decide import next_actions
from casework.documents.due import lacking
from casework.documents.letter import dossier_outdated, letter_of
from casework.events import Event
from casework.referral.refer import missing_parts, obstacles

SEND = {"dossier_sha256": "c" * 64, "handed_over_by": ("ins1", "ins2")}


def approved(bureau: Any, no: str = "") -> str:
    """A case that the head decided to refer."""
    no = no or bureau.to_decide()
    missing = dict.fromkeys(("expert_opinion", "other"), "无")
    report = r.ReportReferral(
        case_no=no, suspected_crime="诈骗罪", facts="虚构住院",
        amount=Decimal("4113"), recipient="云溪县公安局", missing_parts=missing,
    )  # fmt: skip
    bureau.refer(report)
    bureau.do("head", r.DecideReferral(case_no=no, approve=True, reasons="涉嫌犯罪"))
    return no


def state(bureau: Any, no: str) -> Any:
    return bureau.state(f"case:{no}")


def step(bureau: Any, no: str, who: str = "ins1") -> str:
    """The one next action of a person, with what it is of."""
    offered = next_actions(state(bureau, no), bureau.people[who], bureau.at)
    return next((one.step[0] for one in offered if one.primary), "")


def send(bureau: Any, no: str) -> list[str]:
    events: list[str] = bureau.do("ins1", r.SendReferral(case_no=no, **SEND))
    return events


@pytest.mark.parametrize("start", ["to_decide", "investigated", "noticed", "decided"])
def test_after_the_head_s_decision_the_letter_is_the_next_step(bureau: Any, start: str) -> None:
    no = approved(bureau, getattr(bureau, start)())
    assert step(bureau, no) == "出具文书：涉嫌犯罪案件移送审批表"
    asked = [one.said[0] for one in lacking(state(bureau, no))]
    assert asked[:2] == ["涉嫌犯罪案件移送审批表（未出具）", "涉嫌犯罪案件移送书（未出具）"]
    assert len(asked) == len(set(asked))
    approval = bureau.issue(no, "referral_approval")
    assert step(bureau, no) == "附签字件：涉嫌犯罪案件移送审批表"
    bureau.sign(no, approval)
    assert step(bureau, no) == "出具文书：涉嫌犯罪案件移送书"
    assert lacking(state(bureau, no))[0].said[0] == "涉嫌犯罪案件移送书（未出具）"
    assert step(bureau, no, "head") != "出具文书：涉嫌犯罪案件移送书"
    letter = bureau.issue(no, "crime_transfer")
    assert step(bureau, no) == "附签字件：涉嫌犯罪案件移送书 1"
    bureau.sign(no, letter)
    assert step(bureau, no) == "移送公安机关：先封存移送卷宗"
    bureau.do("ins1", bureau.dossier(no))
    assert step(bureau, no) == "移送公安机关"
    assert send(bureau, no) == ["ReferralSent"]
    assert all("移送书" not in one.zh for one in lacking(state(bureau, no)))


def test_before_the_decision_no_letter_is_asked_for_nor_issued(bureau: Any) -> None:
    no = bureau.to_decide()
    assert all("移送书" not in one.zh for one in lacking(state(bureau, no)))
    assert letter_of(state(bureau, no)) is None


def test_neither_a_dossier_nor_a_referral_goes_without_the_signed_letter(bureau: Any) -> None:
    no = approved(bureau)
    sending = r.SendReferral(case_no=no, **SEND)
    for _ in ("not issued", "not signed"):
        assert bureau.refused("ins1", bureau.dossier(no)) == "LETTER_MISSING"
        assert bureau.refused("ins1", sending) == "LETTER_MISSING"
        assert any("移送书" in zh for zh, _ in obstacles(state(bureau, no)))
        if letter_of(state(bureau, no)) is None:
            letter = bureau.issue(no, "crime_transfer")
    bureau.sign(no, letter)
    assert obstacles(state(bureau, no)) == ()
    # The head has not signed: it stays in the house.
    assert bureau.refused("ins1", sending) == "REFERRAL_UNSIGNED"
    approval = bureau.issue(no, "referral_approval")
    assert bureau.refused("ins1", sending) == "REFERRAL_UNSIGNED"
    bureau.sign(no, approval)
    assert bureau.refused("ins1", sending) == "STEP_MISSING"
    bureau.do("ins1", bureau.dossier(no))
    assert send(bureau, no) == ["ReferralSent"]


def replaced(bureau: Any, no: str, letter: str) -> None:
    bureau.sign(no, letter, reason="印章不清")


def voided(bureau: Any, no: str, letter: str) -> None:
    bureau.do("ins1", VoidForm(case_no=no, issue_id=letter, reason="金额有误"))
    bureau.letter(no)


def reissued(bureau: Any, no: str, letter: str) -> None:
    bureau.letter(no)


@pytest.mark.parametrize("change", [replaced, voided, reissued])
def test_a_dossier_with_an_older_letter_is_sealed_anew(bureau: Any, change: Any) -> None:
    no = approved(bureau)
    letter = bureau.letter(no)
    old = bureau.dossier(no)
    bureau.do("ins1", old)
    assert not dossier_outdated(state(bureau, no))
    change(bureau, no, letter)
    assert dossier_outdated(state(bureau, no))
    assert step(bureau, no) == "移送公安机关：先重新封存移送卷宗"
    assert bureau.refused("ins1", r.SendReferral(case_no=no, **SEND)) == "DOSSIER_OUTDATED"
    # What was sealed of the former letter in the meantime is not put on record either.
    assert bureau.refused("ins1", old) == "DOSSIER_OUTDATED"
    bureau.do("ins1", bureau.dossier(no))
    assert send(bureau, no) == ["ReferralSent"]


def test_a_letter_that_went_to_the_police_is_not_voided(bureau: Any) -> None:
    no = approved(bureau)
    letter = bureau.letter(no)
    bureau.do("ins1", bureau.dossier(no))
    send(bureau, no)
    void = VoidForm(case_no=no, issue_id=letter, reason="x")
    assert bureau.refused("ins1", void) == "LETTER_SENT"
    back = r.RecordPoliceAnswer(
        case_no=no, answer=r.PoliceAnswer.NOT_FILED, document_no="2", reasons="x"
    )
    bureau.do("ins1", back)
    # Referred again, it needs a letter of its own: the former told of the former decision.
    approved(bureau, no)
    assert letter_of(state(bureau, no)) is None
    assert bureau.refused("ins1", bureau.dossier(no)) == "LETTER_MISSING"
    assert bureau.refused("ins1", void) == "LETTER_SENT"
    again = bureau.letter(no)
    assert again != letter
    bureau.do("ins1", bureau.dossier(no))
    assert send(bureau, no) == ["ReferralSent"]
    assert state(bureau, no).letters_sent == (letter, again)


def test_the_letter_is_no_material_of_the_case_and_nothing_is_said_instead_of_it(
    bureau: Any,
) -> None:
    no = approved(bureau)
    case = state(bureau, no)
    assert r.PackagePart.OTHER in missing_parts(case)
    bureau.letter(no)
    assert r.PackagePart.OTHER in missing_parts(state(bureau, no))


def former(events: list[Event]) -> list[Event]:
    """The chain as it was written before a dossier named its letter."""
    found = []
    for one in events:
        if one.type in ("DossierRecorded", "ReferralSent"):
            data = {k: v for k, v in one.data.items() if k not in ("letter", "letter_scan")}
            found.append(Event(**{**vars(one), "data": data}))
        elif one.data.get("form_id") not in ("crime_transfer", "referral_approval"):
            found.append(one)
    return found


def test_a_referral_that_was_sent_before_letters_were_asked_for_stays_sent(bureau: Any) -> None:
    no = approved(bureau)
    bureau.letter(no)
    bureau.do("ins1", bureau.dossier(no))
    before = fold_case(no, former(bureau.streams[f"case:{no}"]))
    # One that was only sealed is sealed anew.
    assert dossier_outdated(before)
    send(bureau, no)
    sent = fold_case(no, former(bureau.streams[f"case:{no}"]))
    assert (sent.stage, sent.referral.status) == (Stage.REFERRED, "sent")
    assert not dossier_outdated(sent)
    assert all("移送书" not in one.zh for one in lacking(sent))
    assert sent.letters_sent == ()
    offered = next_actions(sent, bureau.people["ins1"], bureau.at)
    assert [one.name for one in offered if one.primary] == ["RecordReceipt"]


def test_the_letter_of_a_case_that_is_over_is_taken_as_its_paper(bureau: Any) -> None:
    no = bureau.investigated()
    bureau.do("head", c.TerminateCase(case_no=no, reasons="x"))
    approved(bureau, no)
    assert step(bureau, no) == "出具文书：涉嫌犯罪案件移送审批表"
    bureau.letter(no)
    bureau.do("ins1", bureau.dossier(no))
    assert send(bureau, no) == ["ReferralSent"]
