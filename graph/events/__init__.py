"""The event store: append under lock, load, verify, read the log."""
