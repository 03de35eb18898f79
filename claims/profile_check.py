"""The rules of profile files: every problem found is listed, not only the first.

A file comes from outside: whatever TOML may hold can stand anywhere in it, and is said with its place.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from claims.expressions import expression_problem
from claims.tables import TABLES, Kind, Table

TOP = {"name", "version", "title", "title_en", "null_values", "aliases", "titles", "source"}
SOURCE = {"file", "names", "types", "target"}
TARGET = {"table", "same", "distinct", "columns", "unpivot"}
UNPIVOT = {"columns", "value", "number"}
RULES = {"const", "compute"}


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, with its place, in Chinese and in English."""

    zh: str
    en: str


#: What a key has to be, as sentences say it.
TEXT: Final = ("应为文字", "must be text")
TEXTS: Final = ("应为字符串列表", "must be a list of strings")
SWITCH: Final = ("应为 true 或 false", "must be true or false")
PART: Final = ("应为表", "must be a table")
PARTS: Final = ("应为表的列表（[[…]]）", "must be a list of tables ([[...]])")


def problems(data: dict[str, Any]) -> list[Problem]:
    """All problems of a parsed profile, as sentences that name the place; empty when it is good."""
    found = [*_unknown("", data, TOP), *_head(data)]
    sources = data.get("source")
    if sources is None or sources == []:
        return [*found, Problem("至少要有一个 [[source]]", "at least one [[source]] is needed")]
    if not isinstance(sources, list):
        return [*found, _must("source", PARTS)]
    names = [name for source in sources if isinstance(source, dict) for name in _names(source)]
    for twice in sorted({name for name in names if names.count(name) > 1}):
        found.append(Problem(f"文件 {twice} 出现两次", f"source {twice} appears twice"))
    for number, source in enumerate(sources, 1):
        found += _source(f"source {number}", source)
    return found


def _must(place: str, what: tuple[str, str]) -> Problem:
    return Problem(f"{place} {what[0]}", f"{place} {what[1]}")


def _at(place: str, zh: str, en: str) -> Problem:
    return Problem(f"{place}：{zh}", f"{place}: {en}") if place else Problem(zh, en)


def _texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _names(source: dict[str, Any]) -> list[str]:
    others = source.get("names", [])
    given = [source.get("file"), *(others if isinstance(others, list) else [])]
    return [name.lower() for name in given if isinstance(name, str)]


def _head(data: dict[str, Any]) -> Iterator[Problem]:
    yield from _named(data)
    nulls = data.get("null_values", [])
    if not _texts(nulls):
        yield _must("null_values", TEXTS)
    elif any(sign in item for item in nulls for sign in ',"\n\r'):
        yield _at(
            "null_values", "不能含逗号、引号或换行", "must not hold commas, quotes or line ends"
        )
    if not isinstance(data.get("titles", False), bool):
        yield _must("titles", SWITCH)
    yield from _aliases(data.get("aliases", {}))


def _named(data: dict[str, Any]) -> Iterator[Problem]:
    """Name, version and titles; a version may be a number, as people write it."""
    for key in ("name", "version"):
        if data.get(key) in (None, ""):
            yield Problem(f"缺少 {key}", f"{key} is missing")
    version = data.get("version")
    if isinstance(version, bool) or not isinstance(version, str | int | float | None):
        yield _must("version", ("应为文字或数字", "must be text or a number"))
    for key in ("name", "title", "title_en"):
        if not isinstance(data.get(key, ""), str):
            yield _must(key, TEXT)


def _aliases(aliases: Any) -> Iterator[Problem]:
    if not isinstance(aliases, dict):
        yield _must("aliases", PART)
        return
    known = {column for table in TABLES.values() for column in table.names}
    for alias, name in aliases.items():
        if not isinstance(name, str):
            yield _must(f"aliases.{alias}", TEXT)
        elif name not in known:
            yield _at(f"aliases.{alias}", f"没有字段 {name}", f"no canonical column {name}")


def _unknown(place: str, data: dict[str, Any], known: set[str]) -> Iterator[Problem]:
    for key in sorted(set(data) - known):
        yield Problem(
            f"{place or '顶层'}：不认识的设置 {key}", f"{place or 'top level'}: unknown key {key}"
        )


def _source(place: str, source: Any) -> Iterator[Problem]:
    if not isinstance(source, dict):
        yield _must(place, PART)
        return
    file = source.get("file")
    if isinstance(file, str) and file:
        place = f"source {file}"
    elif file in (None, ""):
        yield _at(place, "缺少 file", "file is missing")
    else:
        yield _must(f"{place}.file", TEXT)
    yield from _unknown(place, source, SOURCE)
    if not _texts(source.get("names", [])):
        yield _must(f"{place}.names", TEXTS)
    yield from _types(f"{place}.types", source.get("types", {}))
    targets = source.get("target")
    if targets in (None, []):
        yield _at(place, "至少要有一个 [[source.target]]", "at least one target is needed")
    elif not isinstance(targets, list):
        yield _must(f"{place}.target", PARTS)
    else:
        for number, target in enumerate(targets, 1):
            yield from _target(place, number, target)


def _types(place: str, types: Any) -> Iterator[Problem]:
    if not isinstance(types, dict):
        yield _must(place, PART)
        return
    kinds = [item.value for item in Kind]
    for name, kind in types.items():
        if kind not in kinds:
            yield _at(
                f"{place}.{name}",
                f"没有类型 {kind}；可用：{'、'.join(kinds)}",
                f"no type {kind}; there are {', '.join(kinds)}",
            )


def _target(place: str, number: int, target: Any) -> Iterator[Problem]:
    if not isinstance(target, dict):
        yield _must(f"{place} → target {number}", PART)
        return
    named = target.get("table")
    place = f"{place} → {named}" if isinstance(named, str) else f"{place} → target {number}"
    yield from _unknown(place, target, TARGET)
    for key in ("same", "distinct"):
        if not isinstance(target.get(key, False), bool):
            yield _must(f"{place}.{key}", SWITCH)
    table = TABLES.get(named) if isinstance(named, str) else None
    if table is None:
        yield _at(place, "没有这张标准表", "no such canonical table")
        return
    columns = target.get("columns", {})
    if not isinstance(columns, dict):
        yield _must(f"{place}.columns", PART)
        return
    for name, rule in columns.items():
        yield from _rule(f"{place}.{name}", name, rule, table)
    spread = target.get("unpivot")
    yield from _unpivot(f"{place}.unpivot", spread, table)
    if target.get("same", False) is not True:
        given = {*columns, *(_told(spread) if isinstance(spread, dict) else ())}
        for name in sorted(set(table.required) - given):
            yield _at(place, f"必需的字段 {name} 没有来源", f"required column {name} has no rule")


def _told(spread: dict[str, Any]) -> list[str]:
    """The columns that an unpivot fills."""
    return [name for key in ("value", "number") if isinstance(name := spread.get(key), str)]


def _rule(place: str, name: str, rule: Any, table: Table) -> Iterator[Problem]:
    if not table.has(name):
        yield _at(place, "标准表没有该字段", "the canonical table has no such column")
    if isinstance(rule, str):
        return
    if not isinstance(rule, dict) or len(rule) != 1 or not set(rule) <= RULES:
        yield _at(
            place,
            '应为 "列名"、{const=…} 或 {compute=…}',
            "must be a column, {const=...} or {compute=...}",
        )
        return
    if not all(isinstance(value, str) for value in rule.values()):
        yield _at(place, "值应为字符串", "the value must be a string")
    elif "compute" in rule and (why := expression_problem(rule["compute"])):
        yield _at(place, *why)


def _unpivot(place: str, spread: Any, table: Table) -> Iterator[Problem]:
    if spread is None:
        return
    if not isinstance(spread, dict):
        yield _must(place, PART)
        return
    yield from _unknown(place, spread, UNPIVOT)
    columns = spread.get("columns")
    if columns in (None, []):
        yield _at(place, "缺少 columns", "columns is missing")
    elif not _texts(columns):
        yield _must(f"{place}.columns", TEXTS)
    if "value" not in spread:
        yield _at(place, "缺少 value", "value is missing")
    for key in ("value", "number"):
        told = spread.get(key)
        if key in spread and not isinstance(told, str):
            yield _must(f"{place}.{key}", TEXT)
        elif isinstance(told, str) and not table.has(told):
            yield _at(f"{place}.{key}", f"标准表没有 {told}", f"no column {told}")
