"""Hak tentang kenaikan pangkat: tanggal berikutnya menurut layanan kenaikan pangkat sendiri. Pure but for the registry.

Law: PP 99/2000 jo. PP 12/2002.
"""

from kepangkatan.aturan.reguler import BULAN_REGULER
from kepegawaian.aturan import tulis_tanggal
from kepegawaian.hak_kewajiban import Butir, butir, lama
from layanan import katalog
from layanan.aturan_pengabdian import MASA, SATU_TAHUN
from layanan.katalog import Layanan

BAGIAN = (
    "pangkat", "jejak_pangkat", "gaji", "unit", "jabatan", "pendidikan", "kinerja", "hukuman", "diklat", "ujian",
    "tinggal", "angka_kredit", "jejak_jabatan",
)  # fmt: skip


def _terdekat(p, acuan):
    """(layanan, TMT) of the nearest kenaikan pangkat its layanan foresees, or None."""
    calon = []
    for satu in katalog.semua():
        if satu.slug.startswith("kp-") and type(satu).jatuh_tempo is not Layanan.jatuh_tempo:
            tanggal = satu.jatuh_tempo(p, acuan, p.per)
            if tanggal is not None:
                calon.append((tanggal, satu.slug, satu))
    if not calon:
        return None
    tanggal, _, satu = min(calon, key=lambda c: c[:2])
    return satu, tanggal


@butir("pangkat", *BAGIAN)
def kenaikan_pangkat(p, acuan):
    """PP 99/2000 Ps. 6-8 jo. PP 12/2002; only a PNS has a pangkat to rise in."""
    if p.status != "PNS":
        return None
    tahun = acuan.setelan("kp_tahun_kinerja", p.per)
    kalimat = (
        f"PNS yang memenuhi syarat dapat dinaikkan pangkatnya setingkat lebih tinggi: reguler sesudah {lama(BULAN_REGULER)} "
        "dalam pangkat terakhir bagi yang tidak menjabat, atau pilihan menurut jabatan, angka kredit, atau ijazahnya, dengan "
        f"kinerja {tahun} tahun terakhir sekurang-kurangnya Baik. Usulnya dibuat operator perangkat daerah."
    )
    dasar = (("PP 99/2000", "Pasal 6 sampai 8"), ("PP 12/2002", ""))
    umum = {"url_name": "karier:jenjang_saya", "tautan": "Jenjang karier saya"}
    terdekat = _terdekat(p, acuan)
    if terdekat is None:
        return Butir(
            "Kenaikan pangkat",
            kalimat,
            dasar,
            milik="Tanggal berikutnya belum dapat diperkirakan dari data Anda.",
            **umum,
        )
    layanan, tmt = terdekat
    return Butir(
        "Kenaikan pangkat", kalimat, dasar,
        milik=f"Menurut waktunya, Anda dapat diusulkan untuk {layanan.nama.lower()} TMT {tulis_tanggal(tmt)}; syarat lain "
        "diperiksa saat diusulkan.",
        fakta=(("Pangkat kini", f"{p.pangkat}, {p.golongan}"), ("Sejak", tulis_tanggal(p.tmt_pangkat))), tanggal=tmt,
        peristiwa="Kenaikan pangkat", layanan=layanan.slug,
    )  # fmt: skip


@butir("pangkat", "pangkat")
def pangkat_pengabdian(p, acuan):
    """PP 99/2000 Ps. 27 jo. PP 12/2002 (T-15): at retirement, by years of service and in the rank."""
    if p.status != "PNS":
        return None
    masa = "; ".join(f"{lama(dari)} dan {lama(pangkat)}" for dari, _, pangkat in MASA.values())
    tahun = acuan.setelan("kp_tahun_kinerja_pengabdian", p.per)
    return Butir(
        "Kenaikan pangkat pengabdian",
        "PNS yang pensiun karena batas usia atau meninggal dapat dinaikkan pangkatnya setingkat menurut masa kerja dan masa "
        f"dalam pangkat terakhirnya: {masa}. Kinerja {tahun} tahun terakhir Baik, dan tidak dijatuhi hukuman disiplin sedang "
        f"atau berat dalam {lama(SATU_TAHUN)} terakhir.",
        (("PP 99/2000", "Pasal 27"), ("PP 12/2002", "")), layanan="kp-pengabdian",
    )  # fmt: skip
