"""`jicha findings`: list what the rules raised, and take it out as a file."""

from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Annotated, Any

import neo4j
import typer

from audit.export.run import ExportReport, export_findings
from audit.findings.finding import Finding, FindingFilter, Order
from audit.findings.store import FindingStore
from audit.registry import rule_of
from casework.actors import Actor, Role, Viewer
from casework.commands.access import RecordExport
from cli.context import operator, settings
from cli.findings_judge import add_to as add_judging
from cli.language import say
from cli.output import JsonOption, Output
from cli.person import as_person, local, now, viewer
from graph.commands import execute

RuleOption = Annotated[list[str] | None, typer.Option("--rule", help="规则编号，可重复 / rule id")]
PlaceOption = Annotated[
    list[str] | None, typer.Option("--institution", help="机构编号，可重复 / institution code")
]
TextOption = Annotated[str | None, typer.Option(help="在说明中查找 / text to look for")]

findings_app = typer.Typer(help="疑点：列表、导出 / findings", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Add the commands of findings."""
    add_judging(findings_app)
    app.add_typer(findings_app, name="findings")


@findings_app.command("list")
def list_findings(
    rule: RuleOption = None,
    institution: PlaceOption = None,
    text: TextOption = None,
    min_amount: Annotated[str | None, typer.Option(help="涉及基金下限（元）/ least amount")] = None,
    limit: Annotated[int, typer.Option(min=1, max=500, help="最多显示几条 / most shown")] = 20,
    after: Annotated[str | None, typer.Option(help="上一页给出的翻页标记 / cursor")] = None,
    json: JsonOption = False,
) -> None:
    """按涉及基金金额列出疑点（个人信息脱敏）/ findings by amount at risk, masked."""
    least = _amount(min_amount)
    wanted = _filter(rule, institution, text, least)
    store, eyes = FindingStore(settings().home), _console()
    page = store.page(eyes, wanted, first=limit, after_cursor=after, order=Order.AMOUNT)
    sums = store.sums(eyes, wanted)
    body = {
        "findings": [_json(finding) for finding in page.items],
        "count": sums.count,
        "amount_at_risk": str(sums.amount_at_risk),
        "end_cursor": page.end_cursor if page.has_next else None,
    }
    lines = [
        f"{f.finding_id}  {f.amount_at_risk:>12,} {say('元', 'yuan')}  "
        f"{say(f.sentence_zh, f.sentence_en)}"
        for f in page.items
    ]
    lines.append(
        say(
            f"共 {sums.count:,} 条，涉及基金 {sums.amount_at_risk:,} 元",
            f"{sums.count:,} in all, {sums.amount_at_risk:,} yuan of the fund at risk",
        )
    )
    Output(json=json).result(body, "\n".join(lines))


@findings_app.command("export")
def export(
    file: Annotated[Path, typer.Argument(help="以 .csv、.xlsx 或 .json 结尾 / target file")],
    rule: RuleOption = None,
    institution: PlaceOption = None,
    text: TextOption = None,
    purpose: Annotated[
        str | None,
        typer.Option(help="说明用途则不脱敏，须先 jicha login，记入日志 / unmask for this purpose"),
    ] = None,
    json: JsonOption = False,
) -> None:
    """导出疑点 / export findings; masked unless a purpose is stated (which is an event)."""
    out = Output(json=json)
    wanted = _filter(rule, institution, text, None)
    if purpose and purpose.strip():
        report = _unmasked(out, file, wanted, purpose.strip())
    else:
        report = export_findings(settings().home, _console(), file, at=now(), wanted=wanted)
    said = say(
        f"已导出 {report.rows:,} 条到 {report.path}（{'已' if report.masked else '未'}脱敏）",
        f"{report.rows:,} findings written to {report.path}"
        f" ({'masked' if report.masked else 'not masked'})",
    )
    body = {"file": str(report.path), "rows": report.rows, "masked": report.masked}
    out.result({**body, "sha256": report.sha256}, said)


def _unmasked(out: Output, file: Path, wanted: FindingFilter, purpose: str) -> ExportReport:
    """Export in the name of the signed-in person; what cannot be recorded does not stay."""

    async def work(driver: neo4j.AsyncDriver, actor: Actor) -> ExportReport:
        eyes = viewer(actor, purpose)
        fresh = file.with_name(f".{file.stem}.unrecorded{file.suffix}")
        try:
            report = export_findings(settings().home, eyes, fresh, at=now(), wanted=wanted)
            await execute(driver, _record(report, purpose), actor, now())
            fresh.replace(file)
        finally:
            fresh.unlink(missing_ok=True)
        return ExportReport(file, report.rows, report.masked, report.purpose, report.sha256)

    return as_person(out, work)


def _record(report: ExportReport, purpose: str) -> RecordExport:
    return RecordExport(
        what="findings", rows=report.rows, masked=False, purpose=purpose, sha256=report.sha256
    )


def _console() -> Viewer:
    # Whoever runs commands on the server may look, always masked: no purpose is stated here.
    name = operator()
    return Viewer(Actor(name, name, frozenset({Role.INSPECTOR}), name))


def _filter(
    rules: list[str] | None, places: list[str] | None, text: str | None, least: Decimal | None
) -> FindingFilter:
    """A filter; raises `UnknownRule` rather than showing an empty list for a misspelt id."""
    for rule_id in rules or ():
        rule_of(rule_id)
    return FindingFilter(
        rule_ids=rules or None, fixmedins_codes=places or None, text=text, min_amount=least
    )


def _amount(text: str | None) -> Decimal | None:
    if text is None:
        return None
    try:
        amount = Decimal(text)
    except InvalidOperation:
        amount = Decimal("NaN")
    if not amount.is_finite():
        raise typer.BadParameter(
            say(f"“{text}”不是金额", f"{text} is no amount"), param_hint="--min-amount"
        )
    return amount


def _json(finding: Finding) -> dict[str, Any]:
    lines = [f"{line.mdtrt_id}/{line.feedetl_sn}" for line in finding.lines]
    times = {"first_time": local(finding.first_time), "last_time": local(finding.last_time)}
    return {**vars(finding), **times, "lines": lines}
