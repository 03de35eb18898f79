"""What the party hands in itself, on its own page: it counts from the moment at which it is sent."""

from dataclasses import dataclass

from casework.commands.case.base import CaseCommand


@dataclass(frozen=True, kw_only=True)
class SubmitStatement(CaseCommand):
    """The party states and defends itself (处罚法 45); `enclosures` are items that it put into the vault."""

    text: str
    enclosures: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class SubmitHearingRequest(CaseCommand):
    """The party asks for a hearing within five working days of the notice (处罚法 64)."""

    text: str = ""
    enclosures: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class SubmitInstalmentRequest(CaseCommand):
    """The party asks to pay later or in parts (处罚法 66), with what shows that it is hard up."""

    text: str
    enclosures: tuple[str, ...] = ()
