"""Groups of the province's pairs as rings of a queue of their own: nothing has routed them."""

from dataclasses import replace

from claims.store import ClaimStore
from graph.rings import visits as joint
from graph.rings.context import contexts
from graph.rings.explain import brief
from graph.rings.identity import fresh_id
from graph.rings.kept import beside
from graph.rings.model import Group, Reason, Ring, Route
from graph.rings.province.find import Met, Outcome
from graph.rings.reference.score import LEAST
from graph.rings.tally import tallies

WHY = (
    "由全省配对流程得出：只按同日（不容一天之差）配对，未区分家庭、养老机构、周期治疗，"
    "提示应在哪些县之间核对；请在相关县的识别结果中核实。",
    "From the province's pairs: same days only (no day off), and nothing has told families, care homes or "
    "periodic care apart. It says which counties to look at together; check their own runs.",
)


def rings_of(store: ClaimStore, channel: str, outcome: Outcome) -> tuple[Ring, ...]:
    """The groups with what the store says of their visits, all in one pass. Their routes stay open."""
    groups = [_group(channel, met, outcome) for met in outcome.groups]
    if not groups:
        return ()
    with beside(store) as (connection, _):
        joint.register(connection, groups)
        figures = zip(
            groups, contexts(connection, groups), tallies(connection, len(groups)), strict=True
        )
        rings = [brief(group, context, tally) for group, context, tally in figures]
    return tuple(_open(ring, outcome) for ring in rings)


def _group(channel: str, met: Met, outcome: Outcome) -> Group:
    """A group as channels give it. That no permutation made any bounds its p, nothing smaller does."""
    p_value = 1 / (outcome.permutations + 1)
    return Group(
        channel=channel,
        members=met.patients,
        events=met.days,
        score=met.score,
        seen=met.seen,
        expected_days=met.by_habit,
        evidence=met.evidence,
        p_value=p_value,
        q_value=p_value,
        threshold=LEAST,
        attend=0.0,
        exact=0.0,
        timely=0.0,
        beat=0.0,
    )


def _open(ring: Ring, outcome: Outcome) -> Ring:
    """The ring in the province's queue; what routing would have said of it speaks against it."""
    cut = Reason(
        "threshold",
        f"成对共同就诊的 p ≤ {outcome.cut:g}；{outcome.permutations} 次随机置换都没有这样的群体。",
        f"Pairs with p ≤ {outcome.cut:g}; none of {outcome.permutations} permutations makes such a group.",
        outcome.cut or 0.0,
        True,
    )
    spoken = [cut if one.code == "threshold" else one for one in ring.reasons]
    spoken.append(Reason("province", *WHY, 0.0, False))
    if ring.route is not Route.RING:
        spoken.append(Reason("route", ring.route_reason, ring.route_reason_en, 0.0, False))
    return replace(
        ring,
        ring_id=fresh_id(f"province/{ring.channel}", ring.patients),
        route=Route.PROVINCE,
        route_reason=WHY[0],
        route_reason_en=WHY[1],
        reasons=tuple(spoken),
    )
