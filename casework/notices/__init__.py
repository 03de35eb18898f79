"""What people are told of: one declared table from events to notices, and who hears each."""
