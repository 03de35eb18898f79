"""Names of groups, in both languages."""

from typing import Final

from audit.findings.finding import GroupBy
from audit.model import RESULT_ZH, Result
from audit.registry import known_rule

_RESULT_EN: Final = {Result.CLEAR: "clear violation", Result.SUSPECTED: "suspected"}


def label(by: GroupBy, key: str | None, name: str | None) -> tuple[str, str]:
    """Label of a group (zh, en); `name` is what the findings themselves say."""
    if not key:
        return "未注明", "not stated"
    if by is GroupBy.RULE:
        return rule_names(key)
    if by is GroupBy.RESULT:
        result = Result(key)
        return RESULT_ZH[result], _RESULT_EN[result]
    return name or key, name or key


def rule_names(rule_id: str) -> tuple[str, str]:
    """Names of a rule; findings of a rule that was retired keep its id."""
    rule = known_rule(rule_id)
    return (rule.name_zh, rule.name_en) if rule else (rule_id, rule_id)
