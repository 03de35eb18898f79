"""The bureau's own sets of questions: versions from a day on, who wrote them, and why."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Final

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.commands.questions import SaveQuestionSet
from casework.events import Draft, Event
from casework.hands import hand_from
from casework.interview.questions import QuestionSet, shipped_sets
from casework.refusal import Refusal, refuse

STREAM: Final = "questions:bureau"
#: Who keeps the questions: the centre that asks them, and the legal reviewer.
KEEPERS: Final = frozenset({Role.SUPERVISOR, Role.LEGAL_REVIEWER})
PATTERN: Final = re.compile(r"[a-z][a-z0-9_]{0,39}")
MOST_QUESTIONS: Final = 60
MOST_LETTERS: Final = 300


@dataclass(frozen=True)
class SavedSet:
    """One version of a set: from which day it is asked, who wrote it, and why."""

    asked: QuestionSet
    valid_from: date
    note: str
    by: str
    at: datetime


@dataclass(frozen=True)
class QuestionsState:
    """All versions that the bureau ever wrote, in order."""

    version: int = 0
    saved: tuple[SavedSet, ...] = ()
    label = "询问提纲"
    label_en = "sets of questions"
    stage = "set"
    stage_zh = "询问提纲"
    stage_en = "sets of questions"

    def in_force(self, on: date) -> dict[str, QuestionSet]:
        """The sets that are asked on a day, by id: the latest written of those that hold, else shipped."""
        own = {one.asked.id: one.asked for one in self.saved if one.valid_from <= on}
        return {**shipped_sets(), **own}

    def versions(self, pattern: str) -> tuple[SavedSet, ...]:
        """What the bureau wrote for one pattern, in order."""
        return tuple(one for one in self.saved if one.asked.id == pattern)


def fold_questions(events: Iterable[Event]) -> QuestionsState:
    """Fold the bureau's sets."""
    state = QuestionsState()
    for event in events:
        if event.type == "QuestionSetSaved":
            state = replace(state, saved=(*state.saved, _saved(event, event.data)))
        state = replace(state, version=event.seq)
    return state


def _saved(event: Event, d: Mapping[str, Any]) -> SavedSet:
    asked = QuestionSet(d["pattern"], d["zh"], d["en"], tuple(d["questions"]))
    day = date.fromisoformat(d["valid_from"])
    return SavedSet(asked, day, d["note"], hand_from(d).name, event.at)


def answer(ask: Ask[SaveQuestionSet, QuestionsState]) -> list[Draft]:
    """QuestionSetSaved; the same questions again change nothing and are refused."""
    c, state = ask.command, ask.state
    required(title=c.zh, name=c.en, reason=c.note)
    if not PATTERN.fullmatch(c.pattern):
        raise _bad("类型编号", "pattern", "小写字母开头，至多 40 个字母、数字或下划线",
                   "small letters, digits and _, beginning with a letter, 40 at most")  # fmt: skip
    questions = tuple(one.strip() for one in c.questions if one.strip())
    if not questions:
        raise refuse("FIELD_REQUIRED", field="问题", field_en="questions")
    if len(questions) > MOST_QUESTIONS or max(map(len, questions)) > MOST_LETTERS:
        raise _bad("问题", "questions", f"至多 {MOST_QUESTIONS} 问，每问至多 {MOST_LETTERS} 字",
                   f"{MOST_QUESTIONS} at most, each of {MOST_LETTERS} letters at most")  # fmt: skip
    asked = QuestionSet(c.pattern, c.zh.strip(), c.en.strip(), questions)
    later = any(one.valid_from > c.valid_from for one in state.versions(c.pattern))
    if state.in_force(c.valid_from).get(c.pattern) == asked and not later:
        raise refuse("ALREADY_DONE")
    return [
        draft(
            STREAM,
            "QuestionSetSaved",
            pattern=asked.id,
            zh=asked.zh,
            en=asked.en,
            questions=list(questions),
            valid_from=c.valid_from,
            note=c.note,
        )
    ]


def _bad(field: str, field_en: str, why: str, why_en: str) -> Refusal:
    return refuse("BAD_VALUE", field=field, field_en=field_en, why=why, why_en=why_en)


def _stream(command: SaveQuestionSet, actor: Actor, states: Mapping[str, Any]) -> tuple[str, ...]:
    return (STREAM,)


ACT = Act(
    SaveQuestionSet, "修改询问提纲", "change a set of questions", KEEPERS, _stream, answer,
    creates=None,
)  # fmt: skip
