"""Do the sums agree: lines, findings, the referral's amount.

A finding's amount at risk is what a rule objects to within its lines (the part above a price
limit, say), so it may be less than the lines cost, never more. Lines that two findings share are
money that was paid once: over all findings, what is objected to may not exceed what the distinct
lines cost. The referral's amount is what the case involves (the findings, or the listed lines
where those come to more), or, where a case rests on no findings, the loss on which the penalty was
proposed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from casework.casefile import FileFinding, FileLine
from evidence.dossier.content import Content

ZERO = Decimal("0.00")


@dataclass(frozen=True)
class Sums:
    """The same money counted in several ways, in yuan.

    ``exceeding`` are findings that object to more than their lines cost; ``unlined`` the amount
    of findings that have no lines (rules over visits, or claims that came without fee lines).
    """

    lines: Decimal
    findings: Decimal
    unlined: Decimal
    referral: Decimal
    basis: Decimal
    exceeding: tuple[str, ...]

    @property
    def counted_twice(self) -> bool:
        """Whether the findings object to more than their distinct lines cost."""
        return self.findings - self.unlined > self.lines

    @property
    def agree(self) -> bool:
        """Whether the referral's amount rests on the findings, and these on their lines."""
        return not self.exceeding and not self.counted_twice and self.referral == self.basis


def of_lines(lines: Iterable[FileLine]) -> Decimal:
    """What lines cost together, in yuan, each counted once; refunds are negative."""
    distinct = {(line.mdtrt_id, line.feedetl_sn): line.det_item_fee_sumamt for line in lines}
    return sum(distinct.values(), ZERO)


def sums(content: Content) -> Sums:
    """Count the money of the case; the case's own snapshot of a finding's amount is what counts."""
    case, files = content.case, {finding.finding_id: finding for finding in content.findings}
    lined = [(ref, files[ref.finding_id]) for ref in case.findings if _lines(files, ref.finding_id)]
    findings = case.amount_at_risk
    return Sums(
        lines=of_lines(line for _, finding in lined for line in finding.lines),
        findings=findings,
        unlined=findings - sum((ref.amount for ref, _ in lined), ZERO),
        referral=case.referral.amount if case.referral else ZERO,
        basis=case.involved if case.findings or not case.proposal else case.proposal.base_loss,
        exceeding=tuple(
            ref.finding_id for ref, finding in lined if ref.amount > of_lines(finding.lines)
        ),
    )


def _lines(files: dict[str, FileFinding], finding_id: str) -> tuple[FileLine, ...]:
    return files[finding_id].lines if finding_id in files else ()
