"""What the density channel says: whom the members saw, and how that compares with the peers."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from graph.rings.channels.periods import cut_told
from graph.rings.days.chance import Chance
from graph.rings.days.find import Columns
from graph.rings.days.read import Keys, Names
from graph.rings.model import Ints, Reason

#: A doctor is the group's when this share of its members came to him so often.
SHARED, OFTEN = 0.6, 3


class Meeting(NamedTuple):
    """A visit to a doctor; the day from 1970-01-01."""

    psn_no: str
    unit: str
    doctor: str
    day: int


def meetings(
    columns: Columns, persons: Ints, keys: Keys, names: Names, doctors: Mapping[int, str]
) -> dict[str, list[Meeting]]:
    """The visits of these persons to known doctors, by name; several on a day to one of them are one."""
    asked = np.zeros(columns.persons, dtype=np.bool_)
    asked[persons] = True
    rows = np.flatnonzero(asked[columns.person] & (columns.doctor >= 0))
    kept = (columns.person, columns.place, columns.doctor, columns.day)
    person, place, doctor, day = np.unique(np.stack([one[rows] for one in kept]), axis=1)
    name = {code: names.persons[int(keys.persons[code])] for code in np.unique(person).tolist()}
    units = [names.institution(int(keys.places[code])) for code in place.tolist()]
    seen = [doctors[int(keys.doctors[code])] for code in doctor.tolist()]
    found: dict[str, list[Meeting]] = defaultdict(list)
    own = zip(person.tolist(), units, seen, keys.days[day - 1].tolist(), strict=True)
    for code, unit, whom, at in own:
        found[name[code]].append(Meeting(name[code], unit, whom, at))
    return found


def doctors_of(seen: Sequence[Meeting], place: str, members: int) -> tuple[str, ...]:
    """The doctor whom members see most at `place`, and whoever most of them keep coming to."""
    here = Counter(one.doctor for one in seen if one.unit == place)
    often: dict[str, Counter[str]] = defaultdict(Counter)
    for one in seen:
        often[one.doctor][one.psn_no] += 1
    shared = {
        doctor
        for doctor, times in often.items()
        if sum(n >= OFTEN for n in times.values()) >= SHARED * members
    }
    main = min(here, key=lambda code: (-here[code], code))
    return (main, *sorted(shared - {main}))


def told(
    crowd: int,
    least: int,
    members: int,
    expected: float,
    score: float,
    cut: float,
    by_chance: float,
    p: float,
) -> list[Reason]:
    """How many patients come so often, here and at the peers."""
    ratio = members / max(expected, 0.01)
    return [
        Reason(
            "dense",
            f"该医师的 {crowd} 名患者中有 {members} 人各就诊 {least} 次以上（四日内的就诊算一次），"
            f"按同级机构其他医师的患者分布预期仅 {expected:.1f} 人（{ratio:.0f} 倍）；"
            "各人日期不同，看不出共同日。",
            f"Of this doctor's {crowd} patients {members} came {least} times or more (visits within four "
            f"days count once); as peers' patients come, {expected:.1f} would ({ratio:.0f}×). They came on "
            "days of their own.",
            round(ratio, 2),
            True,
        ),
        cut_told(round(score, 2), cut, by_chance, p),
    ]


def note(units: int, pairs: int, groups: int, cut: float, chance: Chance) -> tuple[str, str]:
    """What the channel looked at, in Chinese and English."""
    strongest = max(chance.scores, default=0.0)
    return (
        f"比较 {units} 个医师（普通与慢特病分开）的 {pairs} 对医患关系，得分 ≥ {cut:g} 的群体 {groups} 个；"
        f"在同级医师之间随机交换 {chance.runs} 次，最高只到 {strongest:g} 分。",
        f"{pairs} pairs of patient and doctor at {units} doctors (chronic visits apart): {groups} groups "
        f"score ≥ {cut:g}; {chance.runs} exchanges among peers reach {strongest:g} at most.",
    )
