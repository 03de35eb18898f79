"""The dossier of a suspected ring as PDF/A, set like the papers of a referral."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from casework.events import Json
from evidence.dossier.typeset import Typeset, typeset


def ring_paper(sheet: Mapping[str, Json], at: datetime) -> Typeset:
    """Set the values of a ring (`bureau`, `case_no`, `title`, `profile`, and what the template names)."""
    return typeset("ring", sheet, at)
