"""Decisions of a case that fell and were to be made anew, each with its own round of the procedure."""

from __future__ import annotations

from api.case.convert import decided, proposal_of
from api.case.steps import steps_of_round
from api.case.types import FormerRound
from api.names import Language, pick
from casework.cases.parts import Fall
from casework.cases.state import CaseState
from casework.cases.state import FormerRound as Round
from casework.commands.case import Defence, Opinion


def former_of(state: CaseState, language: Language) -> list[FormerRound]:
    """The latest first; of its proposals those that this reader is shown."""
    rounds = [_round(state, one, n, language) for n, one in enumerate(state.former, 1)]
    return rounds[::-1]


def _round(state: CaseState, one: Round, number: int, language: Language) -> FormerRound:
    shown = [p for p in reversed(state.proposals) if p.proposal_id in one.proposals]
    return FormerRound(
        number=number,
        fall=_fall(one.fall, language) if one.fall else "",
        decision=decided(one.decision, language),
        proposals=[proposal_of(p, state, language) for p in shown],
        notice_on=one.notice_on,
        hearing_held=one.hearing_held,
        defence=Defence(one.defence) if one.defence else None,
        legal_opinion=Opinion(one.legal_opinion) if one.legal_opinion else None,
        served_on=one.served_on,
        steps=steps_of_round(state, number, language),
    )


def _fall(fall: Fall, language: Language) -> str:
    return pick(
        language,
        f"{fall.body}于 {fall.on} 撤销（{fall.document_no}）：{fall.reasons}",
        f"set aside by {fall.body} on {fall.on} ({fall.document_no}): {fall.reasons}",
    )
