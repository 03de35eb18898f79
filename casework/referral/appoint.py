"""The head appoints who is in charge of a suspected crime (专案组, 310号 第五条), before it is reported."""

from datetime import datetime

from casework.actors import Role
from casework.acts import Act, Ask, draft, required
from casework.cases.guards import not_officer
from casework.cases.recuse import recusal_settled
from casework.cases.stages import REFERABLE, Stage
from casework.cases.state import CaseState
from casework.cases.streams import case_stream
from casework.commands.referral import AppointReferralGroup
from casework.events import Draft
from casework.hands import hand_json
from casework.referral.refer import grouped, status
from casework.referral.threshold import unsettled, wished
from casework.refusal import refuse


def appoint(ask: Ask[AppointReferralGroup, CaseState]) -> list[Draft]:
    """ReferralGroupAppointed: two officers of the case at least, each with his certificate.

    Who is named as an officer was held against the party by then, and is none of whom had to withdraw.
    Refuses NOT_FOUND for anybody else, TWO_OFFICERS, ALREADY_DONE for the same people.
    """
    c, case = ask.command, ask.state
    required(reasons=c.reasons)
    known = {one.hand.account: one for one in case.officers}
    for account in c.officers:
        if account not in known:
            raise refuse(
                "NOT_FOUND",
                what=f"承办人员 {account}（先指派为本案承办人员，再指定为专案组成员）",
                what_en=f"officer {account} of this case (assign him to it first, then appoint him)",
            )
    group = [known[account] for account in dict.fromkeys(c.officers)]
    count = len({one.hand.person for one in group})
    if count < 2:
        raise refuse("TWO_OFFICERS", count=count)
    if {one.hand.account for one in group} == {one.hand.account for one in case.referral_group}:
        raise refuse("ALREADY_DONE")
    named = [{**hand_json(one.hand), "certificate_no": one.certificate_no} for one in group]
    return [draft(case.stream, "ReferralGroupAppointed", officers=named, reasons=c.reasons)]


def _to_appoint(case: CaseState, at: datetime) -> bool:
    """The officers would refer what is suspected, and nobody is in charge of it yet.

    Also once the case is over or rests: a crime is referred whatever became of it.
    """
    ours = case.stage is not Stage.TRANSFERRED
    waits = ours and case.referral is None and not grouped(case)
    return waits and wished(case) and unsettled(case, at) is not None


ACT = Act(
    AppointReferralGroup, "指定移送专案组", "appoint the special group", frozenset({Role.HEAD}),
    case_stream, appoint, REFERABLE,
    (
        status(None, "reported", "refused", "returned", "approved"),
        recusal_settled,
        not_officer("承办与指定专案组", "appointing the special group"),
    ), rank=14, leads_at=_to_appoint,
)  # fmt: skip
