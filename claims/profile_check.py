"""The rules of profile files: every problem found is listed, not only the first."""

from collections.abc import Iterator
from typing import Any

from claims.expressions import expression_problem
from claims.tables import TABLES, Kind, Table

TOP = {"name", "version", "title", "title_en", "null_values", "aliases", "titles", "source"}
SOURCE = {"file", "names", "types", "target"}
TARGET = {"table", "same", "distinct", "columns", "unpivot"}
RULES = {"const", "compute"}


def problems(data: dict[str, Any]) -> list[str]:
    """All problems of a parsed profile, as sentences that name the place; empty when it is good."""
    found = [f"缺少 {key} / {key} is missing" for key in ("name", "version") if not data.get(key)]
    found += _unknown("顶层 / top level", data, TOP)
    found += _texts(data)
    sources = data.get("source")
    if not isinstance(sources, list) or not sources:
        return [*found, "至少要有一个 [[source]] / at least one [[source]] is needed"]
    names = [name for source in sources if isinstance(source, dict) for name in _names(source)]
    for twice in sorted({str(name) for name in names if names.count(name) > 1}):
        found.append(f"文件 {twice} 出现两次 / source {twice} appears twice")
    for number, source in enumerate(sources, 1):
        found += _source(f"source {number}", source)
    return found


def _names(source: dict[str, Any]) -> list[str]:
    others = source.get("names", [])
    given = [source.get("file"), *(others if isinstance(others, list) else [])]
    return [str(name).lower() for name in given]


def _texts(data: dict[str, Any]) -> Iterator[str]:
    nulls = data.get("null_values", [])
    if not isinstance(nulls, list) or not all(isinstance(item, str) for item in nulls):
        yield "null_values 应为字符串列表 / must be a list of strings"
    elif any(sign in item for item in nulls for sign in ',"\n\r'):
        yield "null_values 不能含逗号、引号或换行 / must not hold commas, quotes or line ends"
    for key in ("title", "title_en"):
        if not isinstance(data.get(key, ""), str):
            yield f"{key} 应为文字 / must be text"
    if not isinstance(data.get("titles", False), bool):
        yield "titles 应为 true 或 false / must be true or false"
    aliases = data.get("aliases", {})
    if not isinstance(aliases, dict):
        yield "aliases 应为表 / must be a table"
        return
    known = {column for table in TABLES.values() for column in table.names}
    for alias, name in aliases.items():
        if name not in known:
            yield f"aliases.{alias}: 没有字段 {name} / no canonical column {name}"


def _unknown(place: str, data: dict[str, Any], known: set[str]) -> Iterator[str]:
    for key in sorted(set(data) - known):
        yield f"{place}: 不认识的设置 {key} / unknown key {key}"


def _source(place: str, source: Any) -> Iterator[str]:
    if not isinstance(source, dict):
        yield f"{place}: 应为表 / must be a table"
        return
    place = f"source {source.get('file', '?')}"
    yield from _unknown(place, source, SOURCE)
    if not isinstance(source.get("file"), str) or not source["file"]:
        yield f"{place}: 缺少 file / file is missing"
    names = source.get("names", [])
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        yield f"{place}.names: 应为字符串列表 / must be a list of strings"
    for name, kind in source.get("types", {}).items():
        if kind not in {item.value for item in Kind}:
            yield f"{place}.types.{name}: 没有类型 {kind} / no type {kind}"
    if not source.get("target"):
        yield f"{place}: 至少要有一个 [[source.target]] / at least one target is needed"
    for target in source.get("target", []):
        yield from _target(place, target)


def _target(place: str, target: dict[str, Any]) -> Iterator[str]:
    place = f"{place} → {target.get('table', '?')}"
    yield from _unknown(place, target, TARGET)
    table = TABLES.get(str(target.get("table")))
    if table is None:
        yield f"{place}: 没有这张标准表 / no such canonical table"
        return
    columns = target.get("columns", {})
    for name, rule in columns.items():
        yield from _rule(f"{place}.{name}", name, rule, table)
    yield from _unpivot(place, target.get("unpivot"), table)
    if not target.get("same", False):
        spread = target.get("unpivot") or {}
        given = {*columns, spread.get("value"), spread.get("number")}
        for name in sorted(set(table.required) - given):
            yield f"{place}: 必需的字段 {name} 没有来源 / required column {name} has no rule"


def _rule(place: str, name: str, rule: Any, table: Table) -> Iterator[str]:
    if not table.has(name):
        yield f"{place}: 标准表没有该字段 / the canonical table has no such column"
    if isinstance(rule, str):
        return
    if not isinstance(rule, dict) or len(rule) != 1 or not set(rule) <= RULES:
        yield f'{place}: 应为 "列名"、{{const=…}} 或 {{compute=…}} / must be a column, const or compute'
        return
    if not all(isinstance(value, str) for value in rule.values()):
        yield f"{place}: 值应为字符串 / the value must be a string"
    elif "compute" in rule and (why := expression_problem(rule["compute"])):
        yield f"{place}: {why}"


def _unpivot(place: str, spread: Any, table: Table) -> Iterator[str]:
    if spread is None:
        return
    yield from _unknown(f"{place}.unpivot", spread, {"columns", "value", "number"})
    if not isinstance(spread.get("columns"), list) or not spread["columns"]:
        yield f"{place}.unpivot: 缺少 columns / columns is missing"
    for key in ("value", "number"):
        if key in spread and not table.has(spread[key]):
            yield f"{place}.unpivot.{key}: 标准表没有 {spread[key]} / no column {spread[key]}"
    if "value" not in spread:
        yield f"{place}.unpivot: 缺少 value / value is missing"
