"""The lawful band of a fine: multiples of the loss, or an amount in yuan."""

from dataclasses import dataclass
from decimal import Decimal

from casework.law.fines import TIMES, YUAN, Unit, outside
from casework.law.rows import Article
from casework.money import ZERO
from casework.refusal import Refusal, refuse


@dataclass(frozen=True)
class Band:
    """Both ends belong to it; `unit` says what they are."""

    low: Decimal
    high: Decimal
    unit: Unit

    @property
    def fixed(self) -> bool:
        """Whether the fine itself is set, whatever the loss."""
        return self.unit == YUAN

    def figure(self, multiple: Decimal | None, amount: Decimal | None) -> Decimal:
        """Which of the two is measured by this band. Refuses FIELD_REQUIRED."""
        found = amount if self.fixed else multiple
        if found is None and self.fixed:
            raise refuse("FIELD_REQUIRED", field="罚款金额", field_en="amount of the fine")
        if found is None:
            raise refuse("FIELD_REQUIRED", field="罚款倍数", field_en="multiple of the fine")
        return found

    def said(self, figure: Decimal) -> str:
        """A figure as people read it: yuan with two places, multiples without empty ones."""
        if not figure.is_finite():
            return str(figure)
        return f"{figure:.2f}" if self.fixed else f"{figure.normalize():f}"

    def between(self, low: Decimal, high: Decimal) -> str:
        """A part of the band, without its unit."""
        return f"{self.said(low)}–{self.said(high)}"

    def left(self, article: Article, figure: Decimal) -> Refusal:
        """The refusal of a figure outside."""
        return outside(article, figure, f"{self.low}–{self.high}", self.unit)


def band_of(article: Article) -> Band:
    """Return the band of an article. Refuses NOT_FOUND where its row has none."""
    if article.multiple_min is not None and article.multiple_max is not None:
        return Band(article.multiple_min, article.multiple_max, TIMES)
    if article.amount_max is not None:
        return Band(article.amount_min or ZERO, article.amount_max, YUAN)
    raise refuse(
        "NOT_FOUND",
        what=f"{article.citation} 的罚款幅度",
        what_en=f"band of fines of {article.citation_en}",
    )
