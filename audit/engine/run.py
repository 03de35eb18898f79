"""An audit run: rules over the columnar store, findings published in one step."""

import resource
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter
from typing import TypeAlias

import duckdb
from filelock import FileLock, Timeout

from audit.engine.crew import side_by_side
from audit.engine.find import find_hits, missing_needs
from audit.engine.report import Outcome, RuleOutcome, RunReport
from audit.engine.tell import Circumstances, Hits, tell
from audit.engine.workspace import READ, prepare
from audit.errors import AuditBusy, AuditError
from audit.findings.shelf import Manifest, Shelf, Shelved
from audit.findings.writing import Change, compare, write
from audit.knowledge.store import KnowledgeStore, load_tables
from audit.model import Rule
from audit.registry import BrokenRule, library, rule_of
from audit.thresholds import periods_of
from claims.store import ClaimStore

Progress: TypeAlias = Callable[[str, int, int | None], None]


def silent(_phase: str, _done: int, _total: int | None) -> None:
    """A progress callback for those who do not look."""


def run_audit(
    home: Path,
    *,
    at: datetime,
    operator: str,
    rule_ids: Sequence[str] | None = None,
    progress: Progress = silent,
) -> RunReport:
    """Run all rules, or those named, and put their findings in force.

    `at` is aware; parameters are those in force on the day of the conduct, never of the run. A rule that cannot
    speak about these claims is skipped with a reason; one that fails keeps its former findings.
    Raises `UnknownRule`, `AuditBusy`; whatever `progress` raises cancels, and nothing changes.
    """
    chosen, broken = library() if rule_ids is None else (tuple(map(rule_of, rule_ids)), ())
    with _alone(home):
        return _Run(home, at, operator, progress).execute(chosen, broken)


@contextmanager
def _alone(home: Path) -> Iterator[None]:
    """Hold the only right to write findings. Raises `AuditBusy`."""
    folder = home / "findings"
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(folder / "run.lock", timeout=0):
            yield
    except Timeout as error:
        raise AuditBusy from error


@dataclass(frozen=True)
class _Found(Hits):
    """The hits of a rule, and how long it looked for them."""

    seconds: float


class _Run:
    """The state of one run."""

    def __init__(self, home: Path, at: datetime, operator: str, progress: Progress) -> None:
        self.home, self.at, self.operator, self.progress = home, at, operator, progress
        self.run_id = f"A{at.astimezone(UTC):%Y%m%dT%H%M%S%f}"
        self.shelf = Shelf(home)
        self.before = self.shelf.manifest()
        self.store = ClaimStore(home)
        self.shelved: dict[str, Shelved] = dict(self.before.rules) if self.before else {}

    def execute(self, rules: Sequence[Rule], broken: Sequence[BrokenRule]) -> RunReport:
        """Run, publish, report; on any interruption nothing is left behind."""
        begun = perf_counter()
        folder = self.shelf.draft(self.run_id)
        needed = READ.union(*(rule.needs for rule in rules))
        try:
            with self.store.connect(needed) as connection:
                report = self._examine_all(connection, rules, broken, folder, begun)
            self.shelf.publish(self._manifest(report))
        except BaseException:
            self.shelf.discard(self.run_id)
            raise
        return report

    def _manifest(self, report: RunReport) -> Manifest:
        return Manifest(self.run_id, self.at.isoformat(), self.shelved, report.as_json())

    def _examine_all(
        self,
        connection: duckdb.DuckDBPyConnection,
        rules: Sequence[Rule],
        broken: Sequence[BrokenRule],
        folder: Path,
        begun: float,
    ) -> RunReport:
        present = columns_present(self.store)
        outcomes = {rule.rule_id: _broken(rule) for rule in broken}
        connection.execute("SET GLOBAL TimeZone = 'Asia/Shanghai'")
        self.progress("audit:prepare", 0, None)
        knowledge = KnowledgeStore(self.home)
        circumstances = Circumstances(self.run_id, self.at, knowledge.in_force())
        able = [rule for rule in rules if missing_needs(rule, present) is None]
        prepare(connection, able, lambda cursor: _load(cursor, knowledge, circumstances))
        prepared = perf_counter() - begun
        outcomes |= {rule.id: self._skip(rule, present) for rule in rules if rule not in able}
        outcomes |= self._judge(connection, able, circumstances, folder)
        visits, lines = _counts(connection, present)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        seconds = round(perf_counter() - begun, 3)
        return RunReport(
            self.run_id, self.at.isoformat(), self.operator, _in_order(outcomes, rules), visits,
            lines, round(prepared, 3), seconds, peak,
        )  # fmt: skip

    def _judge(
        self,
        connection: duckdb.DuckDBPyConnection,
        rules: Sequence[Rule],
        circumstances: Circumstances,
        folder: Path,
    ) -> dict[str, RuleOutcome]:
        """Hits of all rules, then what they are told with, read once, then their findings."""

        def heard(phase: str, total: int) -> Callable[[int], None]:
            self.progress(phase, 0, total)
            return lambda done: self.progress(phase, done, total)

        hits = side_by_side(connection, self._find, rules, heard("audit:rules", len(rules)))
        found = [one for one in hits if isinstance(one, _Found)]
        outcomes = {one.rule_id: one for one in hits if isinstance(one, RuleOutcome)}
        try:
            changes = self._tell(connection, found, circumstances)
        except (duckdb.Error, AuditError, OSError) as error:
            return outcomes | {one.rule.id: _failed(one.rule, error) for one in found}
        written = side_by_side(
            connection,
            lambda cursor, one: self._write(cursor, one, changes, folder),
            found,
            heard("audit:write", len(found)),
        )
        return outcomes | {outcome.rule_id: outcome for outcome in written}

    def _find(self, connection: duckdb.DuckDBPyConnection, rule: Rule) -> _Found | RuleOutcome:
        """The hits of one rule; its failure is its own and leaves its former findings in force."""
        begun = perf_counter()
        try:
            periods = periods_of(rule.id, self.home)
            population = find_hits(connection, rule, periods)
        except (duckdb.Error, AuditError, OSError) as error:
            return _failed(rule, error)
        return _Found(rule, population, perf_counter() - begun)

    def _tell(
        self,
        connection: duckdb.DuckDBPyConnection,
        found: Sequence[_Found],
        circumstances: Circumstances,
    ) -> dict[str, Change]:
        """The findings of all rules together, against those in force, by rule."""
        if not found:
            return {}
        tell(connection, found, circumstances)
        rules = [one.rule.id for one in found if one.rule.id in self.shelved]
        return compare(connection, {name: self.shelf.path(self.shelved[name]) for name in rules})

    def _write(
        self,
        connection: duckdb.DuckDBPyConnection,
        hits: _Found,
        changes: Mapping[str, Change],
        folder: Path,
    ) -> RuleOutcome:
        """Write the findings of one rule; a failure leaves its former findings in force."""
        rule, begun = hits.rule, perf_counter()
        try:
            write(connection, rule.id, folder / f"{rule.id}.parquet")
        except (duckdb.Error, OSError) as error:
            return _failed(rule, error)
        self.shelved[rule.id] = Shelved(self.run_id, f"runs/{self.run_id}/{rule.id}.parquet")
        seconds = hits.seconds + perf_counter() - begun
        return _done(rule, changes.get(rule.id, Change()), hits.population, seconds)

    def _skip(self, rule: Rule, present: Mapping[str, Collection[str]]) -> RuleOutcome:
        """What rested on claims that are gone is in force no longer."""
        self.shelved.pop(rule.id, None)
        reason = missing_needs(rule, present) or ""
        return replace(_outcome(rule, Outcome.SKIPPED), reason=reason)


def columns_present(store: ClaimStore) -> dict[str, Collection[str]]:
    """The tables that have rows, and the columns that their files brought."""
    present: dict[str, set[str]] = {}
    for batch in store.batches():
        for table in batch.tables:
            if table.accepted:
                present.setdefault(table.table, set()).update(table.columns)
    return dict(present)


def _load(
    connection: duckdb.DuckDBPyConnection, knowledge: KnowledgeStore, of: Circumstances
) -> None:
    """Load the knowledge in force."""
    load_tables(connection, {name: knowledge.rows(v) for name, v in of.knowledge.items()})


def _counts(
    connection: duckdb.DuckDBPyConnection, present: Mapping[str, Collection[str]]
) -> tuple[int, int]:
    """Visits and fee lines in the store."""
    counts = []
    for table in ("mdtrt_d", "fee_list_d"):
        row = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
        counts.append(int(row[0]) if row and table in present else 0)
    return counts[0], counts[1]


def _outcome(rule: Rule, status: Outcome) -> RuleOutcome:
    return RuleOutcome(rule.id, rule.version, rule.name_zh, rule.name_en, status)


def _done(rule: Rule, change: Change, population: int, seconds: float) -> RuleOutcome:
    return replace(
        _outcome(rule, Outcome.DONE),
        findings=change.findings,
        new=change.new,
        changed=change.changed,
        gone=change.gone,
        amount_involved=change.amount_involved,
        amount_at_risk=change.amount_at_risk,
        population=population,
        seconds=round(seconds, 3),
    )


def _in_order(outcomes: Mapping[str, RuleOutcome], rules: Sequence[Rule]) -> list[RuleOutcome]:
    """The files that are no rules first, then the rules as they were asked for."""
    known = {rule.id for rule in rules}
    broken = [outcome for rule_id, outcome in outcomes.items() if rule_id not in known]
    return [*broken, *(outcomes[rule.id] for rule in rules)]


def _failed(rule: Rule, error: Exception) -> RuleOutcome:
    return replace(_outcome(rule, Outcome.FAILED), reason=f"{type(error).__name__}: {error}")


def _broken(rule: BrokenRule) -> RuleOutcome:
    reason = (
        f"规则文件 {rule.file} 第 {rule.line} 行有误：{rule.reason}"
        f" / {rule.file} line {rule.line} is wrong: {rule.reason}"
    )
    return RuleOutcome(rule.rule_id, "", rule.rule_id, rule.rule_id, Outcome.FAILED, reason)
