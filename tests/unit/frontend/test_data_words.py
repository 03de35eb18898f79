"""The desk names every canonical table and column, in both languages and as the store does."""

import re
from pathlib import Path

from claims.tables import TABLES

WORDS = (
    Path(__file__).resolve().parents[3] / "frontend/src/features/imports/words/data.ts"
).read_text("utf-8")
ENTRY = re.compile(r"^      (\w+): ['\"](.*)['\"],$", re.MULTILINE)
HAN = re.compile(r"[\u3400-\u9fff]")


def sides() -> list[dict[str, str]]:
    """Tables and columns in Chinese, then in English."""
    chinese, english = WORDS.split("\n  },\n  {\n")
    return [dict(ENTRY.findall(side)) for side in (chinese, english)]


def test_each_table_and_column_has_its_name() -> None:
    titles = {table.name: {table.title} for table in TABLES.values()}
    for table in TABLES.values():
        for column in table.columns:
            titles.setdefault(column.name, set()).add(column.title)
    chinese, english = sides()
    assert set(chinese) == set(english) == {*titles, "batch_id"}
    for name, known in titles.items():
        assert chinese[name] in known, name
        assert not HAN.search(english[name]), name
