"""Say who is away and who stands in for him: his tasks go on, his signature stays his own."""

from collections.abc import Mapping
from typing import Any

from casework.accounts.state import AccountState
from casework.actors import BUREAU, Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.clocks.calendars import local_date
from casework.commands.delegation import EndAbsence, RecordAbsence
from casework.delegation.delegate import by_oneself, register_of
from casework.delegation.state import STREAM, Absence, MandatesState
from casework.events import Draft
from casework.hands import Hand, hand_json, unfit
from casework.refusal import refuse

#: Who may say of a colleague that he is away: he may be too ill to say so himself.
LEADERS = frozenset({Role.HEAD, Role.SUPERVISOR})


def record(ask: Ask[RecordAbsence, MandatesState]) -> list[Draft]:
    """AbsenceRecorded for days that are not over, once for each day."""
    c, actor = ask.command, ask.actor
    required(reason=c.reason)
    away = _colleague(ask, c.login or actor.account)
    if not away.is_actor(actor) and not actor.holds(*LEADERS):
        raise refuse("NOT_YOURS")
    if not max(c.starts_on, local_date(ask.at)) <= c.ends_on:
        raise refuse(
            "DATE_ORDER", what="结束日期不得早于开始日期和今天",
            what_en="the last day is not before the first, nor before today",
        )  # fmt: skip
    for one in ask.state.absences:
        if one.who.account == away.account and one.meets(c.starts_on, c.ends_on):
            zh, en = f"{one.starts_on} 至 {one.over_on}", f"{one.starts_on} to {one.over_on}"
            raise refuse("ALREADY_EXISTS", what=f"外出登记 {zh}", what_en=f"absence {en}")
    stand_in = _stand_in(ask, away) if c.stand_in else None
    data = {
        "absence_id": f"V{len(ask.state.absences) + 1}",
        "who": hand_json(away),
        "stand_in": hand_json(stand_in) if stand_in else None,
        "starts_on": c.starts_on,
        "ends_on": c.ends_on,
        "reason": c.reason,
    }
    return [draft(STREAM, "AbsenceRecorded", **data)]


def _colleague(ask: Ask[Any, Any], login: str) -> Hand:
    account: AccountState = ask.states[f"account:{login}"]
    account.must_hold(*BUREAU)
    return Hand(account.login, account.person, account.name)


def _stand_in(ask: Ask[RecordAbsence, MandatesState], away: Hand) -> Hand:
    """A colleague who is there on these days."""
    c = ask.command
    one = _colleague(ask, str(c.stand_in))
    if one.account == away.account or one.person == away.person:
        raise refuse("NOT_TO_DEPUTY", login=one.account)
    if any(
        x.who.account == one.account and x.meets(c.starts_on, c.ends_on) for x in ask.state.absences
    ):
        raise unfit(
            one.name, one.account, "在此期间自己也外出", "away himself on one of these days"
        )
    return one


def end(ask: Ask[EndAbsence, MandatesState]) -> list[Draft]:
    """AbsenceEnded by himself or by who leads."""
    c = ask.command
    required(reason=c.reason)
    one = _one(ask.state, c.absence_id)
    if one.ended_on is not None or one.ends_on < local_date(ask.at):
        raise refuse("ALREADY_DONE")
    if not (one.who.is_actor(ask.actor) or ask.actor.holds(*LEADERS)):
        raise refuse("NOT_YOURS")
    return [draft(STREAM, "AbsenceEnded", absence_id=c.absence_id, reason=c.reason)]


def _one(state: MandatesState, absence_id: str) -> Absence:
    for one in state.absences:
        if one.absence_id == absence_id:
            return one
    raise refuse("NOT_FOUND", what=f"外出登记 {absence_id}", what_en=f"absence {absence_id}")


def of_record(command: RecordAbsence, actor: Actor, states: Mapping[str, Any]) -> tuple[str, ...]:
    """The register, the account of who is away, and of who stands in."""
    logins = {command.login or actor.account, command.stand_in or ""} - {""}
    return (STREAM, *(f"account:{one}" for one in sorted(logins)))


ACTS = (
    Act(
        RecordAbsence, "登记外出", "record an absence", BUREAU, of_record, record,
        guards=(by_oneself,), creates=None,
    ),
    Act(
        EndAbsence, "销假", "end an absence", BUREAU, register_of, end, guards=(by_oneself,),
        creates=None,
    ),
)  # fmt: skip
