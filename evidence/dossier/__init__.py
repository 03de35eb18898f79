"""Dossiers for referral: what must be in them, how they are sealed, and how anybody checks one."""
