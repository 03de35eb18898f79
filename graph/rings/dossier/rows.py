"""What the sheets of a ring's workbook say: heads and rows, one function a sheet."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from casework.judgements.group import standing_of, tally_of
from graph.rings.dossier.months import joint_days, months
from graph.rings.dossier.paper import Paper, partly
from graph.rings.dossier.words import (
    BASES,
    BOOKINGS,
    CHANNELS,
    KINDS,
    ROLES,
    ROUTES,
    SEXES,
    STANDINGS,
    moment,
    probability,
)
from graph.rings.network import network_of

Cell = str | int | float | Decimal | date | datetime | None

FACT_HEADS: Final = (("项目", "What"), ("内容", "Says"))


def facts(paper: Paper) -> Iterable[Sequence[Cell]]:
    """The ring in general, sentence by sentence."""
    ring, words = paper.dossier.summary, paper.words
    say, why = words.say, words.say(ring.route_reason, ring.route_reason_en)
    yield say("编号", "Number"), ring.ring_id
    route = words.word(ROUTES, ring.route)
    yield say("类型", "Route"), f"{route}{say('：', ': ')}{why}" if why else route
    yield say("渠道", "Channel"), words.word(CHANNELS, ring.channel)
    if paper.partial:
        yield say("范围", "Scope"), partly(paper)
    for line in paper.summary:
        yield say("说明", "In words"), say(line.zh, line.en)
    yield say("得分 / 门槛", "Score / cut"), f"{ring.score:g} / {ring.threshold:g}"
    yield say("p 值（全部数据）", "p (over all data)"), probability(ring.p_value)
    yield say("q 值", "q"), probability(ring.q_value)
    yield say("置换检验", "Permutations"), _drawn(paper)
    yield say("团伙研判", "Judgement"), words.judged(paper.verdict)
    yield say("成员研判", "Members judged"), standing(paper)
    yield say("识别批次", "Detection"), paper.run
    if gone := paper.figures.missing:
        yield (
            say("注意", "Mind"),
            say(
                f"{gone} 条就诊已不在库中（批次被撤回或替换），请重新识别",
                f"{gone} visits are no longer in the store (their batch was withdrawn or replaced): "
                "detect anew",
            ),
        )


def standing(paper: Paper) -> str:
    """What people made of the ring: derived from the verdicts on it and on each member."""
    dossier, words = paper.dossier, paper.words
    verdicts = (paper.verdicts.get(face.member.psn_no) for face in dossier.faces)
    tally = tally_of(mark.verdict if mark else None for mark in verdicts)
    said = standing_of(paper.verdict.verdict if paper.verdict else None, tally)
    left = len(dossier.faces) - tally.judged
    counts = words.say(
        f"确认 {tally.confirmed} 人，排除 {tally.rejected} 人，存疑 {tally.unsure} 人，未研判 {left} 人",
        f"{tally.confirmed} confirmed, {tally.rejected} rejected, {tally.unsure} unsure, "
        f"{left} not judged",
    )
    return f"{words.word(STANDINGS, said)}{words.say('：', ': ')}{counts}"


def _drawn(paper: Paper) -> str:
    draw = paper.figures.draw
    if not draw.runs:
        return paper.words.say("无法进行", "impossible")
    p = f"p = {draw.p_value:.2g}"
    return paper.words.say(
        f"{draw.runs} 次中 {draw.reached} 次达到，{p}",
        f"{draw.reached} of {draw.runs} reach it, {p}",
    )


MEMBER_HEADS: Final = (
    ("人员编号", "psn_no"),
    ("姓名", "Name"),
    ("性别", "Sex"),
    ("年龄", "Age"),
    ("角色", "Role"),
    ("到场天数", "Joint days"),
    ("共同日以外就诊", "Other visits there"),
    ("金额（元）", "Amount (yuan)"),
    ("证据强度", "Evidence"),
    ("共同点", "In common"),
    ("研判", "Judgement"),
    ("同时在", "Also in"),
)


def members(paper: Paper) -> Iterable[Sequence[Cell]]:
    """One row a member, in the order of the grid."""
    words = paper.words
    for face in paper.dossier.faces:
        m = face.member
        yield (
            m.psn_no,
            face.name,
            words.word(SEXES, face.gend) if face.gend in SEXES else "",
            face.age,
            words.word(ROLES, m.role),
            m.attended,
            m.alone,
            m.amount,
            m.evidence,
            words.kinds(m.shared),
            words.judged(paper.verdicts.get(m.psn_no)),
            words.listed(face.also),
        )


RECORD_HEADS: Final = (
    ("人员编号", "psn_no"),
    ("共同日", "Joint day"),
    ("就诊时间", "Visit"),
    ("出院时间", "Discharge"),
    ("机构", "Institution"),
    ("医师", "Doctor"),
    ("医疗类别", "Kind of care"),
    ("诊断", "Diagnosis"),
    ("就诊ID", "mdtrt_id"),
    ("结算ID", "setl_id"),
    ("结算时间", "Settled"),
    ("终端", "Terminal"),
    ("床位", "Bed"),
    ("总费用（元）", "Total (yuan)"),
    ("基金支付（元）", "Fund (yuan)"),
    ("支持的理由", "Reasons (no.)"),
)


def records(paper: Paper) -> Iterable[Sequence[Cell]]:
    """One row a joint visit, with its bills and the numbers of the reasons that rest on it."""
    based = resting(paper)
    ring, words = paper.dossier.summary, paper.words
    places = {place.code: place.name for place in ring.institutions}
    doctors = {doctor.code: doctor.name for doctor in ring.doctors}
    for record in paper.figures.records:
        mark = paper.dossier.marks[record.mark]
        yield (
            paper.dossier.faces[mark.member].member.psn_no,
            paper.dossier.days[mark.day].day,
            record.begins,
            record.ends,
            places.get(record.fixmedins_code, record.fixmedins_code),
            doctors.get(mark.doctor or "", mark.doctor),
            words.treatment(record.med_type),
            record.diagnosis,
            record.mdtrt_id,
            words.listed(record.setl_ids),
            record.settled,
            words.listed(record.terminals),
            record.bed,
            record.amount,
            record.fund,
            words.listed([str(no) for no, on in enumerate(based, 1) if record.mark in on]),
        )


def resting(paper: Paper) -> list[set[int]]:
    """The marks that each reason rests on, in the reasons' order."""
    carried = {support.code: set(support.marks) for support in paper.figures.supports}
    return [carried.get(reason.code, set()) for reason in paper.dossier.reasons]


DAY_HEADS: Final = (
    ("日期", "Day"),
    ("机构", "Institution"),
    ("到场", "Came"),
    ("偶然期望", "Expected by chance"),
)


def days(paper: Paper) -> Iterable[Sequence[Cell]]:
    """One row a joint day; of a part nothing is expected."""
    places = {place.code: place.name for place in paper.dossier.summary.institutions}
    for day in paper.dossier.days:
        expected = None if paper.partial else round(day.expected, 3)
        yield day.day, places.get(day.fixmedins_code, day.fixmedins_code), day.attended, expected


REASON_HEADS: Final = (
    ("序号", "No."),
    ("方向", "Speaks"),
    ("内容", "Says"),
    ("依据的就诊数", "Visits it rests on"),
)


def reasons(paper: Paper) -> Iterable[Sequence[Cell]]:
    """The machine's sentences, numbered as the sheet of visits refers to them; of a part, only the
    visits of its members count. Then what was asked against it."""
    words = paper.words
    backs, against = words.say("支持", "for"), words.say("反证", "against")
    carried = {support.code: len(set(support.marks)) for support in paper.figures.supports}
    for number, reason in enumerate(paper.dossier.reasons, 1):
        side = backs if reason.supports else against
        yield number, side, words.say(reason.zh, reason.en), carried.get(reason.code)
    for check in paper.figures.checks:
        side = against if check.against else words.say("反证未成立", "not against")
        yield None, side, words.say(check.zh, check.en), None


FEE_HEADS: Final = (
    ("月份", "Month"),
    ("医疗类别", "Kind of care"),
    ("机构", "Institution"),
    ("就诊数", "Visits"),
    ("中位费用（元）", "Median (yuan)"),
    ("对照", "Peers"),
    ("对照就诊数", "Peers' visits"),
    ("对照中位（元）", "Peers' median"),
    ("对照四分之一（元）", "Peers' first quarter"),
    ("对照四分之三（元）", "Peers' third quarter"),
    ("高出合计（元）", "Excess (yuan)"),
)


def fees(paper: Paper) -> Iterable[Sequence[Cell]]:
    """One row a month, kind and institution, beside its peers'."""
    places = {place.code: place.name for place in paper.dossier.summary.institutions}
    for row in paper.figures.fees.rows:
        yield (
            row.month,
            paper.words.treatment(row.med_type),
            places.get(row.fixmedins_code, row.fixmedins_code),
            row.visits,
            row.median,
            paper.words.word(BASES, row.basis),
            row.peer_visits,
            row.peer_median,
            row.peer_low,
            row.peer_high,
            row.excess,
        )


REACH_HEADS: Final = (
    ("至少到场共同日", "Joint days at least"),
    ("成员", "Members"),
    ("其他人", "Others"),
)


def reach(paper: Paper) -> Iterable[Sequence[Cell]]:
    """Who would belong if the line ran at so many days."""
    for one in paper.figures.reaches:
        yield one.days, one.members, one.others


REFUND_HEADS: Final = (
    ("个人编号", "Person"),
    ("结算时间", "Settled at"),
    ("类别", "Kind"),
    ("费用（元）", "Bill (yuan)"),
    ("就诊号", "Visit"),
    ("结算号", "Settlement"),
    ("明细流水号", "Fee line"),
    ("项目", "Item"),
    ("所退结算或明细", "Takes back"),
)


def refunds(paper: Paper) -> Iterable[Sequence[Cell]]:
    """One row a bill of the days on which something was taken back, in the order of booking."""
    for bill in paper.figures.refunds:
        yield (
            paper.dossier.faces[bill.member].member.psn_no,
            moment(bill.at),
            paper.words.word(BOOKINGS, bill.booking),
            bill.amount,
            bill.mdtrt_id,
            bill.setl_id,
            bill.feedetl_sn,
            bill.item,
            bill.takes_back,
        )


DRAW_HEADS: Final = (("同到人次", "Visits together"), ("置换次数", "Permutations"))
SHARED_HEADS: Final = (
    ("类别", "Kind"),
    ("内容", "Value"),
    ("人数", "People"),
    ("成员", "Members"),
)


def shared(paper: Paper) -> Iterable[Sequence[Cell]]:
    """What members have in common, context alone."""
    faces, words = paper.dossier.faces, paper.words
    for tie in (*paper.dossier.shared, *paper.figures.ties):
        people = words.listed(faces[row].member.psn_no for row in tie.members)
        yield words.word(KINDS, tie.kind), tie.value, len(tie.members), people


SENSITIVITY_HEADS: Final = (
    ("门槛倍数", "Cut times"),
    ("团伙是否成立", "The ring"),
    (
        "证据达最弱成员同样倍数的成员数",
        "Members whose evidence is as many times the weakest's",
    ),
)


def sensitivity(paper: Paper) -> Iterable[Sequence[Cell]]:
    """What stricter thresholds would leave."""
    stands, falls = paper.words.say("成立", "stands"), paper.words.say("不成立", "falls")
    for one in paper.dossier.sensitivity:
        yield one.factor, stands if one.stands else falls, one.members


PARTY_HEADS: Final = (
    ("序号", "No."),
    ("类别", "Kind"),
    ("名称", "Name"),
    ("编码", "Code"),
    ("人次", "Visits"),
    ("占比", "Share"),
    ("经度", "Longitude"),
    ("纬度", "Latitude"),
)


def parties(paper: Paper) -> Iterable[Sequence[Cell]]:
    """The institutions with where they stand, then the doctors, each with its share of the visits."""
    ring, say = paper.dossier.summary, paper.words.say
    seen = max(1, len(paper.dossier.marks))
    for number, one in enumerate(ring.institutions, 1):
        at = paper.county.asked.get(one.code, (None, None))
        share = round(one.visits / seen, 4)
        yield number, say("机构", "institution"), one.name, one.code, one.visits, share, *at
    for number, one in enumerate(ring.doctors, 1):
        share = round(one.visits / seen, 4)
        yield number, say("医师", "doctor"), one.name, one.code, one.visits, share


MONTH_HEADS: Final = (
    ("月份", "Month"),
    ("共同日", "Joint days"),
    ("人次", "Visits"),
    ("偶然期望", "Expected by chance"),
    ("金额（元）", "Amount (yuan)"),
)


def by_month(paper: Paper) -> Iterable[Sequence[Cell]]:
    """One row a month, also where nobody came."""
    blank = paper.partial or any(one.until for one in paper.dossier.days)
    for one in months(joint_days(paper.dossier)):
        expected = None if blank else round(one.expected, 3)
        yield one.name, one.days, one.visits, expected, one.amount


MEETING_HEADS: Final = (
    ("成员", "Member"),
    ("成员", "Member"),
    ("同到天数", "Days together"),
)


def meetings(paper: Paper) -> Iterable[Sequence[Cell]]:
    """Who came with whom on how many of the joint days, as the network draws it."""
    faces = paper.dossier.faces
    met = network_of(len(faces), paper.dossier.marks)
    for a, b, days in met.ties:
        yield faces[a].member.psn_no, faces[b].member.psn_no, days
