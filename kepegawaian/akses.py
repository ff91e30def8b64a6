"""Akses: kebijakan tiap halaman, pemangku jabatan pada suatu tanggal, dan ``ambil_*`` yang bercakupan.

Every view declares its policy with one of the decorators below; ``tests/test_akses.py`` walks the URLconf
and fails when one has none. ``LoginRequiredMiddleware`` closes what is not declared open.
"""

from collections import defaultdict
from dataclasses import dataclass
from functools import wraps

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.shortcuts import get_object_or_404

from kepegawaian.hak import PERAN
from kepegawaian.models import Dosir, Pegawai


@dataclass(frozen=True)
class Kebijakan:
    """Declared policy of a view: ``jenis`` terbuka | masuk | pemilik_akun | peran, and why or who."""

    jenis: str
    peran: frozenset = frozenset()
    alasan: str = ""


def terbuka(*, alasan):
    """Decorator: a public view, with the reason it is public."""

    def bungkus(view):
        view = login_not_required(view)
        view.kebijakan = Kebijakan("terbuka", alasan=alasan)
        return view

    return bungkus


def masuk(view):
    """Decorator: any account that has a role today; the scope is inside the view (``ambil_*``, ``lingkup``).

    A candidate (role ``calon`` alone) is no such account: his pages name him by ``peran``.
    """

    @wraps(view)
    def bungkus(request, *args, **kwargs):
        if not request.hak.peran or request.hak.hanya_calon:
            raise PermissionDenied
        return view(request, *args, **kwargs)

    bungkus.kebijakan = Kebijakan("masuk")
    return bungkus


def pemilik_akun(view):
    """Decorator: the few pages every account needs for itself, a candidate's too (home, password, log out)."""

    @wraps(view)
    def bungkus(request, *args, **kwargs):
        if not request.hak.peran:
            raise PermissionDenied
        return view(request, *args, **kwargs)

    bungkus.kebijakan = Kebijakan("pemilik_akun")
    return bungkus


def peran(*nama):
    """Decorator: only accounts with one of the roles; others get 403."""
    salah = set(nama) - set(PERAN)
    if salah:
        raise ValueError(f"peran tidak dikenal: {salah}")

    def hias(view):
        @wraps(view)
        def bungkus(request, *args, **kwargs):
            if not request.hak.punya(*nama):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        bungkus.kebijakan = Kebijakan("peran", frozenset(nama))
        return bungkus

    return hias


def ambil_pegawai(request, nip):
    """The Pegawai ``nip`` with its ProfilKini when in scope; 404 to everyone else, so that nothing leaks."""
    return get_object_or_404(
        Pegawai.objects.terlihat_oleh(request.hak).select_related(
            "kini__unit", "kini__opd", "kini__jabatan", "kini__golongan", "kini__kedudukan", "kini__pendidikan"
        ),
        nip=nip,
    )


# Bagian of the record a document kind belongs to; the rest is "kerja".
BAGIAN_DOSIR = {
    "hukuman": "hukuman", "pemeriksaan": "hukuman", "keluarga": "keluarga", "klaim": "kesehatan", "perkara": "perkara",
}  # fmt: skip


def ambil_dosir(request, pk):
    """The Dosir ``pk`` when its pegawai is in scope and the kind is open to the reader; else 404/403."""
    dosir = get_object_or_404(
        Dosir.objects.filter(pegawai__in=Pegawai.objects.terlihat_oleh(request.hak)).select_related("pegawai"), pk=pk
    )
    if not request.hak.boleh_bagian(dosir.pegawai_id, BAGIAN_DOSIR.get(dosir.riwayat_jenis, "kerja")):
        raise PermissionDenied
    return dosir


@dataclass(frozen=True)
class Pemangku:
    """Who holds an office: definitif, Plt or Plh."""

    jabatan_id: int
    pegawai_id: int
    sifat: str


def pemangku(tanggal, jabatan_ids):
    """Holders of the offices on ``tanggal``: {jabatan_id: [Pemangku]}, definitive first.

    A definitive holder is one whose last definitive row up to the date names the office and whose service
    has not ended and who is not released from it (CLTN, MPP); Plt and Plh hold inside their period.
    """
    sql = """
        SELECT r.jabatan_id, r.pegawai_id, r.penugasan
        FROM kepegawaian_riwayatjabatan r
        WHERE r.jabatan_id = ANY(%(ids)s) AND r.dibatalkan_pada IS NULL AND r.tmt <= %(per)s
          AND CASE WHEN r.penugasan = 'D' THEN
                NOT EXISTS (SELECT 1 FROM kepegawaian_riwayatjabatan x WHERE x.pegawai_id = r.pegawai_id
                    AND x.penugasan = 'D' AND x.dibatalkan_pada IS NULL AND x.tmt > r.tmt AND x.tmt <= %(per)s)
                AND NOT coalesce((SELECT kh.akhir OR kh.lepas_jabatan FROM kepegawaian_riwayatkedudukan k
                    JOIN kepegawaian_kedudukanhukum kh ON kh.kode = k.kedudukan_id
                    WHERE k.pegawai_id = r.pegawai_id AND k.dibatalkan_pada IS NULL AND k.tmt <= %(per)s
                    ORDER BY k.tmt DESC LIMIT 1), false)
              ELSE r.sampai IS NULL OR r.sampai >= %(per)s END
        ORDER BY r.jabatan_id, r.penugasan, r.tmt DESC
    """
    hasil = defaultdict(list)
    with connection.cursor() as kursor:
        kursor.execute(sql, {"ids": list(jabatan_ids), "per": tanggal})
        for baris in kursor.fetchall():
            hasil[baris[0]].append(Pemangku(*baris))
    return hasil
