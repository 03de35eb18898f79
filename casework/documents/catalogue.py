"""The forms there are, and the number series of the bureau (局令第4号)."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from casework.refusal import refuse
from casework.wording import Both


@dataclass(frozen=True)
class Otherwise:
    """Another name of a form, and `when` it bears it (see titles.py)."""

    when: str
    zh: str
    en: str


@dataclass(frozen=True)
class Form:
    """One legal form. `series` names the number series, or is empty; `inner`: for the 副卷.

    `approves`: the events whose opinions an approval form prints, `due` those that are nothing
    without it. `otherwise`: what the form is called where a case asks for another name. `of`: what it is filled from, a case, a measure of one of `kinds`, or a letter of
    entrustment. `proves`: signed, it is evidence of the facts, not a paper of the procedure.
    """

    id: str
    zh: str
    en: str
    basis: str
    needs: tuple[str, ...] = ()
    series: str = ""
    inner: bool = False
    approves: tuple[str, ...] = ()
    due: tuple[str, ...] = ()
    of: str = "case"
    kinds: tuple[str, ...] = ()
    proves: bool = False
    otherwise: tuple[Otherwise, ...] = ()

    def title(self, titled: str = "") -> Both:
        """What the paper is called; `titled` names the case of `otherwise` in which it was issued."""
        other = next((one for one in self.otherwise if one.when == titled), self)
        return Both(other.zh, other.en)


#: Parameters with the 发文代字 of the bureau and of its agency.
WORD: Final = "document_word"
AGENCY_WORD: Final = "agency_document_word"


@dataclass(frozen=True)
class Series:
    """A number series: its mark inside the number, and its title; `agency`: under the agency's own word."""

    id: str
    mark: str
    zh: str
    en: str
    agency: bool = False

    @property
    def word(self) -> str:
        """The parameter that has the word of its numbers."""
        return AGENCY_WORD if self.agency else WORD


@cache
def _table() -> Mapping[str, Any]:
    path = Path(__file__).with_name("catalogue.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def forms() -> Mapping[str, Form]:
    """All forms by id, in the order in which a case needs them."""
    lists = ("needs", "approves", "due", "kinds")
    rows = ({"due": row.get("approves", ()), **row} for row in _table()["form"])
    return {
        row["id"]: Form(
            **{
                **row,
                **{name: tuple(row.get(name, ())) for name in lists},
                "otherwise": tuple(Otherwise(**one) for one in row.get("otherwise", ())),
            }
        )
        for row in rows
    }


@cache
def approvals() -> frozenset[str]:
    """Events that some approval form prints, or after which a record has to be there, signed."""
    told = ((*form.approves, *form.due) for form in forms().values())
    return frozenset(event for events in told for event in events)


def case_forms() -> tuple[Form, ...]:
    """The forms that are filled from a case."""
    return tuple(form for form in forms().values() if form.of == "case")


@cache
def all_series() -> Mapping[str, Series]:
    """The number series by id."""
    return {name: Series(name, **row) for name, row in _table()["series"].items()}


def form_of(form_id: str) -> Form:
    """A form by its id; refuses NOT_FOUND."""
    form = forms().get(form_id)
    if form is None:
        raise refuse("NOT_FOUND", what=f"文书 {form_id}", what_en=f"form {form_id}")
    return form


def number_text(series: str, word: str, year: int, serial: int) -> str:
    """The number of a document as it is printed: 云医保罚〔2026〕12号. `word` is the bureau's 发文代字."""
    return f"{word}{all_series()[series].mark}〔{year}〕{serial}号"
