"""Acts of the leaders beside a case, on a doctor's file or a parameter: each prints as an 内部审批表.

The act has its effect at once; its form, signed, is brought by another act, and is missing until then.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from casework.custody.enclosure import Enclosure
from casework.documents.catalogue import form_of
from casework.documents.internal import INTERNAL, on_form
from casework.events import Event
from casework.hands import Hand, hand_from
from casework.wording import Both


@dataclass(frozen=True)
class Approval:
    """An act that is approved on the form: `about` is its number, `kind` its event, `of` what it decides on.

    `scan`: the signed form, once it is there.
    """

    about: str
    kind: str
    by: Hand
    at: datetime
    of: str = ""
    scan: Enclosure | None = None

    @property
    def title(self) -> Both:
        """What its form is called."""
        return form_of(INTERNAL).title(self.kind)

    @property
    def named(self) -> Both:
        """The form with what it is of."""
        return Both(f"{self.title.zh}（{self.of}）", f"{self.title.en} ({self.of})")


Approvals = tuple[Approval, ...]
#: What the event of such an act calls the score, bar, request or proposal that it decides on.
DECIDED: Final = ("entry_id", "bar_id", "recusal_id", "proposal_id", "application_id")


def with_approval(known: Approvals, event: Event, about: str) -> Approvals:
    """What is approved on the form after an event: acts of before do not say so and ask for none."""
    if not on_form(event.data):
        return known
    of = next((str(event.data[name]) for name in DECIDED if name in event.data), "")
    return (*known, Approval(about, event.type, hand_from(event.data), event.at, of))


def with_scan(known: Approvals, event: Event) -> Approvals:
    """The same once a form was brought, signed, or another in the place of a wrong one."""
    told: Mapping[str, Any] = event.data
    about, one = told["about"], told["scan"]
    scan = Enclosure(one["certificate"], one["name"])
    return tuple(replace(each, scan=scan) if each.about == about else each for each in known)


def approval_of(known: Approvals, about: str) -> Approval | None:
    """The one that is about something."""
    return next((one for one in known if one.about == about), None)


def unsigned(known: Approvals) -> Approvals:
    """Those whose signed form is not there yet."""
    return tuple(one for one in known if one.scan is None)
