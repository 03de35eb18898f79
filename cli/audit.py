"""`jicha audit` and `jicha knowledge`: run the rules, list them, score them, feed them."""

import json as jsonlib
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from audit.engine.report import Outcome, RunReport
from audit.engine.run import run_audit
from audit.knowledge.store import KnowledgeStore
from audit.model import RESULT_ZH, SEVERITY_ZH, STAGE_ZH, TIER_ZH, Rule
from audit.registry import all_rules, library
from audit.score import RuleScore, score
from audit.thresholds import Parameter, parameters_of
from casework.clocks.calendars import SHANGHAI
from cli.context import operator, settings
from cli.language import cited, held, listed, say, side, word
from cli.output import Exit, JsonOption, Output, to_json
from cli.phases import AUDIT, in_words

MARKS = {Outcome.DONE: "完成", Outcome.SKIPPED: "跳过", Outcome.FAILED: "失败"}
SCENES = {
    "门诊": "outpatients",
    "住院": "inpatients",
    "药店": "pharmacies",
    "出院带药": "drugs taken home",
}

audit_app = typer.Typer(help="智能审核 / run the rules over the claims", no_args_is_help=True)
knowledge_app = typer.Typer(help="知识库 / knowledge tables", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Add the commands of the examiner."""
    app.add_typer(audit_app, name="audit")
    app.add_typer(knowledge_app, name="knowledge")


@audit_app.command("run")
def run(
    rule: Annotated[
        list[str] | None, typer.Option(help="只运行这条规则，可重复 / only this rule, repeatable")
    ] = None,
    json: JsonOption = False,
) -> None:
    """审核全部费用明细 / examine all claims; exit code 4 when a rule failed."""
    out = Output(json=json)
    try:
        report = run_audit(
            settings().home,
            at=datetime.now(UTC),
            operator=operator(),
            rule_ids=rule,
            progress=in_words(out.progress, AUDIT),
        )
    finally:
        out.close()
    out.result(report.as_json(), _told(report))
    if report.failed:
        raise typer.Exit(Exit.PARTIAL)


def _told(report: RunReport) -> str:
    lines = [
        say(
            f"审核批次 {report.run_id}：{report.lines:,} 条明细，{report.seconds:.1f} 秒",
            f"run {report.run_id}: {report.lines:,} fee lines, {report.seconds:.1f} seconds",
        )
    ]
    for rule in report.rules:
        said = say(
            f"{rule.findings:,} 条疑点，涉及基金 {rule.amount_at_risk:,} 元"
            f"（新增 {rule.new}，变化 {rule.changed}，消失 {rule.gone}）",
            f"{rule.findings:,} findings, {rule.amount_at_risk:,} yuan of the fund at risk "
            f"({rule.new} new, {rule.changed} changed, {rule.gone} gone)",
        )
        if rule.status is not Outcome.DONE:
            said = side(rule.reason)
        name, mark = say(rule.name_zh, rule.name_en), word(MARKS[rule.status], rule.status.value)
        lines.append(f"  [{mark}] {name}{say('：', ': ')}{said}")
    return "\n".join(lines)


@audit_app.command("rules")
def rules(json: JsonOption = False) -> None:
    """列出规则、依据与当前参数 / list the rules with basis and parameters."""
    out = Output(json=json)
    today = datetime.now(SHANGHAI).date()
    home = settings().home
    told = [(rule, parameters_of(rule.id, today, home)) for rule in all_rules()]
    broken = [vars(rule) for rule in library()[1]]
    lines = [_rule_text(rule, parameters) for rule, parameters in told]
    lines += [
        say(
            f"规则文件有误：{b['file']} 第 {b['line']} 行：{b['reason']}",
            f"a rule's file is wrong: {b['file']} line {b['line']}: {b['reason']}",
        )
        for b in broken
    ]
    body = {"rules": [_rule_json(*pair) for pair in told], "broken": broken}
    out.result(jsonlib.loads(jsonlib.dumps(body, default=to_json)), "\n".join(lines))
    if broken:
        raise typer.Exit(Exit.PARTIAL)


def _rule_json(rule: Rule, parameters: dict[str, Parameter]) -> dict[str, Any]:
    return {
        "rule_id": rule.id,
        "version": rule.version,
        "name_zh": rule.name_zh,
        "name_en": rule.name_en,
        "tier": rule.tier,
        "result": rule.result,
        "severity": rule.severity,
        "stage": rule.stage,
        "scene": rule.scene,
        "framework_code": rule.framework_code,
        "legal_basis": [vars(basis) for basis in rule.legal_basis],
        "parameters": [vars(row) for row in parameters.values()],
        "knowledge": rule.knowledge,
        "needs": {table: list(columns) for table, columns in rule.needs.items()},
    }


def _rule_text(rule: Rule, parameters: dict[str, Parameter]) -> str:
    name, result = say(rule.name_zh, rule.name_en), word(RESULT_ZH[rule.result], rule.result.value)
    tier, stage = word(TIER_ZH[rule.tier], rule.tier), word(STAGE_ZH[rule.stage], rule.stage)
    scene = listed(say(one, SCENES.get(one, one)) for one in rule.scene.split("、"))
    severity = word(SEVERITY_ZH[rule.severity], rule.severity)
    kind = say(
        f"{tier}，{stage}，严重程度{severity}，场景：{scene}",
        f"{tier}, {stage}, severity {severity}, where: {scene}",
    )
    lines = [f"{rule.id} {rule.version}  {name}{held(result)}", f"    {kind}"]
    lines += [
        f"    {say('依据：', 'basis: ')}{cited(basis.citation)}" for basis in rule.legal_basis
    ]
    lines += [
        say(
            f"    参数：{p.title} = {p.value}{p.unit}（{p.basis}）",
            f"    parameter: {p.title_en} = {p.value} {p.unit_en} ({p.basis_en})",
        )
        for p in parameters.values()
    ]
    return "\n".join(lines)


@audit_app.command("score")
def score_rules(
    answer_key: Annotated[Path, typer.Option(help="generate county 写出的答案文件 / answer key")],
    json: JsonOption = False,
) -> None:
    """按答案文件计算各规则的查准率与查全率 / precision and recall against an answer key."""
    out = Output(json=json)
    scores = score(settings().home, answer_key)
    out.result({"rules": [s.as_json() for s in scores]}, "\n".join(map(_score_text, scores)))


def _score_text(one: RuleScore) -> str:
    known, hit = sum(one.lookalikes.values()), sum(one.lookalikes_hit.values())
    recall, precision = _share(one.recall), _share(one.precision)
    return f"{one.rule_id:<32} " + say(
        f"查全 {recall}  查准 {precision}  疑点 {one.findings}  相似合法情形误报 {hit}/{known}",
        f"recall {recall}  precision {precision}  findings {one.findings}  "
        f"false alarms at look-alikes {hit}/{known}",
    )


def _share(value: float | None) -> str:
    return "  —  " if value is None else f"{value:6.1%}"


@knowledge_app.command("import")
def import_knowledge(
    file: Annotated[
        Path, typer.Argument(help="CSV 文件，表头决定知识表 / CSV, header names the table")
    ],
    table: Annotated[str | None, typer.Option(help="知识表名 / table")] = None,
    json: JsonOption = False,
) -> None:
    """导入一个知识表的新版本 / import a new version of a knowledge table."""
    out = Output(json=json)
    store = KnowledgeStore(settings().home)
    version, new = store.take_in(file, operator(), datetime.now(UTC), table)
    said = say(
        f"{version.title}：{version.rows} 行，版本 {version.version}",
        f"{version.table}: {version.rows} rows, version {version.version}",
    )
    same = say("内容未变，", "unchanged: ")
    out.result({**vars(version), "unchanged": not new}, said if new else same + said)


@knowledge_app.command("list")
def list_knowledge(json: JsonOption = False) -> None:
    """列出知识表及版本 / list knowledge tables and versions."""
    versions = KnowledgeStore(settings().home).versions()
    lines = [
        f"{'*' if v.in_force else ' '} {v.table:<18} "
        + say(f"{v.title}  {v.rows} 行  ", f"{v.rows} rows  ")
        + v.version
        + (f"  {v.imported_by} {v.imported_at}" if v.imported_by else "")
        for v in versions
    ]
    Output(json=json).result({"versions": [vars(v) for v in versions]}, "\n".join(lines))
