"""Archives made to do harm are refused by name, without being unpacked."""

import io
import struct
import zipfile
from pathlib import Path

import pytest

from evidence.dossier.verify import verify


def packed(*entries: tuple[str | zipfile.ZipInfo, bytes], method: int = 0) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, body in entries:
            archive.writestr(name, body)
    return buffer.getvalue()


def link() -> zipfile.ZipInfo:
    info = zipfile.ZipInfo("b/link")
    info.external_attr = 0o120777 << 16
    return info


def encrypted() -> bytes:
    body = bytearray(packed(("b/secret.txt", b"x")))
    central = body.index(b"PK\x01\x02")
    body[6] |= 1
    body[central + 8] |= 1
    return bytes(body)


def overlapping() -> bytes:
    """Two entries of the directory that share the same bytes, as quine bombs do."""
    body = bytearray(packed(("b/one", b"x" * 100), ("b/two", b"y" * 100)))
    second = body.rindex(b"PK\x01\x02")
    struct.pack_into("<I", body, second + 42, 0)
    return bytes(body)


def oversized() -> bytes:
    body = bytearray(packed(("b/big", b"x")))
    central = body.index(b"PK\x01\x02")
    struct.pack_into("<2I", body, central + 20, 0x7FFFFFFF, 0x7FFFFFFF)
    return bytes(body)


HOSTILE = {
    "up": (packed(("b/../../etc/cron.d/x", b"x")), "路径指向目录之外"),
    "absolute": (packed(("/etc/passwd", b"x")), "路径指向目录之外"),
    "drive": (packed(("C:/Windows/x.dll", b"x")), "路径指向目录之外"),
    "backslash": (packed(("b\\..\\..\\x", b"x")), "路径指向目录之外"),
    "bomb": (packed(("b/zeros", b"\0" * 10_000_000), method=zipfile.ZIP_DEFLATED), "压缩炸弹"),
    "twice": (packed(("b/a", b"1"), ("b/A", b"2")), "文件名重复"),
    "link": (packed((link(), b"/etc/passwd")), "符号链接"),
    "encrypted": (encrypted(), "已加密"),
    "overlap": (overlapping(), "相互重叠"),
    "oversized": (oversized(), "超出文件"),
    "rtl": (packed(("b/\u202egpj.exe", b"x")), "不允许的字符"),
    "newline": (packed(("b/a\nb", b"x")), "不允许的字符"),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_archives(tmp_path: Path, kind: str) -> None:
    body, why = HOSTILE[kind]
    path = tmp_path / "hostile.zip"
    path.write_bytes(body)
    result = verify(path)
    assert [found.code for found in result.problems] == ["refused"]
    assert why in result.problems[0].message_zh
    assert [p.name for p in tmp_path.iterdir()] == ["hostile.zip"]


@pytest.mark.parametrize(
    "body", [b"", b"x", b"PK\x05\x06" + b"\0" * 18, b"\0" * 4096, b"%PDF-1.7", b"PK\x03\x04" * 99]
)
def test_what_is_no_dossier(tmp_path: Path, body: bytes) -> None:
    path = tmp_path / "x.zip"
    path.write_bytes(body)
    assert not verify(path).sound


def test_an_innocent_archive_is_no_dossier_either(tmp_path: Path) -> None:
    path = tmp_path / "x.zip"
    path.write_bytes(packed(("b/readme.txt", b"hello")))
    codes = {found.code for found in verify(path).problems}
    assert "missing" in codes


def test_records_that_are_not_what_they_say(tmp_path: Path) -> None:
    """Well-formed archive, nonsense inside: problems, never a traceback."""
    nonsense = (
        b"\xff\xfe",
        b"[" * 100_000,
        b"null\n",
        b'{"entries":[1]}',
        b'{"entries":{}}',
        b"1\n",
    )
    info = (
        "Source-Organization: x\nExternal-Identifier: c\nExternal-Description: t\n"
        "Jicha-Profile: jicha-dossier-1\nJicha-Sealed-At: {at}\n"
        "Jicha-Chain-Length: 1\nJicha-Chain-Head: y\n"
    )
    names = ("data/catalogue.json", "data/records/events.jsonl", "data/records/custody.jsonl")
    for at in ("2026-03-02T01:00:00+00:00", "1900-01-01T00:00:00+00:00", "2026-03-02", "x"):
        for body in nonsense:
            path = tmp_path / "x.zip"
            tags = [("b/bag-info.txt", info.format(at=at).encode()), ("b/manifest-sm3.txt", body)]
            path.write_bytes(packed(*tags, *((f"b/{name}", body) for name in names)))
            assert not verify(path).sound
