"""How a case looks in a terminal, and as JSON."""

from dataclasses import asdict
from typing import Any, Final

from casework.cases.reach import Reach
from casework.cases.state import Proposal
from casework.clocks.deadlines import CLOCK_NAMES_ZH
from casework.event_names import event_name_zh
from casework.events import Event, event_json, to_json
from cli.clock_text import deadline_json
from cli.person import local
from graph.cases.list import CaseRow
from graph.cases.page import CasePage

#: What became of a proposal; one without an outcome waits.
REVIEWS: Final = {
    "approved": "已同意",
    "returned": "已退回",
    "refused": "不同意",
    "superseded": "已被新的建议取代",
}


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
        "reach": _reach_json(page.reach),
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
        *([f"{page.reach.title[0]}：{page.reach.text[0]}"] if page.reach else []),
        "",
        "期限：",
    ]
    for clock in page.deadlines:
        due = clock.problem or local(clock.due)
        lines.append(f"  {clock.zh}  {due}  {CLOCK_NAMES_ZH[clock.clock]}  {clock.basis}")
    if state.proposals:
        lines += ["", "处罚建议：", *(proposal_line(one) for one in state.proposals)]
    lines += ["", "时间线：", *(event_line(event) for event in page.events)]
    lines += ["", "可办理：" + "、".join(action.zh for action in page.actions)]
    return "\n".join(lines)


def _reach_json(reach: Reach | None) -> dict[str, object] | None:
    if reach is None:
        return None
    (title, _), (text, _) = reach.title, reach.text
    return {"outside": reach.outside, "area": reach.area, "title": title, "text": text}


def proposal_line(one: Proposal) -> str:
    """Number, sums, whether it was reviewed, and by whom."""
    outcome = REVIEWS.get(one.outcome or "", "待审核")
    by = f"{outcome}（{one.reviewed_by.name}）" if one.reviewed_by else outcome
    return (
        f"  {one.proposal_id}  {one.citation}  罚款 {one.fine} 元  退回 {one.recovery} 元  "
        f"{one.by.name}提出  {by}"
    )


def event_line(event: Event) -> str:
    """Time, what it is called, who."""
    by = event.data.get("by")
    name = (
        f"{by['name']}（{event.actor}）" if isinstance(by, dict) and by.get("name") else event.actor
    )
    return f"  {local(event.at)}  {event_name_zh(event.type)}  {name}"


def case_line(row: CaseRow) -> str:
    """One line of a list."""
    due = f"期限 {local(row.next_due)}" if row.next_due else ""
    return f"{row.case_no}\t{row.stage_zh}\t{row.title}\t{row.party_name}\t{row.amount}\t{due}"
