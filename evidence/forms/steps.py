"""Values of a case's single steps: recusals, handling, instalments, and what was served how."""

from __future__ import annotations

from datetime import date
from typing import Any

from casework.agreement.names import worded
from casework.agreement.table import named as acts_named
from casework.cases.parts import Service
from casework.cases.state import CaseState, Handling
from casework.clocks.calendars import local_date
from casework.commands.agreement import Measure
from casework.documents.titles import served_paper
from casework.law.service import ways
from casework.lines.shortfall import less_said
from evidence.dossier.formats import day, ended, formal_day, money

Values = dict[str, Any]


def steps(case: CaseState, on: date) -> Values:
    """What the approval forms and the receipt ask for; `on` is the day of the form."""
    return {
        "recusals": [{"officer": r.officer.name, "reason": r.reason} for r in case.recusals],
        "handling": _handling(case),
        "rectification": _rectification(case),
        "performance": _performance(case),
        "instalments": [{"due": day(p.due), "amount": money(p.amount)} for p in case.instalments],
        "instalments_answer": _answered(case),
        **_service(case, on),
    }


def _answered(case: CaseState) -> Values:
    """What the head answered to the party's request for instalments."""
    one = case.instalments_answer
    if one is None:
        return dict.fromkeys(("granted", "reasons", "day"), "")
    granted = "是" if one.granted else ""
    return {"granted": granted, "reasons": ended(one.reasons), "day": day(local_date(one.at))}


def _handling(case: CaseState) -> Values:
    one = case.handling
    if one is None:
        return dict.fromkeys(("measures", "reasons", "acts", "rectify", "days"), "")
    acts = acts_named(one.pharmacy_tables, one.pharmacy_acts)
    return {
        "measures": measures_of(one),
        "reasons": ended(one.reasons),
        "acts": "；".join(f"{row.zh}（{row.points} 分）" for row in acts),
        "rectify": one.rectify,
        "days": str(one.rectify_days),
    }


def _performance(case: CaseState) -> Values:
    """What an institution that was pressed in vain is told to perform, and in how many days."""
    one = case.performance
    if one is None:
        return dict.fromkeys(("number", "recovery", "damages", "days", "reasons", "formal_day"), "")
    return {
        "number": one.decision_no,
        "recovery": money(one.recovery),
        "damages": money(one.damages) if one.damages else "",
        "days": str(one.days),
        "reasons": ended(one.reasons),
        "formal_day": formal_day(one.at),
    }


def measures_of(one: Handling) -> str:
    """What a handling does, each measure with its clause."""
    return "；".join([*(_measure(m, one.hit(m)) for m in one.measures), *_less(one)])


def _less(one: Handling) -> list[str]:
    """What is not asked back, with its ground: as one more of the things proposed."""
    less = less_said(one)
    return [f"不予追回 {less.zh}"] if less else []


def _rectification(case: CaseState) -> Values:
    """What was to be put right, what the institution reported, what was found."""
    one = case.rectification
    if one is None:
        return {"text": "", "due": "", "reports": [], "checks": []}
    return {
        "text": one.text,
        "due": day(one.due),
        "reports": list(one.reports),
        "checks": [
            {"day": day(held), "passed": "合格" if passed else "不合格", "record": record}
            for held, passed, record in one.checks
        ],
    }


def _measure(one: Measure, whom: str) -> str:
    return worded(
        one.kind, whom, one.amount, one.months, one.clause, area=one.area, ends_at=one.ends_at
    )[0]


def _told(way: str, particulars: str) -> str:
    return f"{way}（{particulars}）" if particulars else way


def _paper(case: CaseState, service: Service) -> str:
    """What was served, by its own name, with its number."""
    number = service.number
    if not number and service.served in ("decision", "handling") and case.decision is not None:
        number = case.decision.decision_no
    if not number and service.served == "performance" and case.performance is not None:
        number = case.performance.decision_no
    return f"《{served_paper(case, service).zh}》{number}"


def _service(case: CaseState, on: date) -> Values:
    """The latest service, and the seven ways with what each has to prove; the used one is ticked."""
    last = case.services[-1] if case.services else None
    rows = [
        row for row in ways() if row.valid_from <= on and (not row.valid_to or on < row.valid_to)
    ]
    used = next((row for row in rows if last is not None and row.id == last.way), None)
    return {
        "service": {
            "document": _paper(case, last) if last else "",
            "way": _told(used.zh, last.particulars) if used and last else "",
            "day": day(last.on) if last else day(None),
            "proof": used.proof if used else "",
        },
        "ways": [
            {
                "mark": "☑" if row is used else "□",
                "zh": row.zh,
                "proof": row.proof,
                "basis": row.basis,
            }
            for row in rows
        ],
    }
