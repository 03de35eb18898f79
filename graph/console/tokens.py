"""Cypher's text as tokens: enough to see which names a query uses and where."""

import re
from dataclasses import dataclass
from typing import Final, Literal

TokenKind = Literal["name", "text", "number", "parameter", "sign"]

TOKEN: Final = re.compile(
    r"""
    (?P<space>\s+|//[^\n]*|/\*.*?\*/)
  | (?P<text>'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")
  | `(?P<quoted>(?:[^`]|``)+)`
  | (?P<parameter>\$(?:\w+|`[^`]+`))
  | (?P<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)
  | (?P<name>[^\W\d]\w*)
  | (?P<sign><=|>=|<>|=~|\.\.|\|\||[!-/:-@\[-^{-~])
    """,
    re.VERBOSE | re.DOTALL,
)


PAIRS: Final = {")": "(", "]": "[", "}": "{"}


@dataclass(frozen=True, slots=True)
class Token:
    """One token; `depth` counts the brackets around it, `inside` is the innermost of them."""

    kind: TokenKind
    text: str
    depth: int
    inside: str

    def word(self, *words: str) -> bool:
        """Whether this is one of these keywords or signs, in whatever case."""
        return self.kind in ("name", "sign") and self.text.upper() in words


class Unreadable(Exception):
    """The text ends inside a string or comment, its brackets do not match, or it holds a sign that no
    keyboard has: what the server takes for a blank would otherwise hide a name from us."""


def tokens_of(text: str) -> list[Token]:
    """All tokens, comments and blanks left out. Raises `Unreadable`."""
    found: list[Token] = []
    open_signs: list[str] = []
    place = 0
    while place < len(text):
        match = TOKEN.match(text, place)
        if match is None or match.group() in ("'", '"', "`"):
            raise Unreadable
        place = match.end()
        kind = match.lastgroup
        if kind == "space":
            continue
        word = match.group(kind or 0)
        if kind == "quoted":
            kind, word = "name", word.replace("``", "`")
        opening = PAIRS.get(word) if kind == "sign" else None
        if opening and (not open_signs or open_signs.pop() != opening):
            raise Unreadable
        inside = open_signs[-1] if open_signs else ""
        found.append(Token(kind, word, len(open_signs), inside))  # type: ignore[arg-type]
        if kind == "sign" and word in "([{":
            open_signs.append(word)
    if open_signs:
        raise Unreadable
    return found
