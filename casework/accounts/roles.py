"""Which roles one person may combine, and what each must be bound to."""

from collections.abc import Iterable

from casework.actors import (
    ADMINISTRATORS,
    BUREAU,
    INSTITUTION,
    ROLE_NAMES_EN,
    ROLE_NAMES_ZH,
    Role,
    named,
)
from casework.refusal import refuse

BOUND_TO_DOCTOR = frozenset({Role.PHYSICIAN})
BOUND_TO_INSTITUTION = frozenset({Role.INSURANCE_OFFICE, Role.PARTY_SECRETARY})


def compatible(roles: Iterable[Role]) -> None:
    """Refuse ROLES_INCOMPATIBLE.

    The three administrators (三员) stay apart from each other and from all business; people
    of institutions hold no office of the bureau or its agency.
    """
    held = frozenset(roles)
    administrator = held & ADMINISTRATORS
    mixed = bool(administrator) and len(held) > 1
    both_sides = bool(held & BUREAU) and bool(held & INSTITUTION)
    if mixed or both_sides:
        raise refuse("ROLES_INCOMPATIBLE", **named(held))


def bound(roles: Iterable[Role], prac_psn_code: str | None, fixmedins_code: str | None) -> None:
    """Refuse BINDING_REQUIRED when a role of an institution or doctor lacks its code."""
    for role in roles:
        if role in BOUND_TO_DOCTOR and not prac_psn_code:
            raise refuse(
                "BINDING_REQUIRED",
                role=ROLE_NAMES_ZH[role],
                role_en=ROLE_NAMES_EN[role],
                field="prac_psn_code",
            )
        if role in BOUND_TO_INSTITUTION and not fixmedins_code:
            raise refuse(
                "BINDING_REQUIRED",
                role=ROLE_NAMES_ZH[role],
                role_en=ROLE_NAMES_EN[role],
                field="fixmedins_code",
            )
