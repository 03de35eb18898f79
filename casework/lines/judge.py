"""Confirm, partly confirm or reject lines, singly or in bulk (逐条认定, 实施细则 35)."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from casework.acts import Act, Ask, draft, required
from casework.cases.attach import WORKERS
from casework.cases.guards import no_proposal_waits
from casework.cases.stages import Stage
from casework.cases.state import CaseState
from casework.commands.case.lines import JudgeLines, LineVerdict
from casework.events import Draft, to_json
from casework.lines.group import by_group, visits_whole
from casework.lines.guards import establishes
from casework.lines.select import chosen
from casework.lines.settle import after, claims, pieces, registers, returned_of, said
from casework.lines.state import Line, LinesState, held_of, most_of, totals_of
from casework.lines.streams import of_verdict
from casework.money import ZERO, round_fen, yuan
from casework.refusal import Refusal, refuse

#: While nothing has been told to the party: afterwards a changed loss needs a new proposal first.
JUDGING = frozenset({Stage.CLUE, Stage.FILED, Stage.INVESTIGATION, Stage.HANDLING})
#: Where the judgement is what the case waits for: proposals of either path rest on it.
ESTABLISHING = frozenset({Stage.INVESTIGATION, Stage.HANDLING})


def judge(ask: Ask[JudgeLines, CaseState]) -> list[Draft]:
    """LinesJudged in the case (sums) and in its lines (each), LinesClaimed with the institutions."""
    c, case = ask.command, ask.state
    lines: LinesState = ask.states[f"lines:{case.case_no}"]
    changed = verdicts(c, lines, ask.states)
    now = totals_of(after(lines, changed).lines.values())
    rows = [[x.of.line_id, to_json(x.confirmed), to_json(x.returned)] for x in changed]
    told: dict[str, object] = {"verdict": c.verdict, "reasons": c.reasons}
    if c.group_difference is not None:
        told["group_difference"] = c.group_difference
    summary = draft(
        case.stream, "LinesJudged", **told, count=len(changed),
        amount=sum((x.loss for x in changed), ZERO), **said(now),
    )  # fmt: skip
    each = [draft(lines.stream, "LinesJudged", **told, rows=piece) for piece in pieces(rows)]
    return [summary, *each, *claims(case.case_no, changed)]


def verdicts(c: JudgeLines, lines: LinesState, states: Any) -> list[Line]:
    """The chosen lines as they will stand. Refuses what the verdict lacks: also the preview asks."""
    found = chosen(lines, c.line_ids, c.where)
    if c.expected_count is not None and c.expected_count != len(found):
        raise refuse("SELECTION_CHANGED", expected=c.expected_count, current=len(found))
    if c.verdict is not LineVerdict.CONFIRMED or c.group_difference is not None:
        required(reasons=c.reasons)
    books = registers(states)
    if c.group_difference is None:
        _parts(c, found)
        confirmed = [_confirmed(c, line) for line in found]
    else:
        confirmed = by_group(c, found, lines, books)
    changed = [
        _one(c, line, loss, lines.case_no, books)
        for line, loss in zip(found, confirmed, strict=True)
    ]
    visits_whole(lines, changed)
    return changed


def _parts(c: JudgeLines, found: list[Line]) -> None:
    """A part is an amount of one line, or a share of any number; nothing else has one."""
    if c.verdict is not LineVerdict.PARTLY:
        if c.amount is not None or c.share is not None:
            raise _part("仅部分认定须填写", "only for a partial confirmation")
        return
    if (c.amount is None) == (c.share is None):
        raise _part("认定金额与认定比例须填且只填一项", "give an amount or a share, one of them")
    if c.amount is not None and len(found) > 1:
        raise _part("多条明细部分认定请填认定比例", "several lines take a share")
    if c.share is not None and not (c.share.is_finite() and 0 < c.share < 1):
        raise _part("认定比例应大于 0 且小于 1", "a share is above 0 and below 1")


def _part(why: str, why_en: str) -> Refusal:
    field = {"field": "认定金额", "field_en": "confirmed part"}
    return refuse("BAD_VALUE", **field, why=why, why_en=why_en)


def _one(c: JudgeLines, line: Line, confirmed: Decimal, case_no: str, books: Any) -> Line:
    returned = returned_of(line, confirmed, case_no, books)
    return replace(
        line, verdict=c.verdict, confirmed=confirmed, returned=returned, group=c.group_difference
    )


def _confirmed(c: JudgeLines, line: Line) -> Decimal:
    if c.verdict is LineVerdict.REJECTED:
        return ZERO
    if c.verdict is LineVerdict.CONFIRMED:
        return held_of(line.of)
    if c.share is not None:
        return round_fen(held_of(line.of) * c.share)
    amount, held, most = yuan(c.amount), held_of(line.of), most_of(line.of)
    # What was found out may go beyond what the rule held against the line, never beyond the fund's part.
    if not 0 < amount <= most or amount == held:
        raise _part(
            f"部分认定应大于 0、不等于疑点金额 {held:,} 元，且不超过该明细基金支付 {most:,} 元",
            f"above 0, other than the suspected {held:,} yuan, and no more than the fund's {most:,} yuan",
        )
    return amount


ACT = Act(
    command=JudgeLines,
    zh="逐条认定",
    en="judge lines",
    roles=WORKERS,
    streams=of_verdict,
    answer=judge,
    stages=JUDGING,
    guards=(establishes, no_proposal_waits),
    # Before the notice of a handling is written: it tells what the confirmed lines lost.
    rank=11,
    leads=lambda case: case.stage in ESTABLISHING and bool(case.lines.open),
)
