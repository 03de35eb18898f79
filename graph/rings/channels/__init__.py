"""The channels, in the order in which they are looked at; a new one is a new file and a row here."""

from graph.rings.channels.base import Channel
from graph.rings.channels.density import DENSITY
from graph.rings.channels.outpatient import OUTPATIENT
from graph.rings.channels.pharmacy import PHARMACY
from graph.rings.channels.refunds import REFUNDS
from graph.rings.channels.shopping import SHOPPING
from graph.rings.channels.stays import STAYS

CHANNELS: tuple[Channel, ...] = (OUTPATIENT, STAYS, PHARMACY, REFUNDS, DENSITY, SHOPPING)
