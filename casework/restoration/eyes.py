"""Who may not act in an application: the applicant, whoever withdrew, and whoever acted before."""

from datetime import datetime

from casework.actors import Actor
from casework.acts import Guard
from casework.hands import other_eyes
from casework.points.state import PointsState
from casework.refusal import refuse


def not_himself(file: PointsState, actor: Actor, at: datetime) -> None:
    """Nobody decides on his own file, whatever account and roles he does it under."""
    if actor.is_doctor(file.prac_psn_code):
        raise refuse("RECUSED")


def unrelated(file: PointsState, actor: Actor, at: datetime) -> None:
    """Not the doctor himself, not the applicant's other account, nobody who withdrew as related.

    Nor anybody whose recusal was asked for and is not decided yet.
    """
    not_himself(file, actor, at)
    application = file.restoration
    if application is None:
        return
    recused = [hand for hand, _ in application.recused]
    if any(hand.is_actor(actor) for hand in (application.applied_by, *recused)):
        raise refuse("RECUSED")
    if any(r.granted is None and r.officer.is_actor(actor) for r in application.recusals):
        raise refuse("RECUSAL_WAITS")


def named_instead(file: PointsState, actor: Actor) -> bool:
    """Whether the leaders named him to decide in the place of a head who withdrew."""
    application = file.restoration
    decider = application.decider if application is not None else None
    return decider is not None and decider.account == actor.account


def untouched(*parts: str) -> Guard:
    """Nobody who acted in this application before in one of `parts` acts now."""

    def guard(file: PointsState, actor: Actor, at: datetime) -> None:
        application = file.restoration
        if application is not None:
            earlier = [hand for what, hand in application.hands if what in parts]
            other_eyes(actor, earlier, "恢复审批各环节", "the approvals")

    return guard


def separate(*parts: str) -> Guard:
    """Unrelated, and had no hand in one of `parts`."""
    fresh = untouched(*parts)

    def guard(file: PointsState, actor: Actor, at: datetime) -> None:
        unrelated(file, actor, at)
        fresh(file, actor, at)

    return guard
