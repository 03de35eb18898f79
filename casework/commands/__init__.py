"""What people ask for. Fields only: `casework.decide.handle` answers with events or a refusal."""
