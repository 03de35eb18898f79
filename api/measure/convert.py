"""Measures → the desk's types, in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from api.context import Context
from api.ids import to_global
from api.measure import types as gql
from api.measure.acts import MEASURE_ACTS
from api.names import Language, cited, pick
from casework.actors import BUREAU
from casework.agreement.table import Level, PharmacyAct
from casework.commands.case import Defence
from casework.commands.measures import ServedOf
from casework.custody.state import EvidenceState
from casework.documents.catalogue import Form
from casework.law.service import way
from casework.measures.eyes import acts_on
from casework.measures.plan import absorbed_by
from casework.measures.rows import Overlap, Term, kinds
from casework.measures.signed import RECEIPTS, measure_forms
from casework.measures.state import MANAGER_ROLES, STANDINGS, Measured, NoticeService
from graph.measures.read import MeasureRow

NO_SCANS: Final[Mapping[str, EvidenceState]] = {}
MODES = {
    "consecutive": ("依次执行", "one after the other"),
    "absorb": ("吸收，原措施终止", "absorbs the standing one"),
    "refuse": ("不得采取", "not possible"),
}


#: What the subject did once it was told of a proposed measure.
HEARD: Final = {
    Defence.STATED: ("提出陈述申辩", "stated"),
    Defence.WAIVED: ("放弃陈述申辩", "waived"),
    Defence.SILENT: ("逾期未提出", "said nothing in time"),
}
#: The mutation of each act on a measure.
MUTATIONS: Final = {act.command.__name__: act.name for act in MEASURE_ACTS}


def row_of(
    row: MeasureRow, context: Context, scans: Mapping[str, EvidenceState] = NO_SCANS
) -> gql.MeasureRow:
    """A measure as it stands; ``scans`` are its signed papers, for who may open them."""
    language, actor, at = context.language, context.actor, context.at
    one = row.measure
    place = f"{row.subject_kind.value}:{row.subject_key}/{row.department}"
    by = one.decided_by if one else None
    return gql.MeasureRow(
        id=to_global("Measure", f"{place}#{one.measure_id if one else row.kind}"),
        subject_kind=row.subject_kind,
        subject_key=row.subject_key,
        department=row.department,
        name=row.name,
        measure_id=one.measure_id if one else None,
        kind=row.kind,
        title=pick(language, row.kind_zh, row.kind_en),
        area=row.area,
        starts_at=row.starts_at,
        over_at=row.over_at,
        rests_since=row.rests_since,
        acts=[MUTATIONS[name] for name in acts_on(one, actor, at)] if one else [],
        standing=row.standing.value,
        standing_title=pick(language, *STANDINGS[row.standing]),
        stops=row.stops,
        withholds=row.withholds,
        personal=one.row.personal if one else False,
        source=row.source,
        basis=cited(language, row.basis),
        case_no=row.case_no,
        document_no=row.document_no,
        reasons=one.reasons if one else "",
        lift_reasons=lift_reasons(one, language) if one else "",
        statement=statement_of(one, language) if one else "",
        statement_scans=[s for s in one.statements if s in scans] if one else [],
        # What a case decided was proposed in the case, not by who signed the decision.
        proposed_by=one.by.name if one and one.proposed_at else None,
        decided_by=by.name if by else None,
        on_behalf_of=by.behalf.name if by and by.behalf else None,
        identity_no=row.identity_no,
        manager_role=role_of(one, language) if one else "",
        notes=list(one.notes) if one else [],
        forms=[
            _form(form, scans.get((one.scan_of(form.id) or "") if one else ""), language)
            for form in (measure_forms(one) if one else ())
        ],
        services=[_service(each, scans, context) for each in (one.services if one else ())],
        version=row.version,
    )


def statement_of(one: Measured, language: Language) -> str:
    """When the subject was told of the proposal and what it stated; "" while it was not heard."""
    if not one.heard or one.told_on is None:
        return ""
    how = pick(language, *HEARD[Defence(one.heard)])
    told = pick(language, f"{one.told_on} 告知，{how}", f"told on {one.told_on}: {how}")
    return f"{told}{pick(language, '：', '. ')}{one.statement}" if one.statement else told


def role_of(one: Measured, language: Language) -> str:
    """As what somebody barred from managing answered for the institution; "" of any other measure."""
    return pick(language, *MANAGER_ROLES[one.manager_role]) if one.manager_role else ""


def _form(form: Form, scan: EvidenceState | None, language: Language) -> gql.MeasureForm:
    return gql.MeasureForm(
        form_id=form.id,
        title=pick(language, form.zh, form.en),
        scan=scan.evidence_id if scan else None,
        scan_lost=scan is not None and scan.intact is False,
    )


def _service(
    one: NoticeService, scans: Mapping[str, EvidenceState], context: Context
) -> gql.MeasureService:
    known, language = way(one.way, one.on), context.language
    return gql.MeasureService(
        of=ServedOf(one.of),
        correctable=context.actor.holds(*BUREAU) and not one.by.is_actor(context.actor),
        title=pick(language, *RECEIPTS[one.of]),
        served_on=one.on,
        way=pick(language, known.zh, known.en),
        particulars=one.particulars,
        receipt=one.receipt if one.receipt in scans else None,
    )


def lift_reasons(one: Measured, language: Language) -> str:
    """Why it ended before its time: what somebody wrote, or which measure absorbed it."""
    if not one.absorbed:
        return one.lift_reasons
    by = next((k for k in kinds().values() if absorbed_by(k) == one.lift_reasons), None)
    return pick(language, one.lift_reasons, f"absorbed by: {by.en}" if by else one.lift_reasons)


def term_of(row: Term, language: Language) -> gql.MeasureTerm:
    """A row of law with its kind."""
    kind = kinds()[row.kind]
    return gql.MeasureTerm(
        term=row.id,
        title=pick(language, row.zh, row.en),
        kind=row.kind,
        kind_title=pick(language, kind.zh, kind.en),
        subjects=sorted(kind.subjects),
        min_months=row.min_months,
        max_months=row.max_months,
        timed=kind.timed,
        personal=kind.personal,
        penal=row.penal or row.handled,
        basis=cited(language, row.basis),
        mark=row.mark,
    )


def overlap_of(row: Overlap, language: Language) -> gql.OverlapRule:
    """A rule of overlaps as one sentence."""
    new, standing = kinds()[row.new], kinds()[row.standing]
    title = pick(
        language,
        f"新“{new.zh}”遇现行“{standing.zh}”",
        f"new {new.en} meets a standing {standing.en}",
    )
    mode = pick(language, *MODES[row.mode])
    basis = pick(language, row.basis, row.basis_en)
    return gql.OverlapRule(title=title, mode=mode, basis=basis, mark=row.mark)


def level_of(row: Level, language: Language) -> gql.PharmacyLevel:
    """A row of the table of penalties of pharmacies."""
    return gql.PharmacyLevel(
        points=row.at,
        title=pick(language, row.zh, row.en),
        lifts=row.months > 0,
        basis=cited(language, row.basis),
        mark=row.mark,
    )


def pharmacy_act_of(row: PharmacyAct, language: Language) -> gql.PharmacyAct:
    """A row of the table of deductions of pharmacies."""
    return gql.PharmacyAct(
        act=row.id,
        title=pick(language, row.zh, row.en),
        points=row.points,
        refuse=row.refuse,
        basis=cited(language, row.basis),
        mark=row.mark,
    )
