"""Papers of an application that does not go on: sent back, resting, closed, or revoked once restored."""

from __future__ import annotations

from typing import Final

from casework.points.rules import rule_set
from casework.points.state import PointsState
from casework.refusal import refuse
from casework.restoration.state import HALT_NAMES, Restoration, Ruling, Step
from evidence.doctors import blocks as b
from evidence.doctors.restoration import BODIES, REMEDY, served
from evidence.doctors.scores import person

REVOKED: Final = "医保支付资格撤销恢复决定书"


def revocation(file: PointsState, one: Restoration, bureau: str) -> list[b.Block]:
    """撤销恢复决定书: what it rests on, and that the termination stands again. Refuses STEP_MISSING."""
    if one.step is not Step.REVOKED:
        raise refuse("STEP_MISSING", step="撤销恢复", step_en="the revocation of the restoration")
    rules = rule_set(one.rule_set)
    on = b.chinese(one.over_on or one.revoked_on)
    # With its papers it has effect from its service; of before from its day.
    papered = Ruling.REVOCATION in one.papered
    since = "本决定送达之日" if papered else on
    return [
        _to(file),
        b.facts(
            person(file),
            ("所在机构", file.fixmedins_code),
            ("恢复申请", one.application_id),
            ("批准恢复日期", b.chinese(one.approved_on)),
            ("登记备案号", one.registration_no or "—"),
        ),
        b.section("事实和理由"),
        b.text(one.over_why),
        b.section("决定"),
        b.text(
            f"依据{rules.basis}，本局决定：撤销{b.chinese(one.approved_on)}作出的医保支付资格"
            f"恢复决定。自{since}起，你的医保支付资格恢复原终止状态，登记备案同时失效；你提供的医药服务费用"
            "不再纳入医保结算，急诊、抢救除外。"
        ),
        b.text(REMEDY),
        b.signed(bureau, "（印章）", on),
        *served(file, one, Ruling.REVOCATION, REVOKED),
    ]


def revocation_approval(file: PointsState, one: Restoration, bureau: str) -> list[b.Block]:
    """撤销恢复审批表: who proposed it and why, what the doctor said, and the head's decision. Refuses STEP_MISSING."""
    if one.revocation_by is None:
        raise refuse("STEP_MISSING", step="建议撤销恢复", step_en="a proposal to revoke")
    decided = one.step is Step.REVOKED
    return [
        b.facts(
            person(file),
            ("所在机构", file.fixmedins_code),
            ("恢复申请", one.application_id),
            ("批准恢复日期", b.chinese(one.approved_on)),
            ("登记备案号", one.registration_no or "—"),
            ("提出人", one.revocation_by.signed),
            ("撤销的事由", one.revocation_reasons),
            ("医师陈述申辩", "；".join(one.revocation_said) or "未提出"),
        ),
        b.opinion(
            "县医疗保障局\n审批意见",
            "同意撤销" if decided else "",
            one.over_why if decided else " ",
            f"负责人签名：　　　　　（印章）　{b.chinese(one.over_on if decided else None)}",
        ),
        b.signed(bureau, "（印章）", b.chinese(one.over_on if decided else None)),
    ]


def returned(file: PointsState, one: Restoration, bureau: str) -> list[b.Block]:
    """退回补正通知书: who sent it back, and what is to be put right. Refuses STEP_MISSING."""
    last = next((o for o in reversed(one.opinions) if o.outcome == "returned"), None)
    if one.step is not Step.RETURNED or last is None:
        raise refuse("STEP_MISSING", step="退回补正", step_en="a return of the application")
    body = dict(BODIES)[last.body].replace("\n", "").removesuffix("意见")
    return [
        _to(file),
        b.text(
            f"你于{b.chinese(one.applied_at)}提出的医保支付资格恢复申请（{one.application_id}），"
            f"经{body}审查，需要补正，现予退回。"
        ),
        b.section("需要补正的内容"),
        b.text(last.reasons),
        b.text("请补正后由所在机构重新提交；补正后的申请仍由退回的机关继续办理。"),
        b.signed(bureau, "（印章）", b.chinese(last.at)),
    ]


def halted(file: PointsState, one: Restoration, bureau: str) -> list[b.Block]:
    """中止通知书: every ground on which the application rests. Refuses STEP_MISSING."""
    grounds = one.open_halts
    if one.step is not Step.HALTED or not grounds:
        raise refuse("STEP_MISSING", step="中止恢复程序", step_en="a rest of the application")
    return [
        _to(file),
        b.text(
            f"你于{b.chinese(one.applied_at)}提出的医保支付资格恢复申请（{one.application_id}），"
            "因下列事由中止办理："
        ),
        b.table(
            (30, 50, 0),
            ("日期", "事由", "说明"),
            [
                (
                    b.chinese(halt.at),
                    " ".join(filter(None, (HALT_NAMES[halt.kind][0], halt.reference))),
                    halt.reasons,
                )
                for halt in grounds
            ],
        ),
        b.text("上述事由全部消除后恢复办理；中止期间不影响原记分和资格状态。"),
        b.signed(bureau, "（印章）", b.chinese(grounds[-1].at)),
    ]


def closed(file: PointsState, one: Restoration, bureau: str) -> list[b.Block]:
    """终结通知书 of an application whose ground fell. Refuses STEP_MISSING."""
    if one.step is not Step.MOOT:
        raise refuse("STEP_MISSING", step="恢复程序终结", step_en="the end of the application")
    return [
        _to(file),
        b.text(
            f"你于{b.chinese(one.applied_at)}提出的医保支付资格恢复申请（{one.application_id}），"
            "因终止医保支付资格所依据的记分已被撤销或者变更，无须恢复，该申请予以终结。"
        ),
        b.text("你的资格状态以医师档案现行记载为准；已取得的学习积分仍予保留。"),
        b.signed(bureau, "（印章）", b.chinese(one.over_on)),
    ]


def _to(file: PointsState) -> b.Block:
    return b.to(f"{file.name}，{file.fixmedins_code}")
