"""The fee lines behind findings, as a case keeps them: each with the fund's part of it."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Final, Protocol

from audit.findings.finding import Finding
from audit.findings.store import FindingStore
from audit.registry import known_rule
from casework.actors import Viewer
from casework.commands.case import CaseLine
from casework.lines.state import gross_of
from casework.masking import mask_name
from casework.money import spread
from claims.store import ClaimStore

# Reversals are taken off their line; what a visit's settlements paid of the amount inside the
# policy is the fund's share of its lines, as the rules reckon it (audit.engine.workspace).
LINES: Final = """
WITH money AS (
    SELECT mdtrt_id, sum(fund_pay_sumamt) AS fund, sum(medfee_sumamt) AS fee,
        sum(inscp_scp_amt) AS scope
    FROM setl_d
    WHERE mdtrt_id IN (SELECT unnest(?::VARCHAR[])) AND coalesce(vali_flag, '1') <> '0'
    GROUP BY mdtrt_id
), back AS (
    SELECT mdtrt_id, init_feedetl_sn AS feedetl_sn, sum(cnt) AS cnt,
        sum(det_item_fee_sumamt) AS amount, sum(inscp_scp_amt) AS scope
    FROM fee_list_d
    WHERE mdtrt_id IN (SELECT unnest(?::VARCHAR[])) AND cnt < 0 AND init_feedetl_sn IS NOT NULL
        AND coalesce(vali_flag, '1') <> '0'
    GROUP BY ALL
)
SELECT f.mdtrt_id, f.feedetl_sn, m.fixmedins_code, m.psn_no, coalesce(p.psn_name, m.psn_name),
    f.fee_ocur_time, coalesce(f.hilist_name, f.medins_list_name),
    f.cnt + coalesce(back.cnt, 0), f.pric,
    f.det_item_fee_sumamt + coalesce(back.amount, 0) AS amount,
    f.inscp_scp_amt + coalesce(back.scope, 0) AS inside,
    money.fund, coalesce(money.scope, money.fee) AS base, money.scope IS NOT NULL AS scoped
FROM fee_list_d f
JOIN mdtrt_d m ON m.mdtrt_id = f.mdtrt_id
LEFT JOIN psn_info_b p ON p.psn_no = m.psn_no
LEFT JOIN money ON money.mdtrt_id = f.mdtrt_id
LEFT JOIN back ON back.mdtrt_id = f.mdtrt_id AND back.feedetl_sn = f.feedetl_sn
WHERE f.mdtrt_id IN (SELECT unnest(?::VARCHAR[])) AND coalesce(f.vali_flag, '1') <> '0'
    AND f.det_item_fee_sumamt + coalesce(back.amount, 0) > 0
ORDER BY f.fee_ocur_time, f.mdtrt_id, f.feedetl_sn
"""
SHARE: Final = Decimal("0.0000000001")
Row = Sequence[Any]


class Held(Protocol):
    """A finding as its lines need it; yuan of the fund."""

    @property
    def finding_id(self) -> str: ...
    @property
    def rule_id(self) -> str: ...
    @property
    def fixmedins_code(self) -> str | None: ...
    @property
    def amount_at_risk(self) -> Decimal: ...


class Named(Held, Protocol):
    """A finding that names each of its lines, as (mdtrt_id, feedetl_sn)."""

    @property
    def lines(self) -> Sequence[tuple[str, str]]: ...


def case_lines(store: FindingStore, viewer: Viewer, ids: Iterable[str]) -> tuple[CaseLine, ...]:
    """Lines of the findings that are still in force, in the order of the findings, then of time."""
    known = store.many(viewer, list(dict.fromkeys(ids)))
    wanted = [known[key] for key in dict.fromkeys(ids) if key in known]
    by_visit = _by_visit(store.claims, {v for finding in wanted for v in finding.mdtrt_ids})
    return tuple(line for finding in wanted for line in _lines(finding, by_visit))


def named_lines(claims: ClaimStore, found: Iterable[Named]) -> tuple[CaseLine, ...]:
    """Lines of findings that no rule of the audit made, and that name each of their lines."""
    wanted = list(found)
    by_visit = _by_visit(claims, {visit for one in wanted for visit, _ in one.lines})
    return tuple(line for one in wanted for line in _named(one, by_visit))


@dataclass(frozen=True)
class Loose:
    """Stands for the finding of lines that somebody named by their number: there is none."""

    finding_id: str = ""
    rule_id: str = ""
    fixmedins_code: str | None = None
    amount_at_risk: Decimal = Decimal(0)


def picked_lines(
    store: FindingStore, viewer: Viewer, ids: Iterable[str], bills: Iterable[str]
) -> tuple[CaseLine, ...]:
    """What a working paper picks: the lines behind findings, and those of visits and single lines by number."""
    return (*case_lines(store, viewer, ids), *billed_lines(store.claims, bills))


def billed_lines(claims: ClaimStore, bills: Iterable[str]) -> tuple[CaseLine, ...]:
    """Lines of visits ("mdtrt_id") and single lines ("mdtrt_id/feedetl_sn"); nothing of what is unknown."""
    wanted = dict.fromkeys(bills)
    by_visit = _by_visit(claims, {one.partition("/")[0] for one in wanted})
    return tuple(
        _line(Loose(), row)
        for visit, rows in by_visit.items()
        for row in rows
        if visit in wanted or f"{row[0]}/{row[1]}" in wanted
    )


def _by_visit(claims: ClaimStore, wanted: Collection[str]) -> dict[str, list[Row]]:
    """The lines of the visits, each visit's in the order of time."""
    if not wanted:
        return {}
    visits = sorted(wanted)
    with claims.connect() as connection:
        rows = connection.execute(LINES, [visits, visits, visits]).fetchall()
    by_visit: dict[str, list[Row]] = {}
    for row in rows:
        by_visit.setdefault(row[0], []).append(row)
    return by_visit


def _named(finding: Named, by_visit: dict[str, list[Row]]) -> tuple[CaseLine, ...]:
    own = set(finding.lines)
    visits = dict.fromkeys(visit for visit, _ in finding.lines)
    rows = [row for visit in visits for row in by_visit.get(visit, ()) if (row[0], row[1]) in own]
    return _held(finding, [_line(finding, row) for row in rows])


def _lines(finding: Finding, by_visit: dict[str, list[Row]]) -> tuple[CaseLine, ...]:
    """The lines that a finding rests on; one that names visits alone rests on all of theirs."""
    own = {(line.mdtrt_id, line.feedetl_sn) for line in finding.lines}
    rule = known_rule(finding.rule_id)
    visits = finding.mdtrt_ids[-1:] if rule and rule.money_of_last else finding.mdtrt_ids
    rows = [row for visit in visits for row in by_visit.get(visit, ())]
    lines = [_line(finding, row) for row in rows if not own or (row[0], row[1]) in own]
    return _held(finding, lines)


def _held(finding: Held, lines: list[CaseLine]) -> tuple[CaseLine, ...]:
    """Together the lines hold what the finding holds, to the fen: what differs from the fund's part of each
    (the price above its limit; the fen by which a sum is not the sum of its rounded parts) is cut to
    the lines in proportion (实施细则第三十五条), none above what was billed.
    """
    if sum(gross_of(line) for line in lines) == finding.amount_at_risk:
        return tuple(lines)
    exact = [line.inside_policy * line.fund_share for line in lines]
    parts = spread(finding.amount_at_risk, exact, [line.amount for line in lines])
    held = [
        line if part == gross_of(line) else replace(line, at_risk=part)
        for line, part in zip(lines, parts, strict=True)
    ]
    rest = finding.amount_at_risk - sum(parts)
    return (*held, _unlined(finding, lines[0], rest)) if lines and rest else tuple(held)


def _unlined(finding: Held, like: CaseLine, rest: Decimal) -> CaseLine:
    """What the fund paid beyond all that the visit's lines bill: the delivery lacks some of them."""
    return CaseLine(
        finding.finding_id, finding.finding_id, finding.rule_id, like.fixmedins_code, rest, rest,
        psn_no=like.psn_no, who=like.who, on=like.on, item="无收费明细对应的基金支付",
    )  # fmt: skip


def _line(finding: Held, row: Row) -> CaseLine:
    visit, sn, code, psn_no, name, at, item, cnt, pric, amount, inside, fund, base, scoped = row
    within = min(inside if scoped and inside is not None else amount, amount)
    return CaseLine(
        line_id=f"{visit}/{sn}",
        finding_id=finding.finding_id,
        rule_id=finding.rule_id,
        fixmedins_code=code or finding.fixmedins_code or "",
        amount=amount,
        inside_policy=max(within, Decimal("0.00")),
        fund_share=_share(fund, base),
        psn_no=psn_no or "",
        who=mask_name(name) if name else "",
        on=at.date() if at else None,
        item=item or "",
        cnt=cnt,
        pric=pric,
    )


def _share(fund: Decimal | None, base: Decimal | None) -> Decimal:
    """The fund's share of what is inside the policy; the whole where the bureau's export is silent."""
    if fund is None or not base or base <= 0 or fund > base:
        return Decimal(1)
    return (max(fund, Decimal(0)) / base).quantize(SHARE)
