"""Turn a command dataclass into a terminal command: one option for each field.

The commands of casework are declared once; the terminal follows them, so that no act is missing.
"""

import inspect
import typing
from collections.abc import Callable, Iterator
from dataclasses import MISSING, Field, fields
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from enum import Enum
from types import UnionType
from typing import Annotated, Any, TypeVar

import typer
from rich.markup import escape

from casework.agreement.handle import SUSPENSIONS
from casework.clocks.calendars import SHANGHAI
from casework.commands.agreement import Measure, MeasureKind
from casework.commands.base import Command
from casework.commands.case import Instalment, OfficerRef, Said
from casework.commands.courses import Answer
from casework.commands.points import Basis, BasisKind
from casework.commands.referral import PackagePart
from casework.money import yuan
from cli.act import act
from cli.field_words import value_word, words_of
from cli.language import say, side
from cli.output import JsonOption, Output

T = TypeVar("T")
ONE_OF_TWO = "二者须填其一 / one of the two has to be given"
HIDDEN = frozenset(
    {
        "command_id",
        "content",
        "elsewhere",
        "ties",
        "acting",
        "undeclared",
        "target_names",
        "of_doctor",
    }
)


def add_act(
    app: typer.Typer,
    verb: str,
    kind: type[Command],
    help: str,
    *,
    fixed: dict[str, Any] | None = None,
    arguments: tuple[str, ...] = ("case_no",),
    do: Callable[[Output, Any, str], object] | None = None,
) -> None:
    """Add `verb` for the command class `kind`; `fixed` fields are not asked for.

    `do` is what is done with the command: by default it is carried out.
    """
    given = fixed or {}
    hints = typing.get_type_hints(kind)
    asked = [f for f in fields(kind) if f.name not in given and f.name not in HIDDEN]

    def run(**values: Any) -> None:
        out = Output(values.pop("json"))
        _decided(asked, hints, values)
        read = {f.name: _read(hints[f.name], values[f.name], f.name) for f in asked}
        (do or act)(out, kind(**given, **_without_absent(read, asked)), help.split(" / ")[0])

    parameters = [_parameter(f, hints[f.name], arguments, kind.__name__) for f in asked]
    json = inspect.Parameter(
        "json", inspect.Parameter.KEYWORD_ONLY, default=False, annotation=JsonOption
    )
    run.__signature__ = inspect.Signature([*parameters, json])  # type: ignore[attr-defined]
    run.__annotations__ = {p.name: p.annotation for p in (*parameters, json)}
    run.__doc__ = help
    if do is None:
        run.act = kind  # type: ignore[attr-defined]
    app.command(verb, help=help)(run)


def verbs_of(app: typer.Typer) -> dict[str, str]:
    """The verb of each act that was added to `app`, by the name of its command."""
    added = [(getattr(one.callback, "act", None), one.name) for one in app.registered_commands]
    return {kind.__name__: verb for kind, verb in reversed(added) if kind and verb}


def _decided(asked: list[Field[Any]], hints: dict[str, Any], values: dict[str, Any]) -> None:
    """A yes or no that the act needs is said: an option that was left out is no decision."""
    for one in asked:
        if hints[one.name] is bool and values[one.name] is None:
            name = one.name.replace("_", "-")
            raise typer.BadParameter(f"--{name} | --no-{name}: {side(ONE_OF_TWO)}")


def _without_absent(values: dict[str, Any], asked: list[Field[Any]]) -> dict[str, Any]:
    """Leave fields that were not given to the command's own defaults."""
    optional = {f.name for f in asked if not _needed(f)}
    return {k: v for k, v in values.items() if not (k in optional and v in (None, ()))}


def _needed(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _parameter(
    field: Field[Any], hint: Any, arguments: tuple[str, ...], command: str
) -> inspect.Parameter:
    shape = _shape(hint)
    name = "--" + field.name.replace("_", "-")
    words = words_of(field.name, command)
    written = _joined(words, *_written(hint, field.name, command))
    if field.name in arguments:
        annotation: Any = Annotated[shape, typer.Argument(help=written)]
    elif shape is bool:
        told = _joined(words, ONE_OF_TWO) if _needed(field) else words
        annotation = Annotated[bool, typer.Option(f"{name}/--no-{name[2:]}", help=told)]
    else:
        annotation = Annotated[shape, typer.Option(name, help=written)]
    default: Any = inspect.Parameter.empty
    if shape is bool and not _needed(field):
        default = field.default
    elif shape is bool or not _needed(field):
        default = None
        annotation = Annotated[shape | None, *annotation.__metadata__]
    return inspect.Parameter(
        field.name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation
    )


def _joined(*told: str) -> str:
    """Texts in both languages as one."""
    pairs = [one.split(" / ", 1) for one in told if one]
    zh, en = ("; ".join(pair[n] for pair in pairs) for n in (0, -1))
    return f"{zh} / {en}"


def _plain(hint: Any) -> Any:
    """The type without None."""
    if isinstance(hint, UnionType) or typing.get_origin(hint) is typing.Union:
        return next(a for a in typing.get_args(hint) if a is not type(None))
    return hint


def _shape(hint: Any) -> Any:
    """The type that the terminal asks for; what it does not know is read from text."""
    plain = _plain(hint)
    if typing.get_origin(plain) in (tuple, frozenset, dict):
        return list[str]
    if plain in (int, bool) or (isinstance(plain, type) and issubclass(plain, Enum)):
        return plain
    return str


HINTS: dict[Any, str] = {
    date: "YYYY-MM-DD",
    datetime: "YYYY-MM-DDTHH:MM（北京时间） / YYYY-MM-DDTHH:MM (Beijing time)",
    Decimal: "金额或倍数 / amount or multiple",
    OfficerRef: "账号=执法证号 / account=certificate",
    Measure: "措施:金额或月数:条款[:对象[:区域]][@截止时间] / "
    "kind:amount or months:clause[:target[:area]][@end]",
    Basis: "case:编号 或 document:文号:决定日期/送达日期:机关（后两项可略） / "
    "case:number or document:number:decided/served:body (the last two may be left out)",
    Instalment: "日期=金额 / day=amount",
    Said: "问题=回答 / question=answer",
    Answer: "题号=选项 / question=letters",
    PackagePart: "材料=说明 / part=reason",
}

#: Of a value in several parts: the part that is chosen.
CHOSEN: dict[Any, type[Enum]] = {Measure: MeasureKind, PackagePart: PackagePart}


def _written(hint: Any, field: str, command: str) -> Iterator[str]:
    """How a value is written: its form, the words of what may be chosen, whether it is repeated."""
    plain = _plain(hint)
    inner = (typing.get_args(plain)[:1] if typing.get_origin(plain) else (plain,))[0]
    if inner in HINTS:
        # To the help `[@…]` is markup, and would not be shown.
        yield escape(HINTS[inner])
    chosen = CHOSEN.get(inner, inner)
    if isinstance(chosen, type) and issubclass(chosen, Enum):
        # The values are English words already.
        said = [(one.value, value_word(one, field, command)) for one in chosen]
        told = ", ".join(f"{value} {word}".strip() for value, word in said)
        yield f"{told} / {', '.join(value for value, _ in said)}"
    if _shape(hint) == list[str]:
        yield "可多次 / repeatable"


def _read(hint: Any, value: Any, name: str) -> Any:
    plain = _plain(hint)
    if value is None:
        return None
    origin = typing.get_origin(plain)
    if origin is tuple:
        inner = typing.get_args(plain)[0]
        return tuple(_one(inner, text, name) for text in value)
    if origin is dict:
        return dict(_one(PackagePart, text, name) for text in value)
    return _one(plain, value, name)


def value_of(kind: type[T], text: str, name: str) -> T:
    """Read the text of an option; a wrong one is a usage error that names it and the form."""
    value: T = _one(kind, text, name)
    return value


def _one(kind: Any, value: Any, name: str) -> Any:
    try:
        reader = READERS.get(kind)
        return reader(value) if reader else value
    except (ValueError, IndexError, InvalidOperation) as error:
        form = HINTS.get(kind, "")
        raise typer.BadParameter(
            f"--{name.replace('_', '-')}: {value}"
            + say(f"（应为 {side(form)}）", f" (expected {side(form)})")
        ) from error


def moment(text: str) -> datetime:
    """A time of day, of this country where it names no other. Raises `ValueError`."""
    at = datetime.fromisoformat(text)
    return at if at.tzinfo else at.replace(tzinfo=SHANGHAI)


def _pair(text: str) -> tuple[str, str]:
    """The two sides of the first `=`. Raises `ValueError` without one: half is not the whole."""
    left, sign, right = text.partition("=")
    if not sign:
        raise ValueError(text)
    return left, right


def _officer(text: str) -> OfficerRef:
    return OfficerRef(*_pair(text))


def _said(text: str) -> Said:
    return Said(*_pair(text))


def _answer(text: str) -> Answer:
    return Answer(*_pair(text))


def _instalment(text: str) -> Instalment:
    day, amount = _pair(text)
    return Instalment(date.fromisoformat(day), yuan(amount))


def _part(text: str) -> tuple[PackagePart, str]:
    part, reason = _pair(text)
    return PackagePart(part), reason


def _measure(text: str) -> Measure:
    told, _, end = text.partition("@")
    kind, figure, clause, *rest = told.split(":")
    if len(rest) > 2:
        raise ValueError(text)
    target, area = (*rest, "", "")[:2]
    measure = MeasureKind(kind)
    timed = measure in SUSPENSIONS
    return Measure(
        kind=measure,
        amount=Decimal("0.00") if timed or not figure else yuan(figure),
        months=int(figure) if timed and figure else 0,
        clause=clause,
        target=target,
        area=area,
        ends_at=moment(end) if end else None,
    )


def _basis(text: str) -> Basis:
    kind, *rest = text.split(":")
    if BasisKind(kind) is BasisKind.CASE:
        # The day of a case's decision is read from the case itself.
        return Basis(BasisKind.CASE, rest[0], date.min)
    decided, _, served = rest[1].partition("/")
    return Basis(
        BasisKind.DOCUMENT,
        rest[0],
        date.fromisoformat(decided),
        ":".join(rest[2:]),
        date.fromisoformat(served) if served else None,
    )


READERS: dict[Any, Callable[[str], Any]] = {
    date: date.fromisoformat,
    datetime: moment,
    Decimal: Decimal,
    OfficerRef: _officer,
    Measure: _measure,
    Basis: _basis,
    Instalment: _instalment,
    Said: _said,
    Answer: _answer,
    PackagePart: _part,
}
