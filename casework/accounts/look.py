"""The record of looking: reveals, logged searches, exports, sign-ins.

These streams grow with use and hold no state worth folding; each act only appends.
"""

from collections.abc import Mapping
from typing import Any

from casework.actors import BUREAU, INSTITUTION, Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.commands.access import (
    AskCypher,
    RecordExport,
    RecordSignIn,
    RevealPersonalData,
    SearchByIdNumber,
)
from casework.commands.base import Command
from casework.events import Draft


def own_stream(command: Command, actor: Actor, states: Mapping[str, Any]) -> tuple[str, ...]:
    """The acting person's own access stream."""
    return (f"access:{actor.account}",)


def reveal(ask: Ask[RevealPersonalData, Any]) -> list[Draft]:
    """PersonalDataRevealed: subject, fields, purpose."""
    c = ask.command
    required(purpose=c.purpose)
    data = {"subject": c.subject, "fields": c.fields, "purpose": c.purpose}
    return [draft(_stream(ask), "PersonalDataRevealed", **data)]


def search(ask: Ask[SearchByIdNumber, Any]) -> list[Draft]:
    """SearchedByIdNumber: how many digits and hits, never the digits."""
    c = ask.command
    return [draft(_stream(ask), "SearchedByIdNumber", digits=c.digits, hits=c.hits)]


def export(ask: Ask[RecordExport, Any]) -> list[Draft]:
    """Exported; unmasked only with a purpose."""
    c = ask.command
    if not c.masked:
        required(purpose=c.purpose)
    return [
        draft(
            _stream(ask),
            "Exported",
            what=c.what,
            rows=c.rows,
            masked=c.masked,
            purpose=c.purpose,
            sha256=c.sha256,
            sm3=c.sm3,
        )
    ]


def cypher(ask: Ask[AskCypher, Any]) -> list[Draft]:
    """CypherAsked: the text itself, for it says what was looked for."""
    c = ask.command
    required(query=c.query)
    data = {"query": c.query, "parameters": c.parameters, "refused": c.refused}
    return [draft(_stream(ask), "CypherAsked", **data)]


def sign_in(ask: Ask[RecordSignIn, Any]) -> list[Draft]:
    """SignedIn or SignInFailed, with where and from which address."""
    c = ask.command
    kind = "SignedIn" if c.ok else "SignInFailed"
    return [draft(_stream(ask), kind, login=c.login, where=c.where, address=c.address)]


def _stream(ask: Ask[Any, Any]) -> str:
    return f"access:{ask.actor.account}"


READERS = BUREAU | INSTITUTION


def _act(command: type[Command], zh: str, en: str, roles: frozenset[Role], answer: Any) -> Act:
    return Act(command, zh, en, roles, own_stream, answer, creates=None)


ACTS = (
    _act(RevealPersonalData, "查看个人信息", "reveal personal data", READERS, reveal),
    _act(SearchByIdNumber, "按证件号查询", "search by ID number", BUREAU, search),
    _act(AskCypher, "图谱查询", "ask by Cypher", BUREAU, cypher),
    _act(RecordExport, "导出", "export", READERS | {Role.AUDITOR}, export),
    _act(RecordSignIn, "登录", "sign in", frozenset(), sign_in),
)
