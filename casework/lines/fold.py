"""Fold the lines of a case, and the refunds of an institution."""

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from typing import Any

from casework.commands.case.lines import CaseLine, LineVerdict
from casework.events import Event
from casework.hands import hand_from
from casework.lines.state import Line, LinesState, Refund, RefundsState, Settled, Unset

AMOUNTS = frozenset(
    {"amount", "inside_policy", "fund_share", "group_difference", "cnt", "pric", "at_risk"}
)
_NAMES = tuple(f.name for f in fields(CaseLine))


def fold_lines(case_no: str, events: Iterable[Event]) -> LinesState:
    """Return a case's lines after `events`."""
    lines: dict[str, Line] = {}
    version = 0
    for event in events:
        version, data = event.seq, dict[str, Any](event.data)
        match event.type:
            case "LinesListed":
                for row in data["lines"]:
                    line = line_from(row)
                    lines[line.line_id] = Line(line)
            case "LinesJudged":
                _judged(lines, event)
            case "LinesNetted":
                for line_id, returned in data["rows"]:
                    _net(lines, str(line_id), Decimal(str(returned)))
    return LinesState(case_no, version, lines)


def _judged(lines: dict[str, Line], event: Event) -> None:
    data: dict[str, Any] = dict(event.data)
    verdict, by, reasons = LineVerdict(data["verdict"]), hand_from(data).name, data["reasons"]
    group = data.get("group_difference")
    for line_id, confirmed, returned in data["rows"]:
        known = lines[str(line_id)]
        lines[str(line_id)] = Line(
            known.of, verdict, Decimal(str(confirmed)), Decimal(str(returned)), reasons, by,
            event.at, None if group is None else Decimal(str(group)),
        )  # fmt: skip


def _net(lines: dict[str, Line], line_id: str, returned: Decimal) -> None:
    was = lines[line_id]
    lines[line_id] = replace(was, returned=returned)


def line_from(row: Mapping[str, Any]) -> CaseLine:
    """Read a line from the JSON of its event."""
    values: dict[str, Any] = {name: row.get(name) for name in _NAMES}
    for name in AMOUNTS:
        if values[name] is not None:
            values[name] = Decimal(values[name])
    if values["on"] is not None:
        values["on"] = date.fromisoformat(values["on"])
    return CaseLine(**values)


def fold_refunds(fixmedins_code: str, events: Iterable[Event]) -> RefundsState:
    """Return an institution's refunds and claims after `events`; a claim of nothing is no claim."""
    refunds: dict[str, tuple[Refund, ...]] = {}
    claims: dict[str, dict[str, Decimal]] = {}
    held: dict[str, dict[str, Decimal]] = {}
    settled: dict[str, tuple[Settled, ...]] = {}
    unset: dict[str, Unset] = {}
    version = 0
    for event in events:
        version, data = event.seq, dict[str, Any](event.data)
        if event.type == "RefundsImported":
            for place, row in enumerate(data["refunds"]):
                _refund(refunds, row, event, place)
        elif event.type == "RefundWithdrawn":
            kept = refunds.get(data["bill"], ())
            refunds[data["bill"]] = tuple(x for x in kept if x.refund_id != data["refund_id"])
        elif event.type == "RefundsSettled":
            settled |= {row["bill"]: _settled(row["refunds"]) for row in data["lines"]}
            unset |= {row["visit"]: _unset(row) for row in data.get("visits", ())}
        elif event.type == "LinesClaimed":
            for line_id, amount in data["rows"]:
                _claim(claims, line_id, data["case_no"], Decimal(amount))
                held.get(line_id, {}).pop(data["case_no"], None)
        elif event.type == "LinesHeld":
            for line_id, amount in data["rows"]:
                held.setdefault(line_id, {})[data["case_no"]] = Decimal(amount)
    return RefundsState(fixmedins_code, version, refunds, claims, held, settled, unset)


def _refund(
    refunds: dict[str, tuple[Refund, ...]], row: Mapping[str, Any], event: Event, place: int
) -> None:
    one = Refund(
        Decimal(row["amount"]), row["source"], date.fromisoformat(row["on"]), row["document_no"],
        f"{event.seq}.{place}", hand_from(event.data) if "by" in event.data else None,
    )  # fmt: skip
    refunds[row["bill"]] = (*refunds.get(row["bill"], ()), one)


def _settled(rows: Iterable[Mapping[str, Any]]) -> tuple[Settled, ...]:
    return tuple(
        Settled(row["document_no"], date.fromisoformat(row["on"]), Decimal(row["left"]))
        for row in rows
    )


def _unset(row: Mapping[str, Any]) -> Unset:
    on = date.fromisoformat(row["on"]) if row["on"] else None
    return Unset(Decimal(row["billed"]), Decimal(row["amount"]), on, tuple(row["documents"]))


def _claim(
    claims: dict[str, dict[str, Decimal]], line_id: str, case_no: str, amount: Decimal
) -> None:
    if amount:
        claims.setdefault(line_id, {})[case_no] = amount
    else:
        claims.get(line_id, {}).pop(case_no, None)
