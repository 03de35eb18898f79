"""Referral of suspected crime to the police, with its own clocks and the way back."""
