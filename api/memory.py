"""What an API process is made of stays: looking for garbage in it again and again stops the desk."""

import gc
from typing import Final

#: New objects between two looks at the young ones; a page of a long case makes tens of thousands.
YOUNG: Final = 20_000
#: Looks at the young between two looks at the middle-aged, and so on to the old.
OLDER: Final = 20


def settle() -> None:
    """Take the program itself out of the collector's rounds, once it is loaded.

    The schema, the law and the modules are some million objects that live as long as the process: a
    full round over them took 300 ms, every few pages of a long case, and found nothing.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG, OLDER, OLDER)
