"""A saved picture's filter, applied to what an evidence list names: the list shows what is seen.

The desk applies the same rules while it draws (frontend/src/graph/sieve.ts): kinds and institutions
take objects away, amounts take relations away, and what then hangs on nothing goes with them; time
leaves relations with the settlements of its days.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from graph.explore.present import SHANGHAI
from graph.explore.records import Record, Records
from graph.explore.values import GraphEdge, GraphNode

PLACES: Final = frozenset({"HOSPITAL", "PHARMACY"})
#: Relations that say where somebody or something belongs.
AT: Final = frozenset({"WORKS_AT", "AT"})
#: Sums of settlements.
SUMS: Final = frozenset({"VISITED", "SEEN_BY"})
Nodes = tuple[GraphNode, ...]
Edges = tuple[GraphEdge, ...]


@dataclass(frozen=True, slots=True)
class Sieve:
    """The filter of a picture: days (both included), yuan of a relation, the desk's kinds, node ids."""

    start: date | None = None
    end: date | None = None
    least: Decimal | None = None
    most: Decimal | None = None
    without: frozenset[str] = frozenset()
    institutions: frozenset[str] = frozenset()

    @property
    def dated(self) -> bool:
        """Whether it looks at time."""
        return self.start is not None or self.end is not None

    def within(self, day: date | None) -> bool:
        """Whether a day lies in its time; without a time every day does."""
        if day is None:
            return not self.dated
        return (self.start is None or day >= self.start) and (self.end is None or day <= self.end)

    def fits(self, edge: GraphEdge) -> bool:
        """Whether a relation's amount lies within the bounds; what has no amount does."""
        if edge.amount is None:
            return True
        return (self.least is None or edge.amount >= self.least) and (
            self.most is None or edge.amount <= self.most
        )


@dataclass(frozen=True, slots=True)
class Sieved:
    """What stays, in the order in which it came, and how many objects do not."""

    nodes: Nodes
    edges: Edges
    records: tuple[Record, ...]
    held: int


def sieve_of(content: Mapping[str, Any]) -> Sieve:
    """The filter of the desk's own JSON; whatever is no filter filters nothing."""
    picture = content.get("picture")
    found = picture.get("filter") if isinstance(picture, Mapping) else None
    if not isinstance(found, Mapping):
        return Sieve()
    return Sieve(
        _day(found.get("from")),
        _day(found.get("to")),
        _yuan(found.get("least")),
        _yuan(found.get("most")),
        _texts(found.get("without")),
        _texts(found.get("institutions")),
    )


def drawn_kind(node: GraphNode) -> str:
    """The kind as the desk names it: an institution is a hospital or a pharmacy."""
    if node.kind == "Institution":
        return "PHARMACY" if str(node.props.get("fixmedins_type")) == "2" else "HOSPITAL"
    return node.kind.upper()


def sieved(
    sieve: Sieve,
    nodes: Iterable[GraphNode],
    edges: Iterable[GraphEdge],
    found: Records,
    drawn: Collection[str],
    kept: Collection[str] = (),
) -> Sieved:
    """What of a picture its filter lets through.

    `edges` are all relations among the nodes, of which the person had drawn those with the ids
    `drawn`; `kept` (pinned, noted) objects stay without relations. Under a time a relation has the
    figures of its settlements of those days.
    """
    whole, every = tuple(nodes), tuple(edges)
    links = tuple(edge for edge in every if edge_id(edge) in drawn)
    shown, links = _drop(whole, links, _kinds(sieve, whole), kept)
    shown, links = _drop(shown, links, _elsewhere(sieve, shown, links), kept)
    shown, links = _without_loose(shown, links, tuple(e for e in links if sieve.fits(e)), kept)
    if sieve.dated:
        shown, links = _without_loose(shown, links, _in_time(sieve, links, found), kept)
    ids = {node.id for node in shown}
    unfit = {(e.source, e.target) for e in every if e.kind in SUMS and not sieve.fits(e)}
    records = tuple(one for one in found.records if _listed(sieve, one, ids, unfit))
    return Sieved(shown, links, records, len(whole) - len(shown))


def edge_id(edge: GraphEdge) -> str:
    """A relation's id on the desk."""
    return f"{edge.source}>{edge.kind}>{edge.target}"


def _kinds(sieve: Sieve, nodes: Nodes) -> set[str]:
    return {node.id for node in nodes if drawn_kind(node) in sieve.without}


def _elsewhere(sieve: Sieve, nodes: Nodes, edges: Edges) -> set[str]:
    """Other institutions, and doctors and settlements that belong to them alone."""
    if not sieve.institutions:
        return set()
    places = {node.id for node in nodes if drawn_kind(node) in PLACES}
    others = places - sieve.institutions
    homes: dict[str, set[str]] = {}
    for edge in edges:
        if edge.kind in AT:
            homes.setdefault(edge.source, set()).add(edge.target)
    return others | {one for one, at in homes.items() if at <= others}


def _drop(nodes: Nodes, edges: Edges, gone: set[str], kept: Collection[str]) -> tuple[Nodes, Edges]:
    left = tuple(edge for edge in edges if not gone & {edge.source, edge.target})
    return _without_loose(tuple(n for n in nodes if n.id not in gone), edges, left, kept)


def _without_loose(
    nodes: Nodes, before: Edges, after: Edges, kept: Collection[str]
) -> tuple[Nodes, Edges]:
    """Whoever had relations before and has none after the filter goes."""
    had, has = _ends(before), _ends(after)
    return tuple(n for n in nodes if n.id not in had or n.id in has or n.id in kept), after


def _ends(edges: Edges) -> set[str]:
    return {end for edge in edges for end in (edge.source, edge.target)}


def _in_time(sieve: Sieve, edges: Edges, found: Records) -> Edges:
    """Relations of these days; an undated one, such as a phone, lives as long as an end of it does."""
    sums = _sums(sieve, found.records)
    dated: dict[str, GraphEdge] = {}
    for edge in edges:
        id = edge_id(edge)
        if id in sums:
            dated[id] = _of_days(edge, sums[id])
        # Of a list that is cut not every settlement is known: then the whole sum says more.
        elif (edge.kind not in SUMS or found.truncated) and _overlaps(sieve, edge):
            dated[id] = edge
    alive = _ends(tuple(dated.values()))
    stays = (
        dated.get(edge_id(edge))
        or (edge if edge.first is None and alive & _ends((edge,)) else None)
        for edge in edges
    )
    return tuple(edge for edge in stays if edge is not None)


def _sums(sieve: Sieve, records: Iterable[Record]) -> dict[str, list[Record]]:
    sums: dict[str, list[Record]] = {}
    for one in records:
        if not sieve.within(_day_of(one.at)):
            continue
        for kind, end in (("VISITED", one.institution), ("SEEN_BY", one.doctor)):
            if end is not None:
                sums.setdefault(f"{one.patient.id}>{kind}>{end.id}", []).append(one)
    return sums


def _of_days(edge: GraphEdge, records: list[Record]) -> GraphEdge:
    times = [one.at for one in records if one.at]
    return replace(
        edge,
        count=len(records),
        amount=sum((one.amount or Decimal(0) for one in records), Decimal(0)),
        fund=sum((one.fund or Decimal(0) for one in records), Decimal(0)),
        first=min(times, default=None),
        last=max(times, default=None),
    )


def _overlaps(sieve: Sieve, edge: GraphEdge) -> bool:
    first, last = _day_of(edge.first), _day_of(edge.last or edge.first)
    if first is None or last is None:
        return False
    return (sieve.end is None or first <= sieve.end) and (
        sieve.start is None or last >= sieve.start
    )


def _listed(sieve: Sieve, one: Record, ids: set[str], unfit: set[tuple[str, str]]) -> bool:
    """Whether its patient and one with whom it joins him stay, and so do its day and its place."""
    at = one.institution.id if one.institution else None
    if one.patient.id not in ids or (sieve.institutions and at not in sieve.institutions):
        return False
    others = (end.id for end in (one.institution, one.doctor) if end is not None)
    joined = any(end in ids and (one.patient.id, end) not in unfit for end in others)
    return joined and sieve.within(_day_of(one.at))


def _day_of(at: datetime | None) -> date | None:
    return at.astimezone(SHANGHAI).date() if at else None


def _day(text: Any) -> date | None:
    try:
        return date.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None


def _yuan(text: Any) -> Decimal | None:
    try:
        found = Decimal(text) if isinstance(text, str) else None
    except InvalidOperation:
        return None
    return found if found is not None and found.is_finite() else None


def _texts(value: Any) -> frozenset[str]:
    return frozenset(str(one) for one in value) if isinstance(value, list) else frozenset()
