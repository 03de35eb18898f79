"""Profiles that the bureau keeps itself: every version stays as it was kept, with who and when.

Layout below ``JICHA_HOME/claims``::

    profiles/<name>/<number>/profile.toml
    profiles/<name>/<number>/kept.json

The last one kept is in force. A profile says which column is which field and nothing else: nothing in
it is run but the scalar expressions of `claims.expressions`.
"""

import hashlib
import json
import re
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Final

from claims.errors import ProfileInvalid
from claims.intake.commit import sole_writer, sync
from claims.profile import PROFILE, Profile, own_folder, read_profile, shipped

RECORD: Final = "kept.json"
#: A name is part of a path and of every batch's record.
NAME: Final = re.compile(r"[a-z][a-z0-9_-]{0,39}")
#: A profile of every table of the interface has some 40 kB.
LARGEST: Final = 200_000


@dataclass(frozen=True, slots=True)
class KeptProfile:
    """One version of a bureau's profile: its file's name, hash and who kept it when."""

    name: str
    version: str
    title: str
    title_en: str
    file: str
    sha256: str
    by: str
    at: datetime
    in_force: bool = False


def kept_profiles(home: Path) -> list[KeptProfile]:
    """All versions by name, the oldest first; the last of each name is in force."""
    found: list[KeptProfile] = []
    root = home / "claims" / "profiles"
    for folder in sorted(root.iterdir()) if root.is_dir() else []:
        own = [_record(one) for one in _versions(folder)]
        found += own[:-1]
        found += [replace(one, in_force=True) for one in own[-1:]]
    return found


def known_profiles(home: Path) -> list[str]:
    """Names of the profiles that an import may name: shipped ones and the bureau's own."""
    return [*shipped(), *(one.name for one in kept_profiles(home) if one.in_force)]


def check_own(content: bytes, file: str) -> Profile:
    """The profile of a file that the bureau would keep. Raises `ProfileInvalid` with all problems."""
    if len(content) > LARGEST:
        raise ProfileInvalid(
            f"方案文件 {file} 超过 {LARGEST:,} 字节；一个方案只写表与列的对应",
            f"profile {file} has more than {LARGEST:,} bytes; it names tables and columns alone",
        )
    profile = read_profile(content, file)
    if not NAME.fullmatch(profile.name):
        raise ProfileInvalid(
            f"方案名 {profile.name} 不可用：以小写字母开头，只含小写字母、数字、- 和 _，至多 40 字符",
            f"the name {profile.name} cannot be kept: a small letter first, then small letters, "
            "digits, - and _, 40 at most",
        )
    if profile.name in shipped():
        raise ProfileInvalid(
            f"{profile.name} 是自带方案的名称；请在文件中改用另一个 name",
            f"{profile.name} is a shipped profile; give yours another name in the file",
        )
    return profile


def keep_profile(home: Path, content: bytes, file: str, by: str, at: datetime) -> KeptProfile:
    """Keep a version and put it in force. The same bytes again change nothing.

    Raises `StoreBusy`, and `ProfileInvalid` for a faulty file or a version that was kept with other
    content: what a batch was read with stays what it was.
    """
    profile, digest = check_own(content, file), hashlib.sha256(content).hexdigest()
    with sole_writer(home / "claims"):
        mine = [one for one in kept_profiles(home) if one.name == profile.name]
        same = next((one for one in mine if one.version == profile.version), None)
        if same is not None and same.sha256 != digest:
            raise ProfileInvalid(
                f"{profile.name} 的版本 {profile.version} 已于 {same.at:%Y-%m-%d} 由 {same.by} 留存，"
                "内容不同；请在文件中提高 version",
                f"version {profile.version} of {profile.name} was kept by {same.by} on "
                f"{same.at:%Y-%m-%d} with other content; raise the version in the file",
            )
        if same is not None:
            return same
        kept = KeptProfile(
            name=profile.name,
            version=profile.version,
            title=profile.title,
            title_en=profile.title_en,
            file=file,
            sha256=digest,
            by=by,
            at=at,
            in_force=True,
        )
        _put(own_folder(home, profile.name), len(mine) + 1, content, kept)
        return kept


def _put(folder: Path, number: int, content: bytes, kept: KeptProfile) -> None:
    """Write beside, then rename: a version is there completely or not at all."""
    folder.mkdir(parents=True, exist_ok=True)
    draft = folder / f".{number:04d}"
    draft.mkdir(exist_ok=True)
    record = {**asdict(kept), "at": kept.at.isoformat()}
    del record["in_force"]
    (draft / PROFILE).write_bytes(content)
    text = json.dumps(record, ensure_ascii=False, indent=1, sort_keys=True)
    (draft / RECORD).write_text(text, encoding="utf-8")
    for path in (draft / PROFILE, draft / RECORD, draft):
        sync(path)
    draft.rename(folder / f"{number:04d}")
    sync(folder)


def _versions(folder: Path) -> list[Path]:
    return sorted(one for one in folder.iterdir() if not one.name.startswith("."))


def _record(folder: Path) -> KeptProfile:
    record = json.loads((folder / RECORD).read_text(encoding="utf-8"))
    return KeptProfile(**{**record, "at": datetime.fromisoformat(record["at"])})
