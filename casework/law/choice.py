"""Which law applies: that of the act (of its end, when it continued) or a milder later one (处罚法 37)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from casework.law.rows import Article, articles
from casework.refusal import refuse


@dataclass(frozen=True)
class Choice:
    """The row that applies, both candidates, and why.

    Without one at the decision the act is punished no more: then the row is that of the act, and no penalty
    rests on it.
    """

    article: Article
    at_act: Article
    at_decision: Article | None
    why_zh: str
    why_en: str


def choose(
    article_id: str, conduct_to: date, decided_on: date, rows: Sequence[Article] | None = None
) -> Choice:
    """Choose between the law at the end of the conduct and the law at the decision.

    `article_id` may name either: rows that say what they succeed are one line of law. Raises Refusal
    LAW_NOT_IN_FORCE where the act was not punishable when it was done.
    """
    table = tuple(rows) if rows is not None else articles()
    line = _line(article_id, table)
    then = [row for row in line if row.in_force(conduct_to)]
    now = [row for row in line if row.in_force(decided_on)]
    named = next(row for row in table if row.id == article_id)
    if not then:
        raise refuse(
            "LAW_NOT_IN_FORCE",
            article=named.citation,
            article_en=named.citation_en,
            on=conduct_to.isoformat(),
        )
    act = next((row for row in then if row.id == article_id), then[0])
    decision = next((row for row in now if row.id == article_id), now[0] if now else None)
    if decision is None:
        return Choice(
            act, act, None,
            f"行为终了日（{conduct_to}）适用{act.citation}；决定日（{decided_on}）的法律不再处罚该行为，"
            "依处罚法第三十七条不予处罚",
            f"the law at the end of the conduct ({conduct_to}) is {act.citation_en}; that at the decision "
            f"({decided_on}) no longer punishes the act: no penalty (Penalty Law 37)",
        )  # fmt: skip
    if decision is act:
        return Choice(
            act, act, decision,
            f"行为终了日（{conduct_to}）与决定日（{decided_on}）适用同一规定：{act.citation}",
            f"one rule at the end of the conduct ({conduct_to}) and at the decision ({decided_on}): "
            f"{act.citation_en}",
        )  # fmt: skip
    if weight(decision) < weight(act):
        return Choice(
            decision, act, decision,
            f"决定日的{decision.citation}处罚较轻，依处罚法第三十七条从轻适用",
            f"the later law is milder and applies (Penalty Law 37): {decision.citation_en}",
        )  # fmt: skip
    return Choice(
        act, act, decision,
        f"行为终了日（{conduct_to}）适用{act.citation}，新规定不更轻，从旧",
        f"the law at the end of the conduct ({conduct_to}) applies; the later one is no milder: "
        f"{act.citation_en}",
    )  # fmt: skip


def applied(
    article_id: str, conduct_to: date, decided_on: date, rows: Sequence[Article] | None = None
) -> Choice:
    """The same, for a penalty. Refuses NO_LONGER_PUNISHED where the law at the decision knows none."""
    choice = choose(article_id, conduct_to, decided_on, rows)
    if choice.at_decision is None:
        raise refuse(
            "NO_LONGER_PUNISHED", article=choice.article.citation,
            article_en=choice.article.citation_en, on=decided_on.isoformat(),
        )  # fmt: skip
    return choice


def weight(row: Article) -> tuple[Decimal, Decimal, int, int]:
    """How heavy a row is: its highest and lowest money, then its longest and shortest suspension."""
    most = row.multiple_max if row.multiple_max is not None else row.amount_max
    least = row.multiple_min if row.multiple_min is not None else row.amount_min
    months = row.suspension_months or (0, 0)
    return (most or Decimal(0), least or Decimal(0), months[1], months[0])


def _line(article_id: str, table: Sequence[Article]) -> list[Article]:
    """The rows of one line of law: the named one, what it succeeds, what succeeds it."""
    found = {article_id}
    while True:
        more = {
            row.id
            for row in table
            if row.id not in found
            and (
                set(row.succeeds) & found
                or any(row.id in r.succeeds for r in table if r.id in found)
            )
        }
        # Siblings are reached only through a common ancestor; they are another item of the same law.
        more -= {row.id for row in table if row.id in more and _sibling(row, article_id, table)}
        if not more:
            break
        found |= more
    line = [row for row in table if row.id in found]
    if not line:
        raise refuse("NOT_FOUND", what=f"法条 {article_id}", what_en=f"article {article_id}")
    return line


def _sibling(row: Article, article_id: str, table: Sequence[Article]) -> bool:
    named = next((r for r in table if r.id == article_id), None)
    return named is not None and row.valid_from == named.valid_from and row.id != named.id
