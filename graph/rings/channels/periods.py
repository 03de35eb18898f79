"""Groups without joint days: their visits fall into months, and the grid shows those."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import timedelta
from functools import lru_cache

from graph.rings.model import EPOCH, Group, Reason
from graph.rings.odds import odds

#: A visit of a member to one of the group's doctors: person, institution, day from 1970-01-01.
Seen = tuple[str, str, int]


def monthly(
    channel: str,
    members: Sequence[str],
    seen: Iterable[Seen],
    *,
    doctors: Sequence[str],
    score: float,
    expected: float,
    evidence: Sequence[float],
    p_value: float,
    q_value: float,
    threshold: float,
    told: Sequence[Reason],
) -> Group:
    """A group whose events are the months in which its members were seen at each institution;
    `expected` visits are spread over them as the seen ones are."""
    months = Counter((unit, *_month(day)) for _, unit, day in seen)
    total = sum(months.values())
    events = sorted(months, key=lambda event: (event[1], event[0]))
    return Group(
        channel=channel,
        members=tuple(members),
        events=tuple((unit, first) for unit, first, _ in events),
        score=round(score, 2),
        seen=total,
        expected_days=tuple(round(expected * months[e] / max(1, total), 4) for e in events),
        evidence=tuple(round(value, 2) for value in evidence),
        p_value=p_value,
        q_value=q_value,
        threshold=threshold,
        attend=0.0,
        exact=0.0,
        timely=0.0,
        beat=0.0,
        until=tuple(last for _, _, last in events),
        doctors=tuple(doctors),
        told=tuple(told),
    )


@lru_cache(maxsize=4096)
def _month(day: int) -> tuple[int, int]:
    """First and last day of the month that a day lies in."""
    first = (EPOCH + timedelta(days=day)).replace(day=1)
    after = (first + timedelta(days=32)).replace(day=1)
    return (first - EPOCH).days, (after - EPOCH).days - 1


def cut_told(score: float, threshold: float, by_chance: float, p_value: float) -> Reason:
    """What the threshold says, and which speaks: the cut that permutations give, or where that is lower the
    least that the channel believes."""
    rare = odds(p_value)
    zh = f"得分 {score:g}，高于本批数据随机置换得出的门槛 {threshold:g}；"
    en = f"Score {score:g} is above the cut {threshold:g} that permutations of this data give; "
    if by_chance < threshold:
        zh = (
            f"得分 {score:g}，高于门槛 {threshold:g}（本批数据随机置换得出的门槛为 {by_chance:g}，"
            f"低于本通道规定的最低门槛，取后者）；"
        )
        en = (
            f"Score {score:g} is above the cut {threshold:g}, the least that this channel believes "
            f"(permutations of this data give {by_chance:g}); "
        )
    return Reason(
        "threshold",
        f"{zh}仅凭偶然，全部数据中出现这样一个群体的可能性{rare[0]}。",
        f"{en}the odds that chance alone brings such a group anywhere in the data: {rare[1]}.",
        p_value,
        True,
    )
