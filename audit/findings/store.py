"""Reading findings: pages, groups, single findings and the bills behind them.

Every read takes the viewer; what he may not see does not exist for him.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb

from audit.findings.conditions import sees_all, visit_scope, where
from audit.findings.cursor import after, cursor_of, order_by
from audit.findings.finding import (
    NO_FILTER,
    BillLine,
    Finding,
    FindingFilter,
    Group,
    GroupBy,
    Order,
    Page,
    Sums,
)
from audit.findings.labels import label
from audit.findings.rows import STORED, cut, from_wall, names_of, shown
from audit.findings.shelf import Manifest, Shelf
from casework.actors import Viewer
from claims.store import ClaimStore

MAX_PAGE = 500
NOTHING = Sums(0, Decimal("0.00"), Decimal("0.00"))
_KEYS = {
    GroupBy.RULE: ("rule_id", "rule_id"),
    GroupBy.INSTITUTION: ("fixmedins_code", "any_value(fixmedins_name)"),
    GroupBy.DOCTOR: ("prac_psn_code", "any_value(prac_psn_name)"),
    GroupBy.MONTH: ("strftime(first_time, '%Y-%m')", "NULL"),
    GroupBy.RESULT: ("result", "result"),
}


class FindingStore:
    """The findings in force of one data home (`JICHA_HOME`)."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.shelf = Shelf(home)
        self.claims = ClaimStore(home)

    def manifest(self) -> Manifest | None:
        """The last run and its report (no business data of persons); None before the first."""
        return self.shelf.manifest()

    def page(
        self,
        viewer: Viewer,
        wanted: FindingFilter = NO_FILTER,
        *,
        first: int = 50,
        after_cursor: str | None = None,
        order: Order = Order.AMOUNT,
    ) -> Page:
        """One page of at most 500 findings. Raises `BadCursor`."""
        size = max(1, min(first, MAX_PAGE))
        condition, values = where(viewer, wanted)
        if after_cursor:
            skip = after(order, after_cursor)
            condition, values = f"{condition} AND {skip.sql}", [*values, *skip.values]
        sql = f"WHERE {condition} ORDER BY {order_by(order)} LIMIT {size + 1}"
        found = self._read(viewer, sql, values)
        items = found[:size]
        more = len(found) > size
        return Page(items, cursor_of(order, items[-1]) if items else None, more)

    def sums(self, viewer: Viewer, wanted: FindingFilter = NO_FILTER) -> Sums:
        """Count and amounts of everything that matches."""
        condition, values = where(viewer, wanted)
        with self._findings() as connection:
            if connection is None:
                return NOTHING
            row = connection.execute(
                "SELECT count(*), coalesce(sum(amount_involved), 0)::DECIMAL(18, 2), "
                f"coalesce(sum(amount_at_risk), 0)::DECIMAL(18, 2) FROM finding WHERE {condition}",
                values,
            ).fetchone()
        return Sums(*row) if row else NOTHING

    def groups(self, viewer: Viewer, by: GroupBy, wanted: FindingFilter = NO_FILTER) -> list[Group]:
        """Counts and amounts at risk by group; the largest amount first, months in order."""
        condition, values = where(viewer, wanted)
        key, name = _KEYS[by]
        ranked = "1" if by is GroupBy.MONTH else "4 DESC, 1"
        with self._findings() as connection:
            if connection is None:
                return []
            rows = connection.execute(
                f"SELECT {key}, {name}, count(*), sum(amount_at_risk)::DECIMAL(18, 2) "
                f"FROM finding WHERE {condition} GROUP BY 1 ORDER BY {ranked}",
                values,
            ).fetchall()
        return [Group(k or "", *label(by, k, n), count, amount) for k, n, count, amount in rows]

    def get(self, viewer: Viewer, finding_id: str) -> Finding | None:
        """A finding; None when there is none or the viewer may not see it."""
        return self.many(viewer, [finding_id]).get(finding_id)

    def many(self, viewer: Viewer, finding_ids: Sequence[str]) -> Mapping[str, Finding]:
        """Those of the findings that exist and that the viewer may see, by id."""
        condition, values = where(viewer, FindingFilter(finding_ids=finding_ids))
        found = self._read(viewer, f"WHERE {condition}", values)
        return {finding.finding_id: finding for finding in found}

    def lines(self, viewer: Viewer, finding_id: str) -> list[BillLine]:
        """The whole bills of a finding's visits in order of time, the hit lines marked."""
        finding = self.get(viewer, finding_id)
        return self.bills(viewer, [finding])[finding_id] if finding else []

    def bills(self, viewer: Viewer, findings: Sequence[Finding]) -> dict[str, list[BillLine]]:
        """The bills of several findings by id, read in one pass."""
        condition, values = visit_scope(viewer)
        visits = sorted({visit for finding in findings for visit in finding.mdtrt_ids})
        with self.claims.connect() as connection:
            rows = connection.execute(
                "SELECT f.mdtrt_id, f.feedetl_sn, f.fee_ocur_time, f.hilist_code, "
                "coalesce(f.hilist_name, f.medins_list_name), f.cnt, f.pric, "
                "f.det_item_fee_sumamt FROM fee_list_d f SEMI JOIN (SELECT m.mdtrt_id "
                f"FROM mdtrt_d m WHERE {condition} AND m.mdtrt_id IN (SELECT unnest(?::VARCHAR[]))"
                ") seen ON seen.mdtrt_id = f.mdtrt_id "
                "ORDER BY f.fee_ocur_time, f.mdtrt_id, f.feedetl_sn",
                [*values, visits],
            ).fetchall()
        return {finding.finding_id: _bill(finding, rows) for finding in findings}

    def pieces(
        self, viewer: Viewer, wanted: FindingFilter = NO_FILTER, size: int = MAX_PAGE
    ) -> Iterator[tuple[Finding, ...]]:
        """Everything that matches, in one reading, `size` findings at a time, by rule and time."""
        condition, values = where(viewer, wanted)
        columns = ", ".join(STORED)
        with self._findings() as connection:
            if connection is None:
                return
            rows = connection.execute(
                f"SELECT {columns} FROM finding WHERE {condition} "
                "ORDER BY rule_id, first_time, finding_id",
                values,
            )
            with self.claims.connect() as claims:
                while piece := rows.fetchmany(size):
                    yield _for_viewer(claims, viewer, piece)

    def _read(self, viewer: Viewer, tail: str, values: Sequence[Any]) -> tuple[Finding, ...]:
        """Findings of `SELECT … FROM finding <tail>`, masked and cut for the viewer."""
        columns = ", ".join(STORED)
        with self._findings() as connection:
            if connection is None:
                return ()
            rows = connection.execute(f"SELECT {columns} FROM finding {tail}", values).fetchall()
        if not rows:
            return ()
        with self.claims.connect() as claims:
            return _for_viewer(claims, viewer, rows)

    @contextmanager
    def _findings(self) -> Iterator[duckdb.DuckDBPyConnection | None]:
        """A connection with the view `finding`; None before the first run."""
        manifest = self.manifest()
        files = [str(self.shelf.path(s)) for s in manifest.rules.values()] if manifest else []
        if not files:
            yield None
            return
        listed = ", ".join("'" + file.replace("'", "''") + "'" for file in files)
        with duckdb.connect() as connection:
            connection.execute(
                f"CREATE VIEW finding AS SELECT * FROM read_parquet([{listed}], union_by_name = true)"
            )
            yield connection


def _bill(finding: Finding, rows: Sequence[Sequence[Any]]) -> list[BillLine]:
    """The rows of a finding's visits, its own lines marked."""
    own = set(finding.mdtrt_ids)
    hits = {(line.mdtrt_id, line.feedetl_sn) for line in finding.lines}
    return [_bill_line(row, hits) for row in rows if row[0] in own]


def _bill_line(row: Sequence[Any], hits: set[tuple[str, str]]) -> BillLine:
    visit, sn, at, code, name, cnt, pric, amount = row
    hit = not hits or (visit, sn) in hits
    return BillLine(visit, sn, from_wall(at), code, name, cnt, pric, amount, hit)


def _for_viewer(
    claims: duckdb.DuckDBPyConnection, viewer: Viewer, rows: Sequence[Sequence[Any]]
) -> tuple[Finding, ...]:
    """Stored rows as the viewer may read them: masked, and cut to his own visits."""
    person = STORED.index("psn_no")
    names = names_of(claims, {row[person] for row in rows if row[person]})
    found = shown(rows, names, viewer)
    return found if sees_all(viewer) else _cut_all(claims, viewer, found)


def _cut_all(
    claims: duckdb.DuckDBPyConnection, viewer: Viewer, found: Sequence[Finding]
) -> tuple[Finding, ...]:
    """Leave in each finding only the visits that the viewer may see."""
    condition, values = visit_scope(viewer)
    asked = sorted({visit for finding in found for visit in finding.mdtrt_ids})
    rows = claims.execute(
        "SELECT m.mdtrt_id, s.setl_id FROM mdtrt_d m LEFT JOIN setl_d s ON s.mdtrt_id = m.mdtrt_id "
        f"WHERE {condition} AND m.mdtrt_id IN (SELECT unnest(?::VARCHAR[]))",
        [*values, asked],
    ).fetchall()
    visits, settled = {visit for visit, _ in rows}, {setl for _, setl in rows if setl}
    return tuple(cut(finding, visits, settled) for finding in found)
