"""Rings: groups of insured people who appear together more often than chance allows.

Joint appearances are counted in the columnar store, tested against chance, cut into groups with
networkx on the reduced graph, routed (lawful look-alikes keep a queue of their own) and explained.
"""
