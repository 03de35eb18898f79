"""Bodies of requests: what no page sends is refused where it is read."""

import json

import pytest

from api.bodies import read_json


@pytest.mark.parametrize("value", [{}, {"a": [1, None, "汉字 😀"]}, [], "x", 3])
def test_what_was_sent_is_read(value: object) -> None:
    assert read_json(json.dumps(value).encode()) == value
    assert read_json(json.dumps(value, ensure_ascii=False).encode()) == value


def test_no_body_is_an_empty_object() -> None:
    assert read_json(b"") == {}


@pytest.mark.parametrize(
    "body",
    [
        b"{",
        b'{"a": "\xff"}',
        b'{"a": "\\ud800"}',
        b'{"\\uDFFF": 1}',
        b"[" * 100_000,
        b"[" * 100_000 + b"]" * 100_000,
        b'{"a":' * 50_000 + b"1" + b"}" * 50_000,
        '{"a": "x"}'.encode("utf-16"),
    ],
    ids=lambda body: body[:12].decode("latin-1"),
)
def test_what_no_page_sends_is_refused(body: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  (json's, Unicode's and our own are one)
        read_json(body)
