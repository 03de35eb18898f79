"""Papers of an investigation: what was said, what was preserved or sealed, what went to others.

Who was questioned signs each page, or refuses before a witness (处罚法 55); whose things are held signs
their list (处罚法 56, 行政强制法 24). Until they are back the report is not written on them.
"""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Final

from casework.actors import Actor
from casework.cases.parts import Hold
from casework.cases.state import CaseState
from casework.commands.case.kinds import SignatureHow
from casework.documents.about import LISTS, lists_of
from casework.documents.catalogue import form_of
from casework.documents.heard import hearing_papers
from casework.documents.lacking import NOT_ATTACHED, NOT_ISSUED, NOT_SIGNED, Lacking, refuse_lacking
from casework.documents.letter import before_police
from casework.documents.needs import transfer_of
from casework.interview.state import HomeVisit

#: They bear the number under which the transfer was decided.
LETTERS: Final = ("transfer", "clue_transfer")


def records(case: CaseState) -> tuple[Lacking, ...]:
    """What the investigation lacks of them, in the order of the case."""
    return (*_interviews(case), *_visits(case), *_lists(case), *hearing_papers(case))


def waiting(case: CaseState) -> tuple[Lacking, ...]:
    """What leads as soon as it is missing."""
    return (*letters(case), *records(case))


def _interviews(case: CaseState) -> Iterator[Lacking]:
    for one in case.interviews:
        signed = one.ended_at is not None and one.how == SignatureHow.SIGNED.value
        if signed and not one.evidence_id:
            zh, en = f"询问笔录 {one.interview_id}", f"interview {one.interview_id}"
            yield Lacking(zh, en, NOT_ATTACHED, "AttachInterviewRecord")


def _visits(case: CaseState) -> Iterator[Lacking]:
    for listed in case.visit_lists:
        for person in listed.people:
            visit = listed.last_said(person.psn_no)
            if visit is not None and not _signed(visit):
                zh = f"入户走访记录 {listed.list_id} {person.who}"
                en = f"home visit {listed.list_id} {person.who}"
                yield Lacking(zh, en, NOT_ATTACHED, "AttachVisitRecord")


def _signed(visit: HomeVisit) -> bool:
    return bool(visit.evidence_id) or visit.refused


def _lists(case: CaseState) -> Iterator[Lacking]:
    for hold in case.holds:
        if hold.status == "approved" and (lack := list_of(case, hold)):
            yield lack


def list_of(case: CaseState, hold: Hold) -> Lacking | None:
    """What the list of a hold lacks: issued since the things were asked for, and signed."""
    form = form_of(LISTS[hold.kind])
    own = lists_of(case, hold)
    if any(one.signed for one in own):
        return None
    zh, en = f"{form.zh} {hold.hold_id}", f"{form.en} {hold.hold_id}"
    if own:
        return Lacking(zh, en, NOT_SIGNED, "SignForm")
    return Lacking(zh, en, NOT_ISSUED, "IssueForm")


def letters(case: CaseState) -> Iterator[Lacking]:
    """The approval and the letter of a referral, unwritten or unsigned: they have 24 hours (310号 第五条).
    Then letters of a transfer that was decided, is not answered, and that nobody has written.
    """
    yield from before_police(case)
    for form_id in LETTERS:
        form, sent = form_of(form_id), transfer_of(case, form_id)
        own = (one for one in case.forms if one.form_id == form_id and not one.void)
        if sent and sent.waits and not any(one.seq >= sent.seq for one in own):
            yield Lacking(
                f"{form.zh} {sent.document_no}",
                f"{form.en} {sent.document_no}",
                NOT_ISSUED,
                "IssueForm",
            )


def leads(act: str) -> Callable[[CaseState], bool]:
    """Whether a record waits for this act."""
    return lambda case: any(one.act == act for one in waiting(case))


def names(act: str) -> Callable[[CaseState, datetime], tuple[str, str] | None]:
    """The first paper that waits for this act."""

    def first(case: CaseState, at: datetime) -> tuple[str, str] | None:
        return next(((one.zh, one.en) for one in waiting(case) if one.act == act), None)

    return first


def records_signed(case: CaseState, actor: Actor, at: datetime) -> None:
    """Guard: nothing that was said, and no list, waits for its signature. Refuses RECORDS_UNSIGNED."""
    refuse_lacking(records(case))
