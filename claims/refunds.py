"""What the deliveries say of refunds of single fee lines: reversing lines, and visits refunded whole."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from claims.store import ClaimStore

# A reversing line names its line; where a whole visit was refunded, some exports write only the
# settlement that says so: then what reversing lines left of each line came back with that settlement.
REFUNDS: Final = """
WITH asked AS (SELECT unnest(?::VARCHAR[]) AS mdtrt_id),
fee AS (
    SELECT f.* FROM fee_list_d f SEMI JOIN asked USING (mdtrt_id)
    WHERE coalesce(f.vali_flag, '1') <> '0'
), back AS (
    SELECT mdtrt_id, init_feedetl_sn AS feedetl_sn, -det_item_fee_sumamt AS amount,
        fee_ocur_time::DATE AS day, coalesce(setl_id, feedetl_sn) AS document
    FROM fee WHERE cnt < 0 AND init_feedetl_sn IS NOT NULL
), whole AS (
    SELECT mdtrt_id, max(setl_time)::DATE AS day,
        max(setl_id) FILTER (refd_setl_flag = '1' OR medfee_sumamt < 0) AS document
    FROM setl_d SEMI JOIN asked USING (mdtrt_id)
    WHERE coalesce(vali_flag, '1') <> '0'
    GROUP BY mdtrt_id
    HAVING bool_or(refd_setl_flag = '1' OR medfee_sumamt < 0) AND sum(medfee_sumamt) <= 0
), summed AS (
    SELECT mdtrt_id, feedetl_sn, sum(amount) AS amount FROM back GROUP BY ALL
), line AS (
    SELECT f.mdtrt_id, f.feedetl_sn, f.det_item_fee_sumamt AS billed,
        (f.det_item_fee_sumamt - coalesce(summed.amount, 0))::DECIMAL(16, 2) AS rest
    FROM fee f LEFT JOIN summed USING (mdtrt_id, feedetl_sn)
    WHERE f.det_item_fee_sumamt > 0
), refund AS (
    SELECT * FROM back
    UNION ALL
    SELECT line.mdtrt_id, line.feedetl_sn, line.rest, whole.day, whole.document
    FROM line JOIN whole USING (mdtrt_id) WHERE line.rest > 0
)
SELECT line.mdtrt_id, line.feedetl_sn, line.billed, refund.amount, refund.day, refund.document
FROM line JOIN refund USING (mdtrt_id, feedetl_sn)
ORDER BY line.mdtrt_id, line.feedetl_sn, refund.day, refund.document, refund.amount
"""
# A settlement that gives back a part of a visit may name no line. What came back of the visit beyond
# its reversing lines is what its lines bill above what its settlements, together, still hold.
UNSET: Final = """
WITH asked AS (SELECT unnest(?::VARCHAR[]) AS mdtrt_id),
held AS (
    SELECT mdtrt_id, sum(medfee_sumamt) AS net,
        -sum(medfee_sumamt) FILTER (medfee_sumamt < 0) AS back,
        -sum(fund_pay_sumamt) FILTER (medfee_sumamt < 0) AS fund,
        max(setl_time) FILTER (medfee_sumamt < 0)::DATE AS day,
        list(setl_id ORDER BY setl_time, setl_id) FILTER (medfee_sumamt < 0) AS documents
    FROM setl_d SEMI JOIN asked USING (mdtrt_id)
    WHERE coalesce(vali_flag, '1') <> '0'
    GROUP BY mdtrt_id
    HAVING back > 0 AND net > 0
), bill AS (
    SELECT mdtrt_id, sum(det_item_fee_sumamt) AS rest
    FROM fee_list_d SEMI JOIN held USING (mdtrt_id)
    WHERE coalesce(vali_flag, '1') <> '0'
        AND (det_item_fee_sumamt > 0 OR init_feedetl_sn IS NOT NULL)
    GROUP BY mdtrt_id
)
SELECT mdtrt_id, least(rest - net, back)::DECIMAL(16, 2) AS billed, back, fund, day, documents
FROM held JOIN bill USING (mdtrt_id) WHERE rest > net ORDER BY mdtrt_id
"""


@dataclass(frozen=True)
class LineRefund:
    """A refund of a line of `billed` yuan: `amount` yuan of the bill, by the settlement `document`."""

    mdtrt_id: str
    feedetl_sn: str
    billed: Decimal
    amount: Decimal
    on: date
    document: str


def line_refunds(store: ClaimStore, visits: Collection[str]) -> Iterator[LineRefund]:
    """The refunds of the visits' lines, by line and then in their order."""
    if not {"fee_list_d", "setl_d"} <= store.present():
        return
    with store.connect(only=("fee_list_d", "setl_d")) as connection:
        for row in connection.execute(REFUNDS, [sorted(visits)]).fetchall():
            yield LineRefund(*row)


@dataclass(frozen=True)
class UnsetRefund:
    """What came back of a visit and names no line: `billed` yuan of the bill, `fund` of the fund's."""

    mdtrt_id: str
    billed: Decimal
    fund: Decimal
    on: date
    documents: tuple[str, ...]


def unset_refunds(store: ClaimStore, visits: Collection[str]) -> Iterator[UnsetRefund]:
    """The refund settlements of the visits that gave back a part of one and name no line of it."""
    if not visits or not {"fee_list_d", "setl_d"} <= store.present():
        return
    with store.connect(only=("fee_list_d", "setl_d")) as connection:
        rows = connection.execute(UNSET, [sorted(visits)]).fetchall()
    for visit, billed, back, fund, day, documents in rows:
        # The settlements' own ratio: what names no line is of the visit as a whole.
        share = (fund or Decimal(0)) * billed / back
        amount = share.quantize(Decimal("0.01"), ROUND_HALF_UP)
        if amount > 0:
            yield UnsetRefund(visit, billed, amount, day, tuple(documents))
