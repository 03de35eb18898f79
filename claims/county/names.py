"""Names, ID numbers and phone numbers of people who do not exist."""

from typing import Final

import numpy as np
import numpy.typing as npt

from claims.county.stream import Ints, Rng, choose

Texts = npt.NDArray[np.str_]
# 3499 is not assigned (GB/T 2260), so no number can be a living person's.
AREA: Final = "349925"
_SURNAMES: Final = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
_MALE: Final = (
    "伟强磊军勇杰涛明超刚平辉鹏华飞波斌宇浩凯健俊帆诚建国志文海永光德福安成金祥贵忠义学良庆宝山林峰"
)
_FEMALE: Final = (
    "芳娜敏静丽艳娟霞秀英兰玲燕红梅桂萍洁莉婷雪慧琴玉珍云莲美月香翠凤淑春素菊巧荣彩银琼瑶佳怡欣颖"
)
_MOBILE: Final = ("138", "139", "150", "151", "158", "182", "187", "130", "156", "189")
_WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK: Final = "10X98765432"


def _letters(text: str) -> Texts:
    return np.array(list(text))


def surnames(rng: Rng, n: int) -> Texts:
    """Family names; the frequent ones are frequent."""
    letters = _letters(_SURNAMES)
    return letters[choose(rng, n, 1 / (np.arange(len(letters)) + 6))]


def given_names(rng: Rng, male: npt.NDArray[np.bool_]) -> Texts:
    """One or two characters by sex."""
    n = len(male)
    men, women = _letters(_MALE), _letters(_FEMALE)

    def one() -> Texts:
        ours = men[rng.integers(0, len(men), n)]
        theirs = women[rng.integers(0, len(women), n)]
        return np.where(male, ours, theirs)

    first, second = one(), one()
    return np.where(rng.random(n) < 0.72, np.char.add(first, second), first)


def id_numbers(birth: npt.NDArray[np.datetime64], male: npt.NDArray[np.bool_]) -> Texts:
    """18-digit citizen ID numbers with a valid check digit (GB 11643), unique by construction."""
    dates = np.char.replace(birth.astype(str), "-", "")
    serial = _serial(birth, male)
    area = np.char.zfill((int(AREA) + serial // 1000).astype(str), 6)
    body = np.char.add(np.char.add(area, dates), np.char.zfill((serial % 1000).astype(str), 3))
    digits = body.astype("U17").view("U1").reshape(-1, 17).astype(np.int64)
    check = _letters(_CHECK)[(digits @ np.array(_WEIGHTS)) % 11]
    return np.char.add(body, check)


def _serial(birth: npt.NDArray[np.datetime64], male: npt.NDArray[np.bool_]) -> Ints:
    """Running number among those of the same birthday and sex; odd for men."""
    key = birth.astype(np.int64) * 2 + male
    order = np.argsort(key, kind="stable")
    ordered = key[order]
    first = np.searchsorted(ordered, ordered)
    rank = np.empty(len(key), dtype=np.int64)
    rank[order] = np.arange(len(key)) - first
    return rank * 2 + np.where(male, 1, 2)


def phones(rng: Rng, n: int) -> Texts:
    """Different mobile numbers."""
    prefix = np.array(_MOBILE)[rng.integers(0, len(_MOBILE), n)]
    step = 99_999_989 // max(n, 1)
    tail = (np.arange(n) * step + rng.integers(0, max(step, 1), n)) % 100_000_000
    return np.char.add(prefix, np.char.zfill(rng.permutation(tail).astype(str), 8))
