"""Commands on a list of restorations that are handled together (批量恢复名单)."""

from dataclasses import dataclass

from casework.commands.base import Command


@dataclass(frozen=True, kw_only=True)
class DrawUpBatch(Command):
    """Put open applications on one list with a number; each is still decided for itself.

    The number is allotted from the series `HF-year-number` when it is left empty.
    """

    title: str
    doctors: tuple[str, ...]
    batch_id: str = ""
