"""Papers of a hearing: its record, signed, and the chair's report, before anybody reviews or decides.

The party reads the record and signs it, or the chair notes there that it refused (处罚法 64 (8)): either way it
is a paper that comes back. The decision rests on it (处罚法 65).
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from casework.actors import Actor
from casework.cases.state import CaseState
from casework.documents.catalogue import form_of
from casework.documents.lacking import NOT_ISSUED, NOT_SIGNED, NOT_WRITTEN, Lacking
from casework.refusal import refuse

RECORD: Final = "hearing_record"
REPORT: Final = "hearing_report"


def hearing_papers(case: CaseState) -> Iterator[Lacking]:
    """What the hearing lacks of them; nothing of one that was recorded before the signatures were."""
    if not case.hearing_seq:
        return
    yield from _of(case, RECORD, case.hearing_seq)
    if case.hearing_report_seq:
        yield from _of(case, REPORT, case.hearing_report_seq)
    else:
        form = form_of(REPORT)
        yield Lacking(form.zh, form.en, NOT_WRITTEN, "WriteHearingReport")


def _of(case: CaseState, form_id: str, since: int) -> Iterator[Lacking]:
    form = form_of(form_id)
    own = [one for one in case.forms if one.form_id == form_id and not one.void]
    own = [one for one in own if one.seq >= since]
    if not own:
        yield Lacking(form.zh, form.en, NOT_ISSUED, "IssueForm")
    elif not any(one.signed for one in own):
        yield Lacking(form.zh, form.en, NOT_SIGNED, "SignForm")


def heard_on_paper(case: CaseState, actor: Actor, at: datetime) -> None:
    """Guard: the hearing is there on paper. Refuses HEARING_UNSIGNED with what is not."""
    found = [one.said for one in hearing_papers(case)]
    if found:
        zh, en = zip(*found, strict=True)
        raise refuse("HEARING_UNSIGNED", papers="、".join(zh), papers_en="; ".join(en))
