"""After storing: locks of the rooms, re-checks and daily seals, on every object store."""

import io
import os
import uuid
from datetime import UTC, date, datetime, timedelta

import pytest
from minio import Minio

from casework.events import GENESIS, Event, seal
from evidence.digests import digest_bytes
from evidence.errors import LockMissingError, ObjectLockedError, StoreUnreachableError
from evidence.recheck import Expected, Round, unrecorded
from evidence.retention import extend
from evidence.s3 import Buckets, S3Store
from evidence.seal import Head, make_seal, seal_key, sealed_days, write_seal
from evidence.sealbook import open_book
from evidence.store import ObjectRef, Room
from evidence.vaulting import vault_key

AT = datetime.now(UTC)


def keep(store: S3Store, body: bytes, key: str) -> ObjectRef:
    ref = store.put(Room.VAULT, key, body)
    extend(store, ref, AT + timedelta(days=2))
    return ref


def test_preparing_twice_is_harmless(store: S3Store) -> None:
    store.prepare()


def test_a_bucket_without_lock_is_no_vault(client: Minio) -> None:
    name = f"plain-{uuid.uuid4().hex[:12]}"
    client.make_bucket(name)
    with pytest.raises(LockMissingError, match=name):
        S3Store(client, buckets=Buckets(f"s{name}", name, f"x{name}")).prepare()


def test_a_store_that_is_gone_is_said(free_address: str) -> None:
    gone = Minio(free_address, "key", "secretsecret", secure=False, region="us-east-1")
    gone._http.connection_pool_kw["retries"] = False
    with pytest.raises(StoreUnreachableError) as caught:
        S3Store(gone).prepare()
    assert caught.value.code == "store_unreachable"


def test_a_round_names_each_kind_of_damage_and_reads_at_a_bearable_pace(store: S3Store) -> None:
    today = AT.date()

    def on_record(body: bytes, ref: ObjectRef, **change: object) -> Expected:
        found = digest_bytes(body)
        values = {"sha256": found.sha256, "sm3": found.sm3, "what": "E", "held_to": today, **change}
        return Expected(ref, **values)  # type: ignore[arg-type]

    good, loose = os.urandom(4000), os.urandom(50)
    sound = keep(store, good, vault_key(digest_bytes(good).sha256))
    unlocked = store.put(Room.VAULT, vault_key(digest_bytes(loose).sha256), loose)
    lost = ObjectRef(Room.VAULT, vault_key("f" * 64))
    pauses: list[float] = []
    walk = Round(store, bytes_per_second=1000, pause=pauses.append)
    seen = [
        walk.look(item).damage
        for item in (
            on_record(good, sound),
            on_record(good, sound),
            on_record(good, sound, sha256="a" * 64),
            on_record(good, sound, sm3="0" * 64),
            on_record(good, sound, held_to=today + timedelta(days=30)),
            on_record(loose, unlocked),
            on_record(loose, unlocked, held_to=None),
            on_record(b"", lost),
        )
    ]
    assert seen == [None, None, "changed", "changed", None, "unlocked", None, "missing"]
    assert walk.checked == 8
    assert sum(pauses) == pytest.approx(walk.size / 1000)
    fresh = Round(store)
    assert (
        fresh.look(on_record(good, sound, held_to=today + timedelta(days=30))).damage == "unlocked"
    )
    assert set(unrecorded(store, {sound.key})) >= {unlocked.key}


def test_a_store_that_is_gone_is_no_damage(free_address: str) -> None:
    gone = Minio(free_address, "key", "secretsecret", secure=False, region="us-east-1")
    gone._http.connection_pool_kw["retries"] = False
    item = Expected(ObjectRef(Room.VAULT, "sha256/aa/x"), "a" * 64, "b" * 64, "E")
    with pytest.raises(StoreUnreachableError):
        Round(S3Store(gone)).look(item)


def on_record(events: list[Event]) -> list[Head]:
    return [Head(events[0].stream, len(events), events[-1].hash)]


def an_event(number: int) -> Event:
    return seal("case:A", 1, "Noted", {"n": number}, "li", AT, GENESIS)


def faults(store: S3Store, events: list[Event]) -> set[str]:
    book = open_book(store)
    book.compare("case:A", events, AT)
    book.close()
    return {fault.what for fault in book.faults}


def test_days_are_sealed_once_under_lock_and_linked(fresh_seals: tuple[S3Store, str]) -> None:
    store, _ = fresh_seals
    events = [an_event(1)]
    first = write_seal(store, on_record(events), date(2026, 3, 2), AT)
    assert write_seal(store, [], date(2026, 3, 2), AT) == first
    second = write_seal(store, on_record(events), date(2026, 3, 5), AT)
    assert second.previous == first.sha256
    assert write_seal(store, [], date(2026, 3, 4), AT) == second, "nothing slips in between"
    assert sealed_days(store) == [date(2026, 3, 2), date(2026, 3, 5)]
    assert faults(store, events) == set()
    assert open_book(store).gaps == [date(2026, 3, 3), date(2026, 3, 4)]
    assert faults(store, [an_event(2)]) == {"rewritten"}
    ref = store.stat(ObjectRef(Room.SEALS, "daily/2026/03/2026-03-02.json")).ref
    with pytest.raises(ObjectLockedError):
        store.remove(ref)


def test_a_seal_whose_run_was_killed_before_the_lock_is_locked_by_the_next(
    fresh_seals: tuple[S3Store, str],
) -> None:
    store, _ = fresh_seals
    events, day = [an_event(1)], date(2026, 3, 2)
    left = make_seal(on_record(events), day, AT, None)
    store.put(Room.SEALS, seal_key(day), left.to_json())
    assert faults(store, events) == {"unlocked"}
    assert write_seal(store, on_record(events), day, AT) == left
    assert faults(store, events) == set()
    assert len(list(store.versions(Room.SEALS, seal_key(day)))) == 1


def test_a_seal_written_over_is_found(client: Minio, fresh_seals: tuple[S3Store, str]) -> None:
    """Whoever owns the database and the store's keys writes a seal that fits his forged chain,
    under lock, too: the first version speaks against him."""
    store, bucket = fresh_seals
    true, forged = [an_event(1)], [an_event(2)]
    day = date(2026, 3, 2)
    write_seal(store, on_record(true), day, AT)
    body = make_seal(on_record(forged), day, AT, None).to_json()
    client.put_object(bucket, seal_key(day), io.BytesIO(body), len(body))
    extend(store, store.stat(ObjectRef(Room.SEALS, seal_key(day))).ref, AT + timedelta(days=3))
    assert faults(store, forged) == {"overwritten", "rewritten"}
    assert faults(store, true) == {"overwritten"}


def test_a_hidden_seal_and_a_broken_link_are_found(
    client: Minio, fresh_seals: tuple[S3Store, str]
) -> None:
    store, bucket = fresh_seals
    events = [an_event(1)]
    for day in (2, 3):
        write_seal(store, on_record(events), date(2026, 3, day), AT)
    client.remove_object(bucket, seal_key(date(2026, 3, 3)))
    assert faults(store, events) == {"overwritten"}, "a delete marker hides, and is seen"
    lone = make_seal(on_record(events), date(2026, 3, 9), AT, None).to_json()
    client.put_object(bucket, seal_key(date(2026, 3, 9)), io.BytesIO(lone), len(lone))
    assert faults(store, events) == {"overwritten", "previous", "unlocked"}


def test_a_seal_that_is_no_seal_is_found(client: Minio, fresh_seals: tuple[S3Store, str]) -> None:
    store, bucket = fresh_seals
    body = b'{"format":"jicha-seal-1","day":"2026-03-02"}'
    client.put_object(bucket, seal_key(date(2026, 3, 2)), io.BytesIO(body), len(body))
    assert faults(store, [an_event(1)]) == {"bytes", "unlocked"}
