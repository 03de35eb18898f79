"""Names of events, acts and rules in both languages, for timelines and the log."""

from __future__ import annotations

from typing import Literal

from audit.registry import all_rules
from casework.cases.stages import NAMES, Stage

Language = Literal["zh", "en"]

EVENTS: dict[str, tuple[str, str]] = {
    "AccountCreated": ("建立账号", "account created"),
    "AccountDisabled": ("停用账号", "account disabled"),
    "AccountUnlocked": ("解锁账号", "account unlocked"),
    "AttachedToCase": ("证据附入案件", "evidence attached to a case"),
    "CaseClosed": ("结案", "case closed"),
    "CaseConverted": ("转为行政案件", "turned into an administrative case"),
    "CaseDecided": ("作出决定", "decided"),
    "CaseDeclined": ("不予立案", "not filed"),
    "CaseFiled": ("立案", "case filed"),
    "CaseDiscussed": ("集体讨论", "collective discussion"),
    "ClockPaused": ("中止计时", "clock rests"),
    "ClockResumed": ("恢复计时", "clock goes on"),
    "DeadlineLapsed": ("期限届满", "period over"),
    "DeadlineOverdue": ("期限逾期", "deadline missed"),
    "DeadlineWarned": ("期限临近", "deadline near"),
    "PeriodStarted": ("登记期限", "period started"),
    "PeriodEnded": ("办结期限", "period ended"),
    "CaseOpened": ("登记线索", "lead registered"),
    "CaseTerminated": ("终止调查", "investigation terminated"),
    "ClueExtended": ("延长线索核查", "clue check extended"),
    "DecisionAnnulled": ("决定被撤销", "decision annulled"),
    "DecisionExtended": ("延长办案期限", "time for the decision extended"),
    "DecisionServed": ("送达决定书", "decision served"),
    "DefenceRecorded": ("陈述申辩", "statement and defence"),
    "DoctorReRegistered": ("重新登记备案", "doctor re-registered"),
    "DossierDamaged": ("移送卷宗损坏", "dossier damaged"),
    "DossierSound": ("移送卷宗复核相符", "dossier found sound again"),
    "DossierRecorded": ("封存移送卷宗", "dossier sealed"),
    "EvidenceAccessed": ("调阅证据", "evidence accessed"),
    "EvidenceAttached": ("附入证据", "evidence attached"),
    "EvidenceCopied": ("复制证据", "evidence copied"),
    "EvidenceDamaged": ("证据损坏或缺失", "evidence damaged or lost"),
    "EvidenceReceived": ("证据入库", "evidence received"),
    "EvidenceVerified": ("复验证据", "evidence verified"),
    "ExamRecorded": ("登记考试成绩", "exam recorded"),
    "Exported": ("导出数据", "data exported"),
    "FindingsAttached": ("并入疑点", "findings attached"),
    "FinePaidInFull": ("罚款缴清", "fine paid in full"),
    "HandlingClosed": ("协议处理结束", "handling closed"),
    "HandlingDecided": ("协议处理决定", "handling decided"),
    "HandlingDefended": ("机构陈述申辩", "institution's statement"),
    "HandlingNotified": ("协议处理告知", "handling notified"),
    "HandlingProposed": ("拟协议处理", "handling proposed"),
    "HandlingReturned": ("协议处理退回", "handling returned"),
    "HearingHeld": ("举行听证", "hearing held"),
    "HearingRequested": ("申请听证", "hearing requested"),
    "HearingWaived": ("放弃听证", "hearing waived"),
    "InspectionRecorded": ("现场检查", "inspection on site"),
    "InvestigationReopened": ("退回调查", "back to investigation"),
    "InvestigationStarted": ("开始调查", "investigation started"),
    "Judged": ("研判", "judged"),
    "LegalReviewSubmitted": ("提交法制审核", "sent to legal review"),
    "LegalityReviewed": ("法制审核意见", "legal review"),
    "NoteAdded": ("工作记录", "note"),
    "Noted": ("备注", "note"),
    "NoticeServed": ("送达事先告知书", "prior notice served"),
    "ObjectionResolved": ("异议处理", "objection resolved"),
    "OfficersAssigned": ("指定承办人员", "officers assigned"),
    "ParameterSet": ("设置参数", "parameter set"),
    "PartyOpinionGiven": ("党组织意见", "party organisation's opinion"),
    "PasswordChanged": ("修改密码", "password changed"),
    "PasswordReset": ("重置密码", "password reset"),
    "PaymentRecorded": ("登记缴款", "payment recorded"),
    "PenaltyProposed": ("拟处罚意见", "penalty proposed"),
    "PersonalDataRevealed": ("查看个人信息", "personal data revealed"),
    "PictureAttached": ("附入图谱", "picture attached"),
    "PoliceAnswered": ("公安机关答复", "police answered"),
    "ProposalReviewed": ("审核处罚意见", "proposal reviewed"),
    "ReferralDecided": ("移送决定", "referral decided"),
    "ReferralReceived": ("移送回执", "referral received"),
    "ReferralReported": ("移送报告", "referral reported"),
    "ReferralReturned": ("退回行政处理", "returned from referral"),
    "ReferralSent": ("移送", "referred"),
    "ReportWritten": ("调查终结报告", "investigation report"),
    "LessonOpened": ("开始学习", "lesson opened"),
    "LessonBeat": ("学习进度", "study progress"),
    "LessonCompleted": ("学完课程", "course completed"),
    "ExamStarted": ("开始考试", "exam started"),
    "AnswersSaved": ("保存答卷", "answers saved"),
    "ExamMarked": ("评卷", "exam marked"),
    "ExamRemarked": ("重新评卷", "exam marked again"),
    "QuestionAppealed": ("试题异议", "question disputed"),
    "AppealResolved": ("答复试题异议", "dispute answered"),
    "QuestionCorrected": ("更正试题", "question corrected"),
    "CourseImported": ("导入课程", "course imported"),
    "CourseRetired": ("停用课程", "course retired"),
    "RestorationHalted": ("中止恢复程序", "application rests"),
    "HaltGroundEnded": ("中止事由消除", "ground for resting ended"),
    "RestorationResumed": ("恢复办理", "application goes on"),
    "RestorationMoot": ("申请终结（依据已撤销）", "application closed, its ground fell"),
    "RestorationDismissed": ("终结并不予恢复", "application ended"),
    "RestorationApplied": ("申请恢复", "restoration applied for"),
    "RestorationApproved": ("批准恢复", "restoration approved"),
    "RestorationDecided": ("县局审批", "bureau decided"),
    "RestorationRefused": ("不予恢复", "restoration refused"),
    "RestorationResubmittedToBureau": ("补正后报县局", "corrected, back to the bureau"),
    "RestorationResubmittedToCentre": ("补正后报中心", "corrected, back to the centre"),
    "RestorationResubmittedToParty": (
        "补正后报党组织",
        "corrected, back to the party organisation",
    ),
    "RestorationReturned": ("退回补正", "returned for correction"),
    "RestorationReviewed": ("中心审核", "centre reviewed"),
    "RevocationProposed": ("建议撤销恢复", "revocation proposed"),
    "RestorationRevoked": ("撤销恢复", "restoration revoked"),
    "RestorationSentToBureau": ("报县局审批", "sent to the bureau"),
    "RestorationSentToCentre": ("报中心审核", "sent to the centre"),
    "RestorationSubmitted": ("提交医院党组织", "submitted to the party organisation"),
    "RestorationWithdrawn": ("撤回申请", "application withdrawn"),
    "RetentionExtended": ("延长保存期", "retention extended"),
    "RingAttached": ("并入疑似团伙", "ring attached"),
    "RoleGranted": ("授予角色", "role granted"),
    "RoleRevoked": ("收回角色", "role revoked"),
    "ScoreAnnulled": ("撤销记分", "score annulled"),
    "ScoreLinked": ("关联记分", "score linked"),
    "ScoreNotified": ("送达记分告知书", "score notified"),
    "ScoreObjected": ("提出异议", "objection"),
    "ScoreRecorded": ("记分", "score recorded"),
    "SearchedByIdNumber": ("按证件号检索", "searched by ID number"),
    "SentToCase": ("转入案件", "sent to a case"),
    "SignInFailed": ("登录失败", "sign-in failed"),
    "SignedIn": ("登录", "signed in"),
    "StudyRecorded": ("登记学习", "study recorded"),
    "TaskAdded": ("交办任务", "task given"),
    "TaskFinished": ("完成任务", "task finished"),
}


def pick(language: Language, zh: str, en: str) -> str:
    """The text in the reader's language; English names begin with a capital on the page."""
    return zh if language == "zh" else en[:1].upper() + en[1:]


def event_name(type_: str, language: Language) -> str:
    """Name of an event type; an unknown one keeps its own."""
    return pick(language, *EVENTS.get(type_, (type_, type_)))


def stage_name(stage: Stage, language: Language) -> str:
    """Name of a case's stage."""
    return pick(language, *NAMES[stage])


def rule_name(rule_id: str, language: Language) -> str:
    """Name of a rule; an unknown (retired) one keeps its id."""
    rule = {rule.id: rule for rule in all_rules()}.get(rule_id)
    return pick(language, rule.name_zh, rule.name_en) if rule else rule_id
