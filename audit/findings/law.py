"""What a finding is judged by: the citations that were in force when it happened."""

from audit.findings.finding import Finding
from audit.model import LegalBasis
from audit.registry import known_rule
from casework.clocks.calendars import local_date


def law_of(finding: Finding) -> tuple[LegalBasis, ...]:
    """Citations of the finding's rule in force on a day of the conduct, first to last.

    Law does not reach back (立法法 art. 104): what came into force later is not cited. A finding
    without times gets all of them; one of a retired rule none.
    """
    rule = known_rule(finding.rule_id)
    if rule is None:
        return ()
    first, last = finding.first_time, finding.last_time or finding.first_time
    if first is None or last is None:
        return rule.legal_basis
    begun, ended = local_date(first), local_date(last)
    return tuple(
        basis
        for basis in rule.legal_basis
        if basis.valid_from <= ended and (basis.valid_to is None or begun <= basis.valid_to)
    )


def citations(finding: Finding) -> str:
    """The same in a line."""
    return "；".join(basis.citation for basis in law_of(finding))
