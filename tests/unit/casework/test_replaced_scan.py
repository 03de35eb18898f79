"""A wrong scan gives way to the right one with a reason; the former stays in the vault and in the history."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from casework.commands import case as c
from casework.commands import inspection as i
from casework.commands.delegation import AttachLetter, EntrustCentre
from casework.commands.documents import SignForm, VoidForm
from casework.decide import next_actions
from casework.refusal import Refusal
from casework.volumes.plan import plan
from casework.volumes.state import VolumeKind
from casework.volumes.supplement import supplement
from tests.unit.casework.test_inspection import NO, paper, reply, sign, started
from tests.unit.casework.test_measures import STREAM, deciding, proposed
from tests.unit.casework.test_measures import paper as measure_paper
from tests.unit.casework.test_volumes import binding, closed, issue, scanned

WHY = "误附其他文书"


def signed(bureau: Any) -> tuple[str, SignForm]:
    no: str = bureau.investigated()
    form = SignForm(case_no=no, issue_id=issue(bureau, no, "filing"), evidence_id="S1")
    for name in ("S1", "S2"):
        scanned(bureau, no, name)
    bureau.do("ins1", form)
    return no, form


def test_the_right_scan_takes_the_place_of_a_wrong_one(bureau: Any) -> None:
    no, form = signed(bureau)
    again = replace(form, evidence_id="S2")
    with pytest.raises(Refusal, match="更换原因") as answer:
        bureau.do("ins1", again)
    assert answer.value.code == "SCAN_STANDS"
    assert bureau.refused("ins1", replace(again, reason=" ")) == "SCAN_STANDS"
    assert bureau.refused("ins1", replace(form, reason=WHY)) == "ALREADY_DONE"
    assert bureau.do("ins1", replace(again, reason=WHY)) == ["FormSigned", "ScanReplaced"]
    told = bureau.streams[f"case:{no}"][-1].data
    assert (told["former"], told["evidence_id"], told["reason"]) == ("S1", "S2", WHY)
    gone = bureau.streams["evidence:S1"][-1].data
    assert (gone["now"], gone["reason"]) == ("S2", WHY)
    case = bureau.state(f"case:{no}")
    assert [one.signed for one in case.forms][-1] == "S2"
    [gone] = case.replaced
    assert (gone.scan, gone.now, gone.reason, gone.issue_id) == ("S1", "S2", WHY, form.issue_id)


def test_the_catalogue_names_the_one_in_force_and_the_inner_volume_keeps_the_former(
    bureau: Any,
) -> None:
    no, form = signed(bureau)
    bureau.do("ins1", replace(form, evidence_id="S2", reason=WHY))
    rows = plan(bureau.state(f"case:{no}"))
    assert not [row for row in rows.get(VolumeKind.MAIN, ()) if "S1" in row.source]
    [entry] = [row for row in rows[VolumeKind.INNER] if row.source == "evidence:S1"]
    assert "已更换为 S2" in entry.title
    assert WHY in entry.title
    every = [row for found in rows.values() for row in found]
    assert [row.scan for row in every if row.source == f"form:{form.issue_id}"] == ["S2"]


def test_what_was_attached_to_the_wrong_paper_is_free_for_its_own(bureau: Any) -> None:
    no, form = signed(bureau)
    other = SignForm(case_no=no, issue_id=issue(bureau, no, "filing"), evidence_id="S1")
    assert bureau.refused("ins1", other) == "SCAN_TAKEN"
    bureau.do("ins1", replace(form, evidence_id="S2", reason=WHY))
    bureau.do("ins1", other)
    rows = plan(bureau.state(f"case:{no}"))
    assert not [r for found in rows.values() for r in found if r.source == "evidence:S1"]


def test_a_bound_scan_of_a_paper_in_effect_is_replaced_and_bound_again_as_a_supplement(
    bureau: Any,
) -> None:
    no = closed(bureau)
    bureau.do("ins1", binding(bureau, no))
    case = bureau.state(f"case:{no}")
    form = next(one for one in case.forms if one.form_id == "decision")
    former = form.signed
    assert former in case.effect
    # Over, it takes no new evidence: the right scan comes in with the act, from the vault.
    bureau.evidence("N1")
    wanted = SignForm(case_no=no, issue_id=form.issue_id, evidence_id="N1")
    assert bureau.refused("ins1", wanted) == "SCAN_STANDS"
    assert bureau.refused("ins3", replace(wanted, reason=WHY)) == "NOT_AN_OFFICER"
    done = ["EvidenceAttached", "AttachedToCase", "FormSigned", "ScanReplaced"]
    assert bureau.do("ins1", replace(wanted, reason=WHY)) == done
    case = bureau.state(f"case:{no}")
    assert former in case.effect
    # The decision still rests on the paper, whichever scan shows it.
    gone = VoidForm(case_no=no, issue_id=form.issue_id, reason="错印")
    assert bureau.refused("ins1", gone) == "PAPER_IN_EFFECT"
    first = case.bindings[0]
    rows = plan(case)
    told = "；".join(supplement(case, VolumeKind.MAIN, rows[VolumeKind.MAIN]))
    assert f"由 {former} 更换为 N1（原因：{WHY}）" in told
    assert former in "".join(row.source for row in rows[VolumeKind.INNER])
    # Its decision was served before anybody asked if it is published, which would come first.
    before = replace(case, publishable=False)
    offered = next_actions(before, bureau.people["ins1"], bureau.at)
    assert [one.name for one in offered if one.primary] == ["RecordBinding"]
    bureau.do("ins1", binding(bureau, no))
    case = bureau.state(f"case:{no}")
    assert case.bindings[0] == first
    scans = {row.entry.scan for row in case.bindings[1].volume(VolumeKind.MAIN).rows}
    assert "N1" in scans
    assert former not in scans
    assert bureau.refused("ins1", binding(bureau, no)) == "ALREADY_BOUND"
    assert not supplement(case, VolumeKind.MAIN, rows[VolumeKind.MAIN])


def test_a_receipt_a_record_and_a_letter_give_way_by_the_same_rule(bureau: Any) -> None:
    no = closed(bureau)
    case = bureau.state(f"case:{no}")
    service = case.services[0]
    bureau.evidence("N1")
    receipt = c.AttachReceipt(
        case_no=no, served=c.Served(service.served), document="N1", served_on=service.on
    )
    assert bureau.refused("ins1", receipt) == "SCAN_STANDS"
    done = ["EvidenceAttached", "AttachedToCase", "ReceiptAttached", "ScanReplaced"]
    assert bureau.do("ins1", replace(receipt, reason=WHY)) == done
    case = bureau.state(f"case:{no}")
    assert case.services[0].receipt == "N1"
    [gone] = case.replaced
    assert (gone.scan, gone.now) == (service.receipt, "N1")
    assert "送达回证" in gone.title
    [entry] = [r for r in plan(case)[VolumeKind.INNER] if r.source == f"evidence:{gone.scan}"]
    assert WHY in entry.title
    trust = EntrustCentre(
        document_no="委9号", scope="检查", where="官网", published_on=date(2026, 1, 5),
        starts_on=date(2026, 1, 5), ends_on=date(2026, 12, 31),
    )  # fmt: skip
    bureau.do("head", trust)
    letter = AttachLetter(document_no="委9号", evidence_id=bureau.evidence("L1"))
    bureau.do("head", letter)
    right = replace(letter, evidence_id=bureau.evidence("L2"))
    assert bureau.refused("head", right) == "SCAN_STANDS"
    again = bureau.do("head", replace(right, reason=WHY))
    assert again == ["LetterScanAttached", "ScanReplaced", "ScanServes"]


def test_a_measures_and_an_inspections_scan_are_replaced_alike(bureau: Any) -> None:
    bureau.do("agency", proposed(bureau))
    bureau.hear(proposed(bureau), "M1")
    bureau.do("chief", deciding("M1", proposed(bureau)))
    notice = measure_paper("M1", "suspension_notice", bureau.evidence("E1"))
    bureau.do("agency", notice)
    right = replace(notice, evidence_id=bureau.evidence("E2"), reason=WHY)
    done = ["MeasurePaperAttached", "ScanReplaced", "ScanServes"]
    assert bureau.do("agency", right) == done
    [one] = bureau.state(STREAM).measures
    assert dict(one.signed) == {"suspension_notice": "E2"}
    # The former is free: it is the approval, which it was meant for.
    bureau.do("agency", replace(notice, form_id="measure_approval"))
    started(bureau)
    for step in (paper(), reply(), sign()):
        bureau.do("ins1", step)
    scan = i.AttachScan(inspection_no=NO, paper_id="D1", evidence_id=bureau.evidence("E3"))
    bureau.do("ins1", scan)
    again = replace(scan, evidence_id=bureau.evidence("E4"), reason=WHY)
    assert bureau.do("ins1", again) == ["ScanAttached", "ScanReplaced", "ScanServes"]
    told = bureau.streams[f"inspection:{NO}"][-1].data
    assert (told["former"], told["reason"]) == ("E3", WHY)
    sealed = i.AttachNotice(inspection_no=NO, evidence_id=bureau.evidence("E5"))
    bureau.do("ins1", sealed)
    wrong = replace(sealed, evidence_id="E3", reason=WHY)
    assert bureau.do("ins1", wrong) == ["NoticeScanAttached", "ScanReplaced", "ScanServes"]
    assert bureau.state(f"inspection:{NO}").notice_scan == "E3"
