"""What a paper of a case is called: some forms bear another name where the case asks for it."""

from collections.abc import Callable, Mapping
from typing import Final

from casework.cases.parts import Service
from casework.cases.served import NAMES
from casework.cases.state import CaseState
from casework.documents.about import about_of, kind_of
from casework.documents.catalogue import Form, form_of
from casework.documents.internal import INTERNAL
from casework.wording import Both

#: When a form bears another name (`Form.otherwise`).
WHEN: Final[Mapping[str, Callable[[CaseState], bool]]] = {
    "spared": lambda case: case.spared,
    "on_spot": lambda case: case.on_spot,
    "no_fine": lambda case: case.decision is not None and not case.decision.fine,
}


def titled_of(case: CaseState, form: Form) -> str:
    """Under which of its other names a form is issued now; "" for its usual one."""
    if form.id == INTERNAL:
        return kind_of(case, about_of(case, form.id))
    return next((one.when for one in form.otherwise if WHEN[one.when](case)), "")


def title_now(case: CaseState, form: Form) -> Both:
    """What a form that is issued now is called."""
    return form.title(titled_of(case, form))


def served_paper(case: CaseState, service: Service) -> Both:
    """The name of what was served: of the issued paper, or of the decision that no service names by paper."""
    paper = next((one for one in case.forms if one.issue_id == service.issue_id), None)
    if paper is not None:
        return paper.title
    decision = case.decision
    if decision is not None and service.served in _DECISIONS:
        punished, spared = _DECISIONS[service.served]
        form = form_of(spared if decision.ruling == "no_penalty" else punished)
        return title_now(case, form)
    return Both(*NAMES[service.served])


#: What is served of a decision: the form that measures or punishes, and that does not.
_DECISIONS: Final = {
    "decision": ("decision", "no_penalty"),
    "handling": ("handling_decision", "no_handling"),
}
