"""What a file really is, by its first bytes; and whether that agrees with what was declared."""

from __future__ import annotations

from evidence.errors import ExecutableRefusedError, TypeMismatchError
from evidence.names import extension

HEAD = 4096
"""How many first bytes are enough for every signature below."""

UNKNOWN = "application/octet-stream"
_TEXT = "text/plain"
_ZIP = "application/zip"
_OLE = "application/x-ole-storage"
_ISO_MEDIA = "video/mp4"

_EXECUTABLES = (
    (b"MZ", "Windows 程序", "Windows program"),
    (b"\x7fELF", "Linux 程序", "Linux program"),
    (b"\xca\xfe\xba\xbe", "Java 类或 macOS 程序", "Java class or macOS program"),
    (b"\xcf\xfa\xed\xfe", "macOS 程序", "macOS program"),
    (b"\xce\xfa\xed\xfe", "macOS 程序", "macOS program"),
    (b"\xfe\xed\xfa\xce", "macOS 程序", "macOS program"),
    (b"\xfe\xed\xfa\xcf", "macOS 程序", "macOS program"),
    (b"#!", "脚本", "script"),
    (b"L\x00\x00\x00\x01\x14\x02\x00", "Windows 快捷方式", "Windows shortcut"),
    (b"dex\n", "Android 程序", "Android program"),
)
_EXECUTABLE_NAMES = frozenset(
    [
        ".exe",
        ".dll",
        ".com",
        ".scr",
        ".pif",
        ".msi",
        ".bat",
        ".cmd",
        ".ps1",
        ".vbs",
        ".vbe",
        ".wsf",
        ".hta",
        ".lnk",
        ".jar",
        ".apk",
        ".sh",
        ".app",
    ]
)
_SIGNATURES = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"BM", "image/bmp"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"PK\x03\x04", _ZIP),
    (b"PK\x05\x06", _ZIP),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _OLE),
    (b"{\\rtf", "application/rtf"),
    (b"\x1f\x8b", "application/gzip"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"PAR1", "application/vnd.apache.parquet"),
    (b"SQLite format 3\x00", "application/vnd.sqlite3"),
    (b"ID3", "audio/mpeg"),
    (b"\xff\xfb", "audio/mpeg"),
    (b"OggS", "audio/ogg"),
    (b"fLaC", "audio/flac"),
    (b"#!AMR", "audio/amr"),
    (b"\x1aE\xdf\xa3", "video/x-matroska"),
)
_TEXTUAL = frozenset({b"%PDF-", b"{\\rtf", b"#!"})
"""Signatures that hold although the bytes are readable; a table whose first column is called
``MZ`` or ``BMI`` is neither a program nor a picture."""
_OFFICE = "application/vnd.openxmlformats-officedocument."
_COMPATIBLE = {
    _ZIP: frozenset(
        {
            _OFFICE + "wordprocessingml.document",
            _OFFICE + "spreadsheetml.sheet",
            _OFFICE + "presentationml.presentation",
            "application/ofd",
            "application/vnd.oasis.opendocument.text",
            "application/vnd.oasis.opendocument.spreadsheet",
            "application/x-zip-compressed",
        }
    ),
    _OLE: frozenset(
        {
            "application/msword",
            "application/vnd.ms-excel",
            "application/vnd.ms-powerpoint",
            "application/vnd.ms-outlook",
        }
    ),
    _TEXT: frozenset(
        {
            "application/json",
            "application/jsonl",
            "application/xml",
            "application/vnd.ms-excel",  # Windows browsers declare .csv so
            "message/rfc822",
            "image/svg+xml",
        }
    ),
    _ISO_MEDIA: frozenset(
        {"video/quicktime", "video/3gpp", "audio/mp4", "audio/x-m4a", "image/heic", "image/heif"}
    ),
    "video/x-matroska": frozenset({"video/webm", "audio/webm"}),
    "application/rtf": frozenset({"text/rtf"}),
    "application/gzip": frozenset({"application/x-gzip"}),
    "application/vnd.rar": frozenset({"application/x-rar-compressed"}),
    "image/bmp": frozenset({"image/x-ms-bmp"}),
}


def detect(head: bytes) -> str:
    """The media type that the first HEAD bytes show; UNKNOWN when nothing fits."""
    text = _is_text(head)
    for signature, media_type in _SIGNATURES:
        if head.startswith(signature) and (not text or signature in _TEXTUAL):
            return media_type
    if head[4:8] == b"ftyp":
        return _ISO_MEDIA
    if head[:4] == b"RIFF":
        return {b"WAVE": "audio/wav", b"AVI ": "video/x-msvideo", b"WEBP": "image/webp"}.get(
            head[8:12], UNKNOWN
        )
    return _TEXT if text else UNKNOWN


def settle_type(name: str, declared: str, head: bytes) -> str:
    """The media type to record: the declared one if the content agrees with it.

    An undeclared type (empty or octet-stream) becomes the detected one. Raises
    ExecutableRefusedError and TypeMismatchError.
    """
    _refuse_executables(name, head)
    wanted = declared.split(";", 1)[0].strip().lower() or UNKNOWN
    found = detect(head)
    if wanted == UNKNOWN:
        return found
    if wanted == found or wanted in _COMPATIBLE.get(found, frozenset()):
        return wanted
    if found == _TEXT and wanted.startswith("text/"):
        return wanted
    raise TypeMismatchError(name=name, declared=wanted, detected=found)


def _refuse_executables(name: str, head: bytes) -> None:
    text = _is_text(head)
    for signature, zh, en in _EXECUTABLES:
        if not head.startswith(signature) or head.startswith(b"#!AMR"):
            continue
        if not text or signature in _TEXTUAL:
            raise ExecutableRefusedError(name=name, detected=zh, detected_en=en)
    if extension(name) in _EXECUTABLE_NAMES:
        raise ExecutableRefusedError(
            name=name, detected=extension(name), detected_en=extension(name)
        )


def _is_text(head: bytes) -> bool:
    """UTF-8, GB18030 (what bureau exports use) or UTF-16 with its mark, without control bytes."""
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return True
    if any(byte < 9 or (13 < byte < 32 and byte != 27) for byte in head):
        return False
    return _decodes(head, "utf-8") or _decodes(head, "gb18030")


def _decodes(head: bytes, encoding: str) -> bool:
    """Whether the bytes decode, forgiving a character cut at the end of the head."""
    for cut in range(4):
        try:
            head[: len(head) - cut].decode(encoding)
        except UnicodeDecodeError:
            continue
        return True
    return False
