"""One group for each set of people, whatever channels show it; nothing that a channel found goes unsaid."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from graph.rings.channels import CHANNELS
from graph.rings.dossier.words import ROUTES
from graph.rings.identity import fresh_id
from graph.rings.model import Group, Reason, Ring, Route

#: Share of members that makes a ring of one channel the ring of another.
OVERLAP = 0.5
_CHANNEL = {channel.name: (channel.zh, channel.en) for channel in CHANNELS}


def one_each(groups: Sequence[Group], rings: Sequence[Ring]) -> dict[int, Ring]:
    """The rings that stand in a queue, by the number of their group.

    The best score speaks, but joint days before everything else: they are the better evidence. Of a ring
    whose people mostly belong to one that speaks already: the same queue, or a suspicion, tells it in a
    sentence; a suspicion of people who were put aside is put aside with them, and says why; what is put
    aside for another reason stands in its own queue.
    """
    found: dict[int, Ring] = {}
    owner: dict[str, int] = {}
    for number in sorted(range(len(groups)), key=lambda i: _precedence(groups[i])):
        ring, members = rings[number], groups[number].members
        held = Counter(owner[p] for p in members if p in owner).most_common(1)
        before, many = held[0] if held else (number, 0)
        for psn_no in members:
            owner.setdefault(psn_no, number)
        if many < OVERLAP * len(members):
            found[number] = ring
        elif found[before].route in (ring.route, Route.RING):
            found[before] = _told(found[before], groups[number], ring)
            owner |= {p: before for p in members if owner[p] == number}
        elif ring.route is Route.RING:
            found[number] = _put_aside(ring, found[before], many)
        else:
            found[number] = ring
    return found


def _precedence(group: Group) -> tuple[bool, float, str]:
    return not group.by_day, -group.score, fresh_id(group.channel, group.members)


def _told(ring: Ring, other: Group, as_ring: Ring) -> Ring:
    """A suspected ring with the sentence that another channel shows most of its people, too."""
    if ring.route is not Route.RING:
        return ring
    zh, en = _CHANNEL[other.channel]
    aside = as_ring.route is not Route.RING
    queue_zh, queue_en = ROUTES[as_ring.route]
    sentence = Reason(
        "elsewhere",
        f"“{zh}”中有一个 {len(other.members)} 人的群体与本团伙成员大体相同，得分 {other.score:g}"
        f"（门槛 {other.threshold:g}）"
        + (f"，但归入“{queue_zh}”：{as_ring.route_reason}" if aside else "。"),
        f"A group of {len(other.members)} by {en} is mostly the same people: score {other.score:g} "
        f"(cut {other.threshold:g})"
        + (f"; put aside as {queue_en}: {as_ring.route_reason_en}" if aside else "."),
        round(other.score, 2),
        not aside,
    )
    return replace(ring, reasons=(*ring.reasons, sentence))


def _put_aside(ring: Ring, before: Ring, many: int) -> Ring:
    """A suspicion that rests on people who were put aside."""
    zh, en = ROUTES[before.route]
    return replace(
        ring,
        route=before.route,
        route_reason=f"{len(ring.members)} 名成员中 {many} 人属于已归入“{zh}”的群体：{before.route_reason}",
        route_reason_en=f"{many} of the {len(ring.members)} members belong to a group that was put aside ({en}): "
        f"{before.route_reason_en}",
    )
