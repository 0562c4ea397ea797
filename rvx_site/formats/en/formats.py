"""Dates and times in English, read the same way on both sides of an ocean: 28 Nov 2026, 00:00."""

DATE_FORMAT = SHORT_DATE_FORMAT = "j M Y"
DATETIME_FORMAT = SHORT_DATETIME_FORMAT = "j M Y, H:i"
TIME_FORMAT = "H:i"
