"""Diagnoses of the county (ICD-10, national clinical version), by use."""

from typing import Final

import numpy as np

from claims.county.stream import Ints, Rng

_ROWS: Final = """
cold J06.900 急性上呼吸道感染
cold J20.900 急性支气管炎
cold J02.900 急性咽炎
summer K52.905 急性胃肠炎
summer L50.900 荨麻疹
plain K29.500 慢性胃炎
plain M54.502 腰痛
plain M47.201 颈椎病
plain R51.x00 头痛
child J06.903 小儿上呼吸道感染
child K52.916 小儿腹泻
child J18.000 支气管肺炎
woman N76.000 急性阴道炎
woman N72.x00 宫颈炎
woman N92.600 月经不规则
man N40.x00 前列腺增生
man N41.100 慢性前列腺炎
htn I10.x00 原发性高血压
dm E11.900 2型糖尿病
chd I25.103 冠状动脉粥样硬化性心脏病
copd J44.900 慢性阻塞性肺疾病
dialysis N18.500 慢性肾脏病5期
rehab M51.202 腰椎间盘突出
rehab I69.300 脑梗死后遗症
checkup Z00.000 一般医学检查
medical J18.900 肺炎
medical I63.900 脑梗死
medical I20.000 不稳定型心绞痛
medical K29.101 急性胃炎
medical E11.700 2型糖尿病伴多个并发症
surgery K80.100 胆囊结石伴慢性胆囊炎
surgery K35.900 急性阑尾炎
surgery S52.500 桡骨下端骨折
cancer Z51.102 恶性肿瘤术后化学治疗
birth O80.900 单胎顺产
arranged M54.502 腰痛
arranged M47.201 颈椎病
arranged I10.x00 原发性高血压
"""
_PARSED: Final = [line.split() for line in _ROWS.strip().splitlines()]
CODES: Final = np.array([row[1] for row in _PARSED])
NAMES: Final = np.array([row[2] for row in _PARSED])


def of(use: str) -> Ints:
    """Positions of the diagnoses for a use."""
    return np.array([i for i, row in enumerate(_PARSED) if row[0] == use], dtype=np.int64)


def draw(rng: Rng, use: str, n: int) -> Ints:
    """Draw ``n`` diagnoses for a use."""
    options = of(use)
    return options[rng.integers(0, len(options), n)]
