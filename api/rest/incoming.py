"""Bureau files arrive: streamed to the data home, one folder for each delivery."""

from __future__ import annotations

import re
from pathlib import Path
from uuid import uuid4

import anyio
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from api.context import Context
from api.errors import Invalid, Missing
from api.session.pages import may_open

NAME = re.compile(r"[\w.\-]{1,120}")
SUFFIXES = (".csv", ".csv.gz", ".parquet", ".xlsx")


def incoming_root(home: Path) -> Path:
    """Where deliveries wait to be imported."""
    return home / "incoming"


async def put_file(request: Request, context: Context) -> Response:
    """``PUT /incoming/{folder}/{name}``: written beside, renamed when complete."""
    if not may_open(context.actor, "imports"):
        raise Missing
    folder, name = request.path_params["folder"], request.path_params["name"]
    if not NAME.fullmatch(folder) or not NAME.fullmatch(name) or folder.startswith("."):
        raise Invalid(
            "name", "文件夹或文件名含有不允许的字符。", "Folder or file name not allowed."
        )
    if name.startswith(".") or not name.endswith(SUFFIXES):
        raise Invalid(
            "name",
            "只接收 .csv、.csv.gz、.parquet 或 .xlsx 文件。",
            "Only .csv, .csv.gz, .parquet or .xlsx files are accepted.",
        )
    target = anyio.Path(incoming_root(context.services.settings.home) / folder / name)
    await target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_name(f".{name}.{uuid4().hex[:8]}.partial")
    size = 0
    try:
        async with await partial.open("wb") as file:
            async for chunk in request.stream():
                size += len(chunk)
                await file.write(chunk)
        await partial.rename(target)
    finally:
        # A sender who went away leaves nothing half-written.
        with anyio.CancelScope(shield=True):
            await partial.unlink(missing_ok=True)
    return JSONResponse({"folder": folder, "name": name, "bytes": size}, status_code=201)
