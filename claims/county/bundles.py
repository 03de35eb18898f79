"""What is billed at which kind of visit: slots of (uses, probability, least and most units)."""

from typing import Final, NamedTuple

from claims.county.visits import Kind


class Slot(NamedTuple):
    """One item drawn from the catalogue's items of these uses, with a probability."""

    uses: tuple[str, ...]
    chance: float = 1.0
    least: int = 1
    most: int = 1


def _slot(uses: str, chance: float = 1.0, least: int = 1, most: int = 1) -> Slot:
    return Slot(tuple(uses.split("|")), chance, least, most)


_FEE: Final = _slot("op_visit", 0.9)
_DRIP: Final = [
    _slot("infusion", 0.2),
    _slot("infusion_drug", 0.2, 1, 2),
    _slot("infusion_mat", 0.2),
]

OUTPATIENT: Final[dict[Kind, list[Slot]]] = {
    Kind.ACUTE: [
        _FEE,
        *(_slot("lab", p) for p in (0.8, 0.55, 0.35)),
        _slot("exam", 0.5),
        _slot("acute|acute_adult", 0.95, 1, 2),
        _slot("acute", 0.5),
        _slot("tcm_drug", 0.55, 1, 2),
        _slot("exam_gi|exam_cardio|exam_ct", 0.1),
        *_DRIP,
        *_DRIP[1:],
    ],
    Kind.CHILD: [
        _FEE,
        _slot("child_drug", 1, 1, 2),
        _slot("child_drug", 0.6),
        _slot("lab", 0.6),
        _slot("child_tcm|child_infusion", 0.2),
    ],
    Kind.WOMAN: [
        _FEE,
        _slot("gyn_exam"),
        _slot("gyn_exam", 0.6),
        _slot("gyn_drug", 0.9),
        _slot("lab", 0.5),
    ],
    Kind.MAN: [
        _FEE,
        _slot("male_exam"),
        _slot("male_lab", 0.7),
        _slot("male_drug", 0.9),
        _slot("lab", 0.5),
    ],
    Kind.OVER_COUNTER: [
        _slot("acute|child_drug", 1, 1, 2),
        _slot("tcm_drug", 0.7, 1, 2),
        _slot("acute", 0.3),
    ],
    Kind.DIALYSIS: [
        _slot("dialysis"),
        _slot("dialysis_mat"),
        _slot("infusion_drug", 1, 1, 2),
        _slot("infusion_mat"),
        _slot("lab", 0.15),
    ],
    Kind.REHAB: [_slot("rehab"), _slot("rehab", 0.8), _slot("tcm_op"), _slot("tcm_op", 0.5)],
    Kind.CHECKUP: [_slot("checkup"), _slot("lab"), _slot("lab"), _slot("exam", 0.8)],
    Kind.ROUND: [_slot("clinic_visit"), _slot("lab", 0.5), _slot("acute", 0.15)],
    Kind.ARRANGED: [
        _FEE,
        _slot("rehab", 1, 1, 2),
        _slot("rehab", 0.9),
        _slot("tcm_op", 1, 1, 2),
        _slot("tcm_op", 0.9),
        _slot("exam", 0.5),
        _slot("lab", 0.6),
    ],
    Kind.SWIPE: [
        _slot("tcm_short", 1, 2, 3),
        _slot("tcm_short", 0.9, 2, 3),
        _slot("tcm_short", 0.6, 1, 3),
    ],
    Kind.SCRIPT: [_FEE, _slot("shopped", 1, 1, 2)],
    Kind.EMERGENCY: [
        _slot("er_visit"),
        _slot("lab"),
        _slot("lab", 0.8),
        _slot("exam", 0.6),
        _slot("exam_ct", 0.35),
        _slot("acute", 0.7),
        *_DRIP,
    ],
}

_ADMISSION: Final = [
    *(_slot("lab", p) for p in (1, 1, 0.8, 0.8, 0.6)),
    _slot("lab_pre"),
    _slot("lab_pre", 0.6),
    _slot("exam"),
    _slot("exam_ct", 0.6),
    _slot("exam_mri", 0.15),
]
_DAILY: Final = [_slot("nursing_2"), _slot("stay_visit"), _slot("infusion_drug", 1, 1, 2)]

STAY_FIRST_DAY: Final[dict[Kind, list[Slot]]] = {
    Kind.STAY_MEDICAL: _ADMISSION,
    Kind.STAY_SURGERY: [
        *_ADMISSION,
        _slot("surgery"),
        _slot("surgery_mat"),
        _slot("surgery_mat", 0.8),
    ],
    Kind.STAY_CANCER: [_slot("lab"), _slot("lab"), _slot("lab_onc", 0.4), _slot("onc")],
    Kind.STAY_BIRTH: [
        _slot("lab"),
        _slot("lab_pre"),
        _slot("obstetric_exam"),
        _slot("obstetric_stay"),
        _slot("obstetric_stay", 0.7),
    ],
    Kind.ARRANGED_STAY: [_slot("lab"), _slot("lab"), _slot("exam"), _slot("exam_ct", 0.5)],
}
# What a ward adds to the bill of each day: drugs, sets and small tests.
_WARD: Final = [
    _slot("infusion_drug", 0.9, 1, 2),
    _slot("infusion_drug", 0.7),
    _slot("infusion_drug", 0.6),
    _slot("infusion_mat", 0.8),
    _slot("lab", 0.8),
    _slot("lab", 0.5),
]
STAY_EVERY_DAY: Final[dict[Kind, list[Slot]]] = {
    Kind.STAY_MEDICAL: [
        _slot("bed"),
        *_DAILY,
        _slot("infusion", 0.9),
        _slot("infusion_drug", 0.6),
        _slot("infusion_mat", 0.6),
        _slot("lab", 0.25),
        _slot("resp", 0.25),
        *_WARD,
    ],
    Kind.STAY_SURGERY: [
        _slot("bed"),
        *_DAILY,
        _slot("infusion", 0.8),
        _slot("surgery_care", 0.6),
        _slot("surgery_mat", 0.3),
        _slot("lab", 0.15),
        *_WARD,
    ],
    Kind.STAY_CANCER: [
        _slot("bed"),
        *_DAILY,
        _slot("onc_drug"),
        _slot("infusion"),
        _slot("infusion_mat"),
    ],
    Kind.STAY_BIRTH: [_slot("bed"), *_DAILY, _slot("surgery_care", 0.4)],
    Kind.ARRANGED_STAY: [
        _slot("bed"),
        *_DAILY,
        _slot("infusion"),
        _slot("rehab", 0.9),
        _slot("tcm_op", 0.9),
    ],
}
# What a ward bills on its rounds where bills are as long as a city's.
WARD: Final = _slot("ward_drug|ward_mat|ward_item|ward_lab", 1, 1, 4)
# Items that the catalogue lists under a wider use.
NARROW: Final[dict[str, tuple[str, ...]]] = {
    "nursing_2": ("001201000030000",),
    "stay_visit": ("001102000060000",),
    "onc_drug": ("XL01BCK027B001010103303",),
    "tcm_short": (
        "ZA12BAF0367010103277",
        "ZA04CAL0125010101894",
        "ZA06CAJ0211010102640",
        "ZA15BAB0082010102238",
    ),
}
