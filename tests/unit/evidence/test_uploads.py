"""What an announcement must say, and how it survives a restart."""

from datetime import UTC, datetime

import pytest

from evidence.errors import BadDigestError, EmptyFileError, FileTooLargeError
from evidence.parameters import initial_retention, parameter, years_later
from evidence.uploads import Upload, UploadIntent

AT = datetime(2026, 3, 2, 1, tzinfo=UTC)


def test_nothing_is_refused_and_too_much_is() -> None:
    with pytest.raises(EmptyFileError):
        UploadIntent("a.pdf", "", 0).checked(AT)
    with pytest.raises(FileTooLargeError, match="21474836480"):
        UploadIntent("a.pdf", "", 20 * 2**30 + 1).checked(AT)


@pytest.mark.parametrize("value", ["", "abc", "A" * 64, "g" * 64, "0" * 65])
def test_a_hash_must_look_like_one(value: str) -> None:
    with pytest.raises(BadDigestError):
        UploadIntent("a.pdf", "", 1, value).checked(AT)


def test_parts_cover_every_byte_once() -> None:
    upload = Upload("0" * 32, UploadIntent("a", "", 2500), "a", AT, "m", 1000)
    assert upload.plan() == ((1, 0, 1000), (2, 1000, 1000), (3, 2000, 500))


def test_an_upload_survives_json() -> None:
    intent = UploadIntent("票.pdf", "application/pdf", 9, "0" * 64, {"case_no": "甲〔2026〕1号"})
    upload = Upload("0" * 32, intent, "../票.pdf", AT, None, 16)
    assert Upload.from_json(upload.to_json()) == upload


def test_every_parameter_has_a_basis_and_starts_dated() -> None:
    row = parameter("retention_initial_days", AT)
    assert row.basis
    assert (initial_retention(AT) - AT).days == row.value
    with pytest.raises(KeyError, match="in force on 1999"):
        parameter("retention_initial_days", datetime(1999, 1, 1, tzinfo=UTC))


def test_a_leap_day_has_anniversaries() -> None:
    leap = datetime(2028, 2, 29, tzinfo=UTC)
    assert years_later(leap, 10) == datetime(2038, 3, 1, tzinfo=UTC)
    assert years_later(leap, 4) == datetime(2032, 2, 29, tzinfo=UTC)
