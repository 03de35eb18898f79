"""The visits and settlements behind a ring's marks, and the terminals, beds and accounts that members
share."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from types import MappingProxyType

import duckdb
import pyarrow as pa

from casework.masking import mask_account
from graph.explore.present import SHANGHAI
from graph.rings.dossier.model import Record
from graph.rings.kept import PERIODIC
from graph.rings.model import Mark, Shared
from graph.rings.read import RingDossier

VISITS = f"""
    SELECT m.mdtrt_id, m.fixmedins_code, coalesce(m.med_type, ''), m.begntime, m.endtime,
           coalesce(m.dscg_maindiag_name, m.dscg_maindiag_code, ''), {PERIODIC.format("m")},
           coalesce(m.adm_bed, m.dscg_bed, ''), coalesce(m.adm_dept_codg, '')
    FROM mdtrt_d m WHERE m.mdtrt_id IN (SELECT mdtrt_id FROM ring_visits)
"""
BILLS = """
    SELECT s.mdtrt_id, list(s.setl_id ORDER BY s.setl_time, s.setl_id), min(s.setl_time),
           list_sort(list_distinct(list(s.terminal_no) FILTER (s.terminal_no <> ''))),
           coalesce(sum(s.medfee_sumamt), 0), coalesce(sum(s.fund_pay_sumamt), 0)
    FROM setl_d s WHERE s.mdtrt_id IN (SELECT mdtrt_id FROM ring_visits) GROUP BY s.mdtrt_id
"""
#: Into whose account a member's costs are paid back, where the bureau's own files say so: no table of the
#: national interface does (docs/graph.md).
ACCOUNTS = """
    SELECT psn_no, trim(bankacct) FROM psn_info_b
    WHERE psn_no IN (SELECT psn_no FROM ring_people) AND trim(bankacct) <> '' ORDER BY ALL
"""
CENT = Decimal("0.01")


def register(connection: duckdb.DuckDBPyConnection, dossier: RingDossier) -> None:
    """Put the ring's visits, people and places where the queries of the dossier find them."""
    _table(connection, "ring_visits", "mdtrt_id", {mark.mdtrt_id for mark in dossier.marks})
    _table(connection, "ring_people", "psn_no", {face.member.psn_no for face in dossier.faces})
    _table(connection, "ring_places", "place", {day.fixmedins_code for day in dossier.days})


def _table(connection: duckdb.DuckDBPyConnection, name: str, column: str, values: set[str]) -> None:
    rows = pa.table({column: pa.array(sorted(values), pa.string())})
    connection.register("arrow_values", rows)
    connection.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS SELECT * FROM arrow_values")
    connection.unregister("arrow_values")


def records(connection: duckdb.DuckDBPyConnection, marks: Sequence[Mark]) -> tuple[Record, ...]:
    """One record for each mark whose visit or bill is still there, in the marks' order."""
    visits = {row[0]: row[1:] for row in connection.execute(VISITS).fetchall()}
    bills = {row[0]: row[1:] for row in connection.execute(BILLS).fetchall()}
    found = []
    for position, mark in enumerate(marks):
        visit = visits.get(mark.mdtrt_id)
        if visit is None:
            continue
        code, kind, begins, ends, diagnosis, periodic, bed, ward = visit
        setl_ids, settled, terminals, amount, fund = bills.get(
            mark.mdtrt_id, ([], None, [], Decimal(0), Decimal(0))
        )
        found.append(
            Record(
                position,
                mark.mdtrt_id,
                tuple(setl_ids),
                code,
                kind,
                local(begins),
                local(ends),
                local(settled),
                diagnosis,
                bool(periodic),
                f"{ward} {bed}".strip() if bed else "",
                tuple(terminals or ()),
                Decimal(amount).quantize(CENT),
                Decimal(fund).quantize(CENT),
            )
        )
    return tuple(found)


def local(at: datetime | None) -> datetime | None:
    """Times of the store have no zone: they are those of the county's clocks."""
    return at.replace(tzinfo=SHANGHAI) if at else None


def accounts(
    connection: duckdb.DuckDBPyConnection, members: Sequence[str]
) -> dict[str, tuple[int, ...]]:
    """Accounts and the rows of the members whose costs are paid into them."""
    row = {psn_no: position for position, psn_no in enumerate(members)}
    having: dict[str, list[int]] = defaultdict(list)
    for psn_no, account in connection.execute(ACCOUNTS).fetchall():
        if psn_no in row:
            having[account].append(row[psn_no])
    return {account: tuple(rows) for account, rows in having.items()}


def ties(
    marks: Sequence[Mark],
    found: Sequence[Record],
    paid_into: Mapping[str, Sequence[int]] = MappingProxyType({}),
) -> tuple[Shared, ...]:
    """Terminals and beds that more than one member used on the joint days, and accounts (masked
    whoever looks) that more than one is paid into, most shared first."""
    having: dict[tuple[str, str], set[int]] = defaultdict(set)
    for account, rows in paid_into.items():
        having["account", account].update(rows)
    for record in found:
        member = marks[record.mark].member
        for terminal in record.terminals:
            having["terminal", terminal].add(member)
        if record.bed:
            having["bed", f"{record.fixmedins_code} {record.bed}"].add(member)
    shared = [
        Shared(kind, mask_account(value) if kind == "account" else value, tuple(sorted(rows)))
        for (kind, value), rows in having.items()
        if len(rows) > 1
    ]
    return tuple(sorted(shared, key=lambda tie: (-len(tie.members), tie.kind, tie.value)))
