"""Acts on cases where the server takes the snapshot: opening, and sending findings."""

from __future__ import annotations

from typing import Any

import strawberry

from api.acts import perform
from api.answers import ErrorsAsData
from api.case.open import CaseOpenInput
from api.case.page import load_case_file
from api.context import Info
from api.errors import Invalid
from api.finding.snapshot import snapshots
from api.inputs import to_dataclass
from api.results import CaseResult, CaseSuccess
from casework.commands.base import Command
from casework.commands.case import AttachFindings, OpenCase
from casework.events import Event


@strawberry.input
class CaseAttachFindingsInput:
    """Findings by id; the server takes their snapshot."""

    case_no: str
    finding_ids: list[str]
    expected_version: int | None = None
    command_id: str | None = None


async def after_act(info: Info, command: Command, events: list[Event]) -> CaseSuccess:
    """Answer of every act on a case: the case as it stands now."""
    return CaseSuccess(case_file=await load_case_file(info.context, _case_no(events, command)))


def _case_no(events: list[Event], command: Command) -> str:
    stream = next((e.stream for e in events if e.stream.startswith("case:")), None)
    return stream.partition(":")[2] if stream else str(getattr(command, "case_no", ""))


@strawberry.type
class CaseMutations:
    """Opening and filling a case."""

    @strawberry.mutation(extensions=[ErrorsAsData()])
    async def case_open(self, info: Info, input: CaseOpenInput) -> CaseResult:
        """Register a lead: from findings and rings, or by hand."""
        given: Any = input
        taken = await snapshots(info, given.finding_ids or [])
        command: OpenCase = to_dataclass(OpenCase, given, findings=taken)
        return await after_act(info, command, await perform(info, command))

    @strawberry.mutation(extensions=[ErrorsAsData()])
    async def case_attach_findings(self, info: Info, input: CaseAttachFindingsInput) -> CaseResult:
        """Send findings to an open case."""
        if not input.finding_ids:
            raise Invalid("findingIds", "请先选择疑点。", "Choose findings first.")
        command = AttachFindings(
            case_no=input.case_no,
            findings=await snapshots(info, input.finding_ids),
            expected_version=input.expected_version,
            command_id=input.command_id,
        )
        return await after_act(info, command, await perform(info, command))
