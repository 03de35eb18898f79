"""How a Chinese name sounds: 王小明 and 王晓明 are written apart and heard alike, and registers are filled in by ear."""

from functools import lru_cache

from pypinyin import lazy_pinyin


@lru_cache(maxsize=1 << 16)
def sound_of(name: str) -> str:
    """The syllables of a name without their tones, each character in its commonest reading; other
    writings as they are, in lower case."""
    return " ".join("".join(lazy_pinyin(character)) for character in name).lower()
