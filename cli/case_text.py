"""How a case looks in a terminal, and as JSON."""

from dataclasses import asdict
from typing import Any

from casework.clocks.deadlines import CLOCK_NAMES_ZH
from casework.events import event_json, to_json
from cli.clock_text import deadline_json
from cli.person import local
from graph.cases.list import CaseRow
from graph.cases.page import CasePage


def case_json(page: CasePage) -> dict[str, Any]:
    """The whole page; amounts as strings, times UTC."""
    state = page.state
    return {
        "case_no": state.case_no,
        "version": state.version,
        "stage": state.stage.value,
        "stage_zh": state.stage_zh,
        "state": to_json(asdict(state)),
        "events": [event_json(event) for event in page.events],
        "deadlines": [to_json(deadline_json(deadline)) for deadline in page.deadlines],
        "actions": [asdict(action) for action in page.actions],
        "dossier_obstacles": [zh for zh, _ in page.dossier_obstacles],
        "intact": page.intact,
    }


def case_text(page: CasePage) -> str:
    """Head, clocks, timeline, next acts."""
    state = page.state
    party = state.party.name if state.party else "—"
    lines = [
        f"{state.case_no}  {state.title}",
        f"阶段：{state.stage_zh}    当事人：{party}    第 {state.version} 版",
        f"承办：{'、'.join(o.hand.name for o in state.officers) or '—'}"
        f"    疑点金额：{state.amount_at_risk} 元",
        "",
        "期限：",
    ]
    for clock in page.deadlines:
        due = clock.problem or local(clock.due)
        lines.append(f"  {clock.zh}  {due}  {CLOCK_NAMES_ZH[clock.clock]}  {clock.basis}")
    lines += ["", "时间线："]
    lines += [f"  {local(e.at)}  {e.type}  {e.actor}" for e in page.events]
    lines += ["", "可办理：" + "、".join(action.zh for action in page.actions)]
    return "\n".join(lines)


def case_line(row: CaseRow) -> str:
    """One line of a list."""
    due = f"期限 {local(row.next_due)}" if row.next_due else ""
    return f"{row.case_no}\t{row.stage_zh}\t{row.title}\t{row.party_name}\t{row.amount}\t{due}"
