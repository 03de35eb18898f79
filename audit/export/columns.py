"""The columns of an export, the same in every format: field name, Chinese header, width."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from audit.findings.finding import Finding
from audit.findings.labels import rule_names
from audit.findings.law import citations
from audit.model import RESULT_ZH, SEVERITY_ZH, Result, Severity
from casework.actors import Viewer

SHANGHAI: Final = ZoneInfo("Asia/Shanghai")
# A cell that begins like this would be run as a formula by a spreadsheet program.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


@dataclass(frozen=True)
class ExportColumn:
    """One column."""

    name: str
    title: str
    width: int = 14


COLUMNS: Final = (
    ExportColumn("finding_id", "疑点编号", 34),
    ExportColumn("rule_id", "规则编号", 24),
    ExportColumn("rule_name", "规则名称", 22),
    ExportColumn("rule_version", "规则版本", 9),
    ExportColumn("result", "结果类型", 10),
    ExportColumn("severity", "严重程度", 9),
    ExportColumn("psn_no", "人员编号", 18),
    ExportColumn("psn_name", "姓名", 10),
    ExportColumn("certno", "证件号码", 20),
    ExportColumn("tel", "联系电话", 14),
    ExportColumn("fixmedins_code", "定点医药机构编号", 16),
    ExportColumn("fixmedins_name", "定点医药机构名称", 26),
    ExportColumn("prac_psn_code", "医师编码", 16),
    ExportColumn("first_time", "最早发生时间", 18),
    ExportColumn("last_time", "最晚发生时间", 18),
    ExportColumn("amount_involved", "涉及金额（元）", 13),
    ExportColumn("amount_at_risk", "涉及基金金额（元）", 13),
    ExportColumn("sentence_zh", "情况说明", 80),
    ExportColumn("sentence_en", "Explanation", 40),
    ExportColumn("mdtrt_ids", "就诊ID", 24),
    ExportColumn("setl_ids", "结算ID", 24),
    ExportColumn("line_count", "明细条数", 9),
    ExportColumn("lines", "明细（就诊ID/流水号）", 30),
    ExportColumn("population", "核查总数", 10),
    ExportColumn("legal_basis", "依据", 50),
    ExportColumn("parameters", "参数", 20),
    ExportColumn("knowledge", "知识库版本", 20),
    ExportColumn("run_id", "审核批次", 22),
    ExportColumn("first_seen_at", "首次发现时间", 18),
    ExportColumn("exported_by", "导出人", 14),
    ExportColumn("exported_at", "导出时间", 18),
    ExportColumn("purpose", "用途", 24),
)
AMOUNTS: Final = frozenset({"amount_involved", "amount_at_risk"})
NUMBERS: Final = AMOUNTS | {"line_count", "population"}


@dataclass(frozen=True)
class Stamp:
    """Who took the export, when (aware), what for; it stands in every row of the file."""

    viewer: Viewer
    at: datetime

    @property
    def cells(self) -> dict[str, str]:
        """The stamp as cells."""
        purpose = (self.viewer.purpose or "").strip()
        return {
            "exported_by": f"{self.viewer.actor.name}（{self.viewer.actor.account}）",
            "exported_at": wall(self.at),
            "purpose": purpose or "未说明用途，个人信息已脱敏",
        }


def cells(finding: Finding, personal: Mapping[str, str], stamp: Stamp) -> dict[str, Any]:
    """The cells of a finding by column name; amounts stay Decimal, counts stay whole numbers."""
    keys = [f"{line.mdtrt_id}/{line.feedetl_sn}" for line in finding.lines]
    direct = {c.name: getattr(finding, c.name) for c in COLUMNS if hasattr(finding, c.name)}
    return direct | {
        "rule_name": rule_names(finding.rule_id)[0],
        "result": RESULT_ZH[Result(finding.result)],
        "severity": SEVERITY_ZH[Severity(finding.severity)],
        "certno": personal.get("certno", ""),
        "tel": personal.get("tel", ""),
        "first_time": wall(finding.first_time),
        "last_time": wall(finding.last_time),
        "mdtrt_ids": ";".join(finding.mdtrt_ids),
        "setl_ids": ";".join(finding.setl_ids),
        "line_count": len(finding.lines),
        "lines": ";".join(keys),
        "legal_basis": citations(finding),
        "parameters": "；".join(f"{k}={v['value']}" for k, v in finding.parameters.items()),
        "knowledge": "；".join(f"{k}={v}" for k, v in finding.knowledge.items()),
        "first_seen_at": wall(finding.first_seen_at),
        **stamp.cells,
    }


def harmless(cell: Any) -> Any:
    """Text that a spreadsheet would take for a formula, made plain by an apostrophe."""
    if isinstance(cell, str) and cell.lstrip(" ").startswith(_FORMULA):
        return "'" + cell
    return cell


def wall(moment: datetime | None) -> str:
    """An instant as wall time of Asia/Shanghai."""
    return f"{moment.astimezone(SHANGHAI):%Y-%m-%d %H:%M:%S}" if moment else ""
