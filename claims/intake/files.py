"""Which files of a directory an import reads."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from claims.errors import AmbiguousFile, DirectoryMissing, FileUnreadable, NothingToImport
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

    Raises `DirectoryMissing`, `AmbiguousFile` (one table in two forms), `FileUnreadable` (what bears
    a table's name is no file) or `NothingToImport`.
    """
    if directory.exists() and not directory.is_dir():
        raise DirectoryMissing(
            f"{directory} 是文件；请给出存放导出文件的目录",
            f"{directory} is a file; name the directory that holds the exported files",
        )
    if not directory.is_dir():
        raise DirectoryMissing(
            f"目录不存在：{directory}；请检查路径",
            f"there is no directory {directory}; check the path",
        )
    found: dict[str, SourceFile] = {}
    ignored: list[str] = []
    for path in sorted(directory.iterdir()):
        if not path.is_file():
            if _by_name(path.name, (*ENDINGS, WORKBOOK), profile):
                raise _no_file(path.name)
            continue
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
    named = _by_name(path.name, ENDINGS, profile)
    return [SourceFile(named[0], path, named[1])] if named else []


def _by_name(name: str, endings: Collection[str], profile: Profile) -> tuple[str, str] | None:
    """The source that a name means, and its ending."""
    for ending in endings:
        source = profile.source_named(name[: -len(ending)])
        if name.lower().endswith(ending) and source:
            return source.file, ending
    return None


def _sheets(path: Path, profile: Profile) -> list[SourceFile]:
    """The sheets whose names are sources; else the first sheet of a workbook that is named so."""
    names = sheet_names(path)
    named = [(source, name) for name in names if (source := profile.source_named(name))]
    alone = profile.source_named(path.name[: -len(WORKBOOK)])
    if not named and alone:
        named = [(alone, names[0])]
    return [SourceFile(source.file, path, WORKBOOK, name) for source, name in named]


def _no_file(name: str) -> FileUnreadable:
    return FileUnreadable(
        f"{name} 不是普通文件（目录、管道或失效的链接）；没有导入任何数据，请换成文件本身",
        f"{name} is no regular file (a folder, a pipe or a dead link); nothing was imported, put the "
        "file itself there",
    )


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
