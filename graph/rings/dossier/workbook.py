"""The dossier of a ring as a workbook: every sentence, cell and bill, and who made the list."""

import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

import xlsxwriter  # type: ignore[import-untyped]

from graph.rings.dossier import rows
from graph.rings.dossier.paper import Paper, stamp, title
from graph.rings.dossier.rows import Cell
from graph.rings.dossier.words import clock
from graph.rings.model import Mark

#: A text in Chinese and English.
Said = tuple[str, str]
MARKS: Final = ("", "·", "●")


def workbook(paper: Paper) -> tuple[bytes, int]:
    """The workbook and its number of visits."""
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        book.set_properties({"title": title(paper), "author": paper.made.by})
        book.set_properties({"created": paper.made.at.replace(tzinfo=None)})
        writer = _Writer(book, paper)
        writer.sheet(("概要", "Summary"), rows.FACT_HEADS, rows.facts(paper), widths=(18, 110))
        writer.sheet(("成员", "Members"), rows.MEMBER_HEADS, rows.members(paper))
        writer.grid(paper)
        writer.sheet(("就诊与结算", "Visits and bills"), rows.RECORD_HEADS, rows.records(paper))
        writer.sheet(("共同日", "Joint days"), rows.DAY_HEADS, rows.days(paper))
        writer.sheet(
            ("理由与反证", "Reasons"),
            rows.REASON_HEADS,
            rows.reasons(paper),
            widths=(6, 12, 110, 18),
        )
        writer.sheet(
            ("机构与医师", "Institutions and doctors"),
            rows.PARTY_HEADS,
            rows.parties(paper),
            widths=(6, 12, 36, 20),
        )
        writer.months(paper)
        writer.sheet(("同到关系", "Who met whom"), rows.MEETING_HEADS, rows.meetings(paper))
        writer.sheet(("费用对照", "Fees beside peers"), rows.FEE_HEADS, rows.fees(paper))
        writer.sheet(("退费与重收", "Refunds"), rows.REFUND_HEADS, rows.refunds(paper))
        writer.chance(paper)
        writer.sheet(("共同点", "In common"), rows.SHARED_HEADS, rows.shared(paper))
        writer.sheet(("门槛敏感性", "Sensitivity"), rows.SENSITIVITY_HEADS, rows.sensitivity(paper))
        writer.sheet(("到场天数", "Days attended"), rows.REACH_HEADS, rows.reach(paper))
    return buffer.getvalue(), len(paper.figures.records)


class _Writer:
    """Sheets of one shape: the stamp, the heads, the rows."""

    def __init__(self, book: Any, paper: Paper) -> None:
        self.book, self.head, self.words = book, stamp(paper), paper.words
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
        name: Said,
        heads: Sequence[Said],
        rows: Iterable[Sequence[Cell]],
        widths: Sequence[int] = (),
    ) -> Any:
        """One sheet; columns without a width of their own get 18."""
        say = self.words.say
        sheet = self.book.add_worksheet(say(*name))
        sheet.write_string(0, 0, self.head)
        for column, head in enumerate(heads):
            sheet.set_column(column, column, widths[column] if column < len(widths) else 18)
            sheet.write_string(1, column, say(*head), self.bold)
        for line, row in enumerate(rows, 2):
            for column, cell in enumerate(row):
                self._write(sheet, line, column, cell)
        sheet.freeze_panes(2, 1)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(1)
        sheet.set_footer("&L&A&R" + say("第 &P 页，共 &N 页", "page &P of &N"))
        return sheet

    def grid(self, paper: Paper) -> None:
        """Members by days, a comment in each cell with minute, doctor and amount."""
        dossier = paper.dossier
        days = [day.day.isoformat() for day in dossier.days]
        heads = [("成员", "Member"), ("姓名", "Name"), *((day, day) for day in days)]
        rows = [[face.member.psn_no, face.name] for face in dossier.faces]
        widths = (20, 10, *(6 for _ in days))
        sheet = self.sheet(("成员×日期", "Members x days"), heads, rows, widths)
        named = {doctor.code: doctor.name for doctor in dossier.summary.doctors}
        for mark in dossier.marks:
            state = dossier.grid[mark.member][mark.day]
            line, column = mark.member + 2, mark.day + 2
            sheet.write_string(line, column, MARKS[state], self.states[state])
            sheet.write_comment(line, column, _told(paper, mark, named), {"x_scale": 1.6})
        sheet.freeze_panes(2, 2)

    def months(self, paper: Paper) -> None:
        """The timeline by month, drawn: visits beside what chance would bring, and the money."""
        say, lines = self.words.say, list(rows.by_month(paper))
        name = ("时间线", "Timeline")
        sheet = self.sheet(name, rows.MONTH_HEADS, lines)
        if not lines:
            return
        visits = self._column(say(*name), len(lines), 2, rows.MONTH_HEADS[2])
        chart = self.book.add_chart({"type": "column"})
        chart.add_series(visits | {"fill": {"color": "#595959"}})
        money = self.book.add_chart({"type": "line"})
        amount = self._column(say(*name), len(lines), 4, rows.MONTH_HEADS[4])
        money.add_series(
            amount | {"y2_axis": True, "line": {"color": "#000000", "dash_type": "dash"}}
        )
        chart.combine(money)
        chart.set_title({"name": say("每月人次与金额", "Visits and money by month")})
        chart.set_legend({"position": "bottom"})
        money.set_y2_axis({"name": say("元", "yuan"), "num_format": "#,##0"})
        sheet.insert_chart(1, 6, chart, {"x_scale": 1.5})

    def chance(self, paper: Paper) -> None:
        """How often chance brought so many visits together, drawn, with what was seen in the title."""
        say, draw = self.words.say, paper.figures.draw
        name = ("置换分布", "Permutations")
        sheet = self.sheet(name, rows.DRAW_HEADS, draw.counts)
        if not draw.counts:
            return
        chart = self.book.add_chart({"type": "column"})
        series = self._column(say(*name), len(draw.counts), 1, rows.DRAW_HEADS[1])
        chart.add_series(series | {"fill": {"color": "#595959"}, "gap": 10})
        seen = say(
            f"偶然的同到人次；实际 {draw.seen} 人次",
            f"visits together by chance; {draw.seen} were seen",
        )
        chart.set_title({"name": seen, "name_font": {"size": 11}})
        chart.set_x_axis({"name": say(*rows.DRAW_HEADS[0])})
        chart.set_legend({"none": True})
        sheet.insert_chart(1, 3, chart, {"x_scale": 1.5})

    def _column(self, sheet: str, count: int, column: int, head: Said) -> dict[str, Any]:
        """A series of a chart: a column of a sheet over its first one."""
        return {
            "name": self.words.say(*head),
            "categories": [sheet, 2, 0, count + 1, 0],
            "values": [sheet, 2, column, count + 1, column],
        }

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
    say, day = paper.words.say, paper.dossier.days[mark.day]
    off = {-1: say("（前一天）", " (the day before)"), 1: say("（后一天）", " (the day after)")}
    doctor = named.get(mark.doctor or "", mark.doctor or "")
    when = f"{day.day}{off.get(mark.off, '')} {clock(mark.minute)}".strip()
    told = [one for one in (when, day.fixmedins_code, doctor) if one]
    amount = f"{mark.amount:,.2f}"
    return "\n".join([*told, say(f"{amount} 元", f"{amount} yuan"), mark.mdtrt_id])
