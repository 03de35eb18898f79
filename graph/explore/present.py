"""From nodes and sums of the database to what a viewer may see."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final
from zoneinfo import ZoneInfo

import neo4j
import neo4j.graph
import neo4j.time

from casework.actors import Viewer
from casework.masking import mask_address, mask_certno, mask_name, mask_tel
from graph.explore.ids import NodeRef
from graph.explore.values import GraphEdge, GraphNode, Scalar
from graph.schema import CROWD, KINDS, Mask, masks

SHANGHAI: Final = ZoneInfo("Asia/Shanghai")
# Bookkeeping of the loader, and what leaves as a field of its own.
HIDDEN: Final = frozenset({"digest", "sharers", "settlements", "medfee_fen", "fund_fen"})
MASKS: Final = masks()
RULES: Final[dict[Mask, Callable[[str], str]]] = {
    "name": mask_name,
    "certno": mask_certno,
    "birth": lambda text: text[:4] + "-**-**",
    "tel": mask_tel,
    "address": mask_address,
}
NAMES: Final = {
    "Patient": "psn_name",
    "Doctor": "prac_psn_name",
    "Institution": "fixmedins_name",
    "Settlement": "setl_id",
    "Bed": "bed",
    "Terminal": "terminal_no",
}


def kind_of(node: neo4j.graph.Node) -> str:
    """The map kind of a node (Hospital and Pharmacy are institutions)."""
    return next(label for label in KINDS if label in node.labels)


def ref_of(node: neo4j.graph.Node) -> str:
    """The public id of a node."""
    kind = kind_of(node)
    return str(NodeRef(kind, node[KINDS[kind].key]))


def present(node: neo4j.graph.Node, viewer: Viewer) -> GraphNode:
    """A node as the viewer may see it: personal data masked unless a purpose is stated."""
    kind = kind_of(node)
    props = {name: _scalar(value) for name, value in sorted(node.items()) if name not in HIDDEN}
    if viewer.masked:
        _mask(kind, props)
    key = node[KINDS[kind].key]
    if kind in ("Phone", "Address", "Employer"):
        # Their key is a digest without meaning to people.
        props.pop("key", None)
    label = props.get(NAMES.get(kind, "value")) or key
    sharers = node.get("sharers")
    crowded = isinstance(sharers, int) and sharers > CROWD
    return GraphNode(str(NodeRef(kind, key)), kind, str(label), props, sharers, crowded)


#: What people judged to be one is drawn as SAME_AS.
DRAWN_AS: Final = {"JUDGED_SAME": "SAME_AS"}


def edge(source: str, target: str, kind: str, sums: Any) -> GraphEdge:
    """An edge from a record or relationship with count, medfee_fen, fund_fen, first, last."""
    count = sums.get("count")
    return GraphEdge(
        source,
        target,
        DRAWN_AS.get(kind, kind),
        count if count is not None else 1,
        yuan(sums.get("medfee_fen")),
        yuan(sums.get("fund_fen")),
        moment(sums.get("first")),
        moment(sums.get("last")),
    )


def yuan(fen: int | None) -> Decimal | None:
    """Whole fen as yuan with two places."""
    return None if fen is None else Decimal(fen).scaleb(-2)


def moment(value: Any) -> datetime | None:
    """Wall time of the interface as an aware time of Asia/Shanghai."""
    if value is None:
        return None
    native: datetime = value.to_native() if isinstance(value, neo4j.time.DateTime) else value
    return native.replace(tzinfo=SHANGHAI)


def wall(value: datetime | None) -> datetime | None:
    """An aware time as the interface's wall time, to compare with stored ones."""
    return None if value is None else value.astimezone(SHANGHAI).replace(tzinfo=None)


def _scalar(value: Any) -> Scalar:
    if isinstance(value, neo4j.time.DateTime):
        found = moment(value)
        return found.isoformat() if found else None
    if isinstance(value, neo4j.time.Date):
        return value.iso_format()
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, (str, int, bool)) or value is None else str(value)


def _mask(kind: str, props: dict[str, Scalar]) -> None:
    for name, of in MASKS.items():
        text = props.get(name)
        if kind in of and isinstance(text, str):
            props[name] = RULES[of[kind]](text)
