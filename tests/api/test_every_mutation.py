"""Every mutation of the schema as a row of one table: who may, who may not; a refusal writes nothing.

A mutation without a row fails `test_the_table_is_complete`. Inputs are made from the schema: what a
row does not set gets the plainest value of its type.
"""

import base64
from dataclasses import dataclass, field
from typing import Any

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLList,
    GraphQLNonNull,
)

from api.schema import build_schema

SCHEMA = build_schema(open_operations=True)._schema
assert SCHEMA.mutation_type is not None
MUTATIONS = SCHEMA.mutation_type.fields
PLAIN: dict[str, Any] = {
    "String": "x",
    "ID": base64.urlsafe_b64encode(b"Nothing:x").decode(),
    "Int": 1,
    "Float": 1.0,
    "Boolean": True,
    "Decimal": "1.00",
    "Date": "2025-06-05",
    "DateTime": "2025-06-05T08:00:00+08:00",
    "JSON": {"nodes": []},
}
ANONYMOUS = "anonymous"
OPEN_TO_ALL = "session"


def id_of(kind: str, key: str) -> str:
    return base64.urlsafe_b64encode(f"{kind}:{key}".encode()).decode()


@dataclass(frozen=True)
class Row:
    """`right` has the role, `wrong` lacks it; `other` is the institution that is not concerned.

    `own` sets fields of the input.
    """

    right: str
    wrong: str
    own: dict[str, Any] = field(default_factory=dict)
    other: str = "other_office"


def rows(right: str, wrong: str, *names: str) -> dict[str, Row]:
    return {name: Row(right, wrong) for name in names}


TABLE: dict[str, Row] = {
    # cases: penalty procedure
    **rows("inspector", "legal", "caseOpen", "caseAttachFindings", "caseAttachRing"),
    **rows("inspector", "legal", "caseAttachEvidence", "caseAttachPicture"),
    **rows("inspector", "legal", "caseCiteEvidence", "caseCitationWithdraw"),
    **rows("legal", "supervisor", "caseExclusionPropose", "caseReinstatementPropose"),
    # An earlier row has taken the case to the agency: there its head decides.
    **rows("chief", "inspector", "caseExclusionDecide"),
    **rows("inspector", "doctor", "caseAddTask", "caseFinishTask", "caseAddNote"),
    **rows("supervisor", "inspector", "caseAssignOfficers", "caseSubmissionReview"),
    **rows("head", "inspector", "caseFile", "caseDecline", "caseExtendClue", "caseClose"),
    **rows("inspector", "supervisor", "caseFilingPropose", "caseExtensionPropose"),
    **rows("inspector", "supervisor", "caseClosingPropose"),
    **rows("supervisor", "inspector", "casePenaltyReview", "caseReturn"),
    **rows("inspector", "head", "caseConductCorrect", "casePartyCorrect"),
    **rows("inspector", "head", "caseStartInvestigation", "caseRecordInspection"),
    **rows("inspector", "head", "caseWorksheetDraw", "casePenaltyPropose", "caseServeNotice"),
    **rows("inspector", "legal", "caseLinesList", "caseLineAdd", "caseLinesJudge"),
    **rows("inspector", "agency", "caseInterviewOpen", "caseInterviewWrite", "caseInterviewEnd"),
    **rows("inspector", "agency", "caseHomeVisitsPlan", "caseHomeVisitRecord"),
    **rows("inspector", "agency", "caseVisitRecordAttach", "caseInterviewRecordAttach"),
    **rows("inspector", "doctor", "caseMessageSend", "caseMessageWithdraw"),
    # inspections before a case
    **rows("supervisor", "legal", "inspectionOpen"),
    **rows("inspector", "legal", "inspectionStart", "inspectionPaperWrite", "inspectionPaperReply"),
    **rows("inspector", "legal", "inspectionPaperSign", "inspectionScanAttach", "inspectionClose"),
    **rows("inspector", "legal", "inspectionNoticeAttach", "inspectionLink"),
    **rows("inspector", "legal", "inspectionFollowUp"),
    **rows("office", "inspector", "inspectionPaperSubmit"),
    **rows("supervisor", "agency", "inspectionOfficersChange", "inspectionRecusalRequest"),
    **rows("inspector", "agency", "inspectionTiesCheck"),
    **rows("inspector", "agency", "inspectionRecusalAnswer", "inspectionCancel"),
    **rows("head", "agency", "inspectionRecusalDecide"),
    **rows("agency", "legal", "refundWithdraw"),
    **rows("supervisor", "inspector", "caseLinesRelease", "caseLedgerPayBack", "caseLedgerReverse"),
    **rows("supervisor", "inspector", "caseServiceCorrect", "caseAnnouncementCorrect"),
    **rows("agency", "legal", "pointsCorrectService"),
    **rows("head", "supervisor", "caseLedgerWriteOff", "caseReferralGroupAppoint"),
    **rows("head", "inspector", "caseDesignateChair"),
    "caseReferralReturn": Row("head", "supervisor", {"ground": "NOT_PROSECUTED"}),
    "caseWriteReport": Row("inspector", "head", {"party": "x"}),
    **rows("inspector", "agency", "caseRecordDefence", "caseRequestHearing", "caseHoldHearing"),
    **rows("legal", "inspector", "caseWriteHearingReport"),
    **rows("office", "inspector", "caseStatementSubmit", "caseHearingAsk", "caseInstalmentsAsk"),
    **rows("inspector", "head", "caseCorrectionOrder", "caseCorrectionRecord"),
    **rows("inspector", "agency", "caseAnnounceHearing", "caseEndHearing", "casePaperServe"),
    **rows("inspector", "agency", "caseSubmitLegalReview", "caseServeDecision"),
    **rows("inspector", "legal", "caseRecordPayment"),
    **rows("legal", "inspector", "caseReviewLegality"),
    **rows("head", "supervisor", "caseDecide"),
    **rows(
        "head",
        "inspector",
        "caseDiscuss",
        "caseExtendDecision",
        "caseTerminate",
        "caseAnnulDecision",
    ),
    **rows("inspector", "legal", "caseClockPause", "caseClockResume"),
    **rows("inspector", "doctor", "casePeriodStart", "casePeriodEnd"),
    # cases: what stands beside the procedure
    **rows("inspector", "supervisor", "caseHoldRequest", "caseHoldEnd", "casePress"),
    **rows("inspector", "head", "caseAssistanceRequest", "caseAssistanceRecord"),
    **rows("inspector", "legal", "caseDecideOnSpot", "caseReportSpot"),
    **rows("inspector", "doctor", "caseRecusalRequest"),
    **rows("head", "supervisor", "caseHoldDecide", "caseHoldExtend", "caseHoldEndDecide"),
    **rows("head", "inspector", "caseRecusalDecide"),
    **rows("head", "supervisor", "caseSuspend", "caseContinue", "caseTransfer"),
    **rows("inspector", "head", "caseTransferAnswer"),
    **rows("inspector", "head", "caseInstalmentsRequest"),
    **rows("head", "inspector", "caseInstalmentsGrant", "caseInstalmentsRefuse", "caseCourtApply"),
    **rows("legal", "head", "caseRemedyRecord", "caseRemedyClose"),
    **rows("legal", "head", "caseExecutionStop", "caseExecutionResume", "caseCourtRule"),
    **rows("supervisor", "inspector", "casePublicationDecide", "casePublicationWithdraw"),
    **rows("inspector", "legal", "casePublicationPropose", "casePublish"),
    # documents
    "caseFormIssue": Row("inspector", "doctor", {"formId": "filing"}),
    "caseFormVoid": Row("inspector", "doctor"),
    "caseFormSign": Row("inspector", "doctor"),
    "templateReset": Row("legal", "inspector", {"formId": "filing"}),
    # cases: handling under the agreement
    **rows("agency", "inspector", "caseHandlingPropose", "caseHandlingNotify"),
    **rows("agency", "inspector", "caseHandlingDefend", "caseHandlingClose"),
    **rows("chief", "agency", "caseHandlingDecide", "casePerformanceDecide"),
    **rows("agency", "inspector", "caseHandlingServe"),
    **rows("agency", "inspector", "caseHandlingDeduct", "caseRectificationReport"),
    **rows("agency", "inspector", "caseRectificationCheck"),
    **rows("head", "agency", "caseConvert", "caseConvertToHandling"),
    **rows("inspector", "legal", "caseConversionPropose"),
    **rows("inspector", "doctor", "caseRecusalAnswer"),
    **rows("inspector", "legal", "caseTiesCheck", "caseReceiptAttach", "caseProtectReporter"),
    **rows("inspector", "legal", "caseAnnouncementPost"),
    **rows("supervisor", "inspector", "caseJurisdictionDispute", "caseJurisdictionSettle"),
    **rows("supervisor", "inspector", "caseJurisdictionReport", "caseJurisdictionDesignate"),
    "accountDeclareTies": Row("inspector", "system", {"login": "inspector"}),
    # A value that changes nothing for the other tests: far off, and nobody approves it.
    "parameterPropose": Row(
        "legal",
        "head",
        {"name": "document_word", "value": "医保", "validFrom": "2999-01-01"},
    ),
    **rows("head", "legal", "parameterDecide"),
    **rows("legal", "inspector", "parameterAttachApproval"),
    # Of a day far off, and a pattern of its own: nothing is asked otherwise for it.
    "questionSetSave": Row(
        "supervisor",
        "inspector",
        {"pattern": "x", "validFrom": "2999-01-01"},
    ),
    # measures, delegations, keys
    **rows("agency", "supervisor", "measurePropose", "measureHear", "measureServe"),
    **rows("chief", "agency", "measureCorrectService"),
    **rows("supervisor", "agency", "measureDecide", "measureLift"),
    **rows("head", "supervisor", "measureStop"),
    **rows("inspector", "doctor", "measureNote", "measurePaperAttach"),
    **rows("supervisor", "inspector", "delegationGive", "delegationEnd"),
    **rows("head", "supervisor", "entrustmentEnd"),
    **rows("supervisor", "inspector", "entrustmentScanAttach"),
    # Over before today: an absence that holds would lend tasks in every later test.
    "absenceRecord": Row("inspector", "doctor", {"endsOn": "2025-06-01"}),
    **rows("inspector", "doctor", "absenceEnd"),
    # Ends before it begins: a letter that lapsed would bind the centre in every later test.
    "entrustmentRecord": Row("head", "supervisor", {"endsOn": "2025-06-01"}),
    **rows("security", "head", "keyIssue", "keyRevoke"),
    # cases: referral
    **rows(
        "inspector", "supervisor", "caseReferralReport", "caseReferralSend", "caseReferralWeigh"
    ),
    **rows("inspector", "supervisor", "caseReferralCopy", "caseReferralItems"),
    **rows("inspector", "supervisor", "caseRefusalObject", "casePoliceReview"),
    **rows("inspector", "supervisor", "caseSupervisionAsk", "caseSupervisionRecord"),
    **rows("inspector", "legal", "caseReferralReceipt", "caseReferralAnswer"),
    **rows("head", "inspector", "caseReferralDecide"),
    # doctors: scores
    **rows("agency", "supervisor", "pointsRecordScore", "pointsNotifyScore"),
    **rows("agency", "supervisor", "pointsAttachReceipt", "pointsPaperObjection"),
    **rows("agency", "office", "pointsAddPractice", "pointsLeavePractice"),
    **rows("doctor", "agency", "pointsObject"),
    **rows("chief", "inspector", "pointsResolveObjection"),
    **rows("chief", "inspector", "pointsReviewScore", "pointsRepairDecide"),
    **rows("agency", "inspector", "pointsRepairRecord"),
    **rows("head", "inspector", "pointsAnnulScore"),
    # doctors: restoration
    **rows("doctor", "inspector", "restorationApply", "restorationWithdraw"),
    **rows("office", "inspector", "restorationRecordStudy", "restorationRecordExam"),
    **rows("office", "doctor", "restorationPaperApplication", "restorationPaperWithdrawal"),
    **rows("supervisor", "doctor", "restorationStrikeLearning"),
    **rows("doctor", "head", "restorationSubmit", "restorationResubmit"),
    **rows("party", "office", "restorationPartyOpinion"),
    **rows("supervisor", "party", "restorationReview"),
    **rows("head", "supervisor", "restorationDecide", "restorationRevoke"),
    **rows("agency", "party", "restorationReRegister"),
    **rows("supervisor", "legal", "restorationHalt", "restorationResume", "restorationDismiss"),
    **rows("supervisor", "party", "restorationRevocationPropose", "restorationRevocationWithdraw"),
    **rows("doctor", "inspector", "restorationRevocationState"),
    **rows("head", "supervisor", "restorationRevocationRefuse"),
    **rows("supervisor", "office", "restorationRecuse"),
    **rows("doctor", "legal", "restorationRecusalRequest"),
    **rows("head", "supervisor", "restorationRecusalDecide"),
    **rows("agency", "office", "pointsAttachApproval"),
    **rows("agency", "head", "restorationBarRecord"),
    **rows("head", "agency", "restorationBarLift"),
    **rows("agency", "doctor", "restorationAttachPaper", "restorationServe", "restorationAnnounce"),
    **rows("agency", "office", "restorationCorrectService"),
    **rows("legal", "agency", "restorationRemedyRecord", "restorationRemedyClose"),
    **rows("legal", "agency", "restorationRevocationStop", "restorationRevocationResume"),
    "restorationBatchStrike": Row("supervisor", "head", {"batchId": "HF-1999-001"}),
    "restorationBatchVoid": Row("supervisor", "head", {"batchId": "HF-1999-001"}),
    "restorationBatchDraw": Row("supervisor", "head", {"doctors": ["D-none"]}),
    "restorationBatchPaper": Row("agency", "doctor", {"batchId": "HF-1999-001"}),
    "restorationBatchHandle": Row("head", "doctor", {"batchId": "HF-1999-001"}),
    # doctors: courses, study, exams
    **rows("agency", "inspector", "courseRetire"),
    **rows("doctor", "office", "lessonOpen", "lessonBeat", "examStart", "examSave"),
    **rows("doctor", "agency", "examSubmit", "questionAppeal"),
    **rows("supervisor", "doctor", "questionAppealResolve", "examRemark"),
    # accounts
    **rows("security", "head", "accountCreate", "accountReset", "accountUnlock"),
    **rows("security", "system", "accountGrantRole", "accountRevokeRole", "accountDisable"),
    **rows("security", "head", "accountGrantPermission", "accountRevokePermission"),
    # what the machine found
    **rows("inspector", "legal", "findingJudge", "ringJudge", "ringTakeBack"),
    **rows("inspector", "legal", "findingNote", "ringNote"),
    **rows("inspector", "legal", "ringMembersJudge", "ringMembersTakeBack"),
    **rows("inspector", "doctor", "sameJudge", "sameTakeBack"),
    # files, work, evidence, the map
    "importStart": Row("inspector", "legal", {"folder": "none"}),
    "jobStart": Row("inspector", "legal", {"kind": "AUDIT"}),
    "jobCancel": Row("inspector", "legal", {"id": id_of("Job", "none")}),
    "qualityWork": Row(
        "inspector",
        "legal",
        {"id": id_of("ImportBatch", "none"), "lineId": "none", "state": "OPEN", "owner": None},
    ),
    "qualityAgain": Row("inspector", "legal", {"id": id_of("ImportBatch", "none")}),
    "importProfileKeep": Row("inspector", "legal", {"file": "own.toml", "content": ""}),
    "importWithdraw": Row("head", "inspector", {"id": id_of("ImportBatch", "none")}),
    "evidenceUploadStart": Row("inspector", "doctor", {"sha256": None}),
    "evidenceUploadComplete": Row("inspector", "doctor", {"uploadId": "0" * 32}),
    "evidenceAccess": Row("inspector", "doctor", {"evidenceId": "E-none"}),
    "evidenceCollectionState": Row("inspector", "doctor", {"evidenceId": "E-none"}),
    "investigationSave": Row("inspector", "doctor"),
    "investigationDelete": Row("inspector", "doctor", {"id": id_of("Investigation", "none")}),
    "cypherRun": Row("inspector2", "inspector"),
    "personalDataReveal": Row("inspector", "system", {"subject": "Patient:none"}),
    # the door itself: anybody may knock
    "sessionSignIn": Row(OPEN_TO_ALL, OPEN_TO_ALL),
    "sessionSignOut": Row(OPEN_TO_ALL, OPEN_TO_ALL),
    "sessionChangePassword": Row("doctor", ANONYMOUS, other=ANONYMOUS),
    # reviews: looking, and approving several
    "caseSeen": Row("supervisor", "doctor"),
    "pointsSeen": Row("supervisor", "doctor"),
    "caseMessagesSeen": Row("supervisor", "doctor"),
    "reviewsApprove": Row("supervisor", "doctor", {"cases": [], "opinion": "同意"}),
    "outboxSend": Row("system", "security", {"keys": ["none"]}),
    # what everybody is told: his own
    "noticeRead": Row("doctor", ANONYMOUS, {"keys": ["none"]}, other=ANONYMOUS),
    "noticeChoose": Row("doctor", ANONYMOUS, {"ways": []}, other=ANONYMOUS),
}
GUARDED = sorted(name for name, row in TABLE.items() if row.right != OPEN_TO_ALL)
REFUSED = {"NotPermitted", "NotFound"}
#: Acts that anybody may do with what is his own: an upload, an account's own password.
OWN_THINGS = frozenset(
    {
        "evidenceUploadStart",
        "evidenceUploadComplete",
        "evidenceAccess",
        "evidenceCollectionState",
        "personalDataReveal",
        "sessionChangePassword",
        "noticeRead",
        "noticeChoose",
    }
)


def plain(kind: GraphQLInputType, own: dict[str, Any], name: str = "") -> Any:
    """The plainest value of an input type; `own` wins at any depth."""
    if name in own:
        return own[name]
    if isinstance(kind, GraphQLNonNull):
        return plain(kind.of_type, own, name)
    if isinstance(kind, GraphQLList):
        return [plain(kind.of_type, own)]
    if isinstance(kind, GraphQLInputObjectType):
        return {
            key: plain(one.type, own, key)
            for key, one in kind.fields.items()
            if isinstance(one.type, GraphQLNonNull) or own.get(key) is not None
        }
    if isinstance(kind, GraphQLEnumType):
        return next(iter(kind.values))
    return PLAIN[kind.name]


async def ask(world: Any, who: str, name: str, own: dict[str, Any]) -> dict[str, Any]:
    """Run a mutation with plain values; returns the union's member."""
    desk = world.browser() if who == ANONYMOUS else world.people[who]
    field_ = MUTATIONS[name]
    heads, uses, variables = [], [], {}
    for key, argument in field_.args.items():
        heads.append(f"${key}: {argument.type}")
        uses.append(f"{key}: ${key}")
        variables[key] = plain(argument.type, own, key)
    head = f"({', '.join(heads)})" if heads else ""
    use = f"({', '.join(uses)})" if uses else ""
    query = (
        f"mutation{head} {{ r: {name}{use} {{ __typename ... on UserError {{ code message }} }} }}"
    )
    found: dict[str, Any] = (await desk.ask(query, **variables))["r"]
    return found


@pytest.fixture
async def objects(world: Any) -> dict[str, Any]:
    """A case that no institution was told of, a doctor's file, and an account to be managed."""
    made = getattr(world, "_objects", None)
    if made is not None:
        found: dict[str, Any] = made
        return found
    inspector = world.people["inspector"]
    party = {"kind": "INSTITUTION", "key": world.hospital, "name": "测试医院"}
    opened = await inspector.ask(
        "mutation($input: CaseOpenInput!) { r: caseOpen(input: $input) { ... on UserError { code "
        "message } ... on CaseSuccess { caseFile { case { caseNo } } } } }",
        input={
            "title": "权限测试",
            "source": "LETTER",
            "summary": "群众来信",
            "conductFrom": "2025-03-01",
            "conductTo": "2025-06-30",
            "party": party,
        },
    )
    code, name = world.doctors[1]
    scored = await world.people["agency"].act(
        "pointsRecordScore",
        pracPsnCode=code,
        pracPsnName=name,
        fixmedinsCode=world.hospital,
        act="tiaoli_38_39",
        responsibility="GENERAL",
        points=4,
        conductOn="2025-05-05",
        conductTo="2025-05-05",
        reasons="测试",
        basis={"kind": "DOCUMENT", "reference": "X", "decidedOn": "2026-02-02", "issuer": "局"},
    )
    assert scored["__typename"] == "PointsSuccess", scored
    managed = {"login": "managed", "name": "n", "person": "managed", "roles": ["AUDITOR"]}
    answer = await world.people["security"].act("accountCreate", **managed)
    assert answer["__typename"] == "AccountSuccess", answer
    ring = await inspector.ask("{ rings(first: 1) { nodes { ringId } } }")
    finding = await inspector.ask("{ findings(first: 1) { nodes { findingId } } }")
    world._objects = {
        "caseNo": opened["r"]["caseFile"]["case"]["caseNo"],
        "pracPsnCode": code,
        "login": "managed",
        "party": party,
        "fixmedinsCode": world.hospital,
        "ringId": ring["rings"]["nodes"][0]["ringId"],
        "findingIds": [finding["findings"]["nodes"][0]["findingId"]],
    }
    return dict(world._objects)


def test_the_table_is_complete() -> None:
    assert TABLE.keys() == MUTATIONS.keys()
    for name, row in TABLE.items():
        assert row.right != row.wrong or row.right == OPEN_TO_ALL, name


@pytest.mark.parametrize("name", GUARDED)
async def test_nobody_acts_without_signing_in(world: Any, objects: Any, name: str) -> None:
    before = await world.events()
    answer = await ask(world, ANONYMOUS, name, {**objects, **TABLE[name].own})
    assert answer == {
        "__typename": "NotPermitted",
        "code": "SIGN_IN_NEEDED",
        "message": answer["message"],
    }
    assert await world.events() == before


@pytest.mark.parametrize("name", sorted(set(GUARDED) - OWN_THINGS))
async def test_the_wrong_role_is_refused(world: Any, objects: Any, name: str) -> None:
    row, before = TABLE[name], await world.events()
    answer = await ask(world, row.wrong, name, {**objects, **row.own})
    assert answer["__typename"] in REFUSED, answer
    assert await world.events() == before


MISSING = {
    "caseNo": "YB-1999-9999",
    "pracPsnCode": "D-none",
    "login": "nobody",
    "ringId": "R0000000000",
    "findingIds": ["none"],
}


@pytest.mark.parametrize("name", sorted(set(GUARDED) - {"sessionChangePassword"}))
async def test_another_institution_cannot_tell_what_is_there(
    world: Any, objects: Any, name: str
) -> None:
    row, before = TABLE[name], await world.events()
    if name == "evidenceUploadStart":
        row = Row(row.right, row.wrong, {**row.own, "caseNo": objects["caseNo"]})
    there = await ask(world, row.other, name, {**objects, **row.own})
    gone = await ask(world, row.other, name, {**objects, **row.own, **MISSING})
    shown = dict(there)
    for key, missing in MISSING.items():
        real = {**objects, **row.own}[key]
        if isinstance(real, str) and isinstance(missing, str):
            shown["message"] = shown["message"].replace(real, missing)
    assert shown == gone
    if name not in OWN_THINGS or name == "evidenceUploadStart":
        assert there["__typename"] in REFUSED, there
    assert await world.events() == before


@pytest.mark.parametrize("name", GUARDED)
async def test_the_right_role_is_not_refused_for_its_role(
    world: Any, objects: Any, name: str
) -> None:
    row = TABLE[name]
    answer = await ask(world, row.right, name, {**objects, **row.own})
    assert answer.get("code") not in {"ROLE_REQUIRED", "SIGN_IN_NEEDED"}, answer


async def test_a_knock_at_the_door_leaves_no_trace_in_the_cases(world: Any) -> None:
    before = await world.events()
    answer = await ask(world, ANONYMOUS, "sessionSignIn", {"account": "nobody", "password": "x"})
    assert answer["__typename"] == "SignInFailed"
    assert (await ask(world, ANONYMOUS, "sessionSignOut", {}))["__typename"] == "SessionSuccess"
    assert await world.events() == before
