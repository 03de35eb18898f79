"""What the shopping channel says: which drug, from whom, and what chance would bring."""

from collections.abc import Mapping, Sequence

from graph.rings.channels.periods import cut_told, monthly
from graph.rings.channels.shopping_lines import Line
from graph.rings.days.chance import Chance
from graph.rings.model import Group, Reason


def group_of(
    channel: str,
    members: Sequence[str],
    doctors: Sequence[str],
    evidence: Sequence[float],
    score: float,
    drug: str,
    lines: Sequence[Line],
    cut: float,
    p_value: float,
    q_value: float,
    crowd: Mapping[str, int],
) -> Group:
    """The group with its visits for the drug to the doctors that it shares."""
    ours, theirs = set(members), set(doctors)
    own = [line for line in lines if line.drug == drug and line.psn_no in ours]
    kept = [line for line in own if line.doctor in theirs]
    others = sum(max(0, n - len(ours)) for d, n in crowd.items() if d in theirs)
    everybody = sum(crowd.values()) - sum(
        min(n, len(ours)) for d, n in crowd.items() if d in theirs
    )
    expected = len(own) * (others + 0.5) / (everybody + 0.5 * len(crowd))
    name = own[0].drug_name if own else drug
    return monthly(
        channel,
        members,
        sorted({(line.psn_no, line.unit, line.day) for line in kept}),
        doctors=doctors,
        score=score,
        expected=expected,
        evidence=evidence,
        p_value=p_value,
        q_value=q_value,
        threshold=cut,
        told=[_told(name, members, doctors, kept, expected), cut_told(score, cut, p_value)],
    )


def _told(
    drug: str,
    members: Sequence[str],
    doctors: Sequence[str],
    kept: Sequence[Line],
    expected: float,
) -> Reason:
    ratio = len(kept) / max(expected, 0.01)
    return Reason(
        "shopping",
        f"{len(members)} 人反复在一周内由多名医师开取同一药品（{drug}），并共用 {len(doctors)} 名医师，"
        f"共 {len(kept)} 次；按该药其他患者的医师分布预期仅 {expected:.1f} 次。",
        f"{len(members)} people fetch the same drug ({drug}) from several doctors within a week, again and "
        f"again, and share {len(doctors)} doctors: {len(kept)} times; by the drug's other patients "
        f"{expected:.1f} would be expected.",
        round(ratio, 2),
        True,
    )


def note(persons: int, drugs: int, groups: int, cut: float, chance: Chance) -> tuple[str, str]:
    """What the channel looked at, in Chinese and English."""
    strongest = max(chance.scores, default=0.0)
    return (
        f"{persons} 人多次在一周内看过三名以上医师，其中 {drugs} 种药品有四人以上这样开取；"
        f"得分 ≥ {cut:g} 的群体 {groups} 个；随机重抽医师 {chance.runs} 次，最高只到 {strongest:g} 分。",
        f"{persons} people saw three doctors within a week more than once, and four or more did so for each "
        f"of {drugs} drugs; {groups} groups score ≥ {cut:g}; {chance.runs} redrawings reach {strongest:g}.",
    )
