"""Every refusal with its stable code: kind, Chinese text, English text.

Texts name the cure. Placeholders are filled from the facts of the refusal.
"""

from casework.refusal import Kind
from casework.refusal_texts import accounts, general, measures, penalty, points

TEXTS: dict[str, tuple[Kind, str, str]] = {
    **general.TEXTS,
    **penalty.TEXTS,
    **measures.TEXTS,
    **points.TEXTS,
    **accounts.TEXTS,
}
