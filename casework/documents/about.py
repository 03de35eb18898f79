"""Of which hold, and of which discussion, a paper tells: each has one of its own (行政强制法 24, 处罚法 57).

What it is about is settled when it is issued and kept in its event: a hold by its id, a discussion by
the number of its event. A paper from before tells of all that there was.
"""

from collections.abc import Iterable
from typing import Final

from casework.cases.parts import Hold
from casework.cases.state import CaseState
from casework.documents.state import Issued

#: The form that lists what is held, by the kind of the hold.
LISTS: Final = {"preservation": "hold_register", "sealing": "hold_seal"}
#: The decision on what becomes of the things, which their owner gets.
RELEASES: Final = {"preservation": "hold_release", "sealing": "unseal"}
DISCUSSION: Final = "discussion"


def about_of(case: CaseState, form_id: str) -> str:
    """What a paper issued now is about: the first that has none yet, else the newest; "" for other forms."""
    if form_id == DISCUSSION:
        talks = [str(seq) for seq in discussions(case)]
        return _next(talks, (one for one in talks if not talked_of(case, int(one))))
    if form_id in RELEASES.values():
        over = ended(case, form_id)
        return _next(
            [h.hold_id for h in over], (h.hold_id for h in over if not releases_of(case, h))
        )
    holds = [one for one in case.holds if LISTS[one.kind] == form_id]
    held = [one for one in holds if one.is_open] or holds
    return _next([h.hold_id for h in held], (h.hold_id for h in held if not lists_of(case, h)))


def discussions(case: CaseState) -> tuple[int, ...]:
    """The discussions of the case, by the numbers of their events."""
    return case.approved.get("CaseDiscussed", ())


def talked_of(case: CaseState, seq: int) -> list[Issued]:
    """The records of a discussion that count."""
    return _own(case, DISCUSSION, str(seq), seq)


def lists_of(case: CaseState, hold: Hold) -> list[Issued]:
    """The lists of a hold that count."""
    return _own(case, LISTS[hold.kind], hold.hold_id, hold.seq)


def ended(case: CaseState, form_id: str) -> list[Hold]:
    """Holds of the kind that the form tells of, whose end the head approved."""
    return [one for one in case.holds if one.end_seq and RELEASES[one.kind] == form_id]


def releases_of(case: CaseState, hold: Hold) -> list[Issued]:
    """The decisions on what became of the things that count."""
    return _own(case, RELEASES[hold.kind], hold.hold_id, hold.end_seq)


def _own(case: CaseState, form_id: str, about: str, seq: int) -> list[Issued]:
    """One that does not say what it is about tells of all that came before it."""
    papers = (one for one in case.forms if one.form_id == form_id and not one.void)
    return [one for one in papers if one.about == about or (not one.about and one.seq >= seq)]


def _next(every: list[str], without: Iterable[str]) -> str:
    return next(iter(without), every[-1] if every else "")
