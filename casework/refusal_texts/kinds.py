"""What sorts of refusals there are."""

from enum import StrEnum


class Kind(StrEnum):
    """What sort of no it is; screens and exit codes are chosen by it."""

    FORBIDDEN = "forbidden"
    CONFLICT = "conflict"
    INVALID = "invalid"
    UNLAWFUL = "unlawful"
    NOT_FOUND = "not_found"
