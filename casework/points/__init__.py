"""Demerit points (记分): dated rule sets, yearly totals, standing on any date."""
