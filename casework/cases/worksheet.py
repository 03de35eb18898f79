"""Draw a worksheet for a case: from its own findings only, by the law of its conduct."""

from dataclasses import asdict

from casework.actors import Role
from casework.acts import Act, Ask, draft, required
from casework.cases.guards import is_officer
from casework.cases.stages import Stage
from casework.cases.state import CaseState
from casework.cases.streams import case_stream
from casework.clocks.calendars import local_date
from casework.commands.case import DrawWorksheet, WorksheetLine
from casework.events import Draft
from casework.law.loss import LossLine
from casework.law.worksheet import Basis, Sheet, draw
from casework.refusal import refuse


def answer(ask: Ask[DrawWorksheet, CaseState]) -> list[Draft]:
    """WorksheetDrawn with all that it was drawn from, and what it gave."""
    c, case = ask.command, ask.state
    required(reasons=c.reasons)
    if case.party is None or case.conduct_to is None:
        raise refuse("STEP_MISSING", step="登记当事人与行为日期", step_en="party and conduct dates")
    basis = Basis(
        article_id=c.article_id,
        subject=case.party.kind.value,
        conduct_to=case.conduct_to,
        decided_on=local_date(ask.at),
        lines=_lines(case, c.lines),
        multiple=c.multiple,
        factors=tuple(dict.fromkeys(c.factors)),
        mitigation=c.mitigation.value if c.mitigation else None,
        departure=c.departure,
        suspension_months=c.suspension_months,
    )
    sheet = draw(basis)
    return [
        draft(
            case.stream,
            "WorksheetDrawn",
            worksheet_id=f"W{len(case.worksheets) + 1}",
            basis=asdict(basis),
            article_id=sheet.article.id,
            loss=sheet.loss,
            fine=sheet.fine,
            reasons=c.reasons,
        )
    ]


def _lines(case: CaseState, given: tuple[WorksheetLine, ...]) -> tuple[LossLine, ...]:
    """The lines as given, each of a finding of this case; else the findings themselves."""
    known = {finding.finding_id for finding in case.findings}
    for line in given:
        if line.line_id.partition("/")[0] not in known:
            raise refuse(
                "NOT_FOUND",
                what=f"本案疑点 {line.line_id}",
                what_en=f"finding of this case {line.line_id}",
            )
    if given:
        return tuple(LossLine(**asdict(line)) for line in given)
    if not case.findings:
        raise refuse("STEP_MISSING", step="并入疑点", step_en="findings of the case")
    return tuple(LossLine(f.finding_id, f.amount, f.amount) for f in case.findings)


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
    streams=case_stream,
    answer=answer,
    stages=frozenset({Stage.INVESTIGATION}),
    guards=(is_officer,),
    rank=51,
)
