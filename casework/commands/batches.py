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


@dataclass(frozen=True, kw_only=True)
class StrikeFromBatch(Command):
    """Take a doctor off a list on which he was put wrongly, before his application is decided."""

    batch_id: str
    prac_psn_code: str
    reasons: str


@dataclass(frozen=True, kw_only=True)
class VoidBatch(Command):
    """Make a list void before anything on it is decided: its number stays as 作废."""

    batch_id: str
    reasons: str
