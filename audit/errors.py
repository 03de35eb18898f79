"""What can go wrong in the examiner, one exception for each outcome a caller can tell apart."""


class AuditError(Exception):
    """Base: a stable `code`, a message in Chinese that names the cure, and one in English."""

    code = "audit_error"
    exit_code = 1

    def __init__(self, message_zh: str, message_en: str) -> None:
        super().__init__(message_zh)
        self.message_zh = message_zh
        self.message_en = message_en


class UnknownRule(AuditError):
    """No rule of that id."""

    code = "unknown_rule"
    exit_code = 2

    def __init__(self, rule_id: str) -> None:
        super().__init__(
            f"没有编号为“{rule_id}”的规则，请用 jicha audit rules 查看全部规则",
            f"there is no rule “{rule_id}”; list them with: jicha audit rules",
        )


class AuditBusy(AuditError):
    """Another run holds the findings."""

    code = "audit_busy"

    def __init__(self) -> None:
        super().__init__(
            "另一次审核正在进行，请等它结束后再运行",
            "another audit is running; start again when it has finished",
        )


class ParameterInvalid(AuditError):
    """A dated parameter is missing, of the wrong kind or outside its allowed range."""

    code = "parameter_invalid"
    exit_code = 3


class KnowledgeInvalid(AuditError):
    """A knowledge file cannot be taken in; nothing was changed."""

    code = "knowledge_invalid"
    exit_code = 3


class AnswerKeyInvalid(AuditError):
    """The answer key cannot be read."""

    code = "answer_key_invalid"
    exit_code = 3


class NoFindings(AuditError):
    """No audit has been run in this data home."""

    code = "no_findings"
    exit_code = 3

    def __init__(self) -> None:
        super().__init__(
            "还没有审核结果，请先运行 jicha audit run",
            "there are no findings yet; run: jicha audit run",
        )


class ExportFormatUnknown(AuditError):
    """The file name does not end in a format that findings can be written in."""

    code = "export_format_unknown"
    exit_code = 2

    def __init__(self, suffix: str) -> None:
        super().__init__(
            f"不支持导出为“{suffix}”，请使用 .csv、.xlsx 或 .json 结尾的文件名",
            f"cannot export to “{suffix}”; use a file name ending in .csv, .xlsx or .json",
        )


class BadCursor(AuditError):
    """A paging cursor is not one of ours."""

    code = "bad_cursor"
    exit_code = 2

    def __init__(self) -> None:
        super().__init__(
            "翻页标记无效，请从第一页重新开始", "invalid cursor; start again from the first page"
        )
