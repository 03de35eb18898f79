"""What is wrong with a file of outlines."""


class OutlineInvalid(Exception):
    """The GeoJSON file cannot be used; nothing was changed."""

    code = "OUTLINE_INVALID"
    exit_code = 3

    def __init__(self, why_zh: str, why_en: str) -> None:
        self.message_zh = f"不能作为县域边界使用：{why_zh}。"
        self.message_en = f"This cannot serve as the county's outline: {why_en}."
        super().__init__(self.message_zh)
