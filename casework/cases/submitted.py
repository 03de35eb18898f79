"""Receipts (回执) of what the party handed in on its own page, read off the case's chain."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from casework.clocks.calendars import minute
from casework.events import Event
from casework.wording import Both

#: What can be handed in, by the event that says so.
KINDS: Final[dict[str, Both]] = {
    "DefenceRecorded": Both("陈述申辩", "statement and defence"),
    "HandlingDefended": Both("陈述申辩", "statement and defence"),
    "HearingRequested": Both("听证申请", "request for a hearing"),
    "InstalmentsRequested": Both("延期、分期缴纳申请", "request to pay later or in parts"),
    "PaperReplied": Both("工作底稿答复", "reply to a working paper"),
}
_STATED: Final = Both(
    "办案人员将复核您提出的事实、理由和证据，成立的予以采纳，不因陈述申辩加重处理；决定作出前可以继续补充。",
    "The officers look at the facts, reasons and evidence that you named, and follow them where they hold; "
    "what you state makes nothing heavier. You may add to it until the decision.",
)
_HEARING: Final = Both(
    "本机关将在举行听证的七个工作日前通知时间、地点；办理进度见本页“办案经过”。",
    "You are told the time and place seven working days before the hearing; this page shows how it goes on.",
)
_INSTALMENTS: Final = Both(
    "由主要负责人决定是否准予；决定前原缴款期限不变。",
    "The head of the bureau decides on it; until then the day of payment stands as it is.",
)
_REPLIED: Final = Both(
    "检查人员将核对您的答复；签字前可以再次提交，以最后一次为准。",
    "The officers look at what you replied; until the paper is signed you may send another, and the last one holds.",
)
#: What comes next, and which later event says what became of it.
_NEXT: Final[dict[str, Both]] = {
    "DefenceRecorded": _STATED,
    "HandlingDefended": _STATED,
    "HearingRequested": _HEARING,
    "InstalmentsRequested": _INSTALMENTS,
    "PaperReplied": _REPLIED,
}
_DECIDED: Final = Both(
    "决定已作出，见决定书。", "It has been decided: see the decision that is served on you."
)
_AFTER: Final[dict[str, dict[str, Both]]] = {
    "DefenceRecorded": {"CaseDecided": _DECIDED},
    "HandlingDefended": {"HandlingDecided": _DECIDED},
    "HearingRequested": {
        "HearingNotified": Both(
            "听证定于 {when} {place}。", "The hearing is on {when} at {place}."
        ),
        "HearingHeld": Both("听证已举行。", "The hearing was held."),
        "HearingEnded": Both("听证已终止。", "The hearing has come to its end."),
    },
    "PaperReplied": {
        "PaperWritten": Both(
            "底稿已重新填写，请重新答复。", "The paper was written anew: reply to it again."
        ),
        "PaperReplied": Both(
            "已再次提交答复，以其为准。", "Another reply was sent since, which holds."
        ),
        "PaperSigned": Both(
            "底稿已签字（或者已记录拒签），答复已截止。",
            "The paper was signed, or its refusal recorded: no more replies.",
        ),
    },
    "InstalmentsRequested": {
        "InstalmentsGranted": Both("已准予延期、分期缴纳。", "Granted."),
        "InstalmentsRefused": Both("未准予：{reasons}", "Not granted: {reasons}"),
    },
}


@dataclass(frozen=True)
class File:
    """An item that came with it, by the hashes that the vault holds it under."""

    evidence_id: str
    name: str
    size: int
    sha256: str
    sm3: str


@dataclass(frozen=True)
class Submitted:
    """What was handed in, by whom and when, on which place of the chain, and what comes next.

    `until`: the last day of the time for it, where there is one that can be reckoned.
    """

    seq: int
    event: str
    what: Both
    text: str
    by: str
    at: datetime
    hash: str
    files: tuple[File, ...]
    until: date | None
    late: bool
    next: Both


def submitted(events: Sequence[Event]) -> tuple[Submitted, ...]:
    """Every receipt of a case, the newest first."""
    own = [e for e in events if e.type in KINDS and "enclosures" in e.data]
    return tuple(_receipt(e, events) for e in reversed(own))


def _receipt(e: Event, events: Iterable[Event]) -> Submitted:
    d: Any = e.data
    until = d.get("until")
    return Submitted(
        seq=e.seq,
        event=e.type,
        what=KINDS[e.type],
        text=str(d.get("text") or d.get("reasons") or d.get("reply") or ""),
        by=str(d["by"]["name"]),
        at=e.at,
        hash=e.hash,
        files=tuple(
            File(one["evidence_id"], one["name"], one["size"], one["sha256"], one["sm3"])
            for one in d["enclosures"]
        ),
        until=date.fromisoformat(until) if until else None,
        late=bool(d.get("late")),
        next=_next(e, events),
    )


def _next(e: Event, events: Iterable[Event]) -> Both:
    """The latest word on it, until the same is handed in anew."""
    said = _NEXT[e.type]
    for later in events:
        if later.seq <= e.seq:
            continue
        if later.type == e.type == "InstalmentsRequested":
            break
        found = _AFTER[e.type].get(later.type)
        if found is not None:
            said = _filled(found, later)
    return said


def _filled(said: Both, later: Event) -> Both:
    d: Any = later.data
    when = minute(datetime.fromisoformat(d["starts_at"])) if "starts_at" in d else ""
    facts = {"when": when, "place": d.get("place", ""), "reasons": d.get("reasons", "")}
    return Both(said.zh.format(**facts), said.en.format(**facts))
