"""Hashes against published values, and in pieces."""

import hashlib
import subprocess

import pytest

from evidence import digests
from evidence.digests import Tap, digest_bytes, digest_stream
from evidence.errors import Sm3UnavailableError


def test_sm3_of_abc_is_the_value_of_the_standard() -> None:
    # GB/T 32905-2016, Annex A.1
    assert digest_bytes(b"abc").sm3 == (
        "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
    )


def test_a_stream_hashes_like_its_bytes() -> None:
    chunks = [b"a" * n for n in (1, 0, 70_000, 3_000_000)]
    whole = b"".join(chunks)
    assert digest_stream(chunks) == digest_bytes(whole)
    assert digest_bytes(whole).sha256 == hashlib.sha256(whole).hexdigest()


def test_the_openssl_tool_agrees() -> None:
    told = subprocess.run(["openssl", "dgst", "-sm3"], input=b"x" * 99, capture_output=True)
    if told.returncode:
        pytest.skip("the openssl tool of this machine lacks sm3")
    assert digest_bytes(b"x" * 99).sm3.encode() in told.stdout


def test_hashes_are_not_given_before_the_end() -> None:
    tap = Tap([b"a", b"b"])
    next(iter(tap))
    with pytest.raises(RuntimeError):
        _ = tap.digests


def test_a_missing_sm3_is_said_with_its_cure(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(name: str) -> None:
        raise ValueError(name)

    monkeypatch.setattr(digests.hashlib, "new", refuse)
    with pytest.raises(Sm3UnavailableError, match="SM3") as caught:
        digest_bytes(b"x")
    assert caught.value.code == "sm3_unavailable"
    assert "OpenSSL" in caught.value.message_en
