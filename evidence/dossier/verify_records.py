"""Check what the dossier says: event chain, custody, catalogue, and that they tell of one case."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from casework.documents.letter import CRIME_LETTER
from casework.events import BrokenAt, Event, canonical, event_from_json, event_json, verify_chain
from casework.wording import Both
from evidence.digests import Digests
from evidence.dossier import layout
from evidence.dossier.bag import BagInfo
from evidence.dossier.opened import Opened
from evidence.dossier.problems import Problem, problem

_MALFORMED = (ValueError, KeyError, TypeError, AttributeError, RecursionError)


def check_chain(opened: Opened, info: BagInfo) -> tuple[list[Event], list[Problem]]:
    """The case's events: one intact chain that ends where the bag says."""
    events, found = _events(opened, layout.EVENTS)
    outcome = verify_chain(events)
    if isinstance(outcome, BrokenAt):
        why = _broken(outcome)
        return events, [*found, problem("chain_broken", layout.EVENTS, why=why)]
    if (outcome.length, outcome.head) != (info.chain_length, info.chain_head):
        why = Both(
            "条数或末条哈希与 bag-info.txt 不符", "length or last hash differs from bag-info.txt"
        )
        found.append(problem("chain_broken", layout.EVENTS, why=why))
    if any(event.stream != f"case:{info.case_no}" for event in events):
        found.append(problem("chain_broken", layout.EVENTS, why=Both("不是本案", "another case")))
    return events, found


def check_custody(
    opened: Opened, case_events: list[Event], entries: list[dict[str, Any]]
) -> list[Problem]:
    """Each item's custody chain is intact and received the very bytes that are here."""
    events, found = _events(opened, layout.CUSTODY)
    chains: dict[str, list[Event]] = {}
    for event in events:
        chains.setdefault(event.stream, []).append(event)
    for stream, chain in chains.items():
        outcome = verify_chain(chain)
        if isinstance(outcome, BrokenAt):
            why = _broken(outcome, f"{stream} ")
            found.append(problem("chain_broken", layout.CUSTODY, why=why))
    attached = {
        str(e.data.get("evidence_id")): e.data
        for e in case_events
        if e.type in ("EvidenceAttached", "EvidenceCited")
    }
    for entry in entries:
        evidence_id = str(entry.get("evidence_id"))
        received = [
            e.data
            for e in chains.get(f"evidence:{evidence_id}", [])
            if e.type == "EvidenceReceived"
        ]
        found += _same_bytes(opened, entry, received[0] if received else None, "custody.jsonl")
        found += _same_bytes(opened, entry, attached.get(evidence_id), "events.jsonl")
    return found


def check_catalogue(opened: Opened) -> tuple[list[dict[str, Any]], list[Problem]]:
    """Catalogue against files, both ways; its entries of what comes out of the vault."""
    raw = opened.texts.get(layout.CATALOGUE)
    if raw is None:
        return [], [problem("missing", layout.CATALOGUE)]
    try:
        catalogue = json.loads(raw)
        entries = {str(entry["path"]): dict(entry) for entry in catalogue["entries"]}
        well = catalogue["format"] == layout.CATALOGUE_FORMAT and canonical(catalogue) == raw
    except _MALFORMED as error:
        return [], [problem("malformed", layout.CATALOGUE, why=str(error)[:200])]
    found = [] if well else [problem("malformed", layout.CATALOGUE, why="RFC 8785")]
    found += _against_files(opened.digests, entries)
    numbers = [entry.get("number") for entry in entries.values()]
    if numbers != list(range(1, len(numbers) + 1)):
        found.append(
            problem(
                "catalogue_differs",
                layout.CATALOGUE,
                why=Both("序号不连续", "the numbers have a gap"),
            )
        )
    return [entry for entry in entries.values() if "evidence_id" in entry], found


def check_letter(case_events: list[Event], entries: list[dict[str, Any]]) -> list[Problem]:
    """The letter of referral is the scan of the newest one that the case's events have, by its number.

    A dossier from before the letter was a paper of the case has none.
    """
    letters = [entry for entry in entries if entry.get("kind") == layout.LETTER_KIND]
    issued, signed = dict[str, str](), dict[str, str]()
    for event in case_events:
        issue_id = str(event.data.get("issue_id"))
        if event.type == "FormIssued" and event.data.get("form_id") == CRIME_LETTER:
            issued[issue_id] = str(event.data.get("number"))
        elif event.type == "FormVoided":
            issued.pop(issue_id, None)
        elif event.type == "FormSigned":
            signed[issue_id] = str(event.data.get("evidence_id"))
    newest = next(reversed(issued), "")
    right = (signed.get(newest), issued.get(newest))
    why = Both(
        "不是案件事件链中最近一份有效的移送书", "not the letter that stands by the case's events"
    )
    return [
        problem("custody_differs", str(entry.get("path")), why=why)
        for entry in letters
        if (entry.get("evidence_id"), entry.get("document_no")) != right
    ]


def _broken(outcome: BrokenAt, chain: str = "") -> Both:
    at, why = outcome.index + 1, outcome.why
    return Both(f"{chain}第 {at} 条：{why.zh}", f"{chain}event {at}: {why.en}")


def _against_files(
    digests: Mapping[str, Digests], entries: Mapping[str, Mapping[str, Any]]
) -> Iterator[Problem]:
    payload = {p for p in digests if p.startswith("data/")} - {layout.CATALOGUE}
    for path in sorted(payload - entries.keys()):
        yield problem("catalogue_differs", path, why=Both("目录未列", "it is not listed"))
    for path in sorted(entries.keys() - payload):
        yield problem(
            "catalogue_differs", path, why=Both("目录所列文件不存在", "it is listed but not here")
        )
    for path in sorted(payload & entries.keys()):
        entry, here = entries[path], digests[path]
        if (entry.get("sha256"), entry.get("sm3"), entry.get("size")) != (
            here.sha256,
            here.sm3,
            here.size,
        ):
            yield problem("catalogue_differs", path, why=Both("哈希或大小", "hash or size"))


def _same_bytes(
    opened: Opened, entry: Mapping[str, Any], data: Mapping[str, Any] | None, where: str
) -> list[Problem]:
    path = str(entry.get("path"))
    if data is None:
        number = entry.get("evidence_id")
        why = Both(f"{where} 中没有 {number}", f"{where} does not have {number}")
        return [problem("custody_differs", path, why=why)]
    here = opened.digests.get(path)
    if here is None or (data.get("sha256"), data.get("sm3")) == (here.sha256, here.sm3):
        return []
    return [problem("custody_differs", path, why=f"{where}: SHA-256 / SM3")]


def _events(opened: Opened, path: str) -> tuple[list[Event], list[Problem]]:
    """The events of a JSON-lines file; a line that is not in canonical form is told."""
    raw = opened.texts.get(path)
    if raw is None:
        return [], [problem("missing", path)]
    events: list[Event] = []
    for number, line in enumerate(raw.split(b"\n")[:-1], 1):
        try:
            event = event_from_json(json.loads(line))
            canon = canonical(event_json(event)) == line
        except _MALFORMED as error:
            told = str(error)[:200]
            why = Both(f"第 {number} 行：{told}", f"line {number}: {told}")
            return events, [problem("malformed", path, why=why)]
        if not canon:
            why = Both(f"第 {number} 行非 RFC 8785", f"line {number} is not RFC 8785")
            return events, [problem("malformed", path, why=why)]
        events.append(event)
    if raw and not raw.endswith(b"\n"):
        return events, [problem("malformed", path, why=Both("末行不完整", "the last line is cut"))]
    return events, []
