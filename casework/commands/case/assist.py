"""Requests for assistance (协助调查函) to other bureaus and bodies."""

from dataclasses import dataclass

from casework.commands.case.base import CaseCommand


@dataclass(frozen=True, kw_only=True)
class RequestAssistance(CaseCommand):
    """Ask another body to look something up (局令4 第三十四条)."""

    recipient: str
    text: str
    document_no: str


@dataclass(frozen=True, kw_only=True)
class RecordAssistance(CaseCommand):
    """The answer, or that none came; `evidence_ids`: the reply as evidence of the case."""

    request_id: str
    result: str
    evidence_ids: tuple[str, ...] = ()
