#!/usr/bin/env python
"""Django's command-line utility."""

import os
import sys


def main():
    """Runs a management command."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bkd_portal.settings")
    from django.core.management import execute_from_command_line  # noqa: PLC0415 - settings must be named first

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
