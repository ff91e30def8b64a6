"""The one error of the supervisor: a sentence for the person at the keyboard, never a traceback."""


class Berhenti(Exception):
    """Stops the command; its text is printed as it stands and the exit code is 1."""
