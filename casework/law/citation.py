"""A citation in English: the law by its English name, articles as numbers, notes by the table's words.

What the table (citation.toml) does not know stays as it is, so that no citation is ever lost.
"""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Final

FILE: Final = Path(__file__).with_name("citation.toml")
_NUMBER: Final = "[零一二三四五六七八九十百]+"
_DIGITS: Final = dict(zip("零一二三四五六七八九", range(10), strict=True))
#: 第九条, 第九至十二条, 第十六、十七条, 第六十六条第二款, 第七十二条第一款第（一）项.
_ARTICLE: Final = f"第{_NUMBER}(?:[至、]{_NUMBER})*条(?:第{_NUMBER}款)?(?:第（?{_NUMBER}）?项)?"
_ARTICLES: Final = re.compile(f" ?{_ARTICLE}(?:[、至]{_ARTICLE})*")
_SEVERAL: Final = re.compile(f"第{_NUMBER}[至、]{_NUMBER}")
_SIGNS: Final = {"；": "; ", "，": ", ", "、": ", ", "：": ": ", "（": " (", "）": ")"}


def in_english(basis: str) -> str:
    """`处罚法 第四十四条、第四十五条；条例 第三十八条` → `Penalty Law articles 44, 45; Regulation article 38`."""
    names, notes = _patterns()
    text = notes.sub(lambda found: _translations()["notes"][found[0]], basis)
    text = names.sub(lambda found: _translations()["names"][found[0]], text)
    text = _ARTICLES.sub(_in_numbers, text)
    for sign, word in _SIGNS.items():
        text = text.replace(sign, word)
    return re.sub(r" +", " ", text).strip()


def _in_numbers(found: re.Match[str]) -> str:
    """The articles with their paragraphs and items in brackets: 第六十六条第二款 → article 66(2)."""
    text = found[0].strip()
    many = text.count("条") > 1 or bool(_SEVERAL.findall(text))
    text = re.sub(f"第（?({_NUMBER})）?项", r"(\1)", text)
    text = re.sub(f"第({_NUMBER})款", r"(\1)", text)
    text = re.sub("[第条]", "", text)
    text = re.sub(_NUMBER, lambda number: str(number_of(number[0])), text)
    text = text.replace("至", " to ").replace("、", ", ")
    return f" {'articles' if many else 'article'} {text}"


@cache
def _translations() -> dict[str, dict[str, str]]:
    return tomllib.loads(FILE.read_text("utf-8"))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Patterns of the table's names and notes, the longest first."""
    names, notes = (
        re.compile("|".join(map(re.escape, sorted(_translations()[part], key=len, reverse=True))))
        for part in ("names", "notes")
    )
    return names, notes


def number_of(text: str) -> int:
    """A Chinese numeral below a thousand: 三十八 → 38."""
    total, digit = 0, 0
    for sign in text:
        if sign == "百":
            total, digit = total + (digit or 1) * 100, 0
        elif sign == "十":
            total, digit = total + (digit or 1) * 10, 0
        else:
            digit = _DIGITS[sign]
    return total + digit
