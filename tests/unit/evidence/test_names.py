"""Names that try tricks."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.names import MAX_CHARS, extension, sanitise


@pytest.mark.parametrize(
    ("given_name", "kept"),
    [
        ("病历.pdf", "病历.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\a\\票据.jpg", "票据.jpg"),
        ("报告\u202efdp.exe", "报告fdp.exe"),
        ("a\x00b\nc\x7f.txt", "abc.txt"),
        ("a\u200bb\u2066c.txt", "abc.txt"),
        ("...", "未命名"),
        ("", "未命名"),
        ("///", "未命名"),
        (".hidden", "hidden"),
        ("CON.txt", "_CON.txt"),
        ("lpt1", "_lpt1"),
        ('a<b>:"|?*.csv', "a_b______.csv"),
        ("a  \t b. ", "a b"),
        ("e\u0301.txt", "\u00e9.txt"),
    ],
)
def test_sanitise(given_name: str, kept: str) -> None:
    assert sanitise(given_name) == kept


def test_long_names_keep_their_extension() -> None:
    name = sanitise("长" * 500 + ".PDF")
    assert len(name) == MAX_CHARS
    assert name.endswith(".pdf")


@given(st.text(max_size=300))
def test_any_name_becomes_safe_and_stays_so(name: str) -> None:
    safe = sanitise(name)
    assert 0 < len(safe) <= MAX_CHARS
    assert not set(safe) & set('/\\<>:"|?*\0')
    assert safe not in {".", ".."}
    assert not any(unicodedata.category(c) in {"Cc", "Cf", "Cs"} for c in safe)
    assert sanitise(safe) == safe


@pytest.mark.parametrize(
    ("name", "ext"),
    [("a.PDF", ".pdf"), ("a", ""), (".pdf", ""), ("a.文件", ""), ("a.tar.gz", ".gz")],
)
def test_extension(name: str, ext: str) -> None:
    assert extension(name) == ext
