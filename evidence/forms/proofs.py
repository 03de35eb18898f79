"""The evidence of the facts, as papers for the party list it: no paper of the procedure is among it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from casework.cases.excluded import GROUNDS
from casework.cases.state import Attachment, CaseState
from casework.documents.scans import of_procedure
from evidence.dossier.content import REPORTER_NAME
from evidence.dossier.formats import day
from evidence.dossier.sheets import KIND_ZH


def proofs(case: CaseState, *, excluded: bool = False) -> list[dict[str, Any]]:
    """Rows of the list of evidence; with `excluded` last what was ruled out, with its mark."""
    return [
        {
            "n": str(n),
            "name": _name(item),
            "kind": KIND_ZH.get(item.kind, item.kind),
            "proves": item.proves,
            "day": day(item.at),
            "sha256": item.sha256,
        }
        for n, item in enumerate((*of_facts(case), *(_out(case) if excluded else ())), 1)
    ]


def _name(item: Attachment) -> str:
    """With where it is cited from, and that it was ruled out."""
    origin = item.origin.brief.zh if item.origin else ""
    mark = item.excluded.mark.zh if item.excluded else ""
    said = "；".join(filter(None, (origin, mark)))
    return f"{item.name}（{said}）" if said else item.name


def _out(case: CaseState) -> Iterator[Attachment]:
    return (one for one in case.evidence if not one.reporter and one.excluded is not None)


def of_facts(case: CaseState) -> Iterator[Attachment]:
    """Without papers of the procedure, what tells who reported the case, and what was ruled out."""
    papers = of_procedure(case)
    return (
        one
        for one in case.evidence
        if not one.reporter and one.excluded is None and one.evidence_id not in papers
    )


def exclusions(case: CaseState) -> list[dict[str, str]]:
    """What is ruled out, or proposed to be, and what is proposed to be taken back."""
    return [
        {"name": REPORTER_NAME if item.reporter else item.name, "matter": matter, "reasons": why}
        for item in case.evidence
        for matter, why in _matters(item)
    ]


def _matters(item: Attachment) -> Iterator[tuple[str, str]]:
    if item.excluded is not None:
        yield item.excluded.mark.zh, item.excluded.reasons.rstrip("。")
    if item.doubt is not None:
        matter = "拟恢复" if item.doubt.back else f"拟排除：{GROUNDS[item.doubt.ground].zh}"
        yield matter, item.doubt.reasons.rstrip("。")
