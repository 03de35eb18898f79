"""A suspected fraud whose amount reaches the standard is referred, or somebody writes why not (310号 3).

The provinces fix from where an amount is large (数额较大) within the range of the judicial interpretation; the
bureau enters that figure. Where it has none, the least that any province may have fixed holds: it warns of
more cases, and of none too few.
"""

from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from typing import Final

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.cases.guards import is_officer
from casework.cases.place import FRAUD
from casework.cases.recuse import not_asked_about
from casework.cases.stages import INVESTIGATING, TO_PENALTY, Stage
from casework.cases.state import CaseState
from casework.cases.streams import of_penal
from casework.clocks.calendars import local_date
from casework.commands.case import Ruling
from casework.commands.referral import WeighReferral
from casework.events import Draft
from casework.law.citation import in_english
from casework.law.natures import articles_of
from casework.law.rows import Article, Parameter, articles, parameter
from casework.money import ZERO
from casework.referral.summed import added, parts, told
from casework.refusal import refuse
from casework.wording import Both

#: An act of article 38 that is done to defraud: each of them may be.
ANY_BREACH: Final = "tiaoli-40-38"
#: Where the case is another body's, or was never one.
_LEFT: Final = frozenset({Stage.NOT_FILED, Stage.TRANSFERRED, Stage.REFERRED})
#: Where the decision is still to come: it waits for the weighing.
BEFORE_DECISION: Final = frozenset({Stage.FILED, *INVESTIGATING})
#: Where a referral can be weighed: also beside what was decided, and while the case rests.
WEIGHABLE: Final = BEFORE_DECISION | {Stage.SUSPENDED, Stage.EXECUTION, Stage.NO_PENALTY}
ARTICLE: Final = "《行政执法机关移送涉嫌犯罪案件的规定》（国务院令第310号）第三条"
ARTICLE_EN: Final = "State Council Order 310, article 3"


def defrauded(case: CaseState) -> Decimal:
    """What was obtained by fraud in yuan: as is proposed, before that as the worksheet has it, or as is suspected.

    A proposal to punish nobody may name no article: what was written before it still says what is suspected.
    """
    proposal = case.proposal
    if proposal is not None and proposal.article_id:
        fraud = _fraud(_row(proposal.article_id), meant=bool(proposal.intent))
        return proposal.base_loss if fraud else ZERO
    if case.worksheets:
        sheet = case.worksheets[-1]
        # Whether a person meant to defraud is said with the proposal.
        found = sheet.loss if _fraud(_row(sheet.article_id), meant=False) else ZERO
    else:
        found = sum((one.amount for one in case.findings if _may_be_fraud(one.rule_id, case)), ZERO)
    # Once every line is judged no more than what was confirmed can have been obtained.
    judged = case.lines.listed and not case.lines.open
    return min(found, case.lines.confirmed) if judged else found


def counted(case: CaseState) -> Decimal | None:
    """What of a case counts beside another of the same party; None where nothing does.

    What officers found or confirmed line by line; not what was referred, transferred or punished.
    """
    judged = case.lines.listed and not case.lines.open
    if case.stage in _LEFT or not (_found(case) or judged):
        return None
    if case.referral is not None and case.referral.approved:
        return None
    if case.decision is not None and case.decision.ruling == Ruling.PENALTY.value:
        return None
    return defrauded(case) or None


def together(case: CaseState, at: datetime) -> Decimal:
    """What the case comes to in yuan, with the party's other frauds that nobody dealt with."""
    own = defrauded(case)
    return own + added(case, at) if own else ZERO


def _row(article_id: str) -> Article | None:
    """The row whatever the day: which law holds was settled when the proposal or worksheet was written."""
    return next((one for one in articles() if one.id == article_id), None)


def _fraud(row: Article | None, *, meant: bool) -> bool:
    """An article on what was obtained by fraud; of one that asks for the purpose, where it was found."""
    return row is not None and row.base == "fraud" and (meant or not row.fine_on_intent)


def _may_be_fraud(rule_id: str, case: CaseState) -> bool:
    """Whether the findings of a rule may be a fraud of a kind of its own; any breach may be done to defraud."""
    on = case.conduct_to
    known = [one for one in articles_of((rule_id,), on) if one != ANY_BREACH] if on else []
    return any(_fraud(row, meant=False) for row in articles() if row.id in known)


def standard(own: tuple[str, str] | None, at: datetime) -> Parameter:
    """From where the amount is large: as the bureau entered it, else as packaged."""
    row = parameter(FRAUD, local_date(at))
    return replace(row, value=own[0], basis=own[1], mark="") if own else row


def unweighed(case: CaseState, at: datetime) -> Decimal | None:
    """The amount that reaches the standard and that nobody referred or wrote off as no crime; None without one."""
    amount = unsettled(case, at)
    return amount if amount and amount >= Decimal(standard(case.own_fraud, at).value) else None


def unsettled(case: CaseState, at: datetime) -> Decimal | None:
    """The same whatever the standard."""
    amount = together(case, at)
    if amount == ZERO:
        return None
    if case.referral is not None and case.referral.approved is not None:
        return None
    off = written_off(case)
    return None if off is not None and off >= amount else amount


def written_off(case: CaseState) -> Decimal | None:
    """The amount that the officers would not refer, and wrote why; None while they did not."""
    one = case.weighed
    return one.amount if one is not None and not one.refer else None


def listed(case: CaseState) -> Decimal | None:
    """The case's own where officers found it and can weigh it: for the year's list, which names no mere leads.

    The list adds up what counts with it, and holds that against the standard and what was written off.
    """
    there = case.stage in WEIGHABLE and _found(case)
    if not there or (case.referral is not None and case.referral.approved is not None):
        return None
    return defrauded(case) or None


def _found(case: CaseState) -> bool:
    return case.proposal is not None or bool(case.worksheets)


def warning(case: CaseState, at: datetime) -> Both | None:
    """What the pages say of it, with the law; None where nothing is to be said."""
    amount, row = unweighed(case, at), standard(case.own_fraud, at)
    if amount is None:
        return None
    least = Decimal(row.value)
    held, held_en = (
        ("涉嫌骗取", "are suspected") if _found(case) else ("疑点可能涉及骗取", "may turn out")
    )
    then, sums = _then(case.stage), told(case, defrauded(case), at)
    zh = (
        f"{held}医疗保障基金 {amount:,} 元，{sums.zh}已达到诈骗罪“数额较大”的标准 {least:,} 元（{row.basis}）。"
        f"涉嫌犯罪的应当移送公安机关（{ARTICLE}）；{then.zh}"
    )
    en = (
        f"{amount:,} yuan {held_en} to have been obtained by fraud{sums.en}: the amount from which fraud is a crime, "
        f"{least:,} yuan, is reached ({in_english(row.basis)}). A suspected crime is referred to the police ({ARTICLE_EN}); {then.en}"
    )
    return Both(zh, en)


def _then(stage: Stage) -> Both:
    """What can be done of it where the case stands."""
    if stage in TO_PENALTY:
        return Both(
            "协议处理不能代替移送：经办机构可以提请转行政处罚程序，由行政部门研判；属于其他机关管辖的，由主要负责人决定移送。",
            "a handling takes no referral's place: the agency may propose to go on as a penalty case, in which it is weighed; "
            "what is for another authority the head transfers.",
        )
    if stage not in WEIGHABLE:
        return Both(
            "不移送的，立案后由承办人员研判并写明理由。",
            "where it is not, the officers weigh it once it is filed, and write down why.",
        )
    zh = "不移送的，须由承办人员研判并写明理由。"
    en = "where it is not, the officers weigh it and write down why."
    if stage not in BEFORE_DECISION:
        return Both(zh, en)
    return Both(f"{zh}二者均无的，不得作出决定。", f"{en} Without either no decision is taken.")


def weigh(ask: Ask[WeighReferral, CaseState]) -> list[Draft]:
    """ReferralWeighed: with the amount and the standard that it was held against."""
    c, case = ask.command, ask.state
    required(reasons=c.reasons)
    row = standard(case.own_fraud, ask.at)
    data = {"refer": c.refer, "reasons": c.reasons.strip(), "amount": together(case, ask.at)}
    others = [{"docket": one.docket, "amount": one.amount} for one in parts(case, ask.at)]
    by = {"standard": row.value, "standard_basis": row.basis}
    more = {"others": others} if others else {}
    return [draft(case.stream, "ReferralWeighed", **data, **by, **more)]


def weighed_first(case: CaseState, actor: Actor, at: datetime) -> None:
    """Guard: nobody decides a case past a crime that is suspected in it. Refuses REFERRAL_UNWEIGHED."""
    amount = unweighed(case, at)
    if amount is not None:
        least = Decimal(standard(case.own_fraud, at).value)
        raise refuse("REFERRAL_UNWEIGHED", amount=amount, least=least)


def _to_weigh(case: CaseState, at: datetime) -> bool:
    """Once officers say that it was a fraud; while they wish to refer it is the head's step."""
    due = case.stage in BEFORE_DECISION and _found(case) and not wished(case)
    return due and unweighed(case, at) is not None


def wished(case: CaseState) -> bool:
    """Whether the officers would refer it: from then on it is the head's step."""
    return case.weighed is not None and case.weighed.refer


def _some_fraud(case: CaseState, actor: Actor, at: datetime) -> None:
    if defrauded(case) == ZERO:
        raise refuse("STEP_MISSING", step="涉嫌骗取的金额", step_en="an amount suspected of fraud")


ACT = Act(
    WeighReferral, "研判是否移送公安机关", "weigh a referral to the police", frozenset({Role.INSPECTOR}),
    of_penal, weigh, WEIGHABLE, (is_officer, not_asked_about, _some_fraud),
    rank=14, leads_at=_to_weigh,
)  # fmt: skip
