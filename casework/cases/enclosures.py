"""Items of the vault that the party hands in with what it says: from then on they are evidence of the case."""

from collections.abc import Mapping
from typing import Any, Protocol

from casework.actors import Actor
from casework.acts import Ask
from casework.cases.state import CaseState
from casework.custody.attached import attached
from casework.custody.handed_in import handed_in, told_of
from casework.custody.scans import of_another
from casework.custody.state import Serves
from casework.documents.scans import scans_of
from casework.events import Draft


class Enclosing(Protocol):
    """A command of the party on its case, with what it put into the vault for it."""

    @property
    def case_no(self) -> str:
        """The case."""

    @property
    def enclosures(self) -> tuple[str, ...]:
        """Evidence ids."""


def of_enclosures(command: Enclosing, actor: Actor, states: Mapping[str, Any]) -> tuple[str, ...]:
    """The case and the custody chain of each item."""
    papers = (f"evidence:{one}" for one in dict.fromkeys(command.enclosures))
    return (f"case:{command.case_no}", *papers)


def enclosed(ask: Ask[Any, CaseState], proves: str) -> tuple[list[Draft], list[dict[str, object]]]:
    """What attaches the items that are not the case's yet, and what the party's event tells of all of them.

    Refuses NOT_FOUND for an item of another case, SCAN_TAKEN for one that is another paper.
    """
    case, drafts, told = ask.state, list[Draft](), list[dict[str, object]]()
    known = {one.evidence_id for one in case.evidence}
    for evidence_id in dict.fromkeys(ask.command.enclosures):
        item = handed_in(ask.states, evidence_id, case.case_no)
        paper = Serves(f"{case.stream}/enclosed:{evidence_id}", "当事人提交的材料", "handed in")
        of_another(item, evidence_id, paper, scans_of(case))
        if evidence_id not in known:
            drafts += attached(case.case_no, evidence_id, item, proves)
        told.append(told_of(evidence_id, item))
    return drafts, told
