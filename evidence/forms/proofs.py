"""The evidence of the facts, as papers for the party list it: no paper of the procedure is among it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from casework.cases.state import Attachment, CaseState
from casework.documents.catalogue import form_of
from casework.documents.scans import scans_of
from evidence.dossier.formats import day
from evidence.dossier.sheets import KIND_ZH


def proofs(case: CaseState) -> list[dict[str, Any]]:
    """Rows of the list of evidence."""
    return [
        {
            "n": str(n),
            "name": f"{item.name}（{item.origin.brief.zh}）" if item.origin else item.name,
            "kind": KIND_ZH.get(item.kind, item.kind),
            "proves": item.proves,
            "day": day(item.at),
            "sha256": item.sha256,
        }
        for n, item in enumerate(_of_facts(case), 1)
    ]


def _of_facts(case: CaseState) -> Iterator[Attachment]:
    """Without signed forms, receipts and answers, and without what tells who reported the case.

    Records of what was seen, said and found stay: interviews, home visits, the record of the scene.
    """
    said = {one.evidence_id for one in case.interviews}
    said |= {visit.evidence_id for listed in case.visit_lists for visit in listed.visits}
    said |= {one.signed for one in case.forms if one.signed and form_of(one.form_id).proves}
    papers = {evidence_id for evidence_id, _ in scans_of(case)} - said
    return (one for one in case.evidence if not one.reporter and one.evidence_id not in papers)
