"""What is proposed and what was decided, in the words of the papers that tell of it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from casework.cases.state import CaseState, Decision, Proposal
from casework.clocks.calendars import local_date
from casework.commands.case import Path, Ruling
from casework.law.fines import grouped
from casework.law.no_penalty import Ground, ground_of
from casework.law.rows import duty_of, fined_under
from casework.lines.shortfall import less_said
from casework.wording import Both
from evidence.dossier.formats import capitals, day, ended, formal_day, money
from evidence.forms.steps import measures_of
from evidence.forms.suspension import suspension

Values = dict[str, Any]


def _months(case: CaseState) -> int | None:
    """Months of the decision's suspension, as a review or court left them."""
    proposed = case.proposal.suspension_months if case.proposal else None
    changed = case.decision.months if case.decision else None
    return proposed if changed is None else changed


def _penalty(fine: Decimal, suspended: str) -> str:
    """What is imposed, in words: who is not fined (条例 41 without intent) is not told of a fine."""
    fined = f"罚款{money(fine)}（人民币{capitals(fine)}）" if fine else ""
    return "；".join(part for part in (fined, suspended) if part) or "不处罚款"


def _from_service(suspended: str) -> str:
    """A suspension and when it begins: the decision tells how what it imposes is carried out (处罚法 59)."""
    return f"{suspended}，自本决定书送达之日起计算" if suspended else ""


def _spared(one: Proposal) -> str:
    """That nobody is to be punished, and why; "" of a penalty."""
    if one.no_penalty is None:
        return ""
    ground = ground_of(one.no_penalty, local_date(one.at))
    return f"不予行政处罚（{ground.zh}）" if ground else "不予行政处罚"


def proposed(case: CaseState, looked_up: frozenset[str] = frozenset()) -> Values:
    """The latest proposal, with the duty that the act breaks; `looked_up` as `rows.duty_of` takes it."""
    one = case.proposal
    if one is None:
        names = (
            "citation duty loss multiple fine fine_capitals recovery formula reasons by day months "
            "suspension penalty"
        )
        no = dict.fromkeys(("hearing_right", "recovers", "spared"), False)
        return dict.fromkeys(names.split(), "") | no
    return {
        "citation": fined_under(one.article_id, one.citation, one.fine),
        "duty": duty_of(one.article_id, case.conduct_to, looked_up),
        "loss": money(one.base_loss),
        "multiple": "" if one.multiple is None else f"{one.multiple.normalize():f}",
        "fine": money(one.fine),
        "fine_capitals": capitals(one.fine),
        "recovery": _recovery(one.recovery, less_said(one)),
        "recovers": one.recovery > 0,
        "formula": grouped(one.formula),
        "reasons": one.reasons,
        "by": one.by.name,
        "day": day(one.at),
        "months": "" if one.suspension_months is None else str(one.suspension_months),
        "suspension": suspension(case, one.suspension_months),
        "penalty": _spared(one) or _penalty(one.fine, suspension(case, one.suspension_months)),
        "hearing_right": one.hearing_right,
        "spared": one.no_penalty is not None,
    }


def decided(case: CaseState, looked_up: frozenset[str] = frozenset()) -> Values:
    """The decision as it stands."""
    one = case.decision
    if one is None:
        names = (
            "number citation fine fine_capitals recovery reasons ground basis duty damages by day "
            "formal_day penalty outcome fallen"
        )
        return dict.fromkeys(names.split(), "") | {"recovers": False, "waits": False}
    ground = ground_of(one.ground, local_date(one.at)) if one.ground else None
    return {
        "number": one.decision_no,
        "citation": fined_under(one.article_id, one.citation, one.fine),
        "fine": money(one.fine),
        "fine_capitals": capitals(one.fine),
        "recovery": _recovery(one.recovery, _left_out(case)),
        "reasons": _beside(ground, one.reasons),
        "ground": ground.zh if ground else "",
        "basis": _basis(one, ground),
        "duty": duty_of(one.article_id, case.conduct_to, looked_up),
        "recovers": one.recovery > 0,
        "waits": one.measures_wait,
        "damages": money(one.damages) if one.damages else "",
        "by": one.by.name,
        "day": day(one.at),
        "formal_day": formal_day(one.at),
        "penalty": _penalty(one.fine, _from_service(suspension(case, _months(case)))),
        "outcome": _outcome(case, one, ground),
        "fallen": _fallen(case),
    }


def _fallen(case: CaseState) -> str:
    """By whom and on what paper the decision was set aside; "" of one that stands."""
    fall = case.fall
    return (
        f"（{day(fall.on)}被{fall.body}撤销，{fall.document_no}）" if fall and case.annulled else ""
    )


def _beside(ground: Ground | None, reasons: str) -> str:
    """The reasons without the ground that they begin with: the paper says it before them."""
    if ground is None:
        return ended(reasons)
    return ended(reasons.strip().removeprefix(ground.zh).lstrip("，,。；;：:、 "))


def _outcome(case: CaseState, one: Decision, ground: Ground | None) -> str:
    """All that was decided, as the case is closed on it: a handling knows measures and no penalty."""
    spared = one.ruling == Ruling.NO_PENALTY.value
    if case.path is Path.AGREEMENT and case.handling is not None:
        return "不予协议处理" if spared else measures_of(case.handling)
    if spared:
        imposed = f"不予行政处罚（{ground.zh}）" if ground else "不予行政处罚"
    else:
        imposed = _penalty(one.fine, suspension(case, _months(case)))
    back = f"责令退回医疗保障基金{_recovery(one.recovery, _left_out(case))}" if one.recovery else ""
    return "；".join(part for part in (imposed, back) if part)


def _basis(decision: Decision, ground: Ground | None) -> str:
    """What the ruling rests on: no penalty on its own ground, not on the clause that would punish."""
    if decision.ruling != Ruling.NO_PENALTY.value:
        return fined_under(decision.article_id, decision.citation, decision.fine)
    return ground.basis if ground else "《中华人民共和国行政处罚法》第五十七条"


def _recovery(amount: Decimal, less: Both | None) -> str:
    """What is to come back; where it is less than the confirmed loss, what is left out and on what ground."""
    return f"{money(amount)}（不予责令退回 {less.zh}）" if less else money(amount)


def _left_out(case: CaseState) -> Both | None:
    """The ground of the proposal, where the decision leaves out what that did."""
    decision, proposal = case.decision, case.proposal
    same = decision and proposal and decision.not_demanded == proposal.not_demanded
    return less_said(proposal) if proposal and same else None
