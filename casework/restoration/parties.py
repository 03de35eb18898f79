"""Which party organisations are asked about an application, and what follows once all have spoken.

A doctor with several places of practice is known at each of them. Whether each is asked, and whether
one refusal ends the application, are parameters: the county rule speaks of the doctor's hospital alone.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, Final

from casework.acts import draft
from casework.cases.place import division_of
from casework.commands.case import Outcome
from casework.events import Draft
from casework.points.consequences import after
from casework.points.parameters import BureauState
from casework.points.state import PointsState
from casework.restoration.state import Party, Restoration, Step
from casework.restoration.substitute import substitute


def asked(main: str, places: Sequence[str], bureau: BureauState, on: date) -> tuple[Party, ...]:
    """The party organisations that are asked on a day, that of the main place first.

    Every place inside the bureau's own area, or the main one alone; where none is inside, the main one.
    """
    ordered = list(dict.fromkeys(code for code in (main, *places) if code))
    if bureau.value("restoration_parties", on) == "main":
        ordered = ordered[:1]
    own = bureau.value("own_area", on)
    inside = [one for one in ordered if (division_of(one) or own).startswith(own)] or ordered[:1]
    speaks: dict[str, list[str]] = {}
    for place in inside:
        speaks.setdefault(substitute(bureau, place, on) or place, []).append(place)
    return tuple(Party(body, tuple(of)) for body, of in speaks.items())


def without(parties: Iterable[Party], place: str) -> tuple[Party, ...]:
    """Those that are still asked once the doctor left a place."""
    kept = (Party(one.body, tuple(p for p in one.places if p != place)) for one in parties)
    return tuple(one for one in kept if one.places)


def of_event(parties: Iterable[Party]) -> list[dict[str, object]]:
    """As an event keeps them."""
    return [{"body": one.body, "places": list(one.places)} for one in parties]


def turned_to(file: PointsState, own: str, parties: Sequence[Party]) -> list[Draft]:
    """RestorationTurnedToParty where only others than before have the say: their time runs anew.

    `own` is the doctor's main place after the move.
    """
    application = file.restoration
    if application is None or not parties:
        return []
    step = application.halted_from if application.step is Step.HALTED else application.step
    before = {one.body for one in application.parties} or {file.fixmedins_code}
    if step is not Step.PARTY or not before.isdisjoint(one.body for one in parties):
        return []
    data = {"fixmedins_code": own, "parties": of_event(parties)}
    return [draft(file.stream, "RestorationTurnedToParty", **data)]


def handed_on(file: PointsState, drafts: Sequence[Draft], at: datetime) -> list[Draft]:
    """What follows the drafts once every party organisation that is asked has spoken; else nothing.

    The order in which they spoke says nothing: a return counts before all, then whether they agree.
    """
    application = after(file, drafts, at).restoration
    if application is None or application.step is not Step.PARTY:
        return []
    if not application.parties or application.owing:
        return []
    return leads(file, Step.PARTY, together(application))


def together(application: Restoration) -> Outcome:
    """What the party organisations said as one: returned, refused, or on to the centre.

    Where they disagree the centre sees each opinion, unless one refusal ends the application.
    """
    last = (application.party_opinion(one.body) for one in application.parties)
    if "returned" in {one.outcome for one in last if one is not None}:
        return Outcome.RETURNED
    return Outcome.REFUSED if application.against(Step.PARTY) else Outcome.APPROVED


def leads(file: PointsState, step: Step, outcome: Outcome) -> list[Draft]:
    """Where an outcome leads from a step: onward, back for correction, or to the end.

    What the bureau sends back goes to the first body that was against it, which speaks anew.
    """
    application = file.restoration
    if outcome is Outcome.APPROVED or (outcome is Outcome.REFUSED and _goes_up(application, step)):
        return [draft(file.stream, ONWARD[step], **(PAPERED if step is Step.BUREAU else {}))]
    if outcome is Outcome.REFUSED:
        return [draft(file.stream, "RestorationRefused", **{"from": step, **PAPERED})]
    opposed = application.opposed if application and step is Step.BUREAU else None
    return [draft(file.stream, "RestorationReturned", **{"from": opposed or step})]


def _goes_up(application: Restoration | None, step: Step) -> bool:
    """Whether a refusal at this step is an opinion that goes up to the head."""
    return step is not Step.BUREAU and application is not None and not application.each_refuses


#: What is decided from now on has effect with its signed papers.
PAPERED: Final[dict[str, Any]] = {"papered": True}
#: The event that hands an approved application on.
ONWARD: dict[Step, str] = {
    Step.PARTY: "RestorationSentToCentre",
    Step.CENTRE: "RestorationSentToBureau",
    Step.BUREAU: "RestorationApproved",
}
