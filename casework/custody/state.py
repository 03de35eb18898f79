"""State and fold of one evidence item's custody chain."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from casework.events import Event
from casework.hands import Hand, hand_from


@dataclass(frozen=True)
class Serves:
    """A paper whose signed scan an item is; `key` names the paper among all of the bureau's."""

    key: str
    zh: str
    en: str


@dataclass(frozen=True)
class EvidenceState:
    """An evidence item: what it is, where it lies, how its last check went."""

    evidence_id: str
    version: int = 0
    name: str = ""
    kind: str = ""
    media_type: str = ""
    size: int = 0
    sha256: str = ""
    sm3: str = ""
    object_key: str = ""
    version_id: str = ""
    retain_until: date | None = None
    case_no: str | None = None
    #: Other cases that cite it.
    cited_by: tuple[str, ...] = ()
    received_at: datetime | None = None
    received_by: str = ""
    #: The human behind that account.
    giver: Hand | None = None
    collection: dict[str, Any] | None = None
    #: Who took it, name by account; older chains have the accounts alone.
    takers: Mapping[str, str] = field(default_factory=dict)
    #: What was said of its taking before it was said anew, the oldest first.
    earlier: tuple[dict[str, Any], ...] = ()
    checked_at: datetime | None = None
    intact: bool | None = None
    accesses: int = 0
    damage: str | None = None
    damaged_sha256: str = ""
    #: The doctors for whom it proves a study, an exam or a repair.
    doctors: tuple[str, ...] = ()
    #: The paper outside of a case whose signed scan it is.
    serves: Serves | None = None
    #: Of a group certificate the doctors whom it names, as it was first recorded.
    group: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """How refusals name the item."""
        return f"证据 {self.evidence_id}"

    @property
    def label_en(self) -> str:
        """The same in English."""
        return f"evidence item {self.evidence_id}"

    @property
    def stage(self) -> str:
        """Custody knows no stages."""
        return "held"

    stage_zh = "保管中"
    stage_en = "held"


def fold_evidence(evidence_id: str, events: Iterable[Event]) -> EvidenceState:
    """Fold a custody chain."""
    state = EvidenceState(evidence_id)
    for event in events:
        state = replace(_step(state, event), version=event.seq)
    return state


def _step(s: EvidenceState, e: Event) -> EvidenceState:
    d: dict[str, Any] = dict(e.data)
    match e.type:
        case "EvidenceReceived":
            return _received(s, e, d)
        case "CollectionStated":
            return _stated(s, d)
        case "AttachedToCase":
            return replace(s, case_no=d["case_no"])
        case "CitedByCase":
            return replace(s, cited_by=(*s.cited_by, d["case_no"]))
        case "CitationEnded":
            return replace(s, cited_by=tuple(one for one in s.cited_by if one != d["case_no"]))
        case "ProvedOnFile":
            doctors = tuple(dict.fromkeys((*s.doctors, d["prac_psn_code"])))
            return replace(s, doctors=doctors, group=s.group or tuple(d.get("group", ())))
        case "ScanServes":
            return replace(s, serves=Serves(d["paper"], d["title"], d["title_en"]))
        case "ScanReplaced":
            return replace(s, serves=None)
        case "EvidenceAccessed" | "EvidenceCopied":
            return replace(s, accesses=s.accesses + 1)
        case "EvidenceVerified":
            return _verified(s, e, d)
        case "EvidenceDamaged":
            return _damaged(s, e, d)
        case "RetentionExtended":
            return replace(s, retain_until=date.fromisoformat(d["retain_until"]))
    return s


def _stated(s: EvidenceState, d: dict[str, Any]) -> EvidenceState:
    """The newest statement; what it leaves out is as it stood."""
    said = {name: value for name, value in d["collection"].items() if value not in (None, "", [])}
    before = s.collection or {}
    spoke = any(value not in (None, "", []) for value in before.values())
    earlier = (*s.earlier, before) if spoke else s.earlier
    return replace(
        s, collection={**before, **said}, earlier=earlier, takers={**s.takers, **d["takers"]}
    )


def _damaged(s: EvidenceState, e: Event, d: dict[str, Any]) -> EvidenceState:
    """Bytes that are only held too short are still the bytes."""
    whole, after = d["what"] == "unlocked", d["after"]
    return replace(s, checked_at=e.at, intact=whole, damage=d["what"], damaged_sha256=after)


def _verified(s: EvidenceState, e: Event, d: dict[str, Any]) -> EvidenceState:
    if d["intact"]:
        return replace(s, checked_at=e.at, intact=True, damage=None, damaged_sha256="")
    after = str(d["after"])
    return replace(s, checked_at=e.at, intact=False, damage="changed", damaged_sha256=after)


def _received(s: EvidenceState, e: Event, d: dict[str, Any]) -> EvidenceState:
    plain = ("name", "kind", "media_type", "size", "sha256", "sm3", "object_key", "version_id")
    return replace(
        s,
        **{name: d[name] for name in plain},
        retain_until=date.fromisoformat(d["retain_until"]),
        case_no=d["case_no"],
        collection=d["collection"],
        takers=d.get("takers", {}),
        received_at=e.at,
        received_by=e.actor,
        giver=hand_from(d) if "by" in d else None,
        checked_at=e.at,
        intact=True,
    )
