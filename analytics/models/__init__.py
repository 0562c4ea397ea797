from analytics.models.counter import Counter
from analytics.models.event import Event

__all__ = ["Counter", "Event"]
