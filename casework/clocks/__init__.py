"""Three calendars and dated deadline rows, computed by folding events."""
