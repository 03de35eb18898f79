"""What others charge for the same: fees of the joint visits beside those of their peers.

Peers are visits of the same kind (med_type) settled in the same month at other institutions of the
same type and grade; where these are too few, of the same type; where the institution has no like, its
own other visits. Which of the three it was stands in every row.
"""

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from statistics import median
from typing import Any

import duckdb

from graph.rings.dossier.model import Basis, FeeRow, Fees, Record

#: Fewer visits than these say nothing about what is usual.
LEAST_PEERS = 20
#: Above as many bills a sixteenth of the visits says what is usual.
MANY_BILLS = 500_000
CENT = Decimal("0.01")
# Bills of a visit are summed: refunds and corrections cancel out.
PEERS = """
    WITH asked AS (
        SELECT unnest($months) AS month, unnest($kinds) AS med_type, unnest($places) AS place
    ), about AS (
        SELECT a.*, i.fixmedins_type AS type, i.hosp_lv AS grade
        FROM asked a LEFT JOIN medins_info_b i ON i.fixmedins_code = a.place
    ), bills AS (
        SELECT strftime(min(s.setl_time), '%Y-%m') AS month, s.med_type, s.fixmedins_code AS place,
               sum(s.medfee_sumamt) AS amount
        FROM setl_d s
        WHERE s.setl_time >= $first AND s.setl_time < $last AND s.med_type IN (SELECT med_type FROM asked)
          AND ({every} OR hash(s.mdtrt_id) % 16 = 0)
          AND s.mdtrt_id NOT IN (SELECT mdtrt_id FROM ring_visits)
        GROUP BY s.mdtrt_id, s.med_type, s.fixmedins_code
        HAVING sum(s.medfee_sumamt) > 0
    ), near AS (
        SELECT b.month, b.med_type, b.place, b.amount, i.fixmedins_type AS type, i.hosp_lv AS grade
        FROM bills b LEFT JOIN medins_info_b i ON i.fixmedins_code = b.place
    ), pairs AS (
        SELECT a.month, a.med_type, a.place, n.amount,
               CASE WHEN n.place = a.place THEN 'place'
                    WHEN n.type IS NOT DISTINCT FROM a.type
                     AND n.grade IS NOT DISTINCT FROM a.grade THEN 'grade'
                    WHEN n.type IS NOT DISTINCT FROM a.type THEN 'type' END AS basis
        FROM about a JOIN near n ON n.month = a.month AND n.med_type = a.med_type
    ), sorted AS (
        SELECT month, med_type, place, basis, amount FROM pairs WHERE basis IS NOT NULL
        UNION ALL
        SELECT month, med_type, place, 'type', amount FROM pairs WHERE basis = 'grade'
    )
    SELECT month, med_type, place, basis, count(*),
           CAST(median(amount) AS DECIMAL(16,2)), CAST(quantile_cont(amount, 0.25) AS DECIMAL(16,2)),
           CAST(quantile_cont(amount, 0.75) AS DECIMAL(16,2))
    FROM sorted GROUP BY ALL
"""
Key = tuple[str, str, str]


def fees(connection: duckdb.DuckDBPyConnection, found: Sequence[Record]) -> Fees:
    """The bills of the joint visits beside their peers', by month, kind and institution."""
    ours: dict[Key, list[Decimal]] = defaultdict(list)
    for record in found:
        if record.settled is not None and record.amount > 0:
            ours[f"{record.settled:%Y-%m}", record.med_type, record.fixmedins_code].append(
                record.amount
            )
    if not ours:
        return Fees((), 0, None, Decimal("0.00"))
    peers = _peers(connection, sorted(ours))
    rows, ratios, compared, excess = [], [], 0, Decimal("0.00")
    for key, amounts in sorted(ours.items()):
        row, usual = _row(key, amounts, peers.get(key, {}))
        rows.append(row)
        if usual and row.excess is not None:
            ratios += [float(amount / usual) for amount in amounts]
            compared, excess = compared + row.visits, excess + row.excess
    return Fees(tuple(rows), compared, round(median(ratios), 3) if ratios else None, excess)


def _row(
    key: Key, amounts: Sequence[Decimal], peers: dict[str, tuple[Any, ...]]
) -> tuple[FeeRow, Decimal | None]:
    middle = Decimal(median(amounts)).quantize(CENT)
    for basis in (Basis.GRADE, Basis.TYPE, Basis.PLACE):
        count, usual, low, high = peers.get(basis.value, (0, None, None, None))
        if count >= LEAST_PEERS and usual:
            excess = sum((amount - usual for amount in amounts), Decimal("0.00"))
            row = FeeRow(
                *key, len(amounts), middle, basis, count, usual, low, high, Decimal(excess)
            )
            return row, usual
    return FeeRow(*key, len(amounts), middle, Basis.NONE, 0, None, None, None, None), None


def _peers(
    connection: duckdb.DuckDBPyConnection, keys: Sequence[Key]
) -> dict[Key, dict[str, tuple[Any, ...]]]:
    months = sorted({month for month, _, _ in keys})
    year, month = map(int, months[-1].split("-"))
    after = f"{year + month // 12}-{month % 12 + 1:02d}-01"
    counted = connection.execute("SELECT count(*) FROM setl_d").fetchone()
    every = "true" if counted is None or counted[0] <= MANY_BILLS else "false"
    rows = connection.execute(
        PEERS.format(every=every),
        {
            "months": [key[0] for key in keys],
            "kinds": [key[1] for key in keys],
            "places": [key[2] for key in keys],
            "first": f"{months[0]}-01",
            "last": after,
        },
    ).fetchall()
    peers: dict[Key, dict[str, tuple[Any, ...]]] = defaultdict(dict)
    for at, kind, place, basis, *figures in rows:
        peers[at, kind, place][basis] = tuple(figures)
    return peers
