"""Serves the built desk; any path that is no file is a page of the desk's own router."""

from __future__ import annotations

from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Receive, Scope, Send


class Desk:
    """Static files with a fallback to ``index.html``."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.files = StaticFiles(directory=directory, html=True, check_dir=False)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        response = await self._response(scope)
        await response(scope, receive, send)

    async def _response(self, scope: Scope) -> Response:
        if not (self.directory / "index.html").exists():
            return PlainTextResponse(
                "工作台尚未构建，请运行 make install。 The desk is not built: run make install.",
                status_code=503,
            )
        path = self.files.get_path(scope)
        try:
            return await self.files.get_response(path, scope)
        except HTTPException as error:
            if error.status_code != 404 or path.startswith("assets"):
                return PlainTextResponse("404", status_code=error.status_code)
            return await self.files.get_response("index.html", scope)
