"""What a person may do about a measure: decide it without having proposed it, lift it, note on it."""

from datetime import datetime
from typing import Final

from casework.actors import BUREAU, Actor, Role
from casework.measures.serve import ready, waits
from casework.measures.state import Measured, NoticeService, Standing

#: The act by which a measure is decided; a signature may be lent for it, save where one decides in person.
DECIDES: Final = "DecideMeasure"
#: Who tells the subject of a proposed measure and records what it states.
HEARERS: Final = frozenset({Role.INSPECTOR, Role.AGENCY_OFFICER})
LIFTS: Final = "LiftMeasure"
CORRECTS: Final = "CorrectMeasureService"


def waits_for(one: Measured, actor: Actor, at: datetime) -> bool:
    """Whether a measure waits for this person's decision; one that was decided waits for nobody."""
    if one.decided_at is not None or one.by.is_actor(actor):
        return False
    if one.row.personal:
        return actor.principal is None and actor.holds(Role.HEAD)
    roles = one.deciders
    lent = any(
        mandate.covers(DECIDES, at)
        and not roles.isdisjoint(mandate.roles)
        and one.by.account != mandate.principal.account
        and one.by.person != mandate.principal.person
        for mandate in actor.mandates
    )
    return actor.holds(*roles) or lent


def waits_to_be_served(one: Measured, actor: Actor) -> bool:
    """Whether a notice of it waits for its papers and its service, which is this person's to record.

    Or a correction of that for its signed approval form.
    """
    return waits(one) and actor.holds(*HEARERS)


def may_lift(one: Measured, actor: Actor, at: datetime) -> bool:
    """Whether this person may end it before its time: who decides the kind; of a penalty the head alone."""
    return (one.runs_after(at) or one.waiting) and _signs(one, actor, LIFTS, at)


def may_correct(one: Measured, actor: Actor, at: datetime) -> bool:
    """Whether this person may put the day of a service right: who may end it, and did not enter that."""
    return bool(correctable(one, actor)) and _signs(one, actor, CORRECTS, at)


def correctable(one: Measured, actor: Actor) -> tuple[NoticeService, ...]:
    """The services that another person entered, the latest first."""
    return tuple(each for each in reversed(one.services) if not each.by.is_actor(actor))


def _signs(one: Measured, actor: Actor, act: str, at: datetime) -> bool:
    """Whether this person signs an act that is of whoever decides the kind; a signature may be lent for it."""
    roles = one.deciders
    if one.row.personal:
        return actor.principal is None and actor.holds(Role.HEAD)
    lent = (mandate.roles for mandate in actor.mandates if mandate.covers(act, at))
    return actor.holds(*roles) or any(not roles.isdisjoint(held) for held in lent)


def acts_on(one: Measured, actor: Actor, at: datetime) -> tuple[str, ...]:
    """The acts on a measure that are this person's now, by the names of their commands; the first leads."""
    if not actor.holds(*BUREAU):
        return ()
    found = []
    if waits_for(one, actor, at):
        found.append("StopSettlement" if one.row.personal else DECIDES)
    if one.decided_at is None and one.hearable and actor.holds(*HEARERS):
        found.insert(0, "HearMeasure")
    if ready(one) and actor.holds(*HEARERS):
        found.insert(0, "ServeMeasure")
    if may_lift(one, actor, at):
        found.append(LIFTS)
    if may_correct(one, actor, at):
        found.append(CORRECTS)
    if one.standing(at) is not Standing.REFUSED:
        found.append("NoteMeasure")
    return tuple(found)
