"""What the shopping channel says: which drug, from whom, and what chance would bring."""

from collections.abc import Sequence

import numpy as np

from graph.rings.channels.periods import cut_told, monthly
from graph.rings.channels.shopping_lines import Lines
from graph.rings.days.chance import Chance
from graph.rings.model import Group, Ints, Reason


def group_of(
    channel: str,
    members: Sequence[str],
    doctors: Sequence[str],
    evidence: Sequence[float],
    score: float,
    drug: str,
    lines: Lines,
    cut: float,
    by_chance: float,
    p_value: float,
    q_value: float,
    prescribers: Sequence[str],
    crowd: Ints,
) -> Group:
    """The group with its visits for the drug to the doctors that it shares."""
    own = lines.part(lines.drug.where([drug]) & lines.psn_no.where(members))
    kept = own.part(own.doctor.where(doctors))
    of_theirs = crowd[np.isin(prescribers, doctors)]
    others = np.maximum(0, of_theirs - len(members)).sum()
    everybody = crowd.sum() - np.minimum(of_theirs, len(members)).sum()
    expected = float(len(own.day) * (others + 0.5) / (everybody + 0.5 * len(crowd)))
    name = own.drug_name.values[own.drug_name.code.min()] if len(own.day) else drug
    visits = zip(kept.psn_no.code, kept.unit.code, kept.day.tolist(), strict=True)
    return monthly(
        channel,
        members,
        sorted({(kept.psn_no.values[p], kept.unit.values[u], day) for p, u, day in visits}),
        doctors=doctors,
        score=score,
        expected=expected,
        evidence=evidence,
        p_value=p_value,
        q_value=q_value,
        threshold=cut,
        told=[
            _told(name, members, doctors, len(kept.day), expected),
            cut_told(score, cut, by_chance, p_value),
        ],
    )


def _told(
    drug: str,
    members: Sequence[str],
    doctors: Sequence[str],
    kept: int,
    expected: float,
) -> Reason:
    ratio = kept / max(expected, 0.01)
    return Reason(
        "shopping",
        f"{len(members)} 人反复在一周内由多名医师开取同一药品（{drug}），并共用 {len(doctors)} 名医师，"
        f"共 {kept} 次；按该药其他患者的医师分布预期仅 {expected:.1f} 次。",
        f"{len(members)} people fetch the same drug ({drug}) from several doctors within a week, again and "
        f"again, and share {len(doctors)} doctors: {kept} times; by the drug's other patients "
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
