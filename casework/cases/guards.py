"""Guards of case acts: what is known beforehand to stand in the way."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from casework.actors import Actor
from casework.acts import Guard
from casework.cases.away import party_period_end
from casework.cases.stages import Stage
from casework.cases.state import CaseState
from casework.clocks.calendars import local_date
from casework.clocks.rows import row_on
from casework.commands.case import PartyKind
from casework.hands import other_eyes
from casework.money import ZERO, yuan
from casework.refusal import refuse


def is_officer(case: CaseState, actor: Actor, at: datetime) -> None:
    """Only officers in charge do investigative acts."""
    if not any(officer.hand.is_actor(actor) for officer in case.officers):
        raise refuse("NOT_AN_OFFICER", case_no=case.case_no)


def two_officers(case: CaseState, actor: Actor, at: datetime) -> None:
    """At least two different persons are in charge."""
    count = len({officer.hand.person for officer in case.officers})
    if count < 2:
        raise refuse("TWO_OFFICERS", count=count)


def not_officer(what: str, what_en: str) -> Guard:
    """Case officers, present or former, may not do this."""

    def guard(case: CaseState, actor: Actor, at: datetime) -> None:
        other_eyes(actor, case.ever_officers, what, what_en)

    return guard


def not_proposer(what: str, what_en: str) -> Guard:
    """Whoever proposed, in whatever role, may not do this."""

    def guard(case: CaseState, actor: Actor, at: datetime) -> None:
        hands = [*(proposal.by for proposal in case.proposals), *case.handling_hands]
        other_eyes(actor, hands, what, what_en)

    return guard


def not_reviewer(what: str, what_en: str) -> Guard:
    """Whoever approved the latest proposal or reviewed its legality may not do this."""

    def guard(case: CaseState, actor: Actor, at: datetime) -> None:
        earlier = [case.reviewer]
        if case.proposal is not None:
            earlier.append(case.proposal.reviewed_by)
        other_eyes(actor, earlier, what, what_en)

    return guard


def needs_report(case: CaseState, actor: Actor, at: datetime) -> None:
    """The 调查终结报告 exists, and is newer than the last return to the investigation (局令4 第三十六条)."""
    if case.report is None:
        raise refuse("STEP_MISSING", step="调查终结报告", step_en="the investigation report")
    if case.report_outdated:
        raise refuse(
            "STEP_MISSING",
            step="继续调查后重新撰写的调查终结报告",
            step_en="a report written anew since the investigation was opened again",
        )


def proposal_waits(case: CaseState, actor: Actor, at: datetime) -> None:
    """A proposal waits for the supervisor; whoever comes second is told that it was reviewed."""
    proposal = case.proposal
    if proposal is None:
        raise refuse("STEP_MISSING", step="处罚建议", step_en="a penalty proposal")
    if proposal.outcome is not None:
        raise refuse("PROPOSAL_REVIEWED", proposal_id=proposal.proposal_id)


def no_proposal_waits(case: CaseState, actor: Actor, at: datetime) -> None:
    """No second proposal while one is under review, or after one was approved and not taken back."""
    proposal = case.proposal
    if proposal is None:
        return
    if proposal.outcome is None:
        raise refuse("PROPOSAL_PENDING", proposal_id=proposal.proposal_id)
    if proposal.outcome == "approved":
        raise refuse("PROPOSAL_APPROVED", proposal_id=proposal.proposal_id)


def proposal_approved(case: CaseState, actor: Actor, at: datetime) -> None:
    """The latest proposal was approved by the supervisor."""
    if case.proposal is None or case.proposal.outcome != "approved":
        raise refuse(
            "STEP_MISSING",
            step="经审核同意的处罚建议",
            step_en="a proposal approved by the supervisor",
        )


def hearing_settled(case: CaseState, actor: Actor, at: datetime) -> None:
    """A right to a hearing was used, waived, or its period is over (处罚法 58, 64)."""
    if case.hearing_requested:
        if not case.hearing_held:
            raise refuse("STEP_MISSING", step="举行听证", step_en="the hearing")
        return
    if case.hearing_right and not case.hearing_waived and not case.spared:
        period_over(case, at, "hearing_request")


def period_over(case: CaseState, at: datetime, row_id: str) -> None:
    """The period that runs from the notice (`defence` or `hearing_request`) has ended."""
    if case.notice_on is None:
        raise refuse("STEP_MISSING", step="事先告知", step_en="the notice")
    row = row_on(row_id, case.notice_on)
    ends = party_period_end(case, row_id, case.notice_on)
    if at <= ends:
        until = local_date(ends).isoformat()
        raise refuse("PERIOD_RUNNING", what=row.zh, what_en=row.en, until=until)


def defence_settled(case: CaseState, actor: Actor, at: datetime) -> None:
    """The party stated, waived or stayed silent, or was heard in a hearing; where nobody is to be punished
    it is heard on the money that it is to return, if any (处罚法 44, 45)."""
    if case.spared:
        if case.owes_unpunished and case.defence is None:
            raise refuse(
                "STEP_MISSING", step="听取当事人对退回基金的意见（记录陈述申辩）",
                step_en="the party's statement on the money to be returned (record the defence)",
            )  # fmt: skip
        return
    if case.defence is None and not case.hearing_held:
        raise refuse("STEP_MISSING", step="陈述申辩", step_en="statement and defence")


def came_in(on: date | None, case: CaseState, at: datetime) -> dict[str, date]:
    """The day on which the party's statement came in, where it is not today's.

    Refuses DATE_ORDER before the notice, or after today.
    """
    if on is None:
        return {}
    if on > local_date(at) or (case.notice_on is not None and on < case.notice_on):
        raise refuse(
            "DATE_ORDER", what="收到陈述申辩的日期应在告知送达之后且不晚于今天",
            what_en="the statement comes in after the notice was served and not after today",
        )  # fmt: skip
    return {"received_on": on}


def no_referral_waits(case: CaseState, actor: Actor, at: datetime) -> None:
    """Nobody decides, ends or converts a case past a referral: a fine takes no transfer's place (310号 5, 11)."""
    if case.referral is not None and case.referral.status in _WAITING:
        now, now_en, then, then_en = _WAITING[case.referral.status]
        raise refuse("REFERRAL_WAITS", now=now, now_en=now_en, then=then, then_en=then_en)


_WITH_POLICE: Final = (
    "已移送，公安机关尚未答复", "was referred, and the police have not answered yet",
    "请登记公安机关的回执与答复", "record the police's receipt and answer",
)  # fmt: skip
#: What a referral waits for, by its latest step, and who takes the next.
_WAITING: Final = {
    "reported": (
        "已提出移送报告，主要负责人尚未决定", "was reported for referral, and the head has not decided",
        "请主要负责人先决定是否移送", "let the head decide on the referral first",
    ),
    "approved": (
        "已由主要负责人批准移送", "is to be referred by the head's decision",
        "请承办人员出具移送书、附上盖章件，封存移送卷宗并移送公安机关",
        "let the officers issue the letter, attach it sealed, seal the dossier and hand it over to the police",
    ),
    "sent": _WITH_POLICE,
    "received": _WITH_POLICE,
}  # fmt: skip


def has_hearing_right(case: CaseState, actor: Actor, at: datetime) -> None:
    """The notice opened the right to a hearing, and it was not waived or used."""
    if not case.hearing_right or case.hearing_waived:
        raise refuse("NO_HEARING_RIGHT")
    if case.hearing_requested:
        raise refuse("ALREADY_DONE")


def closable(case: CaseState, actor: Actor, at: datetime) -> None:
    """The decision was served; a referred case was filed by the police; nothing is left half done."""
    if any(one.served_on and one.result is None for one in case.corrections):
        raise refuse(
            "STEP_MISSING", step="登记改正情况（已送达的责令改正）",
            step_en="recording what became of the order to correct",
        )  # fmt: skip
    if to_report(case):
        raise refuse(
            "STEP_MISSING", step="当场处罚备案", step_en="reporting the decision on the spot"
        )
    if case.stage is Stage.REFERRED:
        if case.referral is None or case.referral.answer != "filed":
            raise refuse("STEP_MISSING", step="公安机关立案", step_en="the police's filing")
        return
    served(case, actor, at)
    remedies_over(case, actor, at)
    nothing_held(case, actor, at)


def nothing_held(case: CaseState, actor: Actor, at: datetime) -> None:
    """Nothing is preserved or sealed any more: no case ends with somebody's things in the house (处罚法 56)."""
    if any(hold.is_open for hold in case.holds):
        raise refuse("STEP_MISSING", step="处理保存、封存的物品", step_en="releasing held things")


def remedies_over(case: CaseState, actor: Actor, at: datetime) -> None:
    """No review and no suit waits for its end."""
    if any(remedy.outcome is None for remedy in case.remedies):
        raise refuse("STEP_MISSING", step="复议或诉讼办结", step_en="the end of the review or suit")


def to_report(case: CaseState) -> bool:
    """Whether a decision on the spot stands that nobody reported for the records yet."""
    return case.on_spot and not case.spot_reported and not case.annulled


def not_served(case: CaseState, actor: Actor, at: datetime) -> None:
    """The decision was not served yet."""
    if case.served_on is not None:
        raise refuse("ALREADY_DONE")


def served(case: CaseState, actor: Actor, at: datetime) -> None:
    """The decision was served."""
    if case.served_on is None:
        raise refuse("STEP_MISSING", step="送达决定书", step_en="service of the decision")


def decision_stands(case: CaseState, actor: Actor, at: datetime) -> None:
    """There is a decision, and nobody has set it aside."""
    if case.decision is None or case.annulled:
        raise refuse("STEP_MISSING", step="有效的决定", step_en="a decision that stands")


def not_annulled(case: CaseState, actor: Actor, at: datetime) -> None:
    """There is a decision that stands."""
    if case.decision is None:
        raise refuse("STEP_MISSING", step="作出决定", step_en="a decision")
    if case.annulled:
        raise refuse("ALREADY_DONE")


def own_institution(case: CaseState, actor: Actor, at: datetime) -> None:
    """An institution user acts for his own institution only, and only once it was notified."""
    if actor.fixmedins_code is None:
        return
    party = case.party
    own = party is not None and party.kind is PartyKind.INSTITUTION
    if party is None or not own or party.key != actor.fixmedins_code or case.notified_at is None:
        raise refuse("NOT_YOURS")


def owed(case: CaseState) -> Decimal:
    """Yuan of fine and recovery that a standing decision demands and nobody paid or wrote off yet."""
    if case.decision is None or case.annulled:
        return ZERO
    back = case.recovered + case.recovery_written_off
    paid = case.fines_paid + case.fines_written_off
    return max(case.decision.recovery - back, ZERO) + max(case.decision.fine - paid, ZERO)


def recovery_open(case: CaseState) -> Decimal:
    """Yuan of fund money that a standing decision demands and that neither came back nor was written off."""
    if case.decision is None or case.annulled:
        return ZERO
    return max(case.decision.recovery - case.recovered - case.recovery_written_off, ZERO)


def damages_open(case: CaseState) -> Decimal:
    """Yuan of damages under the agreement that are still to come in."""
    if case.decision is None or case.annulled:
        return ZERO
    return max(case.decision.damages - case.damages_kept - case.damages_written_off, ZERO)


def money_in(given: Decimal, paid_on: date, at: datetime) -> Decimal:
    """Return an amount that came in, in yuan. Refuses BAD_AMOUNT for none, DATE_ORDER for a day to come."""
    amount = yuan(given)
    if not amount:
        raise refuse("BAD_AMOUNT", value=given)
    if paid_on > local_date(at):
        raise refuse("DATE_ORDER", what="缴款日期不得晚于今天", what_en="paid no later than today")
    return amount


def own_evidence(case: CaseState, evidence_ids: Iterable[str]) -> None:
    """Refuse NOT_FOUND for what is no evidence of this case."""
    attached = {item.evidence_id for item in case.evidence}
    for evidence_id in evidence_ids:
        if evidence_id not in attached:
            raise refuse(
                "NOT_FOUND",
                what=f"本案证据 {evidence_id}",
                what_en=f"evidence {evidence_id} of this case",
            )
