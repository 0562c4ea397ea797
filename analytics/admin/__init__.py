from analytics.admin.events import EventAdmin

__all__ = ["EventAdmin"]
