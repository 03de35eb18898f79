"""Which visits carry which sentence: an assertion without its records is none."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from graph.rings.dossier.model import Bill, Booking, Record, Support
from graph.rings.model import Shared
from graph.rings.read import RingDossier

#: Minutes around the middle of a day's visits, as in `graph.rings.context`.
NEAR = 75
#: Attribute that a sentence speaks of.
ATTRIBUTES: Mapping[str, str] = {
    "phone": "phone",
    "household": "address",
    "employer": "employer",
    "account": "account",
}
Choose = Callable[[RingDossier, Sequence[Record]], list[int]]


def supports(
    dossier: RingDossier,
    found: Sequence[Record],
    ties: Sequence[Shared] = (),
    bills: Sequence[Bill] = (),
) -> tuple[Support, ...]:
    """For each sentence of the ring its marks, by position; a sentence about the whole names all. `ties`
    are those that the store tells beside the dossier's own, `bills` what was taken back."""
    dossier = replace(dossier, shared=(*dossier.shared, *ties))
    every = list(range(len(dossier.marks)))
    result = []
    for reason in dossier.reasons:
        choose = CHOOSE.get(reason.code)
        marks = choose(dossier, found) if choose else every
        if reason.code == "refunds":
            marks = _taken_back(dossier, bills) or every
        result.append(Support(reason.code, tuple(marks)))
    return tuple(result)


def _of_doctor(dossier: RingDossier, found: Sequence[Record]) -> list[int]:
    doctors = Counter(mark.doctor for mark in dossier.marks if mark.doctor)
    if not doctors:
        return []
    main = min(doctors, key=lambda code: (-doctors[code], code))
    return [i for i, mark in enumerate(dossier.marks) if mark.doctor == main]


def _near_in_time(dossier: RingDossier, found: Sequence[Record]) -> list[int]:
    by_day: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for position, mark in enumerate(dossier.marks):
        if mark.minute is not None and mark.off == 0:
            by_day[mark.day].append((mark.minute, position))
    near = []
    for timed in by_day.values():
        minutes = sorted(minute for minute, _ in timed)
        middle = minutes[len(minutes) // 2]
        near += [position for minute, position in timed if abs(minute - middle) <= NEAR]
    return sorted(near)


def _periodic(dossier: RingDossier, found: Sequence[Record]) -> list[int]:
    return [record.mark for record in found if record.periodic]


def _sharing(kind: str) -> Choose:
    def choose(dossier: RingDossier, found: Sequence[Record]) -> list[int]:
        rows = {row for tie in dossier.shared if tie.kind == kind for row in tie.members}
        return [i for i, mark in enumerate(dossier.marks) if mark.member in rows]

    return choose


def _billed(dossier: RingDossier, found: Sequence[Record]) -> list[int]:
    return [i for i, mark in enumerate(dossier.marks) if mark.amount > 0]


def _taken_back(dossier: RingDossier, bills: Sequence[Bill]) -> list[int]:
    """The marks of members on days on which something of theirs was taken back."""
    back = {(bill.member, bill.day) for bill in bills if bill.booking is Booking.REFUND}
    return [i for i, mark in enumerate(dossier.marks) if (mark.member, mark.day) in back]


CHOOSE: Mapping[str, Choose] = {
    "doctor": _of_doctor,
    "minutes": _near_in_time,
    "periodic": _periodic,
    "fee": _billed,
    **{code: _sharing(kind) for code, kind in ATTRIBUTES.items()},
}
