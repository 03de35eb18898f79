"""What a case binds into 正卷 and 副卷, and in which order (一案一卷, 局令4 第五十七条).

The decision and its service come first, then the forms in the order of the procedure, then the
papers of the case's measures, then the evidence as it came in. Forms that the catalogue marks as inner (legal review, collective discussion,
approvals) go into the 副卷, with their signed scans; so does evidence that was ruled out, which no decision
rests on; and last what tells who reported the case (条例 35: whoever reports is protected).
"""

from collections.abc import Iterator

from casework.cases.state import Attachment, CaseState
from casework.clocks.calendars import local_date
from casework.commands.evidence import EvidenceKind
from casework.documents.catalogue import form_of, forms
from casework.documents.scans import scans_of
from casework.documents.state import Issued
from casework.documents.titles import served_paper
from casework.volumes.state import Entry, VolumeKind

_FIRST = ("decision", "no_penalty")


def plan(case: CaseState) -> dict[VolumeKind, tuple[Entry, ...]]:
    """The rows of both catalogues as the case stands; a volume without rows is left out."""
    order = {form_id: n for n, form_id in enumerate((*_FIRST, *forms()))}
    issued = sorted(
        (form for form in case.forms if not form.void),
        key=lambda form: (order[form.form_id], form.seq),
    )
    decisions = [form for form in issued if form.form_id in _FIRST]
    inner = [form for form in issued if form_of(form.form_id).inner]
    rest = [form for form in issued if form not in decisions and form not in inner]
    signed = {form.signed for form in case.forms if form.signed}
    in_force = {scan for scan, _ in scans_of(case)}
    wrong = {scan: row for scan, row in _replaced(case).items() if scan not in in_force}
    loose = [e for e in case.evidence if e.evidence_id not in signed | wrong.keys()]
    reporter = [e for e in loose if e.reporter]
    out = [e for e in loose if not e.reporter and e.excluded is not None]
    evidence = [e for e in loose if not e.reporter and e.excluded is None]
    receipts = _receipts(case)
    main = [
        *map(_form, decisions),
        *(_evidence(item, case, receipts) for item in evidence if item.evidence_id in receipts),
        *map(_form, rest),
        *_sheets(case, VolumeKind.MAIN),
        *(_evidence(item, case, receipts) for item in evidence if item.evidence_id not in receipts),
    ]
    ruled_out = (_evidence(item, case, receipts) for item in out)
    hidden = [
        *map(_form, inner), *_sheets(case, VolumeKind.INNER), *wrong.values(), *ruled_out,
        *map(_report, reporter),
    ]  # fmt: skip
    found = {VolumeKind.MAIN: tuple(main), VolumeKind.INNER: tuple(hidden)}
    return {kind: rows for kind, rows in found.items() if rows}


def _sheets(case: CaseState, kind: VolumeKind) -> Iterator[Entry]:
    """Of its measures, where whoever plans looked at them (`with_sheets`)."""
    return (entry for volume, entry in case.measure_sheets if volume is kind)


def sources(rows: dict[VolumeKind, tuple[Entry, ...]]) -> Iterator[tuple[VolumeKind, Entry]]:
    """All rows, to compare two plans."""
    for kind, entries in rows.items():
        for entry in entries:
            yield kind, entry


def _form(form: Issued) -> Entry:
    on = local_date(form.at)
    return Entry(f"form:{form.issue_id}", form.title.zh, form.number, "", on, form.signed)


def _replaced(case: CaseState) -> dict[str, Entry]:
    """Wrong scans of papers, with what took their place: the 副卷 keeps them."""
    kept = {one.evidence_id: one for one in case.evidence}
    return {
        one.scan: Entry(
            f"evidence:{one.scan}", f"{one.title}原附签字件（已更换为 {one.now}：{one.reason}）",
            one.number, "", local_date(kept[one.scan].at),
        )
        for one in case.replaced
        if one.scan in kept and not kept[one.scan].reporter
    }  # fmt: skip


def _evidence(item: Attachment, case: CaseState, receipts: dict[str, str]) -> Entry:
    served = receipts.get(item.evidence_id)
    source = f"；{item.origin.brief.zh}" if item.origin else ""
    mark = f"；{item.excluded.mark.zh}" if item.excluded else ""
    title = f"送达回证（{served}）" if served else f"{item.name}（{item.proves}{source}{mark}）"
    own = item.kind == EvidenceKind.PARTY_STATEMENT.value and case.party is not None
    who = case.party.name if own and case.party else ""
    return Entry(f"evidence:{item.evidence_id}", title, "", who, local_date(item.at))


def _report(item: Attachment) -> Entry:
    """Named without the file's name, which may be the reporter's."""
    on = local_date(item.at)
    return Entry(f"evidence:{item.evidence_id}", "举报材料", "", "举报人（保密）", on)


def _receipts(case: CaseState) -> dict[str, str]:
    """Receipts of service that are evidence of the case, with what was served."""
    return {one.receipt: served_paper(case, one).zh for one in case.services if one.receipt}
