"""Names of events, acts and rules in both languages, for timelines and the log."""

from __future__ import annotations

from typing import Literal

from audit.registry import all_rules
from casework.cases.stages import NAMES, Stage
from casework.event_names import EVENTS
from casework.law.citation import in_english
from casework.wording import capital

Language = Literal["zh", "en"]


def pick(language: Language, zh: str, en: str) -> str:
    """The text in the reader's language; English names begin with a capital on the page."""
    return zh if language == "zh" else capital(en)


def cited(language: Language, basis: str) -> str:
    """A citation of the dated rules in the reader's language."""
    return basis if language == "zh" else in_english(basis)


def event_name(type_: str, language: Language) -> str:
    """Name of an event type; an unknown one keeps its own."""
    return pick(language, *EVENTS.get(type_, (type_, type_)))


def stage_name(stage: Stage, language: Language) -> str:
    """Name of a case's stage."""
    return pick(language, *NAMES[stage])


def rule_name(rule_id: str, language: Language) -> str:
    """Name of a rule; an unknown (retired) one keeps its id."""
    rule = {rule.id: rule for rule in all_rules()}.get(rule_id)
    return pick(language, rule.name_zh, rule.name_en) if rule else rule_id
