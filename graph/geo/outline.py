"""The county's outlines: the bureau's own GeoJSON (RFC 7946), kept in the data home, no tiles.

Until a bureau brings its file, the invented county's townships are shown, and only where the
institutions do lie in that county.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from graph.geo.errors import OutlineInvalid

SHIPPED: Final = Path(__file__).parent / "yunxi.geojson"
MAX_BYTES: Final = 5_000_000
SHAPES: Final = {"Polygon", "MultiPolygon", "LineString", "MultiLineString"}
Json = dict[str, Any]
Point = tuple[float, float]


def outline_path(home: Path) -> Path:
    """Where a bureau's own outlines are kept."""
    return home / "map" / "county.geojson"


def read_outline(home: Path, points: list[Point]) -> Json | None:
    """The bureau's outlines, else the invented county's if any of `points` (lon, lat) lies there."""
    own = outline_path(home)
    if own.exists():
        return dict(json.loads(own.read_text(encoding="utf-8")))
    shipped = dict(json.loads(SHIPPED.read_text(encoding="utf-8")))
    west, south, east, north = box_of(shipped)
    inside = any(west <= lon <= east and south <= lat <= north for lon, lat in points)
    return shipped if inside else None


def keep_outline(home: Path, file: Path) -> int:
    """Check a GeoJSON file and keep a copy; returns its number of shapes.

    Raises `OutlineInvalid`; then an earlier file stays.
    """
    found = checked(file)
    target = outline_path(home)
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    fresh = target.with_suffix(".new")
    fresh.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
    fresh.replace(target)
    return len(found["features"])


def checked(file: Path) -> Json:
    """The file's FeatureCollection with names and shapes only. Raises `OutlineInvalid`."""
    try:
        data = file.read_bytes()
    except OSError as error:
        raise OutlineInvalid(f"文件读不出（{error.strerror}）", f"{error.strerror}") from error
    if len(data) > MAX_BYTES:
        raise OutlineInvalid(
            "超过 5 MB，请先简化边界（如 mapshaper）", "larger than 5 MB, simplify it first"
        )
    try:
        found = json.loads(data)
    except ValueError as error:
        raise OutlineInvalid("不是 JSON 文件", "not a JSON file") from error
    if not isinstance(found, dict) or found.get("type") != "FeatureCollection":
        raise OutlineInvalid("应为 GeoJSON FeatureCollection", "not a GeoJSON FeatureCollection")
    shapes = [_feature(feature) for feature in found.get("features") or []]
    kept: Json = {"type": "FeatureCollection", "features": [s for s in shapes if s is not None]}
    if not kept["features"]:
        raise OutlineInvalid("没有面或线要素", "it holds no polygon or line")
    for lon, lat in positions(kept):
        if not (-180 <= lon <= 180 and -90 <= lat <= 90):
            raise OutlineInvalid(
                "坐标须为经纬度（度，CGCS2000/WGS 84），不是投影坐标",
                "coordinates must be degrees of longitude and latitude, not projected",
            )
    return kept


def _feature(feature: Any) -> Json | None:
    if not isinstance(feature, dict) or not isinstance(feature.get("geometry"), dict):
        return None
    geometry, props = feature["geometry"], feature.get("properties") or {}
    if geometry.get("type") not in SHAPES:
        return None
    name = str(props.get("name") or props.get("NAME") or props.get("名称") or "")[:80]
    shape = {"type": geometry["type"], "coordinates": geometry.get("coordinates")}
    return {"type": "Feature", "properties": {"name": name}, "geometry": shape}


def box_of(outline: Json) -> tuple[float, float, float, float]:
    """West, south, east, north of all shapes, in degrees."""
    points = list(positions(outline))
    lons, lats = [lon for lon, _ in points], [lat for _, lat in points]
    return min(lons), min(lats), max(lons), max(lats)


def positions(outline: Json) -> Iterator[Point]:
    """Every corner (lon, lat). Raises `OutlineInvalid` for anything that is none."""
    for feature in outline["features"]:
        yield from _corners(feature["geometry"]["coordinates"])


def _corners(value: Any) -> Iterator[Point]:
    if not isinstance(value, list) or not value:
        raise OutlineInvalid("坐标缺失", "a shape has no coordinates")
    if isinstance(value[0], list):
        for part in value:
            yield from _corners(part)
        return
    if len(value) < 2 or not all(type(part) in (int, float) for part in value[:2]):
        raise OutlineInvalid("坐标不是数字", "a coordinate is not a number")
    yield float(value[0]), float(value[1])
