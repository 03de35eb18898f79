"""The columns of a query's last RETURN that show personal data as they are, to be masked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from graph.console.tokens import Token
from graph.schema import masks

SENSITIVE: Final = frozenset(masks())
ENDS_RETURN: Final = ("ORDER", "SKIP", "OFFSET", "LIMIT", "UNION")


@dataclass(frozen=True, slots=True)
class Column:
    """A bare `x.name`, `x {.*}` or `properties(x)`; `place` is the token that is allowed there.

    `shows` is the personal property, empty for a whole node; `alias` its name after AS.
    """

    number: int
    place: int
    shows: str
    alias: str


def last_return(tokens: Sequence[Token]) -> int | None:
    """Where the RETURN stands that makes the table."""
    starts = [at for at, token in enumerate(tokens) if token.depth == 0 and token.word("RETURN")]
    return starts[-1] if starts else None


def columns_of(tokens: Sequence[Token]) -> list[Column]:
    """The columns in their order; expressions over such values are none of them."""
    return [
        column
        for number, item in enumerate(_items(tokens))
        if (column := _column(tokens, number, item)) is not None
    ]


def _items(tokens: Sequence[Token]) -> Iterator[list[int]]:
    """The places of the tokens of each column."""
    start = last_return(tokens)
    if start is None:
        return
    item = list[int]()
    first = True
    for at in range(start + 1, len(tokens)):
        token = tokens[at]
        if token.depth == 0 and token.word(*ENDS_RETURN):
            break
        if token.depth == 0 and token.text == "," and token.kind == "sign":
            yield item
            item, first = [], False
        elif not (token.word("DISTINCT") and not item and first):
            item.append(at)
    yield item


def _column(tokens: Sequence[Token], number: int, item: list[int]) -> Column | None:
    words = [tokens[at] for at in item]
    alias = ""
    if len(words) > 2 and words[-2].word("AS") and words[-1].kind == "name":
        alias, words = words[-1].text, words[:-2]
    shape = "".join(word.text if word.kind == "sign" else word.kind[0] for word in words)
    if shape == "n.n" and words[2].text in SENSITIVE:
        return Column(number, item[2], words[2].text, alias)
    if shape == "n{.*}":
        return Column(number, item[2], "", alias)
    if shape == "n(n)" and words[0].word("PROPERTIES"):
        return Column(number, item[0], "", alias)
    return None
