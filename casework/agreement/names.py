"""What the measures of a handling are called: on paper, and where the case tells of them."""

from typing import Final

from casework.commands.agreement import MeasureKind

MEASURES: Final[dict[str, tuple[str, str]]] = {
    MeasureKind.RECOVERY: ("追回", "money back to the fund"),
    MeasureKind.REFUSE_PAYMENT: ("拒付", "payment refused"),
    MeasureKind.LIQUIDATED_DAMAGES: ("违约金", "damages"),
    MeasureKind.SUSPEND_PERSON: ("暂停责任人员服务资格", "a person suspended"),
    MeasureKind.SUSPEND_DEPARTMENT: ("暂停责任科室服务", "a department suspended"),
    MeasureKind.SUSPEND_AGREEMENT: ("中止协议", "the agreement suspended"),
    MeasureKind.TERMINATE_AGREEMENT: ("解除协议", "the agreement ended"),
}
