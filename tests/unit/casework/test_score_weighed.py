"""What an answer about a score rests on: papers of the vault, and an opinion in writing (实施细则 13–14, local)."""

from typing import Any

import pytest

from casework.commands import case as c
from casework.commands import points as p
from evidence.doctors import scores
from tests.unit.casework.test_points_path import FILE
from tests.unit.casework.test_score_papers import BUREAU, notified
from tests.unit.casework.test_score_review import appealed, closing, review

UPHELD = p.ObjectionOutcome.UPHELD
EXPERT = {
    "expert": "陈某",
    "expert_unit": "市医学会",
    "expert_opinion": "护理级别与病情不符",
    "expert_paper": "意见书",
}


def objected(bureau: Any) -> dict[str, Any]:
    """A score that was objected to, and three papers in the vault."""
    own = notified(bureau)
    for paper in ("排班表", "病历", "意见书"):
        bureau.evidence(paper)
    said: dict[str, Any] = {"text": "当日不在岗", "signed": True, "stamped": True}
    bureau.do("doc", p.ObjectToScore(**own, **said, objection_scan=bureau.evidence("异议书")))
    return own


def answer(own: dict[str, Any], **more: Any) -> p.ResolveObjection:
    return p.ResolveObjection(**own, outcome=UPHELD, reasons="查证属实", **more)


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"materials": ("病历",)}, "FIELD_REQUIRED"),
        ({"materials_show": "当日在岗"}, "FIELD_REQUIRED"),
        ({"materials_closed": "他人隐私"}, "FIELD_REQUIRED"),
        ({"materials": ("没有",), "materials_show": "x"}, "NOT_FOUND"),
        ({"materials": ("异议书",), "materials_show": "x"}, "ALREADY_EXISTS"),
        ({"materials": ("意见书",), "materials_show": "x", **EXPERT}, "BAD_VALUE"),
        *(({**EXPERT, name: ""}, "FIELD_REQUIRED") for name in EXPERT if name != "expert_unit"),
    ],
)
def test_it_is_in_the_vault_and_says_what_it_shows(
    bureau: Any, given: dict[str, Any], code: str
) -> None:
    own = objected(bureau)
    assert bureau.refused("chief", answer(own, **given)) == code


def test_what_is_evidence_of_a_case_does_not_become_a_paper_of_the_file(bureau: Any) -> None:
    own = objected(bureau)
    no = bureau.opened()
    bureau.do("ins1", c.AttachEvidence(case_no=no, evidence_id="病历", proves="x"))
    given = {"materials": ("病历",), "materials_show": "当日在岗"}
    assert bureau.refused("chief", answer(own, **given)) == "NOT_FOUND"


def test_the_answer_says_what_it_rests_on(bureau: Any) -> None:
    own = objected(bureau)
    given = {"materials": ("排班表", "病历"), "materials_show": "当日在岗"}
    bureau.do("chief", answer(own, **given, **EXPERT))
    file = bureau.state(FILE)
    weighed = file.entries[0].weighed
    assert weighed is not None
    assert [one.name for one in weighed.papers] == ["排班表.pdf", "病历.pdf", "意见书.pdf"]
    assert {"排班表", "病历", "意见书"} <= file.certificates
    assert file.closed == frozenset()
    told = str(scores.review(file, file.entries[0], BUREAU))
    for words in ("排班表.pdf", "当日在岗", "市医学会 陈某", "护理级别与病情不符"):
        assert words in told, words


def test_what_is_kept_from_the_party_is_counted_for_it_alone(bureau: Any) -> None:
    own = objected(bureau)
    given = {"materials": ("病历",), "materials_show": "他人当日住院"}
    bureau.do("chief", answer(own, **given, materials_closed="涉及他人隐私", **EXPERT))
    file = bureau.state(FILE)
    # The opinion is the party's to read.
    assert file.closed == {"病历"}
    told = str(scores.review(file, file.entries[0], BUREAU))
    assert "共 1 件，不予公开（涉及他人隐私）" in told
    assert "病历.pdf" not in told
    assert "他人当日住院" not in told


def test_an_answer_without_papers_says_nothing_of_them(bureau: Any) -> None:
    own = objected(bureau)
    bureau.do("chief", answer(own))
    file = bureau.state(FILE)
    assert file.entries[0].weighed is None
    assert "weighed" not in bureau.streams[FILE][-1].data
    assert "复核依据" not in str(scores.review(file, file.entries[0], BUREAU))


def test_a_review_after_a_changed_decision_rests_on_papers_as_well(bureau: Any) -> None:
    no = appealed(bureau)
    bureau.do("legal", closing(bureau, no, c.RemedyOutcome.CHANGED, "4113.00"))
    paper = bureau.evidence("意见书")
    given = {**EXPERT, "expert_paper": paper}
    bureau.do("chief", review(p.ScoreReviewOutcome.UPHELD, **given))
    file = bureau.state(FILE)
    entry = file.entries[1]
    assert entry.weighed is None
    assert entry.reviews[0].weighed is not None
    assert paper in file.certificates
    assert "市医学会 陈某" in str(scores.after_change(file, entry, BUREAU))
