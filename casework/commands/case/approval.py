"""Submit for approval (呈批): an officer proposes, the centre gives its opinion, the head decides."""

from dataclasses import dataclass
from enum import StrEnum

from casework.commands.case.base import CaseCommand
from casework.commands.case.kinds import ClosingGround, Outcome


class Matter(StrEnum):
    """What is submitted for approval."""

    FILING = "filing"
    MORE_TIME = "more_time"
    CLOSING = "closing"
    PUBLICATION = "publication"
    CONVERSION = "conversion"


class Filing(StrEnum):
    """What the officers propose of a lead."""

    FILE = "file"
    NOT_FILE = "not_file"


@dataclass(frozen=True, kw_only=True)
class ProposeFiling(CaseCommand):
    """The officers propose to file the case or not to, and say which of the four conditions are met (局令4 第十五条).

    `harmful_result` claims the longer limitation of 处罚法 36.
    """

    filing: Filing
    preliminary_proof: bool = False
    penalty_possible: bool = False
    own_jurisdiction: bool = False
    within_limitation: bool = False
    harmful_result: bool = False
    reasons: str


@dataclass(frozen=True, kw_only=True)
class ProposeExtension(CaseCommand):
    """The officers ask for more time: to check the lead (局令4 第十四条), or to decide (第四十五条).

    `days` is how much they ask for before the decision; a lead gets its one extension.
    """

    days: int | None = None
    reason: str


@dataclass(frozen=True, kw_only=True)
class ProposeClosing(CaseCommand):
    """The officers propose to close the case, and say how it stands.

    `ground` is one of the situations of 局令4 第五十六条; without it the case itself tells which.
    """

    situation: str
    ground: ClosingGround | None = None


@dataclass(frozen=True, kw_only=True)
class ReviewSubmission(CaseCommand):
    """The opinion of the centre's supervisor (审核); with it the head decides, or returns it with reasons."""

    matter: Matter
    outcome: Outcome
    reasons: str = ""
