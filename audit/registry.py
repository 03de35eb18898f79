"""Finding the rules: one file each; a broken file is named and never stops the others."""

import importlib
import pkgutil
import traceback
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import audit.rules
from audit.errors import UnknownRule
from audit.model import Rule


@dataclass(frozen=True)
class BrokenRule:
    """A rule file that could not be read: which, in what line, why."""

    rule_id: str
    file: str
    line: int
    reason: str


@cache
def library() -> tuple[tuple[Rule, ...], tuple[BrokenRule, ...]]:
    """All rules by id, and the files that are none."""
    rules, broken = [], []
    for module in sorted(info.name for info in pkgutil.iter_modules(audit.rules.__path__)):
        found = load_rule(module)
        if isinstance(found, Rule):
            rules.append(found)
        else:
            broken.append(found)
    return tuple(rules), tuple(broken)


def load_rule(module: str) -> Rule | BrokenRule:
    """Read `audit/rules/<module>.py`; its `RULE` must be a rule of that id."""
    file = str(Path(audit.rules.__path__[0]) / f"{module}.py")
    try:
        rule = importlib.import_module(f"audit.rules.{module}").RULE
    except Exception as error:
        return BrokenRule(module, file, _line_in(error, file), f"{type(error).__name__}: {error}")
    if not isinstance(rule, Rule) or rule.id != module:
        return BrokenRule(module, file, 1, "RULE 须为 Rule，且编号与文件名一致")
    return rule


def all_rules() -> tuple[Rule, ...]:
    """The rules that can be run."""
    return library()[0]


def known_rule(rule_id: str) -> Rule | None:
    """The rule of that id; None for one that was retired."""
    return next((rule for rule in all_rules() if rule.id == rule_id), None)


def rule_of(rule_id: str) -> Rule:
    """The rule of that id; raises `UnknownRule`."""
    rule = known_rule(rule_id)
    if rule is None:
        raise UnknownRule(rule_id)
    return rule


def _line_in(error: Exception, file: str) -> int:
    """The line of the rule file in which reading it failed."""
    if isinstance(error, SyntaxError) and error.filename == file:
        return error.lineno or 1
    lines = [f.lineno for f in traceback.extract_tb(error.__traceback__) if f.filename == file]
    return (lines[-1] if lines else 1) or 1
