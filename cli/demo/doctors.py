"""Two doctors at 12 points: one under the county rule, who may be restored, one under a national ban."""

from datetime import date, datetime

import neo4j

from casework.actors import Actor, Viewer
from casework.commands.case import ServiceWay
from casework.commands.parameters import ProposeParameter
from casework.commands.points import (
    Basis,
    BasisKind,
    NotifyScore,
    RecordScore,
    Responsibility,
)
from cli.demo.cases import Team
from cli.demo.parameters import set_parameter
from cli.demo.people import Hospital
from graph.commands import execute
from graph.points.page import points_page


async def score_doctors(
    driver: neo4j.AsyncDriver, hospital: Hospital, agency: Actor, team: Team, at: datetime
) -> None:
    """Record and notify both scores; what is there already is left as it is."""
    await _enable_county_rule(driver, team, at)
    (first, first_name), (second, second_name) = hospital.doctors
    await _score(
        driver,
        agency,
        at,
        RecordScore(
            prac_psn_code=first,
            prac_psn_name=first_name,
            fixmedins_code=hospital.fixmedins_code,
            act="tiaoli_40",
            responsibility=Responsibility.PRIMARY,
            points=12,
            conduct_on=date(2024, 9, 18),
            conduct_to=date(2024, 9, 18),
            basis=Basis(
                kind=BasisKind.DOCUMENT,
                reference="云医保处〔2026〕3号",
                decided_on=date(2026, 3, 12),
                issuer="云溪县医疗保障局",
            ),
            reasons="2024 年 9 月虚构理疗服务，机构已受处理，本人负主要责任。",
        ),
    )
    await _score(
        driver,
        agency,
        at,
        RecordScore(
            prac_psn_code=second,
            prac_psn_name=second_name,
            fixmedins_code=hospital.fixmedins_code,
            act="tiaoli_40",
            responsibility=Responsibility.PRIMARY,
            points=12,
            conduct_on=date(2025, 6, 5),
            conduct_to=date(2025, 6, 5),
            basis=Basis(
                kind=BasisKind.DOCUMENT,
                reference="云医保处〔2026〕7号",
                decided_on=date(2026, 5, 20),
                issuer="云溪县医疗保障局",
            ),
            reasons="2025 年 6 月伪造病历骗取基金，机构已受行政处罚，本人负主要责任。",
        ),
    )


async def _enable_county_rule(driver: neo4j.AsyncDriver, team: Team, at: datetime) -> None:
    change = ProposeParameter(
        name="local_restoration",
        value="enabled",
        valid_from=date(2026, 1, 1),
        basis="云溪县医保医师积分管理办法（演示）",
        reason="2025 年以前的行为按县级办法学习、考试后恢复",
    )
    await set_parameter(driver, team, at, change)


async def _score(
    driver: neo4j.AsyncDriver, agency: Actor, at: datetime, command: RecordScore
) -> None:
    """Record and notify; goes on where a start was killed between the two."""
    code = command.prac_psn_code
    if await points_page(driver, Viewer(agency), code, at) is None:
        await execute(driver, command, agency, at)
    page = await points_page(driver, Viewer(agency), code, at)
    if page is None:
        raise LookupError(code)
    ours = [entry for entry in page.state.entries if entry.basis == command.basis.reference]
    if not ours or ours[0].notified_on is not None:
        return
    notice = NotifyScore(
        prac_psn_code=code,
        entry_id=ours[0].entry_id,
        way=ServiceWay.DIRECT,
        served_on=command.basis.decided_on,
    )
    await execute(driver, notice, agency, at)
