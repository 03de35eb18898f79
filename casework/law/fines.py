"""A fine and the sentence that shows it; for whom, how long and with what rights it may be."""

import re
from dataclasses import dataclass
from decimal import Decimal

from casework.commands.case import PartyKind
from casework.law.citation import in_english
from casework.law.rows import Article, Parameter
from casework.refusal import Refusal, refuse

ROUNDING, ROUNDING_EN = "四舍五入到分", "rounded to the fen, halves up"
Unit = tuple[str, str]
TIMES, MONTHS, YUAN = ("倍", "times"), ("个月", "months"), ("元", "yuan")
PARTIES = {PartyKind.INSTITUTION: ("机构", "institution"), PartyKind.PERSON: ("个人", "person")}
#: What is said of a person who is not fined.
NO_INTENT = "未认定以骗取医疗保障基金为目的，不处罚款"
BASES_EN = {"基金损失": "loss of the fund", "骗取金额": "sum obtained by fraud"}
#: The sentences below and the last step of a worksheet, as events keep them.
TIMES_OF = re.compile(r"(\S+) ([\d.]+) 元 × ([\d.]+) 倍 = ([\d.]+) 元")
SHEET_OF = re.compile(r"罚款 = ([\d.]+) 元 × ([\d.]+) 倍 = ([\d.]+) 元")
#: Whole yuan of an amount that is written without separators.
AMOUNT_OF = re.compile(r"(?<![\d.,])\d{4,}(?=\.\d\d(?!\d))")
FIXED_OF = re.compile(r"(.+)：定额罚款 ([\d.]+) 元（幅度 ([\d.]+)–([\d.]+) 元(，四舍五入到分)?）")


@dataclass(frozen=True)
class Fine:
    """A computed fine in yuan and the sentence that shows how it came about."""

    amount: Decimal
    formula: str


def formula_en(formula: str) -> str:
    """The English of a recorded formula; one of another form stays as it is."""
    if found := TIMES_OF.match(formula):
        base, loss, multiple, fine = found.groups()
        name = BASES_EN.get(base, base)
        return f"{name} {loss} yuan × {multiple} = {fine} yuan ({ROUNDING_EN})"
    if found := SHEET_OF.match(formula):
        loss, multiple, fine = found.groups()
        return f"fine = {loss} yuan × {multiple} = {fine} yuan ({ROUNDING_EN})"
    if found := FIXED_OF.fullmatch(formula):
        law, fine, low, high, rounded = found.groups()
        how = f", {ROUNDING_EN}" if rounded else ""
        return f"{in_english(law)}: a fixed fine of {fine} yuan (band {low}–{high} yuan{how})"
    law, intends, rest = formula.partition(f"：{NO_INTENT}")
    if intends and not rest:
        return f"{in_english(law)}: no purpose to defraud the fund was found, no fine"
    return formula


def grouped(formula: str) -> str:
    """A recorded formula with thousands separators in its amounts, as people read it."""
    return AMOUNT_OF.sub(lambda found: f"{int(found[0]):,}", formula)


def check_subject(article: Article, kind: PartyKind) -> None:
    """Institutions are fined under 38–40, persons under 41: refuse the wrong article."""
    if article.subject != kind.value:
        raise wrong_subject(article, kind)


def check_months(
    article: Article, months: int | None, *, mitigated: bool = False, not_insured: bool = False
) -> bool:
    """Whether a suspension is below the article's band, or left out where the article asks for one.

    Both only `mitigated`, on a lawful ground (减轻, 处罚法 32). Refuses what else is outside the band, and a
    suspension that the article does not know. Of who is `not_insured` nothing is left out: he has nothing to lose.
    """
    if months is None:
        return mitigated and article.suspension_required and not not_insured
    band = article.suspension_months
    least = 1 if mitigated else band[0] if band else 0
    if band is None or not least <= months <= band[1]:
        raise outside(article, months, f"{band[0]}–{band[1]}" if band else "0", MONTHS)
    return months < band[0]


def hearing_right(fine: Decimal, months: int | None, large: Parameter) -> bool:
    """Whether the party may ask for a hearing: a large fine, or any service suspension.

    The amount that counts as `large` is a dated parameter (处罚法 63), for institutions and for persons.
    """
    return months is not None or fine >= Decimal(large.value)


def outside(article: Article, value: Decimal | int, band: str, unit: Unit) -> Refusal:
    """The refusal OUTSIDE_BAND with its figures in the unit of the band."""
    zh, en = unit
    return refuse(
        "OUTSIDE_BAND",
        article=article.citation,
        article_en=article.citation_en,
        value=f"{value} {zh}",
        value_en=f"{value} {en}",
        band=f"{band} {zh}",
        band_en=f"{band} {en}",
    )


def wrong_subject(article: Article, kind: PartyKind) -> Refusal:
    """The refusal WRONG_SUBJECT for a party that the article is not made for."""
    party, party_en = PARTIES[kind]
    return refuse(
        "WRONG_SUBJECT",
        article=article.citation,
        article_en=article.citation_en,
        party=party,
        party_en=party_en,
    )
