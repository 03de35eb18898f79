/* eslint-disable */
import * as types from './graphql';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  fragment JobParts on Job {\n    id jobId kind state phase done total createdBy createdAt finishedAt error canCancel\n  }\n": typeof types.JobPartsFragmentDoc,
    "\n  query RecentJobs { jobs(first: 12) { ...JobParts } }\n": typeof types.RecentJobsDocument,
    "\n  subscription JobProgress { jobProgress { ...JobParts } }\n": typeof types.JobProgressDocument,
    "\n  subscription Changed { changed }\n": typeof types.ChangedDocument,
    "\n  mutation JobCancel($id: ID!) {\n    result: jobCancel(id: $id) {\n      ... on JobSuccess { job { ...JobParts } }\n      ... on UserError { code message }\n    }\n  }\n": typeof types.JobCancelDocument,
    "\n  query SearchCases($text: String!) {\n    cases(filter: { text: $text }, first: 6) {\n      nodes { id caseNo title stageTitle }\n    }\n  }\n": typeof types.SearchCasesDocument,
    "\n  query SearchEntities($text: String!, $kinds: [NodeKind!], $after: String) {\n    search(text: $text, kinds: $kinds, first: 20, after: $after) {\n      truncated\n      byCertno\n      endCursor\n      leftOut { ...LeftParts }\n      nodes { id kind label sharers crowded inOpenCase properties { name value } }\n    }\n  }\n": typeof types.SearchEntitiesDocument,
    "\n  fragment ColumnParts on BoardColumn {\n    key title total overdue soon target awayUntil\n    cards { caseNo title stageTitle party amount nextDueAt workingDaysLeft late officers }\n  }\n": typeof types.ColumnPartsFragmentDoc,
    "\n  query StageBoard { columns: stageBoard { ...ColumnParts } }\n": typeof types.StageBoardDocument,
    "\n  query OfficerBoard { columns: officerBoard { ...ColumnParts } }\n": typeof types.OfficerBoardDocument,
    "\n  query CalendarDays($stretch: CalendarStretch!) {\n    calendarDays(stretch: $stretch) { day total overdue first }\n    calendarWork(stretch: $stretch) { special { day works title } unknownYears }\n  }\n": typeof types.CalendarDaysDocument,
    "\n  query CalendarDeadlines($stretch: CalendarStretch!, $first: Int!, $after: String) {\n    calendarDeadlines(stretch: $stretch, first: $first, after: $after) {\n      nodes { key title basis mark dueAt workingDaysLeft overdue paused of ofTitle target officers }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.CalendarDeadlinesDocument,
    "\n      mutation CaseHoldRequest($input: CaseHoldRequestInput!) {\n        result: caseHoldRequest(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseHoldRequestDocument,
    "\n      mutation CaseHoldDecide($input: CaseHoldDecideInput!) {\n        result: caseHoldDecide(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseHoldDecideDocument,
    "\n      mutation CaseHoldExtend($input: CaseHoldExtendInput!) {\n        result: caseHoldExtend(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseHoldExtendDocument,
    "\n      mutation CaseHoldEnd($input: CaseHoldEndInput!) {\n        result: caseHoldEnd(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseHoldEndDocument,
    "\n      mutation CaseHoldEndDecide($input: CaseHoldEndDecideInput!) {\n        result: caseHoldEndDecide(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseHoldEndDecideDocument,
    "\n      mutation CaseAssistanceRequest($input: CaseAssistanceRequestInput!) {\n        result: caseAssistanceRequest(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseAssistanceRequestDocument,
    "\n      mutation CaseAssistanceRecord($input: CaseAssistanceRecordInput!) {\n        result: caseAssistanceRecord(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseAssistanceRecordDocument,
    "\n      mutation CaseRecusalRequest($input: CaseRecusalRequestInput!) {\n        result: caseRecusalRequest(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseRecusalRequestDocument,
    "\n      mutation CaseRecusalDecide($input: CaseRecusalDecideInput!) {\n        result: caseRecusalDecide(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseRecusalDecideDocument,
    "\n      mutation CaseSuspend($input: CaseSuspendInput!) {\n        result: caseSuspend(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseSuspendDocument,
    "\n      mutation CaseContinue($input: CaseContinueInput!) {\n        result: caseContinue(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseContinueDocument,
    "\n      mutation CaseTransfer($input: CaseTransferInput!) {\n        result: caseTransfer(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseTransferDocument,
    "\n      mutation CaseTransferAnswer($input: CaseTransferAnswerInput!) {\n        result: caseTransferAnswer(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseTransferAnswerDocument,
    "\n      mutation CaseClockPause($input: CaseClockPauseInput!) {\n        result: caseClockPause(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseClockPauseDocument,
    "\n      mutation CaseClockResume($input: CaseClockResumeInput!) {\n        result: caseClockResume(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseClockResumeDocument,
    "\n      mutation CasePeriodStart($input: CasePeriodStartInput!) {\n        result: casePeriodStart(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CasePeriodStartDocument,
    "\n      mutation CasePeriodEnd($input: CasePeriodEndInput!) {\n        result: casePeriodEnd(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CasePeriodEndDocument,
    "\n      mutation CaseDecide($input: CaseDecideInput!) {\n        result: caseDecide(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseDecideDocument,
    "\n      mutation CaseDiscuss($input: CaseDiscussInput!) {\n        result: caseDiscuss(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseDiscussDocument,
    "\n      mutation CaseExtendDecision($input: CaseExtendDecisionInput!) {\n        result: caseExtendDecision(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseExtendDecisionDocument,
    "\n      mutation CaseServeDecision($input: CaseServeDecisionInput!) {\n        result: caseServeDecision(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseServeDecisionDocument,
    "\n      mutation CaseRecordPayment($input: CaseRecordPaymentInput!) {\n        result: caseRecordPayment(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseRecordPaymentDocument,
    "\n      mutation CaseClose($input: CaseCloseInput!) {\n        result: caseClose(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseCloseDocument,
    "\n      mutation CaseAnnulDecision($input: CaseAnnulDecisionInput!) {\n        result: caseAnnulDecision(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseAnnulDecisionDocument,
    "\n      query CaseAnnulDecisionPreview($input: CaseAnnulDecisionInput!) {\n        preview: caseAnnulDecisionPreview(input: $input) { refused consequences { text } }\n      }\n    ": typeof types.CaseAnnulDecisionPreviewDocument,
    "\n    mutation CaseFormSign($input: CaseFormSignInput!) {\n      result: caseFormSign(input: $input) { ...CaseOutcome }\n    }\n  ": typeof types.CaseFormSignDocument,
    "\n      mutation CaseFormIssue($input: CaseFormIssueInput!) {\n        result: caseFormIssue(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseFormIssueDocument,
    "\n      mutation CaseFormVoid($input: CaseFormVoidInput!) {\n        result: caseFormVoid(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseFormVoidDocument,
    "\n      mutation CaseDecideOnSpot($input: CaseDecideOnSpotInput!) {\n        result: caseDecideOnSpot(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseDecideOnSpotDocument,
    "\n      mutation CaseReportSpot($input: CaseReportSpotInput!) {\n        result: caseReportSpot(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseReportSpotDocument,
    "\n      mutation CaseInstalmentsRequest($input: CaseInstalmentsRequestInput!) {\n        result: caseInstalmentsRequest(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseInstalmentsRequestDocument,
    "\n      mutation CaseInstalmentsRefuse($input: CaseInstalmentsRefuseInput!) {\n        result: caseInstalmentsRefuse(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseInstalmentsRefuseDocument,
    "\n      mutation CaseInstalmentsGrant($input: CaseInstalmentsGrantInput!) {\n        result: caseInstalmentsGrant(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseInstalmentsGrantDocument,
    "\n      mutation CasePress($input: CasePressInput!) {\n        result: casePress(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CasePressDocument,
    "\n      query CasePressPreview($input: CasePressInput!) {\n        preview: casePressPreview(input: $input) { refused consequences { text } }\n      }\n    ": typeof types.CasePressPreviewDocument,
    "\n      mutation CaseCourtApply($input: CaseCourtApplyInput!) {\n        result: caseCourtApply(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseCourtApplyDocument,
    "\n      mutation CaseCourtRule($input: CaseCourtRuleInput!) {\n        result: caseCourtRule(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseCourtRuleDocument,
    "\n      mutation CaseRemedyRecord($input: CaseRemedyRecordInput!) {\n        result: caseRemedyRecord(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseRemedyRecordDocument,
    "\n      mutation CaseRemedyClose($input: CaseRemedyCloseInput!) {\n        result: caseRemedyClose(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseRemedyCloseDocument,
    "\n      query CaseRemedyClosePreview($input: CaseRemedyCloseInput!) {\n        preview: caseRemedyClosePreview(input: $input) { refused consequences { text } }\n      }\n    ": typeof types.CaseRemedyClosePreviewDocument,
    "\n      mutation CaseExecutionStop($input: CaseExecutionStopInput!) {\n        result: caseExecutionStop(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseExecutionStopDocument,
    "\n      mutation CaseExecutionResume($input: CaseExecutionResumeInput!) {\n        result: caseExecutionResume(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseExecutionResumeDocument,
    "\n      mutation CasePublicationPropose($input: CasePublicationProposeInput!) {\n        result: casePublicationPropose(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CasePublicationProposeDocument,
    "\n      mutation CasePublicationDecide($input: CasePublicationDecideInput!) {\n        result: casePublicationDecide(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CasePublicationDecideDocument,
    "\n      mutation CasePublish($input: CasePublishInput!) {\n        result: casePublish(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CasePublishDocument,
    "\n      mutation CasePublicationWithdraw($input: CasePublicationWithdrawInput!) {\n        result: casePublicationWithdraw(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CasePublicationWithdrawDocument,
    "\n      mutation CaseAssignOfficers($input: CaseAssignOfficersInput!) {\n        result: caseAssignOfficers(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseAssignOfficersDocument,
    "\n      mutation CaseFilingPropose($input: CaseFilingProposeInput!) {\n        result: caseFilingPropose(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseFilingProposeDocument,
    "\n      mutation CaseExtensionPropose($input: CaseExtensionProposeInput!) {\n        result: caseExtensionPropose(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseExtensionProposeDocument,
    "\n      mutation CaseClosingPropose($input: CaseClosingProposeInput!) {\n        result: caseClosingPropose(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseClosingProposeDocument,
    "\n      mutation CaseSubmissionReview($input: CaseSubmissionReviewInput!) {\n        result: caseSubmissionReview(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseSubmissionReviewDocument,
    "\n      mutation CaseExtendClue($input: CaseExtendClueInput!) {\n        result: caseExtendClue(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseExtendClueDocument,
    "\n      mutation CaseFile($input: CaseFileInput!) {\n        result: caseFile(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseFileDocument,
    "\n      mutation CaseDecline($input: CaseDeclineInput!) {\n        result: caseDecline(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseDeclineDocument,
    "\n      mutation CaseAddTask($input: CaseAddTaskInput!) {\n        result: caseAddTask(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseAddTaskDocument,
    "\n      mutation CaseFinishTask($input: CaseFinishTaskInput!) {\n        result: caseFinishTask(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseFinishTaskDocument,
    "\n      mutation CaseAddNote($input: CaseAddNoteInput!) {\n        result: caseAddNote(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseAddNoteDocument,
    "\n      mutation CaseHandlingPropose($input: CaseHandlingProposeInput!) {\n        result: caseHandlingPropose(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseHandlingProposeDocument,
    "\n      mutation CaseHandlingNotify($input: CaseHandlingNotifyInput!) {\n        result: caseHandlingNotify(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseHandlingNotifyDocument,
    "\n      mutation CaseHandlingDefend($input: CaseHandlingDefendInput!) {\n        result: caseHandlingDefend(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseHandlingDefendDocument,
    "\n      mutation CaseHandlingDecide($input: CaseHandlingDecideInput!) {\n        result: caseHandlingDecide(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseHandlingDecideDocument,
    "\n      mutation CaseHandlingClose($input: CaseHandlingCloseInput!) {\n        result: caseHandlingClose(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseHandlingCloseDocument,
    "\n      mutation CaseHandlingServe($input: CaseHandlingServeInput!) {\n        result: caseHandlingServe(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseHandlingServeDocument,
    "\n      mutation CasePerformanceDecide($input: CasePerformanceDecideInput!) {\n        result: casePerformanceDecide(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CasePerformanceDecideDocument,
    "\n      mutation CaseHandlingDeduct($input: CaseHandlingDeductInput!) {\n        result: caseHandlingDeduct(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseHandlingDeductDocument,
    "\n      mutation CaseRectificationReport($input: CaseRectificationReportInput!) {\n        result: caseRectificationReport(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseRectificationReportDocument,
    "\n      mutation CaseRectificationCheck($input: CaseRectificationCheckInput!) {\n        result: caseRectificationCheck(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseRectificationCheckDocument,
    "\n      mutation CaseConversionPropose($input: CaseConversionProposeInput!) {\n        result: caseConversionPropose(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseConversionProposeDocument,
    "\n      mutation CaseConvert($input: CaseConvertInput!) {\n        result: caseConvert(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseConvertDocument,
    "\n      query CaseConvertPreview($input: CaseConvertInput!) {\n        preview: caseConvertPreview(input: $input) { refused consequences { text } }\n      }\n    ": typeof types.CaseConvertPreviewDocument,
    "\n      mutation CaseConvertToHandling($input: CaseConvertToHandlingInput!) {\n        result: caseConvertToHandling(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseConvertToHandlingDocument,
    "\n      mutation CaseStartInvestigation($input: CaseStartInvestigationInput!) {\n        result: caseStartInvestigation(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseStartInvestigationDocument,
    "\n      mutation CaseRecordInspection($input: CaseRecordInspectionInput!) {\n        result: caseRecordInspection(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseRecordInspectionDocument,
    "\n      mutation CaseConductCorrect($input: CaseConductCorrectInput!) {\n        result: caseConductCorrect(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseConductCorrectDocument,
    "\n      mutation CasePartyCorrect($input: CasePartyCorrectInput!) {\n        result: casePartyCorrect(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CasePartyCorrectDocument,
    "\n      mutation CaseAttachRing($input: CaseAttachRingInput!) {\n        result: caseAttachRing(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseAttachRingDocument,
    "\n      mutation CaseAttachEvidence($input: CaseAttachEvidenceInput!) {\n        result: caseAttachEvidence(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseAttachEvidenceDocument,
    "\n      mutation CaseCiteEvidence($input: CaseCiteEvidenceInput!) {\n        result: caseCiteEvidence(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseCiteEvidenceDocument,
    "\n      mutation CaseCitationWithdraw($input: CaseCitationWithdrawInput!) {\n        result: caseCitationWithdraw(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseCitationWithdrawDocument,
    "\n      mutation CaseExclusionPropose($input: CaseExclusionProposeInput!) {\n        result: caseExclusionPropose(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseExclusionProposeDocument,
    "\n      mutation CaseReinstatementPropose($input: CaseReinstatementProposeInput!) {\n        result: caseReinstatementPropose(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseReinstatementProposeDocument,
    "\n      mutation CaseExclusionDecide($input: CaseExclusionDecideInput!) {\n        result: caseExclusionDecide(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseExclusionDecideDocument,
    "\n      mutation CaseProtectReporter($input: CaseProtectReporterInput!) {\n        result: caseProtectReporter(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseProtectReporterDocument,
    "\n      mutation CaseAttachPicture($input: CaseAttachPictureInput!) {\n        result: caseAttachPicture(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseAttachPictureDocument,
    "\n      mutation CaseWriteReport($input: CaseWriteReportInput!) {\n        result: caseWriteReport(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseWriteReportDocument,
    "\n      mutation CaseTerminate($input: CaseTerminateInput!) {\n        result: caseTerminate(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseTerminateDocument,
    "\n      mutation CaseWorksheetDraw($input: CaseWorksheetDrawInput!) {\n        result: caseWorksheetDraw(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseWorksheetDrawDocument,
    "\n      mutation CasePenaltyPropose($input: CasePenaltyProposeInput!) {\n        result: casePenaltyPropose(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CasePenaltyProposeDocument,
    "\n      mutation CasePenaltyReview($input: CasePenaltyReviewInput!) {\n        result: casePenaltyReview(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CasePenaltyReviewDocument,
    "\n      mutation CaseReturn($input: CaseReturnInput!) {\n        result: caseReturn(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseReturnDocument,
    "\n      mutation CaseServeNotice($input: CaseServeNoticeInput!) {\n        result: caseServeNotice(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseServeNoticeDocument,
    "\n      mutation CaseRecordDefence($input: CaseRecordDefenceInput!) {\n        result: caseRecordDefence(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseRecordDefenceDocument,
    "\n      mutation CaseRequestHearing($input: CaseRequestHearingInput!) {\n        result: caseRequestHearing(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseRequestHearingDocument,
    "\n      mutation CaseDesignateChair($input: CaseDesignateChairInput!) {\n        result: caseDesignateChair(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseDesignateChairDocument,
    "\n      mutation CaseAnnounceHearing($input: CaseAnnounceHearingInput!) {\n        result: caseAnnounceHearing(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseAnnounceHearingDocument,
    "\n      mutation CaseHoldHearing($input: CaseHoldHearingInput!) {\n        result: caseHoldHearing(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseHoldHearingDocument,
    "\n      mutation CaseWriteHearingReport($input: CaseWriteHearingReportInput!) {\n        result: caseWriteHearingReport(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseWriteHearingReportDocument,
    "\n      mutation CaseEndHearing($input: CaseEndHearingInput!) {\n        result: caseEndHearing(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseEndHearingDocument,
    "\n      mutation CaseSubmitLegalReview($input: CaseSubmitLegalReviewInput!) {\n        result: caseSubmitLegalReview(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseSubmitLegalReviewDocument,
    "\n      mutation CaseReviewLegality($input: CaseReviewLegalityInput!) {\n        result: caseReviewLegality(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseReviewLegalityDocument,
    "\n      mutation CaseReferralGroupAppoint($input: CaseReferralGroupAppointInput!) {\n        result: caseReferralGroupAppoint(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseReferralGroupAppointDocument,
    "\n      mutation CaseReferralWeigh($input: CaseReferralWeighInput!) {\n        result: caseReferralWeigh(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseReferralWeighDocument,
    "\n      mutation CaseReferralReport($input: CaseReferralReportInput!) {\n        result: caseReferralReport(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseReferralReportDocument,
    "\n      mutation CaseReferralDecide($input: CaseReferralDecideInput!) {\n        result: caseReferralDecide(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseReferralDecideDocument,
    "\n      mutation CaseReferralSend($input: CaseReferralSendInput!) {\n        result: caseReferralSend(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseReferralSendDocument,
    "\n      mutation CaseReferralReceipt($input: CaseReferralReceiptInput!) {\n        result: caseReferralReceipt(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseReferralReceiptDocument,
    "\n      mutation CaseReferralAnswer($input: CaseReferralAnswerInput!) {\n        result: caseReferralAnswer(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseReferralAnswerDocument,
    "\n      mutation CaseReferralCopy($input: CaseReferralCopyInput!) {\n        result: caseReferralCopy(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseReferralCopyDocument,
    "\n      mutation CaseReferralItems($input: CaseReferralItemsInput!) {\n        result: caseReferralItems(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseReferralItemsDocument,
    "\n      mutation CaseRefusalObject($input: CaseRefusalObjectInput!) {\n        result: caseRefusalObject(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseRefusalObjectDocument,
    "\n      mutation CasePoliceReview($input: CasePoliceReviewInput!) {\n        result: casePoliceReview(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CasePoliceReviewDocument,
    "\n      mutation CaseSupervisionAsk($input: CaseSupervisionAskInput!) {\n        result: caseSupervisionAsk(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseSupervisionAskDocument,
    "\n      mutation CaseSupervisionRecord($input: CaseSupervisionRecordInput!) {\n        result: caseSupervisionRecord(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseSupervisionRecordDocument,
    "\n      mutation CaseReferralReturn($input: CaseReferralReturnInput!) {\n        result: caseReferralReturn(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseReferralReturnDocument,
    "\n      mutation CaseCorrectionOrder($input: CaseCorrectionOrderInput!) {\n        result: caseCorrectionOrder(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseCorrectionOrderDocument,
    "\n      mutation CaseCorrectionRecord($input: CaseCorrectionRecordInput!) {\n        result: caseCorrectionRecord(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseCorrectionRecordDocument,
    "\n      mutation CasePaperServe($input: CasePaperServeInput!) {\n        result: casePaperServe(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CasePaperServeDocument,
    "\n      mutation CaseServiceCorrect($input: CaseServiceCorrectInput!) {\n        result: caseServiceCorrect(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseServiceCorrectDocument,
    "\n      mutation CaseAnnouncementCorrect($input: CaseAnnouncementCorrectInput!) {\n        result: caseAnnouncementCorrect(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseAnnouncementCorrectDocument,
    "\n      mutation CaseReceiptAttach($input: CaseReceiptAttachInput!) {\n        result: caseReceiptAttach(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseReceiptAttachDocument,
    "\n      mutation CaseAnnouncementPost($input: CaseAnnouncementPostInput!) {\n        result: caseAnnouncementPost(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseAnnouncementPostDocument,
    "\n      mutation CaseTiesCheck($input: CaseTiesCheckInput!) {\n        result: caseTiesCheck(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseTiesCheckDocument,
    "\n      mutation CaseRecusalAnswer($input: CaseRecusalAnswerInput!) {\n        result: caseRecusalAnswer(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseRecusalAnswerDocument,
    "\n      mutation CaseJurisdictionDispute($input: CaseJurisdictionDisputeInput!) {\n        result: caseJurisdictionDispute(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseJurisdictionDisputeDocument,
    "\n      mutation CaseJurisdictionSettle($input: CaseJurisdictionSettleInput!) {\n        result: caseJurisdictionSettle(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseJurisdictionSettleDocument,
    "\n      mutation CaseJurisdictionReport($input: CaseJurisdictionReportInput!) {\n        result: caseJurisdictionReport(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseJurisdictionReportDocument,
    "\n      mutation CaseJurisdictionDesignate($input: CaseJurisdictionDesignateInput!) {\n        result: caseJurisdictionDesignate(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseJurisdictionDesignateDocument,
    "\n      mutation CaseStatementSubmit($input: CaseStatementSubmitInput!) {\n        result: caseStatementSubmit(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseStatementSubmitDocument,
    "\n      mutation CaseHearingAsk($input: CaseHearingAskInput!) {\n        result: caseHearingAsk(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseHearingAskDocument,
    "\n      mutation CaseInstalmentsAsk($input: CaseInstalmentsAskInput!) {\n        result: caseInstalmentsAsk(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseInstalmentsAskDocument,
    "\n    mutation CaseInterviewRecordAttach($input: CaseInterviewRecordAttachInput!) {\n      result: caseInterviewRecordAttach(input: $input) { ...CaseOutcome }\n    }\n  ": typeof types.CaseInterviewRecordAttachDocument,
    "\n    mutation CaseVisitRecordAttach($input: CaseVisitRecordAttachInput!) {\n      result: caseVisitRecordAttach(input: $input) { ...CaseOutcome }\n    }\n  ": typeof types.CaseVisitRecordAttachDocument,
    "\n      mutation CaseInterviewOpen($input: CaseInterviewOpenInput!) {\n        result: caseInterviewOpen(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseInterviewOpenDocument,
    "\n      mutation CaseInterviewEnd($input: CaseInterviewEndInput!) {\n        result: caseInterviewEnd(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseInterviewEndDocument,
    "\n      mutation CaseHomeVisitsPlan($input: CaseHomeVisitsPlanInput!) {\n        result: caseHomeVisitsPlan(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseHomeVisitsPlanDocument,
    "\n      mutation CaseHomeVisitRecord($input: CaseHomeVisitRecordInput!) {\n        result: caseHomeVisitRecord(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseHomeVisitRecordDocument,
    "\n  query CaseInterviews($caseNo: String!) {\n    caseInterviews(caseNo: $caseNo) {\n      version\n      interviews {\n        interviewId name capacity unit patient place pattern officers startedAt endedAt how evidenceId recordLost\n        answers { question answer }\n        clashes { interview name startedAt endedAt }\n      }\n      visitLists {\n        listId purpose ringId by at questions\n        people {\n          psnNo who township village tie bills of\n          asked { visit begins ends place kind amount }\n          outcome visitedOn remarks evidenceId recordLost refusedBefore\n          answers { question answer }\n          earlier { visitedOn officers outcome remarks answers { question answer } }\n        }\n      }\n    }\n  }\n": typeof types.CaseInterviewsDocument,
    "\n  query QuestionSets { questionSets { pattern title questions } }\n": typeof types.QuestionSetsDocument,
    "\n  query InterviewTimeline($id: ID!, $fromDay: Date, $toDay: Date, $after: String) {\n    timeline(id: $id, first: 50, fromDay: $fromDay, toDay: $toDay, after: $after) {\n      entries { at settlement { id label properties { name value } } institution { id label } }\n      endCursor\n    }\n    timelineTotal(id: $id, fromDay: $fromDay, toDay: $toDay)\n  }\n": typeof types.InterviewTimelineDocument,
    "\n  mutation CaseInterviewWrite($input: CaseInterviewWriteInput!) {\n    result: caseInterviewWrite(input: $input) { ...CaseOutcome }\n  }\n": typeof types.CaseInterviewWriteDocument,
    "\n      mutation CaseLedgerWriteOff($input: CaseLedgerWriteOffInput!) {\n        result: caseLedgerWriteOff(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseLedgerWriteOffDocument,
    "\n      mutation CaseLedgerReverse($input: CaseLedgerReverseInput!) {\n        result: caseLedgerReverse(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseLedgerReverseDocument,
    "\n      mutation CaseLedgerPayBack($input: CaseLedgerPayBackInput!) {\n        result: caseLedgerPayBack(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseLedgerPayBackDocument,
    "\n  query CaseLedger($caseNo: String!) {\n    caseLedger(caseNo: $caseNo) {\n      accounts { account title balance }\n      entries { seq at title documentNo postings { account title debit credit } }\n      checks { title expected actual agrees }\n      instalments { due amount paid overdue resting }\n    }\n  }\n": typeof types.CaseLedgerDocument,
    "\n      mutation CaseLinesList($input: CaseLinesListInput!) {\n        result: caseLinesList(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseLinesListDocument,
    "\n      mutation CaseLineAdd($input: CaseLineAddInput!) {\n        result: caseLineAdd(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseLineAddDocument,
    "\n      mutation CaseLinesRelease($input: CaseLinesReleaseInput!) {\n        result: caseLinesRelease(input: $input) { ...CaseOutcome }\n      }\n    ": typeof types.CaseLinesReleaseDocument,
    "\n  fragment CaseLineParts on CaseLine {\n    lineId findingId ruleId ruleName fixmedinsCode psnNo who on item cnt pric amount insidePolicy suspected\n    state confirmed groupDifference returned loss reasons by at refunds { source amount on documentNo }\n    rivals { caseNo amount judged }\n  }\n": typeof types.CaseLinePartsFragmentDoc,
    "\n  query CaseLines($caseNo: String!, $filter: LineFilterInput, $first: Int!, $after: String) {\n    caseLines(caseNo: $caseNo, filter: $filter, first: $first, after: $after) {\n      total endCursor\n      rows { ...CaseLineParts }\n      matched { listed open suspected confirmed returned loss }\n      whole { listed open suspected confirmed rejected returned loss }\n      groups { ruleId ruleName count open suspected loss }\n      clashes { caseNo lines open suspected recovered }\n      unset { visit fixmedinsCode lineId room billed amount on documents }\n      institutions\n    }\n  }\n": typeof types.CaseLinesDocument,
    "\n  query CaseLinesPreview($input: CaseLinesPreviewInput!) {\n    caseLinesPreview(input: $input) {\n      count suspected confirmed returned loss lossBefore refused\n    }\n  }\n": typeof types.CaseLinesPreviewDocument,
    "\n  query CaseLinesArrived($caseNo: String!) {\n    caseLinesArrived(caseNo: $caseNo) { count suspected }\n  }\n": typeof types.CaseLinesArrivedDocument,
    "\n  mutation CaseLinesJudge($input: CaseLinesJudgeInput!) {\n    result: caseLinesJudge(input: $input) { ...CaseOutcome }\n  }\n": typeof types.CaseLinesJudgeDocument,
    "\n  query EarlierRefunds($code: String!) {\n    earlierRefunds(fixmedinsCode: $code) { refundId bill source amount on documentNo by }\n  }\n": typeof types.EarlierRefundsDocument,
    "\n  fragment RefundOutcome on RefundResult {\n    ... on RefundSuccess { refunds { refundId } }\n    ... on UserError { code message }\n    ... on InvalidInput { field }\n    ... on StaleVersion { currentVersion }\n    ... on IllegalTransition { current }\n  }\n": typeof types.RefundOutcomeFragmentDoc,
    "\n    mutation RefundWithdraw($input: RefundWithdrawInput!) {\n      result: refundWithdraw(input: $input) { ...RefundOutcome }\n    }\n  ": typeof types.RefundWithdrawDocument,
    "\n  query CaseTalk($caseNo: String!, $first: Int!, $after: String) {\n    caseTalk(caseNo: $caseNo, first: $first, after: $after) {\n      unread version partyReads\n      messages {\n        nodes {\n          messageId seq text byName at toParty ofParty withdrawn unread mine\n          to { account name hasRead }\n          answers { messageId byName text }\n        }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }\n": typeof types.CaseTalkDocument,
    "\n  mutation CaseMessageSend($input: CaseMessageSendInput!) {\n    result: caseMessageSend(input: $input) {\n      ... on MessageSuccess { talk { version } }\n      ... on UserError { code message }\n    }\n  }\n": typeof types.CaseMessageSendDocument,
    "\n  mutation CaseMessageWithdraw($input: CaseMessageWithdrawInput!) {\n    result: caseMessageWithdraw(input: $input) {\n      ... on MessageSuccess { talk { version } }\n      ... on UserError { code message }\n    }\n  }\n": typeof types.CaseMessageWithdrawDocument,
    "\n  mutation CaseMessagesSeen($caseNo: String!, $version: Int!) {\n    result: caseMessagesSeen(caseNo: $caseNo, version: $version) {\n      ... on Done { ok }\n      ... on UserError { code message }\n    }\n  }\n": typeof types.CaseMessagesSeenDocument,
    "\n  query Cases($filter: CaseFilter, $after: String) {\n    cases(filter: $filter, first: 100, after: $after) {\n      nodes {\n        id caseNo title stage stageTitle isOpen path amount openedAt openedBy version nextDueAt workingDaysLeft\n        party { kind key name }\n        officers { account name }\n      }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n": typeof types.CasesDocument,
    "\n  query AnyCases($text: String) {\n    cases(filter: { text: $text }, first: 20) { nodes { id caseNo title stageTitle } }\n  }\n": typeof types.AnyCasesDocument,
    "\n  query Citable($caseNo: String!) {\n    caseFile(caseNo: $caseNo) {\n      evidence { evidenceId name proves reporter excluded origin { caseNo } }\n    }\n  }\n": typeof types.CitableDocument,
    "\n  query CaseFilePage($caseNo: String!, $events: Int!) {\n    caseFile(caseNo: $caseNo) {\n      case {\n        id caseNo title stage stageTitle isOpen path source amount openedAt openedBy version nextDueAt workingDaysLeft\n        party { kind key name address representative representativeNo soleTrader }\n        officers { account name roles }\n        undeclared\n      }\n      summary conductFrom conductTo discoveredOn discoveredBy ringIds inspectionNos chainIntact\n      pictures { pictureId title by at }\n      findings { findingId ruleId ruleName amount elsewhere sentence }\n      evidence { evidenceId name kind size sha256 sm3 proves attachedAt damage reporter excluded excludedWhy doubt doubtWhy doubtedBack homeExcluded rests origin { caseNo number text } }\n      eventsTotal\n      timeline(first: $events) {\n        seq type title summary actor actorName onBehalfOf under at hash\n        changes { title before after pieces { kind text } }\n      }\n      deadlines {\n        id title startedAt dueAt clock clockTitle calendar basis mark isOpen endedByHand left unitsLeft problem\n        why { text at }\n      }\n      tasks { taskId title assignee due givenBy result }\n      report { party measures facts evidence law proposal by }\n      docketNo\n      referralWarning\n      otherFrauds { caseNo docket amount on }\n      referralWeighed { refer reasons amount by at }\n      publicText\n      reportDraft { party measures facts evidence law proposal }\n      proposals {\n        proposalId articleId citation baseLoss multiple fine recovery notDemanded lessGround lessReasons suspensionMonths suspensionGround consequence consequenceEvidence department intent noPenalty notInsured formula\n        hearingRight reasons proposedBy proposedAt outcome reviewedBy reviewReasons\n      }\n      former {\n        number fall noticeOn hearingHeld defence legalOpinion servedOn\n        decision { ruling decisionNo fine recovery citation reasons by at onBehalfOf }\n        proposals {\n          proposalId articleId citation baseLoss multiple fine recovery notDemanded lessGround lessReasons suspensionMonths suspensionGround consequence consequenceEvidence department intent noPenalty notInsured formula\n          hearingRight reasons proposedBy proposedAt outcome reviewedBy reviewReasons\n        }\n        steps { kind key title text isOpen on amount ofHead ofCourt state account }\n      }\n      noticeOn hearingRight hearingRequested papersToServe hearing { startsAt place chair isPublic closedReason notifyBy servedOn } hearingHeld defence contested legalOpinion\n      submitted { seq title text by at hash until late next files { evidenceId name size sha256 sm3 } }\n      decision { ruling decisionNo fine recovery suspensionMonths citation reasons by at onBehalfOf }\n      handling {\n        measures { kind amount months target clause area endsAt }\n        reasons proposedBy pharmacyActs pharmacyRows { act title points } rectify rectifyDays notDemanded lessGround lessReasons\n      }\n      handlingMoney {\n        recovery recoveredBefore recovered recoveryOpen damages damagesPaid damagesOpen\n      }\n      performance { decisionNo recovery damages days reasons by at servedOn }\n      rectification { text due reports reported passed checks { heldOn passed record } }\n      forms { issueId formId title number inner issuedBy issuedAt remarks void signed }\n      mayBind\n      bindings {\n        version boundBy boundAt retention basis permanent retainUntil damaged\n        volumes { kind title sha256 sm3 size pages rows { n number responsible title on pages } }\n      }\n      effect { need title basis formId issueId evidenceId }\n      approvals { formId title basis issueId evidenceId }\n      papersMissing { title why act }\n      paperGaps { what act parameter waits }\n      formKinds { formId title basis series inner missing }\n      lineTotals { listed open loss }\n      place { outside title text whole }\n      courtTime { late title text }\n      unentrusted\n      barred { certain title text }\n      freed { pracPsnCode name entryId why starts until }\n      servedOn recovered finesPaid fineOpen owed { kind amount } payments { paymentId kind amount paidOn voucher } paused annulled changed onSpot suspendsDepartment published surcharge surchargesPaid\n      steps { kind key title text isOpen on amount ofHead ofCourt state account }\n      scores { pracPsnCode name entryId points actTitle countedOn counts reviewDue voidWhy }\n      worksheets {\n        worksheetId articleId citation loss multiple fine tier belowBand suspensionMonths suspensionGround consequence consequenceEvidence reasons drawnBy former\n        steps { text }\n      }\n      referralGroup { name certificateNo }\n      referral {\n        status statusTitle reportedBy reportedAt suspectedCrime amount recipient\n        approved decidedBy decidedAt decisionReasons\n        dossierName dossierSha256 dossierSm3 dossierDamaged dossierOutdated letterNo letterSigned\n        sentAt receiptNo answer answerReasons\n        copiedOn itemsOn objectedOn review supervisionOn supervision\n      }\n      nextActions { act title step primary onBehalfOf }\n      nextBy\n      dossierBlockers { code title cure }\n    }\n  }\n": typeof types.CaseFilePageDocument,
    "\n  query CaseEvents($caseNo: String!) {\n    caseFile(caseNo: $caseNo) {\n      timeline {\n        seq type title summary actor actorName onBehalfOf under at hash\n        changes { title before after pieces { kind text } }\n      }\n    }\n  }\n": typeof types.CaseEventsDocument,
    "\n  query Colleagues { colleagues { account name roles certificateNo awayUntil discusses } }\n": typeof types.ColleaguesDocument,
    "\n  query WorksheetDifferences($caseNo: String!, $first: String!, $second: String!) {\n    worksheetDifferences(caseNo: $caseNo, first: $first, second: $second) { title first second }\n  }\n": typeof types.WorksheetDifferencesDocument,
    "\n  query WorksheetFigure($caseNo: String!, $worksheetId: String!, $figure: Decimal!) {\n    worksheetFigure(caseNo: $caseNo, worksheetId: $worksheetId, figure: $figure) { due lawful text }\n  }\n": typeof types.WorksheetFigureDocument,
    "\n  query DiscretionFactors { discretionFactors { factor title aggravating basis } }\n": typeof types.DiscretionFactorsDocument,
    "\n  query StartablePeriods { startablePeriods { period title units calendar basis } }\n": typeof types.StartablePeriodsDocument,
    "\n  query PenaltyArticles($on: Date!, $kind: PartyKind) {\n    penaltyArticles(on: $on, kind: $kind) {\n      articleId title citation natures minMultiple maxMultiple minAmount maxAmount\n    }\n  }\n": typeof types.PenaltyArticlesDocument,
    "\n  query Evidence($evidenceId: String!) {\n    evidence(evidenceId: $evidenceId) {\n      evidenceId name mediaType size sha256 sm3 retainedUntil receivedBy receivedAt\n      checkedAt damage kind\n      collection {\n        collectedAt place method process holder originalMedium original noOriginalReason pages officers\n        witness noWitnessReason missing\n      }\n      earlier {\n        collectedAt place method process holder originalMedium original noOriginalReason pages officers\n        witness noWitnessReason missing\n      }\n      custody { seq type title actor at purpose hashBefore hashAfter }\n    }\n  }\n": typeof types.EvidenceDocument,
    "\n  query EvidenceTaken($caseNo: String!) {\n    evidenceItems(caseNo: $caseNo, first: 500) {\n      evidenceId\n      collection { collectedAt place holder officers missing }\n    }\n  }\n": typeof types.EvidenceTakenDocument,
    "\n  mutation EvidenceCollectionState($input: EvidenceCollectionStateInput!) {\n    result: evidenceCollectionState(input: $input) {\n      ... on EvidenceSuccess { evidence { evidenceId } }\n      ... on UserError { code message }\n    }\n  }\n": typeof types.EvidenceCollectionStateDocument,
    "\n  query EvidenceAsked { evidenceAsked { kind fields } }\n": typeof types.EvidenceAskedDocument,
    "\n  mutation EvidenceUploadStart($input: EvidenceUploadStartInput!) {\n    result: evidenceUploadStart(input: $input) {\n      ... on UploadSuccess { ticket { uploadId url parts { number url first size } expiresAt } }\n      ... on UserError { code message }\n    }\n  }\n": typeof types.EvidenceUploadStartDocument,
    "\n  mutation EvidenceUploadComplete($input: EvidenceUploadCompleteInput!) {\n    result: evidenceUploadComplete(input: $input) {\n      ... on EvidenceSuccess { evidence { evidenceId name sha256 } duplicate }\n      ... on UserError { code message }\n    }\n  }\n": typeof types.EvidenceUploadCompleteDocument,
    "\n  mutation DossierStart($input: JobStartInput!) {\n    result: jobStart(input: $input) {\n      ... on JobSuccess { job { ...JobParts } }\n      ... on UserError { code message }\n    }\n  }\n": typeof types.DossierStartDocument,
    "\n  query PharmacyActs($code: String) {\n    pharmacyActs(fixmedinsCode: $code) { act title points refuse }\n  }\n": typeof types.PharmacyActsDocument,
    "\n  query CaseMeasures($caseNo: String!) {\n    measures(history: true, caseNo: $caseNo) {\n      id name department title startsAt overAt restsSince standing standingTitle liftReasons\n    }\n  }\n": typeof types.CaseMeasuresDocument,
    "\n  query PharmacyOutlook($code: String!, $acts: [String!]!, $caseNo: String) {\n    pharmacyOutlook(fixmedinsCode: $code, acts: $acts, caseNo: $caseNo) {\n      before after refuse\n      level { points title lifts basis }\n    }\n  }\n": typeof types.PharmacyOutlookDocument,
    "\n  fragment CaseOutcome on CaseResult {\n    ... on CaseSuccess { caseFile { case { id caseNo version stage } } }\n    ... on UserError { code message }\n    ... on InvalidInput { field }\n    ... on StaleVersion { currentVersion }\n    ... on IllegalTransition { current }\n  }\n": typeof types.CaseOutcomeFragmentDoc,
    "\n  query CypherGuide {\n    cypherGuide {\n      labels { name source target fields { name type meaning personal } }\n      relationships { name source target fields { name type meaning personal } }\n      examples { key title query parameters }\n      maxRows seconds until\n    }\n  }\n": typeof types.CypherGuideDocument,
    "\n  query CypherHistory {\n    cypherHistory(first: 50) { at query refused }\n  }\n": typeof types.CypherHistoryDocument,
    "\n  mutation CypherRun($input: CypherRunInput!) {\n    result: cypherRun(input: $input) {\n      __typename\n      ... on CypherTable { columns rows truncated leftOut { message } }\n      ... on UserError { code message }\n    }\n  }\n": typeof types.CypherRunDocument,
    "\n  fragment CourseParts on Course {\n    id courseId title retired number hours pages questions rejects corrections version\n  }\n": typeof types.CoursePartsFragmentDoc,
    "\n  fragment QuestionParts on BankQuestion {\n    questionId kind text answer basis void also\n    options { letter text }\n  }\n": typeof types.QuestionPartsFragmentDoc,
    "\n  query Courses {\n    courses { ...CourseParts }\n    questionDisputes {\n      pracPsnCode name attemptId courseId courseTitle chosen text at version mayAnswer\n      question { ...QuestionParts }\n    }\n  }\n": typeof types.CoursesDocument,
    "\n  query CourseOf($courseId: String!, $number: Int) {\n    course(courseId: $courseId, number: $number) {\n      course { ...CourseParts }\n      shown mayTeach\n      versions {\n        number title hours pages questions fileName sha256 by at\n        rejects { sheet row field reason raw }\n      }\n      pages { chapter title text }\n      questions { ...QuestionParts }\n    }\n  }\n": typeof types.CourseOfDocument,
    "\n  mutation CourseRetire($input: CourseRetireInput!) {\n    result: courseRetire(input: $input) {\n      __typename\n      ... on CourseSuccess { course { ...CourseParts } }\n      ... on UserError { code message }\n    }\n  }\n": typeof types.CourseRetireDocument,
    "\n  mutation AppealResolve($input: QuestionAppealResolveInput!) {\n    result: questionAppealResolve(input: $input) {\n      __typename\n      ... on StudySuccess { study { pracPsnCode version } }\n      ... on UserError { code message }\n    }\n  }\n": typeof types.AppealResolveDocument,
    "\n    mutation AccountDeclareTies($input: AccountDeclareTiesInput!) {\n      result: accountDeclareTies(input: $input) { ...AccountOutcome }\n    }\n  ": typeof types.AccountDeclareTiesDocument,
    "\n  mutation AbsenceRecord($input: AbsenceRecordInput!) {\n    result: absenceRecord(input: $input) { ...DelegationOutcome }\n  }\n": typeof types.AbsenceRecordDocument,
    "\n      mutation DelegationGive($input: DelegationGiveInput!) {\n        result: delegationGive(input: $input) { ...DelegationOutcome }\n      }\n    ": typeof types.DelegationGiveDocument,
    "\n      mutation DelegationEnd($input: DelegationEndInput!) {\n        result: delegationEnd(input: $input) { ...DelegationOutcome }\n      }\n    ": typeof types.DelegationEndDocument,
    "\n      mutation EntrustmentRecord($input: EntrustmentRecordInput!) {\n        result: entrustmentRecord(input: $input) { ...DelegationOutcome }\n      }\n    ": typeof types.EntrustmentRecordDocument,
    "\n      mutation EntrustmentScanAttach($input: EntrustmentScanAttachInput!) {\n        result: entrustmentScanAttach(input: $input) { ...DelegationOutcome }\n      }\n    ": typeof types.EntrustmentScanAttachDocument,
    "\n      mutation EntrustmentEnd($input: EntrustmentEndInput!) {\n        result: entrustmentEnd(input: $input) { ...DelegationOutcome }\n      }\n    ": typeof types.EntrustmentEndDocument,
    "\n      mutation AbsenceEnd($input: AbsenceEndInput!) {\n        result: absenceEnd(input: $input) { ...DelegationOutcome }\n      }\n    ": typeof types.AbsenceEndDocument,
    "\n  query Mandates {\n    mandates {\n      version\n      delegations {\n        delegationId principal principalAccount deputy deputyAccount startsAt overAt reason holds\n        ended\n        acts { act title }\n      }\n      absences { absenceId who whoAccount standIn startsOn overOn reason holds ended mayEnd }\n      mayRecordOthers\n      letters { documentNo scope publishedOn where startsOn endsOn by holds scan scanName scanLost }\n      mine { act title to }\n      never { title basis }\n    }\n  }\n": typeof types.MandatesDocument,
    "\n  fragment DelegationOutcome on DelegationResult {\n    ... on DelegationSuccess { register { version } }\n    ... on UserError { code message }\n    ... on InvalidInput { field }\n    ... on StaleVersion { currentVersion }\n    ... on IllegalTransition { current }\n  }\n": typeof types.DelegationOutcomeFragmentDoc,
    "\n  query FormTemplates {\n    formTemplates {\n      formId title basis series own\n      versions { sha256 size name note by at }\n    }\n    numberSeries { series title year numbers last gap }\n  }\n": typeof types.FormTemplatesDocument,
    "\n  query DocumentNumbers($series: String!, $year: Int!, $after: Int!) {\n    documentNumbers(series: $series, year: $year, after: $after) { serial number caseNo void }\n  }\n": typeof types.DocumentNumbersDocument,
    "\n  query TemplateDifferences($formId: String!, $first: String!, $second: String!) {\n    templateDifferences(formId: $formId, first: $first, second: $second) { added text }\n  }\n": typeof types.TemplateDifferencesDocument,
    "\n  mutation TemplateReset($input: TemplateResetInput!) {\n    result: templateReset(input: $input) {\n      ... on TemplateSuccess { template { formId } }\n      ... on UserError { code message }\n    }\n  }\n": typeof types.TemplateResetDocument,
    "\n  fragment LeftParts on LeftOut {\n    message reason\n  }\n": typeof types.LeftPartsFragmentDoc,
    "\n  fragment SubgraphParts on Subgraph {\n    nodes { id kind label sharers crowded inOpenCase properties { name value } }\n    edges { id source target kind count amount first last }\n    truncated\n    endCursor\n    leftOut { ...LeftParts }\n  }\n": typeof types.SubgraphPartsFragmentDoc,
    "\n  query Entity($id: ID!) {\n    entity(id: $id) {\n      node { id kind label sharers crowded inOpenCase properties { name value } }\n      settlements amount fund first last\n      counts { relationship kind count byRequest }\n      leftOut { ...LeftParts }\n    }\n  }\n": typeof types.EntityDocument,
    "\n  query NeighbourTotals($ids: [ID!]!) {\n    neighbourTotals(ids: $ids) { totals { id total } }\n  }\n": typeof types.NeighbourTotalsDocument,
    "\n  query Expand($id: ID!, $filter: ExpandFilter, $first: Int!, $after: String) {\n    expand(id: $id, filter: $filter, first: $first, after: $after) { ...SubgraphParts }\n  }\n": typeof types.ExpandDocument,
    "\n  query SubgraphOf($ids: [ID!]!) {\n    subgraph(ids: $ids) { ...SubgraphParts missing }\n  }\n": typeof types.SubgraphOfDocument,
    "\n  query Activity($ids: [ID!]!) {\n    activity(ids: $ids) {\n      days { day edgeIds counts amounts }\n      leftOut { ...LeftParts }\n    }\n  }\n": typeof types.ActivityDocument,
    "\n  query Paths(\n    $source: ID!\n    $target: ID!\n    $filter: PathFilter\n    $mode: PathMode!\n    $weight: PathWeight!\n    $after: String\n  ) {\n    paths(\n      source: $source\n      target: $target\n      filter: $filter\n      mode: $mode\n      weight: $weight\n      first: 10\n      after: $after\n    ) {\n      paths { nodeIds weight }\n      searched\n      endCursor\n      leftOut { ...LeftParts }\n      graph { ...SubgraphParts }\n    }\n  }\n": typeof types.PathsDocument,
    "\n  query CommonNeighbours($ids: [ID!]!, $least: Int, $after: String) {\n    commonNeighbours(ids: $ids, least: $least, first: 50, after: $after) { ...SubgraphParts }\n  }\n": typeof types.CommonNeighboursDocument,
    "\n  query EntityTimeline($id: ID!, $fromDay: Date, $toDay: Date, $after: String) {\n    timeline(id: $id, fromDay: $fromDay, toDay: $toDay, first: 50, after: $after) {\n      entries {\n        at\n        settlement { id label properties { name value } }\n        patient { id label }\n        institution { id label }\n        doctor { id label }\n      }\n      endCursor\n      leftOut { ...LeftParts }\n    }\n  }\n": typeof types.EntityTimelineDocument,
    "\n  query RingGraph($id: ID!) {\n    ringGraph(id: $id) { ...SubgraphParts }\n  }\n": typeof types.RingGraphDocument,
    "\n  query Investigations($text: String!, $after: String) {\n    investigations(text: $text, first: 50, after: $after) {\n      nodes { id name owner sharedWith version updatedAt states { version savedAt } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.InvestigationsDocument,
    "\n  query Investigation($id: ID!, $state: Int) {\n    investigation(id: $id, state: $state) {\n      id key name owner sharedWith version updatedAt savedAt content\n    }\n  }\n": typeof types.InvestigationDocument,
    "\n  query CasePicture($caseNo: String!, $pictureId: String!) {\n    casePicture(caseNo: $caseNo, pictureId: $pictureId) { pictureId title content }\n  }\n": typeof types.CasePictureDocument,
    "\n  mutation InvestigationSave($input: InvestigationSaveInput!) {\n    result: investigationSave(input: $input) {\n      ... on InvestigationSuccess { investigation { id key name version owner sharedWith updatedAt } }\n      ... on UserError { code message }\n      ... on StaleVersion { currentVersion }\n    }\n  }\n": typeof types.InvestigationSaveDocument,
    "\n  mutation InvestigationDelete($id: ID!) {\n    result: investigationDelete(id: $id) {\n      ... on Done { ok }\n      ... on UserError { code message }\n    }\n  }\n": typeof types.InvestigationDeleteDocument,
    "\n  mutation CaseAttachInvestigation($input: CaseAttachPictureInput!) {\n    result: caseAttachPicture(input: $input) { ...CaseOutcome }\n  }\n": typeof types.CaseAttachInvestigationDocument,
    "\n  query CountyOutline($after: String) {\n    geo(first: 200, after: $after) {\n      outline\n      places { lon lat }\n      endCursor\n      leftOut { reason count ...LeftParts }\n    }\n  }\n": typeof types.CountyOutlineDocument,
    "\n  query SubgraphMetrics($ids: [ID!]!, $after: String) {\n    subgraphMetrics(ids: $ids, first: 200, after: $after) {\n      nodes { id degree betweenness community }\n      communities modularity endCursor\n      leftOut { ...LeftParts }\n    }\n  }\n": typeof types.SubgraphMetricsDocument,
    "\n  query PatternTemplates {\n    patternTemplates {\n      key title explanation\n      parameters { name label kind kinds default least most }\n    }\n  }\n": typeof types.PatternTemplatesDocument,
    "\n  query Pattern($key: String!, $parameters: [PatternValue!]!, $after: String) {\n    pattern(key: $key, parameters: $parameters, first: 50, after: $after) {\n      template { title columns { name label kind } }\n      rows { cells { text nodeIds } }\n      graph { ...SubgraphParts }\n      endCursor\n      leftOut { ...LeftParts }\n    }\n  }\n": typeof types.PatternDocument,
    "\n  fragment FindingParts on Finding {\n    id findingId ruleId ruleName ruleVersion result sentence\n    psnNo psnName fixmedinsCode fixmedinsName pracPsnCode pracPsnName\n    mdtrtIds firstTime lastTime amount amountInvolved lineCount population firstSeenAt\n    legalBasis { citation }\n    judgement { verdict reason by at }\n    notes { ...NoteParts }\n    caseNos\n  }\n": typeof types.FindingPartsFragmentDoc,
    "\n  query Findings($filter: FindingFilter, $after: String) {\n    findings(filter: $filter, first: 100, after: $after) {\n      nodes { ...FindingParts }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n": typeof types.FindingsDocument,
    "\n  query FindingSums($filter: FindingFilter) {\n    findingSums(filter: $filter) { count amount }\n  }\n": typeof types.FindingSumsDocument,
    "\n  query FindingGroups($by: FindingGroupBy!, $filter: FindingFilter) {\n    findingGroups(by: $by, filter: $filter) { key label count amount }\n  }\n": typeof types.FindingGroupsDocument,
    "\n  query Finding($id: ID!) {\n    finding(id: $id) { ...FindingParts }\n  }\n": typeof types.FindingDocument,
    "\n  query FindingBill($id: ID!) {\n    findingBill(id: $id) {\n      mdtrtId feedetlSn feeOcurTime hilistCode hilistName cnt pric detItemFeeSumamt hit\n    }\n    findingUnset(id: $id) { visit billed amount on documents }\n  }\n": typeof types.FindingBillDocument,
    "\n  mutation FindingJudge($input: FindingJudgeInput!) {\n    result: findingJudge(input: $input) { ...JudgementOutcome }\n  }\n  fragment JudgementOutcome on JudgementResult {\n    ... on JudgementSuccess { count }\n    ... on UserError { code message }\n  }\n": typeof types.FindingJudgeDocument,
    "\n  mutation CaseAttachFindings($input: CaseAttachFindingsInput!) {\n    result: caseAttachFindings(input: $input) { ...CaseOutcome }\n  }\n": typeof types.CaseAttachFindingsDocument,
    "\n  mutation CaseOpen($input: CaseOpenInput!) {\n    result: caseOpen(input: $input) { ...CaseOutcome }\n  }\n": typeof types.CaseOpenDocument,
    "\n  query OpenCases($text: String, $after: String) {\n    cases(filter: { workable: true, text: $text }, first: 50, after: $after) {\n      nodes { id caseNo title stageTitle }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.OpenCasesDocument,
    "\n  fragment BatchParts on ImportBatch {\n    id batchId profile status importedAt importedBy seconds rejects notes { said { text names } rows } months withdrawnMonths replaces canWithdraw\n    files { name sha256 rows }\n    tables { table rows accepted rejected totals { column amount } }\n  }\n": typeof types.BatchPartsFragmentDoc,
    "\n  query ImportBatches($after: String) {\n    importBatches(first: 50, after: $after) {\n      nodes { ...BatchParts }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n": typeof types.ImportBatchesDocument,
    "\n  query ImportBatch($id: ID!) {\n    importBatch(id: $id) { ...BatchParts }\n  }\n": typeof types.ImportBatchDocument,
    "\n  query Rejects($batchId: String!, $after: String) {\n    rejects(batchId: $batchId, first: 100, after: $after) {\n      nodes { file line table field code reason }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n": typeof types.RejectsDocument,
    "\n  query Incoming {\n    incomingFolders { name files bytes modifiedAt }\n    importProfiles { name version title own }\n  }\n": typeof types.IncomingDocument,
    "\n  query ImportProfiles {\n    importProfiles { name title }\n  }\n": typeof types.ImportProfilesDocument,
    "\n  mutation ImportStart($input: ImportStartInput!) {\n    result: importStart(input: $input) {\n      ... on JobSuccess { job { ...JobParts } }\n      ... on UserError { code message }\n    }\n  }\n": typeof types.ImportStartDocument,
    "\n  mutation ImportWithdraw($input: ImportWithdrawInput!) {\n    result: importWithdraw(input: $input) {\n      ... on BatchSuccess { batch { id status } }\n      ... on UserError { code message }\n    }\n  }\n": typeof types.ImportWithdrawDocument,
    "\n  query KeptProfiles {\n    keptProfiles { name version title file sha256 keptBy keptAt inForce }\n  }\n": typeof types.KeptProfilesDocument,
    "\n  mutation ProfileKeep($input: ImportProfileKeepInput!) {\n    result: importProfileKeep(input: $input) {\n      ... on ProfileSuccess { profile { name version } }\n      ... on UserError { code message }\n    }\n  }\n": typeof types.ProfileKeepDocument,
    "\n  query ImportPreview($folder: String!, $profile: String!) {\n    importPreview(folder: $folder, profile: $profile) {\n      problem ignored\n      files {\n        name source encoding unknownColumns brokenLines problem\n        tables { table columns rows problems { column reason } }\n      }\n    }\n  }\n": typeof types.ImportPreviewDocument,
    "\n  fragment QualityParts on BatchQuality {\n    batchId at asked\n    lines {\n      lineId kind table column rows asked said { text names } state note changedBy changedAt\n      owner { account name }\n    }\n    columns { table column title filled rows sent }\n    months { table month inBatch rows usual }\n  }\n": typeof types.QualityPartsFragmentDoc,
    "\n  query BatchQuality($id: ID!) {\n    batchQuality(id: $id) { ...QualityParts }\n  }\n": typeof types.BatchQualityDocument,
    "\n  query QualityRows($id: ID!, $lineId: String!, $offset: Int!) {\n    qualityRows(id: $id, lineId: $lineId, offset: $offset) { columns rows nextOffset }\n  }\n": typeof types.QualityRowsDocument,
    "\n  mutation QualityWork($input: QualityWorkInput!) {\n    result: qualityWork(input: $input) {\n      ... on QualitySuccess { quality { ...QualityParts } }\n      ... on UserError { code message }\n    }\n  }\n": typeof types.QualityWorkDocument,
    "\n  query QualityColleagues { colleagues { account name roles } }\n": typeof types.QualityColleaguesDocument,
    "\n  mutation QualityAgain($input: QualityAgainInput!) {\n    result: qualityAgain(input: $input) {\n      ... on QualitySuccess { quality { ...QualityParts } }\n      ... on UserError { code message }\n    }\n  }\n": typeof types.QualityAgainDocument,
    "\n  query QualityWorklist($owner: String) {\n    qualityWorklist(owner: $owner) {\n      batchId id\n      line {\n        lineId kind table column rows asked said { text names } state note changedBy changedAt\n        owner { account name }\n      }\n    }\n  }\n": typeof types.QualityWorklistDocument,
    "\n  query Inbox($first: Int!) {\n    inbox(first: $first) {\n      waiting { kind title detail target dueAt workingDaysLeft overdue amount since }\n      more\n      deadlines { kind title detail target dueAt workingDaysLeft overdue amount since }\n      news { code title count target }\n    }\n  }\n": typeof types.InboxDocument,
    "\n    mutation InspectionScanAttach($input: InspectionScanAttachInput!) {\n      result: inspectionScanAttach(input: $input) { ...InspectionOutcome }\n    }\n  ": typeof types.InspectionScanAttachDocument,
    "\n    mutation InspectionNoticeAttach($input: InspectionNoticeAttachInput!) {\n      result: inspectionNoticeAttach(input: $input) { ...InspectionOutcome }\n    }\n  ": typeof types.InspectionNoticeAttachDocument,
    "\n      mutation InspectionStart($input: InspectionStartInput!) {\n        result: inspectionStart(input: $input) { ...InspectionOutcome }\n      }\n    ": typeof types.InspectionStartDocument,
    "\n      mutation InspectionPaperWrite($input: InspectionPaperWriteInput!) {\n        result: inspectionPaperWrite(input: $input) { ...InspectionOutcome }\n      }\n    ": typeof types.InspectionPaperWriteDocument,
    "\n      mutation InspectionPaperSubmit($input: InspectionPaperSubmitInput!) {\n        result: inspectionPaperSubmit(input: $input) { ...InspectionOutcome }\n      }\n    ": typeof types.InspectionPaperSubmitDocument,
    "\n      mutation InspectionPaperReply($input: InspectionPaperReplyInput!) {\n        result: inspectionPaperReply(input: $input) { ...InspectionOutcome }\n      }\n    ": typeof types.InspectionPaperReplyDocument,
    "\n      mutation InspectionPaperSign($input: InspectionPaperSignInput!) {\n        result: inspectionPaperSign(input: $input) { ...InspectionOutcome }\n      }\n    ": typeof types.InspectionPaperSignDocument,
    "\n      mutation InspectionOfficersChange($input: InspectionOfficersChangeInput!) {\n        result: inspectionOfficersChange(input: $input) { ...InspectionOutcome }\n      }\n    ": typeof types.InspectionOfficersChangeDocument,
    "\n      mutation InspectionTiesCheck($input: InspectionTiesCheckInput!) {\n        result: inspectionTiesCheck(input: $input) { ...InspectionOutcome }\n      }\n    ": typeof types.InspectionTiesCheckDocument,
    "\n      mutation InspectionRecusalRequest($input: InspectionRecusalRequestInput!) {\n        result: inspectionRecusalRequest(input: $input) { ...InspectionOutcome }\n      }\n    ": typeof types.InspectionRecusalRequestDocument,
    "\n      mutation InspectionRecusalAnswer($input: InspectionRecusalAnswerInput!) {\n        result: inspectionRecusalAnswer(input: $input) { ...InspectionOutcome }\n      }\n    ": typeof types.InspectionRecusalAnswerDocument,
    "\n      mutation InspectionRecusalDecide($input: InspectionRecusalDecideInput!) {\n        result: inspectionRecusalDecide(input: $input) { ...InspectionOutcome }\n      }\n    ": typeof types.InspectionRecusalDecideDocument,
    "\n      mutation InspectionCancel($input: InspectionCancelInput!) {\n        result: inspectionCancel(input: $input) { ...InspectionOutcome }\n      }\n    ": typeof types.InspectionCancelDocument,
    "\n      mutation InspectionClose($input: InspectionCloseInput!) {\n        result: inspectionClose(input: $input) { ...InspectionOutcome }\n      }\n    ": typeof types.InspectionCloseDocument,
    "\n      mutation InspectionLink($input: InspectionLinkInput!) {\n        result: inspectionLink(input: $input) { ...InspectionOutcome }\n      }\n    ": typeof types.InspectionLinkDocument,
    "\n      mutation InspectionFollowUp($input: InspectionFollowUpInput!) {\n        result: inspectionFollowUp(input: $input) { ...InspectionOutcome }\n      }\n    ": typeof types.InspectionFollowUpDocument,
    "\n  query Inspections($open: Boolean, $mine: Boolean!, $text: String, $after: String) {\n    inspections(open: $open, mine: $mine, text: $text, first: 100, after: $after) {\n      nodes {\n        inspectionNo title stage stageTitle kindTitle partyName startsOn officers papers unsigned amount caseNo\n      }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n": typeof types.InspectionsDocument,
    "\n  query InspectionFile($inspectionNo: String!) {\n    inspectionFile(inspectionNo: $inspectionNo) {\n      inspectionNo title stage stageTitle kind kindTitle nextStep basis scope noticeNo noticeScan noticeScanName noticeScanLost startsOn endsOn startedOn place\n      receivedBy amount situation caseNo version\n      followers { caseNo title }\n      followed { title on documentNo note by }\n      deadlines {\n        id title startedAt dueAt clock clockTitle calendar basis mark isOpen left unitsLeft problem\n        why { text at }\n      }\n      party { kind key name }\n      officers { name account certificateNo }\n      changes { officers on reason }\n      undeclared\n      recusals { recusalId name account ground reason byParty askedBy answer decidedBy granted ofHead }\n      cancelled { on reason documentNo by }\n      papers {\n        paperId problem facts law amount billCount findingIds leftOut typed summed amountReason writtenBy writtenAt scan scanName\n        reply { agrees text by post on own }\n        submitted { seq title text by at hash until late next files { evidenceId name size sha256 sm3 } }\n        signature { how signedOn signer witness witnessUnit whatHappened }\n      }\n      timeline { seq type title summary actor actorName onBehalfOf under at hash }\n      nextActions { act title primary onBehalfOf }\n    }\n  }\n": typeof types.InspectionFileDocument,
    "\n  mutation InspectionOpen($input: InspectionOpenInput!) {\n    result: inspectionOpen(input: $input) {\n      ... on InspectionSuccess { inspectionFile { inspectionNo } }\n      ... on UserError { code message }\n      ... on InvalidInput { field }\n    }\n  }\n": typeof types.InspectionOpenDocument,
    "\n  fragment InspectionOutcome on InspectionResult {\n    ... on InspectionSuccess { inspectionFile { inspectionNo version stage } }\n    ... on UserError { code message }\n    ... on InvalidInput { field }\n    ... on StaleVersion { currentVersion }\n    ... on IllegalTransition { current }\n  }\n": typeof types.InspectionOutcomeFragmentDoc,
    "\n  fragment PaperLineParts on PaperLines {\n    total count summed unknown elsewhere\n    rows { bill on who item amount held inPaper known leftOut }\n  }\n": typeof types.PaperLinePartsFragmentDoc,
    "\n  query PaperLines($inspectionNo: String!, $paperId: String!, $first: Int!, $start: Int!) {\n    lines: inspectionPaperLines(inspectionNo: $inspectionNo, paperId: $paperId, first: $first, start: $start) {\n      ...PaperLineParts\n    }\n  }\n": typeof types.PaperLinesDocument,
    "\n  query PaperPick($inspectionNo: String!, $choice: PaperChoice!, $first: Int!, $start: Int!) {\n    lines: inspectionPaperPick(inspectionNo: $inspectionNo, choice: $choice, first: $first, start: $start) {\n      ...PaperLineParts\n    }\n  }\n": typeof types.PaperPickDocument,
    "\n  query PaperFindings($filter: FindingFilter) {\n    findings(filter: $filter, first: 50) {\n      nodes { findingId ruleName sentence amount }\n    }\n  }\n": typeof types.PaperFindingsDocument,
    "\n  fragment KeyOutcome on KeyResult {\n    ... on KeySuccess { secret keys { keyId version works } }\n    ... on UserError { code message }\n    ... on InvalidInput { field }\n    ... on StaleVersion { currentVersion }\n    ... on IllegalTransition { current }\n  }\n": typeof types.KeyOutcomeFragmentDoc,
    "\n    mutation KeyRevoke($input: KeyRevokeInput!) {\n      result: keyRevoke(input: $input) { ...KeyOutcome }\n    }\n  ": typeof types.KeyRevokeDocument,
    "\n  query ApiKeys {\n    apiKeys { keyId name until issuedBy issuedAt revokedAt usedAt works version }\n  }\n": typeof types.ApiKeysDocument,
    "\n  mutation KeyIssue($input: KeyIssueInput!) {\n    result: keyIssue(input: $input) { ...KeyOutcome }\n  }\n": typeof types.KeyIssueDocument,
    "\n  query Log($filter: LogFilter, $after: String) {\n    log(filter: $filter, first: 100, after: $after) {\n      nodes { stream seq type title actor actorName at summary hash prev }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n": typeof types.LogDocument,
    "\n  query ChainReport {\n    chainReport { streams events checkedAt problems { stream why } }\n  }\n": typeof types.ChainReportDocument,
    "\n    mutation MeasurePaperAttach($input: MeasurePaperAttachInput!) {\n      result: measurePaperAttach(input: $input) { ...MeasureOutcome }\n    }\n  ": typeof types.MeasurePaperAttachDocument,
    "\n      mutation MeasurePropose($input: MeasureProposeInput!) {\n        result: measurePropose(input: $input) { ...MeasureOutcome }\n      }\n    ": typeof types.MeasureProposeDocument,
    "\n      mutation MeasureDecide($input: MeasureDecideInput!) {\n        result: measureDecide(input: $input) { ...MeasureOutcome }\n      }\n    ": typeof types.MeasureDecideDocument,
    "\n      mutation MeasureHear($input: MeasureHearInput!) {\n        result: measureHear(input: $input) { ...MeasureOutcome }\n      }\n    ": typeof types.MeasureHearDocument,
    "\n      mutation MeasureStop($input: MeasureStopInput!) {\n        result: measureStop(input: $input) { ...MeasureOutcome }\n      }\n    ": typeof types.MeasureStopDocument,
    "\n      mutation MeasureNote($input: MeasureNoteInput!) {\n        result: measureNote(input: $input) { ...MeasureOutcome }\n      }\n    ": typeof types.MeasureNoteDocument,
    "\n      mutation MeasureServe($input: MeasureServeInput!) {\n        result: measureServe(input: $input) { ...MeasureOutcome }\n      }\n    ": typeof types.MeasureServeDocument,
    "\n      mutation MeasureCorrectService($input: MeasureCorrectServiceInput!) {\n        result: measureCorrectService(input: $input) { ...MeasureOutcome }\n      }\n    ": typeof types.MeasureCorrectServiceDocument,
    "\n      mutation MeasureLift($input: MeasureLiftInput!) {\n        result: measureLift(input: $input) { ...MeasureOutcome }\n      }\n    ": typeof types.MeasureLiftDocument,
    "\n  fragment MeasureRowParts on MeasureRow {\n    id subjectKind subjectKey department name measureId kind title area startsAt overAt\n    restsSince acts standing standingTitle stops withholds personal source basis caseNo documentNo reasons liftReasons statement statementScans\n    proposedBy decidedBy onBehalfOf identityNo managerRole notes forms { formId title scan scanLost }\n    services { of correctable title servedOn way particulars receipt } version\n  }\n": typeof types.MeasureRowPartsFragmentDoc,
    "\n  query Measures($asOf: DateTime, $history: Boolean!) {\n    measures(asOf: $asOf, history: $history) { ...MeasureRowParts }\n  }\n": typeof types.MeasuresDocument,
    "\n  query WaitingMeasures {\n    measuresToDecide { ...MeasureRowParts }\n    measuresToServe { ...MeasureRowParts }\n  }\n": typeof types.WaitingMeasuresDocument,
    "\n  query MeasureRules {\n    measureTerms {\n      term title kind kindTitle subjects minMonths maxMonths timed personal penal basis mark\n    }\n    measureOverlaps { title mode basis mark }\n    pharmacyActs { act title points refuse basis mark }\n    pharmacyLevels { points title lifts basis mark }\n  }\n": typeof types.MeasureRulesDocument,
    "\n  fragment MeasureOutcome on MeasureResult {\n    ... on MeasureSuccess { measures { id version standing } }\n    ... on UserError { code message }\n    ... on InvalidInput { field }\n    ... on StaleVersion { currentVersion }\n    ... on IllegalTransition { current }\n  }\n": typeof types.MeasureOutcomeFragmentDoc,
    "\n  fragment NoteParts on MarkNote {\n    text by at\n  }\n": typeof types.NotePartsFragmentDoc,
    "\n  mutation FindingNote($input: FindingNoteInput!) {\n    result: findingNote(input: $input) { ...JudgementOutcome }\n  }\n": typeof types.FindingNoteDocument,
    "\n  mutation RingNote($input: RingNoteInput!) {\n    result: ringNote(input: $input) { ...JudgementOutcome }\n  }\n": typeof types.RingNoteDocument,
    "\n  fragment NoticeParts on Notice {\n    key kind act title subject detail target dueAt workingDaysLeft at readAt settledAt settledBy\n  }\n": typeof types.NoticePartsFragmentDoc,
    "\n  query Bell { unreadNotices notices(unreadOnly: true, first: 8) { nodes { ...NoticeParts } } }\n": typeof types.BellDocument,
    "\n  query Notices($unreadOnly: Boolean!, $first: Int!, $after: String) {\n    notices(unreadOnly: $unreadOnly, first: $first, after: $after) {\n      nodes { ...NoticeParts }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.NoticesDocument,
    "\n  fragment ChoiceParts on NoticeChoice {\n    email language ways kinds openWays digestAt\n    troubles { way attempts at why nextAt }\n  }\n": typeof types.ChoicePartsFragmentDoc,
    "\n  query NoticeChoiceOfMine { noticeChoice { ...ChoiceParts } }\n": typeof types.NoticeChoiceOfMineDocument,
    "\n  mutation NoticeRead($keys: [String!]) {\n    result: noticeRead(keys: $keys) {\n      ... on Done { ok }\n      ... on UserError { code message }\n    }\n  }\n": typeof types.NoticeReadDocument,
    "\n  mutation NoticeChoose($input: NoticeChoiceInput!) {\n    result: noticeChoose(input: $input) {\n      ... on NoticeChoiceSuccess { choice { ...ChoiceParts } }\n      ... on UserError { code message }\n    }\n  }\n": typeof types.NoticeChooseDocument,
    "\n  query OutboxOfDeliveries {\n    outbox {\n      ways { way open setting waiting failed sent lastSentAt }\n      stuck { key way account attempts at why nextAt }\n    }\n  }\n": typeof types.OutboxOfDeliveriesDocument,
    "\n  mutation OutboxSend($keys: [String!]) {\n    result: outboxSend(keys: $keys) {\n      ... on Done { ok }\n      ... on UserError { code message }\n    }\n  }\n": typeof types.OutboxSendDocument,
    "\n  fragment ParameterOutcome on ParameterResult {\n    ... on ParameterSuccess { parameters { version } }\n    ... on UserError { code message }\n    ... on InvalidInput { field }\n    ... on StaleVersion { currentVersion }\n    ... on IllegalTransition { current }\n  }\n": typeof types.ParameterOutcomeFragmentDoc,
    "\n    mutation ParameterPropose($input: ParameterProposeInput!) {\n      result: parameterPropose(input: $input) { ...ParameterOutcome }\n    }\n  ": typeof types.ParameterProposeDocument,
    "\n    query ParameterProposePreview($input: ParameterProposeInput!) {\n      preview: parameterProposePreview(input: $input) { refused consequences { text } }\n    }\n  ": typeof types.ParameterProposePreviewDocument,
    "\n    mutation ParameterAttachApproval($input: ParameterAttachApprovalInput!) {\n      result: parameterAttachApproval(input: $input) { ...ParameterOutcome }\n    }\n  ": typeof types.ParameterAttachApprovalDocument,
    "\n    mutation ParameterDecide($input: ParameterDecideInput!) {\n      result: parameterDecide(input: $input) { ...ParameterOutcome }\n    }\n  ": typeof types.ParameterDecideDocument,
    "\n  query BureauParameters {\n    bureauParameters {\n      version mayPropose mayAttach\n      fixed { title why law mark }\n      rows {\n        name title hint law mark value shown since preset basis effects yearly notes\n        choices { value title }\n        columns { name title help optional choices { value title } } cells\n        coming { value shown cells validFrom basis by at proposedBy reason }\n        history { value shown cells validFrom basis by at proposedBy reason }\n        approvals { about of title by at scan { certificate name } }\n        waiting {\n          proposalId value shown cells validFrom basis reason by at outcome decidedBy decidedAt\n          decidedReasons consequences mayDecide\n        }\n        refused {\n          proposalId value shown cells validFrom basis reason by at outcome decidedBy decidedAt\n          decidedReasons consequences mayDecide\n        }\n      }\n    }\n  }\n": typeof types.BureauParametersDocument,
    "\n  mutation PersonalDataReveal($input: RevealInput!) {\n    result: personalDataReveal(input: $input) {\n      ... on RevealSuccess { subject fields { name value } }\n      ... on UserError { code message }\n    }\n  }\n": typeof types.PersonalDataRevealDocument,
    "\n      mutation RestorationBarRecord($input: RestorationBarRecordInput!) {\n        result: restorationBarRecord(input: $input) { ...PointsOutcome }\n      }\n    ": typeof types.RestorationBarRecordDocument,
    "\n      mutation RestorationBarLift($input: RestorationBarLiftInput!) {\n        result: restorationBarLift(input: $input) { ...PointsOutcome }\n      }\n    ": typeof types.RestorationBarLiftDocument,
    "\n      mutation RestorationApply($input: RestorationApplyInput!) {\n        result: restorationApply(input: $input) { ...PointsOutcome }\n      }\n    ": typeof types.RestorationApplyDocument,
    "\n      mutation RestorationPaperApplication($input: RestorationPaperApplicationInput!) {\n        result: restorationPaperApplication(input: $input) { ...PointsOutcome }\n      }\n    ": typeof types.RestorationPaperApplicationDocument,
    "\n      mutation RestorationPaperWithdrawal($input: RestorationPaperWithdrawalInput!) {\n        result: restorationPaperWithdrawal(input: $input) { ...PointsOutcome }\n      }\n    ": typeof types.RestorationPaperWithdrawalDocument,
    "\n      mutation RestorationRecordStudy($input: RestorationRecordStudyInput!) {\n        result: restorationRecordStudy(input: $input) { ...PointsOutcome }\n      }\n    ": typeof types.RestorationRecordStudyDocument,
    "\n      mutation RestorationRecordExam($input: RestorationRecordExamInput!) {\n        result: restorationRecordExam(input: $input) { ...PointsOutcome }\n      }\n    ": typeof types.RestorationRecordExamDocument,
    "\n      mutation RestorationStrikeLearning($input: RestorationStrikeLearningInput!) {\n        result: restorationStrikeLearning(input: $input) { ...PointsOutcome }\n      }\n    ": typeof types.RestorationStrikeLearningDocument,
    "\n      mutation RestorationSubmit($input: RestorationSubmitInput!) {\n        result: restorationSubmit(input: $input) { ...PointsOutcome }\n      }\n    ": typeof types.RestorationSubmitDocument,
    "\n      mutation RestorationPartyOpinion($input: RestorationPartyOpinionInput!) {\n        result: restorationPartyOpinion(input: $input) { ...PointsOutcome }\n      }\n    ": typeof types.RestorationPartyOpinionDocument,
    "\n      mutation RestorationReview($input: RestorationReviewInput!) {\n        result: restorationReview(input: $input) { ...PointsOutcome }\n      }\n    ": typeof types.RestorationReviewDocument,
    "\n      mutation RestorationDecide($input: RestorationDecideInput!) {\n        result: restorationDecide(input: $input) { ...PointsOutcome }\n      }\n    ": typeof types.RestorationDecideDocument,
    "\n      mutation RestorationRecuse($input: RestorationRecuseInput!) {\n        result: restorationRecuse(input: $input) { ...PointsOutcome }\n      }\n    ": typeof types.RestorationRecuseDocument,
    "\n      mutation RestorationRecusalRequest($input: RestorationRecusalRequestInput!) {\n        result: restorationRecusalRequest(input: $input) { ...PointsOutcome }\n      }\n    ": typeof types.RestorationRecusalRequestDocument,
    "\n      mutation RestorationRecusalDecide($input: RestorationRecusalDecideInput!) {\n        result: restorationRecusalDecide(input: $input) { ...PointsOutcome }\n      }\n    ": typeof types.RestorationRecusalDecideDocument,
    "\n      mutation RestorationAttachPaper($input: RestorationAttachPaperInput!) {\n        result: restorationAttachPaper(input: $input) { ...PointsOutcome }\n      }\n    ": typeof types.RestorationAttachPaperDocument,
    "\n      mutation RestorationServe($input: RestorationServeInput!) {\n        result: restorationServe(input: $input) { ...PointsOutcome }\n      }\n    ": typeof types.RestorationServeDocument,
    "\n      mutation RestorationAnnounce($input: RestorationAnnounceInput!) {\n        result: restorationAnnounce(input: $input) { ...PointsOutcome }\n      }\n    ": typeof types.RestorationAnnounceDocument,
    "\n      mutation RestorationCorrectService($input: RestorationCorrectServiceInput!) {\n        result: restorationCorrectService(input: $input) { ...PointsOutcome }\n      }\n    ": typeof types.RestorationCorrectServiceDocument,
    "\n      mutation RestorationRemedyRecord($input: RestorationRemedyRecordInput!) {\n        result: restorationRemedyRecord(input: $input) { ...PointsOutcome }\n      }\n    ": typeof types.RestorationRemedyRecordDocument,
    "\n      mutation RestorationRevocationStop($input: RestorationRevocationStopInput!) {\n        result: restorationRevocationStop(input: $input) { ...PointsOutcome }\n      }\n    ": typeof types.RestorationRevocationStopDocument,
    "\n      mutation RestorationRevocationResume($input: RestorationRevocationResumeInput!) {\n        result: restorationRevocationResume(input: $input) { ...PointsOutcome }\n      }\n    ": typeof types.RestorationRevocationResumeDocument,
    "\n      mutation RestorationRemedyClose($input: RestorationRemedyCloseInput!) {\n        result: restorationRemedyClose(input: $input) { ...PointsOutcome }\n      }\n    ": typeof types.RestorationRemedyCloseDocument,
    "\n      query RestorationRemedyClosePreview($input: RestorationRemedyCloseInput!) {\n        preview: restorationRemedyClosePreview(input: $input) { refused consequences { text } }\n      }\n    ": typeof types.RestorationRemedyClosePreviewDocument,
    "\n      mutation RestorationReRegister($input: RestorationReRegisterInput!) {\n        result: restorationReRegister(input: $input) { ...PointsOutcome }\n      }\n    ": typeof types.RestorationReRegisterDocument,
    "\n      mutation RestorationResubmit($input: RestorationResubmitInput!) {\n        result: restorationResubmit(input: $input) { ...PointsOutcome }\n      }\n    ": typeof types.RestorationResubmitDocument,
    "\n      mutation RestorationWithdraw($input: RestorationWithdrawInput!) {\n        result: restorationWithdraw(input: $input) { ...PointsOutcome }\n      }\n    ": typeof types.RestorationWithdrawDocument,
    "\n      mutation RestorationRevocationPropose($input: RestorationRevocationProposeInput!) {\n        result: restorationRevocationPropose(input: $input) { ...PointsOutcome }\n      }\n    ": typeof types.RestorationRevocationProposeDocument,
    "\n      mutation RestorationRevocationState($input: RestorationRevocationStateInput!) {\n        result: restorationRevocationState(input: $input) { ...PointsOutcome }\n      }\n    ": typeof types.RestorationRevocationStateDocument,
    "\n      mutation RestorationRevocationWithdraw($input: RestorationRevocationWithdrawInput!) {\n        result: restorationRevocationWithdraw(input: $input) { ...PointsOutcome }\n      }\n    ": typeof types.RestorationRevocationWithdrawDocument,
    "\n      mutation RestorationRevocationRefuse($input: RestorationRevocationRefuseInput!) {\n        result: restorationRevocationRefuse(input: $input) { ...PointsOutcome }\n      }\n    ": typeof types.RestorationRevocationRefuseDocument,
    "\n      mutation RestorationRevoke($input: RestorationRevokeInput!) {\n        result: restorationRevoke(input: $input) { ...PointsOutcome }\n      }\n    ": typeof types.RestorationRevokeDocument,
    "\n      query RestorationRevokePreview($input: RestorationRevokeInput!) {\n        preview: restorationRevokePreview(input: $input) { refused consequences { text } }\n      }\n    ": typeof types.RestorationRevokePreviewDocument,
    "\n      mutation RestorationHalt($input: RestorationHaltInput!) {\n        result: restorationHalt(input: $input) { ...PointsOutcome }\n      }\n    ": typeof types.RestorationHaltDocument,
    "\n      mutation RestorationResume($input: RestorationResumeInput!) {\n        result: restorationResume(input: $input) { ...PointsOutcome }\n      }\n    ": typeof types.RestorationResumeDocument,
    "\n      mutation RestorationDismiss($input: RestorationDismissInput!) {\n        result: restorationDismiss(input: $input) { ...PointsOutcome }\n      }\n    ": typeof types.RestorationDismissDocument,
    "\n      mutation PointsRecordScore($input: PointsRecordScoreInput!) {\n        result: pointsRecordScore(input: $input) { ...PointsOutcome }\n      }\n    ": typeof types.PointsRecordScoreDocument,
    "\n      query PointsRecordScorePreview($input: PointsRecordScoreInput!) {\n        preview: pointsRecordScorePreview(input: $input) { refused consequences { text } }\n      }\n    ": typeof types.PointsRecordScorePreviewDocument,
    "\n      mutation PointsAddPractice($input: PointsAddPracticeInput!) {\n        result: pointsAddPractice(input: $input) { ...PointsOutcome }\n      }\n    ": typeof types.PointsAddPracticeDocument,
    "\n      mutation PointsLeavePractice($input: PointsLeavePracticeInput!) {\n        result: pointsLeavePractice(input: $input) { ...PointsOutcome }\n      }\n    ": typeof types.PointsLeavePracticeDocument,
    "\n      mutation PointsNotifyScore($input: PointsNotifyScoreInput!) {\n        result: pointsNotifyScore(input: $input) { ...PointsOutcome }\n      }\n    ": typeof types.PointsNotifyScoreDocument,
    "\n      mutation PointsCorrectService($input: PointsCorrectServiceInput!) {\n        result: pointsCorrectService(input: $input) { ...PointsOutcome }\n      }\n    ": typeof types.PointsCorrectServiceDocument,
    "\n      mutation PointsAttachReceipt($input: PointsAttachReceiptInput!) {\n        result: pointsAttachReceipt(input: $input) { ...PointsOutcome }\n      }\n    ": typeof types.PointsAttachReceiptDocument,
    "\n      mutation PointsPaperObjection($input: PointsPaperObjectionInput!) {\n        result: pointsPaperObjection(input: $input) { ...PointsOutcome }\n      }\n    ": typeof types.PointsPaperObjectionDocument,
    "\n      mutation PointsObject($input: PointsObjectInput!) {\n        result: pointsObject(input: $input) { ...PointsOutcome }\n      }\n    ": typeof types.PointsObjectDocument,
    "\n      mutation PointsResolveObjection($input: PointsResolveObjectionInput!) {\n        result: pointsResolveObjection(input: $input) { ...PointsOutcome }\n      }\n    ": typeof types.PointsResolveObjectionDocument,
    "\n      query PointsResolveObjectionPreview($input: PointsResolveObjectionInput!) {\n        preview: pointsResolveObjectionPreview(input: $input) { refused consequences { text } }\n      }\n    ": typeof types.PointsResolveObjectionPreviewDocument,
    "\n      mutation PointsReviewScore($input: PointsReviewScoreInput!) {\n        result: pointsReviewScore(input: $input) { ...PointsOutcome }\n      }\n    ": typeof types.PointsReviewScoreDocument,
    "\n      query PointsReviewScorePreview($input: PointsReviewScoreInput!) {\n        preview: pointsReviewScorePreview(input: $input) { refused consequences { text } }\n      }\n    ": typeof types.PointsReviewScorePreviewDocument,
    "\n      mutation PointsRepairRecord($input: PointsRepairRecordInput!) {\n        result: pointsRepairRecord(input: $input) { ...PointsOutcome }\n      }\n    ": typeof types.PointsRepairRecordDocument,
    "\n      mutation PointsRepairDecide($input: PointsRepairDecideInput!) {\n        result: pointsRepairDecide(input: $input) { ...PointsOutcome }\n      }\n    ": typeof types.PointsRepairDecideDocument,
    "\n      query PointsRepairDecidePreview($input: PointsRepairDecideInput!) {\n        preview: pointsRepairDecidePreview(input: $input) { refused consequences { text } }\n      }\n    ": typeof types.PointsRepairDecidePreviewDocument,
    "\n      mutation PointsAttachApproval($input: PointsAttachApprovalInput!) {\n        result: pointsAttachApproval(input: $input) { ...PointsOutcome }\n      }\n    ": typeof types.PointsAttachApprovalDocument,
    "\n      mutation PointsAnnulScore($input: PointsAnnulScoreInput!) {\n        result: pointsAnnulScore(input: $input) { ...PointsOutcome }\n      }\n    ": typeof types.PointsAnnulScoreDocument,
    "\n      query PointsAnnulScorePreview($input: PointsAnnulScoreInput!) {\n        preview: pointsAnnulScorePreview(input: $input) { refused consequences { text } }\n      }\n    ": typeof types.PointsAnnulScorePreviewDocument,
    "\n  query Doctors($filter: PointsFilter, $after: String, $marks: Boolean! = false) {\n    doctors(filter: $filter, first: 100, after: $after) {\n      nodes {\n        id pracPsnCode name fixmedinsCode fixmedinsName institutionNames status statusTitle statusUntil billable yearPoints\n        restorationStep restorationTitle version\n        since @include(if: $marks) { lookedAt count latest changes }\n      }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n": typeof types.DoctorsDocument,
    "\n  query PointsDetail($pracPsnCode: String!) {\n    pointsDetail(pracPsnCode: $pracPsnCode) {\n      file {\n        id pracPsnCode name fixmedinsCode institutions institutionNames status statusTitle statusUntil billable yearPoints\n        restorationStep restorationTitle version\n      }\n      totals { year points }\n      sanctions { kind title starts until national single total ruleSetTitle }\n      scores {\n        entryId points originalPoints act actTitle responsibility conductOn countedOn basis basisKind\n        fixmedinsName ruleSetTitle minPoints maxPoints reasons departure conductTo dayDeparture counts voidWhy voidNo voidPaper { certificate name } recordedBy recordedAt notifiedOn notifiedWay\n        particulars servedBy postedOn receipt { certificate name } consent { certificate name }\n        objection objectionPaper { certificate name } receivedOn objector objectedForName enclosures { certificate name } resolution resolutionReasons acts\n        weighed { materials { certificate name } count show closed expert unit opinion paper { certificate name } }\n        reviews { caseNo documentNo why fineBefore fine dueAt outcome reasons by at weighed { materials { certificate name } count show closed expert unit opinion paper { certificate name } } }\n      }\n      repairs {\n        repairId activity title heldOn certificate recordedBy points outcome shortens\n        decidedBy decidedOn reasons decidable\n      }\n      history { status title starts until billable }\n      restoration {\n        applicationId step stepTitle isOpen appliedBy appliedAt statement ruleSetTitle earned required\n        examPassed wasReturned approvalStands registrationNo batch revocation { reasons heardUntil said } recused\n        parties { body name placeNames standsIn asked owing outcome by at opinion }\n        recusals { recusalId officer officerAccount body ground reason by granted decidedBy answer ofHead }\n        standsIn unserved\n        papers { paper title party scan { certificate name } lacking shared }\n        services { ruling on way particulars servedBy postedOn receipt { certificate name } consent { certificate name } }\n        announced { ruling postedOn where }\n        posted { postedOn where }\n        remedies {\n          remedyId applicationId kind title body filedOn documentNo placeName outcome outcomeTitle\n          decidedOn outcomeNo reasons former\n          notice { certificate name } decision { certificate name }\n          stops { since until documentNo order { certificate name } }\n        }\n        studies {\n          kind title on hours mark passed points certificate validUntil counts struckBy struckWhy strikable\n        }\n        lapses { title validUntil lapsed }\n        steps { step title state outcome by at opinion checks { matter title met } }\n        halts { key kind title reference reasons at endedAt }\n      }\n      restorationBar\n      deciders { account name body }\n      ties { name body ground reason }\n      ledgerless\n      twice { certificate doctors named }\n      ledgers {\n        caseNo entries identified demanded returned writtenOff outstanding arranged uncorrected\n      }\n      approvals { about of title by at scan { certificate name } }\n      bars {\n        barId title basis documentNo issuedOn reasons paper { certificate name } recordedBy recordedAt\n        liftedBy liftedAt liftedDocumentNo liftedReasons liftedPaper { certificate name } liftable\n      }\n      deadlines {\n        id title startedAt dueAt clock clockTitle calendar basis mark isOpen left unitsLeft problem\n        why { text at }\n      }\n      timeline { seq type title summary actor actorName onBehalfOf under at hash }\n      nextActions { act title primary onBehalfOf }\n    }\n  }\n": typeof types.PointsDetailDocument,
    "\n  query ScoreActs($conductOn: Date!) {\n    scoreActs(conductOn: $conductOn) { act title ruleSetTitle minPoints maxPoints suggested basis }\n  }\n": typeof types.ScoreActsDocument,
    "\n  query EarlierScores($pracPsnCode: String!) {\n    pointsDetail(pracPsnCode: $pracPsnCode) { scores { entryId points actTitle countedOn counts } }\n  }\n": typeof types.EarlierScoresDocument,
    "\n  query PointsAsOf($pracPsnCode: String!, $on: Date!) {\n    pointsAsOf(pracPsnCode: $pracPsnCode, on: $on) {\n      on statusToday statusTodayTitle yearPointsToday\n      known {\n        file { status statusTitle statusUntil yearPoints billable restorationTitle version }\n        scores { entryId points actTitle responsibility countedOn basis counts }\n        sanctions { kind title starts until }\n      }\n    }\n  }\n": typeof types.PointsAsOfDocument,
    "\n  query BarredFees {\n    barredFees { pracPsnCode name fixmedinsCode fixmedinsName lines amount fund firstDay lastDay cases }\n    payableFees {\n      pracPsnCode name fixmedinsCode fixmedinsName since lines visits amount fund firstDay lastDay\n      why whyTitle because\n    }\n  }\n": typeof types.BarredFeesDocument,
    "\n  query InstitutionShares($on: Date) {\n    institutionShares(on: $on) {\n      fixmedinsCode name barred staff percent effect severe basis term\n      people { pracPsnCode name standing since }\n    }\n  }\n": typeof types.InstitutionSharesDocument,
    "\n  query SettleFees($pracPsnCode: String!) {\n    settleFees(pracPsnCode: $pracPsnCode) {\n      pracPsnCode name fixmedinsCode place entryId why firstDay lastDay lines amount fund unsettled cases\n    }\n  }\n": typeof types.SettleFeesDocument,
    "\n  fragment PointsOutcome on PointsResult {\n    ... on PointsSuccess { detail { file { id pracPsnCode version status } } }\n    ... on UserError { code message }\n    ... on InvalidInput { field }\n    ... on StaleVersion { currentVersion }\n    ... on IllegalTransition { current }\n  }\n": typeof types.PointsOutcomeFragmentDoc,
    "\n  fragment QuestionsOutcome on QuestionsResult {\n    ... on QuestionsSuccess { book { version } }\n    ... on UserError { code message }\n    ... on InvalidInput { field }\n    ... on StaleVersion { currentVersion }\n    ... on IllegalTransition { current }\n  }\n": typeof types.QuestionsOutcomeFragmentDoc,
    "\n    mutation QuestionSetSave($input: QuestionSetSaveInput!) {\n      result: questionSetSave(input: $input) { ...QuestionsOutcome }\n    }\n  ": typeof types.QuestionSetSaveDocument,
    "\n  query QuestionBook {\n    questionBook {\n      version mayEdit\n      patterns {\n        pattern title zh en questions shipped since\n        coming { zh en questions validFrom note by at }\n        versions { zh en questions validFrom note by at }\n      }\n    }\n  }\n": typeof types.QuestionBookDocument,
    "\n  fragment BatchOutcome on BatchChangeResult {\n    ... on BatchDrawn { batch { batchId version } }\n    ... on UserError { code message }\n    ... on InvalidInput { field }\n    ... on StaleVersion { currentVersion }\n    ... on IllegalTransition { current }\n  }\n": typeof types.BatchOutcomeFragmentDoc,
    "\n  fragment BatchDrawnOutcome on BatchDrawResult {\n    ... on BatchDrawn { batch { batchId version } }\n    ... on UserError { code message }\n    ... on InvalidInput { field }\n  }\n": typeof types.BatchDrawnOutcomeFragmentDoc,
    "\n    mutation RestorationBatchStrike($input: RestorationBatchStrikeInput!) {\n      result: restorationBatchStrike(input: $input) { ...BatchOutcome }\n    }\n  ": typeof types.RestorationBatchStrikeDocument,
    "\n    mutation RestorationBatchPaper($input: BatchPaperInput!) {\n      result: restorationBatchPaper(input: $input) { ...BatchDrawnOutcome }\n    }\n  ": typeof types.RestorationBatchPaperDocument,
    "\n    mutation RestorationBatchVoid($input: RestorationBatchVoidInput!) {\n      result: restorationBatchVoid(input: $input) { ...BatchOutcome }\n    }\n  ": typeof types.RestorationBatchVoidDocument,
    "\n  query RestorationFigures($year: Int!) {\n    restorationFigures(year: $year) {\n      year days terminated barred\n      steps { step title count }\n      institutions { fixmedinsCode fixmedinsName applied restored refused open }\n    }\n  }\n": typeof types.RestorationFiguresDocument,
    "\n  fragment RestorationListParts on RestorationBatch {\n    batchId title by at version void changeable papersOpen\n    gone { pracPsnCode name reasons }\n    counts { step title count }\n    rows {\n      application step stepTitle isOpen earned examMark acts undecided lacking ledgerless\n      ledgers {\n        caseNo entries identified demanded returned writtenOff outstanding arranged uncorrected\n      }\n      file { pracPsnCode name fixmedinsCode status statusTitle statusUntil yearPoints version }\n      opinions { body outcome by reasons at party partyName }\n    }\n  }\n": typeof types.RestorationListPartsFragmentDoc,
    "\n  query RestorationBatches {\n    restorationBatches { batchId title by at void counts { step title count } rows { application } }\n  }\n": typeof types.RestorationBatchesDocument,
    "\n  query RestorationBatchOf($batchId: String!) {\n    restorationBatch(batchId: $batchId) { ...RestorationListParts }\n  }\n": typeof types.RestorationBatchOfDocument,
    "\n  mutation RestorationBatchDraw($input: BatchDrawInput!) {\n    result: restorationBatchDraw(input: $input) {\n      __typename\n      ... on BatchDrawn { batch { batchId } }\n      ... on UserError { code message }\n    }\n  }\n": typeof types.RestorationBatchDrawDocument,
    "\n  mutation RestorationBatchHandle($input: BatchHandleInput!) {\n    result: restorationBatchHandle(input: $input) {\n      __typename\n      ... on BatchHandled {\n        answers { pracPsnCode name done message }\n        batch { ...RestorationListParts }\n      }\n      ... on UserError { code message }\n    }\n  }\n": typeof types.RestorationBatchHandleDocument,
    "\n  query Reviews($first: Int!, $after: String) {\n    reviews(first: $first, after: $after) {\n      nodes {\n        case { caseNo title stageTitle amount party { name } officers { account name } }\n        version act dueAt workingDaysLeft lookedAt sinceCount bulk alone\n        changes { title before after pieces { kind text } }\n        since { seq title summary actorName at }\n      }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.ReviewsDocument,
    "\n  query FileReviews {\n    fileReviews {\n      pracPsnCode name version act detail target dueAt workingDaysLeft lookedAt sinceCount\n      changes { title before after pieces { kind text } }\n      since { seq title summary actorName at }\n    }\n  }\n": typeof types.FileReviewsDocument,
    "\n  query FileSince($code: String!) {\n    fileSince(pracPsnCode: $code) {\n      version lookedAt sinceCount\n      changes { title before after pieces { kind text } }\n      since { seq title summary actorName at }\n    }\n  }\n": typeof types.FileSinceDocument,
    "\n  mutation PointsSeen($code: String!, $version: Int!) {\n    result: pointsSeen(pracPsnCode: $code, version: $version) {\n      ... on Done { ok }\n      ... on UserError { code message }\n    }\n  }\n": typeof types.PointsSeenDocument,
    "\n  query ReviewsBesides {\n    reviewsBesides { kind title detail target dueAt workingDaysLeft overdue amount since }\n  }\n": typeof types.ReviewsBesidesDocument,
    "\n  mutation ReviewsApprove($input: ReviewsApproveInput!) {\n    result: reviewsApprove(input: $input) {\n      ... on ReviewsSuccess { outcomes { caseNo approved why } }\n      ... on UserError { code message }\n    }\n  }\n": typeof types.ReviewsApproveDocument,
    "\n  mutation CaseSeen($caseNo: String!, $version: Int!) {\n    result: caseSeen(caseNo: $caseNo, version: $version) {\n      ... on Done { ok }\n      ... on UserError { code message }\n    }\n  }\n": typeof types.CaseSeenDocument,
    "\n  query RingChange($id: ID!) {\n    ringChange(id: $id) {\n      change changedFrom at before\n      joined { psnNo name }\n      left { psnNo name }\n    }\n  }\n": typeof types.RingChangeDocument,
    "\n  fragment FrequentParts on FrequentVisitor {\n    key psnNo name fixmedinsCode fixmedinsName channel days firstDay lastDay\n    amount periodicShare diagnosis reason\n  }\n": typeof types.FrequentPartsFragmentDoc,
    "\n  query FrequentVisitors($institution: String, $after: String) {\n    frequentVisitors(institution: $institution, first: 100, after: $after) {\n      nodes { ...FrequentParts }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n": typeof types.FrequentVisitorsDocument,
    "\n  fragment RingParts on Ring {\n    id ringId route routeReason channel score expectedByChance seen memberCount dayCount\n    firstDay lastDay amount\n    institutions { code name visits }\n    doctors { code name visits }\n    judgement { verdict reason by at }\n    notes { ...NoteParts }\n    caseNos change changedFrom\n    group { standing confirmed rejected unsure }\n  }\n": typeof types.RingPartsFragmentDoc,
    "\n  query Rings($filter: RingFilter, $after: String) {\n    rings(filter: $filter, first: 100, after: $after) {\n      nodes { ...RingParts }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n": typeof types.RingsDocument,
    "\n  query RingDossier($id: ID!) {\n    ringDossier(id: $id) {\n      ring { ...RingParts }\n      members {\n        psnNo name gend age attended amount shared role alone also\n        judgement { verdict reason by at }\n      }\n      days { day until fixmedinsCode attended expected }\n      grid\n      reasons { code text value supports }\n      marks { member day off minute doctor amount mdtrtId }\n      shared { kind value members }\n      sensitivity { factor stands members }\n      chance { score threshold pValue qValue permutations nullScores ranAt }\n      network { spots { x y } meetings { a b days } circles }\n    }\n  }\n": typeof types.RingDossierDocument,
    "\n  mutation RingJudge($input: RingJudgeInput!) {\n    result: ringJudge(input: $input) { ...JudgementOutcome }\n  }\n": typeof types.RingJudgeDocument,
    "\n  query RingFigures($id: ID!) {\n    ringFigures(id: $id) {\n      summary { code text }\n      leadSummary\n      records {\n        mark mdtrtId setlIds fixmedinsCode medType begins ends diagnosis bed terminals amount fund\n      }\n      missing\n      fees {\n        compared ratio excess\n        rows {\n          month medType fixmedinsCode visits median basis peerVisits peerMedian peerLow peerHigh\n          excess\n        }\n      }\n      draw { runs seen reached mean most pValue bars { appearances permutations } }\n      ties { kind value members }\n      checks { code value against text }\n      supports { code marks }\n      refunds { member day mdtrtId setlId at amount booking takesBack feedetlSn item }\n      reaches { days members others }\n    }\n  }\n": typeof types.RingFiguresDocument,
    "\n  query RingMap($ids: [ID!]!) {\n    geo(first: 200) { outline places { lon lat } }\n    subgraph(ids: $ids) { nodes { id properties(names: [\"lon\", \"lat\"]) { name value } } }\n  }\n": typeof types.RingMapDocument,
    "\n  mutation RingMembersJudge($input: RingMembersJudgeInput!) {\n    result: ringMembersJudge(input: $input) { ...JudgementOutcome }\n  }\n": typeof types.RingMembersJudgeDocument,
    "\n  mutation RingMembersTakeBack($input: RingMembersTakeBackInput!) {\n    result: ringMembersTakeBack(input: $input) { ...JudgementOutcome }\n  }\n": typeof types.RingMembersTakeBackDocument,
    "\n  mutation RingTakeBack($input: RingTakeBackInput!) {\n    result: ringTakeBack(input: $input) { ...JudgementOutcome }\n  }\n": typeof types.RingTakeBackDocument,
    "\n  query RingPrecision {\n    ringPrecision {\n      channel found waiting promised\n      rings { confirmed rejected unsure precision low high }\n      members { confirmed rejected unsure precision low high }\n      aside { confirmed rejected unsure }\n    }\n  }\n": typeof types.RingPrecisionDocument,
    "\n  mutation CaseAttachRing($input: CaseAttachRingInput!) {\n    result: caseAttachRing(input: $input) { ...CaseOutcome }\n  }\n": typeof types.CaseAttachRingDocument,
    "\n  query UndecidedRings {\n    rings(filter: { route: \"undecided\" }, first: 1) { totalCount }\n  }\n": typeof types.UndecidedRingsDocument,
    "\n  query RingRun {\n    ringRun {\n      runId at seed firstDay lastDay note\n      channels { channel appearances groups threshold permutations note }\n      oddities { psnNo name visits days }\n    }\n  }\n": typeof types.RingRunDocument,
    "\n  query Rules {\n    rules {\n      id ruleId version name tier result severity stage\n      legalBasis { citation validFrom validTo }\n      parameters { name value unit validFrom basis }\n    }\n  }\n": typeof types.RulesDocument,
    "\n  mutation JobStart($input: JobStartInput!) {\n    result: jobStart(input: $input) {\n      ... on JobSuccess { job { ...JobParts } }\n      ... on UserError { code message }\n    }\n  }\n": typeof types.JobStartDocument,
    "\n  fragment SamePairParts on SamePair {\n    id key kind left right bits version\n    fields { name left right level bits }\n    judgement { verdict reason by at }\n  }\n": typeof types.SamePairPartsFragmentDoc,
    "\n  query SamePairs($kind: SameKind!, $state: SameState, $after: String) {\n    samePairs(kind: $kind, state: $state, first: 100, after: $after) {\n      nodes { ...SamePairParts }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n": typeof types.SamePairsDocument,
    "\n  mutation SameJudge($input: SameJudgeInput!) {\n    result: sameJudge(input: $input) {\n      __typename\n      ... on SamenessSuccess { pair { ...SamePairParts } }\n      ... on UserError { code message }\n    }\n  }\n": typeof types.SameJudgeDocument,
    "\n  mutation SameTakeBack($input: SameTakeBackInput!) {\n    result: sameTakeBack(input: $input) {\n      __typename\n      ... on SamenessSuccess { pair { ...SamePairParts } }\n      ... on UserError { code message }\n    }\n  }\n": typeof types.SameTakeBackDocument,
    "\n  fragment SameTieParts on SameTie {\n    key left right version\n    judgement { verdict reason by at }\n  }\n": typeof types.SameTiePartsFragmentDoc,
    "\n  fragment SameClusterParts on SameCluster {\n    id kind head\n    members { id code name }\n    ties { ...SameTieParts }\n    contradictions { apart { ...SameTieParts } chain { ...SameTieParts } }\n  }\n": typeof types.SameClusterPartsFragmentDoc,
    "\n  query SameClusters($kind: SameKind!, $contradictory: Boolean!, $after: String) {\n    sameClusters(kind: $kind, contradictory: $contradictory, first: 100, after: $after) {\n      nodes { ...SameClusterParts }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n": typeof types.SameClustersDocument,
    "\n  query SameCluster($entity: String!) {\n    sameCluster(entity: $entity) { ...SameClusterParts }\n  }\n": typeof types.SameClusterDocument,
    "\n  query SameTorn {\n    PATIENT: sameClusters(kind: PATIENT, contradictory: true, first: 1) { totalCount }\n    DOCTOR: sameClusters(kind: DOCTOR, contradictory: true, first: 1) { totalCount }\n    INSTITUTION: sameClusters(kind: INSTITUTION, contradictory: true, first: 1) { totalCount }\n  }\n": typeof types.SameTornDocument,
    "\n  query Session {\n    session {\n      ...SessionParts\n    }\n  }\n  fragment SessionParts on Session {\n    me { account name roles pracPsnCode fixmedinsCode pages }\n    csrfToken\n    mustChangePassword\n    bureauName\n    serverTime\n    endedElsewhere\n  }\n": typeof types.SessionDocument,
    "\n  mutation SessionSignIn($input: SignInInput!) {\n    result: sessionSignIn(input: $input) { ...SessionOutcome }\n  }\n  fragment SessionOutcome on SessionResult {\n    ... on SessionSuccess { session { ...SessionParts } }\n    ... on UserError { code message }\n    ... on SignInFailed { retryAfterSeconds }\n    ... on InvalidInput { field }\n  }\n": typeof types.SessionSignInDocument,
    "\n  mutation SessionChangePassword($input: ChangePasswordInput!) {\n    result: sessionChangePassword(input: $input) { ...SessionOutcome }\n  }\n": typeof types.SessionChangePasswordDocument,
    "\n  mutation SessionSignOut { result: sessionSignOut { __typename } }\n": typeof types.SessionSignOutDocument,
    "\n  fragment LessonParts on Lesson {\n    sessionId courseId title page pages furthest pageSeconds leastSeconds mostSeconds seconds\n    neededSeconds beatSeconds idleSeconds completed nextUnread\n    content { chapter title text }\n  }\n": typeof types.LessonPartsFragmentDoc,
    "\n  fragment SittingParts on Sitting {\n    attemptId title startedAt due secondsLeft mark passed late passMark appealUntil appealDays mayAppeal version\n    questions {\n      number questionId kind text chosen right basis dispute outcome reasons\n      options { letter text }\n    }\n  }\n": typeof types.SittingPartsFragmentDoc,
    "\n  query Study($pracPsnCode: String!) {\n    study(pracPsnCode: $pracPsnCode) {\n      pracPsnCode name application whyNone earned required studyPoints studyPointsNeeded\n      hoursPerPoint examPassed own openSitting examBarred examFreeOn version\n      courses {\n        courseId title number hours pages furthest seconds neededSeconds completed hasExam\n      }\n      sittings { attemptId courseId title startedAt due mark passed late certificate }\n      rules {\n        questions minutes attempts attemptsLeft waitDays passMark appealWorkingDays basis\n      }\n    }\n  }\n": typeof types.StudyDocument,
    "\n  query SittingOf($pracPsnCode: String!, $attemptId: String!) {\n    sitting(pracPsnCode: $pracPsnCode, attemptId: $attemptId) { ...SittingParts }\n  }\n": typeof types.SittingOfDocument,
    "\n  mutation LessonOpen($input: LessonOpenInput!) {\n    result: lessonOpen(input: $input) {\n      __typename\n      ... on LessonSuccess { lesson { ...LessonParts } }\n      ... on UserError { code message }\n    }\n  }\n": typeof types.LessonOpenDocument,
    "\n  mutation LessonBeat($input: LessonBeatInput!) {\n    result: lessonBeat(input: $input) {\n      __typename\n      ... on LessonSuccess { lesson { ...LessonParts } }\n      ... on UserError { code message }\n    }\n  }\n": typeof types.LessonBeatDocument,
    "\n  mutation ExamStart($input: ExamStartInput!) {\n    result: examStart(input: $input) {\n      __typename\n      ... on SittingSuccess { sitting { ...SittingParts } }\n      ... on UserError { code message }\n    }\n  }\n": typeof types.ExamStartDocument,
    "\n  mutation ExamSave($input: ExamSaveInput!) {\n    result: examSave(input: $input) {\n      __typename\n      ... on SittingSuccess { sitting { attemptId secondsLeft } }\n      ... on UserError { code message }\n    }\n  }\n": typeof types.ExamSaveDocument,
    "\n  mutation ExamSubmit($input: ExamSubmitInput!) {\n    result: examSubmit(input: $input) {\n      __typename\n      ... on SittingSuccess { sitting { ...SittingParts } }\n      ... on UserError { code message }\n    }\n  }\n": typeof types.ExamSubmitDocument,
    "\n  mutation QuestionAppeal($input: QuestionAppealInput!) {\n    result: questionAppeal(input: $input) {\n      __typename\n      ... on SittingSuccess { sitting { ...SittingParts } }\n      ... on UserError { code message }\n    }\n  }\n": typeof types.QuestionAppealDocument,
    "\n      mutation AccountGrantRole($input: AccountGrantRoleInput!) {\n        result: accountGrantRole(input: $input) { ...AccountOutcome }\n      }\n    ": typeof types.AccountGrantRoleDocument,
    "\n      mutation AccountRevokeRole($input: AccountRevokeRoleInput!) {\n        result: accountRevokeRole(input: $input) { ...AccountOutcome }\n      }\n    ": typeof types.AccountRevokeRoleDocument,
    "\n      mutation AccountDisable($input: AccountDisableInput!) {\n        result: accountDisable(input: $input) { ...AccountOutcome }\n      }\n    ": typeof types.AccountDisableDocument,
    "\n      mutation AccountUnlock($input: AccountUnlockInput!) {\n        result: accountUnlock(input: $input) { ...AccountOutcome }\n      }\n    ": typeof types.AccountUnlockDocument,
    "\n  query Accounts {\n    accounts {\n      id account name roles person pracPsnCode fixmedinsCode disabled locked mustChangePassword\n      lastSignInAt version\n    }\n  }\n": typeof types.AccountsDocument,
    "\n  mutation AccountCreate($input: AccountCreateInput!) {\n    result: accountCreate(input: $input) { ...AccountOutcome }\n  }\n": typeof types.AccountCreateDocument,
    "\n  mutation AccountReset($input: AccountResetInput!) {\n    result: accountReset(input: $input) { ...AccountOutcome }\n  }\n": typeof types.AccountResetDocument,
    "\n  fragment AccountOutcome on AccountResult {\n    ... on AccountSuccess { account { id account version disabled locked roles } oneTimePassword }\n    ... on UserError { code message }\n    ... on InvalidInput { field }\n    ... on StaleVersion { currentVersion }\n    ... on IllegalTransition { current }\n  }\n": typeof types.AccountOutcomeFragmentDoc,
    "\n  query YearReport($year: Int) {\n    yearReport(year: $year) {\n      year\n      opened { code title count target }\n      outcomes { code title count target }\n      received { code title amount }\n      months { month opened returned outcomes { code title count target } }\n      money { code title amount }\n      recovered\n      missed { row title count still }\n      waiting\n      toDecide\n      filesWaiting\n      measuresWaiting\n      parametersWaiting\n      unreferred { caseNo title amount }\n    }\n  }\n": typeof types.YearReportDocument,
    "\n  query YearReceipts($year: Int, $account: String, $first: Int!, $after: String) {\n    yearReceipts(year: $year, account: $account, first: $first, after: $after) {\n      nodes { key title paidOn amount documentNo of ofTitle party target }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.YearReceiptsDocument,
    "\n  query MissedDeadlines($year: Int, $row: String, $first: Int!, $after: String) {\n    missedDeadlines(year: $year, row: $row, first: $first, after: $after) {\n      nodes { key title basis dueAt endedAt of ofTitle target officers }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.MissedDeadlinesDocument,
};
const documents: Documents = {
    "\n  fragment JobParts on Job {\n    id jobId kind state phase done total createdBy createdAt finishedAt error canCancel\n  }\n": types.JobPartsFragmentDoc,
    "\n  query RecentJobs { jobs(first: 12) { ...JobParts } }\n": types.RecentJobsDocument,
    "\n  subscription JobProgress { jobProgress { ...JobParts } }\n": types.JobProgressDocument,
    "\n  subscription Changed { changed }\n": types.ChangedDocument,
    "\n  mutation JobCancel($id: ID!) {\n    result: jobCancel(id: $id) {\n      ... on JobSuccess { job { ...JobParts } }\n      ... on UserError { code message }\n    }\n  }\n": types.JobCancelDocument,
    "\n  query SearchCases($text: String!) {\n    cases(filter: { text: $text }, first: 6) {\n      nodes { id caseNo title stageTitle }\n    }\n  }\n": types.SearchCasesDocument,
    "\n  query SearchEntities($text: String!, $kinds: [NodeKind!], $after: String) {\n    search(text: $text, kinds: $kinds, first: 20, after: $after) {\n      truncated\n      byCertno\n      endCursor\n      leftOut { ...LeftParts }\n      nodes { id kind label sharers crowded inOpenCase properties { name value } }\n    }\n  }\n": types.SearchEntitiesDocument,
    "\n  fragment ColumnParts on BoardColumn {\n    key title total overdue soon target awayUntil\n    cards { caseNo title stageTitle party amount nextDueAt workingDaysLeft late officers }\n  }\n": types.ColumnPartsFragmentDoc,
    "\n  query StageBoard { columns: stageBoard { ...ColumnParts } }\n": types.StageBoardDocument,
    "\n  query OfficerBoard { columns: officerBoard { ...ColumnParts } }\n": types.OfficerBoardDocument,
    "\n  query CalendarDays($stretch: CalendarStretch!) {\n    calendarDays(stretch: $stretch) { day total overdue first }\n    calendarWork(stretch: $stretch) { special { day works title } unknownYears }\n  }\n": types.CalendarDaysDocument,
    "\n  query CalendarDeadlines($stretch: CalendarStretch!, $first: Int!, $after: String) {\n    calendarDeadlines(stretch: $stretch, first: $first, after: $after) {\n      nodes { key title basis mark dueAt workingDaysLeft overdue paused of ofTitle target officers }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.CalendarDeadlinesDocument,
    "\n      mutation CaseHoldRequest($input: CaseHoldRequestInput!) {\n        result: caseHoldRequest(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseHoldRequestDocument,
    "\n      mutation CaseHoldDecide($input: CaseHoldDecideInput!) {\n        result: caseHoldDecide(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseHoldDecideDocument,
    "\n      mutation CaseHoldExtend($input: CaseHoldExtendInput!) {\n        result: caseHoldExtend(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseHoldExtendDocument,
    "\n      mutation CaseHoldEnd($input: CaseHoldEndInput!) {\n        result: caseHoldEnd(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseHoldEndDocument,
    "\n      mutation CaseHoldEndDecide($input: CaseHoldEndDecideInput!) {\n        result: caseHoldEndDecide(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseHoldEndDecideDocument,
    "\n      mutation CaseAssistanceRequest($input: CaseAssistanceRequestInput!) {\n        result: caseAssistanceRequest(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseAssistanceRequestDocument,
    "\n      mutation CaseAssistanceRecord($input: CaseAssistanceRecordInput!) {\n        result: caseAssistanceRecord(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseAssistanceRecordDocument,
    "\n      mutation CaseRecusalRequest($input: CaseRecusalRequestInput!) {\n        result: caseRecusalRequest(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseRecusalRequestDocument,
    "\n      mutation CaseRecusalDecide($input: CaseRecusalDecideInput!) {\n        result: caseRecusalDecide(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseRecusalDecideDocument,
    "\n      mutation CaseSuspend($input: CaseSuspendInput!) {\n        result: caseSuspend(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseSuspendDocument,
    "\n      mutation CaseContinue($input: CaseContinueInput!) {\n        result: caseContinue(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseContinueDocument,
    "\n      mutation CaseTransfer($input: CaseTransferInput!) {\n        result: caseTransfer(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseTransferDocument,
    "\n      mutation CaseTransferAnswer($input: CaseTransferAnswerInput!) {\n        result: caseTransferAnswer(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseTransferAnswerDocument,
    "\n      mutation CaseClockPause($input: CaseClockPauseInput!) {\n        result: caseClockPause(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseClockPauseDocument,
    "\n      mutation CaseClockResume($input: CaseClockResumeInput!) {\n        result: caseClockResume(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseClockResumeDocument,
    "\n      mutation CasePeriodStart($input: CasePeriodStartInput!) {\n        result: casePeriodStart(input: $input) { ...CaseOutcome }\n      }\n    ": types.CasePeriodStartDocument,
    "\n      mutation CasePeriodEnd($input: CasePeriodEndInput!) {\n        result: casePeriodEnd(input: $input) { ...CaseOutcome }\n      }\n    ": types.CasePeriodEndDocument,
    "\n      mutation CaseDecide($input: CaseDecideInput!) {\n        result: caseDecide(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseDecideDocument,
    "\n      mutation CaseDiscuss($input: CaseDiscussInput!) {\n        result: caseDiscuss(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseDiscussDocument,
    "\n      mutation CaseExtendDecision($input: CaseExtendDecisionInput!) {\n        result: caseExtendDecision(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseExtendDecisionDocument,
    "\n      mutation CaseServeDecision($input: CaseServeDecisionInput!) {\n        result: caseServeDecision(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseServeDecisionDocument,
    "\n      mutation CaseRecordPayment($input: CaseRecordPaymentInput!) {\n        result: caseRecordPayment(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseRecordPaymentDocument,
    "\n      mutation CaseClose($input: CaseCloseInput!) {\n        result: caseClose(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseCloseDocument,
    "\n      mutation CaseAnnulDecision($input: CaseAnnulDecisionInput!) {\n        result: caseAnnulDecision(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseAnnulDecisionDocument,
    "\n      query CaseAnnulDecisionPreview($input: CaseAnnulDecisionInput!) {\n        preview: caseAnnulDecisionPreview(input: $input) { refused consequences { text } }\n      }\n    ": types.CaseAnnulDecisionPreviewDocument,
    "\n    mutation CaseFormSign($input: CaseFormSignInput!) {\n      result: caseFormSign(input: $input) { ...CaseOutcome }\n    }\n  ": types.CaseFormSignDocument,
    "\n      mutation CaseFormIssue($input: CaseFormIssueInput!) {\n        result: caseFormIssue(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseFormIssueDocument,
    "\n      mutation CaseFormVoid($input: CaseFormVoidInput!) {\n        result: caseFormVoid(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseFormVoidDocument,
    "\n      mutation CaseDecideOnSpot($input: CaseDecideOnSpotInput!) {\n        result: caseDecideOnSpot(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseDecideOnSpotDocument,
    "\n      mutation CaseReportSpot($input: CaseReportSpotInput!) {\n        result: caseReportSpot(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseReportSpotDocument,
    "\n      mutation CaseInstalmentsRequest($input: CaseInstalmentsRequestInput!) {\n        result: caseInstalmentsRequest(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseInstalmentsRequestDocument,
    "\n      mutation CaseInstalmentsRefuse($input: CaseInstalmentsRefuseInput!) {\n        result: caseInstalmentsRefuse(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseInstalmentsRefuseDocument,
    "\n      mutation CaseInstalmentsGrant($input: CaseInstalmentsGrantInput!) {\n        result: caseInstalmentsGrant(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseInstalmentsGrantDocument,
    "\n      mutation CasePress($input: CasePressInput!) {\n        result: casePress(input: $input) { ...CaseOutcome }\n      }\n    ": types.CasePressDocument,
    "\n      query CasePressPreview($input: CasePressInput!) {\n        preview: casePressPreview(input: $input) { refused consequences { text } }\n      }\n    ": types.CasePressPreviewDocument,
    "\n      mutation CaseCourtApply($input: CaseCourtApplyInput!) {\n        result: caseCourtApply(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseCourtApplyDocument,
    "\n      mutation CaseCourtRule($input: CaseCourtRuleInput!) {\n        result: caseCourtRule(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseCourtRuleDocument,
    "\n      mutation CaseRemedyRecord($input: CaseRemedyRecordInput!) {\n        result: caseRemedyRecord(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseRemedyRecordDocument,
    "\n      mutation CaseRemedyClose($input: CaseRemedyCloseInput!) {\n        result: caseRemedyClose(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseRemedyCloseDocument,
    "\n      query CaseRemedyClosePreview($input: CaseRemedyCloseInput!) {\n        preview: caseRemedyClosePreview(input: $input) { refused consequences { text } }\n      }\n    ": types.CaseRemedyClosePreviewDocument,
    "\n      mutation CaseExecutionStop($input: CaseExecutionStopInput!) {\n        result: caseExecutionStop(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseExecutionStopDocument,
    "\n      mutation CaseExecutionResume($input: CaseExecutionResumeInput!) {\n        result: caseExecutionResume(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseExecutionResumeDocument,
    "\n      mutation CasePublicationPropose($input: CasePublicationProposeInput!) {\n        result: casePublicationPropose(input: $input) { ...CaseOutcome }\n      }\n    ": types.CasePublicationProposeDocument,
    "\n      mutation CasePublicationDecide($input: CasePublicationDecideInput!) {\n        result: casePublicationDecide(input: $input) { ...CaseOutcome }\n      }\n    ": types.CasePublicationDecideDocument,
    "\n      mutation CasePublish($input: CasePublishInput!) {\n        result: casePublish(input: $input) { ...CaseOutcome }\n      }\n    ": types.CasePublishDocument,
    "\n      mutation CasePublicationWithdraw($input: CasePublicationWithdrawInput!) {\n        result: casePublicationWithdraw(input: $input) { ...CaseOutcome }\n      }\n    ": types.CasePublicationWithdrawDocument,
    "\n      mutation CaseAssignOfficers($input: CaseAssignOfficersInput!) {\n        result: caseAssignOfficers(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseAssignOfficersDocument,
    "\n      mutation CaseFilingPropose($input: CaseFilingProposeInput!) {\n        result: caseFilingPropose(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseFilingProposeDocument,
    "\n      mutation CaseExtensionPropose($input: CaseExtensionProposeInput!) {\n        result: caseExtensionPropose(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseExtensionProposeDocument,
    "\n      mutation CaseClosingPropose($input: CaseClosingProposeInput!) {\n        result: caseClosingPropose(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseClosingProposeDocument,
    "\n      mutation CaseSubmissionReview($input: CaseSubmissionReviewInput!) {\n        result: caseSubmissionReview(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseSubmissionReviewDocument,
    "\n      mutation CaseExtendClue($input: CaseExtendClueInput!) {\n        result: caseExtendClue(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseExtendClueDocument,
    "\n      mutation CaseFile($input: CaseFileInput!) {\n        result: caseFile(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseFileDocument,
    "\n      mutation CaseDecline($input: CaseDeclineInput!) {\n        result: caseDecline(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseDeclineDocument,
    "\n      mutation CaseAddTask($input: CaseAddTaskInput!) {\n        result: caseAddTask(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseAddTaskDocument,
    "\n      mutation CaseFinishTask($input: CaseFinishTaskInput!) {\n        result: caseFinishTask(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseFinishTaskDocument,
    "\n      mutation CaseAddNote($input: CaseAddNoteInput!) {\n        result: caseAddNote(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseAddNoteDocument,
    "\n      mutation CaseHandlingPropose($input: CaseHandlingProposeInput!) {\n        result: caseHandlingPropose(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseHandlingProposeDocument,
    "\n      mutation CaseHandlingNotify($input: CaseHandlingNotifyInput!) {\n        result: caseHandlingNotify(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseHandlingNotifyDocument,
    "\n      mutation CaseHandlingDefend($input: CaseHandlingDefendInput!) {\n        result: caseHandlingDefend(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseHandlingDefendDocument,
    "\n      mutation CaseHandlingDecide($input: CaseHandlingDecideInput!) {\n        result: caseHandlingDecide(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseHandlingDecideDocument,
    "\n      mutation CaseHandlingClose($input: CaseHandlingCloseInput!) {\n        result: caseHandlingClose(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseHandlingCloseDocument,
    "\n      mutation CaseHandlingServe($input: CaseHandlingServeInput!) {\n        result: caseHandlingServe(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseHandlingServeDocument,
    "\n      mutation CasePerformanceDecide($input: CasePerformanceDecideInput!) {\n        result: casePerformanceDecide(input: $input) { ...CaseOutcome }\n      }\n    ": types.CasePerformanceDecideDocument,
    "\n      mutation CaseHandlingDeduct($input: CaseHandlingDeductInput!) {\n        result: caseHandlingDeduct(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseHandlingDeductDocument,
    "\n      mutation CaseRectificationReport($input: CaseRectificationReportInput!) {\n        result: caseRectificationReport(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseRectificationReportDocument,
    "\n      mutation CaseRectificationCheck($input: CaseRectificationCheckInput!) {\n        result: caseRectificationCheck(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseRectificationCheckDocument,
    "\n      mutation CaseConversionPropose($input: CaseConversionProposeInput!) {\n        result: caseConversionPropose(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseConversionProposeDocument,
    "\n      mutation CaseConvert($input: CaseConvertInput!) {\n        result: caseConvert(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseConvertDocument,
    "\n      query CaseConvertPreview($input: CaseConvertInput!) {\n        preview: caseConvertPreview(input: $input) { refused consequences { text } }\n      }\n    ": types.CaseConvertPreviewDocument,
    "\n      mutation CaseConvertToHandling($input: CaseConvertToHandlingInput!) {\n        result: caseConvertToHandling(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseConvertToHandlingDocument,
    "\n      mutation CaseStartInvestigation($input: CaseStartInvestigationInput!) {\n        result: caseStartInvestigation(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseStartInvestigationDocument,
    "\n      mutation CaseRecordInspection($input: CaseRecordInspectionInput!) {\n        result: caseRecordInspection(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseRecordInspectionDocument,
    "\n      mutation CaseConductCorrect($input: CaseConductCorrectInput!) {\n        result: caseConductCorrect(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseConductCorrectDocument,
    "\n      mutation CasePartyCorrect($input: CasePartyCorrectInput!) {\n        result: casePartyCorrect(input: $input) { ...CaseOutcome }\n      }\n    ": types.CasePartyCorrectDocument,
    "\n      mutation CaseAttachRing($input: CaseAttachRingInput!) {\n        result: caseAttachRing(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseAttachRingDocument,
    "\n      mutation CaseAttachEvidence($input: CaseAttachEvidenceInput!) {\n        result: caseAttachEvidence(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseAttachEvidenceDocument,
    "\n      mutation CaseCiteEvidence($input: CaseCiteEvidenceInput!) {\n        result: caseCiteEvidence(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseCiteEvidenceDocument,
    "\n      mutation CaseCitationWithdraw($input: CaseCitationWithdrawInput!) {\n        result: caseCitationWithdraw(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseCitationWithdrawDocument,
    "\n      mutation CaseExclusionPropose($input: CaseExclusionProposeInput!) {\n        result: caseExclusionPropose(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseExclusionProposeDocument,
    "\n      mutation CaseReinstatementPropose($input: CaseReinstatementProposeInput!) {\n        result: caseReinstatementPropose(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseReinstatementProposeDocument,
    "\n      mutation CaseExclusionDecide($input: CaseExclusionDecideInput!) {\n        result: caseExclusionDecide(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseExclusionDecideDocument,
    "\n      mutation CaseProtectReporter($input: CaseProtectReporterInput!) {\n        result: caseProtectReporter(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseProtectReporterDocument,
    "\n      mutation CaseAttachPicture($input: CaseAttachPictureInput!) {\n        result: caseAttachPicture(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseAttachPictureDocument,
    "\n      mutation CaseWriteReport($input: CaseWriteReportInput!) {\n        result: caseWriteReport(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseWriteReportDocument,
    "\n      mutation CaseTerminate($input: CaseTerminateInput!) {\n        result: caseTerminate(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseTerminateDocument,
    "\n      mutation CaseWorksheetDraw($input: CaseWorksheetDrawInput!) {\n        result: caseWorksheetDraw(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseWorksheetDrawDocument,
    "\n      mutation CasePenaltyPropose($input: CasePenaltyProposeInput!) {\n        result: casePenaltyPropose(input: $input) { ...CaseOutcome }\n      }\n    ": types.CasePenaltyProposeDocument,
    "\n      mutation CasePenaltyReview($input: CasePenaltyReviewInput!) {\n        result: casePenaltyReview(input: $input) { ...CaseOutcome }\n      }\n    ": types.CasePenaltyReviewDocument,
    "\n      mutation CaseReturn($input: CaseReturnInput!) {\n        result: caseReturn(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseReturnDocument,
    "\n      mutation CaseServeNotice($input: CaseServeNoticeInput!) {\n        result: caseServeNotice(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseServeNoticeDocument,
    "\n      mutation CaseRecordDefence($input: CaseRecordDefenceInput!) {\n        result: caseRecordDefence(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseRecordDefenceDocument,
    "\n      mutation CaseRequestHearing($input: CaseRequestHearingInput!) {\n        result: caseRequestHearing(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseRequestHearingDocument,
    "\n      mutation CaseDesignateChair($input: CaseDesignateChairInput!) {\n        result: caseDesignateChair(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseDesignateChairDocument,
    "\n      mutation CaseAnnounceHearing($input: CaseAnnounceHearingInput!) {\n        result: caseAnnounceHearing(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseAnnounceHearingDocument,
    "\n      mutation CaseHoldHearing($input: CaseHoldHearingInput!) {\n        result: caseHoldHearing(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseHoldHearingDocument,
    "\n      mutation CaseWriteHearingReport($input: CaseWriteHearingReportInput!) {\n        result: caseWriteHearingReport(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseWriteHearingReportDocument,
    "\n      mutation CaseEndHearing($input: CaseEndHearingInput!) {\n        result: caseEndHearing(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseEndHearingDocument,
    "\n      mutation CaseSubmitLegalReview($input: CaseSubmitLegalReviewInput!) {\n        result: caseSubmitLegalReview(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseSubmitLegalReviewDocument,
    "\n      mutation CaseReviewLegality($input: CaseReviewLegalityInput!) {\n        result: caseReviewLegality(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseReviewLegalityDocument,
    "\n      mutation CaseReferralGroupAppoint($input: CaseReferralGroupAppointInput!) {\n        result: caseReferralGroupAppoint(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseReferralGroupAppointDocument,
    "\n      mutation CaseReferralWeigh($input: CaseReferralWeighInput!) {\n        result: caseReferralWeigh(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseReferralWeighDocument,
    "\n      mutation CaseReferralReport($input: CaseReferralReportInput!) {\n        result: caseReferralReport(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseReferralReportDocument,
    "\n      mutation CaseReferralDecide($input: CaseReferralDecideInput!) {\n        result: caseReferralDecide(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseReferralDecideDocument,
    "\n      mutation CaseReferralSend($input: CaseReferralSendInput!) {\n        result: caseReferralSend(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseReferralSendDocument,
    "\n      mutation CaseReferralReceipt($input: CaseReferralReceiptInput!) {\n        result: caseReferralReceipt(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseReferralReceiptDocument,
    "\n      mutation CaseReferralAnswer($input: CaseReferralAnswerInput!) {\n        result: caseReferralAnswer(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseReferralAnswerDocument,
    "\n      mutation CaseReferralCopy($input: CaseReferralCopyInput!) {\n        result: caseReferralCopy(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseReferralCopyDocument,
    "\n      mutation CaseReferralItems($input: CaseReferralItemsInput!) {\n        result: caseReferralItems(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseReferralItemsDocument,
    "\n      mutation CaseRefusalObject($input: CaseRefusalObjectInput!) {\n        result: caseRefusalObject(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseRefusalObjectDocument,
    "\n      mutation CasePoliceReview($input: CasePoliceReviewInput!) {\n        result: casePoliceReview(input: $input) { ...CaseOutcome }\n      }\n    ": types.CasePoliceReviewDocument,
    "\n      mutation CaseSupervisionAsk($input: CaseSupervisionAskInput!) {\n        result: caseSupervisionAsk(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseSupervisionAskDocument,
    "\n      mutation CaseSupervisionRecord($input: CaseSupervisionRecordInput!) {\n        result: caseSupervisionRecord(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseSupervisionRecordDocument,
    "\n      mutation CaseReferralReturn($input: CaseReferralReturnInput!) {\n        result: caseReferralReturn(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseReferralReturnDocument,
    "\n      mutation CaseCorrectionOrder($input: CaseCorrectionOrderInput!) {\n        result: caseCorrectionOrder(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseCorrectionOrderDocument,
    "\n      mutation CaseCorrectionRecord($input: CaseCorrectionRecordInput!) {\n        result: caseCorrectionRecord(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseCorrectionRecordDocument,
    "\n      mutation CasePaperServe($input: CasePaperServeInput!) {\n        result: casePaperServe(input: $input) { ...CaseOutcome }\n      }\n    ": types.CasePaperServeDocument,
    "\n      mutation CaseServiceCorrect($input: CaseServiceCorrectInput!) {\n        result: caseServiceCorrect(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseServiceCorrectDocument,
    "\n      mutation CaseAnnouncementCorrect($input: CaseAnnouncementCorrectInput!) {\n        result: caseAnnouncementCorrect(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseAnnouncementCorrectDocument,
    "\n      mutation CaseReceiptAttach($input: CaseReceiptAttachInput!) {\n        result: caseReceiptAttach(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseReceiptAttachDocument,
    "\n      mutation CaseAnnouncementPost($input: CaseAnnouncementPostInput!) {\n        result: caseAnnouncementPost(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseAnnouncementPostDocument,
    "\n      mutation CaseTiesCheck($input: CaseTiesCheckInput!) {\n        result: caseTiesCheck(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseTiesCheckDocument,
    "\n      mutation CaseRecusalAnswer($input: CaseRecusalAnswerInput!) {\n        result: caseRecusalAnswer(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseRecusalAnswerDocument,
    "\n      mutation CaseJurisdictionDispute($input: CaseJurisdictionDisputeInput!) {\n        result: caseJurisdictionDispute(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseJurisdictionDisputeDocument,
    "\n      mutation CaseJurisdictionSettle($input: CaseJurisdictionSettleInput!) {\n        result: caseJurisdictionSettle(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseJurisdictionSettleDocument,
    "\n      mutation CaseJurisdictionReport($input: CaseJurisdictionReportInput!) {\n        result: caseJurisdictionReport(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseJurisdictionReportDocument,
    "\n      mutation CaseJurisdictionDesignate($input: CaseJurisdictionDesignateInput!) {\n        result: caseJurisdictionDesignate(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseJurisdictionDesignateDocument,
    "\n      mutation CaseStatementSubmit($input: CaseStatementSubmitInput!) {\n        result: caseStatementSubmit(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseStatementSubmitDocument,
    "\n      mutation CaseHearingAsk($input: CaseHearingAskInput!) {\n        result: caseHearingAsk(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseHearingAskDocument,
    "\n      mutation CaseInstalmentsAsk($input: CaseInstalmentsAskInput!) {\n        result: caseInstalmentsAsk(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseInstalmentsAskDocument,
    "\n    mutation CaseInterviewRecordAttach($input: CaseInterviewRecordAttachInput!) {\n      result: caseInterviewRecordAttach(input: $input) { ...CaseOutcome }\n    }\n  ": types.CaseInterviewRecordAttachDocument,
    "\n    mutation CaseVisitRecordAttach($input: CaseVisitRecordAttachInput!) {\n      result: caseVisitRecordAttach(input: $input) { ...CaseOutcome }\n    }\n  ": types.CaseVisitRecordAttachDocument,
    "\n      mutation CaseInterviewOpen($input: CaseInterviewOpenInput!) {\n        result: caseInterviewOpen(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseInterviewOpenDocument,
    "\n      mutation CaseInterviewEnd($input: CaseInterviewEndInput!) {\n        result: caseInterviewEnd(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseInterviewEndDocument,
    "\n      mutation CaseHomeVisitsPlan($input: CaseHomeVisitsPlanInput!) {\n        result: caseHomeVisitsPlan(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseHomeVisitsPlanDocument,
    "\n      mutation CaseHomeVisitRecord($input: CaseHomeVisitRecordInput!) {\n        result: caseHomeVisitRecord(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseHomeVisitRecordDocument,
    "\n  query CaseInterviews($caseNo: String!) {\n    caseInterviews(caseNo: $caseNo) {\n      version\n      interviews {\n        interviewId name capacity unit patient place pattern officers startedAt endedAt how evidenceId recordLost\n        answers { question answer }\n        clashes { interview name startedAt endedAt }\n      }\n      visitLists {\n        listId purpose ringId by at questions\n        people {\n          psnNo who township village tie bills of\n          asked { visit begins ends place kind amount }\n          outcome visitedOn remarks evidenceId recordLost refusedBefore\n          answers { question answer }\n          earlier { visitedOn officers outcome remarks answers { question answer } }\n        }\n      }\n    }\n  }\n": types.CaseInterviewsDocument,
    "\n  query QuestionSets { questionSets { pattern title questions } }\n": types.QuestionSetsDocument,
    "\n  query InterviewTimeline($id: ID!, $fromDay: Date, $toDay: Date, $after: String) {\n    timeline(id: $id, first: 50, fromDay: $fromDay, toDay: $toDay, after: $after) {\n      entries { at settlement { id label properties { name value } } institution { id label } }\n      endCursor\n    }\n    timelineTotal(id: $id, fromDay: $fromDay, toDay: $toDay)\n  }\n": types.InterviewTimelineDocument,
    "\n  mutation CaseInterviewWrite($input: CaseInterviewWriteInput!) {\n    result: caseInterviewWrite(input: $input) { ...CaseOutcome }\n  }\n": types.CaseInterviewWriteDocument,
    "\n      mutation CaseLedgerWriteOff($input: CaseLedgerWriteOffInput!) {\n        result: caseLedgerWriteOff(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseLedgerWriteOffDocument,
    "\n      mutation CaseLedgerReverse($input: CaseLedgerReverseInput!) {\n        result: caseLedgerReverse(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseLedgerReverseDocument,
    "\n      mutation CaseLedgerPayBack($input: CaseLedgerPayBackInput!) {\n        result: caseLedgerPayBack(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseLedgerPayBackDocument,
    "\n  query CaseLedger($caseNo: String!) {\n    caseLedger(caseNo: $caseNo) {\n      accounts { account title balance }\n      entries { seq at title documentNo postings { account title debit credit } }\n      checks { title expected actual agrees }\n      instalments { due amount paid overdue resting }\n    }\n  }\n": types.CaseLedgerDocument,
    "\n      mutation CaseLinesList($input: CaseLinesListInput!) {\n        result: caseLinesList(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseLinesListDocument,
    "\n      mutation CaseLineAdd($input: CaseLineAddInput!) {\n        result: caseLineAdd(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseLineAddDocument,
    "\n      mutation CaseLinesRelease($input: CaseLinesReleaseInput!) {\n        result: caseLinesRelease(input: $input) { ...CaseOutcome }\n      }\n    ": types.CaseLinesReleaseDocument,
    "\n  fragment CaseLineParts on CaseLine {\n    lineId findingId ruleId ruleName fixmedinsCode psnNo who on item cnt pric amount insidePolicy suspected\n    state confirmed groupDifference returned loss reasons by at refunds { source amount on documentNo }\n    rivals { caseNo amount judged }\n  }\n": types.CaseLinePartsFragmentDoc,
    "\n  query CaseLines($caseNo: String!, $filter: LineFilterInput, $first: Int!, $after: String) {\n    caseLines(caseNo: $caseNo, filter: $filter, first: $first, after: $after) {\n      total endCursor\n      rows { ...CaseLineParts }\n      matched { listed open suspected confirmed returned loss }\n      whole { listed open suspected confirmed rejected returned loss }\n      groups { ruleId ruleName count open suspected loss }\n      clashes { caseNo lines open suspected recovered }\n      unset { visit fixmedinsCode lineId room billed amount on documents }\n      institutions\n    }\n  }\n": types.CaseLinesDocument,
    "\n  query CaseLinesPreview($input: CaseLinesPreviewInput!) {\n    caseLinesPreview(input: $input) {\n      count suspected confirmed returned loss lossBefore refused\n    }\n  }\n": types.CaseLinesPreviewDocument,
    "\n  query CaseLinesArrived($caseNo: String!) {\n    caseLinesArrived(caseNo: $caseNo) { count suspected }\n  }\n": types.CaseLinesArrivedDocument,
    "\n  mutation CaseLinesJudge($input: CaseLinesJudgeInput!) {\n    result: caseLinesJudge(input: $input) { ...CaseOutcome }\n  }\n": types.CaseLinesJudgeDocument,
    "\n  query EarlierRefunds($code: String!) {\n    earlierRefunds(fixmedinsCode: $code) { refundId bill source amount on documentNo by }\n  }\n": types.EarlierRefundsDocument,
    "\n  fragment RefundOutcome on RefundResult {\n    ... on RefundSuccess { refunds { refundId } }\n    ... on UserError { code message }\n    ... on InvalidInput { field }\n    ... on StaleVersion { currentVersion }\n    ... on IllegalTransition { current }\n  }\n": types.RefundOutcomeFragmentDoc,
    "\n    mutation RefundWithdraw($input: RefundWithdrawInput!) {\n      result: refundWithdraw(input: $input) { ...RefundOutcome }\n    }\n  ": types.RefundWithdrawDocument,
    "\n  query CaseTalk($caseNo: String!, $first: Int!, $after: String) {\n    caseTalk(caseNo: $caseNo, first: $first, after: $after) {\n      unread version partyReads\n      messages {\n        nodes {\n          messageId seq text byName at toParty ofParty withdrawn unread mine\n          to { account name hasRead }\n          answers { messageId byName text }\n        }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }\n": types.CaseTalkDocument,
    "\n  mutation CaseMessageSend($input: CaseMessageSendInput!) {\n    result: caseMessageSend(input: $input) {\n      ... on MessageSuccess { talk { version } }\n      ... on UserError { code message }\n    }\n  }\n": types.CaseMessageSendDocument,
    "\n  mutation CaseMessageWithdraw($input: CaseMessageWithdrawInput!) {\n    result: caseMessageWithdraw(input: $input) {\n      ... on MessageSuccess { talk { version } }\n      ... on UserError { code message }\n    }\n  }\n": types.CaseMessageWithdrawDocument,
    "\n  mutation CaseMessagesSeen($caseNo: String!, $version: Int!) {\n    result: caseMessagesSeen(caseNo: $caseNo, version: $version) {\n      ... on Done { ok }\n      ... on UserError { code message }\n    }\n  }\n": types.CaseMessagesSeenDocument,
    "\n  query Cases($filter: CaseFilter, $after: String) {\n    cases(filter: $filter, first: 100, after: $after) {\n      nodes {\n        id caseNo title stage stageTitle isOpen path amount openedAt openedBy version nextDueAt workingDaysLeft\n        party { kind key name }\n        officers { account name }\n      }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n": types.CasesDocument,
    "\n  query AnyCases($text: String) {\n    cases(filter: { text: $text }, first: 20) { nodes { id caseNo title stageTitle } }\n  }\n": types.AnyCasesDocument,
    "\n  query Citable($caseNo: String!) {\n    caseFile(caseNo: $caseNo) {\n      evidence { evidenceId name proves reporter excluded origin { caseNo } }\n    }\n  }\n": types.CitableDocument,
    "\n  query CaseFilePage($caseNo: String!, $events: Int!) {\n    caseFile(caseNo: $caseNo) {\n      case {\n        id caseNo title stage stageTitle isOpen path source amount openedAt openedBy version nextDueAt workingDaysLeft\n        party { kind key name address representative representativeNo soleTrader }\n        officers { account name roles }\n        undeclared\n      }\n      summary conductFrom conductTo discoveredOn discoveredBy ringIds inspectionNos chainIntact\n      pictures { pictureId title by at }\n      findings { findingId ruleId ruleName amount elsewhere sentence }\n      evidence { evidenceId name kind size sha256 sm3 proves attachedAt damage reporter excluded excludedWhy doubt doubtWhy doubtedBack homeExcluded rests origin { caseNo number text } }\n      eventsTotal\n      timeline(first: $events) {\n        seq type title summary actor actorName onBehalfOf under at hash\n        changes { title before after pieces { kind text } }\n      }\n      deadlines {\n        id title startedAt dueAt clock clockTitle calendar basis mark isOpen endedByHand left unitsLeft problem\n        why { text at }\n      }\n      tasks { taskId title assignee due givenBy result }\n      report { party measures facts evidence law proposal by }\n      docketNo\n      referralWarning\n      otherFrauds { caseNo docket amount on }\n      referralWeighed { refer reasons amount by at }\n      publicText\n      reportDraft { party measures facts evidence law proposal }\n      proposals {\n        proposalId articleId citation baseLoss multiple fine recovery notDemanded lessGround lessReasons suspensionMonths suspensionGround consequence consequenceEvidence department intent noPenalty notInsured formula\n        hearingRight reasons proposedBy proposedAt outcome reviewedBy reviewReasons\n      }\n      former {\n        number fall noticeOn hearingHeld defence legalOpinion servedOn\n        decision { ruling decisionNo fine recovery citation reasons by at onBehalfOf }\n        proposals {\n          proposalId articleId citation baseLoss multiple fine recovery notDemanded lessGround lessReasons suspensionMonths suspensionGround consequence consequenceEvidence department intent noPenalty notInsured formula\n          hearingRight reasons proposedBy proposedAt outcome reviewedBy reviewReasons\n        }\n        steps { kind key title text isOpen on amount ofHead ofCourt state account }\n      }\n      noticeOn hearingRight hearingRequested papersToServe hearing { startsAt place chair isPublic closedReason notifyBy servedOn } hearingHeld defence contested legalOpinion\n      submitted { seq title text by at hash until late next files { evidenceId name size sha256 sm3 } }\n      decision { ruling decisionNo fine recovery suspensionMonths citation reasons by at onBehalfOf }\n      handling {\n        measures { kind amount months target clause area endsAt }\n        reasons proposedBy pharmacyActs pharmacyRows { act title points } rectify rectifyDays notDemanded lessGround lessReasons\n      }\n      handlingMoney {\n        recovery recoveredBefore recovered recoveryOpen damages damagesPaid damagesOpen\n      }\n      performance { decisionNo recovery damages days reasons by at servedOn }\n      rectification { text due reports reported passed checks { heldOn passed record } }\n      forms { issueId formId title number inner issuedBy issuedAt remarks void signed }\n      mayBind\n      bindings {\n        version boundBy boundAt retention basis permanent retainUntil damaged\n        volumes { kind title sha256 sm3 size pages rows { n number responsible title on pages } }\n      }\n      effect { need title basis formId issueId evidenceId }\n      approvals { formId title basis issueId evidenceId }\n      papersMissing { title why act }\n      paperGaps { what act parameter waits }\n      formKinds { formId title basis series inner missing }\n      lineTotals { listed open loss }\n      place { outside title text whole }\n      courtTime { late title text }\n      unentrusted\n      barred { certain title text }\n      freed { pracPsnCode name entryId why starts until }\n      servedOn recovered finesPaid fineOpen owed { kind amount } payments { paymentId kind amount paidOn voucher } paused annulled changed onSpot suspendsDepartment published surcharge surchargesPaid\n      steps { kind key title text isOpen on amount ofHead ofCourt state account }\n      scores { pracPsnCode name entryId points actTitle countedOn counts reviewDue voidWhy }\n      worksheets {\n        worksheetId articleId citation loss multiple fine tier belowBand suspensionMonths suspensionGround consequence consequenceEvidence reasons drawnBy former\n        steps { text }\n      }\n      referralGroup { name certificateNo }\n      referral {\n        status statusTitle reportedBy reportedAt suspectedCrime amount recipient\n        approved decidedBy decidedAt decisionReasons\n        dossierName dossierSha256 dossierSm3 dossierDamaged dossierOutdated letterNo letterSigned\n        sentAt receiptNo answer answerReasons\n        copiedOn itemsOn objectedOn review supervisionOn supervision\n      }\n      nextActions { act title step primary onBehalfOf }\n      nextBy\n      dossierBlockers { code title cure }\n    }\n  }\n": types.CaseFilePageDocument,
    "\n  query CaseEvents($caseNo: String!) {\n    caseFile(caseNo: $caseNo) {\n      timeline {\n        seq type title summary actor actorName onBehalfOf under at hash\n        changes { title before after pieces { kind text } }\n      }\n    }\n  }\n": types.CaseEventsDocument,
    "\n  query Colleagues { colleagues { account name roles certificateNo awayUntil discusses } }\n": types.ColleaguesDocument,
    "\n  query WorksheetDifferences($caseNo: String!, $first: String!, $second: String!) {\n    worksheetDifferences(caseNo: $caseNo, first: $first, second: $second) { title first second }\n  }\n": types.WorksheetDifferencesDocument,
    "\n  query WorksheetFigure($caseNo: String!, $worksheetId: String!, $figure: Decimal!) {\n    worksheetFigure(caseNo: $caseNo, worksheetId: $worksheetId, figure: $figure) { due lawful text }\n  }\n": types.WorksheetFigureDocument,
    "\n  query DiscretionFactors { discretionFactors { factor title aggravating basis } }\n": types.DiscretionFactorsDocument,
    "\n  query StartablePeriods { startablePeriods { period title units calendar basis } }\n": types.StartablePeriodsDocument,
    "\n  query PenaltyArticles($on: Date!, $kind: PartyKind) {\n    penaltyArticles(on: $on, kind: $kind) {\n      articleId title citation natures minMultiple maxMultiple minAmount maxAmount\n    }\n  }\n": types.PenaltyArticlesDocument,
    "\n  query Evidence($evidenceId: String!) {\n    evidence(evidenceId: $evidenceId) {\n      evidenceId name mediaType size sha256 sm3 retainedUntil receivedBy receivedAt\n      checkedAt damage kind\n      collection {\n        collectedAt place method process holder originalMedium original noOriginalReason pages officers\n        witness noWitnessReason missing\n      }\n      earlier {\n        collectedAt place method process holder originalMedium original noOriginalReason pages officers\n        witness noWitnessReason missing\n      }\n      custody { seq type title actor at purpose hashBefore hashAfter }\n    }\n  }\n": types.EvidenceDocument,
    "\n  query EvidenceTaken($caseNo: String!) {\n    evidenceItems(caseNo: $caseNo, first: 500) {\n      evidenceId\n      collection { collectedAt place holder officers missing }\n    }\n  }\n": types.EvidenceTakenDocument,
    "\n  mutation EvidenceCollectionState($input: EvidenceCollectionStateInput!) {\n    result: evidenceCollectionState(input: $input) {\n      ... on EvidenceSuccess { evidence { evidenceId } }\n      ... on UserError { code message }\n    }\n  }\n": types.EvidenceCollectionStateDocument,
    "\n  query EvidenceAsked { evidenceAsked { kind fields } }\n": types.EvidenceAskedDocument,
    "\n  mutation EvidenceUploadStart($input: EvidenceUploadStartInput!) {\n    result: evidenceUploadStart(input: $input) {\n      ... on UploadSuccess { ticket { uploadId url parts { number url first size } expiresAt } }\n      ... on UserError { code message }\n    }\n  }\n": types.EvidenceUploadStartDocument,
    "\n  mutation EvidenceUploadComplete($input: EvidenceUploadCompleteInput!) {\n    result: evidenceUploadComplete(input: $input) {\n      ... on EvidenceSuccess { evidence { evidenceId name sha256 } duplicate }\n      ... on UserError { code message }\n    }\n  }\n": types.EvidenceUploadCompleteDocument,
    "\n  mutation DossierStart($input: JobStartInput!) {\n    result: jobStart(input: $input) {\n      ... on JobSuccess { job { ...JobParts } }\n      ... on UserError { code message }\n    }\n  }\n": types.DossierStartDocument,
    "\n  query PharmacyActs($code: String) {\n    pharmacyActs(fixmedinsCode: $code) { act title points refuse }\n  }\n": types.PharmacyActsDocument,
    "\n  query CaseMeasures($caseNo: String!) {\n    measures(history: true, caseNo: $caseNo) {\n      id name department title startsAt overAt restsSince standing standingTitle liftReasons\n    }\n  }\n": types.CaseMeasuresDocument,
    "\n  query PharmacyOutlook($code: String!, $acts: [String!]!, $caseNo: String) {\n    pharmacyOutlook(fixmedinsCode: $code, acts: $acts, caseNo: $caseNo) {\n      before after refuse\n      level { points title lifts basis }\n    }\n  }\n": types.PharmacyOutlookDocument,
    "\n  fragment CaseOutcome on CaseResult {\n    ... on CaseSuccess { caseFile { case { id caseNo version stage } } }\n    ... on UserError { code message }\n    ... on InvalidInput { field }\n    ... on StaleVersion { currentVersion }\n    ... on IllegalTransition { current }\n  }\n": types.CaseOutcomeFragmentDoc,
    "\n  query CypherGuide {\n    cypherGuide {\n      labels { name source target fields { name type meaning personal } }\n      relationships { name source target fields { name type meaning personal } }\n      examples { key title query parameters }\n      maxRows seconds until\n    }\n  }\n": types.CypherGuideDocument,
    "\n  query CypherHistory {\n    cypherHistory(first: 50) { at query refused }\n  }\n": types.CypherHistoryDocument,
    "\n  mutation CypherRun($input: CypherRunInput!) {\n    result: cypherRun(input: $input) {\n      __typename\n      ... on CypherTable { columns rows truncated leftOut { message } }\n      ... on UserError { code message }\n    }\n  }\n": types.CypherRunDocument,
    "\n  fragment CourseParts on Course {\n    id courseId title retired number hours pages questions rejects corrections version\n  }\n": types.CoursePartsFragmentDoc,
    "\n  fragment QuestionParts on BankQuestion {\n    questionId kind text answer basis void also\n    options { letter text }\n  }\n": types.QuestionPartsFragmentDoc,
    "\n  query Courses {\n    courses { ...CourseParts }\n    questionDisputes {\n      pracPsnCode name attemptId courseId courseTitle chosen text at version mayAnswer\n      question { ...QuestionParts }\n    }\n  }\n": types.CoursesDocument,
    "\n  query CourseOf($courseId: String!, $number: Int) {\n    course(courseId: $courseId, number: $number) {\n      course { ...CourseParts }\n      shown mayTeach\n      versions {\n        number title hours pages questions fileName sha256 by at\n        rejects { sheet row field reason raw }\n      }\n      pages { chapter title text }\n      questions { ...QuestionParts }\n    }\n  }\n": types.CourseOfDocument,
    "\n  mutation CourseRetire($input: CourseRetireInput!) {\n    result: courseRetire(input: $input) {\n      __typename\n      ... on CourseSuccess { course { ...CourseParts } }\n      ... on UserError { code message }\n    }\n  }\n": types.CourseRetireDocument,
    "\n  mutation AppealResolve($input: QuestionAppealResolveInput!) {\n    result: questionAppealResolve(input: $input) {\n      __typename\n      ... on StudySuccess { study { pracPsnCode version } }\n      ... on UserError { code message }\n    }\n  }\n": types.AppealResolveDocument,
    "\n    mutation AccountDeclareTies($input: AccountDeclareTiesInput!) {\n      result: accountDeclareTies(input: $input) { ...AccountOutcome }\n    }\n  ": types.AccountDeclareTiesDocument,
    "\n  mutation AbsenceRecord($input: AbsenceRecordInput!) {\n    result: absenceRecord(input: $input) { ...DelegationOutcome }\n  }\n": types.AbsenceRecordDocument,
    "\n      mutation DelegationGive($input: DelegationGiveInput!) {\n        result: delegationGive(input: $input) { ...DelegationOutcome }\n      }\n    ": types.DelegationGiveDocument,
    "\n      mutation DelegationEnd($input: DelegationEndInput!) {\n        result: delegationEnd(input: $input) { ...DelegationOutcome }\n      }\n    ": types.DelegationEndDocument,
    "\n      mutation EntrustmentRecord($input: EntrustmentRecordInput!) {\n        result: entrustmentRecord(input: $input) { ...DelegationOutcome }\n      }\n    ": types.EntrustmentRecordDocument,
    "\n      mutation EntrustmentScanAttach($input: EntrustmentScanAttachInput!) {\n        result: entrustmentScanAttach(input: $input) { ...DelegationOutcome }\n      }\n    ": types.EntrustmentScanAttachDocument,
    "\n      mutation EntrustmentEnd($input: EntrustmentEndInput!) {\n        result: entrustmentEnd(input: $input) { ...DelegationOutcome }\n      }\n    ": types.EntrustmentEndDocument,
    "\n      mutation AbsenceEnd($input: AbsenceEndInput!) {\n        result: absenceEnd(input: $input) { ...DelegationOutcome }\n      }\n    ": types.AbsenceEndDocument,
    "\n  query Mandates {\n    mandates {\n      version\n      delegations {\n        delegationId principal principalAccount deputy deputyAccount startsAt overAt reason holds\n        ended\n        acts { act title }\n      }\n      absences { absenceId who whoAccount standIn startsOn overOn reason holds ended mayEnd }\n      mayRecordOthers\n      letters { documentNo scope publishedOn where startsOn endsOn by holds scan scanName scanLost }\n      mine { act title to }\n      never { title basis }\n    }\n  }\n": types.MandatesDocument,
    "\n  fragment DelegationOutcome on DelegationResult {\n    ... on DelegationSuccess { register { version } }\n    ... on UserError { code message }\n    ... on InvalidInput { field }\n    ... on StaleVersion { currentVersion }\n    ... on IllegalTransition { current }\n  }\n": types.DelegationOutcomeFragmentDoc,
    "\n  query FormTemplates {\n    formTemplates {\n      formId title basis series own\n      versions { sha256 size name note by at }\n    }\n    numberSeries { series title year numbers last gap }\n  }\n": types.FormTemplatesDocument,
    "\n  query DocumentNumbers($series: String!, $year: Int!, $after: Int!) {\n    documentNumbers(series: $series, year: $year, after: $after) { serial number caseNo void }\n  }\n": types.DocumentNumbersDocument,
    "\n  query TemplateDifferences($formId: String!, $first: String!, $second: String!) {\n    templateDifferences(formId: $formId, first: $first, second: $second) { added text }\n  }\n": types.TemplateDifferencesDocument,
    "\n  mutation TemplateReset($input: TemplateResetInput!) {\n    result: templateReset(input: $input) {\n      ... on TemplateSuccess { template { formId } }\n      ... on UserError { code message }\n    }\n  }\n": types.TemplateResetDocument,
    "\n  fragment LeftParts on LeftOut {\n    message reason\n  }\n": types.LeftPartsFragmentDoc,
    "\n  fragment SubgraphParts on Subgraph {\n    nodes { id kind label sharers crowded inOpenCase properties { name value } }\n    edges { id source target kind count amount first last }\n    truncated\n    endCursor\n    leftOut { ...LeftParts }\n  }\n": types.SubgraphPartsFragmentDoc,
    "\n  query Entity($id: ID!) {\n    entity(id: $id) {\n      node { id kind label sharers crowded inOpenCase properties { name value } }\n      settlements amount fund first last\n      counts { relationship kind count byRequest }\n      leftOut { ...LeftParts }\n    }\n  }\n": types.EntityDocument,
    "\n  query NeighbourTotals($ids: [ID!]!) {\n    neighbourTotals(ids: $ids) { totals { id total } }\n  }\n": types.NeighbourTotalsDocument,
    "\n  query Expand($id: ID!, $filter: ExpandFilter, $first: Int!, $after: String) {\n    expand(id: $id, filter: $filter, first: $first, after: $after) { ...SubgraphParts }\n  }\n": types.ExpandDocument,
    "\n  query SubgraphOf($ids: [ID!]!) {\n    subgraph(ids: $ids) { ...SubgraphParts missing }\n  }\n": types.SubgraphOfDocument,
    "\n  query Activity($ids: [ID!]!) {\n    activity(ids: $ids) {\n      days { day edgeIds counts amounts }\n      leftOut { ...LeftParts }\n    }\n  }\n": types.ActivityDocument,
    "\n  query Paths(\n    $source: ID!\n    $target: ID!\n    $filter: PathFilter\n    $mode: PathMode!\n    $weight: PathWeight!\n    $after: String\n  ) {\n    paths(\n      source: $source\n      target: $target\n      filter: $filter\n      mode: $mode\n      weight: $weight\n      first: 10\n      after: $after\n    ) {\n      paths { nodeIds weight }\n      searched\n      endCursor\n      leftOut { ...LeftParts }\n      graph { ...SubgraphParts }\n    }\n  }\n": types.PathsDocument,
    "\n  query CommonNeighbours($ids: [ID!]!, $least: Int, $after: String) {\n    commonNeighbours(ids: $ids, least: $least, first: 50, after: $after) { ...SubgraphParts }\n  }\n": types.CommonNeighboursDocument,
    "\n  query EntityTimeline($id: ID!, $fromDay: Date, $toDay: Date, $after: String) {\n    timeline(id: $id, fromDay: $fromDay, toDay: $toDay, first: 50, after: $after) {\n      entries {\n        at\n        settlement { id label properties { name value } }\n        patient { id label }\n        institution { id label }\n        doctor { id label }\n      }\n      endCursor\n      leftOut { ...LeftParts }\n    }\n  }\n": types.EntityTimelineDocument,
    "\n  query RingGraph($id: ID!) {\n    ringGraph(id: $id) { ...SubgraphParts }\n  }\n": types.RingGraphDocument,
    "\n  query Investigations($text: String!, $after: String) {\n    investigations(text: $text, first: 50, after: $after) {\n      nodes { id name owner sharedWith version updatedAt states { version savedAt } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.InvestigationsDocument,
    "\n  query Investigation($id: ID!, $state: Int) {\n    investigation(id: $id, state: $state) {\n      id key name owner sharedWith version updatedAt savedAt content\n    }\n  }\n": types.InvestigationDocument,
    "\n  query CasePicture($caseNo: String!, $pictureId: String!) {\n    casePicture(caseNo: $caseNo, pictureId: $pictureId) { pictureId title content }\n  }\n": types.CasePictureDocument,
    "\n  mutation InvestigationSave($input: InvestigationSaveInput!) {\n    result: investigationSave(input: $input) {\n      ... on InvestigationSuccess { investigation { id key name version owner sharedWith updatedAt } }\n      ... on UserError { code message }\n      ... on StaleVersion { currentVersion }\n    }\n  }\n": types.InvestigationSaveDocument,
    "\n  mutation InvestigationDelete($id: ID!) {\n    result: investigationDelete(id: $id) {\n      ... on Done { ok }\n      ... on UserError { code message }\n    }\n  }\n": types.InvestigationDeleteDocument,
    "\n  mutation CaseAttachInvestigation($input: CaseAttachPictureInput!) {\n    result: caseAttachPicture(input: $input) { ...CaseOutcome }\n  }\n": types.CaseAttachInvestigationDocument,
    "\n  query CountyOutline($after: String) {\n    geo(first: 200, after: $after) {\n      outline\n      places { lon lat }\n      endCursor\n      leftOut { reason count ...LeftParts }\n    }\n  }\n": types.CountyOutlineDocument,
    "\n  query SubgraphMetrics($ids: [ID!]!, $after: String) {\n    subgraphMetrics(ids: $ids, first: 200, after: $after) {\n      nodes { id degree betweenness community }\n      communities modularity endCursor\n      leftOut { ...LeftParts }\n    }\n  }\n": types.SubgraphMetricsDocument,
    "\n  query PatternTemplates {\n    patternTemplates {\n      key title explanation\n      parameters { name label kind kinds default least most }\n    }\n  }\n": types.PatternTemplatesDocument,
    "\n  query Pattern($key: String!, $parameters: [PatternValue!]!, $after: String) {\n    pattern(key: $key, parameters: $parameters, first: 50, after: $after) {\n      template { title columns { name label kind } }\n      rows { cells { text nodeIds } }\n      graph { ...SubgraphParts }\n      endCursor\n      leftOut { ...LeftParts }\n    }\n  }\n": types.PatternDocument,
    "\n  fragment FindingParts on Finding {\n    id findingId ruleId ruleName ruleVersion result sentence\n    psnNo psnName fixmedinsCode fixmedinsName pracPsnCode pracPsnName\n    mdtrtIds firstTime lastTime amount amountInvolved lineCount population firstSeenAt\n    legalBasis { citation }\n    judgement { verdict reason by at }\n    notes { ...NoteParts }\n    caseNos\n  }\n": types.FindingPartsFragmentDoc,
    "\n  query Findings($filter: FindingFilter, $after: String) {\n    findings(filter: $filter, first: 100, after: $after) {\n      nodes { ...FindingParts }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n": types.FindingsDocument,
    "\n  query FindingSums($filter: FindingFilter) {\n    findingSums(filter: $filter) { count amount }\n  }\n": types.FindingSumsDocument,
    "\n  query FindingGroups($by: FindingGroupBy!, $filter: FindingFilter) {\n    findingGroups(by: $by, filter: $filter) { key label count amount }\n  }\n": types.FindingGroupsDocument,
    "\n  query Finding($id: ID!) {\n    finding(id: $id) { ...FindingParts }\n  }\n": types.FindingDocument,
    "\n  query FindingBill($id: ID!) {\n    findingBill(id: $id) {\n      mdtrtId feedetlSn feeOcurTime hilistCode hilistName cnt pric detItemFeeSumamt hit\n    }\n    findingUnset(id: $id) { visit billed amount on documents }\n  }\n": types.FindingBillDocument,
    "\n  mutation FindingJudge($input: FindingJudgeInput!) {\n    result: findingJudge(input: $input) { ...JudgementOutcome }\n  }\n  fragment JudgementOutcome on JudgementResult {\n    ... on JudgementSuccess { count }\n    ... on UserError { code message }\n  }\n": types.FindingJudgeDocument,
    "\n  mutation CaseAttachFindings($input: CaseAttachFindingsInput!) {\n    result: caseAttachFindings(input: $input) { ...CaseOutcome }\n  }\n": types.CaseAttachFindingsDocument,
    "\n  mutation CaseOpen($input: CaseOpenInput!) {\n    result: caseOpen(input: $input) { ...CaseOutcome }\n  }\n": types.CaseOpenDocument,
    "\n  query OpenCases($text: String, $after: String) {\n    cases(filter: { workable: true, text: $text }, first: 50, after: $after) {\n      nodes { id caseNo title stageTitle }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.OpenCasesDocument,
    "\n  fragment BatchParts on ImportBatch {\n    id batchId profile status importedAt importedBy seconds rejects notes { said { text names } rows } months withdrawnMonths replaces canWithdraw\n    files { name sha256 rows }\n    tables { table rows accepted rejected totals { column amount } }\n  }\n": types.BatchPartsFragmentDoc,
    "\n  query ImportBatches($after: String) {\n    importBatches(first: 50, after: $after) {\n      nodes { ...BatchParts }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n": types.ImportBatchesDocument,
    "\n  query ImportBatch($id: ID!) {\n    importBatch(id: $id) { ...BatchParts }\n  }\n": types.ImportBatchDocument,
    "\n  query Rejects($batchId: String!, $after: String) {\n    rejects(batchId: $batchId, first: 100, after: $after) {\n      nodes { file line table field code reason }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n": types.RejectsDocument,
    "\n  query Incoming {\n    incomingFolders { name files bytes modifiedAt }\n    importProfiles { name version title own }\n  }\n": types.IncomingDocument,
    "\n  query ImportProfiles {\n    importProfiles { name title }\n  }\n": types.ImportProfilesDocument,
    "\n  mutation ImportStart($input: ImportStartInput!) {\n    result: importStart(input: $input) {\n      ... on JobSuccess { job { ...JobParts } }\n      ... on UserError { code message }\n    }\n  }\n": types.ImportStartDocument,
    "\n  mutation ImportWithdraw($input: ImportWithdrawInput!) {\n    result: importWithdraw(input: $input) {\n      ... on BatchSuccess { batch { id status } }\n      ... on UserError { code message }\n    }\n  }\n": types.ImportWithdrawDocument,
    "\n  query KeptProfiles {\n    keptProfiles { name version title file sha256 keptBy keptAt inForce }\n  }\n": types.KeptProfilesDocument,
    "\n  mutation ProfileKeep($input: ImportProfileKeepInput!) {\n    result: importProfileKeep(input: $input) {\n      ... on ProfileSuccess { profile { name version } }\n      ... on UserError { code message }\n    }\n  }\n": types.ProfileKeepDocument,
    "\n  query ImportPreview($folder: String!, $profile: String!) {\n    importPreview(folder: $folder, profile: $profile) {\n      problem ignored\n      files {\n        name source encoding unknownColumns brokenLines problem\n        tables { table columns rows problems { column reason } }\n      }\n    }\n  }\n": types.ImportPreviewDocument,
    "\n  fragment QualityParts on BatchQuality {\n    batchId at asked\n    lines {\n      lineId kind table column rows asked said { text names } state note changedBy changedAt\n      owner { account name }\n    }\n    columns { table column title filled rows sent }\n    months { table month inBatch rows usual }\n  }\n": types.QualityPartsFragmentDoc,
    "\n  query BatchQuality($id: ID!) {\n    batchQuality(id: $id) { ...QualityParts }\n  }\n": types.BatchQualityDocument,
    "\n  query QualityRows($id: ID!, $lineId: String!, $offset: Int!) {\n    qualityRows(id: $id, lineId: $lineId, offset: $offset) { columns rows nextOffset }\n  }\n": types.QualityRowsDocument,
    "\n  mutation QualityWork($input: QualityWorkInput!) {\n    result: qualityWork(input: $input) {\n      ... on QualitySuccess { quality { ...QualityParts } }\n      ... on UserError { code message }\n    }\n  }\n": types.QualityWorkDocument,
    "\n  query QualityColleagues { colleagues { account name roles } }\n": types.QualityColleaguesDocument,
    "\n  mutation QualityAgain($input: QualityAgainInput!) {\n    result: qualityAgain(input: $input) {\n      ... on QualitySuccess { quality { ...QualityParts } }\n      ... on UserError { code message }\n    }\n  }\n": types.QualityAgainDocument,
    "\n  query QualityWorklist($owner: String) {\n    qualityWorklist(owner: $owner) {\n      batchId id\n      line {\n        lineId kind table column rows asked said { text names } state note changedBy changedAt\n        owner { account name }\n      }\n    }\n  }\n": types.QualityWorklistDocument,
    "\n  query Inbox($first: Int!) {\n    inbox(first: $first) {\n      waiting { kind title detail target dueAt workingDaysLeft overdue amount since }\n      more\n      deadlines { kind title detail target dueAt workingDaysLeft overdue amount since }\n      news { code title count target }\n    }\n  }\n": types.InboxDocument,
    "\n    mutation InspectionScanAttach($input: InspectionScanAttachInput!) {\n      result: inspectionScanAttach(input: $input) { ...InspectionOutcome }\n    }\n  ": types.InspectionScanAttachDocument,
    "\n    mutation InspectionNoticeAttach($input: InspectionNoticeAttachInput!) {\n      result: inspectionNoticeAttach(input: $input) { ...InspectionOutcome }\n    }\n  ": types.InspectionNoticeAttachDocument,
    "\n      mutation InspectionStart($input: InspectionStartInput!) {\n        result: inspectionStart(input: $input) { ...InspectionOutcome }\n      }\n    ": types.InspectionStartDocument,
    "\n      mutation InspectionPaperWrite($input: InspectionPaperWriteInput!) {\n        result: inspectionPaperWrite(input: $input) { ...InspectionOutcome }\n      }\n    ": types.InspectionPaperWriteDocument,
    "\n      mutation InspectionPaperSubmit($input: InspectionPaperSubmitInput!) {\n        result: inspectionPaperSubmit(input: $input) { ...InspectionOutcome }\n      }\n    ": types.InspectionPaperSubmitDocument,
    "\n      mutation InspectionPaperReply($input: InspectionPaperReplyInput!) {\n        result: inspectionPaperReply(input: $input) { ...InspectionOutcome }\n      }\n    ": types.InspectionPaperReplyDocument,
    "\n      mutation InspectionPaperSign($input: InspectionPaperSignInput!) {\n        result: inspectionPaperSign(input: $input) { ...InspectionOutcome }\n      }\n    ": types.InspectionPaperSignDocument,
    "\n      mutation InspectionOfficersChange($input: InspectionOfficersChangeInput!) {\n        result: inspectionOfficersChange(input: $input) { ...InspectionOutcome }\n      }\n    ": types.InspectionOfficersChangeDocument,
    "\n      mutation InspectionTiesCheck($input: InspectionTiesCheckInput!) {\n        result: inspectionTiesCheck(input: $input) { ...InspectionOutcome }\n      }\n    ": types.InspectionTiesCheckDocument,
    "\n      mutation InspectionRecusalRequest($input: InspectionRecusalRequestInput!) {\n        result: inspectionRecusalRequest(input: $input) { ...InspectionOutcome }\n      }\n    ": types.InspectionRecusalRequestDocument,
    "\n      mutation InspectionRecusalAnswer($input: InspectionRecusalAnswerInput!) {\n        result: inspectionRecusalAnswer(input: $input) { ...InspectionOutcome }\n      }\n    ": types.InspectionRecusalAnswerDocument,
    "\n      mutation InspectionRecusalDecide($input: InspectionRecusalDecideInput!) {\n        result: inspectionRecusalDecide(input: $input) { ...InspectionOutcome }\n      }\n    ": types.InspectionRecusalDecideDocument,
    "\n      mutation InspectionCancel($input: InspectionCancelInput!) {\n        result: inspectionCancel(input: $input) { ...InspectionOutcome }\n      }\n    ": types.InspectionCancelDocument,
    "\n      mutation InspectionClose($input: InspectionCloseInput!) {\n        result: inspectionClose(input: $input) { ...InspectionOutcome }\n      }\n    ": types.InspectionCloseDocument,
    "\n      mutation InspectionLink($input: InspectionLinkInput!) {\n        result: inspectionLink(input: $input) { ...InspectionOutcome }\n      }\n    ": types.InspectionLinkDocument,
    "\n      mutation InspectionFollowUp($input: InspectionFollowUpInput!) {\n        result: inspectionFollowUp(input: $input) { ...InspectionOutcome }\n      }\n    ": types.InspectionFollowUpDocument,
    "\n  query Inspections($open: Boolean, $mine: Boolean!, $text: String, $after: String) {\n    inspections(open: $open, mine: $mine, text: $text, first: 100, after: $after) {\n      nodes {\n        inspectionNo title stage stageTitle kindTitle partyName startsOn officers papers unsigned amount caseNo\n      }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n": types.InspectionsDocument,
    "\n  query InspectionFile($inspectionNo: String!) {\n    inspectionFile(inspectionNo: $inspectionNo) {\n      inspectionNo title stage stageTitle kind kindTitle nextStep basis scope noticeNo noticeScan noticeScanName noticeScanLost startsOn endsOn startedOn place\n      receivedBy amount situation caseNo version\n      followers { caseNo title }\n      followed { title on documentNo note by }\n      deadlines {\n        id title startedAt dueAt clock clockTitle calendar basis mark isOpen left unitsLeft problem\n        why { text at }\n      }\n      party { kind key name }\n      officers { name account certificateNo }\n      changes { officers on reason }\n      undeclared\n      recusals { recusalId name account ground reason byParty askedBy answer decidedBy granted ofHead }\n      cancelled { on reason documentNo by }\n      papers {\n        paperId problem facts law amount billCount findingIds leftOut typed summed amountReason writtenBy writtenAt scan scanName\n        reply { agrees text by post on own }\n        submitted { seq title text by at hash until late next files { evidenceId name size sha256 sm3 } }\n        signature { how signedOn signer witness witnessUnit whatHappened }\n      }\n      timeline { seq type title summary actor actorName onBehalfOf under at hash }\n      nextActions { act title primary onBehalfOf }\n    }\n  }\n": types.InspectionFileDocument,
    "\n  mutation InspectionOpen($input: InspectionOpenInput!) {\n    result: inspectionOpen(input: $input) {\n      ... on InspectionSuccess { inspectionFile { inspectionNo } }\n      ... on UserError { code message }\n      ... on InvalidInput { field }\n    }\n  }\n": types.InspectionOpenDocument,
    "\n  fragment InspectionOutcome on InspectionResult {\n    ... on InspectionSuccess { inspectionFile { inspectionNo version stage } }\n    ... on UserError { code message }\n    ... on InvalidInput { field }\n    ... on StaleVersion { currentVersion }\n    ... on IllegalTransition { current }\n  }\n": types.InspectionOutcomeFragmentDoc,
    "\n  fragment PaperLineParts on PaperLines {\n    total count summed unknown elsewhere\n    rows { bill on who item amount held inPaper known leftOut }\n  }\n": types.PaperLinePartsFragmentDoc,
    "\n  query PaperLines($inspectionNo: String!, $paperId: String!, $first: Int!, $start: Int!) {\n    lines: inspectionPaperLines(inspectionNo: $inspectionNo, paperId: $paperId, first: $first, start: $start) {\n      ...PaperLineParts\n    }\n  }\n": types.PaperLinesDocument,
    "\n  query PaperPick($inspectionNo: String!, $choice: PaperChoice!, $first: Int!, $start: Int!) {\n    lines: inspectionPaperPick(inspectionNo: $inspectionNo, choice: $choice, first: $first, start: $start) {\n      ...PaperLineParts\n    }\n  }\n": types.PaperPickDocument,
    "\n  query PaperFindings($filter: FindingFilter) {\n    findings(filter: $filter, first: 50) {\n      nodes { findingId ruleName sentence amount }\n    }\n  }\n": types.PaperFindingsDocument,
    "\n  fragment KeyOutcome on KeyResult {\n    ... on KeySuccess { secret keys { keyId version works } }\n    ... on UserError { code message }\n    ... on InvalidInput { field }\n    ... on StaleVersion { currentVersion }\n    ... on IllegalTransition { current }\n  }\n": types.KeyOutcomeFragmentDoc,
    "\n    mutation KeyRevoke($input: KeyRevokeInput!) {\n      result: keyRevoke(input: $input) { ...KeyOutcome }\n    }\n  ": types.KeyRevokeDocument,
    "\n  query ApiKeys {\n    apiKeys { keyId name until issuedBy issuedAt revokedAt usedAt works version }\n  }\n": types.ApiKeysDocument,
    "\n  mutation KeyIssue($input: KeyIssueInput!) {\n    result: keyIssue(input: $input) { ...KeyOutcome }\n  }\n": types.KeyIssueDocument,
    "\n  query Log($filter: LogFilter, $after: String) {\n    log(filter: $filter, first: 100, after: $after) {\n      nodes { stream seq type title actor actorName at summary hash prev }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n": types.LogDocument,
    "\n  query ChainReport {\n    chainReport { streams events checkedAt problems { stream why } }\n  }\n": types.ChainReportDocument,
    "\n    mutation MeasurePaperAttach($input: MeasurePaperAttachInput!) {\n      result: measurePaperAttach(input: $input) { ...MeasureOutcome }\n    }\n  ": types.MeasurePaperAttachDocument,
    "\n      mutation MeasurePropose($input: MeasureProposeInput!) {\n        result: measurePropose(input: $input) { ...MeasureOutcome }\n      }\n    ": types.MeasureProposeDocument,
    "\n      mutation MeasureDecide($input: MeasureDecideInput!) {\n        result: measureDecide(input: $input) { ...MeasureOutcome }\n      }\n    ": types.MeasureDecideDocument,
    "\n      mutation MeasureHear($input: MeasureHearInput!) {\n        result: measureHear(input: $input) { ...MeasureOutcome }\n      }\n    ": types.MeasureHearDocument,
    "\n      mutation MeasureStop($input: MeasureStopInput!) {\n        result: measureStop(input: $input) { ...MeasureOutcome }\n      }\n    ": types.MeasureStopDocument,
    "\n      mutation MeasureNote($input: MeasureNoteInput!) {\n        result: measureNote(input: $input) { ...MeasureOutcome }\n      }\n    ": types.MeasureNoteDocument,
    "\n      mutation MeasureServe($input: MeasureServeInput!) {\n        result: measureServe(input: $input) { ...MeasureOutcome }\n      }\n    ": types.MeasureServeDocument,
    "\n      mutation MeasureCorrectService($input: MeasureCorrectServiceInput!) {\n        result: measureCorrectService(input: $input) { ...MeasureOutcome }\n      }\n    ": types.MeasureCorrectServiceDocument,
    "\n      mutation MeasureLift($input: MeasureLiftInput!) {\n        result: measureLift(input: $input) { ...MeasureOutcome }\n      }\n    ": types.MeasureLiftDocument,
    "\n  fragment MeasureRowParts on MeasureRow {\n    id subjectKind subjectKey department name measureId kind title area startsAt overAt\n    restsSince acts standing standingTitle stops withholds personal source basis caseNo documentNo reasons liftReasons statement statementScans\n    proposedBy decidedBy onBehalfOf identityNo managerRole notes forms { formId title scan scanLost }\n    services { of correctable title servedOn way particulars receipt } version\n  }\n": types.MeasureRowPartsFragmentDoc,
    "\n  query Measures($asOf: DateTime, $history: Boolean!) {\n    measures(asOf: $asOf, history: $history) { ...MeasureRowParts }\n  }\n": types.MeasuresDocument,
    "\n  query WaitingMeasures {\n    measuresToDecide { ...MeasureRowParts }\n    measuresToServe { ...MeasureRowParts }\n  }\n": types.WaitingMeasuresDocument,
    "\n  query MeasureRules {\n    measureTerms {\n      term title kind kindTitle subjects minMonths maxMonths timed personal penal basis mark\n    }\n    measureOverlaps { title mode basis mark }\n    pharmacyActs { act title points refuse basis mark }\n    pharmacyLevels { points title lifts basis mark }\n  }\n": types.MeasureRulesDocument,
    "\n  fragment MeasureOutcome on MeasureResult {\n    ... on MeasureSuccess { measures { id version standing } }\n    ... on UserError { code message }\n    ... on InvalidInput { field }\n    ... on StaleVersion { currentVersion }\n    ... on IllegalTransition { current }\n  }\n": types.MeasureOutcomeFragmentDoc,
    "\n  fragment NoteParts on MarkNote {\n    text by at\n  }\n": types.NotePartsFragmentDoc,
    "\n  mutation FindingNote($input: FindingNoteInput!) {\n    result: findingNote(input: $input) { ...JudgementOutcome }\n  }\n": types.FindingNoteDocument,
    "\n  mutation RingNote($input: RingNoteInput!) {\n    result: ringNote(input: $input) { ...JudgementOutcome }\n  }\n": types.RingNoteDocument,
    "\n  fragment NoticeParts on Notice {\n    key kind act title subject detail target dueAt workingDaysLeft at readAt settledAt settledBy\n  }\n": types.NoticePartsFragmentDoc,
    "\n  query Bell { unreadNotices notices(unreadOnly: true, first: 8) { nodes { ...NoticeParts } } }\n": types.BellDocument,
    "\n  query Notices($unreadOnly: Boolean!, $first: Int!, $after: String) {\n    notices(unreadOnly: $unreadOnly, first: $first, after: $after) {\n      nodes { ...NoticeParts }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.NoticesDocument,
    "\n  fragment ChoiceParts on NoticeChoice {\n    email language ways kinds openWays digestAt\n    troubles { way attempts at why nextAt }\n  }\n": types.ChoicePartsFragmentDoc,
    "\n  query NoticeChoiceOfMine { noticeChoice { ...ChoiceParts } }\n": types.NoticeChoiceOfMineDocument,
    "\n  mutation NoticeRead($keys: [String!]) {\n    result: noticeRead(keys: $keys) {\n      ... on Done { ok }\n      ... on UserError { code message }\n    }\n  }\n": types.NoticeReadDocument,
    "\n  mutation NoticeChoose($input: NoticeChoiceInput!) {\n    result: noticeChoose(input: $input) {\n      ... on NoticeChoiceSuccess { choice { ...ChoiceParts } }\n      ... on UserError { code message }\n    }\n  }\n": types.NoticeChooseDocument,
    "\n  query OutboxOfDeliveries {\n    outbox {\n      ways { way open setting waiting failed sent lastSentAt }\n      stuck { key way account attempts at why nextAt }\n    }\n  }\n": types.OutboxOfDeliveriesDocument,
    "\n  mutation OutboxSend($keys: [String!]) {\n    result: outboxSend(keys: $keys) {\n      ... on Done { ok }\n      ... on UserError { code message }\n    }\n  }\n": types.OutboxSendDocument,
    "\n  fragment ParameterOutcome on ParameterResult {\n    ... on ParameterSuccess { parameters { version } }\n    ... on UserError { code message }\n    ... on InvalidInput { field }\n    ... on StaleVersion { currentVersion }\n    ... on IllegalTransition { current }\n  }\n": types.ParameterOutcomeFragmentDoc,
    "\n    mutation ParameterPropose($input: ParameterProposeInput!) {\n      result: parameterPropose(input: $input) { ...ParameterOutcome }\n    }\n  ": types.ParameterProposeDocument,
    "\n    query ParameterProposePreview($input: ParameterProposeInput!) {\n      preview: parameterProposePreview(input: $input) { refused consequences { text } }\n    }\n  ": types.ParameterProposePreviewDocument,
    "\n    mutation ParameterAttachApproval($input: ParameterAttachApprovalInput!) {\n      result: parameterAttachApproval(input: $input) { ...ParameterOutcome }\n    }\n  ": types.ParameterAttachApprovalDocument,
    "\n    mutation ParameterDecide($input: ParameterDecideInput!) {\n      result: parameterDecide(input: $input) { ...ParameterOutcome }\n    }\n  ": types.ParameterDecideDocument,
    "\n  query BureauParameters {\n    bureauParameters {\n      version mayPropose mayAttach\n      fixed { title why law mark }\n      rows {\n        name title hint law mark value shown since preset basis effects yearly notes\n        choices { value title }\n        columns { name title help optional choices { value title } } cells\n        coming { value shown cells validFrom basis by at proposedBy reason }\n        history { value shown cells validFrom basis by at proposedBy reason }\n        approvals { about of title by at scan { certificate name } }\n        waiting {\n          proposalId value shown cells validFrom basis reason by at outcome decidedBy decidedAt\n          decidedReasons consequences mayDecide\n        }\n        refused {\n          proposalId value shown cells validFrom basis reason by at outcome decidedBy decidedAt\n          decidedReasons consequences mayDecide\n        }\n      }\n    }\n  }\n": types.BureauParametersDocument,
    "\n  mutation PersonalDataReveal($input: RevealInput!) {\n    result: personalDataReveal(input: $input) {\n      ... on RevealSuccess { subject fields { name value } }\n      ... on UserError { code message }\n    }\n  }\n": types.PersonalDataRevealDocument,
    "\n      mutation RestorationBarRecord($input: RestorationBarRecordInput!) {\n        result: restorationBarRecord(input: $input) { ...PointsOutcome }\n      }\n    ": types.RestorationBarRecordDocument,
    "\n      mutation RestorationBarLift($input: RestorationBarLiftInput!) {\n        result: restorationBarLift(input: $input) { ...PointsOutcome }\n      }\n    ": types.RestorationBarLiftDocument,
    "\n      mutation RestorationApply($input: RestorationApplyInput!) {\n        result: restorationApply(input: $input) { ...PointsOutcome }\n      }\n    ": types.RestorationApplyDocument,
    "\n      mutation RestorationPaperApplication($input: RestorationPaperApplicationInput!) {\n        result: restorationPaperApplication(input: $input) { ...PointsOutcome }\n      }\n    ": types.RestorationPaperApplicationDocument,
    "\n      mutation RestorationPaperWithdrawal($input: RestorationPaperWithdrawalInput!) {\n        result: restorationPaperWithdrawal(input: $input) { ...PointsOutcome }\n      }\n    ": types.RestorationPaperWithdrawalDocument,
    "\n      mutation RestorationRecordStudy($input: RestorationRecordStudyInput!) {\n        result: restorationRecordStudy(input: $input) { ...PointsOutcome }\n      }\n    ": types.RestorationRecordStudyDocument,
    "\n      mutation RestorationRecordExam($input: RestorationRecordExamInput!) {\n        result: restorationRecordExam(input: $input) { ...PointsOutcome }\n      }\n    ": types.RestorationRecordExamDocument,
    "\n      mutation RestorationStrikeLearning($input: RestorationStrikeLearningInput!) {\n        result: restorationStrikeLearning(input: $input) { ...PointsOutcome }\n      }\n    ": types.RestorationStrikeLearningDocument,
    "\n      mutation RestorationSubmit($input: RestorationSubmitInput!) {\n        result: restorationSubmit(input: $input) { ...PointsOutcome }\n      }\n    ": types.RestorationSubmitDocument,
    "\n      mutation RestorationPartyOpinion($input: RestorationPartyOpinionInput!) {\n        result: restorationPartyOpinion(input: $input) { ...PointsOutcome }\n      }\n    ": types.RestorationPartyOpinionDocument,
    "\n      mutation RestorationReview($input: RestorationReviewInput!) {\n        result: restorationReview(input: $input) { ...PointsOutcome }\n      }\n    ": types.RestorationReviewDocument,
    "\n      mutation RestorationDecide($input: RestorationDecideInput!) {\n        result: restorationDecide(input: $input) { ...PointsOutcome }\n      }\n    ": types.RestorationDecideDocument,
    "\n      mutation RestorationRecuse($input: RestorationRecuseInput!) {\n        result: restorationRecuse(input: $input) { ...PointsOutcome }\n      }\n    ": types.RestorationRecuseDocument,
    "\n      mutation RestorationRecusalRequest($input: RestorationRecusalRequestInput!) {\n        result: restorationRecusalRequest(input: $input) { ...PointsOutcome }\n      }\n    ": types.RestorationRecusalRequestDocument,
    "\n      mutation RestorationRecusalDecide($input: RestorationRecusalDecideInput!) {\n        result: restorationRecusalDecide(input: $input) { ...PointsOutcome }\n      }\n    ": types.RestorationRecusalDecideDocument,
    "\n      mutation RestorationAttachPaper($input: RestorationAttachPaperInput!) {\n        result: restorationAttachPaper(input: $input) { ...PointsOutcome }\n      }\n    ": types.RestorationAttachPaperDocument,
    "\n      mutation RestorationServe($input: RestorationServeInput!) {\n        result: restorationServe(input: $input) { ...PointsOutcome }\n      }\n    ": types.RestorationServeDocument,
    "\n      mutation RestorationAnnounce($input: RestorationAnnounceInput!) {\n        result: restorationAnnounce(input: $input) { ...PointsOutcome }\n      }\n    ": types.RestorationAnnounceDocument,
    "\n      mutation RestorationCorrectService($input: RestorationCorrectServiceInput!) {\n        result: restorationCorrectService(input: $input) { ...PointsOutcome }\n      }\n    ": types.RestorationCorrectServiceDocument,
    "\n      mutation RestorationRemedyRecord($input: RestorationRemedyRecordInput!) {\n        result: restorationRemedyRecord(input: $input) { ...PointsOutcome }\n      }\n    ": types.RestorationRemedyRecordDocument,
    "\n      mutation RestorationRevocationStop($input: RestorationRevocationStopInput!) {\n        result: restorationRevocationStop(input: $input) { ...PointsOutcome }\n      }\n    ": types.RestorationRevocationStopDocument,
    "\n      mutation RestorationRevocationResume($input: RestorationRevocationResumeInput!) {\n        result: restorationRevocationResume(input: $input) { ...PointsOutcome }\n      }\n    ": types.RestorationRevocationResumeDocument,
    "\n      mutation RestorationRemedyClose($input: RestorationRemedyCloseInput!) {\n        result: restorationRemedyClose(input: $input) { ...PointsOutcome }\n      }\n    ": types.RestorationRemedyCloseDocument,
    "\n      query RestorationRemedyClosePreview($input: RestorationRemedyCloseInput!) {\n        preview: restorationRemedyClosePreview(input: $input) { refused consequences { text } }\n      }\n    ": types.RestorationRemedyClosePreviewDocument,
    "\n      mutation RestorationReRegister($input: RestorationReRegisterInput!) {\n        result: restorationReRegister(input: $input) { ...PointsOutcome }\n      }\n    ": types.RestorationReRegisterDocument,
    "\n      mutation RestorationResubmit($input: RestorationResubmitInput!) {\n        result: restorationResubmit(input: $input) { ...PointsOutcome }\n      }\n    ": types.RestorationResubmitDocument,
    "\n      mutation RestorationWithdraw($input: RestorationWithdrawInput!) {\n        result: restorationWithdraw(input: $input) { ...PointsOutcome }\n      }\n    ": types.RestorationWithdrawDocument,
    "\n      mutation RestorationRevocationPropose($input: RestorationRevocationProposeInput!) {\n        result: restorationRevocationPropose(input: $input) { ...PointsOutcome }\n      }\n    ": types.RestorationRevocationProposeDocument,
    "\n      mutation RestorationRevocationState($input: RestorationRevocationStateInput!) {\n        result: restorationRevocationState(input: $input) { ...PointsOutcome }\n      }\n    ": types.RestorationRevocationStateDocument,
    "\n      mutation RestorationRevocationWithdraw($input: RestorationRevocationWithdrawInput!) {\n        result: restorationRevocationWithdraw(input: $input) { ...PointsOutcome }\n      }\n    ": types.RestorationRevocationWithdrawDocument,
    "\n      mutation RestorationRevocationRefuse($input: RestorationRevocationRefuseInput!) {\n        result: restorationRevocationRefuse(input: $input) { ...PointsOutcome }\n      }\n    ": types.RestorationRevocationRefuseDocument,
    "\n      mutation RestorationRevoke($input: RestorationRevokeInput!) {\n        result: restorationRevoke(input: $input) { ...PointsOutcome }\n      }\n    ": types.RestorationRevokeDocument,
    "\n      query RestorationRevokePreview($input: RestorationRevokeInput!) {\n        preview: restorationRevokePreview(input: $input) { refused consequences { text } }\n      }\n    ": types.RestorationRevokePreviewDocument,
    "\n      mutation RestorationHalt($input: RestorationHaltInput!) {\n        result: restorationHalt(input: $input) { ...PointsOutcome }\n      }\n    ": types.RestorationHaltDocument,
    "\n      mutation RestorationResume($input: RestorationResumeInput!) {\n        result: restorationResume(input: $input) { ...PointsOutcome }\n      }\n    ": types.RestorationResumeDocument,
    "\n      mutation RestorationDismiss($input: RestorationDismissInput!) {\n        result: restorationDismiss(input: $input) { ...PointsOutcome }\n      }\n    ": types.RestorationDismissDocument,
    "\n      mutation PointsRecordScore($input: PointsRecordScoreInput!) {\n        result: pointsRecordScore(input: $input) { ...PointsOutcome }\n      }\n    ": types.PointsRecordScoreDocument,
    "\n      query PointsRecordScorePreview($input: PointsRecordScoreInput!) {\n        preview: pointsRecordScorePreview(input: $input) { refused consequences { text } }\n      }\n    ": types.PointsRecordScorePreviewDocument,
    "\n      mutation PointsAddPractice($input: PointsAddPracticeInput!) {\n        result: pointsAddPractice(input: $input) { ...PointsOutcome }\n      }\n    ": types.PointsAddPracticeDocument,
    "\n      mutation PointsLeavePractice($input: PointsLeavePracticeInput!) {\n        result: pointsLeavePractice(input: $input) { ...PointsOutcome }\n      }\n    ": types.PointsLeavePracticeDocument,
    "\n      mutation PointsNotifyScore($input: PointsNotifyScoreInput!) {\n        result: pointsNotifyScore(input: $input) { ...PointsOutcome }\n      }\n    ": types.PointsNotifyScoreDocument,
    "\n      mutation PointsCorrectService($input: PointsCorrectServiceInput!) {\n        result: pointsCorrectService(input: $input) { ...PointsOutcome }\n      }\n    ": types.PointsCorrectServiceDocument,
    "\n      mutation PointsAttachReceipt($input: PointsAttachReceiptInput!) {\n        result: pointsAttachReceipt(input: $input) { ...PointsOutcome }\n      }\n    ": types.PointsAttachReceiptDocument,
    "\n      mutation PointsPaperObjection($input: PointsPaperObjectionInput!) {\n        result: pointsPaperObjection(input: $input) { ...PointsOutcome }\n      }\n    ": types.PointsPaperObjectionDocument,
    "\n      mutation PointsObject($input: PointsObjectInput!) {\n        result: pointsObject(input: $input) { ...PointsOutcome }\n      }\n    ": types.PointsObjectDocument,
    "\n      mutation PointsResolveObjection($input: PointsResolveObjectionInput!) {\n        result: pointsResolveObjection(input: $input) { ...PointsOutcome }\n      }\n    ": types.PointsResolveObjectionDocument,
    "\n      query PointsResolveObjectionPreview($input: PointsResolveObjectionInput!) {\n        preview: pointsResolveObjectionPreview(input: $input) { refused consequences { text } }\n      }\n    ": types.PointsResolveObjectionPreviewDocument,
    "\n      mutation PointsReviewScore($input: PointsReviewScoreInput!) {\n        result: pointsReviewScore(input: $input) { ...PointsOutcome }\n      }\n    ": types.PointsReviewScoreDocument,
    "\n      query PointsReviewScorePreview($input: PointsReviewScoreInput!) {\n        preview: pointsReviewScorePreview(input: $input) { refused consequences { text } }\n      }\n    ": types.PointsReviewScorePreviewDocument,
    "\n      mutation PointsRepairRecord($input: PointsRepairRecordInput!) {\n        result: pointsRepairRecord(input: $input) { ...PointsOutcome }\n      }\n    ": types.PointsRepairRecordDocument,
    "\n      mutation PointsRepairDecide($input: PointsRepairDecideInput!) {\n        result: pointsRepairDecide(input: $input) { ...PointsOutcome }\n      }\n    ": types.PointsRepairDecideDocument,
    "\n      query PointsRepairDecidePreview($input: PointsRepairDecideInput!) {\n        preview: pointsRepairDecidePreview(input: $input) { refused consequences { text } }\n      }\n    ": types.PointsRepairDecidePreviewDocument,
    "\n      mutation PointsAttachApproval($input: PointsAttachApprovalInput!) {\n        result: pointsAttachApproval(input: $input) { ...PointsOutcome }\n      }\n    ": types.PointsAttachApprovalDocument,
    "\n      mutation PointsAnnulScore($input: PointsAnnulScoreInput!) {\n        result: pointsAnnulScore(input: $input) { ...PointsOutcome }\n      }\n    ": types.PointsAnnulScoreDocument,
    "\n      query PointsAnnulScorePreview($input: PointsAnnulScoreInput!) {\n        preview: pointsAnnulScorePreview(input: $input) { refused consequences { text } }\n      }\n    ": types.PointsAnnulScorePreviewDocument,
    "\n  query Doctors($filter: PointsFilter, $after: String, $marks: Boolean! = false) {\n    doctors(filter: $filter, first: 100, after: $after) {\n      nodes {\n        id pracPsnCode name fixmedinsCode fixmedinsName institutionNames status statusTitle statusUntil billable yearPoints\n        restorationStep restorationTitle version\n        since @include(if: $marks) { lookedAt count latest changes }\n      }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n": types.DoctorsDocument,
    "\n  query PointsDetail($pracPsnCode: String!) {\n    pointsDetail(pracPsnCode: $pracPsnCode) {\n      file {\n        id pracPsnCode name fixmedinsCode institutions institutionNames status statusTitle statusUntil billable yearPoints\n        restorationStep restorationTitle version\n      }\n      totals { year points }\n      sanctions { kind title starts until national single total ruleSetTitle }\n      scores {\n        entryId points originalPoints act actTitle responsibility conductOn countedOn basis basisKind\n        fixmedinsName ruleSetTitle minPoints maxPoints reasons departure conductTo dayDeparture counts voidWhy voidNo voidPaper { certificate name } recordedBy recordedAt notifiedOn notifiedWay\n        particulars servedBy postedOn receipt { certificate name } consent { certificate name }\n        objection objectionPaper { certificate name } receivedOn objector objectedForName enclosures { certificate name } resolution resolutionReasons acts\n        weighed { materials { certificate name } count show closed expert unit opinion paper { certificate name } }\n        reviews { caseNo documentNo why fineBefore fine dueAt outcome reasons by at weighed { materials { certificate name } count show closed expert unit opinion paper { certificate name } } }\n      }\n      repairs {\n        repairId activity title heldOn certificate recordedBy points outcome shortens\n        decidedBy decidedOn reasons decidable\n      }\n      history { status title starts until billable }\n      restoration {\n        applicationId step stepTitle isOpen appliedBy appliedAt statement ruleSetTitle earned required\n        examPassed wasReturned approvalStands registrationNo batch revocation { reasons heardUntil said } recused\n        parties { body name placeNames standsIn asked owing outcome by at opinion }\n        recusals { recusalId officer officerAccount body ground reason by granted decidedBy answer ofHead }\n        standsIn unserved\n        papers { paper title party scan { certificate name } lacking shared }\n        services { ruling on way particulars servedBy postedOn receipt { certificate name } consent { certificate name } }\n        announced { ruling postedOn where }\n        posted { postedOn where }\n        remedies {\n          remedyId applicationId kind title body filedOn documentNo placeName outcome outcomeTitle\n          decidedOn outcomeNo reasons former\n          notice { certificate name } decision { certificate name }\n          stops { since until documentNo order { certificate name } }\n        }\n        studies {\n          kind title on hours mark passed points certificate validUntil counts struckBy struckWhy strikable\n        }\n        lapses { title validUntil lapsed }\n        steps { step title state outcome by at opinion checks { matter title met } }\n        halts { key kind title reference reasons at endedAt }\n      }\n      restorationBar\n      deciders { account name body }\n      ties { name body ground reason }\n      ledgerless\n      twice { certificate doctors named }\n      ledgers {\n        caseNo entries identified demanded returned writtenOff outstanding arranged uncorrected\n      }\n      approvals { about of title by at scan { certificate name } }\n      bars {\n        barId title basis documentNo issuedOn reasons paper { certificate name } recordedBy recordedAt\n        liftedBy liftedAt liftedDocumentNo liftedReasons liftedPaper { certificate name } liftable\n      }\n      deadlines {\n        id title startedAt dueAt clock clockTitle calendar basis mark isOpen left unitsLeft problem\n        why { text at }\n      }\n      timeline { seq type title summary actor actorName onBehalfOf under at hash }\n      nextActions { act title primary onBehalfOf }\n    }\n  }\n": types.PointsDetailDocument,
    "\n  query ScoreActs($conductOn: Date!) {\n    scoreActs(conductOn: $conductOn) { act title ruleSetTitle minPoints maxPoints suggested basis }\n  }\n": types.ScoreActsDocument,
    "\n  query EarlierScores($pracPsnCode: String!) {\n    pointsDetail(pracPsnCode: $pracPsnCode) { scores { entryId points actTitle countedOn counts } }\n  }\n": types.EarlierScoresDocument,
    "\n  query PointsAsOf($pracPsnCode: String!, $on: Date!) {\n    pointsAsOf(pracPsnCode: $pracPsnCode, on: $on) {\n      on statusToday statusTodayTitle yearPointsToday\n      known {\n        file { status statusTitle statusUntil yearPoints billable restorationTitle version }\n        scores { entryId points actTitle responsibility countedOn basis counts }\n        sanctions { kind title starts until }\n      }\n    }\n  }\n": types.PointsAsOfDocument,
    "\n  query BarredFees {\n    barredFees { pracPsnCode name fixmedinsCode fixmedinsName lines amount fund firstDay lastDay cases }\n    payableFees {\n      pracPsnCode name fixmedinsCode fixmedinsName since lines visits amount fund firstDay lastDay\n      why whyTitle because\n    }\n  }\n": types.BarredFeesDocument,
    "\n  query InstitutionShares($on: Date) {\n    institutionShares(on: $on) {\n      fixmedinsCode name barred staff percent effect severe basis term\n      people { pracPsnCode name standing since }\n    }\n  }\n": types.InstitutionSharesDocument,
    "\n  query SettleFees($pracPsnCode: String!) {\n    settleFees(pracPsnCode: $pracPsnCode) {\n      pracPsnCode name fixmedinsCode place entryId why firstDay lastDay lines amount fund unsettled cases\n    }\n  }\n": types.SettleFeesDocument,
    "\n  fragment PointsOutcome on PointsResult {\n    ... on PointsSuccess { detail { file { id pracPsnCode version status } } }\n    ... on UserError { code message }\n    ... on InvalidInput { field }\n    ... on StaleVersion { currentVersion }\n    ... on IllegalTransition { current }\n  }\n": types.PointsOutcomeFragmentDoc,
    "\n  fragment QuestionsOutcome on QuestionsResult {\n    ... on QuestionsSuccess { book { version } }\n    ... on UserError { code message }\n    ... on InvalidInput { field }\n    ... on StaleVersion { currentVersion }\n    ... on IllegalTransition { current }\n  }\n": types.QuestionsOutcomeFragmentDoc,
    "\n    mutation QuestionSetSave($input: QuestionSetSaveInput!) {\n      result: questionSetSave(input: $input) { ...QuestionsOutcome }\n    }\n  ": types.QuestionSetSaveDocument,
    "\n  query QuestionBook {\n    questionBook {\n      version mayEdit\n      patterns {\n        pattern title zh en questions shipped since\n        coming { zh en questions validFrom note by at }\n        versions { zh en questions validFrom note by at }\n      }\n    }\n  }\n": types.QuestionBookDocument,
    "\n  fragment BatchOutcome on BatchChangeResult {\n    ... on BatchDrawn { batch { batchId version } }\n    ... on UserError { code message }\n    ... on InvalidInput { field }\n    ... on StaleVersion { currentVersion }\n    ... on IllegalTransition { current }\n  }\n": types.BatchOutcomeFragmentDoc,
    "\n  fragment BatchDrawnOutcome on BatchDrawResult {\n    ... on BatchDrawn { batch { batchId version } }\n    ... on UserError { code message }\n    ... on InvalidInput { field }\n  }\n": types.BatchDrawnOutcomeFragmentDoc,
    "\n    mutation RestorationBatchStrike($input: RestorationBatchStrikeInput!) {\n      result: restorationBatchStrike(input: $input) { ...BatchOutcome }\n    }\n  ": types.RestorationBatchStrikeDocument,
    "\n    mutation RestorationBatchPaper($input: BatchPaperInput!) {\n      result: restorationBatchPaper(input: $input) { ...BatchDrawnOutcome }\n    }\n  ": types.RestorationBatchPaperDocument,
    "\n    mutation RestorationBatchVoid($input: RestorationBatchVoidInput!) {\n      result: restorationBatchVoid(input: $input) { ...BatchOutcome }\n    }\n  ": types.RestorationBatchVoidDocument,
    "\n  query RestorationFigures($year: Int!) {\n    restorationFigures(year: $year) {\n      year days terminated barred\n      steps { step title count }\n      institutions { fixmedinsCode fixmedinsName applied restored refused open }\n    }\n  }\n": types.RestorationFiguresDocument,
    "\n  fragment RestorationListParts on RestorationBatch {\n    batchId title by at version void changeable papersOpen\n    gone { pracPsnCode name reasons }\n    counts { step title count }\n    rows {\n      application step stepTitle isOpen earned examMark acts undecided lacking ledgerless\n      ledgers {\n        caseNo entries identified demanded returned writtenOff outstanding arranged uncorrected\n      }\n      file { pracPsnCode name fixmedinsCode status statusTitle statusUntil yearPoints version }\n      opinions { body outcome by reasons at party partyName }\n    }\n  }\n": types.RestorationListPartsFragmentDoc,
    "\n  query RestorationBatches {\n    restorationBatches { batchId title by at void counts { step title count } rows { application } }\n  }\n": types.RestorationBatchesDocument,
    "\n  query RestorationBatchOf($batchId: String!) {\n    restorationBatch(batchId: $batchId) { ...RestorationListParts }\n  }\n": types.RestorationBatchOfDocument,
    "\n  mutation RestorationBatchDraw($input: BatchDrawInput!) {\n    result: restorationBatchDraw(input: $input) {\n      __typename\n      ... on BatchDrawn { batch { batchId } }\n      ... on UserError { code message }\n    }\n  }\n": types.RestorationBatchDrawDocument,
    "\n  mutation RestorationBatchHandle($input: BatchHandleInput!) {\n    result: restorationBatchHandle(input: $input) {\n      __typename\n      ... on BatchHandled {\n        answers { pracPsnCode name done message }\n        batch { ...RestorationListParts }\n      }\n      ... on UserError { code message }\n    }\n  }\n": types.RestorationBatchHandleDocument,
    "\n  query Reviews($first: Int!, $after: String) {\n    reviews(first: $first, after: $after) {\n      nodes {\n        case { caseNo title stageTitle amount party { name } officers { account name } }\n        version act dueAt workingDaysLeft lookedAt sinceCount bulk alone\n        changes { title before after pieces { kind text } }\n        since { seq title summary actorName at }\n      }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.ReviewsDocument,
    "\n  query FileReviews {\n    fileReviews {\n      pracPsnCode name version act detail target dueAt workingDaysLeft lookedAt sinceCount\n      changes { title before after pieces { kind text } }\n      since { seq title summary actorName at }\n    }\n  }\n": types.FileReviewsDocument,
    "\n  query FileSince($code: String!) {\n    fileSince(pracPsnCode: $code) {\n      version lookedAt sinceCount\n      changes { title before after pieces { kind text } }\n      since { seq title summary actorName at }\n    }\n  }\n": types.FileSinceDocument,
    "\n  mutation PointsSeen($code: String!, $version: Int!) {\n    result: pointsSeen(pracPsnCode: $code, version: $version) {\n      ... on Done { ok }\n      ... on UserError { code message }\n    }\n  }\n": types.PointsSeenDocument,
    "\n  query ReviewsBesides {\n    reviewsBesides { kind title detail target dueAt workingDaysLeft overdue amount since }\n  }\n": types.ReviewsBesidesDocument,
    "\n  mutation ReviewsApprove($input: ReviewsApproveInput!) {\n    result: reviewsApprove(input: $input) {\n      ... on ReviewsSuccess { outcomes { caseNo approved why } }\n      ... on UserError { code message }\n    }\n  }\n": types.ReviewsApproveDocument,
    "\n  mutation CaseSeen($caseNo: String!, $version: Int!) {\n    result: caseSeen(caseNo: $caseNo, version: $version) {\n      ... on Done { ok }\n      ... on UserError { code message }\n    }\n  }\n": types.CaseSeenDocument,
    "\n  query RingChange($id: ID!) {\n    ringChange(id: $id) {\n      change changedFrom at before\n      joined { psnNo name }\n      left { psnNo name }\n    }\n  }\n": types.RingChangeDocument,
    "\n  fragment FrequentParts on FrequentVisitor {\n    key psnNo name fixmedinsCode fixmedinsName channel days firstDay lastDay\n    amount periodicShare diagnosis reason\n  }\n": types.FrequentPartsFragmentDoc,
    "\n  query FrequentVisitors($institution: String, $after: String) {\n    frequentVisitors(institution: $institution, first: 100, after: $after) {\n      nodes { ...FrequentParts }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n": types.FrequentVisitorsDocument,
    "\n  fragment RingParts on Ring {\n    id ringId route routeReason channel score expectedByChance seen memberCount dayCount\n    firstDay lastDay amount\n    institutions { code name visits }\n    doctors { code name visits }\n    judgement { verdict reason by at }\n    notes { ...NoteParts }\n    caseNos change changedFrom\n    group { standing confirmed rejected unsure }\n  }\n": types.RingPartsFragmentDoc,
    "\n  query Rings($filter: RingFilter, $after: String) {\n    rings(filter: $filter, first: 100, after: $after) {\n      nodes { ...RingParts }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n": types.RingsDocument,
    "\n  query RingDossier($id: ID!) {\n    ringDossier(id: $id) {\n      ring { ...RingParts }\n      members {\n        psnNo name gend age attended amount shared role alone also\n        judgement { verdict reason by at }\n      }\n      days { day until fixmedinsCode attended expected }\n      grid\n      reasons { code text value supports }\n      marks { member day off minute doctor amount mdtrtId }\n      shared { kind value members }\n      sensitivity { factor stands members }\n      chance { score threshold pValue qValue permutations nullScores ranAt }\n      network { spots { x y } meetings { a b days } circles }\n    }\n  }\n": types.RingDossierDocument,
    "\n  mutation RingJudge($input: RingJudgeInput!) {\n    result: ringJudge(input: $input) { ...JudgementOutcome }\n  }\n": types.RingJudgeDocument,
    "\n  query RingFigures($id: ID!) {\n    ringFigures(id: $id) {\n      summary { code text }\n      leadSummary\n      records {\n        mark mdtrtId setlIds fixmedinsCode medType begins ends diagnosis bed terminals amount fund\n      }\n      missing\n      fees {\n        compared ratio excess\n        rows {\n          month medType fixmedinsCode visits median basis peerVisits peerMedian peerLow peerHigh\n          excess\n        }\n      }\n      draw { runs seen reached mean most pValue bars { appearances permutations } }\n      ties { kind value members }\n      checks { code value against text }\n      supports { code marks }\n      refunds { member day mdtrtId setlId at amount booking takesBack feedetlSn item }\n      reaches { days members others }\n    }\n  }\n": types.RingFiguresDocument,
    "\n  query RingMap($ids: [ID!]!) {\n    geo(first: 200) { outline places { lon lat } }\n    subgraph(ids: $ids) { nodes { id properties(names: [\"lon\", \"lat\"]) { name value } } }\n  }\n": types.RingMapDocument,
    "\n  mutation RingMembersJudge($input: RingMembersJudgeInput!) {\n    result: ringMembersJudge(input: $input) { ...JudgementOutcome }\n  }\n": types.RingMembersJudgeDocument,
    "\n  mutation RingMembersTakeBack($input: RingMembersTakeBackInput!) {\n    result: ringMembersTakeBack(input: $input) { ...JudgementOutcome }\n  }\n": types.RingMembersTakeBackDocument,
    "\n  mutation RingTakeBack($input: RingTakeBackInput!) {\n    result: ringTakeBack(input: $input) { ...JudgementOutcome }\n  }\n": types.RingTakeBackDocument,
    "\n  query RingPrecision {\n    ringPrecision {\n      channel found waiting promised\n      rings { confirmed rejected unsure precision low high }\n      members { confirmed rejected unsure precision low high }\n      aside { confirmed rejected unsure }\n    }\n  }\n": types.RingPrecisionDocument,
    "\n  mutation CaseAttachRing($input: CaseAttachRingInput!) {\n    result: caseAttachRing(input: $input) { ...CaseOutcome }\n  }\n": types.CaseAttachRingDocument,
    "\n  query UndecidedRings {\n    rings(filter: { route: \"undecided\" }, first: 1) { totalCount }\n  }\n": types.UndecidedRingsDocument,
    "\n  query RingRun {\n    ringRun {\n      runId at seed firstDay lastDay note\n      channels { channel appearances groups threshold permutations note }\n      oddities { psnNo name visits days }\n    }\n  }\n": types.RingRunDocument,
    "\n  query Rules {\n    rules {\n      id ruleId version name tier result severity stage\n      legalBasis { citation validFrom validTo }\n      parameters { name value unit validFrom basis }\n    }\n  }\n": types.RulesDocument,
    "\n  mutation JobStart($input: JobStartInput!) {\n    result: jobStart(input: $input) {\n      ... on JobSuccess { job { ...JobParts } }\n      ... on UserError { code message }\n    }\n  }\n": types.JobStartDocument,
    "\n  fragment SamePairParts on SamePair {\n    id key kind left right bits version\n    fields { name left right level bits }\n    judgement { verdict reason by at }\n  }\n": types.SamePairPartsFragmentDoc,
    "\n  query SamePairs($kind: SameKind!, $state: SameState, $after: String) {\n    samePairs(kind: $kind, state: $state, first: 100, after: $after) {\n      nodes { ...SamePairParts }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n": types.SamePairsDocument,
    "\n  mutation SameJudge($input: SameJudgeInput!) {\n    result: sameJudge(input: $input) {\n      __typename\n      ... on SamenessSuccess { pair { ...SamePairParts } }\n      ... on UserError { code message }\n    }\n  }\n": types.SameJudgeDocument,
    "\n  mutation SameTakeBack($input: SameTakeBackInput!) {\n    result: sameTakeBack(input: $input) {\n      __typename\n      ... on SamenessSuccess { pair { ...SamePairParts } }\n      ... on UserError { code message }\n    }\n  }\n": types.SameTakeBackDocument,
    "\n  fragment SameTieParts on SameTie {\n    key left right version\n    judgement { verdict reason by at }\n  }\n": types.SameTiePartsFragmentDoc,
    "\n  fragment SameClusterParts on SameCluster {\n    id kind head\n    members { id code name }\n    ties { ...SameTieParts }\n    contradictions { apart { ...SameTieParts } chain { ...SameTieParts } }\n  }\n": types.SameClusterPartsFragmentDoc,
    "\n  query SameClusters($kind: SameKind!, $contradictory: Boolean!, $after: String) {\n    sameClusters(kind: $kind, contradictory: $contradictory, first: 100, after: $after) {\n      nodes { ...SameClusterParts }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n": types.SameClustersDocument,
    "\n  query SameCluster($entity: String!) {\n    sameCluster(entity: $entity) { ...SameClusterParts }\n  }\n": types.SameClusterDocument,
    "\n  query SameTorn {\n    PATIENT: sameClusters(kind: PATIENT, contradictory: true, first: 1) { totalCount }\n    DOCTOR: sameClusters(kind: DOCTOR, contradictory: true, first: 1) { totalCount }\n    INSTITUTION: sameClusters(kind: INSTITUTION, contradictory: true, first: 1) { totalCount }\n  }\n": types.SameTornDocument,
    "\n  query Session {\n    session {\n      ...SessionParts\n    }\n  }\n  fragment SessionParts on Session {\n    me { account name roles pracPsnCode fixmedinsCode pages }\n    csrfToken\n    mustChangePassword\n    bureauName\n    serverTime\n    endedElsewhere\n  }\n": types.SessionDocument,
    "\n  mutation SessionSignIn($input: SignInInput!) {\n    result: sessionSignIn(input: $input) { ...SessionOutcome }\n  }\n  fragment SessionOutcome on SessionResult {\n    ... on SessionSuccess { session { ...SessionParts } }\n    ... on UserError { code message }\n    ... on SignInFailed { retryAfterSeconds }\n    ... on InvalidInput { field }\n  }\n": types.SessionSignInDocument,
    "\n  mutation SessionChangePassword($input: ChangePasswordInput!) {\n    result: sessionChangePassword(input: $input) { ...SessionOutcome }\n  }\n": types.SessionChangePasswordDocument,
    "\n  mutation SessionSignOut { result: sessionSignOut { __typename } }\n": types.SessionSignOutDocument,
    "\n  fragment LessonParts on Lesson {\n    sessionId courseId title page pages furthest pageSeconds leastSeconds mostSeconds seconds\n    neededSeconds beatSeconds idleSeconds completed nextUnread\n    content { chapter title text }\n  }\n": types.LessonPartsFragmentDoc,
    "\n  fragment SittingParts on Sitting {\n    attemptId title startedAt due secondsLeft mark passed late passMark appealUntil appealDays mayAppeal version\n    questions {\n      number questionId kind text chosen right basis dispute outcome reasons\n      options { letter text }\n    }\n  }\n": types.SittingPartsFragmentDoc,
    "\n  query Study($pracPsnCode: String!) {\n    study(pracPsnCode: $pracPsnCode) {\n      pracPsnCode name application whyNone earned required studyPoints studyPointsNeeded\n      hoursPerPoint examPassed own openSitting examBarred examFreeOn version\n      courses {\n        courseId title number hours pages furthest seconds neededSeconds completed hasExam\n      }\n      sittings { attemptId courseId title startedAt due mark passed late certificate }\n      rules {\n        questions minutes attempts attemptsLeft waitDays passMark appealWorkingDays basis\n      }\n    }\n  }\n": types.StudyDocument,
    "\n  query SittingOf($pracPsnCode: String!, $attemptId: String!) {\n    sitting(pracPsnCode: $pracPsnCode, attemptId: $attemptId) { ...SittingParts }\n  }\n": types.SittingOfDocument,
    "\n  mutation LessonOpen($input: LessonOpenInput!) {\n    result: lessonOpen(input: $input) {\n      __typename\n      ... on LessonSuccess { lesson { ...LessonParts } }\n      ... on UserError { code message }\n    }\n  }\n": types.LessonOpenDocument,
    "\n  mutation LessonBeat($input: LessonBeatInput!) {\n    result: lessonBeat(input: $input) {\n      __typename\n      ... on LessonSuccess { lesson { ...LessonParts } }\n      ... on UserError { code message }\n    }\n  }\n": types.LessonBeatDocument,
    "\n  mutation ExamStart($input: ExamStartInput!) {\n    result: examStart(input: $input) {\n      __typename\n      ... on SittingSuccess { sitting { ...SittingParts } }\n      ... on UserError { code message }\n    }\n  }\n": types.ExamStartDocument,
    "\n  mutation ExamSave($input: ExamSaveInput!) {\n    result: examSave(input: $input) {\n      __typename\n      ... on SittingSuccess { sitting { attemptId secondsLeft } }\n      ... on UserError { code message }\n    }\n  }\n": types.ExamSaveDocument,
    "\n  mutation ExamSubmit($input: ExamSubmitInput!) {\n    result: examSubmit(input: $input) {\n      __typename\n      ... on SittingSuccess { sitting { ...SittingParts } }\n      ... on UserError { code message }\n    }\n  }\n": types.ExamSubmitDocument,
    "\n  mutation QuestionAppeal($input: QuestionAppealInput!) {\n    result: questionAppeal(input: $input) {\n      __typename\n      ... on SittingSuccess { sitting { ...SittingParts } }\n      ... on UserError { code message }\n    }\n  }\n": types.QuestionAppealDocument,
    "\n      mutation AccountGrantRole($input: AccountGrantRoleInput!) {\n        result: accountGrantRole(input: $input) { ...AccountOutcome }\n      }\n    ": types.AccountGrantRoleDocument,
    "\n      mutation AccountRevokeRole($input: AccountRevokeRoleInput!) {\n        result: accountRevokeRole(input: $input) { ...AccountOutcome }\n      }\n    ": types.AccountRevokeRoleDocument,
    "\n      mutation AccountDisable($input: AccountDisableInput!) {\n        result: accountDisable(input: $input) { ...AccountOutcome }\n      }\n    ": types.AccountDisableDocument,
    "\n      mutation AccountUnlock($input: AccountUnlockInput!) {\n        result: accountUnlock(input: $input) { ...AccountOutcome }\n      }\n    ": types.AccountUnlockDocument,
    "\n  query Accounts {\n    accounts {\n      id account name roles person pracPsnCode fixmedinsCode disabled locked mustChangePassword\n      lastSignInAt version\n    }\n  }\n": types.AccountsDocument,
    "\n  mutation AccountCreate($input: AccountCreateInput!) {\n    result: accountCreate(input: $input) { ...AccountOutcome }\n  }\n": types.AccountCreateDocument,
    "\n  mutation AccountReset($input: AccountResetInput!) {\n    result: accountReset(input: $input) { ...AccountOutcome }\n  }\n": types.AccountResetDocument,
    "\n  fragment AccountOutcome on AccountResult {\n    ... on AccountSuccess { account { id account version disabled locked roles } oneTimePassword }\n    ... on UserError { code message }\n    ... on InvalidInput { field }\n    ... on StaleVersion { currentVersion }\n    ... on IllegalTransition { current }\n  }\n": types.AccountOutcomeFragmentDoc,
    "\n  query YearReport($year: Int) {\n    yearReport(year: $year) {\n      year\n      opened { code title count target }\n      outcomes { code title count target }\n      received { code title amount }\n      months { month opened returned outcomes { code title count target } }\n      money { code title amount }\n      recovered\n      missed { row title count still }\n      waiting\n      toDecide\n      filesWaiting\n      measuresWaiting\n      parametersWaiting\n      unreferred { caseNo title amount }\n    }\n  }\n": types.YearReportDocument,
    "\n  query YearReceipts($year: Int, $account: String, $first: Int!, $after: String) {\n    yearReceipts(year: $year, account: $account, first: $first, after: $after) {\n      nodes { key title paidOn amount documentNo of ofTitle party target }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.YearReceiptsDocument,
    "\n  query MissedDeadlines($year: Int, $row: String, $first: Int!, $after: String) {\n    missedDeadlines(year: $year, row: $row, first: $first, after: $after) {\n      nodes { key title basis dueAt endedAt of ofTitle target officers }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.MissedDeadlinesDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment JobParts on Job {\n    id jobId kind state phase done total createdBy createdAt finishedAt error canCancel\n  }\n"): (typeof documents)["\n  fragment JobParts on Job {\n    id jobId kind state phase done total createdBy createdAt finishedAt error canCancel\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RecentJobs { jobs(first: 12) { ...JobParts } }\n"): (typeof documents)["\n  query RecentJobs { jobs(first: 12) { ...JobParts } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription JobProgress { jobProgress { ...JobParts } }\n"): (typeof documents)["\n  subscription JobProgress { jobProgress { ...JobParts } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription Changed { changed }\n"): (typeof documents)["\n  subscription Changed { changed }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation JobCancel($id: ID!) {\n    result: jobCancel(id: $id) {\n      ... on JobSuccess { job { ...JobParts } }\n      ... on UserError { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation JobCancel($id: ID!) {\n    result: jobCancel(id: $id) {\n      ... on JobSuccess { job { ...JobParts } }\n      ... on UserError { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SearchCases($text: String!) {\n    cases(filter: { text: $text }, first: 6) {\n      nodes { id caseNo title stageTitle }\n    }\n  }\n"): (typeof documents)["\n  query SearchCases($text: String!) {\n    cases(filter: { text: $text }, first: 6) {\n      nodes { id caseNo title stageTitle }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SearchEntities($text: String!, $kinds: [NodeKind!], $after: String) {\n    search(text: $text, kinds: $kinds, first: 20, after: $after) {\n      truncated\n      byCertno\n      endCursor\n      leftOut { ...LeftParts }\n      nodes { id kind label sharers crowded inOpenCase properties { name value } }\n    }\n  }\n"): (typeof documents)["\n  query SearchEntities($text: String!, $kinds: [NodeKind!], $after: String) {\n    search(text: $text, kinds: $kinds, first: 20, after: $after) {\n      truncated\n      byCertno\n      endCursor\n      leftOut { ...LeftParts }\n      nodes { id kind label sharers crowded inOpenCase properties { name value } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ColumnParts on BoardColumn {\n    key title total overdue soon target awayUntil\n    cards { caseNo title stageTitle party amount nextDueAt workingDaysLeft late officers }\n  }\n"): (typeof documents)["\n  fragment ColumnParts on BoardColumn {\n    key title total overdue soon target awayUntil\n    cards { caseNo title stageTitle party amount nextDueAt workingDaysLeft late officers }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query StageBoard { columns: stageBoard { ...ColumnParts } }\n"): (typeof documents)["\n  query StageBoard { columns: stageBoard { ...ColumnParts } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OfficerBoard { columns: officerBoard { ...ColumnParts } }\n"): (typeof documents)["\n  query OfficerBoard { columns: officerBoard { ...ColumnParts } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CalendarDays($stretch: CalendarStretch!) {\n    calendarDays(stretch: $stretch) { day total overdue first }\n    calendarWork(stretch: $stretch) { special { day works title } unknownYears }\n  }\n"): (typeof documents)["\n  query CalendarDays($stretch: CalendarStretch!) {\n    calendarDays(stretch: $stretch) { day total overdue first }\n    calendarWork(stretch: $stretch) { special { day works title } unknownYears }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CalendarDeadlines($stretch: CalendarStretch!, $first: Int!, $after: String) {\n    calendarDeadlines(stretch: $stretch, first: $first, after: $after) {\n      nodes { key title basis mark dueAt workingDaysLeft overdue paused of ofTitle target officers }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): (typeof documents)["\n  query CalendarDeadlines($stretch: CalendarStretch!, $first: Int!, $after: String) {\n    calendarDeadlines(stretch: $stretch, first: $first, after: $after) {\n      nodes { key title basis mark dueAt workingDaysLeft overdue paused of ofTitle target officers }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseHoldRequest($input: CaseHoldRequestInput!) {\n        result: caseHoldRequest(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseHoldRequest($input: CaseHoldRequestInput!) {\n        result: caseHoldRequest(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseHoldDecide($input: CaseHoldDecideInput!) {\n        result: caseHoldDecide(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseHoldDecide($input: CaseHoldDecideInput!) {\n        result: caseHoldDecide(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseHoldExtend($input: CaseHoldExtendInput!) {\n        result: caseHoldExtend(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseHoldExtend($input: CaseHoldExtendInput!) {\n        result: caseHoldExtend(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseHoldEnd($input: CaseHoldEndInput!) {\n        result: caseHoldEnd(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseHoldEnd($input: CaseHoldEndInput!) {\n        result: caseHoldEnd(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseHoldEndDecide($input: CaseHoldEndDecideInput!) {\n        result: caseHoldEndDecide(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseHoldEndDecide($input: CaseHoldEndDecideInput!) {\n        result: caseHoldEndDecide(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseAssistanceRequest($input: CaseAssistanceRequestInput!) {\n        result: caseAssistanceRequest(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseAssistanceRequest($input: CaseAssistanceRequestInput!) {\n        result: caseAssistanceRequest(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseAssistanceRecord($input: CaseAssistanceRecordInput!) {\n        result: caseAssistanceRecord(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseAssistanceRecord($input: CaseAssistanceRecordInput!) {\n        result: caseAssistanceRecord(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseRecusalRequest($input: CaseRecusalRequestInput!) {\n        result: caseRecusalRequest(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseRecusalRequest($input: CaseRecusalRequestInput!) {\n        result: caseRecusalRequest(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseRecusalDecide($input: CaseRecusalDecideInput!) {\n        result: caseRecusalDecide(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseRecusalDecide($input: CaseRecusalDecideInput!) {\n        result: caseRecusalDecide(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseSuspend($input: CaseSuspendInput!) {\n        result: caseSuspend(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseSuspend($input: CaseSuspendInput!) {\n        result: caseSuspend(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseContinue($input: CaseContinueInput!) {\n        result: caseContinue(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseContinue($input: CaseContinueInput!) {\n        result: caseContinue(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseTransfer($input: CaseTransferInput!) {\n        result: caseTransfer(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseTransfer($input: CaseTransferInput!) {\n        result: caseTransfer(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseTransferAnswer($input: CaseTransferAnswerInput!) {\n        result: caseTransferAnswer(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseTransferAnswer($input: CaseTransferAnswerInput!) {\n        result: caseTransferAnswer(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseClockPause($input: CaseClockPauseInput!) {\n        result: caseClockPause(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseClockPause($input: CaseClockPauseInput!) {\n        result: caseClockPause(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseClockResume($input: CaseClockResumeInput!) {\n        result: caseClockResume(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseClockResume($input: CaseClockResumeInput!) {\n        result: caseClockResume(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CasePeriodStart($input: CasePeriodStartInput!) {\n        result: casePeriodStart(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CasePeriodStart($input: CasePeriodStartInput!) {\n        result: casePeriodStart(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CasePeriodEnd($input: CasePeriodEndInput!) {\n        result: casePeriodEnd(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CasePeriodEnd($input: CasePeriodEndInput!) {\n        result: casePeriodEnd(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseDecide($input: CaseDecideInput!) {\n        result: caseDecide(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseDecide($input: CaseDecideInput!) {\n        result: caseDecide(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseDiscuss($input: CaseDiscussInput!) {\n        result: caseDiscuss(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseDiscuss($input: CaseDiscussInput!) {\n        result: caseDiscuss(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseExtendDecision($input: CaseExtendDecisionInput!) {\n        result: caseExtendDecision(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseExtendDecision($input: CaseExtendDecisionInput!) {\n        result: caseExtendDecision(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseServeDecision($input: CaseServeDecisionInput!) {\n        result: caseServeDecision(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseServeDecision($input: CaseServeDecisionInput!) {\n        result: caseServeDecision(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseRecordPayment($input: CaseRecordPaymentInput!) {\n        result: caseRecordPayment(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseRecordPayment($input: CaseRecordPaymentInput!) {\n        result: caseRecordPayment(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseClose($input: CaseCloseInput!) {\n        result: caseClose(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseClose($input: CaseCloseInput!) {\n        result: caseClose(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseAnnulDecision($input: CaseAnnulDecisionInput!) {\n        result: caseAnnulDecision(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseAnnulDecision($input: CaseAnnulDecisionInput!) {\n        result: caseAnnulDecision(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      query CaseAnnulDecisionPreview($input: CaseAnnulDecisionInput!) {\n        preview: caseAnnulDecisionPreview(input: $input) { refused consequences { text } }\n      }\n    "): (typeof documents)["\n      query CaseAnnulDecisionPreview($input: CaseAnnulDecisionInput!) {\n        preview: caseAnnulDecisionPreview(input: $input) { refused consequences { text } }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation CaseFormSign($input: CaseFormSignInput!) {\n      result: caseFormSign(input: $input) { ...CaseOutcome }\n    }\n  "): (typeof documents)["\n    mutation CaseFormSign($input: CaseFormSignInput!) {\n      result: caseFormSign(input: $input) { ...CaseOutcome }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseFormIssue($input: CaseFormIssueInput!) {\n        result: caseFormIssue(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseFormIssue($input: CaseFormIssueInput!) {\n        result: caseFormIssue(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseFormVoid($input: CaseFormVoidInput!) {\n        result: caseFormVoid(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseFormVoid($input: CaseFormVoidInput!) {\n        result: caseFormVoid(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseDecideOnSpot($input: CaseDecideOnSpotInput!) {\n        result: caseDecideOnSpot(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseDecideOnSpot($input: CaseDecideOnSpotInput!) {\n        result: caseDecideOnSpot(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseReportSpot($input: CaseReportSpotInput!) {\n        result: caseReportSpot(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseReportSpot($input: CaseReportSpotInput!) {\n        result: caseReportSpot(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseInstalmentsRequest($input: CaseInstalmentsRequestInput!) {\n        result: caseInstalmentsRequest(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseInstalmentsRequest($input: CaseInstalmentsRequestInput!) {\n        result: caseInstalmentsRequest(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseInstalmentsRefuse($input: CaseInstalmentsRefuseInput!) {\n        result: caseInstalmentsRefuse(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseInstalmentsRefuse($input: CaseInstalmentsRefuseInput!) {\n        result: caseInstalmentsRefuse(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseInstalmentsGrant($input: CaseInstalmentsGrantInput!) {\n        result: caseInstalmentsGrant(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseInstalmentsGrant($input: CaseInstalmentsGrantInput!) {\n        result: caseInstalmentsGrant(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CasePress($input: CasePressInput!) {\n        result: casePress(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CasePress($input: CasePressInput!) {\n        result: casePress(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      query CasePressPreview($input: CasePressInput!) {\n        preview: casePressPreview(input: $input) { refused consequences { text } }\n      }\n    "): (typeof documents)["\n      query CasePressPreview($input: CasePressInput!) {\n        preview: casePressPreview(input: $input) { refused consequences { text } }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseCourtApply($input: CaseCourtApplyInput!) {\n        result: caseCourtApply(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseCourtApply($input: CaseCourtApplyInput!) {\n        result: caseCourtApply(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseCourtRule($input: CaseCourtRuleInput!) {\n        result: caseCourtRule(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseCourtRule($input: CaseCourtRuleInput!) {\n        result: caseCourtRule(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseRemedyRecord($input: CaseRemedyRecordInput!) {\n        result: caseRemedyRecord(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseRemedyRecord($input: CaseRemedyRecordInput!) {\n        result: caseRemedyRecord(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseRemedyClose($input: CaseRemedyCloseInput!) {\n        result: caseRemedyClose(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseRemedyClose($input: CaseRemedyCloseInput!) {\n        result: caseRemedyClose(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      query CaseRemedyClosePreview($input: CaseRemedyCloseInput!) {\n        preview: caseRemedyClosePreview(input: $input) { refused consequences { text } }\n      }\n    "): (typeof documents)["\n      query CaseRemedyClosePreview($input: CaseRemedyCloseInput!) {\n        preview: caseRemedyClosePreview(input: $input) { refused consequences { text } }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseExecutionStop($input: CaseExecutionStopInput!) {\n        result: caseExecutionStop(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseExecutionStop($input: CaseExecutionStopInput!) {\n        result: caseExecutionStop(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseExecutionResume($input: CaseExecutionResumeInput!) {\n        result: caseExecutionResume(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseExecutionResume($input: CaseExecutionResumeInput!) {\n        result: caseExecutionResume(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CasePublicationPropose($input: CasePublicationProposeInput!) {\n        result: casePublicationPropose(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CasePublicationPropose($input: CasePublicationProposeInput!) {\n        result: casePublicationPropose(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CasePublicationDecide($input: CasePublicationDecideInput!) {\n        result: casePublicationDecide(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CasePublicationDecide($input: CasePublicationDecideInput!) {\n        result: casePublicationDecide(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CasePublish($input: CasePublishInput!) {\n        result: casePublish(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CasePublish($input: CasePublishInput!) {\n        result: casePublish(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CasePublicationWithdraw($input: CasePublicationWithdrawInput!) {\n        result: casePublicationWithdraw(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CasePublicationWithdraw($input: CasePublicationWithdrawInput!) {\n        result: casePublicationWithdraw(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseAssignOfficers($input: CaseAssignOfficersInput!) {\n        result: caseAssignOfficers(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseAssignOfficers($input: CaseAssignOfficersInput!) {\n        result: caseAssignOfficers(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseFilingPropose($input: CaseFilingProposeInput!) {\n        result: caseFilingPropose(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseFilingPropose($input: CaseFilingProposeInput!) {\n        result: caseFilingPropose(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseExtensionPropose($input: CaseExtensionProposeInput!) {\n        result: caseExtensionPropose(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseExtensionPropose($input: CaseExtensionProposeInput!) {\n        result: caseExtensionPropose(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseClosingPropose($input: CaseClosingProposeInput!) {\n        result: caseClosingPropose(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseClosingPropose($input: CaseClosingProposeInput!) {\n        result: caseClosingPropose(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseSubmissionReview($input: CaseSubmissionReviewInput!) {\n        result: caseSubmissionReview(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseSubmissionReview($input: CaseSubmissionReviewInput!) {\n        result: caseSubmissionReview(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseExtendClue($input: CaseExtendClueInput!) {\n        result: caseExtendClue(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseExtendClue($input: CaseExtendClueInput!) {\n        result: caseExtendClue(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseFile($input: CaseFileInput!) {\n        result: caseFile(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseFile($input: CaseFileInput!) {\n        result: caseFile(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseDecline($input: CaseDeclineInput!) {\n        result: caseDecline(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseDecline($input: CaseDeclineInput!) {\n        result: caseDecline(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseAddTask($input: CaseAddTaskInput!) {\n        result: caseAddTask(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseAddTask($input: CaseAddTaskInput!) {\n        result: caseAddTask(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseFinishTask($input: CaseFinishTaskInput!) {\n        result: caseFinishTask(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseFinishTask($input: CaseFinishTaskInput!) {\n        result: caseFinishTask(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseAddNote($input: CaseAddNoteInput!) {\n        result: caseAddNote(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseAddNote($input: CaseAddNoteInput!) {\n        result: caseAddNote(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseHandlingPropose($input: CaseHandlingProposeInput!) {\n        result: caseHandlingPropose(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseHandlingPropose($input: CaseHandlingProposeInput!) {\n        result: caseHandlingPropose(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseHandlingNotify($input: CaseHandlingNotifyInput!) {\n        result: caseHandlingNotify(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseHandlingNotify($input: CaseHandlingNotifyInput!) {\n        result: caseHandlingNotify(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseHandlingDefend($input: CaseHandlingDefendInput!) {\n        result: caseHandlingDefend(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseHandlingDefend($input: CaseHandlingDefendInput!) {\n        result: caseHandlingDefend(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseHandlingDecide($input: CaseHandlingDecideInput!) {\n        result: caseHandlingDecide(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseHandlingDecide($input: CaseHandlingDecideInput!) {\n        result: caseHandlingDecide(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseHandlingClose($input: CaseHandlingCloseInput!) {\n        result: caseHandlingClose(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseHandlingClose($input: CaseHandlingCloseInput!) {\n        result: caseHandlingClose(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseHandlingServe($input: CaseHandlingServeInput!) {\n        result: caseHandlingServe(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseHandlingServe($input: CaseHandlingServeInput!) {\n        result: caseHandlingServe(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CasePerformanceDecide($input: CasePerformanceDecideInput!) {\n        result: casePerformanceDecide(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CasePerformanceDecide($input: CasePerformanceDecideInput!) {\n        result: casePerformanceDecide(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseHandlingDeduct($input: CaseHandlingDeductInput!) {\n        result: caseHandlingDeduct(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseHandlingDeduct($input: CaseHandlingDeductInput!) {\n        result: caseHandlingDeduct(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseRectificationReport($input: CaseRectificationReportInput!) {\n        result: caseRectificationReport(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseRectificationReport($input: CaseRectificationReportInput!) {\n        result: caseRectificationReport(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseRectificationCheck($input: CaseRectificationCheckInput!) {\n        result: caseRectificationCheck(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseRectificationCheck($input: CaseRectificationCheckInput!) {\n        result: caseRectificationCheck(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseConversionPropose($input: CaseConversionProposeInput!) {\n        result: caseConversionPropose(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseConversionPropose($input: CaseConversionProposeInput!) {\n        result: caseConversionPropose(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseConvert($input: CaseConvertInput!) {\n        result: caseConvert(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseConvert($input: CaseConvertInput!) {\n        result: caseConvert(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      query CaseConvertPreview($input: CaseConvertInput!) {\n        preview: caseConvertPreview(input: $input) { refused consequences { text } }\n      }\n    "): (typeof documents)["\n      query CaseConvertPreview($input: CaseConvertInput!) {\n        preview: caseConvertPreview(input: $input) { refused consequences { text } }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseConvertToHandling($input: CaseConvertToHandlingInput!) {\n        result: caseConvertToHandling(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseConvertToHandling($input: CaseConvertToHandlingInput!) {\n        result: caseConvertToHandling(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseStartInvestigation($input: CaseStartInvestigationInput!) {\n        result: caseStartInvestigation(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseStartInvestigation($input: CaseStartInvestigationInput!) {\n        result: caseStartInvestigation(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseRecordInspection($input: CaseRecordInspectionInput!) {\n        result: caseRecordInspection(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseRecordInspection($input: CaseRecordInspectionInput!) {\n        result: caseRecordInspection(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseConductCorrect($input: CaseConductCorrectInput!) {\n        result: caseConductCorrect(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseConductCorrect($input: CaseConductCorrectInput!) {\n        result: caseConductCorrect(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CasePartyCorrect($input: CasePartyCorrectInput!) {\n        result: casePartyCorrect(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CasePartyCorrect($input: CasePartyCorrectInput!) {\n        result: casePartyCorrect(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseAttachRing($input: CaseAttachRingInput!) {\n        result: caseAttachRing(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseAttachRing($input: CaseAttachRingInput!) {\n        result: caseAttachRing(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseAttachEvidence($input: CaseAttachEvidenceInput!) {\n        result: caseAttachEvidence(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseAttachEvidence($input: CaseAttachEvidenceInput!) {\n        result: caseAttachEvidence(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseCiteEvidence($input: CaseCiteEvidenceInput!) {\n        result: caseCiteEvidence(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseCiteEvidence($input: CaseCiteEvidenceInput!) {\n        result: caseCiteEvidence(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseCitationWithdraw($input: CaseCitationWithdrawInput!) {\n        result: caseCitationWithdraw(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseCitationWithdraw($input: CaseCitationWithdrawInput!) {\n        result: caseCitationWithdraw(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseExclusionPropose($input: CaseExclusionProposeInput!) {\n        result: caseExclusionPropose(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseExclusionPropose($input: CaseExclusionProposeInput!) {\n        result: caseExclusionPropose(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseReinstatementPropose($input: CaseReinstatementProposeInput!) {\n        result: caseReinstatementPropose(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseReinstatementPropose($input: CaseReinstatementProposeInput!) {\n        result: caseReinstatementPropose(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseExclusionDecide($input: CaseExclusionDecideInput!) {\n        result: caseExclusionDecide(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseExclusionDecide($input: CaseExclusionDecideInput!) {\n        result: caseExclusionDecide(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseProtectReporter($input: CaseProtectReporterInput!) {\n        result: caseProtectReporter(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseProtectReporter($input: CaseProtectReporterInput!) {\n        result: caseProtectReporter(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseAttachPicture($input: CaseAttachPictureInput!) {\n        result: caseAttachPicture(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseAttachPicture($input: CaseAttachPictureInput!) {\n        result: caseAttachPicture(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseWriteReport($input: CaseWriteReportInput!) {\n        result: caseWriteReport(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseWriteReport($input: CaseWriteReportInput!) {\n        result: caseWriteReport(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseTerminate($input: CaseTerminateInput!) {\n        result: caseTerminate(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseTerminate($input: CaseTerminateInput!) {\n        result: caseTerminate(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseWorksheetDraw($input: CaseWorksheetDrawInput!) {\n        result: caseWorksheetDraw(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseWorksheetDraw($input: CaseWorksheetDrawInput!) {\n        result: caseWorksheetDraw(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CasePenaltyPropose($input: CasePenaltyProposeInput!) {\n        result: casePenaltyPropose(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CasePenaltyPropose($input: CasePenaltyProposeInput!) {\n        result: casePenaltyPropose(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CasePenaltyReview($input: CasePenaltyReviewInput!) {\n        result: casePenaltyReview(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CasePenaltyReview($input: CasePenaltyReviewInput!) {\n        result: casePenaltyReview(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseReturn($input: CaseReturnInput!) {\n        result: caseReturn(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseReturn($input: CaseReturnInput!) {\n        result: caseReturn(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseServeNotice($input: CaseServeNoticeInput!) {\n        result: caseServeNotice(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseServeNotice($input: CaseServeNoticeInput!) {\n        result: caseServeNotice(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseRecordDefence($input: CaseRecordDefenceInput!) {\n        result: caseRecordDefence(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseRecordDefence($input: CaseRecordDefenceInput!) {\n        result: caseRecordDefence(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseRequestHearing($input: CaseRequestHearingInput!) {\n        result: caseRequestHearing(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseRequestHearing($input: CaseRequestHearingInput!) {\n        result: caseRequestHearing(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseDesignateChair($input: CaseDesignateChairInput!) {\n        result: caseDesignateChair(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseDesignateChair($input: CaseDesignateChairInput!) {\n        result: caseDesignateChair(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseAnnounceHearing($input: CaseAnnounceHearingInput!) {\n        result: caseAnnounceHearing(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseAnnounceHearing($input: CaseAnnounceHearingInput!) {\n        result: caseAnnounceHearing(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseHoldHearing($input: CaseHoldHearingInput!) {\n        result: caseHoldHearing(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseHoldHearing($input: CaseHoldHearingInput!) {\n        result: caseHoldHearing(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseWriteHearingReport($input: CaseWriteHearingReportInput!) {\n        result: caseWriteHearingReport(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseWriteHearingReport($input: CaseWriteHearingReportInput!) {\n        result: caseWriteHearingReport(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseEndHearing($input: CaseEndHearingInput!) {\n        result: caseEndHearing(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseEndHearing($input: CaseEndHearingInput!) {\n        result: caseEndHearing(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseSubmitLegalReview($input: CaseSubmitLegalReviewInput!) {\n        result: caseSubmitLegalReview(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseSubmitLegalReview($input: CaseSubmitLegalReviewInput!) {\n        result: caseSubmitLegalReview(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseReviewLegality($input: CaseReviewLegalityInput!) {\n        result: caseReviewLegality(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseReviewLegality($input: CaseReviewLegalityInput!) {\n        result: caseReviewLegality(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseReferralGroupAppoint($input: CaseReferralGroupAppointInput!) {\n        result: caseReferralGroupAppoint(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseReferralGroupAppoint($input: CaseReferralGroupAppointInput!) {\n        result: caseReferralGroupAppoint(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseReferralWeigh($input: CaseReferralWeighInput!) {\n        result: caseReferralWeigh(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseReferralWeigh($input: CaseReferralWeighInput!) {\n        result: caseReferralWeigh(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseReferralReport($input: CaseReferralReportInput!) {\n        result: caseReferralReport(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseReferralReport($input: CaseReferralReportInput!) {\n        result: caseReferralReport(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseReferralDecide($input: CaseReferralDecideInput!) {\n        result: caseReferralDecide(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseReferralDecide($input: CaseReferralDecideInput!) {\n        result: caseReferralDecide(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseReferralSend($input: CaseReferralSendInput!) {\n        result: caseReferralSend(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseReferralSend($input: CaseReferralSendInput!) {\n        result: caseReferralSend(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseReferralReceipt($input: CaseReferralReceiptInput!) {\n        result: caseReferralReceipt(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseReferralReceipt($input: CaseReferralReceiptInput!) {\n        result: caseReferralReceipt(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseReferralAnswer($input: CaseReferralAnswerInput!) {\n        result: caseReferralAnswer(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseReferralAnswer($input: CaseReferralAnswerInput!) {\n        result: caseReferralAnswer(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseReferralCopy($input: CaseReferralCopyInput!) {\n        result: caseReferralCopy(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseReferralCopy($input: CaseReferralCopyInput!) {\n        result: caseReferralCopy(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseReferralItems($input: CaseReferralItemsInput!) {\n        result: caseReferralItems(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseReferralItems($input: CaseReferralItemsInput!) {\n        result: caseReferralItems(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseRefusalObject($input: CaseRefusalObjectInput!) {\n        result: caseRefusalObject(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseRefusalObject($input: CaseRefusalObjectInput!) {\n        result: caseRefusalObject(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CasePoliceReview($input: CasePoliceReviewInput!) {\n        result: casePoliceReview(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CasePoliceReview($input: CasePoliceReviewInput!) {\n        result: casePoliceReview(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseSupervisionAsk($input: CaseSupervisionAskInput!) {\n        result: caseSupervisionAsk(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseSupervisionAsk($input: CaseSupervisionAskInput!) {\n        result: caseSupervisionAsk(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseSupervisionRecord($input: CaseSupervisionRecordInput!) {\n        result: caseSupervisionRecord(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseSupervisionRecord($input: CaseSupervisionRecordInput!) {\n        result: caseSupervisionRecord(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseReferralReturn($input: CaseReferralReturnInput!) {\n        result: caseReferralReturn(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseReferralReturn($input: CaseReferralReturnInput!) {\n        result: caseReferralReturn(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseCorrectionOrder($input: CaseCorrectionOrderInput!) {\n        result: caseCorrectionOrder(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseCorrectionOrder($input: CaseCorrectionOrderInput!) {\n        result: caseCorrectionOrder(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseCorrectionRecord($input: CaseCorrectionRecordInput!) {\n        result: caseCorrectionRecord(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseCorrectionRecord($input: CaseCorrectionRecordInput!) {\n        result: caseCorrectionRecord(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CasePaperServe($input: CasePaperServeInput!) {\n        result: casePaperServe(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CasePaperServe($input: CasePaperServeInput!) {\n        result: casePaperServe(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseServiceCorrect($input: CaseServiceCorrectInput!) {\n        result: caseServiceCorrect(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseServiceCorrect($input: CaseServiceCorrectInput!) {\n        result: caseServiceCorrect(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseAnnouncementCorrect($input: CaseAnnouncementCorrectInput!) {\n        result: caseAnnouncementCorrect(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseAnnouncementCorrect($input: CaseAnnouncementCorrectInput!) {\n        result: caseAnnouncementCorrect(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseReceiptAttach($input: CaseReceiptAttachInput!) {\n        result: caseReceiptAttach(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseReceiptAttach($input: CaseReceiptAttachInput!) {\n        result: caseReceiptAttach(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseAnnouncementPost($input: CaseAnnouncementPostInput!) {\n        result: caseAnnouncementPost(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseAnnouncementPost($input: CaseAnnouncementPostInput!) {\n        result: caseAnnouncementPost(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseTiesCheck($input: CaseTiesCheckInput!) {\n        result: caseTiesCheck(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseTiesCheck($input: CaseTiesCheckInput!) {\n        result: caseTiesCheck(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseRecusalAnswer($input: CaseRecusalAnswerInput!) {\n        result: caseRecusalAnswer(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseRecusalAnswer($input: CaseRecusalAnswerInput!) {\n        result: caseRecusalAnswer(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseJurisdictionDispute($input: CaseJurisdictionDisputeInput!) {\n        result: caseJurisdictionDispute(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseJurisdictionDispute($input: CaseJurisdictionDisputeInput!) {\n        result: caseJurisdictionDispute(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseJurisdictionSettle($input: CaseJurisdictionSettleInput!) {\n        result: caseJurisdictionSettle(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseJurisdictionSettle($input: CaseJurisdictionSettleInput!) {\n        result: caseJurisdictionSettle(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseJurisdictionReport($input: CaseJurisdictionReportInput!) {\n        result: caseJurisdictionReport(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseJurisdictionReport($input: CaseJurisdictionReportInput!) {\n        result: caseJurisdictionReport(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseJurisdictionDesignate($input: CaseJurisdictionDesignateInput!) {\n        result: caseJurisdictionDesignate(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseJurisdictionDesignate($input: CaseJurisdictionDesignateInput!) {\n        result: caseJurisdictionDesignate(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseStatementSubmit($input: CaseStatementSubmitInput!) {\n        result: caseStatementSubmit(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseStatementSubmit($input: CaseStatementSubmitInput!) {\n        result: caseStatementSubmit(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseHearingAsk($input: CaseHearingAskInput!) {\n        result: caseHearingAsk(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseHearingAsk($input: CaseHearingAskInput!) {\n        result: caseHearingAsk(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseInstalmentsAsk($input: CaseInstalmentsAskInput!) {\n        result: caseInstalmentsAsk(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseInstalmentsAsk($input: CaseInstalmentsAskInput!) {\n        result: caseInstalmentsAsk(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation CaseInterviewRecordAttach($input: CaseInterviewRecordAttachInput!) {\n      result: caseInterviewRecordAttach(input: $input) { ...CaseOutcome }\n    }\n  "): (typeof documents)["\n    mutation CaseInterviewRecordAttach($input: CaseInterviewRecordAttachInput!) {\n      result: caseInterviewRecordAttach(input: $input) { ...CaseOutcome }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation CaseVisitRecordAttach($input: CaseVisitRecordAttachInput!) {\n      result: caseVisitRecordAttach(input: $input) { ...CaseOutcome }\n    }\n  "): (typeof documents)["\n    mutation CaseVisitRecordAttach($input: CaseVisitRecordAttachInput!) {\n      result: caseVisitRecordAttach(input: $input) { ...CaseOutcome }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseInterviewOpen($input: CaseInterviewOpenInput!) {\n        result: caseInterviewOpen(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseInterviewOpen($input: CaseInterviewOpenInput!) {\n        result: caseInterviewOpen(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseInterviewEnd($input: CaseInterviewEndInput!) {\n        result: caseInterviewEnd(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseInterviewEnd($input: CaseInterviewEndInput!) {\n        result: caseInterviewEnd(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseHomeVisitsPlan($input: CaseHomeVisitsPlanInput!) {\n        result: caseHomeVisitsPlan(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseHomeVisitsPlan($input: CaseHomeVisitsPlanInput!) {\n        result: caseHomeVisitsPlan(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseHomeVisitRecord($input: CaseHomeVisitRecordInput!) {\n        result: caseHomeVisitRecord(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseHomeVisitRecord($input: CaseHomeVisitRecordInput!) {\n        result: caseHomeVisitRecord(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CaseInterviews($caseNo: String!) {\n    caseInterviews(caseNo: $caseNo) {\n      version\n      interviews {\n        interviewId name capacity unit patient place pattern officers startedAt endedAt how evidenceId recordLost\n        answers { question answer }\n        clashes { interview name startedAt endedAt }\n      }\n      visitLists {\n        listId purpose ringId by at questions\n        people {\n          psnNo who township village tie bills of\n          asked { visit begins ends place kind amount }\n          outcome visitedOn remarks evidenceId recordLost refusedBefore\n          answers { question answer }\n          earlier { visitedOn officers outcome remarks answers { question answer } }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query CaseInterviews($caseNo: String!) {\n    caseInterviews(caseNo: $caseNo) {\n      version\n      interviews {\n        interviewId name capacity unit patient place pattern officers startedAt endedAt how evidenceId recordLost\n        answers { question answer }\n        clashes { interview name startedAt endedAt }\n      }\n      visitLists {\n        listId purpose ringId by at questions\n        people {\n          psnNo who township village tie bills of\n          asked { visit begins ends place kind amount }\n          outcome visitedOn remarks evidenceId recordLost refusedBefore\n          answers { question answer }\n          earlier { visitedOn officers outcome remarks answers { question answer } }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query QuestionSets { questionSets { pattern title questions } }\n"): (typeof documents)["\n  query QuestionSets { questionSets { pattern title questions } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query InterviewTimeline($id: ID!, $fromDay: Date, $toDay: Date, $after: String) {\n    timeline(id: $id, first: 50, fromDay: $fromDay, toDay: $toDay, after: $after) {\n      entries { at settlement { id label properties { name value } } institution { id label } }\n      endCursor\n    }\n    timelineTotal(id: $id, fromDay: $fromDay, toDay: $toDay)\n  }\n"): (typeof documents)["\n  query InterviewTimeline($id: ID!, $fromDay: Date, $toDay: Date, $after: String) {\n    timeline(id: $id, first: 50, fromDay: $fromDay, toDay: $toDay, after: $after) {\n      entries { at settlement { id label properties { name value } } institution { id label } }\n      endCursor\n    }\n    timelineTotal(id: $id, fromDay: $fromDay, toDay: $toDay)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CaseInterviewWrite($input: CaseInterviewWriteInput!) {\n    result: caseInterviewWrite(input: $input) { ...CaseOutcome }\n  }\n"): (typeof documents)["\n  mutation CaseInterviewWrite($input: CaseInterviewWriteInput!) {\n    result: caseInterviewWrite(input: $input) { ...CaseOutcome }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseLedgerWriteOff($input: CaseLedgerWriteOffInput!) {\n        result: caseLedgerWriteOff(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseLedgerWriteOff($input: CaseLedgerWriteOffInput!) {\n        result: caseLedgerWriteOff(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseLedgerReverse($input: CaseLedgerReverseInput!) {\n        result: caseLedgerReverse(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseLedgerReverse($input: CaseLedgerReverseInput!) {\n        result: caseLedgerReverse(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseLedgerPayBack($input: CaseLedgerPayBackInput!) {\n        result: caseLedgerPayBack(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseLedgerPayBack($input: CaseLedgerPayBackInput!) {\n        result: caseLedgerPayBack(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CaseLedger($caseNo: String!) {\n    caseLedger(caseNo: $caseNo) {\n      accounts { account title balance }\n      entries { seq at title documentNo postings { account title debit credit } }\n      checks { title expected actual agrees }\n      instalments { due amount paid overdue resting }\n    }\n  }\n"): (typeof documents)["\n  query CaseLedger($caseNo: String!) {\n    caseLedger(caseNo: $caseNo) {\n      accounts { account title balance }\n      entries { seq at title documentNo postings { account title debit credit } }\n      checks { title expected actual agrees }\n      instalments { due amount paid overdue resting }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseLinesList($input: CaseLinesListInput!) {\n        result: caseLinesList(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseLinesList($input: CaseLinesListInput!) {\n        result: caseLinesList(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseLineAdd($input: CaseLineAddInput!) {\n        result: caseLineAdd(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseLineAdd($input: CaseLineAddInput!) {\n        result: caseLineAdd(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation CaseLinesRelease($input: CaseLinesReleaseInput!) {\n        result: caseLinesRelease(input: $input) { ...CaseOutcome }\n      }\n    "): (typeof documents)["\n      mutation CaseLinesRelease($input: CaseLinesReleaseInput!) {\n        result: caseLinesRelease(input: $input) { ...CaseOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CaseLineParts on CaseLine {\n    lineId findingId ruleId ruleName fixmedinsCode psnNo who on item cnt pric amount insidePolicy suspected\n    state confirmed groupDifference returned loss reasons by at refunds { source amount on documentNo }\n    rivals { caseNo amount judged }\n  }\n"): (typeof documents)["\n  fragment CaseLineParts on CaseLine {\n    lineId findingId ruleId ruleName fixmedinsCode psnNo who on item cnt pric amount insidePolicy suspected\n    state confirmed groupDifference returned loss reasons by at refunds { source amount on documentNo }\n    rivals { caseNo amount judged }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CaseLines($caseNo: String!, $filter: LineFilterInput, $first: Int!, $after: String) {\n    caseLines(caseNo: $caseNo, filter: $filter, first: $first, after: $after) {\n      total endCursor\n      rows { ...CaseLineParts }\n      matched { listed open suspected confirmed returned loss }\n      whole { listed open suspected confirmed rejected returned loss }\n      groups { ruleId ruleName count open suspected loss }\n      clashes { caseNo lines open suspected recovered }\n      unset { visit fixmedinsCode lineId room billed amount on documents }\n      institutions\n    }\n  }\n"): (typeof documents)["\n  query CaseLines($caseNo: String!, $filter: LineFilterInput, $first: Int!, $after: String) {\n    caseLines(caseNo: $caseNo, filter: $filter, first: $first, after: $after) {\n      total endCursor\n      rows { ...CaseLineParts }\n      matched { listed open suspected confirmed returned loss }\n      whole { listed open suspected confirmed rejected returned loss }\n      groups { ruleId ruleName count open suspected loss }\n      clashes { caseNo lines open suspected recovered }\n      unset { visit fixmedinsCode lineId room billed amount on documents }\n      institutions\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CaseLinesPreview($input: CaseLinesPreviewInput!) {\n    caseLinesPreview(input: $input) {\n      count suspected confirmed returned loss lossBefore refused\n    }\n  }\n"): (typeof documents)["\n  query CaseLinesPreview($input: CaseLinesPreviewInput!) {\n    caseLinesPreview(input: $input) {\n      count suspected confirmed returned loss lossBefore refused\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CaseLinesArrived($caseNo: String!) {\n    caseLinesArrived(caseNo: $caseNo) { count suspected }\n  }\n"): (typeof documents)["\n  query CaseLinesArrived($caseNo: String!) {\n    caseLinesArrived(caseNo: $caseNo) { count suspected }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CaseLinesJudge($input: CaseLinesJudgeInput!) {\n    result: caseLinesJudge(input: $input) { ...CaseOutcome }\n  }\n"): (typeof documents)["\n  mutation CaseLinesJudge($input: CaseLinesJudgeInput!) {\n    result: caseLinesJudge(input: $input) { ...CaseOutcome }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EarlierRefunds($code: String!) {\n    earlierRefunds(fixmedinsCode: $code) { refundId bill source amount on documentNo by }\n  }\n"): (typeof documents)["\n  query EarlierRefunds($code: String!) {\n    earlierRefunds(fixmedinsCode: $code) { refundId bill source amount on documentNo by }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RefundOutcome on RefundResult {\n    ... on RefundSuccess { refunds { refundId } }\n    ... on UserError { code message }\n    ... on InvalidInput { field }\n    ... on StaleVersion { currentVersion }\n    ... on IllegalTransition { current }\n  }\n"): (typeof documents)["\n  fragment RefundOutcome on RefundResult {\n    ... on RefundSuccess { refunds { refundId } }\n    ... on UserError { code message }\n    ... on InvalidInput { field }\n    ... on StaleVersion { currentVersion }\n    ... on IllegalTransition { current }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation RefundWithdraw($input: RefundWithdrawInput!) {\n      result: refundWithdraw(input: $input) { ...RefundOutcome }\n    }\n  "): (typeof documents)["\n    mutation RefundWithdraw($input: RefundWithdrawInput!) {\n      result: refundWithdraw(input: $input) { ...RefundOutcome }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CaseTalk($caseNo: String!, $first: Int!, $after: String) {\n    caseTalk(caseNo: $caseNo, first: $first, after: $after) {\n      unread version partyReads\n      messages {\n        nodes {\n          messageId seq text byName at toParty ofParty withdrawn unread mine\n          to { account name hasRead }\n          answers { messageId byName text }\n        }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }\n"): (typeof documents)["\n  query CaseTalk($caseNo: String!, $first: Int!, $after: String) {\n    caseTalk(caseNo: $caseNo, first: $first, after: $after) {\n      unread version partyReads\n      messages {\n        nodes {\n          messageId seq text byName at toParty ofParty withdrawn unread mine\n          to { account name hasRead }\n          answers { messageId byName text }\n        }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CaseMessageSend($input: CaseMessageSendInput!) {\n    result: caseMessageSend(input: $input) {\n      ... on MessageSuccess { talk { version } }\n      ... on UserError { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation CaseMessageSend($input: CaseMessageSendInput!) {\n    result: caseMessageSend(input: $input) {\n      ... on MessageSuccess { talk { version } }\n      ... on UserError { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CaseMessageWithdraw($input: CaseMessageWithdrawInput!) {\n    result: caseMessageWithdraw(input: $input) {\n      ... on MessageSuccess { talk { version } }\n      ... on UserError { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation CaseMessageWithdraw($input: CaseMessageWithdrawInput!) {\n    result: caseMessageWithdraw(input: $input) {\n      ... on MessageSuccess { talk { version } }\n      ... on UserError { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CaseMessagesSeen($caseNo: String!, $version: Int!) {\n    result: caseMessagesSeen(caseNo: $caseNo, version: $version) {\n      ... on Done { ok }\n      ... on UserError { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation CaseMessagesSeen($caseNo: String!, $version: Int!) {\n    result: caseMessagesSeen(caseNo: $caseNo, version: $version) {\n      ... on Done { ok }\n      ... on UserError { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Cases($filter: CaseFilter, $after: String) {\n    cases(filter: $filter, first: 100, after: $after) {\n      nodes {\n        id caseNo title stage stageTitle isOpen path amount openedAt openedBy version nextDueAt workingDaysLeft\n        party { kind key name }\n        officers { account name }\n      }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n"): (typeof documents)["\n  query Cases($filter: CaseFilter, $after: String) {\n    cases(filter: $filter, first: 100, after: $after) {\n      nodes {\n        id caseNo title stage stageTitle isOpen path amount openedAt openedBy version nextDueAt workingDaysLeft\n        party { kind key name }\n        officers { account name }\n      }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AnyCases($text: String) {\n    cases(filter: { text: $text }, first: 20) { nodes { id caseNo title stageTitle } }\n  }\n"): (typeof documents)["\n  query AnyCases($text: String) {\n    cases(filter: { text: $text }, first: 20) { nodes { id caseNo title stageTitle } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Citable($caseNo: String!) {\n    caseFile(caseNo: $caseNo) {\n      evidence { evidenceId name proves reporter excluded origin { caseNo } }\n    }\n  }\n"): (typeof documents)["\n  query Citable($caseNo: String!) {\n    caseFile(caseNo: $caseNo) {\n      evidence { evidenceId name proves reporter excluded origin { caseNo } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CaseFilePage($caseNo: String!, $events: Int!) {\n    caseFile(caseNo: $caseNo) {\n      case {\n        id caseNo title stage stageTitle isOpen path source amount openedAt openedBy version nextDueAt workingDaysLeft\n        party { kind key name address representative representativeNo soleTrader }\n        officers { account name roles }\n        undeclared\n      }\n      summary conductFrom conductTo discoveredOn discoveredBy ringIds inspectionNos chainIntact\n      pictures { pictureId title by at }\n      findings { findingId ruleId ruleName amount elsewhere sentence }\n      evidence { evidenceId name kind size sha256 sm3 proves attachedAt damage reporter excluded excludedWhy doubt doubtWhy doubtedBack homeExcluded rests origin { caseNo number text } }\n      eventsTotal\n      timeline(first: $events) {\n        seq type title summary actor actorName onBehalfOf under at hash\n        changes { title before after pieces { kind text } }\n      }\n      deadlines {\n        id title startedAt dueAt clock clockTitle calendar basis mark isOpen endedByHand left unitsLeft problem\n        why { text at }\n      }\n      tasks { taskId title assignee due givenBy result }\n      report { party measures facts evidence law proposal by }\n      docketNo\n      referralWarning\n      otherFrauds { caseNo docket amount on }\n      referralWeighed { refer reasons amount by at }\n      publicText\n      reportDraft { party measures facts evidence law proposal }\n      proposals {\n        proposalId articleId citation baseLoss multiple fine recovery notDemanded lessGround lessReasons suspensionMonths suspensionGround consequence consequenceEvidence department intent noPenalty notInsured formula\n        hearingRight reasons proposedBy proposedAt outcome reviewedBy reviewReasons\n      }\n      former {\n        number fall noticeOn hearingHeld defence legalOpinion servedOn\n        decision { ruling decisionNo fine recovery citation reasons by at onBehalfOf }\n        proposals {\n          proposalId articleId citation baseLoss multiple fine recovery notDemanded lessGround lessReasons suspensionMonths suspensionGround consequence consequenceEvidence department intent noPenalty notInsured formula\n          hearingRight reasons proposedBy proposedAt outcome reviewedBy reviewReasons\n        }\n        steps { kind key title text isOpen on amount ofHead ofCourt state account }\n      }\n      noticeOn hearingRight hearingRequested papersToServe hearing { startsAt place chair isPublic closedReason notifyBy servedOn } hearingHeld defence contested legalOpinion\n      submitted { seq title text by at hash until late next files { evidenceId name size sha256 sm3 } }\n      decision { ruling decisionNo fine recovery suspensionMonths citation reasons by at onBehalfOf }\n      handling {\n        measures { kind amount months target clause area endsAt }\n        reasons proposedBy pharmacyActs pharmacyRows { act title points } rectify rectifyDays notDemanded lessGround lessReasons\n      }\n      handlingMoney {\n        recovery recoveredBefore recovered recoveryOpen damages damagesPaid damagesOpen\n      }\n      performance { decisionNo recovery damages days reasons by at servedOn }\n      rectification { text due reports reported passed checks { heldOn passed record } }\n      forms { issueId formId title number inner issuedBy issuedAt remarks void signed }\n      mayBind\n      bindings {\n        version boundBy boundAt retention basis permanent retainUntil damaged\n        volumes { kind title sha256 sm3 size pages rows { n number responsible title on pages } }\n      }\n      effect { need title basis formId issueId evidenceId }\n      approvals { formId title basis issueId evidenceId }\n      papersMissing { title why act }\n      paperGaps { what act parameter waits }\n      formKinds { formId title basis series inner missing }\n      lineTotals { listed open loss }\n      place { outside title text whole }\n      courtTime { late title text }\n      unentrusted\n      barred { certain title text }\n      freed { pracPsnCode name entryId why starts until }\n      servedOn recovered finesPaid fineOpen owed { kind amount } payments { paymentId kind amount paidOn voucher } paused annulled changed onSpot suspendsDepartment published surcharge surchargesPaid\n      steps { kind key title text isOpen on amount ofHead ofCourt state account }\n      scores { pracPsnCode name entryId points actTitle countedOn counts reviewDue voidWhy }\n      worksheets {\n        worksheetId articleId citation loss multiple fine tier belowBand suspensionMonths suspensionGround consequence consequenceEvidence reasons drawnBy former\n        steps { text }\n      }\n      referralGroup { name certificateNo }\n      referral {\n        status statusTitle reportedBy reportedAt suspectedCrime amount recipient\n        approved decidedBy decidedAt decisionReasons\n        dossierName dossierSha256 dossierSm3 dossierDamaged dossierOutdated letterNo letterSigned\n        sentAt receiptNo answer answerReasons\n        copiedOn itemsOn objectedOn review supervisionOn supervision\n      }\n      nextActions { act title step primary onBehalfOf }\n      nextBy\n      dossierBlockers { code title cure }\n    }\n  }\n"): (typeof documents)["\n  query CaseFilePage($caseNo: String!, $events: Int!) {\n    caseFile(caseNo: $caseNo) {\n      case {\n        id caseNo title stage stageTitle isOpen path source amount openedAt openedBy version nextDueAt workingDaysLeft\n        party { kind key name address representative representativeNo soleTrader }\n        officers { account name roles }\n        undeclared\n      }\n      summary conductFrom conductTo discoveredOn discoveredBy ringIds inspectionNos chainIntact\n      pictures { pictureId title by at }\n      findings { findingId ruleId ruleName amount elsewhere sentence }\n      evidence { evidenceId name kind size sha256 sm3 proves attachedAt damage reporter excluded excludedWhy doubt doubtWhy doubtedBack homeExcluded rests origin { caseNo number text } }\n      eventsTotal\n      timeline(first: $events) {\n        seq type title summary actor actorName onBehalfOf under at hash\n        changes { title before after pieces { kind text } }\n      }\n      deadlines {\n        id title startedAt dueAt clock clockTitle calendar basis mark isOpen endedByHand left unitsLeft problem\n        why { text at }\n      }\n      tasks { taskId title assignee due givenBy result }\n      report { party measures facts evidence law proposal by }\n      docketNo\n      referralWarning\n      otherFrauds { caseNo docket amount on }\n      referralWeighed { refer reasons amount by at }\n      publicText\n      reportDraft { party measures facts evidence law proposal }\n      proposals {\n        proposalId articleId citation baseLoss multiple fine recovery notDemanded lessGround lessReasons suspensionMonths suspensionGround consequence consequenceEvidence department intent noPenalty notInsured formula\n        hearingRight reasons proposedBy proposedAt outcome reviewedBy reviewReasons\n      }\n      former {\n        number fall noticeOn hearingHeld defence legalOpinion servedOn\n        decision { ruling decisionNo fine recovery citation reasons by at onBehalfOf }\n        proposals {\n          proposalId articleId citation baseLoss multiple fine recovery notDemanded lessGround lessReasons suspensionMonths suspensionGround consequence consequenceEvidence department intent noPenalty notInsured formula\n          hearingRight reasons proposedBy proposedAt outcome reviewedBy reviewReasons\n        }\n        steps { kind key title text isOpen on amount ofHead ofCourt state account }\n      }\n      noticeOn hearingRight hearingRequested papersToServe hearing { startsAt place chair isPublic closedReason notifyBy servedOn } hearingHeld defence contested legalOpinion\n      submitted { seq title text by at hash until late next files { evidenceId name size sha256 sm3 } }\n      decision { ruling decisionNo fine recovery suspensionMonths citation reasons by at onBehalfOf }\n      handling {\n        measures { kind amount months target clause area endsAt }\n        reasons proposedBy pharmacyActs pharmacyRows { act title points } rectify rectifyDays notDemanded lessGround lessReasons\n      }\n      handlingMoney {\n        recovery recoveredBefore recovered recoveryOpen damages damagesPaid damagesOpen\n      }\n      performance { decisionNo recovery damages days reasons by at servedOn }\n      rectification { text due reports reported passed checks { heldOn passed record } }\n      forms { issueId formId title number inner issuedBy issuedAt remarks void signed }\n      mayBind\n      bindings {\n        version boundBy boundAt retention basis permanent retainUntil damaged\n        volumes { kind title sha256 sm3 size pages rows { n number responsible title on pages } }\n      }\n      effect { need title basis formId issueId evidenceId }\n      approvals { formId title basis issueId evidenceId }\n      papersMissing { title why act }\n      paperGaps { what act parameter waits }\n      formKinds { formId title basis series inner missing }\n      lineTotals { listed open loss }\n      place { outside title text whole }\n      courtTime { late title text }\n      unentrusted\n      barred { certain title text }\n      freed { pracPsnCode name entryId why starts until }\n      servedOn recovered finesPaid fineOpen owed { kind amount } payments { paymentId kind amount paidOn voucher } paused annulled changed onSpot suspendsDepartment published surcharge surchargesPaid\n      steps { kind key title text isOpen on amount ofHead ofCourt state account }\n      scores { pracPsnCode name entryId points actTitle countedOn counts reviewDue voidWhy }\n      worksheets {\n        worksheetId articleId citation loss multiple fine tier belowBand suspensionMonths suspensionGround consequence consequenceEvidence reasons drawnBy former\n        steps { text }\n      }\n      referralGroup { name certificateNo }\n      referral {\n        status statusTitle reportedBy reportedAt suspectedCrime amount recipient\n        approved decidedBy decidedAt decisionReasons\n        dossierName dossierSha256 dossierSm3 dossierDamaged dossierOutdated letterNo letterSigned\n        sentAt receiptNo answer answerReasons\n        copiedOn itemsOn objectedOn review supervisionOn supervision\n      }\n      nextActions { act title step primary onBehalfOf }\n      nextBy\n      dossierBlockers { code title cure }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CaseEvents($caseNo: String!) {\n    caseFile(caseNo: $caseNo) {\n      timeline {\n        seq type title summary actor actorName onBehalfOf under at hash\n        changes { title before after pieces { kind text } }\n      }\n    }\n  }\n"): (typeof documents)["\n  query CaseEvents($caseNo: String!) {\n    caseFile(caseNo: $caseNo) {\n      timeline {\n        seq type title summary actor actorName onBehalfOf under at hash\n        changes { title before after pieces { kind text } }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Colleagues { colleagues { account name roles certificateNo awayUntil discusses } }\n"): (typeof documents)["\n  query Colleagues { colleagues { account name roles certificateNo awayUntil discusses } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WorksheetDifferences($caseNo: String!, $first: String!, $second: String!) {\n    worksheetDifferences(caseNo: $caseNo, first: $first, second: $second) { title first second }\n  }\n"): (typeof documents)["\n  query WorksheetDifferences($caseNo: String!, $first: String!, $second: String!) {\n    worksheetDifferences(caseNo: $caseNo, first: $first, second: $second) { title first second }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WorksheetFigure($caseNo: String!, $worksheetId: String!, $figure: Decimal!) {\n    worksheetFigure(caseNo: $caseNo, worksheetId: $worksheetId, figure: $figure) { due lawful text }\n  }\n"): (typeof documents)["\n  query WorksheetFigure($caseNo: String!, $worksheetId: String!, $figure: Decimal!) {\n    worksheetFigure(caseNo: $caseNo, worksheetId: $worksheetId, figure: $figure) { due lawful text }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DiscretionFactors { discretionFactors { factor title aggravating basis } }\n"): (typeof documents)["\n  query DiscretionFactors { discretionFactors { factor title aggravating basis } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query StartablePeriods { startablePeriods { period title units calendar basis } }\n"): (typeof documents)["\n  query StartablePeriods { startablePeriods { period title units calendar basis } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PenaltyArticles($on: Date!, $kind: PartyKind) {\n    penaltyArticles(on: $on, kind: $kind) {\n      articleId title citation natures minMultiple maxMultiple minAmount maxAmount\n    }\n  }\n"): (typeof documents)["\n  query PenaltyArticles($on: Date!, $kind: PartyKind) {\n    penaltyArticles(on: $on, kind: $kind) {\n      articleId title citation natures minMultiple maxMultiple minAmount maxAmount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Evidence($evidenceId: String!) {\n    evidence(evidenceId: $evidenceId) {\n      evidenceId name mediaType size sha256 sm3 retainedUntil receivedBy receivedAt\n      checkedAt damage kind\n      collection {\n        collectedAt place method process holder originalMedium original noOriginalReason pages officers\n        witness noWitnessReason missing\n      }\n      earlier {\n        collectedAt place method process holder originalMedium original noOriginalReason pages officers\n        witness noWitnessReason missing\n      }\n      custody { seq type title actor at purpose hashBefore hashAfter }\n    }\n  }\n"): (typeof documents)["\n  query Evidence($evidenceId: String!) {\n    evidence(evidenceId: $evidenceId) {\n      evidenceId name mediaType size sha256 sm3 retainedUntil receivedBy receivedAt\n      checkedAt damage kind\n      collection {\n        collectedAt place method process holder originalMedium original noOriginalReason pages officers\n        witness noWitnessReason missing\n      }\n      earlier {\n        collectedAt place method process holder originalMedium original noOriginalReason pages officers\n        witness noWitnessReason missing\n      }\n      custody { seq type title actor at purpose hashBefore hashAfter }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EvidenceTaken($caseNo: String!) {\n    evidenceItems(caseNo: $caseNo, first: 500) {\n      evidenceId\n      collection { collectedAt place holder officers missing }\n    }\n  }\n"): (typeof documents)["\n  query EvidenceTaken($caseNo: String!) {\n    evidenceItems(caseNo: $caseNo, first: 500) {\n      evidenceId\n      collection { collectedAt place holder officers missing }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EvidenceCollectionState($input: EvidenceCollectionStateInput!) {\n    result: evidenceCollectionState(input: $input) {\n      ... on EvidenceSuccess { evidence { evidenceId } }\n      ... on UserError { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation EvidenceCollectionState($input: EvidenceCollectionStateInput!) {\n    result: evidenceCollectionState(input: $input) {\n      ... on EvidenceSuccess { evidence { evidenceId } }\n      ... on UserError { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EvidenceAsked { evidenceAsked { kind fields } }\n"): (typeof documents)["\n  query EvidenceAsked { evidenceAsked { kind fields } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EvidenceUploadStart($input: EvidenceUploadStartInput!) {\n    result: evidenceUploadStart(input: $input) {\n      ... on UploadSuccess { ticket { uploadId url parts { number url first size } expiresAt } }\n      ... on UserError { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation EvidenceUploadStart($input: EvidenceUploadStartInput!) {\n    result: evidenceUploadStart(input: $input) {\n      ... on UploadSuccess { ticket { uploadId url parts { number url first size } expiresAt } }\n      ... on UserError { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EvidenceUploadComplete($input: EvidenceUploadCompleteInput!) {\n    result: evidenceUploadComplete(input: $input) {\n      ... on EvidenceSuccess { evidence { evidenceId name sha256 } duplicate }\n      ... on UserError { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation EvidenceUploadComplete($input: EvidenceUploadCompleteInput!) {\n    result: evidenceUploadComplete(input: $input) {\n      ... on EvidenceSuccess { evidence { evidenceId name sha256 } duplicate }\n      ... on UserError { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DossierStart($input: JobStartInput!) {\n    result: jobStart(input: $input) {\n      ... on JobSuccess { job { ...JobParts } }\n      ... on UserError { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation DossierStart($input: JobStartInput!) {\n    result: jobStart(input: $input) {\n      ... on JobSuccess { job { ...JobParts } }\n      ... on UserError { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PharmacyActs($code: String) {\n    pharmacyActs(fixmedinsCode: $code) { act title points refuse }\n  }\n"): (typeof documents)["\n  query PharmacyActs($code: String) {\n    pharmacyActs(fixmedinsCode: $code) { act title points refuse }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CaseMeasures($caseNo: String!) {\n    measures(history: true, caseNo: $caseNo) {\n      id name department title startsAt overAt restsSince standing standingTitle liftReasons\n    }\n  }\n"): (typeof documents)["\n  query CaseMeasures($caseNo: String!) {\n    measures(history: true, caseNo: $caseNo) {\n      id name department title startsAt overAt restsSince standing standingTitle liftReasons\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PharmacyOutlook($code: String!, $acts: [String!]!, $caseNo: String) {\n    pharmacyOutlook(fixmedinsCode: $code, acts: $acts, caseNo: $caseNo) {\n      before after refuse\n      level { points title lifts basis }\n    }\n  }\n"): (typeof documents)["\n  query PharmacyOutlook($code: String!, $acts: [String!]!, $caseNo: String) {\n    pharmacyOutlook(fixmedinsCode: $code, acts: $acts, caseNo: $caseNo) {\n      before after refuse\n      level { points title lifts basis }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CaseOutcome on CaseResult {\n    ... on CaseSuccess { caseFile { case { id caseNo version stage } } }\n    ... on UserError { code message }\n    ... on InvalidInput { field }\n    ... on StaleVersion { currentVersion }\n    ... on IllegalTransition { current }\n  }\n"): (typeof documents)["\n  fragment CaseOutcome on CaseResult {\n    ... on CaseSuccess { caseFile { case { id caseNo version stage } } }\n    ... on UserError { code message }\n    ... on InvalidInput { field }\n    ... on StaleVersion { currentVersion }\n    ... on IllegalTransition { current }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CypherGuide {\n    cypherGuide {\n      labels { name source target fields { name type meaning personal } }\n      relationships { name source target fields { name type meaning personal } }\n      examples { key title query parameters }\n      maxRows seconds until\n    }\n  }\n"): (typeof documents)["\n  query CypherGuide {\n    cypherGuide {\n      labels { name source target fields { name type meaning personal } }\n      relationships { name source target fields { name type meaning personal } }\n      examples { key title query parameters }\n      maxRows seconds until\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CypherHistory {\n    cypherHistory(first: 50) { at query refused }\n  }\n"): (typeof documents)["\n  query CypherHistory {\n    cypherHistory(first: 50) { at query refused }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CypherRun($input: CypherRunInput!) {\n    result: cypherRun(input: $input) {\n      __typename\n      ... on CypherTable { columns rows truncated leftOut { message } }\n      ... on UserError { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation CypherRun($input: CypherRunInput!) {\n    result: cypherRun(input: $input) {\n      __typename\n      ... on CypherTable { columns rows truncated leftOut { message } }\n      ... on UserError { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CourseParts on Course {\n    id courseId title retired number hours pages questions rejects corrections version\n  }\n"): (typeof documents)["\n  fragment CourseParts on Course {\n    id courseId title retired number hours pages questions rejects corrections version\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment QuestionParts on BankQuestion {\n    questionId kind text answer basis void also\n    options { letter text }\n  }\n"): (typeof documents)["\n  fragment QuestionParts on BankQuestion {\n    questionId kind text answer basis void also\n    options { letter text }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Courses {\n    courses { ...CourseParts }\n    questionDisputes {\n      pracPsnCode name attemptId courseId courseTitle chosen text at version mayAnswer\n      question { ...QuestionParts }\n    }\n  }\n"): (typeof documents)["\n  query Courses {\n    courses { ...CourseParts }\n    questionDisputes {\n      pracPsnCode name attemptId courseId courseTitle chosen text at version mayAnswer\n      question { ...QuestionParts }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CourseOf($courseId: String!, $number: Int) {\n    course(courseId: $courseId, number: $number) {\n      course { ...CourseParts }\n      shown mayTeach\n      versions {\n        number title hours pages questions fileName sha256 by at\n        rejects { sheet row field reason raw }\n      }\n      pages { chapter title text }\n      questions { ...QuestionParts }\n    }\n  }\n"): (typeof documents)["\n  query CourseOf($courseId: String!, $number: Int) {\n    course(courseId: $courseId, number: $number) {\n      course { ...CourseParts }\n      shown mayTeach\n      versions {\n        number title hours pages questions fileName sha256 by at\n        rejects { sheet row field reason raw }\n      }\n      pages { chapter title text }\n      questions { ...QuestionParts }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CourseRetire($input: CourseRetireInput!) {\n    result: courseRetire(input: $input) {\n      __typename\n      ... on CourseSuccess { course { ...CourseParts } }\n      ... on UserError { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation CourseRetire($input: CourseRetireInput!) {\n    result: courseRetire(input: $input) {\n      __typename\n      ... on CourseSuccess { course { ...CourseParts } }\n      ... on UserError { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AppealResolve($input: QuestionAppealResolveInput!) {\n    result: questionAppealResolve(input: $input) {\n      __typename\n      ... on StudySuccess { study { pracPsnCode version } }\n      ... on UserError { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation AppealResolve($input: QuestionAppealResolveInput!) {\n    result: questionAppealResolve(input: $input) {\n      __typename\n      ... on StudySuccess { study { pracPsnCode version } }\n      ... on UserError { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation AccountDeclareTies($input: AccountDeclareTiesInput!) {\n      result: accountDeclareTies(input: $input) { ...AccountOutcome }\n    }\n  "): (typeof documents)["\n    mutation AccountDeclareTies($input: AccountDeclareTiesInput!) {\n      result: accountDeclareTies(input: $input) { ...AccountOutcome }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AbsenceRecord($input: AbsenceRecordInput!) {\n    result: absenceRecord(input: $input) { ...DelegationOutcome }\n  }\n"): (typeof documents)["\n  mutation AbsenceRecord($input: AbsenceRecordInput!) {\n    result: absenceRecord(input: $input) { ...DelegationOutcome }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation DelegationGive($input: DelegationGiveInput!) {\n        result: delegationGive(input: $input) { ...DelegationOutcome }\n      }\n    "): (typeof documents)["\n      mutation DelegationGive($input: DelegationGiveInput!) {\n        result: delegationGive(input: $input) { ...DelegationOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation DelegationEnd($input: DelegationEndInput!) {\n        result: delegationEnd(input: $input) { ...DelegationOutcome }\n      }\n    "): (typeof documents)["\n      mutation DelegationEnd($input: DelegationEndInput!) {\n        result: delegationEnd(input: $input) { ...DelegationOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation EntrustmentRecord($input: EntrustmentRecordInput!) {\n        result: entrustmentRecord(input: $input) { ...DelegationOutcome }\n      }\n    "): (typeof documents)["\n      mutation EntrustmentRecord($input: EntrustmentRecordInput!) {\n        result: entrustmentRecord(input: $input) { ...DelegationOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation EntrustmentScanAttach($input: EntrustmentScanAttachInput!) {\n        result: entrustmentScanAttach(input: $input) { ...DelegationOutcome }\n      }\n    "): (typeof documents)["\n      mutation EntrustmentScanAttach($input: EntrustmentScanAttachInput!) {\n        result: entrustmentScanAttach(input: $input) { ...DelegationOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation EntrustmentEnd($input: EntrustmentEndInput!) {\n        result: entrustmentEnd(input: $input) { ...DelegationOutcome }\n      }\n    "): (typeof documents)["\n      mutation EntrustmentEnd($input: EntrustmentEndInput!) {\n        result: entrustmentEnd(input: $input) { ...DelegationOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation AbsenceEnd($input: AbsenceEndInput!) {\n        result: absenceEnd(input: $input) { ...DelegationOutcome }\n      }\n    "): (typeof documents)["\n      mutation AbsenceEnd($input: AbsenceEndInput!) {\n        result: absenceEnd(input: $input) { ...DelegationOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Mandates {\n    mandates {\n      version\n      delegations {\n        delegationId principal principalAccount deputy deputyAccount startsAt overAt reason holds\n        ended\n        acts { act title }\n      }\n      absences { absenceId who whoAccount standIn startsOn overOn reason holds ended mayEnd }\n      mayRecordOthers\n      letters { documentNo scope publishedOn where startsOn endsOn by holds scan scanName scanLost }\n      mine { act title to }\n      never { title basis }\n    }\n  }\n"): (typeof documents)["\n  query Mandates {\n    mandates {\n      version\n      delegations {\n        delegationId principal principalAccount deputy deputyAccount startsAt overAt reason holds\n        ended\n        acts { act title }\n      }\n      absences { absenceId who whoAccount standIn startsOn overOn reason holds ended mayEnd }\n      mayRecordOthers\n      letters { documentNo scope publishedOn where startsOn endsOn by holds scan scanName scanLost }\n      mine { act title to }\n      never { title basis }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment DelegationOutcome on DelegationResult {\n    ... on DelegationSuccess { register { version } }\n    ... on UserError { code message }\n    ... on InvalidInput { field }\n    ... on StaleVersion { currentVersion }\n    ... on IllegalTransition { current }\n  }\n"): (typeof documents)["\n  fragment DelegationOutcome on DelegationResult {\n    ... on DelegationSuccess { register { version } }\n    ... on UserError { code message }\n    ... on InvalidInput { field }\n    ... on StaleVersion { currentVersion }\n    ... on IllegalTransition { current }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FormTemplates {\n    formTemplates {\n      formId title basis series own\n      versions { sha256 size name note by at }\n    }\n    numberSeries { series title year numbers last gap }\n  }\n"): (typeof documents)["\n  query FormTemplates {\n    formTemplates {\n      formId title basis series own\n      versions { sha256 size name note by at }\n    }\n    numberSeries { series title year numbers last gap }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DocumentNumbers($series: String!, $year: Int!, $after: Int!) {\n    documentNumbers(series: $series, year: $year, after: $after) { serial number caseNo void }\n  }\n"): (typeof documents)["\n  query DocumentNumbers($series: String!, $year: Int!, $after: Int!) {\n    documentNumbers(series: $series, year: $year, after: $after) { serial number caseNo void }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TemplateDifferences($formId: String!, $first: String!, $second: String!) {\n    templateDifferences(formId: $formId, first: $first, second: $second) { added text }\n  }\n"): (typeof documents)["\n  query TemplateDifferences($formId: String!, $first: String!, $second: String!) {\n    templateDifferences(formId: $formId, first: $first, second: $second) { added text }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TemplateReset($input: TemplateResetInput!) {\n    result: templateReset(input: $input) {\n      ... on TemplateSuccess { template { formId } }\n      ... on UserError { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation TemplateReset($input: TemplateResetInput!) {\n    result: templateReset(input: $input) {\n      ... on TemplateSuccess { template { formId } }\n      ... on UserError { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment LeftParts on LeftOut {\n    message reason\n  }\n"): (typeof documents)["\n  fragment LeftParts on LeftOut {\n    message reason\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SubgraphParts on Subgraph {\n    nodes { id kind label sharers crowded inOpenCase properties { name value } }\n    edges { id source target kind count amount first last }\n    truncated\n    endCursor\n    leftOut { ...LeftParts }\n  }\n"): (typeof documents)["\n  fragment SubgraphParts on Subgraph {\n    nodes { id kind label sharers crowded inOpenCase properties { name value } }\n    edges { id source target kind count amount first last }\n    truncated\n    endCursor\n    leftOut { ...LeftParts }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Entity($id: ID!) {\n    entity(id: $id) {\n      node { id kind label sharers crowded inOpenCase properties { name value } }\n      settlements amount fund first last\n      counts { relationship kind count byRequest }\n      leftOut { ...LeftParts }\n    }\n  }\n"): (typeof documents)["\n  query Entity($id: ID!) {\n    entity(id: $id) {\n      node { id kind label sharers crowded inOpenCase properties { name value } }\n      settlements amount fund first last\n      counts { relationship kind count byRequest }\n      leftOut { ...LeftParts }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query NeighbourTotals($ids: [ID!]!) {\n    neighbourTotals(ids: $ids) { totals { id total } }\n  }\n"): (typeof documents)["\n  query NeighbourTotals($ids: [ID!]!) {\n    neighbourTotals(ids: $ids) { totals { id total } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Expand($id: ID!, $filter: ExpandFilter, $first: Int!, $after: String) {\n    expand(id: $id, filter: $filter, first: $first, after: $after) { ...SubgraphParts }\n  }\n"): (typeof documents)["\n  query Expand($id: ID!, $filter: ExpandFilter, $first: Int!, $after: String) {\n    expand(id: $id, filter: $filter, first: $first, after: $after) { ...SubgraphParts }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SubgraphOf($ids: [ID!]!) {\n    subgraph(ids: $ids) { ...SubgraphParts missing }\n  }\n"): (typeof documents)["\n  query SubgraphOf($ids: [ID!]!) {\n    subgraph(ids: $ids) { ...SubgraphParts missing }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Activity($ids: [ID!]!) {\n    activity(ids: $ids) {\n      days { day edgeIds counts amounts }\n      leftOut { ...LeftParts }\n    }\n  }\n"): (typeof documents)["\n  query Activity($ids: [ID!]!) {\n    activity(ids: $ids) {\n      days { day edgeIds counts amounts }\n      leftOut { ...LeftParts }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Paths(\n    $source: ID!\n    $target: ID!\n    $filter: PathFilter\n    $mode: PathMode!\n    $weight: PathWeight!\n    $after: String\n  ) {\n    paths(\n      source: $source\n      target: $target\n      filter: $filter\n      mode: $mode\n      weight: $weight\n      first: 10\n      after: $after\n    ) {\n      paths { nodeIds weight }\n      searched\n      endCursor\n      leftOut { ...LeftParts }\n      graph { ...SubgraphParts }\n    }\n  }\n"): (typeof documents)["\n  query Paths(\n    $source: ID!\n    $target: ID!\n    $filter: PathFilter\n    $mode: PathMode!\n    $weight: PathWeight!\n    $after: String\n  ) {\n    paths(\n      source: $source\n      target: $target\n      filter: $filter\n      mode: $mode\n      weight: $weight\n      first: 10\n      after: $after\n    ) {\n      paths { nodeIds weight }\n      searched\n      endCursor\n      leftOut { ...LeftParts }\n      graph { ...SubgraphParts }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CommonNeighbours($ids: [ID!]!, $least: Int, $after: String) {\n    commonNeighbours(ids: $ids, least: $least, first: 50, after: $after) { ...SubgraphParts }\n  }\n"): (typeof documents)["\n  query CommonNeighbours($ids: [ID!]!, $least: Int, $after: String) {\n    commonNeighbours(ids: $ids, least: $least, first: 50, after: $after) { ...SubgraphParts }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EntityTimeline($id: ID!, $fromDay: Date, $toDay: Date, $after: String) {\n    timeline(id: $id, fromDay: $fromDay, toDay: $toDay, first: 50, after: $after) {\n      entries {\n        at\n        settlement { id label properties { name value } }\n        patient { id label }\n        institution { id label }\n        doctor { id label }\n      }\n      endCursor\n      leftOut { ...LeftParts }\n    }\n  }\n"): (typeof documents)["\n  query EntityTimeline($id: ID!, $fromDay: Date, $toDay: Date, $after: String) {\n    timeline(id: $id, fromDay: $fromDay, toDay: $toDay, first: 50, after: $after) {\n      entries {\n        at\n        settlement { id label properties { name value } }\n        patient { id label }\n        institution { id label }\n        doctor { id label }\n      }\n      endCursor\n      leftOut { ...LeftParts }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RingGraph($id: ID!) {\n    ringGraph(id: $id) { ...SubgraphParts }\n  }\n"): (typeof documents)["\n  query RingGraph($id: ID!) {\n    ringGraph(id: $id) { ...SubgraphParts }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Investigations($text: String!, $after: String) {\n    investigations(text: $text, first: 50, after: $after) {\n      nodes { id name owner sharedWith version updatedAt states { version savedAt } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): (typeof documents)["\n  query Investigations($text: String!, $after: String) {\n    investigations(text: $text, first: 50, after: $after) {\n      nodes { id name owner sharedWith version updatedAt states { version savedAt } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Investigation($id: ID!, $state: Int) {\n    investigation(id: $id, state: $state) {\n      id key name owner sharedWith version updatedAt savedAt content\n    }\n  }\n"): (typeof documents)["\n  query Investigation($id: ID!, $state: Int) {\n    investigation(id: $id, state: $state) {\n      id key name owner sharedWith version updatedAt savedAt content\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CasePicture($caseNo: String!, $pictureId: String!) {\n    casePicture(caseNo: $caseNo, pictureId: $pictureId) { pictureId title content }\n  }\n"): (typeof documents)["\n  query CasePicture($caseNo: String!, $pictureId: String!) {\n    casePicture(caseNo: $caseNo, pictureId: $pictureId) { pictureId title content }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation InvestigationSave($input: InvestigationSaveInput!) {\n    result: investigationSave(input: $input) {\n      ... on InvestigationSuccess { investigation { id key name version owner sharedWith updatedAt } }\n      ... on UserError { code message }\n      ... on StaleVersion { currentVersion }\n    }\n  }\n"): (typeof documents)["\n  mutation InvestigationSave($input: InvestigationSaveInput!) {\n    result: investigationSave(input: $input) {\n      ... on InvestigationSuccess { investigation { id key name version owner sharedWith updatedAt } }\n      ... on UserError { code message }\n      ... on StaleVersion { currentVersion }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation InvestigationDelete($id: ID!) {\n    result: investigationDelete(id: $id) {\n      ... on Done { ok }\n      ... on UserError { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation InvestigationDelete($id: ID!) {\n    result: investigationDelete(id: $id) {\n      ... on Done { ok }\n      ... on UserError { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CaseAttachInvestigation($input: CaseAttachPictureInput!) {\n    result: caseAttachPicture(input: $input) { ...CaseOutcome }\n  }\n"): (typeof documents)["\n  mutation CaseAttachInvestigation($input: CaseAttachPictureInput!) {\n    result: caseAttachPicture(input: $input) { ...CaseOutcome }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CountyOutline($after: String) {\n    geo(first: 200, after: $after) {\n      outline\n      places { lon lat }\n      endCursor\n      leftOut { reason count ...LeftParts }\n    }\n  }\n"): (typeof documents)["\n  query CountyOutline($after: String) {\n    geo(first: 200, after: $after) {\n      outline\n      places { lon lat }\n      endCursor\n      leftOut { reason count ...LeftParts }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SubgraphMetrics($ids: [ID!]!, $after: String) {\n    subgraphMetrics(ids: $ids, first: 200, after: $after) {\n      nodes { id degree betweenness community }\n      communities modularity endCursor\n      leftOut { ...LeftParts }\n    }\n  }\n"): (typeof documents)["\n  query SubgraphMetrics($ids: [ID!]!, $after: String) {\n    subgraphMetrics(ids: $ids, first: 200, after: $after) {\n      nodes { id degree betweenness community }\n      communities modularity endCursor\n      leftOut { ...LeftParts }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PatternTemplates {\n    patternTemplates {\n      key title explanation\n      parameters { name label kind kinds default least most }\n    }\n  }\n"): (typeof documents)["\n  query PatternTemplates {\n    patternTemplates {\n      key title explanation\n      parameters { name label kind kinds default least most }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Pattern($key: String!, $parameters: [PatternValue!]!, $after: String) {\n    pattern(key: $key, parameters: $parameters, first: 50, after: $after) {\n      template { title columns { name label kind } }\n      rows { cells { text nodeIds } }\n      graph { ...SubgraphParts }\n      endCursor\n      leftOut { ...LeftParts }\n    }\n  }\n"): (typeof documents)["\n  query Pattern($key: String!, $parameters: [PatternValue!]!, $after: String) {\n    pattern(key: $key, parameters: $parameters, first: 50, after: $after) {\n      template { title columns { name label kind } }\n      rows { cells { text nodeIds } }\n      graph { ...SubgraphParts }\n      endCursor\n      leftOut { ...LeftParts }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment FindingParts on Finding {\n    id findingId ruleId ruleName ruleVersion result sentence\n    psnNo psnName fixmedinsCode fixmedinsName pracPsnCode pracPsnName\n    mdtrtIds firstTime lastTime amount amountInvolved lineCount population firstSeenAt\n    legalBasis { citation }\n    judgement { verdict reason by at }\n    notes { ...NoteParts }\n    caseNos\n  }\n"): (typeof documents)["\n  fragment FindingParts on Finding {\n    id findingId ruleId ruleName ruleVersion result sentence\n    psnNo psnName fixmedinsCode fixmedinsName pracPsnCode pracPsnName\n    mdtrtIds firstTime lastTime amount amountInvolved lineCount population firstSeenAt\n    legalBasis { citation }\n    judgement { verdict reason by at }\n    notes { ...NoteParts }\n    caseNos\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Findings($filter: FindingFilter, $after: String) {\n    findings(filter: $filter, first: 100, after: $after) {\n      nodes { ...FindingParts }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n"): (typeof documents)["\n  query Findings($filter: FindingFilter, $after: String) {\n    findings(filter: $filter, first: 100, after: $after) {\n      nodes { ...FindingParts }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FindingSums($filter: FindingFilter) {\n    findingSums(filter: $filter) { count amount }\n  }\n"): (typeof documents)["\n  query FindingSums($filter: FindingFilter) {\n    findingSums(filter: $filter) { count amount }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FindingGroups($by: FindingGroupBy!, $filter: FindingFilter) {\n    findingGroups(by: $by, filter: $filter) { key label count amount }\n  }\n"): (typeof documents)["\n  query FindingGroups($by: FindingGroupBy!, $filter: FindingFilter) {\n    findingGroups(by: $by, filter: $filter) { key label count amount }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Finding($id: ID!) {\n    finding(id: $id) { ...FindingParts }\n  }\n"): (typeof documents)["\n  query Finding($id: ID!) {\n    finding(id: $id) { ...FindingParts }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FindingBill($id: ID!) {\n    findingBill(id: $id) {\n      mdtrtId feedetlSn feeOcurTime hilistCode hilistName cnt pric detItemFeeSumamt hit\n    }\n    findingUnset(id: $id) { visit billed amount on documents }\n  }\n"): (typeof documents)["\n  query FindingBill($id: ID!) {\n    findingBill(id: $id) {\n      mdtrtId feedetlSn feeOcurTime hilistCode hilistName cnt pric detItemFeeSumamt hit\n    }\n    findingUnset(id: $id) { visit billed amount on documents }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation FindingJudge($input: FindingJudgeInput!) {\n    result: findingJudge(input: $input) { ...JudgementOutcome }\n  }\n  fragment JudgementOutcome on JudgementResult {\n    ... on JudgementSuccess { count }\n    ... on UserError { code message }\n  }\n"): (typeof documents)["\n  mutation FindingJudge($input: FindingJudgeInput!) {\n    result: findingJudge(input: $input) { ...JudgementOutcome }\n  }\n  fragment JudgementOutcome on JudgementResult {\n    ... on JudgementSuccess { count }\n    ... on UserError { code message }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CaseAttachFindings($input: CaseAttachFindingsInput!) {\n    result: caseAttachFindings(input: $input) { ...CaseOutcome }\n  }\n"): (typeof documents)["\n  mutation CaseAttachFindings($input: CaseAttachFindingsInput!) {\n    result: caseAttachFindings(input: $input) { ...CaseOutcome }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CaseOpen($input: CaseOpenInput!) {\n    result: caseOpen(input: $input) { ...CaseOutcome }\n  }\n"): (typeof documents)["\n  mutation CaseOpen($input: CaseOpenInput!) {\n    result: caseOpen(input: $input) { ...CaseOutcome }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OpenCases($text: String, $after: String) {\n    cases(filter: { workable: true, text: $text }, first: 50, after: $after) {\n      nodes { id caseNo title stageTitle }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): (typeof documents)["\n  query OpenCases($text: String, $after: String) {\n    cases(filter: { workable: true, text: $text }, first: 50, after: $after) {\n      nodes { id caseNo title stageTitle }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment BatchParts on ImportBatch {\n    id batchId profile status importedAt importedBy seconds rejects notes { said { text names } rows } months withdrawnMonths replaces canWithdraw\n    files { name sha256 rows }\n    tables { table rows accepted rejected totals { column amount } }\n  }\n"): (typeof documents)["\n  fragment BatchParts on ImportBatch {\n    id batchId profile status importedAt importedBy seconds rejects notes { said { text names } rows } months withdrawnMonths replaces canWithdraw\n    files { name sha256 rows }\n    tables { table rows accepted rejected totals { column amount } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ImportBatches($after: String) {\n    importBatches(first: 50, after: $after) {\n      nodes { ...BatchParts }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n"): (typeof documents)["\n  query ImportBatches($after: String) {\n    importBatches(first: 50, after: $after) {\n      nodes { ...BatchParts }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ImportBatch($id: ID!) {\n    importBatch(id: $id) { ...BatchParts }\n  }\n"): (typeof documents)["\n  query ImportBatch($id: ID!) {\n    importBatch(id: $id) { ...BatchParts }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Rejects($batchId: String!, $after: String) {\n    rejects(batchId: $batchId, first: 100, after: $after) {\n      nodes { file line table field code reason }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n"): (typeof documents)["\n  query Rejects($batchId: String!, $after: String) {\n    rejects(batchId: $batchId, first: 100, after: $after) {\n      nodes { file line table field code reason }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Incoming {\n    incomingFolders { name files bytes modifiedAt }\n    importProfiles { name version title own }\n  }\n"): (typeof documents)["\n  query Incoming {\n    incomingFolders { name files bytes modifiedAt }\n    importProfiles { name version title own }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ImportProfiles {\n    importProfiles { name title }\n  }\n"): (typeof documents)["\n  query ImportProfiles {\n    importProfiles { name title }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ImportStart($input: ImportStartInput!) {\n    result: importStart(input: $input) {\n      ... on JobSuccess { job { ...JobParts } }\n      ... on UserError { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation ImportStart($input: ImportStartInput!) {\n    result: importStart(input: $input) {\n      ... on JobSuccess { job { ...JobParts } }\n      ... on UserError { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ImportWithdraw($input: ImportWithdrawInput!) {\n    result: importWithdraw(input: $input) {\n      ... on BatchSuccess { batch { id status } }\n      ... on UserError { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation ImportWithdraw($input: ImportWithdrawInput!) {\n    result: importWithdraw(input: $input) {\n      ... on BatchSuccess { batch { id status } }\n      ... on UserError { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query KeptProfiles {\n    keptProfiles { name version title file sha256 keptBy keptAt inForce }\n  }\n"): (typeof documents)["\n  query KeptProfiles {\n    keptProfiles { name version title file sha256 keptBy keptAt inForce }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ProfileKeep($input: ImportProfileKeepInput!) {\n    result: importProfileKeep(input: $input) {\n      ... on ProfileSuccess { profile { name version } }\n      ... on UserError { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation ProfileKeep($input: ImportProfileKeepInput!) {\n    result: importProfileKeep(input: $input) {\n      ... on ProfileSuccess { profile { name version } }\n      ... on UserError { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ImportPreview($folder: String!, $profile: String!) {\n    importPreview(folder: $folder, profile: $profile) {\n      problem ignored\n      files {\n        name source encoding unknownColumns brokenLines problem\n        tables { table columns rows problems { column reason } }\n      }\n    }\n  }\n"): (typeof documents)["\n  query ImportPreview($folder: String!, $profile: String!) {\n    importPreview(folder: $folder, profile: $profile) {\n      problem ignored\n      files {\n        name source encoding unknownColumns brokenLines problem\n        tables { table columns rows problems { column reason } }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment QualityParts on BatchQuality {\n    batchId at asked\n    lines {\n      lineId kind table column rows asked said { text names } state note changedBy changedAt\n      owner { account name }\n    }\n    columns { table column title filled rows sent }\n    months { table month inBatch rows usual }\n  }\n"): (typeof documents)["\n  fragment QualityParts on BatchQuality {\n    batchId at asked\n    lines {\n      lineId kind table column rows asked said { text names } state note changedBy changedAt\n      owner { account name }\n    }\n    columns { table column title filled rows sent }\n    months { table month inBatch rows usual }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query BatchQuality($id: ID!) {\n    batchQuality(id: $id) { ...QualityParts }\n  }\n"): (typeof documents)["\n  query BatchQuality($id: ID!) {\n    batchQuality(id: $id) { ...QualityParts }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query QualityRows($id: ID!, $lineId: String!, $offset: Int!) {\n    qualityRows(id: $id, lineId: $lineId, offset: $offset) { columns rows nextOffset }\n  }\n"): (typeof documents)["\n  query QualityRows($id: ID!, $lineId: String!, $offset: Int!) {\n    qualityRows(id: $id, lineId: $lineId, offset: $offset) { columns rows nextOffset }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation QualityWork($input: QualityWorkInput!) {\n    result: qualityWork(input: $input) {\n      ... on QualitySuccess { quality { ...QualityParts } }\n      ... on UserError { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation QualityWork($input: QualityWorkInput!) {\n    result: qualityWork(input: $input) {\n      ... on QualitySuccess { quality { ...QualityParts } }\n      ... on UserError { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query QualityColleagues { colleagues { account name roles } }\n"): (typeof documents)["\n  query QualityColleagues { colleagues { account name roles } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation QualityAgain($input: QualityAgainInput!) {\n    result: qualityAgain(input: $input) {\n      ... on QualitySuccess { quality { ...QualityParts } }\n      ... on UserError { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation QualityAgain($input: QualityAgainInput!) {\n    result: qualityAgain(input: $input) {\n      ... on QualitySuccess { quality { ...QualityParts } }\n      ... on UserError { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query QualityWorklist($owner: String) {\n    qualityWorklist(owner: $owner) {\n      batchId id\n      line {\n        lineId kind table column rows asked said { text names } state note changedBy changedAt\n        owner { account name }\n      }\n    }\n  }\n"): (typeof documents)["\n  query QualityWorklist($owner: String) {\n    qualityWorklist(owner: $owner) {\n      batchId id\n      line {\n        lineId kind table column rows asked said { text names } state note changedBy changedAt\n        owner { account name }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Inbox($first: Int!) {\n    inbox(first: $first) {\n      waiting { kind title detail target dueAt workingDaysLeft overdue amount since }\n      more\n      deadlines { kind title detail target dueAt workingDaysLeft overdue amount since }\n      news { code title count target }\n    }\n  }\n"): (typeof documents)["\n  query Inbox($first: Int!) {\n    inbox(first: $first) {\n      waiting { kind title detail target dueAt workingDaysLeft overdue amount since }\n      more\n      deadlines { kind title detail target dueAt workingDaysLeft overdue amount since }\n      news { code title count target }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation InspectionScanAttach($input: InspectionScanAttachInput!) {\n      result: inspectionScanAttach(input: $input) { ...InspectionOutcome }\n    }\n  "): (typeof documents)["\n    mutation InspectionScanAttach($input: InspectionScanAttachInput!) {\n      result: inspectionScanAttach(input: $input) { ...InspectionOutcome }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation InspectionNoticeAttach($input: InspectionNoticeAttachInput!) {\n      result: inspectionNoticeAttach(input: $input) { ...InspectionOutcome }\n    }\n  "): (typeof documents)["\n    mutation InspectionNoticeAttach($input: InspectionNoticeAttachInput!) {\n      result: inspectionNoticeAttach(input: $input) { ...InspectionOutcome }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation InspectionStart($input: InspectionStartInput!) {\n        result: inspectionStart(input: $input) { ...InspectionOutcome }\n      }\n    "): (typeof documents)["\n      mutation InspectionStart($input: InspectionStartInput!) {\n        result: inspectionStart(input: $input) { ...InspectionOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation InspectionPaperWrite($input: InspectionPaperWriteInput!) {\n        result: inspectionPaperWrite(input: $input) { ...InspectionOutcome }\n      }\n    "): (typeof documents)["\n      mutation InspectionPaperWrite($input: InspectionPaperWriteInput!) {\n        result: inspectionPaperWrite(input: $input) { ...InspectionOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation InspectionPaperSubmit($input: InspectionPaperSubmitInput!) {\n        result: inspectionPaperSubmit(input: $input) { ...InspectionOutcome }\n      }\n    "): (typeof documents)["\n      mutation InspectionPaperSubmit($input: InspectionPaperSubmitInput!) {\n        result: inspectionPaperSubmit(input: $input) { ...InspectionOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation InspectionPaperReply($input: InspectionPaperReplyInput!) {\n        result: inspectionPaperReply(input: $input) { ...InspectionOutcome }\n      }\n    "): (typeof documents)["\n      mutation InspectionPaperReply($input: InspectionPaperReplyInput!) {\n        result: inspectionPaperReply(input: $input) { ...InspectionOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation InspectionPaperSign($input: InspectionPaperSignInput!) {\n        result: inspectionPaperSign(input: $input) { ...InspectionOutcome }\n      }\n    "): (typeof documents)["\n      mutation InspectionPaperSign($input: InspectionPaperSignInput!) {\n        result: inspectionPaperSign(input: $input) { ...InspectionOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation InspectionOfficersChange($input: InspectionOfficersChangeInput!) {\n        result: inspectionOfficersChange(input: $input) { ...InspectionOutcome }\n      }\n    "): (typeof documents)["\n      mutation InspectionOfficersChange($input: InspectionOfficersChangeInput!) {\n        result: inspectionOfficersChange(input: $input) { ...InspectionOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation InspectionTiesCheck($input: InspectionTiesCheckInput!) {\n        result: inspectionTiesCheck(input: $input) { ...InspectionOutcome }\n      }\n    "): (typeof documents)["\n      mutation InspectionTiesCheck($input: InspectionTiesCheckInput!) {\n        result: inspectionTiesCheck(input: $input) { ...InspectionOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation InspectionRecusalRequest($input: InspectionRecusalRequestInput!) {\n        result: inspectionRecusalRequest(input: $input) { ...InspectionOutcome }\n      }\n    "): (typeof documents)["\n      mutation InspectionRecusalRequest($input: InspectionRecusalRequestInput!) {\n        result: inspectionRecusalRequest(input: $input) { ...InspectionOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation InspectionRecusalAnswer($input: InspectionRecusalAnswerInput!) {\n        result: inspectionRecusalAnswer(input: $input) { ...InspectionOutcome }\n      }\n    "): (typeof documents)["\n      mutation InspectionRecusalAnswer($input: InspectionRecusalAnswerInput!) {\n        result: inspectionRecusalAnswer(input: $input) { ...InspectionOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation InspectionRecusalDecide($input: InspectionRecusalDecideInput!) {\n        result: inspectionRecusalDecide(input: $input) { ...InspectionOutcome }\n      }\n    "): (typeof documents)["\n      mutation InspectionRecusalDecide($input: InspectionRecusalDecideInput!) {\n        result: inspectionRecusalDecide(input: $input) { ...InspectionOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation InspectionCancel($input: InspectionCancelInput!) {\n        result: inspectionCancel(input: $input) { ...InspectionOutcome }\n      }\n    "): (typeof documents)["\n      mutation InspectionCancel($input: InspectionCancelInput!) {\n        result: inspectionCancel(input: $input) { ...InspectionOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation InspectionClose($input: InspectionCloseInput!) {\n        result: inspectionClose(input: $input) { ...InspectionOutcome }\n      }\n    "): (typeof documents)["\n      mutation InspectionClose($input: InspectionCloseInput!) {\n        result: inspectionClose(input: $input) { ...InspectionOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation InspectionLink($input: InspectionLinkInput!) {\n        result: inspectionLink(input: $input) { ...InspectionOutcome }\n      }\n    "): (typeof documents)["\n      mutation InspectionLink($input: InspectionLinkInput!) {\n        result: inspectionLink(input: $input) { ...InspectionOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation InspectionFollowUp($input: InspectionFollowUpInput!) {\n        result: inspectionFollowUp(input: $input) { ...InspectionOutcome }\n      }\n    "): (typeof documents)["\n      mutation InspectionFollowUp($input: InspectionFollowUpInput!) {\n        result: inspectionFollowUp(input: $input) { ...InspectionOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Inspections($open: Boolean, $mine: Boolean!, $text: String, $after: String) {\n    inspections(open: $open, mine: $mine, text: $text, first: 100, after: $after) {\n      nodes {\n        inspectionNo title stage stageTitle kindTitle partyName startsOn officers papers unsigned amount caseNo\n      }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n"): (typeof documents)["\n  query Inspections($open: Boolean, $mine: Boolean!, $text: String, $after: String) {\n    inspections(open: $open, mine: $mine, text: $text, first: 100, after: $after) {\n      nodes {\n        inspectionNo title stage stageTitle kindTitle partyName startsOn officers papers unsigned amount caseNo\n      }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query InspectionFile($inspectionNo: String!) {\n    inspectionFile(inspectionNo: $inspectionNo) {\n      inspectionNo title stage stageTitle kind kindTitle nextStep basis scope noticeNo noticeScan noticeScanName noticeScanLost startsOn endsOn startedOn place\n      receivedBy amount situation caseNo version\n      followers { caseNo title }\n      followed { title on documentNo note by }\n      deadlines {\n        id title startedAt dueAt clock clockTitle calendar basis mark isOpen left unitsLeft problem\n        why { text at }\n      }\n      party { kind key name }\n      officers { name account certificateNo }\n      changes { officers on reason }\n      undeclared\n      recusals { recusalId name account ground reason byParty askedBy answer decidedBy granted ofHead }\n      cancelled { on reason documentNo by }\n      papers {\n        paperId problem facts law amount billCount findingIds leftOut typed summed amountReason writtenBy writtenAt scan scanName\n        reply { agrees text by post on own }\n        submitted { seq title text by at hash until late next files { evidenceId name size sha256 sm3 } }\n        signature { how signedOn signer witness witnessUnit whatHappened }\n      }\n      timeline { seq type title summary actor actorName onBehalfOf under at hash }\n      nextActions { act title primary onBehalfOf }\n    }\n  }\n"): (typeof documents)["\n  query InspectionFile($inspectionNo: String!) {\n    inspectionFile(inspectionNo: $inspectionNo) {\n      inspectionNo title stage stageTitle kind kindTitle nextStep basis scope noticeNo noticeScan noticeScanName noticeScanLost startsOn endsOn startedOn place\n      receivedBy amount situation caseNo version\n      followers { caseNo title }\n      followed { title on documentNo note by }\n      deadlines {\n        id title startedAt dueAt clock clockTitle calendar basis mark isOpen left unitsLeft problem\n        why { text at }\n      }\n      party { kind key name }\n      officers { name account certificateNo }\n      changes { officers on reason }\n      undeclared\n      recusals { recusalId name account ground reason byParty askedBy answer decidedBy granted ofHead }\n      cancelled { on reason documentNo by }\n      papers {\n        paperId problem facts law amount billCount findingIds leftOut typed summed amountReason writtenBy writtenAt scan scanName\n        reply { agrees text by post on own }\n        submitted { seq title text by at hash until late next files { evidenceId name size sha256 sm3 } }\n        signature { how signedOn signer witness witnessUnit whatHappened }\n      }\n      timeline { seq type title summary actor actorName onBehalfOf under at hash }\n      nextActions { act title primary onBehalfOf }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation InspectionOpen($input: InspectionOpenInput!) {\n    result: inspectionOpen(input: $input) {\n      ... on InspectionSuccess { inspectionFile { inspectionNo } }\n      ... on UserError { code message }\n      ... on InvalidInput { field }\n    }\n  }\n"): (typeof documents)["\n  mutation InspectionOpen($input: InspectionOpenInput!) {\n    result: inspectionOpen(input: $input) {\n      ... on InspectionSuccess { inspectionFile { inspectionNo } }\n      ... on UserError { code message }\n      ... on InvalidInput { field }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment InspectionOutcome on InspectionResult {\n    ... on InspectionSuccess { inspectionFile { inspectionNo version stage } }\n    ... on UserError { code message }\n    ... on InvalidInput { field }\n    ... on StaleVersion { currentVersion }\n    ... on IllegalTransition { current }\n  }\n"): (typeof documents)["\n  fragment InspectionOutcome on InspectionResult {\n    ... on InspectionSuccess { inspectionFile { inspectionNo version stage } }\n    ... on UserError { code message }\n    ... on InvalidInput { field }\n    ... on StaleVersion { currentVersion }\n    ... on IllegalTransition { current }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PaperLineParts on PaperLines {\n    total count summed unknown elsewhere\n    rows { bill on who item amount held inPaper known leftOut }\n  }\n"): (typeof documents)["\n  fragment PaperLineParts on PaperLines {\n    total count summed unknown elsewhere\n    rows { bill on who item amount held inPaper known leftOut }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PaperLines($inspectionNo: String!, $paperId: String!, $first: Int!, $start: Int!) {\n    lines: inspectionPaperLines(inspectionNo: $inspectionNo, paperId: $paperId, first: $first, start: $start) {\n      ...PaperLineParts\n    }\n  }\n"): (typeof documents)["\n  query PaperLines($inspectionNo: String!, $paperId: String!, $first: Int!, $start: Int!) {\n    lines: inspectionPaperLines(inspectionNo: $inspectionNo, paperId: $paperId, first: $first, start: $start) {\n      ...PaperLineParts\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PaperPick($inspectionNo: String!, $choice: PaperChoice!, $first: Int!, $start: Int!) {\n    lines: inspectionPaperPick(inspectionNo: $inspectionNo, choice: $choice, first: $first, start: $start) {\n      ...PaperLineParts\n    }\n  }\n"): (typeof documents)["\n  query PaperPick($inspectionNo: String!, $choice: PaperChoice!, $first: Int!, $start: Int!) {\n    lines: inspectionPaperPick(inspectionNo: $inspectionNo, choice: $choice, first: $first, start: $start) {\n      ...PaperLineParts\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PaperFindings($filter: FindingFilter) {\n    findings(filter: $filter, first: 50) {\n      nodes { findingId ruleName sentence amount }\n    }\n  }\n"): (typeof documents)["\n  query PaperFindings($filter: FindingFilter) {\n    findings(filter: $filter, first: 50) {\n      nodes { findingId ruleName sentence amount }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment KeyOutcome on KeyResult {\n    ... on KeySuccess { secret keys { keyId version works } }\n    ... on UserError { code message }\n    ... on InvalidInput { field }\n    ... on StaleVersion { currentVersion }\n    ... on IllegalTransition { current }\n  }\n"): (typeof documents)["\n  fragment KeyOutcome on KeyResult {\n    ... on KeySuccess { secret keys { keyId version works } }\n    ... on UserError { code message }\n    ... on InvalidInput { field }\n    ... on StaleVersion { currentVersion }\n    ... on IllegalTransition { current }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation KeyRevoke($input: KeyRevokeInput!) {\n      result: keyRevoke(input: $input) { ...KeyOutcome }\n    }\n  "): (typeof documents)["\n    mutation KeyRevoke($input: KeyRevokeInput!) {\n      result: keyRevoke(input: $input) { ...KeyOutcome }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ApiKeys {\n    apiKeys { keyId name until issuedBy issuedAt revokedAt usedAt works version }\n  }\n"): (typeof documents)["\n  query ApiKeys {\n    apiKeys { keyId name until issuedBy issuedAt revokedAt usedAt works version }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation KeyIssue($input: KeyIssueInput!) {\n    result: keyIssue(input: $input) { ...KeyOutcome }\n  }\n"): (typeof documents)["\n  mutation KeyIssue($input: KeyIssueInput!) {\n    result: keyIssue(input: $input) { ...KeyOutcome }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Log($filter: LogFilter, $after: String) {\n    log(filter: $filter, first: 100, after: $after) {\n      nodes { stream seq type title actor actorName at summary hash prev }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n"): (typeof documents)["\n  query Log($filter: LogFilter, $after: String) {\n    log(filter: $filter, first: 100, after: $after) {\n      nodes { stream seq type title actor actorName at summary hash prev }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ChainReport {\n    chainReport { streams events checkedAt problems { stream why } }\n  }\n"): (typeof documents)["\n  query ChainReport {\n    chainReport { streams events checkedAt problems { stream why } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation MeasurePaperAttach($input: MeasurePaperAttachInput!) {\n      result: measurePaperAttach(input: $input) { ...MeasureOutcome }\n    }\n  "): (typeof documents)["\n    mutation MeasurePaperAttach($input: MeasurePaperAttachInput!) {\n      result: measurePaperAttach(input: $input) { ...MeasureOutcome }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation MeasurePropose($input: MeasureProposeInput!) {\n        result: measurePropose(input: $input) { ...MeasureOutcome }\n      }\n    "): (typeof documents)["\n      mutation MeasurePropose($input: MeasureProposeInput!) {\n        result: measurePropose(input: $input) { ...MeasureOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation MeasureDecide($input: MeasureDecideInput!) {\n        result: measureDecide(input: $input) { ...MeasureOutcome }\n      }\n    "): (typeof documents)["\n      mutation MeasureDecide($input: MeasureDecideInput!) {\n        result: measureDecide(input: $input) { ...MeasureOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation MeasureHear($input: MeasureHearInput!) {\n        result: measureHear(input: $input) { ...MeasureOutcome }\n      }\n    "): (typeof documents)["\n      mutation MeasureHear($input: MeasureHearInput!) {\n        result: measureHear(input: $input) { ...MeasureOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation MeasureStop($input: MeasureStopInput!) {\n        result: measureStop(input: $input) { ...MeasureOutcome }\n      }\n    "): (typeof documents)["\n      mutation MeasureStop($input: MeasureStopInput!) {\n        result: measureStop(input: $input) { ...MeasureOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation MeasureNote($input: MeasureNoteInput!) {\n        result: measureNote(input: $input) { ...MeasureOutcome }\n      }\n    "): (typeof documents)["\n      mutation MeasureNote($input: MeasureNoteInput!) {\n        result: measureNote(input: $input) { ...MeasureOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation MeasureServe($input: MeasureServeInput!) {\n        result: measureServe(input: $input) { ...MeasureOutcome }\n      }\n    "): (typeof documents)["\n      mutation MeasureServe($input: MeasureServeInput!) {\n        result: measureServe(input: $input) { ...MeasureOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation MeasureCorrectService($input: MeasureCorrectServiceInput!) {\n        result: measureCorrectService(input: $input) { ...MeasureOutcome }\n      }\n    "): (typeof documents)["\n      mutation MeasureCorrectService($input: MeasureCorrectServiceInput!) {\n        result: measureCorrectService(input: $input) { ...MeasureOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation MeasureLift($input: MeasureLiftInput!) {\n        result: measureLift(input: $input) { ...MeasureOutcome }\n      }\n    "): (typeof documents)["\n      mutation MeasureLift($input: MeasureLiftInput!) {\n        result: measureLift(input: $input) { ...MeasureOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment MeasureRowParts on MeasureRow {\n    id subjectKind subjectKey department name measureId kind title area startsAt overAt\n    restsSince acts standing standingTitle stops withholds personal source basis caseNo documentNo reasons liftReasons statement statementScans\n    proposedBy decidedBy onBehalfOf identityNo managerRole notes forms { formId title scan scanLost }\n    services { of correctable title servedOn way particulars receipt } version\n  }\n"): (typeof documents)["\n  fragment MeasureRowParts on MeasureRow {\n    id subjectKind subjectKey department name measureId kind title area startsAt overAt\n    restsSince acts standing standingTitle stops withholds personal source basis caseNo documentNo reasons liftReasons statement statementScans\n    proposedBy decidedBy onBehalfOf identityNo managerRole notes forms { formId title scan scanLost }\n    services { of correctable title servedOn way particulars receipt } version\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Measures($asOf: DateTime, $history: Boolean!) {\n    measures(asOf: $asOf, history: $history) { ...MeasureRowParts }\n  }\n"): (typeof documents)["\n  query Measures($asOf: DateTime, $history: Boolean!) {\n    measures(asOf: $asOf, history: $history) { ...MeasureRowParts }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WaitingMeasures {\n    measuresToDecide { ...MeasureRowParts }\n    measuresToServe { ...MeasureRowParts }\n  }\n"): (typeof documents)["\n  query WaitingMeasures {\n    measuresToDecide { ...MeasureRowParts }\n    measuresToServe { ...MeasureRowParts }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MeasureRules {\n    measureTerms {\n      term title kind kindTitle subjects minMonths maxMonths timed personal penal basis mark\n    }\n    measureOverlaps { title mode basis mark }\n    pharmacyActs { act title points refuse basis mark }\n    pharmacyLevels { points title lifts basis mark }\n  }\n"): (typeof documents)["\n  query MeasureRules {\n    measureTerms {\n      term title kind kindTitle subjects minMonths maxMonths timed personal penal basis mark\n    }\n    measureOverlaps { title mode basis mark }\n    pharmacyActs { act title points refuse basis mark }\n    pharmacyLevels { points title lifts basis mark }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment MeasureOutcome on MeasureResult {\n    ... on MeasureSuccess { measures { id version standing } }\n    ... on UserError { code message }\n    ... on InvalidInput { field }\n    ... on StaleVersion { currentVersion }\n    ... on IllegalTransition { current }\n  }\n"): (typeof documents)["\n  fragment MeasureOutcome on MeasureResult {\n    ... on MeasureSuccess { measures { id version standing } }\n    ... on UserError { code message }\n    ... on InvalidInput { field }\n    ... on StaleVersion { currentVersion }\n    ... on IllegalTransition { current }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment NoteParts on MarkNote {\n    text by at\n  }\n"): (typeof documents)["\n  fragment NoteParts on MarkNote {\n    text by at\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation FindingNote($input: FindingNoteInput!) {\n    result: findingNote(input: $input) { ...JudgementOutcome }\n  }\n"): (typeof documents)["\n  mutation FindingNote($input: FindingNoteInput!) {\n    result: findingNote(input: $input) { ...JudgementOutcome }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RingNote($input: RingNoteInput!) {\n    result: ringNote(input: $input) { ...JudgementOutcome }\n  }\n"): (typeof documents)["\n  mutation RingNote($input: RingNoteInput!) {\n    result: ringNote(input: $input) { ...JudgementOutcome }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment NoticeParts on Notice {\n    key kind act title subject detail target dueAt workingDaysLeft at readAt settledAt settledBy\n  }\n"): (typeof documents)["\n  fragment NoticeParts on Notice {\n    key kind act title subject detail target dueAt workingDaysLeft at readAt settledAt settledBy\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Bell { unreadNotices notices(unreadOnly: true, first: 8) { nodes { ...NoticeParts } } }\n"): (typeof documents)["\n  query Bell { unreadNotices notices(unreadOnly: true, first: 8) { nodes { ...NoticeParts } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Notices($unreadOnly: Boolean!, $first: Int!, $after: String) {\n    notices(unreadOnly: $unreadOnly, first: $first, after: $after) {\n      nodes { ...NoticeParts }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): (typeof documents)["\n  query Notices($unreadOnly: Boolean!, $first: Int!, $after: String) {\n    notices(unreadOnly: $unreadOnly, first: $first, after: $after) {\n      nodes { ...NoticeParts }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ChoiceParts on NoticeChoice {\n    email language ways kinds openWays digestAt\n    troubles { way attempts at why nextAt }\n  }\n"): (typeof documents)["\n  fragment ChoiceParts on NoticeChoice {\n    email language ways kinds openWays digestAt\n    troubles { way attempts at why nextAt }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query NoticeChoiceOfMine { noticeChoice { ...ChoiceParts } }\n"): (typeof documents)["\n  query NoticeChoiceOfMine { noticeChoice { ...ChoiceParts } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation NoticeRead($keys: [String!]) {\n    result: noticeRead(keys: $keys) {\n      ... on Done { ok }\n      ... on UserError { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation NoticeRead($keys: [String!]) {\n    result: noticeRead(keys: $keys) {\n      ... on Done { ok }\n      ... on UserError { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation NoticeChoose($input: NoticeChoiceInput!) {\n    result: noticeChoose(input: $input) {\n      ... on NoticeChoiceSuccess { choice { ...ChoiceParts } }\n      ... on UserError { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation NoticeChoose($input: NoticeChoiceInput!) {\n    result: noticeChoose(input: $input) {\n      ... on NoticeChoiceSuccess { choice { ...ChoiceParts } }\n      ... on UserError { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OutboxOfDeliveries {\n    outbox {\n      ways { way open setting waiting failed sent lastSentAt }\n      stuck { key way account attempts at why nextAt }\n    }\n  }\n"): (typeof documents)["\n  query OutboxOfDeliveries {\n    outbox {\n      ways { way open setting waiting failed sent lastSentAt }\n      stuck { key way account attempts at why nextAt }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation OutboxSend($keys: [String!]) {\n    result: outboxSend(keys: $keys) {\n      ... on Done { ok }\n      ... on UserError { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation OutboxSend($keys: [String!]) {\n    result: outboxSend(keys: $keys) {\n      ... on Done { ok }\n      ... on UserError { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ParameterOutcome on ParameterResult {\n    ... on ParameterSuccess { parameters { version } }\n    ... on UserError { code message }\n    ... on InvalidInput { field }\n    ... on StaleVersion { currentVersion }\n    ... on IllegalTransition { current }\n  }\n"): (typeof documents)["\n  fragment ParameterOutcome on ParameterResult {\n    ... on ParameterSuccess { parameters { version } }\n    ... on UserError { code message }\n    ... on InvalidInput { field }\n    ... on StaleVersion { currentVersion }\n    ... on IllegalTransition { current }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation ParameterPropose($input: ParameterProposeInput!) {\n      result: parameterPropose(input: $input) { ...ParameterOutcome }\n    }\n  "): (typeof documents)["\n    mutation ParameterPropose($input: ParameterProposeInput!) {\n      result: parameterPropose(input: $input) { ...ParameterOutcome }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query ParameterProposePreview($input: ParameterProposeInput!) {\n      preview: parameterProposePreview(input: $input) { refused consequences { text } }\n    }\n  "): (typeof documents)["\n    query ParameterProposePreview($input: ParameterProposeInput!) {\n      preview: parameterProposePreview(input: $input) { refused consequences { text } }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation ParameterAttachApproval($input: ParameterAttachApprovalInput!) {\n      result: parameterAttachApproval(input: $input) { ...ParameterOutcome }\n    }\n  "): (typeof documents)["\n    mutation ParameterAttachApproval($input: ParameterAttachApprovalInput!) {\n      result: parameterAttachApproval(input: $input) { ...ParameterOutcome }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation ParameterDecide($input: ParameterDecideInput!) {\n      result: parameterDecide(input: $input) { ...ParameterOutcome }\n    }\n  "): (typeof documents)["\n    mutation ParameterDecide($input: ParameterDecideInput!) {\n      result: parameterDecide(input: $input) { ...ParameterOutcome }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query BureauParameters {\n    bureauParameters {\n      version mayPropose mayAttach\n      fixed { title why law mark }\n      rows {\n        name title hint law mark value shown since preset basis effects yearly notes\n        choices { value title }\n        columns { name title help optional choices { value title } } cells\n        coming { value shown cells validFrom basis by at proposedBy reason }\n        history { value shown cells validFrom basis by at proposedBy reason }\n        approvals { about of title by at scan { certificate name } }\n        waiting {\n          proposalId value shown cells validFrom basis reason by at outcome decidedBy decidedAt\n          decidedReasons consequences mayDecide\n        }\n        refused {\n          proposalId value shown cells validFrom basis reason by at outcome decidedBy decidedAt\n          decidedReasons consequences mayDecide\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query BureauParameters {\n    bureauParameters {\n      version mayPropose mayAttach\n      fixed { title why law mark }\n      rows {\n        name title hint law mark value shown since preset basis effects yearly notes\n        choices { value title }\n        columns { name title help optional choices { value title } } cells\n        coming { value shown cells validFrom basis by at proposedBy reason }\n        history { value shown cells validFrom basis by at proposedBy reason }\n        approvals { about of title by at scan { certificate name } }\n        waiting {\n          proposalId value shown cells validFrom basis reason by at outcome decidedBy decidedAt\n          decidedReasons consequences mayDecide\n        }\n        refused {\n          proposalId value shown cells validFrom basis reason by at outcome decidedBy decidedAt\n          decidedReasons consequences mayDecide\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PersonalDataReveal($input: RevealInput!) {\n    result: personalDataReveal(input: $input) {\n      ... on RevealSuccess { subject fields { name value } }\n      ... on UserError { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation PersonalDataReveal($input: RevealInput!) {\n    result: personalDataReveal(input: $input) {\n      ... on RevealSuccess { subject fields { name value } }\n      ... on UserError { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation RestorationBarRecord($input: RestorationBarRecordInput!) {\n        result: restorationBarRecord(input: $input) { ...PointsOutcome }\n      }\n    "): (typeof documents)["\n      mutation RestorationBarRecord($input: RestorationBarRecordInput!) {\n        result: restorationBarRecord(input: $input) { ...PointsOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation RestorationBarLift($input: RestorationBarLiftInput!) {\n        result: restorationBarLift(input: $input) { ...PointsOutcome }\n      }\n    "): (typeof documents)["\n      mutation RestorationBarLift($input: RestorationBarLiftInput!) {\n        result: restorationBarLift(input: $input) { ...PointsOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation RestorationApply($input: RestorationApplyInput!) {\n        result: restorationApply(input: $input) { ...PointsOutcome }\n      }\n    "): (typeof documents)["\n      mutation RestorationApply($input: RestorationApplyInput!) {\n        result: restorationApply(input: $input) { ...PointsOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation RestorationPaperApplication($input: RestorationPaperApplicationInput!) {\n        result: restorationPaperApplication(input: $input) { ...PointsOutcome }\n      }\n    "): (typeof documents)["\n      mutation RestorationPaperApplication($input: RestorationPaperApplicationInput!) {\n        result: restorationPaperApplication(input: $input) { ...PointsOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation RestorationPaperWithdrawal($input: RestorationPaperWithdrawalInput!) {\n        result: restorationPaperWithdrawal(input: $input) { ...PointsOutcome }\n      }\n    "): (typeof documents)["\n      mutation RestorationPaperWithdrawal($input: RestorationPaperWithdrawalInput!) {\n        result: restorationPaperWithdrawal(input: $input) { ...PointsOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation RestorationRecordStudy($input: RestorationRecordStudyInput!) {\n        result: restorationRecordStudy(input: $input) { ...PointsOutcome }\n      }\n    "): (typeof documents)["\n      mutation RestorationRecordStudy($input: RestorationRecordStudyInput!) {\n        result: restorationRecordStudy(input: $input) { ...PointsOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation RestorationRecordExam($input: RestorationRecordExamInput!) {\n        result: restorationRecordExam(input: $input) { ...PointsOutcome }\n      }\n    "): (typeof documents)["\n      mutation RestorationRecordExam($input: RestorationRecordExamInput!) {\n        result: restorationRecordExam(input: $input) { ...PointsOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation RestorationStrikeLearning($input: RestorationStrikeLearningInput!) {\n        result: restorationStrikeLearning(input: $input) { ...PointsOutcome }\n      }\n    "): (typeof documents)["\n      mutation RestorationStrikeLearning($input: RestorationStrikeLearningInput!) {\n        result: restorationStrikeLearning(input: $input) { ...PointsOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation RestorationSubmit($input: RestorationSubmitInput!) {\n        result: restorationSubmit(input: $input) { ...PointsOutcome }\n      }\n    "): (typeof documents)["\n      mutation RestorationSubmit($input: RestorationSubmitInput!) {\n        result: restorationSubmit(input: $input) { ...PointsOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation RestorationPartyOpinion($input: RestorationPartyOpinionInput!) {\n        result: restorationPartyOpinion(input: $input) { ...PointsOutcome }\n      }\n    "): (typeof documents)["\n      mutation RestorationPartyOpinion($input: RestorationPartyOpinionInput!) {\n        result: restorationPartyOpinion(input: $input) { ...PointsOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation RestorationReview($input: RestorationReviewInput!) {\n        result: restorationReview(input: $input) { ...PointsOutcome }\n      }\n    "): (typeof documents)["\n      mutation RestorationReview($input: RestorationReviewInput!) {\n        result: restorationReview(input: $input) { ...PointsOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation RestorationDecide($input: RestorationDecideInput!) {\n        result: restorationDecide(input: $input) { ...PointsOutcome }\n      }\n    "): (typeof documents)["\n      mutation RestorationDecide($input: RestorationDecideInput!) {\n        result: restorationDecide(input: $input) { ...PointsOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation RestorationRecuse($input: RestorationRecuseInput!) {\n        result: restorationRecuse(input: $input) { ...PointsOutcome }\n      }\n    "): (typeof documents)["\n      mutation RestorationRecuse($input: RestorationRecuseInput!) {\n        result: restorationRecuse(input: $input) { ...PointsOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation RestorationRecusalRequest($input: RestorationRecusalRequestInput!) {\n        result: restorationRecusalRequest(input: $input) { ...PointsOutcome }\n      }\n    "): (typeof documents)["\n      mutation RestorationRecusalRequest($input: RestorationRecusalRequestInput!) {\n        result: restorationRecusalRequest(input: $input) { ...PointsOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation RestorationRecusalDecide($input: RestorationRecusalDecideInput!) {\n        result: restorationRecusalDecide(input: $input) { ...PointsOutcome }\n      }\n    "): (typeof documents)["\n      mutation RestorationRecusalDecide($input: RestorationRecusalDecideInput!) {\n        result: restorationRecusalDecide(input: $input) { ...PointsOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation RestorationAttachPaper($input: RestorationAttachPaperInput!) {\n        result: restorationAttachPaper(input: $input) { ...PointsOutcome }\n      }\n    "): (typeof documents)["\n      mutation RestorationAttachPaper($input: RestorationAttachPaperInput!) {\n        result: restorationAttachPaper(input: $input) { ...PointsOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation RestorationServe($input: RestorationServeInput!) {\n        result: restorationServe(input: $input) { ...PointsOutcome }\n      }\n    "): (typeof documents)["\n      mutation RestorationServe($input: RestorationServeInput!) {\n        result: restorationServe(input: $input) { ...PointsOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation RestorationAnnounce($input: RestorationAnnounceInput!) {\n        result: restorationAnnounce(input: $input) { ...PointsOutcome }\n      }\n    "): (typeof documents)["\n      mutation RestorationAnnounce($input: RestorationAnnounceInput!) {\n        result: restorationAnnounce(input: $input) { ...PointsOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation RestorationCorrectService($input: RestorationCorrectServiceInput!) {\n        result: restorationCorrectService(input: $input) { ...PointsOutcome }\n      }\n    "): (typeof documents)["\n      mutation RestorationCorrectService($input: RestorationCorrectServiceInput!) {\n        result: restorationCorrectService(input: $input) { ...PointsOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation RestorationRemedyRecord($input: RestorationRemedyRecordInput!) {\n        result: restorationRemedyRecord(input: $input) { ...PointsOutcome }\n      }\n    "): (typeof documents)["\n      mutation RestorationRemedyRecord($input: RestorationRemedyRecordInput!) {\n        result: restorationRemedyRecord(input: $input) { ...PointsOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation RestorationRevocationStop($input: RestorationRevocationStopInput!) {\n        result: restorationRevocationStop(input: $input) { ...PointsOutcome }\n      }\n    "): (typeof documents)["\n      mutation RestorationRevocationStop($input: RestorationRevocationStopInput!) {\n        result: restorationRevocationStop(input: $input) { ...PointsOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation RestorationRevocationResume($input: RestorationRevocationResumeInput!) {\n        result: restorationRevocationResume(input: $input) { ...PointsOutcome }\n      }\n    "): (typeof documents)["\n      mutation RestorationRevocationResume($input: RestorationRevocationResumeInput!) {\n        result: restorationRevocationResume(input: $input) { ...PointsOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation RestorationRemedyClose($input: RestorationRemedyCloseInput!) {\n        result: restorationRemedyClose(input: $input) { ...PointsOutcome }\n      }\n    "): (typeof documents)["\n      mutation RestorationRemedyClose($input: RestorationRemedyCloseInput!) {\n        result: restorationRemedyClose(input: $input) { ...PointsOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      query RestorationRemedyClosePreview($input: RestorationRemedyCloseInput!) {\n        preview: restorationRemedyClosePreview(input: $input) { refused consequences { text } }\n      }\n    "): (typeof documents)["\n      query RestorationRemedyClosePreview($input: RestorationRemedyCloseInput!) {\n        preview: restorationRemedyClosePreview(input: $input) { refused consequences { text } }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation RestorationReRegister($input: RestorationReRegisterInput!) {\n        result: restorationReRegister(input: $input) { ...PointsOutcome }\n      }\n    "): (typeof documents)["\n      mutation RestorationReRegister($input: RestorationReRegisterInput!) {\n        result: restorationReRegister(input: $input) { ...PointsOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation RestorationResubmit($input: RestorationResubmitInput!) {\n        result: restorationResubmit(input: $input) { ...PointsOutcome }\n      }\n    "): (typeof documents)["\n      mutation RestorationResubmit($input: RestorationResubmitInput!) {\n        result: restorationResubmit(input: $input) { ...PointsOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation RestorationWithdraw($input: RestorationWithdrawInput!) {\n        result: restorationWithdraw(input: $input) { ...PointsOutcome }\n      }\n    "): (typeof documents)["\n      mutation RestorationWithdraw($input: RestorationWithdrawInput!) {\n        result: restorationWithdraw(input: $input) { ...PointsOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation RestorationRevocationPropose($input: RestorationRevocationProposeInput!) {\n        result: restorationRevocationPropose(input: $input) { ...PointsOutcome }\n      }\n    "): (typeof documents)["\n      mutation RestorationRevocationPropose($input: RestorationRevocationProposeInput!) {\n        result: restorationRevocationPropose(input: $input) { ...PointsOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation RestorationRevocationState($input: RestorationRevocationStateInput!) {\n        result: restorationRevocationState(input: $input) { ...PointsOutcome }\n      }\n    "): (typeof documents)["\n      mutation RestorationRevocationState($input: RestorationRevocationStateInput!) {\n        result: restorationRevocationState(input: $input) { ...PointsOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation RestorationRevocationWithdraw($input: RestorationRevocationWithdrawInput!) {\n        result: restorationRevocationWithdraw(input: $input) { ...PointsOutcome }\n      }\n    "): (typeof documents)["\n      mutation RestorationRevocationWithdraw($input: RestorationRevocationWithdrawInput!) {\n        result: restorationRevocationWithdraw(input: $input) { ...PointsOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation RestorationRevocationRefuse($input: RestorationRevocationRefuseInput!) {\n        result: restorationRevocationRefuse(input: $input) { ...PointsOutcome }\n      }\n    "): (typeof documents)["\n      mutation RestorationRevocationRefuse($input: RestorationRevocationRefuseInput!) {\n        result: restorationRevocationRefuse(input: $input) { ...PointsOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation RestorationRevoke($input: RestorationRevokeInput!) {\n        result: restorationRevoke(input: $input) { ...PointsOutcome }\n      }\n    "): (typeof documents)["\n      mutation RestorationRevoke($input: RestorationRevokeInput!) {\n        result: restorationRevoke(input: $input) { ...PointsOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      query RestorationRevokePreview($input: RestorationRevokeInput!) {\n        preview: restorationRevokePreview(input: $input) { refused consequences { text } }\n      }\n    "): (typeof documents)["\n      query RestorationRevokePreview($input: RestorationRevokeInput!) {\n        preview: restorationRevokePreview(input: $input) { refused consequences { text } }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation RestorationHalt($input: RestorationHaltInput!) {\n        result: restorationHalt(input: $input) { ...PointsOutcome }\n      }\n    "): (typeof documents)["\n      mutation RestorationHalt($input: RestorationHaltInput!) {\n        result: restorationHalt(input: $input) { ...PointsOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation RestorationResume($input: RestorationResumeInput!) {\n        result: restorationResume(input: $input) { ...PointsOutcome }\n      }\n    "): (typeof documents)["\n      mutation RestorationResume($input: RestorationResumeInput!) {\n        result: restorationResume(input: $input) { ...PointsOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation RestorationDismiss($input: RestorationDismissInput!) {\n        result: restorationDismiss(input: $input) { ...PointsOutcome }\n      }\n    "): (typeof documents)["\n      mutation RestorationDismiss($input: RestorationDismissInput!) {\n        result: restorationDismiss(input: $input) { ...PointsOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation PointsRecordScore($input: PointsRecordScoreInput!) {\n        result: pointsRecordScore(input: $input) { ...PointsOutcome }\n      }\n    "): (typeof documents)["\n      mutation PointsRecordScore($input: PointsRecordScoreInput!) {\n        result: pointsRecordScore(input: $input) { ...PointsOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      query PointsRecordScorePreview($input: PointsRecordScoreInput!) {\n        preview: pointsRecordScorePreview(input: $input) { refused consequences { text } }\n      }\n    "): (typeof documents)["\n      query PointsRecordScorePreview($input: PointsRecordScoreInput!) {\n        preview: pointsRecordScorePreview(input: $input) { refused consequences { text } }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation PointsAddPractice($input: PointsAddPracticeInput!) {\n        result: pointsAddPractice(input: $input) { ...PointsOutcome }\n      }\n    "): (typeof documents)["\n      mutation PointsAddPractice($input: PointsAddPracticeInput!) {\n        result: pointsAddPractice(input: $input) { ...PointsOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation PointsLeavePractice($input: PointsLeavePracticeInput!) {\n        result: pointsLeavePractice(input: $input) { ...PointsOutcome }\n      }\n    "): (typeof documents)["\n      mutation PointsLeavePractice($input: PointsLeavePracticeInput!) {\n        result: pointsLeavePractice(input: $input) { ...PointsOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation PointsNotifyScore($input: PointsNotifyScoreInput!) {\n        result: pointsNotifyScore(input: $input) { ...PointsOutcome }\n      }\n    "): (typeof documents)["\n      mutation PointsNotifyScore($input: PointsNotifyScoreInput!) {\n        result: pointsNotifyScore(input: $input) { ...PointsOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation PointsCorrectService($input: PointsCorrectServiceInput!) {\n        result: pointsCorrectService(input: $input) { ...PointsOutcome }\n      }\n    "): (typeof documents)["\n      mutation PointsCorrectService($input: PointsCorrectServiceInput!) {\n        result: pointsCorrectService(input: $input) { ...PointsOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation PointsAttachReceipt($input: PointsAttachReceiptInput!) {\n        result: pointsAttachReceipt(input: $input) { ...PointsOutcome }\n      }\n    "): (typeof documents)["\n      mutation PointsAttachReceipt($input: PointsAttachReceiptInput!) {\n        result: pointsAttachReceipt(input: $input) { ...PointsOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation PointsPaperObjection($input: PointsPaperObjectionInput!) {\n        result: pointsPaperObjection(input: $input) { ...PointsOutcome }\n      }\n    "): (typeof documents)["\n      mutation PointsPaperObjection($input: PointsPaperObjectionInput!) {\n        result: pointsPaperObjection(input: $input) { ...PointsOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation PointsObject($input: PointsObjectInput!) {\n        result: pointsObject(input: $input) { ...PointsOutcome }\n      }\n    "): (typeof documents)["\n      mutation PointsObject($input: PointsObjectInput!) {\n        result: pointsObject(input: $input) { ...PointsOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation PointsResolveObjection($input: PointsResolveObjectionInput!) {\n        result: pointsResolveObjection(input: $input) { ...PointsOutcome }\n      }\n    "): (typeof documents)["\n      mutation PointsResolveObjection($input: PointsResolveObjectionInput!) {\n        result: pointsResolveObjection(input: $input) { ...PointsOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      query PointsResolveObjectionPreview($input: PointsResolveObjectionInput!) {\n        preview: pointsResolveObjectionPreview(input: $input) { refused consequences { text } }\n      }\n    "): (typeof documents)["\n      query PointsResolveObjectionPreview($input: PointsResolveObjectionInput!) {\n        preview: pointsResolveObjectionPreview(input: $input) { refused consequences { text } }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation PointsReviewScore($input: PointsReviewScoreInput!) {\n        result: pointsReviewScore(input: $input) { ...PointsOutcome }\n      }\n    "): (typeof documents)["\n      mutation PointsReviewScore($input: PointsReviewScoreInput!) {\n        result: pointsReviewScore(input: $input) { ...PointsOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      query PointsReviewScorePreview($input: PointsReviewScoreInput!) {\n        preview: pointsReviewScorePreview(input: $input) { refused consequences { text } }\n      }\n    "): (typeof documents)["\n      query PointsReviewScorePreview($input: PointsReviewScoreInput!) {\n        preview: pointsReviewScorePreview(input: $input) { refused consequences { text } }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation PointsRepairRecord($input: PointsRepairRecordInput!) {\n        result: pointsRepairRecord(input: $input) { ...PointsOutcome }\n      }\n    "): (typeof documents)["\n      mutation PointsRepairRecord($input: PointsRepairRecordInput!) {\n        result: pointsRepairRecord(input: $input) { ...PointsOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation PointsRepairDecide($input: PointsRepairDecideInput!) {\n        result: pointsRepairDecide(input: $input) { ...PointsOutcome }\n      }\n    "): (typeof documents)["\n      mutation PointsRepairDecide($input: PointsRepairDecideInput!) {\n        result: pointsRepairDecide(input: $input) { ...PointsOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      query PointsRepairDecidePreview($input: PointsRepairDecideInput!) {\n        preview: pointsRepairDecidePreview(input: $input) { refused consequences { text } }\n      }\n    "): (typeof documents)["\n      query PointsRepairDecidePreview($input: PointsRepairDecideInput!) {\n        preview: pointsRepairDecidePreview(input: $input) { refused consequences { text } }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation PointsAttachApproval($input: PointsAttachApprovalInput!) {\n        result: pointsAttachApproval(input: $input) { ...PointsOutcome }\n      }\n    "): (typeof documents)["\n      mutation PointsAttachApproval($input: PointsAttachApprovalInput!) {\n        result: pointsAttachApproval(input: $input) { ...PointsOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation PointsAnnulScore($input: PointsAnnulScoreInput!) {\n        result: pointsAnnulScore(input: $input) { ...PointsOutcome }\n      }\n    "): (typeof documents)["\n      mutation PointsAnnulScore($input: PointsAnnulScoreInput!) {\n        result: pointsAnnulScore(input: $input) { ...PointsOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      query PointsAnnulScorePreview($input: PointsAnnulScoreInput!) {\n        preview: pointsAnnulScorePreview(input: $input) { refused consequences { text } }\n      }\n    "): (typeof documents)["\n      query PointsAnnulScorePreview($input: PointsAnnulScoreInput!) {\n        preview: pointsAnnulScorePreview(input: $input) { refused consequences { text } }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Doctors($filter: PointsFilter, $after: String, $marks: Boolean! = false) {\n    doctors(filter: $filter, first: 100, after: $after) {\n      nodes {\n        id pracPsnCode name fixmedinsCode fixmedinsName institutionNames status statusTitle statusUntil billable yearPoints\n        restorationStep restorationTitle version\n        since @include(if: $marks) { lookedAt count latest changes }\n      }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n"): (typeof documents)["\n  query Doctors($filter: PointsFilter, $after: String, $marks: Boolean! = false) {\n    doctors(filter: $filter, first: 100, after: $after) {\n      nodes {\n        id pracPsnCode name fixmedinsCode fixmedinsName institutionNames status statusTitle statusUntil billable yearPoints\n        restorationStep restorationTitle version\n        since @include(if: $marks) { lookedAt count latest changes }\n      }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PointsDetail($pracPsnCode: String!) {\n    pointsDetail(pracPsnCode: $pracPsnCode) {\n      file {\n        id pracPsnCode name fixmedinsCode institutions institutionNames status statusTitle statusUntil billable yearPoints\n        restorationStep restorationTitle version\n      }\n      totals { year points }\n      sanctions { kind title starts until national single total ruleSetTitle }\n      scores {\n        entryId points originalPoints act actTitle responsibility conductOn countedOn basis basisKind\n        fixmedinsName ruleSetTitle minPoints maxPoints reasons departure conductTo dayDeparture counts voidWhy voidNo voidPaper { certificate name } recordedBy recordedAt notifiedOn notifiedWay\n        particulars servedBy postedOn receipt { certificate name } consent { certificate name }\n        objection objectionPaper { certificate name } receivedOn objector objectedForName enclosures { certificate name } resolution resolutionReasons acts\n        weighed { materials { certificate name } count show closed expert unit opinion paper { certificate name } }\n        reviews { caseNo documentNo why fineBefore fine dueAt outcome reasons by at weighed { materials { certificate name } count show closed expert unit opinion paper { certificate name } } }\n      }\n      repairs {\n        repairId activity title heldOn certificate recordedBy points outcome shortens\n        decidedBy decidedOn reasons decidable\n      }\n      history { status title starts until billable }\n      restoration {\n        applicationId step stepTitle isOpen appliedBy appliedAt statement ruleSetTitle earned required\n        examPassed wasReturned approvalStands registrationNo batch revocation { reasons heardUntil said } recused\n        parties { body name placeNames standsIn asked owing outcome by at opinion }\n        recusals { recusalId officer officerAccount body ground reason by granted decidedBy answer ofHead }\n        standsIn unserved\n        papers { paper title party scan { certificate name } lacking shared }\n        services { ruling on way particulars servedBy postedOn receipt { certificate name } consent { certificate name } }\n        announced { ruling postedOn where }\n        posted { postedOn where }\n        remedies {\n          remedyId applicationId kind title body filedOn documentNo placeName outcome outcomeTitle\n          decidedOn outcomeNo reasons former\n          notice { certificate name } decision { certificate name }\n          stops { since until documentNo order { certificate name } }\n        }\n        studies {\n          kind title on hours mark passed points certificate validUntil counts struckBy struckWhy strikable\n        }\n        lapses { title validUntil lapsed }\n        steps { step title state outcome by at opinion checks { matter title met } }\n        halts { key kind title reference reasons at endedAt }\n      }\n      restorationBar\n      deciders { account name body }\n      ties { name body ground reason }\n      ledgerless\n      twice { certificate doctors named }\n      ledgers {\n        caseNo entries identified demanded returned writtenOff outstanding arranged uncorrected\n      }\n      approvals { about of title by at scan { certificate name } }\n      bars {\n        barId title basis documentNo issuedOn reasons paper { certificate name } recordedBy recordedAt\n        liftedBy liftedAt liftedDocumentNo liftedReasons liftedPaper { certificate name } liftable\n      }\n      deadlines {\n        id title startedAt dueAt clock clockTitle calendar basis mark isOpen left unitsLeft problem\n        why { text at }\n      }\n      timeline { seq type title summary actor actorName onBehalfOf under at hash }\n      nextActions { act title primary onBehalfOf }\n    }\n  }\n"): (typeof documents)["\n  query PointsDetail($pracPsnCode: String!) {\n    pointsDetail(pracPsnCode: $pracPsnCode) {\n      file {\n        id pracPsnCode name fixmedinsCode institutions institutionNames status statusTitle statusUntil billable yearPoints\n        restorationStep restorationTitle version\n      }\n      totals { year points }\n      sanctions { kind title starts until national single total ruleSetTitle }\n      scores {\n        entryId points originalPoints act actTitle responsibility conductOn countedOn basis basisKind\n        fixmedinsName ruleSetTitle minPoints maxPoints reasons departure conductTo dayDeparture counts voidWhy voidNo voidPaper { certificate name } recordedBy recordedAt notifiedOn notifiedWay\n        particulars servedBy postedOn receipt { certificate name } consent { certificate name }\n        objection objectionPaper { certificate name } receivedOn objector objectedForName enclosures { certificate name } resolution resolutionReasons acts\n        weighed { materials { certificate name } count show closed expert unit opinion paper { certificate name } }\n        reviews { caseNo documentNo why fineBefore fine dueAt outcome reasons by at weighed { materials { certificate name } count show closed expert unit opinion paper { certificate name } } }\n      }\n      repairs {\n        repairId activity title heldOn certificate recordedBy points outcome shortens\n        decidedBy decidedOn reasons decidable\n      }\n      history { status title starts until billable }\n      restoration {\n        applicationId step stepTitle isOpen appliedBy appliedAt statement ruleSetTitle earned required\n        examPassed wasReturned approvalStands registrationNo batch revocation { reasons heardUntil said } recused\n        parties { body name placeNames standsIn asked owing outcome by at opinion }\n        recusals { recusalId officer officerAccount body ground reason by granted decidedBy answer ofHead }\n        standsIn unserved\n        papers { paper title party scan { certificate name } lacking shared }\n        services { ruling on way particulars servedBy postedOn receipt { certificate name } consent { certificate name } }\n        announced { ruling postedOn where }\n        posted { postedOn where }\n        remedies {\n          remedyId applicationId kind title body filedOn documentNo placeName outcome outcomeTitle\n          decidedOn outcomeNo reasons former\n          notice { certificate name } decision { certificate name }\n          stops { since until documentNo order { certificate name } }\n        }\n        studies {\n          kind title on hours mark passed points certificate validUntil counts struckBy struckWhy strikable\n        }\n        lapses { title validUntil lapsed }\n        steps { step title state outcome by at opinion checks { matter title met } }\n        halts { key kind title reference reasons at endedAt }\n      }\n      restorationBar\n      deciders { account name body }\n      ties { name body ground reason }\n      ledgerless\n      twice { certificate doctors named }\n      ledgers {\n        caseNo entries identified demanded returned writtenOff outstanding arranged uncorrected\n      }\n      approvals { about of title by at scan { certificate name } }\n      bars {\n        barId title basis documentNo issuedOn reasons paper { certificate name } recordedBy recordedAt\n        liftedBy liftedAt liftedDocumentNo liftedReasons liftedPaper { certificate name } liftable\n      }\n      deadlines {\n        id title startedAt dueAt clock clockTitle calendar basis mark isOpen left unitsLeft problem\n        why { text at }\n      }\n      timeline { seq type title summary actor actorName onBehalfOf under at hash }\n      nextActions { act title primary onBehalfOf }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ScoreActs($conductOn: Date!) {\n    scoreActs(conductOn: $conductOn) { act title ruleSetTitle minPoints maxPoints suggested basis }\n  }\n"): (typeof documents)["\n  query ScoreActs($conductOn: Date!) {\n    scoreActs(conductOn: $conductOn) { act title ruleSetTitle minPoints maxPoints suggested basis }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EarlierScores($pracPsnCode: String!) {\n    pointsDetail(pracPsnCode: $pracPsnCode) { scores { entryId points actTitle countedOn counts } }\n  }\n"): (typeof documents)["\n  query EarlierScores($pracPsnCode: String!) {\n    pointsDetail(pracPsnCode: $pracPsnCode) { scores { entryId points actTitle countedOn counts } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PointsAsOf($pracPsnCode: String!, $on: Date!) {\n    pointsAsOf(pracPsnCode: $pracPsnCode, on: $on) {\n      on statusToday statusTodayTitle yearPointsToday\n      known {\n        file { status statusTitle statusUntil yearPoints billable restorationTitle version }\n        scores { entryId points actTitle responsibility countedOn basis counts }\n        sanctions { kind title starts until }\n      }\n    }\n  }\n"): (typeof documents)["\n  query PointsAsOf($pracPsnCode: String!, $on: Date!) {\n    pointsAsOf(pracPsnCode: $pracPsnCode, on: $on) {\n      on statusToday statusTodayTitle yearPointsToday\n      known {\n        file { status statusTitle statusUntil yearPoints billable restorationTitle version }\n        scores { entryId points actTitle responsibility countedOn basis counts }\n        sanctions { kind title starts until }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query BarredFees {\n    barredFees { pracPsnCode name fixmedinsCode fixmedinsName lines amount fund firstDay lastDay cases }\n    payableFees {\n      pracPsnCode name fixmedinsCode fixmedinsName since lines visits amount fund firstDay lastDay\n      why whyTitle because\n    }\n  }\n"): (typeof documents)["\n  query BarredFees {\n    barredFees { pracPsnCode name fixmedinsCode fixmedinsName lines amount fund firstDay lastDay cases }\n    payableFees {\n      pracPsnCode name fixmedinsCode fixmedinsName since lines visits amount fund firstDay lastDay\n      why whyTitle because\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query InstitutionShares($on: Date) {\n    institutionShares(on: $on) {\n      fixmedinsCode name barred staff percent effect severe basis term\n      people { pracPsnCode name standing since }\n    }\n  }\n"): (typeof documents)["\n  query InstitutionShares($on: Date) {\n    institutionShares(on: $on) {\n      fixmedinsCode name barred staff percent effect severe basis term\n      people { pracPsnCode name standing since }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SettleFees($pracPsnCode: String!) {\n    settleFees(pracPsnCode: $pracPsnCode) {\n      pracPsnCode name fixmedinsCode place entryId why firstDay lastDay lines amount fund unsettled cases\n    }\n  }\n"): (typeof documents)["\n  query SettleFees($pracPsnCode: String!) {\n    settleFees(pracPsnCode: $pracPsnCode) {\n      pracPsnCode name fixmedinsCode place entryId why firstDay lastDay lines amount fund unsettled cases\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PointsOutcome on PointsResult {\n    ... on PointsSuccess { detail { file { id pracPsnCode version status } } }\n    ... on UserError { code message }\n    ... on InvalidInput { field }\n    ... on StaleVersion { currentVersion }\n    ... on IllegalTransition { current }\n  }\n"): (typeof documents)["\n  fragment PointsOutcome on PointsResult {\n    ... on PointsSuccess { detail { file { id pracPsnCode version status } } }\n    ... on UserError { code message }\n    ... on InvalidInput { field }\n    ... on StaleVersion { currentVersion }\n    ... on IllegalTransition { current }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment QuestionsOutcome on QuestionsResult {\n    ... on QuestionsSuccess { book { version } }\n    ... on UserError { code message }\n    ... on InvalidInput { field }\n    ... on StaleVersion { currentVersion }\n    ... on IllegalTransition { current }\n  }\n"): (typeof documents)["\n  fragment QuestionsOutcome on QuestionsResult {\n    ... on QuestionsSuccess { book { version } }\n    ... on UserError { code message }\n    ... on InvalidInput { field }\n    ... on StaleVersion { currentVersion }\n    ... on IllegalTransition { current }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation QuestionSetSave($input: QuestionSetSaveInput!) {\n      result: questionSetSave(input: $input) { ...QuestionsOutcome }\n    }\n  "): (typeof documents)["\n    mutation QuestionSetSave($input: QuestionSetSaveInput!) {\n      result: questionSetSave(input: $input) { ...QuestionsOutcome }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query QuestionBook {\n    questionBook {\n      version mayEdit\n      patterns {\n        pattern title zh en questions shipped since\n        coming { zh en questions validFrom note by at }\n        versions { zh en questions validFrom note by at }\n      }\n    }\n  }\n"): (typeof documents)["\n  query QuestionBook {\n    questionBook {\n      version mayEdit\n      patterns {\n        pattern title zh en questions shipped since\n        coming { zh en questions validFrom note by at }\n        versions { zh en questions validFrom note by at }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment BatchOutcome on BatchChangeResult {\n    ... on BatchDrawn { batch { batchId version } }\n    ... on UserError { code message }\n    ... on InvalidInput { field }\n    ... on StaleVersion { currentVersion }\n    ... on IllegalTransition { current }\n  }\n"): (typeof documents)["\n  fragment BatchOutcome on BatchChangeResult {\n    ... on BatchDrawn { batch { batchId version } }\n    ... on UserError { code message }\n    ... on InvalidInput { field }\n    ... on StaleVersion { currentVersion }\n    ... on IllegalTransition { current }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment BatchDrawnOutcome on BatchDrawResult {\n    ... on BatchDrawn { batch { batchId version } }\n    ... on UserError { code message }\n    ... on InvalidInput { field }\n  }\n"): (typeof documents)["\n  fragment BatchDrawnOutcome on BatchDrawResult {\n    ... on BatchDrawn { batch { batchId version } }\n    ... on UserError { code message }\n    ... on InvalidInput { field }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation RestorationBatchStrike($input: RestorationBatchStrikeInput!) {\n      result: restorationBatchStrike(input: $input) { ...BatchOutcome }\n    }\n  "): (typeof documents)["\n    mutation RestorationBatchStrike($input: RestorationBatchStrikeInput!) {\n      result: restorationBatchStrike(input: $input) { ...BatchOutcome }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation RestorationBatchPaper($input: BatchPaperInput!) {\n      result: restorationBatchPaper(input: $input) { ...BatchDrawnOutcome }\n    }\n  "): (typeof documents)["\n    mutation RestorationBatchPaper($input: BatchPaperInput!) {\n      result: restorationBatchPaper(input: $input) { ...BatchDrawnOutcome }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation RestorationBatchVoid($input: RestorationBatchVoidInput!) {\n      result: restorationBatchVoid(input: $input) { ...BatchOutcome }\n    }\n  "): (typeof documents)["\n    mutation RestorationBatchVoid($input: RestorationBatchVoidInput!) {\n      result: restorationBatchVoid(input: $input) { ...BatchOutcome }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RestorationFigures($year: Int!) {\n    restorationFigures(year: $year) {\n      year days terminated barred\n      steps { step title count }\n      institutions { fixmedinsCode fixmedinsName applied restored refused open }\n    }\n  }\n"): (typeof documents)["\n  query RestorationFigures($year: Int!) {\n    restorationFigures(year: $year) {\n      year days terminated barred\n      steps { step title count }\n      institutions { fixmedinsCode fixmedinsName applied restored refused open }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RestorationListParts on RestorationBatch {\n    batchId title by at version void changeable papersOpen\n    gone { pracPsnCode name reasons }\n    counts { step title count }\n    rows {\n      application step stepTitle isOpen earned examMark acts undecided lacking ledgerless\n      ledgers {\n        caseNo entries identified demanded returned writtenOff outstanding arranged uncorrected\n      }\n      file { pracPsnCode name fixmedinsCode status statusTitle statusUntil yearPoints version }\n      opinions { body outcome by reasons at party partyName }\n    }\n  }\n"): (typeof documents)["\n  fragment RestorationListParts on RestorationBatch {\n    batchId title by at version void changeable papersOpen\n    gone { pracPsnCode name reasons }\n    counts { step title count }\n    rows {\n      application step stepTitle isOpen earned examMark acts undecided lacking ledgerless\n      ledgers {\n        caseNo entries identified demanded returned writtenOff outstanding arranged uncorrected\n      }\n      file { pracPsnCode name fixmedinsCode status statusTitle statusUntil yearPoints version }\n      opinions { body outcome by reasons at party partyName }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RestorationBatches {\n    restorationBatches { batchId title by at void counts { step title count } rows { application } }\n  }\n"): (typeof documents)["\n  query RestorationBatches {\n    restorationBatches { batchId title by at void counts { step title count } rows { application } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RestorationBatchOf($batchId: String!) {\n    restorationBatch(batchId: $batchId) { ...RestorationListParts }\n  }\n"): (typeof documents)["\n  query RestorationBatchOf($batchId: String!) {\n    restorationBatch(batchId: $batchId) { ...RestorationListParts }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RestorationBatchDraw($input: BatchDrawInput!) {\n    result: restorationBatchDraw(input: $input) {\n      __typename\n      ... on BatchDrawn { batch { batchId } }\n      ... on UserError { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation RestorationBatchDraw($input: BatchDrawInput!) {\n    result: restorationBatchDraw(input: $input) {\n      __typename\n      ... on BatchDrawn { batch { batchId } }\n      ... on UserError { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RestorationBatchHandle($input: BatchHandleInput!) {\n    result: restorationBatchHandle(input: $input) {\n      __typename\n      ... on BatchHandled {\n        answers { pracPsnCode name done message }\n        batch { ...RestorationListParts }\n      }\n      ... on UserError { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation RestorationBatchHandle($input: BatchHandleInput!) {\n    result: restorationBatchHandle(input: $input) {\n      __typename\n      ... on BatchHandled {\n        answers { pracPsnCode name done message }\n        batch { ...RestorationListParts }\n      }\n      ... on UserError { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Reviews($first: Int!, $after: String) {\n    reviews(first: $first, after: $after) {\n      nodes {\n        case { caseNo title stageTitle amount party { name } officers { account name } }\n        version act dueAt workingDaysLeft lookedAt sinceCount bulk alone\n        changes { title before after pieces { kind text } }\n        since { seq title summary actorName at }\n      }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): (typeof documents)["\n  query Reviews($first: Int!, $after: String) {\n    reviews(first: $first, after: $after) {\n      nodes {\n        case { caseNo title stageTitle amount party { name } officers { account name } }\n        version act dueAt workingDaysLeft lookedAt sinceCount bulk alone\n        changes { title before after pieces { kind text } }\n        since { seq title summary actorName at }\n      }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FileReviews {\n    fileReviews {\n      pracPsnCode name version act detail target dueAt workingDaysLeft lookedAt sinceCount\n      changes { title before after pieces { kind text } }\n      since { seq title summary actorName at }\n    }\n  }\n"): (typeof documents)["\n  query FileReviews {\n    fileReviews {\n      pracPsnCode name version act detail target dueAt workingDaysLeft lookedAt sinceCount\n      changes { title before after pieces { kind text } }\n      since { seq title summary actorName at }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FileSince($code: String!) {\n    fileSince(pracPsnCode: $code) {\n      version lookedAt sinceCount\n      changes { title before after pieces { kind text } }\n      since { seq title summary actorName at }\n    }\n  }\n"): (typeof documents)["\n  query FileSince($code: String!) {\n    fileSince(pracPsnCode: $code) {\n      version lookedAt sinceCount\n      changes { title before after pieces { kind text } }\n      since { seq title summary actorName at }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PointsSeen($code: String!, $version: Int!) {\n    result: pointsSeen(pracPsnCode: $code, version: $version) {\n      ... on Done { ok }\n      ... on UserError { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation PointsSeen($code: String!, $version: Int!) {\n    result: pointsSeen(pracPsnCode: $code, version: $version) {\n      ... on Done { ok }\n      ... on UserError { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReviewsBesides {\n    reviewsBesides { kind title detail target dueAt workingDaysLeft overdue amount since }\n  }\n"): (typeof documents)["\n  query ReviewsBesides {\n    reviewsBesides { kind title detail target dueAt workingDaysLeft overdue amount since }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReviewsApprove($input: ReviewsApproveInput!) {\n    result: reviewsApprove(input: $input) {\n      ... on ReviewsSuccess { outcomes { caseNo approved why } }\n      ... on UserError { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation ReviewsApprove($input: ReviewsApproveInput!) {\n    result: reviewsApprove(input: $input) {\n      ... on ReviewsSuccess { outcomes { caseNo approved why } }\n      ... on UserError { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CaseSeen($caseNo: String!, $version: Int!) {\n    result: caseSeen(caseNo: $caseNo, version: $version) {\n      ... on Done { ok }\n      ... on UserError { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation CaseSeen($caseNo: String!, $version: Int!) {\n    result: caseSeen(caseNo: $caseNo, version: $version) {\n      ... on Done { ok }\n      ... on UserError { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RingChange($id: ID!) {\n    ringChange(id: $id) {\n      change changedFrom at before\n      joined { psnNo name }\n      left { psnNo name }\n    }\n  }\n"): (typeof documents)["\n  query RingChange($id: ID!) {\n    ringChange(id: $id) {\n      change changedFrom at before\n      joined { psnNo name }\n      left { psnNo name }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment FrequentParts on FrequentVisitor {\n    key psnNo name fixmedinsCode fixmedinsName channel days firstDay lastDay\n    amount periodicShare diagnosis reason\n  }\n"): (typeof documents)["\n  fragment FrequentParts on FrequentVisitor {\n    key psnNo name fixmedinsCode fixmedinsName channel days firstDay lastDay\n    amount periodicShare diagnosis reason\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FrequentVisitors($institution: String, $after: String) {\n    frequentVisitors(institution: $institution, first: 100, after: $after) {\n      nodes { ...FrequentParts }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n"): (typeof documents)["\n  query FrequentVisitors($institution: String, $after: String) {\n    frequentVisitors(institution: $institution, first: 100, after: $after) {\n      nodes { ...FrequentParts }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RingParts on Ring {\n    id ringId route routeReason channel score expectedByChance seen memberCount dayCount\n    firstDay lastDay amount\n    institutions { code name visits }\n    doctors { code name visits }\n    judgement { verdict reason by at }\n    notes { ...NoteParts }\n    caseNos change changedFrom\n    group { standing confirmed rejected unsure }\n  }\n"): (typeof documents)["\n  fragment RingParts on Ring {\n    id ringId route routeReason channel score expectedByChance seen memberCount dayCount\n    firstDay lastDay amount\n    institutions { code name visits }\n    doctors { code name visits }\n    judgement { verdict reason by at }\n    notes { ...NoteParts }\n    caseNos change changedFrom\n    group { standing confirmed rejected unsure }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Rings($filter: RingFilter, $after: String) {\n    rings(filter: $filter, first: 100, after: $after) {\n      nodes { ...RingParts }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n"): (typeof documents)["\n  query Rings($filter: RingFilter, $after: String) {\n    rings(filter: $filter, first: 100, after: $after) {\n      nodes { ...RingParts }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RingDossier($id: ID!) {\n    ringDossier(id: $id) {\n      ring { ...RingParts }\n      members {\n        psnNo name gend age attended amount shared role alone also\n        judgement { verdict reason by at }\n      }\n      days { day until fixmedinsCode attended expected }\n      grid\n      reasons { code text value supports }\n      marks { member day off minute doctor amount mdtrtId }\n      shared { kind value members }\n      sensitivity { factor stands members }\n      chance { score threshold pValue qValue permutations nullScores ranAt }\n      network { spots { x y } meetings { a b days } circles }\n    }\n  }\n"): (typeof documents)["\n  query RingDossier($id: ID!) {\n    ringDossier(id: $id) {\n      ring { ...RingParts }\n      members {\n        psnNo name gend age attended amount shared role alone also\n        judgement { verdict reason by at }\n      }\n      days { day until fixmedinsCode attended expected }\n      grid\n      reasons { code text value supports }\n      marks { member day off minute doctor amount mdtrtId }\n      shared { kind value members }\n      sensitivity { factor stands members }\n      chance { score threshold pValue qValue permutations nullScores ranAt }\n      network { spots { x y } meetings { a b days } circles }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RingJudge($input: RingJudgeInput!) {\n    result: ringJudge(input: $input) { ...JudgementOutcome }\n  }\n"): (typeof documents)["\n  mutation RingJudge($input: RingJudgeInput!) {\n    result: ringJudge(input: $input) { ...JudgementOutcome }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RingFigures($id: ID!) {\n    ringFigures(id: $id) {\n      summary { code text }\n      leadSummary\n      records {\n        mark mdtrtId setlIds fixmedinsCode medType begins ends diagnosis bed terminals amount fund\n      }\n      missing\n      fees {\n        compared ratio excess\n        rows {\n          month medType fixmedinsCode visits median basis peerVisits peerMedian peerLow peerHigh\n          excess\n        }\n      }\n      draw { runs seen reached mean most pValue bars { appearances permutations } }\n      ties { kind value members }\n      checks { code value against text }\n      supports { code marks }\n      refunds { member day mdtrtId setlId at amount booking takesBack feedetlSn item }\n      reaches { days members others }\n    }\n  }\n"): (typeof documents)["\n  query RingFigures($id: ID!) {\n    ringFigures(id: $id) {\n      summary { code text }\n      leadSummary\n      records {\n        mark mdtrtId setlIds fixmedinsCode medType begins ends diagnosis bed terminals amount fund\n      }\n      missing\n      fees {\n        compared ratio excess\n        rows {\n          month medType fixmedinsCode visits median basis peerVisits peerMedian peerLow peerHigh\n          excess\n        }\n      }\n      draw { runs seen reached mean most pValue bars { appearances permutations } }\n      ties { kind value members }\n      checks { code value against text }\n      supports { code marks }\n      refunds { member day mdtrtId setlId at amount booking takesBack feedetlSn item }\n      reaches { days members others }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RingMap($ids: [ID!]!) {\n    geo(first: 200) { outline places { lon lat } }\n    subgraph(ids: $ids) { nodes { id properties(names: [\"lon\", \"lat\"]) { name value } } }\n  }\n"): (typeof documents)["\n  query RingMap($ids: [ID!]!) {\n    geo(first: 200) { outline places { lon lat } }\n    subgraph(ids: $ids) { nodes { id properties(names: [\"lon\", \"lat\"]) { name value } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RingMembersJudge($input: RingMembersJudgeInput!) {\n    result: ringMembersJudge(input: $input) { ...JudgementOutcome }\n  }\n"): (typeof documents)["\n  mutation RingMembersJudge($input: RingMembersJudgeInput!) {\n    result: ringMembersJudge(input: $input) { ...JudgementOutcome }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RingMembersTakeBack($input: RingMembersTakeBackInput!) {\n    result: ringMembersTakeBack(input: $input) { ...JudgementOutcome }\n  }\n"): (typeof documents)["\n  mutation RingMembersTakeBack($input: RingMembersTakeBackInput!) {\n    result: ringMembersTakeBack(input: $input) { ...JudgementOutcome }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RingTakeBack($input: RingTakeBackInput!) {\n    result: ringTakeBack(input: $input) { ...JudgementOutcome }\n  }\n"): (typeof documents)["\n  mutation RingTakeBack($input: RingTakeBackInput!) {\n    result: ringTakeBack(input: $input) { ...JudgementOutcome }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RingPrecision {\n    ringPrecision {\n      channel found waiting promised\n      rings { confirmed rejected unsure precision low high }\n      members { confirmed rejected unsure precision low high }\n      aside { confirmed rejected unsure }\n    }\n  }\n"): (typeof documents)["\n  query RingPrecision {\n    ringPrecision {\n      channel found waiting promised\n      rings { confirmed rejected unsure precision low high }\n      members { confirmed rejected unsure precision low high }\n      aside { confirmed rejected unsure }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CaseAttachRing($input: CaseAttachRingInput!) {\n    result: caseAttachRing(input: $input) { ...CaseOutcome }\n  }\n"): (typeof documents)["\n  mutation CaseAttachRing($input: CaseAttachRingInput!) {\n    result: caseAttachRing(input: $input) { ...CaseOutcome }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query UndecidedRings {\n    rings(filter: { route: \"undecided\" }, first: 1) { totalCount }\n  }\n"): (typeof documents)["\n  query UndecidedRings {\n    rings(filter: { route: \"undecided\" }, first: 1) { totalCount }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RingRun {\n    ringRun {\n      runId at seed firstDay lastDay note\n      channels { channel appearances groups threshold permutations note }\n      oddities { psnNo name visits days }\n    }\n  }\n"): (typeof documents)["\n  query RingRun {\n    ringRun {\n      runId at seed firstDay lastDay note\n      channels { channel appearances groups threshold permutations note }\n      oddities { psnNo name visits days }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Rules {\n    rules {\n      id ruleId version name tier result severity stage\n      legalBasis { citation validFrom validTo }\n      parameters { name value unit validFrom basis }\n    }\n  }\n"): (typeof documents)["\n  query Rules {\n    rules {\n      id ruleId version name tier result severity stage\n      legalBasis { citation validFrom validTo }\n      parameters { name value unit validFrom basis }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation JobStart($input: JobStartInput!) {\n    result: jobStart(input: $input) {\n      ... on JobSuccess { job { ...JobParts } }\n      ... on UserError { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation JobStart($input: JobStartInput!) {\n    result: jobStart(input: $input) {\n      ... on JobSuccess { job { ...JobParts } }\n      ... on UserError { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SamePairParts on SamePair {\n    id key kind left right bits version\n    fields { name left right level bits }\n    judgement { verdict reason by at }\n  }\n"): (typeof documents)["\n  fragment SamePairParts on SamePair {\n    id key kind left right bits version\n    fields { name left right level bits }\n    judgement { verdict reason by at }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SamePairs($kind: SameKind!, $state: SameState, $after: String) {\n    samePairs(kind: $kind, state: $state, first: 100, after: $after) {\n      nodes { ...SamePairParts }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n"): (typeof documents)["\n  query SamePairs($kind: SameKind!, $state: SameState, $after: String) {\n    samePairs(kind: $kind, state: $state, first: 100, after: $after) {\n      nodes { ...SamePairParts }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SameJudge($input: SameJudgeInput!) {\n    result: sameJudge(input: $input) {\n      __typename\n      ... on SamenessSuccess { pair { ...SamePairParts } }\n      ... on UserError { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation SameJudge($input: SameJudgeInput!) {\n    result: sameJudge(input: $input) {\n      __typename\n      ... on SamenessSuccess { pair { ...SamePairParts } }\n      ... on UserError { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SameTakeBack($input: SameTakeBackInput!) {\n    result: sameTakeBack(input: $input) {\n      __typename\n      ... on SamenessSuccess { pair { ...SamePairParts } }\n      ... on UserError { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation SameTakeBack($input: SameTakeBackInput!) {\n    result: sameTakeBack(input: $input) {\n      __typename\n      ... on SamenessSuccess { pair { ...SamePairParts } }\n      ... on UserError { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SameTieParts on SameTie {\n    key left right version\n    judgement { verdict reason by at }\n  }\n"): (typeof documents)["\n  fragment SameTieParts on SameTie {\n    key left right version\n    judgement { verdict reason by at }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SameClusterParts on SameCluster {\n    id kind head\n    members { id code name }\n    ties { ...SameTieParts }\n    contradictions { apart { ...SameTieParts } chain { ...SameTieParts } }\n  }\n"): (typeof documents)["\n  fragment SameClusterParts on SameCluster {\n    id kind head\n    members { id code name }\n    ties { ...SameTieParts }\n    contradictions { apart { ...SameTieParts } chain { ...SameTieParts } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SameClusters($kind: SameKind!, $contradictory: Boolean!, $after: String) {\n    sameClusters(kind: $kind, contradictory: $contradictory, first: 100, after: $after) {\n      nodes { ...SameClusterParts }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n"): (typeof documents)["\n  query SameClusters($kind: SameKind!, $contradictory: Boolean!, $after: String) {\n    sameClusters(kind: $kind, contradictory: $contradictory, first: 100, after: $after) {\n      nodes { ...SameClusterParts }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SameCluster($entity: String!) {\n    sameCluster(entity: $entity) { ...SameClusterParts }\n  }\n"): (typeof documents)["\n  query SameCluster($entity: String!) {\n    sameCluster(entity: $entity) { ...SameClusterParts }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SameTorn {\n    PATIENT: sameClusters(kind: PATIENT, contradictory: true, first: 1) { totalCount }\n    DOCTOR: sameClusters(kind: DOCTOR, contradictory: true, first: 1) { totalCount }\n    INSTITUTION: sameClusters(kind: INSTITUTION, contradictory: true, first: 1) { totalCount }\n  }\n"): (typeof documents)["\n  query SameTorn {\n    PATIENT: sameClusters(kind: PATIENT, contradictory: true, first: 1) { totalCount }\n    DOCTOR: sameClusters(kind: DOCTOR, contradictory: true, first: 1) { totalCount }\n    INSTITUTION: sameClusters(kind: INSTITUTION, contradictory: true, first: 1) { totalCount }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Session {\n    session {\n      ...SessionParts\n    }\n  }\n  fragment SessionParts on Session {\n    me { account name roles pracPsnCode fixmedinsCode pages }\n    csrfToken\n    mustChangePassword\n    bureauName\n    serverTime\n    endedElsewhere\n  }\n"): (typeof documents)["\n  query Session {\n    session {\n      ...SessionParts\n    }\n  }\n  fragment SessionParts on Session {\n    me { account name roles pracPsnCode fixmedinsCode pages }\n    csrfToken\n    mustChangePassword\n    bureauName\n    serverTime\n    endedElsewhere\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SessionSignIn($input: SignInInput!) {\n    result: sessionSignIn(input: $input) { ...SessionOutcome }\n  }\n  fragment SessionOutcome on SessionResult {\n    ... on SessionSuccess { session { ...SessionParts } }\n    ... on UserError { code message }\n    ... on SignInFailed { retryAfterSeconds }\n    ... on InvalidInput { field }\n  }\n"): (typeof documents)["\n  mutation SessionSignIn($input: SignInInput!) {\n    result: sessionSignIn(input: $input) { ...SessionOutcome }\n  }\n  fragment SessionOutcome on SessionResult {\n    ... on SessionSuccess { session { ...SessionParts } }\n    ... on UserError { code message }\n    ... on SignInFailed { retryAfterSeconds }\n    ... on InvalidInput { field }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SessionChangePassword($input: ChangePasswordInput!) {\n    result: sessionChangePassword(input: $input) { ...SessionOutcome }\n  }\n"): (typeof documents)["\n  mutation SessionChangePassword($input: ChangePasswordInput!) {\n    result: sessionChangePassword(input: $input) { ...SessionOutcome }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SessionSignOut { result: sessionSignOut { __typename } }\n"): (typeof documents)["\n  mutation SessionSignOut { result: sessionSignOut { __typename } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment LessonParts on Lesson {\n    sessionId courseId title page pages furthest pageSeconds leastSeconds mostSeconds seconds\n    neededSeconds beatSeconds idleSeconds completed nextUnread\n    content { chapter title text }\n  }\n"): (typeof documents)["\n  fragment LessonParts on Lesson {\n    sessionId courseId title page pages furthest pageSeconds leastSeconds mostSeconds seconds\n    neededSeconds beatSeconds idleSeconds completed nextUnread\n    content { chapter title text }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SittingParts on Sitting {\n    attemptId title startedAt due secondsLeft mark passed late passMark appealUntil appealDays mayAppeal version\n    questions {\n      number questionId kind text chosen right basis dispute outcome reasons\n      options { letter text }\n    }\n  }\n"): (typeof documents)["\n  fragment SittingParts on Sitting {\n    attemptId title startedAt due secondsLeft mark passed late passMark appealUntil appealDays mayAppeal version\n    questions {\n      number questionId kind text chosen right basis dispute outcome reasons\n      options { letter text }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Study($pracPsnCode: String!) {\n    study(pracPsnCode: $pracPsnCode) {\n      pracPsnCode name application whyNone earned required studyPoints studyPointsNeeded\n      hoursPerPoint examPassed own openSitting examBarred examFreeOn version\n      courses {\n        courseId title number hours pages furthest seconds neededSeconds completed hasExam\n      }\n      sittings { attemptId courseId title startedAt due mark passed late certificate }\n      rules {\n        questions minutes attempts attemptsLeft waitDays passMark appealWorkingDays basis\n      }\n    }\n  }\n"): (typeof documents)["\n  query Study($pracPsnCode: String!) {\n    study(pracPsnCode: $pracPsnCode) {\n      pracPsnCode name application whyNone earned required studyPoints studyPointsNeeded\n      hoursPerPoint examPassed own openSitting examBarred examFreeOn version\n      courses {\n        courseId title number hours pages furthest seconds neededSeconds completed hasExam\n      }\n      sittings { attemptId courseId title startedAt due mark passed late certificate }\n      rules {\n        questions minutes attempts attemptsLeft waitDays passMark appealWorkingDays basis\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SittingOf($pracPsnCode: String!, $attemptId: String!) {\n    sitting(pracPsnCode: $pracPsnCode, attemptId: $attemptId) { ...SittingParts }\n  }\n"): (typeof documents)["\n  query SittingOf($pracPsnCode: String!, $attemptId: String!) {\n    sitting(pracPsnCode: $pracPsnCode, attemptId: $attemptId) { ...SittingParts }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LessonOpen($input: LessonOpenInput!) {\n    result: lessonOpen(input: $input) {\n      __typename\n      ... on LessonSuccess { lesson { ...LessonParts } }\n      ... on UserError { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation LessonOpen($input: LessonOpenInput!) {\n    result: lessonOpen(input: $input) {\n      __typename\n      ... on LessonSuccess { lesson { ...LessonParts } }\n      ... on UserError { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LessonBeat($input: LessonBeatInput!) {\n    result: lessonBeat(input: $input) {\n      __typename\n      ... on LessonSuccess { lesson { ...LessonParts } }\n      ... on UserError { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation LessonBeat($input: LessonBeatInput!) {\n    result: lessonBeat(input: $input) {\n      __typename\n      ... on LessonSuccess { lesson { ...LessonParts } }\n      ... on UserError { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ExamStart($input: ExamStartInput!) {\n    result: examStart(input: $input) {\n      __typename\n      ... on SittingSuccess { sitting { ...SittingParts } }\n      ... on UserError { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation ExamStart($input: ExamStartInput!) {\n    result: examStart(input: $input) {\n      __typename\n      ... on SittingSuccess { sitting { ...SittingParts } }\n      ... on UserError { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ExamSave($input: ExamSaveInput!) {\n    result: examSave(input: $input) {\n      __typename\n      ... on SittingSuccess { sitting { attemptId secondsLeft } }\n      ... on UserError { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation ExamSave($input: ExamSaveInput!) {\n    result: examSave(input: $input) {\n      __typename\n      ... on SittingSuccess { sitting { attemptId secondsLeft } }\n      ... on UserError { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ExamSubmit($input: ExamSubmitInput!) {\n    result: examSubmit(input: $input) {\n      __typename\n      ... on SittingSuccess { sitting { ...SittingParts } }\n      ... on UserError { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation ExamSubmit($input: ExamSubmitInput!) {\n    result: examSubmit(input: $input) {\n      __typename\n      ... on SittingSuccess { sitting { ...SittingParts } }\n      ... on UserError { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation QuestionAppeal($input: QuestionAppealInput!) {\n    result: questionAppeal(input: $input) {\n      __typename\n      ... on SittingSuccess { sitting { ...SittingParts } }\n      ... on UserError { code message }\n    }\n  }\n"): (typeof documents)["\n  mutation QuestionAppeal($input: QuestionAppealInput!) {\n    result: questionAppeal(input: $input) {\n      __typename\n      ... on SittingSuccess { sitting { ...SittingParts } }\n      ... on UserError { code message }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation AccountGrantRole($input: AccountGrantRoleInput!) {\n        result: accountGrantRole(input: $input) { ...AccountOutcome }\n      }\n    "): (typeof documents)["\n      mutation AccountGrantRole($input: AccountGrantRoleInput!) {\n        result: accountGrantRole(input: $input) { ...AccountOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation AccountRevokeRole($input: AccountRevokeRoleInput!) {\n        result: accountRevokeRole(input: $input) { ...AccountOutcome }\n      }\n    "): (typeof documents)["\n      mutation AccountRevokeRole($input: AccountRevokeRoleInput!) {\n        result: accountRevokeRole(input: $input) { ...AccountOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation AccountDisable($input: AccountDisableInput!) {\n        result: accountDisable(input: $input) { ...AccountOutcome }\n      }\n    "): (typeof documents)["\n      mutation AccountDisable($input: AccountDisableInput!) {\n        result: accountDisable(input: $input) { ...AccountOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation AccountUnlock($input: AccountUnlockInput!) {\n        result: accountUnlock(input: $input) { ...AccountOutcome }\n      }\n    "): (typeof documents)["\n      mutation AccountUnlock($input: AccountUnlockInput!) {\n        result: accountUnlock(input: $input) { ...AccountOutcome }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Accounts {\n    accounts {\n      id account name roles person pracPsnCode fixmedinsCode disabled locked mustChangePassword\n      lastSignInAt version\n    }\n  }\n"): (typeof documents)["\n  query Accounts {\n    accounts {\n      id account name roles person pracPsnCode fixmedinsCode disabled locked mustChangePassword\n      lastSignInAt version\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AccountCreate($input: AccountCreateInput!) {\n    result: accountCreate(input: $input) { ...AccountOutcome }\n  }\n"): (typeof documents)["\n  mutation AccountCreate($input: AccountCreateInput!) {\n    result: accountCreate(input: $input) { ...AccountOutcome }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AccountReset($input: AccountResetInput!) {\n    result: accountReset(input: $input) { ...AccountOutcome }\n  }\n"): (typeof documents)["\n  mutation AccountReset($input: AccountResetInput!) {\n    result: accountReset(input: $input) { ...AccountOutcome }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AccountOutcome on AccountResult {\n    ... on AccountSuccess { account { id account version disabled locked roles } oneTimePassword }\n    ... on UserError { code message }\n    ... on InvalidInput { field }\n    ... on StaleVersion { currentVersion }\n    ... on IllegalTransition { current }\n  }\n"): (typeof documents)["\n  fragment AccountOutcome on AccountResult {\n    ... on AccountSuccess { account { id account version disabled locked roles } oneTimePassword }\n    ... on UserError { code message }\n    ... on InvalidInput { field }\n    ... on StaleVersion { currentVersion }\n    ... on IllegalTransition { current }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query YearReport($year: Int) {\n    yearReport(year: $year) {\n      year\n      opened { code title count target }\n      outcomes { code title count target }\n      received { code title amount }\n      months { month opened returned outcomes { code title count target } }\n      money { code title amount }\n      recovered\n      missed { row title count still }\n      waiting\n      toDecide\n      filesWaiting\n      measuresWaiting\n      parametersWaiting\n      unreferred { caseNo title amount }\n    }\n  }\n"): (typeof documents)["\n  query YearReport($year: Int) {\n    yearReport(year: $year) {\n      year\n      opened { code title count target }\n      outcomes { code title count target }\n      received { code title amount }\n      months { month opened returned outcomes { code title count target } }\n      money { code title amount }\n      recovered\n      missed { row title count still }\n      waiting\n      toDecide\n      filesWaiting\n      measuresWaiting\n      parametersWaiting\n      unreferred { caseNo title amount }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query YearReceipts($year: Int, $account: String, $first: Int!, $after: String) {\n    yearReceipts(year: $year, account: $account, first: $first, after: $after) {\n      nodes { key title paidOn amount documentNo of ofTitle party target }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): (typeof documents)["\n  query YearReceipts($year: Int, $account: String, $first: Int!, $after: String) {\n    yearReceipts(year: $year, account: $account, first: $first, after: $after) {\n      nodes { key title paidOn amount documentNo of ofTitle party target }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MissedDeadlines($year: Int, $row: String, $first: Int!, $after: String) {\n    missedDeadlines(year: $year, row: $row, first: $first, after: $after) {\n      nodes { key title basis dueAt endedAt of ofTitle target officers }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): (typeof documents)["\n  query MissedDeadlines($year: Int, $row: String, $first: Int!, $after: String) {\n    missedDeadlines(year: $year, row: $row, first: $first, after: $after) {\n      nodes { key title basis dueAt endedAt of ofTitle target officers }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;