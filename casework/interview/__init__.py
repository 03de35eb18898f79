"""Questioning people (询问笔录) and visiting insured persons at home (入户走访)."""
