"""Naskah demo: surat KGB yang sudah berlaku lalu diubah, dicabut, dan dibatalkan; nomor yang dipesan dan yang batal.

Each play needs a naskah of its own that stands; it is played first, some weeks earlier, through the KGB route.
"""

from datetime import timedelta

from django.utils import timezone

from kepegawaian.models import NaskahPegawai, ProfilKini
from layanan import aturan, balik, register
from tata_kelola.demo.panggung import isian_awal
from tata_kelola.demo.pindaian import pindaian

# (step at which it stands, last act, late). The three share one route: pencabutan stands at every step of it, the
# other two in every status and at steps of their own, so that a first start stays short.
SEMUA = (
    ("selesai", "", False),
    ("serahkan", "", False),
    ("tanda_tangan", "", False),
    ("penetapan", "", False),
    ("persetujuan_kaban", "", False),
    ("persetujuan_kaban", "tolak", False),
    ("periksa_kabid", "", True),
    ("periksa_kasubbid", "", False),
    ("telaah", "", False),
    ("telaah", "kembalikan", False),
    ("draf", "", False),
    ("draf", "batalkan", False),
)
AKHIR = (
    ("selesai", "", False),
    ("persetujuan_kaban", "tolak", False),
    ("telaah", "kembalikan", False),
    ("draf", "", False),
    ("draf", "batalkan", False),
)
BABAK = {
    "pencabutan-naskah": SEMUA,
    "perubahan-naskah": (*AKHIR, ("telaah", "", True), ("tanda_tangan", "", False)),
    "pembatalan-naskah": (*AKHIR, ("periksa_kabid", "", False), ("persetujuan_kaban", "", True)),
}
ALASAN = {
    "pencabutan-naskah": ("substansi", "masa kerja pada surat tidak sesuai dengan surat keputusan pangkat terakhir"),
    "perubahan-naskah": ("redaksional", "bulan masa kerja golongan salah tulis"),
    "pembatalan-naskah": ("wewenang", "surat ditandatangani pejabat yang bukan atasan pegawai yang bersangkutan"),
}
MUNDUR = 50
PESANAN = (
    "Keputusan kenaikan pangkat anumerta", "Keputusan kenaikan pangkat pengabdian", "Petikan pengganti yang rusak",
)  # fmt: skip


def tambah_tindakan(p):
    """Adds every babak of the three acts, and the reserved numbers; as far as there are people due for KGB."""
    if not p.cetak:
        return
    bagian = "perubahan, pencabutan, dan pembatalan naskah; nomor yang dipesan"
    orang = iter(p.pilih("kgb", ProfilKini.objects.all(), sum(map(len, BABAK.values()))))
    semua = ((slug, babak) for slug, daftar in BABAK.items() for babak in daftar)
    for pegawai, (slug, babak) in zip(orang, semua, strict=False):
        p.tambah(bagian, _lakon(p, pegawai, slug, *babak))
    p.tambah(bagian, _nomor(p.sutradara("kgb"), p.hari_ini))


def _lakon(p, pegawai, slug, sampai, akhir, terlambat):
    """The letter of some weeks ago, then the act on it."""
    kgb = p.sutradara("kgb")
    isian = isian_awal(kgb.layanan, pegawai.pk, p.hari_ini)
    yield from kgb.lakon(pegawai, "selesai", mundur=MUNDUR, isian=isian)
    np = NaskahPegawai.objects.select_related("naskah").filter(pegawai=pegawai).latest("pk")
    isian = _isian(slug, np, p.hari_ini)
    yield from p.sutradara(slug).lakon(pegawai, sampai, akhir=akhir, terlambat=terlambat, isian=isian)


def _isian(slug, np, hari_ini):
    alasan, uraian = ALASAN[slug]
    isian = {
        "naskah": np.naskah_id, "alasan": alasan, "uraian": uraian, "tegaskan": "",
        "ditemukan": (hari_ini - timedelta(days=2)).isoformat(),
    }  # fmt: skip
    if slug == "pembatalan-naskah":
        return isian | {"cara": aturan.SURUT}
    if slug == "pencabutan-naskah":
        return isian | {"tmt": max(np.tmt, hari_ini).isoformat()}
    kini = balik.kini(np, [np.pk])
    isian |= {k: v.isoformat() if hasattr(v, "isoformat") else v for k, v in kini.items()}
    return isian | {"mkg_bulan": (kini.get("mkg_bulan") or 0) + (1 if (kini.get("mkg_bulan") or 0) < 11 else -1)}


def _nomor(sutradara, hari_ini):
    """One reserved number, one cancelled, one used for a paper decree; a play of its own."""
    *saat, akhir = sutradara.saat(4)
    staf, nomor = sutradara.pengusul[None], []
    for perihal, pada in zip(PESANAN, saat, strict=True):
        yield pada
        nomor.append(
            register.pesan(
                "823", perihal=perihal, sebab="portal tidak dapat dijangkau saat pelantikan",
                oleh=sutradara.pelaku(staf, pada),
            )
        )  # fmt: skip
    yield akhir
    _, batal, dipakai = nomor
    oleh = sutradara.pelaku(staf, akhir)
    register.batalkan(batal.pk, sebab="usulnya ditarik kembali oleh perangkat daerah", oleh=oleh)
    file = pindaian(dipakai.perihal, dipakai.nomor, tanda_tangan="Bupati Lamongan")
    tanggal = min(timezone.localdate(akhir), hari_ini)
    register.pakai(dipakai.pk, tanggal=tanggal, penetap="Bupati Lamongan", file=file, oleh=oleh)
