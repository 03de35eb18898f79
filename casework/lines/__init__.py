"""Suspected lines of a case, confirmed one by one; and what of them came back already."""
