"""What can be wrong with a template, in the reader's language."""

from __future__ import annotations


class TemplateInvalidError(Exception):
    """A template that cannot be filled; nothing was put in force."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(zh)
        self.message_zh = zh
        self.message_en = en
