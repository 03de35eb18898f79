"""Seal a dossier: the bag with its documents, records and evidence, as one archive.

Evidence passes through as a stream, so memory does not grow with it. The archive is written
beside its final name and moved there when it is complete.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from casework.casefile import CaseFile
from casework.events import Json
from evidence.digests import CHUNK, Digests, digest_bytes, digest_stream
from evidence.dossier import bag, layout, records
from evidence.dossier.check import Blocker, check
from evidence.dossier.content import Content, Item, Letter, gather
from evidence.dossier.documents import Documents, documents
from evidence.dossier.sheets import Entry, letter_of
from evidence.dossier.zipwrite import ZipWriter
from evidence.errors import EvidenceError
from evidence.volume.pages import Content as Scan
from evidence.volume.pages import NotPrintableError, page_count
from stack.whole import whole

Progress = Callable[[str, int, int | None], None]
Held = Item | Letter
ReadEvidence = Callable[[Held], Iterable[bytes]]
"""The bytes of an item, or of the letter's scan, from the vault, in chunks."""


class DossierBlockedError(EvidenceError):
    """The case may not be referred yet; ``blockers`` says why and how to cure it."""

    code = "dossier_blocked"
    zh = "移送卷宗尚不能封存：{why}"
    en = "The dossier cannot be sealed yet: {why_en}"

    def __init__(self, blockers: list[Blocker]) -> None:
        self.blockers = tuple(blockers)
        super().__init__(
            why="；".join(f"{b.message_zh}，{b.cure_zh}" for b in blockers),
            why_en="; ".join(f"{b.message_en}: {b.cure_en}" for b in blockers),
        )

    def __reduce__(self) -> tuple[object, ...]:
        """Keep the blockers when a worker hands the error back."""
        return (DossierBlockedError, (list(self.blockers),))


class EvidenceChangedError(EvidenceError):
    """The vault's bytes are not those of the custody record; no dossier is written."""

    code = "evidence_changed"
    zh = "证据“{name}”（{evidence_id}）的存储内容与登记的校验值不符，未生成卷宗；请从备份恢复后重试。"
    en = (
        "The stored bytes of “{name}” ({evidence_id}) differ from their record; restore them first."
    )


class LetterUnreadableError(EvidenceError):
    """The scan of the letter has no pages that anybody can print and number; no dossier is written."""

    code = "letter_unreadable"
    zh = (
        "《涉嫌犯罪案件移送书》的扫描件（{evidence_id}）不是可以打开的 PDF 或者图片，未生成卷宗；"
        "请重新扫描，写明原因更换签字件后再封存。"
    )
    en = (
        "The scan of the letter of referral ({evidence_id}) is no PDF or picture that opens, and no dossier "
        "was written; scan it again, replace the signed paper with the reason, then seal."
    )


@dataclass(frozen=True)
class Dossier:
    """The sealed archive: what the custody command records; `letter` is the form of which it holds the scan."""

    path: Path
    case_no: str
    letter: str
    letter_scan: str
    sha256: str
    sm3: str
    size: int
    members: int
    pages: int


@dataclass(frozen=True)
class _File:
    """A payload file held in memory: all but the evidence."""

    path: str
    title: str
    body: bytes
    pages: str = ""


def export_dossier(
    file: CaseFile, read: ReadEvidence, out: Path, progress: Progress | None = None
) -> Dossier:
    """Write the dossier of a case to ``out``.

    The same case gives the same bytes. Raises DossierBlockedError, EvidenceChangedError,
    LetterUnreadableError, and OSError when ``out`` cannot be written; then nothing is left behind.
    """
    blockers = check(file)
    if blockers:
        raise DossierBlockedError(blockers)
    content = gather(file)
    letter = letter_of(content)
    files, pages = _files(content, _pages_of(letter, read))
    with whole(out) as draft:
        with draft.open("wb") as target:
            writer = ZipWriter(target, content.sealed_at)
            members = _Sealing(writer, content, files, read, progress or _silent).write()
            writer.close()
            target.flush()
            os.fsync(target.fileno())
        with draft.open("rb") as written:
            digests = digest_stream(iter(lambda: written.read(CHUNK), b""))
    return Dossier(
        out, content.case.case_no, letter.issued.issue_id, letter.issued.signed,
        digests.sha256, digests.sm3, digests.size, members, pages,
    )  # fmt: skip


def _pages_of(letter: Letter, read: ReadEvidence) -> int:
    """How many pages the letter has. Raises EvidenceChangedError, LetterUnreadableError."""
    body = b"".join(_exactly(read(letter), letter))
    if digest_bytes(body).sha256 != letter.state.sha256:
        raise _changed(letter)
    try:
        return page_count(Scan(body, letter.state.media_type))
    except NotPrintableError as error:
        raise LetterUnreadableError(evidence_id=letter.state.evidence_id) from error


def _files(content: Content, scanned: int) -> tuple[list[_File], int]:
    """Printed documents, records and the catalogue for machines; and the number of numbered pages."""
    made = records.records(content)
    entries = [
        *(Entry(item.name, item.state.evidence_id, item.path) for item in content.items),
        *(Entry(title, "", path) for path, (title, _) in made.items()),
        Entry("目录（机读）", "", layout.CATALOGUE),
    ]
    own = documents(content, entries, scanned)
    files = [_File(doc.path, doc.title, doc.pdf, doc.page_range) for doc in own.printed]
    files += [_File(path, title, body) for path, (title, body) in made.items()]
    files.append(_catalogue(content, files, own))
    return files, own.pages


def _catalogue(content: Content, files: list[_File], own: Documents) -> _File:
    """Every payload file but this one, numbered as in the printed catalogue."""
    front, *printed = (_row(f, "document") for f in files[: len(own.printed)])
    letter = letter_of(content)
    rows: list[dict[str, Json]] = [
        front,
        {
            **_held(letter, layout.LETTER_KIND, letter.issued.title.zh),
            "document_no": letter.issued.number,
            "pages": own.letter_range,
        },
        *printed,
        *(_held(item, "evidence", item.name) for item in content.items),
        *(_row(f, "record") for f in files[len(own.printed) :]),
    ]
    numbered = [{**row, "number": number} for number, row in enumerate(rows, 1)]
    return _File(layout.CATALOGUE, "目录（机读）", records.catalogue(content, numbered))


def _held(one: Held, kind: str, title: str) -> dict[str, Json]:
    return {
        "kind": kind,
        "title": title,
        "path": one.path,
        "evidence_id": one.state.evidence_id,
        "sha256": one.state.sha256,
        "sm3": one.state.sm3,
        "size": one.state.size,
    }


def _row(file: _File, kind: str) -> dict[str, Json]:
    digests = digest_bytes(file.body)
    row: dict[str, Json] = {
        "kind": kind,
        "title": file.title,
        "path": file.path,
        "sha256": digests.sha256,
        "sm3": digests.sm3,
        "size": digests.size,
    }
    return {**row, "pages": file.pages} if file.pages else row


class _Sealing:
    """One pass over the bag in canonical order."""

    def __init__(
        self,
        writer: ZipWriter,
        content: Content,
        files: list[_File],
        read: ReadEvidence,
        progress: Progress,
    ) -> None:
        self._writer = writer
        self._content = content
        self._files = {file.path: file for file in files}
        self._items = {item.path: item for item in content.held}
        self._read = read
        self._progress = progress
        self._base = layout.base_folder(content.case.case_no)

    def write(self) -> int:
        """Head tag files, payload by path, manifests; the number of members."""
        paths = sorted([*self._files, *self._items])
        total = sum(len(f.body) for f in self._files.values())
        total += sum(item.state.size for item in self._items.values())
        info = self._info().text(total, len(paths))
        tags = {"bagit.txt": self._put("bagit.txt", bag.BAGIT)}
        tags["bag-info.txt"] = self._put("bag-info.txt", info)
        payload: dict[str, Digests] = {}
        for path in paths:
            payload[path] = self._payload(path)
            self._progress("dossier", len(payload), len(paths))
        for name, body in zip((bag.SHA256, bag.SM3), bag.manifests(payload), strict=True):
            tags[name] = self._put(name, body)
        self._put(bag.TAG, bag.manifest({name: d.sha256 for name, d in tags.items()}))
        return len(paths) + len(bag.HEAD_FILES) + len(bag.TAIL_FILES)

    def _info(self) -> bag.BagInfo:
        content = self._content
        return bag.BagInfo(
            case_no=content.case.case_no,
            title=content.case.title,
            bureau=content.bureau,
            sealed_at=content.sealed_at,
            chain_length=len(content.events),
            chain_head=content.events[-1].hash,
        )

    def _payload(self, path: str) -> Digests:
        item = self._items.get(path)
        if item is None:
            return self._put(path, self._files[path].body)
        state = item.state
        found = self._writer.add(
            f"{self._base}/{path}", _exactly(self._read(item), item), state.size
        )
        if (found.sha256, found.sm3) != (state.sha256, state.sm3):
            raise _changed(item)
        return found

    def _put(self, path: str, body: bytes) -> Digests:
        return self._writer.add(f"{self._base}/{path}", [body], len(body))


def _exactly(chunks: Iterable[bytes], item: Held) -> Iterator[bytes]:
    """The chunks, if they are as many bytes as recorded."""
    left = item.state.size
    for chunk in chunks:
        left -= len(chunk)
        if left < 0:
            raise _changed(item)
        yield chunk
    if left:
        raise _changed(item)


def _changed(item: Held) -> EvidenceChangedError:
    return EvidenceChangedError(name=item.state.name, evidence_id=item.state.evidence_id)


def _silent(phase: str, done: int, total: int | None) -> None:
    """Nobody watches."""
