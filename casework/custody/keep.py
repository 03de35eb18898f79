"""Receive, access, copy, verify evidence, and extend its retention."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from casework.actors import BUREAU, INSTITUTION, Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.clocks.calendars import local_date
from casework.commands.evidence import (
    AccessEvidence,
    CopyEvidence,
    EvidenceCommand,
    ExtendRetention,
    ReceiveEvidence,
    VerifyEvidence,
)
from casework.custody.state import EvidenceState
from casework.events import Draft
from casework.refusal import refuse


def stream_of(command: EvidenceCommand, actor: Actor, states: Mapping[str, Any]) -> tuple[str, ...]:
    """The item's custody chain."""
    return (f"evidence:{command.evidence_id}",)


def receive(ask: Ask[ReceiveEvidence, EvidenceState]) -> list[Draft]:
    """EvidenceReceived: the vault has read the bytes back and both hashes hold."""
    c = ask.command
    required(name=c.name)
    if len(c.sha256) != 64 or len(c.sm3) != 64 or c.size < 0:
        raise refuse("BAD_VALUE", field="完整性校验值", why="须有 SHA-256、SM3 与大小")
    if c.retain_until < local_date(ask.at):
        raise refuse("RETENTION_SHORTER", current=local_date(ask.at).isoformat())
    fields = {key: value for key, value in asdict(c).items() if key not in BASE}
    return [draft(_stream(c), "EvidenceReceived", **fields)]


def access(ask: Ask[AccessEvidence, EvidenceState]) -> list[Draft]:
    """EvidenceAccessed for a purpose."""
    required(purpose=ask.command.purpose)
    return [draft(_stream(ask.command), "EvidenceAccessed", purpose=ask.command.purpose)]


def copy(ask: Ask[CopyEvidence, EvidenceState]) -> list[Draft]:
    """EvidenceCopied; a copy with another hash is no copy."""
    c = ask.command
    required(purpose=c.purpose)
    if c.sha256 != ask.state.sha256:
        raise refuse("HASH_MISMATCH", recorded=ask.state.sha256, given=c.sha256)
    return [draft(_stream(c), "EvidenceCopied", purpose=c.purpose, to=c.to, sha256=c.sha256)]


def verify(ask: Ask[VerifyEvidence, EvidenceState]) -> list[Draft]:
    """EvidenceVerified with hash before and after; a difference is recorded as such."""
    c, item = ask.command, ask.state
    intact = c.sha256 == item.sha256 and c.sm3 in ("", item.sm3)
    return [
        draft(_stream(c), "EvidenceVerified", before=item.sha256, after=c.sha256, intact=intact)
    ]


def extend(ask: Ask[ExtendRetention, EvidenceState]) -> list[Draft]:
    """RetentionExtended; never shortened."""
    c, current = ask.command, ask.state.retain_until
    required(reason=c.reason)
    if current is not None and c.retain_until <= current:
        raise refuse("RETENTION_SHORTER", current=current.isoformat())
    return [draft(_stream(c), "RetentionExtended", retain_until=c.retain_until, reason=c.reason)]


def _stream(command: EvidenceCommand) -> str:
    return f"evidence:{command.evidence_id}"


BASE = frozenset({"expected_version", "command_id", "evidence_id"})
KEEPERS = frozenset({Role.INSPECTOR, Role.AGENCY_OFFICER, Role.SUPERVISOR})
# Certificates of study and exam come from the doctor or his institution.
GIVERS = KEEPERS | {Role.INSURANCE_OFFICE, Role.PHYSICIAN}
READERS = BUREAU | INSTITUTION
ACTS = (
    Act(ReceiveEvidence, "接收证据", "receive evidence", GIVERS, stream_of, receive, creates=True),
    # Which items a person may open is asked of the reads (own items, certificates of own doctors).
    Act(AccessEvidence, "调阅证据", "access evidence", READERS, stream_of, access),
    Act(CopyEvidence, "复制证据", "copy evidence", KEEPERS, stream_of, copy),
    Act(VerifyEvidence, "校验证据", "verify evidence", BUREAU, stream_of, verify),
    Act(ExtendRetention, "延长保存", "extend retention", KEEPERS, stream_of, extend),
)
