"""A wrong scan gives way to the right one with a reason; the former stays in the vault and in the history."""

from dataclasses import replace
from typing import Any

import pytest

from casework.commands import inspection as i
from casework.commands.documents import SignForm
from casework.refusal import Refusal
from casework.volumes.plan import plan
from casework.volumes.state import VolumeKind
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
    [one] = bureau.state(f"case:{no}").forms
    assert (one.signed, one.replaced) == ("S2", (("S1", WHY),))


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


def test_a_bound_scan_is_not_replaced_by_itself(bureau: Any) -> None:
    no = closed(bureau)
    case = bureau.state(f"case:{no}")
    form = next(one for one in case.forms if one.form_id == "closing")
    bureau.do("ins1", binding(bureau, no))
    wanted = SignForm(case_no=no, issue_id=form.issue_id, evidence_id="E1", reason=WHY)
    with pytest.raises(Refusal, match="再次装订") as answer:
        bureau.do("ins1", wanted)
    assert answer.value.code == "SCAN_BOUND"
    assert bureau.refused("ins1", wanted) == "SCAN_BOUND"


def test_a_measures_and_an_inspections_scan_are_replaced_alike(bureau: Any) -> None:
    bureau.do("agency", proposed(bureau))
    bureau.do("sup", deciding("M1", proposed(bureau)))
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
