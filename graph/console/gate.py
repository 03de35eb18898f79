"""What the console lets through, judged from the query's text before the server sees it.

Only the map may be read: its labels, relationship types and properties. Personal properties may be
shown as columns of their own, where they are masked, and in no other place: a filter, an order or
an expression over an ID number would tell what the mask hides. A property reached by a computed
name escapes both rules, so it is refused. Whether the query only reads is for `plan` to say.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from casework.refusal import Kind, Refusal
from graph.console.tokens import Token, Unreadable, tokens_of
from graph.schema import ALL, KINDS, NODES, link_types, masks

MAX_LENGTH: Final = 10_000
LABELS: Final = frozenset({*KINDS, "Hospital", "Pharmacy"})
TYPES: Final = frozenset(link_types())
PROPERTIES: Final = frozenset(
    {prop.name for kind in ALL for prop in kind.stored} | {kind.key for kind in NODES}
)
# Parts of dates, times and durations, which look like properties.
PARTS: Final = frozenset(
    [
        "year",
        "quarter",
        "month",
        "week",
        "weekYear",
        "dayOfQuarter",
        "ordinalDay",
        "day",
        "dayOfWeek",
        "weekDay",
        "hour",
        "minute",
        "second",
        "millisecond",
        "microsecond",
        "nanosecond",
        "epochMillis",
        "epochSeconds",
        "years",
        "months",
        "weeks",
        "days",
        "hours",
        "minutes",
        "seconds",
        "milliseconds",
        "inDays",
        "inMonths",
        "inSeconds",
        "between",
        "truncate",
        "transaction",
        "statement",
        "realtime",
    ]
)
TEMPORAL: Final = frozenset({"date", "datetime", "localdatetime", "time", "localtime", "duration"})
ENDS_RETURN: Final = ("ORDER", "SKIP", "OFFSET", "LIMIT", "UNION")
SENSITIVE: Final = frozenset(masks())


@dataclass(frozen=True, slots=True)
class Passed:
    """A query that may go on to the plan; `masked` are result columns by the property they show."""

    text: str
    masked: dict[int, str]


def blocked(why_zh: str, why_en: str) -> Refusal:
    """The refusal for a query that the console does not run."""
    return Refusal(
        "CYPHER_REFUSED",
        f"控制台不执行这条查询：{why_zh}。",
        f"The console does not run this query: {why_en}.",
        {"why": why_zh},
        Kind.INVALID,
    )


def pass_gate(text: str) -> Passed:
    """Check the text. Raises the refusal CYPHER_REFUSED with the reason."""
    text = text.strip().removesuffix(";").strip()
    if not text or len(text) > MAX_LENGTH:
        raise blocked(
            f"查询应为 1 至 {MAX_LENGTH} 个字符", f"it must have 1 to {MAX_LENGTH} characters"
        )
    if "\\u" in text or "\\U" in text:
        raise blocked("不使用 \\u 转义", "it uses \\u escapes")
    try:
        tokens = tokens_of(text)
    except Unreadable:
        raise blocked("引号或括号不配对", "a quote or bracket does not match") from None
    if not tokens:
        raise blocked("只有注释", "it holds comments only")
    if tokens[0].word("EXPLAIN", "PROFILE", "CYPHER", "USE"):
        raise blocked(f"不能以 {tokens[0].text} 开头", f"it begins with {tokens[0].text}")
    if any(token.text == ";" for token in tokens if token.kind == "sign"):
        raise blocked("一次只能一条语句", "it holds more than one statement")
    _calls(tokens)
    _labels_and_types(tokens)
    _relationships(tokens)
    _subscripts(tokens)
    masked = dict(_bare_columns(tokens))
    allowed = {place for place, _ in masked.values()}
    _properties(tokens, allowed)
    return Passed(text, {column: name for column, (_, name) in masked.items()})


def _calls(tokens: Sequence[Token]) -> None:
    """CALL opens a subquery here and nothing else; the plan would say so, too, only less plainly."""
    for token, after in pairwise(tokens):
        if token.word("CALL") and after.text not in ("{", "("):
            raise blocked("它调用过程（CALL）", "it calls a procedure")


def _labels_and_types(tokens: Sequence[Token]) -> None:
    for at, token in enumerate(tokens):
        if token.text != ":" or token.kind != "sign" or _map_key(tokens, at):
            continue
        for name in _after_colon(tokens, at):
            if name not in LABELS | TYPES:
                raise blocked(
                    f"图谱里没有标签或关系 {name}", f"the map has no label or type {name}"
                )


def _map_key(tokens: Sequence[Token], at: int) -> bool:
    """Whether the colon separates a key from its value: {key: value}."""
    return (
        tokens[at].inside == "{"
        and at >= 2
        and tokens[at - 1].kind == "name"
        and tokens[at - 2].text in ("{", ",")
    )


def _after_colon(tokens: Sequence[Token], at: int) -> Iterator[str]:
    """The names of a label expression, such as :A|B or :A&!B. A wildcard or computed one is refused."""
    expect = True
    for token in tokens[at + 1 :]:
        if token.kind == "name" and expect:
            yield token.text
            expect = False
        elif token.kind == "sign" and token.text in ("|", "&", "!", ":", "("):
            expect = True
        elif token.kind == "parameter" or (token.text in ("$", "%") and expect):
            raise blocked("标签和关系须直接写明", "labels and types must be written out")
        else:
            return


def _relationships(tokens: Sequence[Token]) -> None:
    """Every relationship names its type: without one a pattern leads out of the map."""
    why = blocked("每个关系都要写明类型，如 -[:VISITED]-", "every relationship must name its type")
    for at, token in enumerate(tokens[:-1]):
        after = tokens[at + 1]
        if token.text == "-" and after.text == "-" and token.kind == after.kind == "sign":
            raise why
        if token.text != "-" or after.text != "[" or after.kind != "sign":
            continue
        inside = [one for one in _within(tokens, at + 1) if one.depth == after.depth + 1]
        if not any(one.text == ":" and one.kind == "sign" for one in inside):
            raise why


def _within(tokens: Sequence[Token], at: int) -> Iterator[Token]:
    """What the bracket at `at` encloses."""
    for token in tokens[at + 1 :]:
        if token.depth <= tokens[at].depth:
            return
        yield token


def _subscripts(tokens: Sequence[Token]) -> None:
    for at, token in enumerate(tokens):
        before = tokens[at - 1] if at else None
        if token.text != "[" or token.kind != "sign" or before is None:
            continue
        value = before.kind == "parameter" or before.text in (")", "]", "}")
        if not value and not (before.kind == "name" and not before.word(*BEFORE_LIST)):
            continue
        for inner in _within(tokens, at):
            if inner.kind != "number" and inner.text not in ("..", "-"):
                raise blocked(
                    "下标只能是数字；属性须以 .名称 写明",
                    "a subscript must be a number; write a property as .name",
                )


BEFORE_LIST: Final = ("IN", "RETURN", "WITH", "UNWIND", "AND", "OR", "NOT", "XOR", "THEN", "ELSE",
                      "WHEN", "WHERE", "BY", "CASE", "DISTINCT", "AS", "CONTAINS")  # fmt: skip


def _bare_columns(tokens: Sequence[Token]) -> Iterator[tuple[int, tuple[int, str]]]:
    """(column, (token's place, property)) for columns of the last RETURN that are a bare x.name."""
    starts = [at for at, token in enumerate(tokens) if token.depth == 0 and token.word("RETURN")]
    if not starts:
        return
    column, item = 0, list[int]()
    places = range(starts[-1] + 1, len(tokens))
    for at in places:
        token = tokens[at]
        if token.depth == 0 and token.word(*ENDS_RETURN):
            break
        if token.depth == 0 and token.text == "," and token.kind == "sign":
            yield from _bare(tokens, column, item)
            column, item = column + 1, []
        elif not (token.word("DISTINCT") and not item and column == 0):
            item.append(at)
    yield from _bare(tokens, column, item)


def _bare(
    tokens: Sequence[Token], column: int, item: list[int]
) -> Iterator[tuple[int, tuple[int, str]]]:
    words = [tokens[at] for at in item]
    shape = [word.kind for word in words]
    named = len(words) == 5 and words[3].word("AS")
    if shape[:3] != ["name", "sign", "name"] or not (len(words) == 3 or named):
        return
    if words[1].text == "." and words[2].text in SENSITIVE:
        yield column, (item[2], words[2].text)


def _properties(tokens: Sequence[Token], allowed: set[int]) -> None:
    for at, token in enumerate(tokens):
        if token.kind != "name":
            continue
        dotted = at > 0 and tokens[at - 1].text == "." and tokens[at - 1].kind == "sign"
        key = at + 1 < len(tokens) and tokens[at + 1].text == ":" and _map_key(tokens, at + 1)
        if (dotted or key) and token.text in SENSITIVE and at not in allowed:
            raise blocked(
                f"个人信息 {token.text} 只能作为单独一列返回（脱敏），不能用于筛选、排序或运算",
                f"{token.text} is personal: it may be a column of its own, masked, but no filter, "
                "order or expression",
            )
        if dotted and not _known_property(tokens, at):
            raise blocked(f"图谱里没有属性 {token.text}", f"the map has no property {token.text}")


def _known_property(tokens: Sequence[Token], at: int) -> bool:
    word = tokens[at].text
    function = at >= 2 and tokens[at - 2].text.lower() in TEMPORAL
    return word in PROPERTIES or word in PARTS or function
