"""One changed byte anywhere is found, and the place is named."""

import random
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from evidence.dossier.export import Dossier
from evidence.dossier.problems import CONTAINER
from evidence.dossier.verify import Verification, verify
from evidence.dossier.zipformat import Member
from evidence.dossier.zipread import read_directory

Flip = Callable[[int, int], Verification]


@pytest.fixture(scope="module")
def members(dossier: Dossier) -> list[Member]:
    with dossier.path.open("rb") as file:
        return read_directory(file)


@pytest.fixture
def flip(dossier: Dossier, tmp_path: Path) -> Flip:
    """Verify a copy in which one byte is changed; the copy is mended afterwards."""
    copy = tmp_path / "damaged.zip"
    shutil.copyfile(dossier.path, copy)

    def run(position: int, mask: int = 0x20) -> Verification:
        with copy.open("r+b") as file:
            file.seek(position)
            (byte,) = file.read(1)
            file.seek(position)
            file.write(bytes([byte ^ mask]))
        result = verify(copy)
        with copy.open("r+b") as file:
            file.seek(position)
            file.write(bytes([byte]))
        return result

    return run


def test_every_member_first_middle_last(members: list[Member], flip: Flip) -> None:
    for member in members:
        path = member.name.split("/", 1)[1]
        for position in (0, member.size // 2, member.size - 1):
            places = {found.where for found in flip(member.data_offset + position).problems}
            assert path in places, (path, position)


def test_every_byte_of_the_structure(dossier: Dossier, members: list[Member], flip: Flip) -> None:
    """Headers of three members, the directory's first entry, and the end record, bit by bit."""
    end = dossier.size
    start = members[-1].end
    spans = [range(m.offset, m.data_offset) for m in (members[0], members[7], members[-1])]
    spans += [range(start, start + 110), range(end - 22, end)]
    for span in spans:
        for position in span:
            mask = 1 << (position % 8)
            assert not flip(position, mask).sound, position


def test_bytes_anywhere(dossier: Dossier, flip: Flip) -> None:
    chance = random.Random(7)
    for _ in range(150):
        position, mask = chance.randrange(dossier.size), chance.randrange(1, 256)
        assert not flip(position, mask).sound, (position, mask)


def test_a_time_or_mode_in_the_container_is_named(
    dossier: Dossier, members: list[Member], flip: Flip
) -> None:
    in_header = flip(members[3].offset + 10)
    assert {found.where for found in in_header.problems} == {CONTAINER}
    assert members[3].name in in_header.problems[0].message_en
    in_directory = flip(members[-1].end + 4)
    assert [found.code for found in in_directory.problems] == ["container_differs"]
    assert "central directory" in in_directory.problems[0].message_en


@pytest.mark.parametrize("cut", [1, 22, 100, 5000])
def test_a_cut_end_is_found(dossier: Dossier, tmp_path: Path, cut: int) -> None:
    copy = tmp_path / "cut.zip"
    copy.write_bytes(dossier.path.read_bytes()[:-cut])
    assert [found.code for found in verify(copy).problems] == ["refused"]


@pytest.mark.parametrize("where", ["before", "behind"])
def test_bytes_put_around_it_are_found(dossier: Dossier, tmp_path: Path, where: str) -> None:
    body, copy = dossier.path.read_bytes(), tmp_path / "more.zip"
    copy.write_bytes(b"\0" + body if where == "before" else body + b"\0")
    assert not verify(copy).sound


def test_bytes_between_the_members_are_found(
    dossier: Dossier, members: list[Member], tmp_path: Path
) -> None:
    """A second archive tool that packs the same files again writes another container."""
    copy = tmp_path / "again.zip"
    with zipfile.ZipFile(dossier.path) as old, zipfile.ZipFile(copy, "w") as new:
        for member in members:
            new.writestr(zipfile.ZipInfo(member.name, (2026, 3, 2, 9, 0, 0)), old.read(member.name))
    result = verify(copy)
    assert {found.code for found in result.problems} == {"container_differs"}


def repacked(dossier: Dossier, out: Path, change: Callable[[str, bytes], bytes | None]) -> Path:
    """The archive again with changed members, in a container as it should be."""
    from evidence.dossier.bag import parse_info
    from evidence.dossier.zipwrite import ZipWriter

    with zipfile.ZipFile(dossier.path) as old, out.open("wb") as target:
        info = parse_info(old.read("DEMO-1/bag-info.txt"))
        writer = ZipWriter(target, info.sealed_at)
        for name in old.namelist():
            body = change(name.split("/", 1)[1], old.read(name))
            if body is not None:
                writer.add(name, [body], len(body))
        writer.close()
    return out


def test_the_same_content_repacked_properly_is_the_same(dossier: Dossier, tmp_path: Path) -> None:
    same = repacked(dossier, tmp_path / "x.zip", lambda path, body: body)
    assert same.read_bytes() == dossier.path.read_bytes()


def test_an_sm3_that_is_false_is_found_although_bagit_agrees(
    dossier: Dossier, tmp_path: Path
) -> None:
    import hashlib

    def forge(path: str, body: bytes) -> bytes:
        if path == "manifest-sm3.txt":
            return b"0" * 64 + body[64:]
        if path == "tagmanifest-sha256.txt":
            with zipfile.ZipFile(dossier.path) as old:
                true = old.read("DEMO-1/manifest-sm3.txt")
            old_hash, new = hashlib.sha256(true), hashlib.sha256(b"0" * 64 + true[64:])
            return body.replace(old_hash.hexdigest().encode(), new.hexdigest().encode())
        return body

    problems = verify(repacked(dossier, tmp_path / "x.zip", forge)).problems
    assert [(found.code, found.where) for found in problems] == [("changed", "data/catalogue.json")]
    assert "SM3" in problems[0].message_en


def test_a_removed_and_an_added_file_are_named(dossier: Dossier, tmp_path: Path) -> None:
    gone = repacked(
        dossier, tmp_path / "x.zip", lambda p, b: None if p == "data/evidence/0003.csv" else b
    )
    assert ("missing", "data/evidence/0003.csv") in {
        (found.code, found.where) for found in verify(gone).problems
    }


def test_a_rewritten_history_is_found_even_with_new_manifests(
    dossier: Dossier, tmp_path: Path
) -> None:
    """Whoever edits an event and recomputes every manifest still breaks the chain."""
    from evidence.digests import digest_bytes
    from evidence.dossier import bag

    with zipfile.ZipFile(dossier.path) as old:
        files = {n.split("/", 1)[1]: old.read(n) for n in old.namelist()}
    events = files["data/records/events.jsonl"]
    files["data/records/events.jsonl"] = events.replace("张明".encode(), "张三".encode())
    payload = {p: digest_bytes(b) for p, b in files.items() if p.startswith("data/")}
    files["manifest-sha256.txt"], files["manifest-sm3.txt"] = bag.manifests(payload)
    tags = {n: digest_bytes(files[n]).sha256 for n in (*bag.HEAD_FILES, bag.SHA256, bag.SM3)}
    files["tagmanifest-sha256.txt"] = bag.manifest(tags)
    forged = repacked(dossier, tmp_path / "x.zip", lambda path, body: files[path])
    assert {found.code for found in verify(forged).problems} == {
        "chain_broken",
        "catalogue_differs",
    }


def with_letter(dossier: Dossier, out: Path, change: Callable[[dict[str, Any]], None]) -> Path:
    """The archive with a changed entry of the letter, and manifests that fit."""
    import json

    from casework.events import canonical
    from evidence.digests import digest_bytes
    from evidence.dossier import bag, layout

    with zipfile.ZipFile(dossier.path) as old:
        files = {n.split("/", 1)[1]: old.read(n) for n in old.namelist()}
    catalogue = json.loads(files[layout.CATALOGUE])
    change(catalogue["entries"][1])
    files[layout.CATALOGUE] = canonical(catalogue)
    payload = {p: digest_bytes(b) for p, b in files.items() if p.startswith("data/")}
    size = sum(len(b) for p, b in files.items() if p.startswith("data/"))
    info = bag.parse_info(files["bag-info.txt"])
    files["bag-info.txt"] = info.text(size, len(payload))
    files["manifest-sha256.txt"], files["manifest-sm3.txt"] = bag.manifests(payload)
    tags = {n: digest_bytes(files[n]).sha256 for n in (*bag.HEAD_FILES, bag.SHA256, bag.SM3)}
    files["tagmanifest-sha256.txt"] = bag.manifest(tags)
    return repacked(dossier, out, lambda path, body: files[path])


def test_another_letter_is_found_even_with_everything_else_made_to_fit(
    dossier: Dossier, tmp_path: Path
) -> None:
    """Whoever takes a former letter's place in catalogue and manifests contradicts the events."""
    other = {"document_no": "云医保移〔2026〕9号"}
    forged = with_letter(dossier, tmp_path / "x.zip", lambda entry: entry.update(other))
    assert [(one.code, one.where) for one in verify(forged).problems] == [
        ("custody_differs", "data/documents/01-referral-letter.pdf")
    ]


def test_a_dossier_from_before_with_a_printed_letter_is_sound(
    dossier: Dossier, tmp_path: Path
) -> None:
    def printed(entry: dict[str, Any]) -> None:
        entry["kind"] = "document"
        del entry["evidence_id"], entry["document_no"]

    assert verify(with_letter(dossier, tmp_path / "x.zip", printed)).sound
