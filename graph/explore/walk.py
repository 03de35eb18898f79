"""The query of one route: summed relationships where they suffice, else single settlements."""

from collections.abc import Sequence
from typing import Any, Final, LiteralString

from graph.explore.cursor import Place
from graph.explore.ids import FIND, NodeRef
from graph.explore.present import wall
from graph.explore.routes import Route
from graph.explore.values import Filters

FITTING: Final = (
    " WHERE ($start IS NULL OR s.setl_time >= $start) AND ($end IS NULL OR s.setl_time < $end)"
    " AND ($least IS NULL OR s.medfee_fen >= $least) AND ($most IS NULL OR s.medfee_fen <= $most)"
    " AND ($places = [] OR EXISTS {(s)-[:AT]->(at:Institution) WHERE at.fixmedins_code IN $places}) "
)
SUM_UP: Final = """
WITH b, count(s) AS count, sum(s.medfee_fen) AS medfee_fen, sum(s.fund_fen) AS fund_fen,
     min(s.setl_time) AS first, max(s.setl_time) AS last, """
SUMMED: Final = """
WITH b, r.count AS count, r.medfee_fen AS medfee_fen, r.fund_fen AS fund_fen,
     r.first AS first, r.last AS last, """
PLAIN: Final = """
WITH b, 1 AS count, null AS medfee_fen, null AS fund_fen, null AS first, null AS last, """
# From a single settlement: its own figures, as when it is reached from the other end.
OF_ONE: Final = """
WITH b, 1 AS count, a.medfee_fen AS medfee_fen, a.fund_fen AS fund_fen,
     a.setl_time AS first, a.setl_time AS last, """
BY_COUNT: Final = """ AS code
WHERE ($kinds = [] OR any(label IN labels(b) WHERE label IN $kinds))
  AND ($places = [] OR NOT b:Institution OR b.fixmedins_code IN $places)
  AND ($code IS NULL OR count < $rank OR (count = $rank AND code > $code))
WITH b, code, count, medfee_fen, fund_fen, first, last ORDER BY count DESC, code LIMIT $limit
RETURN b, code, count AS rank, count, medfee_fen, fund_fen, first, last, """
SINGLE: Final = """
WITH s, s.setl_id AS code, coalesce(s.setl_time, localdatetime('0001-01-01')) AS time
WHERE $code IS NULL OR time < localdatetime($rank) OR (time = localdatetime($rank) AND code > $code)
WITH s, code, time ORDER BY time DESC, code LIMIT $limit
RETURN s AS b, code, toString(time) AS rank, 1 AS count, s.medfee_fen AS medfee_fen,
       s.fund_fen AS fund_fen, s.setl_time AS first, s.setl_time AS last, """
# Pages of several routes come in one round trip; the order of the branches is the order of rows.
_ROWS: Final = "RETURN relation, b, code, rank, count, medfee_fen, fund_fen, first, last"


def asked_for(route: Route, filters: Filters) -> bool:
    """Whether an expansion takes this route; single settlements only when asked for."""
    kinds = set(filters.kinds)
    if kinds & {"Hospital", "Pharmacy"}:
        kinds.add("Institution")
    if route.claims:
        return route.relation in filters.relations or route.neighbour in kinds
    named = not filters.relations or route.relation in filters.relations
    return named and (not kinds or route.neighbour in kinds)


def query_of(routes: Sequence[Route], filters: Filters) -> LiteralString:
    """The Cypher of one page over these routes of one kind, built of constants only."""
    branches: list[LiteralString] = [_branch(route, filters) for route in routes]
    return FIND[routes[0].kind] + "CALL (a) {\n" + "\nUNION ALL\n".join(branches) + "\n}\n" + _ROWS


def _branch(route: Route, filters: Filters) -> LiteralString:
    named = "'" + route.relation + "' AS relation"
    if route.claims and route.stored is not None:
        return route.stored + " WITH b AS s" + FITTING + SINGLE + named
    if route.live is not None and (filters.on_settlements or route.stored is None):
        return route.live + FITTING + SUM_UP + route.key + BY_COUNT + named
    middle = SUMMED if route.summed else OF_ONE if route.kind == "Settlement" else PLAIN
    return (route.stored or "") + middle + route.key + BY_COUNT + named


def values_of(ref: NodeRef, filters: Filters, limit: int, place: Place | None) -> dict[str, Any]:
    """The parameters of `query_of`."""
    return {
        "key": ref.key,
        "kinds": sorted(filters.kinds),
        "places": sorted(filters.institutions),
        "start": wall(filters.start),
        "end": wall(filters.end),
        "least": None if filters.least is None else int(filters.least.scaleb(2)),
        "most": None if filters.most is None else int(filters.most.scaleb(2)),
        "rank": place[1] if place else None,
        "code": place[2] if place else None,
        "limit": limit,
    }
