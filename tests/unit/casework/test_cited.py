"""Evidence of another case: cited with its source, listed with it, kept in its home's chain, and given up again."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from casework.cases.stages import Stage
from casework.commands import case as c
from casework.commands.documents import SignForm
from casework.commands.evidence import Collection, StateCollection
from casework.decide import next_actions
from casework.volumes.plan import plan
from casework.volumes.state import VolumeKind
from evidence.forms.proofs import proofs
from evidence.forms.report_draft import report_draft
from evidence.holding import hold_until, renew

INSURED = c.Party(c.PartyKind.PERSON, "P1", "张三")


def two(bureau: Any) -> tuple[str, str]:
    """A case with an item whose taking is stated, and one of a person's own (条例 41) that may cite it."""
    bureau.opened("C1")
    item = bureau.evidence("冒名就诊记录")
    bureau.do("ins1", c.AttachEvidence(case_no="C1", evidence_id=item, proves="冒名住院"))
    taken = Collection(
        collected_at=datetime(2026, 3, 1, 2, tzinfo=UTC), method="复制", officers=("ins1", "ins2")
    )
    bureau.do("ins1", StateCollection(evidence_id=item, collection=taken, reason="补记"))
    bureau.opened("C2", party=INSURED)
    return "C2", item


def citing(item: str, home: str = "C1", **more: Any) -> c.CiteEvidence:
    said = {"proves": "出借凭证", "reason": "同一事实由 C1 查获", **more}
    return c.CiteEvidence(case_no="C2", home_case=home, evidence_id=item, **said)


def test_a_cited_item_is_listed_with_its_source_and_stays_at_home(bureau: Any) -> None:
    no, item = two(bureau)
    assert bureau.refused("ins1", citing(item, reason=" ")) == "FIELD_REQUIRED"
    assert bureau.do("ins1", citing(item)) == ["EvidenceCited", "CitedByCase"]
    case, held = bureau.state(f"case:{no}"), bureau.state(f"evidence:{item}")
    [one] = case.evidence
    assert (one.sha256, one.proves) == (held.sha256, "出借凭证")
    assert (one.origin.case_no, one.origin.number) == ("C1", 1)
    assert one.origin.takers == ("INS1", "INS2")
    for words in ("引自案件 C1 第 1 号证据", "2026-03-01", "INS1、INS2", "复制", "由 C1 查获"):
        assert words in one.origin.said.zh
    # It belongs where it was, and its chain tells who cites it.
    assert (held.case_no, held.cited_by) == ("C1", ("C2",))
    assert [item.evidence_id for item in bureau.state("case:C1").evidence] == [item]
    # Volume, list of evidence and report name the source.
    [row] = plan(case)[VolumeKind.MAIN]
    assert "引自案件 C1" in row.title
    assert "引自案件 C1" in proofs(case)[0]["name"]
    draft = report_draft(case, bureau.streams[f"case:{no}"], masked=False)
    assert "引自案件 C1" in draft["evidence"]
    assert bureau.refused("ins1", citing(item)) == "ALREADY_DONE"


def test_only_what_the_named_case_itself_took_in_is_cited(bureau: Any) -> None:
    _, item = two(bureau)
    bureau.opened("C3")
    assert bureau.refused("ins1", citing(item, home="C3")) == "NOT_FOUND"
    assert bureau.refused("ins1", citing("没有")) == "NOT_FOUND"
    bureau.do("ins1", citing(item))
    # C2 only cites it: it is cited from its home.
    other = c.CiteEvidence(case_no="C3", home_case="C2", evidence_id=item, proves="x", reason="x")
    assert bureau.refused("ins1", other) == "NOT_FOUND"
    # Attaching it here, or naming what is not cited, stays refused.
    bureau.do("ins1", c.AttachEvidence(case_no="C1", evidence_id=bureau.evidence("E2"), proves="x"))
    attach = c.AttachEvidence(case_no="C2", evidence_id="E2", proves="x")
    assert bureau.refused("ins1", attach) == "EVIDENCE_ELSEWHERE"
    assert bureau.refused("ins1", c.ProtectReporter(case_no="C2", evidence_id="E2")) == "NOT_FOUND"


@pytest.mark.parametrize("who", ["sup", "legal", "head", "office", "doc", "sys"])
def test_who_works_on_cases_cites(bureau: Any, who: str) -> None:
    _, item = two(bureau)
    assert bureau.refused(who, citing(item)) == "ROLE_REQUIRED"


def test_the_evidence_of_a_case_that_was_not_filed_is_cited_too(bureau: Any) -> None:
    _, item = two(bureau)
    bureau.declined("C1", "证据不足")
    assert bureau.state("case:C1").stage is Stage.NOT_FILED
    assert bureau.do("ins1", citing(item)) == ["EvidenceCited", "CitedByCase"]


def test_a_citation_is_withdrawn_with_a_reason_and_stays_told(bureau: Any) -> None:
    no, item = two(bureau)
    away = c.WithdrawCitation(case_no=no, evidence_id=item, reason="与本案无关")
    assert bureau.refused("ins1", away) == "NOT_FOUND"
    names = {
        one.name
        for one in next_actions(bureau.state(f"case:{no}"), bureau.people["ins1"], bureau.at)
    }
    assert ("CiteEvidence" in names, "WithdrawCitation" in names) == (True, False)
    bureau.do("ins1", citing(item))
    assert bureau.refused(
        "ins1", c.WithdrawCitation(case_no="C1", evidence_id=item, reason="x")
    ) == ("NOT_FOUND")
    assert bureau.do("ins1", away) == ["CitationWithdrawn", "CitationEnded"]
    assert bureau.state(f"case:{no}").evidence == ()
    assert bureau.state(f"evidence:{item}").cited_by == ()
    assert bureau.do("ins1", citing(item)) == ["EvidenceCited", "CitedByCase"]


def test_the_reporters_material_is_not_cited_and_what_becomes_so_is_hidden_everywhere(
    bureau: Any,
) -> None:
    no, item = two(bureau)
    bureau.do("ins1", citing(item))
    done = bureau.do("ins1", c.ProtectReporter(case_no="C1", evidence_id=item))
    assert done == ["ReporterProtected", "ReporterProtected"]
    assert bureau.state(f"case:{no}").evidence[0].reporter
    assert VolumeKind.MAIN not in plan(bureau.state(f"case:{no}"))
    bureau.opened("C3")
    again = c.CiteEvidence(case_no="C3", home_case="C1", evidence_id=item, proves="x", reason="x")
    assert bureau.refused("ins1", again) == "BAD_VALUE"


def test_a_cited_item_is_no_signed_paper_of_the_case(bureau: Any) -> None:
    no, item = two(bureau)
    bureau.do("ins1", citing(item))
    bureau.issue(no, "evidence_list")
    issued = bureau.state(f"case:{no}").forms[-1].issue_id
    sign = SignForm(case_no=no, issue_id=issued, evidence_id=item)
    assert bureau.refused("ins1", sign) == "EVIDENCE_ELSEWHERE"


class Store:
    """A vault that remembers until when it was asked to hold."""

    until: datetime | None = None

    def locked_until(self, ref: Any) -> datetime | None:
        return self.until

    def lock(self, ref: Any, until: datetime) -> None:
        self.until = until


def test_it_is_kept_for_as_long_as_the_longest_of_them_asks(bureau: Any) -> None:
    no, item = two(bureau)
    bureau.declined("C1", "证据不足")
    bureau.do("ins1", citing(item))
    held, home, citing_case = (
        bureau.state(f"evidence:{item}"), bureau.state("case:C1"), bureau.state(f"case:{no}"),
    )  # fmt: skip
    late = datetime(2036, 1, 1, tzinfo=UTC) - timedelta(days=3)
    # A lead that was not filed lets the lock run out; the case that cites it does not.
    assert hold_until(home, held.retain_until, late) is None
    assert renew(Store(), home, held, late) is None
    asked = renew(Store(), home, held, late, (citing_case,))
    assert asked is not None
    assert asked.retain_until > date(2036, 1, 1)
    assert no in asked.reason
