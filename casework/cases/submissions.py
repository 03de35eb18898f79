"""What waits for approval, and who may decide it.

What the head approves is no act of the centre: its supervisor's is an opinion (审核). Where the bureau's own
rule lets the centre decide under its letter of entrustment, the supervisor's is the decision.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from casework.actors import Actor, Role
from casework.acts import Guard
from casework.cases.leaders import withdrawn
from casework.cases.parts import Submission
from casework.cases.stages import (
    CLOSABLE,
    INVESTIGATING,
    PUBLISHABLE,
    TO_HANDLING,
    TO_PENALTY,
    Stage,
)
from casework.cases.state import CaseState
from casework.commands.case import Matter, Outcome
from casework.hands import other_eyes
from casework.law.own import figure
from casework.refusal import refuse

HEAD: Final = "head"
CENTRE: Final = "centre"
#: The rules that say who files a case, who closes it, and who has its decision published.
FILING_RULE: Final = "filing_decided_by"
CLOSING_RULE: Final = "closing_decided_by"
PUBLICATION_RULE: Final = "publication_decided_by"
#: The matters as pages and refusals name them.
NAMES: Final[Mapping[Matter, tuple[str, str]]] = {
    Matter.FILING: ("立案审批", "filing"),
    Matter.MORE_TIME: ("延长期限", "extension"),
    Matter.CLOSING: ("结案", "closing"),
    Matter.PUBLICATION: ("处罚决定公示", "publication"),
    Matter.CONVERSION: ("转换办理程序", "conversion"),
}
#: Where a matter is decided; elsewhere nothing of it waits.
STAGES: Final[Mapping[Matter, frozenset[Stage]]] = {
    Matter.FILING: frozenset({Stage.CLUE}),
    Matter.MORE_TIME: frozenset({Stage.CLUE, Stage.FILED, *INVESTIGATING}),
    Matter.CLOSING: CLOSABLE,
    Matter.PUBLICATION: PUBLISHABLE,
    Matter.CONVERSION: TO_PENALTY | TO_HANDLING,
}


def who_decides(rule: str, states: Mapping[str, Any], at: datetime) -> str:
    """Whether the head or the centre decides, by the bureau's rule of that day."""
    return figure(states, rule, at).value


def waiting(case: CaseState, matter: Matter) -> Submission | None:
    """What was submitted and is not decided; nothing that was returned, or whose hand withdrew since."""
    one = case.submissions.get(matter) if case.stage in STAGES[matter] else None
    if one is None or one.outcome not in (None, Outcome.APPROVED.value):
        return None
    hands = [hand for hand in (one.by, one.reviewed_by) if hand is not None]
    return None if any(withdrawn(case, hand) for hand in hands) else one


def ripe(case: CaseState, matter: Matter) -> Submission | None:
    """What only waits for whoever decides: the head needs the centre's opinion first."""
    one = waiting(case, matter)
    return one if one and (one.outcome or one.decided_by == CENTRE) else None


def decided(case: CaseState, matter: Matter) -> dict[str, int]:
    """The proposal that is decided, by its event."""
    one = waiting(case, matter)
    return {"submission": one.seq} if one else {}


def none_waits(matter: Matter) -> Guard:
    """Guard: nothing was submitted already. Refuses PROPOSAL_PENDING."""

    def guard(case: CaseState, actor: Actor, at: datetime) -> None:
        one = waiting(case, matter)
        if one is not None:
            zh, en = NAMES[matter]
            raise refuse("SUBMISSION_WAITS", matter=zh, matter_en=en, name=one.by.name)

    return guard


def decides(matter: Matter) -> Guard:
    """Guard: it was proposed and reviewed by others, and this is who decides it.

    Refuses STEP_MISSING for what comes first, HEAD_DECIDES, FOUR_EYES.
    """

    def guard(case: CaseState, actor: Actor, at: datetime) -> None:
        one, (zh, en) = waiting(case, matter), NAMES[matter]
        if one is None:
            raise refuse(
                "STEP_MISSING",
                step=f"承办人员提请{zh}",
                step_en=f"the officers' proposal of the {en}",
            )
        if Role.HEAD not in actor.roles and one.decided_by != CENTRE:
            raise refuse("HEAD_DECIDES", matter=zh, matter_en=en)
        if ripe(case, matter) is None:
            raise refuse(
                "STEP_MISSING",
                step=f"基金监管中心负责人对{zh}的审核意见",
                step_en=f"the opinion of the centre's supervisor on the {en}",
            )
        other_eyes(actor, (one.by, one.reviewed_by), f"提请、审核与批准{zh}", f"deciding the {en}")

    return guard
