"""The acts on a doctor's file: scores, notice, objection, and each step of restoration."""

from __future__ import annotations

from api.acts import Act
from casework.commands import points, restoration

POINTS_ACTS = (
    Act("pointsRecordScore", points.RecordScore),
    Act("pointsAddPractice", points.AddPracticePoint),
    Act("pointsLeavePractice", points.LeavePractice),
    Act("pointsNotifyScore", points.NotifyScore),
    Act("pointsAttachReceipt", points.AttachScoreReceipt),
    Act("pointsCorrectService", points.CorrectScoreService),
    Act("pointsObject", points.ObjectToScore),
    Act("pointsPaperObjection", points.RecordPaperObjection),
    Act("pointsResolveObjection", points.ResolveObjection),
    Act("pointsReviewScore", points.ReviewScore),
    Act("pointsRepairRecord", points.RecordRepair),
    Act("pointsRepairDecide", points.DecideRepair),
    Act("pointsAnnulScore", points.AnnulScore),
    Act("restorationBarRecord", restoration.RecordRestorationBar),
    Act("restorationBarLift", restoration.LiftRestorationBar),
    Act("restorationApply", restoration.ApplyRestoration),
    Act("restorationPaperApplication", restoration.RecordPaperApplication),
    Act("restorationRecordStudy", restoration.RecordStudy),
    Act("restorationRecordExam", restoration.RecordExam),
    Act("restorationStrikeLearning", restoration.StrikeLearning),
    Act("restorationSubmit", restoration.SubmitRestoration),
    Act("restorationPartyOpinion", restoration.GivePartyOpinion),
    Act("restorationReview", restoration.ReviewRestoration),
    Act("restorationDecide", restoration.DecideRestoration),
    Act("restorationRecuse", restoration.RecuseFromRestoration),
    Act("restorationRecusalRequest", restoration.RequestRestorationRecusal),
    Act("restorationRecusalDecide", restoration.DecideRestorationRecusal),
    Act("restorationReRegister", restoration.ReRegister),
    Act("restorationResubmit", restoration.ResubmitRestoration),
    Act("restorationWithdraw", restoration.WithdrawRestoration),
    Act("restorationPaperWithdrawal", restoration.RecordPaperWithdrawal),
    Act("restorationRevocationPropose", restoration.ProposeRevocation),
    Act("restorationRevocationState", restoration.StateOnRevocation),
    Act("restorationRevocationWithdraw", restoration.WithdrawRevocation),
    Act("restorationRevocationRefuse", restoration.RefuseRevocation),
    Act("restorationRevoke", restoration.RevokeRestoration),
    Act("restorationHalt", restoration.HaltRestoration),
    Act("restorationResume", restoration.ResumeRestoration),
    Act("restorationDismiss", restoration.DismissRestoration),
)
