"""`jicha generate county`: an invented county in the bureau's own format."""

import time
from pathlib import Path
from typing import Annotated

import typer

from claims.county.generate import generate
from claims.county.rings import STRESS
from cli.output import JsonOption, Output


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    group = typer.Typer(help="生成演示数据 / generate demonstration data", no_args_is_help=True)
    group.command("county")(county)
    app.add_typer(group, name="generate")


def county(
    out: Annotated[Path, typer.Argument(help="输出目录 / output directory")],
    persons: Annotated[int, typer.Option(help="参保人数 / insured persons")] = 20_000,
    seed: Annotated[int, typer.Option(help="随机种子 / seed")] = 1,
    answer_key: Annotated[
        Path | None, typer.Option(help="答案文件（埋设的违规）/ what was planted, as JSON")
    ] = None,
    stress: Annotated[
        bool, typer.Option("--stress", help="团伙更隐蔽 / rings that are harder to find")
    ] = False,
    compress: Annotated[bool, typer.Option("--gzip", help="写 .csv.gz / write .csv.gz")] = False,
    json: JsonOption = False,
) -> None:
    """生成一个虚构县一年的结算数据（云溪县），同一种子结果相同。"""
    voice = Output(json=json)
    start = time.perf_counter()
    rows = generate(
        out,
        persons,
        seed,
        answer_key,
        compress=compress,
        habits=STRESS if stress else None,
        progress=voice.progress,
    )
    seconds = round(time.perf_counter() - start, 2)
    tables = [{"table": name, "rows": count} for name, count in rows.items()]
    facts = {
        "out": str(out),
        "persons": persons,
        "seed": seed,
        "stress": stress,
        "tables": tables,
        "seconds": seconds,
    }
    lines = [f"{name}: {count:,} 行" for name, count in rows.items()]
    voice.result(facts, "\n".join([*lines, f"已写入 {out}，用时 {seconds} 秒"]))
