"""Columns of the terminal: a Chinese character takes two of them."""


def wide(text: str, width: int) -> str:
    """The text filled up to so many columns."""
    return text + " " * max(0, width - sum(1 if one.isascii() else 2 for one in text))
