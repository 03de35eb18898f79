"""Acts of the leaders without an approval form of their own kind: each prints as an 内部审批表.

Such an act says so in its event. Those of before do not, and go on without the form; nor does an event of the
same type that only follows from what others decided.
"""

from collections.abc import Mapping
from typing import Any, Final

INTERNAL: Final = "internal_approval"
#: What the event of such an act says.
ON_FORM: Final[Mapping[str, str]] = {"approval_form": INTERNAL}


def on_form(data: Mapping[str, Any]) -> bool:
    """Whether an event tells of an act that is approved on the form."""
    return bool(data.get("approval_form") == INTERNAL)
