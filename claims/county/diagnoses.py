"""Diagnoses of the county (ICD-10, national clinical version), by use.

Each row: use, code, name, the age at which it is most frequent, how wide that peak is (years), and
men among 100 patients. The peaks are orders of magnitude of textbooks, not statistics.
"""

from typing import Final

import numpy as np

from claims.county.stream import Bools, Ints, Rng, ints

_ROWS: Final = """
cold J06.900 急性上呼吸道感染 20 60 50
cold J20.900 急性支气管炎 40 50 50
cold J02.900 急性咽炎 30 45 48
summer K52.905 急性胃肠炎 30 50 50
summer L50.900 荨麻疹 32 40 44
plain K29.500 慢性胃炎 52 26 48
plain M54.502 腰痛 56 24 46
plain M47.201 颈椎病 54 22 44
plain R51.x00 头痛 48 34 38
child J06.903 小儿上呼吸道感染 50 90 50
child K52.916 小儿腹泻 50 90 50
child J18.000 支气管肺炎 50 90 50
woman N76.000 急性阴道炎 50 90 50
woman N72.x00 宫颈炎 50 90 50
woman N92.600 月经不规则 50 90 50
man N40.x00 前列腺增生 50 90 50
man N41.100 慢性前列腺炎 50 90 50
htn I10.x00 原发性高血压 50 90 50
dm E11.900 2型糖尿病 50 90 50
chd I25.103 冠状动脉粥样硬化性心脏病 50 90 50
copd J44.900 慢性阻塞性肺疾病 50 90 50
dialysis N18.500 慢性肾脏病5期 50 90 50
rehab M51.202 腰椎间盘突出 50 90 50
rehab I69.300 脑梗死后遗症 50 90 50
checkup Z00.000 一般医学检查 50 90 50
medical J18.900 肺炎 75 45 54
medical I63.900 脑梗死 72 16 57
medical I20.000 不稳定型心绞痛 68 16 58
medical K29.101 急性胃炎 50 30 46
medical E11.700 2型糖尿病伴多个并发症 64 16 50
surgery K80.100 胆囊结石伴慢性胆囊炎 56 20 38
surgery K35.900 急性阑尾炎 32 24 54
surgery S52.500 桡骨下端骨折 64 32 40
cancer Z51.102 恶性肿瘤术后化学治疗 50 90 50
birth O80.900 单胎顺产 50 90 50
arranged M54.502 腰痛 56 24 46
arranged M47.201 颈椎病 54 22 44
arranged I10.x00 原发性高血压 50 90 50
medical J44.100 慢性阻塞性肺疾病伴急性加重 74 14 68
medical N20.100 输尿管结石 46 18 66
medical A09.900 感染性腹泻 20 40 50
medical J18.001 小儿支气管肺炎 2 6 55
surgery S72.000 股骨颈骨折 78 10 36
surgery K40.900 腹股沟疝 60 30 88
surgery H25.900 老年性白内障 74 10 44
surgery N40.x00 前列腺增生 72 10 100
second I10.x00 原发性高血压 68 20 50
second E11.900 2型糖尿病 64 16 50
second E78.500 高脂血症 58 18 52
second K76.000 脂肪肝 48 18 60
second D64.900 贫血 40 60 36
second J98.414 肺部感染 70 30 54
"""
_PARSED: Final = [line.split() for line in _ROWS.strip().splitlines()]
CODES: Final = np.array([row[1] for row in _PARSED])
NAMES: Final = np.array([row[2] for row in _PARSED])
_PEAK, _WIDTH, _MEN = (np.array([float(row[i]) for row in _PARSED]) for i in (3, 4, 5))


def of(use: str) -> Ints:
    """Positions of the diagnoses for a use."""
    return np.array([i for i, row in enumerate(_PARSED) if row[0] == use], dtype=np.int64)


def draw(rng: Rng, use: str, n: int) -> Ints:
    """Draw ``n`` diagnoses for a use."""
    options = of(use)
    return options[rng.integers(0, len(options), n)]


def draw_for(rng: Rng, use: str, age: Ints, male: Bools) -> Ints:
    """Draw a diagnosis of a use for each person by age and sex."""
    options = of(use)
    away = (age[:, None] - _PEAK[options]) / _WIDTH[options]
    men = _MEN[options] / 100
    weight = (np.exp(-(away**2)) + 1e-6) * np.where(male[:, None], men, 1 - men)
    edges = np.cumsum(weight, axis=1)
    drawn = (edges < (rng.random(len(age)) * edges[:, -1])[:, None]).sum(axis=1)
    return ints(options[np.minimum(drawn, len(options) - 1)])
