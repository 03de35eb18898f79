"""Search by name, by code, and by the last digits of the ID number."""

import asyncio
import re
from collections.abc import Collection
from typing import Final, LiteralString

import neo4j

from casework.actors import Viewer
from graph.explore.cursor import read_offset, write_offset
from graph.explore.permission import permit_map
from graph.explore.present import present, ref_of
from graph.explore.reading import bounded, read_in_time
from graph.explore.values import Left, SearchHit, SearchResult

#: What may be part of a code.
PART: Final = re.compile(r"[A-Za-z0-9]{4,}")
CERTNO_TAIL: Final = re.compile(r"\d{3,17}[\dXx]")
SPECIAL: Final = re.compile(r'([+\-!(){}\[\]^"~*?:\\/]|&&|\|\|)')
LONGEST: Final = 100
#: So many names are looked through for those of the kinds that are asked for.
AMONG: Final = 5_000

BY_NAME: Final[LiteralString] = """
CALL db.index.fulltext.queryNodes('map_names', $text, {limit: $most}) YIELD node, score
WHERE $kinds = [] OR any(label IN labels(node) WHERE label IN $kinds)
RETURN node, score ORDER BY score DESC, elementId(node) LIMIT $limit
"""
BY_CODE: Final[LiteralString] = """
CALL () {
  MATCH (node:Patient {psn_no: $code}) RETURN node
  UNION MATCH (node:Doctor {prac_psn_code: $code}) RETURN node
  UNION MATCH (node:Institution {fixmedins_code: $code}) RETURN node
  UNION MATCH (node:Settlement {setl_id: $code}) RETURN node
  UNION MATCH (node:Settlement {mdtrt_id: $code}) RETURN node
}
WITH node WHERE $kinds = [] OR any(label IN labels(node) WHERE label IN $kinds)
RETURN node LIMIT $limit
"""
#: Of doctors and institutions there are few enough to look through; of people and bills there are not.
BY_PART: Final[LiteralString] = """
CALL () {
  MATCH (node:Doctor) WHERE node.prac_psn_code CONTAINS $code
  RETURN node, node.prac_psn_code AS key
  UNION MATCH (node:Institution) WHERE node.fixmedins_code CONTAINS $code
  RETURN node, node.fixmedins_code AS key
}
WITH node, key WHERE $kinds = [] OR any(label IN labels(node) WHERE label IN $kinds)
RETURN node ORDER BY key LIMIT $limit
"""
BY_CERTNO: Final[LiteralString] = """
MATCH (node:Patient) WHERE node.certno ENDS WITH $tail RETURN node ORDER BY node.psn_no LIMIT $limit
"""


async def search(
    driver: neo4j.AsyncDriver,
    viewer: Viewer,
    text: str,
    *,
    limit: int = 20,
    after: str | None = None,
    certno: bool = True,
    kinds: Collection[str] = (),
) -> SearchResult:
    """Patients, doctors and institutions that match: by code, by ID number, by name.

    Four or more letters and digits also find doctors and institutions by a part of their codes.
    Four or more digits (the last may be X) are compared with the end of ID numbers; then
    `by_certno` is set and the caller records the search; `certno=False` leaves ID numbers out, for
    those whose searches nobody can put on record. `kinds` asks for these labels alone (also Hospital,
    Pharmacy), however many others bear the name. Results are masked like every read. A way of
    searching that takes too long is named in `left_out`. Refusals: ROLE_REQUIRED, BAD_VALUE (cursor).
    """
    permit_map(viewer)
    wanted, size, skip = " ".join(text.split())[:LONGEST], bounded(limit), read_offset(after)
    if not wanted:
        return SearchResult((), False, False)
    persons = not kinds or "Patient" in kinds
    by_certno = certno and persons and CERTNO_TAIL.fullmatch(wanted) is not None
    most = skip + size + 1
    ask = {"code": wanted, "tail": wanted.upper(), "limit": most, "kinds": sorted(kinds)}
    named = {**ask, "text": fulltext(wanted), "most": AMONG if kinds else most}
    parted = PART.fullmatch(wanted) is not None
    (by_code, late), (by_part, lagged), (by_tail, later), (by_name, last) = await asyncio.gather(
        read_in_time(driver, BY_CODE, ask, "code"),
        read_in_time(driver, BY_PART, ask, "code") if parted else _nothing(),
        read_in_time(driver, BY_CERTNO, ask, "certno") if by_certno else _nothing(),
        read_in_time(driver, BY_NAME, named, "name"),
    )
    left = late + lagged + later + last
    found = [(row["node"], 1000.0, "code") for row in by_code]
    found += [(row["node"], 500.0, "certno") for row in by_tail]
    found += [(row["node"], 400.0, "code") for row in by_part]
    found += [(row["node"], row["score"], "name") for row in by_name]
    hits: dict[str, SearchHit] = {}
    for node, score, why in found:
        hits.setdefault(ref_of(node), SearchHit(present(node, viewer), score, why))
    page, more = tuple(hits.values())[skip : skip + size], len(hits) > skip + size
    cursor = write_offset(skip + size, more)
    return SearchResult(page, more or bool(left), by_certno, cursor, left)


async def _nothing() -> tuple[list[neo4j.Record], Left]:
    return [], ()


def fulltext(text: str) -> str:
    """The Lucene query of a text: escaped, quoted as a phrase; one character as prefix.

    The cjk analyzer keeps pairs of characters, so one alone matches only as a prefix. Letters and
    digits may also be the beginning of a code-like name.
    """
    escaped = SPECIAL.sub(r"\\\1", text)
    if len(text) == 1:
        # A lone operator character is no name; quoted it is harmless.
        return f"{escaped.lower()}*" if text.isalnum() else f'"{escaped}"'
    phrase = f'"{escaped}"'
    return f"{phrase} OR {text.lower()}*" if text.isascii() and text.isalnum() else phrase
