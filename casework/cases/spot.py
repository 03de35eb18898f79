"""The simple procedure: two officers, told and heard, a small fine, handed over at once (处罚法 51–54)."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.cases.conditions import insured
from casework.cases.guards import is_officer, no_referral_waits, to_report, two_officers
from casework.cases.jurisdiction import ours
from casework.cases.limitation import within_limitation
from casework.cases.place import judged_by, own_county
from casework.cases.recuse import recusal_settled
from casework.cases.stages import Stage, move
from casework.cases.state import CaseState
from casework.cases.streams import case_stream
from casework.cases.worksheet import Drawn, drawn_from, next_id, worksheet
from casework.clocks.calendars import local_date
from casework.commands.case import DecideOnSpot, DrawWorksheet, ReportSpot
from casework.documents.serve import spot_report_of
from casework.events import Draft
from casework.law.band import band_of
from casework.law.choice import applied
from casework.law.rows import parameter
from casework.lines.guards import all_judged, none_open
from casework.lines.now import lines_now
from casework.lines.state import LinesState, totals_of
from casework.lines.streams import of_demand
from casework.money import ZERO, yuan
from casework.points.parameters import STREAM
from casework.refusal import refuse


def decide(ask: Ask[DecideOnSpot, CaseState]) -> list[Draft]:
    """CaseDecidedOnSpot: the fine within the limit of the party's kind, after a defence was heard."""
    c, case = ask.command, ask.state
    required(place=c.place, decision_no=c.decision_no, text=c.defence, reasons=c.reasons)
    required(present=c.present)
    if c.refused_to_sign:
        required(witness=c.witness)
    if not c.told:
        raise refuse(
            "STEP_MISSING", step="口头告知并听取陈述申辩", step_en="telling and hearing the party"
        )
    present = {o.hand.person for o in case.officers if o.hand.account in c.officers}
    if len(present) < 2:
        raise refuse("TWO_OFFICERS", count=len(present))
    if case.party is None or case.conduct_to is None:
        raise refuse("STEP_MISSING", step="登记当事人与行为日期", step_en="party and conduct dates")
    within_limitation(case, False)
    known: LinesState = ask.states[f"lines:{case.case_no}"]
    lines, back = lines_now(known, ask.states, demanded=bool(case.lines.loss))
    loss = _loss(ask, replace(case, lines=totals_of(lines.lines.values())))
    drawn = _drawn(ask, lines)
    row, fine = drawn.sheet.article, drawn.sheet.fine
    insured(case, row, c.not_insured, months=None)
    if row.suspension_required and not c.not_insured:
        raise refuse("NEEDS_ORDINARY", article=row.citation, article_en=row.citation_en)
    # Without months and without a fine nothing would be left to impose.
    if row.fine_on_intent and not c.intent:
        raise refuse("INTENT_MISSING", article=row.citation, article_en=row.citation_en)
    today = local_date(ask.at)
    limit = Decimal(parameter(f"simple_amount_{case.party.kind.value}", today).value)
    if fine > limit:
        raise refuse("NOT_SIMPLE", fine=fine, limit=limit)
    move(case.stage, Stage.EXECUTION, "当场处罚", "decide on the spot")
    return [
        *back,
        worksheet(case, drawn, c.reasons),
        draft(
            case.stream,
            "CaseDecidedOnSpot",
            ruling="penalty",
            decision_no=c.decision_no,
            article_id=row.id,
            citation=row.citation,
            fine=fine,
            formula=drawn.sheet.steps[-1].zh,
            recovery=loss,
            place=c.place,
            text=c.defence,
            reasons=c.reasons,
            present=c.present.strip(),
            **(
                {"refused_to_sign": True, "witness": c.witness.strip()} if c.refused_to_sign else {}
            ),
            **({"not_insured": True, "intent": c.intent} if c.not_insured else {}),
            **judged_by(case, ask.states[STREAM], today),
            served_on=today,
            payable=fine > 0,
            recoverable=loss > case.recovered,
            publishable=True,
            serial=c.serial,
            year=c.year,
            worksheet_id=next_id(case),
            # It comes back signed, and its receipt with it (处罚法 52).
            papered=True,
        ),
    ]


def _drawn(ask: Ask[DecideOnSpot, CaseState], lines: LinesState) -> Drawn:
    """The worksheet of the decision. A fine below the band is discussed first, so it goes the ordinary way.

    Without factors the figure may leave the usual tier, for the reasons of the decision.
    """
    c = ask.command
    asked = DrawWorksheet(
        case_no=c.case_no,
        article_id=c.article_id,
        multiple=c.multiple,
        fixed_amount=c.fixed_amount,
        factors=c.factors,
        departure=c.departure if c.factors or c.departure.strip() else c.reasons,
        reasons=c.reasons,
    )
    row = applied(c.article_id, _conduct_to(ask.state), local_date(ask.at)).article
    band = band_of(row)
    figure = c.fixed_amount if band.fixed else c.multiple
    # Where nothing shows the purpose to defraud there is no fine at all, which lies below no band.
    told = figure is not None and figure.is_finite() and (figure or not row.fine_on_intent)
    if figure is not None and told and ZERO <= figure < band.low:
        zh, en = band.unit
        whole = band.between(band.low, band.high)
        raise refuse(
            "MITIGATED_ON_SPOT", article=row.citation, article_en=row.citation_en,
            value=f"{band.said(figure)} {zh}", value_en=f"{band.said(figure)} {en}",
            band=f"{whole} {zh}", band_en=f"{whole} {en}",
        )  # fmt: skip
    return drawn_from(ask, lines, asked)


def _conduct_to(case: CaseState) -> date:
    if case.conduct_to is None:
        raise refuse("STEP_MISSING", step="登记行为日期", step_en="the dates of the conduct")
    return case.conduct_to


def _loss(ask: Ask[DecideOnSpot, CaseState], case: CaseState) -> Decimal:
    """The loss in yuan: what the lines confirm, and nothing else.

    A fixed fine alone, on no finding, stands without lines: it takes nothing back.
    """
    c, known = ask.command, case.lines.loss
    if c.fixed_amount is None or case.findings:
        all_judged(case, ask.actor, ask.at)
    else:
        none_open(case, ask.actor, ask.at)
    if c.base_loss is not None and yuan(c.base_loss) != known:
        raise refuse("LOSS_NOT_CONFIRMED", given=yuan(c.base_loss), confirmed=known)
    return known


def report(ask: Ask[ReportSpot, CaseState]) -> list[Draft]:
    """SpotReported with its form. Of decisions of before none was asked for."""
    return [draft(ask.state.stream, "SpotReported", text=ask.command.remarks)]


def _to_report(case: CaseState, actor: Actor, at: datetime) -> None:
    if not to_report(case):
        raise refuse("ALREADY_DONE")
    paper = spot_report_of(case, at)
    if paper is not None and paper.form is None:
        raise refuse(
            "STEP_MISSING", step="出具《当场行政处罚备案表》",
            step_en="issuing the form that reports the decision on the spot",
        )  # fmt: skip


INSPECTOR = frozenset({Role.INSPECTOR})
ACTS = (
    Act(
        DecideOnSpot, "当场处罚", "decide on the spot", INSPECTOR, of_demand, decide,
        frozenset({Stage.CLUE}),
        (own_county, ours, is_officer, two_officers, no_referral_waits, recusal_settled), rank=79,
    ),
    Act(
        ReportSpot, "当场处罚备案", "report the decision on the spot", INSPECTOR, case_stream, report,
        frozenset({Stage.EXECUTION, Stage.CLOSED}), (is_officer, _to_report), rank=11,
        leads=to_report,
    ),
)  # fmt: skip
