"""The account node. Its password hash and throttling are written beside it, never from events."""

from typing import Any, Final

import neo4j

from casework.accounts.state import AccountState

WRITE: Final = "MERGE (a:Account {account: $account}) SET a += $fields"


async def project_account(tx: neo4j.AsyncManagedTransaction, state: AccountState) -> None:
    """Write the account node."""
    fields: dict[str, Any] = {
        "version": state.version,
        "name": state.name,
        "person": state.person,
        "roles": sorted(role.value for role in state.roles),
        "prac_psn_code": state.prac_psn_code,
        "fixmedins_code": state.fixmedins_code,
        "psn_no": state.psn_no,
        "kin": list(state.kin),
        "former_workplaces": list(state.former_workplaces),
        "disabled": state.disabled,
        "must_change": state.must_change,
        "permissions": [f"{p.value} {day}" for p, day in sorted(state.permissions.items())],
    }
    await (await tx.run(WRITE, account=state.login, fields=fields)).consume()
