"""What a service has to tell by its way (处罚法 61; 民诉法 88-95), whatever paper was served."""

from datetime import datetime

from casework.actors import Actor
from casework.cases.guards import two_officers
from casework.cases.state import CaseState
from casework.clocks.calendars import local_date
from casework.commands.case import Path
from casework.commands.case.serving import Serving
from casework.documents.scans import consent_paper, of_its_own
from casework.law.service import way
from casework.refusal import refuse


def told(case: CaseState, c: Serving, actor: Actor, at: datetime) -> dict[str, object]:
    """The way of a service and its particulars, as its event keeps them.

    Refuses FIELD_REQUIRED where the way asks for more: periods run from the service, so that nothing of
    it may be made up for later. Refuses NOT_FOUND for a consent that is no evidence of the case,
    SCAN_TAKEN for one that is another paper, TWO_OFFICERS where the bureau hands a paper over in person
    and fewer are in charge (处罚法 42); an agency's papers are none of law enforcement.
    """
    row = way(c.way, local_date(at))
    if row.officers > 1 and case.path is Path.ADMINISTRATIVE:
        two_officers(case, actor, at)
    particulars = c.particulars.strip()
    if row.asks and not particulars:
        raise refuse("FIELD_REQUIRED", field=row.asks, field_en=row.asks_en)
    if row.consent and not c.consent:
        raise refuse(
            "FIELD_REQUIRED",
            field="电子送达书面同意（先作为证据附入本案）",
            field_en="the written consent to electronic service (attach it as evidence first)",
        )
    kept: dict[str, object] = {"way": c.way}
    if particulars:
        kept["particulars"] = particulars
    if c.consent:
        of_its_own(case, c.consent, consent_paper(case))
        kept["consent"] = c.consent
    return kept
