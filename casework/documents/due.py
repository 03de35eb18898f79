"""Papers that a case has to hold before it is closed: approvals, records, lists.

An approval prints as its form and comes back signed: the signature makes it (处罚法 57); the record of
it here is no more than its account.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from casework.actors import Actor
from casework.cases.stages import Stage
from casework.cases.state import CaseState
from casework.commands.case.kinds import Path
from casework.documents.about import OF_EACH, RELEASES, ended, kind_of, releases_of, told_of
from casework.documents.catalogue import Form, case_forms, form_of
from casework.documents.effect import spot_papers
from casework.documents.handed import all_handed, unhanded
from casework.documents.internal import INTERNAL
from casework.documents.lacking import NOT_ISSUED, NOT_SIGNED, Lacking
from casework.documents.needs import missing_of
from casework.documents.records import letters, records, records_signed
from casework.documents.state import Issued
from casework.documents.titles import title_now
from casework.refusal import refuse
from casework.wording import Both

#: The signed 立案审批表 opens the investigation.
FILING: Final = "filing"
#: It tells what became of the case, and lies before whoever approves the closing.
REPORT: Final = "closing_report"
#: The closing is approved by being done: its own form follows, and lies in the volumes.
CLOSING: Final = "closing"


@dataclass(frozen=True)
class Due:
    """An approval of the case, or a scene that was looked at, and the `issued` form that tells it; or None."""

    form: Form
    issued: Issued | None
    title: Both

    @property
    def signed(self) -> str:
        """The scan's number in the vault; empty while it is missing."""
        return self.issued.signed if self.issued else ""


def due(case: CaseState) -> Iterator[Due]:
    """The approval forms and the record of the scene that the case has to hold, in the order of the procedure.

    One form tells of all approvals of its kind, so it is issued after the latest of them; the only
    one of its kind may have been printed before it was entered, to be signed by hand. Of discussions, and
    acts without a form of their own kind, each has its own, and of held things each its decision.
    """
    for form in case_forms():
        told = sorted(seq for kind in form.due for seq in case.approved.get(kind, ()))
        if not told or missing_of(form, case) is not None:
            continue
        if form.id in OF_EACH:
            for seq in told:
                kind = kind_of(case, str(seq)) if form.id == INTERNAL else ""
                yield _due(case, form, told_of(case, form.id, seq), kind)
            continue
        if form.id in RELEASES.values():
            yield from (_due(case, form, releases_of(case, one)) for one in ended(case, form.id))
            continue
        own = [one for one in case.forms if one.form_id == form.id and not one.void]
        late = [one for one in own if one.seq >= told[-1] or len(told) == 1]
        yield _due(case, form, late)


def _due(case: CaseState, form: Form, papers: list[Issued], titled: str = "") -> Due:
    """With the newest signed one, else the newest, under the name that it bears."""
    found = next(reversed([one for one in papers if one.signed] or papers), None)
    coming = form.title(titled) if titled else title_now(case, form)
    return Due(form, found, found.title if found else coming)


def unsigned(case: CaseState) -> tuple[Due, ...]:
    """What is missing of them, or is not back with its signature.

    The form of the closing is asked for between the closing and the first binding of the volumes.
    """
    now = case.closed_at is not None and not case.bindings
    return tuple(one for one in due(case) if not one.signed and (now or one.form.id != CLOSING))


def _lacking(one: Due) -> Lacking:
    if one.issued:
        return Lacking(one.title.zh, one.title.en, NOT_SIGNED, "SignForm")
    return Lacking(one.title.zh, one.title.en, NOT_ISSUED, "IssueForm")


def filing_gap(case: CaseState) -> Lacking | None:
    """What the 立案审批表 lacks before the investigation; nothing of a case that was filed without a proposal."""
    if case.stage is not Stage.FILED or not case.filing_seq:
        return None
    return next((_lacking(one) for one in unsigned(case) if one.form.id == FILING), None)


def filing_signed(case: CaseState, actor: Actor, at: datetime) -> None:
    """Guard: what the head signed is there before anybody investigates (局令4 第十五条). Refuses FILING_UNSIGNED."""
    gap = filing_gap(case)
    if gap is not None:
        zh, en = gap.said
        raise refuse("FILING_UNSIGNED", form=zh, form_en=en)


def report_due(case: CaseState) -> Lacking | None:
    """The 结案报告 of an ordinary penalty case, issued since its decision (局令4 第五十六条)."""
    form, decision = form_of(REPORT), case.decision
    if case.path is not Path.ADMINISTRATIVE or case.on_spot or decision is None:
        return None
    own = (one for one in case.forms if one.form_id == REPORT and not one.void)
    if any(one.seq >= decision.seq for one in own):
        return None
    return Lacking(form.zh, form.en, NOT_ISSUED, "IssueForm")


def _of_the_spot(case: CaseState) -> Iterator[Lacking]:
    """The decision on the spot that is not back with the signatures of officers and party."""
    for paper in spot_papers(case):
        if not paper.evidence_id:
            title = title_now(case, form_of(paper.need.forms[0]))
            why = (NOT_SIGNED, "SignForm") if paper.form else (NOT_ISSUED, "IssueForm")
            yield Lacking(title.zh, title.en, *why)


def lacking(case: CaseState) -> tuple[Lacking, ...]:
    """Every paper that the case waits for, now or before it can be closed: the one list of them."""
    report = report_due(case) if case.served_on is not None and not case.closed_at else None
    papers = (
        *records(case), *letters(case), *map(_lacking, unsigned(case)),
        *(() if case.closed_at else (*unhanded(case), *_of_the_spot(case))),
    )  # fmt: skip
    # The approval of a referral stands before the letter, and not once more among the approvals.
    return tuple(dict.fromkeys((*papers, report) if report else papers))


def papers_signed(case: CaseState, actor: Actor, at: datetime) -> None:
    """Guard: what was said, every approval, and the report of the closing are there on paper, and all is served.

    Refuses RECORDS_UNSIGNED, PAPERS_UNSERVED and APPROVALS_UNSIGNED with the list, CLOSING_REPORT_MISSING.
    """
    records_signed(case, actor, at)
    all_handed(case)
    found = [one.said for one in (*map(_lacking, unsigned(case)), *_of_the_spot(case))]
    if found:
        zh, en = zip(*found, strict=True)
        raise refuse(
            "APPROVALS_UNSIGNED", count=len(found), forms="、".join(zh), forms_en="; ".join(en)
        )
    if report_due(case) is not None:
        raise refuse("CLOSING_REPORT_MISSING")
