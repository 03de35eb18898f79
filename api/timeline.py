"""Events as steps of a story: a title and what the event itself says."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal, InvalidOperation

from api.case.types import CaseChange, TimelineEvent
from api.names import Language, event_name, pick
from api.timeline_words import SAID
from casework.actors import BEAT
from casework.agreement.names import worded
from casework.clocks.rows import deadline_rows
from casework.events import Event, Json
from casework.law.fines import formula_en, grouped
from casework.law.remedy import OUTCOMES
from graph.cases.ties import reason_in_english

#: Fields that a reader wants to see of an event, in this order; the rest is the auditor's.
TOLD = (
    "title",
    "summary",
    "reasons",
    "reason",
    "text",
    "reply",
    "what_happened",
    "opinion",
    "outcome",
    "result",
    "facts",
    "proves",
    "name",
    "place",
    "decision_no",
    "number",
    "formula",
    "findings",
    "measures",
    "count",
    "amount",
    "recovery",
    "damages",
    "fine",
    "mark",
    "points",
    "earned",
    "practice",
    "level",
    "rectify",
    "served_on",
    "course",
    "exam",
    "purpose",
    "what",
)
LONGEST = 200
#: Values that events keep as codes.
CODES: dict[str, tuple[str, str]] = {
    "approved": ("同意", "approved"),
    "returned": ("退回", "returned"),
    "refused": ("不同意", "refused"),
    **OUTCOMES,
    "corrected": ("已改正", "corrected"),
    "not_corrected": ("逾期未改正", "not corrected by its day"),
    "refused_to_correct": ("拒不改正", "refused to correct"),
    "cancelled": ("撤销记分", "score withdrawn"),
    "agree": ("同意", "agrees"),
    "continue_investigation": ("继续调查", "investigate further"),
    "change": ("变更", "change"),
    "correct_procedure": ("纠正程序", "correct the procedure"),
    "other": ("其他", "other"),
    "confirms": ("属实", "confirms"),
    "denies": ("否认就诊", "denies the visits"),
    "absent": ("不在家", "not at home"),
    "declines": ("不愿回答", "will not answer"),
    "also_right": ("所选答案也正确", "the chosen answer is right, too"),
    "void": ("试题作废", "question void"),
}
#: Fields that name the row of a period.
PERIOD = frozenset({"deadline", "period"})
#: Fields that mean something else in these events: points of the ledger of study are
#: earned, and what the court is asked for is the fine that is left.
CALLED: dict[str, dict[str, str]] = {
    "CourtApplied": {"amount": "fine"},
    "ExamRecorded": {"points": "earned"},
    "StudyRecorded": {"points": "earned"},
    "PracticePointAdded": {"fixmedins_code": "practice"},
    "PracticeLeft": {"fixmedins_code": "practice"},
}
CODED = frozenset({"outcome", "opinion", "result"})
UNITS: dict[str, tuple[str, str]] = {
    "points": ("{} 分", "{} points"),
    "count": ("{} 条", "{} lines"),
    "mark": ("成绩 {} 分", "mark {}"),
    "earned": ("学习积分 {} 分", "{} study points"),
    "practice": ("机构 {}", "institution {}"),
    "served_on": ("送达 {}", "served {}"),
    "rectify": ("整改：{}", "to put right: {}"),
    "level": ("{}", "{}"),
}
#: Amounts of money in yuan; nothing is said of none.
MONEY: dict[str, tuple[str, str]] = {
    "amount": ("{} 元", "{} yuan"),
    "recovery": ("退回基金 {} 元", "{} yuan back to the fund"),
    "damages": ("违约金 {} 元", "damages {} yuan"),
    "fine": ("罚款 {} 元", "a fine of {} yuan"),
}


def actor_name(event: Event, language: Language) -> str:
    """Who acted, by the name that the event itself recorded; else the account."""
    if event.actor == BEAT.account:
        return pick(language, BEAT.name, "schedule")
    by = event.data.get("by")
    return str(by["name"]) if isinstance(by, dict) and "name" in by else event.actor


def behalf_of(event: Event) -> str | None:
    """Whose signature it was, where somebody signed for another."""
    by = event.data.get("by")
    principal = by.get("on_behalf_of") if isinstance(by, dict) else None
    return str(principal["name"]) if isinstance(principal, dict) else None


def _under(event: Event) -> str | None:
    by = event.data.get("by")
    under = by.get("under") if isinstance(by, dict) else None
    return str(under) if under else None


def event_of(event: Event, language: Language, changes: Iterable[CaseChange] = ()) -> TimelineEvent:
    """One step of the timeline, with what it changed where that is told."""
    return TimelineEvent(
        seq=event.seq,
        type=event.type,
        title=event_name(event.type, language),
        summary=summary_of(event, language),
        actor=event.actor,
        actor_name=actor_name(event, language),
        on_behalf_of=behalf_of(event),
        under=_under(event),
        at=event.at,
        hash=event.hash,
        changes=list(changes),
    )


def summary_of(event: Event, language: Language) -> str:
    """What the event says, shortened."""
    told = dict(event.data)
    if PERIOD & told.keys():
        told["title"] = _period(event, language)
    for name in CALLED.get(event.type, {}).keys() & told.keys():
        told[CALLED[event.type][name]] = told.pop(name)
    if event.data.get("suggested"):
        # Written by the map in the bureau's words, which it knows in English too.
        told["reason"] = pick(language, str(told["reason"]), reason_in_english(str(told["reason"])))
    said = [*SAID[event.type](event.data, language)] if event.type in SAID else []
    said += [_text(name, told[name], language) for name in TOLD if told.get(name)]
    text = " · ".join(part for part in said if part)
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _period(event: Event, language: Language) -> Json:
    """The title of the period that an event is about: recorded in Chinese, told as the rows have it."""
    row_id = event.data.get("deadline") or event.data.get("period")
    titles = {row.id: (row.zh, row.en) for row in deadline_rows()}
    known = titles.get(str(row_id))
    return pick(language, *known) if known else event.data.get("title")


def _text(name: str, value: Json, language: Language) -> str:
    if isinstance(value, list):
        return _list(name, value, language)
    if not isinstance(value, str | int):
        return ""
    text = str(value)
    if name in MONEY:
        return _yuan(name, text, language)
    if name == "formula":
        return grouped(pick(language, text, formula_en(text)))
    if name in CODED and text in CODES:
        return pick(language, *CODES[text])
    if name in UNITS:
        said = pick(language, *UNITS[name]).format(text)
        # One of a thing is no plural in English.
        return said.removesuffix("s") if said in ("1 points", "1 lines", "1 study points") else said
    return text


def _yuan(name: str, text: str, language: Language) -> str:
    """An amount with its thousands apart; "" for nothing, the text where it is no amount."""
    try:
        amount = Decimal(text)
    except InvalidOperation:
        return text
    return pick(language, *MONEY[name]).format(f"{amount:,.2f}") if amount else ""


def _list(name: str, rows: list[Json], language: Language) -> str:
    """Findings by number and sum; the measures of a handling one by one."""
    kept = [row for row in rows if isinstance(row, dict)]
    if name == "findings" and kept:
        total = sum((Decimal(str(row.get("amount", 0))) for row in kept), Decimal("0.00"))
        things = "finding" if len(kept) == 1 else "findings"
        words = pick(language, "{} 条疑点，{} 元", f"{{}} {things}, {{}} yuan")
        return words.format(len(kept), f"{total:,.2f}")
    if name == "measures":
        return pick(language, "、", "; ").join(_measure(row, language) for row in kept)
    return ""


def _measure(row: dict[str, Json], language: Language) -> str:
    months, ends = row.get("months"), row.get("ends_at")
    return pick(
        language,
        *worded(
            str(row.get("kind")),
            str(row.get("target") or ""),
            Decimal(str(row.get("amount") or 0)),
            int(str(months)) if months else None,
            area=str(row.get("area") or ""),
            ends_at=datetime.fromisoformat(str(ends)) if ends else None,
        ),
    )
