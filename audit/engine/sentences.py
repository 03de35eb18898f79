"""Templates of rules as SQL: a sentence for each finding without a loop in Python."""

import re
from typing import Final

# Stays in the stored sentence and is filled in, masked or not, when a person reads it.
PERSON_MARK: Final = "{psn}"
_SLOT = re.compile(r"\{(\w+)\}")


def template_sql(template: str) -> str:
    """An SQL expression that fills the `{column}` slots of a template from a row's columns.

    A slot whose column is NULL becomes “—”; the slot `{psn}` is kept as a mark.
    """
    parts, at = [], 0
    for slot in _SLOT.finditer(template):
        parts.append(_literal(template[at : slot.start()]))
        whole = slot.group(0)
        parts.append(
            _literal(whole) if whole == PERSON_MARK else f"coalesce({slot.group(1)}::VARCHAR, '—')"
        )
        at = slot.end()
    parts.append(_literal(template[at:]))
    return "concat(" + ", ".join(parts) + ")"


def slots(template: str) -> frozenset[str]:
    """The columns that a template mentions."""
    return frozenset(_SLOT.findall(template))


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
