"""Draw a worksheet for a case: from its confirmed lines only, by the law of its conduct."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from casework.actors import Role
from casework.acts import Act, Ask, draft, required
from casework.cases.conditions import consequence_of, grounded, insured
from casework.cases.conduct import covers
from casework.cases.correct import in_vain
from casework.cases.guards import is_officer
from casework.cases.place import own_county
from casework.cases.stages import Stage
from casework.cases.state import CaseState
from casework.clocks.calendars import local_date
from casework.commands.case import DrawWorksheet
from casework.events import Draft
from casework.law.choice import applied
from casework.law.discretion_tables import own_factors, own_tiers
from casework.law.loss import LossLine
from casework.law.natures import articles_of
from casework.law.rows import articles
from casework.law.worksheet import Basis, Sheet, draw
from casework.lines.guards import all_judged, none_open
from casework.lines.now import lines_now
from casework.lines.state import Line, LinesState
from casework.lines.streams import of_demand
from casework.money import ZERO
from casework.refusal import refuse


def answer(ask: Ask[DrawWorksheet, CaseState]) -> list[Draft]:
    """WorksheetDrawn with all that it was drawn from, and what it gave.

    Where more came back of a line since it was confirmed, that is told first (LinesNetted).
    """
    c = ask.command
    required(reasons=c.reasons)
    known: LinesState = ask.states[f"lines:{c.case_no}"]
    lines, told = lines_now(known, ask.states, demanded=True)
    drawn = drawn_from(ask, lines, c)
    if not drawn.sheet.band.fixed:
        all_judged(ask.state, ask.actor, ask.at)
    return [*told, worksheet(ask.state, drawn, c.reasons)]


@dataclass(frozen=True)
class Drawn:
    """A worksheet and what it was drawn from."""

    basis: Basis
    sheet: Sheet


def drawn_from(ask: Ask[Any, CaseState], lines: LinesState, c: DrawWorksheet) -> Drawn:
    """Draw from the lines with the refunds of now (`lines_now`): whoever draws has looked at them."""
    case = ask.state
    if case.party is None or case.conduct_to is None:
        raise refuse("STEP_MISSING", step="登记当事人与行为日期", step_en="party and conduct dates")
    consequence, shown = consequence_of(c)
    covers(case, lines.lines.values())
    # What shows who reported the case is named in no paper.
    names = {one.evidence_id: one.name for one in case.evidence if not one.reporter}
    today = local_date(ask.at)
    row = applied(c.article_id, case.conduct_to, today).article
    insured(case, row, c.not_insured, c.suspension_months)
    basis = Basis(
        article_id=c.article_id,
        subject=case.party.kind.value,
        conduct_to=case.conduct_to,
        decided_on=today,
        lines=loss_lines(lines.lines.values()),
        multiple=c.multiple,
        factors=tuple(dict.fromkeys(c.factors)),
        mitigation=c.mitigation.value if c.mitigation else None,
        departure=c.departure,
        suspension_months=c.suspension_months,
        natures=natures_of(lines.lines.values(), case.party.kind.value, case.conduct_to),
        amount=c.fixed_amount,
        in_vain=in_vain(case),
        suspension_ground=c.suspension_ground if c.suspension_months else None,
        consequence=consequence,
        consequence_evidence=shown,
        consequence_shown=tuple(names[one] for one in shown if one in names),
        tiers=own_tiers(ask.states, row.id, ask.at),
        own_factors=own_factors(ask.states, c.factors, row.id, ask.at),
        not_insured=c.not_insured,
    )
    sheet = draw(basis)
    grounded(case, sheet.article, c)
    return Drawn(basis, sheet)


def next_id(case: CaseState) -> str:
    """The id of the worksheet that is drawn next."""
    return f"W{len(case.worksheets) + 1}"


def worksheet(case: CaseState, drawn: Drawn, reasons: str) -> Draft:
    """WorksheetDrawn under the case's next number."""
    return draft(
        case.stream,
        "WorksheetDrawn",
        worksheet_id=next_id(case),
        basis=asdict(drawn.basis),
        article_id=drawn.sheet.article.id,
        loss=drawn.sheet.loss,
        fine=drawn.sheet.fine,
        reasons=reasons,
    )


def loss_lines(lines: Iterable[Line]) -> tuple[LossLine, ...]:
    """The confirmed lines, summed by finding: each line was rounded to the fen before."""
    sums: dict[str, LossLine] = {}
    for line in lines:
        if not line.confirmed:
            continue
        of = line.of
        was = sums.get(of.finding_id, LossLine(of.finding_id, ZERO, ZERO, confirmed=ZERO, count=0))
        sums[of.finding_id] = LossLine(
            line_id=of.finding_id,
            amount=was.amount + of.amount,
            inside_policy=was.inside_policy + of.inside_policy,
            returned=was.returned + line.returned,
            confirmed=(was.confirmed or ZERO) + line.confirmed,
            count=was.count + 1,
            groups=was.groups + line.by_group,
            by_group=was.by_group + (line.confirmed if line.by_group else ZERO),
        )
    return tuple(sums.values())


def natures_of(lines: Iterable[Line], subject: str, on: date) -> tuple[str, ...]:
    """The articles for such a party that the confirmed lines are about, by the rules behind them."""
    rules = [line.of.rule_id for line in lines if line.confirmed]
    own = {row.id for row in articles() if row.subject == subject}
    return tuple(one for one in articles_of(rules, on) if one in own)


def sheet_of(case: CaseState, worksheet_id: str) -> Sheet:
    """Return a worksheet of the case, drawn again from its basis. Raises Refusal NOT_FOUND."""
    for one in case.worksheets:
        if one.worksheet_id == worksheet_id:
            return draw(one.basis)
    raise refuse("NOT_FOUND", what=f"测算表 {worksheet_id}", what_en=f"worksheet {worksheet_id}")


ACT = Act(
    command=DrawWorksheet,
    zh="处罚测算",
    en="draw a worksheet",
    roles=frozenset({Role.INSPECTOR}),
    streams=of_demand,
    answer=answer,
    stages=frozenset({Stage.INVESTIGATION}),
    guards=(own_county, is_officer, none_open),
    rank=51,
)
