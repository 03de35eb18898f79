"""Judging a pair, and taking a judgement back."""

from __future__ import annotations

import strawberry

from api.acts import perform
from api.answers import ErrorsAsData
from api.context import Info
from api.finding.types import Verdict
from api.results import SamenessResult, SamenessSuccess
from api.sameness.convert import pair_of
from casework.commands.judgement import JudgeMark, MarkKind, TakeBackJudgement
from casework.commands.judgement import Verdict as DomainVerdict
from graph.sameness.read import pair


@strawberry.input
class SameJudgeInput:
    """A verdict on a pair; a rejection gives its reason. ``expectedVersion`` is the pair's."""

    key: str
    verdict: Verdict
    reason: str = ""
    expected_version: int | None = None


@strawberry.input
class SameTakeBackInput:
    """Undo a verdict, with the reason."""

    key: str
    reason: str
    expected_version: int | None = None


@strawberry.type
class SamenessMutations:
    """People decide whether two records are one; the machine only asks."""

    @strawberry.mutation(extensions=[ErrorsAsData()])
    async def same_judge(self, info: Info, input: SameJudgeInput) -> SamenessResult:
        """Confirm, reject or leave open; the map and the rings follow at once."""
        context = info.context
        await pair(context.driver, context.viewer, input.key)
        command = JudgeMark(
            kind=MarkKind.SAME,
            key=input.key,
            verdict=DomainVerdict(input.verdict.value),
            reason=input.reason,
            expected_version=input.expected_version,
        )
        await perform(info, command)
        return SamenessSuccess(pair=pair_of(await pair(context.driver, context.viewer, input.key)))

    @strawberry.mutation(extensions=[ErrorsAsData()])
    async def same_take_back(self, info: Info, input: SameTakeBackInput) -> SamenessResult:
        """Take a verdict back; the pair waits again, and the history keeps both."""
        context = info.context
        await pair(context.driver, context.viewer, input.key)
        command = TakeBackJudgement(
            kind=MarkKind.SAME,
            key=input.key,
            reason=input.reason,
            expected_version=input.expected_version,
        )
        await perform(info, command)
        return SamenessSuccess(pair=pair_of(await pair(context.driver, context.viewer, input.key)))
