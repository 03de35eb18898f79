"""Delegations and letters of entrustment, as lists."""
