"""Judging members of a ring, and taking judgements back."""

from __future__ import annotations

import strawberry

from api.acts import perform
from api.answers import ErrorsAsData
from api.context import Info
from api.finding.types import Verdict
from api.results import JudgementResult, JudgementSuccess
from casework.commands.judgement import (
    JudgeMembers,
    MarkKind,
    TakeBackJudgement,
    TakeBackMembers,
)
from casework.commands.judgement import Verdict as DomainVerdict
from graph.rings.read import ring_dossier


@strawberry.input
class RingMembersJudgeInput:
    """One verdict with its reason on members of a ring: all of them are judged, or none."""

    ring_id: str
    psn_nos: list[str]
    verdict: Verdict
    reason: str


@strawberry.input
class RingMembersTakeBackInput:
    """Undo the verdicts on members of a ring, with the reason."""

    ring_id: str
    psn_nos: list[str]
    reason: str


@strawberry.input
class RingTakeBackInput:
    """Undo the verdict on a ring, with the reason."""

    ring_id: str
    reason: str


@strawberry.type
class RingMutations:
    """People decide who belongs; groups follow from it."""

    @strawberry.mutation(extensions=[ErrorsAsData()])
    async def ring_members_judge(self, info: Info, input: RingMembersJudgeInput) -> JudgementResult:
        """Judge members; each verdict is an event of its own chain."""
        await ring_dossier(info.context.driver, info.context.viewer, input.ring_id)
        command = JudgeMembers(
            ring_id=input.ring_id,
            psn_nos=tuple(input.psn_nos),
            verdict=DomainVerdict(input.verdict.value),
            reason=input.reason,
        )
        events = await perform(info, command)
        return JudgementSuccess(judgement=None, count=len(events))

    @strawberry.mutation(extensions=[ErrorsAsData()])
    async def ring_members_take_back(
        self, info: Info, input: RingMembersTakeBackInput
    ) -> JudgementResult:
        """Take verdicts on members back; the history keeps both."""
        await ring_dossier(info.context.driver, info.context.viewer, input.ring_id)
        command = TakeBackMembers(
            ring_id=input.ring_id, psn_nos=tuple(input.psn_nos), reason=input.reason
        )
        events = await perform(info, command)
        return JudgementSuccess(judgement=None, count=len(events))

    @strawberry.mutation(extensions=[ErrorsAsData()])
    async def ring_take_back(self, info: Info, input: RingTakeBackInput) -> JudgementResult:
        """Take the verdict on a ring back; the ring waits for one again."""
        await ring_dossier(info.context.driver, info.context.viewer, input.ring_id)
        command = TakeBackJudgement(kind=MarkKind.RING, key=input.ring_id, reason=input.reason)
        await perform(info, command)
        return JudgementSuccess(judgement=None, count=1)
