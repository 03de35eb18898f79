"""Bound volumes of a closed case: cover, catalogue, numbered pages, end sheet, as one PDF each."""
