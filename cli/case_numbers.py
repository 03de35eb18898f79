"""The numbers of what a case holds: the next command names a thing by its own."""

from collections.abc import Iterator

from audit.registry import known_rule
from casework.cases.rests import rests
from casework.cases.state import Attachment, CaseState
from casework.documents.state import Issued
from casework.interview.state import VisitList
from cli.language import say

Row = tuple[str, str]
"""A number, and what bears it."""


def number_lines(case: CaseState) -> Iterator[str]:
    """A line for each kind of thing in the case, with the numbers."""
    for (zh, en), rows in _kinds(case):
        if rows:
            yield f"  {say(zh, en)}"
            yield from (f"    {number}  {what}".rstrip() for number, what in rows)


def _kinds(case: CaseState) -> Iterator[tuple[tuple[str, str], list[Row]]]:
    yield (
        ("疑点", "findings"),
        [(x.finding_id, f"{_rule(x.rule_id)}  {x.amount:,}") for x in case.findings],
    )
    yield ("疑似团伙", "rings"), [(one, "") for one in case.ring_ids]
    yield (
        ("证据", "evidence"),
        [_item(case, x) for x in case.evidence],
    )
    yield ("询问笔录", "interviews"), [(x.interview_id, x.name) for x in case.interviews]
    yield ("走访清单", "visit lists"), [_visits(one) for one in case.visit_lists]
    yield ("保存、封存", "holds"), [(x.hold_id, x.items) for x in case.holds]
    asked = [(x.request_id, f"{x.recipient}  {x.document_no}") for x in case.requests]
    yield ("协查", "requests for assistance"), asked
    yield (
        ("回避", "recusals"),
        [(x.recusal_id, f"{x.officer.name}  {x.reason}") for x in case.recusals],
    )
    yield ("责令改正", "orders to correct"), [(x.order_id, x.what) for x in case.corrections]
    yield ("测算表", "worksheets"), [(x.worksheet_id, "") for x in case.worksheets]
    yield ("复议、诉讼", "reviews and suits"), [(x.remedy_id, x.body) for x in case.remedies]
    yield ("任务", "tasks"), [(x.task_id, x.title) for x in case.tasks]
    forms = [(x.issue_id, f"{_form(x)}  {x.number}") for x in case.forms if not x.void]
    yield ("文书", "forms"), forms


def _rule(rule_id: str) -> str:
    """What a rule is called; one that was retired keeps its id."""
    rule = known_rule(rule_id)
    return say(rule.name_zh, rule.name_en) if rule else rule_id


def _form(issued: Issued) -> str:
    return say(issued.title.zh, issued.title.en)


def _visits(listed: VisitList) -> Row:
    return listed.list_id, "  ".join((listed.purpose, *(one.psn_no for one in listed.people)))


def _item(case: CaseState, one: Attachment) -> Row:
    """With its source, its mark, and what rests on it: shown before it is ruled out."""
    said = [f"{one.name}  {one.proves}"]
    for mark in (one.origin and one.origin.brief, one.excluded and one.excluded.mark):
        if mark:
            said.append(say(mark.zh, mark.en))
    if one.home_excluded is not None:
        mark = one.home_excluded.mark
        said.append(say(f"原案{mark.zh}", f"{mark.en} in its own case"))
    if one.doubt is not None:
        said.append(
            say("已提请恢复", "proposed to be taken back")
            if one.doubt.back
            else say("已提请排除", "proposed to be ruled out")
        )
    on = [say(x.zh, x.en) for x in rests(case, one)] if one.excluded is None else []
    if on:
        said.append(say("依据它的有：", "rests on it: ") + say("、", ", ").join(on))
    return one.evidence_id, "  ".join(said)
