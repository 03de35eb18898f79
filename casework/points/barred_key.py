"""How a suspicion of 停权医师结算 is named: by doctor, institution, sanction and the day since which it holds."""

import hashlib
from datetime import date


def barred_key(code: str, place: str, sanction: str, since: date, nth: int = 0) -> str:
    """The nth suspicion of a span."""
    which = f"|{nth}" if nth else ""
    return hashed(f"{code}|{place}|{sanction}|{since}{which}")


def hashed(key: str) -> str:
    """As findings are named."""
    return f"barred-{hashlib.sha256(key.encode()).hexdigest()[:16]}"
