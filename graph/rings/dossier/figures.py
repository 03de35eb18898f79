"""A ring's figures from the store, in one connection."""

from claims.store import ClaimStore
from graph.rings.channels.refunds import REFUNDS
from graph.rings.dossier.checks import checks
from graph.rings.dossier.draw import draw
from graph.rings.dossier.loop_days import loop_days
from graph.rings.dossier.model import Figures
from graph.rings.dossier.nearby import reaches
from graph.rings.dossier.peers import fees
from graph.rings.dossier.records import accounts, records, register, ties
from graph.rings.dossier.refunds import refunds
from graph.rings.dossier.support import supports
from graph.rings.read import RingDossier


def figures(store: ClaimStore, dossier: RingDossier, *, seed: int) -> Figures:
    """Everything that the store adds to a ring; the same data and seed give the same figures.

    Bounded: a pass over the ring's visits, one over the settlements of its months, and a number of
    permutations that falls with the ring's size.
    """
    by_loops = dossier.summary.channel == REFUNDS.name
    looped = loop_days(store, dossier) if by_loops else None
    with store.connect() as connection:
        connection.execute("SET threads = 2")
        register(connection, dossier)
        found = records(connection, dossier.marks)
        paid_into = accounts(connection, [face.member.psn_no for face in dossier.faces])
        drawn = draw(connection, dossier, seed, looped=looped)
        more = ties(dossier.marks, found, paid_into)
        back = refunds(connection, dossier)
        return Figures(
            found,
            len(dossier.marks) - len(found),
            fees(connection, found),
            drawn,
            more,
            checks(connection, dossier, found),
            supports(dossier, found, more, back),
            back,
            reaches(connection, dossier),
        )
