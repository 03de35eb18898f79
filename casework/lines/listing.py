"""Bring lines into a case: those behind its findings, and single ones by hand."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Final

from casework.acts import Act, Ask, draft, required
from casework.cases.attach import WORKERS
from casework.cases.guards import no_proposal_waits
from casework.cases.stages import Stage
from casework.cases.state import CaseState
from casework.clocks.calendars import local_date
from casework.commands.case import PartyKind
from casework.commands.case.lines import AddLine, CaseLine, ListLines
from casework.events import Draft
from casework.lines.guards import establishes
from casework.lines.judge import ESTABLISHING, JUDGING
from casework.lines.settle import holds, pieces, registers, said
from casework.lines.settled import told
from casework.lines.state import Line, LinesState, held_of, totals_of, visit_of
from casework.lines.streams import of_listing
from casework.money import yuan
from casework.refusal import refuse

#: What stands for a line that somebody listed by hand.
BY_HAND = "by_hand"

#: 停权医师结算: fees of a doctor who was suspended or terminated when they arose.
BARRED_RULE: Final = "barred_doctor_settlement"


def list_lines(ask: Ask[ListLines, CaseState]) -> list[Draft]:
    """LinesListed: lines of the case's own findings that are not listed yet.

    A finding behind which no line stands (its delivery was withdrawn, or it was typed) is one line
    at its own amount, so that every suspicion is judged. The fees of a barred
    doctor that were listed so stay one line: their lines beside it would claim the same money twice.
    """
    case, lines = ask.state, _lines(ask)
    own = {finding.finding_id for finding in case.findings} - _whole(lines)
    found = [line for line in ask.command.lines if line.finding_id in own]
    covered = {line.finding_id for line in (*found, *(x.of for x in lines.lines.values()))}
    party = case.party.key if case.party else ""
    # A finding may span institutions, or lie with others: what they billed is not this one's to
    # return.
    place = party if case.party and case.party.kind is PartyKind.INSTITUTION else ""
    given = [line for line in found if not place or line.fixmedins_code == place]
    whole = [
        CaseLine(f.finding_id, f.finding_id, f.rule_id, party, f.amount, f.amount, item=f.sentence)
        for f in case.findings
        if f.finding_id not in covered and f.amount > 0
    ]
    if found and not given and not whole:
        raise refuse("LINES_ELSEWHERE", name=case.party.name if case.party else party)
    events = _listed(case, lines, (*given, *whole))
    return [*events, *_visits(ask, (*given, *whole))]


def takes_lines(case: CaseState) -> bool:
    """Whether lines can still be listed: now, after a suspension, or when a proposal is returned.

    Past that a case answers for what it listed; what comes later is another case's.
    """
    stage = case.return_to if case.stage is Stage.SUSPENDED else case.stage
    proposed = case.proposal is not None and case.proposal.outcome == "approved"
    return case.is_open and stage in JUDGING and not proposed


def arrived(case: CaseState, lines: LinesState, behind: Iterable[CaseLine]) -> tuple[CaseLine, ...]:
    """Return the lines that came behind the case's findings after it listed them.

    `behind`: the lines behind its findings as the claims have them now. Nothing while it has listed
    none yet, or once it takes no more.
    """
    if not lines.lines or not takes_lines(case):
        return ()
    own = {finding.finding_id for finding in case.findings} - _whole(lines)
    place = case.party.key if case.party and case.party.kind is PartyKind.INSTITUTION else ""
    new = {
        line.line_id: line
        for line in behind
        if line.finding_id in own
        and line.line_id not in lines.lines
        and (not place or line.fixmedins_code == place)
    }
    return tuple(new.values())


def _whole(lines: LinesState) -> set[str]:
    """Fees of barred doctors that were listed as one line at what was billed, as all of them once were."""
    return {
        line.of.finding_id
        for line in lines.lines.values()
        if line.of.rule_id == BARRED_RULE
        and line.of.line_id == line.of.finding_id
        and line.of.on is None
    }


def _visits(ask: Ask[ListLines, CaseState], listed: Iterable[CaseLine]) -> list[Draft]:
    """RefundsSettled with what came back of the lines' visits and names none of the lines."""
    codes = {visit_of(line.line_id): line.fixmedins_code for line in listed}
    return [
        event
        for code, book in registers(ask.states).items()
        for event in told(book, (v for v in ask.command.visits if codes.get(v.visit) == code))
    ]


def add_line(ask: Ask[AddLine, CaseState]) -> list[Draft]:
    """LinesListed with the line that somebody typed."""
    c, case = ask.command, ask.state
    required(bill=c.bill, title=c.title)
    if c.on is not None and c.on > local_date(ask.at):
        raise refuse(
            "DATE_ORDER", what="费用日期不得晚于今天", what_en="billed no later than today"
        )
    line = CaseLine(
        line_id=c.bill.strip(),
        finding_id=BY_HAND,
        rule_id=BY_HAND,
        fixmedins_code=c.fixmedins_code,
        amount=c.amount,
        inside_policy=c.inside_policy,
        fund_share=c.fund_share,
        group_difference=c.group_difference,
        on=c.on,
        item=c.title,
    )
    return _listed(case, _lines(ask), (line,), by_hand=True)


def _lines(ask: Ask[ListLines, CaseState] | Ask[AddLine, CaseState]) -> LinesState:
    lines: LinesState = ask.states[f"lines:{ask.state.case_no}"]
    return lines


def _listed(
    case: CaseState, lines: LinesState, given: Iterable[CaseLine], *, by_hand: bool = False
) -> list[Draft]:
    new: dict[str, CaseLine] = {}
    for line in given:
        # Two findings may rest on one line: it is listed, and lost, once, for the graver of them.
        before = new.get(line.line_id)
        if line.line_id not in lines.lines and (
            before is None or held_of(before) < held_of(_checked(line))
        ):
            new[line.line_id] = _checked(line)
    if not new and by_hand:
        raise refuse("ALREADY_DONE")
    if not new:
        raise refuse("NOTHING_TO_LIST")
    rows = [asdict(line) for line in new.values()]
    added = totals_of(Line(line) for line in new.values())
    now = totals_of((*lines.lines.values(), *(Line(line) for line in new.values())))
    told = draft(
        case.stream,
        "LinesListed",
        count=len(rows),
        amount=added.suspected,
        by_hand=by_hand,
        **said(now),
    )
    each = [draft(lines.stream, "LinesListed", lines=piece) for piece in pieces(rows)]
    return [told, *each, *holds(case.case_no, new.values())]


def _checked(line: CaseLine) -> CaseLine:
    """Refuses BAD_AMOUNT, BAD_VALUE for figures that cannot be."""
    amount, inside = yuan(line.amount), yuan(line.inside_policy)
    where = line.line_id[:40]
    if inside > amount:
        raise refuse(
            "BAD_VALUE",
            field=f"{where} 政策范围内金额",
            field_en=f"{where}: amount within the policy",
            why="不得大于明细金额",
            why_en="it may not be above the amount of the line",
        )
    if not line.fund_share.is_finite() or not 0 <= line.fund_share <= 1:
        raise refuse(
            "BAD_VALUE",
            field=f"{where} 基金支付比例",
            field_en=f"{where}: share paid by the fund",
            why="应在 0 与 1 之间",
            why_en="between 0 and 1",
        )
    for part in (line.group_difference, line.at_risk):
        if part is not None:
            yuan(part)
    return line


def _waits(case: CaseState) -> bool:
    return case.stage in ESTABLISHING and bool(case.findings) and not case.lines.listed


ACTS = (
    Act(
        ListLines, "列入明细", "list the lines", WORKERS, of_listing, list_lines, JUDGING,
        (establishes, no_proposal_waits), rank=14, leads=_waits,
    ),
    Act(
        AddLine, "手工列入明细", "list a line by hand", WORKERS, of_listing, add_line, JUDGING,
        (establishes, no_proposal_waits), rank=64,
    ),
)  # fmt: skip
