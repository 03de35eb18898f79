"""Templates: what a saved question is called, what it asks for, and what its rows hold."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal, get_args

from graph.schema import KINDS

FOLDER: Final = Path(__file__).parent / "templates"
ParameterKind = Literal["node", "number", "day"]
ColumnKind = Literal["node", "nodes", "number", "amount", "time", "day", "flag"]


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a template asks for.

    A node of one of the kinds `of` (its key reaches the query), a whole number within `least` and
    `most`, or a day; `to` means that the day is included. A default makes it optional.
    """

    name: str
    kind: ParameterKind
    label_zh: str
    label_en: str
    of: tuple[str, ...] = ()
    default: int | None = None
    least: int | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the answer: nodes are masked, amounts come in fen and leave in yuan."""

    name: str
    kind: ColumnKind
    label_zh: str
    label_en: str


@dataclass(frozen=True, slots=True)
class Template:
    """One saved question. `cypher` reads only and ends with its order; pages are cut behind it."""

    key: str
    title_zh: str
    title_en: str
    explain_zh: str
    explain_en: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    cypher: str


class TemplateInvalid(Exception):
    """A template file lacks something or names what does not exist."""

    code = "TEMPLATE_INVALID"

    def __init__(self, key: str, why: str) -> None:
        self.message_zh = f"查询模板 {key} 有误：{why}。"
        self.message_en = f"The template {key} is wrong: {why}."
        super().__init__(self.message_zh)


@cache
def templates() -> dict[str, Template]:
    """All templates by key, in order of their file names. Raises `TemplateInvalid`."""
    return {path.stem: _read(path) for path in sorted(FOLDER.glob("*.toml"))}


def read_template(key: str, text: str) -> Template:
    """A template from the text of its file. Raises `TemplateInvalid`."""
    try:
        found = tomllib.loads(text)
        template = Template(
            key,
            found["title_zh"],
            found["title_en"],
            found["explain_zh"],
            found["explain_en"],
            tuple(Parameter(**_listed(row)) for row in found["parameter"]),
            tuple(Column(**row) for row in found["column"]),
            found["query"]["cypher"].strip(),
        )
    except (tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise TemplateInvalid(key, str(error)) from error
    _check(template)
    return template


def _read(path: Path) -> Template:
    return read_template(path.stem, path.read_text(encoding="utf-8"))


def _listed(row: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in row.items()}


def _check(template: Template) -> None:
    for parameter in template.parameters:
        known = parameter.kind in get_args(ParameterKind)
        if not known or f"${parameter.name}" not in template.cypher:
            raise TemplateInvalid(template.key, f"parameter {parameter.name}")
        if parameter.kind == "node" and not set(parameter.of) <= set(KINDS):
            raise TemplateInvalid(template.key, f"kinds of {parameter.name}")
    for column in template.columns:
        if column.kind not in get_args(ColumnKind) or column.name not in template.cypher:
            raise TemplateInvalid(template.key, f"column {column.name}")
