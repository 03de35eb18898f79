"""What may be read of a decision that is made public: no natural person is legible in it (处罚法 48, 50)."""

import re
from typing import Final

from casework.cases.insured import identity_numbers
from casework.cases.stages import Stage
from casework.cases.state import CaseState
from casework.commands.case import Matter, Outcome, PartyKind, Ruling
from casework.masking import mask_certno, mask_in
from casework.refusal import refuse

#: Identity numbers of residents, old and new, and numbers of mobile phones.
_NUMBERS: Final = re.compile(r"(?<!\d)(?:\d{17}[\dXx]|\d{15}|1[3-9]\d{9})(?!\d)")


def people_of(case: CaseState) -> tuple[str, ...]:
    """Natural persons that the case names, the longest first: its party, who stands for it, who was asked or visited."""
    party = case.party
    names = {one.name for one in case.interviews}
    names |= {one.who for listed in case.visit_lists for one in listed.people}
    if party is not None:
        names.add(party.representative)
        names |= {party.name} if party.kind is PartyKind.PERSON else set()
    return tuple(sorted((name for name in names if len(name) > 1), key=len, reverse=True))


def redacted(case: CaseState, text: str) -> str:
    """The text with natural persons and their numbers masked; an institution keeps its name, whoever is in it."""
    whole = _institution(case)
    parts = text.split(whole) if whole else [text]
    numbers = identity_numbers(case)
    masked = (mask_in(mask_in(part, people_of(case)), numbers, mask_certno) for part in parts)
    return whole.join(_NUMBERS.sub(lambda found: mask_certno(found[0]), part) for part in masked)


def publishable(case: CaseState, text: str) -> str:
    """The text as it is made public. Refuses PUBLIC_TEXT_LEGIBLE where a natural person can be read in it."""
    text = text.strip()
    if redacted(case, text) != text:
        raise refuse("PUBLIC_TEXT_LEGIBLE")
    return text


def public_text(case: CaseState) -> str:
    """What is to be published, as it was approved, or waits to be; "" where nothing is."""
    if case.publication is not None:
        return case.publication.text
    one = case.submissions.get(Matter.PUBLICATION)
    return one.text if one is not None else ""


def to_propose(case: CaseState) -> bool:
    """A penalty that was served and of which nobody said yet whether it is published; also of a closed case."""
    decision = case.decision
    return (
        decision is not None
        and decision.ruling == Ruling.PENALTY
        and not case.annulled
        and case.publication is None
        and not case.published
        # Of decisions that were served before that was asked nobody waits for it.
        and case.publishable
    )


def public_first(case: CaseState, *, officers: bool) -> bool:
    """Whether its publication, which has days, goes before the papers of a closed case, which have none.

    `officers`: asked of what its officers do alone; a decision or a withdrawal is for others, and keeps
    them from nothing.
    """
    if case.stage is not Stage.CLOSED:
        return False
    one, asked = case.publication, case.submissions.get(Matter.PUBLICATION)
    waits = asked is not None and asked.outcome in (None, Outcome.APPROVED)
    if waits or case.published_former:
        return not officers
    return to_propose(case) or (one is not None and one.impact and not case.published)


def _institution(case: CaseState) -> str:
    party = case.party
    return party.name if party is not None and party.kind is not PartyKind.PERSON else ""
