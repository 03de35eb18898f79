"""Who may look at the map: the bureau and its agency. Nobody else, whatever they ask for."""

from casework.actors import BUREAU, Viewer, named
from casework.refusal import refuse


def permit_map(viewer: Viewer) -> None:
    """Raise the refusal ROLE_REQUIRED unless the viewer works for the bureau or its agency.

    Institutions, physicians and the three administrators see nothing of the map.
    """
    if not viewer.actor.holds(*BUREAU):
        raise refuse("ROLE_REQUIRED", **named(BUREAU))
