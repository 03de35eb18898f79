"""Administrative review (复议) and suit (诉讼) against a decision, and what came of them."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from casework.commands.case.base import CaseCommand


class RemedyKind(StrEnum):
    """Review by the upper body or government, or suit at the court."""

    REVIEW = "review"
    SUIT = "suit"


class RemedyOutcome(StrEnum):
    """Upheld, changed to something lower, annulled, withdrawn by the party, or to be decided anew.

    `remade`: annulled, and the bureau ordered to decide again (复议法 64, 行政诉讼法 70). `unlawful`: held
    unlawful (确认违法) and not annulled: it keeps its effect (复议法 65, 行政诉讼法 74). `not_accepted` and
    `inadmissible`: not heard on the merits (不予受理、不予立案; 驳回申请、驳回起诉). `dismissed`: 驳回诉讼请求, of a
    court alone (行政诉讼法 69).
    """

    UPHELD = "upheld"
    CHANGED = "changed"
    ANNULLED = "annulled"
    WITHDRAWN = "withdrawn"
    REMADE = "remade"
    UNLAWFUL = "unlawful"
    NOT_ACCEPTED = "not_accepted"
    INADMISSIBLE = "inadmissible"
    DISMISSED = "dismissed"


@dataclass(frozen=True, kw_only=True)
class StopExecution(CaseCommand):
    """The body or court that hears the party ordered execution to stop (复议法 42; 行政诉讼法 56).

    `document`, here and below, is the scan of the paper that says so: evidence of this case.
    """

    remedy_id: str
    decided_on: date
    document_no: str
    reasons: str
    document: str = ""


@dataclass(frozen=True, kw_only=True)
class ResumeExecution(CaseCommand):
    """It let execution go on before the review or suit is over."""

    remedy_id: str
    decided_on: date
    document_no: str
    reasons: str
    document: str = ""


@dataclass(frozen=True, kw_only=True)
class RecordRemedy(CaseCommand):
    """The party went to review or court. The surcharge stops meanwhile (处罚法 73).

    `filed_on`: when it was accepted; of an appeal, when the party appealed. `stops_execution`: only where the
    body or court ordered so; what was stopped before an appeal stays so. `performance`: against the decision to
    perform a handling, not against the handling itself.
    """

    kind: RemedyKind
    body: str
    filed_on: date
    document_no: str
    stops_execution: bool = False
    performance: bool = False
    document: str = ""


class Instance(StrEnum):
    """Whether a court's outcome is in force, or the party may still appeal: of a judgment fifteen days, of a
    ruling ten (行政诉讼法 85)."""

    APPEALABLE_JUDGMENT = "appealable_judgment"
    APPEALABLE_RULING = "appealable_ruling"
    IN_FORCE = "in_force"


@dataclass(frozen=True, kw_only=True)
class CloseRemedy(CaseCommand):
    """What was decided. Annulled: scores on it fall, too. Held unlawful: they are reviewed.

    Changed: `fine` and `recovery` in yuan and the `months` of its suspension, as far as it changed them,
    and the `damages` of a handling under the agreement: at least one lower, none higher.
    `redo_by`: until when the bureau has to decide anew, where it was ordered to and a day was set.
    `received_on`: when the party received it, from which its fifteen days to sue run (行诉法 45), or those to
    appeal. `instance`: of a suit that was not withdrawn, whether an appeal is open.
    """

    remedy_id: str
    outcome: RemedyOutcome
    document_no: str
    decided_on: date
    reasons: str
    fine: Decimal | None = None
    recovery: Decimal | None = None
    months: int | None = None
    damages: Decimal | None = None
    redo_by: date | None = None
    received_on: date | None = None
    instance: Instance | None = None
    document: str = ""
