"""The values that the printed dossier of a ring shows: plain JSON, set in type by the vault's room."""

from casework.events import Json
from graph.rings.dossier import words
from graph.rings.dossier.paper import Paper
from graph.rings.dossier.workbook import title

#: Days that fit beside the members on one page of the grid.
DAYS_A_PAGE = 40


def sheet(paper: Paper) -> dict[str, Json]:
    """Everything on the paper as text and whole numbers; amounts with two places."""
    ring, made = paper.dossier.summary, paper.made
    return {
        "bureau": paper.bureau,
        "case_no": ring.ring_id,
        "profile": f"{made.by}（{made.account}） {words.moment(made.at)}",
        "title": title(paper),
        "purpose": made.purpose or "未说明用途，个人信息已脱敏",
        "summary": [line.zh for line in paper.summary],
        "english": [line.en for line in paper.summary],
        "facts": _facts(paper),
        "reasons": [
            {"text": r.zh, "supports": r.supports, "visits": _carried(paper, r.code)}
            for r in paper.dossier.reasons
        ],
        "checks": [{"text": c.zh, "against": c.against} for c in paper.figures.checks],
        "members": _members(paper),
        "grids": _grids(paper),
        "draw": _draw(paper),
        "fees": _fees(paper),
        "doctors": _shares(paper, doctors=True),
        "places": _shares(paper, doctors=False),
        "shared": _shared(paper),
        "sensitivity": [
            [f"{one.factor:g} 倍", "成立" if one.stands else "不成立", f"{one.members} 人"]
            for one in paper.dossier.sensitivity
        ],
        "records": _records(paper),
        "missing": paper.figures.missing,
    }


def _carried(paper: Paper, code: str) -> int:
    return next((len(one.marks) for one in paper.figures.supports if one.code == code), 0)


def _facts(paper: Paper) -> list[Json]:
    ring = paper.dossier.summary
    rows: list[tuple[str, str]] = [
        ("类型", words.ROUTES.get(ring.route, ring.route)),
        ("渠道", words.CHANNELS.get(ring.channel, ring.channel)),
        ("期间", f"{ring.first_day} 至 {ring.last_day}"),
        (
            "成员、共同日",
            f"{ring.member_count} 人，{ring.day_count} 天，{len(paper.dossier.marks)} 人次",
        ),
        ("费用合计", f"{ring.amount:,.2f} 元"),
        ("得分与门槛", f"{ring.score:g}，门槛 {ring.threshold:g}"),
        (
            "p 值、q 值",
            f"{words.probability(ring.p_value)}，{words.probability(ring.q_value)}（全部数据，置换尾部推算）",
        ),
        ("团伙研判", words.verdict(paper.verdict) or "未研判"),
        ("识别批次", paper.run),
    ]
    if ring.route_reason:
        rows.insert(1, ("归类理由", ring.route_reason))
    if paper.partial:
        told = f"{paper.of} 名成员中的 {len(paper.dossier.faces)} 名；得分与概率为整个团伙的"
        rows.insert(0, ("范围", told))
    return [list(row) for row in rows]


def _members(paper: Paper) -> list[Json]:
    return [
        [
            str(number),
            f"{face.name} {face.member.psn_no}".strip(),
            words.ROLES.get(face.member.role, face.member.role),
            str(face.member.attended),
            str(face.member.alone),
            f"{face.member.amount:,.2f}",
            "、".join(words.KINDS.get(kind, kind) for kind in face.member.shared),
            words.verdict(paper.verdicts.get(face.member.psn_no)) or "未研判",
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
    fees = paper.figures.fees
    rows: list[Json] = [
        [
            row.month,
            words.treatment(row.med_type),
            names.get(row.fixmedins_code, row.fixmedins_code),
            str(row.visits),
            f"{row.median:,.2f}",
            f"{row.peer_median:,.2f}" if row.peer_median is not None else "—",
            f"{words.BASES[row.basis]} {row.peer_visits}",
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
    return [[words.KINDS.get(t.kind, t.kind), t.value, str(len(t.members))] for t in ties[:40]]


def _records(paper: Paper) -> list[Json]:
    doctors = {doctor.code: doctor.name for doctor in paper.dossier.summary.doctors}
    rows: list[Json] = []
    for record in paper.figures.records:
        mark = paper.dossier.marks[record.mark]
        face = paper.dossier.faces[mark.member]
        rows.append(
            [
                face.member.psn_no,
                words.moment(record.begins),
                doctors.get(mark.doctor or "", mark.doctor or ""),
                record.diagnosis,
                record.mdtrt_id,
                "、".join(record.setl_ids),
                f"{record.amount:,.2f}",
            ]
        )
    return rows
