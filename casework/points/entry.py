"""Which acts make sense for one score entry: the file's acts are offered for some entry, not for all."""

from datetime import datetime

from casework.actors import Actor
from casework.commands.points import (
    AnnulScore,
    AttachScoreReceipt,
    NotifyScore,
    ObjectToScore,
    RecordPaperObjection,
    ResolveObjection,
    ReviewScore,
)
from casework.points.office import goes_on, may_annul
from casework.points.periods import may_object
from casework.points.state import ScoreEntry

#: Acts that name an entry.
OF_ENTRY = (
    NotifyScore, AttachScoreReceipt, ObjectToScore, RecordPaperObjection, ResolveObjection,
    ReviewScore, AnnulScore,
)  # fmt: skip


def acts_of(entry: ScoreEntry, actor: Actor, at: datetime) -> frozenset[str]:
    """Names of the acts that this entry admits now: served once, objected to in time, other eyes."""
    if entry.void:
        return frozenset()
    other = not any(hand.is_actor(actor) for hand in entry.hands)
    own = goes_on(entry, actor)
    fits = {
        NotifyScore: own and entry.notified_on is None,
        AttachScoreReceipt: own and entry.notified_on is not None,
        RecordPaperObjection: own and entry.notified_on is not None and entry.objection is None,
        ObjectToScore: _objectionable(entry, at),
        ResolveObjection: entry.objection is not None and entry.resolution is None and other,
        ReviewScore: entry.review_due is not None and other,
        AnnulScore: other and may_annul(entry, actor),
    }
    return frozenset(act.__name__ for act, fit in fits.items() if fit)


def _objectionable(entry: ScoreEntry, at: datetime) -> bool:
    served = entry.notified_on
    return served is not None and entry.objection is None and may_object(served, at)
