"""What the 内部审批表 of an act beside a case says: of a doctor's file, a measure or a parameter of the bureau.

It is filled from the same template as a case's; what only a case has is empty on it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final

from casework.cases.recuse import GROUNDS
from casework.cases.state import CaseState
from casework.clocks.calendars import local_date
from casework.commands.case import RecusalGround
from casework.documents.beside import Approval
from casework.documents.internal import INTERNAL
from casework.documents.state import Issued
from casework.events import Event
from casework.hands import Hand, hand_from
from casework.law.service import way
from casework.measures.signed import CORRECTED, RECEIPTS
from casework.measures.state import Measured, MeasuresState, ServiceCorrection
from casework.points.fold import fold_points
from casework.points.office import OF_AGENCY
from casework.points.parameters import BureauState, fold_bureau, parameters
from casework.points.rules import rule_set
from casework.points.state import PointsState
from casework.restoration.bar import bar_row, bars_of
from casework.restoration.recusal import BODY_NAMES
from casework.restoration.state import AskedRecusal, Ruling
from evidence.doctors.places import with_names
from evidence.dossier.formats import day
from evidence.forms.context import Values, values_of
from evidence.forms.rights import agency

Row = tuple[str, str]
#: What its printing is put on record for.
PURPOSE: Final = "打印审批表"
#: Rows of the form, and the opinions that stand on it.
Told = tuple[list[Row], list[Values]]


def of_file(
    code: str, events: Sequence[Event], one: Approval, bureau: str, settings: BureauState | None,
    names: Mapping[str, str],
) -> Values:  # fmt: skip
    """The values for the form of an act on a doctor's file, as it stood when it was done."""
    event = events[int(one.about) - 1]
    before = with_names(fold_points(code, events[: event.seq - 1]), names)
    after = with_names(fold_points(code, events[: event.seq]), names)
    rows, opinions = _FILE[event.type](before, after, event)
    who = [("医师", f"{before.name}（{code}）"), ("执业机构", "、".join(before.institutions))]
    own = agency(settings, event.at, local_date(event.at)) if _of_agency(event) else ""
    return _values(one, own or bureau, settings, ([*who, *rows], opinions))


def of_correction(
    subject: MeasuresState, one: Measured, told: ServiceCorrection, bureau: str
) -> Values:
    """The values for the form of a service of a measure that was put right."""
    act = Approval(told.about, CORRECTED, told.right.by, told.at, one.measure_id)
    zh, _ = RECEIPTS[told.was.of]
    rows = [
        ("对象", f"{subject.name} {subject.department}".strip()),
        ("措施", f"{one.row.zh}（{one.measure_id}）"),
        ("审批事项", f"更正{zh.removesuffix('的送达回证')}的送达日期、方式"),
        ("原登记", _served(told.was.on, told.was.way)),
        ("更正为", _served(told.right.on, told.right.way)),
        ("理由", told.reasons),
    ]
    recorded = _opinion("登记送达", told.was.by, _served(told.was.on, told.was.way), told.was.on)
    return _values(act, bureau, None, (rows, [recorded, _agreed(told.right.by, told)]))


def _agreed(by: Hand, told: ServiceCorrection) -> Values:
    return _opinion("更正送达", by, f"同意：{told.reasons}", told.at)


def _served(on: date, how: str) -> str:
    return f"{day(on)} {way(how, on).zh}"


def _of_agency(event: Event) -> bool:
    return event.data.get("office") == OF_AGENCY


def of_parameter(events: Sequence[Event], one: Approval, bureau: str) -> Values:
    """The values for the form of a decision on a parameter."""
    event = next(
        e for e in events if e.type == one.kind and e.data["proposal_id"] == one.about
    )  # fmt: skip
    before = fold_bureau(events[: event.seq - 1])
    return _values(one, bureau, before, _parameter(before, event))


def _values(one: Approval, bureau: str, settings: BureauState | None, told: Told) -> Values:
    rows, opinions = told
    form = Issued("", INTERNAL, "", one.by, one.at, 0, titled=one.kind)
    return {
        **values_of(CaseState(""), (), form, bureau, settings),
        "bureau": bureau,
        "opinions": opinions,
        "approval": {
            "number": f"编号：{one.of}",
            "rows": [{"label": label, "value": value} for label, value in rows if value],
        },
    }


def _opinion(step: str, by: Any, text: str, at: date | datetime | None) -> Values:
    return {"step": step, "name": by.signed, "text": text, "day": day(at)}


def _said(event: Event, step: str, verdict: str = "同意") -> Values:
    """The opinion of whoever decided: his verdict and his reasons."""
    text = "：".join(filter(None, (verdict, str(event.data.get("reasons") or ""))))
    return _opinion(step, hand_from(event.data), text, event.at)


def _grounds(event: Event) -> list[Row]:
    return [
        ("依据文书", str(event.data.get("document_no") or "")),
        ("理由", str(event.data.get("reasons") or "")),
    ]


def _annulled(before: PointsState, after: PointsState, event: Event) -> Told:
    entry = before.entry(str(event.data["entry_id"]))
    if entry is None:
        raise LookupError(event.data["entry_id"])
    act = rule_set(entry.rule_set).act(entry.act)
    what = f"撤销记分 {entry.entry_id}：{act.zh}，{entry.points} 分（依据 {entry.basis}）"
    rows = [("审批事项", "撤销记分"), ("内容", what), *_grounds(event)]
    recorded = _opinion("登记记分", entry.by, entry.reasons, entry.at)
    return rows, [recorded, _said(event, "撤销记分")]


def _lifted(before: PointsState, after: PointsState, event: Event) -> Told:
    # One by a case that the police had is on the file only since it was lifted.
    bar = next(one for one in bars_of(after) if one.bar_id == event.data["bar_id"])
    what = f"解除限制 {bar.bar_id}：{bar_row(bar.ground).zh}（{bar.document_no}）"
    rows = [("审批事项", "解除恢复限制"), ("内容", what), *_grounds(event)]
    recorded = _opinion("登记限制", bar.by, bar.reasons, bar.at)
    return rows, [recorded, _said(event, "解除限制")]


def _recusal(before: PointsState, after: PointsState, event: Event) -> Told:
    application = after.restoration
    asked = application.recusals if application else ()
    one = next(each for each in asked if each.recusal_id == event.data["recusal_id"])
    what = f"{one.officer.name}（{BODY_NAMES[one.body][0]}）回避申请 {one.recusal_id}"
    rows = [
        ("审批事项", "恢复审批（经办）人员回避"),
        ("内容", what),
        ("回避事由", f"{GROUNDS[RecusalGround(one.ground)][0]}：{one.reason}"),
        *_together(one, event),
        ("理由", str(event.data["reasons"])),
    ]
    verdict = "同意回避" if event.data["approve"] else "不同意回避"
    request = _opinion("申请回避", one.by, one.reason, one.on)
    return rows, [request, _said(event, "决定", verdict)]


def _together(one: AskedRecusal, event: Event) -> list[Row]:
    """What the leaders said of a head, and whom they named in his place."""
    d: Mapping[str, Any] = event.data
    if not d.get("members"):
        return []
    members = "、".join(str(each["name"]) for each in d["members"])
    held = day(date.fromisoformat(str(d["held_on"])))
    rows = [("集体讨论", f"{held}，参加：{members}"), ("讨论记录", str(d["record"]))]
    named = d.get("decider")
    return [*rows, ("代为审批", str(named["name"]) if named else "")]


def _parameter(before: BureauState, event: Event) -> Told:
    one = before.proposal(str(event.data["proposal_id"]))
    if one is None:
        raise LookupError(event.data["proposal_id"])
    row, agreed = parameters()[one.name], event.type == "ParameterSet"
    starts = str(event.data["valid_from"]) if agreed else one.valid_from.isoformat()
    was = before.value(one.name, one.valid_from)
    rows = [
        ("审批事项", "修改本局参数"),
        ("参数", row.zh),
        ("现行取值", row.shown(was)[0] if was else "未设定"),
        ("拟定取值", row.shown(one.value)[0]),
        ("生效日期", day(date.fromisoformat(starts))),
        ("依据", one.basis),
        ("理由", one.reason),
    ]
    proposed = _opinion("提出建议", one.by, one.reason, one.at)
    return rows, [proposed, _said(event, "批准", "同意" if agreed else "不同意")]


def _score_served(before: PointsState, after: PointsState, event: Event) -> Told:
    entry = before.entry(str(event.data["entry_id"]))
    if entry is None or entry.notified_hand is None:
        raise LookupError(event.data["entry_id"])
    what = f"更正记分 {entry.entry_id} 告知书的送达日期、方式"
    return _corrected(what, event, entry.notified_hand)


def _decision_served(before: PointsState, after: PointsState, event: Event) -> Told:
    one = before.restoration
    service = one.service_of(Ruling(str(event.data["ruling"]))) if one else None
    if service is None:
        raise LookupError(event.data["application_id"])
    what = f"更正恢复申请 {event.data['application_id']} 决定书的送达日期、方式"
    return _corrected(what, event, service.by)


def _corrected(what: str, event: Event, by: Hand) -> Told:
    """The service as it was entered, and as another hand put it right."""
    d = event.data
    was, now = (
        _served(date.fromisoformat(str(d[on])), str(d[how]))
        for on, how in (("was_on", "was_way"), ("served_on", "way"))
    )
    rows = [
        ("审批事项", what),
        ("原登记", was),
        ("更正为", now),
        ("理由", str(d.get("reasons") or "")),
    ]
    recorded = _opinion("登记送达", by, was, date.fromisoformat(str(d["was_on"])))
    return rows, [recorded, _said(event, "更正送达")]


_FILE: Final[Mapping[str, Callable[[PointsState, PointsState, Event], Told]]] = {
    "ScoreAnnulled": _annulled,
    "ScoreServiceCorrected": _score_served,
    "RestorationServiceCorrected": _decision_served,
    "RestorationBarLifted": _lifted,
    "RestorationRecusalDecided": _recusal,
}
