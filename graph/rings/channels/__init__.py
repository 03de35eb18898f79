"""The channels, in the order in which they are looked at. A new one is a new file in this folder: whatever
`Channel` a module declares takes part (docs/new-channel.md)."""

from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from graph.rings.channels.base import Channel


def channels_of(modules: list[ModuleType]) -> tuple[Channel, ...]:
    """The channels that these modules declare, by their place. Raises `ValueError` for a name or a place
    that two of them claim: order and records of rings hang on both."""
    found: dict[str, Channel] = {}
    for one in (value for module in modules for value in vars(module).values()):
        if isinstance(one, Channel) and found.setdefault(one.name, one) is not one:
            raise ValueError(f"two channels are named {one.name}")
    places = [one.place for one in found.values()]
    if len(set(places)) < len(places):
        raise ValueError(f"two channels have one place: {sorted(places)}")
    return tuple(sorted(found.values(), key=lambda one: one.place))


CHANNELS: tuple[Channel, ...] = channels_of(
    [import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__)]
)
