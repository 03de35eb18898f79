"""Reads of doctors' files and restorations."""
