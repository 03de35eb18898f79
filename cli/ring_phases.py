"""What a command says of the phases of detection: apart from the rest, for the channels bring numerics."""

from typing import Final

from graph.rings.dossier.words import CHANNELS

RINGS: Final = {
    "rings": ("核对与说明", "checking and explaining"),
    "rings:keep": ("整理就诊记录", "arranging visits"),
    "rings:write": ("写入图谱", "writing to the map"),
    **{
        f"rings:{name}": (f"查找：{zh}", f"looking for: {en}")
        for name, (zh, en) in CHANNELS.items()
    },
}
