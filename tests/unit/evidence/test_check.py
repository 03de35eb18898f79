"""What blocks a dossier, one reason at a time."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from a_case import FILES, LI, World, a_line, a_world

from casework.casefile import CaseFile
from casework.commands.evidence import VerifyEvidence
from casework.commands.referral import PackagePart
from evidence.dossier.amounts import of_lines, sums
from evidence.dossier.check import check
from evidence.dossier.content import gather


def codes(file: CaseFile) -> set[str]:
    return {blocker.code for blocker in check(file)}


def test_the_usual_case_is_free(world: World) -> None:
    assert check(world.file()) == []


def test_every_blocker_names_its_cure_in_both_languages() -> None:
    blockers = check(World({}).file())
    assert blockers
    for blocker in blockers:
        assert all((blocker.message_zh, blocker.message_en, blocker.cure_zh, blocker.cure_en))
        assert blocker.message_en.isascii()


def test_nothing_reported_yet() -> None:
    assert codes(World(FILES).file()) == {
        "no_referral_report",
        "missing_report",
        "missing_expert_opinion",
    }


def test_reported_but_not_decided() -> None:
    world = World(FILES)
    world.report()
    world.refer()
    assert codes(world.file()) == {"no_decision"}


def test_decided_and_the_letter_not_issued_or_not_back() -> None:
    world = World(FILES)
    world.report()
    world.refer(explain={PackagePart.EXPERT_OPINION: "无", PackagePart.TRANSFER_LETTER: "稍后补"})
    world.decide()
    (blocker,) = check(world.file())
    assert (blocker.code, blocker.message_zh) == (
        "letter_not_issued",
        "涉嫌犯罪案件移送书（未出具）（第六条）",
    )
    issued = world.issue_letter()
    (blocker,) = check(world.file())
    assert blocker.code == "letter_not_signed"
    assert "云医保移〔2026〕1号" in blocker.message_zh
    world.sign_letter(issued)
    assert check(world.file()) == []


def test_a_missing_part_must_be_explained() -> None:
    world = World(FILES)
    world.report()
    world.refer(explain={PackagePart.EXPERT_OPINION: "  "})
    world.decide()
    world.letter()
    assert codes(world.file()) == {"missing_expert_opinion"}


def test_without_evidence_the_other_material_is_missing() -> None:
    world = World({})
    world.report()
    world.refer(explain={PackagePart.EXPERT_OPINION: "无需鉴定", PackagePart.OTHER: "尚未收集"})
    world.decide()
    world.letter()
    assert codes(world.file()) == set()


def test_the_amount_must_rest_on_the_findings() -> None:
    world = World(FILES)
    world.report()
    world.refer(amount=Decimal("2400.01"), why="另有外县损失 0.01 元")
    world.decide()
    world.letter()
    file = world.file()
    assert codes(file) == set()
    # So it was reported before a difference had to be explained.
    chain = world.desk.streams["case:DEMO-1"]
    n = next(n for n, one in enumerate(chain) if one.type == "ReferralReported")
    old = {name: told for name, told in chain[n].data.items() if name != "amount_reasons"}
    chain[n] = replace(chain[n], data=old)
    blockers = check(world.file())
    assert blockers[0].code == "amount_differs"
    assert "2,400.01" in blockers[0].message_zh
    assert "2,400.00" in blockers[0].message_zh


def test_a_finding_may_not_object_to_more_than_its_lines_cost(world: World) -> None:
    file = world.file()
    short = replace(file.findings[0], lines=file.findings[0].lines[1:])
    found = replace(file, findings=(short, *file.findings[1:]))
    assert codes(found) == {"lines_do_not_add_up"}


def test_lines_shared_by_findings_are_money_paid_once(world: World) -> None:
    file = world.file()
    shared = replace(file.findings[1], lines=file.findings[0].lines)
    found = replace(file, findings=(file.findings[0], shared, *file.findings[2:]))
    assert codes(found) == {"counted_twice"}


def test_findings_without_lines_are_said_not_blocked(world: World) -> None:
    file = world.file()
    bare = tuple(replace(finding, lines=()) for finding in file.findings)
    found = replace(file, findings=bare)
    assert codes(found) == set()
    assert sums(gather(found)).unlined == Decimal("2400.00")


def test_refunds_reduce_what_lines_cost() -> None:
    lines = [a_line(1), replace(a_line(2), det_item_fee_sumamt=Decimal("-200.00")), a_line(1)]
    assert of_lines(lines) == Decimal("0.00")


def test_damaged_evidence_blocks() -> None:
    world = World(FILES)
    world.desk.do(LI, VerifyEvidence(evidence_id="EV-002", sha256="0" * 64))
    world.report()
    world.refer()
    world.decide()
    world.letter()
    blockers = check(world.file())
    assert [blocker.code for blocker in blockers] == ["evidence_damaged"]
    assert "费用清单.csv" in blockers[0].message_zh


def test_evidence_without_custody_blocks(world: World) -> None:
    file = world.file()
    found = replace(file, evidence=file.evidence[1:])
    assert codes(found) == {"evidence_not_hashed"}


@pytest.mark.parametrize("which", ["case", "custody"])
def test_a_broken_chain_blocks(which: str) -> None:
    file = a_world().file()
    if which == "case":
        forged = replace(file.events[2], actor="somebody")
        found = replace(file, events=(*file.events[:2], forged, *file.events[3:]))
    else:
        item = file.evidence[0]
        chain = (replace(item.custody[0], at=item.custody[0].at - timedelta(days=1)),)
        item = replace(item, custody=(*chain, *item.custody[1:]))
        found = replace(file, evidence=(item, *file.evidence[1:]))
    assert codes(found) == {"chain_broken"}
