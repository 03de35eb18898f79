"""What the schema refuses before any store is asked."""

from datetime import date
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest
from starlette.websockets import WebSocket

from api.errors import Invalid
from api.inputs import amount_of, to_dataclass
from api.map.convert import end_of, start_of
from api.persisted import Manifest
from api.schema import build_schema
from casework.commands.case import DeclineCase


async def _nothing(*_: Any) -> Any:
    return {}


async def test_a_socket_carries_no_query_or_mutation() -> None:
    schema = build_schema(Manifest({}), open_operations=True)
    socket = WebSocket({"type": "websocket"}, _nothing, _nothing)
    context = SimpleNamespace(request=socket, language="zh")
    answer = await schema.execute("{ __typename }", context_value=context)
    assert answer.errors is not None
    assert (answer.errors[0].extensions or {})["code"] == "NOT_OVER_SOCKET"


@pytest.mark.parametrize("day", [date(1, 1, 1), date(9999, 12, 31)])
def test_days_no_calendar_holds_are_named(day: date) -> None:
    for bound in (start_of, end_of):
        with pytest.raises(Invalid):
            bound(day)


@pytest.mark.parametrize("text", ["NaN", "Infinity", "-Infinity", "1E+400"])
def test_amounts_that_bound_nothing_are_named(text: str) -> None:
    with pytest.raises(Invalid):
        amount_of("minAmount", Decimal(text))
    assert amount_of("minAmount", Decimal("12.50")) == Decimal("12.50")


def test_half_a_character_is_named() -> None:
    given = SimpleNamespace(reasons="\ud800")
    with pytest.raises(Invalid):
        to_dataclass(DeclineCase, given)
