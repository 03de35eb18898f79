"""Copies of frozen values with some fields changed, fast enough for long folds."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import replace
else:

    def replace(value: Any, /, **changes: Any) -> Any:
        """Like `dataclasses.replace` for frozen classes without slots and `__post_init__`.

        A state has some seventy fields and a long case thousands of events: the copy of one
        dictionary is some twenty-five times faster than passing every field to a constructor. Type
        checkers see the standard function, so that names and types of `changes` are checked.
        """
        copy = object.__new__(type(value))
        copy.__dict__.update(value.__dict__)
        copy.__dict__.update(changes)
        return copy


__all__ = ["replace"]
