"""What the leaders decide on a doctor's file or a parameter prints as an approval form, whose signed scan is missed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from casework.commands import points as p
from casework.commands import restoration as r
from casework.commands.case import RecusalGround
from casework.commands.parameters import (
    AttachParameterApproval,
    DecideParameter,
    ProposeParameter,
)
from casework.decide import next_actions
from casework.documents.beside import unsigned
from casework.documents.internal import INTERNAL
from evidence.forms.beside import of_file, of_parameter
from evidence.forms.fill import fill, shipped
from tests.unit.casework.test_points_path import FILE
from tests.unit.casework.test_restoration_bars import CRIMINAL, LIFT, OWN
from tests.unit.casework.test_restoration_halts import FRAUD_2024, MINOR_2025, with_party
from tests.unit.evidence.filled import text_of

BUREAU = "bureau:parameters"


def annulled(bureau: Any) -> None:
    bureau.do("agency", MINOR_2025)
    bureau.do(
        "sup", p.AnnulScore(**OWN, entry_id="S1", document_no="撤〔2026〕1号", reasons="误记")
    )


def lifted(bureau: Any) -> None:
    bureau.do("agency", FRAUD_2024)
    bureau.do("agency", CRIMINAL)
    bureau.do("head", LIFT)


def recused(bureau: Any) -> None:
    with_party(bureau)
    ask = r.RequestRestorationRecusal(
        **OWN, decider="sup", ground=RecusalGround.RELATION, reason="系同学"
    )
    bureau.do("office", ask)
    bureau.do(
        "head", r.DecideRestorationRecusal(**OWN, recusal_id="B1", approve=True, reasons="属实")
    )


def printed(bureau: Any, about: str) -> str:
    events, file = bureau.streams[FILE], bureau.state(FILE)
    one = next(one for one in file.approvals if one.about == about)
    values = of_file("D1", events, one, "示例县医保局", None, {})
    return text_of(fill(shipped(INTERNAL), values))


@pytest.mark.parametrize(
    ("act", "title", "words"),
    [
        (annulled, "撤销记分审批表", ("撤销记分 S1", "撤〔2026〕1号", "同意：误记", "SUP")),
        (
            lifted,
            "解除恢复限制审批表",
            ("解除限制 B1", "云检不诉〔2026〕2号", "同意：不起诉", "HEAD"),
        ),
        (
            recused,
            "恢复审批回避审批表",
            ("SUP（基金监管中心）", "系同学", "同意回避：属实", "OFFICE"),
        ),
    ],
)
def test_an_act_on_a_file_prints_its_form_and_misses_the_signed_one(
    bureau: Any, act: Callable[[Any], None], title: str, words: tuple[str, ...]
) -> None:
    act(bureau)
    (one,) = unsigned(bureau.state(FILE).approvals)
    assert one.title.zh == title
    told = printed(bureau, one.about)
    assert title in told
    assert "（D1）" in told
    for word in words:
        assert word in told, word


def waits(bureau: Any, who: str) -> list[str]:
    actor = bureau.human(bureau.people[who])
    return [one.name for one in next_actions(bureau.state(FILE), actor, bureau.at) if one.primary]


def test_the_signed_form_is_asked_for_until_it_is_brought(bureau: Any) -> None:
    annulled(bureau)
    (one,) = bureau.state(FILE).approvals
    attach = p.AttachFileApproval(**OWN, about=one.about, paper_scan=bureau.evidence("审批表"))
    assert "AttachFileApproval" in waits(bureau, "agency")
    before = len(bureau.streams[FILE])
    for who in ("doc", "office", "party", "sec"):
        assert bureau.refused(who, attach) in ("ROLE_REQUIRED", "NOT_YOURS"), who
    for change, code in (
        ({"paper_scan": ""}, "FIELD_REQUIRED"),
        ({"about": "99"}, "NOT_FOUND"),
        ({"paper_scan": "没有"}, "NOT_FOUND"),
    ):
        assert bureau.refused("agency", replace(attach, **change)) == code, change
    assert len(bureau.streams[FILE]) == before
    assert bureau.do("agency", attach) == ["FileApprovalAttached", "ScanServes"]
    file = bureau.state(FILE)
    assert unsigned(file.approvals) == ()
    # The form is the bureau's own paper: neither the doctor nor his institution reads it.
    assert {"审批表"} <= file.certificates & file.closed
    assert "AttachFileApproval" not in waits(bureau, "agency")
    assert bureau.refused("agency", attach) == "ALREADY_DONE"
    other = replace(attach, paper_scan=bureau.evidence("另一件"))
    assert bureau.refused("agency", other) == "SCAN_STANDS"
    assert bureau.do("agency", replace(other, reason="附错")) == [
        "FileApprovalAttached",
        "ScanServes",
        "ScanReplaced",
    ]
    assert bureau.state(FILE).approvals[0].scan.certificate == "另一件"


def test_the_effect_does_not_wait_for_the_form(bureau: Any) -> None:
    annulled(bureau)
    assert bureau.state(FILE).entries[0].void


def test_what_was_done_before_asks_for_no_form(bureau: Any) -> None:
    annulled(bureau)
    bureau.streams[FILE] = [
        replace(e, data={k: v for k, v in e.data.items() if k not in ("approval_form", "office")})
        for e in bureau.streams[FILE]
    ]
    assert bureau.state(FILE).approvals == ()


def proposed(bureau: Any) -> ProposeParameter:
    return ProposeParameter(
        name="local_restoration", value="enabled", valid_from=bureau.today, basis="云医保〔2026〕3号",
        reason="县里已定",
    )  # fmt: skip


@pytest.mark.parametrize(("approve", "word"), [(True, "同意：可行"), (False, "不同意：可行")])
def test_a_decision_on_a_parameter_prints_its_form(bureau: Any, approve: bool, word: str) -> None:
    bureau.do("legal", proposed(bureau))
    bureau.do("head", DecideParameter(proposal_id="T1", approve=approve, reasons="可行"))
    (one,) = unsigned(bureau.state(BUREAU).approvals)
    values = of_parameter(bureau.streams[BUREAU], one, "示例县医保局")
    told = text_of(fill(shipped(INTERNAL), values))
    for said in ("本局参数审批表", "云医保〔2026〕3号", "县里已定", "LEGAL", "HEAD", word):
        assert said in told, said
    attach = AttachParameterApproval(proposal_id="T1", paper_scan=bureau.evidence("参数审批表"))
    before = len(bureau.streams[BUREAU])
    for who in ("agency", "ins1", "doc", "office"):
        assert bureau.refused(who, attach) == "ROLE_REQUIRED", who
    assert bureau.refused("sup", replace(attach, proposal_id="T9")) == "NOT_FOUND"
    assert len(bureau.streams[BUREAU]) == before
    assert bureau.do("sup", attach) == ["ParameterApprovalAttached", "ScanServes"]
    assert unsigned(bureau.state(BUREAU).approvals) == ()
    assert bureau.state(BUREAU).value("local_restoration", date(2030, 1, 1)) == (
        "enabled" if approve else "disabled"
    )


def test_nothing_is_attached_where_nothing_was_decided(bureau: Any) -> None:
    bureau.do("agency", MINOR_2025)
    scan = bureau.evidence("审批表")
    attach = p.AttachFileApproval(**OWN, about="1", paper_scan=scan)
    assert bureau.refused("agency", attach) == "STEP_MISSING"
    of_parameter_ = AttachParameterApproval(proposal_id="T1", paper_scan=scan)
    assert bureau.refused("head", of_parameter_) == "STEP_MISSING"
