"""Serve a paper that no step of the procedure is bound to: a notice of the hearing, an order to correct, a hold."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Final

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft
from casework.agreement import perform
from casework.cases.announce import day_of_service
from casework.cases.correct import served_of, unserved
from casework.cases.guards import is_officer
from casework.cases.hear import told_of
from casework.cases.served import NAMES
from casework.cases.serving import told
from casework.cases.stages import TERMINAL, Stage
from casework.cases.state import CaseState
from casework.cases.streams import case_stream
from casework.commands.case import Path, Served, ServePaper
from casework.documents import handed
from casework.documents.effect import Paper, effect_of, performance_papers, there
from casework.documents.handed import ANSWER, HOLD, HOLD_END, about_of
from casework.documents.serve import correction_of, hearing_notice_of, issued, named, performance_of
from casework.documents.state import Issued
from casework.events import Draft
from casework.refusal import refuse

Waits = Callable[[CaseState], bool]
PaperOf = Callable[[CaseState, datetime], Paper | None]
Tells = Callable[[CaseState, date], dict[str, object]]


def _hearing_waits(case: CaseState) -> bool:
    hearing = case.hearing
    return case.stage is Stage.HEARING and hearing is not None and hearing.served_on is None


def _order_waits(case: CaseState) -> bool:
    return case.stage not in TERMINAL and unserved(case) is not None


def _handed(event: str, kind: str) -> tuple[str, Waits, PaperOf, Tells]:
    """A decision on held things, or the answer on instalments."""
    return (
        event,
        lambda case: bool(about_of(case, kind)),
        lambda case, at: handed.paper_of(case, kind, at),
        lambda case, on: {"about": about_of(case, kind)},
    )


#: By paper: its event, whether it waits for its service, the paper itself, what its event tells.
PAPERS: Final[Mapping[Served, tuple[str, Waits, PaperOf, Tells]]] = {
    Served.HEARING: ("HearingNotified", _hearing_waits, hearing_notice_of, told_of),
    Served.CORRECTION: ("CorrectionServed", _order_waits, correction_of, served_of),
    Served.PERFORMANCE: ("PerformanceServed", perform.waits, performance_of, perform.told_of),
    Served.HOLD: _handed("HoldServed", HOLD),
    Served.HOLD_END: _handed("HoldEndServed", HOLD_END),
    Served.INSTALMENTS: _handed("InstalmentsAnswerServed", ANSWER),
}


def serve(ask: Ask[ServePaper, CaseState]) -> list[Draft]:
    """The event of its service, with the paper and what was told."""
    c, case = ask.command, ask.state
    zh, en = NAMES[c.served.value]
    if c.served not in PAPERS or not PAPERS[c.served][1](case):
        raise refuse("STEP_MISSING", step=f"待送达的{zh}", step_en=f"{en} that waits for service")
    event, _, paper_of, tells = PAPERS[c.served]
    paper = paper_of(case, ask.at)
    issued(paper)
    wanted = _needed(case, c.served)
    there(wanted)
    served_on = day_of_service(case, c.served, c.way, c.served_on, ask.at)
    data = {**told(case, c, ask.actor, ask.at), "served_on": served_on, **tells(case, served_on)}
    effect = {"effect": effect_of(wanted)} if wanted else {}
    return [draft(case.stream, event, served=c.served, **data, **named(paper), **effect)]


def _needed(case: CaseState, served: Served) -> tuple[Paper, ...]:
    """The signed papers that give effect to what is served."""
    return tuple(performance_papers(case)) if served is Served.PERFORMANCE else ()


def to_serve(case: CaseState, at: datetime) -> tuple[Served, ...]:
    """The papers that are issued, signed where their effect asks for it, and wait for their service."""
    return tuple(
        served
        for served, (_, waits, paper_of, _) in PAPERS.items()
        if waits(case)
        and _form(paper_of(case, at)) is not None
        and all(one.evidence_id for one in _needed(case, served))
    )


def _form(paper: Paper | None) -> Issued | None:
    return paper.form if paper else None


def _waiting(case: CaseState, actor: Actor, at: datetime) -> None:
    """Some paper waits; one that is not even issued, or not signed, is refused for that."""
    if to_serve(case, at):
        return
    for served, (_, waits, paper_of, _) in PAPERS.items():
        if waits(case):
            issued(paper_of(case, at))
            there(_needed(case, served))
    raise refuse("STEP_MISSING", step="待送达的文书", step_en="a paper that waits for service")


def _which(case: CaseState, at: datetime) -> tuple[str, str] | None:
    first = next(iter(to_serve(case, at)), None)
    return NAMES[first.value] if first else None


def _in_charge(case: CaseState, actor: Actor, at: datetime) -> None:
    """A handling has no officers: the agency's people serve its papers."""
    if not (case.path is Path.AGREEMENT and actor.holds(Role.AGENCY_OFFICER)):
        is_officer(case, actor, at)


ACT = Act(
    ServePaper, "送达文书", "serve a paper", frozenset({Role.INSPECTOR, Role.AGENCY_OFFICER}),
    case_stream, serve,
    guards=(_in_charge, _waiting), rank=11, names=_which,
)  # fmt: skip
