"""When a measure begins and ends, and what it does to others of the same subject."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from casework.acts import draft
from casework.clocks.calendars import add_months, day_start, local_date
from casework.commands.measures import MeasureType, SubjectKind
from casework.events import Draft, Event, Json
from casework.measures.area import meet
from casework.measures.rows import Kind, Overlap, at_share, kinds, mode_of, term_on
from casework.measures.state import STEPS, Measured, MeasuresState
from casework.refusal import refuse

_TO_MIDNIGHT = timedelta(days=1)


@dataclass(frozen=True)
class Plan:
    """A measure about to be imposed; without `ends_at` it lasts `months`, or until lifted."""

    kind: MeasureType
    term: str
    subject_name: str
    reasons: str
    starts_at: datetime
    months: int = 0
    ends_at: datetime | None = None
    area: str = ""
    case_no: str | None = None
    document_no: str = ""
    measure_id: str = ""
    #: The most months that the bureau set when it was proposed; 0: those of the term.
    most: int = 0
    #: The share of barred staff that the bureau had set then, where one is the ground; 0: that of the term.
    share: int = 0
    #: How long it lasts was judged before: below the months of the term on a lawful ground (减轻, 处罚法 32),
    #: or up to a fixed end that its service came nearer to.
    judged: bool = False
    #: When it was to begin, where others of the subject put it off.
    wished_at: datetime | None = None
    #: Its end was told with a decision, and stays where it is whatever puts its beginning off.
    fixed_end: bool = False


def fits(plan: Plan, subject: SubjectKind) -> None:
    """Refuse BAD_VALUE, OUTSIDE_BAND where kind, subject, term and duration do not go together."""
    kind = kinds()[plan.kind]
    term = at_share(term_on(plan.term, local_date(plan.starts_at)), plan.share)
    if subject not in kind.subjects:
        raise refuse(
            "BAD_VALUE", field="措施对象", field_en="the subject", why=f"“{kind.zh}”不适用于该类对象",
            why_en=f"a {kind.en} does not apply to it",
        )  # fmt: skip
    if term.kind is not plan.kind:
        raise refuse(
            "BAD_VALUE", field="措施依据", field_en="the ground", why=f"{term.zh} 不是“{kind.zh}”的依据",
            why_en=f"it is no ground for a {kind.en}",
        )  # fmt: skip
    if kind.timed != bool(plan.months or plan.ends_at) or (plan.months and plan.ends_at):
        raise refuse(
            "BAD_VALUE", field="措施期限", field_en="the duration",
            why="有期限的措施填月数或截止时间之一，其他措施不填",
            why_en="give months or an end for a timed measure, neither for any other",
        )  # fmt: skip
    ends = end_of(plan)
    if ends is None:
        return
    if ends <= plan.starts_at:
        raise refuse(
            "DATE_ORDER",
            what="措施截止时间应晚于开始时间",
            what_en="the end is not after the start",
        )
    first = local_date(plan.starts_at)
    longest = plan.most or term.max_months
    shortest = 0 if plan.judged else term.min_months
    least, most = (day_start(add_months(first, n)) for n in (shortest, longest))
    # An end to the minute counts by its day: 1 June at any hour is the last day of three months.
    if not least <= ends + _TO_MIDNIGHT or ends > most:
        raise refuse(
            "OUTSIDE_BAND", value=f"至 {local_date(ends).isoformat()}",
            value_en=f"until {local_date(ends).isoformat()}", article=term.zh, article_en=term.en,
            band=f"{term.min_months}–{longest} 个月",
            band_en=f"{term.min_months}–{longest} months",
        )  # fmt: skip


def end_of(plan: Plan) -> datetime | None:
    """The first moment after the measure: midnight after the last day of its months.

    The day on which it begins counts, so that three months from 2 March end with 1 June.
    """
    if plan.ends_at is not None:
        return plan.ends_at
    if not plan.months:
        return None
    return day_start(add_months(local_date(plan.starts_at), plan.months))


def impose(state: MeasuresState, plan: Plan, at: datetime) -> list[Draft]:
    """MeasureImposed, and MeasureLifted for what it absorbs; nothing where what it follows outlasts its fixed end.

    Refuses MEASURE_CONFLICT.
    """
    fits(plan, state.kind)
    standing = [
        m for m in state.measures if m.runs_after(plan.starts_at) and meet(m.area, plan.area)
    ]
    absorbed: list[Measured] = []
    for one in standing:
        rule = mode_of(plan.kind, one.kind, local_date(at))
        match rule.mode if rule else "concurrent":
            case "refuse" if rule:
                raise _conflict(one, rule)
            case "absorb":
                absorbed.append(one)
            case "consecutive":
                plan = _after(plan, one, at)
    if plan.fixed_end and plan.ends_at is not None and plan.ends_at <= plan.starts_at:
        return []
    own = plan.measure_id or next_id(state)
    drafts = [_lifted(state, one, plan, own) for one in absorbed]
    return [*drafts, draft(state.stream, "MeasureImposed", **_data(state, plan))]


#: Whoever decides signs the events when they are written; what comes next does not ask who it was.
_NOBODY: Final[Json] = {"account": "", "person": "", "name": ""}


def after(state: MeasuresState, drafts: Iterable[Draft], at: datetime) -> MeasuresState:
    """The state once these drafts of its stream are written: what the next measure of one decision meets."""
    for stream, kind, data in drafts:
        if stream == state.stream and kind in STEPS:
            signed = {**data, "by": _NOBODY}
            event = Event(stream, state.version + 1, kind, signed, "", at, "", "")
            state = replace(STEPS[kind](state, event, event.data), version=event.seq)
    return state


def _after(plan: Plan, one: Measured, at: datetime) -> Plan:
    over = one.over_by(at)
    if over is None or over <= plan.starts_at:
        return plan
    wished = plan.wished_at or plan.starts_at
    if plan.ends_at is None or plan.fixed_end:
        return replace(plan, starts_at=over, wished_at=wished)
    ends = over + (plan.ends_at - plan.starts_at)
    return replace(plan, starts_at=over, ends_at=ends, wished_at=wished)


def _conflict(one: Measured, rule: Overlap) -> Exception:
    return refuse(
        "MEASURE_CONFLICT", measure=f"{one.row.zh}（{one.measure_id}）",
        measure_en=f"{one.row.en} ({one.measure_id})", basis=rule.basis,
        basis_en=rule.basis_en,
    )  # fmt: skip


def absorbed_by(kind: Kind) -> str:
    """Why a measure ended that another one took in, as its event keeps it."""
    return f"由{kind.zh}吸收"


def _lifted(state: MeasuresState, one: Measured, plan: Plan, by: str) -> Draft:
    return draft(
        state.stream, "MeasureLifted", measure_id=one.measure_id, lifted_at=plan.starts_at,
        reasons=absorbed_by(kinds()[plan.kind]), absorbed=True, absorbed_by=by,
    )  # fmt: skip


def _data(state: MeasuresState, plan: Plan) -> dict[str, object]:
    term = term_on(plan.term, local_date(plan.starts_at))
    return {
        "measure_id": plan.measure_id or next_id(state),
        "kind": plan.kind,
        "title": kinds()[plan.kind].zh,
        "term": plan.term,
        "basis": term.basis,
        "subject_name": plan.subject_name,
        "area": plan.area,
        "months": plan.months,
        "starts_at": plan.starts_at,
        "ends_at": end_of(plan),
        "case_no": plan.case_no,
        "document_no": plan.document_no,
        "reasons": plan.reasons,
        **({"wished_at": plan.wished_at} if plan.wished_at else {}),
        **({"fixed_end": True} if plan.fixed_end else {}),
    }


def next_id(state: MeasuresState) -> str:
    """The next number of the subject."""
    return f"M{len(state.measures) + 1}"
