"""Party organisation → supervision centre → bureau → re-registration.

Nobody acts twice in the chain, in whatever role or account; the applicant never approves.
"""

from datetime import datetime

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.clocks.calendars import local_date
from casework.commands.case import Outcome
from casework.commands.restoration import (
    DecideRestoration,
    GivePartyOpinion,
    ReRegister,
    ReviewRestoration,
)
from casework.events import Draft
from casework.hands import other_eyes
from casework.points.parameters import STREAM
from casework.points.standing import Status, standing
from casework.points.state import PointsState
from casework.refusal import refuse
from casework.restoration.apply import enough
from casework.restoration.bar import free_of_bars, may_go_on
from casework.restoration.eyes import named_instead, separate
from casework.restoration.ledgers import books_of, borne_out
from casework.restoration.papers import in_effect
from casework.restoration.parties import handed_on, leads
from casework.restoration.police import of_chain, with_police
from casework.restoration.state import STEP_NAMES, Step
from casework.restoration.verify import verified

Opinion = GivePartyOpinion | ReviewRestoration | DecideRestoration
EVENTS: dict[Step, str] = {
    Step.PARTY: "PartyOpinionGiven",
    Step.CENTRE: "RestorationReviewed",
    Step.BUREAU: "RestorationDecided",
}


def opine(ask: Ask[Opinion, PointsState]) -> list[Draft]:
    """The opinion of the current body, and what follows: onward, returned, or refused.

    Of several party organisations nothing follows until the last one has spoken.
    """
    c, file = ask.command, with_police(ask.state, ask.states)
    if c.outcome is not Outcome.APPROVED:
        required(reasons=c.reasons)
    else:
        may_go_on(file, ask.actor, ask.at)
        # A record may have been struck, or a certificate lapsed, since the application was sent in.
        enough(file, ask.at)
    step = Step(file.stage)
    asked = file.restoration.recusals if file.restoration else ()
    # Of somebody who has reviewed already, too: the head answers before he decides on the whole.
    if step is Step.BUREAU and any(one.granted is None for one in asked):
        raise refuse(
            "STEP_MISSING",
            step="决定审批（经办）人员回避",
            step_en="the decision on the recusal of an approver or agency officer",
        )
    if isinstance(c, DecideRestoration) and c.outcome is Outcome.APPROVED:
        _all_agree(file)
    found: dict[str, object] = {}
    if isinstance(c, ReviewRestoration):
        found = _found(c, ask)
    elif isinstance(c, GivePartyOpinion):
        found = {"party": ask.actor.fixmedins_code}
    said = [draft(file.stream, EVENTS[step], outcome=c.outcome, reasons=c.reasons, **found)]
    if step is Step.PARTY and file.restoration and file.restoration.parties:
        return [*said, *handed_on(file, said, ask.at)]
    return [*said, *leads(file, step, c.outcome)]


def _all_agree(file: PointsState) -> None:
    """Each level approves (利辛 2023): against an opinion the head refuses, or sends back. Else STEP_MISSING."""
    opposed = file.restoration.opposed if file.restoration else None
    if opposed is None:
        return
    zh, en = STEP_NAMES[opposed]
    raise refuse(
        "STEP_MISSING",
        step=f"{zh}：同意恢复（其意见为不同意，可以退回由其重新提出，或者不予恢复）",
        step_en=f"{en}: an opinion in favour (it is against: send it back to be asked anew, or refuse)",
    )


def _found(c: ReviewRestoration, ask: Ask[Opinion, PointsState]) -> dict[str, object]:
    """What the centre answers, and the ledgers beside which it answered."""
    answers = verified(c)
    books = books_of(ask.state, ask.states, ask.history)
    return {
        "verified": answers,
        **borne_out(books, answers, c.reasons, ask.states[STREAM], ask.at),
    }


def register(ask: Ask[ReRegister, PointsState]) -> list[Draft]:
    """DoctorReRegistered: after approval, or once a national ban is over."""
    c, file = ask.command, with_police(ask.state, ask.states)
    required(registration_no=c.registration_no)
    free_of_bars(file, ask.actor)
    now = standing(file, local_date(ask.at))
    return [
        draft(
            file.stream,
            "DoctorReRegistered",
            registration_no=c.registration_no,
            rule_set=now.sanction.rule_set if now.sanction else "",
            covers=frozenset(e.entry_id for e in file.entries if e.counts),
        )
    ]


def own_secretary(file: PointsState, actor: Actor, at: datetime) -> None:
    """The secretary of the doctor's own institution, or of the body that stands in for it.

    Whatever other roles he holds: the agency's officer is no secretary of another's house.
    """
    if actor.fixmedins_code is None or actor.fixmedins_code not in file.party_bodies:
        raise refuse("NOT_YOURS")


def still_asked(file: PointsState, actor: Actor, at: datetime) -> None:
    """His party organisation has not spoken yet; nobody speaks for two of them."""
    application = file.restoration
    if application is None or not application.parties:
        return
    if actor.fixmedins_code not in application.owing:
        waiting = "、".join(application.owing)
        raise refuse("PARTY_SPOKEN", waiting=waiting, waiting_en=", ".join(application.owing))
    others = (o.hand for o in application.opinions if o.party not in ("", actor.fixmedins_code))
    other_eyes(actor, others, "各执业机构党组织意见", "the opinions of the party organisations")


def own_hospital(file: PointsState, actor: Actor, at: datetime) -> None:
    """The agency, or the office of the doctor's own institution."""
    if actor.holds(Role.AGENCY_OFFICER):
        return
    if actor.fixmedins_code is None or actor.fixmedins_code not in file.institutions:
        raise refuse("NOT_YOURS")


def own_body(file: PointsState, actor: Actor, at: datetime) -> None:
    """The bureau, the agency, or the party organisation of the doctor's own institution."""
    bureau = actor.holds(Role.SUPERVISOR, Role.HEAD, Role.AGENCY_OFFICER)
    if not bureau and not named_instead(file, actor):
        own_secretary(file, actor, at)


def may_register(file: PointsState, actor: Actor, at: datetime) -> None:
    """Approved, or the ban is over; no bar stands against the person, and nothing rests."""
    now = standing(file, local_date(at))
    if now.status is not Status.AWAITING_REGISTRATION:
        raise refuse(
            "STEP_MISSING", step="批准恢复或终止期届满", step_en="approval or end of the ban"
        )
    free_of_bars(file, actor)
    application = file.restoration
    resting = application is not None and application.step is Step.HALTED
    if application and resting and application.halted_from is Step.REGISTRATION:
        ground = application.open_halts[-1] if application.open_halts else None
        zh, en = ground.title if ground else ("申请中止", "the application rests")
        raise refuse("HALT_STANDS", ground=zh, ground_en=en)


def papers_there(file: PointsState, actor: Actor, at: datetime) -> None:
    """The approval has effect: its papers are signed and sealed."""
    application = file.restoration
    if application is not None and application.step is Step.REGISTRATION:
        in_effect(application)


def _step(step: Step) -> frozenset[str]:
    return frozenset({step.value})


ACTS = (
    Act(
        GivePartyOpinion, "提出党组织意见", "opinion of the party organisation",
        frozenset({Role.PARTY_SECRETARY}), of_chain, opine, _step(Step.PARTY),
        (own_secretary, still_asked, separate("apply", "study", "submit", "centre", "bureau")),
        rank=10,
    ),
    Act(
        ReviewRestoration, "审核恢复申请", "review the restoration",
        frozenset({Role.SUPERVISOR}), of_chain, opine, _step(Step.CENTRE),
        (separate("apply", "study", "submit", "party", "bureau"),), rank=10,
    ),
    Act(
        DecideRestoration, "审批恢复申请", "decide the restoration",
        frozenset({Role.HEAD}), of_chain, opine, _step(Step.BUREAU),
        (separate("apply", "study", "submit", "party", "centre"),), rank=10,
        instead=frozenset({Role.DEPUTY_HEAD}), sits=named_instead,
    ),
    Act(
        ReRegister, "重新登记备案", "re-register",
        frozenset({Role.INSURANCE_OFFICE, Role.AGENCY_OFFICER}), of_chain, register, None,
        (own_hospital, may_register, separate("party", "centre", "bureau"), papers_there), rank=10,
    ),
)  # fmt: skip
