"""Help that is told whole: Chinese has no blanks to break a line at, and Typer's tables cut it off there.

What Typer itself says in a help or of a wrong command line is said in Chinese here.
"""

import re
from typing import Any, Final

import rich.columns
from rich.table import Table
from typer import rich_utils

from cli.language import say

#: Titles and marks of Typer's panels, by the name of the constant.
PANELS: Final = {
    "ARGUMENTS_PANEL_TITLE": "参数",
    "OPTIONS_PANEL_TITLE": "选项",
    "COMMANDS_PANEL_TITLE": "命令",
    "ERRORS_PANEL_TITLE": "命令行有误",
    "DEFAULT_STRING": "[默认：{}]",
    "REQUIRED_LONG_STRING": "[必填]",
    "RICH_HELP": "说明见 [blue]'{command_path} {help_option}'[/]。",
}
#: Sentences of Typer, and what they are in Chinese.
SENTENCES: Final = tuple(
    (re.compile(found, re.DOTALL), zh)
    for found, zh in (
        (r"^Usage:", "用法："),
        (r"Show this message and exit\.", "显示本说明"),
        (r"Install completion for the current shell\.", "为当前 shell 安装命令补全"),
        (
            r"Show completion for the current shell, .*installation\.",
            "显示当前 shell 的命令补全脚本，供复制或修改安装",
        ),
        (r"^Missing argument (.*)\.$", r"缺少参数 \1"),
        (r"^Missing option (.*?)\.( .*)?$", r"缺少选项 \1\2"),
        (r"^Missing command\.$", "缺少命令"),
        (r"^No such command (.*?)\.", r"没有命令 \1"),
        (r"^No such option: (.*)", r"没有选项 \1"),
        (r"\(Possible options: (.*)\)|Did you mean (.*)\?", r"（相近的有：\1\2）"),
        (r"^Invalid value: ", ""),
        (r"^Invalid value for (.*?): ", r"\1 的值有误："),
        (r"(\S+) is not one of (.*)\.$", r"\1 不在 \2 之中"),
        (r"(\S+) is not a valid (?:integer|float|int)\.", r"\1 不是数字"),
        (r"(\S+) is not in the range (.*)\.$", r"\1 不在范围 \2 之内"),
        (r"(\S+) does not match the formats? (.*)\.$", r"\1 不合格式 \2"),
        (r"(?:File|Path|Directory) (.*) does not exist\.", r"\1 不存在"),
        (r"(?:File|Path) (.*) is a directory\.", r"\1 是目录"),
        (r"Directory (.*) is a file\.", r"\1 是文件"),
        (r"^Got unexpected extra arguments?\s*\((.*)\)$", r"多出的参数：\1"),
        (r"^Option (.*) requires an argument\.$", r"选项 \1 须带一个值"),
        (r"^Option (.*) does not take a value\.$", r"选项 \1 不带值"),
    )
)


class Folded(Table):
    """A table that breaks a word too long for its column, where rich would put `…`."""

    def add_row(self, *cells: Any, **how: Any) -> None:
        """Add a row; its columns fold."""
        super().add_row(*cells, **how)
        for column in self.columns:
            column.overflow = "fold"


def tell_whole() -> None:
    """Let the tables of every help fold, under titles in the reader's language. Typer offers no way."""
    for module in (rich_utils, rich.columns):
        module.Table = Folded  # type: ignore[attr-defined]
    for name, zh in PANELS.items():
        setattr(rich_utils, name, say(zh, getattr(rich_utils, name)))


def typers(text: str) -> str:
    """A sentence of Typer's in the reader's language."""
    zh = text
    for found, told in SENTENCES:
        zh = found.sub(told, zh)
    return say(zh, text)
