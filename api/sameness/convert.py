"""From stored pairs to what the desk shows."""

from __future__ import annotations

from datetime import datetime

from api.finding.types import Judgement, Verdict
from api.ids import to_global
from api.sameness import types as gql
from graph.sameness.clusters import Tie
from graph.sameness.model import Evidence
from graph.sameness.read import Pair
from graph.sameness.together import Together

#: Field of the comparison → field of the records that are shown.
SHOWN = {
    "psn_name": "name",
    "prac_psn_name": "name",
    "fixmedins_name": "name",
    "live_addr": "address",
    "fixmedins_code": "institution",
    "dept_codg": "department",
    "prac_psn_type": "staffType",
    "fixmedins_type": "institutionType",
    "hosp_lv": "level",
}
ORDER = (
    *("name", "certno", "brdy", "gend", "tel", "address", "staffType", "institution"),
    *("department", "institutionType", "level", "settlements"),
)


def pair_of(pair: Pair) -> gql.SamePair:
    """A pair with its fields in the order of the page."""
    weighed = {SHOWN.get(one.field, one.field): one for one in pair.evidence}
    names = [n for n in ORDER if n in weighed or n in pair.left or n in pair.right]
    return gql.SamePair(
        id=to_global("SamePair", pair.key),
        key=pair.key,
        kind=gql.SameKind(pair.kind.value),
        left=pair.a,
        right=pair.b,
        bits=pair.bits,
        version=pair.version,
        fields=[_field(name, pair, weighed.get(name)) for name in names],
        judgement=_judgement(pair),
    )


def _field(name: str, pair: Pair, weighed: Evidence | None) -> gql.SameField:
    return gql.SameField(
        name=name,
        left=pair.left.get(name),
        right=pair.right.get(name),
        level=weighed.level if weighed else None,
        bits=weighed.bits if weighed else None,
    )


def _judgement(pair: Pair) -> Judgement | None:
    if pair.verdict is None or pair.at is None:
        return None
    at = datetime.fromisoformat(pair.at)
    return Judgement(verdict=Verdict(pair.verdict), reason=pair.reason, by=pair.by, at=at)


def cluster_of(found: Together) -> gql.SameCluster:
    """A cluster with its members by code."""
    kind, cluster = found.kind.value, found.cluster
    return gql.SameCluster(
        id=to_global("SameCluster", f"{kind}|{cluster.head}"),
        kind=gql.SameKind(kind),
        head=cluster.head,
        members=[
            gql.SameMember(id=f"{kind}:{code}", code=code, name=found.records[code].get("name"))
            for code in cluster.members
        ],
        ties=[_tie(tie) for tie in cluster.ties],
        contradictions=[
            gql.SameContradiction(apart=_tie(one.apart), chain=[_tie(tie) for tie in one.chain])
            for one in cluster.contradictions
        ],
    )


def _tie(tie: Tie) -> gql.SameTie:
    at = datetime.fromisoformat(tie.at)
    return gql.SameTie(
        key=tie.key,
        left=tie.a,
        right=tie.b,
        version=tie.version,
        judgement=Judgement(verdict=Verdict(tie.verdict), reason=tie.reason, by=tie.by, at=at),
    )
