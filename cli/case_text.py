"""How a case looks in a terminal, and as JSON."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any, Final

from casework.cases.court_time import CourtTime
from casework.cases.differences import Change, PieceKind
from casework.cases.reach import Reach
from casework.cases.state import Proposal
from casework.cases.submitted import submitted
from casework.clocks.deadlines import CLOCK_NAMES_ZH, Deadline
from casework.documents.letter import dossier_outdated
from casework.event_names import event_names
from casework.events import Event, event_json, to_json
from casework.measures.namesakes import text_of, title_of
from casework.points.freed import Freed
from casework.referral.state import Weighed
from cli.case_numbers import number_lines
from cli.case_submitted import receipt_lines
from cli.clock_text import deadline_json
from cli.language import cited, say
from cli.person import local
from graph.cases.list import CaseRow
from graph.cases.page import CasePage

#: What became of a proposal; one without an outcome waits.
REVIEWS: Final = {
    "approved": ("已同意", "approved"),
    "returned": ("已退回", "returned"),
    "refused": ("不同意", "refused"),
    "superseded": ("已被新的建议取代", "superseded"),
}


def _freed(one: Freed) -> str:
    """That fees which the case took are of days no longer barred."""
    return say(
        f"医师{one.name}的记分 {one.entry_id} 已撤销或更正，{one.starts} 至 {one.until} 的费用应重新核定：{one.why}",
        f"score {one.entry_id} of doctor {one.name} fell or was lowered; fees from {one.starts} to {one.until} "
        f"are to be looked at anew: {one.why}",
    )


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
        "changes": {
            str(seq): [to_json(asdict(one)) for one in told] for seq, told in page.changes.items()
        },
        "deadlines": [to_json(deadline_json(deadline)) for deadline in page.deadlines],
        "actions": [asdict(action) for action in page.actions],
        "reach": _reach_json(page.reach),
        "court_time": court_json(page.court),
        "referral_warning": asdict(page.suspicion) if page.suspicion else None,
        "other_frauds": [to_json(vars(one)) for one in page.other_frauds],
        "barred": [
            {"certain": one.certain, "title": title_of(one)[0], "text": text_of(one)[0]}
            for one in page.barred
        ],
        "freed": [to_json(vars(one)) for one in page.freed],
        "unentrusted": page.unentrusted.code if page.unentrusted else None,
        "scores": [
            {
                "prac_psn_code": file.prac_psn_code,
                "name": file.name,
                "score": to_json(asdict(entry)),
            }
            for file in page.files
            for entry in file.entries
            if (file.prac_psn_code, entry.entry_id) in page.state.scores
        ],
        "dossier_obstacles": [zh for zh, _ in page.dossier_obstacles],
        "dossier_outdated": dossier_outdated(page.state),
        "papers_missing": [to_json(asdict(one)) for one in page.lacking],
        "submitted": [to_json(asdict(one)) for one in submitted(page.events)],
        "intact": page.intact,
    }


def case_text(page: CasePage, verbs: Mapping[str, str]) -> str:
    """Head, clocks, numbers, timeline, next acts; `verbs` is what to type for an act."""
    state = page.state
    party = state.party.name if state.party else "—"
    officers = say("、", ", ").join(o.hand.name for o in state.officers) or "—"
    lines = [
        f"{state.case_no}{f'  {state.docket_no}' if state.docket_no else ''}  {state.title}",
        say(
            f"阶段：{state.stage_zh}    当事人：{party}    第 {state.version} 版",
            f"stage: {state.stage_en}    party: {party}    version {state.version}",
        ),
        say(
            f"承办：{officers}    疑点金额：{state.amount_at_risk:,} 元",
            f"officers: {officers}    suspected: {state.amount_at_risk:,} yuan",
        ),
        *([_reach_line(page.reach)] if page.reach else []),
        *([court_line(page.court)] if page.court else []),
        *([say(page.suspicion.zh, page.suspicion.en)] if page.suspicion else []),
        *([_weighed_line(state.weighed)] if state.weighed else []),
        *(f"{say(*title_of(one))}  {say(*text_of(one))}" for one in page.barred),
        *(_freed(one) for one in page.freed),
        *([say(barred.message_zh, barred.message_en)] if (barred := page.unentrusted) else []),
        "",
        say("期限：", "deadlines:"),
        *(clock_line(clock) for clock in page.deadlines),
    ]
    if state.proposals:
        title = say("处罚建议：", "proposals:")
        lines += [
            "",
            title,
            *(
                proposal_line(one, former=state.of_former(one.proposal_id))
                for one in state.proposals
            ),
        ]
    scores = list(score_lines(page))
    if scores:
        lines += ["", say("以本案为依据的记分：", "scores that rest on this case:"), *scores]
    if page.lacking:
        papers = say("、", "; ").join(say(*one.said) for one in page.lacking)
        lines += ["", say(f"尚缺文书：{papers}", f"papers missing: {papers}")]
    if dossier_outdated(state):
        lines += [
            "",
            say(
                "登记的卷宗所附移送书不是现行的一份，请重新封存：jicha dossier export",
                "the dossier on record does not hold the letter that stands: seal it anew with "
                "jicha dossier export",
            ),
        ]
    receipts = list(receipt_lines(page.events))
    if receipts:
        lines += [
            "",
            say("当事人在线提交（回执）：", "handed in by the party (receipts):"),
            *receipts,
        ]
    numbers = list(number_lines(state))
    if numbers:
        lines += [
            "",
            say("编号（其他命令据此引用）：", "numbers, for other commands to name:"),
            *numbers,
        ]
    lines += ["", say("时间线：", "timeline:")]
    lines += [line for event in page.events for line in _with_changes(page, event)]
    acts = [f"  {verbs.get(one.name, ''):<26}  {say(one.zh, one.en)}" for one in page.actions]
    return "\n".join([*lines, "", say("可办理（jicha …）：", "may be done (jicha …):"), *acts])


def score_lines(page: CasePage) -> Iterator[str]:
    """Each doctor's score that rests on the case: points, and whether it still counts."""
    files = {file.prac_psn_code: file for file in page.files}
    for code, entry_id in page.state.scores:
        entry = files[code].entry(entry_id) if code in files else None
        if entry is None:
            continue
        state = say("有效", "counts") if entry.counts else say("已撤销", "annulled")
        if entry.review_due is not None:
            state = say("决定变更，待复核", "decision changed: to be reviewed")
        points = say(f"{entry.points} 分", f"{entry.points} points")
        yield f"  {code}  {files[code].name}  {entry_id}  {points}  {state}"


def clock_line(clock: Deadline) -> str:
    """A deadline: its day also where that may still roll over a holiday that is not published yet."""
    problem = say(clock.problem, clock.problem_en)
    due = local(clock.due) if clock.due else problem
    if clock.due and clock.provisional:
        due = say(f"{due}（暂定：{problem}）", f"{due} (provisional: {problem})")
    how = say(CLOCK_NAMES_ZH[clock.clock], clock.clock.value)
    return f"  {say(clock.zh, clock.en)}  {due}  {how}  {cited(clock.basis)}"


def _reach_line(reach: Reach) -> str:
    return f"{say(*reach.title)}{say('：', ': ')}{say(*reach.text)}"


def _reach_json(reach: Reach | None) -> dict[str, object] | None:
    if reach is None:
        return None
    (title, _), (text, _) = reach.title, reach.text
    return {"outside": reach.outside, "area": reach.area, "title": title, "text": text}


def court_line(court: CourtTime) -> str:
    """The same in one line."""
    return f"{say(*court.title)}{say('：', '. ')}{say(*court.text)}"


def court_json(court: CourtTime | None) -> dict[str, object] | None:
    """How the demand stands to the last day to ask the court."""
    if court is None:
        return None
    (title, _), (text, _) = court.title, court.text
    days = {"by": court.by.isoformat(), "last": court.last.isoformat()}
    return {"window": court.window.value, "late": court.late, **days, "title": title, "text": text}


def proposal_line(one: Proposal, *, former: bool = False) -> str:
    """Number, sums, whether it was reviewed, and by whom; `former`: its decision fell since."""
    outcome = say(*REVIEWS.get(one.outcome or "", ("待审核", "not reviewed yet")))
    if former:
        outcome = say("所作决定已被撤销", "the decision on it was set aside")
    reviewer = one.reviewed_by.name if one.reviewed_by else ""
    by = say(f"{outcome}（{reviewer}）", f"{outcome} ({reviewer})") if reviewer else outcome
    return f"  {one.proposal_id}  {cited(one.citation)}  " + say(
        f"罚款 {one.fine:,} 元  退回 {one.recovery:,} 元  {one.by.name}提出  {by}",
        f"fine {one.fine:,} yuan  recovery {one.recovery:,} yuan  by {one.by.name}  {by}",
    )


def change_line(one: Change) -> str:
    """A fact before and after; of a long text the sentences that went and came."""
    name = say(one.name.zh, one.name.en)
    if not one.pieces:
        before, after = say(one.before.zh, one.before.en), say(one.after.zh, one.after.en)
        return f"      {name}  {before or '—'} → {after or '—'}"
    marks = {PieceKind.REMOVED: "-", PieceKind.ADDED: "+"}
    told = [f"        {marks[p.kind]} {p.text.strip()}" for p in one.pieces if p.kind in marks]
    return "\n".join([f"      {name}", *told])


def _with_changes(page: CasePage, event: Event) -> list[str]:
    return [event_line(event), *(change_line(one) for one in page.changes.get(event.seq, ()))]


def event_line(event: Event) -> str:
    """Time, what it is called, who."""
    by, name = event.data.get("by"), event.actor
    if isinstance(by, dict) and by.get("name"):
        name = say(f"{by['name']}（{event.actor}）", f"{by['name']} ({event.actor})")
    return f"  {local(event.at)}  {say(*event_names(event.type))}  {name}"


def case_line(row: CaseRow) -> str:
    """One line of a list."""
    due = say("期限 ", "due ") + local(row.next_due) if row.next_due else ""
    stage = say(row.stage_zh, row.stage_en)
    return f"{row.case_no}\t{stage}\t{row.title}\t{row.party_name}\t{row.amount:,}\t{due}"


def _weighed_line(one: Weighed) -> str:
    """What the officers weighed last of a referral, with the reasons."""
    what = say("移送", "to refer") if one.refer else say("不移送", "not to refer")
    return say(
        f"移送研判：{what}（{one.amount:,} 元，{one.by.name}）：{one.reasons}",
        f"referral weighed: {what} ({one.amount:,} yuan, {one.by.name}): {one.reasons}",
    )
