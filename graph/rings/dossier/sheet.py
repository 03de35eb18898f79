"""The values that the printed dossier of a ring shows: plain JSON, set in type by the vault's room."""

from collections.abc import Iterable

from casework.events import Json
from graph.rings.dossier.grid import grids
from graph.rings.dossier.paper import Paper, partly, purpose, title
from graph.rings.dossier.pictures import pictures
from graph.rings.dossier.rows import reach, refunds, resting, standing
from graph.rings.dossier.words import (
    BASES,
    CHANNELS,
    KINDS,
    ROLES,
    ROUTES,
    SEXES,
    Words,
    moment,
    probability,
)
from graph.rings.read import Face


def sheet(paper: Paper) -> dict[str, Json]:
    """Everything on the paper as text and whole numbers; amounts with two places."""
    ring, made, words = paper.dossier.summary, paper.made, paper.words
    maker = words.say(f"{made.by}（{made.account}）", f"{made.by} ({made.account})")
    return {
        "language": paper.language,
        "bureau": paper.bureau,
        "case_no": ring.ring_id,
        "profile": f"{maker} {moment(made.at)}",
        "title": title(paper),
        "purpose": purpose(paper),
        "summary": [
            {"text": words.say(line.zh, line.en), "visits": _carried(paper, line.code)}
            for line in paper.summary
        ],
        "facts": _facts(paper),
        "reasons": [
            {
                "text": words.say(r.zh, r.en),
                "supports": r.supports,
                "visits": _carried(paper, r.code),
            }
            for r in paper.dossier.reasons
        ],
        "checks": [
            {"text": words.say(c.zh, c.en), "against": c.against} for c in paper.figures.checks
        ],
        "members": _members(paper),
        "grids": grids(paper),
        "draw": _draw(paper),
        **pictures(paper),
        "fees": _fees(paper),
        "doctors": _shares(paper, doctors=True),
        "places": _shares(paper, doctors=False),
        "reach": [[str(cell) for cell in row] for row in reach(paper)],
        "refunds": [[str(cell) for cell in row] for row in refunds(paper)],
        "shared": _shared(paper),
        "sensitivity": [
            [
                words.say(f"{one.factor:g} 倍", f"{one.factor:g}×"),
                words.say("成立", "stands") if one.stands else words.say("不成立", "falls"),
                words.say(f"{one.members} 人", str(one.members)),
            ]
            for one in paper.dossier.sensitivity
        ],
        "records": _records(paper),
        "missing": paper.figures.missing,
    }


def _carried(paper: Paper, code: str) -> int:
    return next((len(one.marks) for one in paper.figures.supports if one.code == code), 0)


def _facts(paper: Paper) -> list[Json]:
    ring, words = paper.dossier.summary, paper.words
    met = ring.member_count, ring.day_count, len(paper.dossier.marks)
    p, q = probability(ring.p_value), probability(ring.q_value)
    rows: list[tuple[str, str]] = [
        (words.say("类型", "Route"), words.word(ROUTES, ring.route)),
        (words.say("渠道", "Channel"), words.word(CHANNELS, ring.channel)),
        (
            words.say("期间", "Period"),
            words.say("{} 至 {}", "{} to {}").format(ring.first_day, ring.last_day),
        ),
        (
            words.say("成员、共同日", "Members, days"),
            words.say("{} 人，{} 天，{} 人次", "{} members, {} days, {} visits").format(*met),
        ),
        (
            words.say("费用合计", "Bills in all"),
            words.say(f"{ring.amount:,.2f} 元", f"{ring.amount:,.2f} yuan"),
        ),
        (
            words.say("得分与门槛", "Score and cut"),
            words.say(
                f"{ring.score:g}，门槛 {ring.threshold:g}",
                f"{ring.score:g}, the cut is {ring.threshold:g}",
            ),
        ),
        (
            words.say("p 值、q 值", "p and q"),
            words.say(
                f"{p}，{q}（全部数据，置换尾部推算）",
                f"{p}, {q} (over all data, from the tail of permuted scores)",
            ),
        ),
        (words.say("团伙研判", "Judgement"), words.judged(paper.verdict)),
        (words.say("成员研判", "Members judged"), standing(paper)),
        (words.say("识别批次", "Detection"), paper.run),
    ]
    if why := words.say(ring.route_reason, ring.route_reason_en):
        rows.insert(1, (words.say("归类理由", "Why this route"), why))
    if paper.partial:
        rows.insert(0, (words.say("范围", "Scope"), partly(paper)))
    return [list(row) for row in rows]


def _members(paper: Paper) -> list[Json]:
    words = paper.words
    return [
        [
            str(number),
            _who(face, words),
            words.word(ROLES, face.member.role),
            str(face.member.attended),
            str(face.member.alone),
            f"{face.member.amount:,.2f}",
            _in_common(face, words),
            words.judged(paper.verdicts.get(face.member.psn_no)),
        ]
        for number, face in enumerate(paper.dossier.faces, 1)
    ]


def _who(face: Face, words: Words) -> str:
    """A member's name, sex, age and number."""
    sex = words.word(SEXES, face.gend) if face.gend in SEXES else ""
    age = words.say(f"{face.age} 岁", f"aged {face.age}") if face.age is not None else ""
    return " ".join(filter(None, (face.name, sex, age, face.member.psn_no)))


def _in_common(face: Face, words: Words) -> str:
    """What he shares with other members, and in which other rings he is."""
    kinds = words.kinds(face.member.shared)
    also = words.say("另在 ", "also in ") + words.listed(face.also) if face.also else ""
    return words.say("；", "; ").join(filter(None, (kinds, also)))


def _draw(paper: Paper) -> dict[str, Json]:
    """The histogram: bars with their heights in thousandths of the highest."""
    draw = paper.figures.draw
    top = max((count for _, count in draw.counts), default=1)
    return {
        "runs": draw.runs,
        "seen": draw.seen,
        "low": draw.counts[0][0] if draw.counts else 0,
        "bars": [[value, count * 1000 // top] for value, count in draw.counts],
        "p": f"{draw.p_value:.2g}",
        "reached": draw.reached,
    }


def _fees(paper: Paper) -> dict[str, Json]:
    names = {place.code: place.name for place in paper.dossier.summary.institutions}
    fees, words = paper.figures.fees, paper.words
    rows: list[Json] = [
        [
            row.month,
            words.treatment(row.med_type),
            names.get(row.fixmedins_code, row.fixmedins_code),
            str(row.visits),
            f"{row.median:,.2f}",
            f"{row.peer_median:,.2f}" if row.peer_median is not None else "—",
            f"{words.word(BASES, row.basis)} {row.peer_visits}",
            f"{row.excess:,.2f}" if row.excess is not None else "—",
        ]
        for row in fees.rows
    ]
    ratio = f"{fees.ratio:.2f}" if fees.ratio is not None else "—"
    return {
        "rows": rows,
        "ratio": ratio,
        "excess": f"{fees.excess:,.2f}",
        "compared": fees.compared,
    }


def _shares(paper: Paper, *, doctors: bool) -> list[Json]:
    ring, seen = paper.dossier.summary, max(1, len(paper.dossier.marks))
    parties = ring.doctors if doctors else ring.institutions
    return [
        [str(number), party.name, party.code, str(party.visits), f"{party.visits / seen:.0%}"]
        for number, party in enumerate(parties, 1)
    ]


def _shared(paper: Paper) -> list[Json]:
    words = paper.words
    ties = (*paper.dossier.shared, *paper.figures.ties)
    return [
        [
            words.word(KINDS, tie.kind),
            tie.value,
            str(len(tie.members)),
            _spans((row + 1 for row in tie.members), words),
        ]
        for tie in ties
    ]


def _records(paper: Paper) -> list[Json]:
    doctors = {doctor.code: doctor.name for doctor in paper.dossier.summary.doctors}
    places = {one.code: str(no) for no, one in enumerate(paper.dossier.summary.institutions, 1)}
    based, words = resting(paper), paper.words
    rows: list[Json] = []
    marks = paper.dossier.marks
    # By member and in order of time: so the paper is held against the files of an institution.
    for record in sorted(
        paper.figures.records, key=lambda one: (marks[one.mark].member, marks[one.mark].day)
    ):
        mark = marks[record.mark]
        rows.append(
            [
                str(mark.member + 1),
                moment(record.begins),
                places.get(record.fixmedins_code, record.fixmedins_code),
                doctors.get(mark.doctor or "", mark.doctor or ""),
                record.diagnosis,
                record.mdtrt_id,
                words.listed(record.setl_ids),
                f"{record.amount:,.2f}",
                f"{record.fund:,.2f}",
                _spans((no for no, on in enumerate(based, 1) if record.mark in on), words),
            ]
        )
    return rows


def _spans(numbers: Iterable[int], words: Words) -> str:
    """Numbers in a row, those that follow each other as a span: 1–4、7."""
    spans: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if spans and spans[-1][1] == number - 1:
            spans[-1] = spans[-1][0], number
        else:
            spans.append((number, number))
    return words.listed(str(a) if a == b else f"{a}–{b}" for a, b in spans)
