"""Report, decide, record the dossier, send (310号 第五、六条)."""

from dataclasses import asdict
from datetime import datetime
from decimal import Decimal

from casework.actors import Actor, Role
from casework.acts import Act, Ask, Guard, draft, required
from casework.cases.guards import is_officer, not_officer, not_proposer, two_officers
from casework.cases.stages import BESIDE, REFERABLE, Stage, move
from casework.cases.state import CaseState, Officer
from casework.cases.streams import case_stream
from casework.commands.referral import (
    DecideReferral,
    PackagePart,
    RecordDossier,
    ReportReferral,
    SendReferral,
)
from casework.documents.letter import (
    approval_signed,
    dossier_outdated,
    letter_lacking,
    letter_of,
    letter_refused,
    letter_waits,
    referral_scans,
)
from casework.documents.scans import of_procedure
from casework.events import Draft
from casework.hands import Hand, other_eyes
from casework.money import yuan
from casework.refusal import refuse

PART_NAMES = {
    PackagePart.TRANSFER_LETTER: ("涉嫌犯罪案件移送书", "the transfer letter"),
    PackagePart.REPORT: ("调查报告", "the investigation report"),
    PackagePart.ITEMS_LIST: ("涉案物品清单", "the property list"),
    PackagePart.EXPERT_OPINION: ("检验报告或鉴定结论", "the test report or expert opinion"),
    PackagePart.OTHER: ("其他涉嫌犯罪材料", "the other material"),
}
# Who may take a sealed dossier of the case out of the house; the agency handles no referral.
SEALERS = frozenset({Role.INSPECTOR, Role.SUPERVISOR, Role.LEGAL_REVIEWER, Role.HEAD})
# The vault prints the list from the case itself, and no explanation takes the letter's place: it is
# asked for by itself. The rest has to be there.
APART = frozenset({PackagePart.TRANSFER_LETTER, PackagePart.ITEMS_LIST})


def report(ask: Ask[ReportReferral, CaseState]) -> list[Draft]:
    """ReferralReported by the special group that the head appointed, with explanations.

    Refuses REFERRAL_GROUP_MISSING before there is one, NOT_IN_GROUP to whoever is none of it.
    """
    c, case = ask.command, ask.state
    required(suspected_crime=c.suspected_crime, facts=c.facts, recipient=c.recipient)
    group = [one.hand for one in group_of(case)]
    differs = yuan(c.amount) != amount_of(case)
    if differs and not c.amount_reasons.strip():
        raise refuse(
            "FIELD_REQUIRED",
            field=f"移送金额与认定金额 {amount_of(case):,} 元不一致的说明",
            field_en=f"why the amount is not the {amount_of(case):,} yuan of the case",
        )
    explained = {"amount_reasons": c.amount_reasons} if differs else {}
    return [
        draft(
            case.stream,
            "ReferralReported",
            officers=[asdict(hand) for hand in group],
            suspected_crime=c.suspected_crime,
            facts=c.facts,
            amount=yuan(c.amount),
            recipient=c.recipient,
            missing_parts=c.missing_parts,
            **explained,
        )
    ]


def group_of(case: CaseState) -> tuple[Officer, ...]:
    """Who of the appointed group is an officer of the case still: whoever left it left the group."""
    there = {one.hand.account for one in case.officers}
    return tuple(one for one in case.referral_group if one.hand.account in there)


def grouped(case: CaseState) -> bool:
    """Whether there is a group still: two people at least."""
    return len({one.hand.person for one in group_of(case)}) > 1


def in_group(case: CaseState, actor: Actor, at: datetime) -> None:
    """Guard: the head appointed a special group, and it is one of its members who reports (310号 5)."""
    group = group_of(case)
    if not grouped(case):
        raise refuse("REFERRAL_GROUP_MISSING")
    if not any(one.hand.is_actor(actor) for one in group):
        names = [one.hand.name for one in group]
        raise refuse("NOT_IN_GROUP", group="、".join(names), group_en=", ".join(names))


def amount_of(case: CaseState) -> Decimal:
    """What the case comes to in yuan: its confirmed lines, before they are all judged what it involves."""
    if case.lines.listed and not case.lines.open:
        return case.lines.loss
    # A case on no findings and no lines knows the loss of its proposal alone.
    bare = not case.findings and case.proposal is not None
    return case.proposal.base_loss if bare and case.proposal else case.involved


def missing_parts(case: CaseState) -> tuple[PackagePart, ...]:
    """Return the required parts of the package (第六条) that the case does not have."""
    # Neither a letter nor another paper of the procedure shows a crime.
    papers = referral_scans(case) | of_procedure(case)
    kinds = {item.kind for item in case.evidence if item.evidence_id not in papers}
    have = set(APART)
    if case.report is not None:
        have.add(PackagePart.REPORT)
    if "expert_opinion" in kinds:
        have.add(PackagePart.EXPERT_OPINION)
    if kinds - {"expert_opinion"}:
        have.add(PackagePart.OTHER)
    return tuple(part for part in PackagePart if part not in have)


def obstacles(case: CaseState) -> tuple[tuple[str, str], ...]:
    """What still blocks a dossier, in Chinese and in English; empty when it may be sealed."""
    referral = case.referral
    if referral is None:
        return (("尚未提出移送报告", "no report for referral yet"),)
    found = []
    if len({hand.person for hand in referral.officers}) < 2:
        found.append(("专案组不足两名执法人员", "fewer than two officers in the special group"))
    if not referral.approved or referral.decided_at is None:
        found.append(("主要负责人尚未作出移送决定", "the head has not decided on referral"))
    if lack := letter_lacking(case):
        found.append(lack.said)
    parts = [p for p in missing_parts(case) if not referral.missing_parts.get(p.value, "").strip()]
    for zh, en in (PART_NAMES[part] for part in parts):
        found.append((f"缺少{zh}且未说明", f"{en}: missing and not explained"))
    return tuple(found)


def decide(ask: Ask[DecideReferral, CaseState]) -> list[Draft]:
    """ReferralDecided, dated by its event; a refusal is filed with reasons."""
    c, case = ask.command, ask.state
    required(reasons=c.reasons)
    if case.referral is not None:
        other_eyes(
            ask.actor,
            (case.referral.reported_by, *case.referral.officers),
            "移送报告与移送决定",
            "deciding on referral",
        )
    return [draft(case.stream, "ReferralDecided", approve=c.approve, reasons=c.reasons)]


def dossier(ask: Ask[RecordDossier, CaseState]) -> list[Draft]:
    """DossierRecorded with both hashes and its letter, once nothing blocks it.

    Refuses LETTER_MISSING, PARTS_UNEXPLAINED, and DOSSIER_OUTDATED where the letter is another one by now.
    """
    c, case = ask.command, ask.state
    required(file_name=c.file_name)
    if lack := letter_lacking(case):
        raise letter_refused(lack)
    blocked = obstacles(case)
    if blocked:
        zh, en = zip(*blocked, strict=True)
        raise refuse("PARTS_UNEXPLAINED", parts="；".join(zh), parts_en="; ".join(en))
    hashes = {"sha256": c.sha256, "sm3": c.sm3}
    if any(len(value) != 64 for value in hashes.values()):
        raise refuse(
            "BAD_VALUE",
            field="卷宗哈希",
            field_en="the dossier's hash",
            why="应为 64 位十六进制",
            why_en="64 hexadecimal digits",
        )
    letter = letter_of(case)
    if letter is None or (c.issue_id, c.evidence_id) != (letter.issue_id, letter.signed):
        raise refuse("DOSSIER_OUTDATED")
    held = {"letter": letter.issue_id, "letter_scan": letter.signed}
    data = {"file_name": c.file_name, "size": c.size, **hashes, **held}
    return [draft(case.stream, "DossierRecorded", **data)]


def send(ask: Ask[SendReferral, CaseState]) -> list[Draft]:
    """ReferralSent with the recorded dossier and its letter, handed over by two officers.

    After a decision, and beside a handling, the case stays where it is: what stands goes on.
    Refuses LETTER_MISSING, REFERRAL_UNSIGNED, DOSSIER_OUTDATED, DOSSIER_MISMATCH.
    """
    c, case = ask.command, ask.state
    referral = case.referral
    if lack := letter_lacking(case):
        raise letter_refused(lack)
    approval_signed(case)
    if referral is None or not referral.dossier_sha256:
        raise refuse("STEP_MISSING", step="导出并登记移送卷宗", step_en="the recorded dossier")
    if referral.dossier_sha256 != c.dossier_sha256:
        raise refuse("DOSSIER_MISMATCH", recorded=referral.dossier_sha256, given=c.dossier_sha256)
    if dossier_outdated(case):
        raise refuse("DOSSIER_OUTDATED")
    carriers: list[Hand] = [o.hand for o in case.officers if o.hand.account in c.handed_over_by]
    if len({hand.person for hand in carriers}) < 2:
        raise refuse("TWO_OFFICERS", count=len({hand.person for hand in carriers}))
    if case.stage not in BESIDE:
        move(case.stage, Stage.REFERRED, "移送", "refer")
    return [
        draft(
            case.stream,
            "ReferralSent",
            dossier_sha256=c.dossier_sha256,
            recipient=referral.recipient,
            letter=referral.dossier_letter,
            handed_over_by=[asdict(hand) for hand in carriers],
        )
    ]


def _sealed_first(case: CaseState, at: datetime) -> tuple[str, str] | None:
    """What comes before the handing over: the dossier, or the dossier anew."""
    if case.referral is None or not case.referral.dossier_sha256:
        return "先封存移送卷宗", "seal the dossier first"
    if dossier_outdated(case):
        return "先重新封存移送卷宗", "seal the dossier anew first"
    return None


def status(*allowed: str | None) -> Guard:
    """Guard: the referral's latest step is one of `allowed` (None: no referral yet)."""

    def guard(case: CaseState, actor: Actor, at: datetime) -> None:
        now = case.referral.status if case.referral else None
        if now not in allowed:
            raise refuse("STEP_MISSING", step="移送程序的前一步", step_en="the previous step")

    return guard


def _to_report(case: CaseState) -> bool:
    """The group has to report, unless the officers wrote since that nothing is to be referred."""
    one = case.weighed
    rests = one is not None and not one.refer and one.seq > case.referral_group_seq
    return case.referral is None and grouped(case) and not rests


ACTS = (
    Act(
        ReportReferral, "提出移送报告", "report for referral", frozenset({Role.INSPECTOR}),
        case_stream, report, REFERABLE,
        (is_officer, two_officers, status(None, "refused", "returned"), in_group), rank=14,
        # What the head appointed a group for is reported at once (310号 5).
        leads=_to_report,
    ),
    Act(
        DecideReferral, "决定是否移送", "decide on referral", frozenset({Role.HEAD}),
        case_stream, decide, REFERABLE,
        (
            status("reported"),
            not_officer("承办与移送决定", "deciding on referral"),
            not_proposer("提出建议与移送决定", "deciding on referral"),
        ), rank=5,
    ),
    Act(
        RecordDossier, "登记移送卷宗", "record the dossier", frozenset({Role.INSPECTOR}),
        case_stream, dossier, REFERABLE | {Stage.REFERRED}, (is_officer,),
        rank=6, offered=False,
    ),
    Act(
        SendReferral, "移送公安机关", "hand over to the police", frozenset({Role.INSPECTOR}),
        case_stream, send, REFERABLE, (is_officer, status("approved")), rank=5,
        # The signed approval and the letter come first, then the dossier that holds it.
        leads=lambda case: letter_waits(case) is None, names=_sealed_first,
    ),
)  # fmt: skip
