"""Of which hold, discussion, or act of the leaders a paper tells: each has its own (行政强制法 24, 处罚法 57).

What it is about is settled when it is issued and kept in its event: a hold by its id, a discussion or
an act by the number of its event. A paper from before tells of all that there was.
"""

from collections.abc import Iterable
from typing import Final

from casework.cases.parts import Hold
from casework.cases.state import CaseState
from casework.documents.catalogue import form_of
from casework.documents.internal import INTERNAL
from casework.documents.state import Issued

#: The form that lists what is held, by the kind of the hold.
LISTS: Final = {"preservation": "hold_register", "sealing": "hold_seal"}
#: The decision on what becomes of the things, which their owner gets.
RELEASES: Final = {"preservation": "hold_release", "sealing": "unseal"}
DISCUSSION: Final = "discussion"
#: Forms of which each act that they tell of has one of its own.
OF_EACH: Final = frozenset({DISCUSSION, INTERNAL})


def about_of(case: CaseState, form_id: str) -> str:
    """What a paper issued now is about: the first that has none yet, else the newest; "" for other forms."""
    if form_id in OF_EACH:
        acts = [str(seq) for seq in acts_of(case, form_id)]
        return _next(acts, (one for one in acts if not told_of(case, form_id, int(one))))
    if form_id in RELEASES.values():
        over = ended(case, form_id)
        return _next(
            [h.hold_id for h in over], (h.hold_id for h in over if not releases_of(case, h))
        )
    holds = [one for one in case.holds if LISTS[one.kind] == form_id]
    held = [one for one in holds if one.is_open] or holds
    return _next([h.hold_id for h in held], (h.hold_id for h in held if not lists_of(case, h)))


def acts_of(case: CaseState, form_id: str) -> list[int]:
    """The acts of the case that a form tells of, by the numbers of their events."""
    return sorted(seq for kind in form_of(form_id).due for seq in case.approved.get(kind, ()))


def told_of(case: CaseState, form_id: str, seq: int) -> list[Issued]:
    """The papers of one of these acts that count."""
    return _own(case, form_id, str(seq), seq)


def kind_of(case: CaseState, seq: str) -> str:
    """Which event an act is; "" where none is told of."""
    return next((kind for kind, told in case.approved.items() if seq in map(str, told)), "")


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
