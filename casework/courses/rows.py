"""Check the rows of a course workbook: what is right is taken, the rest kept with its reason.

Sheets (first row: headings, in any order): 课程信息 (项目, 内容: 课程编号, 课程名称, 学时),
课程内容 (章节, 标题, 正文), 题库 (题号, 题型, 题干, A–F, 答案, 依据).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from casework.commands.courses import Page, Question, QuestionKind, Reject
from casework.refusal import refuse

Sheet = Sequence[Sequence[str]]
INFO, PAGES, BANK = "课程信息", "课程内容", "题库"
MOST_PAGES, MOST_QUESTIONS, MOST_REJECTS, MOST_TEXT = 500, 5000, 1000, 8000
LETTERS = "ABCDEF"
KINDS = {
    "单选": QuestionKind.SINGLE,
    "多选": QuestionKind.MULTIPLE,
    "判断": QuestionKind.JUDGEMENT,
}
TRUE, FALSE = frozenset({"对", "正确", "√", "A"}), frozenset({"错", "错误", "×", "B"})


@dataclass(frozen=True)
class Wrong:
    """Why a row is not taken: the column, and the reason in both languages."""

    field: str
    zh: str
    en: str


@dataclass(frozen=True)
class Parsed:
    """What a workbook holds, and the rows that were refused."""

    course_id: str
    title: str
    hours: Decimal
    pages: tuple[Page, ...]
    questions: tuple[Question, ...]
    rejects: tuple[Reject, ...]


def read_course(sheets: Mapping[str, Sheet]) -> Parsed:
    """Read the sheets of a workbook. Refuses BAD_VALUE when the sheet 课程信息 is not usable."""
    course_id, title, hours = _info(sheets.get(INFO, ()))
    rejects: list[Reject] = []
    pages = tuple(_pages(sheets.get(PAGES, ()), rejects))
    questions = tuple(_questions(sheets.get(BANK, ()), rejects))
    return Parsed(course_id, title, hours, pages, questions, tuple(rejects[:MOST_REJECTS]))


def _info(sheet: Sheet) -> tuple[str, str, Decimal]:
    facts = {row[0].strip(): row[1].strip() for row in sheet if len(row) >= 2}
    for name in ("课程编号", "课程名称", "学时"):
        if not facts.get(name):
            raise refuse(
                "BAD_VALUE",
                field=f"工作表“{INFO}”",
                field_en=f"sheet '{INFO}'",
                why=f"缺少“{name}”",
                why_en=f"no row '{name}'",
            )
    course_id = facts["课程编号"]
    if len(course_id) > 40 or not all(ch.isalnum() or ch in "-_." for ch in course_id):
        raise refuse(
            "BAD_VALUE",
            field="课程编号",
            field_en="course number",
            why="只能用字母、数字、-、_、.，至多 40 位",
            why_en="letters, digits, - _ . only, 40 at most",
        )
    hours = facts["学时"]
    try:
        return course_id, facts["课程名称"], Decimal(hours)
    except InvalidOperation:
        raise refuse(
            "BAD_VALUE",
            field="学时",
            field_en="hours of study",
            why=f"“{hours}”不是数",
            why_en=f"'{hours}' is no number",
        ) from None


def _table(sheet: Sheet) -> Iterator[tuple[int, dict[str, str]]]:
    """Rows as heading → text, with the row's number in the sheet; empty rows are left out."""
    if not sheet:
        return
    heads = [head.strip() for head in sheet[0]]
    for number, row in enumerate(sheet[1:], 2):
        cells = {head: cell.strip() for head, cell in zip(heads, row, strict=False) if head}
        if any(cells.values()):
            yield number, cells


def _pages(sheet: Sheet, rejects: list[Reject]) -> Iterator[Page]:
    taken = 0
    for number, cells in _table(sheet):
        title, text = cells.get("标题", ""), cells.get("正文", "")
        why = _wrong_page(title, text, taken)
        if why:
            rejects.append(_reject(PAGES, number, why, cells))
            continue
        taken += 1
        yield Page(cells.get("章节", ""), title, text)


def _wrong_page(title: str, text: str, taken: int) -> Wrong | None:
    if not title:
        return Wrong("标题", "标题为空", "no title")
    if not text:
        return Wrong("正文", "正文为空", "no text")
    if len(text) > MOST_TEXT:
        return Wrong(
            "正文",
            f"正文超过 {MOST_TEXT} 字，请分页",
            f"more than {MOST_TEXT} characters: part the page",
        )
    if taken >= MOST_PAGES:
        return Wrong("", f"页数超过 {MOST_PAGES}", f"more than {MOST_PAGES} pages")
    return None


def _questions(sheet: Sheet, rejects: list[Reject]) -> Iterator[Question]:
    seen: set[str] = set()
    for number, cells in _table(sheet):
        found = _question(cells, seen)
        if isinstance(found, Question):
            seen.add(found.question_id)
            yield found
        else:
            rejects.append(_reject(BANK, number, found, cells))


def _question(cells: Mapping[str, str], seen: set[str]) -> Question | Wrong:
    number, kind = cells.get("题号", ""), KINDS.get(cells.get("题型", "").removesuffix("题"))
    text, given = cells.get("题干", ""), cells.get("答案", "").upper()
    if not number:
        return Wrong("题号", "题号为空", "no number")
    if number in seen:
        return Wrong(
            "题号", f"题号 {number} 重复，保留先出现的一题",
            f"number {number} stands twice: the first is kept",
        )  # fmt: skip
    if len(seen) >= MOST_QUESTIONS:
        return Wrong("", f"试题超过 {MOST_QUESTIONS} 道", f"more than {MOST_QUESTIONS} questions")
    if kind is None:
        said = cells.get("题型", "")
        return Wrong(
            "题型", f"题型“{said}”应为单选、多选或判断",
            f"the kind '{said}' should be 单选 (one answer), 多选 (several) or 判断 (right or wrong)",
        )  # fmt: skip
    if not text:
        return Wrong("题干", "题干为空", "no question")
    options = _options(kind, cells)
    answer = _answer(kind, given)
    wrong = _wrong_answer(kind, options, answer)
    if wrong:
        return wrong
    return Question(number, kind, text, options, answer, cells.get("依据", ""))


def _options(kind: QuestionKind, cells: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    if kind is QuestionKind.JUDGEMENT:
        return (("A", "正确"), ("B", "错误"))
    return tuple((letter, cells[letter]) for letter in LETTERS if cells.get(letter))


def _answer(kind: QuestionKind, given: str) -> str:
    if kind is QuestionKind.JUDGEMENT:
        return "A" if given in TRUE else "B" if given in FALSE else ""
    return "".join(sorted({ch for ch in given if ch.isalpha()}))


def _wrong_answer(
    kind: QuestionKind, options: tuple[tuple[str, str], ...], answer: str
) -> Wrong | None:
    letters = {letter for letter, _ in options}
    if len(options) < 2:
        return Wrong("A", "选项少于两个", "fewer than two options")
    if len({text for _, text in options}) < len(options):
        return Wrong("A", "有相同的选项", "two options are the same")
    if not answer or not letters.issuperset(answer):
        return Wrong("答案", "答案为空，或不是本题的选项", "no answer, or none of its options")
    if kind is QuestionKind.SINGLE and len(answer) != 1:
        return Wrong("答案", "单选题只能有一个答案", "a question of this kind has one answer")
    if kind is QuestionKind.MULTIPLE and len(answer) < 2:
        return Wrong(
            "答案", "多选题至少有两个答案", "a question of this kind has two answers at least"
        )
    return None


def _reject(sheet: str, row: int, why: Wrong, cells: Mapping[str, str]) -> Reject:
    raw = " | ".join(f"{head}={cell}" for head, cell in cells.items() if cell)
    return Reject(sheet, row, why.field, why.zh, raw[:2000], why.en)
