"""Papers of an application that is sent back, rests, is ended, or is revoked once it was restored."""

from contextlib import suppress
from typing import Any

import pytest

from casework.commands import case as c
from casework.commands import points as p
from casework.commands import restoration as r
from casework.refusal import Refusal
from evidence.doctors.forms import FORMS
from tests.unit.casework.test_points_path import FILE, studied
from tests.unit.casework.verified import VERIFIED

YES = c.Outcome.APPROVED
ENDS = ("returned", "halted", "closed", "revocation")


def words(bureau: Any, name: str) -> str:
    """The text of a form of the latest application."""
    file = bureau.state(FILE)
    fill: Any = FORMS[name].of_application
    return "\n".join(
        str(value)
        for block in fill(file, file.restoration, "云溪县医疗保障局")
        for value in block.values()
    )


def there(bureau: Any) -> set[str]:
    """Which of the papers of its end can be printed."""
    return {name for name in ENDS if printable(bureau, name)}


def printable(bureau: Any, name: str) -> bool:
    with suppress(Refusal):
        return bool(words(bureau, name))
    return False


@pytest.fixture
def submitted(bureau: Any) -> Any:
    studied(bureau)
    bureau.do("office", r.SubmitRestoration(prac_psn_code="D1"))
    return bureau


@pytest.fixture
def restored(submitted: Any) -> Any:
    submitted.do("party", r.GivePartyOpinion(prac_psn_code="D1", outcome=YES))
    submitted.do("sup", r.ReviewRestoration(prac_psn_code="D1", outcome=YES, **VERIFIED))
    submitted.do("head", r.DecideRestoration(prac_psn_code="D1", outcome=YES))
    submitted.do("office", r.ReRegister(prac_psn_code="D1", registration_no="DJ1"))
    return submitted


def test_a_revocation_is_a_decision_and_what_it_revokes_says_so(restored: Any) -> None:
    assert there(restored) == set()
    assert "撤销" not in words(restored, "decision") + words(restored, "registration")
    restored.do("sup", r.ProposeRevocation(prac_psn_code="D1", reasons="证书造假"))
    restored.do("doc", r.StateOnRevocation(prac_psn_code="D1", text="x"))
    restored.do("head", r.RevokeRestoration(prac_psn_code="D1", reasons="结业证书系伪造，骗取恢复"))
    assert there(restored) == {"revocation"}
    said = words(restored, "revocation")
    for part in ("结业证书系伪造，骗取恢复", "DJ1", "原终止状态", "急诊、抢救除外", "行政复议"):
        assert part in said
    for old in ("decision", "registration"):
        assert "撤销，不再有效" in words(restored, old)


def test_what_is_sent_back_says_what_to_put_right(submitted: Any) -> None:
    assert there(submitted) == set()
    back = r.GivePartyOpinion(
        prac_psn_code="D1", outcome=c.Outcome.RETURNED, reasons="缺少学习证明原件"
    )
    submitted.do("party", back)
    assert there(submitted) == {"returned"}
    with pytest.raises(Refusal) as refused:
        words(submitted, "revocation")
    assert refused.value.code == "STEP_MISSING"
    assert "缺少学习证明原件" in words(submitted, "returned")
    assert "所在医院党组织审查" in words(submitted, "returned")
    submitted.do("office", r.ResubmitRestoration(prac_psn_code="D1", answer="已补交"))
    assert there(submitted) == set()


def test_a_rest_names_its_grounds_and_an_end_its_own_reasons(submitted: Any) -> None:
    submitted.do("party", r.GivePartyOpinion(prac_psn_code="D1", outcome=YES, reasons="同意恢复"))
    submitted.do(
        "sup",
        r.HaltRestoration(
            prac_psn_code="D1", ground=r.HaltGround.OTHER, reference="", reasons="本人被立案调查"
        ),
    )
    assert there(submitted) == {"halted"}
    assert "本人被立案调查" in words(submitted, "halted")
    submitted.do("head", r.DismissRestoration(prac_psn_code="D1", reasons="已被吊销执业证书"))
    assert there(submitted) == set()
    said = words(submitted, "decision")
    # Who spoke before did not refuse it.
    assert "不予恢复（县医疗保障局终结申请）" in said
    assert "已被吊销执业证书" in said
    assert "同意恢复" not in said


def test_an_application_whose_ground_fell_is_closed_by_a_notice(submitted: Any) -> None:
    file = submitted.state(FILE)
    annul = p.AnnulScore(
        prac_psn_code="D1", entry_id=file.entries[0].entry_id, document_no="复决1号", reasons="撤销"
    )
    submitted.do("sup", annul)
    assert submitted.state(FILE).stage == "moot"
    assert there(submitted) == {"closed"}
    assert "予以终结" in words(submitted, "closed")
