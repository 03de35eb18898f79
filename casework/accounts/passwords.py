"""Rules for passwords; hashing is the store's business."""

from casework.refusal import refuse

MIN_LENGTH = 10
MAX_LENGTH = 128


def check_password(login: str, password: str) -> None:
    """Refuse WEAK_PASSWORD unless long enough, of three kinds of characters, without the login."""
    kinds = (str.islower, str.isupper, str.isdigit)
    found = sum(any(kind(ch) for ch in password) for kind in kinds)
    found += any(not ch.isalnum() for ch in password)
    short = not MIN_LENGTH <= len(password) <= MAX_LENGTH
    if short or found < 3 or login.lower() in password.lower():
        raise refuse("WEAK_PASSWORD", minimum=MIN_LENGTH)
