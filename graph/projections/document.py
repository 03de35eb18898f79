"""The numbers that a case took from the series: the bureau's register of documents."""

from typing import Final

import neo4j

from casework.cases.state import CaseState

WRITE: Final = """
UNWIND $numbers AS number
MERGE (n:DocumentNumber {key: number.key})
SET n += number.fields
"""


async def project_numbers(tx: neo4j.AsyncManagedTransaction, state: CaseState) -> None:
    """Write the numbers of a case."""
    if not state.numbers:
        return
    numbers = [
        {
            "key": f"{one.series}:{one.year}:{one.serial}",
            "fields": {
                "series": one.series,
                "year": one.year,
                "serial": one.serial,
                "number": one.number,
                "case_no": state.case_no,
                "void": one.void,
            },
        }
        for one in state.numbers
    ]
    await (await tx.run(WRITE, numbers=numbers)).consume()
