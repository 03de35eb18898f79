"""Lists of restorations."""

from __future__ import annotations

import enum
from datetime import date, datetime

import strawberry

from api.context import Info
from api.points.types import PointsFile, RestorationLedger
from casework.commands.case import Outcome, ServiceWay
from casework.commands.restoration import RestorationPaper


@strawberry.enum
class BatchAct(enum.Enum):
    """What can be done for several rows of a list at once."""

    SUBMIT = "restorationSubmit"
    PARTY = "restorationPartyOpinion"
    CENTRE = "restorationReview"
    BUREAU = "restorationDecide"
    REGISTER = "restorationReRegister"
    SERVE = "restorationServe"


@strawberry.type
class BatchOpinion:
    """An opinion of a body: party, centre, bureau; of a party organisation with its institution."""

    body: str
    outcome: str
    by: str
    reasons: str
    at: datetime
    party: str | None

    @strawberry.field
    async def party_name(self, info: Info) -> str | None:
        """The name of the institution whose party organisation it is."""
        return await info.context.places.load(self.party) if self.party else None


@strawberry.type
class BatchRow:
    """A doctor on the list; ``acts``: what this reader may do for the row now."""

    file: PointsFile
    application: str
    step: str
    step_title: str
    is_open: bool
    earned: int
    exam_mark: int | None
    opinions: list[BatchOpinion]
    ledgers: list[RestorationLedger]
    ledgerless: list[str]
    acts: list[BatchAct]
    #: Signed papers without which what was decided has no effect.
    lacking: list[str]
    attached: strawberry.Private[frozenset[tuple[str, str]]]
    #: Whether it may be taken off the list still: the bureau has not decided on it.
    undecided: bool

    def has(self, paper: RestorationPaper, party: str) -> bool:
        """Whether the row has the paper, of minutes those of the party organisation, or of any."""
        return any(p == paper.value and party in ("", q) for p, q in self.attached)


@strawberry.type
class BatchGone:
    """A doctor who was taken off the list, or was on one that is void."""

    prac_psn_code: str
    name: str
    reasons: str


@strawberry.type
class StepCount:
    """How many rows stand at a step."""

    step: str
    title: str
    count: int


@strawberry.type
class InstitutionFigures:
    """Applications of one institution in a year."""

    fixmedins_code: str
    applied: int
    restored: int
    refused: int
    open: int

    @strawberry.field
    async def fixmedins_name(self, info: Info) -> str:
        """The institution's name; its code where the map has none."""
        return await info.context.places.load(self.fixmedins_code)


@strawberry.type
class RestorationFigures:
    """A year of restorations; ``days`` on average from application to registration."""

    year: int
    steps: list[StepCount]
    institutions: list[InstitutionFigures]
    days: float | None
    terminated: int
    barred: int


@strawberry.type
class RestorationBatch:
    """A list with the rows that this reader may see."""

    batch_id: str
    title: str
    by: str
    at: datetime
    version: int
    #: Why it is void; null while it stands.
    void: str | None
    #: Whether this reader may take somebody off it, or make it void.
    changeable: bool
    #: Whether this reader may attach a signed paper that somebody on it lacks.
    papers_open: bool
    counts: list[StepCount]
    rows: list[BatchRow]
    gone: list[BatchGone]


@strawberry.type
class RowAnswer:
    """What came of one row; a refused row holds up no other."""

    prac_psn_code: str
    name: str
    done: bool
    code: str | None
    message: str | None


@strawberry.type
class BatchDrawn:
    """The list as it was drawn up."""

    batch: RestorationBatch


@strawberry.type
class BatchHandled:
    """The list after the act, and an answer for each row that was asked for."""

    batch: RestorationBatch
    answers: list[RowAnswer]


@strawberry.input
class BatchDrawInput:
    """A title and the doctors' codes; the number is allotted."""

    title: str
    doctors: list[str]
    command_id: str | None = None


@strawberry.input
class BatchRowInput:
    """One row; an opinion carries its outcome and reasons, the centre's what it verified, a
    registration its number, a service the doctor's own receipt, consent and particulars."""

    prac_psn_code: str
    outcome: strawberry.enum(Outcome) | None = None  # type: ignore[valid-type]
    reasons: str = ""
    study_verified: bool | None = None
    exam_verified: bool | None = None
    refund_verified: bool | None = None
    rectification_verified: bool | None = None
    registration_no: str = ""
    receipt_scan: str = ""
    consent_scan: str = ""
    particulars: str = ""
    expected_version: int | None = None


@strawberry.input
class BatchServing:
    """How and when the papers of the rows were served; `receipt_scan` is one receipt of all of them."""

    way: strawberry.enum(ServiceWay)  # type: ignore[valid-type]
    served_on: date | None = None
    posted_on: date | None = None
    particulars: str = ""
    served_by: str = ""
    receipt_scan: str = ""


@strawberry.input
class BatchPaperInput:
    """One scan of a signed paper that stands for all who are on the list and lack it."""

    batch_id: str
    paper: strawberry.enum(RestorationPaper)  # type: ignore[valid-type]
    paper_scan: str
    fixmedins_code: str = ""
    reason: str = ""
    command_id: str | None = None


@strawberry.input
class BatchHandleInput:
    """The same act for several rows, each with its own words; ``serving`` of a service."""

    batch_id: str
    act: BatchAct
    rows: list[BatchRowInput]
    serving: BatchServing | None = None
    command_id: str | None = None
