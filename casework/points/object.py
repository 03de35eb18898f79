"""Objection to a score within ten working days, on the desk or by letter, and its resolution by another person."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.clocks.calendars import local_date
from casework.commands.points import (
    ObjectionOutcome,
    ObjectToScore,
    RecordPaperObjection,
    ResolveObjection,
)
from casework.custody.scans import Wanted
from casework.custody.state import Serves
from casework.events import Draft
from casework.hands import other_eyes
from casework.points.office import of_its_office, office_of
from casework.points.papers import unused_certificate
from casework.points.periods import may_object, objection_ends
from casework.points.rules import rule_set
from casework.points.serve import ACTS as NOTICE_ACTS
from casework.points.serve import AGENCY, entry_of
from casework.points.service import scanned
from casework.points.state import PointsState, ScoreEntry
from casework.points.weigh import of_weighing, weighed
from casework.refusal import Refusal, refuse
from casework.restoration.eyes import not_himself
from casework.restoration.halt import halted_by, settle
from casework.restoration.state import HaltKind


def object_to(ask: Ask[ObjectToScore, PointsState]) -> list[Draft]:
    """ScoreObjected: in writing, signed and stamped, in time, by the person or institution."""
    c = ask.command
    entry = _to_object(ask.state, c)
    ends = objection_ends(entry.notified_on) if entry.notified_on else None
    if ends is not None and ask.at > ends:
        raise _over(ends)
    return _objected(ask, {})


def object_on_paper(ask: Ask[RecordPaperObjection, PointsState]) -> list[Draft]:
    """ScoreObjected by letter: the day on which it came in counts, not that of its entry."""
    c, file = ask.command, ask.state
    entry = _to_object(file, c)
    if entry.notified_on is None or not entry.notified_on <= c.received_on <= local_date(ask.at):
        raise refuse(
            "DATE_ORDER",
            what="收到异议申诉书的日期应在送达之后且不晚于今天",
            what_en="the letter comes in after the notice and not after today",
        )
    ends = objection_ends(entry.notified_on)
    if ends is not None and c.received_on > local_date(ends):
        raise _over(ends)
    place = c.fixmedins_code or entry.fixmedins_code
    if place not in {entry.fixmedins_code, *file.institutions}:
        raise refuse("NOT_FOUND", what=f"执业机构 {place}", what_en=f"place of practice {place}")
    said = {"objector": c.objector, "fixmedins_code": place, "received_on": c.received_on}
    return _objected(ask, said)


def _to_object(file: PointsState, c: ObjectToScore | RecordPaperObjection) -> ScoreEntry:
    """The score, served and not objected to, with what an objection needs (mark S: 实施细则 13, local).

    Refuses FIELD_REQUIRED for one that is not in writing, signed and stamped.
    """
    entry = entry_of(file, c.entry_id)
    required(text=c.text)
    if entry.notified_on is None:
        raise refuse("STEP_MISSING", step="送达记分告知书", step_en="notice of the score")
    if entry.objection is not None:
        raise refuse("ALREADY_DONE")
    if not (c.signed and c.stamped):
        raise refuse(
            "FIELD_REQUIRED",
            field="本人签字与机构盖章",
            field_en="the doctor's signature and the institution's seal",
        )
    if not c.objection_scan:
        raise refuse(
            "FIELD_REQUIRED",
            field="签字盖章的异议申诉书（扫描件）",
            field_en="the scan of the signed and stamped objection",
        )
    return entry


def _objected(
    ask: Ask[ObjectToScore, PointsState] | Ask[RecordPaperObjection, PointsState],
    more: dict[str, Any],
) -> list[Draft]:
    """ScoreObjected with its papers; an open application rests."""
    c, file = ask.command, ask.state
    paper, told = scanned(ask, c.objection_scan, Wanted(objection_paper(file, c.entry_id)))
    said: dict[str, Any] = {"entry_id": c.entry_id, "text": c.text, "paper": paper, **more}
    if c.enclosures:
        said["enclosures"] = [_enclosed(ask, one) for one in dict.fromkeys(c.enclosures)]
    objected = draft(file.stream, "ScoreObjected", **said)
    return [objected, *told, *halted_by(file, HaltKind.OBJECTION, c.entry_id, c.text)]


def objection_paper(file: PointsState, entry_id: str) -> Serves:
    """The signed and stamped objection to a score."""
    return Serves(
        f"{file.stream}/objection:{entry_id}",
        f"对记分 {entry_id} 的异议申诉书",
        f"objection to score {entry_id}",
    )


def _enclosed(
    ask: Ask[ObjectToScore, PointsState] | Ask[RecordPaperObjection, PointsState], evidence_id: str
) -> dict[str, str]:
    """The paper by its id and name: in the vault, of no case, and not on the file already."""
    if evidence_id == ask.command.objection_scan:
        paper = objection_paper(ask.state, ask.command.entry_id)
        raise refuse("SCAN_TAKEN", title=paper.zh, title_en=paper.en)
    unused_certificate(ask.states, evidence_id, ask.state)
    return {"certificate": evidence_id, "name": ask.states[f"evidence:{evidence_id}"].name}


def of_objection(
    command: ObjectToScore | RecordPaperObjection, actor: Actor, states: Mapping[str, Any]
) -> tuple[str, ...]:
    """The doctor's file and the custody chain of each paper that comes with the objection."""
    named = (*command.enclosures, *([command.objection_scan] if command.objection_scan else []))
    papers = (f"evidence:{one}" for one in dict.fromkeys(named))
    return (f"points:{command.prac_psn_code}", *papers)


def resolve(ask: Ask[ResolveObjection, PointsState]) -> list[Draft]:
    """ObjectionResolved by others than recorded or objected; a change stays inside the band."""
    c, entry = ask.command, entry_of(ask.state, ask.command.entry_id)
    required(reasons=c.reasons)
    if entry.objection is None:
        raise refuse("STEP_MISSING", step="异议申诉", step_en="an objection")
    if entry.resolution is not None:
        raise refuse("ALREADY_DONE")
    other_eyes(ask.actor, entry.hands, *EYES)
    points = entry.points
    if c.outcome is ObjectionOutcome.CHANGED:
        points = _changed(entry, c.points)
    resolved = draft(
        ask.state.stream,
        "ObjectionResolved",
        entry_id=c.entry_id,
        outcome=c.outcome,
        points=points,
        reasons=c.reasons,
        office=office_of(ask.actor),
        **weighed(ask.states, ask.state, c),
    )
    return settle(ask.state, [resolved], ask.at)


def _changed(entry: ScoreEntry, points: int | None) -> int:
    act = rule_set(entry.rule_set).act(entry.act)
    if points is None or not act.min <= points <= act.max:
        raise refuse("OUTSIDE_SCORE_BAND", band=f"{act.min}–{act.max}", points=points)
    if points >= entry.points:
        raise refuse(
            "BAD_VALUE",
            field="记分",
            field_en="the score",
            why="申诉不得加重，应低于原记分",
            why_en="an objection never aggravates: less than the original score",
        )
    return points


def own_file(file: PointsState, actor: Actor, at: datetime) -> None:
    """A doctor acts on his own file, an institution on files of its own doctors."""
    if actor.holds(Role.PHYSICIAN) and actor.prac_psn_code == file.prac_psn_code:
        return
    if actor.holds(Role.INSURANCE_OFFICE) and actor.fixmedins_code in file.institutions:
        return
    raise refuse("NOT_YOURS")


def _open(file: PointsState) -> bool:
    return any(
        entry.notified_on is not None and entry.objection is None
        for entry in file.entries
        if not entry.void
    )


def served(file: PointsState, actor: Actor, at: datetime) -> None:
    """Some served score has no objection yet; the day on which a letter came in decides the rest."""
    if not _open(file):
        raise refuse("STEP_MISSING", step="送达记分告知书", step_en="notice of the score")


def open_to_objection(file: PointsState, at: datetime) -> tuple[ScoreEntry, ...]:
    """Served scores without an objection whose ten working days run."""
    return tuple(
        entry
        for entry in file.entries
        if not entry.void and entry.notified_on is not None and entry.objection is None
        and may_object(entry.notified_on, at)
    )  # fmt: skip


def objectionable(file: PointsState, actor: Actor, at: datetime) -> None:
    """Some served score has no objection yet, and its ten working days are not over."""
    served(file, actor, at)
    ends = [
        objection_ends(entry.notified_on)
        for entry in file.entries
        if not entry.void and entry.notified_on is not None and entry.objection is None
    ]
    known = [one for one in ends if one is not None]
    if len(known) == len(ends) and at > max(known):
        raise _over(max(known))


def _over(ends: datetime) -> Refusal:
    return refuse(
        "PERIOD_OVER", what="异议申诉", what_en="objection", until=local_date(ends).isoformat(),
        cure="认为记分确有错误的，可书面反映，由作出记分的机构依职权复核、撤销。",
        cure_en="Who holds the score to be wrong may write to the body that recorded it, which checks "
        "and annuls it of its own accord.",
    )  # fmt: skip


def objected(file: PointsState, actor: Actor, at: datetime) -> None:
    """Some objection waits for an answer that neither the recorder nor the objector gives."""
    waiting = [one for one in file.entries if not one.void and one.objection and not one.resolution]
    if not waiting:
        raise refuse("STEP_MISSING", step="异议申诉", step_en="an objection")
    if all(any(hand.is_actor(actor) for hand in one.hands) for one in waiting):
        other_eyes(actor, (hand for one in waiting for hand in one.hands), *EYES)


EYES = ("记分、申诉与复核", "resolving the objection")


ACTS = (
    *(of_its_office(act) for act in NOTICE_ACTS),
    Act(
        ObjectToScore, "提出异议申诉", "object to a score",
        frozenset({Role.PHYSICIAN, Role.INSURANCE_OFFICE}), of_objection, object_to,
        guards=(own_file, objectionable), rank=55,
    ),
    of_its_office(
        Act(
            RecordPaperObjection, "登记书面异议申诉", "record an objection on paper", AGENCY,
            of_objection, object_on_paper, guards=(not_himself, served), rank=56,
        )
    ),
    Act(
        ResolveObjection, "复核异议", "resolve an objection",
        frozenset({Role.SUPERVISOR, Role.AGENCY_HEAD}), of_weighing, resolve,
        guards=(not_himself, objected), rank=15,
    ),
)  # fmt: skip
