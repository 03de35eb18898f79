"""Who may not manage designated institutions for five years (条例 43): what such a bar rests on.

The article bars the legal representative or the principal of an institution whose violation cost the
fund heavily or had a seriously bad effect on society. It follows from the facts of a decision against
the institution: a penalty, or a handling that terminated the agreement. What a heavy loss is the
article does not say: the bureau's own parameter does, where it is set.
"""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any, Final

from casework.acts import required
from casework.cases.state import CaseState
from casework.clocks.calendars import local_date
from casework.commands.agreement import MeasureKind
from casework.commands.case import PartyKind, Path
from casework.commands.measures import MeasureType, ProposeMeasure
from casework.id_number import typed
from casework.measures.rows import Term
from casework.measures.state import MeasuresState
from casework.points.parameters import STREAM as PARAMETERS
from casework.points.parameters import BureauState
from casework.refusal import refuse

PARAMETER: Final = "serious_loss"
BY_LOSS: Final = "tiaoli-43-loss"


def stream_of_case(case_no: str) -> tuple[str, ...]:
    """The stream of the case that a bar rests on; none of any other measure."""
    return (f"case:{case_no.strip()}",) if case_no.strip() else ()


def grounds(
    c: ProposeMeasure, state: MeasuresState, term: Term, states: Mapping[str, Any], at: datetime
) -> dict[str, object]:
    """What a proposed bar is told with; nothing of any other measure.

    Refuses FIELD_REQUIRED, BAD_VALUE, STEP_MISSING without a decision against the institution that
    stands and was served, LOSS_NOT_SERIOUS below the bureau's own figure, ALREADY_DONE for a second
    bar of the same person by one case.
    """
    if term.kind is not MeasureType.BAR_MANAGER:
        own_case = c.case_no.strip() and not term.of_handling
        if own_case or c.identity_no.strip() or c.manager_role is not None:
            raise refuse(
                "BAD_VALUE", field="案号、证件号码、身份", field_en="case, identity number and role",
                why="只用于禁止从事定点医药机构管理活动；案号另用于经办机构在协议处理中的约谈",
                why_en="only a bar from managing has them; a case, the agency's talk in a handling, too",
            )  # fmt: skip
        return {}
    if c.manager_role is None:
        raise refuse(
            "FIELD_REQUIRED", field="在机构中的身份", field_en="the role in the institution"
        )
    required(case_no=c.case_no, identity_no=c.identity_no)
    number = typed(c.identity_no)
    case: CaseState = states[f"case:{c.case_no.strip()}"]
    stands(case, state)
    _serious(case, c.term, states, at)
    once(state, case.case_no)
    return {
        "case_no": case.case_no,
        "manager_role": c.manager_role,
        "identity_no": number,
        "on_penalty": case.path is Path.ADMINISTRATIVE,
    }


def stands(case: CaseState, state: MeasuresState) -> None:
    """The decision against the institution that a bar rests on. Refuses BAD_VALUE, STEP_MISSING."""
    party = case.party
    institution = party is not None and party.kind is PartyKind.INSTITUTION
    if party is None or not institution or party.key != state.subject_key:
        raise refuse(
            "BAD_VALUE", field="案号", field_en="the case", why="该案的当事人不是该机构",
            why_en="its party is not this institution",
        )  # fmt: skip
    decision, handling = case.decision, case.handling
    against = decision is not None and decision.ruling == "penalty" and not case.annulled
    ended = handling is not None and any(
        one.kind is MeasureKind.TERMINATE_AGREEMENT for one in handling.measures
    )
    if not against or not (case.path is Path.ADMINISTRATIVE or ended):
        raise refuse(
            "STEP_MISSING", step="对该机构的处罚决定，或者解除协议的协议处理决定",
            step_en="a penalty decision against the institution, or a handling that ends its agreement",
        )  # fmt: skip
    if case.served_on is None:
        raise refuse("STEP_MISSING", step="送达决定书", step_en="service of the decision")


def _serious(case: CaseState, term: str, states: Mapping[str, Any], at: datetime) -> None:
    """By the bureau's own figure; while it has none the reasons of the record say why."""
    bureau: BureauState = states[PARAMETERS]
    told = bureau.value(PARAMETER, local_date(at))
    loss = _loss(case)
    if term == BY_LOSS and told and loss < Decimal(told):
        raise refuse("LOSS_NOT_SERIOUS", asked=loss, minimum=Decimal(told))


def _loss(case: CaseState) -> Decimal:
    """What the fund lost by the case: by its confirmed lines, or as its decision demands it back."""
    if case.lines.listed:
        return case.lines.loss
    return case.decision.recovery if case.decision is not None else Decimal(0)


def once(state: MeasuresState, case_no: str) -> None:
    """One case bars a person once. Refuses ALREADY_DONE."""
    for one in state.measures:
        same = one.kind is MeasureType.BAR_MANAGER and one.case_no == case_no
        if same and not one.refused and one.lifted_at is None:
            raise refuse("ALREADY_DONE")
