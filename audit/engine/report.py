"""What a run did, rule by rule."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any


class Outcome(StrEnum):
    """How a rule ended."""

    DONE = "done"
    SKIPPED = "skipped"
    FAILED = "failed"


@dataclass(frozen=True)
class RuleOutcome:
    """One rule of a run: counts against the run before, amounts in yuan."""

    rule_id: str
    version: str
    name_zh: str
    name_en: str
    status: Outcome
    reason: str = ""
    findings: int = 0
    new: int = 0
    changed: int = 0
    gone: int = 0
    amount_involved: Decimal = Decimal("0.00")
    amount_at_risk: Decimal = Decimal("0.00")
    population: int = 0
    seconds: float = 0.0


@dataclass(frozen=True)
class RunReport:
    """One run: what was read, what was found, how long it took (`peak_mb` = resident, MiB)."""

    run_id: str
    at: str
    by: str
    rules: Sequence[RuleOutcome]
    visits: int
    lines: int
    prepare_seconds: float
    seconds: float
    peak_mb: int

    @property
    def findings(self) -> int:
        """Findings of the rules that were run."""
        return sum(rule.findings for rule in self.rules)

    @property
    def failed(self) -> list[RuleOutcome]:
        """Rules that did not finish."""
        return [rule for rule in self.rules if rule.status is Outcome.FAILED]

    def as_json(self) -> dict[str, Any]:
        """Plain values; amounts as strings."""
        rules = [
            {**asdict(rule), "status": rule.status.value}
            | {name: str(getattr(rule, name)) for name in ("amount_involved", "amount_at_risk")}
            for rule in self.rules
        ]
        return {**asdict(self), "rules": rules, "findings": self.findings}
