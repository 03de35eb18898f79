"""What others write is recorded on its scan alone, and a decision falls by two hands."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from casework.actors import Role
from casework.commands import case as c
from casework.commands import points as p
from casework.commands import referral as r
from casework.commands import restoration as m
from casework.documents.scans import of_procedure, scans_of
from casework.volumes.plan import plan
from casework.volumes.state import VolumeKind
from tests.unit.casework.test_points_path import FILE
from tests.unit.casework.test_restoration_halts import MINOR_2025
from tests.unit.casework.test_restoration_remedy import came, went
from tests.unit.casework.test_restoration_served import NO, up_to


@pytest.fixture
def typed(bureau: Any) -> Any:
    """A bureau where nothing comes in by itself."""
    bureau.papers_come_in = False
    return bureau


def served(bureau: Any) -> str:
    no: str = bureau.decided()
    bureau.sealed(no)
    direct = c.ServiceWay.DIRECT
    bureau.do("ins1", c.ServeDecision(case_no=no, way=direct, served_on=bureau.today))
    return no


def took_in(bureau: Any, no: str, name: str, who: str = "ins1") -> str:
    scan: str = bureau.evidence(name)
    bureau.do(who, c.AttachEvidence(case_no=no, evidence_id=scan, proves="来文"))
    return scan


def filed(bureau: Any, no: str, document: str = "") -> c.RecordRemedy:
    return c.RecordRemedy(
        case_no=no, kind=c.RemedyKind.REVIEW, body="市局", filed_on=bureau.today, document_no="受1号",
        document=document,
    )  # fmt: skip


def closed(bureau: Any, no: str, document: str = "") -> c.CloseRemedy:
    return c.CloseRemedy(
        case_no=no, remedy_id="F1", outcome=c.RemedyOutcome.UPHELD, document_no="决1号",
        decided_on=bureau.today, reasons="维持", document=document,
    )  # fmt: skip


def annul(bureau: Any, no: str, document: str = "") -> c.AnnulDecision:
    return c.AnnulDecision(
        case_no=no, by="市政府", document_no="撤1号", annulled_on=bureau.today, reasons="事实不清",
        document=document,
    )  # fmt: skip


def test_a_review_and_its_outcome_each_come_on_a_paper_of_their_own(typed: Any) -> None:
    no = served(typed)
    assert typed.refused("legal", filed(typed, no)) == "PAPER_NOT_THERE"
    # What lies in the vault and not in the case is none of it.
    loose = typed.evidence("别处")
    assert typed.refused("legal", filed(typed, no, loose)) == "NOT_FOUND"
    notice = took_in(typed, no, "受理通知书")
    typed.do("legal", filed(typed, no, notice))
    assert typed.refused("legal", closed(typed, no)) == "PAPER_NOT_THERE"
    assert typed.refused("legal", closed(typed, no, notice)) == "SCAN_TAKEN"
    outcome = took_in(typed, no, "复议决定书")
    typed.do("legal", closed(typed, no, outcome))
    case = typed.state(f"case:{no}")
    assert case.party_papers[-2:] == (("remedy", notice), ("remedy_end", outcome))
    assert {notice, outcome} <= of_procedure(case)
    main = {row.source for row in plan(case)[VolumeKind.MAIN]}
    assert {f"evidence:{notice}", f"evidence:{outcome}"} <= main


@pytest.mark.parametrize("act", [annul, closed])
def test_who_took_the_paper_in_does_not_record_what_it_says(
    typed: Any, act: Callable[..., Any]
) -> None:
    """By person, not by account: two roles in one hand do not do both."""
    no = served(typed)
    typed.do("legal", filed(typed, no, took_in(typed, no, "受理通知书")))
    scan = took_in(typed, no, "决定书")
    twice = replace(
        typed.people["legal"],
        account="legal2",
        person="p-ins1",
        roles=frozenset({Role.LEGAL_REVIEWER}),
    )
    assert typed.refused(twice, act(typed, no, scan)) == "FOUR_EYES"
    typed.do("legal", act(typed, no, scan))
    assert scan in dict(scans_of(typed.state(f"case:{no}")))


def test_a_typed_outcome_of_before_folds_as_it_did(bureau: Any) -> None:
    no = served(bureau)
    bureau.do("legal", filed(bureau, no))
    bureau.do("legal", annul(bureau, no))
    chain = bureau.streams[f"case:{no}"]
    old = [
        replace(e, data={k: v for k, v in e.data.items() if k not in ("document", "paper")})
        if e.type in ("RemedyRecorded", "DecisionAnnulled")
        else e
        for e in chain
    ]
    bureau.streams[f"case:{no}"] = old
    case = bureau.state(f"case:{no}")
    assert (case.annulled, len(case.remedies)) == (True, 1)
    assert not {what for what, _ in case.party_papers} & {"remedy", "annulment"}


def test_where_there_were_no_items_nobody_signed_for_them(typed: Any) -> None:
    no = typed.investigated()
    own = {"case_no": no}
    report = r.ReportReferral(
        **own, suspected_crime="诈骗罪", facts="x", amount=typed.state(f"case:{no}").involved,
        recipient="公安局", missing_parts=dict.fromkeys(r.PackagePart, "x"), amount_reasons="x",
    )  # fmt: skip
    typed.refer(report)
    typed.do("head", r.DecideReferral(**own, approve=True, reasons="x"))
    typed.letter(no)
    typed.do("ins1", typed.dossier(no))
    typed.do(
        "ins1", r.SendReferral(**own, dossier_sha256="c" * 64, handed_over_by=("ins1", "ins2"))
    )
    receipt = r.RecordReceipt(**own, receipt_no="1", received_at=typed.at)
    assert typed.refused("ins1", receipt) == "PAPER_NOT_THERE"
    received = took_in(typed, no, "回执")
    typed.do("ins1", replace(receipt, document=received))
    answer = r.RecordPoliceAnswer(**own, answer=r.PoliceAnswer.FILED, document_no="1")
    assert typed.refused("ins1", answer) == "PAPER_NOT_THERE"
    typed.do("ins1", replace(answer, document=took_in(typed, no, "立案决定书")))
    items = r.HandOverItems(**own, items="病历", receipt_no="1", handed_on=typed.today)
    assert typed.refused("ins1", items) == "PAPER_NOT_THERE"
    typed.do("ins1", replace(items, items="无", receipt_no=""))


def two_roles(bureau: Any, who: str, role: Role) -> Any:
    """Another account of the officer that puts the tests' papers into the vault."""
    person = bureau.people["ins1"].person
    return replace(bureau.people[who], account=f"{who}2", person=person, roles=frozenset({role}))


def test_a_score_falls_on_its_paper_by_two_hands(typed: Any) -> None:
    typed.do("agency", MINOR_2025)
    annul = p.AnnulScore(prac_psn_code="D1", entry_id="S1", document_no="撤1号", reasons="误")
    assert typed.refused("sup", annul) == "FIELD_REQUIRED"
    wanted = replace(annul, paper_scan=typed.evidence("撤销决定"))
    before = len(typed.streams[FILE])
    assert typed.refused(two_roles(typed, "sup", Role.SUPERVISOR), wanted) == "FOUR_EYES"
    assert len(typed.streams[FILE]) == before
    typed.do("sup", wanted)
    file = typed.state(FILE)
    assert "撤销决定" in file.certificates
    assert (file.entries[0].void, file.entries[0].void_paper.name) == (True, "撤销决定.pdf")
    serves = typed.state("evidence:撤销决定").serves
    assert serves is not None
    assert serves.key == f"{FILE}/annulled:S1"


def test_a_score_that_was_annulled_on_a_typed_number_stays_annulled(bureau: Any) -> None:
    bureau.do("agency", MINOR_2025)
    bureau.do("sup", p.AnnulScore(prac_psn_code="D1", entry_id="S1", document_no="1", reasons="误"))
    bureau.streams[FILE] = [
        replace(e, data={k: v for k, v in e.data.items() if k != "paper"})
        if e.type == "ScoreAnnulled"
        else e
        for e in bureau.streams[FILE]
    ]
    (entry,) = bureau.state(FILE).entries
    assert (entry.void, entry.void_paper) == (True, None)


def test_the_outcome_on_a_restoration_is_not_recorded_by_who_put_it_in(typed: Any) -> None:
    up_to(typed, NO)
    typed.restoration_served()
    typed.do("legal", went(typed))
    close: m.CloseRestorationRemedy = came(typed, c.RemedyOutcome.UPHELD)
    before = len(typed.streams[FILE])
    assert typed.refused(two_roles(typed, "sup", Role.SUPERVISOR), close) == "FOUR_EYES"
    assert len(typed.streams[FILE]) == before
    typed.do("sup", close)
