"""Naskah demo: surat KGB yang sudah berlaku lalu diubah, dicabut, dan dibatalkan; nomor yang dipesan dan yang batal.

Each play needs a naskah of its own that stands; it is played first, some weeks earlier, through the KGB route.
"""

from datetime import timedelta

from django.utils import timezone

from kepegawaian.models import NaskahPegawai, ProfilKini
from layanan import aturan, balik, katalog, register
from tata_kelola.demo.panggung import Sutradara, isian_awal, layak
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


def mainkan_tindakan(hari_ini, cetak):
    """Plays every babak of the three acts, then the reserved numbers; as far as there are people due for KGB."""
    kgb = katalog.ambil("kgb")
    calon = ProfilKini.objects.filter(aktif=True, pegawai__usulan__isnull=True).order_by("nip")
    orang = layak(kgb, calon, hari_ini, sum(map(len, BABAK.values())))
    dasar, sutradara = Sutradara(kgb, hari_ini, cetak=cetak), {}
    if not cetak:
        return
    for slug, (sampai, akhir, terlambat) in ((slug, babak) for slug, semua in BABAK.items() for babak in semua):
        pegawai = next(orang, None)
        if pegawai is None:
            break
        dasar.mainkan(pegawai, "selesai", mundur=MUNDUR, isian=isian_awal(kgb, pegawai.pk, hari_ini))
        np = NaskahPegawai.objects.select_related("naskah").filter(pegawai=pegawai).latest("pk")
        main = sutradara.setdefault(slug, Sutradara(katalog.ambil(slug), hari_ini, cetak=cetak))
        main.mainkan(pegawai, sampai, akhir=akhir, terlambat=terlambat, isian=_isian(slug, np, hari_ini))
    _nomor(dasar, hari_ini)


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
    """One reserved number, one cancelled, one used for a paper decree."""
    saat = sutradara.saat(4)
    staf = sutradara.pengusul[None]
    dipesan, batal, dipakai = (
        register.pesan(
            "823", perihal=perihal, sebab="portal tidak dapat dijangkau saat pelantikan", oleh=sutradara.pelaku(staf, pada)
        )
        for perihal, pada in zip(
            ("Keputusan kenaikan pangkat anumerta", "Keputusan kenaikan pangkat pengabdian", "Petikan pengganti yang rusak"),
            saat, strict=False,
        )
    )  # fmt: skip
    oleh = sutradara.pelaku(staf, saat[-1])
    register.batalkan(batal.pk, sebab="usulnya ditarik kembali oleh perangkat daerah", oleh=oleh)
    file = pindaian("Petikan pengganti yang rusak", dipakai.nomor, tanda_tangan="Bupati Lamongan")
    register.pakai(
        dipakai.pk,
        tanggal=min(timezone.localdate(saat[-1]), hari_ini),
        penetap="Bupati Lamongan",
        file=file,
        oleh=oleh,
    )
    return dipesan
