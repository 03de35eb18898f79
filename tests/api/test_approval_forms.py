"""Over HTTP: approval forms of acts on a doctor's file and of parameters, printed and brought back signed."""

from datetime import UTC, datetime, timedelta
from typing import Any

from casework.clocks.calendars import local_date
from tests.api.test_measure_papers import text_of
from tests.api.test_restoration_lists import _scan, without_file
from tests.api.test_restoration_remedies import kept_out

OUTSIDE = ("office", "other_office", "doctor", "party", "auditor", "system")
PAGE = """query($c: String!) { pointsDetail(pracPsnCode: $c) { approvals { about of title scan { name } }
  bars { barId paper { name } liftedPaper { name } } nextActions { act primary } } }"""
INBOX = "{ inbox { waiting { kind title detail target } } }"
ROWS = """{ bureauParameters { mayAttach rows { name approvals { about title scan { name } }
  waiting { proposalId } } } }"""


async def done(world: Any, who: str, name: str, /, **given: Any) -> None:
    answer = await world.people[who].act(name, **given)
    assert answer["__typename"].endswith("Success"), answer


async def refused_print(world: Any, address: str) -> None:
    """Nobody outside the bureau prints it, nor who is not signed in."""
    before = await world.events()
    for who in OUTSIDE:
        assert (await world.people[who].http.get(address)).status_code == 404, who
    assert (await world.browser().http.get(address)).status_code in (401, 403)
    assert await world.events() == before


async def printed(world: Any, who: str, address: str) -> str:
    answer = await world.people[who].http.get(f"{address}.docx")
    assert answer.status_code == 200, answer.text
    pdf = await world.people[who].http.get(f"{address}.pdf")
    assert pdf.content.startswith(b"%PDF")
    return text_of(answer.content)


async def test_a_lifted_bar_prints_and_its_signed_form_is_brought_by_the_bureau(world: Any) -> None:
    code = await without_file(world)
    today = local_date(datetime.now(UTC))
    score = {
        "pracPsnCode": code, "pracPsnName": "限制医师", "fixmedinsCode": world.hospital, "act": "tiaoli_40",
        "responsibility": "PRIMARY", "points": 12, "conductOn": "2024-06-01", "conductTo": "2024-06-01", "reasons": "处罚",
        "basis": {"kind": "DOCUMENT", "reference": f"云医保罚〔2024〕{code}", "decidedOn": "2024-07-01",
                  "issuer": "县医保局", "servedOn": "2024-07-02"},
    }  # fmt: skip
    await done(world, "agency", "pointsRecordScore", **score)
    bar = {
        "pracPsnCode": code, "ground": "CRIMINAL_CASE", "documentNo": "云公立字〔2026〕1号",
        "issuedOn": str(today - timedelta(days=9)), "reasons": "涉嫌诈骗",
    }  # fmt: skip
    before = await world.events()
    assert (await world.people["agency"].act("restorationBarRecord", **bar))[
        "__typename"
    ] == "InvalidInput"
    assert await world.events() == before
    bar["paperScan"] = await _scan(world, f"{code}-立案", "agency")
    # Who took the paper into the vault says nothing of it.
    assert (await world.people["inspector"].act("restorationBarRecord", **bar))[
        "__typename"
    ] == "LawRefused"
    outside = (*OUTSIDE, "legal", "head")
    await kept_out(world, outside, "restorationBarRecord", bar)
    await done(world, "agency", "restorationBarRecord", **bar)
    lift = {
        "pracPsnCode": code, "barId": "B1", "documentNo": "云检不诉〔2026〕2号", "reasons": "不起诉",
        "paperScan": await _scan(world, f"{code}-不起诉", "agency"),
    }  # fmt: skip
    await kept_out(world, (*OUTSIDE, "legal", "agency"), "restorationBarLift", lift)
    await done(world, "head", "restorationBarLift", **lift)
    own = (await world.people["head"].ask(PAGE, c=code))["pointsDetail"]
    (row,) = own["bars"]
    assert (row["paper"]["name"], row["liftedPaper"]["name"]) == (
        f"{code}-立案.pdf", f"{code}-不起诉.pdf",
    )  # fmt: skip
    (form,) = own["approvals"]
    assert (form["of"], form["title"], form["scan"]) == ("B1", "解除恢复限制审批表", None)
    assert (await world.people["office"].ask(PAGE, c=code))["pointsDetail"]["approvals"] == []
    address = f"/export/points/{code}/approval/{form['about']}"
    await refused_print(world, f"{address}.pdf")
    told = await printed(world, "head", address)
    for words in ("解除恢复限制审批表", "限制医师", "云检不诉〔2026〕2号", "同意：不起诉"):
        assert words in told, words
    assert (await world.people["head"].http.get(f"{address}9.pdf")).status_code == 404
    attach = {
        "pracPsnCode": code, "about": form["about"],
        "paperScan": await _scan(world, f"{code}-审批表", "agency"),
    }  # fmt: skip
    await kept_out(world, OUTSIDE, "pointsAttachApproval", attach)
    await done(world, "agency", "pointsAttachApproval", **attach)
    (form,) = (await world.people["legal"].ask(PAGE, c=code))["pointsDetail"]["approvals"]
    assert form["scan"]["name"] == f"{code}-审批表.pdf"
    # The signed form is the bureau's: the hospital cannot open it on the file.
    opened = f"/export/certificate/{code}/{code}-审批表"
    assert (await world.people["office"].take(opened, purpose="看")).status_code == 404


async def test_a_parameter_waits_for_its_signed_form_in_the_inbox(world: Any) -> None:
    today = local_date(datetime.now(UTC))
    change = {
        "name": "hearing_amount_sole_trader", "value": "90000", "basis": "皖医保发〔2026〕9号", "reason": "按本省标准",
        "validFrom": str(today + timedelta(days=36400)),
    }  # fmt: skip
    await done(world, "legal", "parameterPropose", **change)
    rows = (await world.people["head"].ask(ROWS))["bureauParameters"]["rows"]
    waiting = next(one["waiting"] for one in rows if one["name"] == change["name"])
    decide = {"proposalId": waiting["proposalId"], "approve": True, "reasons": "可行"}
    await done(world, "head", "parameterDecide", **decide)

    async def asked_for(who: str) -> bool:
        items = (await world.people[who].ask(INBOX))["inbox"]["waiting"]
        return any(
            "附入参数审批表签字件" in one["detail"]
            and one["target"] == "/parameters"
            # Other tests of this bureau set other parameters.
            and one["title"] == "本局参数审批表：听证数额标准（个体工商户）"
            for one in items
        )

    assert await asked_for("legal")
    assert await asked_for("supervisor")
    assert not await asked_for("agency")
    address = f"/export/parameter-approval/{waiting['proposalId']}"
    await refused_print(world, f"{address}.docx")
    told = await printed(world, "legal", address)
    for words in ("本局参数审批表", "皖医保发〔2026〕9号", "同意：可行"):
        assert words in told, words
    attach = {
        "proposalId": waiting["proposalId"],
        "paperScan": await _scan(world, f"参数-{waiting['proposalId']}", "inspector"),
    }  # fmt: skip
    await kept_out(world, (*OUTSIDE, "agency", "inspector"), "parameterAttachApproval", attach)
    await done(world, "legal", "parameterAttachApproval", **attach)
    page = (await world.people["legal"].ask(ROWS))["bureauParameters"]
    assert page["mayAttach"]
    row = next(one for one in page["rows"] if one["name"] == change["name"])
    assert row["approvals"][0]["scan"]["name"] == f"{attach['paperScan']}.pdf"
    assert not await asked_for("legal")
