"""A list of restorations: one list, every decision by itself; recusal; figures of a year."""

import dataclasses
import io
from datetime import date
from decimal import Decimal
from typing import Any

import docx
import openpyxl
import pypdf
import pytest

from api.restoration_batch.convert import acts_of
from api.restoration_batch.types import BatchAct
from casework.actors import Actor, Role
from casework.commands import case as c
from casework.commands import points as p
from casework.commands import restoration as r
from casework.commands.batches import DrawUpBatch
from casework.decide import fold, next_actions
from casework.refusal import Refusal
from casework.restoration.state import Step
from evidence.doctors.forms import FORMS, form, list_form
from evidence.doctors.issued import Papers
from evidence.doctors.office import list_docx, list_xlsx
from evidence.doctors.restoration import HEADS
from graph.points.statistics import figures_of
from tests.unit.casework.verified import VERIFIED

HOSPITAL = "H34162300001"
YES, NO = c.Outcome.APPROVED, c.Outcome.REFUSED
BUREAU_NAME = "云溪县医疗保障局"
DAY = date(2026, 6, 1)


def doctor(code: str) -> Actor:
    return Actor(f"a-{code}", code, frozenset({Role.PHYSICIAN}), f"p-{code}", code, HOSPITAL)


def learned(bureau: Any, code: str, conduct: date = date(2024, 6, 1)) -> None:
    """A doctor who was terminated, applied, studied and passed."""
    bureau.do(
        "agency",
        p.RecordScore(
            prac_psn_code=code,
            prac_psn_name=f"医师{code}",
            fixmedins_code=HOSPITAL,
            act="tiaoli_40",
            responsibility=p.Responsibility.PRIMARY,
            points=12,
            conduct_on=conduct,
            conduct_to=conduct,
            basis=p.Basis(p.BasisKind.DOCUMENT, "3号", date(2025, 12, 1), "局"),
            reasons="主要责任",
        ),
    )
    own = {"prac_psn_code": code}
    bureau.do(doctor(code), r.ApplyRestoration(**own, statement="改正", commitment=True))
    paper = bureau.evidence(f"E-{code}"), bureau.evidence(f"X-{code}")
    bureau.do(
        "office",
        r.RecordStudy(
            **own,
            course="政策",
            hours=Decimal(16),
            studied_on=date(2026, 2, 1),
            certificate=paper[0],
        ),
    )
    bureau.do(
        "office",
        r.RecordExam(**own, exam="结业", mark=80, held_on=date(2026, 2, 2), certificate=paper[1]),
    )


@pytest.fixture
def fourteen(bureau: Any) -> list[str]:
    bureau.parameter("local_restoration", "enabled")
    codes = [f"D{n:02}" for n in range(1, 15)]
    for code in codes:
        learned(bureau, code)
    return codes


def test_one_refusal_among_fourteen_holds_up_nobody(bureau: Any, fourteen: list[str]) -> None:
    draw = DrawUpBatch(title="2026 年第一批", doctors=tuple(fourteen), batch_id="L1")
    assert bureau.do("office", draw) == ["BatchDrawn", *["RestorationListed"] * 14]
    for code in fourteen:
        own = {"prac_psn_code": code}
        bureau.do("office", r.SubmitRestoration(**own))
        bureau.do("party", r.GivePartyOpinion(**own, outcome=YES))
        bureau.do("sup", r.ReviewRestoration(**own, outcome=YES, **VERIFIED))
        verdict = {"outcome": NO, "reasons": "退款未缴清"} if code == "D07" else {"outcome": YES}
        bureau.do("head", r.DecideRestoration(**own, **verdict))
        if code != "D07":
            bureau.do("agency", r.ReRegister(**own, registration_no=f"备{code}"))
    files = [bureau.state(f"points:{code}") for code in fourteen]
    steps = [file.restoration.step for file in files]
    assert steps.count(Step.RESTORED) == 13
    assert files[6].restoration.step is Step.REFUSED
    assert {file.restoration.batch for file in files} == {"L1"}
    found = figures_of(files, 2026, bureau.at)
    assert (found.steps, found.terminated) == ({Step.RESTORED: 13, Step.REFUSED: 1}, 1)
    assert vars(found.institutions[HOSPITAL]) == {
        "applied": 14, "restored": 13, "refused": 1, "open": 0,
    }  # fmt: skip
    assert figures_of(files, 2025, bureau.at).steps == {}
    made = list_form("L1", "第一批", [(f, f.restoration) for f in files], BUREAU_NAME, bureau.at)
    assert made.pdf.startswith(b"%PDF-")
    assert made.pages >= 1
    assert made == list_form(
        "L1", "第一批", [(f, f.restoration) for f in files], BUREAU_NAME, bureau.at
    )
    _same_in_office_programs([(f, f.restoration) for f in files])
    paper = [Papers(f, bureau.streams[f"points:{f}"], BUREAU_NAME, {}) for f in fourteen]
    for name, chosen in FORMS.items():
        if chosen.of_repair:
            with pytest.raises(Refusal) as nothing:
                form(paper[0], name, "", bureau.at)
            assert nothing.value.code == "NOT_FOUND"
            continue
        if name in (
            "objection",
            "review",
            "correction",
            "annulled",
            "returned",
            "halted",
            "closed",
            "revocation",
            "revocation_approval",
        ):
            with pytest.raises(Refusal) as early:
                form(paper[0], name, "", bureau.at)
            assert early.value.code == "STEP_MISSING"
            continue
        for about in ("S1", "") if chosen.of_score else ("",):
            assert form(paper[0], name, about, bureau.at).pages >= 1, name
    # The notice, and the receipt of its service.
    assert form(paper[6], "decision", "", bureau.at).pages == 2
    told = _text(form(paper[0], "minutes", "", bureau.at).pdf)
    assert "会议纪要" in told
    assert "同意" in told
    with pytest.raises(Refusal) as caught:
        form(paper[6], "registration", "", bureau.at)
    assert caught.value.code == "STEP_MISSING"


def _text(pdf: bytes) -> str:
    return "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def _same_in_office_programs(rows: list[Any]) -> None:
    """Fourteen lines and the heads in both files; a name that looks like a formula stays text."""
    rows[0] = (dataclasses.replace(rows[0][0], name="=1+1"), rows[0][1])
    made = list_docx("L1", "第一批", rows, BUREAU_NAME, DAY)
    assert made == list_docx("L1", "第一批", rows, BUREAU_NAME, DAY)
    (table,) = docx.Document(io.BytesIO(made)).tables
    said = [[cell.text for cell in row.cells] for row in table.rows]
    assert said[0] == list(HEADS)
    assert len(said) == 15
    assert said[7][-2:] == ["不同意 退款未缴清", "不予恢复"]
    sheet = openpyxl.load_workbook(io.BytesIO(list_xlsx("L1", "第一批", rows, DAY))).worksheets[0]
    assert [cell.value for cell in sheet[2]] == list(HEADS)
    assert sheet.max_row == 16
    assert (sheet["B3"].value, sheet["B3"].data_type) == ("=1+1", "s")
    assert sheet["J9"].value == "不予恢复"


def test_who_stands_on_a_list(bureau: Any, fourteen: list[str]) -> None:
    first = tuple(fourteen[:3])
    bureau.do("sup", DrawUpBatch(title="一", doctors=first, batch_id="L1"))
    again = DrawUpBatch(title="二", doctors=(fourteen[2], fourteen[3]), batch_id="L2")
    assert bureau.refused("agency", again) == "BATCH_TAKEN"
    assert not bureau.state(f"points:{fourteen[3]}").restoration.batch
    gone = r.WithdrawRestoration(prac_psn_code=fourteen[4])
    bureau.do(doctor(fourteen[4]), gone)
    ended = DrawUpBatch(title="三", doctors=(fourteen[4],), batch_id="L3")
    assert bureau.refused("agency", ended) == "BATCH_NOT_OPEN"
    nobody = DrawUpBatch(title="四", doctors=(), batch_id="L4")
    assert bureau.refused("agency", nobody) == "BAD_VALUE"
    for who in ("head", "party", "doc", "ins1"):
        own = DrawUpBatch(title="五", doctors=(fourteen[5],), batch_id="L5")
        assert bureau.refused(who, own) == "ROLE_REQUIRED"
    stranger = Actor("o2", "o2", frozenset({Role.INSURANCE_OFFICE}), "o2", None, "H-OTHER")
    other = DrawUpBatch(title="六", doctors=(fourteen[5],), batch_id="L6")
    assert bureau.refused(stranger, other) == "NOT_FOUND"


def test_nobody_submits_from_a_list_who_still_studies(bureau: Any, fourteen: list[str]) -> None:
    stream = f"points:{fourteen[0]}"
    office, events = bureau.people["office"], bureau.streams[stream]
    for state, acts in ((fold(stream, events[:-1]), []), (fold(stream, events), [BatchAct.SUBMIT])):
        assert acts_of(next_actions(state, office, bureau.at), state) == acts


def test_who_is_related_withdraws_and_acts_no_more(bureau: Any, fourteen: list[str]) -> None:
    own = {"prac_psn_code": fourteen[0]}
    bureau.do("office", r.SubmitRestoration(**own))
    opinion = r.GivePartyOpinion(**own, outcome=YES)
    bureau.do("party", r.RecuseFromRestoration(**own, relation="申请人的配偶"))
    assert bureau.refused("party", opinion) == "RECUSED"
    assert bureau.refused("party", r.RecuseFromRestoration(**own, relation="x")) == "ALREADY_DONE"
    deputy = Actor("party2", "副书记", frozenset({Role.PARTY_SECRETARY}), "p-2", None, HOSPITAL)
    bureau.do(deputy, opinion)
    assert bureau.refused("office", r.RecuseFromRestoration(**own, relation="x")) == "ROLE_REQUIRED"
