"""`jicha generate county`: an invented county in the bureau's own format."""

import os
import resource
import time
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final

import typer

from claims.county.by_month import cut_by_month
from claims.county.generate import generate
from claims.county.margins import PRESETS, Margins
from claims.county.rings import STRESS
from claims.county.writing import Format
from cli.language import say
from cli.output import JsonOption, Output
from cli.phases import GENERATE, in_words

_LARGE: Final = 50_000
Preset = StrEnum("Preset", {name.upper(): name for name in PRESETS})  # type: ignore[misc]
Kind = StrEnum("Kind", {"CSV": "csv", "PARQUET": "parquet"})


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    group = typer.Typer(help="生成演示数据 / generate demonstration data", no_args_is_help=True)
    group.command("county")(county)
    app.add_typer(group, name="generate")


def county(
    out: Annotated[Path, typer.Argument(help="输出目录 / output directory")],
    preset: Annotated[
        Preset,
        typer.Option(
            help="demo 演示县；county 一个县十一个月；campaign 87 家机构 / where the numbers come from"
        ),
    ] = Preset.DEMO,  # type: ignore[attr-defined]
    persons: Annotated[int | None, typer.Option(help="参保人数 / insured persons")] = None,
    fee_lines: Annotated[int | None, typer.Option(help="费用明细行数 / fee lines")] = None,
    settlements: Annotated[int | None, typer.Option(help="结算次数 / settlements")] = None,
    months: Annotated[int | None, typer.Option(help="月数（1–12）/ months from January")] = None,
    rings: Annotated[int | None, typer.Option(help="埋设的团伙数 / planted rings")] = None,
    seed: Annotated[int, typer.Option(help="随机种子 / seed")] = 1,
    answer_key: Annotated[
        Path | None, typer.Option(help="答案文件（埋设的违规）/ what was planted, as JSON")
    ] = None,
    stress: Annotated[
        bool, typer.Option("--stress", help="团伙更隐蔽 / rings that are harder to find")
    ] = False,
    workers: Annotated[
        int | None, typer.Option(min=1, max=64, help="进程数，默认按处理器 / processes")
    ] = None,
    kind: Annotated[Kind, typer.Option("--format", help="文件格式 / file format")] = Kind.CSV,
    plain: Annotated[
        bool | None,
        typer.Option(
            "--plain/--gzip",
            help="CSV 不压缩或写 .csv.gz（五万人以上默认压缩）/ .csv or .csv.gz",
        ),
    ] = None,
    by_month: Annotated[
        bool,
        typer.Option(
            "--by-month", help="按月分文件夹，可逐月导入 / a folder a month, to import in turn"
        ),
    ] = False,
    json: JsonOption = False,
) -> None:
    """生成一个虚构县的结算数据（云溪县），同一种子结果相同，与进程数无关 / an invented county.

    相同的种子写出相同的文件 / The same seed writes the same files, with any number of processes.
    """
    voice = Output(json=json)
    progress = in_words(voice.progress, GENERATE)
    wanted = _margins(preset, persons, fee_lines, settlements, months, rings)
    hands = workers or _hands(wanted)
    start = time.perf_counter()
    rows = generate(
        out,
        wanted.persons,
        seed,
        answer_key,
        margins=wanted,
        form=_form(kind, plain, wanted),
        workers=hands,
        habits=STRESS if stress else None,
        progress=progress,
    )
    form, deliveries = _form(kind, plain, wanted), {}
    if by_month:
        progress("cut", 0, None)
        deliveries = cut_by_month(out, form)
    seconds = round(time.perf_counter() - start, 2)
    tables = [{"table": name, "rows": count} for name, count in rows.items()]
    facts = {
        "out": str(out),
        "preset": str(preset),
        "persons": wanted.persons,
        "months": wanted.months,
        "seed": seed,
        "stress": stress,
        "workers": hands,
        "tables": tables,
        "deliveries": deliveries,
        "seconds": seconds,
        **_cost(hands),
    }
    unit = say("行", "rows")
    lines = [f"{name}: {count:,} {unit}" for name, count in rows.items()]
    lines += [f"{out / month}: {sum(each.values()):,} {unit}" for month, each in deliveries.items()]
    done = say(f"已写入 {out}，用时 {seconds} 秒", f"wrote {out} in {seconds} seconds")
    voice.result(facts, "\n".join([*lines, done]))


def _margins(
    preset: Preset,
    persons: int | None,
    fee_lines: int | None,
    settlements: int | None,
    months: int | None,
    rings: int | None,
) -> Margins:
    """The preset with what was given; who names a size of his own keeps none of its totals."""
    base = PRESETS[preset]
    if persons is not None or months is not None or fee_lines is not None:
        base = replace(base, fee_lines=None, settlements=None)
    return replace(
        base,
        persons=base.persons if persons is None else persons,
        fee_lines=base.fee_lines if fee_lines is None else fee_lines,
        settlements=base.settlements if settlements is None else settlements,
        months=base.months if months is None else months,
        rings=base.rings if rings is None else rings,
    )


def _form(kind: Kind, plain: bool | None, wanted: Margins) -> Format:
    if kind == Kind.PARQUET:
        return Format.PARQUET
    large = wanted.persons >= _LARGE
    return Format.GZIP if (large if plain is None else not plain) else Format.CSV


def _hands(wanted: Margins) -> int:
    """A process for each processor; a small county is written sooner than workers have started."""
    return len(os.sched_getaffinity(0)) if wanted.persons >= _LARGE else 1


def _cost(hands: int) -> dict[str, float]:
    """Processor seconds of this run and its workers, and the most memory that they can have used
    together, in MB."""
    mine, theirs = (
        resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    spent = sum(use.ru_utime + use.ru_stime for use in (mine, theirs))
    return {
        "cpu_seconds": round(spent, 2),
        "peak_mb": (mine.ru_maxrss + hands * theirs.ru_maxrss) // 1024,
    }
