"""What people said of findings and rings, and which cases they went to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import strawberry

from api.acts import perform
from api.answers import ErrorsAsData
from api.context import Info
from api.errors import Invalid, Missing
from api.finding.types import Judgement, MarkNote, Verdict
from api.results import JudgementResult, JudgementSuccess
from audit.findings.store import FindingStore
from casework.commands.judgement import JudgeMark, MarkKind, NoteMark
from casework.commands.judgement import Verdict as DomainVerdict
from casework.judgements.state import MarkState
from graph.judgements.read import marks
from graph.rings.read import ring_dossier


@dataclass(frozen=True, slots=True)
class Marked:
    """What people made of one finding or ring."""

    judgement: Judgement | None = None
    cases: tuple[str, ...] = ()
    notes: tuple[MarkNote, ...] = ()


UNTOUCHED: Final = Marked()
#: Findings judged in one request; a larger selection is judged in steps.
MOST = 200


def judgement_of(mark: MarkState) -> Judgement | None:
    """The verdict, if there is one."""
    if mark.verdict is None or mark.judged_at is None:
        return None
    return Judgement(
        verdict=Verdict(mark.verdict),
        reason=mark.reason,
        by=mark.judged_by.name if mark.judged_by else "",
        at=mark.judged_at,
    )


async def judgements_of(info: Info, kind: MarkKind, keys: Iterable[str]) -> dict[str, Marked]:
    """Verdict, notes and cases by key."""
    context = info.context
    found = await marks(context.driver, context.viewer, kind, keys)
    return {
        key: Marked(
            judgement_of(mark),
            mark.cases,
            tuple(MarkNote(text=text, by=by, at=at) for at, by, text in mark.notes),
        )
        for key, mark in found.items()
    }


@strawberry.input
class FindingJudgeInput:
    """One verdict on one or many findings; a rejection gives its reason."""

    finding_ids: list[str]
    verdict: Verdict
    reason: str = ""


@strawberry.input
class RingJudgeInput:
    """A verdict on a ring; a rejection gives its reason."""

    ring_id: str
    verdict: Verdict
    reason: str = ""


@strawberry.input
class FindingNoteInput:
    """A note beside a finding."""

    finding_id: str
    text: str


@strawberry.input
class RingNoteInput:
    """A note beside a ring."""

    ring_id: str
    text: str


@strawberry.type
class JudgementMutations:
    """Confirming and rejecting what the machine suspects."""

    @strawberry.mutation(extensions=[ErrorsAsData()])
    async def finding_judge(self, info: Info, input: FindingJudgeInput) -> JudgementResult:
        """Judge findings; each is an event of its own chain."""
        context = info.context
        wanted = list(dict.fromkeys(input.finding_ids))
        if not 1 <= len(wanted) <= MOST:
            raise Invalid(
                "findingIds",
                f"一次请选择 1 至 {MOST} 条疑点。",
                f"Choose 1 to {MOST} findings at a time.",
            )
        store = FindingStore(context.services.settings.home)
        seen = store.many(context.viewer, wanted)
        if len(seen) < len(wanted):
            raise Missing("疑点")
        for key in wanted:
            await _judge(info, MarkKind.FINDING, key, input.verdict, input.reason)
        last = await judgements_of(info, MarkKind.FINDING, wanted[-1:])
        return JudgementSuccess(judgement=last[wanted[-1]].judgement, count=len(wanted))

    @strawberry.mutation(extensions=[ErrorsAsData()])
    async def ring_judge(self, info: Info, input: RingJudgeInput) -> JudgementResult:
        """Judge a ring."""
        context = info.context
        await ring_dossier(context.driver, context.viewer, input.ring_id)
        await _judge(info, MarkKind.RING, input.ring_id, input.verdict, input.reason)
        last = await judgements_of(info, MarkKind.RING, [input.ring_id])
        return JudgementSuccess(judgement=last[input.ring_id].judgement, count=1)

    @strawberry.mutation(extensions=[ErrorsAsData()])
    async def finding_note(self, info: Info, input: FindingNoteInput) -> JudgementResult:
        """Write a note beside a finding; the verdict stays as it is."""
        context = info.context
        store = FindingStore(context.services.settings.home)
        if not store.many(context.viewer, [input.finding_id]):
            raise Missing("疑点")
        return await _note(info, MarkKind.FINDING, input.finding_id, input.text)

    @strawberry.mutation(extensions=[ErrorsAsData()])
    async def ring_note(self, info: Info, input: RingNoteInput) -> JudgementResult:
        """Write a note beside a ring; the verdict stays as it is."""
        await ring_dossier(info.context.driver, info.context.viewer, input.ring_id)
        return await _note(info, MarkKind.RING, input.ring_id, input.text)


async def _note(info: Info, kind: MarkKind, key: str, text: str) -> JudgementSuccess:
    await perform(info, NoteMark(kind=kind, key=key, text=text))
    return JudgementSuccess(
        judgement=(await judgements_of(info, kind, [key]))[key].judgement, count=1
    )


async def _judge(info: Info, kind: MarkKind, key: str, verdict: Verdict, reason: str) -> None:
    command = JudgeMark(kind=kind, key=key, verdict=DomainVerdict(verdict.value), reason=reason)
    await perform(info, command)
