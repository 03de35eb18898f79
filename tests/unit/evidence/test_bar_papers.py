"""The papers of a bar from managing: addressed to the person, who he was, and until when."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from filled import text_of

from casework.commands.measures import ManagerRole, MeasureType
from casework.documents.catalogue import form_of
from casework.measures.signed import measure_forms
from evidence.forms.example import _measure
from evidence.forms.fill import fill, shipped
from evidence.forms.measure import measure_values

AT = datetime(2026, 4, 1, 2, 0, tzinfo=UTC)
NUMBER = "341623197001010015"


@pytest.mark.parametrize(
    ("role", "word"),
    [(ManagerRole.LEGAL_REPRESENTATIVE, "法定代表人"), (ManagerRole.PRINCIPAL, "主要负责人")],
)
def test_the_notice_names_the_person_and_what_he_was(role: ManagerRole, word: str) -> None:
    subject, one = _measure("bar_manager", AT)
    subject = replace(subject, key="manager:H34162300001/张守信", name="云溪县人民医院")
    one = replace(
        one, kind=MeasureType.BAR_MANAGER, term="tiaoli-43-loss", manager_role=role,
        identity_no=NUMBER, ends_at=datetime(2031, 3, 31, 16, 0, tzinfo=UTC),
        basis="《医疗保障基金使用监督管理条例》第四十三条",
    )  # fmt: skip
    assert "bar_notice" in {form.id for form in measure_forms(one)}
    values = measure_values(form_of("bar_notice"), subject, one, "示例县医疗保障局", AT)
    text = text_of(fill(shipped("bar_notice"), values))
    assert "张守信：" in text
    assert f"你时任云溪县人民医院{word}（居民身份证号码：{NUMBER}）" in text
    assert "五年内禁止从事定点医药机构管理活动" in text
    assert "2031" in text
    assert "你单位" not in text
    assert "{{" not in text
