"""Replika: lists and reports read a copy of the database that follows it, where there is one (DATABASE_BACA_URL).

Off by default. Only a GET of a view named in ``TAMPILAN`` reads the copy, and only by the ORM; whatever else, rights and acts
above all, asks the one that is written to. Read your writes: who has just changed something reads the original for
``PEGANG`` seconds (a cookie, so that any web process knows), longer than a healthy copy lags behind.
"""

from contextvars import ContextVar

BACA = "baca"
PEGANG = 15
KUE = "baru_menulis"
# Lists, boards and exports: many rows, and a moment's delay does not matter. Never a page one acts from.
TAMPILAN = frozenset(
    {
        "kepegawaian:pegawai_list",
        "kepegawaian:unit_list",
        "layanan:nominatif_list",
        "layanan:nominatif_ekspor",
        "tata_kelola:aspek_list",
        "tata_kelola:aspek_ekspor",
        "tata_kelola:dasbor",
        "tata_kelola:dasbor_ekspor",
        "tata_kelola:angka_detail",
        "tata_kelola:kepatuhan_list",
        "tata_kelola:kepatuhan_ekspor",
        "tata_kelola:jejak_list",
        "tata_kelola:jejak_download",
        "tata_kelola:terbuka_detail",
        "tata_kelola:terbuka_download",
    }
)
_boleh = ContextVar("replika", default=False)


class Rute:
    """Django's database router: reads may go to the copy, everything else to the original."""

    def db_for_read(self, model, **hints):
        """The copy while such a view runs; a row that came from somewhere stays with where it came from."""
        if not _boleh.get():
            return None
        asal = getattr(hints.get("instance"), "_state", None)
        return asal.db if asal is not None and asal.db else BACA

    def db_for_write(self, model, **hints):
        """Never the copy."""
        return "default"

    def allow_relation(self, obj1, obj2, **hints):
        """Both are one database."""
        return True

    def allow_migrate(self, db, app_label, **hints):
        """Replication brings the schema."""
        return db != BACA


class ReplikaMiddleware:
    """Last before the view, so that rights and session are asked of the original."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        token = _boleh.set(False)
        try:
            jawab = self.get_response(request)
        finally:
            _boleh.reset(token)
        if request.method not in ("GET", "HEAD", "OPTIONS"):
            jawab.set_cookie(KUE, "1", max_age=PEGANG, httponly=True, samesite="Lax", secure=request.is_secure())
        return jawab

    def process_view(self, request, _view, _args, _kwargs):
        """Opens the copy for this view, when it is one of ``TAMPILAN`` and nothing was just written."""
        if request.method == "GET" and KUE not in request.COOKIES:
            _boleh.set(request.resolver_match.view_name in TAMPILAN)
