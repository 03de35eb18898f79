"""What the terminal says is in one language: in an English locale no Chinese, in a Chinese one no English."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from cli import language
from cli.language import side
from cli.main import build_app
from cli.whole_help import typers

CLI = Path("cli")
CHINESE = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
#: An English sentence: three words in a row that no command, option or name is written as.
ENGLISH = re.compile(r"\b[a-z]{2,} [a-z]{2,} [a-z]{2,}\b")
#: Words of a name or a form that both languages write alike.
NAMES = re.compile(r"--?[\w-]+|jicha( [\w-]+)*|\w+(\.|_|:|=)\S+|\S*\|\S*")


def every(command: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, Any]]:
    """All commands of a tree, each with the words that call it."""
    yield " ".join(path) or "jicha", command
    for name, one in getattr(command, "commands", {}).items():
        yield from every(one, (*path, name))


COMMANDS = list(every(get_command(build_app())))


def both(text: str) -> bool:
    """Whether a text is written as `中文 / English`."""
    return re.search(r"\S\s*/\s+\S", text) is not None


def zh_of(text: str) -> str:
    """The Chinese side; Typer's own sentences are put into Chinese where they are told."""
    return "" if typers(text) != text else re.split(r"\s*/\s+", text)[0]


def texts(command: Any) -> Iterator[str]:
    """What its help is made of."""
    yield command.help or ""
    for one in command.params:
        yield getattr(one, "help", None) or ""


def test_the_help_of_every_command_is_in_both_languages() -> None:
    told = [(name, text) for name, command in COMMANDS for text in texts(command) if text]
    assert len(told) > 1000
    parts = [(name, part) for name, text in told for part in text.split("\n\n")]
    half = [
        (name, part)
        for name, part in parts
        if (CHINESE.search(part) and not both(part)) or ENGLISH.search(NAMES.sub("", zh_of(part)))
    ]
    assert half == []


@pytest.mark.parametrize("english", [False, True])
def test_every_help_is_read_in_one_language(english: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "_english", lambda: english)
    wrong = CHINESE if english else ENGLISH
    mixed = [
        (name, told)
        for name, command in COMMANDS
        for text in texts(command)
        if wrong.search(NAMES.sub("", told := typers(side(text))))
    ]
    assert mixed == []


def literals(tree: ast.AST) -> Iterator[ast.Constant]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and CHINESE.search(str(node.value)):
            yield node


#: Whoever takes a Chinese text takes its English beside it, or its code (`word`), or keeps it on record.
BESIDE = {"say", "word", "refuse", "Both", "act", "Collection", "_leaves", "split"}
#: What goes on record as a text, or stands for one that is still to come.
KEPT = {"预览"}
BESIDE |= {"SettingsInvalid", "UnderMaintenance", "BackupDamaged"}


def name_of(node: ast.AST) -> str:
    """What a function or a call is called."""
    return str(getattr(node, "id", getattr(node, "attr", getattr(node, "name", ""))))


def in_both(tree: ast.Module) -> Iterator[int]:
    """Literals with their English beside them, tables by code, and keys and values of the record."""
    for node in ast.walk(tree):
        name = name_of(getattr(node, "func", node))
        table = node in tree.body and isinstance(node, ast.Assign | ast.AnnAssign)
        beside = isinstance(node, ast.Call) and name in BESIDE
        record = isinstance(node, ast.FunctionDef) and name.endswith("_json")
        if isinstance(node, ast.Tuple | ast.Dict) or table or beside or record:
            yield from map(id, literals(node))
    yield from (id(one) for one in literals(tree) if both(str(one.value)))


@pytest.mark.parametrize("path", sorted(CLI.glob("*.py")), ids=lambda path: path.stem)
def test_no_sentence_is_in_chinese_alone(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    paired = set(in_both(tree))
    alone = [
        (node.lineno, one.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.stmt) and not getattr(node, "body", None)
        for one in literals(node)
        if id(one) not in paired
        and one.value not in KEPT
        # A statement that names both, as `zh += …`, has its English in the next.
        and "zh" not in {n.id for n in ast.walk(node) if isinstance(n, ast.Name)}
    ]
    assert alone == []
