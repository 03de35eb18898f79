"""Approvals on paper: each prints as its form and comes back signed before the case is closed.

The signature makes the approval (处罚法 57); the record of it here is no more than its account.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from casework.actors import Actor
from casework.documents.catalogue import Form, case_forms, missing_of
from casework.documents.state import Issued
from casework.refusal import refuse

if TYPE_CHECKING:
    from casework.cases.state import CaseState

#: The closing is approved by being done: its own form follows, and is asked for with the volumes.
CLOSING: Final = "closing"


@dataclass(frozen=True)
class Due:
    """An approval of the case and the `issued` form that tells it; None where there is none."""

    form: Form
    issued: Issued | None

    @property
    def signed(self) -> str:
        """The scan's number in the vault; empty while it is missing."""
        return self.issued.signed if self.issued else ""


def due(case: "CaseState") -> Iterator[Due]:
    """The approval forms that the case has to hold, in the order of the procedure.

    One form tells of all approvals of its kind, so it is issued after the latest of them; the only
    one of its kind may have been printed before it was entered, and signed by hand.
    """
    for form in case_forms():
        told = sorted(seq for kind in form.due for seq in case.approved.get(kind, ()))
        if not told or missing_of(form, case) is not None:
            continue
        own = [one for one in case.forms if one.form_id == form.id and not one.void]
        late = [one for one in own if one.seq >= told[-1] or (one.signed and len(told) == 1)]
        signed = [one for one in late if one.signed]
        yield Due(form, next(reversed(signed or late), None))


def unsigned(case: "CaseState") -> tuple[Due, ...]:
    """What is missing of them, or is not back with its signature."""
    return tuple(one for one in due(case) if not one.signed and one.form.id != CLOSING)


def approvals_signed(case: "CaseState", actor: Actor, at: datetime) -> None:
    """Guard: every approval is there on paper. Refuses APPROVALS_UNSIGNED with the list."""
    lacking = unsigned(case)
    if not lacking:
        return
    zh = [f"{x.form.zh}（{'未附签字件' if x.issued else '未出具'}）" for x in lacking]
    en = [f"{x.form.en} ({'not signed' if x.issued else 'not issued'})" for x in lacking]
    raise refuse(
        "APPROVALS_UNSIGNED", count=len(lacking), forms="、".join(zh), forms_en="; ".join(en)
    )
