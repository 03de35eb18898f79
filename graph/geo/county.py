"""Where some institutions stand in the county, for a map that is drawn on paper."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, LiteralString

import neo4j

from casework.actors import Viewer
from graph.explore.reading import read
from graph.geo.outline import Json, Point
from graph.geo.places import geo, place_of

ASKED: Final[LiteralString] = """
MATCH (i:Institution) WHERE i.fixmedins_code IN $codes
RETURN i ORDER BY i.fixmedins_code
"""


@dataclass(frozen=True, slots=True)
class County:
    """The outlines (None where nobody keeps any), where the institutions of the county stand, and of
    the ones asked for those that say where (lon, lat), by code."""

    outline: Json | None = None
    places: tuple[Point, ...] = ()
    asked: Mapping[str, Point] = field(default_factory=dict)


async def county(
    driver: neo4j.AsyncDriver, viewer: Viewer, home: Path, codes: Sequence[str]
) -> County:
    """The county with the institutions of these codes, as the page's map has it. Refusal
    ROLE_REQUIRED."""
    around = await geo(driver, viewer, home)
    rows = await read(driver, ASKED, {"codes": list(codes)})
    found = {row["i"]["fixmedins_code"]: place_of(row["i"]) for row in rows}
    return County(
        around.outline,
        tuple((one.lon, one.lat) for one in around.places),
        {code: place for code, place in found.items() if place is not None},
    )
