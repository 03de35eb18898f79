"""Importing a module without pandas.

Neo4j's driver imports pandas wherever it is installed (the benches need it), for a form of results
that nobody here asks for: two seconds of processor time at the start of every process.
"""

import importlib
import sys
from types import ModuleType
from typing import Any


def import_without_pandas(name: str) -> ModuleType:
    """Import `name` as if pandas were not installed; others may import pandas afterwards."""
    modules: dict[str, Any] = sys.modules
    if "pandas" in modules:
        return importlib.import_module(name)
    modules["pandas"] = None
    try:
        return importlib.import_module(name)
    finally:
        del modules["pandas"]
