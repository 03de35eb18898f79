"""How a lead is filed, or not: proposed, reviewed, decided; for tests that begin behind it."""

from typing import Any, Final, TypeVar

from casework.commands import case as c
from casework.commands.base import Command

Who = TypeVar("Who")
#: The four conditions of a filing, all met.
YES: Final = dict.fromkeys(
    ("preliminary_proof", "penalty_possible", "own_jurisdiction", "within_limitation"), True
)


def proposed(case_no: str, filing: c.Filing = c.Filing.FILE) -> c.ProposeFiling:
    """What an officer proposes."""
    return c.ProposeFiling(case_no=case_no, filing=filing, **YES, reasons="初步证据充分")


def agreed(case_no: str) -> c.ReviewSubmission:
    """The supervisor's consent."""
    approved = c.Outcome.APPROVED
    return c.ReviewSubmission(case_no=case_no, matter=c.Matter.FILING, outcome=approved)


def filing(case_no: str, **more: Any) -> c.FileCase:
    """What the head files with."""
    return c.FileCase(case_no=case_no, **YES, **{"reasons": "初步证据充分", **more})


def filed(case_no: str, officer: Who, supervisor: Who, head: Who) -> list[tuple[Who, Command]]:
    """Who does what until a lead that has its officers is filed."""
    steps: list[tuple[Who, Command]] = [(officer, proposed(case_no))]
    return [*steps, (supervisor, agreed(case_no)), (head, filing(case_no))]


def declined(
    case_no: str, officer: Who, supervisor: Who, head: Who, reasons: str = "没有违法事实"
) -> list[tuple[Who, Command]]:
    """Who does what until such a lead is not filed."""
    decline = c.DeclineCase(case_no=case_no, reasons=reasons)
    steps: list[tuple[Who, Command]] = [(officer, proposed(case_no, c.Filing.NOT_FILE))]
    return [*steps, (supervisor, agreed(case_no)), (head, decline)]
