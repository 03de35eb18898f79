"""What an act on a case would mean: for the scores and measures on it, for the way to the court."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from strawberry.tools import create_type

from api.case.acts import CASE_ACTS
from api.context import Context
from api.names import pick
from api.points.preview import preview_of
from api.points.types import Consequence, PointsPreview
from casework.agreement.converted import foreseen
from casework.measures.consequences import subject_of
from graph.points.preview import preview_case, preview_demand

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


async def _of_conversion(context: Context, command: Any) -> PointsPreview:
    """What is taken over, what ends and what is not recovered twice, then scores and measures."""
    found = await preview_case(context.driver, command, context.actor, context.at)
    told = [
        Consequence(
            kind="conversion", text=pick(context.language, one.zh, one.en), starts=None, until=None
        )
        for one in foreseen(found.case)
    ]
    beside = await _of_case(context, command)
    return replace(beside, consequences=[*told, *beside.consequences])


async def _of_demand(context: Context, command: Any) -> PointsPreview:
    """Whether the court can still be asked once the demand has run out."""
    language = context.language
    found = await preview_demand(context.driver, command, context.actor, context.at)
    told = []
    if found is not None:
        (title, title_en), (text, text_en) = found.title, found.text
        said = pick(language, f"{title}：{text}", f"{title_en}. {text_en}")
        told = [Consequence(kind=found.window.value, text=said, starts=None, until=found.last)]
    return PointsPreview(refused=None, code=None, status_title=None, consequences=told)


#: By act: what it foresees, and how the query says so.
FORESEES = {
    **dict.fromkeys(
        CHANGING,
        (_of_case, "What {act} would mean for scores and measures; nothing is written."),
    ),
    "caseConvert": (
        _of_conversion,
        "What {act} would take over, end, and not recover twice; nothing is written.",
    ),
    "casePress": (
        _of_demand,
        "Whether {act} leaves time to ask the court for enforcement; nothing is written.",
    ),
}

CasePreviews = create_type(
    "CasePreviews",
    [
        preview_of(act, FORESEES[act.name][0], FORESEES[act.name][1].format(act=act.name))
        for act in CASE_ACTS
        if act.name in FORESEES
    ],
)
