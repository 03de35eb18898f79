"""Documents of a case, templates and number series as the desk shows them."""

from __future__ import annotations

from datetime import date, datetime

import strawberry


@strawberry.type
class FormKind:
    """A legal form: what it is called, what it rests on; ``missing``: what the case still lacks."""

    form_id: str
    title: str
    basis: str
    series: str | None
    inner: bool
    missing: str | None


@strawberry.type
class IssuedForm:
    """A form that was issued; ``void`` is the reason when it is 作废, ``signed`` the scan's id."""

    issue_id: str
    form_id: str
    title: str
    number: str
    inner: bool
    issued_by: str
    issued_at: datetime
    remarks: str
    void: str
    signed: str | None


@strawberry.type
class MissingPaper:
    """A paper of the case that is not there, or not back with its signature; ``why`` says which."""

    title: str
    why: str
    act: str


@strawberry.type
class PaperGap:
    """What coming papers would print as missing.

    ``act`` fills it where the case has it to say, else a ``parameter`` of the bureau is to be proposed;
    ``waits``: somebody proposed one, and it is not approved or not in force yet.
    """

    what: str
    act: str | None
    parameter: str | None
    waits: bool


@strawberry.type
class Approval:
    """An approval form that the case has to hold: ``issueId`` once issued, ``evidenceId`` once signed.

    While one is open the case is not closed.
    """

    form_id: str
    title: str
    basis: str
    issue_id: str | None
    evidence_id: str | None


@strawberry.type
class EffectPaper:
    """A paper that gives the decision effect: ``evidenceId`` is its signed scan once it is there.

    ``formId`` is what to issue, ``issueId`` what was issued after the decision.
    """

    need: str
    title: str
    basis: str
    form_id: str
    issue_id: str | None
    evidence_id: str | None


@strawberry.type
class VolumeRow:
    """A row of a catalogue (卷内目录); ``pages`` as printed there."""

    n: int
    number: str
    responsible: str
    title: str
    on: date
    pages: str


@strawberry.type
class CaseVolume:
    """A bound volume: ``kind`` main (正卷) or inner (副卷), with its hashes and catalogue."""

    kind: str
    title: str
    sha256: str
    sm3: str
    size: int
    pages: int
    rows: list[VolumeRow]


@strawberry.type
class CaseBinding:
    """One binding of a closed case: both volumes, by whom, kept for how long and why.

    ``retain_until`` is the last day of the lock in the vault; where ``permanent`` it is renewed
    before that. ``damaged`` when a check of the vault found one of the volumes so.
    """

    version: int
    bound_by: str
    bound_at: datetime
    retention: str
    basis: str
    permanent: bool
    retain_until: date | None
    damaged: bool
    volumes: list[CaseVolume]


@strawberry.type
class TemplateVersion:
    """A version of a template; ``sha256`` is empty for the shipped one."""

    sha256: str
    size: int
    name: str
    note: str
    by: str
    at: datetime


@strawberry.type
class FormTemplate:
    """A form with the versions that the bureau put in force, the newest last."""

    form_id: str
    title: str
    basis: str
    series: str | None
    own: bool
    versions: list[TemplateVersion]


@strawberry.type
class TemplateDifference:
    """A line that came (``added``) or went between two versions."""

    added: bool
    text: str


@strawberry.type
class NumberSeries:
    """A number series in a year; ``gap`` when numbers are missing in it."""

    series: str
    title: str
    year: int
    numbers: int
    last: int
    gap: bool


@strawberry.type
class DocumentNumber:
    """One number of a series, void ones included."""

    serial: int
    number: str
    case_no: str
    void: str
