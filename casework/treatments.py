"""Kinds of treatment in words, as the national interface codes them (医疗类别)."""

from typing import Final

#: By the first figures of the code: Chinese, English. Longer ones come first.
TREATMENTS: Final[dict[str, tuple[str, str]]] = {
    "9929": ("药店慢特病", "pharmacy, chronic disease"),
    "41": ("药店购药", "pharmacy"),
    "14": ("门诊慢特病", "outpatient, chronic disease"),
    "13": ("急诊", "emergency"),
    "51": ("生育门诊", "maternity, outpatient"),
    "52": ("生育住院", "maternity, inpatient"),
    "1": ("门诊", "outpatient"),
    "2": ("住院", "inpatient"),
}


def treatment(med_type: str) -> tuple[str, str]:
    """The kind of treatment in Chinese and English; the code itself where it has no word."""
    named = (pair for code, pair in TREATMENTS.items() if med_type.startswith(code))
    return next(named, (med_type or "—", med_type or "—"))
