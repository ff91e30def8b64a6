"""Fungsi kasus disiplin bagi ``tests/kasus/disiplin.yaml``: tingkat, hari, kewenangan, berulang. The law: ``aturan.py``.

Imported by ``disiplin/kasus.py``, where the registry looks.
"""

from datetime import date

from disiplin import aturan, tabel
from layanan.katalog import fungsi_kasus
from layanan.profil_kasus import tanggal_iso


@fungsi_kasus("disiplin_tingkat")
def disiplin_tingkat(*, acuan, norma: str, dampak: str = "", sasaran: str = "pelaksana"):
    """PP 94/2021 Ps. 9-11: tingkat pelanggaran menurut norma (3a … 5n7) dan dampak unit|instansi|negara. harapan: tingkat."""
    return {"tingkat": aturan.tingkat(norma, dampak, sasaran)}


@fungsi_kasus("disiplin_absen")
def disiplin_absen(
    *, acuan, hari: int, berturut: int = 0, rezim: str = "transisi", tanggal: date | str = "2026-01-01"
):
    """PP 94/2021 Ps. 9-11, 15 (PP 53/2010 sebelum 31 Agustus 2021): hukuman bagi hari tidak masuk kerja setahun yang
    terakhir pada tanggal. harapan: kode, tingkat; dijatuhkan, nama (kosong bagi jenis PP 53/2010 yang tidak ada lagi)."""
    kode = aturan.kode_absen(acuan, tanggal_iso(tanggal, "tanggal"), hari, berturut)
    j = tabel.jenis_hukuman().get(kode)
    jatuh = {"dijatuhkan": aturan.dijatuhkan(kode, rezim), "nama": j.nama} if j else {"dijatuhkan": "", "nama": ""}
    return {"kode": kode, "tingkat": tabel.tingkat_kode(kode)} | jatuh


@fungsi_kasus("disiplin_panggilan")
def disiplin_panggilan(*, acuan, dari: date | str, periksa: date | str, hari: int = 7, makna: str = "paling_lama"):
    """PP 94/2021 Ps. 26; T-04: hari kerja di antara surat (atau hari yang terlewat) dan pemeriksaan. harapan: di_antara, sah."""
    a, b = tanggal_iso(dari, "dari"), tanggal_iso(periksa, "periksa")
    return {"di_antara": aturan.hari_di_antara(acuan, a, b), "sah": aturan.panggilan_sah(acuan, a, b, hari, makna)}


@fungsi_kasus("disiplin_berlaku")
def disiplin_berlaku(*, acuan, diterima: date | str, jenis: str, kurangi_libur: bool = False):
    """PP 94/2021 Ps. 38; PerBKN 6/2022 Ps. 50; T-03: hari hukuman berlaku dan selesai. harapan: berlaku, selesai."""
    mulai = aturan.hari_berlaku(tanggal_iso(diterima, "diterima"), acuan, kurangi_libur)
    return {"berlaku": mulai, "selesai": aturan.akhir_hukuman(jenis, mulai)}


@fungsi_kasus("disiplin_berwenang")
def disiplin_berwenang(*, acuan, sasaran: str, jenis: str, tanggal: date | str = "2026-01-01", kosong: list = ()):
    """PP 94/2021 Ps. 16-21: pejabat yang menghukum; ``kosong``: jenjang yang jabatannya kosong. harapan: pejabat, naik."""
    perlu = aturan.pejabat_berwenang(sasaran, jenis, tanggal_iso(tanggal, "tanggal"))
    if perlu in ("bupati", "presiden"):
        return {"pejabat": perlu, "naik": perlu}
    tangga = [(j, j not in kosong) for j in ("pengawas", "administrator", "jpt_pratama")]
    letak = aturan.pilih_pejabat(perlu, tangga)
    return {"pejabat": perlu, "naik": "bupati" if letak is None else tangga[letak][0]}


@fungsi_kasus("disiplin_berulang")
def disiplin_berulang(*, acuan, terakhir: str):
    """PP 94/2021 Ps. 35; T-06: jenis paling ringan yang boleh bagi pelanggaran sejenis berikutnya. harapan: paling_ringan."""
    return {"paling_ringan": next(iter(aturan.lebih_berat(terakhir)), "")}


@fungsi_kasus("disiplin_terberat")
def disiplin_terberat(*, acuan, jenis: list):
    """T-06: dari beberapa pelanggaran satu hukuman yang terberat. harapan: jenis."""
    return {"jenis": aturan.terberat(jenis)}


@fungsi_kasus("disiplin_pejabat_lalai")
def disiplin_pejabat_lalai(*, acuan, bawahan: str):
    """PP 94/2021 Ps. 24, 28: hukuman paling ringan bagi pejabat yang membiarkan. harapan: paling_ringan."""
    return {"paling_ringan": aturan.hukuman_pejabat_lalai(bawahan)}


@fungsi_kasus("disiplin_pengganti")
def disiplin_pengganti(*, acuan, berjalan: dict, jenis: str, tmt: date | str):
    """PerBKN 6/2022; T-05: hukuman baru selagi {jenis, tmt, sampai} berjalan. harapan: mulai, berjalan_sampai."""
    lama = (berjalan["jenis"], tanggal_iso(berjalan["tmt"], "tmt"), tanggal_iso(berjalan.get("sampai"), "sampai"))
    mulai, sampai = aturan.pengganti(lama, jenis, tanggal_iso(tmt, "tmt"))
    return {"mulai": mulai, "berjalan_sampai": sampai}


@fungsi_kasus("disiplin_upaya")
def disiplin_upaya(
    *, acuan, jenis: str, tanggal_sk: date | str, diterima: date | str, diajukan: date | str | None = None
):
    """PP 79/2021; T-08: jalur dan batas mengajukan; dari ``diajukan`` batas jawaban. harapan: jalur, batas, putusan, tanggapan_ppk."""
    jalur, batas = aturan.batas_upaya(
        acuan, jenis, tanggal_sk=tanggal_iso(tanggal_sk, "tanggal_sk"), diterima=tanggal_iso(diterima, "diterima")
    )
    jawab = aturan.batas_jawaban(acuan, jalur, tanggal_iso(diajukan, "diajukan")) if diajukan else {}
    return {"jalur": jalur, "batas": batas} | jawab


@fungsi_kasus("disiplin_turun_jabatan")
def disiplin_turun_jabatan(*, acuan, jenis: str, eselon: str = "", kelas: int = 0, terendah: int = 0):
    """PerBKN 6/2022 lampiran; T-07: jabatan sesudah B1 atau B2. harapan: eselon (struktural) atau kelas (pelaksana)."""
    if eselon:
        return {"eselon": aturan.eselon_turun(acuan, eselon)}
    return {"kelas": aturan.kelas_turun(jenis, kelas, terendah)}


@fungsi_kasus("disiplin_ditahan")
def disiplin_ditahan(*, acuan, layanan: str, diperiksa: bool | None):
    """DIS-8; PerBKN 3/2020 Ps. 5 ayat (6); PerBKN 2/2019 Ps. 6: apakah layanan ditahan selama diperiksa. harapan: ditahan."""
    return {"ditahan": aturan.ditahan_selama_diperiksa(layanan, diperiksa)}
