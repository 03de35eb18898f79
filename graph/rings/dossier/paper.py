"""What a paper of a ring says: the dossier with its figures, whole or for some members, and who made it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal

from casework.judgements.state import MarkState
from casework.refusal import refuse
from graph.geo.county import County
from graph.rings.dossier.model import Figures
from graph.rings.dossier.summary import Line
from graph.rings.dossier.words import Language, Words, moment
from graph.rings.read import Place, RingDossier


@dataclass(frozen=True)
class Made:
    """Who made the paper, when (aware), what for; without a purpose personal data are masked."""

    by: str
    account: str
    at: datetime
    purpose: str


@dataclass(frozen=True)
class Paper:
    """One ring on paper. `verdict` is that on the ring, `verdicts` those on members by number; `of` is
    the number of members of the whole ring, of which `dossier` may hold a part. `run` names the
    detection, with its time. `language` is the reader's, `county` what its map is drawn of."""

    dossier: RingDossier
    figures: Figures
    summary: tuple[Line, ...]
    verdict: MarkState | None
    verdicts: Mapping[str, MarkState]
    of: int
    run: str
    bureau: str
    made: Made
    language: Language = "zh"
    county: County = field(default_factory=County)

    @property
    def words(self) -> Words:
        """The words of the reader's language."""
        return Words(self.language)

    @property
    def partial(self) -> bool:
        """Whether members were left out."""
        return len(self.dossier.faces) < self.of


def part(dossier: RingDossier, psn_nos: Sequence[str]) -> RingDossier:
    """The dossier of some members alone: their marks, days, money, doctors and institutions.

    No number at all means everybody. Score, p and q remain those of the whole ring. Refuses NOT_FOUND
    for a number that is no member's.
    """
    if not psn_nos:
        return dossier
    rows = {face.member.psn_no: row for row, face in enumerate(dossier.faces)}
    for psn_no in psn_nos:
        if psn_no not in rows:
            raise refuse(
                "NOT_FOUND",
                what=f"疑似团伙成员 {psn_no[:40]}",
                what_en=f"member of the ring {psn_no[:40]}",
            )
    kept = sorted({rows[psn_no] for psn_no in psn_nos})
    if len(kept) == len(dossier.faces):
        return dossier
    marks = [mark for mark in dossier.marks if mark.member in set(kept)]
    days = sorted({mark.day for mark in marks})
    row_of, day_of = ({old: new for new, old in enumerate(one)} for one in (kept, days))
    came = Counter(mark.day for mark in marks)
    summary = dossier.summary
    places = Counter(dossier.days[mark.day].fixmedins_code for mark in marks)
    doctors = Counter(mark.doctor for mark in marks if mark.doctor)
    inside = [
        replace(tie, members=tuple(row_of[row] for row in tie.members if row in row_of))
        for tie in dossier.shared
    ]
    return replace(
        dossier,
        summary=replace(
            summary,
            member_count=len(kept),
            day_count=len(days),
            seen=len(marks),
            amount=sum((mark.amount for mark in marks), Decimal("0.00")),
            first_day=dossier.days[days[0]].day if days else None,
            last_day=dossier.days[days[-1]].day if days else None,
            institutions=_counted(summary.institutions, places),
            doctors=_counted(summary.doctors, doctors),
        ),
        faces=tuple(dossier.faces[row] for row in kept),
        days=tuple(replace(dossier.days[day], attended=came[day]) for day in days),
        grid=tuple(tuple(dossier.grid[row][day] for day in days) for row in kept),
        marks=tuple(replace(m, member=row_of[m.member], day=day_of[m.day]) for m in marks),
        shared=tuple(tie for tie in inside if len(tie.members) > 1),
    )


def _counted(places: Sequence[Place], visits: "Counter[str]") -> tuple[Place, ...]:
    kept = [replace(place, visits=visits[place.code]) for place in places if visits[place.code]]
    return tuple(sorted(kept, key=lambda place: (-place.visits, place.code)))


def title(paper: Paper) -> str:
    """What the paper is called; a part says so."""
    name = paper.words.say("疑似团伙 ", "Suspected ring ") + paper.dossier.summary.ring_id
    if not paper.partial:
        return name
    some = f"{len(paper.dossier.faces)}/{paper.of}"
    return name + paper.words.say(f"（{some} 名成员）", f" ({some} members)")


def purpose(paper: Paper) -> str:
    """What the paper is for; without a purpose it says that it is masked."""
    return paper.made.purpose or paper.words.say(
        "未说明用途，个人信息已脱敏", "none given; personal data are masked"
    )


def partly(paper: Paper) -> str:
    """What a paper of some members says of its figures."""
    some = len(paper.dossier.faces)
    return paper.words.say(
        f"{paper.of} 名成员中的 {some} 名；得分与概率为整个团伙的",
        f"{some} of {paper.of} members; score and probabilities are the whole ring's",
    )


def stamp(paper: Paper) -> str:
    """Who, when and what for: it stands on every sheet."""
    made, at = paper.made, moment(paper.made.at)
    return paper.words.say(
        f"{title(paper)}  导出人：{made.by}（{made.account}）  导出时间：{at}  用途：{purpose(paper)}",
        f"{title(paper)}  by {made.by} ({made.account})  at {at}  for: {purpose(paper)}",
    )
