"""Measures, delegations and keys over HTTP: who sees what, and the list for settlement systems."""

import csv
import hashlib
import io
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from casework.clocks.calendars import local_date
from tests.api.test_evidence import upload, upload_bytes

ALL = "{ measures(history: true) { measureId subjectKey documentNo kind standing overAt } }"
MINE = "{ measures { subjectKey kind } }"
TO_DECIDE = "{ measuresToDecide { measureId subjectKey standing acts } }"
#: Whom a proposal waits for: not who made it, and nobody outside the bureau.
DECIDERS = (
    ("chief", True),
    *(
        (who, False)
        for who in ("supervisor", "head", "agency", "inspector", "office", "party", "system")
    ),
)
SERVICES = "{ measures(history: true) { measureId subjectKey standing acts services { title servedOn receipt } } }"
ISSUE = (
    "mutation($input: KeyIssueInput!) { r: keyIssue(input: $input) { __typename "
    "... on UserError { code } ... on KeySuccess { secret keys { keyId works } } } }"
)


async def signed(world: Any, own: dict[str, Any], number: str, *forms: str) -> None:
    """Papers of a decided measure come back, signed and sealed."""
    agency = world.people["agency"]
    for form_id in forms:
        scan = await upload_bytes(agency, pdf(f"{number}-{form_id}"), f"{form_id}.pdf")
        given = {**own, "formId": form_id, "evidenceId": scan}
        done = await agency.act("measurePaperAttach", **given)
        assert done["__typename"] == "MeasureSuccess", done


async def measure_served(world: Any, own: dict[str, Any], number: str, notice: str) -> str:
    """A decided measure gets its papers and is handed over; returns its receipt."""
    await signed(world, own, number, "measure_approval", notice)
    receipt = await upload_bytes(
        world.people["agency"], pdf(f"{number}-{notice}-receipt"), "送达回证.pdf"
    )
    given = {**own, "way": "DIRECT", "servedOn": today(), "receiptScan": receipt}
    done = await world.people["agency"].act("measureServe", **given)
    assert done["__typename"] == "MeasureSuccess", done
    return receipt


def pdf(text: str) -> bytes:
    """A scan that is no other one."""
    return f"%PDF-1.4\n{text}\n%%EOF\n".encode()


def today() -> str:
    return str(local_date(datetime.now(UTC)))


def minutes(n: int) -> str:
    return (datetime.now(UTC) + timedelta(minutes=n)).isoformat()


async def suspended(world: Any, *, serves: bool = True) -> dict[str, Any]:
    """The hospital's agreement suspended for two hours by another person than who proposed it.

    Other files leave measures of the same hospital behind: the number of the document tells this one.
    """
    number = f"协处{await world.events()}号"
    own = {"subjectKind": "INSTITUTION", "subjectKey": world.hospital}
    made = await world.people["agency"].act(
        "measurePropose",
        **own,
        subjectName="测试医院",
        term="payment-share-50",
        documentNo=number,
        reasons="多次违约",
        endsAt=minutes(120),
    )
    assert made["__typename"] == "MeasureSuccess", made
    rows = (await world.people["head"].ask(ALL))["measures"]
    [made] = [row for row in rows if row["documentNo"] == number]
    one = {**own, "measureId": made["measureId"], "approve": True}
    early = await world.people["chief"].act("measureDecide", **one)
    assert early["code"] == "STEP_MISSING"
    heard = {
        **own, "measureId": made["measureId"], "toldOn": str(local_date(datetime.now(UTC))), "how": "WAIVED",
        "text": "无异议", "evidenceId": await world.people["agency"].certificate(),
    }  # fmt: skip
    before = await world.events()
    for who, given, code in (
        ("agency", {"evidenceId": ""}, "FIELD_REQUIRED"),
        ("agency", {"evidenceId": "不存在"}, "NOT_FOUND"),
        ("supervisor", {}, "ROLE_REQUIRED"),
        ("office", {}, "NOT_FOUND"),
    ):
        answer = await world.people[who].act("measureHear", **heard | given)
        assert answer["code"] == code, (who, answer)
    assert await world.events() == before
    assert (await world.people["agency"].act("measureHear", **heard))["__typename"] == (
        "MeasureSuccess"
    )
    for who, decides in DECIDERS:
        waiting = (await world.people[who].ask(TO_DECIDE))["measuresToDecide"]
        ids = [(row["subjectKey"], row["measureId"]) for row in waiting]
        assert ids.count((world.hospital, made["measureId"])) == decides, who
        assert all("measureDecide" in row["acts"] for row in waiting)
    done = await world.people["chief"].act("measureDecide", **one)
    assert done["__typename"] == "MeasureSuccess", done
    if not serves:
        return {**one, "number": number}
    place = {key: one[key] for key in ("subjectKind", "subjectKey", "measureId")}
    await measure_served(world, place, number, "suspension_notice")
    waiting = (await world.people["chief"].ask(TO_DECIDE))["measuresToDecide"]
    assert (world.hospital, one["measureId"]) not in [
        (row["subjectKey"], row["measureId"]) for row in waiting
    ]
    return {**one, "number": number}


async def test_who_sees_a_measure(world: Any) -> None:
    one = await suspended(world)
    for who, sees in (("agency", True), ("office", True), ("other_office", False), ("party", True)):
        rows = (await world.people[who].ask(MINE))["measures"]
        assert any(row["kind"] == "suspend_institution" for row in rows) == sees, who
    assert (await world.people["system"].ask(MINE))["measures"] == []
    anonymous = await world.browser().raw(MINE)
    assert anonymous["errors"][0]["extensions"]["code"] == "SIGN_IN_NEEDED"
    offers = "{ measures { measureId subjectKey acts } }"
    for who, acts in (
        ("chief", ["measureLift", "measureCorrectService", "measureNote"]),
        ("supervisor", ["measureNote"]),
        ("agency", ["measureNote"]),
        ("office", []),
    ):
        rows = (await world.people[who].ask(offers))["measures"]
        [offered] = [
            row["acts"] for row in rows
            if (row["subjectKey"], row["measureId"]) == (world.hospital, one["measureId"])
        ]  # fmt: skip
        assert offered == acts, who
    before = await world.events()
    own = {key: one[key] for key in ("subjectKind", "subjectKey", "measureId")}
    refused = await world.people["office"].act("measureLift", **own, reasons="x")
    assert refused["__typename"] in ("NotFound", "NotPermitted")
    assert await world.events() == before
    assert (await world.people["chief"].act("measureLift", **own, reasons="复核后解除"))[
        "__typename"
    ] == "MeasureSuccess"


async def test_a_decided_measure_begins_with_its_service(world: Any) -> None:
    one = await suspended(world, serves=False)
    own = {key: one[key] for key in ("subjectKind", "subjectKey", "measureId")}

    async def standing(who: str) -> list[dict[str, Any]]:
        rows = (await world.people[who].ask(SERVICES))["measures"]
        mine = (world.hospital, one["measureId"])
        return [row for row in rows if (row["subjectKey"], row["measureId"]) == mine]

    [row] = await standing("agency")
    assert (row["standing"], row["services"]) == ("decided", [])
    assert await standing("office") == []
    receipt = await upload_bytes(
        world.people["agency"], pdf(f"{one['number']}-回证"), "送达回证.pdf"
    )
    given = {**own, "way": "DIRECT", "servedOn": today(), "receiptScan": receipt}
    before = await world.events()
    assert (await world.people["agency"].act("measureServe", **given))["code"] == "NOT_EFFECTIVE"
    assert await world.events() == before
    await signed(world, own, one["number"], "measure_approval", "suspension_notice")
    [row] = await standing("agency")
    assert row["acts"][0] == "measureServe"
    before = await world.events()
    for who in ("chief", "supervisor", "head", "office", "other_office", "doctor", "system"):
        refused = await world.people[who].act("measureServe", **given)
        assert refused["__typename"] != "MeasureSuccess", who
    without = await world.people["agency"].act("measureServe", **{**given, "receiptScan": ""})
    assert without["__typename"] != "MeasureSuccess", without
    anonymous = await world.browser().raw(SERVICES)
    assert anonymous["errors"][0]["extensions"]["code"] == "SIGN_IN_NEEDED"
    assert await world.events() == before
    done = await world.people["agency"].act("measureServe", **given)
    assert done["__typename"] == "MeasureSuccess", done
    for who, seen in (("agency", receipt), ("office", None)):
        [row] = await standing(who)
        assert row["standing"] == "in_force", who
        [service] = row["services"]
        assert (service["servedOn"], service["receipt"]) == (today(), seen), who
    lifted = await world.people["chief"].act("measureLift", **own, reasons="复核后解除")
    assert lifted["__typename"] == "MeasureSuccess"
    # Its end is served, too, once that notice is sealed.
    end = await upload_bytes(
        world.people["agency"], pdf(f"{one['number']}-解除回证"), "送达回证.pdf"
    )
    again = {**given, "receiptScan": end}
    assert (await world.people["agency"].act("measureServe", **again))["code"] == "NOT_EFFECTIVE"
    await signed(world, own, one["number"], "lift_notice")
    assert (await world.people["agency"].act("measureServe", **again))["__typename"] == (
        "MeasureSuccess"
    )
    [row] = await standing("agency")
    assert [service["receipt"] for service in row["services"]] == [receipt, end]


async def test_the_signed_notice_is_the_bureaus_to_open(world: Any) -> None:
    one = await suspended(world, serves=False)
    own = {key: one[key] for key in ("subjectKind", "subjectKey", "measureId")}
    body = b"%PDF-1.4\n" + str(one).encode() + b"\n%%EOF\n"
    sums = {"size": len(body), "sha256": hashlib.sha256(body).hexdigest()}
    agency = world.people["agency"]
    kept = await upload(agency, body, name="暂停通知书（盖章）.pdf", **sums)
    scan = kept["evidence"]["evidenceId"]
    talk = await agency.act("measurePaperAttach", **own, formId="talk_record", evidenceId=scan)
    assert talk["code"] == "STEP_MISSING"
    given = {**own, "formId": "suspension_notice", "evidenceId": scan}
    done = await agency.act("measurePaperAttach", **given)
    assert done["__typename"] == "MeasureSuccess", done
    assert (await agency.act("measurePaperAttach", **given))["code"] == "ALREADY_DONE"
    # A wrong one gives way with a reason, and not without.
    body = b"%PDF-1.4\n" + b"right " + str(one).encode() + b"\n%%EOF\n"
    sums = {"size": len(body), "sha256": hashlib.sha256(body).hexdigest()}
    right = await upload(agency, body, name="暂停通知书（正确）.pdf", **sums)
    given["evidenceId"] = right["evidence"]["evidenceId"]
    before = await world.events()
    stands = await agency.act("measurePaperAttach", **given)
    assert stands["code"] == "SCAN_STANDS"
    assert await world.events() == before
    done = await agency.act("measurePaperAttach", **given, reason="误附其他文书")
    assert done["__typename"] == "MeasureSuccess", done
    scan = given["evidenceId"]
    await signed(world, own, one["number"], "measure_approval")
    receipt = await upload_bytes(agency, pdf(f"{one['number']}-receipt"), "送达回证.pdf")
    served = {**own, "way": "DIRECT", "servedOn": today(), "receiptScan": receipt}
    assert (await agency.act("measureServe", **served))["__typename"] == "MeasureSuccess"
    read = "{ measures { measureId subjectKey forms { formId scan scanLost } } }"
    for who, sees in (("head", scan), ("office", None)):
        rows = (await world.people[who].ask(read))["measures"]
        [row] = [
            row for row in rows
            if (row["subjectKey"], row["measureId"]) == (world.hospital, one["measureId"])
        ]  # fmt: skip
        [form] = [form for form in row["forms"] if form["formId"] == "suspension_notice"]
        assert (form["scan"], form["scanLost"]) == (sees, False), who
    lifted = await world.people["chief"].act("measureLift", **own, reasons="复核后解除")
    assert lifted["__typename"] == "MeasureSuccess"


@pytest.fixture
async def key(world: Any) -> str:
    """A key that the security administrator issued."""
    name = f"core-{await world.events()}"
    given = {"keyId": name, "name": "结算核心", "until": "2099-12-31", "reason": "联网结算"}
    for who in ("head", "system", "office"):
        answer = (await world.people[who].ask(ISSUE, input=given))["r"]
        assert answer["__typename"] in ("NotPermitted", "NotFound"), who
    answer = (await world.people["security"].ask(ISSUE, input=given))["r"]
    assert answer["__typename"] == "KeySuccess", answer
    assert {"keyId": name, "works": True} in answer["keys"]
    secret: str = answer["secret"]
    return f"{name} {secret}"


async def read(world: Any, path: str, secret: str | None) -> httpx.Response:
    headers = {"Authorization": f"Bearer {secret}"} if secret is not None else {}
    found: httpx.Response = await world.browser().http.get(path, headers=headers)
    return found


async def test_a_settlement_system_reads_what_holds_at_any_moment(world: Any, key: str) -> None:
    one = await suspended(world)
    name, secret = key.split()
    for wrong in (None, "", "x", secret[:-1]):
        answer = await read(world, "/rest/measures.csv", wrong)
        assert (answer.status_code, answer.json()["code"]) == (401, "KEY_REQUIRED")
    answer = await read(world, "/rest/measures.csv", secret)
    assert answer.status_code == 200
    rows = list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"))))
    (row,) = [r for r in rows if r["document_no"] == one["number"]]
    assert (row["subject_key"], row["source"]) == (world.hospital, "measures")
    assert row["measure"] == "suspend_institution"
    assert row["over_at"].endswith("+08:00")
    later = minutes(121).replace("+", "%2B")
    body = (await read(world, f"/rest/measures.json?asOf={later}", secret)).json()
    assert one["number"] not in [r["document_no"] for r in body["measures"]]
    whole = (await read(world, "/rest/measures.json", secret)).json()
    assert (whole["count"], whole["next"]) == (len(rows), None)
    paged, cursor, pages = [], "", 0
    while cursor is not None:
        more = f"&cursor={cursor}" if cursor else ""
        page = (await read(world, f"/rest/measures.json?first=1{more}", secret)).json()
        paged += page["measures"]
        pages += 1
        cursor = page["next"]
    assert paged == whole["measures"]
    for wrong in ("first=0", "first=x", "cursor=x", "cursor=W10"):
        assert (await read(world, f"/rest/measures.json?{wrong}", secret)).status_code == 400
    bad = await read(world, "/rest/measures.csv?asOf=2026-01-01T00:00:00", secret)
    assert bad.status_code == 400
    other = await read(world, "/rest/measures.json?as_of=2026-01-01T00:00:00%2B08:00", secret)
    assert other.status_code == 400
    assert "as_of" in other.json()["message"]
    assert "asOf" in other.json()["message"]
    used, _, _ = await world.driver.execute_query(
        "MATCH (e:Event {type: 'KeyUsed', actor: $actor}) RETURN count(e) AS n",
        actor=f"key:{name}",
    )
    assert used[0]["n"] == 3 + pages
    revoked = await world.people["security"].act("keyRevoke", keyId=name, reason="测试结束")
    assert revoked["__typename"] == "KeySuccess"
    assert (await read(world, "/rest/measures.csv", secret)).status_code == 401
    own = {k: one[k] for k in ("subjectKind", "subjectKey", "measureId")}
    await world.people["head"].act("measureLift", **own, reasons="测试结束")


async def test_a_person_exports_the_page(world: Any) -> None:
    answer = await world.people["head"].http.get("/export/measures.csv")
    assert answer.status_code == 200
    assert answer.text.startswith("\ufeffsubject_kind,")
    assert (await world.people["system"].http.get("/export/measures.csv")).status_code == 404
    assert (await world.browser().http.get("/export/measures.csv")).status_code == 401


async def test_a_deputy_is_offered_what_the_head_gave_away(world: Any) -> None:
    """The register names what can never be given; a deputy signs until it is taken back."""
    register = "{ mandates { mine { act } never { title } delegations { delegationId holds } } }"
    mine = (await world.people["head"].ask(register))["mandates"]
    assert "DecideCase" in {one["act"] for one in mine["mine"]}
    assert (await world.people["office"].ask(register))["mandates"] is None
    before = await world.events()
    never = {"deputy": "supervisor", "startsAt": minutes(-1), "endsAt": minutes(60)}
    refused = await world.people["head"].act(
        "delegationGive", **never, acts=["DecideReferral"], reason="外出"
    )
    assert refused["code"] == "NEVER_DELEGATED"
    assert await world.events() == before
    given = await world.people["head"].act(
        "delegationGive", **never, acts=["DecideMeasure", "LiftMeasure"], reason="外出"
    )
    assert given["__typename"] == "DelegationSuccess", given
    after = (await world.people["supervisor"].ask(register))["mandates"]["delegations"]
    assert after[0]["holds"]
    ended = await world.people["head"].act(
        "delegationEnd", delegationId=after[0]["delegationId"], reason="已返岗"
    )
    assert ended["__typename"] == "DelegationSuccess"
    now = (await world.people["head"].ask(register))["mandates"]["delegations"]
    assert not now[0]["holds"]
