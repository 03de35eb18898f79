"""GraphQL inputs derived from the commands of ``casework``.

A command is fields only, so its input is the same fields in GraphQL's words; deriving it keeps the
schema and the law from drifting apart. What a client must not say itself (snapshots of findings,
hashes of evidence) is resolved by the server: such commands have inputs of their own.
"""

from __future__ import annotations

import dataclasses
import re
import types
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

import strawberry

from api.errors import Invalid

MOST_YUAN = Decimal(10) ** 14
#: Half a character: no text of a law file can hold it, and canonical JSON refuses it.
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")

SCALARS = (str, int, bool, float, Decimal, date, datetime)


def amount_of(name: str, amount: Decimal | None) -> Decimal | None:
    """A bound in yuan; NaN and infinity bound nothing."""
    if amount is not None and not (amount.is_finite() and abs(amount) < MOST_YUAN):
        raise _not_finite(name)
    return amount


def _not_finite(name: str) -> Invalid:
    return Invalid(name, "金额必须是有限的数。", "The amount must be a finite number.")


@cache
def enum_of(enum: type[Enum]) -> Any:
    """The GraphQL enum of a domain enum, registered once under its own name."""
    if hasattr(enum, "__strawberry_definition__"):
        return enum
    return strawberry.enum(enum)


@cache
def input_of(
    source: type,
    name: str,
    leave_out: frozenset[str] = frozenset(),
    extra: tuple[tuple[str, Any], ...] = (),
) -> Any:
    """The input type ``name`` with the fields of the dataclass ``source``, less ``leave_out``.

    ``extra`` adds optional fields that the server resolves itself, as (name, type).
    """
    hints = get_type_hints(source)
    annotations: dict[str, Any] = {}
    namespace: dict[str, Any] = {"__doc__": source.__doc__, "__module__": __name__}
    for field in dataclasses.fields(source):
        if field.name in leave_out:
            continue
        annotation = _graphql(hints[field.name])
        default = _default(field)
        if default is not dataclasses.MISSING:
            annotation = annotation if _optional(annotation) else annotation | None
            namespace[field.name] = None
        annotations[field.name] = annotation
    for extra_name, annotation in extra:
        annotations[extra_name] = annotation | None
        namespace[extra_name] = None
    namespace["__annotations__"] = annotations
    return strawberry.input(type(name, (), namespace), description=source.__doc__)


def to_dataclass(source: type, value: Any, **extra: Any) -> Any:
    """An input's values as an instance of ``source``; null means the command's own default."""
    hints = get_type_hints(source)
    given = dict(extra)
    for field in dataclasses.fields(source):
        if field.name in given or not hasattr(value, field.name):
            continue
        raw = getattr(value, field.name)
        if raw is None and _default(field) is not dataclasses.MISSING:
            continue
        given[field.name] = _value(hints[field.name], raw, field.name)
    return source(**given)


def _default(field: dataclasses.Field[Any]) -> Any:
    if field.default is not dataclasses.MISSING:
        return field.default
    return (
        field.default_factory if field.default_factory is not dataclasses.MISSING else field.default
    )


def _optional(annotation: Any) -> bool:
    return get_origin(annotation) in (Union, types.UnionType) and type(None) in get_args(annotation)


def _graphql(hint: Any) -> Any:
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        inner = [_graphql(arg) for arg in args if arg is not type(None)]
        return inner[0] | None
    if origin in (tuple, frozenset, list):
        return list[_graphql(args[0])]  # type: ignore[misc]
    if origin in (dict, Mapping):
        return list[_pair(args[0])]  # type: ignore[misc]
    if isinstance(hint, type) and issubclass(hint, Enum):
        return enum_of(hint)
    if dataclasses.is_dataclass(hint):
        return input_of(hint, f"{hint.__name__}Input")  # type: ignore[arg-type, union-attr]
    if hint in SCALARS:
        return hint
    raise TypeError(f"no GraphQL input for {hint}")


@cache
def _pair(key: Any) -> Any:
    """A mapping's entries as a list of key and text."""
    namespace = {"__annotations__": {"key": _graphql(key), "text": str}, "__module__": __name__}
    return strawberry.input(type(f"{key.__name__}TextInput", (), namespace))


def _value(hint: Any, raw: Any, name: str) -> Any:
    if raw is None:
        return None
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return _value(next(arg for arg in args if arg is not type(None)), raw, name)
    if origin in (tuple, frozenset, list):
        return origin(_value(args[0], item, name) for item in raw)
    if origin in (dict, Mapping):
        return {pair.key: pair.text for pair in raw}
    if dataclasses.is_dataclass(hint):
        return to_dataclass(hint, raw)  # type: ignore[arg-type]
    if isinstance(raw, str) and not raw.isascii() and _LONE_SURROGATE.search(raw):
        raise Invalid(
            name, "文字里有不成对的字符，请重新输入。", "The text holds half a character."
        )
    if hint is Decimal and not Decimal(raw).is_finite():
        raise _not_finite(name)
    return raw
