"""What gives a decision effect: the head's signed approval and the bureau's seal, on paper.

Both are scans in the vault, attached to the forms that were issued after the decision. Without them
the decision cannot be served, and so binds nobody.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path

from casework.actors import Actor
from casework.cases.state import CaseState
from casework.clocks.calendars import local_date
from casework.dated import in_force
from casework.documents.state import Issued
from casework.refusal import refuse

FILE = Path(__file__).parent / "effect.toml"


@dataclass(frozen=True)
class Need:
    """A paper that a decision needs for its effect; one of `forms` must come back signed."""

    id: str
    forms: tuple[str, ...]
    zh: str
    en: str
    basis: str
    basis_en: str
    mark: str
    valid_from: date
    valid_to: date | None = None
    of: str = "decision"


@dataclass(frozen=True)
class Paper:
    """How a need is met: the newest `form` issued for it; None where there is none."""

    need: Need
    form: Issued | None

    @property
    def evidence_id(self) -> str:
        """The scan's number in the vault; empty while it is missing."""
        return self.form.signed if self.form else ""


@cache
def needs() -> tuple[Need, ...]:
    """Every need, of all papers and times."""
    rows = tomllib.loads(FILE.read_text("utf-8"))["need"]
    return tuple(Need(**{**row, "forms": tuple(row["forms"])}) for row in rows)


@cache
def notice_forms() -> frozenset[str]:
    """The forms that tell a party of a penalty to come, of all times."""
    return frozenset(form for need in needs() if need.of == "notice" for form in need.forms)


def papers(case: CaseState) -> Iterator[Paper]:
    """The needs of the case's decision under the law of its day, and what meets them.

    Nothing before a decision, nor for one on the spot, which is handed over there (处罚法 52).
    """
    decision = case.decision
    if decision is None or case.on_spot or not decision.seq:
        return
    on = local_date(decision.at)
    for need in needs():
        if need.of == "decision" and in_force(need, on):
            fitting = [
                form
                for form in case.forms
                if form.form_id in need.forms and not form.void and form.seq >= decision.seq
            ]
            signed = [form for form in fitting if form.signed]
            yield Paper(need, next(reversed(signed or fitting), None))


def effective(case: CaseState, actor: Actor, at: datetime) -> None:
    """Guard: the decision has its papers. Refuses NOT_EFFECTIVE with the first that is missing."""
    for paper in papers(case):
        if not paper.evidence_id:
            need = paper.need
            raise refuse(
                "NOT_EFFECTIVE",
                what=need.zh,
                what_en=need.en,
                basis=need.basis,
                basis_en=need.basis_en,
            )


def effect_of(case: CaseState) -> list[dict[str, str]]:
    """The papers on which the effect rests, as an event keeps them."""
    return [
        {"need": p.need.id, "evidence_id": p.evidence_id, "basis": p.need.basis}
        for p in papers(case)
    ]
