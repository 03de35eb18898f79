"""What the console lets through, judged from the query's text before the server sees it.

Only the map may be read: its labels, relationship types and properties. Personal properties may be
shown as columns of their own, where they are masked, and in no other place: a filter, an order or
an expression over an ID number would tell what the mask hides. So does all of a node at once (its
properties as a map), which can be compared and ordered like a single one. A property reached by a
computed name escapes both rules, so it is refused. Whether the query only reads is for `plan` to say.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from casework.refusal import Refusal
from casework.refusal_texts.kinds import Kind
from graph.console.columns import SENSITIVE, columns_of, last_return
from graph.console.tokens import Token, Unreadable, tokens_of
from graph.schema import ALL, KINDS, NODES, link_types

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
    _writes(tokens)
    _ranges(tokens)
    _labels_and_types(tokens)
    _relationships(tokens)
    _subscripts(tokens)
    columns = columns_of(tokens)
    _properties(tokens, {one.place for one in columns})
    _whole_nodes(tokens, {one.place for one in columns})
    _order(tokens, {one.alias for one in columns if one.alias})
    return Passed(text, {one.number: one.shows for one in columns if one.shows})


def _calls(tokens: Sequence[Token]) -> None:
    """CALL opens a subquery here and nothing else; the plan would say so, too, only less plainly."""
    for token, after in pairwise(tokens):
        if token.word("CALL") and after.text not in ("{", "("):
            raise blocked("它调用过程（CALL）", "it calls a procedure")
        if token.text == "{" and after.word("USE"):
            raise blocked("它换用别的数据库（USE）", "it uses another database")


#: Clauses that write, and what each begins with.
WRITING: Final = ("CREATE", "MERGE", "SET", "DELETE", "DETACH", "REMOVE", "FOREACH")


def _writes(tokens: Sequence[Token]) -> None:
    """A clause that writes is named before anything else is looked for in it: the plan would say so too,
    but a property that the map lacks would be said first."""
    for at, (token, after) in enumerate(pairwise(tokens)):
        before = tokens[at - 1] if at else None
        if token.kind != "name" or not token.word(*WRITING):
            continue
        named = before is not None and (before.text in (".", ":") or before.word(*BEFORE_LIST))
        if not named and (after.kind == "name" or after.text == "("):
            raise blocked(f"它会写入（{token.text.upper()}）", f"it writes ({token.text.upper()})")


#: A longer list of numbers is made in memory that the server does not count: one query could end it.
LONGEST_RANGE: Final = 100_000


def _ranges(tokens: Sequence[Token]) -> None:
    for at, (token, after) in enumerate(pairwise(tokens)):
        if not (token.word("RANGE") and token.kind == "name" and after.text == "("):
            continue
        for inner in _within(tokens, at + 1):
            bare = inner.depth == after.depth + 1
            long = inner.kind == "number" and float(inner.text) > LONGEST_RANGE
            if long or (bare and _unbounded(inner)):
                raise blocked(
                    f"range() 只能用不超过 {LONGEST_RANGE} 的数字或 size()、length()",
                    f"range() takes numbers up to {LONGEST_RANGE}, size() and length()",
                )


def _unbounded(token: Token) -> bool:
    """Whether a part of a bound is neither a number nor the size of something that is there."""
    if token.kind == "name":
        return not token.word("SIZE", "LENGTH")
    return token.kind == "parameter" or token.text in ("*", "^")


#: What follows IS in a test of a value; anything else would be a label.
AFTER_IS: Final = ("NULL", "NOT", "TYPED", "NORMALIZED", "NFC", "NFD", "NFKC", "NFKD", ":")


def _labels_and_types(tokens: Sequence[Token]) -> None:
    for token, after in pairwise(tokens):
        if token.word("IS") and token.kind == "name" and not after.word(*AFTER_IS):
            raise blocked(
                "标签须用冒号写明，如 (p:Patient)", "write a label with a colon, (p:Patient)"
            )
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


def _whole_nodes(tokens: Sequence[Token], allowed: set[int]) -> None:
    """All properties at once may be a column of their own, where they are masked, and nothing else."""
    for at, (token, after) in enumerate(pairwise(tokens)):
        called = token.word("PROPERTIES") and token.kind == "name" and after.text == "("
        starred = token.text == "." and after.text == "*" and token.kind == after.kind == "sign"
        if (called or starred) and at not in allowed:
            raise blocked(
                "一个节点的全部属性只能作为单独一列返回；请返回节点本身，如 RETURN p",
                "all properties of a node may only be a column of their own; return the node itself",
            )


def _order(tokens: Sequence[Token], aliases: set[str]) -> None:
    """No order by a column of personal data: it would tell what the mask hides."""
    start, ordered = last_return(tokens), False
    for token in tokens[start:] if start is not None else ():
        ordered = ordered or (token.depth == 0 and token.word("ORDER"))
        if ordered and token.kind == "name" and token.text in aliases:
            raise blocked(
                f"{token.text} 是个人信息列，不能用于排序",
                f"{token.text} shows personal data: nothing may be ordered by it",
            )


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
