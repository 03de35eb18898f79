"""Every refusal in the code is in the catalogue, in both languages, with its facts given."""

import ast
import pickle
import string
from pathlib import Path

import pytest

import casework
from casework.refusal import refuse
from casework.refusal_texts import TEXTS
from casework.registry import ACTS

ROOT = Path(casework.__file__).parents[1]


def calls() -> list[tuple[str, str, set[str]]]:
    found = []
    for room in ("casework", "graph", "cli", "api"):
        for path in sorted((ROOT / room).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "refuse":
                    code = node.args[0].value if isinstance(node.args[0], ast.Constant) else ""
                    given = {keyword.arg or "**" for keyword in node.keywords}
                    found.append((f"{path.name}:{node.lineno}", str(code), given))
    return found


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize(("where", "code", "given"), calls())
def test_refusal_is_known_and_complete(where: str, code: str, given: set[str]) -> None:
    assert code in TEXTS, where
    _, zh, en = TEXTS[code]
    assert "**" in given or placeholders(zh) | placeholders(en) <= given, where


def test_refusals_survive_pickling() -> None:
    refusal = refuse("TWO_OFFICERS", count=1)
    again = pickle.loads(pickle.dumps(refusal))
    assert (again.code, again.facts, str(again)) == (refusal.code, {"count": 1}, str(refusal))


def test_every_act_names_itself_in_both_languages() -> None:
    for act in ACTS.values():
        assert act.zh
        assert act.en
        assert any("\u4e00" <= ch <= "\u9fff" for ch in act.zh)
