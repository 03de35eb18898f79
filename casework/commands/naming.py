"""Which fields of a command name an object, and of what kind.

Every id inside a command is looked up for the acting person before its events are written
(`graph.sight`). The table goes by field, so that a new command is covered by its words; a test
holds every text field of every command against it.
"""

import dataclasses
from collections.abc import Iterator
from enum import StrEnum
from typing import Any, Final

from casework.commands.accounts import CreateAccount
from casework.commands.agreement import MeasureKind, ProposeHandling
from casework.commands.base import Command
from casework.commands.case import OfficerRef, Party, PartyKind
from casework.commands.evidence import ReceiveEvidence
from casework.commands.judgement import JudgeMark, JudgeMembers, MarkKind, NoteMark
from casework.commands.measures import ProposeMeasure, SubjectKind
from casework.commands.points import Basis, BasisKind, RecordScore, StaffKind


class Named(StrEnum):
    """What an id may name."""

    CASE = "case"
    COLLEAGUE = "colleague"
    DEPUTY = "deputy"
    ASSIGNEE = "assignee"
    CERTIFICATE = "certificate"
    DOCTOR = "doctor"
    INSTITUTION = "institution"
    PATIENT = "patient"
    PICTURE = "picture"
    RING = "ring"
    RING_MEMBER = "ring_member"
    STAFF = "staff"


#: Looked up by the table below.
FIELDS: Final[dict[str, Named]] = {
    "addressees": Named.ASSIGNEE,
    "assignee": Named.ASSIGNEE,
    "certificate": Named.CERTIFICATE,
    "consent_scan": Named.CERTIFICATE,
    "receipt_scan": Named.CERTIFICATE,
    "paper_scan": Named.CERTIFICATE,
    "objection_scan": Named.CERTIFICATE,
    "application_scan": Named.CERTIFICATE,
    "withdrawal_scan": Named.CERTIFICATE,
    "statement_scan": Named.CERTIFICATE,
    "enclosures": Named.CERTIFICATE,
    "materials": Named.CERTIFICATE,
    "expert_paper": Named.CERTIFICATE,
    "chair": Named.COLLEAGUE,
    "deputy": Named.DEPUTY,
    "stand_in": Named.DEPUTY,
    "fixmedins_code": Named.INSTITUTION,
    "home_case": Named.CASE,
    "handed_over_by": Named.COLLEAGUE,
    "investigation_id": Named.PICTURE,
    "members": Named.COLLEAGUE,
    "patient": Named.PATIENT,
    "former_workplaces": Named.INSTITUTION,
    "kin": Named.PATIENT,
    "officer": Named.COLLEAGUE,
    "insured_no": Named.PATIENT,
    "officers": Named.COLLEAGUE,
    "undeclared": Named.COLLEAGUE,
    "acting": Named.COLLEAGUE,
    "ring_id": Named.RING,
    "ring_ids": Named.RING,
}
#: Held against the loaded events of the command's own streams: the object itself and its parts.
OWN: Final = frozenset(
    {
        "attempt_id",
        "bill",
        "visit",
        "batch_id",
        "application_id",
        "case_no",
        "consent",
        "consequence_evidence",
        "course_id",
        "decider",
        "doctors",
        "document",
        "earlier_entry",
        "about",
        "entry_id",
        "evidence_id",
        "evidence_ids",
        "finding_id",
        "hold_id",
        "inspection_no",
        "interview_id",
        "paper_id",
        "payment_id",
        "refund_id",
        "places",
        "visit_list",
        "bills",
        "finding_ids",
        "issue_id",
        "left_out",
        "login",
        "named_doctors",
        "object_key",
        "order_id",
        "object_keys",
        "prac_psn_code",
        "proposal_id",
        "repair_id",
        "psn_nos",
        "question_id",
        "recusal_id",
        "remedy_id",
        "request_id",
        "sent_no",
        "session_id",
        "stream",
        "task_id",
        "version_id",
        "worksheet_id",
        "subject_key",
        "measure_id",
        "message_id",
        "reply_to",
        "bar_id",
        "absence_id",
        "delegation_id",
        "key_id",
        "line_id",
        "line_ids",
        "psn_no",
    }
)

SUBJECTS: Final[dict[SubjectKind, Named]] = {
    SubjectKind.INSTITUTION: Named.INSTITUTION,
    SubjectKind.DEPARTMENT: Named.INSTITUTION,
    SubjectKind.DOCTOR: Named.DOCTOR,
    SubjectKind.INSURED: Named.PATIENT,
    SubjectKind.MANAGER: Named.INSTITUTION,
}


@dataclasses.dataclass(frozen=True)
class Reference:
    """An object that a command names; `field` tells where, `case_no` in whose case it has to fit."""

    kind: Named
    key: str
    field: str
    case_no: str = ""


def references_of(command: Command) -> tuple[Reference, ...]:
    """Return what `command` names beside its own object, each once, in the order of its fields."""
    return tuple(dict.fromkeys((*_special(command), *_of(command))))


def _special(command: Command) -> Iterator[Reference]:
    match command:
        case RecordScore(staff=StaffKind.PHARMACY_PRINCIPAL | StaffKind.PHARMACY_STAFF):
            # The head of a pharmacy need not be in the register of health staff.
            return
        case RecordScore():
            # The first score opens the file of a doctor, who must be one.
            yield Reference(Named.DOCTOR, command.prac_psn_code, "prac_psn_code")
        case ReceiveEvidence(case_no=str(case_no)):
            yield Reference(Named.CASE, case_no, "case_no")
        case ProposeMeasure():
            yield Reference(SUBJECTS[command.subject_kind], command.subject_key, "subject_key")
        case ProposeHandling():
            for measure in command.measures:
                if measure.kind is MeasureKind.SUSPEND_PERSON and measure.target:
                    yield Reference(Named.STAFF, measure.target, "target", command.case_no)
        case JudgeMark(kind=MarkKind.RING) | NoteMark(kind=MarkKind.RING):
            # Findings lie outside the graph; who asks reads them there first.
            yield Reference(Named.RING, command.key, "key")
        case JudgeMembers():
            for psn_no in command.psn_nos:
                yield Reference(Named.RING_MEMBER, f"{command.ring_id}/{psn_no}", "psn_nos")


def _of(value: Any) -> Iterator[Reference]:
    match value:
        case CreateAccount():
            # An account may be bound to codes that the bureau imports later.
            return
        case Party():
            person = value.kind is PartyKind.PERSON
            yield Reference(Named.PATIENT if person else Named.INSTITUTION, value.key, "party")
        case Basis(kind=BasisKind.CASE):
            yield Reference(Named.CASE, value.reference, "basis")
        case OfficerRef():
            yield Reference(Named.COLLEAGUE, value.account, "officers")
        case _ if dataclasses.is_dataclass(value):
            for field in dataclasses.fields(value):
                yield from _field(field.name, getattr(value, field.name))


def _field(name: str, value: Any) -> Iterator[Reference]:
    kind = FIELDS.get(name)
    for one in value if isinstance(value, tuple) else (value,):
        if not isinstance(one, str):
            yield from _of(one)
        elif kind is not None and one:
            yield Reference(kind, one, name)
