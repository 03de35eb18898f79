"""The values that the printed dossier of a ring shows: plain JSON, set in type by the vault's room."""

from casework.events import Json
from graph.rings.dossier.paper import Paper, partly, purpose, title
from graph.rings.dossier.words import BASES, CHANNELS, KINDS, ROLES, ROUTES, moment, probability

#: Days that fit beside the members on one page of the grid.
DAYS_A_PAGE = 40


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
        "summary": [words.say(line.zh, line.en) for line in paper.summary],
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
        "grids": _grids(paper),
        "draw": _draw(paper),
        "fees": _fees(paper),
        "doctors": _shares(paper, doctors=True),
        "places": _shares(paper, doctors=False),
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
            f"{face.name} {face.member.psn_no}".strip(),
            words.word(ROLES, face.member.role),
            str(face.member.attended),
            str(face.member.alone),
            f"{face.member.amount:,.2f}",
            words.kinds(face.member.shared),
            words.judged(paper.verdicts.get(face.member.psn_no)),
        ]
        for number, face in enumerate(paper.dossier.faces, 1)
    ]


def _grids(paper: Paper) -> list[Json]:
    """The grid in pages of days."""
    dossier = paper.dossier
    pages: list[Json] = []
    for first in range(0, len(dossier.days), DAYS_A_PAGE):
        last = first + DAYS_A_PAGE
        pages.append(
            {
                "days": [day.day.isoformat() for day in dossier.days[first:last]],
                "rows": [
                    {
                        "name": f"{face.name} {face.member.psn_no[-6:]}".strip(),
                        "states": list(line[first:last]),
                    }
                    for face, line in zip(dossier.faces, dossier.grid, strict=True)
                ],
            }
        )
    return pages


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
        [party.name, party.code, str(party.visits), f"{party.visits / seen:.0%}"]
        for party in parties
    ]


def _shared(paper: Paper) -> list[Json]:
    ties = (*paper.dossier.shared, *paper.figures.ties)
    return [[paper.words.word(KINDS, t.kind), t.value, str(len(t.members))] for t in ties[:40]]


def _records(paper: Paper) -> list[Json]:
    doctors = {doctor.code: doctor.name for doctor in paper.dossier.summary.doctors}
    rows: list[Json] = []
    for record in paper.figures.records:
        mark = paper.dossier.marks[record.mark]
        face = paper.dossier.faces[mark.member]
        rows.append(
            [
                face.member.psn_no,
                moment(record.begins),
                doctors.get(mark.doctor or "", mark.doctor or ""),
                record.diagnosis,
                record.mdtrt_id,
                paper.words.listed(record.setl_ids),
                f"{record.amount:,.2f}",
            ]
        )
    return rows
