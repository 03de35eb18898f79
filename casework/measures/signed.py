"""The papers of a measure as they were signed and sealed: approval, notice, record of a talk."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from casework.actors import BUREAU, Actor
from casework.acts import Act, Ask, draft
from casework.commands.measures import AttachMeasurePaper
from casework.custody.scans import ANEW, Wanted, former, free_scan, replaced, serves, with_scans
from casework.custody.state import Serves
from casework.delegation.entrust import letter_scans
from casework.delegation.state import STREAM as LETTERS
from casework.documents.catalogue import Form, form_of, forms
from casework.documents.internal import INTERNAL
from casework.events import Draft
from casework.measures.act import stream_of
from casework.measures.state import Measured, MeasuresState, ServiceCorrection, measure_in
from casework.measures.talk import RECORD, brought
from casework.points.service import consent_paper
from casework.refusal import refuse

#: The event that tells of a service put right, which is approved on a form.
CORRECTED: Final = "MeasureServiceCorrected"
#: By what is served: what its receipt is called.
RECEIPTS: Final = {
    "measure": ("措施通知书的送达回证", "receipt of the notice of a measure"),
    "lift": ("解除措施通知书的送达回证", "receipt of the notice that a measure is over"),
}


def measure_forms(one: Measured) -> list[Form]:
    """The forms that a measure can be printed as: notices once it is decided, its end once it ends.

    Each correction of a service has an approval form of its own.
    """
    own = [form for form in forms().values() if one.kind.value in form.kinds and _due(form, one)]
    return [*own, *(approval_form(told) for told in one.corrections)]


def approval_form(told: ServiceCorrection) -> Form:
    """The 内部审批表 of a correction, under its own number: a service may be put right more than once."""
    form = form_of(INTERNAL)
    title = form.title(CORRECTED)
    return replace(form, id=f"{INTERNAL}-{told.about}", zh=title.zh, en=title.en)


def correction_of(one: Measured, form_id: str) -> ServiceCorrection | None:
    """The correction that a form approves; None of the other forms."""
    of = form_id.partition(f"{INTERNAL}-")[2]
    return next((told for told in one.corrections if told.about == of), None)


def unsigned(one: Measured) -> list[ServiceCorrection]:
    """The corrections whose approval form is not back yet, signed."""
    return [told for told in one.corrections if not one.scan_of(approval_form(told).id)]


def _due(form: Form, one: Measured) -> bool:
    if form.id == "measure_approval":
        return True
    if form.id == "lift_notice":
        return one.imposed and (one.lifted_at is not None or one.said)
    # A talk is recorded once it was held: after its notice was served.
    return one.imposed or (one.waiting and form.id != RECORD)


def attach(ask: Ask[AttachMeasurePaper, MeasuresState]) -> list[Draft]:
    """MeasurePaperAttached: one scan for each form that the measure is printed as."""
    c, state = ask.command, ask.state
    one = measure_in(state, c.measure_id)
    known = next((form for form in measure_forms(one) if form.id == c.form_id), None)
    form = known or form_of(c.form_id)
    if known is None:
        raise refuse(
            "STEP_MISSING",
            step=f"该措施的《{form.zh}》（尚不能出具）",
            step_en=f"the '{form.en}' of this measure, which cannot be printed yet",
        )
    wanted = Wanted(_paper(state, one, form), one.scan_of(form.id), ANEW, c.reason)
    # Letters of before items said what they are tell it in their own register.
    taken = (*scans_of(state), *letter_scans(ask.states[LETTERS]))
    item = free_scan(ask.states, c.evidence_id, wanted, taken)
    told = {"measure_id": c.measure_id, "form_id": form.id, "title": form.zh}
    scan = {"evidence_id": c.evidence_id, "sha256": item.sha256}
    kept = draft(state.stream, "MeasurePaperAttached", **told, **scan, **former(wanted))
    told_of = [kept, *replaced(wanted, c.evidence_id), serves(c.evidence_id, wanted.paper)]
    return [*told_of, *brought(ask, one, form.id, c.evidence_id)]


def _paper(state: MeasuresState, one: Measured, form: Form) -> Serves:
    key = f"{state.stream}/{one.measure_id}/{form.id}"
    who = f"{state.subject_key} {one.measure_id}"
    return Serves(key, f"{form.zh}（{who}）", f"{form.en} ({who})")


def scans_of(state: MeasuresState) -> Iterator[tuple[str, Serves]]:
    """Every scan of a paper of the subject's measures: forms, receipts, consents."""
    for one in state.measures:
        named = {form.id: form for form in measure_forms(one)}
        signed = ((named.get(form_id) or form_of(form_id), scan) for form_id, scan in one.signed)
        yield from ((scan, _paper(state, one, form)) for form, scan in signed)
        for service in one.services:
            yield service.receipt, receipt_of(state, one, service.of)
            if service.consent:
                yield service.consent, consent_paper(state.stream)


def receipt_of(state: MeasuresState, one: Measured, of: str) -> Serves:
    """The receipt of the notice of a measure, or that it was lifted."""
    zh, en = RECEIPTS[of]
    who = f"{state.subject_key} {one.measure_id}"
    key = f"{state.stream}/{one.measure_id}/receipt:{of}"
    return Serves(key, f"{zh}（{who}）", f"{en} ({who})")


def of_paper(
    command: AttachMeasurePaper, actor: Actor, states: Mapping[str, Any]
) -> tuple[str, ...]:
    """The subject's stream, the scan, the scan that the form has, once that is known, and the letters."""
    (own,) = stream_of(command, actor, states)
    state: MeasuresState | None = states.get(own)
    measures = state.measures if state else ()
    one = next((m for m in measures if m.measure_id == command.measure_id), None)
    stands = one.scan_of(command.form_id) if one else None
    case = (f"case:{one.case_no}",) if one and one.case_no else ()
    return (*with_scans(own, command.evidence_id, stands), LETTERS, *case)


ACTS = (
    Act(
        AttachMeasurePaper, "附入措施文书签章件", "attach a signed paper of a measure", BUREAU,
        of_paper, attach, rank=81,
    ),
)  # fmt: skip
