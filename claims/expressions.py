"""The expression language of profiles: DuckDB scalar expressions over the columns of one row.

Parsed by DuckDB itself and held to a list of harmless parts: no subquery, no aggregate, no window,
no function that reaches files, settings or the network.
"""

import json
from collections.abc import Iterator
from typing import Any

import duckdb

CLASSES = frozenset(
    {"COLUMN_REF", "CONSTANT", "FUNCTION", "OPERATOR", "CAST", "CASE", "COMPARISON"}
    | {"CONJUNCTION", "BETWEEN", "TYPE"}
)
FUNCTIONS = frozenset(
    {"+", "-", "*", "/", "//", "%", "||", "~~", "!~~", "abs", "round", "greatest", "least"}
    | {"coalesce", "nullif", "ifnull", "concat", "upper", "lower", "trim", "ltrim", "rtrim"}
    | {"substr", "substring", "left", "right", "replace", "length", "lpad", "rpad", "split_part"}
    | {"starts_with", "ends_with", "contains", "prefix", "suffix", "regexp_matches"}
    | {"regexp_full_match", "regexp_replace", "regexp_extract", "strftime", "try_strptime"}
    | {"date_trunc", "date_diff", "md5", "sha256", "array_slice"}
)


def expression_problem(text: str) -> tuple[str, str] | None:
    """Why an expression is not allowed (in Chinese and English), or ``None`` when it is fine."""
    tree = _parse(text)
    if isinstance(tree, str):
        return f"表达式有误（{tree}）", f"bad expression: {tree}"
    for node in _nodes(tree):
        function = str(node.get("function_name", "")).lower()
        if node["class"] not in CLASSES:
            kind = str(node["class"])
            return f"表达式不允许 {kind}", f"not allowed in an expression: {kind}"
        if node["class"] == "FUNCTION" and function not in FUNCTIONS:
            return f"表达式不允许函数 {function}", f"function not allowed: {function}"
        if node["class"] == "COLUMN_REF" and len(node["column_names"]) != 1:
            return "列名不能带前缀", "column names have no prefix"
    return None


def expression_columns(text: str) -> set[str]:
    """The columns that a valid expression reads, as written in it."""
    tree = _parse(text)
    if isinstance(tree, str):
        return set()
    return {node["column_names"][0] for node in _nodes(tree) if node["class"] == "COLUMN_REF"}


def _parse(text: str) -> dict[str, Any] | str:
    """The syntax tree of one expression, or what is wrong with it."""
    with duckdb.connect() as connection:
        row = connection.execute(
            "SELECT json_serialize_sql(?::VARCHAR)", [f"SELECT ({text}\n) AS value"]
        ).fetchone()
    answer: dict[str, Any] = json.loads(row[0]) if row else {"error": True}
    if answer.get("error") or len(answer["statements"]) != 1:
        return str(answer.get("error_message", "not one expression"))
    node = answer["statements"][0]["node"]
    plain = node.get("type") == "SELECT_NODE" and node["from_table"]["type"] == "EMPTY"
    if not plain or node.get("where_clause") or len(node["select_list"]) != 1:
        return "not one expression"
    tree: dict[str, Any] = node["select_list"][0]
    return tree


def _nodes(tree: Any) -> Iterator[dict[str, Any]]:
    if isinstance(tree, dict):
        if "class" in tree:
            yield tree
        for value in tree.values():
            yield from _nodes(value)
    elif isinstance(tree, list):
        for value in tree:
            yield from _nodes(value)
