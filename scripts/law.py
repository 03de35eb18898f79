"""Write docs/law.md: every dated rule with its figure, validity, citation and mark.

`python scripts/law.py --write` writes it anew (`make law`); without it the committed page is compared,
as `make check` does.
"""

import sys
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from audit.registry import all_rules
from audit.thresholds import shipped_rows
from casework.actors import ROLE_NAMES_ZH, Role
from casework.agreement.table import effects as effects_of_pharmacies
from casework.agreement.table import levels, pharmacy_acts
from casework.clocks.calendars import Calendar
from casework.clocks.rows import Extension, Pause, Row, deadline_rows
from casework.clocks.why import UNITS
from casework.commands.points import StaffKind
from casework.courses.rules import study_rules
from casework.delegation.rows import delegable, never
from casework.documents.catalogue import forms
from casework.documents.effect import needs
from casework.event_names import event_names
from casework.law.details import Detail, details
from casework.law.discretion import factors, tiers
from casework.law.fixed import fixed
from casework.law.natures import Nature, natures
from casework.law.no_penalty import no_penalty_grounds
from casework.law.rows import Article, articles, parameters
from casework.law.service import closings, ways
from casework.measures.rows import kinds, overlaps, terms
from casework.notices.rows import (
    certificate_warn_days,
    keep_days,
    measure_warn_days,
    settled_days,
)
from casework.points.exempt import exemptions
from casework.points.institution import effects
from casework.points.parameters import offered
from casework.points.rules import AGREEMENT, RuleSet, ScoredAct, rule_sets
from casework.registry import ACTS
from casework.restoration.bar import bar_rows
from casework.reviews.bulk import alone_rows, bulk_rows
from casework.volumes.retention import retentions
from evidence.parameters import rows as vault_rows

ACT_NAMES = {act.name: act.zh for act in ACTS.values()}
#: As the desk names them.
STAFF = {
    StaffKind.MEDICAL: "医药卫生人员",
    StaffKind.BILLING: "结算审核人员",
    StaffKind.PHARMACY_PRINCIPAL: "药店主要负责人",
    StaffKind.PHARMACY_STAFF: "药店药师等相关人员",
}
FILE = Path(__file__).resolve().parent.parent / "docs" / "law.md"
HEAD = """# 规则与依据 The law as data

本页由 `make law` 从规则数据生成，请勿手工修改。This page is generated from the rows; do not edit it.

标记 marks：**V** 已核对原文 read in full; **S** 地方或二手文本 secondary or local text;
**M** 待本局确认的参数 a parameter to be confirmed by the bureau.
"""


def page() -> str:
    """The whole page."""
    sections = [
        ("期限 Deadlines", DEADLINE_HEAD, [_deadline(row) for row in deadline_rows()]),
        ("罚则 Penalty articles", ARTICLE_HEAD, [_article(row) for row in articles()]),
        ("不予处罚 Grounds of no penalty", GROUND_HEAD, list(_no_penalty())),
        ("细则 Detailed rules", DETAIL_HEAD, [_detail(row) for row in details()]),
        ("性质与罚则 Nature and article", NATURE_HEAD, [_nature(row) for row in natures()]),
        ("程序参数 Parameters of procedure", PARAMETER_HEAD, list(_parameters())),
        ("本局可设定的参数 What the bureau may set", SET_HEAD, list(_bureau())),
        ("法律已定、本局不能设定 Fixed by law", FIXED_HEAD, list(_fixed())),
        ("裁量 Discretion", FACTOR_HEAD, list(_discretion())),
        ("措施 Measures", MEASURE_HEAD, list(_measures())),
        ("措施冲突 Overlapping measures", OVERLAP_HEAD, list(_overlaps())),
        ("送达与结案 Service and closing", SERVICE_HEAD, list(_service())),
        ("决定的生效 Effect of a decision", EFFECT_HEAD, list(_effect())),
        ("案卷保管期限 Retention of volumes", RETENTION_HEAD, list(_retention())),
        ("证据库参数 Parameters of the vault", PARAMETER_HEAD, list(_vault())),
        ("药店扣分 Points of pharmacies", PARAMETER_HEAD, list(_pharmacy())),
        ("授权委托 Delegation", DELEGATION_HEAD, list(_delegation())),
        ("批量审批 Approvals at once", DELEGATION_HEAD, list(_bulk())),
        ("记分规则 Rule sets of points", RULE_SET_HEAD, [_rule_set(s) for s in rule_sets()]),
        ("记分行为 Scored acts", ACT_HEAD, list(_acts())),
        ("提醒 Reminders", REMINDER_HEAD, list(_reminders())),
        ("恢复与修复 Restoration and repair", PARAMETER_HEAD, list(_learnt())),
        ("学习与考试 Study and exam", PARAMETER_HEAD, list(_courses())),
        ("筛查规则 Screening rules", RULE_HEAD, list(_rules())),
        ("筛查参数 Screening figures", FIGURE_HEAD, list(_figures())),
    ]
    parts = [HEAD]
    for title, head, rows in sections:
        parts.append(f"## {title}\n\n{_table(head, rows)}\n")
    return "\n".join(parts)


DEADLINE_HEAD = ("id", "名称", "期限", "延长", "中止", "提前提醒", "有效期", "依据", "标记")
ARTICLE_HEAD = ("id", "行为", "对象", "幅度", "违反的义务", "有效期", "依据", "标记")
GROUND_HEAD = ("id", "理由", "有效期", "依据", "标记")
DETAIL_HEAD = ("id", "内容", "罚则", "有效期", "依据", "标记")
NATURE_HEAD = ("筛查规则", "罚则", "有效期", "依据", "标记")
PARAMETER_HEAD = ("参数", "取值", "单位", "有效期", "依据", "标记")
SET_HEAD = ("参数", "名称", "默认值", "可取值", "溯及既往", "依据", "标记")
FIXED_HEAD = ("id", "名称", "理由", "依据", "标记")
FACTOR_HEAD = ("id", "因素", "方向", "有效期", "依据", "标记")
MEASURE_HEAD = ("id", "名称", "措施", "月数", "有效期", "依据", "标记")
OVERLAP_HEAD = ("新措施", "现行措施", "处理", "有效期", "依据", "标记")
SERVICE_HEAD = ("id", "名称", "要求", "有效期", "依据", "标记")
RETENTION_HEAD = ("id", "期限", "适用", "有效期", "依据", "标记")
EFFECT_HEAD = ("id", "要件", "文书", "有效期", "依据", "标记")
DELEGATION_HEAD = ("事项", "可否", "依据", "标记")
RULE_SET_HEAD = (
    "id",
    "名称",
    "适用人员",
    "暂停／终止",
    "禁期（累计／一次性，年）",
    "有效期",
    "依据",
    "标记",
)
ACT_HEAD = ("规则", "行为", "分值", "所依据的决定", "有效期", "依据", "标记")
RULE_HEAD = ("规则", "名称", "结果", "有效期", "依据", "标记")
FIGURE_HEAD = ("规则", "参数", "取值", "允许范围", "有效期", "依据", "标记")

REMINDER_HEAD = ("事项", "时间", "依据", "标记")


def _longer(one: Extension, row: Row) -> str:
    """What extends it, by how much (none: the law sets no limit), who may, and where that stands."""
    steps = f"＋{'、＋'.join(map(str, one.steps))}" if one.steps else "按批准的日期"
    who = "、".join(ROLE_NAMES_ZH[Role(role)] for role in one.by)
    return f"{event_names(one.event)[0]} {steps}（{who}；{one.basis or row.basis}）"


def _pause(pause: Pause) -> str:
    """What rests the period and where that stands, if not with the row; a mark where it is to be confirmed."""
    said = (pause.at_most and "至公告期满", pause.basis, pause.mark)
    notes = "，".join(note for note in said if note)
    return f"{pause.zh}（{notes}）" if notes else pause.zh


def _deadline(row: Row) -> Sequence[str]:
    unit = UNITS[row.calendar][0]
    # Of a period of months the warnings are days, as the beat reckons them.
    warned = UNITS[Calendar.NATURAL_DAYS if row.calendar is Calendar.MONTHS else row.calendar][0]
    longer = [_longer(one, row) for one in row.extensions]
    notes = [note for flag, note in ((row.lapses, "权利期限"), (row.rolls, "末日顺延")) if flag]
    # Such a period ends on a day that a paper sets, or that was reckoned beforehand.
    long = "以所定日期为准" if row.until else f"{row.amount} {unit}"
    return (
        row.id, row.zh, long + (f"（{'，'.join(notes)}）" if notes else ""),
        "；".join(longer), "；".join(dict.fromkeys(map(_pause, row.pauses))),
        "、".join(f"{distance} {warned}" for distance in row.warn),
        _valid(row.valid_from, row.valid_to), row.basis, row.mark,
    )  # fmt: skip


def _article(row: Article) -> Sequence[str]:
    if row.base == "fixed":
        band = f"{row.amount_min}–{row.amount_max} 元"
    else:
        band = f"{row.multiple_min}–{row.multiple_max} 倍"
    months = row.suspension_months
    band += f"，暂停 {months[0]}–{months[1]} 个月" if months else ""
    valid = _valid(row.valid_from, row.valid_to)
    return row.id, row.zh, row.subject, band, _duty(row), valid, row.citation, row.mark


def _duty(row: Article) -> str:
    return f"{row.duty}（{row.duty_mark}）" if row.duty else "—"


def _no_penalty() -> Iterable[Sequence[str]]:
    for row in no_penalty_grounds():
        yield row.id, row.zh, _valid(row.valid_from, row.valid_to), row.basis, row.mark


def _nature(row: Nature) -> Sequence[str]:
    valid = _valid(row.valid_from, row.valid_to)
    cited = {one.id: one.citation for one in articles()}
    basis = "；".join(cited[one] for one in row.articles)
    return row.rule, "、".join(row.articles), valid, basis, row.mark


def _detail(row: Detail) -> Sequence[str]:
    about = "、".join(f"{one}*" if one.endswith("-") else one for one in row.articles)
    valid = _valid(row.valid_from, row.valid_to)
    return row.id, row.zh, about, valid, row.citation, row.mark


def _parameters() -> Iterable[Sequence[str]]:
    for row in parameters():
        valid = _valid(row.valid_from, row.valid_to)
        yield row.name, row.value, row.unit, valid, row.basis, row.mark
    for effect in effects():
        share, valid = f"{effect.share} %", _valid(effect.valid_from, None)
        yield effect.zh, share, "institution's staff", valid, effect.basis, effect.mark
    for bar in bar_rows():
        by, valid = "、".join(sorted(bar.acts)) or "登记", _valid(bar.valid_from, bar.valid_to)
        yield bar.id.value, bar.zh, by, valid, bar.basis, bar.mark
    for exempt in exemptions():
        codes, valid = "、".join(sorted(exempt.med_types)), _valid(exempt.valid_from, None)
        yield "exempt_med_types", codes, "med_type", valid, exempt.basis, exempt.mark


def _bureau() -> Iterable[Sequence[str]]:
    for row in offered():
        values = "；".join(zh for _, zh, _ in row.values) or row.hint
        reach = "否" if row.forward else "自生效日"
        yield row.name, row.zh, row.shown(row.default)[0], values, reach, row.law, row.mark


def _fixed() -> Iterable[Sequence[str]]:
    for row in fixed():
        yield row.id, row.zh, row.why, row.law, row.mark


def _discretion() -> Iterable[Sequence[str]]:
    for cut in tiers():
        text = f"从轻至 {cut.light_until}，从重自 {cut.heavy_from}（幅度比例）"
        yield "tiers", text, "", _valid(cut.valid_from, None), cut.basis, cut.mark
    for row in factors():
        valid = _valid(row.valid_from, row.valid_to)
        yield row.id, row.zh, row.direction, valid, row.basis, row.mark


def _measures() -> Iterable[Sequence[str]]:
    for row in terms():
        months = f"{row.min_months or '—'}–{row.max_months}" if row.max_months else "—"
        valid = _valid(row.valid_from, row.valid_to)
        yield row.id, row.zh, kinds()[row.kind].zh, months, valid, row.basis, row.mark


def _overlaps() -> Iterable[Sequence[str]]:
    for row in overlaps():
        valid = _valid(row.valid_from, row.valid_to)
        new, standing = kinds()[row.new].zh, kinds()[row.standing].zh
        yield new, standing, row.mode, valid, row.basis, row.mark


def _service() -> Iterable[Sequence[str]]:
    for row in ways():
        valid = _valid(row.valid_from, row.valid_to)
        yield row.id, row.zh, row.proof, valid, row.basis, row.mark
    for one in closings():
        valid = _valid(one.valid_from, one.valid_to)
        yield one.id, one.zh, "", valid, one.basis, one.mark


def _effect() -> Iterable[Sequence[str]]:
    for row in needs():
        titles = "、".join(forms()[form].zh for form in row.forms)
        valid = _valid(row.valid_from, row.valid_to)
        yield row.id, row.zh, titles, valid, row.basis, row.mark


def _retention() -> Iterable[Sequence[str]]:
    for row in retentions():
        valid = _valid(row.valid_from, row.valid_to)
        yield row.id, row.zh, row.when, valid, row.basis, row.mark


def _vault() -> Iterable[Sequence[str]]:
    for row in vault_rows():
        yield row.name, str(row.value), "", _valid(row.valid_from, None), row.basis, row.mark


def _pharmacy() -> Iterable[Sequence[str]]:
    for act in pharmacy_acts():
        valid = _valid(act.valid_from, act.valid_to)
        told = f"{act.points}，费用拒付" if act.refuse else str(act.points)
        yield act.zh, told, "分", valid, act.basis, f"{act.mark}（分值 {act.figure}）"
    for row in levels():
        valid = _valid(row.valid_from, row.valid_to)
        mark = f"{row.mark}（分值 {row.figure}）"
        yield f"年度累计 {row.at} 分", row.zh, "", valid, row.basis, mark
    for one in effects_of_pharmacies():
        valid = _valid(one.valid_from, one.valid_to)
        yield one.zh, one.begins, "", valid, one.basis, one.mark


def _delegation() -> Iterable[Sequence[str]]:
    for row in never().values():
        yield row.zh, "不得授权", row.basis, row.mark
    for one in delegable():
        names = "、".join(ACT_NAMES[act] for act in one.acts)
        parties = f"{'、'.join(sorted(one.of))} → {'、'.join(sorted(one.to))}"
        yield names, f"可以（{parties}）", one.basis, one.mark


def _bulk() -> Iterable[Sequence[str]]:
    for bulk in bulk_rows().values():
        yield ACT_NAMES[bulk.act], "可以批量", bulk.basis, bulk.mark
    for one in alone_rows().values():
        yield one.zh, "逐案办理", one.basis, one.mark


def _rule_set(s: RuleSet) -> Sequence[str]:
    at = f"{s.suspend_at or '—'}／{s.terminate_at}"
    bans = f"{s.ban_years_cumulative}／{s.ban_years_single}"
    covers = "、".join(STAFF[kind] for kind in StaffKind if kind.value in s.covers)
    return s.id, s.zh, covers, at, bans, _valid(s.valid_from, s.valid_to), s.basis, s.mark


def _learnt() -> Iterable[Sequence[str]]:
    """How points are earned back or repaired under each rule set."""
    for s in rule_sets():
        for one in (s.learning, s.repair):
            for name, value in vars(one).items() if one is not None else ():
                if name not in {"basis", "mark"}:
                    valid = _valid(s.valid_from, s.valid_to)
                    yield f"{s.id} {name}", str(value), "", valid, one.basis, one.mark


def _acts() -> Iterable[Sequence[str]]:
    for s in rule_sets():
        valid = _valid(s.valid_from, s.valid_to)
        for act in s.acts:
            yield s.id, act.zh, f"{act.min}–{act.max}", _grounds(act), valid, s.basis, s.mark


def _grounds(act: ScoredAct) -> str:
    """The decisions that an act may be scored on, by the article that they rest on."""
    told = []
    for one in act.rests_on:
        dated = one.valid_from != date.min or one.valid_to is not None
        when = f"（{_valid(one.valid_from, one.valid_to)}的决定）" if dated else ""
        told.append(f"{_decided_by(one.on)}{when}")
    return "；".join(told) or "任何决定"


def _decided_by(on: str) -> str:
    if on == AGREEMENT:
        return "协议处理决定"
    # The article without its paragraph and item.
    cited = next(row.citation for row in articles() if row.id.startswith(on))
    return cited[: cited.index("条", cited.index("》")) + 1]


def _reminders() -> Iterable[Sequence[str]]:
    """When people are told of an end that is no deadline of a case."""
    habit = "本局工作习惯，法律未规定"
    ahead = "、".join(f"提前 {days} 日" for days in certificate_warn_days())
    yield "学习、考试证书到期", f"{ahead}，到期当日", habit, "M"
    yield (
        "逾期、届满时已了结的期限",
        f"届满后 {settled_days()} 日内告知，此后只记录在案",
        habit,
        "M",
    )
    yield "措施到期自动解除", f"提前 {measure_warn_days()} 日", habit, "M"
    yield "已读通知保留", f"{keep_days()} 日（未读四倍）", habit, "M"


def _courses() -> Iterable[Sequence[str]]:
    named = {"id", "valid_from", "basis", "mark"}
    for row in study_rules():
        valid = _valid(row.valid_from, None)
        for name, value in vars(row).items():
            if name not in named:
                yield f"{row.id}: {name}", str(value), "", valid, row.basis, row.mark


def _rules() -> Iterable[Sequence[str]]:
    for rule in all_rules():
        for basis in rule.legal_basis:
            valid = _valid(basis.valid_from, basis.valid_to)
            mark = "V" if basis.read else "S"
            yield rule.id, rule.name_zh, rule.result.value, valid, basis.citation, mark


def _figures() -> Iterable[Sequence[str]]:
    for rule in all_rules():
        for row in shipped_rows(rule.id):
            valid = _valid(row.valid_from, row.valid_to)
            value, span = f"{row.value} {row.unit}", f"{row.low}–{row.high}"
            # No law names these figures: each is the bureau's to set.
            yield rule.id, row.title, value, span, valid, row.basis, "M"


def _valid(begins: date, ends: date | None) -> str:
    return f"{begins} 起" if ends is None else f"{begins} 至 {ends} 前"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    lines += ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows]
    return "\n".join(lines)


def main() -> int:
    """Write or compare; returns the exit code."""
    current = page().rstrip() + "\n"
    if "--write" in sys.argv:
        FILE.write_text(current, encoding="utf-8")
        return 0
    if not FILE.is_file() or FILE.read_text(encoding="utf-8") != current:
        print("docs/law.md is out of date: run make law", file=sys.stderr)
        return 1
    print("docs/law.md: ok")
    return 0


if __name__ == "__main__":
    sys.exit(main())
