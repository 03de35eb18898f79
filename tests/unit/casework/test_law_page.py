"""docs/law.md cites every dated rule and says how far its text was read."""

import re
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[3] / "docs" / "law.md"
SECTIONS = re.split(r"^## ", PAGE.read_text("utf-8"), flags=re.MULTILINE)[1:]


def rows_of(section: str) -> list[dict[str, str]]:
    lines = [line for line in section.splitlines() if line.startswith("|")]
    cells = [[one.strip() for one in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]
    return [dict(zip(cells[0], row, strict=True)) for row in cells[2:]]


@pytest.mark.parametrize("section", SECTIONS, ids=lambda text: text.splitlines()[0])
def test_every_rule_has_its_citation_and_its_mark(section: str) -> None:
    rows = rows_of(section)
    assert rows
    for row in rows:
        assert row["依据"], row
        assert row["标记"][:1] in {"V", "S", "M"}, row
