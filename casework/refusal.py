"""Refusals: the law, the procedure or the permissions say no, and say why.

A refusal is an answer, not an accident: nothing was written, the code is stable, the
message names the lawful next step in Chinese and English, `facts` hold what was compared.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from casework.refusal_texts import TEXTS
from casework.refusal_texts.kinds import Kind
from casework.wording import capital

#: Exponent of an amount in yuan.
FEN: Final = -2


class Refusal(Exception):
    """A command was refused and nothing was changed."""

    def __init__(
        self,
        code: str,
        message_zh: str,
        message_en: str,
        facts: Mapping[str, object] | None = None,
        kind: Kind = Kind.UNLAWFUL,
    ) -> None:
        super().__init__(message_zh)
        self.code = code
        self.message_zh = message_zh
        self.message_en = message_en
        self.facts: dict[str, object] = dict(facts or {})
        self.kind = kind

    def __reduce__(self) -> tuple[object, ...]:
        """Keep refusals picklable, so that a worker can hand one back."""
        return (Refusal, (self.code, self.message_zh, self.message_en, self.facts, self.kind))


def refuse(code: str, **facts: object) -> Refusal:
    """Build the refusal `code` from the catalogue, its texts filled in with `facts`.

    A fact made of words comes twice, `what` and `what_en`, and the English text names the second;
    names, numbers, codes and dates come once. A test reads every call of this function; whatever
    slips through it is shown in Chinese rather than not at all.
    """
    kind, zh, en = TEXTS[code]
    told = {name: _told(value) for name, value in facts.items()}
    english = {f"{name}_en": value for name, value in told.items()} | told
    said = en.format(**english)
    # A sentence that a fact of words opens begins with a capital letter, too.
    said = capital(said) if en.startswith("{") else said
    return Refusal(code, zh.format(**told), said, facts, kind)


def _told(fact: object) -> object:
    """An amount to the fen is read with its thousands apart."""
    money = isinstance(fact, Decimal) and fact.as_tuple().exponent == FEN
    return f"{fact:,.2f}" if money else fact
