"""When the conduct began and ended: what the investigation finds chooses law and limitation.

A continuing act follows the law at its end (处罚法 36, 37), so what was registered with the lead gives
way to what the confirmed lines show, before the party is told.
"""

from collections.abc import Iterable
from datetime import date

from casework.acts import Act, Ask, draft, required
from casework.cases.attach import WORKERS
from casework.cases.guards import no_proposal_waits
from casework.cases.limitation import discovery, limitation_ends, within_limitation
from casework.cases.open import ordered
from casework.cases.stages import Stage
from casework.cases.state import CaseState
from casework.cases.streams import case_stream
from casework.clocks.calendars import local_date
from casework.commands.case import CorrectConduct
from casework.copying import replace
from casework.events import Draft
from casework.lines.guards import establishes
from casework.lines.judge import JUDGING
from casework.lines.state import Line
from casework.refusal import refuse


def correct(ask: Ask[CorrectConduct, CaseState]) -> list[Draft]:
    """ConductCorrected with the period before it; refuses LIMITATION_OVER once the case is filed.

    The end of the limitation, in its shorter term, is told with it.
    """
    c, case = ask.command, ask.state
    required(reasons=c.reasons)
    ordered(c.conduct_from, c.conduct_to, local_date(ask.at))
    registered = local_date(case.opened_at or ask.at)
    found = _discovery(c, case, registered)
    period = (c.conduct_from, c.conduct_to)
    told = (case.conduct_from, case.conduct_to, case.discovered_on, case.discovered_by)
    known = (c.discovered_on or case.discovered_on, c.discovered_by.strip() or case.discovered_by)
    if (*period, *known) == told:
        raise refuse("ALREADY_DONE")
    if case.stage not in UNFILED:
        on = c.discovered_on or case.discovered_on
        said = replace(case, conduct_to=c.conduct_to, discovered_on=on)
        within_limitation(said, case.harmful_result)
    return [
        draft(
            case.stream,
            "ConductCorrected",
            conduct_from=c.conduct_from,
            conduct_to=c.conduct_to,
            former_from=case.conduct_from,
            former_to=case.conduct_to,
            limitation_ends=limitation_ends(c.conduct_to, case.harmful_result),
            reasons=c.reasons,
            **found,
            **({"discovered_before": case.discovered_on} if found and case.discovered_on else {}),
        )
    ]


def _discovery(c: CorrectConduct, case: CaseState, registered: date) -> dict[str, object]:
    """What is corrected of the discovery: its paper alone, too, on the day that stands. Refuses FIELD_REQUIRED."""
    if c.discovered_on is None and not c.discovered_by.strip():
        return {}
    on = c.discovered_on or case.discovered_on
    if on is None:
        raise refuse("FIELD_REQUIRED", field="发现日期", field_en="the day of the discovery")
    return discovery(on, c.discovered_by, registered)


def covers(case: CaseState, lines: Iterable[Line]) -> None:
    """Refuse LINES_OUTSIDE_PERIOD where a confirmed line was billed before or after the conduct."""
    if case.conduct_from is None or case.conduct_to is None:
        return
    days = sorted(line.of.on for line in lines if line.confirmed and line.of.on is not None)
    if days and not case.conduct_from <= days[0] <= days[-1] <= case.conduct_to:
        raise refuse(
            "LINES_OUTSIDE_PERIOD",
            first=days[0].isoformat(),
            last=days[-1].isoformat(),
            begins=case.conduct_from.isoformat(),
            ends=case.conduct_to.isoformat(),
        )


#: Before the filing the limitation is no bar to a correction: the filing itself looks at it.
UNFILED = frozenset({Stage.CLUE, Stage.HANDLING})
ACT = Act(
    command=CorrectConduct,
    zh="更正行为起止时间",
    en="correct the period of the conduct",
    roles=WORKERS,
    streams=case_stream,
    answer=correct,
    # As the lines are judged: until a proposal is under way, and the party is told.
    stages=JUDGING,
    guards=(establishes, no_proposal_waits),
    rank=65,
)
