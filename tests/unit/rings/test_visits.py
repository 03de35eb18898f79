"""Which of a member's visits stands for him at a joint day."""

from datetime import timedelta
from decimal import Decimal

from graph.rings import visits
from graph.rings.kept import fill
from graph.rings.model import EPOCH, Group
from tests.unit.rings.test_odd_data import START, RowsStore

DAY = (START.date() - EPOCH).days
#: Of P1: charged and refunded at nine, charged again at ten, a visit of the day before that is not
#: the joint day's; of P2: the day after only.
ROWS = [
    ("P1", "H1", START + timedelta(hours=9), "D1"),
    ("P1", "H1", START + timedelta(hours=10), "D1"),
    ("P1", "H1", START - timedelta(hours=15), "D1"),
    ("P2", "H1", START + timedelta(hours=33), "D1"),
]
BILLS = [("1", "50.00"), ("1", "-50.00"), ("2", "50.00"), ("3", "80.00"), ("4", "20.00")]


def test_a_bill_that_was_refunded_in_full_does_not_stand_for_the_day() -> None:
    group = Group(
        channel="outpatient",
        members=("P1", "P2"),
        events=(("H1", DAY),),
        score=30.0,
        seen=2,
        expected_days=(0.1,),
        evidence=(15.0, 15.0),
        p_value=1e-6,
        q_value=1e-6,
        threshold=20.0,
        attend=1.0,
        exact=1.0,
        timely=1.0,
        beat=0.0,
    )
    with RowsStore(ROWS).connect() as connection:
        connection.executemany(
            "INSERT INTO setl_d (mdtrt_id, medfee_sumamt, psn_no, fixmedins_code) "
            "VALUES (?, ?, 'P1', 'H1')",
            BILLS,
        )
        connection.execute("CREATE SCHEMA kept")
        fill(connection)
        visits.register(connection, [group])
        found = visits.joint_visits(connection, [0])[0]
    assert [(one.member, one.off, one.mdtrt_id, one.amount) for one in found] == [
        (0, 0, "2", Decimal("50.00")),
        (1, 1, "4", Decimal("20.00")),
    ]
