"""The party organisations that an application waits for, and what each said."""

from __future__ import annotations

from api.names import Language, pick
from api.points import types as gql
from casework.restoration.state import Restoration, Step


def parties_of(application: Restoration, language: Language) -> list[gql.RestorationParty]:
    """Each party organisation that is asked, then those that spoke before the doctor left their place."""
    asked = [(one.body, one.places, True) for one in application.parties]
    known = {one.body for one in application.parties}
    left = dict.fromkeys(o.party for o in application.opinions if o.party and o.party not in known)
    resting = application.step is Step.HALTED
    step = application.halted_from if resting else application.step
    owing = application.owing if step is Step.PARTY else ()
    return [
        _party(application, body, places, asked=stands, owing=body in owing, language=language)
        for body, places, stands in (*asked, *((body, (body,), False) for body in left))
    ]


def _party(
    application: Restoration,
    body: str,
    places: tuple[str, ...],
    *,
    asked: bool,
    owing: bool,
    language: Language,
) -> gql.RestorationParty:
    said = application.party_opinion(body)
    hand = said.hand if said else None
    return gql.RestorationParty(
        body=body,
        places=list(places),
        stands_in=body not in places,
        asked=asked,
        owing=owing,
        outcome=said.outcome if said else None,
        by=pick(language, hand.signed, hand.signed_en) if hand else None,
        at=said.at if said else None,
        opinion=said.reasons if said else None,
    )
