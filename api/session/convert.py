"""The session as the desk sees it."""

from __future__ import annotations

from api.context import Context
from api.session.pages import pages_of
from api.session.types import Me, Session


def session_of(
    context: Context, *, csrf: str | None = None, ended_elsewhere: bool = False
) -> Session:
    """Who is signed in; before sign-in only the bureau's name."""
    actor = context.signed_in
    me = None
    if actor is not None:
        me = Me(
            account=actor.account,
            name=actor.name,
            roles=sorted(actor.roles),
            prac_psn_code=actor.prac_psn_code,
            fixmedins_code=actor.fixmedins_code,
            pages=pages_of(actor, context.granted),
        )
    token = csrf or (context.session.csrf if context.session else None)
    return Session(
        me=me,
        csrf_token=token,
        must_change_password=context.must_change_password,
        bureau_name=context.services.settings.bureau_name,
        server_time=context.at,
        ended_elsewhere=ended_elsewhere,
    )
