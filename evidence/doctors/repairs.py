"""修复减分认定通知书: what came of an activity, what the year's total is since, and what is untouched."""

from __future__ import annotations

from typing import Final

from casework.clocks.calendars import local_date
from casework.copying import replace
from casework.points.rules import rule_set_on
from casework.points.standing import STATUS_NAMES, Status, standing
from casework.points.state import PointsState, RepairEntry
from casework.refusal import refuse
from evidence.doctors import blocks as b
from evidence.doctors.scores import person

ACTIVITIES: Final = {
    "study": "参加学习",
    "management": "参与医保管理",
    "publicity": "政策宣传",
}


def repair_of(file: PointsState, repair_id: str) -> RepairEntry:
    """The repair that a form is about, the latest where none is named. Refuses NOT_FOUND."""
    found = [one for one in file.repairs if repair_id in ("", one.repair_id)]
    if not found:
        raise refuse("NOT_FOUND", what=f"修复 {repair_id}", what_en=f"repair {repair_id}")
    return found[-1]


def notice(file: PointsState, one: RepairEntry, bureau: str) -> list[b.Block]:
    """To the doctor and his institutions. Refuses STEP_MISSING while nobody answered the repair."""
    if one.outcome is None or one.decided_on is None:
        raise refuse("STEP_MISSING", step="认定修复减分", step_en="the answer to the repair")
    rules = rule_set_on(one.decided_on)
    basis = rules.repair.basis if rules.repair else rules.basis
    answer = _off(file, one) if one.outcome == "approved" else _refused(one)
    return [
        b.to("，".join((file.name, *file.institutions))),
        b.facts(
            person(file),
            ("执业机构", "、".join(file.institutions)),
            ("修复活动", f"{ACTIVITIES[one.activity]}：{one.title}"),
            ("活动日期", b.chinese(one.held_on)),
            ("证明材料", one.certificate),
            ("登记人", one.by.name),
        ),
        b.section("认定意见"),
        *answer,
        b.text(f"依据：{basis}"),
        b.signed(
            f"认定人：{one.decided_by.signed if one.decided_by else ''}",
            bureau,
            "（印章）",
            b.chinese(one.decided_on),
        ),
    ]


def _off(file: PointsState, one: RepairEntry) -> list[b.Block]:
    """How many points come off, and how the doctor stands from that day on."""
    day = one.decided_on
    if day is None:
        return []
    before, now = (standing(_then(file, one, its_own=own), day) for own in (False, True))
    follows = (
        f"自{b.chinese(day)}起从 {day.year} 年度累计记分中减去 {one.points} 分："
        f"由 {before.total} 分减为 {now.total} 分。原记分不删除，仍记入一医一档。"
    )
    told = [b.text(follows)]
    if one.reasons:
        told.append(b.text(f"理由：{one.reasons}"))
    if one.effect == "suspension" and before.status is Status.SUSPENDED:
        until = f"，至{b.chinese(now.until)}止" if now.until else ""
        told.append(
            b.text(
                f"暂停按减分后的累计记分重新计算：自该日起医保支付资格状态为"
                f"“{STATUS_NAMES[now.status][0]}”{until}。"
            )
        )
    elif before.status is Status.SUSPENDED:
        told.append(b.text("本次修复不缩短正在执行的暂停。"))
    return told


def _refused(one: RepairEntry) -> list[b.Block]:
    return [
        b.text("不予认定，累计记分不变。"),
        b.text(f"理由：{one.reasons}"),
        b.text("另有符合条件的活动和证明的，可以再次登记。"),
    ]


def _then(file: PointsState, one: RepairEntry, *, its_own: bool) -> PointsState:
    """The file as it stood when the repair was recognised, with it or without."""
    day = one.decided_on
    place = file.repairs.index(one)
    earlier = tuple(
        other
        for n, other in enumerate(file.repairs)
        if other.decided_on is not None
        and day is not None
        and ((other.decided_on, n) < (day, place) or (its_own and n == place))
    )
    known = tuple(e for e in file.entries if day is None or local_date(e.at) <= day)
    return replace(file, repairs=earlier, entries=known)
