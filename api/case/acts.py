"""The acts on a case: penalty procedure, agreement handling, referral."""

from __future__ import annotations

from api.acts import Act
from api.case.pictures import picture_key
from api.interview.acts import INTERVIEW_ACTS
from api.lines.acts import LINE_ACTS
from casework.commands import agreement, case, clocks, documents, referral

#: What the store allots with a number.
NUMBERED = frozenset({"serial", "year"})
PROCEDURE = (
    Act("caseAssignOfficers", case.AssignOfficers, frozenset({"ties", "acting", "undeclared"})),
    Act("caseFilingPropose", case.ProposeFiling),
    Act("caseExtensionPropose", case.ProposeExtension),
    Act("caseClosingPropose", case.ProposeClosing),
    Act("caseSubmissionReview", case.ReviewSubmission),
    Act("caseExtendClue", case.ExtendClue),
    Act("caseFile", case.FileCase, NUMBERED | {"docket_no"}),
    Act("caseDecline", case.DeclineCase),
    Act("caseStartInvestigation", case.StartInvestigation),
    Act("caseRecordInspection", case.RecordInspection),
    Act("caseAttachRing", case.AttachRing),
    Act("caseAttachEvidence", case.AttachEvidence),
    Act("caseCiteEvidence", case.CiteEvidence),
    Act("caseCitationWithdraw", case.WithdrawCitation),
    Act("caseExclusionPropose", case.ProposeExclusion),
    Act("caseReinstatementPropose", case.ProposeReinstatement),
    Act("caseExclusionDecide", case.DecideExclusion),
    Act("caseProtectReporter", case.ProtectReporter),
    Act("caseAttachPicture", case.AttachPicture, frozenset({"content"}), prepare=picture_key),
    Act("caseAddTask", case.AddTask),
    Act("caseFinishTask", case.FinishTask),
    Act("caseAddNote", case.AddNote),
    Act("caseConductCorrect", case.CorrectConduct),
    Act("casePartyCorrect", case.CorrectParty),
    Act("caseWriteReport", case.WriteReport),
    Act("caseWorksheetDraw", case.DrawWorksheet),
    Act("casePenaltyPropose", case.ProposePenalty),
    Act("casePenaltyReview", case.ReviewProposal),
    Act("caseReturn", case.ReturnToInvestigation),
    Act("caseServeNotice", case.ServeNotice),
    Act("caseRecordDefence", case.RecordDefence),
    Act("caseRequestHearing", case.RequestHearing),
    Act("caseStatementSubmit", case.SubmitStatement),
    Act("caseHearingAsk", case.SubmitHearingRequest),
    Act("caseInstalmentsAsk", case.SubmitInstalmentRequest),
    Act("caseDesignateChair", case.DesignateChair),
    Act("caseAnnounceHearing", case.AnnounceHearing),
    Act("caseHoldHearing", case.HoldHearing),
    Act("caseWriteHearingReport", case.WriteHearingReport),
    Act("caseEndHearing", case.EndHearing),
    Act("caseSubmitLegalReview", case.SubmitLegalReview),
    Act("caseReviewLegality", case.ReviewLegality),
    Act("caseDiscuss", case.DiscussCase),
    Act("caseDecide", case.DecideCase, NUMBERED),
    Act("caseExtendDecision", case.ExtendDecision),
    Act("caseServeDecision", case.ServeDecision),
    Act("caseRecordPayment", case.RecordPayment, frozenset({"elsewhere"})),
    Act("caseClose", case.CloseCase),
    Act("caseTerminate", case.TerminateCase),
    Act("caseAnnulDecision", case.AnnulDecision),
)

ASIDE = (
    Act("caseHoldRequest", case.RequestHold),
    Act("caseHoldDecide", case.DecideHold),
    Act("caseHoldExtend", case.ExtendHold),
    Act("caseHoldEnd", case.EndHold),
    Act("caseHoldEndDecide", case.DecideHoldEnd),
    Act("caseAssistanceRequest", case.RequestAssistance),
    Act("caseAssistanceRecord", case.RecordAssistance),
    Act("caseRecusalRequest", case.RequestRecusal),
    Act("caseRecusalDecide", case.DecideRecusal),
    Act("caseRecusalAnswer", case.AnswerRecusal),
    Act("caseTiesCheck", case.CheckTies, frozenset({"ties", "acting", "undeclared"})),
    Act("caseCorrectionOrder", case.OrderCorrection),
    Act("caseCorrectionRecord", case.RecordCorrection),
    Act("casePaperServe", case.ServePaper),
    Act("caseReceiptAttach", case.AttachReceipt),
    Act("caseServiceCorrect", case.CorrectService),
    Act("caseAnnouncementCorrect", case.CorrectAnnouncement),
    Act("caseAnnouncementPost", case.PostAnnouncement),
    Act("caseJurisdictionDispute", case.DisputeJurisdiction),
    Act("caseJurisdictionSettle", case.SettleJurisdiction),
    Act("caseJurisdictionReport", case.ReportJurisdiction),
    Act("caseJurisdictionDesignate", case.RecordDesignation),
    Act("caseSuspend", case.SuspendCase),
    Act("caseContinue", case.ContinueCase),
    Act("caseTransfer", case.TransferCase, NUMBERED),
    Act("caseTransferAnswer", case.RecordTransferAnswer),
    Act("caseDecideOnSpot", case.DecideOnSpot, NUMBERED),
    Act("caseReportSpot", case.ReportSpot),
    Act("caseInstalmentsRequest", case.RequestInstalments),
    Act("caseInstalmentsGrant", case.GrantInstalments),
    Act("caseInstalmentsRefuse", case.RefuseInstalments),
    Act("casePress", case.PressPayment),
    Act("caseCourtApply", case.ApplyToCourt),
    Act("caseCourtRule", case.RecordCourtRuling),
    Act("caseRemedyRecord", case.RecordRemedy),
    Act("caseRemedyClose", case.CloseRemedy),
    Act("caseExecutionStop", case.StopExecution),
    Act("caseExecutionResume", case.ResumeExecution),
    Act("casePublicationPropose", case.ProposePublication),
    Act("casePublicationDecide", case.DecidePublication),
    Act("casePublish", case.PublishDecision),
    Act("casePublicationWithdraw", case.WithdrawPublication),
)

DOCUMENTS = (
    Act(
        "caseFormIssue",
        documents.IssueForm,
        frozenset({"number", "serial", "year", "template"}),
    ),
    Act("caseFormVoid", documents.VoidForm),
    Act("caseFormSign", documents.SignForm),
)

CLOCKS = (
    Act("caseClockPause", clocks.PauseClock),
    Act("caseClockResume", clocks.ResumeClock),
    Act("casePeriodStart", clocks.StartPeriod),
    Act("casePeriodEnd", clocks.EndPeriod),
)

AGREEMENT = (
    Act("caseHandlingPropose", agreement.ProposeHandling, frozenset({"target_names"})),
    Act("caseHandlingNotify", agreement.NotifyHandling),
    Act("caseHandlingDefend", agreement.StateDefence),
    Act("caseHandlingDecide", agreement.DecideHandling, NUMBERED),
    Act("casePerformanceDecide", agreement.DecideToPerform, NUMBERED),
    Act("caseHandlingClose", agreement.CloseHandling),
    Act("caseHandlingServe", agreement.ServeHandling),
    Act("caseHandlingDeduct", agreement.RecordDeduction, frozenset({"elsewhere"})),
    Act("caseRectificationReport", agreement.ReportRectification),
    Act("caseRectificationCheck", agreement.RecheckRectification),
    Act("caseConversionPropose", agreement.ProposeConversion),
    Act("caseConvert", agreement.ConvertCase),
    Act("caseConvertToHandling", agreement.ConvertToHandling),
)

REFERRAL = (
    Act("caseReferralWeigh", referral.WeighReferral),
    Act("caseReferralGroupAppoint", referral.AppointReferralGroup),
    Act("caseReferralReport", referral.ReportReferral),
    Act("caseReferralDecide", referral.DecideReferral),
    Act("caseReferralSend", referral.SendReferral),
    Act("caseReferralReceipt", referral.RecordReceipt),
    Act("caseReferralAnswer", referral.RecordPoliceAnswer),
    Act("caseReferralCopy", referral.CopyReferral),
    Act("caseReferralItems", referral.HandOverItems),
    Act("caseRefusalObject", referral.ObjectToRefusal),
    Act("casePoliceReview", referral.RecordPoliceReview),
    Act("caseSupervisionAsk", referral.AskSupervision),
    Act("caseSupervisionRecord", referral.RecordSupervision),
    Act("caseReferralReturn", referral.ReturnReferral),
)

CASE_ACTS = (
    PROCEDURE + LINE_ACTS + INTERVIEW_ACTS + ASIDE + DOCUMENTS + CLOCKS + AGREEMENT + REFERRAL
)
