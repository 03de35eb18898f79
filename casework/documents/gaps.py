"""What the coming papers of a case would print as missing: the party's particulars, the bureau's own."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from casework.cases.stages import TERMINAL
from casework.cases.state import CaseState
from casework.commands.case import PartyKind, Path
from casework.points.parameters import BureauState, parameters

#: What papers print of the bureau: names in the templates, and the parameters behind them.
OFFICE: Final[Mapping[str, str]] = {
    "address": "bureau_address",
    "phone": "bureau_phone",
    "fine_account": "fine_account",
    "recovery_account": "recovery_account",
    "review_body": "review_body",
    "court": "suit_court",
}
#: What papers of a handling print of the agency, and what stands for it while nobody set it.
AGENCY: Final[Mapping[str, str]] = {
    "agency_address": "bureau_address",
    "agency_phone": "bureau_phone",
}


@dataclass(frozen=True)
class Gap:
    """Something unknown that papers print: a `parameter` of the bureau, else what an `act` of the case fills."""

    zh: str
    en: str
    act: str = ""
    parameter: str = ""
    #: A value was proposed, and is not approved or not in force yet.
    waits: bool = False


def party_gaps(case: CaseState) -> Iterator[Gap]:
    """What notices, decisions and demands name of their party (处罚法 59) and nobody has entered."""
    party = case.party
    if party is None:
        return
    if not party.address:
        yield Gap("当事人地址", "address", act="CorrectParty")
    if not party.representative and party.kind is PartyKind.INSTITUTION:
        yield Gap("法定代表人（负责人）", "representative", act="CorrectParty")


def unset(bureau: BureauState, on: date) -> list[str]:
    """Parameters that papers print and that are not set on a day."""
    return [name for name in OFFICE.values() if not bureau.value(name, on)]


def gaps(case: CaseState, bureau: BureauState, on: date) -> tuple[Gap, ...]:
    """Everything that the coming papers of a case lack; nothing where the case is over."""
    if case.stage in TERMINAL:
        return ()
    names = unset(bureau, on)
    if case.path is Path.AGREEMENT:
        # A demand names the account for the fund's money, but nothing of fines or remedies.
        names = [name for name in names if name == OFFICE["recovery_account"]]
        names += [
            own
            for own, other in AGENCY.items()
            if not (bureau.value(own, on) or bureau.value(other, on))
        ]
    return (*party_gaps(case), *(_of_bureau(name, bureau, on) for name in names))


def _of_bureau(name: str, bureau: BureauState, on: date) -> Gap:
    row, waits = parameters()[name], bool(bureau.waiting(name) or bureau.coming(name, on))
    return Gap(row.zh, row.en, parameter=name, waits=waits)
