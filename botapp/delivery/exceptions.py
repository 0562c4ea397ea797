"""What delivery itself can fail at. None of these reaches a person in a chat."""


class DeliveryError(Exception):
    """Base of the family."""


class LeaseLost(DeliveryError):
    """Another process leads now; nothing was written."""


class ClaimLost(DeliveryError):
    """Another run works on this update now, or it is done; nothing was written."""


class Unreadable(DeliveryError):
    """Raised by an Application: this update can never be handled, so trying again is pointless."""


class Crashing(DeliveryError):
    """Each process that began this update ended before it was done, so it is begun no more."""


class TryLater(DeliveryError):
    """Raised by an Application: nothing is wrong with this update, but it can't be answered just now.

    `seconds` is how long the other side asked to be left alone, 0.0 if it said nothing.
    """

    def __init__(self, seconds: float = 0.0) -> None:
        super().__init__(f"again in {seconds:.0f} s")
        self.seconds = seconds


class StartRefused(DeliveryError):
    """The start must end: `exit_code` for the supervisor, the message for the operator."""

    def __init__(self, exit_code: int, sentence: str) -> None:
        super().__init__(sentence)
        self.exit_code = exit_code
