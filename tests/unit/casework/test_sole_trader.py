"""A 个体工商户 is a designated institution that is heard from a lower fine on (处罚法 63)."""

from dataclasses import replace
from typing import Any

import pytest

from casework.commands import case as c
from casework.commands.case.kinds import party_from, party_json

CLINIC = c.Party(c.PartyKind.INSTITUTION, "H00000000009", "某诊所", sole_trader=True)


def heard(bureau: Any, no: str) -> bool:
    """Whether the party may be heard, of the latest proposal."""
    return bureau.state(f"case:{no}").proposal.hearing_right


def correction(no: str, alone: bool | None, address: str = "") -> c.CorrectParty:
    return c.CorrectParty(case_no=no, sole_trader=alone, address=address, reasons="查营业执照")


def test_the_bureau_s_figure_for_sole_traders_gives_the_right(bureau: Any) -> None:
    no = bureau.investigated()
    bureau.do("ins1", correction(no, True))
    bureau.do("ins1", bureau.proposal(no))
    # 8,226 yuan: far below what lets other institutions be heard.
    assert heard(bureau, no)


def test_another_institution_is_heard_from_its_own_figure_on(bureau: Any) -> None:
    no = bureau.investigated()
    bureau.do("ins1", bureau.proposal(no))
    assert not heard(bureau, no)


def test_it_is_kept_until_somebody_says_otherwise(bureau: Any) -> None:
    no = bureau.investigated()
    bureau.do("ins1", correction(no, True))
    assert bureau.refused("ins1", correction(no, True)) == "ALREADY_DONE"
    bureau.do("ins1", correction(no, None, "新街 1 号"))
    assert bureau.state(f"case:{no}").party.sole_trader
    bureau.do("ins1", correction(no, False))
    assert not bureau.state(f"case:{no}").party.sole_trader


@pytest.mark.parametrize("kind", list(c.PartyKind))
def test_an_event_keeps_it_and_a_person_is_none(kind: c.PartyKind) -> None:
    party = replace(CLINIC, kind=kind)
    if kind is c.PartyKind.PERSON:
        with pytest.raises(Exception, match="个人"):
            party_json(party)
        return
    assert party_from(party_json(party)).sole_trader
    assert not party_from({"kind": kind, "key": "x", "name": "x"}).sole_trader
