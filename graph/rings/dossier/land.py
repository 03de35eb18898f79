"""The county on paper with the ring's institutions: plate carrée, in whole thousandths of the width.

The page's map (`frontend/src/graph/geo.ts`) projects the same; here nothing is coloured, a ring's
institution is a numbered disc and its number stands in the table of institutions.
"""

from collections.abc import Iterator, Mapping, Sequence
from math import cos, hypot, radians, sqrt
from typing import Any, Final

from casework.events import Json
from graph.geo.county import County
from graph.geo.outline import Point, box_of
from graph.rings.read import Place

WIDE: Final = 1000
#: A map is no narrower than this part of a degree: one institution alone still has surroundings.
LEAST_SPAN: Final = 0.02
#: Steps in which a place for a name is looked for, and how much flatter than wide a name is.
STEPS, FLAT = 16, 0.4
#: What a disc of the ring's takes away around it.
DISC: Final = 22
Box = tuple[float, float, float, float]


def land(county: County, institutions: Sequence[Place]) -> dict[str, Json]:
    """`areas` (name, where it stands, lines), `others` and `ours` (number, place, size) with `high`,
    the height, all in thousandths of the width; `bare` names who says no place. Nothing but `bare`
    where no institution of the ring says one."""
    bare: list[Json] = [one.name for one in institutions if one.code not in county.asked]
    placed = [
        (number, one, county.asked[one.code])
        for number, one in enumerate(institutions, 1)
        if one.code in county.asked
    ]
    if not placed:
        return {"bare": bare, "ours": [], "others": [], "areas": [], "high": 0, "outlined": False}
    outline = county.outline if county.outline and county.outline["features"] else None
    box = _box([at for _, _, at in placed], county.places, box_of(outline) if outline else None)
    west, south, east, north = box
    shrink = cos(radians((south + north) / 2))
    scale = WIDE / ((east - west) * shrink)

    def at(place: Point) -> tuple[int, int]:
        lon, lat = place
        return round((lon - west) * shrink * scale), round((north - lat) * scale)

    others = [at(one) for one in county.places if _inside(one, box)]
    taken = [(*one, 0) for one in others] + [(*at(place), DISC) for _, _, place in placed]
    areas: list[Json] = []
    for feature in outline["features"] if outline else ():
        lines = [[at(point) for point in line] for line in _lines(feature["geometry"])]
        name_x, name_y = name_place(lines[0], taken)
        areas.append(
            {
                "name": str((feature.get("properties") or {}).get("name") or ""),
                "at": [name_x, name_y],
                "lines": [[[x, y] for x, y in line] for line in lines],
            }
        )
    most = max(one.visits for _, one, _ in placed) or 1
    return {
        "bare": bare,
        "ours": [
            {"no": number, "at": list(at(place)), "size": round(1000 * sqrt(one.visits / most))}
            for number, one, place in placed
        ],
        "others": [list(one) for one in others],
        "areas": areas,
        "high": round((north - south) * scale),
        "outlined": outline is not None,
    }


def _box(ours: Sequence[Point], others: Sequence[Point], outline: Box | None) -> Box:
    """What the map shows: the county and the ring's institutions, which may lie outside of it."""
    points = list(ours)
    if outline:
        west, south, east, north = outline
        points += [(west, south), (east, north)]
    else:
        points += others
    lons, lats = [lon for lon, _ in points], [lat for _, lat in points]
    edge = max(LEAST_SPAN, max(lons) - min(lons), max(lats) - min(lats)) * 0.03
    tight = LEAST_SPAN if max(lons) - min(lons) < LEAST_SPAN else 0.0
    edge_x, edge_y = edge + tight, edge + tight
    return min(lons) - edge_x, min(lats) - edge_y, max(lons) + edge_x, max(lats) + edge_y


def _inside(point: Point, box: Box) -> bool:
    west, south, east, north = box
    return west <= point[0] <= east and south <= point[1] <= north


def _lines(geometry: Mapping[str, Any]) -> Iterator[list[Point]]:
    """Every border of a shape, whatever its kind, the outermost first."""
    nested: Any = geometry["coordinates"]
    deep = {"LineString": 0, "Polygon": 1, "MultiLineString": 1, "MultiPolygon": 2}
    lines = [nested]
    for _ in range(deep[geometry["type"]]):
        lines = [line for part in lines for line in part]
    for line in lines:
        yield [(float(point[0]), float(point[1])) for point in line]


def name_place(
    line: Sequence[tuple[int, int]], avoid: Sequence[tuple[int, int, int]]
) -> tuple[int, int]:
    """Where an area's name stands: as far as can be from what is drawn there (place and radius) and
    from the border."""
    xs, ys = [x for x, _ in line], [y for _, y in line]
    west, east, top, low = min(xs), max(xs), min(ys), max(ys)
    near = [(x, y, r) for x, y, r in avoid if west <= x <= east and top <= y <= low]
    best, most = (round(sum(xs) / len(xs)), round(sum(ys) / len(ys))), -1e9
    if not near:
        return best
    for i in range(1, STEPS):
        for j in range(1, STEPS):
            x, y = west + (east - west) * i / STEPS, top + (low - top) * j / STEPS
            if not _within(x, y, line):
                continue
            far = [hypot((a - x) * FLAT, b - y) - room for a, b, room in near]
            free = min([_to_border(x, y, line), *far])
            if free > most:
                best, most = (round(x), round(y)), free
    return best


def _pairs(line: Sequence[tuple[int, int]]) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    yield from zip(line, [*line[1:], line[0]], strict=True)


def _within(x: float, y: float, line: Sequence[tuple[int, int]]) -> bool:
    """A point is inside when a ray from it crosses the border an odd number of times."""
    odd = False
    for (ax, ay), (bx, by) in _pairs(line):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            odd = not odd
    return odd


def _to_border(x: float, y: float, line: Sequence[tuple[int, int]]) -> float:
    """The distance to the border, sideways in the same flat measure."""
    least = 1e9
    for (ax, ay), (bx, by) in _pairs(line):
        from_x, from_y = (ax - x) * FLAT, float(ay - y)
        to_x, to_y = (bx - x) * FLAT, float(by - y)
        long = (to_x - from_x) ** 2 + (to_y - from_y) ** 2
        along = -(from_x * (to_x - from_x) + from_y * (to_y - from_y)) / long if long else 0.0
        part = min(1.0, max(0.0, along))
        least = min(least, hypot(from_x + part * (to_x - from_x), from_y + part * (to_y - from_y)))
    return least
