"""A line of the list of measures: its number, begin, end and area, as far as it has them."""

from datetime import UTC, datetime
from typing import Any

import pytest

from casework.commands.measures import SubjectKind
from casework.measures.state import Standing
from cli.measure import _text
from graph.measures.read import MeasureRow

BEGIN, END = datetime(2026, 11, 27, tzinfo=UTC), datetime(2027, 1, 26, 16, tzinfo=UTC)


def row(standing: Standing, **more: Any) -> MeasureRow:
    given: dict[str, Any] = {
        "subject_kind": SubjectKind.INSTITUTION, "subject_key": "H1", "department": "", "name": "医院",
        "kind": "suspend_institution", "kind_zh": "中止医保协议", "kind_en": "suspension",
        "area": "", "starts_at": BEGIN, "over_at": END, "standing": standing, "stops": True,
        "source": "measures", "basis": "", **more,
    }  # fmt: skip
    return MeasureRow(**given)


@pytest.mark.parametrize(
    ("standing", "more", "said"),
    [
        (Standing.IN_FORCE, {}, "2026-11-27 08:00 至 2027-01-27 00:00  全部区域"),
        (
            Standing.IN_FORCE,
            {"over_at": None, "area": "3499"},
            "2026-11-27 08:00 至 解除时  区域 3499",
        ),
        (Standing.DONE, {}, "已办理  2026-11-27 08:00  全部区域"),
        (Standing.PROPOSED, {}, "待决定  —  全部区域"),
    ],
)
def test_a_line_says_from_when_until_when_and_where(
    standing: Standing, more: dict[str, Any], said: str
) -> None:
    line = _text(row(standing, **more))
    assert line.startswith("—  H1  医院  中止医保协议  ")
    assert line.endswith(said)
