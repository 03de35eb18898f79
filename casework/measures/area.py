"""Where a measure holds: an administrative division by its code, so that areas can be told apart."""

import re
from typing import Final

from casework.refusal import refuse

#: GB/T 2260 of province, prefecture and county; 统计用区划代码 of township and village below them.
CODE: Final = re.compile(r"[0-9]{2}([0-9]{2}([0-9]{2}([0-9]{3}([0-9]{3})?)?)?)?")
#: A code of full length names the division above where its last part is empty: 341600 is a prefecture.
EMPTY: Final = {12: "000", 9: "000", 6: "00", 4: "00"}


def area_of(given: str) -> str:
    """The code of a division, without empty parts; empty: everywhere. Refuses BAD_VALUE for words."""
    code = given.strip()
    if not code:
        return ""
    code = _whole(code)
    if not CODE.fullmatch(code) or not int(code[:2]):
        raise refuse(
            "BAD_VALUE", field="适用区域", field_en="the area",
            why="应填行政区划代码：省、市、县 2、4、6 位（如 341623），乡镇、村 9、12 位；全部区域不填",
            why_en="give the code of the division: 2, 4 or 6 digits of a province, prefecture or county (341623), "
            "9 or 12 of a township or village; leave it out for everywhere",
        )  # fmt: skip
    return code


def meet(first: str, second: str) -> bool:
    """Whether two areas overlap: one is the other, lies in it, or is everywhere.

    Measures of before told their area as it was typed: a code with its empty parts, or words. What words say
    nobody can compare: they overlap.
    """
    one, other = _whole(first.strip()), _whole(second.strip())
    if not (CODE.fullmatch(one) and CODE.fullmatch(other)):
        return True
    return one.startswith(other) or other.startswith(one)


def _whole(code: str) -> str:
    """A code without its empty parts."""
    while len(code) in EMPTY and code.endswith(EMPTY[len(code)]):
        code = code.removesuffix(EMPTY[len(code)])
    return code
