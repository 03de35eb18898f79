"""Which files of a directory an import reads."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from claims.errors import AmbiguousFile, DirectoryMissing, NothingToImport
from claims.intake.sheets import sheet_names
from claims.profile import Profile

ENDINGS = (".csv.gz", ".csv", ".parquet")
WORKBOOK = ".xlsx"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to import: the profile's name for it, its path, its ending, and the sheet if it is a
    workbook."""

    source: str
    path: Path
    ending: str
    sheet: str = ""


def discover(directory: Path, profile: Profile) -> tuple[list[SourceFile], list[str]]:
    """The files that the profile knows, in its order, and the names of all others.

    Raises `DirectoryMissing`, `AmbiguousFile` (one table in two forms) or `NothingToImport`.
    """
    if not directory.is_dir():
        raise DirectoryMissing(
            f"目录不存在：{directory}；请检查路径",
            f"there is no directory {directory}; check the path",
        )
    found: dict[str, SourceFile] = {}
    ignored: list[str] = []
    for path in sorted(p for p in directory.iterdir() if p.is_file()):
        files = _recognise(path, profile)
        if not files:
            ignored.append(path.name)
        for file in files:
            if file.source in found:
                raise _ambiguous(found[file.source].path.name, path.name)
            found[file.source] = file
    sources = [source.file for source in profile.sources]
    if not found:
        raise _nothing(directory, sources)
    return [found[source] for source in sources if source in found], ignored


def _recognise(path: Path, profile: Profile) -> list[SourceFile]:
    """What a file brings: one source by its name, or those that the sheets of a workbook name."""
    lowered = path.name.lower()
    if lowered.endswith(WORKBOOK) and not lowered.startswith("~$"):
        return _sheets(path, profile)
    for ending in ENDINGS:
        if lowered.endswith(ending) and (source := profile.source_named(path.name[: -len(ending)])):
            return [SourceFile(source.file, path, ending)]
    return []


def _sheets(path: Path, profile: Profile) -> list[SourceFile]:
    """The sheets whose names are sources; else the first sheet of a workbook that is named so."""
    names = sheet_names(path)
    named = [(source, name) for name in names if (source := profile.source_named(name))]
    alone = profile.source_named(path.name[: -len(WORKBOOK)])
    if not named and alone:
        named = [(alone, names[0])]
    return [SourceFile(source.file, path, WORKBOOK, name) for source, name in named]


def _ambiguous(one: str, other: str) -> AmbiguousFile:
    return AmbiguousFile(
        f"同一张表有两个文件：{one} 和 {other}；请只保留一个",
        f"two files for one table: {one} and {other}; keep only one",
    )


def _nothing(directory: Path, sources: Collection[str]) -> NothingToImport:
    wanted = "、".join(sources)
    return NothingToImport(
        f"目录 {directory} 中没有可导入的文件；需要 {wanted}（.csv、.csv.gz、.parquet 或 .xlsx）中的至少一个",
        f"nothing to import in {directory}; expected at least one of {', '.join(sources)} "
        "as .csv, .csv.gz, .parquet or .xlsx",
    )
