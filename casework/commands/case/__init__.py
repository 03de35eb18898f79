"""Commands of the penalty procedure (行政处罚程序), from clue to closing, one file for each part."""

from casework.commands.case.assist import RecordAssistance, RequestAssistance
from casework.commands.case.base import CaseCommand
from casework.commands.case.collect import ApplyToCourt, GrantInstalments, Instalment, PressPayment
from casework.commands.case.decide import (
    DecideCase,
    DiscussCase,
    ExtendDecision,
    ReviewLegality,
    SubmitLegalReview,
)
from casework.commands.case.execute import AnnulDecision, CloseCase, RecordPayment, ServeDecision
from casework.commands.case.hold import DecideHold, EndHold, ExtendHold, HoldKind, RequestHold
from casework.commands.case.investigate import (
    AttachEvidence,
    AttachFindings,
    AttachPicture,
    AttachRing,
    RecordInspection,
    StartInvestigation,
    TerminateCase,
    WriteReport,
)
from casework.commands.case.kinds import (
    Defence,
    DiscussionSubject,
    FindingRef,
    NoPenaltyGround,
    OfficerRef,
    Opinion,
    Outcome,
    Party,
    PartyKind,
    Path,
    PaymentKind,
    Ruling,
    ServiceWay,
    Source,
)
from casework.commands.case.lead import AssignOfficers, DeclineCase, ExtendClue, FileCase, OpenCase
from casework.commands.case.penalty import (
    HoldHearing,
    ProposePenalty,
    RecordDefence,
    RequestHearing,
    ReviewProposal,
    ServeNotice,
)
from casework.commands.case.publish import PublishDecision, WithdrawPublication
from casework.commands.case.recuse import DecideRecusal, RecusalGround, RequestRecusal
from casework.commands.case.remedy import CloseRemedy, RecordRemedy, RemedyKind, RemedyOutcome
from casework.commands.case.spot import DecideOnSpot, ReportSpot
from casework.commands.case.suspend import Authority, ContinueCase, SuspendCase, TransferCase
from casework.commands.case.work import AddNote, AddTask, FinishTask
from casework.commands.case.worksheet import DrawWorksheet, MitigationGround, WorksheetLine

__all__ = [
    "AddNote",
    "AddTask",
    "AnnulDecision",
    "ApplyToCourt",
    "AssignOfficers",
    "AttachEvidence",
    "AttachFindings",
    "AttachPicture",
    "AttachRing",
    "Authority",
    "CaseCommand",
    "CloseCase",
    "CloseRemedy",
    "ContinueCase",
    "DecideCase",
    "DecideHold",
    "DecideOnSpot",
    "DecideRecusal",
    "DeclineCase",
    "Defence",
    "DiscussCase",
    "DiscussionSubject",
    "DrawWorksheet",
    "EndHold",
    "ExtendClue",
    "ExtendDecision",
    "ExtendHold",
    "FileCase",
    "FindingRef",
    "FinishTask",
    "GrantInstalments",
    "HoldHearing",
    "HoldKind",
    "Instalment",
    "MitigationGround",
    "NoPenaltyGround",
    "OfficerRef",
    "OpenCase",
    "Opinion",
    "Outcome",
    "Party",
    "PartyKind",
    "Path",
    "PaymentKind",
    "PressPayment",
    "ProposePenalty",
    "PublishDecision",
    "RecordAssistance",
    "RecordDefence",
    "RecordInspection",
    "RecordPayment",
    "RecordRemedy",
    "RecusalGround",
    "RemedyKind",
    "RemedyOutcome",
    "ReportSpot",
    "RequestAssistance",
    "RequestHearing",
    "RequestHold",
    "RequestRecusal",
    "ReviewLegality",
    "ReviewProposal",
    "Ruling",
    "ServeDecision",
    "ServeNotice",
    "ServiceWay",
    "Source",
    "StartInvestigation",
    "SubmitLegalReview",
    "SuspendCase",
    "TerminateCase",
    "TransferCase",
    "WithdrawPublication",
    "WorksheetLine",
    "WriteReport",
]
