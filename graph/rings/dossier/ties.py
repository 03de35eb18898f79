"""The network of a ring on paper: members, who treated them, and where, laid out by networkx.

Members lie where the page has them to begin with; a few steps of forces then bring in doctors and
institutions, and whoever would still lie on somebody else is pushed aside. The same ring gives the same
picture.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Any, Final

import networkx as nx
import numpy as np

from casework.events import Json
from graph.rings.model import Floats
from graph.rings.network import SEED, network_of
from graph.rings.read import RingDossier

#: Doctors and institutions that are drawn, those with most joint visits first.
MOST_PARTIES: Final = 12
WIDE: Final = 1000
#: How high the picture is beside its width.
FLAT: Final = 0.62
STEPS: Final = 60
#: Turns in which those that lie on each other are pushed apart.
TURNS: Final = 200


def ties(dossier: RingDossier) -> dict[str, Json]:
    """`nodes` (kind, number in its table, place), `visits` between a member and a doctor or else an
    institution, `works` between doctor and institution, `met` between members with their joint days:
    nodes by position, places in thousandths of the width. No node where the ring is too large or too
    small to be drawn."""
    ring = dossier.summary
    met = network_of(len(dossier.faces), dossier.marks)
    if not met.spots:
        return {"nodes": [], "met": [], "visits": [], "works": [], "circles": [], "left": 0}
    people = len(dossier.faces)
    doctors = {one.code: people + row for row, one in enumerate(ring.doctors[:MOST_PARTIES])}
    first = people + len(doctors)
    places = {one.code: first + row for row, one in enumerate(ring.institutions[:MOST_PARTIES])}
    visits: Counter[tuple[int, int]] = Counter()
    works: Counter[tuple[int, int]] = Counter()
    for mark in dossier.marks:
        place = places.get(dossier.days[mark.day].fixmedins_code)
        doctor = doctors.get(mark.doctor or "")
        party = place if doctor is None else doctor
        if party is not None:
            visits[mark.member, party] += 1
        if doctor is not None and place is not None:
            works[doctor, place] += 1
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(first + len(places)))
    graph.add_weighted_edges_from((a, b, n / 4) for a, b, n in met.ties)
    graph.add_weighted_edges_from((a, b, n) for (a, b), n in sorted(visits.items()))
    graph.add_weighted_edges_from((a, b, n / people) for (a, b), n in sorted(works.items()))
    spots = _apart(_laid(graph, met.spots), people)
    kinds = ["member"] * people + ["doctor"] * len(doctors) + ["place"] * len(places)
    numbers = [*range(1, people + 1), *range(1, len(doctors) + 1), *range(1, len(places) + 1)]
    left = len(ring.doctors) - len(doctors) + len(ring.institutions) - len(places)
    return {
        "nodes": [
            {"kind": kind, "no": number, "at": [round(float(x)), round(float(y))]}
            for kind, number, (x, y) in zip(kinds, numbers, spots, strict=True)
        ],
        "roles": [face.member.role for face in dossier.faces],
        "met": [list(tie) for tie in met.ties],
        "visits": [[a, b, n] for (a, b), n in sorted(visits.items())],
        "works": [[a, b, n] for (a, b), n in sorted(works.items())],
        "circles": [[row + 1 for row in circle] for circle in met.circles],
        "left": left,
    }


def _laid(graph: "nx.Graph[int]", spots: Sequence[tuple[float, float]]) -> Floats:
    """Places between 0 and the picture's width and height."""
    middle: tuple[float, float] = (0.0, 0.0)
    begin = {node: spots[node] if node < len(spots) else middle for node in graph}
    # Two in one place never part under forces alone.
    begin = {node: (x + node * 1e-4, y - node * 1e-4) for node, (x, y) in begin.items()}
    away = 2.2 / max(1.0, len(graph) ** 0.5)
    found: Any = nx.spring_layout(
        graph, pos=begin, k=away, iterations=STEPS, seed=SEED, weight="weight"
    )
    places = np.array([found[node] for node in sorted(graph)], dtype=float)
    low, high = places.min(axis=0), places.max(axis=0)
    # Evened by rank: forces crowd the middle, and a picture on paper cannot be zoomed.
    even = (places - low) / np.where(high > low, high - low, 1.0)
    ranked = places.argsort(axis=0).argsort(axis=0) / max(1, len(places) - 1)
    mixed: Floats = (0.5 * even + 0.5 * ranked) * np.array([WIDE, WIDE * FLAT])
    return mixed


def _apart(spots: Floats, people: int) -> Floats:
    """Nobody lies on anybody else."""
    room = np.array([WIDE, WIDE * FLAT])
    size = min(44.0, 0.8 * (WIDE * WIDE * FLAT / max(1, len(spots))) ** 0.5)
    wide = np.where(np.arange(len(spots)) < people, 1.0, 1.35) * size
    least = np.maximum(wide[:, None], wide[None, :])
    found = spots.copy()
    for _ in range(TURNS):
        away = found[:, None] - found[None, :]
        far = np.hypot(away[..., 0], away[..., 1])
        np.fill_diagonal(far, np.inf)
        lack = np.clip(least - far, 0.0, None)
        if not lack.any():
            break
        # Two in the very same place part sideways, the later one to the right.
        same = far < 1e-9
        away[same] = np.sign(np.subtract.outer(range(len(far)), range(len(far))))[same][:, None] * (
            1,
            0,
        )
        way = away / np.where(same, 1.0, far)[..., None]
        found = np.clip(found + (way * (lack / 2)[..., None]).sum(axis=1) * 0.6, 0, room)
    return found
