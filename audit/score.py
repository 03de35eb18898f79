"""Precision and recall of the rules against a county's answer key.

A finding meets a planted pattern when they share a visit and, where both name lines of a shared
visit, a line of it. Recall counts patterns met, precision counts findings that meet a pattern; a
look-alike is hit when a finding of its rule that meets no pattern shares a visit with it.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import duckdb

from audit.errors import AnswerKeyInvalid, NoFindings
from audit.findings.shelf import Shelf

Key = tuple[str, str]


@dataclass(frozen=True)
class Trace:
    """What an entry of the key, or a finding, points at."""

    name: str
    visits: frozenset[str]
    lines: frozenset[str]

    def meets(self, other: "Trace") -> bool:
        """Tell whether both point at the same thing."""
        if self.visits.isdisjoint(other.visits):
            return False
        return not (self.lines and other.lines) or not self.lines.isdisjoint(other.lines)


@dataclass(frozen=True)
class RuleScore:
    """One rule: `lookalikes_hit` of `lookalikes` by kind; `wrong` names findings without a pattern."""

    rule_id: str
    planted: int
    found: int
    findings: int
    right: int
    lookalikes: Mapping[str, int] = field(default_factory=dict)
    lookalikes_hit: Mapping[str, int] = field(default_factory=dict)
    missed: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()

    @property
    def recall(self) -> float | None:
        """Patterns met; None when none was planted."""
        return round(self.found / self.planted, 4) if self.planted else None

    @property
    def precision(self) -> float | None:
        """Findings that meet a pattern; None when the rule found nothing."""
        return round(self.right / self.findings, 4) if self.findings else None

    def as_json(self) -> dict[str, Any]:
        """Plain values with the two quotients."""
        return {**asdict(self), "recall": self.recall, "precision": self.precision}


def score(home: Path, answer_key: Path) -> list[RuleScore]:
    """Compare the findings in force with an answer key, rule by rule.

    Raises `NoFindings` before the first run and `AnswerKeyInvalid` for an unreadable key.
    """
    shelf = Shelf(home)
    manifest = shelf.manifest()
    if manifest is None:
        raise NoFindings
    key = read_key(answer_key)
    patterns = _by_rule(key["patterns"])
    lookalikes = _by_rule(key["lookalikes"])
    rules = sorted({*manifest.rules, *patterns})
    scores = []
    for rule_id in rules:
        shelved = manifest.rules.get(rule_id)
        findings = _findings(shelf.path(shelved)) if shelved else []
        scores.append(score_rule(rule_id, findings, patterns[rule_id], lookalikes[rule_id]))
    return scores


def read_key(path: Path) -> Mapping[str, Any]:
    """The answer key; raises `AnswerKeyInvalid`."""
    try:
        key = json.loads(path.read_text(encoding="utf-8"))
        if not all(isinstance(key[name], list) for name in ("patterns", "lookalikes")):
            raise TypeError("patterns, lookalikes")
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise AnswerKeyInvalid(
            f"无法读取答案文件 {path}，请使用 jicha generate county --answer-key 生成的文件（{error}）",
            f"cannot read the answer key {path}: {error}",
        ) from error
    return dict(key)


def score_rule(
    rule_id: str,
    findings: Sequence[Trace],
    patterns: Sequence[tuple[str, Trace]],
    lookalikes: Sequence[tuple[str, Trace]],
) -> RuleScore:
    """Compare the findings of one rule with its patterns and look-alikes (kind and trace each)."""
    by_visit = _index(findings)
    right: set[str] = set()
    missed = []
    for _, pattern in patterns:
        met = [f.name for f in _near(by_visit, pattern) if f.meets(pattern)]
        right.update(met)
        if not met:
            missed.append(pattern.name)
    known: dict[str, int] = defaultdict(int)
    hit: dict[str, int] = defaultdict(int)
    for kind, innocent in lookalikes:
        known[kind] += 1
        near = _near(by_visit, innocent)
        hit[kind] += any(f.name not in right and f.meets(innocent) for f in near)
    return RuleScore(
        rule_id,
        len(patterns),
        len(patterns) - len(missed),
        len(findings),
        len(right),
        dict(known),
        dict(hit),
        tuple(missed),
        tuple(f.name for f in findings if f.name not in right),
    )


def _index(findings: Iterable[Trace]) -> dict[str, list[Trace]]:
    by_visit: dict[str, list[Trace]] = defaultdict(list)
    for finding in findings:
        for visit in finding.visits:
            by_visit[visit].append(finding)
    return by_visit


def _near(by_visit: Mapping[str, list[Trace]], trace: Trace) -> set[Trace]:
    """The findings that share a visit with a trace."""
    return {finding for visit in trace.visits for finding in by_visit.get(visit, ())}


def _by_rule(entries: Iterable[Mapping[str, Any]]) -> defaultdict[str, list[tuple[str, Trace]]]:
    grouped: defaultdict[str, list[tuple[str, Trace]]] = defaultdict(list)
    for entry in entries:
        if rule_id := entry.get("rule_id"):
            visits = frozenset(entry.get("mdtrt_ids") or [entry["mdtrt_id"]])
            trace = Trace(str(entry["mdtrt_id"]), visits, frozenset(entry.get("feedetl_sn") or ()))
            grouped[rule_id].append((str(entry.get("kind", "pattern")), trace))
    return grouped


def _findings(path: Path) -> list[Trace]:
    with duckdb.connect() as connection:
        rows = connection.execute(
            "SELECT finding_id, mdtrt_ids, list_transform(lines, lambda l: l.feedetl_sn) "
            "FROM read_parquet(?)",
            [str(path)],
        ).fetchall()
    return [Trace(name, frozenset(visits), frozenset(lines)) for name, visits, lines in rows]
