"""Delegation: whose signature somebody gives, and in whose name the centre acts."""
