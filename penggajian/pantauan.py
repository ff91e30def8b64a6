"""Pantauan KGB: siapa jatuh tempo pada suatu bulan, dan sampai di mana suratnya. Set-based; no rule of law here.

Who is due comes from the nightly list through ``layanan.nominatif``; how far a letter is, from its usulan. Somebody
whose letter has taken effect is no longer due, so both are asked.
"""

from collections import defaultdict

from django.db.models import Case, CharField, Count, Exists, OuterRef, Value, When

from kepegawaian.aturan import tambah_bulan
from kepegawaian.models import ProfilKini
from layanan import katalog, nominatif
from layanan.models import Usulan

SLUG = "kgb"
BANYAK_BULAN = 13
MATI = ("ditolak", "dibatalkan")
# What page and sheet show of a person.
KOLOM = (
    "nip",
    "nama",
    "gelar_depan",
    "gelar_belakang",
    "status",
    "golongan",
    "gaji_pokok",
    "unit",
    "opd",
    "jabatan__nama",
)


def usulan_kgb():
    """Usulan of KGB that stand: neither refused nor withdrawn."""
    return Usulan.objects.filter(layanan=SLUG).exclude(status__in=MATI)


def tenggat(bulan, acuan):
    """Last day on which the letters of a month are in time (PP 7/1977 Pasal 12)."""
    return katalog.ambil(SLUG).tenggat_usul(bulan, acuan)


class Pantauan:
    """The months watched from ``awal`` on in the scope of ``hak``. ``ada`` is False before the first night."""

    def __init__(self, awal, hak):
        self.awal, self.hak = awal, hak
        self.akhir = tambah_bulan(awal, BANYAK_BULAN)
        self._usulan = usulan_kgb().order_by()  # composed once, narrowed four times
        self._due = nominatif.rentang(SLUG, awal, self.akhir, hak)
        self.ada = self._due is not None

    def _due_bulan(self, bulan):
        return self._due.order_by().filter(tanggal__gte=bulan, tanggal__lt=tambah_bulan(bulan, 1))

    def daftar(self, bulan):
        """ProfilKini of everyone who is due in the month or has a usulan for it, with ``keadaan`` of his letter."""
        milik = self._usulan.filter(pegawai_id=OuterRef("pegawai_id"), tmt=bulan)
        siapa = self._due_bulan(bulan).values("pegawai_id")  # one list of few, where an OR would look at everybody
        siapa = siapa.union(self._usulan.filter(tmt=bulan).values("pegawai_id"))
        keadaan = Case(
            When(Exists(milik.filter(status="selesai")), then=Value("terbit")),
            When(Exists(milik), then=Value("proses")),
            default=Value("belum"),
            output_field=CharField(),
        )
        orang = ProfilKini.objects.filter(self.hak.lingkup(), pegawai_id__in=siapa)
        return orang.annotate(keadaan=keadaan).select_related("jabatan").only(*KOLOM)

    def hitung(self):
        """[(month, {belum, proses, terbit})] of every month, two queries."""
        hasil = defaultdict(lambda: {"belum": 0, "proses": 0, "terbit": 0})
        milik = self._usulan.filter(pegawai_id=OuterRef("pegawai_id"), tmt=OuterRef("tanggal"))
        for tanggal, n in self._due.order_by().filter(~Exists(milik)).values_list("tanggal").annotate(n=Count("pk")):
            hasil[tanggal.replace(day=1)]["belum"] += n
        usulan = self._usulan.filter(self.hak.lingkup("pegawai__kini__"), tmt__gte=self.awal, tmt__lt=self.akhir)
        for tmt, status, n in usulan.values_list("tmt", "status").annotate(n=Count("pk")):
            hasil[tmt.replace(day=1)]["terbit" if status == "selesai" else "proses"] += n
        return [(bulan, hasil[bulan]) for bulan in (tambah_bulan(self.awal, i) for i in range(BANYAK_BULAN))]

    def surat(self, bulan, ids):
        """{pegawai_id: Usulan with its step} of these people for the month, one query."""
        daftar = self._usulan.filter(tmt=bulan, pegawai_id__in=ids).select_related("langkah_kini")
        daftar = daftar.only("pegawai_id", "nomor", "layanan", "status", "langkah_kini__nama")
        return {u.pegawai_id: u for u in daftar}

    def syarat_malam(self, bulan, ids):
        """{pegawai_id: (layak, sentence, codes not met)} as the night judged them, one query."""
        baris = self._due_bulan(bulan).filter(pegawai_id__in=ids)
        return {
            i: (layak, (ket or {}).get("kalimat", ""), tuple((ket or {}).get("kode", ())))
            for i, layak, ket in baris.values_list("pegawai_id", "layak", "keterangan")
        }
