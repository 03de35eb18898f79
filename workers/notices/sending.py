"""How a message failed to leave: in both languages, and whether trying again can help."""


class SendFailed(Exception):
    """The other side did not take it. `for_good`: it never will."""

    def __init__(self, zh: str, en: str, *, for_good: bool = False) -> None:
        super().__init__(en)
        self.why = (zh, en)
        self.for_good = for_good


class WayDown(SendFailed):
    """The server itself cannot be reached: whatever else waits for it need not be tried now."""
