"""Who is signed in."""

from __future__ import annotations

from datetime import datetime

import strawberry

from casework.actors import Role


@strawberry.type
class Me:
    """The signed-in person and the pages that the roles open."""

    account: str
    name: str
    roles: list[Role]
    prac_psn_code: str | None
    fixmedins_code: str | None
    pages: list[str]


@strawberry.type
class Session:
    """``me`` is null before sign-in; ``csrfToken`` must come back with each change."""

    me: Me | None
    csrf_token: str | None
    must_change_password: bool
    bureau_name: str
    server_time: datetime
    #: This window's session ended because its person signed in somewhere else.
    ended_elsewhere: bool = False
