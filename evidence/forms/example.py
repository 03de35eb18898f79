"""An invented case in which everything is there: what a template is tried with."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any, Final

from casework.cases.excluded import Excluded
from casework.cases.parts import (
    Assistance,
    Hold,
    InstalmentsAnswer,
    Performance,
    Publication,
    Rectification,
    Transfer,
)
from casework.cases.state import Attachment, CaseState, Decision, Handling, Officer, Proposal
from casework.commands.agreement import Measure, MeasureKind
from casework.commands.case import FindingRef, Party, PartyKind
from casework.commands.measures import ManagerRole, MeasureType
from casework.delegation.state import Entrustment
from casework.documents.catalogue import form_of
from casework.documents.gaps import OFFICE
from casework.documents.state import Issued
from casework.hands import Hand
from casework.measures.rows import terms
from casework.measures.state import Measured, MeasuresState
from casework.points.parameters import BureauState, Setting
from casework.referral.state import Referral
from evidence.forms.context import Values, values_of
from evidence.forms.measure import letter_values, measure_values
from evidence.forms.talk import BLANK

_A = Hand("example-1", "example-1", "示例甲")
_B = Hand("example-2", "example-2", "示例乙")
_SUM = Decimal("4113.00")
_TALK: Final[Values] = {
    **BLANK,
    "number": "I1",
    "name": "示例人员",
    "capacity": "参保人",
    "officers": [{"name": "示例甲", "certificate_no": "皖0001"}],
    "answers": [{"question": "示例问题一？", "answer": "示例回答一。"}],
}
_ENDED: Final[dict[str, Any]] = {"result": "示例处理", "end_seq": 1}


def example(form_id: str, at: datetime) -> Values:
    """The values of the invented case, measure or letter for a form. Refuses NOT_FOUND."""
    asked = form_of(form_id)
    if asked.of == "measure":
        return measure_values(asked, *_measure(asked.kinds[0], at), "示例县医疗保障局", at)
    if asked.of == "letter":
        return letter_values(_letter(at), "示例县医疗保障局")
    form = Issued("W1", form_of(form_id).id, "示例〔2026〕1号", _A, at, 0, remarks="示例备注")
    found = values_of(_case(at), (), form, "示例县医疗保障局", _settings(at))
    return {**found, "talk": _TALK} if form_id == "interview" else found


def _settings(at: datetime) -> BureauState:
    day = at.date()
    return BureauState(
        settings=tuple(Setting(name, "示例内容", day, "示例依据") for name in OFFICE.values())
    )


def _measure(kind: str, at: datetime) -> tuple[MeasuresState, Measured]:
    term = next(one for one in terms() if one.kind == kind)
    one = Measured(
        measure_id="M1",
        kind=MeasureType(kind),
        term=term.id,
        area="",
        months=6,
        starts_at=at,
        ends_at=at + timedelta(days=180),
        reasons="示例事由",
        by=_A,
        document_no="示例决〔2026〕1号",
        basis=term.basis,
        decided_by=_B,
        decided_at=at,
    )
    key = "institution:H0000000001"
    if one.kind is MeasureType.BAR_MANAGER:
        role, key = ManagerRole.LEGAL_REPRESENTATIVE, "manager:H0000000001/示例人员"
        one = replace(one, manager_role=role, identity_no="（示例证件号码）")
    return MeasuresState(key, name="示例卫生院", measures=(one,)), one


def _letter(at: datetime) -> Entrustment:
    on = at.date()
    return Entrustment("示例委〔2026〕1号", "示例范围", on, "示例网站", on, on, _A)


def _case(at: datetime) -> CaseState:
    on = at.date()
    return CaseState(
        case_no="示例-1",
        title="示例卫生院涉嫌重复收费案",
        summary="示例线索",
        party=Party(
            PartyKind.INSTITUTION, "H0000000001", "示例卫生院", "示例县示例路1号", "示例负责人"
        ),
        conduct_from=date(2025, 1, 1),
        conduct_to=date(2025, 6, 30),
        opened_at=at,
        filed_at=at,
        officers=(Officer(_A, "皖0001"), Officer(_B, "皖0002")),
        findings=(FindingRef("F1", "duplicate_charge", _SUM, "示例疑点"),),
        evidence=(
            Attachment("E1", "示例.pdf", "documentary", "0", "0", 1, "示例证明目的", at),
            Attachment(
                "E2",
                "示例2.pdf",
                "documentary",
                "0",
                "0",
                1,
                "示例证明目的",
                at,
                excluded=Excluded("original_missing", "示例理由", _B, on),
            ),
        ),
        transfers=(
            Transfer(
                "health", "示例县卫生健康委", "示例移〔2026〕1号", "示例理由", on, True, "clue"
            ),
            Transfer(
                "discipline", "示例县纪委监委", "示例移〔2026〕2号", "示例线索", on, False, "clue"
            ),
        ),
        report=dict.fromkeys(("party", "measures", "facts", "evidence", "law", "proposal"), "示例"),
        proposals=(_proposal(at),),
        notice_on=on,
        hearing_right=True,
        defence="stated",
        hearing_chair=_B,
        hearing_held=True,
        legal_opinion="agree",
        reviewer=_B,
        discussed="P1",
        discussion_by=(_A, _B),
        decision=Decision(
            "penalty",
            "示例罚〔2026〕1号",
            _B,
            at,
            _SUM * 2,
            _SUM,
            "条例第三十八条",
            "示例理由",
            "tiaoli-38-3",
        ),
        served_on=on,
        publication=Publication(impact=True, text="示例公示文本", at=at, seq=1),
        handling=Handling(
            _A,
            (Measure(MeasureKind.RECOVERY, _SUM, clause="示例条款"),),
            "示例理由",
            ("substitution",),
            "示例整改",
        ),
        performance=Performance("示例履〔2026〕1号", _A, at, _SUM, _SUM, 15, 0, "示例理由"),
        rectification=Rectification("示例整改", on, ("示例报告",), ((on, True, "示例复查"),)),
        holds=(
            Hold("K1", "preservation", "示例物品", "示例地点", _A, False),
            Hold("K2", "preservation", "示例物品", "示例地点", _A, False, "ended", **_ENDED),
            Hold("K3", "sealing", "示例物品", "示例地点", _A, False, "ended", **_ENDED),
        ),
        instalments_answer=InstalmentsAnswer(True, "示例理由", at, 1),
        requests=(Assistance("X1", "示例局", "示例函1号"),),
        referral=Referral(
            "decided",
            _A,
            at,
            (_A, _B),
            "诈骗罪",
            "示例事实",
            _SUM,
            "示例县公安局",
            {},
            True,
            _B,
            at,
        ),
    )


def _proposal(at: datetime) -> Proposal:
    return Proposal(
        proposal_id="P1",
        by=_A,
        at=at,
        article_id="tiaoli-38-3",
        citation="条例第三十八条第三项",
        base_loss=_SUM,
        multiple=Decimal(2),
        fine=_SUM * 2,
        recovery=_SUM,
        suspension_months=6,
        formula="4,113.00 × 2 = 8,226.00",
        hearing_right=True,
        reasons="示例理由",
    )
