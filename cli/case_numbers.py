"""The numbers of what a case holds: the next command names a thing by its own."""

from collections.abc import Iterator

from audit.registry import known_rule
from casework.cases.state import CaseState
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
        [
            (
                x.evidence_id,
                f"{x.name}  {x.proves}{f'  {say(x.origin.brief.zh, x.origin.brief.en)}' if x.origin else ''}",
            )
            for x in case.evidence
        ],
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
