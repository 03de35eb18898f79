"""The county's outlines: what is accepted, what is refused and why, what is shown by default."""

import json
from pathlib import Path
from typing import Any

import pytest

from graph.geo.errors import OutlineInvalid
from graph.geo.outline import SHIPPED, box_of, checked, keep_outline, outline_path, read_outline

SQUARE = [[[117, 33], [118, 33], [118, 34], [117, 33]]]


def file_of(folder: Path, value: Any) -> Path:
    path = folder / "given.geojson"
    path.write_text(value if isinstance(value, str) else json.dumps(value), encoding="utf-8")
    return path


def collection(coordinates: Any, kind: str = "Polygon", **props: Any) -> dict[str, Any]:
    shape = {"type": kind, "coordinates": coordinates}
    feature = {"type": "Feature", "properties": props, "geometry": shape}
    return {"type": "FeatureCollection", "features": [feature]}


def test_the_shipped_outline_is_valid_and_holds_every_township() -> None:
    shipped = checked(SHIPPED)
    assert len(shipped["features"]) == 16
    assert all(feature["properties"]["name"] for feature in shipped["features"])


def test_only_names_and_shapes_are_kept(tmp_path: Path) -> None:
    given = collection(SQUARE, 名称="城关镇", telephone="13800000001")
    given["features"].append({"type": "Feature", "geometry": {"type": "Point"}})
    assert keep_outline(tmp_path, file_of(tmp_path, given)) == 1
    kept = json.loads(outline_path(tmp_path).read_text(encoding="utf-8"))
    assert kept["features"][0]["properties"] == {"name": "城关镇"}
    assert read_outline(tmp_path, []) == kept
    assert box_of(kept) == (117, 33, 118, 34)


def test_the_invented_county_is_shown_only_where_institutions_lie_in_it(tmp_path: Path) -> None:
    assert read_outline(tmp_path, [(116.73, 33.2)]) is not None
    assert read_outline(tmp_path, [(104.06, 30.67)]) is None
    assert read_outline(tmp_path, []) is None


@pytest.mark.parametrize(
    ("value", "says"),
    [
        ("not json", "JSON"),
        ({"type": "Feature"}, "FeatureCollection"),
        ({"type": "FeatureCollection", "features": []}, "没有面或线"),
        (collection([[[39_000_000, 3_700_000]]]), "投影坐标"),
        (collection([[["a", "b"]]]), "不是数字"),
        (collection([]), "坐标缺失"),
        (collection(None), "坐标缺失"),
    ],
)
def test_what_is_no_outline_is_refused_and_the_old_one_stays(
    tmp_path: Path, value: Any, says: str
) -> None:
    keep_outline(tmp_path, file_of(tmp_path, collection(SQUARE)))
    before = outline_path(tmp_path).read_bytes()
    with pytest.raises(OutlineInvalid) as caught:
        keep_outline(tmp_path, file_of(tmp_path, value))
    assert says in caught.value.message_zh
    assert outline_path(tmp_path).read_bytes() == before
