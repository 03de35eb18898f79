"""The bureau's words on the papers of a ring."""

from datetime import datetime
from typing import Final

from casework.judgements.state import MarkState
from graph.explore.present import SHANGHAI
from graph.rings.dossier.model import Basis

CHANNELS: Final = {
    "outpatient": "同日就诊",
    "inpatient": "同进同出住院",
    "pharmacy": "药店连续刷卡",
    "refund_loop": "退费循环",
    "doctor_density": "医患集中",
    "doctor_shopping": "多医取药",
}
ROUTES: Final = {
    "ring": "疑似团伙",
    "household": "家庭",
    "care_home": "养老机构",
    "periodic_care": "周期治疗",
    "follow_up_day": "体检随访日",
}
ROLES: Final = {"core": "核心", "bridge": "桥梁", "member": "成员"}
VERDICTS: Final = {"confirmed": "确认可疑", "rejected": "排除", "unsure": "存疑"}
BASES: Final = {
    Basis.GRADE: "同类同级机构",
    Basis.TYPE: "同类机构",
    Basis.PLACE: "本机构其他就诊",
    Basis.NONE: "可比就诊不足",
}
KINDS: Final = {
    "address": "住址",
    "phone": "电话",
    "employer": "单位",
    "terminal": "刷卡终端",
    "bed": "床位",
}
#: Kinds of treatment by the first figures of their code, as in the national interface.
TREATMENTS: Final = (
    ("9929", "药店慢特病购药"),
    ("41", "药店购药"),
    ("14", "门诊慢特病"),
    ("13", "急诊"),
    ("51", "生育门诊"),
    ("52", "生育住院"),
    ("1", "门诊"),
    ("2", "住院"),
)


def treatment(med_type: str) -> str:
    """The kind of treatment in words, the code itself where it has none."""
    return next((word for code, word in TREATMENTS if med_type.startswith(code)), med_type or "—")


def moment(at: datetime | None) -> str:
    """A minute as the bureau reads it; times of the store have no zone and are local already."""
    if at is None:
        return ""
    local = at.astimezone(SHANGHAI) if at.tzinfo else at
    return local.strftime("%Y-%m-%d %H:%M")


def clock(minute: int | None) -> str:
    """A minute of the day as 08:05; empty when unknown."""
    return "" if minute is None else f"{minute // 60:02d}:{minute % 60:02d}"


def verdict(mark: MarkState | None) -> str:
    """A judgement with who, when and why; empty when there is none."""
    if mark is None or mark.verdict is None:
        return ""
    who = mark.judged_by.name if mark.judged_by else ""
    said = f"{VERDICTS.get(mark.verdict, mark.verdict)}（{who} {moment(mark.judged_at)}）"
    return f"{said}：{mark.reason}" if mark.reason else said


def probability(value: float) -> str:
    """A p or q value that nobody mistakes for certainty."""
    return "< 1e-9" if value < 1e-9 else f"{value:.2g}"
