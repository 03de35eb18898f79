"""Comparing two records field by field: the sum of the evidence, in bits (Fellegi & Sunter 1969)."""

import math
from collections.abc import Mapping
from typing import Any

from rapidfuzz import fuzz
from rapidfuzz.distance import JaroWinkler, Levenshtein

from casework.id_number import normal, valid
from graph.sameness.blocks import NAMES
from graph.sameness.model import Evidence, SameKind
from graph.sameness.sound import sound_of
from graph.sameness.weights import Levels, Weights

Record = Mapping[str, Any]
_NAMES = frozenset(NAMES.values())
ADDRESSES = {"live_addr", "address"}
#: From these likenesses on two names or addresses are called similar.
NAME_LIKE, ADDRESS_LIKE = 0.84, 88.0


def compare(
    kind: SameKind, a: Record, b: Record, total: int, weights: Weights
) -> tuple[Evidence, ...]:
    """The evidence of every field that both records have; `total` is the number of records."""
    found = []
    for field, levels in weights.fields[kind].items():
        left, right = a.get(field), b.get(field)
        if left in (None, "") or right in (None, ""):
            continue
        level = _level(field, left, right, levels)
        if field in _NAMES and level == "equal":
            namesakes = max(a["namesakes"], b["namesakes"], 1)
            rare = levels["rare_base"] + math.log2(max(total, 1) / namesakes)
            bits = min(levels["rare_cap"], rare)
            level = "equal" if a.get("written") == b.get("written") else "spelt"
        else:
            bits = levels[level]
        found.append(Evidence(field, level, round(bits, 2)))
    return tuple(found)


def _level(field: str, left: Any, right: Any, levels: Levels) -> str:
    if field == "certno":
        return _id_numbers(str(left), str(right))
    if left == right:
        return "equal"
    if field == "brdy":
        return "swapped" if _slip(left.isoformat(), right.isoformat()) else "differ"
    if field in _NAMES and "sounds" in levels and sound_of(str(left)) == sound_of(str(right)):
        return "sounds"
    if field in _NAMES and _like_names(str(left), str(right)):
        return "similar"
    if field in ADDRESSES and fuzz.token_sort_ratio(str(left), str(right)) >= ADDRESS_LIKE:
        return "similar"
    return "differ"


def _like_names(left: str, right: str) -> bool:
    """One character of a longer name, or the same words: 县人民医院 and 云溪县人民医院 are alike."""
    inside = min(len(left), len(right)) >= 4 and (left in right or right in left)
    return inside or JaroWinkler.similarity(left, right) >= NAME_LIKE


def _id_numbers(left: str, right: str) -> str:
    a, b = normal(left), normal(right)
    if a is None or b is None:
        return "equal" if left.strip() == right.strip() else "differ_unsure"
    if a == b:
        return "equal"
    doubtful = not (valid(a) and valid(b))
    if doubtful and Levenshtein.distance(a, b, score_cutoff=1) <= 1:
        return "one_off"
    return "differ_unsure" if doubtful else "differ"


def _slip(left: str, right: str) -> bool:
    """Month and day exchanged, or one digit mistyped."""
    exchanged = left[:4] == right[:4] and left[5:7] == right[8:] and left[8:] == right[5:7]
    return exchanged or Levenshtein.distance(left, right, score_cutoff=1) <= 1
