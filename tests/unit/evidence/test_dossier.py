"""A sealed dossier: what is in it, that others agree with it, and that it comes out the same."""

import csv
import io
import json
import shutil
import subprocess
import sys
import tracemalloc
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pypdf
import pytest
from a_case import FILES, HEAD, LI, START, ZHANG, World, a_scan, a_world

from casework.commands.case import AttachEvidence, ProtectReporter
from casework.commands.documents import SignForm, VoidForm
from casework.commands.evidence import AccessEvidence, EvidenceKind
from casework.commands.referral import RecordDossier, SendReferral
from casework.events import GENESIS, Event, seal
from evidence.digests import digest_bytes
from evidence.dossier import layout, sheets
from evidence.dossier.content import gather
from evidence.dossier.documents import documents
from evidence.dossier.export import (
    Dossier,
    DossierBlockedError,
    EvidenceChangedError,
    Held,
    LetterUnreadableError,
    export_dossier,
)
from evidence.dossier.sheets import Entry
from evidence.dossier.verify import verify
from evidence.dossier.zipformat import Member, directory, dos_time, local_header
from tests.unit.evidence.test_volume import png

PDF = "application/pdf"


@pytest.fixture(scope="module")
def bag(dossier: Dossier, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bag")
    with zipfile.ZipFile(dossier.path) as archive:
        assert archive.testzip() is None
        archive.extractall(folder)
    return folder / "DEMO-1"


def test_it_verifies(dossier: Dossier) -> None:
    result = verify(dossier.path)
    assert result.problems == ()
    assert (result.case_no, result.evidence, result.members) == ("DEMO-1", 5, dossier.members)
    assert (result.digests.sha256, result.digests.sm3) == (dossier.sha256, dossier.sm3)


@pytest.mark.parametrize("which", ["sha256", "sm3"])
def test_it_is_the_expected_one(dossier: Dossier, which: str) -> None:
    expected = getattr(dossier, which)
    assert verify(dossier.path, expected.upper()).sound
    other = verify(dossier.path, expected[::-1])
    assert [found.code for found in other.problems] == ["unexpected_hash"]


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="no sha256sum on this machine")
@pytest.mark.parametrize("manifest", ["manifest-sha256.txt", "tagmanifest-sha256.txt"])
def test_sha256sum_agrees(bag: Path, manifest: str) -> None:
    subprocess.run(["sha256sum", "--strict", "-c", manifest], cwd=bag, check=True)


def test_bagit_agrees(bag: Path) -> None:
    tool = Path(sys.executable).with_name("bagit.py")
    subprocess.run([sys.executable, str(tool), "--validate", str(bag)], check=True)


def test_the_sm3_manifest_holds(bag: Path) -> None:
    lines = (bag / "manifest-sm3.txt").read_text().splitlines()
    for line in lines:
        value, path = line.split("  ")
        assert digest_bytes((bag / path).read_bytes()).sm3 == value
    assert len(lines) == sum(1 for path in (bag / "data").rglob("*") if path.is_file())


def test_the_documents_are_pdf_a_with_the_font_inside(bag: Path) -> None:
    documents = sorted((bag / "data/documents").iterdir())
    assert [path.name[:2] for path in documents] == ["00", "01", "01", "02", "03", "04"]
    for path in documents:
        if path.name == "01-referral-letter.pdf":
            # It comes out of the vault as it was scanned.
            assert path.read_bytes() == a_scan(2, "EV-LETTER")
            continue
        body = path.read_bytes()
        assert body.startswith(b"%PDF-1.7")
        assert b"<pdfaid:part>2</pdfaid:part>" in body
        assert b"<pdfaid:conformance>B</pdfaid:conformance>" in body
        assert b"/FontFile" in body


def test_the_catalogue_lists_every_file_in_order(bag: Path, dossier: Dossier) -> None:
    catalogue = json.loads((bag / layout.CATALOGUE).read_bytes())
    entries = catalogue["entries"]
    assert [entry["number"] for entry in entries] == list(range(1, len(entries) + 1))
    here = {str(p.relative_to(bag)) for p in (bag / "data").rglob("*") if p.is_file()}
    assert {entry["path"] for entry in entries} == here - {layout.CATALOGUE}
    assert entries[0]["pages"].startswith("1")
    last = entries[5]["pages"].split("–")[-1]
    assert int(last) == dossier.pages
    letter = entries[1]
    assert (letter["kind"], letter["evidence_id"]) == ("letter", "EV-LETTER")
    assert letter["document_no"] == "云医保移〔2026〕1号"
    # Its two pages are counted: what is printed behind it goes on from there.
    first, end = map(int, letter["pages"].split("–"))
    assert (first, end) == (int(entries[0]["pages"].split("–")[-1]) + 1, first + 1)
    assert entries[2]["path"] == layout.RECEIPT_PDF
    assert entries[2]["pages"] == str(end + 1)
    assert all(one.get("evidence_id") != "EV-LETTER" for one in entries[2:])


def test_the_receipt_is_for_the_letter_by_its_number(bag: Path) -> None:
    text = pypdf.PdfReader(bag / layout.RECEIPT_PDF).pages[0].extract_text()
    assert "移送案件回执" in text
    assert "云医保移〔2026〕1号" in text.replace(" ", "")
    front = "".join(
        page.extract_text() for page in pypdf.PdfReader(bag / layout.CATALOGUE_PDF).pages
    )
    (row,) = [
        line for line in front.splitlines() if "涉嫌犯罪案件移送书" in line and "①" not in line
    ]
    assert "移〔2026〕1号" in "".join(front.replace("\u200b", "").split())
    assert row.split()[0].strip("\u200b") == "2"


def test_the_records_tell_the_case(bag: Path, world: World) -> None:
    events = (bag / layout.EVENTS).read_text().splitlines()
    assert json.loads(events[-1])["type"] == "FormSigned"
    rows = list(csv.reader(io.StringIO((bag / layout.LINES).read_text("utf-8-sig"))))
    assert len(rows) == 1 + sum(len(f.lines) for f in world.findings)
    assert json.loads((bag / layout.RINGS).read_bytes())[0]["ring_id"] == "ring-7f3a"


def test_exporting_again_gives_the_same_bytes(dossier: Dossier, tmp_path: Path) -> None:
    """Also after the export was recorded, the evidence was looked at, and the case was sent."""
    again = a_world()
    desk = again.desk
    record = RecordDossier(
        case_no="DEMO-1",
        file_name="DEMO-1.zip",
        sha256=dossier.sha256,
        sm3=dossier.sm3,
        size=dossier.size,
        issue_id=dossier.letter,
        evidence_id=dossier.letter_scan,
    )
    desk.do(ZHANG, record)
    desk.do(LI, AccessEvidence(evidence_id="EV-001", purpose="核对"))
    officers = (ZHANG.account, LI.account)
    desk.do(
        ZHANG,
        SendReferral(case_no="DEMO-1", dossier_sha256=dossier.sha256, handed_over_by=officers),
    )
    out = tmp_path / "x.zip"
    second = export_dossier(again.file(), lambda i: [again.vault[i.state.sha256]], out)
    assert second.sha256 == dossier.sha256
    assert out.read_bytes() == dossier.path.read_bytes()


def test_the_chunks_of_a_stream_do_not_matter(
    world: World, dossier: Dossier, tmp_path: Path
) -> None:
    def crumbs(item: Held) -> Iterator[bytes]:
        body = world.vault[item.state.sha256]
        yield from (body[n : n + 7] for n in range(0, len(body), 7))

    assert export_dossier(world.file(), crumbs, tmp_path / "x.zip").sha256 == dossier.sha256


@pytest.mark.parametrize("body", [b"other", b"", b"%PDF-1.7\n" + b"rEcord " * 900])
def test_evidence_that_changed_stops_the_export(world: World, tmp_path: Path, body: bytes) -> None:
    out = tmp_path / "x.zip"
    with pytest.raises(EvidenceChangedError, match="EV-001"):
        export_dossier(
            world.file(),
            lambda i: [body if i.state.evidence_id == "EV-001" else world.vault[i.state.sha256]],
            out,
        )
    assert list(tmp_path.iterdir()) == []


def damaged(body: bytes) -> bytes:
    return body[:-1] + b"x"


def unreadable(body: bytes) -> bytes:
    return body


@pytest.mark.parametrize(
    ("change", "raised"), [(damaged, EvidenceChangedError), (unreadable, LetterUnreadableError)]
)
def test_a_letter_that_changed_or_has_no_pages_stops_the_export(
    tmp_path: Path, change: Callable[[bytes], bytes], raised: type[Exception]
) -> None:
    world = a_world()
    if change is unreadable:
        letter = gather(world.file()).letter
        assert letter is not None
        world.receive("EV-BAD", EvidenceKind.DOCUMENTARY, "移送书.pdf", b"%PDF-1.7 cut", PDF)
        attach = AttachEvidence(case_no="DEMO-1", evidence_id="EV-BAD", proves="移送书")
        world.desk.do(ZHANG, attach)
        again = SignForm(
            case_no="DEMO-1", issue_id=letter.issued.issue_id, evidence_id="EV-BAD", reason="更换"
        )
        world.desk.do(ZHANG, again)

    def read(one: Held) -> list[bytes]:
        body = world.vault[one.state.sha256]
        return [change(body) if one.path.startswith("data/documents/01") else body]

    with pytest.raises(raised):
        export_dossier(world.file(), read, tmp_path / "x.zip")
    assert list(tmp_path.iterdir()) == []


def test_the_former_letters_are_neither_the_letter_nor_evidence(tmp_path: Path) -> None:
    """A wrong scan, and a letter that was voided, stay in the chain of events alone."""
    world = World(FILES)
    world.report()
    world.refer()
    world.decide()
    first = world.issue_letter()
    world.sign_letter(first, "L1")
    world.sign_letter(first, "L2", reason="印章不清")
    world.desk.do(ZHANG, VoidForm(case_no="DEMO-1", issue_id=first, reason="金额有误"))
    second = world.issue_letter("云医保移〔2026〕2号", 2)
    world.sign_letter(second, "L3", pages=3)
    content = gather(world.file())
    assert content.letter is not None
    assert (content.letter.issued.issue_id, content.letter.state.evidence_id) == (second, "L3")
    # The signed form of the filing came first.
    assert [item.state.evidence_id for item in content.items][1:] == list(FILES)
    assert [item.number for item in content.items] == [1, 2, 3, 4, 5]
    dossier = export_dossier(
        world.file(), lambda i: [world.vault[i.state.sha256]], tmp_path / "x.zip"
    )
    assert (dossier.letter, dossier.letter_scan) == (second, "L3")
    assert verify(dossier.path).problems == ()


def test_a_picture_of_the_letter_is_one_page(tmp_path: Path) -> None:
    world = World(FILES)
    world.report()
    world.refer()
    world.decide()
    world.receive("L1", EvidenceKind.DOCUMENTARY, "移送书.png", png(), "image/png")
    world.desk.do(ZHANG, AttachEvidence(case_no="DEMO-1", evidence_id="L1", proves="移送书"))
    sign = SignForm(case_no="DEMO-1", issue_id=world.issue_letter(), evidence_id="L1")
    world.desk.do(ZHANG, sign)
    export_dossier(world.file(), lambda i: [world.vault[i.state.sha256]], tmp_path / "x.zip")
    assert verify(tmp_path / "x.zip").sound
    with zipfile.ZipFile(tmp_path / "x.zip") as archive:
        entries = json.loads(archive.read(f"DEMO-1/{layout.CATALOGUE}"))["entries"]
    assert entries[1]["path"] == "data/documents/01-referral-letter.png"
    assert "–" not in entries[1]["pages"]


def test_a_blocked_case_writes_nothing(tmp_path: Path) -> None:
    bare = World({})
    with pytest.raises(DossierBlockedError) as caught:
        export_dossier(bare.file(), lambda i: [], tmp_path / "x.zip")
    assert "no_referral_report" in {blocker.code for blocker in caught.value.blockers}
    assert list(tmp_path.iterdir()) == []


def test_no_list_names_who_reported(tmp_path: Path) -> None:
    """What is printed goes into the court's file, which the accused may read."""
    world = World({**FILES, "EV-005": (EvidenceKind.DOCUMENTARY, "王小二的举报信.pdf", b"letter")})
    world.report()
    world.desk.do(ZHANG, ProtectReporter(case_no="DEMO-1", evidence_id="EV-005"))
    world.refer()
    world.decide()
    world.letter()
    content = gather(world.file())
    made = [sheets.receipt, sheets.report, sheets.items, sheets.evidence]
    told = json.dumps([make(content) for make in made], ensure_ascii=False)
    assert "举报材料（保密）" in told
    out = tmp_path / "x.zip"
    dossier = export_dossier(world.file(), lambda i: [world.vault[i.state.sha256]], out)
    with zipfile.ZipFile(dossier.path) as archive:
        told += archive.read(f"DEMO-1/{layout.CATALOGUE}").decode()
        pages = pypdf.PdfReader(io.BytesIO(archive.read(f"DEMO-1/{layout.CATALOGUE_PDF}"))).pages
        told += "".join(page.extract_text() for page in pages)
        assert archive.read("DEMO-1/data/evidence/0006.pdf") == b"letter"
    assert "住院病历" in told
    assert "王小二" not in told
    (row,) = [r for r in sheets.evidence(content)["evidence"] if r["evidence_id"] == "EV-005"]
    assert "提供人" not in row["collected"]
    assert verify(dossier.path).problems == ()


def test_big_evidence_passes_in_constant_memory(tmp_path: Path) -> None:
    """64 MiB of evidence may not cost 64 MiB of memory."""
    piece, pieces = b"\x01" * (1 << 20), 64
    world = World({"EV-001": (EvidenceKind.AUDIOVISUAL, "监控.mp4", piece * pieces)})
    world.report()
    world.refer()
    world.decide()
    world.letter()
    file, big = world.file(), piece * pieces
    small = {key: body for key, body in world.vault.items() if body != big}
    world.vault.clear()
    del big

    def read(one: Held) -> Iterator[bytes]:
        known = small.get(one.state.sha256)
        return iter([piece] * pieces if known is None else [known])

    export_dossier(file, read, tmp_path / "warm.zip")
    tracemalloc.start()
    made = export_dossier(file, read, tmp_path / "x.zip")
    assert verify(made.path).sound
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert made.size > 64 << 20
    assert peak < 24 << 20


def test_members_beyond_four_gib_get_zip64_fields() -> None:
    """Only the structure: headers and directory for sizes that no test can write."""
    big = Member("b/data/x", 5 << 30, 1, 0)
    after = Member("b/data/y", 3, 2, big.end)
    header = local_header(big, START)
    assert len(header) == big.data_offset
    tail = directory([big, after], START)
    assert b"PK\x06\x06" in tail
    assert tail.endswith(b"\x00\x00")


@pytest.mark.parametrize("year", [1979, 2108])
def test_years_that_zip_cannot_record(year: int) -> None:
    with pytest.raises(ValueError, match=str(year)):
        dos_time(START.replace(year=year) + timedelta(days=1))


def test_case_numbers_in_chinese_get_a_plain_folder() -> None:
    folder = layout.base_folder("云医保案〔2026〕1号")
    assert folder.isascii()
    assert folder != layout.base_folder("云医保案〔2026〕1 号")
    assert layout.base_folder("DEMO-1") == "DEMO-1"
    assert HEAD.name


def test_the_judged_lines_go_along_as_they_stood_when_it_was_sealed(world: World) -> None:
    file = world.file()
    moment = gather(file).sealed_at
    line = {"line_id": "M1/1", "finding_id": "F1", "title": "护理费", "amount": "200.00"}
    by = {"by": {"account": "zhang", "person": "p-zhang", "name": "张伟"}, "reasons": "已核实"}
    steps = [
        ("LinesListed", {"lines": [line]}, moment),
        (
            "LinesJudged",
            {"verdict": "confirmed", "rows": [["M1/1", "200.00", "0.00"]], **by},
            moment,
        ),
        (
            "LinesJudged",
            {"verdict": "rejected", "rows": [["M1/1", "0.00", "0.00"]], **by},
            moment + timedelta(minutes=1),
        ),
    ]
    chain: list[Event] = []
    for seq, (kind, data, at) in enumerate(steps, 1):
        prev = chain[-1].hash if chain else GENESIS
        chain.append(seal("lines:DEMO-1", seq, kind, data, "zhang", at, prev))
    content = gather(replace(file, line_events=tuple(chain)))
    assert content.lines is not None
    assert content.lines.lines["M1/1"].confirmed == Decimal("200.00")
    made = documents(content, [], 2).printed
    assert made[-1].path == layout.CONFIRMED_PDF
    assert made[-1].first_page == made[-2].first_page + made[-2].pages
    # The printed catalogue numbers on behind it.
    others = [Entry("门诊病历", "E1", "data/evidence/0001.pdf")]
    front = documents(content, others, 2).printed[0]
    text = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(front.pdf)).pages)
    rows = [line for line in text.splitlines() if "逐条认定清单" in line or "门诊病历" in line]
    assert [row.split()[0].strip("\u200b") for row in rows] == ["7", "8"]
    # Without lines there is no such paper.
    assert gather(file).lines is None
    assert documents(gather(file), [], 2).printed[-1].path == layout.EVIDENCE_PDF
