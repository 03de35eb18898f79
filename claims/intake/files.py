"""Which files of a directory an import reads."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from claims.errors import AmbiguousFile, DirectoryMissing, NothingToImport
from claims.profile import Profile

ENDINGS = (".csv.gz", ".csv", ".parquet")


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
    sources = [source.file for source in profile.sources]
    found: dict[str, SourceFile] = {}
    ignored: list[str] = []
    for path in sorted(p for p in directory.iterdir() if p.is_file()):
        file = _recognise(path, sources)
        if file is None:
            ignored.append(path.name)
        elif file.source in found:
            raise _ambiguous(found[file.source].path.name, path.name)
        else:
            found[file.source] = file
    if not found:
        raise _nothing(directory, sources)
    return [found[source] for source in sources if source in found], ignored


def _recognise(path: Path, sources: Collection[str]) -> SourceFile | None:
    lowered = path.name.lower()
    for ending in ENDINGS:
        if lowered.endswith(ending) and lowered[: -len(ending)] in sources:
            return SourceFile(lowered[: -len(ending)], path, ending)
    return None


def _ambiguous(one: str, other: str) -> AmbiguousFile:
    return AmbiguousFile(
        f"同一张表有两个文件：{one} 和 {other}；请只保留一个",
        f"two files for one table: {one} and {other}; keep only one",
    )


def _nothing(directory: Path, sources: Collection[str]) -> NothingToImport:
    wanted = "、".join(sources)
    return NothingToImport(
        f"目录 {directory} 中没有可导入的文件；需要 {wanted}（.csv、.csv.gz 或 .parquet）中的至少一个",
        f"nothing to import in {directory}; expected at least one of {', '.join(sources)} "
        "as .csv, .csv.gz or .parquet",
    )
