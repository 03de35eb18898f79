"""What every command carries."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Command:
    """`expected_version` guards against acting on a stale page; `command_id` against repeats.

    The expected version is that of the command's first stream (the case, the doctor's file,
    the account, the evidence item). A command with an id that was executed before changes
    nothing and returns the events of the first time.
    """

    expected_version: int | None = None
    command_id: str | None = None
