"""Findings as a case keeps them: a snapshot, with what lies at each institution apart."""

from collections.abc import Iterable
from decimal import Decimal

from audit.findings.case_lines import case_lines
from audit.findings.finding import Finding
from audit.findings.store import FindingStore
from casework.actors import Viewer
from casework.commands.case import FindingRef
from casework.commands.case.lines import CaseLine
from casework.lines.state import held_of
from casework.money import ZERO, spread


def finding_refs(
    store: FindingStore, viewer: Viewer, ids: Iterable[str]
) -> tuple[FindingRef, ...] | None:
    """Snapshots in the order asked for; None where one does not exist or the viewer may not see it.

    The sentences enter the case's chain, so they are the viewer's masked ones.
    """
    wanted = list(dict.fromkeys(ids))
    found = store.many(viewer, wanted) if wanted else {}
    if len(found) < len(wanted):
        return None
    lines: dict[str, list[CaseLine]] = {}
    for line in case_lines(store, viewer, wanted) if wanted else ():
        lines.setdefault(line.finding_id, []).append(line)
    return tuple(_ref(found[key], lines.get(key, ())) for key in wanted)


def _ref(finding: Finding, lines: Iterable[CaseLine]) -> FindingRef:
    return FindingRef(
        finding_id=finding.finding_id,
        rule_id=finding.rule_id,
        amount=finding.amount_at_risk,
        sentence=finding.sentence_zh,
        sentence_en=finding.sentence_en,
        places=places(finding.amount_at_risk, lines),
    )


def places(amount: Decimal, lines: Iterable[CaseLine]) -> tuple[tuple[str, Decimal], ...]:
    """Cut a finding's amount in yuan to the institutions that billed its lines; () for one alone."""
    held: dict[str, Decimal] = {}
    for line in lines:
        held[line.fixmedins_code] = held.get(line.fixmedins_code, ZERO) + held_of(line)
    if len(held) < 2:
        return ()
    return tuple(zip(held, spread(amount, list(held.values())), strict=True))
