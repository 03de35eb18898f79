"""Whose party organisation gives the opinion, where the doctor's institution has none."""

from datetime import date

from casework.points.parameters import BureauState


def substitute(bureau: BureauState, fixmedins_code: str, on: date) -> str:
    """Code of the body that stands in for an institution on a day; empty where it has its own.

    The parameter lists beginnings of codes: the longest that fits decides.
    """
    listed = (one.split("=") for one in bureau.value("no_party_organisation", on).split(";") if one)
    fitting = [(start, body) for start, body in listed if fixmedins_code.startswith(start)]
    return max(fitting, key=lambda one: len(one[0]), default=("", ""))[1]
