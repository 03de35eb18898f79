"""Import profiles: declarative files that say which column of a bureau's file is which field."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from claims.errors import ProfileInvalid, ProfileUnknown
from claims.profile_check import Problem, problems
from claims.tables import Kind

PROFILE: Final = "profile.toml"
#: A name, not a path.
PLAIN: Final = re.compile(r"[a-z][a-z0-9_-]*")


@dataclass(frozen=True, slots=True)
class Rule:
    """Where a canonical column's value comes from: exactly one of the three is set."""

    column: str | None = None
    const: str | None = None
    compute: str | None = None


@dataclass(frozen=True, slots=True)
class Unpivot:
    """Turn several columns into rows: ``value`` receives the cell, ``number`` its position (1…).

    Empty cells make no row.
    """

    columns: tuple[str, ...]
    value: str
    number: str | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """One canonical table that a source feeds.

    ``same``: columns keep their (canonical or alias) names. ``distinct``: repeated keys are no
    fault; the first row of each counts.
    """

    table: str
    rules: Mapping[str, Rule]
    same: bool = False
    distinct: bool = False
    unpivot: Unpivot | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """One file (or sheet) of the bureau: its base name, typed operands of ``compute``, what it
    feeds, and other names under which it comes."""

    file: str
    types: Mapping[str, Kind]
    targets: tuple[Target, ...]
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Profile:
    """A named and versioned mapping of files to canonical tables.

    ``titles``: headers may also be the Chinese titles of the interface's columns.
    """

    name: str
    version: str
    title: str
    null_values: tuple[str, ...]
    aliases: Mapping[str, str]
    sources: tuple[Source, ...]
    titles: bool = False
    #: The title in English; the title itself where the profile gives none.
    title_en: str = ""

    def source_named(self, name: str) -> Source | None:
        """The source that a file or sheet of this name is, without regard to case."""
        wanted = name.strip().lower()
        for source in self.sources:
            if wanted in {source.file.lower(), *(other.lower() for other in source.names)}:
                return source
        return None

    def source(self, file: str) -> Source:
        """The source of that base name; ``KeyError`` when there is none."""
        for source in self.sources:
            if source.file == file:
                return source
        raise KeyError(file)


def shipped() -> list[str]:
    """Names of the profiles that come with the product."""
    folder = files("claims") / "profiles"
    return sorted(
        p.name.removesuffix(".toml") for p in folder.iterdir() if p.name.endswith(".toml")
    )


def own_folder(home: Path, name: str) -> Path:
    """Where the versions of a profile that the bureau keeps lie (`claims.own_profiles`)."""
    return home / "claims" / "profiles" / name


def load_profile(name: str, home: Path | None = None) -> Profile:
    """A shipped profile by name, one that the bureau of ``home`` keeps, or one from a ``.toml`` file by
    path.

    Raises `ProfileUnknown`, or `ProfileInvalid` with all problems of the file.
    """
    if name in shipped():
        text = (files("claims") / "profiles" / f"{name}.toml").read_text(encoding="utf-8")
        return parse_profile(text, name)
    if home is not None and PLAIN.fullmatch(name):
        kept = sorted(own_folder(home, name).glob(f"[0-9]*/{PROFILE}"))
        if kept:
            return read_profile(kept[-1].read_bytes(), name)
    path = Path(name)
    if name.endswith(".toml") and path.is_file():
        return read_profile(path.read_bytes(), path.name)
    known = "、".join(shipped())
    raise ProfileUnknown(
        f"没有名为 {name} 的导入方案；现有：{known}，或先留存本局方案（jicha profile keep），或给出 .toml 文件的路径",
        f"no profile {name}; there are {known.replace('、', ', ')}, or keep your own (jicha profile keep), or name a .toml file",
    )


def read_profile(content: bytes, where: str) -> Profile:
    """Read and validate the bytes of a profile file. Raises `ProfileInvalid` listing every problem."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise _invalid(
            where,
            [
                Problem(
                    f"第 {line} 行不是 UTF-8 编码；请另存为 UTF-8",
                    f"line {line} is not UTF-8; save the file as UTF-8",
                )
            ],
        ) from None
    return parse_profile(text, where)


def parse_profile(text: str, where: str) -> Profile:
    """Read and validate a profile. Raises `ProfileInvalid` listing every problem."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _invalid(
            where, [Problem(f"不是有效的 TOML（{error}）", f"not valid TOML: {error}")]
        ) from None
    if found := problems(data):
        raise _invalid(where, found)
    return Profile(
        data["name"],
        str(data["version"]),
        data.get("title", data["name"]),
        tuple(data.get("null_values", ())),
        {key.lower(): value for key, value in data.get("aliases", {}).items()},
        tuple(_source(item) for item in data["source"]),
        data.get("titles", False),
        data.get("title_en", data.get("title", data["name"])),
    )


def _source(item: dict[str, Any]) -> Source:
    types = {name: Kind(kind) for name, kind in item.get("types", {}).items()}
    targets = tuple(_target(target) for target in item["target"])
    return Source(item["file"], types, targets, tuple(item.get("names", ())))


def _target(item: dict[str, Any]) -> Target:
    spread = item.get("unpivot")
    unpivot = None
    if spread:
        unpivot = Unpivot(tuple(spread["columns"]), spread["value"], spread.get("number"))
    rules = {name: _rule(value) for name, value in item.get("columns", {}).items()}
    same, distinct = item.get("same", False), item.get("distinct", False)
    return Target(item["table"], rules, same, distinct, unpivot)


def _rule(value: str | dict[str, str]) -> Rule:
    return Rule(column=value) if isinstance(value, str) else Rule(**value)


def _invalid(where: str, found: Sequence[Problem]) -> ProfileInvalid:
    zh = "\n".join(f"- {problem.zh}" for problem in found)
    en = "\n".join(f"- {problem.en}" for problem in found)
    return ProfileInvalid(
        f"导入方案 {where} 有 {len(found)} 处错误：\n{zh}",
        f"profile {where} has {len(found)} problems:\n{en}",
    )
