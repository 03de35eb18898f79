"""Where everything lies in a dossier's bag.

Paths are plain ASCII: Chinese Windows tools of several generations garble other names, and a
garbled name breaks ``sha256sum -c``. What a file is called stands in the catalogue and the list.
"""

from __future__ import annotations

import hashlib
import re

from evidence.names import extension

CATALOGUE_PDF = "data/documents/00-catalogue.pdf"
RECEIPT_PDF = "data/documents/01-referral-receipt.pdf"
REPORT_PDF = "data/documents/02-investigation-report.pdf"
ITEMS_PDF = "data/documents/03-property-list.pdf"
EVIDENCE_PDF = "data/documents/04-evidence-list.pdf"
CONFIRMED_PDF = "data/documents/05-confirmed-lines.pdf"
EVENTS = "data/records/events.jsonl"
CUSTODY = "data/records/custody.jsonl"
FINDINGS = "data/records/findings.json"
LINES = "data/records/finding-lines.csv"
RINGS = "data/records/rings.json"
CATALOGUE = "data/catalogue.json"
CATALOGUE_FORMAT = "jicha-catalogue-1"
LETTER_KIND = "letter"
"""The catalogue's kind of the letter of referral; one from before it was a paper of the case has none."""


def base_folder(case_no: str) -> str:
    """The bag's folder: the case number in plain letters, told apart by a hash if it had others."""
    plain = re.sub(r"[^A-Za-z0-9._-]+", "-", case_no).strip("-.")[:60]
    if plain == case_no:
        return plain
    tail = hashlib.sha256(case_no.encode()).hexdigest()[:8]
    return f"{plain}-{tail}" if plain else f"case-{tail}"


def letter_path(name: str) -> str:
    """Where the signed scan of the letter of referral lies, as it was taken into the vault."""
    return f"data/documents/01-referral-letter{extension(name)}"


def evidence_path(number: int, name: str) -> str:
    """Where the evidence file with that running number lies."""
    return f"data/evidence/{number:04d}{extension(name)}"
