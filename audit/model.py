"""What a rule is: a value. Whoever can read it can defend the findings it makes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, Final


class Result(StrEnum):
    """What a hit means: deducted directly, or never without a person."""

    CLEAR = "clear"
    SUSPECTED = "suspected"


class Tier(StrEnum):
    """First tier of the national rule framework 1.0 (2023-05-15); models stand outside of it."""

    POLICY = "policy"
    MANAGEMENT = "management"
    MEDICAL = "medical"
    MODEL = "model"


class Stage(StrEnum):
    """When the rule can speak: at the order, during the stay, after settlement."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"


class Severity(StrEnum):
    """How grave a hit is, for the order of work."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


RESULT_ZH: Final = {Result.CLEAR: "明确违规", Result.SUSPECTED: "可疑"}
TIER_ZH: Final = {
    Tier.POLICY: "政策类",
    Tier.MANAGEMENT: "管理类",
    Tier.MEDICAL: "医疗类",
    Tier.MODEL: "模型类",
}
STAGE_ZH: Final = {Stage.BEFORE: "事前", Stage.DURING: "事中", Stage.AFTER: "事后"}
SEVERITY_ZH: Final = {Severity.HIGH: "高", Severity.MEDIUM: "中", Severity.LOW: "低"}


@dataclass(frozen=True)
class LegalBasis:
    """A citation and the days on which it is in force (`valid_to` inclusive, None = open).

    `read` tells whether the instrument was read in full; what was not is never quoted as law.
    """

    citation: str
    valid_from: date
    valid_to: date | None = None
    read: bool = True


# 《医疗保障基金使用监督管理条例》, in force since 2021-05-01.
ORDINANCE_FROM: Final = date(2021, 5, 1)
FRAMEWORK_FROM: Final = date(2023, 5, 15)


def ordinance(article: str) -> LegalBasis:
    """Cite an article of 国务院令第735号."""
    return LegalBasis(
        f"《医疗保障基金使用监督管理条例》（国务院令第735号）{article}", ORDINANCE_FROM
    )


def framework(code: str, name: str) -> LegalBasis:
    """Cite a rule of the national framework 1.0; its text names the rule, not its limits."""
    return LegalBasis(
        f"《医疗保障基金智能审核和监控知识库、规则库框架体系（1.0版）》{code}（{name}）",
        FRAMEWORK_FROM,
    )


Row = Mapping[str, Any]
World = Mapping[str, tuple[Row, ...]]


@dataclass(frozen=True)
class Example:
    """A small world that the rule must hit, or must leave alone; it is test and documentation.

    `tables` holds canonical rows by table name (columns left out are NULL); `parameters`
    overrides dated parameters; `knowledge` replaces knowledge tables.
    """

    title: str
    hit: bool
    tables: World
    knowledge: World = field(default_factory=dict)
    parameters: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Rule:
    """One rule of the examiner.

    `find` is SQL over the workspace (see `audit.engine.workspace`). A rule with parameters asks
    `param_<name>(day)` for the day of the conduct and says in `judged_on` (DATE) which day that was;
    without a row in force the value is NULL, and nothing is judged. It returns the `identity`
    columns, `mdtrt_id` (the visit that answers for the finding),
    `psn_no` (NULL where no single person stands behind it), `fixmedins_code`, `mdtrt_ids`,
    `lines` (list of `{mdtrt_id, feedetl_sn}`), `amount_involved` and `amount_at_risk`
    (DECIMAL yuan), `first_time`, `last_time`, and every name its templates mention. Of `{item}` it
    returns the code as `hilist_code` and as `item` what it is called where the claims give no name.
    `population` counts what was examined: the denominator.
    """

    id: str
    version: str
    name_zh: str
    name_en: str
    tier: Tier
    result: Result
    severity: Severity
    stage: Stage
    scene: str
    legal_basis: tuple[LegalBasis, ...]
    needs: Mapping[str, tuple[str, ...]]
    find: str
    population: str
    identity: tuple[str, ...]
    sentence_zh: str
    sentence_en: str
    examples: tuple[Example, ...]
    knowledge: tuple[str, ...] = ()
    framework_code: str | None = None
    #: Whether its money is that of the last of its visits: those before it show what it follows.
    money_of_last: bool = False
