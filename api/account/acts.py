"""The acts on accounts that need no password; those that do, and unlocking, are in ``mutations``."""

from __future__ import annotations

from api.acts import Act
from casework.commands import accounts as account

ACCOUNT_ACTS = (
    Act("accountGrantRole", account.GrantRole),
    Act("accountRevokeRole", account.RevokeRole),
    Act("accountGrantPermission", account.GrantPermission),
    Act("accountRevokePermission", account.RevokePermission),
    Act("accountDeclareTies", account.DeclareTies),
    Act("accountDisable", account.DisableAccount),
)
