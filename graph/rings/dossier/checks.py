"""The four questions that a defence asks first, answered whether or not they speak against the ring."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

import duckdb

from graph.rings.dossier.model import Check, Record
from graph.rings.read import RingDossier

#: From these shares on a circumstance speaks against the suspicion, as in `graph.rings.reasons`.
HOUSEHOLD, RHYTHM, HOME, PERIODIC = 0.2, 0.5, 0.5, 0.3
HABITS = """
    SELECT psn_no, fixmedins_code, count(*) FROM mdtrt_d
    WHERE psn_no IN (SELECT psn_no FROM ring_people) GROUP BY ALL
"""


def checks(
    connection: duckdb.DuckDBPyConnection, dossier: RingDossier, found: Sequence[Record]
) -> tuple[Check, ...]:
    """Household, calendar, home institution, diagnosis."""
    return (
        _household(dossier),
        _calendar(dossier),
        _home(connection, dossier),
        _diagnosis(found),
    )


def _household(dossier: RingDossier) -> Check:
    living = {row for tie in dossier.shared if tie.kind == "address" for row in tie.members}
    homes = sum(tie.kind == "address" for tie in dossier.shared)
    count = len(dossier.faces)
    share = len(living) / max(1, count)
    zh, en = "成员住址各不相同，不是同住一处的亲属。", "No two members share an address."
    if any(reason.code == "addresses" for reason in dossier.reasons):
        zh = "多数成员没有住址，是否同住一处无从核对。"
        en = "Most members have no address on record: whether they live together cannot be told."
    if living:
        zh = f"{count} 人中 {len(living)} 人与其他成员同住一址（{homes} 处），可能为亲属结伴。"
        en = f"{len(living)} of {count} share an address with another ({homes} in all) and may be relatives."
    return Check("household", round(share, 4), share >= HOUSEHOLD, zh, en)


def _calendar(dossier: RingDossier) -> Check:
    told = [reason.value for reason in dossier.reasons if reason.code == "regular"]
    beat = told[0] if told else 0.0
    days = sorted({day.day for day in dossier.days})
    gaps = [(b - a).days for a, b in pairwise(days)]
    if not gaps:
        return Check(
            "calendar", 0.0, False, "共同日只有一天，谈不上周期。", "There is one joint day only."
        )
    zh = f"共同日相隔最短 {min(gaps)} 天、中位 {median(gaps):g} 天、最长 {max(gaps)} 天，"
    en = f"Joint days lie {min(gaps)} to {max(gaps)} days apart (median {median(gaps):g})"
    if beat >= RHYTHM:
        zh += f"其中 {beat:.0%} 合乎固定周期，可能是定期治疗或随访。"
        en += f", {beat:.0%} of the gaps on one beat: perhaps periodic care."
    else:
        zh += "不合固定周期。"
        en += ", without a beat."
    return Check("calendar", beat, beat >= RHYTHM, zh, en)


def _home(connection: duckdb.DuckDBPyConnection, dossier: RingDossier) -> Check:
    """Members who go nowhere more often than to the ring's place, beyond the joint days."""
    often: dict[str, dict[str, int]] = {}
    for psn_no, place, visits in connection.execute(HABITS).fetchall():
        often.setdefault(psn_no, {})[place] = visits
    places = {day.fixmedins_code for day in dossier.days}
    local = 0
    for face in dossier.faces:
        own = often.get(face.member.psn_no, {})
        most = max(own.values(), default=0)
        local += any(own.get(p) == most and most > 2 * len(dossier.days) for p in places)
    count = len(dossier.faces)
    alone = sum(face.member.alone for face in dossier.faces)
    share = local / max(1, count)
    zh = f"{count} 人中 {local} 人平时就以该机构为主要就医地；共同日以外全体成员另去过 {alone} 次。"
    en = f"For {local} of {count} this is where they usually go; beyond the joint days all came {alone} times."
    return Check("home", round(share, 4), share >= HOME, zh, en)


def _diagnosis(found: Sequence[Record]) -> Check:
    named = Counter(record.diagnosis for record in found if record.diagnosis)
    periodic = sum(record.periodic for record in found)
    share = periodic / max(1, len(found))
    if not found:
        return Check(
            "diagnosis", 0.0, False, "没有可查的就诊记录。", "There are no visits to look at."
        )
    top = named.most_common(3)
    zh = f"{share:.0%} 的共同就诊登记为慢特病或周期性治疗"
    en = f"{share:.0%} of the joint visits are booked as chronic or periodic care"
    if top:
        zh += "；诊断以" + "、".join(f"{name}（{n} 次）" for name, n in top) + "居多"
        en += "; most often " + ", ".join(f"{name} ({n})" for name, n in top)
    else:
        zh, en = zh + "；没有登记诊断", en + "; no diagnoses are given"
    zh += "。诊断由该机构填报，只作参考。"
    en += ". Diagnoses are the institution's own."
    return Check("diagnosis", round(share, 4), share >= PERIODIC, zh, en)
