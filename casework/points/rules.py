"""Reads the dated rule sets of 记分."""

import tomllib
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, Final

from casework.commands.points import Responsibility
from casework.dated import in_force
from casework.refusal import refuse

#: What a decision under the agreement is called in `rests_on`.
AGREEMENT: Final = "agreement"


@dataclass(frozen=True)
class Ground:
    """A kind of decision that an act may be scored on: the beginning of its article, or `agreement`.

    Dates are those of the decision.
    """

    on: str
    valid_from: date = date.min
    valid_to: date | None = None


@dataclass(frozen=True)
class ScoredAct:
    """An act with its band of points, both ends included.

    `rests_on`: the decisions it may be scored on; none: any. `repeats`: only after another score of
    the same natural year.
    """

    id: str
    zh: str
    en: str
    min: int
    max: int
    rests_on: tuple[Ground, ...] = ()
    repeats: bool = False

    def fits(self, decided: str, on: date) -> bool:
        """Whether it may be scored on a decision of this article (or `agreement`) of that day."""
        grounds = [one for one in self.rests_on if in_force(one, on)]
        return not self.rests_on or any(decided.startswith(one.on) for one in grounds)


@dataclass(frozen=True)
class Learning:
    """How learning points (学习积分) are earned under a rule set with restoration."""

    need: int
    hours_per_point: Decimal
    study_points_max: int
    exam_pass_mark: int
    exam_points: int
    basis: str
    mark: str


@dataclass(frozen=True)
class Repair:
    """How points are repaired under a rule set: each activity takes some off, up to a maximum a year."""

    points_each: int
    points_max: int
    basis: str
    mark: str


@dataclass(frozen=True)
class RuleSet:
    """One dated rule set. Years and months are calendar ones; `suspend_at` None: no suspension."""

    id: str
    zh: str
    en: str
    national: bool
    #: Kinds of staff that may be scored (StaffKind values).
    covers: frozenset[str]
    valid_from: date
    valid_to: date | None
    suspend_at: int | None
    terminate_at: int
    ban_years_cumulative: int
    ban_years_single: int
    suspension_months: dict[int, int]
    restoration_parameter: str | None
    learning: Learning | None
    repair: Repair | None
    acts: tuple[ScoredAct, ...]
    basis: str
    mark: str

    def act(self, act_id: str) -> ScoredAct:
        """Return an act by id. Raises Refusal UNKNOWN_ACT."""
        for act in self.acts:
            if act.id == act_id:
                return act
        raise refuse("UNKNOWN_ACT", rule_set=self.zh, rule_set_en=self.en, act=act_id)

    def months_for(self, total: int, own: tuple[int, ...] = ()) -> int:
        """Months of suspension at a yearly total (1–6 months): by the bureau's own table, or the dated one."""
        if own and self.suspend_at is not None:
            return own[min(total - self.suspend_at, len(own) - 1)]
        return self.suspension_months.get(total, max(self.suspension_months.values(), default=1))


@cache
def rule_sets() -> tuple[RuleSet, ...]:
    """Return all rule sets, oldest first."""
    text = (Path(__file__).parent / "rulesets.toml").read_text("utf-8")
    return tuple(_rule_set(raw) for raw in tomllib.loads(text)["rule_set"])


def rule_set_on(conduct: date) -> RuleSet:
    """Return the rule set of the day of the conduct. Raises Refusal NO_RULE_SET."""
    for rules in rule_sets():
        if in_force(rules, conduct):
            return rules
    raise refuse("NO_RULE_SET", on=conduct.isoformat())


def rule_set(rule_set_id: str) -> RuleSet:
    """Return a rule set by id. Raises Refusal NOT_FOUND."""
    for rules in rule_sets():
        if rules.id == rule_set_id:
            return rules
    raise refuse("NOT_FOUND", what=f"记分规则 {rule_set_id}", what_en=f"score rules {rule_set_id}")


def suggested(act: ScoredAct, responsibility: Responsibility) -> int:
    """Suggest points inside the band, ascending with the share of responsibility."""
    steps = {Responsibility.GENERAL: 0, Responsibility.IMPORTANT: 1, Responsibility.PRIMARY: 2}
    return act.min + (act.max - act.min) * steps[responsibility] // 2


def _rule_set(raw: dict[str, Any]) -> RuleSet:
    learning = raw.get("learning")
    return RuleSet(
        id=raw["id"],
        zh=raw["zh"],
        en=raw["en"],
        national=raw["national"],
        covers=frozenset(raw["covers"]),
        valid_from=raw["valid_from"],
        valid_to=raw.get("valid_to"),
        suspend_at=raw.get("suspend_at"),
        terminate_at=raw["terminate_at"],
        ban_years_cumulative=raw["ban_years_cumulative"],
        ban_years_single=raw["ban_years_single"],
        suspension_months={int(k): v for k, v in raw.get("suspension_months", {}).items()},
        restoration_parameter=raw.get("restoration_parameter"),
        learning=_learning(learning) if learning else None,
        repair=Repair(**raw["repair"]) if "repair" in raw else None,
        acts=tuple(_act(act) for act in raw["act"]),
        basis=raw["basis"],
        mark=raw["mark"],
    )


def _act(raw: dict[str, Any]) -> ScoredAct:
    grounds = tuple(Ground(**one) for one in raw.get("rests_on", ()))
    return ScoredAct(**{**raw, "rests_on": grounds})


def _learning(raw: dict[str, Any]) -> Learning:
    return Learning(**{**raw, "hours_per_point": Decimal(raw["hours_per_point"])})
