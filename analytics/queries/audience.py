"""How many different people use RVX."""

from datetime import UTC, datetime, time, timedelta

from django.utils import timezone

from analytics.models import Event


def people_active(days: int) -> int:
    """People who did anything in the last `days` UTC days with today, each counted once."""
    first = timezone.now().astimezone(UTC).date() - timedelta(days=days - 1)
    since = Event.objects.filter(at__gte=datetime.combine(first, time.min, UTC), person_id__isnull=False)
    return since.values("person_id").distinct().count()
