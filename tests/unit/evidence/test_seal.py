"""A seal contradicts whoever rewrites a chain."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from casework.events import GENESIS, Event, seal
from evidence.seal import Head, Seal, make_seal, parse_seal
from evidence.sealbook import SealBook

AT = datetime(2026, 3, 2, 16, 10, tzinfo=UTC)
DAY = date(2026, 3, 2)
Chains = dict[str, list[Event]]


def chain(stream: str, *times: datetime) -> list[Event]:
    events: list[Event] = []
    for number, at in enumerate(times, 1):
        prev = events[-1].hash if events else GENESIS
        events.append(seal(stream, number, "Noted", {"n": number}, "li", at, prev))
    return events


def hours(*before: float) -> list[datetime]:
    return [AT - timedelta(hours=n) for n in before]


def world() -> Chains:
    return {
        "case:A": chain("case:A", *hours(20, 10, 5)),
        "case:B": chain("case:B", *hours(12)),
    }


def sealed(chains: Chains, day: date, at: datetime, previous: Seal | None) -> Seal:
    heads = [Head(stream, len(events), events[-1].hash) for stream, events in chains.items()]
    return make_seal(heads, day, at, previous)


def book_of(*seals: Seal) -> SealBook:
    book = SealBook()
    for one in seals:
        book.add(one)
    return book


def compared(book: SealBook, chains: Chains, at: datetime = AT) -> list[tuple[str, str]]:
    for stream, events in chains.items():
        book.compare(stream, events, at)
    book.close()
    return [(fault.what, fault.detail) for fault in book.faults]


def test_the_order_of_the_heads_does_not_matter() -> None:
    heads = [Head("case:B", 2, "b" * 64), Head("case:A", 7, "a" * 64)]
    one, other = make_seal(heads, DAY, AT, None), make_seal(reversed(heads), DAY, AT, None)
    assert one == other
    assert parse_seal(one.to_json()) == one


def test_chains_that_only_grew_agree_with_every_seal() -> None:
    chains = world()
    first = sealed(chains, DAY, AT, None)
    chains["case:A"] = chain("case:A", *hours(20, 10, 5, -3))
    chains["case:C"] = chain("case:C", *hours(-4))
    later = AT + timedelta(days=1)
    second = sealed(chains, date(2026, 3, 3), later, first)
    chains["case:B"] = chain("case:B", *hours(12, -26))
    assert compared(book_of(first, second), chains, later) == []


def cut(chains: Chains) -> None:
    chains["case:A"].pop()


def rewrite(chains: Chains) -> None:
    chains["case:A"] = chain("case:A", *hours(20, 9, 5))


def lose(chains: Chains) -> None:
    del chains["case:B"]


def slip_in(chains: Chains) -> None:
    chains["case:B"] = chain("case:B", *hours(12, 30))


def invent(chains: Chains) -> None:
    chains["case:OLD"] = chain("case:OLD", *hours(24 * 300))


@pytest.mark.parametrize(
    ("cheat", "found"),
    [
        (cut, [("rewritten", "case:A#3")]),
        (rewrite, [("rewritten", "case:A#3")]),
        (lose, [("gone", "case:B#1")]),
        (slip_in, [("backdated", "case:B#2")]),
        (invent, [("backdated", "case:OLD#1")]),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_each_way_to_cheat_is_named(
    cheat: Callable[[Chains], None], found: list[tuple[str, str]]
) -> None:
    chains = world()
    book = book_of(sealed(chains, DAY, AT, None))
    cheat(chains)
    assert compared(book, chains) == found


def test_a_stream_left_out_of_a_later_seal_is_named() -> None:
    chains = world()
    first = sealed(chains, DAY, AT, None)
    second = make_seal([Head("case:A", 3, chains["case:A"][-1].hash)], date(2026, 3, 3), AT, first)
    faults = compared(book_of(first, second), chains)
    assert [what for what, _ in faults] == ["left_out"]


def test_what_waits_for_its_seal_is_counted_and_no_fault() -> None:
    chains = world()
    book = book_of(sealed(chains, DAY, AT, None))
    chains["case:B"] = chain("case:B", *hours(12, -1))
    assert compared(book, chains, AT + timedelta(days=2)) == []
    assert (book.unsealed, book.unsealed_since) == (1, AT + timedelta(hours=1))
    fresh = book_of()
    assert compared(fresh, world(), AT) == []
    assert fresh.unsealed == 0


def test_other_files_are_no_seals() -> None:
    with pytest.raises(ValueError, match="not a daily seal"):
        parse_seal(b'{"format":"other"}')
