"""Penalty articles as dated rows, and the arithmetic of a fine."""
