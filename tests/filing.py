"""How a lead is filed, or not: proposed, reviewed, decided; for tests that begin behind it."""

from datetime import date
from hashlib import sha256
from typing import Any, Final, TypeVar

from casework.commands import case as c
from casework.commands.base import Command
from casework.commands.documents import IssueForm, SignForm
from casework.commands.evidence import EvidenceKind, ReceiveEvidence

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


def begun(
    case_no: str, officer: Who, issue_id: str = "W1", place: str = "", **numbered: Any
) -> list[tuple[Who, Command]]:
    """What the officer of a filed case does until it is investigated: the signed form of the filing comes first.

    `numbered`: the number of the form, where no store allots it.
    """
    scan = f"立案审批表-{case_no}"
    kept = ReceiveEvidence(
        evidence_id=scan, name=f"{scan}.pdf", kind=EvidenceKind.DOCUMENTARY,
        media_type="application/pdf", size=10, sha256=sha256(scan.encode()).hexdigest(), sm3="b" * 64,
        object_key=scan, retain_until=date(2056, 1, 1), case_no=case_no,
    )  # fmt: skip
    commands: list[Command] = [
        IssueForm(case_no=case_no, form_id="filing", **numbered),
        kept,
        c.AttachEvidence(case_no=case_no, evidence_id=scan, proves="立案审批"),
        SignForm(case_no=case_no, issue_id=issue_id, evidence_id=scan),
        c.StartInvestigation(
            case_no=case_no, certificates_shown=True, recusal_settled=True, place=place
        ),
    ]
    return [(officer, command) for command in commands]


def declined(
    case_no: str, officer: Who, supervisor: Who, head: Who, reasons: str = "没有违法事实"
) -> list[tuple[Who, Command]]:
    """Who does what until such a lead is not filed."""
    decline = c.DeclineCase(case_no=case_no, reasons=reasons)
    steps: list[tuple[Who, Command]] = [(officer, proposed(case_no, c.Filing.NOT_FILE))]
    return [*steps, (supervisor, agreed(case_no)), (head, decline)]
