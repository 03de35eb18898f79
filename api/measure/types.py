"""Measures as the desk shows them."""

from __future__ import annotations

from datetime import date, datetime

import strawberry

from api.inputs import enum_of
from casework.commands.measures import ManagerRole, MeasureType, ServedOf, SubjectKind

enum_of(SubjectKind)
enum_of(MeasureType)
enum_of(ManagerRole)
enum_of(ServedOf)


@strawberry.type
class MeasureForm:
    """A form that the measure can be printed as.

    ``scan`` is the signed and sealed paper, an evidence item, for the bureau alone; ``scanLost`` once
    it is found damaged or missing.
    """

    form_id: str
    title: str
    scan: str | None
    scan_lost: bool


@strawberry.type
class MeasureService:
    """When and how the notice of the measure, or of its end, was served.

    ``receipt`` is the receipt of service, an evidence item, for the bureau alone. ``correctable``:
    another person entered it.
    """

    of: ServedOf
    correctable: bool
    title: str
    served_on: date
    way: str
    particulars: str
    receipt: str | None


@strawberry.type
class MeasureRow:
    """A measure against a subject as it stands at the asked moment.

    ``overAt`` is the first moment after it; null where it lasts until lifted, and while it rests, from
    ``restsSince`` on: what it rests is added to its end. ``liftReasons``: why it was ended before its
    time. ``acts``: what the viewer may do about it now, by mutation. ``source``: measures,
    or points for a doctor's qualification, which is decided on the doctor's own page. ``identityNo``
    (masked without a purpose) and ``managerRole`` are of who is barred from managing institutions.
    """

    id: strawberry.ID
    subject_kind: SubjectKind
    subject_key: str
    department: str
    name: str
    measure_id: str | None
    kind: str
    title: str
    area: str
    starts_at: datetime | None
    over_at: datetime | None
    rests_since: datetime | None
    acts: list[str]
    standing: str
    standing_title: str
    stops: bool
    withholds: bool
    personal: bool
    source: str
    basis: str
    case_no: str | None
    document_no: str
    reasons: str
    lift_reasons: str
    statement: str
    #: The scans of what was signed, for the bureau alone.
    statement_scans: list[str]
    proposed_by: str | None
    decided_by: str | None
    on_behalf_of: str | None
    identity_no: str
    manager_role: str
    notes: list[str]
    forms: list[MeasureForm]
    services: list[MeasureService]
    version: int


@strawberry.type
class MeasureTerm:
    """A row of law that a measure may rest on, in force today; months where it is timed.

    ``penal``: imposed by the decision of a case alone.
    """

    term: str
    title: str
    kind: MeasureType
    kind_title: str
    subjects: list[SubjectKind]
    min_months: int
    max_months: int
    timed: bool
    personal: bool
    penal: bool
    basis: str
    mark: str


@strawberry.type
class OverlapRule:
    """What a new measure does to one of the same subject that still runs."""

    title: str
    mode: str
    basis: str
    mark: str


@strawberry.type
class PharmacyAct:
    """A row of the local table of a pharmacy's points, in force today."""

    act: str
    title: str
    points: int
    refuse: bool
    basis: str
    mark: str


@strawberry.type
class PharmacyLevel:
    """What a year's total of points brings about, at once; ``lifts``: it ends by itself."""

    points: int
    title: str
    lifts: bool
    basis: str
    mark: str


@strawberry.type
class PharmacyOutlook:
    """What acts would bring about for a pharmacy this year if they were decided now."""

    before: int
    after: int
    level: PharmacyLevel | None
    refuse: bool
