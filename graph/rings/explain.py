"""Why a group is suspicious, what speaks against it, and the grid that shows it."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import timedelta
from decimal import Decimal

import numpy as np

from graph.rings.context import EPOCH, Context
from graph.rings.identity import fresh_id
from graph.rings.model import Events, Group, JointDay, Member, Reason, Ring, Share
from graph.rings.route import route
from graph.rings.score import attendance, chance_of
from graph.rings.visits import Person, Visit


def explain(
    events: Events,
    group: Group,
    visits: Sequence[Visit],
    persons: Mapping[str, Person],
    context: Context,
    threshold: float,
) -> Ring:
    """A group with members, days, grid, doctors, and reasons for and against."""
    queue, why = route(context)
    names = [events.patients[member] for member in group.members]
    days = _days(events, group)
    doctors = Counter(v.doctor for v in visits if v.doctor)
    main_doctor = doctors.most_common(1)[0][0] if doctors else None
    by_person: dict[str, list[Visit]] = defaultdict(list)
    for visit in visits:
        by_person[visit.psn_no].append(visit)
    names.sort(key=lambda psn_no: (-len(by_person[psn_no]), psn_no))
    return Ring(
        ring_id=fresh_id(group.channel, names),
        route=queue,
        route_reason=why,
        channel=group.channel,
        score=group.score,
        expected_by_chance=group.expected,
        seen=group.seen,
        amount=sum((v.amount for v in visits), Decimal("0.00")),
        members=tuple(_member(name, by_person[name], names, persons) for name in names),
        days=days,
        institutions=_shares(Counter(v.fixmedins_code for v in visits)),
        doctors=_shares(doctors),
        grid=tuple(_row(by_person[name], days, main_doctor) for name in names),
        reasons=tuple(reasons(group, context, threshold)),
    )


def reasons(group: Group, context: Context, threshold: float) -> list[Reason]:
    """Sentences with their figures; those against are said as plainly as those for."""
    ratio = group.seen / max(group.expected, 0.01)
    found = [
        Reason(
            "together",
            f"{context.members} 人在 {len(group.cells)} 个共同日共出现 {group.seen} 人次，"
            f"随机情况下预期仅 {group.expected:.1f} 人次（{ratio:.0f} 倍）。",
            f"{context.members} people appear {group.seen} times on {len(group.cells)} joint days; "
            f"chance expects {group.expected:.1f} ({ratio:.0f}×).",
            round(ratio, 2),
            True,
        ),
        Reason(
            "threshold",
            f"成员两两共现的显著性门槛为 {threshold:g}：在本批数据的随机置换中，该门槛下没有任何群体。",
            f"Pairs pass p ≤ {threshold:g}, at which no permutation of this data keeps a group.",
            threshold,
            True,
        ),
    ]
    found += _when(
        context.doctor_share >= 0.5,
        "doctor",
        context.doctor_share,
        True,
        "{:.0%} 的共同就诊由同一医师经办。",
        "{:.0%} of the joint visits are one doctor's.",
    )
    found += _when(
        context.minutes_share >= 0.6,
        "minutes",
        context.minutes_share,
        True,
        "{:.0%} 的共同就诊发生在当日前后 75 分钟之内。",
        "{:.0%} of the joint visits fall within 75 minutes of each other.",
    )
    found += _when(
        context.attendance >= 0.7,
        "attendance",
        context.attendance,
        True,
        "成员平均出席率 {:.0%}。",
        "Members attend {:.0%} of the joint days.",
    )
    found += _when(
        context.attendance < 0.7,
        "attendance",
        context.attendance,
        False,
        "成员平均出席率仅 {:.0%}。",
        "Members attend only {:.0%} of the joint days.",
    )
    found += _when(
        context.fee_ratio >= 1.3,
        "fee",
        context.fee_ratio,
        True,
        "共同就诊的费用中位数为该机构同类就诊的 {:.1f} 倍。",
        "The median fee of the joint visits is {:.1f} times what is usual there.",
    )
    steady = group.steady / max(1, context.members)
    found += _when(
        steady >= 0.5,
        "sensitivity",
        steady,
        True,
        "门槛收紧十倍，仍有 {:.0%} 的成员留在群体核心。",
        "With a threshold ten times as strict, {:.0%} of the members stay in the core.",
    )
    found += _when(
        steady < 0.5,
        "sensitivity",
        steady,
        False,
        "门槛收紧十倍，仅 {:.0%} 的成员留在群体核心，结论对门槛敏感。",
        "With a threshold ten times as strict only {:.0%} of the members stay in the core.",
    )
    found += _when(
        context.phone_share > 0,
        "phone",
        context.phone_share,
        True,
        "{:.0%} 的成员与其他成员共用电话。",
        "{:.0%} of the members share a phone with another.",
    )
    found += _when(
        context.household_share >= 0.2,
        "household",
        context.household_share,
        False,
        "{:.0%} 的成员与其他成员同住一址，可能为亲属结伴。",
        "{:.0%} of the members share an address with another and may be relatives.",
    )
    found += _when(
        context.periodic_share >= 0.3,
        "periodic",
        context.periodic_share,
        False,
        "{:.0%} 的共同就诊为慢特病或周期性治疗（诊断由该机构填报，仅供参考）。",
        "{:.0%} of the joint visits are chronic or periodic care by the institution's own diagnoses.",
    )
    found += _when(
        context.regular_share >= 0.5,
        "regular",
        context.regular_share,
        False,
        "共同日之间 {:.0%} 的间隔合乎固定周期。",
        "{:.0%} of the gaps between the joint days follow one interval.",
    )
    return found


def _when(holds: bool, code: str, value: float, supports: bool, zh: str, en: str) -> list[Reason]:
    if not holds:
        return []
    return [Reason(code, zh.format(value), en.format(value), round(value, 4), supports)]


def _days(events: Events, group: Group) -> tuple[JointDay, ...]:
    cells = sorted(group.cells, key=lambda cell: (int(events.day[cell]), cell))
    members = np.asarray(sorted(group.members), dtype=np.int64)
    came = attendance(events, members, np.asarray(cells, dtype=np.int64))
    expected = chance_of(events, members, np.asarray(cells, dtype=np.int64), came).sum(axis=0)
    return tuple(
        JointDay(
            day=EPOCH + timedelta(days=int(events.day[cell])),
            fixmedins_code=events.units[int(events.unit[cell])],
            attended=int(present),
            expected=round(float(mass), 3),
        )
        for cell, mass, present in zip(
            cells, expected.tolist(), came.sum(axis=0).tolist(), strict=True
        )
    )


def _member(
    psn_no: str, own: Sequence[Visit], names: Sequence[str], persons: Mapping[str, Person]
) -> Member:
    me = persons.get(psn_no)
    others = [persons[name] for name in names if name != psn_no and name in persons]
    shared: tuple[str, ...] = ()
    if me is not None:
        shared = tuple(
            kind
            for kind in ("address", "phone", "employer")
            if (value := getattr(me, kind)) and any(getattr(o, kind) == value for o in others)
        )
    attended = len({(v.day, v.fixmedins_code) for v in own})
    return Member(psn_no, attended, sum((v.amount for v in own), Decimal("0.00")), shared)


def _row(
    own: Sequence[Visit], days: Sequence[JointDay], main_doctor: str | None
) -> tuple[int, ...]:
    seen: dict[tuple[int, str], int] = {}
    for visit in own:
        key = (visit.day, visit.fixmedins_code)
        level = 2 if main_doctor is not None and visit.doctor == main_doctor else 1
        seen[key] = max(level, seen.get(key, 0))
    return tuple(seen.get(((d.day - EPOCH).days, d.fixmedins_code), 0) for d in days)


def _shares(counts: "Counter[str]") -> tuple[Share, ...]:
    return tuple(
        Share(code, n) for code, n in sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))
    )
