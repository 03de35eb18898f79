"""Documents of a case in the reader's language."""

from __future__ import annotations

from api.document import types as gql
from api.names import Language, pick
from casework.cases.state import CaseState
from casework.documents.catalogue import Form, all_series, form_of, forms, missing_of


def kinds_of(state: CaseState, language: Language) -> list[gql.FormKind]:
    """Every form, and what the case still lacks for it."""
    return [_kind(form, state, language) for form in forms().values()]


def _kind(form: Form, state: CaseState, language: Language) -> gql.FormKind:
    lacking = missing_of(form, state)
    return gql.FormKind(
        form_id=form.id,
        title=pick(language, form.zh, form.en),
        basis=form.basis,
        series=series_title(form.series, language),
        inner=form.inner,
        missing=pick(language, *lacking) if lacking else None,
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
                title=pick(language, form.zh, form.en),
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
