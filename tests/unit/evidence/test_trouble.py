"""A store that does not do its part is told in words with a cure, whatever client or server said."""

import re

import pytest
import urllib3
from minio.error import S3Error, ServerError

from evidence import trouble
from evidence.errors import StoreUnreachableError

HAN = re.compile(r"[\u3000-\u9fff\uff00-\uffef]")
POOL = urllib3.HTTPConnectionPool("127.0.0.1", 9)
CONNECTION = urllib3.connection.HTTPConnection("127.0.0.1", 9)


def s3_error(code: str) -> S3Error:
    return S3Error(urllib3.HTTPResponse(), code, None, None, None, None)


def given_up(reason: Exception) -> urllib3.exceptions.MaxRetryError:
    return urllib3.exceptions.MaxRetryError(POOL, "/", reason)


REFUSED = urllib3.exceptions.NewConnectionError(CONNECTION, "refused")


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (given_up(REFUSED), trouble.OFFLINE),
        (REFUSED, trouble.OFFLINE),
        (ConnectionResetError(), trouble.OFFLINE),
        (given_up(urllib3.exceptions.ReadTimeoutError(POOL, "/", "slow")), trouble.SLOW),
        (TimeoutError(), trouble.SLOW),
        (s3_error("AccessDenied"), trouble.KEYS),
        (s3_error("SignatureDoesNotMatch"), trouble.KEYS),
        (s3_error("RequestTimeTooSkewed"), trouble.CLOCK),
        (s3_error("XMinioStorageFull"), trouble.FULL),
        (s3_error("SlowDown"), trouble.BUSY),
        (s3_error("NeverHeardOf"), trouble.ODD),
        (ServerError("bad gateway", 502), trouble.ODD),
    ],
)
def test_each_trouble_is_known_by_its_sign(error: Exception, expected: trouble.Trouble) -> None:
    told = trouble.unreachable("sha256/aa/x", error)
    assert (told.facts["why_en"], told.facts["cure_zh"]) == (expected.en, expected.cure_zh)
    assert "sha256/aa/x" in told.message_zh


@pytest.mark.parametrize(
    ("status", "expected"),
    [(403, trouble.LINK), (503, trouble.BUSY), (507, trouble.FULL), (500, trouble.ODD)],
)
def test_an_answer_is_known_by_its_status(status: int, expected: trouble.Trouble) -> None:
    told = trouble.answered(status, "PUT")
    assert told.facts["why_zh"] == expected.zh
    assert f"HTTP {status}" in told.message_en


def every_trouble() -> list[trouble.Trouble]:
    return [value for value in vars(trouble).values() if isinstance(value, trouble.Trouble)]


@pytest.mark.parametrize("one", every_trouble(), ids=lambda one: one.en)
def test_cause_and_cure_stand_in_the_readers_language(one: trouble.Trouble) -> None:
    told = trouble.told(one, "uploads/1/data: Code")
    assert isinstance(told, StoreUnreachableError)
    assert one.zh in told.message_zh
    assert one.cure_zh in told.message_zh
    assert one.cure_en in told.message_en
    assert not HAN.search(told.message_en)
    # Chinese sentences name commands and settings, and what stands in brackets; no English words.
    outside = re.sub(r"（[^（]*）", "", told.message_zh)
    assert not set(re.findall(r"[A-Za-z_0-9]+", outside)) - {
        "jicha",
        "status",
        "JICHA_S3_ACCESS_KEY_FILE",
        "JICHA_S3_SECRET_KEY_FILE",
    }
