"""Keys of other systems."""

from __future__ import annotations

from datetime import date, datetime

import strawberry


@strawberry.type
class ApiKey:
    """A key without its secret; ``works`` today."""

    key_id: str
    name: str
    until: date
    issued_by: str
    issued_at: datetime
    revoked_at: datetime | None
    used_at: datetime | None
    works: bool
    version: int
