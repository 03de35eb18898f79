"""Declared and real types."""

import io
import zipfile

import pytest

from evidence.errors import ExecutableRefusedError, TypeMismatchError
from evidence.sniff import UNKNOWN, detect, settle_type

PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00"
MP4 = b"\x00\x00\x00\x18ftypmp42"


def a_zip() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("[Content_Types].xml", "<x/>")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("head", "found"),
    [
        (PDF, "application/pdf"),
        (JPEG, "image/jpeg"),
        (MP4, "video/mp4"),
        (b"RIFF\x00\x00\x00\x00WAVEfmt \x00", "audio/wav"),
        (a_zip(), "application/zip"),
        ("就诊编号,金额\n".encode(), "text/plain"),
        ("就诊编号,金额\n".encode("gb18030"), "text/plain"),
        (b"MZ,BM,count\n1,2,3\n", "text/plain"),
        (b"BMI,age\n22,3\n", "text/plain"),
        (b"\x00\x01\x02\x03", UNKNOWN),
    ],
)
def test_detect(head: bytes, found: str) -> None:
    assert detect(head) == found


@pytest.mark.parametrize(
    ("name", "declared", "head", "settled"),
    [
        ("a.pdf", "application/pdf", PDF, "application/pdf"),
        ("a.pdf", "", PDF, "application/pdf"),
        ("a.pdf", "application/octet-stream", PDF, "application/pdf"),
        ("a.csv", "text/csv; charset=gbk", "药".encode("gb18030"), "text/csv"),
        ("a.csv", "application/vnd.ms-excel", b"a,b\n", "application/vnd.ms-excel"),
        ("a.json", "application/json", b'{"a":1}', "application/json"),
        ("a.mov", "video/quicktime", MP4, "video/quicktime"),
        (
            "a.docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            a_zip(),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
    ],
)
def test_types_that_agree(name: str, declared: str, head: bytes, settled: str) -> None:
    assert settle_type(name, declared, head) == settled


@pytest.mark.parametrize(
    ("declared", "head"),
    [
        ("image/jpeg", PDF),
        ("application/pdf", JPEG),
        ("application/pdf", b"\x00\x01"),
        ("text/plain", JPEG),
        ("video/mp4", a_zip()),
    ],
)
def test_a_false_type_is_refused(declared: str, head: bytes) -> None:
    with pytest.raises(TypeMismatchError):
        settle_type("x", declared, head)


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("a.pdf", b"MZ\x90\x00\x03\x00"),
        ("a", b"\x7fELF\x02\x01"),
        ("a.txt", b"#!/bin/sh\n"),
        ("报告.EXE", b"hello"),
        ("a.hta", b"<html>"),
    ],
)
def test_programs_are_refused_whatever_they_are_called(name: str, head: bytes) -> None:
    with pytest.raises(ExecutableRefusedError):
        settle_type(name, "", head)


def test_a_character_cut_at_the_end_of_the_head_is_forgiven() -> None:
    text = ("费" * 2000).encode()
    assert {detect(text[:n]) for n in (4094, 4095, 4096)} == {"text/plain"}
