"""The same act again: the earlier score is named, and where it falls the heavier one is reviewed."""

from dataclasses import replace
from typing import Any

from casework.commands import points as p
from casework.decide import handle
from casework.points.consequences import after, consequences
from casework.points.repeat import repeats
from tests.unit.casework.test_restoration_halts import FILE, LATER, MINOR_2025, refused

THIRD = replace(LATER, reference="云医保处〔2026〕3号")
AGAIN = replace(MINOR_2025, act="repeated", points=9, basis=LATER)
ANNUL = p.AnnulScore(prac_psn_code="D1", entry_id="S1", document_no="1", reasons="撤销")


def test_the_only_earlier_score_is_kept_and_its_fall_asks_for_a_review(bureau: Any) -> None:
    bureau.do("agency", MINOR_2025)
    bureau.do("agency", AGAIN)
    file = bureau.state(FILE)
    assert file.entry("S2").repeats == "S1"
    annul = replace(ANNUL, paper_scan=bureau.evidence("撤销"))
    states = {FILE: file, "evidence:撤销": bureau.state("evidence:撤销")}
    drafts = handle(annul, bureau.people["sup"], bureau.at, states, bureau.streams)
    found = consequences(file, after(file, drafts, bureau.at), bureau.at)
    assert "review" in [one.kind for one in found]
    assert bureau.do("sup", ANNUL) == ["ScoreAnnulled", "ScoreReviewDue", "ScanServes"]
    due = bureau.state(FILE).entry("S2").review_due
    assert due is not None
    assert "S1" in due.why


def test_of_several_the_one_is_named(bureau: Any) -> None:
    bureau.do("agency", MINOR_2025)
    bureau.do("agency", replace(MINOR_2025, act="out_of_scope", basis=LATER))
    again = replace(AGAIN, basis=THIRD)
    refusal = refused(bureau, "agency", again, "REPEATS_WHICH")
    assert "S1" in refusal.message_zh
    assert "S2" in refusal.message_en
    refused(bureau, "agency", replace(again, earlier_entry="S9"), "NOT_REPEATED")
    bureau.do("agency", replace(again, earlier_entry="S2"))
    assert bureau.state(FILE).entry("S3").repeats == "S2"
    # What falls is another score: nothing is asked.
    assert bureau.do("sup", ANNUL) == ["ScoreAnnulled", "ScanServes"]


def test_a_score_of_before_it_was_kept_repeats_the_only_one_that_it_can(bureau: Any) -> None:
    bureau.do("agency", MINOR_2025)
    bureau.do("agency", AGAIN)
    file = bureau.state(FILE)
    old = replace(file.entry("S2"), repeats="")
    assert repeats(file.with_entry(old), old).entry_id == "S1"
    other = replace(file.entry("S1"), entry_id="S0")
    several = replace(file, entries=(other, file.entry("S1"), old))
    assert repeats(several, old) is None


def test_a_corrected_score_asks_for_the_review_of_what_repeats_it(bureau: Any) -> None:
    bureau.do("agency", replace(MINOR_2025, points=6))
    bureau.do("agency", AGAIN)
    notify = p.NotifyScore(prac_psn_code="D1", entry_id="S1", way="direct", served_on=bureau.today)
    bureau.do("agency", notify)
    bureau.do(
        "doc",
        p.ObjectToScore(
            prac_psn_code="D1",
            entry_id="S1",
            text="过重",
            signed=True,
            stamped=True,
            objection_scan=bureau.evidence("异议书"),
        ),
    )
    lower = p.ResolveObjection(
        prac_psn_code="D1",
        entry_id="S1",
        outcome=p.ObjectionOutcome.CHANGED,
        points=4,
        reasons="轻",
    )
    assert bureau.do("chief", lower) == ["ObjectionResolved", "ScoreReviewDue"]
