"""Numbers of decisions that somebody typed: they must leave the bureau's own series free."""

import re
import unicodedata
from typing import Final

from casework.documents.catalogue import all_series

OPEN: Final = r"[〔\[(【]"
CLOSE: Final = r"[〕\])】]"


def reads_like_series(number: str, word: str) -> bool:
    """Whether a number reads like one that a series allots (云医保罚〔2026〕12号), however written.

    `word` is the bureau's own; the same form under another word comes from no series of it.
    """
    plain = re.sub(r"\s", "", unicodedata.normalize("NFKC", number))
    marks = "|".join(re.escape(one.mark) for one in all_series().values())
    form = rf"{re.escape(word)}({marks}){OPEN}\d{{4}}{CLOSE}第?\d+号?"
    return re.fullmatch(form, plain) is not None
