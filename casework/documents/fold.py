"""Events of documents, folded into the state of their case."""

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from casework.cases.state import CaseState
from casework.copying import replace
from casework.documents.state import Allotted, Issued, Replaced
from casework.events import Event
from casework.hands import hand_from


def allot_docket(s: CaseState, d: Mapping[str, Any]) -> CaseState:
    """The number of the case, from the series of such; a case of before has none."""
    number = d.get("docket_no", "")
    return replace(_allotted(s, d.get("series"), {**d, "number": number}), docket_no=number)


class Numbered(Protocol):
    """A command whose number the store may allot."""

    @property
    def serial(self) -> int | None:
        """Its place in the series; None where the number was typed."""
        ...

    @property
    def year(self) -> int | None:
        """The year of the series."""
        ...


def _issued(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    form = Issued(
        issue_id=d["issue_id"],
        form_id=d["form_id"],
        number=d["number"],
        by=hand_from(d),
        at=e.at,
        seq=e.seq - 1,
        template=d["template"],
        remarks=d["remarks"],
        about=d.get("about", ""),
        titled=d.get("titled", ""),
    )
    return replace(_allotted(s, d.get("series"), d), forms=(*s.forms, form))


def allot_decision(s: CaseState, d: Mapping[str, Any]) -> CaseState:
    """Remember the number of a decision that came from its series.

    Decisions not to punish took theirs from that of penalties before they had their own.
    """
    series = d.get("series", "decision") if d.get("serial") else None
    return _allotted(s, series, {**d, "number": d["decision_no"]})


def series_of(command: Numbered, series: str) -> dict[str, object]:
    """What an event keeps of a number that the store allotted; nothing of one that was typed."""
    if command.serial is None:
        return {}
    return {"series": series, "serial": command.serial, "year": command.year}


def allot(s: CaseState, series: str, d: Mapping[str, Any]) -> CaseState:
    """Remember the number of a letter that came from its series; one that was typed is in none."""
    return _allotted(s, series if d.get("serial") else None, {**d, "number": d["document_no"]})


def _allotted(s: CaseState, series: str | None, d: Mapping[str, Any]) -> CaseState:
    if not series:
        return s
    number = Allotted(series, int(d["year"]), int(d["serial"]), d["number"])
    return replace(s, numbers=(*s.numbers, number))


def _voided(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    gone = next(form for form in s.forms if form.issue_id == d["issue_id"])
    forms = tuple(replace(f, void=d["reason"]) if f is gone else f for f in s.forms)
    own = gone.number if gone.form_id not in OF_AN_ACT else ""
    numbers = tuple(
        replace(n, void=d["reason"]) if own and n.number == own else n for n in s.numbers
    )
    return replace(s, forms=forms, numbers=numbers)


def _signed(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    form = next(one for one in s.forms if one.issue_id == d["issue_id"])
    told = {
        "title": form.title.zh,
        "number": form.number,
        "issue_id": form.issue_id,
    }
    forms = tuple(replace(f, signed=d["evidence_id"]) if f is form else f for f in s.forms)
    return keep_former(replace(s, forms=forms), d, d["evidence_id"], **told)


def keep_former(s: CaseState, d: Mapping[str, Any], now: str, **told: str) -> CaseState:
    """Remember the scan whose place was taken for a reason; one that was damaged or lost has none."""
    if not d.get("reason") or not d.get("former"):
        return s
    gone = Replaced(d["former"], now, d["reason"], **{"title": d.get("paper", ""), **told})
    return replace(s, replaced=(*s.replaced, gone))


#: Forms that bear the number of a decision or a transfer: it stands with that, not with a print.
OF_AN_ACT = frozenset(
    {"decision", "no_penalty", "transfer", "clue_transfer"}
    | {"handling_decision", "no_handling", "performance_decision"}
)
DOCUMENT_FOLDS: dict[str, Callable[..., CaseState]] = {
    "FormIssued": _issued,
    "FormVoided": _voided,
    "FormSigned": _signed,
}
