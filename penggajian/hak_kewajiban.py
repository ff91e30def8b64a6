"""Hak dan kewajiban tentang gaji, KGB, tunjangan keluarga, dan TPP. Pure but for the registry.

Law: PP 7/1977 Ps. 5, 11-13, 16; PP 5/2024; Perpres 98/2020 jo. 11/2024; PermenPANRB 7/2023; Perbup 4/2017 jo. 59/2017.
"""

from kepegawaian.aturan import PPPK, gaji_dibayar, kgb_berikut, mkg_pada, tulis_masa, tulis_rupiah, tulis_tanggal
from kepegawaian.hak_kewajiban import Butir, butir, lama
from layanan.katalog import TIDAK
from penggajian import aturan
from penggajian.aturan_keluarga import nilai_anak

PW = "PPPK_PW"


@butir("gaji", "pangkat", "gaji", "kontrak")
def gaji_pokok(p, acuan):
    """PP 7/1977 Ps. 5 with PP 5/2024; Perpres 98/2020 jo. 11/2024."""
    if p.status is None:
        return None
    if p.status == PW:
        kalimat = "PPPK paruh waktu menerima upah menurut perjanjian kerjanya."
        return Butir(
            "Upah", kalimat, (("Kepmen PANRB 16/2025", ""),), fakta=(("Upah sebulan", tulis_rupiah(p.upah)),),
            url_name="penggajian:penghasilan_saya", url_lain="penggajian:penghasilan_detail",
            tautan="Rincian penghasilan", keyakinan="sebagian",
        )  # fmt: skip
    if p.status in PPPK:
        kalimat = "Anda menerima gaji menurut golongan dan masa kerja golongan pada tabel gaji PPPK."
        dasar = (("Perpres 98/2020", ""), ("Perpres 11/2024", "lampiran"))
    else:
        persen = acuan.setelan("gaji_cpns_persen", p.per)
        kalimat = (
            f"Anda menerima gaji pokok menurut golongan ruang dan masa kerja golongan; calon PNS {persen} persennya."
        )
        dasar = (("PP 7/1977", "Pasal 5"), ("PP 5/2024", "lampiran"))
    mkg = mkg_pada(p, p.per)
    dibayar = gaji_dibayar(p.status, p.gaji_pokok, acuan, p.per)
    return Butir(
        "Gaji pokok", kalimat, dasar,
        fakta=(
            ("Gaji pokok sebulan", tulis_rupiah(dibayar)), ("Golongan", p.golongan or "belum tercatat"),
            ("Masa kerja golongan", "belum diketahui" if mkg is None else tulis_masa(mkg)),
        ),
        url_name="penggajian:penghasilan_saya", url_lain="penggajian:penghasilan_detail", tautan="Rincian penghasilan",
    )  # fmt: skip


@butir("gaji", "pangkat", "jejak_pangkat", "gaji", "hukuman", "kontrak", "jabatan")
def kenaikan_gaji_berkala(p, acuan):
    """PP 7/1977 Ps. 11-13; for PPPK PermenPANRB 7/2023."""
    if p.status in (PW, "CPNS", None):
        return None
    if p.status in PPPK:
        kontrak, tahun, predikat = (
            acuan.setelan(f"kgb_pppk_{x}", p.per) for x in ("kontrak_lebih_bulan", "tahun_kinerja", "predikat_minimal")
        )
        kalimat = (
            "Gaji naik tiap kali masa kerja golongan mencapai baris berikutnya pada tabel, bila perjanjian kerja "
            f"melampaui {lama(kontrak)} dan predikat kinerja {tahun} tahun terakhir sekurang-kurangnya {predikat}."
        )
        dasar = (("PermenPANRB 7/2023", ""), ("Perpres 11/2024", "lampiran"))
    else:
        terbit, predikat = (
            acuan.setelan("kgb_terbit_bulan_sebelum", p.per),
            acuan.setelan("kgb_predikat_minimal", p.per),
        )
        kalimat = (
            "Gaji naik tiap kali masa kerja golongan mencapai baris berikutnya pada tabel, umumnya dua tahun sekali, "
            f"bila predikat kinerja terakhir sekurang-kurangnya {predikat}. Suratnya terbit {terbit} bulan sebelumnya; Anda "
            "tidak perlu mengajukan."
        )
        dasar = (("PP 7/1977", "Pasal 11 sampai 13"),)
    kgb = kgb_berikut(p, acuan, sejak=p.per)
    if kgb is None or not aturan.berhak_kgb(p, kgb.tmt):
        return Butir("Kenaikan gaji berkala", kalimat, dasar, milik=_tanpa_kgb(p, acuan), layanan="kgb")
    _, gaji = aturan.efek_kgb(p, acuan, kgb.tmt)
    naik = gaji.rupiah and p.gaji_pokok and gaji.rupiah > p.gaji_pokok
    fakta = (("Gaji pokok", f"{tulis_rupiah(p.gaji_pokok)} menjadi {tulis_rupiah(gaji.rupiah)}"),) if naik else ()
    return Butir(
        "Kenaikan gaji berkala", kalimat, dasar, milik=f"KGB Anda berikutnya TMT {tulis_tanggal(kgb.tmt)}.",
        fakta=fakta, tanggal=kgb.tmt, peristiwa="Kenaikan gaji berkala", layanan="kgb",
    )  # fmt: skip


def _tanpa_kgb(p, acuan):
    """Why no KGB lies ahead, in one sentence."""
    if mkg_pada(p, p.per) is None:
        return "Tanggalnya belum dapat dihitung: golongan atau masa kerja golongan belum tercatat."
    return "Tidak ada KGB lagi: Anda sudah di puncak kolom gaji, atau masa tugas berakhir lebih dulu."


@butir("keluarga", "tanggungan")
def tunjangan_pasangan(p, acuan):
    """PP 7/1977 Ps. 16 and its amendments: 10 percent for one lawful spouse."""
    if p.status in (PW, None):
        return None
    persen = acuan.setelan("tunjangan_pasangan_persen", p.per)
    masuk = [t for t in p.tanggungan if t.hubungan == "pasangan" and t.tertanggung]
    milik = (
        "Suami atau istri Anda masuk daftar gaji." if masuk else "Belum ada suami atau istri pada daftar gaji Anda."
    )
    return Butir(
        "Tunjangan suami atau istri",
        f"Sebesar {persen} persen gaji pokok bagi satu suami atau istri yang sah. Bila keduanya PNS, tunjangan dibayarkan "
        "kepada yang gaji pokoknya lebih tinggi.",
        (("PP 7/1977", "Pasal 16"),), milik=milik, bagian="keluarga", keyakinan="sebagian", layanan="perubahan-keluarga",
        url_name="penggajian:penghasilan_saya", url_lain="penggajian:penghasilan_detail", tautan="Rincian penghasilan",
    )  # fmt: skip


@butir("keluarga", "tanggungan")
def tunjangan_anak(p, acuan):
    """PP 7/1977 Ps. 16 and its amendments: 2 percent a child, at most two, below 21 or, at school, 25."""
    if p.status in (PW, None):
        return None
    persen, maks = acuan.setelan("tunjangan_anak_persen", p.per), acuan.setelan("anak_maks", p.per)
    batas, sekolah = acuan.setelan("anak_usia_maks", p.per), acuan.setelan("anak_usia_maks_sekolah", p.per)
    anak = [nilai_anak(t, acuan, p.per) for t in p.tanggungan if t.hubungan == "anak" and t.tertanggung]
    jalan = [a for a in anak if a.hasil.jawaban != TIDAK and a.berakhir and a.berakhir > p.per]
    lewat = [a for a in anak if a.hasil.jawaban == TIDAK]
    milik = f"{len(anak)} anak pada daftar gaji Anda." if anak else "Belum ada anak pada daftar gaji Anda."
    if lewat:
        milik += f" Perlu dibetulkan: {', '.join(a.nama for a in lewat)} tidak lagi memenuhi syarat."
    fakta = tuple((a.nama, f"sampai {tulis_tanggal(a.berakhir)} ({a.sebab})") for a in jalan)
    return Butir(
        "Tunjangan anak",
        f"Sebesar {persen} persen gaji pokok tiap anak, paling banyak {maks} anak, berusia di bawah {batas} tahun, atau di "
        f"bawah {sekolah} tahun selama masih sekolah atau kuliah dengan surat keterangannya; belum kawin dan belum "
        "berpenghasilan sendiri. Surat sekolah diserahkan sebelum batasnya lewat.",
        (("PP 7/1977", "Pasal 16"),), milik=milik, fakta=fakta, bagian="keluarga", keyakinan="sebagian",
        tanggal=min((a.berakhir for a in jalan), default=None), peristiwa="Tunjangan anak berakhir",
        layanan="perubahan-keluarga",
    )  # fmt: skip


@butir("gaji", "pangkat")
def tambahan_penghasilan(p, acuan):
    """Perbup 4/2017 jo. 59/2017: 60 percent e-performance, 40 percent attendance; only validated activities count."""
    if p.status in (PW, None):
        return None
    bobot = acuan.setelan("tpp_bobot", p.per)
    return Butir(
        "Tambahan penghasilan (TPP)",
        f"Dihitung {bobot['kinerja']} persen dari kinerja dan {bobot['disiplin']} persen dari kehadiran. Aktivitas harian "
        "baru dihitung sesudah divalidasi atasan langsung.",
        (("Perbup Lamongan 4/2017", ""), ("Perbup Lamongan 59/2017", "")), keyakinan="sebagian",
        url_name="penggajian:tpp_saya", tautan="TPP saya",
    )  # fmt: skip
