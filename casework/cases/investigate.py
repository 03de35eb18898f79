"""The investigation: begin it, inspect on site with two officers, write the report."""

from casework.actors import Role
from casework.acts import Act, Ask, draft, required
from casework.cases.conduct import covers
from casework.cases.guards import is_officer, two_officers
from casework.cases.jurisdiction import ours
from casework.cases.recuse import recusal_settled
from casework.cases.rests import admitted
from casework.cases.stages import Stage, move
from casework.cases.state import CaseState
from casework.cases.streams import case_stream
from casework.clocks.calendars import local_date
from casework.commands.case import RecordInspection, StartInvestigation, WriteReport
from casework.documents.due import filing_signed
from casework.documents.records import records_signed
from casework.events import Draft
from casework.hands import hand_json
from casework.lines.state import LinesState
from casework.lines.streams import of_lines
from casework.refusal import refuse

PARTS = ("party", "measures", "facts", "evidence", "law", "proposal")


def start(ask: Ask[StartInvestigation, CaseState]) -> list[Draft]:
    """InvestigationStarted once certificates were shown and recusal settled (处罚法 43, 55)."""
    c = ask.command
    if not c.certificates_shown:
        raise refuse("STEP_MISSING", step="出示执法证件", step_en="showing certificates")
    if not c.recusal_settled:
        raise refuse("STEP_MISSING", step="告知并处理回避", step_en="settling recusal")
    move(ask.state.stage, Stage.INVESTIGATION, "开始调查", "investigate")
    return [draft(ask.state.stream, "InvestigationStarted", place=c.place)]


def inspect(ask: Ask[RecordInspection, CaseState]) -> list[Draft]:
    """InspectionRecorded: two different officers of this very case were on site (条例 29)."""
    c, case = ask.command, ask.state
    required(place=c.place, record=c.record)
    if c.held_on > local_date(ask.at):
        raise refuse(
            "DATE_ORDER",
            what="检查日期不得晚于今天",
            what_en="the inspection may not lie after today",
        )
    opened = local_date(case.opened_at) if case.opened_at else None
    if opened is not None and c.held_on < opened:
        raise refuse(
            "DATE_ORDER",
            what=f"检查日期不得早于本案登记之日（{opened.isoformat()}）；此前取得的材料请作为证据附入",
            what_en=f"the inspection may not come before the case, opened on {opened.isoformat()}; "
            "attach what was found before as evidence",
        )
    present = [o for o in case.officers if o.hand.account in c.officers]
    people = {o.hand.person for o in present}
    if len(people) < 2:
        raise refuse("TWO_OFFICERS", count=len(people))
    admitted(case, c.evidence_ids)
    return [
        draft(
            case.stream,
            "InspectionRecorded",
            officers=[{**hand_json(o.hand), "certificate_no": o.certificate_no} for o in present],
            held_on=c.held_on,
            place=c.place,
            record=c.record,
            evidence_ids=c.evidence_ids,
        )
    ]


def report(ask: Ask[WriteReport, CaseState]) -> list[Draft]:
    """ReportWritten in six parts (局令4 第三十六条); a later one replaces an earlier one.

    Its facts are of the period of the conduct: refuses LINES_OUTSIDE_PERIOD.
    """
    parts = {name: str(getattr(ask.command, name)) for name in PARTS}
    required(**parts)
    lines: LinesState = ask.states[f"lines:{ask.command.case_no}"]
    covers(ask.state, lines.lines.values())
    return [draft(ask.state.stream, "ReportWritten", **parts)]


INSPECTOR = frozenset({Role.INSPECTOR})
ACTS = (
    Act(
        command=StartInvestigation,
        zh="开始调查",
        en="start the investigation",
        roles=INSPECTOR,
        streams=case_stream,
        answer=start,
        stages=frozenset({Stage.FILED}),
        guards=(ours, is_officer, two_officers, recusal_settled, filing_signed),
        rank=10,
    ),
    Act(
        command=RecordInspection,
        zh="记录现场检查",
        en="record an inspection",
        roles=INSPECTOR,
        streams=case_stream,
        answer=inspect,
        stages=frozenset({Stage.INVESTIGATION}),
        guards=(is_officer, two_officers),
        # One may inspect once more at any time; it is never what the case waits for.
        rank=66,
    ),
    Act(
        command=WriteReport,
        zh="撰写调查终结报告",
        en="write the report",
        roles=INSPECTOR,
        streams=of_lines,
        answer=report,
        stages=frozenset({Stage.INVESTIGATION}),
        guards=(is_officer, two_officers, records_signed),
        rank=20,
        leads=lambda case: case.report is None or case.report_outdated,
    ),
)
