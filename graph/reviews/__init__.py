"""What waits for a reviewer, with what happened since he last looked."""
