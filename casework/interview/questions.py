"""Sets of questions by pattern, shipped as data; the bureau's own versions stand in `sets.py`."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from casework.refusal import refuse


@dataclass(frozen=True)
class QuestionSet:
    """Questions for one pattern, in the order in which they are asked."""

    id: str
    zh: str
    en: str
    questions: tuple[str, ...]


def read_set(text: str, name: str) -> QuestionSet:
    """Read a set from its TOML. Refuses BAD_VALUE naming the file."""
    try:
        raw = tomllib.loads(text)
        questions = tuple(str(one).strip() for one in raw["questions"])
        found = QuestionSet(str(raw["id"]), str(raw["zh"]), str(raw["en"]), questions)
    except (tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise _bad(name) from error
    if not found.questions or not all(found.questions):
        raise _bad(name)
    return found


def _bad(name: str) -> Exception:
    return refuse(
        "BAD_VALUE",
        field=name,
        field_en=name,
        why="须含 id、zh、en 和非空的 questions",
        why_en="needs id, zh, en and questions that are not empty",
    )


@cache
def shipped_sets() -> dict[str, QuestionSet]:
    """The sets that come with the product, by id."""
    folder = files("casework").joinpath("interview", "questions")
    found = [
        read_set(file.read_text("utf-8"), file.name)
        for file in folder.iterdir()
        if file.name.endswith(".toml")
    ]
    return {one.id: one for one in sorted(found, key=lambda one: one.id)}
