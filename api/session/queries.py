"""Who is signed in."""

from __future__ import annotations

import strawberry

from api.context import Info
from api.session.convert import session_of
from api.session.types import Session


@strawberry.type
class SessionQueries:
    """Open to everybody, also before sign-in."""

    @strawberry.field
    async def session(self, info: Info) -> Session:
        """The current session."""
        context = info.context
        gone = context.session is None and await context.services.sessions.ended_elsewhere(
            context.request
        )
        return session_of(context, ended_elsewhere=gone)
