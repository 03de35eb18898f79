"""What the server process runs: ``uvicorn api.main:create --factory``, or ``api.main:app``."""

from __future__ import annotations

from typing import Any

from starlette.applications import Starlette

from api.app import build_app
from stack.ground import current_endpoints
from stack.settings import load_settings


def create() -> Starlette:
    """The application on the configured or running servers."""
    settings = load_settings()
    return build_app(settings, current_endpoints(settings))


def __getattr__(name: str) -> Any:
    # ``api.main:app`` builds on first use, so importing this module opens nothing.
    if name == "app":
        return create()
    raise AttributeError(name)
