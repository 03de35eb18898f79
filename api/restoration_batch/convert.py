"""Lists of restorations from the room's values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from api.names import Language, pick
from api.points.page import MUTATIONS, file_of, ledgers_of
from api.restoration_batch import types as gql
from casework.actors import Actor
from casework.acts import Action
from casework.batches.change import undecided
from casework.batches.draw import DRAWERS
from casework.commands.restoration import AttachRestorationPaper
from casework.points.state import PointsState
from casework.registry import POINTS_ACTS
from casework.restoration.papers import lacking, missing, named_paper
from casework.restoration.state import STEP_NAMES, Step
from graph.batches.read import BatchPage, BatchRow
from graph.points.statistics import RestorationFigures

BATCHABLE = {act.value: act for act in gql.BatchAct}
LEADS = {act.name: act.leads for act in POINTS_ACTS}


def batch_of(page: BatchPage, language: Language, actor: Actor) -> gql.RestorationBatch:
    """A list with its rows."""
    state = page.state
    if state.by is None or state.at is None:
        raise LookupError(state.batch_id)
    rows = [row_of(row, language) for row in page.rows]
    counts = Counter(Step(row.step) for row in rows)
    return gql.RestorationBatch(
        batch_id=state.batch_id,
        title=state.title,
        by=state.by.name,
        at=state.at,
        version=state.version,
        void=state.void or None,
        changeable=not state.void and actor.holds(*DRAWERS),
        papers_open=any(takes_paper(row) for row in page.rows),
        counts=_counts(counts, language),
        rows=rows,
        gone=[
            gql.BatchGone(
                prac_psn_code=one.member.prac_psn_code,
                name=one.member.name,
                reasons=one.member.struck or state.void,
            )
            for one in page.gone
        ],
    )


def takes_paper(row: BatchRow) -> bool:
    """Whether this reader may attach a paper of the row, and some is lacking."""
    offered = {one.name for one in row.page.actions}
    lacks = row.application is not None and bool(missing(row.application))
    return lacks and AttachRestorationPaper.__name__ in offered


def row_of(row: BatchRow, language: Language) -> gql.BatchRow:
    """One doctor on the list."""
    page, application = row.page, row.application
    step = application.step if application else Step.MOOT
    own = [e for e in page.state.learning if e.application == row.member.application and e.counts()]
    marks = [e.mark for e in own if e.kind == "exam" and e.mark is not None]
    return gql.BatchRow(
        file=file_of(page, language),
        application=row.member.application,
        step=step.value,
        step_title=pick(language, *STEP_NAMES[step]),
        is_open=application is not None and application.is_open,
        earned=sum(entry.points for entry in own),
        exam_mark=max(marks) if marks else None,
        opinions=[
            gql.BatchOpinion(
                body=one.body,
                outcome=one.outcome,
                by=pick(language, one.hand.signed, one.hand.signed_en) if one.hand else one.by,
                reasons=one.reasons,
                at=one.at,
                party=one.party or None,
            )
            for one in (application.opinions if application else ())
        ],
        ledgers=ledgers_of(page, language),
        ledgerless=list(page.bookless),
        acts=acts_of(page.actions, page.state),
        lacking=[
            pick(language, *named_paper(one, *key))
            for one in ((application,) if application else ())
            for key in lacking(one)
        ],
        attached=frozenset(
            (one.paper.value, one.party) for one in (application.papers if application else ())
        ),
        undecided=undecided(page.state, row.member),
    )


def acts_of(offered: Iterable[Action], state: PointsState) -> list[gql.BatchAct]:
    """What the reader can do for a doctor from the list: of what he may do, what leads on now.

    A doctor who still studies is on the list and in nobody's way.
    """
    leads = ((one.name, LEADS[one.name]) for one in offered)
    names = [MUTATIONS.get(name) for name, check in leads if check is None or check(state)]
    return [BATCHABLE[name] for name in names if name in BATCHABLE]


def figures_of(figures: RestorationFigures, language: Language) -> gql.RestorationFigures:
    """A year's figures; institutions in the order of their codes."""
    return gql.RestorationFigures(
        year=figures.year,
        steps=_counts(figures.steps, language),
        institutions=[
            gql.InstitutionFigures(fixmedins_code=code, **vars(one))
            for code, one in sorted(figures.institutions.items())
        ],
        days=figures.days,
        terminated=figures.terminated,
        barred=figures.barred,
    )


def _counts(counts: Mapping[Step, int], language: Language) -> list[gql.StepCount]:
    return [
        gql.StepCount(step=step.value, title=pick(language, *names), count=counts[step])
        for step, names in STEP_NAMES.items()
        if counts.get(step)
    ]
