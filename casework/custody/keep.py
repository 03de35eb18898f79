"""Receive, access, copy, verify evidence, and extend its retention."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from casework.actors import BEAT, BUREAU, INSTITUTION, Actor, Role
from casework.acts import Act, Ask, Guard, draft, required, role_required
from casework.clocks.calendars import local_date
from casework.commands.evidence import (
    AccessEvidence,
    CopyEvidence,
    ExtendRetention,
    ReceiveEvidence,
    ReportDamage,
    VerifyEvidence,
)
from casework.custody.collected import takers
from casework.custody.give import GIVERS, KEEPERS, may_give, of_receipt
from casework.custody.state import EvidenceState
from casework.custody.streams import own_stream, stream_of
from casework.events import Draft
from casework.refusal import refuse


def receive(ask: Ask[ReceiveEvidence, EvidenceState]) -> list[Draft]:
    """EvidenceReceived: the vault has read the bytes back and both hashes hold."""
    c = ask.command
    required(name=c.name)
    may_give(c.case_no, ask)
    if len(c.sha256) != 64 or len(c.sm3) != 64 or c.size < 0:
        raise refuse(
            "BAD_VALUE",
            field="完整性校验值",
            field_en="integrity digest",
            why="须有 SHA-256、SM3 与大小",
            why_en="SHA-256, SM3 and size are needed",
        )
    if c.retain_until < local_date(ask.at):
        raise refuse("RETENTION_SHORTER", current=local_date(ask.at).isoformat())
    fields = {key: value for key, value in asdict(c).items() if key not in BASE}
    return [draft(own_stream(c), "EvidenceReceived", **fields, takers=takers(ask))]


def access(ask: Ask[AccessEvidence, EvidenceState]) -> list[Draft]:
    """EvidenceAccessed for a purpose, with the hash on record at that moment."""
    required(purpose=ask.command.purpose)
    data = {"purpose": ask.command.purpose, "before": ask.state.sha256}
    return [draft(own_stream(ask.command), "EvidenceAccessed", **data)]


def copy(ask: Ask[CopyEvidence, EvidenceState]) -> list[Draft]:
    """EvidenceCopied; a copy with another hash is no copy."""
    c = ask.command
    required(purpose=c.purpose)
    if c.sha256 != ask.state.sha256:
        raise refuse("HASH_MISMATCH", recorded=ask.state.sha256, given=c.sha256)
    hashes = {"before": ask.state.sha256, "sha256": c.sha256}
    return [draft(own_stream(c), "EvidenceCopied", purpose=c.purpose, to=c.to, **hashes)]


def verify(ask: Ask[VerifyEvidence, EvidenceState]) -> list[Draft]:
    """EvidenceVerified with hash before and after; a difference is recorded as such."""
    c, item = ask.command, ask.state
    intact = c.sha256 == item.sha256 and c.sm3 in ("", item.sm3)
    data = {"before": item.sha256, "after": c.sha256, "intact": intact}
    return [draft(own_stream(c), "EvidenceVerified", **data)]


def damaged(ask: Ask[ReportDamage, EvidenceState]) -> list[Draft]:
    """EvidenceDamaged; the same damage is told once, until a sound check ends it."""
    c, item = ask.command, ask.state
    if (item.damage, item.damaged_sha256) == (c.what.value, c.sha256):
        raise refuse("ALREADY_DONE")
    data = {"before": item.sha256, "after": c.sha256, "sm3": c.sm3}
    return [draft(own_stream(c), "EvidenceDamaged", what=c.what, **data)]


def extend(ask: Ask[ExtendRetention, EvidenceState]) -> list[Draft]:
    """RetentionExtended; never shortened."""
    c, current = ask.command, ask.state.retain_until
    required(reason=c.reason)
    if current is not None and c.retain_until <= current:
        raise refuse("RETENTION_SHORTER", current=current.isoformat())
    return [draft(own_stream(c), "RetentionExtended", retain_until=c.retain_until, reason=c.reason)]


def the_beat_or(roles: frozenset[Role], name: str) -> Guard:
    """Guard: the beat, or a person with one of the roles."""

    def guard(item: EvidenceState, actor: Actor, at: datetime) -> None:
        if actor != BEAT and not actor.holds(*roles):
            raise role_required(roles, name)

    return guard


def _kept(command: type, zh: str, en: str, answer: Any, roles: frozenset[Role]) -> Act:
    """An act of keeping: the beat does it by itself, a person with a role by hand."""
    guards = (the_beat_or(roles, command.__name__),)
    return Act(command, zh, en, frozenset(), stream_of, answer, guards=guards)


BASE = frozenset({"expected_version", "command_id", "evidence_id"})
READERS = BUREAU | INSTITUTION
ACTS = (
    Act(ReceiveEvidence, "接收证据", "receive evidence", GIVERS, of_receipt, receive, creates=True),
    # Which items a person may open is asked of the reads (own items, certificates of own doctors).
    Act(AccessEvidence, "调阅证据", "access evidence", READERS, stream_of, access),
    Act(CopyEvidence, "复制证据", "copy evidence", BUREAU, stream_of, copy),
    _kept(VerifyEvidence, "校验证据", "verify evidence", verify, BUREAU),
    _kept(ReportDamage, "登记证据损坏", "report damage", damaged, BUREAU),
    _kept(ExtendRetention, "延长保存", "extend retention", extend, KEEPERS),
)
