"""A paper that is not there yet, and how what waits for it is refused."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from casework.refusal import refuse

NOT_ATTACHED: Final = ("未附签名件", "signed record not attached")
NOT_ATTACHED_SCAN: Final = ("未附签章件", "signed paper not attached")
NOT_ISSUED: Final = ("未出具", "not issued")
NOT_WRITTEN: Final = ("未撰写", "not written")
NOT_SERVED: Final = ("未送达", "not served")
NOT_SIGNED: Final = ("未附签字件", "not signed")


@dataclass(frozen=True)
class Lacking:
    """A paper that is not there, or not back with its signature; `act` mends it."""

    zh: str
    en: str
    why: tuple[str, str]
    act: str

    @property
    def said(self) -> tuple[str, str]:
        """The paper with what it lacks."""
        return f"{self.zh}（{self.why[0]}）", f"{self.en} ({self.why[1]})"


def refuse_lacking(lacking: Iterable[Lacking]) -> None:
    """Refuse RECORDS_UNSIGNED where there is any."""
    found = [one.said for one in lacking]
    if found:
        zh, en = zip(*found, strict=True)
        raise refuse(
            "RECORDS_UNSIGNED", count=len(found), papers="、".join(zh), papers_en="; ".join(en)
        )
