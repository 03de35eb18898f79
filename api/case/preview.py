"""Acts by which a decision falls or changes: what they mean for the scores and measures on it."""

from __future__ import annotations

from typing import Any

from strawberry.tools import create_type

from api.case.acts import CASE_ACTS
from api.context import Context
from api.names import pick
from api.points.preview import preview_of
from api.points.types import Consequence, PointsPreview
from casework.measures.consequences import subject_of
from graph.points.preview import preview_case

#: Acts after which scores and measures of a case may fall, or scores have to be reviewed.
CHANGING = frozenset({"caseAnnulDecision", "caseRemedyClose"})


async def _of_case(context: Context, command: Any) -> PointsPreview:
    """What follows for every doctor with a score of the case, and every subject of its measures."""
    language = context.language
    found = await preview_case(context.driver, command, context.actor, context.at)
    named = [(file.name, file.prac_psn_code, ones) for file, ones in found.files]
    named += [(subject_of(state), state.subject_key, ones) for state, ones in found.measures]
    told = [
        Consequence(
            kind=one.kind,
            text=pick(language, f"{name}（{code}）：{one.zh}", f"{name} ({code}): {one.en}"),
            starts=one.starts,
            until=one.until,
        )
        for name, code, ones in named
        for one in ones
    ]
    return PointsPreview(refused=None, code=None, status_title=None, consequences=told)


CasePreviews = create_type(
    "CasePreviews",
    [
        preview_of(
            act,
            _of_case,
            f"What {act.name} would mean for scores and measures; nothing is written.",
        )
        for act in CASE_ACTS
        if act.name in CHANGING
    ],
)
