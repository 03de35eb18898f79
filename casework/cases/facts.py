"""What of a case its story compares: each fact as people read it, in both languages."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from casework.agreement.names import worded
from casework.cases.stages import NAMES
from casework.cases.state import CaseState, Decision, Handling, Proposal
from casework.commands.agreement import Measure
from casework.commands.case import Path
from casework.law.citation import in_english
from casework.lines.shortfall import less_said
from casework.wording import Both

NONE: Final = Both("无", "none")
PATHS: Final = {
    Path.ADMINISTRATIVE: Both("行政处罚", "penalty procedure"),
    Path.AGREEMENT: Both("协议处理", "agreement handling"),
}
Read = Callable[[CaseState], Both | None]


@dataclass(frozen=True)
class Fact:
    """One thing that may change. `of` are the fields of the state behind it: while they are the
    same objects, so is the fact. `long` ones are texts whose sentences are compared.
    """

    zh: str
    en: str
    of: frozenset[str]
    read: Read
    long: bool = False


def yuan(value: Decimal) -> Both:
    """An amount."""
    return Both(f"{value:,} 元", f"{value:,} yuan")


def _same(value: object) -> Both:
    return Both(str(value), str(value))


def _or_none(value: object | None, zh: str = "{}", en: str = "{}") -> Both:
    return NONE if value is None or value == "" else Both(zh.format(value), en.format(value))


def _day(value: date) -> Both:
    return _same(value.isoformat())


def _proposal(read: Callable[[Proposal], Both]) -> Read:
    return lambda s: read(s.proposals[-1]) if s.proposals else None


def _handling(read: Callable[[Handling], Both]) -> Read:
    return lambda s: read(s.handling) if s.handling else None


def _decision(read: Callable[[Decision], Both]) -> Read:
    return lambda s: read(s.decision) if s.decision else None


def _lines(read: Callable[[CaseState], Both]) -> Read:
    return lambda s: read(s) if s.lines.listed else None


def _report(part: str) -> Read:
    return lambda s: _same(s.report.get(part, "")) if s.report else None


def _months(value: int | None) -> Both:
    return _or_none(value, "{} 个月", "{} months")


def _period(s: CaseState) -> Both | None:
    if s.conduct_from is None or s.conduct_to is None:
        return None
    begins, ends = s.conduct_from.isoformat(), s.conduct_to.isoformat()
    return Both(f"{begins} 至 {ends}", f"{begins} to {ends}")


def _officers(s: CaseState) -> Both | None:
    names = [one.hand.name for one in s.officers]
    return Both("、".join(names), ", ".join(names)) if names else None


def _measures(one: Handling) -> Both:
    return Both(
        "；".join(_measure(one, m, 0) for m in one.measures) or NONE.zh,
        "; ".join(_measure(one, m, 1) for m in one.measures) or NONE.en,
    )


def _measure(handling: Handling, measure: Measure, language: int) -> str:
    whom = handling.hit(measure) if measure.target else ""
    return worded(
        measure.kind, whom, measure.amount, measure.months, area=measure.area,
        ends_at=measure.ends_at,
    )[language]  # fmt: skip


_PROPOSALS = frozenset({"proposals"})
_HANDLING = frozenset({"handling"})
_DECISION = frozenset({"decision"})
_LINES = frozenset({"lines"})
#: 调查终结报告 in its six parts (局令4 第三十六条).
_PARTS = (
    ("party", "报告·当事人", "report: the party"),
    ("measures", "报告·来源与措施", "report: source and measures"),
    ("facts", "报告·事实", "report: facts"),
    ("evidence", "报告·证据", "report: evidence"),
    ("law", "报告·法律依据", "report: law"),
    ("proposal", "报告·处理建议", "report: proposal"),
)
FACTS: Final[tuple[Fact, ...]] = (
    Fact("阶段", "stage", frozenset({"stage"}), lambda s: Both(*NAMES[s.stage])),
    Fact("办理程序", "procedure", frozenset({"path"}), lambda s: PATHS[s.path]),
    Fact("行为期间", "period of the conduct", frozenset({"conduct_from", "conduct_to"}), _period),
    Fact("承办人", "officers in charge", frozenset({"officers"}), _officers),
    Fact("涉案金额", "amount involved", frozenset({"findings", "lines"}), lambda s: yuan(s.involved)),
    Fact("待认定明细", "lines to be judged", _LINES,
         _lines(lambda s: Both(f"{s.lines.open} 条", str(s.lines.open)))),
    Fact("认定损失", "loss confirmed", _LINES, _lines(lambda s: yuan(s.lines.confirmed))),
    Fact("此前已退回", "returned before", _LINES, _lines(lambda s: yuan(s.lines.returned))),
    *(Fact(zh, en, frozenset({"report"}), _report(part), long=True) for part, zh, en in _PARTS),
    Fact("适用条款", "article", _PROPOSALS, _proposal(lambda p: Both(p.citation, in_english(p.citation)))),
    Fact("罚款基数", "loss it is measured by", _PROPOSALS, _proposal(lambda p: yuan(p.base_loss))),
    Fact("倍数", "multiple", _PROPOSALS, _proposal(lambda p: _or_none(p.multiple))),
    Fact("拟罚款", "fine proposed", _PROPOSALS, _proposal(lambda p: yuan(p.fine))),
    Fact("拟退回基金", "recovery proposed", _PROPOSALS, _proposal(lambda p: yuan(p.recovery))),
    Fact("不予责令退回", "not asked back", _PROPOSALS,
         lambda s: less_said(s.proposal) if s.proposal else None),
    Fact("拟暂停联网结算", "settlement to be suspended", _PROPOSALS,
         _proposal(lambda p: _months(p.suspension_months))),
    Fact("严重后果", "grave consequence", _PROPOSALS, _proposal(lambda p: _or_none(p.consequence))),
    Fact("提议理由", "reasons of the proposal", _PROPOSALS,
         _proposal(lambda p: _same(p.reasons)), long=True),
    Fact("拟采取措施", "measures proposed", _HANDLING, _handling(_measures)),
    Fact("不予追回", "not asked back", _HANDLING,
         lambda s: less_said(s.handling) if s.handling else None),
    Fact("整改要求", "to put right", _HANDLING, _handling(lambda h: _or_none(h.rectify))),
    Fact("整改期限", "days to put right", _HANDLING,
         _handling(lambda h: Both(f"{h.rectify_days} 日", f"{h.rectify_days} days"))),
    Fact("处理理由", "reasons of the handling", _HANDLING,
         _handling(lambda h: _same(h.reasons)), long=True),
    Fact("决定罚款", "fine decided", _DECISION, _decision(lambda d: yuan(d.fine))),
    Fact("决定退回基金", "recovery decided", _DECISION, _decision(lambda d: yuan(d.recovery))),
    Fact("决定违约金", "damages decided", _DECISION, _decision(lambda d: yuan(d.damages))),
    Fact("已退回基金", "recovered", frozenset({"recovered"}), lambda s: yuan(s.recovered)),
    Fact("已缴罚款", "fine paid", frozenset({"fines_paid"}), lambda s: yuan(s.fines_paid)),
    Fact("已缴加处罚款", "surcharge paid", frozenset({"surcharges_paid"}), lambda s: yuan(s.surcharges_paid)),
    Fact("已付违约金", "damages paid", frozenset({"damages_paid"}), lambda s: yuan(s.damages_paid)),
    Fact("核销基金款", "recovery written off", frozenset({"recovery_written_off"}),
         lambda s: yuan(s.recovery_written_off)),
    Fact("核销罚款", "fine written off", frozenset({"fines_written_off"}),
         lambda s: yuan(s.fines_written_off)),
    Fact("核销加处罚款", "surcharge written off", frozenset({"surcharges_written_off"}),
         lambda s: yuan(s.surcharges_written_off)),
    Fact("核销违约金", "damages written off", frozenset({"damages_written_off"}),
         lambda s: yuan(s.damages_written_off)),
    Fact("整改到期", "to be put right until", frozenset({"rectification"}),
         lambda s: _day(s.rectification.due) if s.rectification and s.rectification.due else None),
)  # fmt: skip
