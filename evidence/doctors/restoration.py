"""Forms of a restoration: application, study record, approval form, decision, registration, list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Final

from casework.clocks.calendars import local_date
from casework.commands.case import RemedyOutcome
from casework.law.remedy import FELL
from casework.points.rules import rule_set
from casework.points.state import LearningEntry, PointsState
from casework.refusal import refuse
from casework.restoration.learn import current, earned_by
from casework.restoration.state import Opinion, Party, Restoration, Ruling, Step
from casework.restoration.verify import MATTERS
from evidence.doctors import blocks as b
from evidence.doctors import receipt
from evidence.doctors.scores import RESPONSIBILITY, person

OUTCOMES = {"approved": "同意", "returned": "退回补正", "refused": "不同意"}
#: What can be done against what takes the standing away, or does not give it.
REMEDY: Final = (
    "对本决定有异议的，可以自收到之日起六十日内依法申请行政复议，或者自收到之日起六个月内依法向人民法院"
    "提起行政诉讼。"
)
#: The head of a party organisation's minutes, of which each that is asked has a page.
MINUTES: Final = "医院党组织会议纪要"
BODIES = (
    ("party", "所在医院\n党组织意见"),
    ("centre", "县医保基金\n监管中心\n审核意见"),
    ("bureau", "县医疗保障局\n审批意见"),
)


def application_of(file: PointsState, application_id: str) -> Restoration:
    """Return the application that a form is about, the latest for an empty id."""
    found = file.restorations if not application_id else ()
    chosen = found[-1] if found else None
    chosen = chosen or next(
        (r for r in file.restorations if r.application_id == application_id), None
    )
    if chosen is None:
        raise refuse(
            "NOT_FOUND", what=f"恢复申请 {application_id}", what_en=f"application {application_id}"
        )
    return chosen


def learned(file: PointsState, application: Restoration, on: date) -> list[LearningEntry]:
    """What counts of the learning ledger of one application when it ended, or on a day while it is open."""
    return [e for e in _ledger(file, application) if e.counts(_reckoned_on(application, on))]


def points_of(file: PointsState, application: Restoration, on: date) -> int:
    """The learning points of one application as the law reckons them, for that day."""
    return earned_by(file, application, _reckoned_on(application, on))


def _reckoned_on(one: Restoration, on: date) -> date:
    """What lapsed after the answer takes nothing from it."""
    if one.approved_on is not None:
        return one.approved_on
    ended = local_date(one.opinions[-1].at) if one.step is Step.REFUSED and one.opinions else on
    return min(on, one.over_on or ended)


def _ledger(file: PointsState, application: Restoration) -> list[LearningEntry]:
    return list(current(replace(file, restorations=(application,))))


def application(file: PointsState, one: Restoration, bureau: str) -> list[b.Block]:
    """恢复申请书 and 服务承诺书."""
    rules = rule_set(one.rule_set)
    return [
        b.to(bureau),
        b.facts(
            person(file),
            ("所在机构", file.fixmedins_code),
            ("记分情况", "；".join(_scores(file)) or "无"),
            ("申请依据", f"{rules.zh}：{rules.basis}"),
            ("申请日期", b.chinese(one.applied_at)),
        ),
        b.section("申请理由"),
        b.text(one.statement),
        b.signed(f"申请人：{file.name}（签名）", b.chinese(one.applied_at)),
        b.new_page("服务承诺书"),
        b.text(
            "本人承诺：严格遵守《医疗保障基金使用监督管理条例》和医保服务协议，"
            "核验参保人员凭证，合理检查、合理用药、合理治疗，如实记录和上传医疗服务信息，"
            "不以本人名义为他人申报费用；如有违反，愿意承担相应责任。"
        ),
        b.signed(f"承诺人：{file.name}（签名）", b.chinese(one.applied_at)),
    ]


def study(file: PointsState, one: Restoration, bureau: str, on: date) -> list[b.Block]:
    """学习记录 and 成绩单: every entry of the learning ledger with its proof, and the points of them all."""
    entries, whole = learned(file, one, on), _ledger(file, one)
    struck = [e for e in whole if e.struck_by is not None]
    lapsed = [e for e in whole if e.struck_by is None and e not in entries]
    points = points_of(file, one, on)
    kinds = {"study": "学习", "exam": "考试"}
    return [
        b.facts(person(file), ("所在机构", file.fixmedins_code), ("恢复申请", one.application_id)),
        b.table(
            (22, 14, 0, 16, 14, 14, 40),
            ("日期", "类别", "课程/考试", "学时", "成绩", "积分", "证明材料"),
            [
                (
                    e.on.isoformat(),
                    kinds.get(e.kind, e.kind),
                    e.title,
                    _hours(e.hours),
                    "" if e.mark is None else f"{e.mark}{'合格' if e.passed else '不合格'}",
                    str(e.points),
                    e.certificate,
                )
                for e in entries
            ],
        ),
        *[
            b.text(f"已撤销：{e.on.isoformat()} {e.title}（{e.certificate}），{e.struck_why}")
            for e in struck
        ],
        *[
            b.text(
                f"已失效：{e.on.isoformat()} {e.title}（{e.certificate}），有效期至{b.chinese(e.valid_until)}"
            )
            for e in lapsed
        ],
        b.text(f"合计学习积分 {points} 分。"),
        *(
            [b.note("各条积分为登记时所得；合计按现有有效记录的学时和考试重新计算。")]
            if points != sum(e.points for e in entries)
            else []
        ),
        b.note("学习积分与记分分别记载；恢复资格不删除记分。"),
        b.signed(bureau, "（印章）", b.chinese(None)),
    ]


def _learned(file: PointsState, one: Restoration, on: date) -> tuple[str, str]:
    """The row of what was learned for an application: hours, the best mark, points."""
    entries = learned(file, one, on)
    marks = [e.mark for e in entries if e.kind == "exam" and e.mark is not None]
    return (
        "学习与考试",
        f"学时 {_hours(sum((e.hours for e in entries), Decimal(0)))}，"
        f"考试成绩 {max(marks) if marks else '—'}，"
        f"学习积分 {points_of(file, one, on)} 分",
    )


def _asked(file: PointsState, one: Restoration) -> tuple[Party, ...]:
    """The party organisations of an application; of before they were kept, that of his institution."""
    return one.parties or (Party(file.fixmedins_code, (file.fixmedins_code,)),)


def _party(file: PointsState, one: Restoration) -> str:
    """Whose party organisations gave the opinion, as papers name them."""
    return "、".join(_named(party, one) for party in _asked(file, one))


def _named(party: Party, one: Restoration) -> str:
    if party.stands_in:
        return f"{party.body}党组织（代{'、'.join(party.places)}）"
    return f"{party.body}党组织" if len(one.parties) > 1 else "所在医院党组织"


def _of_party(one: Restoration, party: Party) -> Opinion | None:
    """Its latest opinion; before they were kept apart there was one for all."""
    found = one.party_opinion(party.body)
    return found or next(
        (o for o in reversed(one.opinions) if (o.body, o.party) == ("party", "")), None
    )


def _away(one: Restoration) -> str:
    """Who withdrew as related, and how."""
    return "；".join(f"{hand.name}（{relation}）" for hand, relation in one.recused)


def approval(file: PointsState, one: Restoration, bureau: str, on: date) -> list[b.Block]:
    """审核表: the case for restoration and the three opinions, blanks where none was given yet."""
    return [
        b.facts(
            person(file),
            ("所在机构", file.fixmedins_code),
            ("记分情况", "；".join(_scores(file)) or "无"),
            ("申请日期", b.chinese(one.applied_at)),
            _learned(file, one, on),
            ("名单编号", one.batch or "—"),
        ),
        *(
            _opinion(one, "party", _head(party, one), _of_party(one, party))
            for party in _asked(file, one)
        ),
        *(
            _opinion(
                one, body, title, next((o for o in reversed(one.opinions) if o.body == body), None)
            )
            for body, title in BODIES[1:]
        ),
        *([b.note(f"回避：{_away(one)}")] if one.recused else []),
        *([b.note(f"经机关负责人集体讨论，由{one.decider.name}代为审批")] if one.decider else []),
        b.note(f"{bureau}　本表一式三份，医院、监管中心、县局各存一份。"),
    ]


def _head(party: Party, one: Restoration) -> str:
    """The head of its field on the review form."""
    plain = not party.stands_in and len(one.parties) < 2
    return BODIES[0][1] if plain else f"{_named(party, one)}\n意见"


def minutes(file: PointsState, one: Restoration, bureau: str, on: date) -> list[b.Block]:
    """党组织会议纪要, for each that is asked: what its opinion rests on; who was there is written in."""
    first, *others = _asked(file, one)
    pages = _meeting(file, one, (bureau, on), first)
    for party in others:
        pages += [b.new_page(MINUTES), *_meeting(file, one, (bureau, on), party)]
    return pages


def _meeting(
    file: PointsState, one: Restoration, of: tuple[str, date], party: Party
) -> list[b.Block]:
    bureau, on = of
    given = _of_party(one, party)
    held = b.chinese(given.at if given else None)
    said = OUTCOMES.get(given.outcome, given.outcome) if given else ""
    return [
        b.facts(
            *([("代行", _named(party, one))] if party.stands_in else []),
            ("会议时间", held),
            ("会议地点", " "),
            ("主持人", " "),
            ("参加人员", " \n "),
            ("列席、记录", " "),
            ("回避", _away(one) or "无"),
            ("议题", f"审议{file.name}医保支付资格恢复申请（{one.application_id}）"),
        ),
        b.section("申请人情况"),
        b.facts(
            person(file),
            ("所在机构", file.fixmedins_code),
            ("记分情况", "；".join(_scores(file)) or "无"),
            ("申请理由", one.statement),
            _learned(file, one, on),
        ),
        b.opinion(
            "会议意见",
            said,
            (given.reasons if given else "") or " ",
            f"参加人员签名：　　　　　　　　　　　　{held}",
        ),
        b.signed(f"{party.body}党组织（印章）", held),
        b.note(f"报{bureau}。本纪要经参加人员签名后，随审核表一并上报。"),
    ]


def _opinion(one: Restoration, body: str, title: str, given: Opinion | None) -> b.Block:
    if given is None:
        blank = _boxes() if body == "centre" else " "
        return b.opinion(title, "", blank, f"负责人签名：　　　　　（印章）　{b.chinese(None)}")
    by = given.hand.signed if given.hand else given.by
    words = [_verified(one), *_ledgers(one)] if body == "centre" else []
    text = "\n".join(filter(None, [*words, given.reasons])) or " "
    said = OUTCOMES.get(given.outcome, given.outcome)
    return b.opinion(title, said, text, f"负责人：{by}　（印章）　{b.chinese(given.at)}")


def _boxes() -> str:
    """The four matters that the centre verifies, to be ticked by hand."""
    return "；".join(f"{zh}：□是　□否" for zh, _ in MATTERS.values())


def _verified(one: Restoration) -> str:
    """What the centre said of each; nothing of a review that was not asked."""
    return "；".join(
        f"{MATTERS[matter][0]}：{'是' if yes else '否'}" for matter, yes in one.verified
    )


def _ledgers(one: Restoration) -> list[str]:
    """What the ledgers of the cases behind the scores said when the centre answered."""
    return [
        f"案件 {case_no} 追缴台账：责令退回 {demanded:,.2f} 元，已退回 {returned:,.2f} 元，"
        f"尚欠 {left:,.2f} 元"
        for case_no, demanded, returned, left in one.ledgers
    ]


def decision(file: PointsState, one: Restoration, bureau: str) -> list[b.Block]:
    """恢复决定书 or 不予恢复通知书, with what follows and what can be done against it."""
    final = [o for o in one.opinions if o[1] != "returned"]
    last = final[-1] if final else None
    if one.approved_on is not None and one.step is not Step.REFUSED:
        reviewed = next((r for r in one.remedies if r.outcome == RemedyOutcome.CHANGED), None)
        how = f"经{_party(file, one)}、县医保基金监管中心审核，本局于{b.chinese(one.approved_on)}批准。"
        if reviewed is not None:
            how, last = f"经{reviewed.body}{reviewed.outcome_no}由不予恢复变更为恢复。", None
        return [
            *_void(one, "本决定"),
            b.to(f"{file.name}，{file.fixmedins_code}"),
            b.text(f"你于{b.chinese(one.applied_at)}提出的医保支付资格恢复申请，{how}"),
            b.text(
                "请所在机构及时为你重新登记备案；自重新登记备案之日起，你提供的医药服务费用重新纳入"
                "医保结算。本决定恢复的是资格状态，原记分仍予保留。"
            ),
            b.text(f"审批意见：{last[3]}" if last and last[3] else ""),
            b.signed(bureau, "（印章）", b.chinese(one.approved_on)),
            *served(file, one, Ruling.DECISION, "医保支付资格恢复决定书"),
        ]
    if one.step is not Step.REFUSED:
        raise refuse("STEP_MISSING", step="审批恢复申请", step_en="the decision on the application")
    names = dict(BODIES)
    by = names[last[0]].replace("\n", "") if last else "审批机关"
    if one.dismissed:
        # Ended while it rested: whoever spoke before did not refuse it.
        ended = "县医保基金监管中心" if one.each_refuses else "县医疗保障局"
        by, last = f"{ended}终结申请", None
    parties = _asked(file, one)
    if last and last.body == "party" and (len(parties) > 1 or parties[0].stands_in):
        by = f"{_party(file, one)}意见"
    return [
        b.to(f"{file.name}，{file.fixmedins_code}"),
        b.text(
            f"你于{b.chinese(one.applied_at)}提出的医保支付资格恢复申请，经审核，不予恢复（{by}）。"
        ),
        b.section("理由"),
        b.text(one.over_why or _why(one, last) or "该申请已终结，不予恢复。"),
        b.text(f"你可以在整改后重新申请。{REMEDY}"),
        b.signed(bureau, "（印章）", b.chinese(last[4] if last else one.over_on)),
        *served(file, one, Ruling.DECISION, "医保支付资格不予恢复通知书"),
    ]


def served(file: PointsState, one: Restoration, ruling: Ruling, title: str) -> list[b.Block]:
    """The receipt of a ruling, of rulings that are served."""
    if ruling not in one.papered:
        return []
    known = one.service_of(ruling)
    told = receipt.Told()
    if known is not None:
        told = receipt.Told(
            known.on, known.way, known.particulars, known.served_by, known.posted_on
        )
    return receipt.page(file, title, file.fixmedins_code, told)


def _void(one: Restoration, what: str) -> list[b.Block]:
    """What stands above a paper of a restoration that was revoked."""
    if one.revoked_on is None:
        return []
    fell = next((r for r in one.remedies if r.outcome in FELL), None)
    by = f"{fell.body}{fell.outcome_no}" if fell else "《医保支付资格撤销恢复决定书》"
    return [
        b.section(f"{what}已于{b.chinese(one.revoked_on)}撤销，不再有效"),
        b.text(f"见{by}。"),
    ]


def _why(one: Restoration, last: Opinion | None) -> str:
    """The reasons of the body that ended it; of several party organisations those of each that refused."""
    if last is None:
        return ""
    if last.body != "party" or not one.parties:
        return last.reasons
    said = [one.party_opinion(party.body) for party in one.parties]
    return "；".join(o.reasons for o in said if o and o.outcome == "refused" and o.reasons)


def registration(file: PointsState, one: Restoration, bureau: str) -> list[b.Block]:
    """登记备案表. Refuses STEP_MISSING before the registration."""
    if one.registered_on is None:
        raise refuse("STEP_MISSING", step="重新登记备案", step_en="re-registration")
    hand = dict(one.hands).get("register")
    # Where his latest score was, and not where he was entered last: that may be any of them.
    others = [place for place in file.institutions if place != file.fixmedins_code]
    return [
        *_void(one, "本登记备案"),
        b.facts(
            person(file),
            ("登记备案机构", file.fixmedins_code),
            ("其他执业机构", "、".join(others) or "无"),
            ("登记备案号", one.registration_no),
            ("批准恢复日期", b.chinese(one.approved_on)),
            ("登记备案日期", b.chinese(one.registered_on)),
            ("经办人", hand.name if hand else ""),
        ),
        b.text("自登记备案之日起，其提供的医药服务费用重新纳入医保结算。"),
        b.signed(bureau, "（印章）", b.chinese(one.registered_on)),
    ]


HEADS: Final = (
    *("序号", "姓名", "编码", "机构", "学习积分", "考试"),
    *("党组织意见", "中心意见", "县局意见", "结果"),
)
NOTE: Final = "名单中每人分别审核、分别决定；一人退回或不予恢复，不影响其他人员。"


def listing(
    title: str, rows: Sequence[tuple[PointsState, Restoration | None]], bureau: str, on: date
) -> list[b.Block]:
    """The document of a list: one line for each doctor, the opinions as they stand."""
    return [
        b.text(title),
        b.table(
            (10, 22, 30, 32, 16, 14, 34, 34, 34, 0),
            HEADS,
            [line(n, file, one, on) for n, (file, one) in enumerate(rows, 1)],
        ),
        b.note(NOTE),
        b.signed(bureau, "（印章）", b.chinese(None)),
    ]


def line(number: int, file: PointsState, one: Restoration | None, on: date) -> list[str]:
    """One doctor of a list, a text for each of `HEADS`."""
    entries = learned(file, one, on) if one else []
    marks = [e.mark for e in entries if e.kind == "exam" and e.mark is not None]
    said = [_said(one, body) for body, _ in BODIES]
    return [
        *(str(number), file.name, file.prac_psn_code, file.fixmedins_code),
        *(str(points_of(file, one, on) if one else 0), str(max(marks)) if marks else "—"),
        *said,
        one.step_zh if one else "",
    ]


def _said(one: Restoration | None, body: str) -> str:
    """A body's opinion in a line; of several party organisations each with its institution."""
    given = {o.party: o for o in one.opinions if o.body == body} if one else {}
    several = len(given) > 1
    return "；".join(
        f"{party + '：' if several and party else ''}{OUTCOMES.get(o.outcome, '')} {o.reasons}".strip()
        for party, o in given.items()
    )


def _scores(file: PointsState) -> list[str]:
    return [
        f"{e.counted_on.isoformat()} {rule_set(e.rule_set).act(e.act).zh} {e.points} 分"
        f"（{RESPONSIBILITY.get(e.responsibility, '')}，{e.basis}）"
        for e in file.entries
        if e.counts
    ]


def _hours(hours: Decimal) -> str:
    return f"{hours.normalize():f}" if hours else "—"
