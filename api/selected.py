"""What a question selects, so that a resolver need not find out what nobody asked for."""

from __future__ import annotations

from collections.abc import Iterable

from strawberry.types.nodes import SelectedField, Selection

from api.context import Info


def selects(info: Info, name: str) -> bool:
    """Whether a field of this name is selected anywhere below the one that is being resolved."""
    return _within(info.selected_fields, name)


def _within(selections: Iterable[Selection], name: str) -> bool:
    return any(
        (isinstance(one, SelectedField) and one.name == name) or _within(one.selections, name)
        for one in selections
    )
