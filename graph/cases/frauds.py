"""Frauds that other cases of the same party found and nobody dealt with: they count with a case's own (法释〔2011〕7号)."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final, LiteralString

import neo4j

from casework.cases.state import CaseState
from casework.copying import replace
from casework.referral.state import OtherFraud
from casework.referral.threshold import defrauded
from graph.reading import rows_of

FIND: Final[LiteralString] = """
UNWIND $asked AS one
MATCH (c:Case {party_key: one.key})
WHERE c.party_kind = one.kind AND c.fraud_counts IS NOT NULL AND c.case_no <> one.case_no
RETURN one.case_no AS of, c.case_no AS case_no, coalesce(c.docket_no, c.case_no) AS docket,
       c.fraud_counts AS amount, c.fraud_on AS day
ORDER BY of, day, case_no
"""


async def with_frauds(
    driver: neo4j.AsyncDriver, cases: Mapping[str, CaseState]
) -> dict[str, CaseState]:
    """The cases by number, those that found a fraud with the others of their party; one read for all."""
    asked = _asked(cases.values())
    rows = await rows_of(driver, FIND, {"asked": asked}) if asked else []
    return {no: _seen(case, rows) for no, case in cases.items()}


async def frauds_in(tx: neo4j.AsyncManagedTransaction, case: CaseState) -> CaseState:
    """The same of one case inside a transaction."""
    asked = _asked((case,))
    if not asked:
        return case
    return _seen(case, [row async for row in await tx.run(FIND, asked=asked)])


def _asked(cases: Iterable[CaseState]) -> list[dict[str, Any]]:
    return [
        {"case_no": one.case_no, "kind": one.party.kind.value, "key": one.party.key}
        for one in cases
        if one.party is not None and one.party.key and defrauded(one)
    ]


def _seen(case: CaseState, rows: Iterable[Any]) -> CaseState:
    own = tuple(
        OtherFraud(
            row["case_no"], row["docket"], Decimal(row["amount"]), date.fromisoformat(row["day"])
        )
        for row in rows
        if row["of"] == case.case_no
    )
    return replace(case, other_frauds=own) if own else case
