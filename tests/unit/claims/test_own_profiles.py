"""Profiles that the bureau keeps: versions stay, the last is in force, imports and previews find them."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from claims.errors import ProfileInvalid, ProfileUnknown
from claims.intake.preview import preview
from claims.own_profiles import LARGEST, keep_profile, kept_profiles, known_profiles
from claims.profile import load_profile

AT = datetime(2026, 3, 1, 8, tzinfo=UTC)
OWN = """
name = "yunxi"
version = "1"
title = "云溪县导出"
[[source]]
file = "people"
[[source.target]]
table = "psn_info_b"
[source.target.columns]
psn_no = "no"
psn_name = "who"
"""


def test_a_kept_profile_previews_and_imports_by_its_name(bureau: Any) -> None:
    keep_profile(bureau.home, OWN.encode(), "yunxi.toml", "li", AT)
    bureau.put("people.csv", "no,who\n1,张三\n")
    (files, _) = preview(bureau.home, bureau.files, "yunxi", AT)
    assert files[0].tables[0].rows == (("1", "张三"),)
    assert bureau.load("yunxi").batch.profile.startswith("yunxi")


def test_versions_stay_with_who_kept_them_and_the_last_is_in_force(tmp_path: Path) -> None:
    first = keep_profile(tmp_path, OWN.encode(), "yunxi.toml", "li", AT)
    later = OWN.replace('version = "1"', 'version = "2"').replace('"who"', '"name"')
    keep_profile(tmp_path, later.encode(), "yunxi2.toml", "wang", AT + timedelta(days=1))
    assert [(one.version, one.by, one.in_force) for one in kept_profiles(tmp_path)] == [
        ("1", "li", False),
        ("2", "wang", True),
    ]
    assert load_profile("yunxi", tmp_path).version == "2"
    assert known_profiles(tmp_path)[-1] == "yunxi"
    again = keep_profile(tmp_path, OWN.encode(), "yunxi.toml", "zhao", AT + timedelta(days=2))
    assert (again.by, again.at) == (first.by, first.at), "the same bytes change nothing"
    assert len(kept_profiles(tmp_path)) == 2


@pytest.mark.parametrize(
    ("change", "to", "hint"),
    [
        ('name = "yunxi"', 'name = "national"', "shipped"),
        ('name = "yunxi"', 'name = "../x"', "cannot be kept"),
        ('name = "yunxi"', 'name = "云溪"', "cannot be kept"),
        ('"who"', '{compute = "read_text(no)"}', "read_text"),
        ('table = "psn_info_b"', "", "canonical table"),
    ],
)
def test_a_faulty_profile_is_not_kept(change: str, to: str, hint: str, tmp_path: Path) -> None:
    with pytest.raises(ProfileInvalid) as caught:
        keep_profile(tmp_path, OWN.replace(change, to).encode(), "x.toml", "li", AT)
    assert hint in caught.value.message_en
    assert kept_profiles(tmp_path) == []


def test_a_version_cannot_change_and_a_file_has_a_size(tmp_path: Path) -> None:
    keep_profile(tmp_path, OWN.encode(), "yunxi.toml", "li", AT)
    with pytest.raises(ProfileInvalid, match="提高 version"):
        keep_profile(tmp_path, OWN.replace("who", "name").encode(), "yunxi.toml", "li", AT)
    with pytest.raises(ProfileInvalid, match="字节"):
        keep_profile(tmp_path, b"#" * (LARGEST + 1), "big.toml", "li", AT)
    assert len(kept_profiles(tmp_path)) == 1


def test_another_home_does_not_know_it(tmp_path: Path) -> None:
    keep_profile(tmp_path / "a", OWN.encode(), "yunxi.toml", "li", AT)
    with pytest.raises(ProfileUnknown):
        load_profile("yunxi", tmp_path / "b")
