"""Clue check and filing: extend the check, file, or decline (局令4 第十四、十五条)."""

from collections.abc import Callable
from datetime import datetime

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.cases.guards import no_referral_waits, not_officer, nothing_held, two_officers
from casework.cases.jurisdiction import ours
from casework.cases.limitation import within_limitation
from casework.cases.place import judged_by, own_county
from casework.cases.stages import Stage, move
from casework.cases.state import CaseState
from casework.cases.streams import case_stream, of_penal
from casework.cases.submissions import decided, decides, ripe
from casework.clocks.calendars import local_date
from casework.clocks.periods import not_over
from casework.clocks.rows import row_on
from casework.commands.case import DeclineCase, ExtendClue, FileCase, Filing, Matter, ProposeFiling
from casework.events import Draft
from casework.points.parameters import STREAM
from casework.refusal import refuse

CLUE = frozenset({Stage.CLUE})
LEADERS = frozenset({Role.SUPERVISOR, Role.HEAD})
CONDITIONS = {
    "preliminary_proof": ("有初步证据证明存在违法行为", "first evidence of a breach"),
    "penalty_possible": ("依法应当给予行政处罚", "a penalty is due by law"),
    "own_jurisdiction": ("属于本机关管辖", "within our jurisdiction"),
    "within_limitation": ("在处罚时效内", "within the limitation"),
}


def file_case(ask: Ask[FileCase, CaseState]) -> list[Draft]:
    """CaseFiled when all four conditions are confirmed."""
    c = ask.command
    required(reasons=c.reasons)
    confirmed(c)
    within_limitation(ask.state, c.harmful_result)
    move(ask.state.stage, Stage.FILED, "立案", "file")
    harmful = {"harmful_result": True} if c.harmful_result else {}
    place = judged_by(ask.state, ask.states[STREAM], local_date(ask.at))
    data = {"conditions": list(CONDITIONS), **harmful, **place, "reasons": c.reasons}
    if c.docket_no:
        data |= {"docket_no": c.docket_no, "series": "case", "serial": c.serial, "year": c.year}
    return [
        draft(
            ask.state.stream,
            "CaseFiled",
            **data,
            **decided(ask.state, Matter.FILING),
            **_reporter(ask.state),
        )
    ]


def confirmed(c: FileCase | ProposeFiling) -> None:
    """All four conditions. Refuses FILING_CONDITIONS with those that are missing."""
    missing = [names for field, names in CONDITIONS.items() if not getattr(c, field)]
    if missing:
        zh, en = zip(*missing, strict=True)
        raise refuse("FILING_CONDITIONS", missing="、".join(zh), missing_en=", ".join(en))


def decline(ask: Ask[DeclineCase, CaseState]) -> list[Draft]:
    """CaseDeclined with reasons."""
    required(reasons=ask.command.reasons)
    move(ask.state.stage, Stage.NOT_FILED, "不予立案", "decline")
    told = {**decided(ask.state, Matter.FILING), **_reporter(ask.state)}
    return [draft(ask.state.stream, "CaseDeclined", reasons=ask.command.reasons, **told)]


def _reporter(case: CaseState) -> dict[str, bool]:
    """That a reporter is to be told of it: the period for that begins with the event."""
    return {"real_name": True} if case.real_name else {}


def extend(ask: Ask[ExtendClue, CaseState]) -> list[Draft]:
    """ClueExtended, as often as its dated row allows, and before it is over."""
    required(reason=ask.command.reason)
    not_over(ask.history[ask.state.stream], "clue_check", ask.at)
    return [draft(ask.state.stream, "ClueExtended", reason=ask.command.reason)]


def clue_extendable(case: CaseState, actor: Actor, at: datetime) -> None:
    on = local_date(case.opened_at or at)
    steps = row_on("clue_check", on).extensions[0].steps
    if case.clue_extensions >= len(steps):
        raise refuse(
            "EXTENSION_SPENT",
            limit=f"{steps[-1]} 个工作日，{len(steps)} 次",
            limit_en=f"{steps[-1]} working days, {len(steps)} time(s)",
        )


def _proposed(filing: Filing) -> Callable[[CaseState], bool]:
    """Whether that is what was proposed, and waits for the decision alone."""

    def waits(case: CaseState) -> bool:
        one = ripe(case, Matter.FILING)
        return one is not None and one.filing == filing

    return waits


FILE = Act(
    command=FileCase,
    zh="批准立案",
    en="file the case",
    roles=LEADERS,
    streams=of_penal,
    answer=file_case,
    stages=CLUE,
    guards=(
        own_county,
        two_officers,
        ours,
        not_officer("立案审批", "approving the filing"),
        decides(Matter.FILING),
    ),
    rank=10,
    leads=_proposed(Filing.FILE),
)
DECLINE = Act(
    command=DeclineCase,
    zh="不予立案",
    en="do not file",
    roles=LEADERS,
    streams=case_stream,
    answer=decline,
    stages=CLUE,
    guards=(
        no_referral_waits,
        nothing_held,
        not_officer("立案审批", "deciding on the filing"),
        decides(Matter.FILING),
    ),
    rank=11,
    leads=_proposed(Filing.NOT_FILE),
)
EXTEND = Act(
    command=ExtendClue,
    zh="延长线索核查",
    en="extend the clue check",
    roles=LEADERS,
    streams=case_stream,
    answer=extend,
    stages=CLUE,
    guards=(
        clue_extendable,
        not_officer("承办与延长线索核查", "extending the clue check"),
        decides(Matter.MORE_TIME),
    ),
    rank=12,
    leads=lambda case: ripe(case, Matter.MORE_TIME) is not None,
)
ACTS = (FILE, DECLINE, EXTEND)
