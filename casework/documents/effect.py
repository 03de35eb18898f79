"""What gives a decision effect: the head's signed approval and the seal, on paper.

Of a penalty they are the bureau's, of a handling under the agreement the agency's. Both are scans in the vault, attached to the forms that were issued after the decision. Without them
the decision cannot be served, and so binds nobody.
"""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path

from casework.actors import Actor
from casework.cases.state import CaseState
from casework.clocks.calendars import local_date
from casework.commands.case import Path as CasePath
from casework.dated import in_force
from casework.documents.state import Issued
from casework.refusal import Refusal, refuse

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

    Nothing before a decision, nor for one on the spot, which is handed over there (处罚法 52), nor for a
    handling that was decided before its papers were asked for.
    """
    decision = case.decision
    if decision is None or case.on_spot or not decision.seq:
        return
    agreed = case.path is CasePath.AGREEMENT
    of = "handling_effect" if agreed else "decision"
    yield from _papers(case, of, decision.at, decision.seq)


def performance_papers(case: CaseState) -> Iterator[Paper]:
    """The same of the decision that a handling is performed; nothing of one of before they were asked for."""
    one = case.performance
    if one is not None and one.papered:
        yield from _papers(case, "performance_effect", one.at, one.seq)


def public_papers(case: CaseState) -> Iterator[Paper]:
    """The text for the public of a decision that is to be published, issued as it was approved."""
    one = case.publication
    if one is not None and one.impact and not case.published:
        yield from _papers(case, "publication", one.at, one.seq)


def spot_papers(case: CaseState) -> Iterator[Paper]:
    """The signed decision that was handed over on the spot; nothing of one of before, or that fell."""
    if case.spot_seq and case.decision is not None and not case.annulled:
        yield from _papers(case, "spot", case.decision.at, case.spot_seq)


def _papers(case: CaseState, of: str, at: datetime, seq: int) -> Iterator[Paper]:
    on = local_date(at)
    for need in needs():
        if need.of == of and in_force(need, on):
            fitting = [
                form
                for form in case.forms
                if form.form_id in need.forms and not form.void and form.seq >= seq
            ]
            signed = [form for form in fitting if form.signed]
            yield Paper(need, next(reversed(signed or fitting), None))


def effective(case: CaseState, actor: Actor, at: datetime) -> None:
    """Guard: the decision has its papers. Refuses NOT_EFFECTIVE with the first that is missing."""
    there(papers(case))


def there(wanted: Iterable[Paper]) -> None:
    """Refuses NOT_EFFECTIVE with the first paper that is not there, signed."""
    for paper in wanted:
        if not paper.evidence_id:
            raise not_effective(paper.need)


def not_effective(need: Need) -> Refusal:
    """NOT_EFFECTIVE without the paper of a need."""
    return refuse(
        "NOT_EFFECTIVE",
        what=need.zh,
        what_en=need.en,
        basis=need.basis,
        basis_en=need.basis_en,
    )


def effect_of(wanted: Iterable[Paper]) -> list[dict[str, str]]:
    """The papers on which the effect rests, as an event keeps them."""
    return [
        {"need": p.need.id, "evidence_id": p.evidence_id, "basis": p.need.basis} for p in wanted
    ]
