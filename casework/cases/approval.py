"""Submit a filing or an extension for approval, and the centre's opinion on what is submitted (局令4 第十四、十五、四十五条)."""

from datetime import datetime
from typing import Final

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.cases.decide import decision_extendable, within_step
from casework.cases.file import CONDITIONS, clue_extendable, confirmed
from casework.cases.guards import (
    is_officer,
    no_referral_waits,
    not_officer,
    nothing_held,
    two_officers,
)
from casework.cases.jurisdiction import ours
from casework.cases.limitation import within_limitation
from casework.cases.place import own_county
from casework.cases.recuse import not_asked_about
from casework.cases.stages import Stage
from casework.cases.state import CaseState
from casework.cases.streams import case_stream, of_penal
from casework.cases.submissions import (
    CENTRE,
    FILING_RULE,
    HEAD,
    NAMES,
    STAGES,
    none_waits,
    waiting,
    who_decides,
)
from casework.clocks.periods import not_over
from casework.commands.case import (
    Filing,
    Matter,
    Outcome,
    ProposeExtension,
    ProposeFiling,
    ReviewSubmission,
)
from casework.events import Draft
from casework.hands import other_eyes
from casework.refusal import refuse


def propose_filing(ask: Ask[ProposeFiling, CaseState]) -> list[Draft]:
    """FilingProposed: to file with all four conditions, or not to; what could not be decided is not proposed."""
    c, case = ask.command, ask.state
    required(reasons=c.reasons)
    if c.filing is Filing.FILE:
        own_county(case, ask.actor, ask.at)
        ours(case, ask.actor, ask.at)
        confirmed(c)
        within_limitation(case, c.harmful_result)
    else:
        no_referral_waits(case, ask.actor, ask.at)
        nothing_held(case, ask.actor, ask.at)
    met = [field for field in CONDITIONS if getattr(c, field)]
    harmful = {"harmful_result": True} if c.harmful_result else {}
    by = who_decides(FILING_RULE, ask.states, ask.at)
    data = {"filing": c.filing, "conditions": met, **harmful, "reasons": c.reasons}
    return [draft(case.stream, "FilingProposed", **data, decided_by=by)]


def propose_extension(ask: Ask[ProposeExtension, CaseState]) -> list[Draft]:
    """ExtensionProposed, before the time is over; of the decision with the days, and always for the head (第四十五条)."""
    c, case = ask.command, ask.state
    required(reason=c.reason)
    if case.stage is Stage.CLUE:
        clock, days = "clue_check", {}
        by = who_decides(FILING_RULE, ask.states, ask.at)
    else:
        within_step(case, c.days or 0)
        clock, days, by = "decision", {"days": c.days}, HEAD
    not_over(ask.history[case.stream], clock, ask.at)
    return [draft(case.stream, "ExtensionProposed", reason=c.reason, **days, decided_by=by)]


def review(ask: Ask[ReviewSubmission, CaseState]) -> list[Draft]:
    """FilingReviewed or ExtensionReviewed by the supervisor; the head returns, and agrees by deciding."""
    c, case = ask.command, ask.state
    one, (zh, en) = waiting(case, c.matter), NAMES[c.matter]
    if one is None:
        raise refuse(
            "STEP_MISSING", step=f"承办人员提请{zh}", step_en=f"the officers' proposal of the {en}"
        )
    if c.outcome is not Outcome.APPROVED:
        required(reasons=c.reasons)
    elif Role.HEAD in ask.actor.roles or one.decided_by == CENTRE:
        raise refuse("DECIDE_INSTEAD", matter=zh, matter_en=en)
    if one.outcome is not None and Role.HEAD not in ask.actor.roles:
        raise refuse("ALREADY_DONE")
    other_eyes(ask.actor, (one.by,), f"提请与审核{zh}", f"reviewing the {en}")
    return [draft(case.stream, _REVIEWED[c.matter], outcome=c.outcome, reasons=c.reasons)]


_REVIEWED: Final = {
    Matter.FILING: "FilingReviewed",
    Matter.MORE_TIME: "ExtensionReviewed",
    Matter.CLOSING: "ClosingReviewed",
    Matter.PUBLICATION: "PublicationReviewed",
    Matter.CONVERSION: "ConversionReviewed",
}


def _extendable(case: CaseState, actor: Actor, at: datetime) -> None:
    """Guard: the time that runs now, to check the lead or to decide, may grow."""
    (clue_extendable if case.stage is Stage.CLUE else decision_extendable)(case, actor, at)


def _unreviewed(case: CaseState) -> Matter | None:
    """The first matter that waits for the supervisor's opinion."""
    for matter in Matter:
        one = waiting(case, matter)
        if one is not None and one.outcome is None and one.decided_by != CENTRE:
            return matter
    return None


def _some_waits(case: CaseState, actor: Actor, at: datetime) -> None:
    """Guard: something waits for this person: for the head also what was reviewed."""
    found = [one for matter in Matter if (one := waiting(case, matter))]
    if Role.HEAD not in actor.roles:
        found = [one for one in found if one.outcome is None]
    if not found:
        raise refuse("STEP_MISSING", step="承办人员的提请", step_en="a proposal of the officers")


def _which(case: CaseState, at: datetime) -> tuple[str, str] | None:
    matter = _unreviewed(case)
    return NAMES[matter] if matter else None


INSPECTOR = frozenset({Role.INSPECTOR})
CLUE = frozenset({Stage.CLUE})
ACTS = (
    Act(
        command=ProposeFiling,
        zh="提请立案审批",
        en="propose to file or not",
        roles=INSPECTOR,
        streams=of_penal,
        answer=propose_filing,
        stages=CLUE,
        guards=(is_officer, two_officers, not_asked_about, none_waits(Matter.FILING)),
        rank=10,
        # Outside the county it is for another bureau to file.
        leads=lambda case: not case.outside_area,
    ),
    Act(
        command=ProposeExtension,
        zh="提请延长期限",
        en="ask for more time",
        roles=INSPECTOR,
        streams=of_penal,
        answer=propose_extension,
        stages=STAGES[Matter.MORE_TIME],
        guards=(
            is_officer,
            two_officers,
            not_asked_about,
            _extendable,
            none_waits(Matter.MORE_TIME),
        ),
        rank=68,
    ),
    Act(
        command=ReviewSubmission,
        zh="审核呈批事项",
        en="give an opinion on what is submitted",
        roles=frozenset({Role.SUPERVISOR, Role.HEAD}),
        streams=case_stream,
        answer=review,
        guards=(_some_waits, not_asked_about, not_officer("承办与审核", "the review")),
        rank=9,
        leads=lambda case: _unreviewed(case) is not None,
        led=frozenset({Role.SUPERVISOR}),
        names=_which,
    ),
)
