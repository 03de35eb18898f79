"""Jurisdiction in dispute between bureaus (局令4 第九至十二条): negotiate, else the upper level says."""

from dataclasses import dataclass

from casework.commands.case.base import CaseCommand


@dataclass(frozen=True, kw_only=True)
class DisputeJurisdiction(CaseCommand):
    """Another bureau claims the case, or declines it: negotiation begins."""

    other: str
    reasons: str


@dataclass(frozen=True, kw_only=True)
class SettleJurisdiction(CaseCommand):
    """The bureaus agreed: it is ours, or the other's (the case is then transferred as a whole).

    `document`, here and below, is the scan of the paper: evidence of this case.
    """

    ours: bool
    document_no: str
    reasons: str
    document: str = ""


@dataclass(frozen=True, kw_only=True)
class ReportJurisdiction(CaseCommand):
    """Negotiation failed: the common upper bureau is asked to designate."""

    recipient: str
    document_no: str


@dataclass(frozen=True, kw_only=True)
class RecordDesignation(CaseCommand):
    """The upper bureau designated us, or the other."""

    ours: bool
    document_no: str
    document: str = ""
