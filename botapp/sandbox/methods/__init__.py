"""The methods of the Bot API; importing the modules registers them."""

from botapp.sandbox.methods import callbacks, editing, people, polls, profile, sending, updates

__all__ = ["callbacks", "editing", "people", "polls", "profile", "sending", "updates"]
