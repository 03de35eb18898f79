"""Every relation that can be expanded or drawn has a name on the desk, in both languages."""

import re
from pathlib import Path

from graph.explore.routes import ROUTES

WORDS = Path(__file__).parents[3] / "frontend/src/features/explore/words/codes.ts"


def test_no_relation_shows_its_code() -> None:
    named = re.findall(r"^\s{6}([A-Z_]+): '", WORDS.read_text(encoding="utf-8"), re.MULTILINE)
    drawn = {route.relation for route in ROUTES}
    assert len(drawn) > 8
    assert {code for code in drawn if named.count(code) < 2} == set()
