"""Pantauan CPNS: siapa lewat satu tahun, Latsar, surat sehat, kinerja; CPN-15 sampai CPN-17 menurut Profil.

One stream of profiles of the CPNS in scope, the rules asked of each; nothing is stored. The rules are those of the layanan ``sk-pns``.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import bulan_antara
from kepegawaian.models import ProfilKini
from kepegawaian.profil import profil
from layanan import katalog
from layanan.katalog import PERIKSA, TIDAK, YA, Konteks
from layanan.models import Usulan
from layanan.wewenang import boleh_mengusulkan
from pengadaan.seleksi.aturan_angkat import CPN17, SYARAT_PNS, akhir_percobaan, latsar

BAGIAN = ("pangkat", "jabatan", "unit", "kinerja", "hukuman", "diklat")
SLUG, BERHENTI = "sk-pns", "pemberhentian-lain"
KEADAAN = (
    ("", "Semua"),
    ("lewat", "Lewat satu tahun"),
    ("siap", "Siap diusulkan"),
    ("latsar", "Belum Latsar"),
    ("berhenti", "Harus diputus"),
    ("diusulkan", "Sudah diusulkan"),
)
ASUMSI = {"sehat": ""}


@dataclass(frozen=True)
class Pantauan:
    """One CPNS: his profile, months of probation, when it ends, the rules, and the usulan that runs."""

    kini: Any
    profil: Any
    bulan: int | None
    akhir: date | None
    latsar: Any
    jawaban: tuple
    henti: Any
    usulan: Any = None

    @property
    def lewat(self):
        """The probation is over."""
        return self.akhir is not None and self.akhir <= self.profil.per

    @property
    def jauh_lewat(self):
        """More than a month over without being appointed: in red."""
        return self.lewat and self.usulan is None and bulan_antara(self.akhir, self.profil.per) >= 1

    @property
    def siap(self):
        """Everything the record can answer is met, the health letter aside."""
        return self.usulan is None and all(h.jawaban != TIDAK for _, h in self.jawaban)

    @property
    def kurang(self):
        """Sentences of what lacks."""
        return [h.kalimat for _, h in self.jawaban if h.jawaban != YA]

    @property
    def harus_diputus(self):
        """A penalty ends his time as CPNS."""
        return self.henti.jawaban == TIDAK


def susun(hak, hari_ini):
    """[Pantauan] of every active CPNS in scope, the longest first; three queries."""
    acuan = acuan_kini()
    kini = {
        k.pegawai_id: k
        for k in ProfilKini.objects.filter(hak.lingkup(), status="CPNS", aktif=True).select_related(
            "unit", "opd", "jabatan", "pegawai"
        )
    }
    usulan = {
        u.pegawai_id: u
        for u in Usulan.objects.filter(pegawai_id__in=kini, layanan__in=(SLUG, BERHENTI)).exclude(
            status__in=("ditolak", "dibatalkan", "selesai")
        )
    }
    rahasia = hak.penangan_disiplin
    hasil = []
    for p in profil(per=hari_ini, ids=list(kini), bagian=BAGIAN):
        k = Konteks(p, {}, hari_ini, acuan)
        jawaban = tuple(
            (s, s.periksa(k)) for s in SYARAT_PNS if rahasia or not s.rahasia or p.pegawai_id == hak.pegawai_id
        )
        akhir = akhir_percobaan(p, acuan, hari_ini)
        henti = CPN17.periksa(k) if rahasia else katalog.ya("")
        bulan = bulan_antara(p.tmt_cpns, hari_ini) if p.tmt_cpns else None
        hasil.append(
            Pantauan(kini[p.pegawai_id], p, bulan, akhir, latsar(p), jawaban, henti, usulan.get(p.pegawai_id))
        )
    return sorted(hasil, key=lambda x: (x.akhir or date.max, x.kini.nama))


def saring(daftar, keadaan):
    """Those of one state."""
    pilih = {
        "lewat": lambda x: x.lewat, "siap": lambda x: x.siap, "latsar": lambda x: x.latsar is None,
        "berhenti": lambda x: x.harus_diputus or (x.lewat and x.kurang and x.usulan is None), "diusulkan": lambda x: x.usulan is not None,
    }  # fmt: skip
    return [x for x in daftar if pilih[keadaan](x)] if keadaan in pilih else daftar


def boleh_usul(x, hak):
    """May he propose the SK PNS of this CPNS here and now?"""
    return x.siap and boleh_mengusulkan(katalog.ambil(SLUG), x.kini.pegawai, hak)


__all__ = ["BERHENTI", "KEADAAN", "PERIKSA", "SLUG", "Pantauan", "boleh_usul", "saring", "susun"]
