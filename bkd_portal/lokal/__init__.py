"""Everything by which a bare machine runs, tests and measures the portal: ``python -m bkd_portal.lokal``.

Not used in production, except ``sehat`` (the containers' health checks).
Reading order: ``__main__`` (commands), ``tempat`` (folders, lock, environment), ``postgres``, ``valkey``,
``jalan`` (make run), ``siapkan`` (migrate, reference and demo data), ``uji`` (make test, make bench), ``prasyarat``.
"""
