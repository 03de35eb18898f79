"""File names as people give them, made safe to keep, print and write to a disk."""

from __future__ import annotations

import unicodedata

MAX_CHARS = 120
"""Longest kept name; 120 CJK characters are 360 bytes, printed on two lines of a form."""

_UNSAFE_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_RESERVED_SIGNS = str.maketrans(dict.fromkeys('<>:"|?*', "_"))
_RESERVED_NAMES = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{dev}{n}" for dev in ("com", "lpt") for n in range(1, 10)}
)


def sanitise(name: str) -> str:
    """The last path component, composed (NFC), without control or direction marks.

    Right-to-left marks (category Cf) let ``报告\\u202efdp.exe`` look like a PDF, so every format
    character goes. Never empty, never a name that Windows reserves, at most MAX_CHARS long with
    the extension kept.
    """
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]
    kept = "".join(c for c in last if unicodedata.category(c) not in _UNSAFE_CATEGORIES)
    clean = " ".join(kept.translate(_RESERVED_SIGNS).split()).strip(". ")
    if not clean:
        return "未命名"
    if clean.split(".", 1)[0].lower() in _RESERVED_NAMES:
        clean = f"_{clean}"
    return _shorten(clean)


def extension(name: str) -> str:
    """The lower-case ASCII extension with its dot, or an empty string."""
    stem, dot, ext = name.rpartition(".")
    plain = ext.isascii() and ext.isalnum() and len(ext) <= 8
    return f".{ext.lower()}" if stem and dot and plain else ""


def _shorten(name: str) -> str:
    if len(name) <= MAX_CHARS:
        return name
    ext = extension(name)
    return name[: MAX_CHARS - len(ext)].rstrip(". ") + ext
