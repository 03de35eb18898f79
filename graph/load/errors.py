"""What can keep the map from being loaded."""


class LoadError(Exception):
    """A load that did not happen; the store is as it was, or as the last batch left it."""

    code = "LOAD_FAILED"

    def __init__(self, message_zh: str, message_en: str) -> None:
        super().__init__(message_zh)
        self.message_zh = message_zh
        self.message_en = message_en


class LoadBusy(LoadError):
    """Another process is loading the map."""

    code = "LOAD_BUSY"

    def __init__(self) -> None:
        super().__init__(
            "另一个进程正在加载图谱，请等待其完成后再试。",
            "Another process is loading the map; wait until it is done.",
        )


class MapChanged(LoadError):
    """A node that the load had found or written is gone again."""

    code = "MAP_CHANGED"

    def __init__(self) -> None:
        super().__init__(
            "加载期间图谱中的机构、医师等节点被他人删除；已写入的部分保留，请重新加载。",
            "Institutions or doctors were removed from the map while it was loaded; what was written "
            "stays. Load again.",
        )


class OfflineImpossible(LoadError):
    """The offline way was asked for and cannot be taken."""

    code = "OFFLINE_IMPOSSIBLE"

    def __init__(self, why_zh: str, why_en: str) -> None:
        super().__init__(
            f"不能离线导入：{why_zh}。请改用 jicha graph load --online。",
            f"No offline import: {why_en}. Use jicha graph load --online.",
        )
