"""Which insured persons and identity numbers a case names: masked for whoever states no purpose."""

from casework.cases.state import CaseState
from casework.commands.case import PartyKind


def insured_names(state: CaseState) -> tuple[str, ...]:
    """The full names of insured persons that a case keeps, and where its party lives; the longest first."""
    party = state.party
    names = {one.name for one in state.interviews if one.patient}
    if party is not None and party.kind is PartyKind.PERSON:
        names |= {party.name, *filter(None, (party.address, *state.former_addresses))}
    return tuple(sorted(names, key=len, reverse=True))


def identity_numbers(state: CaseState) -> tuple[str, ...]:
    """The identity numbers that a case keeps, of whoever stands or stood for its party."""
    number = state.party.representative_no if state.party is not None else ""
    return tuple(dict.fromkeys(filter(None, (number, *state.former_numbers))))
