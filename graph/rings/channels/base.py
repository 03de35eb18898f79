"""What every channel has in common: from the store to groups with evidence, and a report."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import duckdb

from graph.rings.days.read import Reading
from graph.rings.model import ChannelReport, Group


def far_off(strays: int) -> tuple[str, str]:
    """What a channel says of so many dates that cannot be right, in Chinese and English."""
    if not strays:
        return "", ""
    return (
        f"另有 {strays} 条记录的日期与其余数据相差一年以上，疑为录入错误，未参与比较。",
        f" {strays} records lie more than a year from all the others and were left out as wrong dates.",
    )


Ahead = Callable[[duckdb.DuckDBPyConnection, Reading], object]


def appearances(sql: str) -> Ahead:
    """What a channel of one SQL has read ahead: its columns."""
    return lambda connection, reading: reading.columns(connection, sql)


@dataclass(frozen=True)
class Setting:
    """What a run asks of its channels: the seed of chance, and how many permutations (without a number,
    as many as the size of the data asks for); and what it has read for them."""

    seed: int = 7
    permutations: int | None = None
    reading: Reading = field(default_factory=Reading)

    @property
    def runs(self) -> int:
        """Permutations of channels whose data are small."""
        return 3 if self.permutations is None else self.permutations


@dataclass(frozen=True)
class Found:
    """Groups of a channel, best first, and what it looked at; `often` are persons with more days at
    an institution than it compares: psn_no and fixmedins_code."""

    groups: tuple[Group, ...]
    report: ChannelReport
    often: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Channel:
    """A way of acting together: events → pairs or groups → evidence. `place` orders the channels, `needs`
    names the tables without which there is nothing to look at; `find` reads them through a connection to
    the store's views. With `own_days` the members come on days of their own and the grid shows months.
    `ahead` reads after an import what `find` will ask for and the reading keeps."""

    name: str
    place: int
    zh: str
    en: str
    needs: frozenset[str]
    find: Callable[[duckdb.DuckDBPyConnection, Setting], Found]
    own_days: bool = False
    ahead: Ahead | None = None

    def nothing(self, facts: Mapping[str, int] | None = None) -> Found:
        """The report of a channel whose data are not there."""
        zh, en = f"没有可用于“{self.zh}”的数据。", f"No data for {self.en}."
        return Found((), ChannelReport(self.name, 0, 0, zh, en, facts=facts or {}))
