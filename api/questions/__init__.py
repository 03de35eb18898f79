"""The bureau's sets of questions for interviews."""
