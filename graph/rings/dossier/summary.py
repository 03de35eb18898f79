"""The ring in plain words, Chinese and English: what was seen, and how often chance would do the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor, log10

from graph.rings.dossier.model import Draw, Figures
from graph.rings.read import Place, RingDossier

#: Rarer than this, the tail is no longer told in figures: nobody has seen that many counties.
RAREST = 1e-6
#: Above, chance is no rarity.
COMMON = 0.05


@dataclass(frozen=True)
class Line:
    """A sentence in both languages; `code` says what it rests on."""

    code: str
    zh: str
    en: str


def summary(dossier: RingDossier, figures: Figures) -> tuple[Line, ...]:
    """Five sentences at most, in the order in which they would be spoken."""
    lines = [_seen(dossier), _draw(figures.draw, dossier.summary.day_count), _whole(dossier)]
    if any(day.until is not None for day in dossier.days):
        # Found without joint days: the channel's own sentence says what is compared.
        own = next(reason for reason in dossier.reasons if reason.supports)
        lines = [Line(own.code, own.zh, own.en), _whole(dossier)]
    lines += [*_money(figures), _against(dossier, figures)]
    return tuple(lines)


def _seen(dossier: RingDossier) -> Line:
    ring, seen = dossier.summary, len(dossier.marks)
    place = _most(ring.institutions)
    zh = f"{ring.member_count} 人在 {ring.first_day} 至 {ring.last_day} 的 {ring.day_count} 个共同日里"
    zh += f"共 {seen} 人次同到{place[0]}"
    en = f"{ring.member_count} people came together {seen} times on {ring.day_count} days "
    en += f"from {ring.first_day} to {ring.last_day}, {place[1]}"
    if ring.doctors:
        first = ring.doctors[0]
        share = first.visits / max(1, seen)
        zh += f"，其中 {share:.0%} 由 {first.name} 经办"
        en += f"; {share:.0%} of the visits are {first.name}'s"
    return Line(
        "together",
        f"{zh}，费用合计 {ring.amount:,.2f} 元。",
        f"{en}; the bills add up to {ring.amount:,.2f} yuan.",
    )


def _most(places: Sequence[Place]) -> tuple[str, str]:
    if not places:
        return "同一机构", "at one institution"
    name, more = places[0].name, len(places) - 1
    if more:
        return f"{name}等 {more + 1} 家机构", f"at {name} and {more} more"
    return name, f"at {name}"


def _draw(draw: Draw, days: int) -> Line:
    if not draw.runs:
        return Line(
            "draw",
            "这些就诊已不在库中，无法重新排列比较。",
            "These visits are no longer in the store: nothing to permute.",
        )
    zh = (
        f"每人就诊次数和星期习惯不变、只把日期随机重排 {draw.runs} 次，"
        f"各挑最像的 {days} 天，平均也只有 {draw.mean:.0f} 人次同到，最多 {draw.most} 人次；"
    )
    en = (
        f"With everybody's number of visits and weekdays kept and only the days drawn anew {draw.runs} "
        f"times, the best {days} days of each bring {draw.mean:.0f} on average and {draw.most} at most; "
    )
    if draw.reached:
        zh += f"有 {draw.reached} 次达到实际的 {draw.seen} 人次。"
        en += f"{draw.reached} of them reach the {draw.seen} that were seen."
    else:
        zh += f"没有一次达到实际的 {draw.seen} 人次。"
        en += f"none reaches the {draw.seen} that were seen."
    return Line("draw", zh, en)


def _whole(dossier: RingDossier) -> Line:
    p = dossier.summary.p_value
    if p < RAREST:
        zh = "放到全部数据里看：一百万份同样大的数据，凭偶然出现一个这样群体的不到一份（由置换得分的尾部推算）。"
        en = "Over all data: fewer than one in a million data sets of this size would show such a group by chance (from the tail of permuted scores)."
    elif p <= COMMON:
        many = _round(1 / p)
        zh = f"放到全部数据里看：约 {many:,} 份同样大的数据里，凭偶然才出现一个这样的群体（由置换得分的尾部推算）。"
        en = f"Over all data: chance brings such a group in about one of {many:,} data sets of this size (from the tail of permuted scores)."
    else:
        zh = f"放到全部数据里看：凭偶然出现这样一个群体的可能性有 {p:.0%}，不足以单独作为依据。"
        en = f"Over all data: chance alone brings such a group with probability {p:.0%}; it proves nothing by itself."
    return Line("threshold", zh, en)


def _round(value: float) -> int:
    """Two figures are as much as a fitted tail can say."""
    size = 10 ** max(0, floor(log10(value)) - 1)
    return int(round(value / size) * size)


def _money(figures: Figures) -> list[Line]:
    fees = figures.fees
    if fees.ratio is None:
        return []
    if fees.excess <= 0:
        zh = f"费用与同类机构同月同类就诊相比不高（中位数之比 {fees.ratio:.2f}）。"
        en = f"The bills are no higher than those of peers in the same months (ratio {fees.ratio:.2f})."
    else:
        zh = (
            f"与同类机构同月同类就诊相比，单次费用为其中位数的 {fees.ratio:.2f} 倍，"
            f"合计高出 {fees.excess:,.2f} 元。"
        )
        en = (
            f"Beside peers in the same months a bill is {fees.ratio:.2f} times their median, "
            f"{fees.excess:,.2f} yuan more in all."
        )
    return [Line("fee", zh, en)]


def _against(dossier: RingDossier, figures: Figures) -> Line:
    speaking = [check for check in figures.checks if check.against]
    told = {reason.code for reason in dossier.reasons if not reason.supports}
    if not speaking and not told:
        return Line(
            "against",
            "同住、固定周期、就近就医、慢特病四项反证均未成立；立案前仍应现场核实。",
            "None of the four circumstances (household, calendar, home institution, diagnosis) speaks "
            "against it; check on site before filing.",
        )
    zh = "；".join(check.zh.rstrip("。") for check in speaking)
    en = " ".join(check.en for check in speaking)
    if not speaking:
        return Line("against", "另有反面理由，见下。", "Some reasons speak against it; see below.")
    return Line("against", f"反证：{zh}。", f"Against it: {en}")
