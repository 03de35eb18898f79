"""Who may see what, and what was asked for, as SQL conditions with bound values."""

from collections.abc import Iterator
from typing import Any

from audit.findings.finding import FindingFilter
from casework.actors import BUREAU, Role, Viewer

Condition = tuple[str, list[Any]]


def scope_of(viewer: Viewer) -> Condition:
    """What a viewer may see: the bureau all, an institution and a physician their own, others none.

    Administrators see no business data. Only the account's binding counts, never a request.
    """
    actor = viewer.actor
    if actor.holds(*BUREAU):
        return "true", []
    parts, values = ["false"], []
    if actor.holds(Role.INSURANCE_OFFICE, Role.PARTY_SECRETARY) and actor.fixmedins_code:
        parts.append("fixmedins_code = ?")
        values.append(actor.fixmedins_code)
    if actor.holds(Role.PHYSICIAN) and actor.prac_psn_code:
        parts.append("prac_psn_code = ?")
        values.append(actor.prac_psn_code)
    return "(" + " OR ".join(parts) + ")", values


def sees_all(viewer: Viewer) -> bool:
    """Tell whether the viewer is of the bureau."""
    return viewer.actor.holds(*BUREAU)


def visit_scope(viewer: Viewer) -> Condition:
    """The visits whose bills a viewer may see, over `mdtrt_d m` and `visit_doctor d`."""
    actor = viewer.actor
    if actor.holds(*BUREAU):
        return "true", []
    parts, values = ["false"], []
    if actor.holds(Role.INSURANCE_OFFICE, Role.PARTY_SECRETARY) and actor.fixmedins_code:
        parts.append("m.fixmedins_code = ?")
        values.append(actor.fixmedins_code)
    if actor.holds(Role.PHYSICIAN) and actor.prac_psn_code:
        parts.append(
            "m.mdtrt_id IN (SELECT d.mdtrt_id FROM visit_doctor d WHERE d.prac_psn_code = ?)"
        )
        values.append(actor.prac_psn_code)
    return "(" + " OR ".join(parts) + ")", values


def where(viewer: Viewer, wanted: FindingFilter) -> Condition:
    """Scope and filter together."""
    scope, values = scope_of(viewer)
    parts = [scope]
    for sql, bound in _wanted(wanted):
        parts.append(sql)
        values += bound
    return " AND ".join(parts), values


def _wanted(wanted: FindingFilter) -> Iterator[Condition]:
    lists = (
        ("rule_id", wanted.rule_ids),
        ("fixmedins_code", wanted.fixmedins_codes),
        ("finding_id", wanted.finding_ids),
    )
    for column, codes in lists:
        if codes is not None:
            yield f"{column} IN (SELECT unnest(?::VARCHAR[]))", [list(codes)]
    simple = (
        ("result = ?", wanted.result),
        ("psn_no = ?", wanted.psn_no),
        ("prac_psn_code = ?", wanted.prac_psn_code),
        ("amount_at_risk >= ?", wanted.min_amount),
        ("amount_at_risk <= ?", wanted.max_amount),
        ("last_time >= ?::DATE", wanted.from_day),
        ("first_time < ?::DATE + 1", wanted.to_day),
    )
    for sql, value in simple:
        if value is not None:
            yield sql, [str(value) if "amount" in sql else value]
    if wanted.text and wanted.text.strip():
        text = wanted.text.strip()
        yield (
            "(contains(lower(sentence_zh), lower(?)) OR contains(lower(sentence_en), lower(?)) "
            "OR contains(lower(fixmedins_name), lower(?)) OR ? IN (finding_id, psn_no, "
            "fixmedins_code, prac_psn_code) OR list_contains(mdtrt_ids, ?))",
            [text] * 5,
        )
