"""What was worked out from chains, kept in memory up to a weight; what was not asked for longest goes."""

from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass
class Kept(Generic[T]):
    """Values by key. `most`: how much they may weigh together (events of their chains)."""

    most: int
    _values: OrderedDict[str, tuple[T, int]] = field(default_factory=OrderedDict)
    _weight: int = 0

    def get(self, key: str) -> T | None:
        """The value of a key, if it is kept; it was asked for now."""
        found = self._values.get(key)
        if found is None:
            return None
        self._values.move_to_end(key)
        return found[0]

    def put(self, key: str, value: T, weight: int) -> None:
        """Keep a value in the place of the key's former one."""
        former = self._values.pop(key, None)
        self._values[key] = value, weight
        self._weight += weight - (former[1] if former else 0)
        while self._weight > self.most and self._values:
            _, (_, gone) = self._values.popitem(last=False)
            self._weight -= gone
