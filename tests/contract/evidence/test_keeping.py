"""After storing: locks of the rooms, re-checks and daily seals, on every object store."""

import io
import os
import uuid
from datetime import UTC, date, datetime, timedelta

import pytest
from minio import Minio

from evidence.digests import digest_bytes
from evidence.errors import LockMissingError, ObjectLockedError, StoreUnreachableError
from evidence.recheck import Expected, recheck, vault_contents
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


def test_a_recheck_names_each_kind_of_damage(store: S3Store) -> None:
    good = b"good" * 1000
    sound = digest_bytes(good)
    keep(store, good, vault_key(sound.sha256))
    keep(store, b"forged", vault_key("a" * 64))
    loose = digest_bytes(b"loose")
    store.put(Room.VAULT, vault_key(loose.sha256), b"loose")
    lost = Expected(ObjectRef(Room.VAULT, vault_key("f" * 64)), "f" * 64)
    pauses: list[float] = []
    mine = {sound.sha256, "a" * 64, loose.sha256}
    there = [item for item in vault_contents(store) if item.sha256 in mine]
    result = recheck(store, [*there, lost], bytes_per_second=1000, pause=pauses.append)
    assert not result.sound
    assert result.checked == 4
    assert {(d.expected.sha256, d.what) for d in result.damages} == {
        ("a" * 64, "changed"),
        (loose.sha256, "unlocked"),
        ("f" * 64, "missing"),
    }
    assert sum(pauses) == pytest.approx(result.size / 1000)


def test_an_sm3_that_differs_is_damage(store: S3Store) -> None:
    body = os.urandom(100)
    ref = keep(store, body, vault_key(digest_bytes(body).sha256))
    wrong = Expected(ref, digest_bytes(body).sha256, "0" * 64)
    assert [d.what for d in recheck(store, [wrong]).damages] == ["changed"]


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
