"""What some events say beyond the common fields: codes and days that mean something only in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from api.names import Language, pick
from casework.agreement.table import Kept, named
from casework.cases.excluded import GROUNDS
from casework.cases.served import NAMES as RECEIPTS
from casework.clocks.calendars import local_date, minute
from casework.documents.catalogue import form_of
from casework.events import Json
from casework.law.no_penalty import ground_of
from casework.law.remedy import KINDS
from casework.law.service import way, ways
from casework.restoration.verify import MATTERS, ledgers_of

Data = Mapping[str, Json]
Say = Callable[[Data, Language], Iterator[str]]

TRANSFER_ANSWERS: Final = {
    "accepted": ("已受理", "accepted"),
    "sent_back": ("退回", "sent back"),
    "other": ("其他答复", "another answer"),
}
RULED: Final = {
    "enforced": ("准予强制执行", "to be enforced"),
    "not_enforced": ("不予受理或不予执行", "not taken up or not enforced"),
    "taken_back": ("准许撤回申请", "taken back with its leave"),
}
MONEY: Final = {
    "recovery": ("基金款", "fund money"),
    "fine": ("罚款", "fine"),
    "surcharge": ("加处罚款", "surcharge"),
    "damages": ("违约金", "damages"),
}


#: Silence is not a statement: the story must not read as if somebody had spoken.
DEFENDED: Final = {
    "stated": ("已陈述申辩", "stated"),
    "waived": ("书面放弃", "waived in writing"),
    "silent": ("逾期未提出", "no answer in time"),
}
#: How a working paper was signed.
SIGNED: Final = {
    "signed": ("已签字盖章", "signed and stamped"),
    "refused_to_sign": ("拒绝签字", "refused to sign"),
}


def _defended(data: Data, language: Language) -> Iterator[str]:
    yield pick(language, *DEFENDED[str(data["how"])])
    yield from _handed_in(data, language)


def _handed_in(data: Data, language: Language) -> Iterator[str]:
    """That the party handed it in on its own page, with how many papers, and whether late."""
    files = data.get("enclosures")
    if not isinstance(files, list):
        return
    enclosed = pick(language, "，附件 {} 件", ", {} enclosed").format(len(files)) if files else ""
    yield pick(language, "当事人在线提交", "sent by the party") + enclosed
    if data.get("late"):
        yield pick(language, "逾期提交，依法听取", "late, and heard all the same")


def _served(data: Data, language: Language) -> Iterator[str]:
    """By which way; the day follows."""
    row = way(str(data["way"]), date.fromisoformat(str(data["served_on"])))
    yield pick(language, row.zh, row.en)
    if data.get("particulars"):
        yield str(data["particulars"])
    if data.get("measured"):
        yield pick(
            language, "暂停措施自此起算，见措施台账", "the suspension begins, see the register"
        )
    late = data.get("lapsed")
    if isinstance(late, list):
        said = pick(
            language,
            "截止时间之前未能起算，未执行：{}",
            "its end came before it could begin, never in force: {}",
        )
        yield said.format(pick(language, "、", "; ").join(map(str, late)))


def _service_corrected(data: Data, language: Language) -> Iterator[str]:
    """How and on which day it was said to be served, how and when it was, and why."""
    was = str(data.get("was_way") or "")
    row = way(was, date.fromisoformat(str(data["was_on"]))) if was else None
    named = pick(language, row.zh, row.en) if row else ""
    yield pick(language, "原登记 {} {}", "before: {} {}").format(named, data["was_on"])
    yield from _served(data, language)
    yield str(data["reasons"])


def _posting_corrected(data: Data, language: Language) -> Iterator[str]:
    """Since when and where it was said to stand, since when and where it stood; of which paper."""
    yield pick(language, *RECEIPTS[str(data["served"])])
    yield pick(language, "原登记 {} {}", "before: {} {}").format(data["was_on"], data["was_where"])
    yield f"{data['posted_on']} {data['where']}"


def _remedy(data: Data, language: Language) -> Iterator[str]:
    yield pick(language, *KINDS[str(data["kind"])])
    yield f"{data['body']} {data['document_no']}"
    yield pick(language, "{} 受理", "accepted on {}").format(data["filed_on"])
    if data.get("fixmedins_code"):
        yield pick(language, "由机构 {} 提起", "by institution {}").format(data["fixmedins_code"])
    if data.get("stops_execution"):
        yield pick(language, "停止执行", "execution is stopped")


#: Why a handling closed though nothing was put right.
UNRECTIFIED: Final = {
    "agreement_over": ("未整改：服务协议已终止", "not put right: the agreement is over"),
    "institution_gone": ("未整改：机构已注销、关停", "not put right: the institution is gone"),
}
#: Whether what a court said is in force.
INSTANCES = {
    "appealable_judgment": ("一审判决，可上诉", "a judgment that may be appealed"),
    "appealable_ruling": ("一审裁定，可上诉", "a ruling that may be appealed"),
    "in_force": ("裁判已生效", "in force"),
}
UNLESS_APPEALED = ("未上诉的自 {} 起生效", "in force from {} unless there is an appeal")


def _remedied(data: Data, language: Language) -> Iterator[str]:
    yield pick(language, "{} 决定", "decided on {}").format(data["decided_on"])
    if data.get("received_on") not in (None, data["decided_on"]):
        yield pick(language, "{} 收到", "received on {}").format(data["received_on"])
    if data.get("instance") in INSTANCES:
        yield pick(language, *INSTANCES[str(data["instance"])])
    if data.get("in_force_on"):
        yield pick(language, *UNLESS_APPEALED).format(data["in_force_on"])
    yield str(data["document_no"])


def _by_body(data: Data, language: Language) -> Iterator[str]:
    yield f"{data['by_body']} {data['document_no']}"


def _court(data: Data, language: Language) -> Iterator[str]:
    yield f"{data['recipient']} {data['document_no']}"
    if Decimal(str(data.get("surcharge") or 0)):
        yield pick(language, "加处罚款 {:,} 元", "surcharge {:,} yuan").format(
            Decimal(str(data["surcharge"]))
        )


def _ruled(data: Data, language: Language) -> Iterator[str]:
    yield pick(language, *RULED[str(data["ruling"])])
    yield pick(language, "{} 裁定", "ruled on {}").format(data["ruled_on"])
    yield str(data["document_no"])


def _met(data: Data, language: Language) -> Iterator[str]:
    yield pick(language, "下一期 {} 到期", "the next is due on {}").format(data["due"])


def _paid(data: Data, language: Language) -> Iterator[str]:
    known = MONEY.get(str(data["kind"]))
    if known:
        yield pick(language, *known)
    yield pick(language, "{} 缴", "paid on {}").format(data["paid_on"])
    yield str(data["voucher"])
    if data.get("shared"):
        yield pick(language, "共用凭证：{}", "a shared voucher: {}").format(data["shared"])


def _unpaid(data: Data, language: Language) -> Iterator[str]:
    """The payment that is reversed, on which reverse voucher, and why."""
    yield from _paid(data, language)
    yield str(data["document_no"])
    yield str(data["reasons"])


def _chair(data: Data, language: Language) -> Iterator[str]:
    """Who is to chair the hearing."""
    if isinstance(named := data["chair"], Mapping):
        yield str(named["name"])


def _hearing(data: Data, language: Language) -> Iterator[str]:
    """The day and hour; the place follows."""
    yield minute(datetime.fromisoformat(str(data["starts_at"])))


def _hearing_told(data: Data, language: Language) -> Iterator[str]:
    yield from _served(data, language)
    when = minute(datetime.fromisoformat(str(data["starts_at"])))
    yield pick(language, "听证 {}", "hearing {}").format(when)


#: Why a hearing was ended, as `casework.commands.case.HearingEnd` has it.
HEARING_ENDS = {
    "withdrawn": ("当事人撤回听证申请", "the party withdrew its request"),
    "not_attended": ("当事人无正当理由拒不出席", "the party stayed away without good reason"),
    "left_midway": ("当事人未经许可中途退出", "the party left without leave"),
}


def _heard(data: Data, language: Language) -> Iterator[str]:
    """Who wrote the record, and whether the party signed it; nothing of a hearing from before that was asked."""
    if not data.get("how"):
        return
    yield pick(language, "记录人 {}", "record by {}").format(data["clerk"])
    yield pick(language, "参加人：{}", "took part: {}").format(data["attended"])
    if data["how"] == "signed":
        yield pick(language, "当事人已签名", "signed by the party")
        return
    yield pick(language, "当事人拒绝签名：{}", "the party refused to sign: {}").format(
        data["what_happened"]
    )
    if data.get("witness"):
        yield pick(language, "见证人 {}", "witness {}").format(data["witness"])


def _hearing_reported(data: Data, language: Language) -> Iterator[str]:
    """What was put forward, and what the chair advises."""
    yield str(data["heard"])
    yield pick(language, "处理意见：{}", "advice: {}").format(data["advice"])


def _hearing_ended(data: Data, language: Language) -> Iterator[str]:
    yield pick(language, *HEARING_ENDS[str(data["ground"])])
    yield str(data["ended_on"])


def _correct(data: Data, language: Language) -> Iterator[str]:
    yield pick(language, "限 {} 前改正", "to be corrected by {}").format(data["until"])


def _correct_told(data: Data, language: Language) -> Iterator[str]:
    yield from _served(data, language)
    yield from _correct(data, language)


def _corrected(data: Data, language: Language) -> Iterator[str]:
    yield pick(language, "{} 查明", "found on {}").format(data["found_on"])


def _parts(data: Data, language: Language) -> Iterator[str]:
    """Each part with its day."""
    rows = data.get("instalments")
    for row in rows if isinstance(rows, list) else []:
        if isinstance(row, dict):
            yield pick(language, "{} 前 {:,} 元", "{1:,} yuan until {0}").format(
                row["due"], Decimal(str(row["amount"]))
            )
    if Decimal(str(data.get("accrued") or 0)):
        yield pick(
            language,
            "已产生的加处罚款 {:,} 元照缴",
            "surcharge accrued so far still due: {:,} yuan",
        ).format(Decimal(str(data["accrued"])))


def _posted(data: Data, language: Language) -> Iterator[str]:
    yield pick(language, "{} 公告", "posted on {}").format(data["posted_on"])
    yield str(data["where"])


def _handled(data: Data, language: Language) -> Iterator[str]:
    """The acts of a pharmacy's table of points, and how many each costs."""
    acts, kept = data.get("pharmacy_acts"), data.get("pharmacy_tables")
    own: Kept = kept if isinstance(kept, dict) else {}  # type: ignore[assignment]
    for row in named(own, map(str, acts)) if isinstance(acts, list) else ():
        yield pick(language, "{} 扣 {} 分", "{}: {} points").format(
            pick(language, row.zh, row.en), row.points
        )


def _rechecked(data: Data, language: Language) -> Iterator[str]:
    """Whether what had to be put right was, and until when it has to be where not."""
    yield pick(language, "{} 复查", "re-checked on {}").format(data["held_on"])
    if data["passed"]:
        yield pick(language, "通过", "passed")
    else:
        yield pick(
            language, "未通过，{} 前继续整改", "not passed, to be put right until {}"
        ).format(data["due"])
    yield str(data["record"])


def _paper(data: Data, language: Language) -> Iterator[str]:
    """Which of an inspection's papers; its problem where it was written, how it was signed."""
    yield f"{data['paper_id']} {data.get('problem', '')}".rstrip()
    if how := data.get("how"):
        yield pick(language, *SIGNED[str(how)])
    if data.get("witness"):
        yield pick(language, "见证人 {}", "witness {}").format(data["witness"])
    yield from _handed_in(data, language)


def _sent(data: Data, language: Language) -> Iterator[str]:
    """To whom, and by which letter."""
    yield f"{data['recipient']} {data['document_no']}"


def _answer_sent(data: Data, language: Language) -> Iterator[str]:
    """Who answered which letter by which, and what."""
    yield f"{data['recipient']} {data['sent_no']}"
    yield pick(language, *TRANSFER_ANSWERS[str(data.get("answer", "sent_back"))])
    yield str(data["document_no"])


def _visited(data: Data, language: Language) -> Iterator[str]:
    yield pick(language, "{} 走访", "visited on {}").format(data["visited_on"])


def _attached(data: Data, language: Language) -> Iterator[str]:
    """Of which list of visits; the person stays with the list."""
    yield pick(language, "走访清单 {}", "visit list {}").format(data["visit_list"])


def _unsigned(data: Data, language: Language) -> Iterator[str]:
    """Of which list, and who saw it; what happened is told of every event."""
    yield from _attached(data, language)
    yield pick(language, "见证人 {}", "witness {}").format(data["witness"])


def _assigned(data: Data, language: Language) -> Iterator[str]:
    """Who they are: the story must tell it without the panel of today's officers."""
    officers = data.get("officers")
    names = [
        f"{one.get('name', '')}（{one.get('certificate_no', '')}）"
        if language == "zh"
        else f"{one.get('name', '')} ({one.get('certificate_no', '')})"
        for one in (officers if isinstance(officers, list) else [])
        if isinstance(one, dict)
    ]
    yield pick(language, "、", ", ").join(names)
    yield from _undeclared(data, language)


def _undeclared(data: Data, language: Language) -> Iterator[str]:
    """Of whom nothing could be compared."""
    silent = data.get("undeclared")
    names = (
        [str(one["name"]) for one in silent or () if isinstance(one, dict)]
        if isinstance(silent, list)
        else []
    )
    if names:
        yield pick(
            language, "{}未申报回避关系，无法比对", "not compared, as no ties were declared: {}"
        ).format(pick(language, "、", ", ").join(names))


def _checked(data: Data, language: Language) -> Iterator[str]:
    """How many ties there are, where anything was compared; nothing asked anew is told too."""
    yield from _undeclared(data, language)
    silent, officers = data.get("undeclared"), data.get("officers")
    # What was found without a declaration is told all the same; that nothing was is then no finding.
    nobody = isinstance(silent, list) and officers is not None and len(silent) >= int(str(officers))
    if nobody and not data["found"]:
        return
    yield pick(language, "发现 {} 项，新提示 {} 项", "{} found, {} of them new").format(
        data["found"], data["new"]
    )


def _asked(data: Data, language: Language) -> Iterator[str]:
    """About whom, and whether the map told it or somebody asked."""
    if data.get("suggested"):
        yield pick(language, "系统提示", "told by the map")
    officer = data.get("officer")
    if isinstance(officer, dict):
        yield str(officer["name"])


def _wish(data: Data, language: Language) -> Iterator[str]:
    """Whether he withdraws himself; answers of before did not say it."""
    if data.get("withdraw"):
        yield pick(language, "本人申请回避", "wishes to withdraw")


def _recused(data: Data, language: Language) -> Iterator[str]:
    """What became of it."""
    yield (
        pick(language, "回避", "withdrawn")
        if data["approve"]
        else pick(language, "不予回避", "refused")
    )
    decider = data.get("decider")
    if isinstance(decider, dict):
        name = decider["name"]
        yield pick(language, f"由{name}代为审批", f"{name} decides in his place")


def _reviewed(data: Data, language: Language) -> Iterator[str]:
    """What the centre found of each matter; a review of before it was asked says nothing."""
    found = data.get("verified")
    answers = found if isinstance(found, dict) else {}
    for matter, names in MATTERS.items():
        if matter in answers:
            zh, en = ("是", "yes") if answers[matter] else ("否", "no")
            name = pick(language, *names)
            yield f"{name}：{zh}" if language == "zh" else f"{name}: {en}"
    for case_no, demanded, returned, left in ledgers_of(data.get("ledgers")):
        yield pick(
            language,
            f"案件 {case_no} 台账：责令退回 {demanded:,.2f} 元，已退回 {returned:,.2f} 元，尚欠 {left:,.2f} 元",
            f"ledger of case {case_no}: {demanded:,.2f} yuan demanded, {returned:,.2f} returned, "
            f"{left:,.2f} outstanding",
        )


def _closed(data: Data, language: Language) -> Iterator[str]:
    """How it ended, what stayed open, and the case that follows from an inspection."""
    yield str(data.get("situation") or "")
    if data.get("unrectified"):
        yield pick(language, *UNRECTIFIED[str(data["unrectified"])])
    if data.get("termination"):
        yield pick(language, "依据措施 {}", "by measure {}").format(data["termination"])
    if data.get("unrectified") and data.get("document_no"):
        yield str(data["document_no"])
    if rest := Decimal(str(data.get("outstanding") or 0)):
        yield pick(language, "尚未追回、缴纳 {:,} 元", "{:,} yuan still open").format(rest)
    if data.get("case_no"):
        yield pick(language, "转入案件 {}", "goes on in case {}").format(data["case_no"])


def _followed(data: Data, language: Language) -> Iterator[str]:
    """On which day a step after an unannounced inspection was done, and under which paper."""
    yield str(data["done_on"])
    yield str(data["document_no"])
    yield str(data.get("note") or "")


def _linked(data: Data, language: Language) -> Iterator[str]:
    yield str(data["inspection_no"])


def _receipt(data: Data, language: Language) -> Iterator[str]:
    """Of which paper, and by which way it was served."""
    yield pick(language, *RECEIPTS[str(data["served"])])
    if data.get("way"):
        yield pick(language, *WAYS[str(data["way"])])


def _form(data: Data, language: Language) -> Iterator[str]:
    """Which form; its number, where it has one, follows. An older scan does not say of which it is."""
    if "form_id" not in data:
        return
    title = form_of(str(data["form_id"])).title(str(data.get("titled", "")))
    yield pick(language, title.zh, title.en)


def _discussed(data: Data, language: Language) -> Iterator[str]:
    """What the leaders agreed on, how many they were, on which day; the record says why."""
    if not data.get("agreed"):
        yield pick(language, "未形成同意意见", "not agreed")
    elif data.get("ruling") == "no_penalty":
        yield pick(language, "同意不予处罚", "agreed on no penalty")
    elif data.get("ruling") == "penalty":
        yield pick(language, "同意予以处罚", "agreed on a penalty")
    elif data.get("subject") == "extension":
        yield pick(language, "同意延长办案期限", "agreed on more time")
    else:
        # Before the leaders said what they agreed on.
        yield pick(language, "同意", "agreed")
    members = data.get("members")
    if isinstance(members, list):
        yield pick(language, "{} 人参加", "{} present").format(len(members))
    yield str(data.get("held_on") or "")
    yield str(data.get("record") or "")


def _suspends(data: Data, language: Language) -> Iterator[str]:
    """The months for which a penalty suspends, and of what; nothing is said of none."""
    months = data.get("suspension_months")
    if not months:
        return
    what = str(data.get("department") or "")
    zh = f"暂停{what}医药服务 {months} 个月" if what else f"暂停 {months} 个月"
    plural = "month" if str(months) == "1" else "months"
    yield pick(language, zh, f"suspension{f' of {what}' if what else ''} for {months} {plural}")


def _proposed(data: Data, language: Language) -> Iterator[str]:
    """That nobody is to be punished, and why; of a penalty for how long it suspends."""
    ground = ground_of(str(data.get("no_penalty") or ""), date.max)
    if ground:
        yield pick(language, f"拟不予处罚：{ground.zh}", f"no penalty: {ground.en}")
    yield from _suspends(data, language)


#: The ways of service by their names; those of the rows hold on a day, these for a story of all days.
WAYS: Final = {row.id: (row.zh, row.en) for row in ways()}


def _to_file(data: Data, language: Language) -> Iterator[str]:
    """What the officers propose of a lead."""
    words = {"file": ("拟立案", "to file"), "not_file": ("拟不予立案", "not to file")}
    yield pick(language, *words[str(data["filing"])])


def _excluded(data: Data, language: Language) -> Iterator[str]:
    """On what ground; who objected; and what has to be established anew."""
    ground = GROUNDS[str(data["ground"])]
    yield pick(language, ground.zh, ground.en)
    if data.get("by_party"):
        yield pick(language, "当事人提出", "on the party's objection")
    if data.get("home_case"):
        yield str(data["home_case"])
    fallen = data.get("rests")
    if isinstance(fallen, list) and fallen:
        named = [str(one[language]) for one in fallen if isinstance(one, dict)]
        yield pick(language, "须重新认定：", "to be established anew: ") + pick(
            language, "、", ", "
        ).join(named)


def _in_case(data: Data, language: Language) -> Iterator[str]:
    """In which case, on what ground."""
    yield str(data["case_no"])
    if data.get("ground"):
        ground = GROUNDS[str(data["ground"])]
        yield pick(language, ground.zh, ground.en)


def _days(data: Data, language: Language) -> Iterator[str]:
    """How much more time the officers ask for before a decision."""
    if days := data.get("days"):
        yield pick(language, "拟延长 {} 日", "{} days").format(days)


#: Whether a decision has a certain social impact, and so is published (处罚法 48).
IMPACT: Final = {
    True: ("有一定社会影响，拟公示", "has a certain social impact, to be published"),
    False: ("没有一定社会影响，拟不予公示", "has no such impact, not to be published"),
}


def _impact(data: Data, language: Language) -> Iterator[str]:
    """Whether the officers find that the decision has a certain social impact."""
    yield pick(language, *IMPACT[bool(data["social_impact"])])


def _fell_due(data: Data, language: Language) -> Iterator[str]:
    """On which day it fell due, and until when it was late where it is over."""
    day = local_date(datetime.fromisoformat(str(data["due"])))
    yield pick(language, "{} 届满", "due on {}").format(day)
    if data.get("settled_at"):
        until = local_date(datetime.fromisoformat(str(data["settled_at"])))
        yield pick(language, "逾期至 {}", "late until {}").format(until)


def _lapsed(data: Data, language: Language) -> Iterator[str]:
    yield from _fell_due({"due": data["due"]}, language)


SAID: Final[Mapping[str, Say]] = {
    "DeadlineOverdue": _fell_due,
    "DeadlineLapsed": _lapsed,
    "ExclusionProposed": _excluded,
    "EvidenceExcluded": _excluded,
    "HomeExcluded": _excluded,
    "HomeReinstated": lambda data, language: iter([str(data["home_case"])]),
    "ExcludedInCase": _in_case,
    "ReinstatedInCase": _in_case,
    "FilingProposed": _to_file,
    "CaseDiscussed": _discussed,
    "PenaltyProposed": _proposed,
    "CaseDecided": _suspends,
    "DefenceRecorded": _defended,
    "HandlingDefended": _defended,
    "HearingRequested": _handed_in,
    "InstalmentsRequested": _handed_in,
    "NoticeServed": _served,
    "HearingChairDesignated": _chair,
    "HearingAnnounced": _hearing,
    "HearingNotified": _hearing_told,
    "HearingHeld": _heard,
    "HearingReported": _hearing_reported,
    "HearingEnded": _hearing_ended,
    "CorrectionOrdered": _correct,
    "CorrectionServed": _correct_told,
    "CorrectionRecorded": _corrected,
    "DecisionServed": _served,
    "ServiceCorrected": _service_corrected,
    "AnnouncementCorrected": _posting_corrected,
    "ScoreServiceCorrected": _service_corrected,
    "RestorationServiceCorrected": _service_corrected,
    "FinePressed": _served,
    "HandlingNotified": _served,
    "HandlingServed": _served,
    "PerformanceServed": _served,
    "AnnouncementPosted": _posted,
    "RemedyRecorded": _remedy,
    "RemedyClosed": _remedied,
    "RestorationRemedyRecorded": _remedy,
    "RestorationRemedyClosed": _remedied,
    "RevocationStopped": _remedied,
    "RevocationResumed": _remedied,
    "RestorationAnnounced": _posted,
    "ExecutionStopped": _remedied,
    "ExecutionResumed": _remedied,
    "DecisionAnnulled": _by_body,
    "CourtApplied": _court,
    "CourtRuled": _ruled,
    "InstalmentMet": _met,
    "PaymentRecorded": _paid,
    "PaymentReversed": _unpaid,
    "InstalmentOpenAgain": _met,
    "InstalmentsGranted": _parts,
    "HandlingProposed": _handled,
    "RectificationChecked": _rechecked,
    "PaperWritten": _paper,
    "PaperReplied": _paper,
    "PaperSigned": _paper,
    "ScanAttached": _paper,
    "FormIssued": _form,
    "FormSigned": _form,
    "CaseClosed": _closed,
    "ClosingProposed": _closed,
    "ExtensionProposed": _days,
    "PublicationProposed": _impact,
    "HandlingClosed": _closed,
    "InspectionClosed": _closed,
    "InspectionFollowed": _closed,
    "InspectionLinked": _linked,
    "UnannouncedHandedOver": _followed,
    "UnannouncedPlanReported": _followed,
    "UnannouncedRectified": _followed,
    "UnannouncedReported": _followed,
    "ReceiptAttached": _receipt,
    "CaseTransferred": _sent,
    "ClueTransferred": _sent,
    "TransferAnswered": _answer_sent,
    "TransferReturned": _answer_sent,
    "HomeVisitRecorded": _visited,
    "VisitRecordAttached": _attached,
    "VisitSignatureRefused": _unsigned,
    "AssistanceRequested": _sent,
    "JurisdictionReported": _sent,
    "OfficersAssigned": _assigned,
    "InspectionOfficersChanged": _assigned,
    "InspectionRecusalRequested": _asked,
    "InspectionRecusalDecided": _recused,
    "TiesChecked": _checked,
    "InspectionTiesChecked": _checked,
    "RecusalRequested": _asked,
    "RecusalAnswered": _wish,
    "InspectionRecusalAnswered": _wish,
    "RecusalDecided": _recused,
    "RestorationReviewed": _reviewed,
    "RestorationRecusalRequested": _asked,
    "RestorationRecusalDecided": _recused,
}
