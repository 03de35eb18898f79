"""How evidence was taken, as options: the same words where it comes in and where it is said later."""

from typing import Annotated

import typer

CollectedAt = Annotated[
    str, typer.Option(help="收集时间 YYYY-MM-DDTHH:MM / when it was taken, YYYY-MM-DDTHH:MM")
]
Place = Annotated[str, typer.Option(help="收集地点 / where it was taken")]
Process = Annotated[str, typer.Option(help="收集过程 / the course of it")]
Holder = Annotated[str, typer.Option(help="持有人、提供人 / holder")]
Medium = Annotated[str, typer.Option(help="原始存储介质 / original medium")]
Original = Annotated[
    bool | None,
    typer.Option("--original/--copy", help="原件或者复制件 / the original, or a copy"),
]
NoOriginal = Annotated[str, typer.Option(help="未取得原件的原因 / why not the original")]
Pages = Annotated[int | None, typer.Option(help="页数 / pages")]
Witness = Annotated[str, typer.Option(help="见证人 / witness")]
NoWitness = Annotated[str, typer.Option(help="无见证人的理由 / why no witness")]
