"""Whose act a score is: 记分 belongs to the 经办机构 under the agreement, the bureau's people do it for it.

Settled at the act and kept with it: whose letterhead and seal its papers bear.
"""

from typing import Final

from casework.actors import Actor, Role

OF_AGENCY: Final = "agency"
OF_BUREAU: Final = "bureau"


def office_of(actor: Actor) -> str:
    """Who acts through `actor`: the agency or the bureau."""
    return OF_AGENCY if actor.holds(Role.AGENCY_OFFICER) else OF_BUREAU
