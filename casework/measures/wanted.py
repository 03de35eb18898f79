"""Papers of a case's measures that have to be back, signed and sealed, before the case is closed."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from casework.actors import BUREAU, Actor
from casework.acts import Action
from casework.cases.guards import owed
from casework.cases.state import CaseState
from casework.copying import replace
from casework.documents.catalogue import Form
from casework.documents.lacking import NOT_ATTACHED_SCAN, Lacking
from casework.measures.serve import to_serve
from casework.measures.signed import RECEIPTS, measure_forms
from casework.measures.state import Measured, MeasuresState
from casework.refusal import refuse

#: What the acts are called that mend a lack.
NAMES: Final = {
    "AttachMeasurePaper": ("附入措施文书签章件", "attach a signed paper of a measure"),
    "ServeMeasure": ("送达措施通知书", "serve the notice of a measure"),
}
APPROVAL, LIFTED = "measure_approval", "lift_notice"


def wanted(one: Measured) -> list[Form]:
    """The forms of a measure that somebody signs: its notices, its record, and what was approved apart.

    What the decision of a case imposed at once was approved with it. Nothing of one that was refused
    or taken in before it began; its end is told where somebody ended it, not where it ran out.
    """
    if not (one.imposed or one.waiting) or one.never_began:
        return []
    return [form for form in measure_forms(one) if _signed(form, one)]


def _signed(form: Form, one: Measured) -> bool:
    if form.id == APPROVAL:
        return one.proposed_at is not None
    if form.id == LIFTED:
        return one.lifted_at is not None and not one.absorbed
    return True


def measure_papers(case: CaseState, states: Mapping[str, Any]) -> tuple[Lacking, ...]:
    """What the measures of a case that is not over lack of their signed papers; `states`: their streams."""
    if case.closed_at is not None:
        return ()
    return tuple(_lacking(case, states))


def _lacking(case: CaseState, states: Mapping[str, Any]) -> Iterator[Lacking]:
    for stream in case.measured:
        state: MeasuresState = states[stream]
        whose = f"{state.subject_key} {state.department}".strip()
        for one in state.measures:
            if one.case_no != case.case_no:
                continue
            for form in wanted(one):
                if not one.scan_of(form.id):
                    zh = f"{form.zh}（{whose} {one.measure_id}）"
                    en = f"{form.en} ({whose} {one.measure_id})"
                    yield Lacking(zh, en, NOT_ATTACHED_SCAN, "AttachMeasurePaper")
            if of := to_serve(one):
                zh, en = RECEIPTS[of]
                who = f"{whose} {one.measure_id}"
                yield Lacking(f"{zh}（{who}）", f"{en} ({who})", NOT_ATTACHED_SCAN, "ServeMeasure")


def closing_near(case: CaseState) -> bool:
    """Whether papers of measures may be all that keeps the case from being closed."""
    return bool(case.measured) and case.closed_at is None and (case.court_applied or not owed(case))


def seen_with(case: CaseState, states: Mapping[str, Any]) -> CaseState:
    """The case with what its measures lack, so that no closing is offered that would be refused."""
    return replace(case, measure_gaps=measure_papers(case, states))


def paper_first(offered: tuple[Action, ...], case: CaseState, actor: Actor) -> tuple[Action, ...]:
    """The first missing paper of the case's measures as the next step, where nothing else is."""
    none = not any(one.primary for one in offered)
    if not (case.measure_gaps and closing_near(case) and none and actor.holds(*BUREAU)):
        return offered
    gap = case.measure_gaps[0]
    zh, en = NAMES[gap.act]
    return (Action(gap.act, zh, en, True, (gap.zh, gap.en)), *offered)


def measures_signed(case: CaseState, states: Mapping[str, Any]) -> None:
    """Refuse MEASURES_UNSIGNED with the papers of the case's measures that are not back."""
    found = measure_papers(case, states)
    if found:
        raise refuse(
            "MEASURES_UNSIGNED",
            count=len(found),
            forms="、".join(one.zh for one in found),
            forms_en="; ".join(one.en for one in found),
        )
