"""On what condition an article suspends, and fines: its dated row says it (条例 38, 40, 41).

A grave consequence is no mere choice: it is told, and shown by evidence of the case (处罚法 40).
"""

from decimal import Decimal

from casework.acts import required
from casework.cases.correct import in_vain
from casework.cases.rests import admitted
from casework.cases.state import CaseState
from casework.commands.case import DrawWorksheet, PartyKind, ProposePenalty, SuspensionGround
from casework.law.fines import NO_INTENT, Fine
from casework.law.rows import Article
from casework.refusal import refuse


def unfined(row: Article, c: ProposePenalty) -> Fine | None:
    """No fine, where the article wants the purpose to defraud and nothing shows it; None where it is fined.

    Refuses INTENT_MISSING for a multiple that rests on no sign of it.
    """
    if not row.fine_on_intent or c.intent:
        return None
    if c.multiple is not None and c.multiple != Decimal(0):
        raise refuse("INTENT_MISSING", article=row.citation, article_en=row.citation_en)
    return Fine(Decimal("0.00"), f"{row.citation}：{NO_INTENT}")


def suspends(case: CaseState, row: Article, c: ProposePenalty, *, mitigated: bool) -> None:
    """What is suspended has its months, its ground and its department. Refuses what lacks one.

    `mitigated`: its worksheet goes below the band on a lawful ground, if need be without a suspension.
    """
    insured(case, row, c.not_insured, c.suspension_months)
    if not c.suspension_months:
        if row.suspension_required and not (c.not_insured or mitigated):
            raise refuse("FIELD_REQUIRED", field="暂停月数", field_en="months of suspension")
        return
    grounded(case, row, c)
    if case.party is not None and case.party.kind is PartyKind.INSTITUTION:
        required(department=c.department)


def insured(case: CaseState, row: Article, not_insured: bool, months: int | None) -> None:
    """条例 41 suspends the settlement of insured persons ("属于参保人员的"); a dealer often is none."""
    person = case.party is not None and case.party.kind is PartyKind.PERSON
    if not_insured and (not person or not row.suspension_required or months):
        raise refuse(
            "BAD_VALUE",
            field="非参保人员",
            field_en="not insured",
            why="仅用于依第四十一条处罚的个人，且不填暂停月数",
            why_en="is said of a person under article 41 alone, and then without months",
        )


def grounded(case: CaseState, row: Article, c: ProposePenalty | DrawWorksheet) -> None:
    """Months of an article that asks for a ground have one. Refuses SUSPENSION_UNGROUNDED and what it lacks."""
    if not c.suspension_months or not row.suspension_on:
        return
    ground = c.suspension_ground
    if ground is None or ground.value not in row.suspension_on:
        raise refuse("SUSPENSION_UNGROUNDED", article=row.citation, article_en=row.citation_en)
    if ground is SuspensionGround.REFUSED_TO_CORRECT and not in_vain(case):
        raise refuse(
            "LAW_CONDITION",
            article=row.citation,
            article_en=row.citation_en,
            condition="拒不改正",
            condition_en="refused to correct",
        )
    if ground is SuspensionGround.GRAVE_CONSEQUENCE:
        if not c.consequence.strip() or not c.consequence_evidence:
            raise refuse("CONSEQUENCE_UNSHOWN", article=row.citation, article_en=row.citation_en)
        admitted(case, c.consequence_evidence)


def consequence_of(c: ProposePenalty | DrawWorksheet) -> tuple[str, tuple[str, ...]]:
    """What a grave consequence was and the evidence that shows it; empty for any other ground."""
    grave = c.suspension_months and c.suspension_ground is SuspensionGround.GRAVE_CONSEQUENCE
    if not grave:
        return "", ()
    return c.consequence.strip(), tuple(dict.fromkeys(c.consequence_evidence))
