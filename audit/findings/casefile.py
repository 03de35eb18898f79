"""Findings for the file of a case: each with its law and the lines that it rests on."""

from collections.abc import Iterable
from decimal import Decimal

from audit.findings.finding import BillLine, Finding
from audit.findings.law import citations
from audit.findings.store import FindingStore
from audit.registry import known_rule
from casework.actors import Viewer
from casework.casefile import FileFinding, FileLine

NOTHING = Decimal("0.00")


def file_findings(store: FindingStore, viewer: Viewer, ids: Iterable[str]) -> list[FileFinding]:
    """Findings that are still in force, each with the lines it rests on."""
    wanted = list(ids)
    known = store.many(viewer, wanted)
    bills = store.bills(viewer, list(known.values()))
    return [_finding(known[key], bills[key]) for key in wanted if key in known]


def _finding(finding: Finding, lines: Iterable[BillLine]) -> FileFinding:
    rule = known_rule(finding.rule_id)
    basis = citations(finding)
    return FileFinding(
        finding_id=finding.finding_id,
        rule_id=finding.rule_id,
        rule_version=finding.rule_version,
        legal_basis=f"{rule.name_zh}：{basis}" if rule else basis,
        sentence=finding.sentence_zh,
        amount=finding.amount_at_risk,
        lines=tuple(_line(line) for line in lines if line.hit),
    )


def _line(line: BillLine) -> FileLine:
    """A line as printed; a figure that the bureau's export left empty counts as nothing."""
    return FileLine(
        feedetl_sn=line.feedetl_sn,
        mdtrt_id=line.mdtrt_id,
        fee_ocur_time=line.fee_ocur_time,
        hilist_code=line.hilist_code or "",
        hilist_name=line.hilist_name or "",
        cnt=line.cnt or NOTHING,
        pric=line.pric or NOTHING,
        det_item_fee_sumamt=line.det_item_fee_sumamt or NOTHING,
    )
