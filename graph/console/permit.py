"""Who may use the console: an account that was granted it, for as long as the grant runs."""

from datetime import date, datetime

import neo4j

from casework.actors import PERMISSION_NAMES_ZH, Actor, Permission, Viewer
from casework.refusal import Refusal
from casework.refusal_texts.kinds import Kind
from graph.accounts.read import find_account
from graph.explore.permission import permit_map


def not_permitted() -> Refusal:
    """The refusal for somebody without the console's permission."""
    name = PERMISSION_NAMES_ZH[Permission.CYPHER_CONSOLE]
    return Refusal(
        "PERMISSION_REQUIRED",
        f"需要“{name}”权限（在有效期内）。请由安全管理员授予。",
        "This needs the permission of the Cypher console, in force today. "
        "The security administrator grants it.",
        {"permission": Permission.CYPHER_CONSOLE.value},
        Kind.FORBIDDEN,
    )


async def permit_console(driver: neo4j.AsyncDriver, actor: Actor, at: datetime) -> date:
    """The last day of the grant. Refusals: ROLE_REQUIRED, PERMISSION_REQUIRED."""
    permit_map(Viewer(actor))
    account = await find_account(driver, actor.account)
    if account is None or not account.permits(Permission.CYPHER_CONSOLE, at):
        raise not_permitted()
    return account.permissions[Permission.CYPHER_CONSOLE]
