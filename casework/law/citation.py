"""A short citation in English: the law by its English name, articles as numbers.

Laws without an official English name are called as the desk calls them elsewhere; what the table does
not know stays as it is, so that no citation is ever lost.
"""

import re
from typing import Final

#: Short names of the laws as citations of forms use them.
LAWS: Final = {
    "处罚法": "Penalty Law",
    "行政强制法": "Coercion Law",
    "局令4": "Order no. 4",
    "条例": "Regulation",
    "细则": "Implementing Rules",
    "国务院令第310号": "State Council Order no. 310",
    "医疗保障服务协议": "service agreement",
    "本局管理措施（不属于处罚法第九条的通报批评）": (
        "the bureau's own measure (no public reprimand under Penalty Law article 9)"
    ),
}
_DIGITS: Final = dict(zip("零一二三四五六七八九", range(10), strict=True))
_ARTICLE: Final = re.compile(r"第([零一二三四五六七八九十百]+)条")


def in_english(basis: str) -> str:
    """`处罚法 第四十四条、第四十五条；条例 第三十八条` → `Penalty Law articles 44, 45; Regulation article 38`."""
    return "; ".join(_one(part.strip()) for part in basis.split("；"))


def _one(part: str) -> str:
    law, _, articles = part.partition(" ")
    name = LAWS.get(law, law)
    if not articles:
        return name
    numbers = _ARTICLE.sub(lambda found: str(number_of(found[1])), articles)
    numbers = numbers.replace("、", ", ").replace("至", " to ")
    many = len(_ARTICLE.findall(articles)) > 1
    return f"{name} {'articles' if many else 'article'} {numbers}"


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
