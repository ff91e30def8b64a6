"""Pekerjaan latar e-performance: each part keeps its own; Celery looks only here."""

import eperformance.skp.tasks  # noqa: F401 - registers the tasks of this part
