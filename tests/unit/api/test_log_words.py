"""The auditor's log names every kind of stream that there is."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
FOLD = ROOT / "casework" / "decide.py"
WORDS = ROOT / "frontend" / "src" / "features" / "log" / "words.ts"


def test_every_kind_of_stream_has_a_name() -> None:
    cases = re.findall(r"^        case (\"[^:]+):", FOLD.read_text("utf-8"), re.MULTILINE)
    kinds = {kind for case in cases for kind in re.findall(r"\"(\w+)\"", case)}
    assert {"case", "messages", "access"} <= kinds
    for half in WORDS.read_text("utf-8").split("kinds: {")[1:]:
        named = set(re.findall(r"^      (\w+):", half.split("},")[0], re.MULTILINE))
        assert kinds <= named, kinds - named
