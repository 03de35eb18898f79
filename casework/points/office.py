"""Whose act a score is: 记分 belongs to the 经办机构 under the agreement (条例 13; 鲁医保发〔2025〕5号, mark S).

Its people record, serve, review and annul their own scores. The bureau's officers record scores where the
bureau's parameter lets them, and go on with those that they, or anybody before it was kept, recorded.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any, Final

from casework.actors import AGENCY, Actor, Role
from casework.acts import Act, Ask
from casework.points.parameters import BureauState
from casework.points.state import PointsState, ScoreEntry
from casework.refusal import Refusal, refuse

OF_AGENCY: Final = "agency"
OF_BUREAU: Final = "bureau"
#: The parameter that says whether the bureau's officers record scores, too.
RECORDERS: Final = "score_recorders"


def office_of(actor: Actor) -> str:
    """Who acts through `actor`: the agency or the bureau."""
    return OF_AGENCY if actor.holds(*AGENCY) else OF_BUREAU


def may_record(bureau: BureauState, actor: Actor, on: date) -> None:
    """Refuse SCORE_OF_AGENCY to the bureau's officers where no parameter lets them."""
    if office_of(actor) == OF_BUREAU and bureau.value(RECORDERS, on) != OF_BUREAU:
        raise _of_agency()


def recorders(file: PointsState, actor: Actor, at: datetime) -> None:
    """Guard: the same for a page that offers acts, once it knows the parameter."""
    if office_of(actor) == OF_BUREAU and file.score_recorders == OF_AGENCY:
        raise _of_agency()


def goes_on(entry: ScoreEntry, actor: Actor) -> bool:
    """Whether the score is for this office to serve and to take objections to."""
    return entry.office != OF_AGENCY or office_of(actor) == OF_AGENCY


def may_annul(entry: ScoreEntry, actor: Actor) -> bool:
    """Whoever leads the bureau annuls any score, the agency's head those of the agency."""
    return actor.holds(Role.SUPERVISOR, Role.HEAD) or entry.office == OF_AGENCY


def of_its_office(act: Act) -> Act:
    """An act on a served or unserved score that only the office does whose score it is."""
    answer: Callable[[Any], Any] = act.answer

    def answered(ask: Ask[Any, PointsState]) -> Any:
        entry = ask.state.entry(ask.command.entry_id)
        if entry is not None and not goes_on(entry, ask.actor):
            raise _of_agency()
        return answer(ask)

    return replace(act, answer=answered, guards=(*act.guards, _some))


def _some(file: PointsState, actor: Actor, at: datetime) -> None:
    if not any(goes_on(entry, actor) for entry in file.entries if not entry.void):
        raise _of_agency()


def _of_agency() -> Refusal:
    return refuse("SCORE_OF_AGENCY")
