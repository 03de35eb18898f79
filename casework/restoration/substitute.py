"""Whose party organisation gives the opinion, where the doctor's institution has none."""

from datetime import date

from casework.acts import draft
from casework.events import Draft
from casework.points.parameters import BureauState
from casework.points.state import PointsState
from casework.restoration.state import Step


def substitute(bureau: BureauState, fixmedins_code: str, on: date) -> str:
    """Code of the body that stands in for an institution on a day; empty where it has its own.

    The parameter lists beginnings of codes: the longest that fits decides.
    """
    listed = (one.split("=") for one in bureau.value("no_party_organisation", on).split(";") if one)
    fitting = [(start, body) for start, body in listed if fixmedins_code.startswith(start)]
    return max(fitting, key=lambda one: len(one[0]), default=("", ""))[1]


def turned_to(file: PointsState, own: str, bureau: BureauState, today: date) -> list[Draft]:
    """RestorationTurnedToParty where another body than before has the say: its time runs anew.

    `own` is the institution after the move, empty where there is none yet.
    """
    application = file.restoration
    if application is None or not own:
        return []
    step = application.halted_from if application.step is Step.HALTED else application.step
    body = substitute(bureau, own, today)
    if step is not Step.PARTY or (body or own) == (application.party_body or file.fixmedins_code):
        return []
    return [draft(file.stream, "RestorationTurnedToParty", fixmedins_code=own, party_body=body)]
