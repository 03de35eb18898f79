"""Forms about one score: who is responsible, the notice with its receipt, objection and review."""

from __future__ import annotations

from casework.points.periods import objection_ends
from casework.points.rules import rule_set
from casework.points.standing import STATUS_NAMES, sanctions, totals
from casework.points.state import PointsState, ScoreEntry, Weighed
from casework.refusal import refuse
from evidence.doctors import blocks as b
from evidence.doctors import receipt

RESPONSIBILITY = {"general": "一般责任", "important": "重要责任", "primary": "主要责任"}


OUTCOMES = {"upheld": "维持原记分", "changed": "变更记分", "cancelled": "撤销记分"}


def recorder(entry: ScoreEntry) -> str:
    """Who made the score: agency or bureau; scores of before it was kept are the bureau's on paper."""
    return entry.office


def resolver(entry: ScoreEntry) -> str:
    """Who answered the objection."""
    return entry.resolved_office


def reviewer(entry: ScoreEntry) -> str:
    """Who reviewed the score last after a changed decision."""
    answered = [one for one in entry.reviews if one.outcome is not None]
    return answered[-1].office if answered else ""


def annuller(entry: ScoreEntry) -> str:
    """Who annulled the score."""
    return entry.void_office


def person(file: PointsState) -> tuple[str, str]:
    """How the forms name the doctor."""
    return ("姓名（编码）", f"{file.name}（{file.prac_psn_code}）")


def responsibility(file: PointsState, entry: ScoreEntry, bureau: str) -> list[b.Block]:
    """责任认定书: act, share of responsibility, band and points."""
    rules = rule_set(entry.rule_set)
    act = rules.act(entry.original_act)
    return [
        b.facts(
            person(file),
            ("所在机构", entry.fixmedins_code),
            ("行为日期", b.chinese(entry.conduct_on)),
            *([("行为终了日期", b.chinese(entry.conduct_to))] if entry.conduct_to else []),
            ("行为性质", act.zh),
            ("责任程度", RESPONSIBILITY.get(entry.responsibility, entry.responsibility)),
            ("应记分值", f"{act.min}–{act.max} 分"),
            ("认定记分", f"{entry.original_points} 分"),
            ("所依据的决定", f"{entry.basis}（{b.chinese(entry.counted_on)}）"),
            ("适用规则", f"{rules.zh}：{rules.basis}"),
        ),
        b.section("认定理由"),
        b.text(entry.reasons),
        *([b.text(f"偏离责任程度一般分值的理由：{entry.departure}")] if entry.departure else []),
        *(
            [b.text(f"不按行为终了日期适用规则的理由：{entry.day_departure}")]
            if entry.day_departure
            else []
        ),
        b.signed(f"认定人：{entry.by.name}", bureau, "（印章）", b.chinese(entry.at)),
    ]


def notice(file: PointsState, entry: ScoreEntry, bureau: str) -> list[b.Block]:
    """记分告知书 with its 送达回证: the score, what follows from it, and the right to object."""
    rules = rule_set(entry.rule_set)
    year = entry.counted_on.year
    total = totals(file).get(year, 0)
    until = objection_ends(entry.notified_on) if entry.notified_on else None
    follows = [
        f"{STATUS_NAMES[s.kind][0]}医保支付资格，自{b.chinese(s.starts)}起"
        + (f"至{b.chinese(s.until)}止。" if s.until else "至依规恢复时止。")
        for s in sanctions(file)
        if entry.entry_id in s.entry_ids
    ]
    ends = f"，即{b.chinese(until)}前" if until else ""
    return [
        b.to(file.name),
        b.text(
            f"经查，你于{b.chinese(entry.conduct_on)}的行为属于“{rules.act(entry.act).zh}”。"
            f"依据{entry.basis}和{rules.basis}，对你记 {entry.points} 分，"
            f"责任程度为{RESPONSIBILITY.get(entry.responsibility, '')}；"
            f"{year} 年度累计记分 {total} 分。"
        ),
        b.text(f"理由：{entry.reasons}"),
        b.section("记分的后果"),
        b.text("\n".join(follows) or "本次记分未达到暂停或终止的分值。"),
        b.section("你的权利"),
        b.text(
            f"对记分有异议的，可以自收到本告知书之日起 10 个工作日内{ends}，书面提出异议申诉，"
            "由本人签字、所在机构盖章；逾期未提出的，视为无异议。"
        ),
        # An announcement is dated by its posting; what was not served yet is dated by hand.
        b.signed(bureau, "（印章）", b.chinese(entry.posted_on or entry.notified_on)),
        *receipt.page(
            file,
            "医保支付资格记分告知书",
            entry.fixmedins_code,
            receipt.Told(
                entry.notified_on,
                entry.notified_by,
                entry.particulars,
                entry.served_by,
                entry.posted_on,
            ),
        ),
    ]


def _weighed(one: Weighed | None) -> list[b.Block]:
    """What the answer rests on, as far as the party reads it; nothing where nothing was named."""
    if one is None:
        return []
    told = []
    if one.materials and one.closed:
        told.append(f"复核材料：共 {len(one.materials)} 件，不予公开（{one.closed}）")
    elif one.materials:
        names = "；".join(f"{n}. {each.name}" for n, each in enumerate(one.materials, 1))
        told.append(f"复核材料：{names}。证明：{one.show}")
    if one.expert:
        who = f"{one.unit} {one.expert}".strip()
        paper = f"（《{one.paper.name}》）" if one.paper else ""
        told.append(f"专家（第三方）意见：{who}出具书面意见{paper}，结论：{one.opinion}")
    return [b.section("复核依据"), *(b.text(line) for line in told)]


def _enclosures(entry: ScoreEntry) -> list[b.Block]:
    """附件 in the order in which they were given; nothing where none was."""
    names = (f"{n}. {one.name}" for n, one in enumerate(entry.enclosures, 1))
    return [b.text(f"附件：{'；'.join(names)}")] if entry.enclosures else []


def objection(file: PointsState, entry: ScoreEntry, bureau: str) -> list[b.Block]:
    """异议申诉书: signed by the person, stamped by the institution. Refuses STEP_MISSING before it."""
    if entry.objection is None:
        raise refuse("STEP_MISSING", step="异议申诉", step_en="an objection")
    return [
        b.to(bureau),
        _about(file, entry),
        b.section("申诉意见"),
        b.text(entry.objection),
        *_enclosures(entry),
        *_letter(entry),
        b.signed(
            f"申诉人：{file.name}（签名）", b.chinese(entry.received_on or entry.objection_at)
        ),
        b.signed(f"{entry.fixmedins_code}（盖章）", "　　年　　月　　日"),
    ]


def _letter(entry: ScoreEntry) -> list[b.Block]:
    """Of an objection on paper, when it came in."""
    if entry.received_on is None:
        return []
    return [b.text(f"本件依据{b.chinese(entry.received_on)}收到的书面异议申诉书登记。")]


def review(file: PointsState, entry: ScoreEntry, bureau: str) -> list[b.Block]:
    """复核意见书: what became of the score and why. Refuses STEP_MISSING before the review."""
    if entry.objection is None or entry.resolution is None:
        raise refuse("STEP_MISSING", step="复核异议", step_en="the review of the objection")
    outcome = OUTCOMES[entry.resolution]
    if entry.resolution == "changed":
        outcome += f"：由 {entry.original_points} 分变更为 {entry.points} 分"
    reviewer = entry.resolved_by.signed if entry.resolved_by else ""
    return [
        b.to(f"{file.name}，{entry.fixmedins_code}"),
        _about(file, entry),
        b.section("申诉意见"),
        b.text(entry.objection),
        *_enclosures(entry),
        b.section("复核意见"),
        b.text(f"{outcome}。"),
        b.text(f"理由：{entry.resolution_reasons}"),
        *_weighed(entry.weighed),
        b.signed(f"复核人：{reviewer}", bureau, "（印章）", b.chinese(entry.resolved_at)),
    ]


def annulled(file: PointsState, entry: ScoreEntry, bureau: str) -> list[b.Block]:
    """撤销记分通知书: by which document, and what the year's total is without the score.

    Refuses STEP_MISSING before it, and of a score that an answer to an objection or a review cancelled.
    """
    if not entry.void_no:
        raise refuse("STEP_MISSING", step="撤销记分", step_en="annulling the score")
    year = entry.counted_on.year
    total = totals(file).get(year, 0)
    return [
        b.to(f"{file.name}，{entry.fixmedins_code}"),
        _about(file, entry),
        b.section("撤销的依据和理由"),
        b.text(f"依据：{entry.void_no}"),
        b.text(f"理由：{entry.void_why}"),
        b.section("撤销的后果"),
        b.text(
            f"上述记分自始不计，{year} 年度累计记分 {total} 分；因该记分作出的暂停、终止相应变更或者解除，"
            "已停止结算的费用由经办机构核定后补结。"
        ),
        b.signed(bureau, "（印章）", b.chinese(entry.void_at)),
    ]


def after_change(file: PointsState, entry: ScoreEntry, bureau: str) -> list[b.Block]:
    """记分复核意见书 after a changed decision: what it was, what stands now, and why.

    Refuses STEP_MISSING while nobody answered.
    """
    answered = [one for one in entry.reviews if one.outcome is not None]
    if not answered:
        raise refuse(
            "STEP_MISSING", step="决定变更后的复核", step_en="the review after a changed decision"
        )
    last = answered[-1]
    rules = rule_set(entry.rule_set)
    outcome = f"维持原记分 {entry.points} 分"
    if last.outcome == "changed":
        act = rules.act(entry.act)
        outcome = f"更正为“{act.zh}”，记 {entry.points} 分（幅度 {act.min}–{act.max} 分）"
    return [
        b.to(f"{file.name}，{entry.fixmedins_code}"),
        _about(file, entry),
        b.section("决定的变更"),
        b.text(
            f"案件 {last.case_no} 的决定经 {last.document_no} 变更，罚款由 {last.fine_before:,} 元"
            f"变更为 {last.fine:,} 元。理由：{last.why}"
        ),
        b.section("复核意见"),
        b.text(f"{outcome}。"),
        b.text(f"理由：{last.reasons}"),
        *_weighed(last.weighed),
        b.signed(
            f"复核人：{last.by.signed if last.by else ''}", bureau, "（印章）", b.chinese(last.at)
        ),
    ]


def _about(file: PointsState, entry: ScoreEntry) -> b.Block:
    return b.facts(
        person(file),
        ("所在机构", entry.fixmedins_code),
        ("记分事由", rule_set(entry.rule_set).act(entry.original_act).zh),
        ("所依据的决定", f"{entry.basis}（{b.chinese(entry.counted_on)}）"),
        ("原记分", f"{entry.original_points} 分"),
        ("告知书送达日期", b.chinese(entry.notified_on)),
    )
