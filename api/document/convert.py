"""Documents of a case in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable

from api.document import types as gql
from api.names import Language, cited, pick
from casework.cases.state import CaseState
from casework.documents.catalogue import Form, all_series, case_forms, form_of
from casework.documents.due import due
from casework.documents.effect import papers, performance_papers
from casework.documents.gaps import Gap
from casework.documents.lacking import Lacking
from casework.documents.needs import missing_of
from casework.documents.titles import title_now
from casework.volumes.state import VOLUMES, Volume
from casework.wording import Both


def kinds_of(state: CaseState, language: Language) -> list[gql.FormKind]:
    """Every form, and what the case still lacks for it."""
    return [_kind(form, state, language) for form in case_forms()]


def _kind(form: Form, state: CaseState, language: Language) -> gql.FormKind:
    lacking = missing_of(form, state)
    return gql.FormKind(
        form_id=form.id,
        title=_said(language, title_now(state, form)),
        basis=cited(language, form.basis),
        series=series_title(form.series, language),
        inner=form.inner,
        missing=pick(language, *lacking) if lacking else None,
    )


def effect_of(state: CaseState, language: Language) -> list[gql.EffectPaper]:
    """What gives the decision effect, and what of it is there; empty before a decision."""
    return [
        gql.EffectPaper(
            need=one.need.id,
            title=pick(language, one.need.zh, one.need.en),
            basis=pick(language, one.need.basis, one.need.basis_en),
            form_id=_fitting(one.need.forms, state),
            issue_id=one.form.issue_id if one.form else None,
            evidence_id=one.evidence_id or None,
        )
        for one in (*papers(state), *performance_papers(state))
    ]


def approvals_of(state: CaseState, language: Language) -> list[gql.Approval]:
    """The approvals that the case has to hold on paper, and what of them is there."""
    return [
        gql.Approval(
            form_id=one.form.id,
            title=_said(language, one.title),
            basis=cited(language, one.form.basis),
            issue_id=one.issued.issue_id if one.issued else None,
            evidence_id=one.signed or None,
        )
        for one in due(state)
    ]


def missing_papers(papers: Iterable[Lacking], language: Language) -> list[gql.MissingPaper]:
    """Papers that are not there, or not back with their signature."""
    return [
        gql.MissingPaper(
            title=pick(language, one.zh, one.en), why=pick(language, *one.why), act=one.act
        )
        for one in papers
    ]


def paper_gaps(found: Iterable[Gap], language: Language) -> list[gql.PaperGap]:
    """What the coming papers lack, and what fills it."""
    return [
        gql.PaperGap(
            what=pick(language, one.zh, one.en),
            act=one.act or None,
            parameter=one.parameter or None,
            waits=one.waits,
        )
        for one in found
    ]


def _said(language: Language, words: Both) -> str:
    return pick(language, words.zh, words.en)


def _fitting(form_ids: tuple[str, ...], state: CaseState) -> str:
    """Of the forms that would do, the one that this case can issue."""
    fitting = [name for name in form_ids if missing_of(form_of(name), state) is None]
    return next(iter(fitting), form_ids[0])


def bindings_of(state: CaseState, language: Language) -> list[gql.CaseBinding]:
    """The bindings of a case, the newest first, as far as this reader may know of them."""
    return [
        gql.CaseBinding(
            version=one.version,
            bound_by=one.by.name,
            bound_at=one.at,
            retention=pick(language, one.retention_zh, one.retention_en),
            basis=cited(language, one.basis),
            permanent=one.permanent,
            retain_until=one.retain_until,
            damaged=bool(one.damaged),
            volumes=[_volume(volume, language) for volume in one.volumes],
        )
        for one in reversed(state.bindings)
    ]


def _volume(one: Volume, language: Language) -> gql.CaseVolume:
    return gql.CaseVolume(
        kind=one.kind.value,
        title=pick(language, *VOLUMES[one.kind]),
        sha256=one.sha256,
        sm3=one.sm3,
        size=one.size,
        pages=one.pages,
        rows=[
            gql.VolumeRow(
                n=n,
                number=row.entry.number,
                responsible=row.entry.responsible,
                title=row.entry.title,
                on=row.entry.on,
                pages=str(row.first) if row.first == row.last else f"{row.first}–{row.last}",
            )
            for n, row in enumerate(one.rows, 1)
        ],
    )


def issued_of(state: CaseState, language: Language) -> list[gql.IssuedForm]:
    """The issued forms, the newest first."""
    found = []
    for one in reversed(state.forms):
        form = form_of(one.form_id)
        found.append(
            gql.IssuedForm(
                issue_id=one.issue_id,
                form_id=form.id,
                title=_said(language, one.title),
                number=one.number,
                inner=form.inner,
                issued_by=one.by.name,
                issued_at=one.at,
                remarks=one.remarks,
                void=one.void,
                signed=one.signed or None,
            )
        )
    return found


def series_title(series: str, language: Language) -> str | None:
    """What a series is called; None for a form without one."""
    if not series:
        return None
    one = all_series()[series]
    return pick(language, one.zh, one.en)
