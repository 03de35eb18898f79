"""Figures of law that the bureau may set for itself: what each means, and what it is while nothing was set."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from casework.agreement import table as pharmacy
from casework.commands.points import StaffKind
from casework.courses.rules import EXAM_FIGURES, MARK_NEEDED, exam_rules
from casework.law.discretion import factors, tiers
from casework.law.rows import articles, parameters
from casework.measures.rows import terms
from casework.points.institution import SHARES, effects
from casework.points.rules import rule_sets
from casework.points.table import text_of

DISCRETION = "discretion_tiers"
#: The same as tables: of single articles, and the circumstances that count.
DISCRETION_ARTICLES, DISCRETION_FACTORS = "discretion_articles", "discretion_factors"
POINTS_MONTHS = "points_months"
#: By the national rule, and by the county one for conduct of before it.
SCORED_STAFF, COUNTY_STAFF = "scored_staff", "county_staff"


@cache
def settable() -> tuple[dict[str, Any], ...]:
    """The rows, each with default, law and mark of what is packaged today."""
    raw = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))["parameter"]
    return tuple({**row, **_packaged(row["name"]), **_columns(row), "forward": True} for row in raw)


def _columns(row: dict[str, Any]) -> dict[str, Any]:
    """The columns of a table, with the penalty articles of all times where a cell is one of them."""
    values = [
        (one.id, f"{one.citation}（{one.zh}）", f"{one.citation_en} ({one.en})")
        for one in articles()
    ]
    return {"columns": [
        {key: value for key, value in {**one, **({"values": values} if one.get("articles") else {})}.items()
         if key != "articles"}
        for one in row.get("columns", ())
    ]}  # fmt: skip


def _factors() -> dict[str, Any]:
    """The packaged circumstances; those that the Penalty Law itself names stay as it names them, of every article (V)."""
    rows = [one for one in factors() if one.valid_to is None]
    cells = [(one.id, one.direction, one.zh, "", one.basis, one.en) for one in rows]
    keeps = tuple(
        ((one.id, one.direction, one.zh, ""), one.basis) for one in rows if one.mark == "V"
    )
    cut = max(tiers(), key=lambda one: one.valid_from)
    return {"default": text_of(cells), "law": cut.basis, "mark": cut.mark, "keeps": keeps}


def _packaged(name: str) -> dict[str, Any]:
    """What holds by the row that begins last."""
    if name == DISCRETION:
        cut = max(tiers(), key=lambda one: one.valid_from)
        value = f"{cut.light_until};{cut.heavy_from}"
        return {"default": value, "law": cut.basis, "mark": cut.mark}
    if name == DISCRETION_ARTICLES:
        return {**_packaged(DISCRETION), "default": ""}
    if name == DISCRETION_FACTORS:
        return _factors()
    if name == POINTS_MONTHS:
        rules = next(one for one in rule_sets() if one.national)
        months = ";".join(
            str(rules.suspension_months[key]) for key in sorted(rules.suspension_months)
        )
        return {"default": months, "law": rules.basis, "mark": rules.mark}
    if name in (SCORED_STAFF, COUNTY_STAFF):
        rules = next(one for one in rule_sets() if one.national == (name == SCORED_STAFF))
        kinds = ";".join(kind.value for kind in StaffKind if kind.value in rules.covers)
        return {"default": kinds, "law": rules.basis, "mark": rules.mark}
    if name in EXAM_FIGURES:
        rule = max(exam_rules(), key=lambda one: one.valid_from)
        value = str(getattr(rule, EXAM_FIGURES[name]))
        return {"default": value, "law": rule.basis, "mark": rule.mark}
    if name == MARK_NEEDED:
        learning = next(one.learning for one in rule_sets() if one.learning)
        value = str(learning.exam_pass_mark)
        return {"default": value, "law": learning.basis, "mark": learning.mark}
    if name in (pharmacy.ACTS, pharmacy.LEVELS):
        return pharmacy.packaged(name)
    if name == SHARES:
        rows = sorted(effects(), key=lambda one: one.share)
        value = ";".join(str(one.share) for one in rows)
        return {"default": value, "law": rows[0].basis, "mark": rows[0].mark}
    term = next((one for one in terms() if one.parameter == name), None)
    if term is not None:
        return {"default": str(term.max_months), "law": term.basis, "mark": term.mark}
    row = max((p for p in parameters() if p.name == name), key=lambda one: one.valid_from)
    return {"default": row.value, "law": row.basis, "mark": row.mark}
