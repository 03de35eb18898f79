"""The grid of members by days on paper: in each cell the minute and the number of the doctor."""

from casework.events import Json
from graph.rings.dossier.paper import Paper
from graph.rings.dossier.words import clock

#: Days that fit beside the members on one page, with room for a minute in each cell.
DAYS_A_PAGE = 14


def grids(paper: Paper) -> list[Json]:
    """The grid in pages of days: under each day the number of its institution; in each cell how far
    off the day (-1, 0, 1), the minute and the number of the doctor, as the tables number them."""
    dossier = paper.dossier
    places = {one.code: number for number, one in enumerate(dossier.summary.institutions, 1)}
    doctors = {one.code: number for number, one in enumerate(dossier.summary.doctors, 1)}
    marks = {(mark.member, mark.day): mark for mark in dossier.marks}

    def cell(row: int, day: int) -> list[Json]:
        state, mark = dossier.grid[row][day], marks.get((row, day))
        if mark is None:
            return [state, 0, "", 0]
        return [state, mark.off, clock(mark.minute), doctors.get(mark.doctor or "", 0)]

    pages: list[Json] = []
    for first in range(0, len(dossier.days), DAYS_A_PAGE):
        days = range(first, min(first + DAYS_A_PAGE, len(dossier.days)))
        pages.append(
            {
                "days": [
                    [
                        dossier.days[day].day.isoformat(),
                        places.get(dossier.days[day].fixmedins_code, 0),
                        dossier.days[day].attended,
                    ]
                    for day in days
                ],
                "rows": [
                    {
                        "no": row + 1,
                        "name": f"{face.name} {face.member.psn_no[-6:]}".strip(),
                        "cells": [cell(row, day) for day in days],
                    }
                    for row, face in enumerate(dossier.faces)
                ],
            }
        )
    return pages
