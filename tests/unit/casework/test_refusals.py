"""Every refusal in the code is in the catalogue, in both languages, with its facts given.

A fact made of words is given twice (`why`, `why_en`), so that no English sentence carries Chinese;
names, numbers, codes and dates are given once and may be what they are.
"""

import ast
import pickle
import re
import string
from pathlib import Path

import pytest

import casework
from casework.acts import FIELD_NAMES
from casework.refusal import refuse
from casework.refusal_texts import TEXTS
from casework.registry import ACTS

ROOT = Path(casework.__file__).parents[1]
ROOMS = ("api", "audit", "casework", "claims", "cli", "evidence", "graph", "stack", "workers")
CHINESE = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
#: Facts that are data: an English text names them as they are.
DATA = {
    "bar_id", "document_no",
    "account", "act", "amount", "area", "article", "asked", "batch", "case_no", "confirmed", "demanded", "given",
    "inspection_no", "left", "name", "number", "recovered", "attempt", "contested", "count", "current", "earned", "entry_id", "short",
    "doctor", "evidence_id", "expected", "fine", "have", "limit", "login", "minimum", "need", "on", "open",
    "other", "parameter", "points", "proposal_id", "rule_set", "until", "value", "worksheet_id",
    "year", "setting",
}  # fmt: skip
#: The scored band is two numbers and a dash.
NUMBERS = {
    ("NOTHING_OVERPAID", "fines"),
    ("REFERRAL_UNWEIGHED", "least"),
    ("REFUND_OF_NO_LINE", "bill"),
    *(("REFUND_ABOVE_LINE", name) for name in ("bill", "had", "most")),
    *(("VOUCHER_USED", name) for name in ("day", "voucher")),
    *(("LINES_OUTSIDE_PERIOD", name) for name in ("first", "last", "begins", "ends")),
    ("HEARING_TOO_SOON", "days"),
    ("EXECUTION_STOPPED", "body"),
    ("EXECUTION_STOPPED", "document_no"),
    ("ID_TOO_LONG", "most"),
    *(("CLOCK_BEHIND", name) for name in ("now", "last")),
    ("OUTSIDE_SCORE_BAND", "band"),
    ("DEPARTURE_UNEXPLAINED", "suggested"),
    *(("DAY_UNEXPLAINED", name) for name in ("day", "ended")),
    ("NOT_CORRECTED", "what"),
    ("REPAIR_SPENT", "max"),
    ("REPAIR_SPENT", "taken"),
    ("REPAIR_TOO_EARLY", "days"),
    ("REPAIR_TOO_EARLY", "first"),
}
#: The number of a thing that stands for its own name in both languages.
CODES = {"c.name", "text[:80]", "type(command).__name__", "unknown[0][:40]"}


def calls() -> list[tuple[str, str, dict[str, ast.expr]]]:
    """Every `refuse(…)` of the rooms: where, its code, its facts ("**" for unpacked ones)."""
    found = []
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "refuse":
                    code = node.args[0].value if isinstance(node.args[0], ast.Constant) else ""
                    given = {keyword.arg or "**": keyword.value for keyword in node.keywords}
                    place = path.relative_to(ROOT)
                    found.append((f"{place}:{node.lineno}", str(code), given))
    return found


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def plain(value: ast.expr) -> bool:
    """Whether a fact reads the same in both languages: it has no Chinese and is no word by itself."""
    written = ast.unparse(value)
    fixed = isinstance(value, ast.Constant | ast.JoinedStr)
    return written in CODES or (fixed and not CHINESE.search(written))


def named(part: str | dict[str, ast.expr]) -> str:
    """A part of a call as it stands in a test's name, the same in every process."""
    return part if isinstance(part, str) else ",".join(part)


@pytest.mark.parametrize(("where", "code", "given"), calls(), ids=named)
def test_refusal_is_known_and_complete(where: str, code: str, given: dict[str, ast.expr]) -> None:
    assert code in TEXTS, where
    _, zh, en = TEXTS[code]
    if "**" in given:
        return
    assert placeholders(zh) <= given.keys(), where
    for name in placeholders(en):
        word = name.removesuffix("_en")
        assert name in given or (name != word and plain(given[word])), f"{where}: {name}"


@pytest.mark.parametrize(("where", "code", "given"), calls(), ids=named)
def test_no_english_fact_is_chinese(where: str, code: str, given: dict[str, ast.expr]) -> None:
    told = placeholders(TEXTS[code][2])
    for name, value in given.items():
        if name.endswith("_en") or name in told:
            assert not CHINESE.search(ast.unparse(value)), f"{where}: {name}"


@pytest.mark.parametrize("code", TEXTS)
def test_an_english_text_tells_words_in_english(code: str) -> None:
    _, zh, en = TEXTS[code]
    assert not CHINESE.search(en)
    assert CHINESE.search(zh)
    bare = {name for name in placeholders(en) if not name.endswith("_en")}
    assert {name for name in bare if name not in DATA and (code, name) not in NUMBERS} == set()
    sample = dict.fromkeys(placeholders(zh), "词")
    english = dict.fromkeys(placeholders(en), "word")
    refusal = refuse(code, **sample | english)
    assert not CHINESE.search(refusal.message_en)
    assert refusal.message_zh == zh.format(**sample | english)


@pytest.mark.parametrize(
    "code",
    [
        *(
            "ILLEGAL_MOVE",
            "ALREADY_DONE",
            "NOT_FOUND",
            "DATE_ORDER",
            "BAD_AMOUNT",
            "NEVER_DELEGATED",
        ),
        *(
            "EXTENSION_SPENT",
            "WRONG_SUBJECT",
            "NO_HEARING_RIGHT",
            "RECOVERED_ALREADY",
            "NO_RULE_SET",
        ),
        *("OUTSIDE_SCORE_BAND", "NOTHING_TO_RESTORE", "EXAM_BARRED", "EXAM_WAIT"),
    ],
)
def test_a_refusal_says_what_to_do_instead(code: str) -> None:
    """Whatever its facts say: the sentence of its own asks for the next step."""
    _, zh, en = TEXTS[code]
    assert "请" in re.sub(r"\{\w+\}", "", zh)
    assert re.search(
        r"(Reload|Check|Leave|Finish|Choose|Record|Ask|Stay|Look|See to|sit|enter)", en
    )


def test_a_fact_without_its_english_is_shown_rather_than_lost() -> None:
    refusal = refuse("STEP_MISSING", step="告知")
    assert refusal.message_en == "This has to be done first: 告知."


def test_refusals_survive_pickling() -> None:
    refusal = refuse("TWO_OFFICERS", count=1)
    again = pickle.loads(pickle.dumps(refusal))
    assert (again.code, again.facts, str(again)) == (refusal.code, {"count": 1}, str(refusal))


def test_every_act_names_itself_in_both_languages() -> None:
    for act in ACTS.values():
        assert act.zh
        assert not CHINESE.search(act.en)
        assert any("\u4e00" <= ch <= "\u9fff" for ch in act.zh)


def test_a_sentence_that_a_fact_opens_begins_with_a_capital() -> None:
    told = refuse("FOUR_EYES", what="决定", what_en="resolving the objection")
    assert told.message_en.startswith("Resolving the objection must")


def test_a_field_that_is_left_empty_is_named_in_chinese() -> None:
    """`required(witness=…)` refuses with the field's name, which is no word of the program."""
    asked = {
        (str(path.relative_to(ROOT)), label.arg)
        for room in ROOMS
        for path in (ROOT / room).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "required"
        for label in node.keywords
    }
    assert len(asked) > 50
    assert [one for one in sorted(asked, key=str) if one[1] and one[1] not in FIELD_NAMES] == []
