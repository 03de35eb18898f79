"""The dossier of a ring as a workbook: every sentence, cell and bill, and who made the list."""

import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

import xlsxwriter  # type: ignore[import-untyped]

from graph.rings.dossier import words
from graph.rings.dossier.paper import Paper
from graph.rings.model import Mark

Cell = str | int | float | Decimal | date | datetime | None
MARKS: Final = ("", "·", "●")


def workbook(paper: Paper) -> tuple[bytes, int]:
    """The workbook and its number of visits."""
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        book.set_properties({"title": title(paper), "author": paper.made.by})
        book.set_properties({"created": paper.made.at.replace(tzinfo=None)})
        writer = _Writer(book, stamp(paper))
        writer.sheet("概要", ("项目", "内容"), _facts(paper), widths=(18, 110))
        writer.sheet("成员", MEMBER_HEADS, _members(paper))
        writer.grid(paper)
        writer.sheet("就诊与结算", RECORD_HEADS, _records(paper))
        writer.sheet("共同日", ("日期", "机构", "到场", "偶然期望"), _days(paper))
        writer.sheet("理由与反证", REASON_HEADS, _reasons(paper), widths=(12, 100, 60))
        writer.sheet("费用对照", FEE_HEADS, _fees(paper))
        writer.sheet("置换分布", ("同到人次", "置换次数"), paper.figures.draw.counts)
        writer.sheet("共同点", ("类别", "内容", "人数", "成员"), _shared(paper))
        writer.sheet(
            "门槛敏感性",
            ("门槛倍数", "团伙是否成立", "证据达最弱成员同样倍数的成员数"),
            _sensitivity(paper),
        )
    return buffer.getvalue(), len(paper.figures.records)


def title(paper: Paper) -> str:
    """What the paper is called; a part says so."""
    name = f"疑似团伙 {paper.dossier.summary.ring_id}"
    return f"{name}（{len(paper.dossier.faces)}/{paper.of} 名成员）" if paper.partial else name


def stamp(paper: Paper) -> str:
    """Who, when and what for: it stands on every sheet."""
    made = paper.made
    purpose = made.purpose or "未说明用途，个人信息已脱敏"
    return (
        f"{title(paper)}  导出人：{made.by}（{made.account}）  "
        f"导出时间：{words.moment(made.at)}  用途：{purpose}"
    )


class _Writer:
    """Sheets of one shape: the stamp, the heads, the rows."""

    def __init__(self, book: Any, head: str) -> None:
        self.book, self.head = book, head
        self.bold = book.add_format({"bold": True, "bg_color": "#E8EEF7", "border": 1})
        self.money = book.add_format({"num_format": "#,##0.00", "valign": "top"})
        self.plain = book.add_format({"text_wrap": True, "valign": "top"})
        self.day = book.add_format({"num_format": "yyyy-mm-dd", "valign": "top"})
        self.minute = book.add_format({"num_format": "yyyy-mm-dd hh:mm", "valign": "top"})
        self.states = (
            None,
            book.add_format({"align": "center", "bg_color": "#F9E6BF"}),
            book.add_format({"align": "center", "bg_color": "#D98E1C", "font_color": "#FFFFFF"}),
        )

    def sheet(
        self,
        name: str,
        heads: Sequence[str],
        rows: Iterable[Sequence[Cell]],
        widths: Sequence[int] = (),
    ) -> Any:
        """One sheet; columns without a width of their own get 18."""
        sheet = self.book.add_worksheet(name)
        sheet.write_string(0, 0, self.head)
        for column, head in enumerate(heads):
            sheet.set_column(column, column, widths[column] if column < len(widths) else 18)
            sheet.write_string(1, column, head, self.bold)
        for line, row in enumerate(rows, 2):
            for column, cell in enumerate(row):
                self._write(sheet, line, column, cell)
        sheet.freeze_panes(2, 1)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(1)
        sheet.set_footer("&L&A&R第 &P 页，共 &N 页")
        return sheet

    def grid(self, paper: Paper) -> None:
        """Members by days, a comment in each cell with minute, doctor and amount."""
        dossier = paper.dossier
        heads = ["成员", "姓名", *(day.day.isoformat() for day in dossier.days)]
        rows = [[face.member.psn_no, face.name] for face in dossier.faces]
        sheet = self.sheet("成员×日期", heads, rows, widths=(20, 10, *(6 for _ in dossier.days)))
        named = {doctor.code: doctor.name for doctor in dossier.summary.doctors}
        for mark in dossier.marks:
            state = dossier.grid[mark.member][mark.day]
            line, column = mark.member + 2, mark.day + 2
            sheet.write_string(line, column, MARKS[state], self.states[state])
            sheet.write_comment(line, column, _told(paper, mark, named), {"x_scale": 1.6})
        sheet.freeze_panes(2, 2)

    def _write(self, sheet: Any, line: int, column: int, cell: Cell) -> None:
        if isinstance(cell, Decimal):
            sheet.write_number(line, column, cell, self.money)
        elif isinstance(cell, datetime):
            sheet.write_datetime(line, column, cell.replace(tzinfo=None), self.minute)
        elif isinstance(cell, date):
            sheet.write_datetime(line, column, cell, self.day)
        elif isinstance(cell, int | float):
            sheet.write_number(line, column, cell)
        elif cell:
            sheet.write_string(line, column, cell, self.plain)


def _told(paper: Paper, mark: Mark, named: dict[str, str]) -> str:
    day = paper.dossier.days[mark.day]
    off = {-1: "（前一天）", 1: "（后一天）"}.get(mark.off, "")
    doctor = named.get(mark.doctor or "", mark.doctor or "")
    told = [f"{day.day}{off} {words.clock(mark.minute)}".strip(), day.fixmedins_code, doctor]
    return "\n".join([*(one for one in told if one), f"{mark.amount:,.2f} 元", mark.mdtrt_id])


def _facts(paper: Paper) -> Iterable[Sequence[Cell]]:
    ring = paper.dossier.summary
    yield "编号", ring.ring_id
    yield (
        "类型",
        words.ROUTES.get(ring.route, ring.route)
        + (f"：{ring.route_reason}" if ring.route_reason else ""),
    )
    yield "渠道", words.CHANNELS.get(ring.channel, ring.channel)
    if paper.partial:
        yield "范围", f"{paper.of} 名成员中的 {len(paper.dossier.faces)} 名；得分与概率为整个团伙的"
    for line in paper.summary:
        yield "说明", line.zh
    for line in paper.summary:
        yield "In English", line.en
    yield "得分 / 门槛", f"{ring.score:g} / {ring.threshold:g}"
    yield "p 值（全部数据）", words.probability(ring.p_value)
    yield "q 值", words.probability(ring.q_value)
    draw = paper.figures.draw
    yield (
        "置换检验",
        f"{draw.runs} 次中 {draw.reached} 次达到，p = {draw.p_value:.2g}"
        if draw.runs
        else "无法进行",
    )
    yield "团伙研判", words.verdict(paper.verdict) or "未研判"
    yield "识别批次", paper.run
    if paper.figures.missing:
        yield "注意", f"{paper.figures.missing} 条就诊已不在库中（批次被撤回或替换），请重新识别"


MEMBER_HEADS: Final = (
    "人员编号", "姓名", "性别", "年龄", "角色", "到场天数", "共同日以外就诊", "金额（元）", "证据强度", "共同点", "研判",
)  # fmt: skip


def _members(paper: Paper) -> Iterable[Sequence[Cell]]:
    for face in paper.dossier.faces:
        m = face.member
        yield (
            m.psn_no,
            face.name,
            {"1": "男", "2": "女"}.get(face.gend, ""),
            face.age,
            words.ROLES.get(m.role, m.role),
            m.attended,
            m.alone,
            m.amount,
            m.evidence,
            "、".join(words.KINDS.get(kind, kind) for kind in m.shared),
            words.verdict(paper.verdicts.get(m.psn_no)) or "未研判",
        )


RECORD_HEADS: Final = (
    "人员编号", "共同日", "就诊时间", "出院时间", "机构", "医师", "医疗类别", "诊断", "就诊ID", "结算ID", "结算时间", "终端", "床位", "总费用（元）", "基金支付（元）",
)  # fmt: skip


def _records(paper: Paper) -> Iterable[Sequence[Cell]]:
    ring = paper.dossier.summary
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
            "、".join(record.setl_ids),
            record.settled,
            "、".join(record.terminals),
            record.bed,
            record.amount,
            record.fund,
        )


def _days(paper: Paper) -> Iterable[Sequence[Cell]]:
    places = {place.code: place.name for place in paper.dossier.summary.institutions}
    for day in paper.dossier.days:
        expected = None if paper.partial else round(day.expected, 3)
        yield day.day, places.get(day.fixmedins_code, day.fixmedins_code), day.attended, expected


REASON_HEADS: Final = ("方向", "内容", "依据的就诊ID")


def _reasons(paper: Paper) -> Iterable[Sequence[Cell]]:
    """The machine's sentences with their visits; of a part, only those of its members."""
    marks = paper.dossier.marks
    carried = {support.code: support.marks for support in paper.figures.supports}
    for reason in paper.dossier.reasons:
        ids = sorted({marks[position].mdtrt_id for position in carried.get(reason.code, ())})
        yield "支持" if reason.supports else "反证", reason.zh, "、".join(ids)
    for check in paper.figures.checks:
        yield "反证" if check.against else "反证未成立", check.zh, None


FEE_HEADS: Final = (
    "月份", "医疗类别", "机构", "就诊数", "中位费用（元）", "对照", "对照就诊数", "对照中位（元）", "对照四分之一（元）", "对照四分之三（元）", "高出合计（元）",
)  # fmt: skip


def _fees(paper: Paper) -> Iterable[Sequence[Cell]]:
    places = {place.code: place.name for place in paper.dossier.summary.institutions}
    for row in paper.figures.fees.rows:
        yield (
            row.month,
            words.treatment(row.med_type),
            places.get(row.fixmedins_code, row.fixmedins_code),
            row.visits,
            row.median,
            words.BASES[row.basis],
            row.peer_visits,
            row.peer_median,
            row.peer_low,
            row.peer_high,
            row.excess,
        )


def _shared(paper: Paper) -> Iterable[Sequence[Cell]]:
    faces = paper.dossier.faces
    for tie in (*paper.dossier.shared, *paper.figures.ties):
        people = "、".join(faces[row].member.psn_no for row in tie.members)
        yield words.KINDS.get(tie.kind, tie.kind), tie.value, len(tie.members), people


def _sensitivity(paper: Paper) -> Iterable[Sequence[Cell]]:
    for one in paper.dossier.sensitivity:
        yield one.factor, "成立" if one.stands else "不成立", one.members
