"""Custody of evidence: received, accessed, copied, verified, retained."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from casework.commands.base import Command


class EvidenceKind(StrEnum):
    """The eight kinds of evidence (处罚法 46)."""

    DOCUMENTARY = "documentary"
    PHYSICAL = "physical"
    AUDIOVISUAL = "audiovisual"
    ELECTRONIC = "electronic"
    TESTIMONY = "testimony"
    PARTY_STATEMENT = "party_statement"
    EXPERT_OPINION = "expert_opinion"
    SCENE_RECORD = "scene_record"


@dataclass(frozen=True)
class Collection:
    """How it was taken (法发〔2016〕22号): when, where, by whom, how, and who stood by.

    `original`: the original itself, or False for a copy; `pages` of a paper.
    """

    collected_at: datetime | None = None
    place: str = ""
    method: str = ""
    process: str = ""
    holder: str = ""
    original_medium: str = ""
    officers: tuple[str, ...] = ()
    witness: str = ""
    no_witness_reason: str = ""
    original: bool | None = None
    no_original_reason: str = ""
    pages: int | None = None


@dataclass(frozen=True, kw_only=True)
class EvidenceCommand(Command):
    """A command on one evidence item."""

    evidence_id: str


@dataclass(frozen=True, kw_only=True)
class ReceiveEvidence(EvidenceCommand):
    """The vault holds verified bytes: hashes, size, type, place in the vault, retention.

    `declared_sha256` is what the giver announced before sending, empty when he did not.
    """

    name: str
    kind: EvidenceKind
    media_type: str
    size: int
    sha256: str
    sm3: str
    object_key: str
    retain_until: date
    case_no: str | None = None
    version_id: str = ""
    declared_sha256: str = ""
    collection: Collection = field(default_factory=Collection)


@dataclass(frozen=True, kw_only=True)
class StateCollection(EvidenceCommand):
    """Say later how the item was taken, and why only now; what was said before stays readable.

    Fields of `collection` that say nothing leave what stands.
    """

    collection: Collection
    reason: str


@dataclass(frozen=True, kw_only=True)
class AccessEvidence(EvidenceCommand):
    """Somebody opened or downloaded it, for a purpose."""

    purpose: str


@dataclass(frozen=True, kw_only=True)
class CopyEvidence(EvidenceCommand):
    """A copy was made; its hash must equal the original's."""

    purpose: str
    to: str
    sha256: str


@dataclass(frozen=True, kw_only=True)
class VerifyEvidence(EvidenceCommand):
    """The stored bytes were hashed again; a difference is recorded, not hidden."""

    sha256: str
    sm3: str = ""


class DamageKind(StrEnum):
    """What a check of the vault found instead of the bytes that were received."""

    MISSING = "missing"
    CHANGED = "changed"
    UNREADABLE = "unreadable"
    UNLOCKED = "unlocked"


@dataclass(frozen=True, kw_only=True)
class ReportDamage(EvidenceCommand):
    """A check found the item damaged or lost; the hashes are those of what lies there, if any."""

    what: DamageKind
    sha256: str = ""
    sm3: str = ""


@dataclass(frozen=True, kw_only=True)
class RecordUnrecorded(Command):
    """A check of the whole vault found exactly these objects that no record names."""

    object_keys: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class RecordDossierCheck(Command):
    """A check found a sealed dossier of the case damaged, or (`damage` None) sound again."""

    case_no: str
    dossier_sha256: str
    damage: DamageKind | None
    sha256: str = ""


@dataclass(frozen=True, kw_only=True)
class ExtendRetention(EvidenceCommand):
    """Retention only ever extends."""

    retain_until: date
    reason: str
