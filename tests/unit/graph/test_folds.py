"""Folded chains are kept by their heads: the same head is the same chain, a longer one is read anew."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest

from casework.events import GENESIS, Event, seal
from graph.events import folds
from graph.events.folds import Folds, folded
from graph.events.kept import Kept

AT = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)


def chain(stream: str, length: int) -> list[Event]:
    found, prev = [], GENESIS
    for n in range(length):
        event = seal(stream, n + 1, "Kept", {"n": n}, "beat", AT + timedelta(minutes=n), prev)
        found.append(event)
        prev = event.hash
    return found


class Store:
    """Chains by stream; keeps what was asked for."""

    def __init__(self, **chains: list[Event]) -> None:
        self.chains = chains
        self.asked: list[str] = []

    async def load(self, driver: object, *streams: str) -> dict[str, Sequence[Event]]:
        self.asked += streams
        return {stream: self.chains[stream.replace(":", "_")] for stream in streams}

    def heads(self) -> dict[str, str]:
        return {c[0].stream: c[-1].hash for c in self.chains.values()}


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Store:
    made = Store(vault_a=chain("vault:a", 3), vault_b=chain("vault:b", 2))
    monkeypatch.setattr(folds, "load", made.load)
    return made


async def test_only_chains_that_grew_are_read_again(store: Store) -> None:
    kept = Folds()
    first = await folded(None, store.heads(), kept)  # type: ignore[arg-type]
    assert store.asked == ["vault:a", "vault:b"]
    assert [one.length for one in first.values()] == [3, 2]
    store.chains["vault_b"] = chain("vault:b", 5)
    again = await folded(None, store.heads(), kept)  # type: ignore[arg-type]
    assert store.asked == ["vault:a", "vault:b", "vault:b"]
    assert list(again) == ["vault:a", "vault:b"]
    assert again["vault:b"].length == 5
    assert again["vault:b"].updated_at == AT + timedelta(minutes=4)


async def test_a_chain_that_grew_between_head_and_reading_is_kept_as_it_is(store: Store) -> None:
    kept, stale = Folds(), store.heads()
    store.chains["vault_a"] = chain("vault:a", 4)
    first = await folded(None, stale, kept)  # type: ignore[arg-type]
    assert first["vault:a"].length == 4
    assert kept.get(stale["vault:a"]) is None


async def test_what_was_not_asked_for_longest_gives_way(store: Store) -> None:
    kept = Folds(most_events=4)
    heads = store.heads()
    await folded(None, heads, kept)  # type: ignore[arg-type]
    assert kept.get(heads["vault:a"]) is None
    assert kept.get(heads["vault:b"]) is not None


def test_what_is_kept_anew_weighs_once() -> None:
    kept: Kept[str] = Kept(most=5)
    for turn in range(4):
        kept.put("a", str(turn), 3)
    kept.put("b", "b", 2)
    assert (kept.get("a"), kept.get("b")) == ("3", "b")
    kept.put("c", "c", 1)
    assert (kept.get("a"), kept.get("b"), kept.get("c")) == (None, "b", "c")
