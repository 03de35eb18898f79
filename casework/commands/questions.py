"""Commands on the bureau's sets of questions for interviews."""

from dataclasses import dataclass
from datetime import date

from casework.commands.base import Command


@dataclass(frozen=True, kw_only=True)
class SaveQuestionSet(Command):
    """Put a set of questions for a pattern in force from a day on, as its next version.

    `pattern` is the set's id (hanging_bed, card_lending …, or one of the bureau's own); `questions`
    in the order in which they are asked; `note` says what changed and why.
    """

    pattern: str
    zh: str
    en: str
    questions: tuple[str, ...]
    valid_from: date
    note: str
