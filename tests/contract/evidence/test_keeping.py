"""After storing: locks of the rooms, re-checks and daily seals, on every object store."""

import io
import os
import uuid
from datetime import UTC, date, datetime, timedelta

import pytest
from minio import Minio

from evidence.digests import digest_bytes
from evidence.errors import LockMissingError, ObjectLockedError, StoreUnreachableError
from evidence.recheck import Expected, Round, unrecorded
from evidence.retention import extend
from evidence.s3 import Buckets, S3Store
from evidence.seal import Head, read_seal, sealed_days, verify_seals, write_seal
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


def test_days_are_sealed_once_under_lock_and_linked(fresh_seals: tuple[S3Store, str]) -> None:
    store, _ = fresh_seals
    heads = [Head("case:A", 3, "a" * 64), Head("case:B", 1, "b" * 64)]
    chains = {(h.stream, h.seq): h.hash for h in heads}
    first = write_seal(store, heads, date(2026, 3, 2), AT)
    assert write_seal(store, [], date(2026, 3, 2), AT) == first
    second = write_seal(store, heads, date(2026, 3, 3), AT)
    assert second.previous == first.sha256
    assert sealed_days(store) == [date(2026, 3, 2), date(2026, 3, 3)]
    assert verify_seals(store, lambda s, n: chains.get((s, n))) == ()
    chains["case:A", 3] = "e" * 64
    assert {f.what for f in verify_seals(store, lambda s, n: chains.get((s, n)))} == {"rewritten"}
    ref = store.stat(ObjectRef(Room.SEALS, "daily/2026/03/2026-03-02.json")).ref
    with pytest.raises(ObjectLockedError):
        store.remove(ref)


def test_a_seal_written_over_is_found(client: Minio, fresh_seals: tuple[S3Store, str]) -> None:
    store, bucket = fresh_seals
    seal = write_seal(store, [Head("case:A", 1, "a" * 64)], date(2026, 3, 2), AT)
    forged = seal.to_json().replace(b"a" * 64, b"e" * 64)
    client.put_object(bucket, "daily/2026/03/2026-03-02.json", io.BytesIO(forged), len(forged))
    faults = {f.what for f in verify_seals(store, lambda s, n: "e" * 64)}
    assert {"root", "unlocked"} <= faults
    assert read_seal(store, date(2026, 3, 2)).heads[0].hash == "e" * 64
