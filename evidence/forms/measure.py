"""The values of a form about a measure, and of the centre's letter of entrustment."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from casework.actors import Role
from casework.clocks.calendars import local_date
from casework.commands.measures import SubjectKind
from casework.delegation.state import Entrustment
from casework.documents.catalogue import Form, form_of
from casework.documents.internal import INTERNAL
from casework.hands import Hand
from casework.measures.signed import correction_of
from casework.measures.state import MANAGER_ROLES, Measured, MeasuresState
from casework.points.parameters import BureauState
from evidence.dossier.formats import day, formal_day, moment
from evidence.forms.beside import of_correction
from evidence.forms.rights import agency

Values = dict[str, Any]
_SUBJECTS: Final = {
    SubjectKind.INSTITUTION: "定点医药机构",
    SubjectKind.DEPARTMENT: "责任科室",
    SubjectKind.DOCTOR: "责任人员",
    SubjectKind.INSURED: "参保人员",
}
#: Who is addressed as a person.
_PERSONS: Final = frozenset({SubjectKind.DOCTOR, SubjectKind.INSURED, SubjectKind.MANAGER})


def day_of(form: Form, one: Measured, now: datetime) -> datetime:
    """The moment that a form carries: the decision's, the end's, or now while it is proposed."""
    if told := correction_of(one, form.id):
        return told.at
    if form.id == "lift_notice":
        return one.over_at or now
    return one.decided_at or now


def template_of(form: Form) -> Form:
    """The form from whose template it is filled: every correction's from the one of internal approvals."""
    return form_of(INTERNAL) if form.id.startswith(f"{INTERNAL}-") else form


def made_by(one: Measured, settings: BureauState, bureau: str, at: datetime) -> str:
    """Whose paper it is: the agency's where its own head decides (条例 13), as far as its name was set."""
    own = one.deciders == {Role.AGENCY_HEAD}
    return (agency(settings, at, local_date(at)) if own else "") or bureau


def measure_values(
    form: Form, subject: MeasuresState, one: Measured, bureau: str, at: datetime
) -> Values:
    """The values of a measure's form; `at` is the day that it carries."""
    if told := correction_of(one, form.id):
        return of_correction(subject, one, told, bureau)
    return {
        "bureau": bureau,
        "form": form.zh,
        "number": one.document_no,
        "remarks": "",
        "day": day(at),
        "formal_day": formal_day(at),
        "you": "你" if subject.kind in _PERSONS else "你单位",
        "person": subject.kind in _PERSONS,
        "subject": _subject(subject, one),
        "measure": _measure(one),
        "opinions": _opinions(one),
    }


def _subject(subject: MeasuresState, one: Measured) -> Values:
    """Whom it is against; who is barred from managing goes by his identity number and what he was."""
    if subject.kind is SubjectKind.MANAGER:
        role = MANAGER_ROLES[one.manager_role][0] if one.manager_role else ""
        name, key, kind = subject.department, one.identity_no, f"{subject.name}{role}"
        return {"name": name, "key": key, "department": "", "kind": kind}
    return {
        "name": subject.name,
        "key": subject.subject_key,
        "department": subject.department,
        "kind": _SUBJECTS[subject.kind],
    }


def _measure(one: Measured) -> Values:
    return {
        "title": one.row.zh,
        "reasons": one.reasons,
        "basis": one.basis,
        "document": one.document_no or one.case_no or "",
        "area": one.area,
        "begins": _begins(one),
        "until": _until(one),
        "over": moment(one.over_at) if one.over_at else "",
        "lifted": one.lift_reasons,
        "notes": "；".join(one.notes),
    }


def _begins(one: Measured) -> str:
    """What was decided by itself begins with the service of its notice, or later where that was asked for."""
    if not one.waits:
        return moment(one.starts_at) if one.starts_at else ""
    served = "本通知书送达之日"
    return f"{moment(one.starts_at)}（送达在后的，自送达之日）" if one.starts_at else served


def _until(one: Measured) -> str:
    if one.waits and one.months:
        return f"满 {one.months} 个月"
    return moment(one.ends_at) if one.ends_at else ""


def _opinions(one: Measured) -> list[Values]:
    if one.proposed_at is not None:
        rows = [_row("提出", one.by, one.reasons, one.proposed_at)]
    else:
        # Imposed by the decision of a case, whose own approval form names who proposed it.
        rows = [_row("提出", None, f"{one.reasons}（见案件 {one.case_no} 的审批表）", None)]
    if one.decided_by is not None:
        word = "不同意" if one.refused else "同意"
        rows.append(_row("决定", one.decided_by, word, one.decided_at))
    if one.lifted_at is not None:
        rows.append(_row("解除", one.lifted_by, one.lift_reasons, one.lift_decided_at))
    return rows


def _row(step: str, hand: Hand | None, text: str, at: datetime | None) -> Values:
    name = hand.signed if hand else ""
    return {"step": step, "name": name, "text": text, "day": day(at) if at else ""}


def letter_values(letter: Entrustment, bureau: str) -> Values:
    """The values of a letter of entrustment; it carries the day of its publication."""
    return {
        "bureau": bureau,
        "form": form_of("entrustment").zh,
        "number": letter.document_no,
        "remarks": "",
        "day": day(letter.published_on),
        "formal_day": formal_day(letter.published_on),
        "letter": {
            "scope": letter.scope,
            "published_on": day(letter.published_on),
            "where": letter.where,
            "starts_on": day(letter.starts_on),
            "ends_on": day(letter.ends_on),
            "by": letter.by.name,
        },
    }
