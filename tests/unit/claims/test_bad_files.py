"""Files that cannot be taken in: a clear message, and nothing half-written."""

import gzip
import os
import zlib
from typing import Any

import pytest

from claims import errors
from claims.errors import ClaimsError
from claims.intake.limits import ImportLimits

PERSONS = "psn_no,psn_name\nP1,张三\n"


def _refused(bureau: Any, expected: type[ClaimsError], **more: Any) -> ClaimsError:
    """The import fails as expected and leaves no trace of a batch."""
    with pytest.raises(expected) as caught:
        bureau.load(**more)
    assert not list((bureau.home / "claims").glob("batches/*"))
    assert not (bureau.home / "claims" / "drafts").exists()
    assert caught.value.message_zh
    assert caught.value.message_en
    return caught.value


def test_missing_directory_is_usage(bureau: Any) -> None:
    bureau.files.rmdir()
    assert _refused(bureau, errors.DirectoryMissing).exit_code == 2


def test_a_file_in_the_place_of_the_directory_is_called_a_file(bureau: Any) -> None:
    bureau.files.rmdir()
    bureau.files.write_text(PERSONS, encoding="utf-8")
    error = _refused(bureau, errors.DirectoryMissing)
    assert error.exit_code == 2
    assert "是文件" in error.message_zh


@pytest.mark.parametrize("name", ["psn_info_b.csv", "psn_info_b.csv.gz", "psn_info_b.xlsx"])
@pytest.mark.parametrize("kind", ["folder", "dead link", "pipe"])
def test_what_bears_a_tables_name_and_is_no_file_is_not_passed_over(
    bureau: Any, name: str, kind: str
) -> None:
    bureau.put("mdtrt_d.csv", "mdtrt_id,psn_no,fixmedins_code\nM1,P1,H1\n")
    path = bureau.files / name
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to("gone.csv")
    error = _refused(bureau, errors.FileUnreadable)
    assert error.exit_code == 3
    assert name in error.message_zh


def test_empty_directory_is_data(bureau: Any) -> None:
    assert _refused(bureau, errors.NothingToImport).exit_code == 3


def test_two_forms_of_one_table(bureau: Any) -> None:
    bureau.put("psn_info_b.csv", PERSONS)
    bureau.put("psn_info_b.csv.gz", PERSONS)
    _refused(bureau, errors.AmbiguousFile)


@pytest.mark.parametrize("kept", [0, 5, 30, -4])
def test_truncated_gzip(bureau: Any, kept: int) -> None:
    path = bureau.put("psn_info_b.csv.gz", PERSONS * 50)
    path.write_bytes(path.read_bytes()[:kept])
    _refused(bureau, errors.FileDamaged)


def test_gzip_with_a_flipped_byte(bureau: Any) -> None:
    path = bureau.put("psn_info_b.csv.gz", PERSONS + "".join(f"Q{i},n{i}\n" for i in range(999)))
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0xFF
    path.write_bytes(bytes(content))
    _refused(bureau, errors.FileDamaged)


def test_gzip_of_several_members_and_padding_is_whole(bureau: Any) -> None:
    path = bureau.put("psn_info_b.csv.gz", PERSONS)
    path.write_bytes(path.read_bytes() + gzip.compress(b"P2,x\n") + b"\0" * 512)
    assert bureau.load().batch.accepted == 2


def test_text_that_calls_itself_gzip(bureau: Any) -> None:
    (bureau.files / "psn_info_b.csv.gz").write_text(PERSONS, encoding="utf-8")
    _refused(bureau, errors.FileDamaged)


def test_zip_bomb_by_ratio_and_by_size(bureau: Any) -> None:
    packer = zlib.compressobj(9, wbits=31)
    zeros = b"P,x\n" * (1 << 18)
    bomb = packer.compress(PERSONS.encode())
    bomb += b"".join(packer.compress(zeros) for _ in range(80)) + packer.flush()
    (bureau.files / "psn_info_b.csv.gz").write_bytes(bomb)
    _refused(bureau, errors.FileTooLarge)
    _refused(bureau, errors.FileTooLarge, limits=ImportLimits(max_bytes=1 << 20, max_ratio=10**6))


def test_parquet_that_is_none(bureau: Any) -> None:
    bureau.put("psn_info_b.parquet", b"PAR1 not really")
    _refused(bureau, errors.FileDamaged)


@pytest.mark.parametrize("delimiter", ["\t", ";", "|"])
def test_wrong_delimiter_is_named(bureau: Any, delimiter: str) -> None:
    bureau.put("psn_info_b.csv", PERSONS.replace(",", delimiter))
    error = _refused(bureau, errors.HeaderInvalid)
    assert "分隔" in error.message_zh


def test_missing_required_columns_are_all_named(bureau: Any) -> None:
    bureau.put("mdtrt_d.csv", "mdtrt_id,psn_no,fixmedins_code\nM1,P1,H1\n")
    error = _refused(bureau, errors.HeaderInvalid)
    assert all(name in error.message_zh for name in ("begntime", "endtime", "med_type"))


def test_repeated_column(bureau: Any) -> None:
    bureau.put("psn_info_b.csv", "psn_no,psn_name,PSN_NO\nP1,x,P1\n")
    _refused(bureau, errors.HeaderInvalid)


@pytest.mark.parametrize("content", [b"", b"\n\n", "\ufeff".encode()])
def test_file_without_header(bureau: Any, content: bytes) -> None:
    bureau.put("psn_info_b.csv", content)
    _refused(bureau, errors.HeaderInvalid)


def test_header_alone_is_a_batch_of_no_rows(bureau: Any) -> None:
    bureau.put("psn_info_b.csv", "psn_no,psn_name\n")
    assert bureau.load().batch.accepted == 0


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_wrong_encoding(bureau: Any, encoding: str) -> None:
    bureau.put("psn_info_b.csv", PERSONS, encoding)
    _refused(bureau, errors.ClaimsError)


def test_zero_bytes_are_no_text(bureau: Any) -> None:
    rows = "".join(f"P{i},张三\n" for i in range(20))
    bureau.put("psn_info_b.csv", b"psn_no,psn_name\n" + rows.encode("utf-16-le"))
    error = _refused(bureau, errors.EncodingUnknown)
    assert "第 2 行" in error.message_zh


def test_damaged_utf8_is_not_read_as_gb18030(bureau: Any) -> None:
    text = "psn_no,psn_name\n" + "".join(f"P{i},欧阳修\n" for i in range(100))
    bureau.put("psn_info_b.csv", text.encode() + "P999,王安石\n".encode()[:-2] + b"\n")
    error = _refused(bureau, errors.EncodingUnknown)
    assert "102" in error.message_zh


@pytest.mark.parametrize("name", ["psn_info_b.csv", "psn_info_b.csv.gz"])
def test_file_changed_while_it_is_read(bureau: Any, name: str) -> None:
    path = bureau.put(name, PERSONS)

    def change(phase: str, done: int, total: int | None) -> None:
        if phase == "read" and done == 0:
            bureau.put(name, PERSONS + "P2,late\n")

    error = _refused(bureau, errors.FileChanged, progress=change)
    assert path.name in error.message_zh


def test_unreadable_name_of_profile(bureau: Any) -> None:
    assert _refused(bureau, errors.ProfileUnknown, profile="nope").exit_code == 2
