"""Who may look at the map: the bureau and its agency. Nobody else, whatever they ask for."""

from casework.actors import BUREAU, ROLE_NAMES_ZH, Viewer
from casework.refusal import refuse


def permit_map(viewer: Viewer) -> None:
    """Raise the refusal ROLE_REQUIRED unless the viewer works for the bureau or its agency.

    Institutions, physicians and the three administrators see nothing of the map.
    """
    if not viewer.actor.holds(*BUREAU):
        names = "、".join(ROLE_NAMES_ZH[role] for role in ROLE_NAMES_ZH if role in BUREAU)
        raise refuse("ROLE_REQUIRED", roles=names)
