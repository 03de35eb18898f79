"""docs/law.md cites every dated rule and says how far its text was read."""

import re
from pathlib import Path
from typing import Any

import pytest

from casework.actors import ROLE_NAMES_ZH, Role
from casework.clocks.rows import deadline_rows
from casework.commands import case as c
from casework.event_names import event_names
from casework.registry import ACTS
from cli.clock_text import row_json

PAGE = Path(__file__).parents[3] / "docs" / "law.md"
SECTIONS = re.split(r"^## ", PAGE.read_text("utf-8"), flags=re.MULTILINE)[1:]


def rows_of(section: str) -> list[dict[str, str]]:
    lines = [line for line in section.splitlines() if line.startswith("|")]
    cells = [[one.strip() for one in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]
    return [dict(zip(cells[0], row, strict=True)) for row in cells[2:]]


@pytest.mark.parametrize("section", SECTIONS, ids=lambda text: text.splitlines()[0])
def test_every_rule_has_its_citation_and_its_mark(section: str) -> None:
    rows = rows_of(section)
    assert rows
    for row in rows:
        assert row["依据"], row
        assert row["标记"][:1] in {"V", "S", "M"}, row


#: Acts that write an event which lengthens a period.
EXTENDS = {
    "ClueExtended": (c.ExtendClue,),
    "DecisionExtended": (c.ExtendDecision,),
    "HoldExtended": (c.ExtendHold,),
    "InstalmentsGranted": (c.GrantInstalments,),
    "InstalmentMet": (c.RecordPayment, c.WriteOff),
    "InstalmentOpenAgain": (c.ReversePayment,),
    "DecisionChanged": (c.CloseRemedy,),
}
DEADLINES = {row["id"]: row for row in rows_of(SECTIONS[0])}
LONGER = [(row, one) for row in deadline_rows() for one in row.extensions]
RESTS = [(row, one) for row in deadline_rows() for one in row.pauses]


@pytest.mark.parametrize(("row", "one"), LONGER, ids=lambda x: getattr(x, "event", ""))
def test_who_extends_a_period_is_who_has_the_act(row: Any, one: Any) -> None:
    allowed = {role for command in EXTENDS[one.event] for role in ACTS[command].roles}
    assert {Role(name) for name in one.by} == allowed


@pytest.mark.parametrize(("row", "one"), LONGER, ids=lambda x: getattr(x, "event", ""))
def test_an_extension_is_on_the_page_with_its_event_and_where_it_stands(row: Any, one: Any) -> None:
    said = DEADLINES[row.id]["延长"]
    assert event_names(one.event)[0] in said
    assert (one.basis or row.basis) in said
    assert all(ROLE_NAMES_ZH[Role(name)] in said for name in one.by)


@pytest.mark.parametrize(("row", "one"), RESTS, ids=lambda x: getattr(x, "zh", ""))
def test_what_rests_a_period_is_on_the_page_and_at_the_terminal(row: Any, one: Any) -> None:
    assert one.zh in DEADLINES[row.id]["中止"]
    assert one.basis in DEADLINES[row.id]["中止"]
    told = row_json(row)
    found = [pause for pause in told["pauses"] if pause["begins"] == sorted(one.begins)]
    assert found[0]["basis"] == (one.basis or row.basis)
    assert {pause["event"] for pause in told["extensions"]} == {x.event for x in row.extensions}
    assert told["start"] == sorted(row.start)
    assert told["warn"] == list(row.warn)


def test_the_page_says_when_a_pharmacys_points_begin() -> None:
    (section,) = [one for one in SECTIONS if one.startswith("药店扣分")]
    (row,) = [row for row in rows_of(section) if row["参数"] == "扣分、暂停、注销的起算"]
    assert (row["取值"], row["标记"]) == ("协议处理决定送达之日", "M")
