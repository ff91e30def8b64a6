"""Cari: satu kotak untuk nama, NIP, unit, nomor usulan dan SK, layanan, peraturan, halaman; hanya di dalam lingkup hak.

Each kind is one bounded query that starts from the scope of the reader (complaints 1–6 of the peers), so
that the search can show nothing its lists would not.
"""

import re
from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef, Q
from django.urls import NoReverseMatch, reverse

from kepegawaian.models import Naskah, NaskahPegawai, ProfilKini, Regulasi
from layanan import katalog
from layanan.models import NomorTerpakai, Usulan
from layanan.views.naskah import naskah_rahasia

TERBANYAK = 10
SARAN = 4  # of each kind, under the box while one types
TERPENDEK = 3
BATAS_NOMOR = 50
NOMOR_REGISTER = re.compile(r"(\w[\w.]{0,29})/0*(\d{1,8})")


@dataclass(frozen=True, slots=True)
class Kelompok:
    """Results of one kind; ``lebih`` when there are more than are shown, ``semua`` the list with all of them."""

    nama: str
    butir: list
    lebih: bool = False
    semua: str = ""


@dataclass(slots=True)
class HasilCari:
    """Everything found; ``langsung`` the address when the question names exactly one thing."""

    teks: str
    pegawai: list = field(default_factory=list)
    usulan: list = field(default_factory=list)
    naskah: list = field(default_factory=list)
    layanan: list = field(default_factory=list)
    regulasi: list = field(default_factory=list)
    unit: list = field(default_factory=list)
    halaman: list = field(default_factory=list)
    langsung: str = ""

    @property
    def kosong(self):
        """True when nothing was found."""
        return not any((self.pegawai, self.usulan, self.naskah, self.layanan, self.regulasi, self.unit, self.halaman))


def alamat(nama, *argumen):
    """Path of a URL name, "" while that page does not exist."""
    try:
        return reverse(nama, args=argumen)
    except NoReverseMatch:
        return ""


@dataclass(frozen=True, slots=True)
class Saran:
    """One line under the box."""

    judul: str
    uraian: str
    url: str
    ikon: str


def cari(teks, hak, hari_ini, acuan, halaman=lambda _teks: []):
    """Looks for ``teks`` in everything ``hak`` may see; at most TERBANYAK of each kind and one more.

    Units stand in ``acuan``; ``halaman(teks)`` gives the items of the reader's menu. Neither asks the database.
    """
    teks = " ".join(teks.split())[:100]
    hasil = HasilCari(teks)
    if len(teks) < TERPENDEK:
        return hasil
    angka = teks.replace(" ", "")
    hasil.pegawai = list(_pegawai(teks, angka, hak)[: TERBANYAK + 1])
    if len(hasil.pegawai) == 1 and hasil.pegawai[0].nip == angka:
        hasil.langsung = alamat("kepegawaian:pegawai_detail", angka)
        return hasil
    hasil.usulan = list(_usulan(teks, hak, hari_ini)[: TERBANYAK + 1])
    if len(hasil.usulan) == 1 and hasil.usulan[0].nomor == teks.upper():
        hasil.langsung = alamat("layanan:usulan_detail", hasil.usulan[0].nomor)
        return hasil
    hasil.halaman = halaman(teks)[: TERBANYAK + 1]
    hasil.unit = _unit(teks, acuan)
    hasil.naskah = list(_naskah(teks, hak)[: TERBANYAK + 1])
    hasil.layanan = [la for la in katalog.semua() if teks.lower() in f"{la.nama} {la.slug}".lower()]
    hasil.regulasi = list(Regulasi.objects.filter(Q(kode__icontains=teks) | Q(judul__icontains=teks))[: TERBANYAK + 1])
    return hasil


def _pegawai(teks, angka, hak):
    syarat = Q(nip__startswith=angka) if angka.isdigit() else Q(nama__icontains=teks)
    lingkup = ProfilKini.objects.filter(hak.lingkup()).filter(syarat)
    return lingkup.select_related("jabatan", "unit", "opd", "golongan").order_by("-aktif", "nama", "nip")


def _unit(teks, acuan):
    """Units in whose name every word stands, the higher ones first; the tree is open to every account."""
    kata = teks.upper().split()
    cocok = (u for u in acuan.unit.values() if all(k in u.nama.upper() for k in kata))
    return sorted(cocok, key=lambda u: (len(u.jalur), u.nama))[: TERBANYAK + 1]


def _usulan(teks, hak, hari_ini):
    """Usulan by number: whole (US-2026-000123), its beginning, or only its running number of the last two years."""
    besar = teks.upper()
    if besar.isdigit():
        calon = (
            [f"US-{tahun}-{int(besar):06d}" for tahun in (hari_ini.year, hari_ini.year - 1)] if len(besar) < 10 else []
        )
        syarat = Q(nomor__in=calon)
    elif besar.startswith("US-"):
        syarat = Q(nomor=besar) if len(besar) > 14 else Q(nomor__startswith=besar)
    else:
        return Usulan.objects.none()
    return hak.saring_usulan(Usulan.objects.filter(syarat)).select_related("pegawai__kini", "langkah_kini")


def _naskah(teks, hak):
    """Naskah by its whole number, or by classification and running number of our register (``823/17``), in scope.

    Both ways are index probes; a part in the middle of a number is looked for in the list of naskah.
    """
    kunci = set(Naskah.objects.filter(nomor__iexact=teks).order_by().values_list("pk", flat=True)[:BATAS_NOMOR])
    if cocok := NOMOR_REGISTER.fullmatch(teks):
        urut = NomorTerpakai.objects.filter(register__klasifikasi__iexact=cocok[1], urut=int(cocok[2]))
        kunci.update(urut.order_by().values_list("naskah_id", flat=True)[:BATAS_NOMOR])
    milik = NaskahPegawai.objects.filter(hak.lingkup("pegawai__kini__"), naskah_id=OuterRef("pk"))
    daftar = Naskah.objects.filter(Exists(milik), pk__in=kunci).exclude(tahap="batal").exclude(naskah_rahasia(hak))
    return daftar.prefetch_related("isi__pegawai__kini")


def saran(hasil, acuan):
    """[(group, [Saran])] of what was found, at most SARAN each: what stands under the box while one types."""
    isi = (
        ("Halaman", [Saran(b.nama, nama, b.url, b.ikon) for b, nama in hasil.halaman[:SARAN]]),
        ("Pegawai", [
            Saran(p.nama_lengkap, f"{p.nip} · {acuan.sebut_unit(p.unit_id)}", alamat("kepegawaian:pegawai_detail", p.nip), "person")
            for p in hasil.pegawai[:SARAN]
        ]),
        ("Usulan", [
            Saran(f"{u.nomor}, {u.pegawai.kini.nama}", u.get_layanan_display(), alamat("layanan:usulan_detail", u.nomor), "send")
            for u in hasil.usulan[:SARAN]
        ]),
        ("Naskah", [
            Saran(n.nomor, n.perihal, alamat("layanan:naskah_download", n.pk), "file-earmark-text") for n in hasil.naskah[:SARAN]
        ]),
        ("Layanan", [Saran(la.nama, "", alamat("layanan:katalog_detail", la.slug), "grid") for la in hasil.layanan[:SARAN]]),
        ("Unit kerja", [
            Saran(acuan.sebut_unit(u.id), "", alamat("kepegawaian:unit_detail", u.id), "diagram-3") for u in hasil.unit[:SARAN]
        ]),
        ("Peraturan", [
            Saran(r.kode, r.judul, alamat("tata_kelola:regulasi_detail", r.kode), "book") for r in hasil.regulasi[:SARAN]
        ]),
    )  # fmt: skip
    return [(nama, daftar) for nama, daftar in isi if daftar]


def kelompok(daftar, nama, semua=""):
    """A Kelompok of a list that may hold one item more than is shown."""
    return Kelompok(nama, daftar[:TERBANYAK], len(daftar) > TERBANYAK, semua)
