"""Doctors by name, for papers and registers that know only their code."""

from collections.abc import Iterable
from typing import Final

import neo4j

from casework.commands.agreement import Measure, MeasureKind

NAMES: Final = """
UNWIND $codes AS code
MATCH (d:Doctor {prac_psn_code: code})
WHERE d.prac_psn_name IS NOT NULL
RETURN code, d.prac_psn_name AS name
ORDER BY code
"""


#: Who is in the map as an insured person under the very code is one.
IS_DOCTOR: Final = """
RETURN EXISTS { (:Doctor {prac_psn_code: $code}) } AND NOT EXISTS { (:Patient {psn_no: $code}) } AS is
"""


async def is_doctor(tx: neo4j.AsyncManagedTransaction, code: str) -> bool:
    """Whether a party's code is a doctor's in the map, and no insured person's."""
    row = await (await tx.run(IS_DOCTOR, code=code)).single(strict=True)
    return bool(row["is"])


async def doctors_hit(
    tx: neo4j.AsyncManagedTransaction, measures: Iterable[Measure]
) -> tuple[tuple[str, str], ...]:
    """The persons whom measures suspend, as (code, name); whom the map does not name is absent."""
    codes = sorted({m.target for m in measures if m.kind is MeasureKind.SUSPEND_PERSON})
    if not codes:
        return ()
    found = await tx.run(NAMES, codes=codes)
    return tuple([(str(row["code"]), str(row["name"])) async for row in found])
