"""Every refusal with its stable code: kind, Chinese text, English text.

Texts name the cure. Placeholders are filled from the facts of the refusal.
"""

from casework.refusal_texts import accounts, general, measures, penalty, points
from casework.refusal_texts.kinds import Kind

TEXTS: dict[str, tuple[Kind, str, str]] = {
    **general.TEXTS,
    **penalty.TEXTS,
    **measures.TEXTS,
    **points.TEXTS,
    **accounts.TEXTS,
}
