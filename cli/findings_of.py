"""Read findings by their ids from the shelf in force, as a case keeps them."""

from collections.abc import Iterable

import duckdb

from audit.findings.shelf import Shelf
from casework.commands.case import FindingRef
from casework.refusal import refuse
from cli.context import settings

READ = """
SELECT finding_id, rule_id, amount_at_risk, sentence_zh FROM read_parquet($files)
WHERE finding_id IN (SELECT unnest($ids))
"""


def finding_refs(ids: Iterable[str]) -> tuple[FindingRef, ...]:
    """Return snapshots in the order asked for. Refuses NOT_FOUND for an unknown id."""
    wanted = list(dict.fromkeys(ids))
    if not wanted:
        return ()
    shelf = Shelf(settings().home)
    manifest = shelf.manifest()
    files = [str(shelf.path(s)) for s in manifest.rules.values()] if manifest else []
    found: dict[str, FindingRef] = {}
    if files:
        with duckdb.connect() as connection:
            rows = connection.execute(READ, {"files": files, "ids": wanted}).fetchall()
        found = {row[0]: FindingRef(row[0], row[1], row[2], row[3]) for row in rows}
    for finding_id in wanted:
        if finding_id not in found:
            raise refuse("NOT_FOUND", what=f"疑点 {finding_id}")
    return tuple(found[finding_id] for finding_id in wanted)
