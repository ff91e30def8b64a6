"""Syarat seleksi: apa yang diminta dari pelamar (CPN-1 sampai CPN-6, PPK-1), dan aturan nilainya (CPN-7 sampai CPN-13) sebagai syarat.

PP 11/2017 Ps. 23; PermenPANRB 27/2021 Ps. 5; Kepmen PANRB 321/2024; PP 49/2018 Ps. 16. No Django, no clock. ``Konteks`` of an
applicant: ``tanggal`` the day he applied, ``isian`` {tanggal_lahir, pendidikan, pernyataan {…}}, ``lain`` {usia_khusus, pegawai,
pendidikan_formasi, bup}; of a score: ``isian`` {skd, jalur, peringkat, formasi, skb, di_atas, di_bawah}.
"""

from kepegawaian.aturan import tambah_bulan, tulis_tanggal, usia_tahun
from layanan.katalog import Dasar, Syarat, perlu_diperiksa, tidak, ya
from pengadaan.seleksi.aturan import SUBTES, ambang_skd, nilai_akhir, seri, skd_wajar, urutan_akhir

PP11, PP49 = "PP 11/2017", "PP 49/2018"
PANRB27, PANRB6 = "PermenPANRB 27/2021", "PermenPANRB 6/2024"
KEPMEN = Dasar("Kepmen PANRB 321/2024")
PS5 = Dasar(PANRB27, "Pasal 5")


# ── conditions of an applicant (CPN-1 to CPN-6, PPK-1) ───────────────────────────────────────────────


def batas_usia(lahir, tahun):
    """The last day on which one born on ``lahir`` is not older than ``tahun`` years 0 months 0 days."""
    return tambah_bulan(lahir, 12 * tahun)


def cpn1_usia(k):
    """PP 11/2017 Ps. 23: 18 to 35 years by full date, a day more does not fit; some posts set by the Presiden up to 40.

    ``k.tanggal``: day of the application. ``isian``: tanggal_lahir; ``lain``: ``usia_khusus`` True where the post is one of those.
    """
    lahir, batas = k.isian.get("tanggal_lahir"), k.acuan.setelan("cpns_usia", k.tanggal)
    if lahir is None:
        return perlu_diperiksa("Tanggal lahir pelamar belum tercatat.")
    maks = batas["khusus"] if k.lain.get("usia_khusus") else batas["maks"]
    usia, bukti = usia_tahun(lahir, k.tanggal), f"lahir {tulis_tanggal(lahir)}, mendaftar {tulis_tanggal(k.tanggal)}"
    if batas_usia(lahir, batas["min"]) > k.tanggal or k.tanggal > batas_usia(lahir, maks):
        return tidak(
            f"Usia pelamar saat mendaftar {_usia(lahir, k.tanggal)}; batas {batas['min']}–{maks} tahun.", bukti
        )
    return ya(f"Usia saat mendaftar {usia} tahun; batas {batas['min']}–{maks} tahun.", bukti)


def _usia(lahir, tanggal):
    """``35 tahun 0 bulan 1 hari``: the day decides."""
    tahun = usia_tahun(lahir, tanggal)
    bulan = (tanggal.year - lahir.year) * 12 + tanggal.month - lahir.month - 12 * tahun
    while tambah_bulan(lahir, 12 * tahun + bulan) > tanggal:
        bulan -= 1
    return f"{tahun} tahun {bulan} bulan {(tanggal - tambah_bulan(lahir, 12 * tahun + bulan)).days} hari"


def _pernyataan(kunci, buruk, baik, tanya):
    """A rule over one statement of the applicant: ``kunci`` True is bad; not stated must be asked."""

    def periksa(k):
        nilai = (k.isian.get("pernyataan") or {}).get(kunci)
        if nilai is None:
            return perlu_diperiksa(tanya)
        return tidak(buruk) if nilai else ya(baik)

    return periksa


cpn2_pidana = _pernyataan(
    "pidana", "Pelamar pernah dipidana penjara 2 tahun atau lebih.", "Tidak pernah dipidana penjara 2 tahun atau lebih.",
    "Pernyataan tentang pidana belum ada; periksa SKCK dan surat pernyataannya.",
)  # fmt: skip
cpn3_diberhentikan = _pernyataan(
    "diberhentikan", "Pelamar pernah diberhentikan tidak atas permintaan sendiri/tidak dengan hormat.",
    "Tidak pernah diberhentikan tidak atas permintaan sendiri atau tidak dengan hormat.",
    "Pernyataan tentang pemberhentian belum ada; periksa surat pernyataannya.",
)  # fmt: skip
cpn5_parpol = _pernyataan(
    "parpol", "Pelamar tercatat sebagai anggota/pengurus partai politik.", "Bukan anggota atau pengurus partai politik.",
    "Keanggotaan partai politik belum diperiksa.",
)  # fmt: skip


def cpn4_status(k):
    """Neither CPNS nor PNS, TNI, Polri. ``pernyataan.status``: "" for none; ``lain.pegawai``: the status found in this portal."""
    status = (k.isian.get("pernyataan") or {}).get("status")
    if ditemukan := k.lain.get("pegawai"):
        return tidak(f"Pelamar masih berstatus {ditemukan}.", "NIK-nya tercatat pada data kepegawaian")
    if status is None:
        return perlu_diperiksa("Status pekerjaan pelamar belum dinyatakan.")
    if status.upper() in ("CPNS", "PNS", "TNI", "POLRI"):
        return tidak(f"Pelamar masih berstatus {status}.")
    return ya("Bukan CPNS, PNS, prajurit TNI, atau anggota Polri.", status or "tidak bekerja pada negara")


def cpn6_kualifikasi(k):
    """The qualification is that of the formasi; healthy; willing to be placed anywhere."""
    isi = k.isian.get("pernyataan") or {}
    if isi.get("kualifikasi") is False:
        return tidak("Kualifikasi pendidikan tidak sesuai dengan formasi.", k.isian.get("pendidikan") or "")
    if isi.get("sehat") is False:
        return tidak("Pelamar tidak sehat jasmani dan rohani menurut keterangannya.")
    if isi.get("bersedia") is False:
        return tidak("Pelamar tidak bersedia ditempatkan di seluruh wilayah.")
    diminta, punya = k.lain.get("pendidikan_formasi") or "", k.isian.get("pendidikan") or ""
    if isi.get("kualifikasi") is None and not sesuai_kualifikasi(punya, diminta):
        return perlu_diperiksa(
            "Bandingkan ijazah pelamar dengan kualifikasi formasi.", f"punya {punya}", f"diminta {diminta or '–'}"
        )
    if isi.get("sehat") is None or isi.get("bersedia") is None:
        return perlu_diperiksa("Kesehatan dan kesediaan ditempatkan belum dinyatakan.")
    return ya("Kualifikasi sesuai formasi; sehat dan bersedia ditempatkan.", punya)


def sesuai_kualifikasi(punya, diminta):
    """Is the study ``punya`` literally one of those a formasi names (parted by "/", ";" or "atau")? Case does not count."""
    pilihan = diminta.upper().replace(" ATAU ", "/").replace(";", "/").split("/")
    return bool(punya) and " ".join(punya.upper().split()) in {" ".join(p.split()) for p in pilihan}


def ppk1_usia(k):
    """PP 49/2018 Ps. 16: at least 20 years and at most one year before the BUP of the post. ``lain.bup``: years, None unknown."""
    lahir, bup = k.isian.get("tanggal_lahir"), k.lain.get("bup")
    if lahir is None or bup is None:
        return perlu_diperiksa("Tanggal lahir pelamar atau BUP jabatannya belum tercatat.")
    minimal = k.acuan.setelan("pppk_usia_min", k.tanggal)
    usia, bukti = usia_tahun(lahir, k.tanggal), f"lahir {tulis_tanggal(lahir)}, mendaftar {tulis_tanggal(k.tanggal)}"
    if usia < minimal:
        return tidak(f"Usia pelamar saat mendaftar {usia} tahun; paling rendah {minimal} tahun.", bukti)
    if k.tanggal > batas_usia(lahir, bup - 1):
        return tidak(f"Usia melebihi satu tahun sebelum BUP jabatan {bup}.", bukti)
    return ya(f"Usia saat mendaftar {usia} tahun; BUP jabatan {bup}.", bukti)


SYARAT_CPNS = (
    Syarat("CPN-1", "Usia 18 sampai 35 tahun saat melamar", Dasar(PP11, "Pasal 23"), cpn1_usia, dasar_lain=(PS5,)),
    Syarat("CPN-2", "Tidak pernah dipidana penjara 2 tahun atau lebih", Dasar(PANRB27, "Pasal 5 huruf b"), cpn2_pidana),
    Syarat("CPN-3", "Tidak pernah diberhentikan tidak dengan hormat atau tidak atas permintaan sendiri",
           Dasar(PANRB27, "Pasal 5 huruf c"), cpn3_diberhentikan),
    Syarat("CPN-4", "Bukan CPNS, PNS, TNI, atau Polri", Dasar(PANRB27, "Pasal 5 huruf d"), cpn4_status),
    Syarat("CPN-5", "Bukan anggota atau pengurus partai politik", Dasar(PANRB27, "Pasal 5 huruf e"), cpn5_parpol),
    Syarat("CPN-6", "Kualifikasi sesuai formasi, sehat, bersedia ditempatkan", Dasar(PANRB27, "Pasal 5 huruf f-h"), cpn6_kualifikasi),
)  # fmt: skip
SYARAT_PPPK = (
    Syarat("PPK-1", "Usia paling rendah 20 tahun dan paling tinggi 1 tahun sebelum BUP", Dasar(PP49, "Pasal 16"), ppk1_usia),
)  # fmt: skip


def syarat_pelamar(jenis):
    """The conditions asked of an applicant of this kind of selection."""
    return SYARAT_CPNS if jenis == "CPNS" else SYARAT_PPPK


# ── the rules of the scores as conditions, for the pages of the law and their cases ──────────────────


def cpn7_skd(k):
    """Kepmen PANRB 321/2024: TWK at most 150, TIU 175, TKP 225."""
    skd, maks = k.isian.get("skd"), k.acuan.setelan("skd_maksimal", k.tanggal)
    if skd is None:
        return perlu_diperiksa("Nilai SKD belum ada.")
    if salah := skd_wajar(skd, maks):
        return tidak(" ".join(salah))
    return ya(f"Nilai SKD {skd.total} dari {sum(maks[s] for s in SUBTES)}.")


def ambang_jalur(k):
    """CPN-8 to CPN-10: the passing marks of the jalur of ``isian``, by the dated table ``skd_ambang``."""
    if k.isian.get("skd") is None:
        return perlu_diperiksa("Nilai SKD belum ada.")
    return ambang_skd(k.isian["skd"], k.acuan.setelan("skd_ambang", k.tanggal).get(k.isian.get("jalur")))


def cpn11_tiga_kali(k):
    """PermenPANRB 27/2021: the best three times the number of posts go on to SKB."""
    nomor, formasi = k.isian.get("peringkat"), k.isian.get("formasi")
    if nomor is None or formasi is None:
        return perlu_diperiksa("Peringkat SKD atau jumlah formasinya belum ada.")
    batas = k.acuan.setelan("cpns_skb_kali", k.tanggal) * formasi
    if nomor > batas:
        return tidak(f"Peringkat {nomor} di luar tiga kali jumlah kebutuhan.", f"{formasi} formasi")
    return ya(f"Peringkat {nomor} dari {batas} peserta SKB.")


def cpn12_integrasi(k):
    """PermenPANRB 27/2021 and 6/2024: 40% SKD and 60% SKB, both scaled to 100, rounded once."""
    skd, skb = k.isian.get("skd"), k.isian.get("skb")
    if skd is None or skb is None:
        return perlu_diperiksa("Nilai SKD atau SKB belum ada.")
    maks = k.acuan.setelan("cpns_skb_maksimal", k.tanggal)
    if not 0 <= skb <= maks:
        return tidak(f"Nilai SKB {skb} di luar 0–{maks}.")
    skd_maks = sum(k.acuan.setelan("skd_maksimal", k.tanggal).values())
    hasil = nilai_akhir(
        skd.total, skb, bobot=k.acuan.setelan("cpns_bobot", k.tanggal), skd_maks=skd_maks, skb_maks=maks,
        desimal=k.acuan.setelan("cpns_desimal", k.tanggal),
    )  # fmt: skip
    return ya(
        f"Nilai akhir {str(hasil).replace('.', ',')}.", f"SKD {skd.total} dari {skd_maks}, SKB {skb} dari {maks}"
    )


def cpn13_urutan(k):
    """Two with the same final score: who stands above the other. ``di_atas``, ``di_bawah``: (Peserta, final score)."""
    a, b = k.isian.get("di_atas"), k.isian.get("di_bawah")
    if a is None or b is None or seri(a[0], b[0], a[1], b[1]):
        return perlu_diperiksa("Urutannya belum dapat ditentukan; lengkapi IPK atau tanggal lahirnya.")
    if urutan_akhir(*a) > urutan_akhir(*b):
        return tidak("Urutannya terbalik menurut nilai SKD, TKP, TIU, TWK, IPK, dan usia.")
    return ya("Urutannya menurut nilai SKD, TKP, TIU, TWK, IPK, lalu usia yang lebih tua.")


SYARAT_NILAI = (
    Syarat("CPN-7", "Nilai SKD paling tinggi 150 TWK, 175 TIU, 225 TKP", KEPMEN, cpn7_skd),
    Syarat("CPN-8", "Ambang jalur umum dan putra/putri Kalimantan: TWK 65, TIU 80, TKP 166", KEPMEN, ambang_jalur),
    Syarat("CPN-9", "Ambang jalur cumlaude dan diaspora: jumlah 311 dan TIU 85", KEPMEN, ambang_jalur),
    Syarat("CPN-10", "Ambang jalur disabilitas, Papua, daerah tertinggal: jumlah 286 dan TIU 60", KEPMEN, ambang_jalur),
    Syarat("CPN-11", "Tiga kali jumlah formasi terbaik mengikuti SKB", Dasar(PANRB27), cpn11_tiga_kali, keyakinan="sebagian"),
    Syarat("CPN-12", "Nilai akhir 40% SKD dan 60% SKB", Dasar(PANRB27), cpn12_integrasi, keyakinan="sebagian",
           dasar_lain=(Dasar(PANRB6),)),
    Syarat("CPN-13", "Nilai akhir sama: SKD, TKP, TIU, TWK, IPK, usia", Dasar(PANRB27), cpn13_urutan, keyakinan="sebagian",
           dasar_lain=(Dasar(PANRB6),)),
)  # fmt: skip
SEMUA = {s.kode: s for s in (*SYARAT_CPNS, *SYARAT_PPPK, *SYARAT_NILAI)}
