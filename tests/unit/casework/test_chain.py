"""The hash chain: whatever is changed anywhere is found; canonical form is the standard's."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest
import rfc8785
from hypothesis import example, given
from hypothesis import strategies as st

from casework.events import (
    GENESIS,
    BrokenAt,
    Event,
    Intact,
    canonical,
    event_from_json,
    event_json,
    seal,
    to_json,
    utc_text,
    verify_chain,
)

texts = st.text(st.characters(codec="utf-8"), max_size=12)
values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | texts
    | st.decimals(allow_nan=False, allow_infinity=False, places=2),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)
datas = st.dictionaries(texts, values, max_size=4)
moments = st.datetimes(timezones=st.just(UTC))


def chain(datas: list[dict[str, Any]], at: datetime) -> list[Event]:
    events: list[Event] = []
    for seq, data in enumerate(datas, 1):
        prev = events[-1].hash if events else GENESIS
        events.append(seal("case:1", seq, f"T{seq}", data, "li", at, prev))
    return events


@given(st.lists(datas, max_size=6) | datas)
@example({"\uff0c": 1, "\U00010000": 2, "b": 3, "B": [4, {"é": None, "e": True}]})
@example({"text": '\x00\x1f\x7f\u2028"\\/\b\t\n\f\r，𠀀', "none": {}, "": []})
@example({"big": 2**53, "least": -(2**53), "safe": 2**53 - 1})
def test_every_value_has_the_bytes_of_the_standard(value: Any) -> None:
    """The reference library writes the same, whichever encoder was taken."""
    assert canonical(value) == rfc8785.dumps(to_json(value))
    with pytest.raises(TypeError):
        canonical({"data": [value, 0.5]})


@given(st.lists(datas, max_size=6), moments)
def test_sealed_chains_verify_and_survive_json(datas: list[dict[str, Any]], at: datetime) -> None:
    events = chain(datas, at)
    assert verify_chain(events) == Intact(len(events), events[-1].hash if events else GENESIS)
    lines = [json.dumps(event_json(e), ensure_ascii=False) for e in events]
    assert [event_from_json(json.loads(line)) for line in lines] == events


@given(st.lists(datas, min_size=1, max_size=5), st.data())
def test_any_changed_byte_is_found(datas: list[dict[str, Any]], data: st.DataObject) -> None:
    events = chain(datas, datetime(2026, 1, 1, tzinfo=UTC))
    index = data.draw(st.integers(0, len(events) - 1))
    field = data.draw(
        st.sampled_from(["stream", "type", "actor", "at", "seq", "data", "prev", "hash"])
    )
    old = events[index]
    new: Any = {
        "seq": old.seq + 1,
        "at": old.at + timedelta(microseconds=1),
        "data": {**old.data, "x-added": "1"},
    }.get(field, f"{getattr(old, field)}!")
    events[index] = replace(old, **{field: new})
    found = verify_chain(events)
    assert isinstance(found, BrokenAt)
    assert found.index in (index, index + 1)


@given(st.lists(datas, min_size=3, max_size=5), st.integers(0, 4))
def test_a_missing_or_swapped_link_is_found(datas: list[dict[str, Any]], where: int) -> None:
    events = chain(datas, datetime(2026, 1, 1, tzinfo=UTC))
    where %= len(events) - 1
    assert isinstance(verify_chain(events[:where] + events[where + 1 :]), BrokenAt)
    events[where], events[where + 1] = events[where + 1], events[where]
    assert isinstance(verify_chain(events), BrokenAt)


def test_canonical_form() -> None:
    value = {"b": Decimal("1.50"), "a": 2**60, "é": True, "n": 7}
    assert canonical(value) == '{"a":"1152921504606846976","b":"1.50","n":7,"é":true}'.encode()
    east = datetime(2026, 1, 1, 8, tzinfo=timezone(timedelta(hours=8)))
    assert utc_text(east) == "2026-01-01T00:00:00.000000Z"


@pytest.mark.parametrize("bad", [1.5, object(), b"x"])
def test_floats_and_strangers_never_enter_an_event(bad: object) -> None:
    with pytest.raises(TypeError):
        seal("s", 1, "T", {"x": bad}, "a", datetime(2026, 1, 1, tzinfo=UTC), GENESIS)


def test_naive_times_are_refused() -> None:
    with pytest.raises(ValueError, match="时区"):
        utc_text(datetime(2026, 1, 1))  # noqa: DTZ001  (that is the point)
