"""What an answer about a score rests on: papers of the vault, and an expert's or third party's opinion."""

from collections.abc import Mapping
from typing import Any

from casework.actors import Actor
from casework.acts import required
from casework.commands.points import ResolveObjection, ReviewScore, Weighing
from casework.points.papers import unused_certificate
from casework.points.state import PointsState
from casework.refusal import refuse


def weighed(states: Mapping[str, Any], file: PointsState, c: Weighing) -> dict[str, Any]:
    """What the event says of it: each paper by id and name; nothing where nothing was named.

    Refuses FIELD_REQUIRED for papers of which nobody says what they show, and for an opinion without
    its author, conclusion or paper (实施细则 13–14, local).
    """
    if c.materials:
        required(materials_show=c.materials_show)
    elif c.materials_show or c.materials_closed:
        raise refuse("FIELD_REQUIRED", field="复核材料（证据）", field_en="papers of the vault")
    spoke = bool(c.expert or c.expert_unit or c.expert_opinion or c.expert_paper)
    if spoke:
        required(
            expert=c.expert, expert_opinion=c.expert_opinion, expert_paper=c.expert_paper or ""
        )
    if not (c.materials or spoke):
        return {}
    if c.expert_paper in c.materials:
        raise refuse(
            "BAD_VALUE", field="复核材料", field_en="the papers",
            why="书面意见已单独列明，不再列入复核材料",
            why_en="the written opinion is named by itself and is not one of them again",
        )  # fmt: skip
    for evidence_id in c.weighed:
        unused_certificate(states, evidence_id, file)
    told = {
        "materials": [_named(states, one) for one in dict.fromkeys(c.materials)],
        "show": c.materials_show,
        "closed": c.materials_closed,
        "expert": c.expert,
        "unit": c.expert_unit,
        "opinion": c.expert_opinion,
        "paper": _named(states, c.expert_paper) if c.expert_paper else None,
    }
    return {"weighed": told}


def _named(states: Mapping[str, Any], evidence_id: str) -> dict[str, str]:
    return {"certificate": evidence_id, "name": states[f"evidence:{evidence_id}"].name}


def of_weighing(
    command: ResolveObjection | ReviewScore, actor: Actor, states: Mapping[str, Any]
) -> tuple[str, ...]:
    """The doctor's file, and the custody chain of each paper that the answer rests on."""
    return (f"points:{command.prac_psn_code}", *(f"evidence:{one}" for one in command.weighed))
