"""Which approvals may be given for several cases at once, and how each is put as a command."""
