"""Whom to visit at home: people of a ring or of findings, where they live, which visits to confirm."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

import anyio.to_thread
import neo4j

from casework.actors import Viewer
from casework.commands.case import AskedVisit, VisitPerson
from casework.lines.state import LinesState
from casework.masking import mask_name
from casework.money import round_fen
from claims.store import ClaimStore
from graph.rings.read import RingDossier, ring_dossier

TOWNSHIP: Final = re.compile(r"(?:.*[县区市旗])?(.{1,8}?(?:街道|镇|乡|苏木))(.*)")
VILLAGE: Final = re.compile(r"(.{1,10}?(?:村|社区|居委会|嘎查|街|路|大道|巷))")
PEOPLE: Final = """
SELECT psn_no, psn_name, tel, live_addr FROM psn_info_b
WHERE psn_no IN (SELECT unnest(?::VARCHAR[]))
"""
JOINT: Final = """
SELECT psn_no, mdtrt_id FROM mdtrt_d
WHERE psn_no IN (SELECT unnest(?::VARCHAR[])) AND coalesce(vali_flag, '1') <> '0'
    AND fixmedins_code IN (SELECT unnest(?::VARCHAR[]))
    AND begntime::DATE IN (SELECT unnest(?::DATE[]))
ORDER BY psn_no, begntime, mdtrt_id
"""
#: When, where and what each visit was, and what it cost; the day as Beijing has it.
ASKED: Final = """
SELECT m.mdtrt_id, m.begntime::DATE, coalesce(m.endtime, m.begntime)::DATE,
    coalesce(nullif(m.fixmedins_name, ''), m.fixmedins_code), coalesce(m.med_type, ''),
    (SELECT coalesce(sum(s.medfee_sumamt), 0) FROM setl_d s WHERE s.mdtrt_id = m.mdtrt_id)
FROM mdtrt_d m WHERE m.mdtrt_id IN (SELECT unnest(?::VARCHAR[]))
"""
#: A person is asked about some visits, not about a year of them.
MOST_BILLS: Final = 12
Private = tuple[str, str, str]
"""Name, phone, address."""


def place_of(address: str) -> tuple[str, str]:
    """Township and village (or street) of an address as bureaus write it; empty where unknown."""
    found = TOWNSHIP.match(address)
    if found is None:
        return "", ""
    village = VILLAGE.match(found[2])
    return found[1], village[1] if village else ""


def private_of(store: ClaimStore, psn_nos: Iterable[str]) -> dict[str, Private]:
    """Name, phone and address, unmasked: only after the purpose was put on record."""
    with store.connect() as connection:
        rows = connection.execute(PEOPLE, [list(psn_nos)]).fetchall()
    return {row[0]: (row[1] or "", row[2] or "", row[3] or "") for row in rows}


async def people_of(
    driver: neo4j.AsyncDriver,
    viewer: Viewer,
    store: ClaimStore,
    lines: LinesState,
    ring_id: str | None,
    finding_ids: Iterable[str],
) -> tuple[VisitPerson, ...]:
    """People of the ring and of the findings' lines, each once. Refuses NOT_FOUND for a ring.

    The tie is what attendance says for membership; who only stands behind a finding has none.
    """
    ties: dict[str, float] = {}
    bills: dict[str, list[str]] = {}
    if ring_id is not None:
        ring = await ring_dossier(driver, viewer, ring_id)
        ties = {face.member.psn_no: face.member.evidence for face in ring.faces}
        bills = await anyio.to_thread.run_sync(lambda: _joint(store, ring))
    wanted = set(finding_ids)
    for line in lines.lines.values():
        if line.of.finding_id in wanted and line.of.psn_no:
            visit = line.of.line_id.partition("/")[0]
            known = bills.setdefault(line.of.psn_no, [])
            if visit not in known:
                known.append(visit)
    people = {**dict.fromkeys(bills, 0.0), **ties}
    private = await anyio.to_thread.run_sync(lambda: private_of(store, people))
    chosen = [bill for own in bills.values() for bill in own[:MOST_BILLS]]
    asked = await anyio.to_thread.run_sync(lambda: asked_of(store, chosen))
    return tuple(_person(psn_no, tie, private, bills, asked) for psn_no, tie in people.items())


def asked_of(store: ClaimStore, visits: Iterable[str]) -> dict[str, AskedVisit]:
    """What the claims say of each visit; nothing of one that they do not have."""
    with store.connect() as connection:
        rows = connection.execute(ASKED, [list(visits)]).fetchall()
    return {
        number: AskedVisit(number, begins, ends, place, kind, round_fen(amount))
        for number, begins, ends, place, kind, amount in rows
    }


def _joint(store: ClaimStore, ring: RingDossier) -> dict[str, list[str]]:
    """The visits of the members on the ring's joint days at its institutions."""
    members = [face.member.psn_no for face in ring.faces]
    codes = sorted({day.fixmedins_code for day in ring.days})
    with store.connect() as connection:
        rows = connection.execute(
            JOINT, [members, codes, [day.day for day in ring.days]]
        ).fetchall()
    found: dict[str, list[str]] = {}
    for psn_no, visit in rows:
        found.setdefault(psn_no, []).append(visit)
    return found


def _person(
    psn_no: str,
    tie: float,
    private: Mapping[str, Private],
    bills: Mapping[str, list[str]],
    asked: Mapping[str, AskedVisit],
) -> VisitPerson:
    own = bills.get(psn_no, [])
    name, _, address = private.get(psn_no, ("", "", ""))
    township, village = place_of(address)
    return VisitPerson(
        psn_no=psn_no,
        who=mask_name(name),
        township=township,
        village=village,
        tie=f"{tie:.2f}",
        bills=tuple(own[:MOST_BILLS]),
        asked=tuple(asked[one] for one in own[:MOST_BILLS] if one in asked),
        of=len(own),
    )
