"""What the console lets a person ask: the declared map, example queries, and the bounds."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from graph.schema import NODES, PAIRS, NodeKind, Property

EXAMPLES: Final = "examples.toml"


@dataclass(frozen=True, slots=True)
class Field:
    """A property; a personal one may be a masked column of its own and nothing else."""

    name: str
    type: str
    meaning: str
    personal: bool


@dataclass(frozen=True, slots=True)
class Shape:
    """A label or a relationship type with its properties; `source` and `target` only for the latter."""

    name: str
    fields: tuple[Field, ...]
    source: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """A query to begin with; `parameters` is JSON text."""

    key: str
    title_zh: str
    title_en: str
    query: str
    parameters: str


def labels() -> tuple[Shape, ...]:
    """Every label that a query may name."""
    return tuple(Shape(kind.label, tuple(_fields(kind.stored))) for kind in NODES)


def relationships() -> tuple[Shape, ...]:
    """Every relationship type that a query may name, in its stored direction; sums carry figures."""
    sums = (Shape(p.type, tuple(_fields(p.stored)), p.source, p.target) for p in PAIRS)
    return (*sums, *(link for kind in NODES for link in _links(kind)))


def _links(kind: NodeKind) -> Iterator[Shape]:
    for link in kind.links:
        ends = (link.target, kind.label) if link.incoming else (kind.label, link.target)
        yield Shape(link.type, (), *ends)


def _fields(properties: tuple[Property, ...]) -> Iterator[Field]:
    # The digest is bookkeeping of the load; nobody asks for it.
    for prop in properties:
        if prop.name != "digest":
            yield Field(prop.name, prop.type, prop.meaning, prop.mask is not None)


@cache
def examples() -> tuple[Example, ...]:
    """The shipped queries."""
    text = files("graph.console").joinpath(EXAMPLES).read_text(encoding="utf-8")
    return tuple(
        Example(
            one["key"],
            one["title_zh"],
            one["title_en"],
            one["query"].strip(),
            one.get("parameters", "{}"),
        )
        for one in tomllib.loads(text)["example"]
    )
