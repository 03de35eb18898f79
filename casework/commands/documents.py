"""Commands on the documents of a case and on their templates."""

from dataclasses import dataclass

from casework.commands.base import Command
from casework.commands.case import CaseCommand


@dataclass(frozen=True, kw_only=True)
class IssueForm(CaseCommand):
    """Issue a form filled from the case. A form of a series gets its next number.

    `number`, `serial`, `year` and `template` are filled by the store, which holds the series and
    the templates; `remarks` is printed where the form has room for it.
    """

    form_id: str
    remarks: str = ""
    number: str = ""
    serial: int | None = None
    year: int | None = None
    template: str = ""


@dataclass(frozen=True, kw_only=True)
class VoidForm(CaseCommand):
    """Void an issued form (作废); its number stays in the series and is never given again."""

    issue_id: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class SignForm(CaseCommand):
    """Attach the scan of the signed and stamped paper, an item of evidence of this case.

    With a `reason` it takes the place of a wrong one, which stays in the vault.
    """

    issue_id: str
    evidence_id: str
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class ReplaceTemplate(Command):
    """Put the bureau's own template of a form in force; an empty `sha256` is the shipped one."""

    form_id: str
    sha256: str = ""
    size: int = 0
    name: str = ""
    note: str = ""
