#!/usr/bin/env python
"""Django's door for people and platforms: `python manage.py help` lists every command."""

import os
import sys

try:
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line
except ModuleNotFoundError as error:
    if error.name != "django":
        raise
    sys.exit(
        "This Python has no Django. The project’s own has: .venv/bin/python manage.py (`make demo` makes it)"
    )

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rvx_site.settings")
    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        # A setting is wrong: its sentence is the cure, a traceback would hide it.
        sys.stderr.write(f"{error}\n")
        sys.exit(78)  # EX_CONFIG
