"""How an item was taken: what its kind asks for, and who may be named as the one who took it.

行政处罚法 42, 46 and 局令4 19 for all eight kinds; 法发〔2016〕22号 5, 11 to 15 for electronic data: its
original medium, how it was extracted, and a witness or why there was none.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from casework.accounts.state import AccountState
from casework.acts import Ask
from casework.clocks.calendars import local_date
from casework.commands.evidence import (
    Collection,
    EvidenceKind,
    ReceiveEvidence,
    StateCollection,
)
from casework.custody.give import KEEPERS
from casework.refusal import refuse

_TAKEN: Final = ("collected_at", "place", "method", "holder")
#: What is asked of each kind, in the order of the form.
ASKED: Final[Mapping[EvidenceKind, tuple[str, ...]]] = {
    EvidenceKind.DOCUMENTARY: (*_TAKEN, "original", "pages", "officers"),
    EvidenceKind.PHYSICAL: (*_TAKEN, "original", "process", "officers", "witness"),
    EvidenceKind.AUDIOVISUAL: (*_TAKEN, "original", "original_medium", "officers"),
    EvidenceKind.ELECTRONIC: (*_TAKEN, "original_medium", "process", "officers", "witness"),
    EvidenceKind.TESTIMONY: ("collected_at", "place", "holder", "pages", "officers"),
    EvidenceKind.PARTY_STATEMENT: ("collected_at", "place", "holder", "pages", "officers"),
    EvidenceKind.EXPERT_OPINION: ("collected_at", "holder", "original", "pages"),
    EvidenceKind.SCENE_RECORD: (
        "collected_at", "place", "process", "pages", "officers", "witness",
    ),
}  # fmt: skip
NAMES: Final[Mapping[str, tuple[str, str]]] = {
    "collected_at": ("收集时间", "when"),
    "place": ("收集地点", "where"),
    "method": ("收集方法", "how"),
    "process": ("收集过程", "the course of it"),
    "holder": ("持有人、提供人", "holder"),
    "original": ("原件或者复制件", "original or copy"),
    "no_original_reason": ("未取得原件的原因", "why not the original"),
    "pages": ("页数", "pages"),
    "original_medium": ("原始存储介质", "original medium"),
    "officers": ("收集人（两名执法人员）", "the two officers"),
    "witness": ("见证人或者无见证人的原因", "a witness, or why there was none"),
}


def stated(taken: Collection) -> bool:
    """Whether anything at all is said of how the item was taken."""
    return taken != Collection()


def missing(kind: EvidenceKind, taken: Collection, *, by_officer: bool = True) -> tuple[str, ...]:
    """Which fields that the kind asks for say nothing; whoever hands in his own has no officers."""
    asked = [one for one in ASKED[kind] if by_officer or one not in ("officers", "witness")]
    open_ = [one for one in asked if not _said(taken, one)]
    if "original" in asked and taken.original is False and not taken.no_original_reason.strip():
        open_.append("no_original_reason")
    return tuple(open_)


def _said(taken: Collection, field: str) -> bool:
    if field == "witness":
        return bool(taken.witness.strip() or taken.no_witness_reason.strip())
    value = getattr(taken, field)
    return bool(value.strip()) if isinstance(value, str) else value not in (None, ())


def from_event(told: Mapping[str, Any] | None) -> Collection:
    """What an item's event says; events older than a field say nothing of it."""
    known = {name: value for name, value in (told or {}).items() if name in _FIELDS}
    at = known.get("collected_at")
    known["collected_at"] = datetime.fromisoformat(at) if at else None
    known["officers"] = tuple(known.get("officers") or ())
    return Collection(**known)


_FIELDS: Final = frozenset(Collection.__dataclass_fields__)


def takers(ask: Ask[ReceiveEvidence, Any] | Ask[StateCollection, Any]) -> dict[str, str]:
    """Who took it, name by account, once what is said of the taking can be so.

    Refuses BAD_VALUE for a day to come, for no pages and where a giver of his own names officers;
    ACCOUNT_UNFIT; TWO_OFFICERS (处罚法 42).
    """
    taken = ask.command.collection
    if taken.collected_at and local_date(taken.collected_at) > local_date(ask.at):
        raise _bad(
            "collected_at", "晚于今天，请填写实际收集的时间", "lies ahead: say when it was taken"
        )
    if taken.pages is not None and taken.pages < 1:
        raise _bad("pages", "至少为 1 页", "at least 1")
    if not taken.officers:
        return {}
    if not ask.actor.holds(*KEEPERS):
        raise _bad(
            "officers",
            "自行提交的材料没有收集人，请留空",
            "what you hand in yourself was taken by nobody: leave it empty",
        )
    accounts: list[AccountState] = [ask.states[f"account:{one}"] for one in taken.officers]
    for account in accounts:
        account.must_hold(*KEEPERS)
    people = {account.person for account in accounts}
    if len(people) < 2:
        raise refuse("TWO_OFFICERS", count=len(people))
    return {account.login: account.name for account in accounts}


def _bad(field: str, why: str, why_en: str) -> Exception:
    zh, en = NAMES[field]
    return refuse("BAD_VALUE", field=zh, field_en=en, why=why, why_en=why_en)
