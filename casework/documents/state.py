"""What is known of a case's documents: a part of the case's state."""

from dataclasses import dataclass
from datetime import datetime

from casework.documents.catalogue import form_of
from casework.hands import Hand
from casework.wording import Both


@dataclass(frozen=True)
class Allotted:
    """A number of a series that the case took; `void` is the reason why it is 作废."""

    series: str
    year: int
    serial: int
    number: str
    void: str = ""


@dataclass(frozen=True)
class Replaced:
    """A wrong scan of a paper of the case, and what took its place; `issue_id` where it is of a form."""

    scan: str
    now: str
    reason: str
    title: str
    number: str = ""
    issue_id: str = ""


@dataclass(frozen=True)
class Issued:
    """A form that was issued.

    `seq` is the event after which the case is printed, `template` the SHA-256 of the template then
    in force, or empty for the shipped one; `signed` names the scan of the signed paper.
    """

    issue_id: str
    form_id: str
    number: str
    by: Hand
    at: datetime
    seq: int
    template: str = ""
    remarks: str = ""
    void: str = ""
    signed: str = ""
    #: Which hold or discussion it tells of (see `about.py`); empty for other papers, and older ones.
    about: str = ""
    #: Under which of its other names it was issued (`Form.otherwise`); empty for the usual one.
    titled: str = ""

    @property
    def title(self) -> Both:
        """What the paper is called, as it was issued."""
        return form_of(self.form_id).title(self.titled)
