"""Templates of rules as SQL: a sentence for each finding without a loop in Python."""

import re
from collections.abc import Collection
from typing import Final

from claims.views import quoted

# Stays in the stored sentence and is filled in, masked or not, when a person reads it.
PERSON_MARK: Final = "{psn}"
_SLOT = re.compile(r"\{(\w+)\}")


def template_sql(template: str, later: Collection[str] = ()) -> str:
    """An SQL expression that fills the `{column}` slots of a template from a row's columns.

    A slot whose column is NULL becomes “—”; the slot `{psn}` is kept as a mark. Slots of `later`
    are left for `filled_sql`.
    """
    parts, at = [], 0
    for slot in _SLOT.finditer(template):
        parts.append(quoted(template[at : slot.start()]))
        whole, column = slot.group(0), slot.group(1)
        if column in later:
            parts.append(quoted(_open(column)))
        else:
            kept = whole == PERSON_MARK
            parts.append(quoted(whole) if kept else f"coalesce({column}::VARCHAR, '—')")
        at = slot.end()
    parts.append(quoted(template[at:]))
    return "concat(" + ", ".join(parts) + ")"


def filled_sql(text: str, later: Collection[str]) -> str:
    """An SQL expression that fills the slots that `template_sql` left in the column `text`."""
    for column in later:
        text = f"replace({text}, {quoted(_open(column))}, coalesce({column}::VARCHAR, '—'))"
    return text


def _open(column: str) -> str:
    """A slot that is filled later, between characters that no text has."""
    return f"\x02{column}\x03"


def slots(template: str) -> frozenset[str]:
    """The columns that a template mentions."""
    return frozenset(_SLOT.findall(template))
