"""Parts of a case's state that have a life of their own: holds, requests, recusals, worksheets, money."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from casework.hands import Hand
from casework.law.worksheet import Basis


@dataclass(frozen=True)
class Ending:
    """What an officer proposes to do with held things; it waits for the head."""

    result: str
    evidence_ids: tuple[str, ...]
    by: Hand


@dataclass(frozen=True)
class Hold:
    """Things preserved or sealed. `status`: requested, approved, refused, ended."""

    hold_id: str
    kind: str
    items: str
    place: str
    by: Hand
    urgent: bool
    status: str = "requested"
    approved_on: date | None = None
    #: The day on which things held at once were taken, once they were asked for: their time runs from it.
    asked_on: date | None = None
    extensions: int = 0
    result: str = ""
    evidence_ids: tuple[str, ...] = ()
    #: The event that asked for it: a list issued before is not its own.
    seq: int = 0
    #: What is proposed to be done with the things, while it waits.
    ending: Ending | None = None
    ended_on: date | None = None
    #: The head's approval of the end, by its event; 0 where an officer ended it alone, as before.
    end_seq: int = 0
    #: Which of its decisions are served on whose things they are (hold, hold_end); none of before.
    to_serve: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether the things are held, or somebody has to decide about them."""
        return self.status in ("requested", "approved")


@dataclass(frozen=True)
class Assistance:
    """A request to another body and its answer."""

    request_id: str
    recipient: str
    document_no: str
    result: str | None = None
    evidence_ids: tuple[str, ...] = ()
    #: What is asked.
    text: str = ""


@dataclass(frozen=True)
class Transfer:
    """A case (`whole`) or a clue that went to another body; `before` is the stage it left.

    `answer` is what the body said: accepted, sent_back or other; empty while it waits.
    """

    to: str
    recipient: str
    document_no: str
    reasons: str
    on: date
    whole: bool
    before: str
    answer: str = ""
    answer_no: str = ""
    answered_on: date | None = None
    document: str = ""
    #: The event that decided it: a letter issued before is not its own.
    seq: int = 0

    @property
    def waits(self) -> bool:
        """Whether the answer is still to come."""
        return not self.answer


@dataclass(frozen=True)
class Recusal:
    """A request that an officer withdraw; `granted` None until decided."""

    recusal_id: str
    officer: Hand
    ground: str
    reason: str
    by: Hand
    by_party: bool
    granted: bool | None = None
    #: Told by the map or the officer's declaration; what the officer answered.
    suggested: bool = False
    answer: str = ""
    #: He answered that he withdraws, which somebody else decides.
    wishes: bool = False
    #: About a head of the bureau: the leaders decide together.
    of_head: bool = False
    #: About somebody who acts by his role: reviewer, leader, officer of the agency.
    by_role: bool = False
    on: date | None = None
    #: Why it was decided so, by whom and when; kept where the decision prints from the state.
    reasons: str = ""
    decided_by: Hand | None = None
    decided_on: date | None = None


@dataclass(frozen=True)
class Stop:
    """A stretch in which execution was stopped by order; `until` None while it is."""

    since: date
    document_no: str
    until: date | None = None


@dataclass(frozen=True)
class Remedy:
    """A review or suit: the surcharge rests from its beginning until its outcome is in force.

    `former`: against a decision that has fallen since, and that another may replace.
    """

    remedy_id: str
    kind: str
    body: str
    filed_on: date
    document_no: str
    stops: tuple[Stop, ...] = ()
    outcome: str | None = None
    decided_on: date | None = None
    #: When the party received it; from the decision's own day where nobody said.
    received_on: date | None = None
    former: bool = False
    #: Against the decision to perform a handling, not against the handling.
    performance: bool = False
    #: Of a suit: whether its outcome is in force; empty where that was not asked yet.
    instance: str = ""
    #: Of a judgment that may be appealed: from when it is in force if nobody does. None where its
    #: outcome was in force at once, or was told before that was reckoned.
    in_force_on: date | None = None

    @property
    def carries_stop(self) -> bool:
        """Whether execution is stopped until its outcome is in force, and on if there is an appeal."""
        return bool(self.stops and self.in_force_on and self.stops[-1].until == self.in_force_on)

    def stopped_on(self, day: date) -> bool:
        """Whether execution is stopped by it on a day: also until its outcome is in force."""
        return any(one.until is None or day < one.until for one in self.stops)

    @property
    def stops_execution(self) -> bool:
        """Whether execution is stopped by it now."""
        return any(one.until is None for one in self.stops)


@dataclass(frozen=True)
class Fall:
    """By whom, when and on what paper a decision was set aside."""

    body: str
    on: date
    document_no: str
    reasons: str


@dataclass(frozen=True)
class Worksheet:
    """A drawn worksheet: what it was drawn from, and what it gave; amounts in yuan."""

    worksheet_id: str
    basis: Basis
    loss: Decimal
    fine: Decimal
    reasons: str
    by: Hand
    #: By which of the line of law that its basis names it was drawn.
    article_id: str = ""


@dataclass(frozen=True)
class Paid:
    """Money that came in, in yuan; `seq` is the event that recorded it, `by` who did."""

    kind: str
    amount: Decimal
    on: date
    seq: int = 0
    voucher: str = ""
    by: Hand | None = None


@dataclass(frozen=True)
class Part:
    """An instalment of the fine in yuan."""

    due: date
    amount: Decimal


@dataclass(frozen=True)
class AskedInstalments:
    """The party's request to pay later or in parts, until the head decides on it."""

    on: date
    reasons: str


@dataclass(frozen=True)
class InstalmentsAnswer:
    """The head's answer to such a request, by its event; `to_serve`: the party gets it in writing."""

    granted: bool
    reasons: str
    at: datetime
    seq: int
    to_serve: bool = False


@dataclass(frozen=True)
class Performance:
    """The decision that a handling is performed: its number, by whom, what was open, the days for it; yuan."""

    decision_no: str
    by: Hand
    at: datetime
    recovery: Decimal
    damages: Decimal
    days: int
    seq: int
    reasons: str = ""
    #: It has effect with its signed papers, as those of before had by themselves.
    papered: bool = False


@dataclass(frozen=True)
class Rectification:
    """What an institution has to put right, until when, and how far that is.

    `due` is None until the handling is served. `reports` are its own, `checks` the agency's: (day, passed,
    record).
    """

    text: str
    due: date | None
    reports: tuple[str, ...] = ()
    checks: tuple[tuple[date, bool, str], ...] = ()
    reported: bool = False

    @property
    def passed(self) -> bool:
        """Whether the latest re-check passed."""
        return bool(self.checks) and self.checks[-1][1]


@dataclass(frozen=True)
class Service:
    """Something served: what, how, when; `receipt` and `consent` are evidence of the case.

    `particulars` is what the way asked for: a witness, the number of the mail.

    `issue_id` and `number` name the issued paper; empty where the case issues none of that kind.
    """

    served: str
    way: str
    on: date
    receipt: str | None = None
    consent: str | None = None
    issue_id: str = ""
    number: str = ""
    particulars: str = ""
    #: Who entered it; None of before that was kept.
    by: Hand | None = None
    #: Of several of its kind, which hold or answer it was; empty for other papers.
    about: str = ""


@dataclass(frozen=True)
class Correction:
    """An order to correct; `result` None until something was found of it.

    `seq` is the event that gave it: a paper issued before is not its own.
    """

    order_id: str
    what: str
    until: date
    basis: str
    seq: int
    ordered_on: date
    served_on: date | None = None
    result: str | None = None
    found_on: date | None = None
    evidence_ids: tuple[str, ...] = ()

    @property
    def in_vain(self) -> bool:
        """Whether the party was told and has not corrected: refused, or not done by its day."""
        return self.served_on is not None and self.result in ("refused_to_correct", "not_corrected")


@dataclass(frozen=True)
class Submission:
    """What an officer proposed for approval, and what the centre said of it; `seq` is the event that proposed it.

    `decided_by`: the head, or the centre under its letter of entrustment, as the bureau's rule had it then.
    `filing` says of a lead what is proposed, `days` how much more time before a decision, `ground` in which
    situation a case is to be closed, `impact` whether a decision has a social impact and is published in the
    words of `text`; of other matters they are empty.
    """

    by: Hand
    seq: int
    decided_by: str
    reasons: str
    filing: str = ""
    days: int = 0
    ground: str = ""
    impact: bool = False
    text: str = ""
    outcome: str | None = None
    reviewed_by: Hand | None = None


@dataclass(frozen=True)
class Publication:
    """What was decided of making the decision public; `seq` is the event, `text` empty where it is not."""

    impact: bool
    text: str
    at: datetime
    seq: int


@dataclass(frozen=True)
class Hearing:
    """A hearing as it was announced; `served_on` None until the party has its notice.

    `seq` is the event that set it: a paper issued before tells of another day.
    """

    starts_at: datetime
    held_on: date
    place: str
    chair: Hand
    is_public: bool
    closed_reason: str
    seq: int
    set_on: date
    notify_by: date
    served_on: date | None = None


@dataclass(frozen=True)
class Announcement:
    """A paper announced in public; `done` once it counted as served."""

    served: str
    on: date
    where: str
    done: bool = False
    #: Who entered it; None of before that was kept.
    by: Hand | None = None


@dataclass(frozen=True)
class Dispute:
    """Jurisdiction in dispute with another bureau; `ours` None until settled or designated."""

    other: str
    reported: bool = False
    ours: bool | None = None
    document_no: str = ""
