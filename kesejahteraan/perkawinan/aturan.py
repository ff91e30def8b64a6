"""Aturan perkawinan dan perceraian: LPK-01..03, POL-1..4, CRI-01..06, LCR-01..03. Pure.

Law: PP 10/1983 jo. PP 45/1990; SE BAKN 08/SE/1983 and 48/SE/1990; ids POL-1..4 are those of the regulation file, the others
name what it tells without an id. Section of the Profil: tanggungan (living members only).

Facts in ``Konteks.lain``: ``hari_ini``; ``beristri`` and ``cerai``: the last decision the portal knows of the permit, as
{hasil: izin | tolak | keterangan, nomor, tanggal}, or None. A step that was answered: ``_jawaban``.
"""

from kepegawaian.aturan import PPPK, tambah_bulan, tulis_tanggal
from layanan.katalog import perlu_diperiksa, tidak, ya

LAPOR_BULAN = 12  # PP 10/1983 Pasal 2
LAPOR_CERAI_BULAN = 1
TERGUGAT_HARI = 6
# PP 10/1983 Pasal 10 ayat (2); (3)
ALTERNATIF = (
    ("kewajiban", "Istri tidak dapat menjalankan kewajibannya sebagai istri"),
    ("cacat", "Istri mendapat cacat badan atau penyakit yang tidak dapat disembuhkan"),
    ("keturunan", "Istri tidak dapat melahirkan keturunan"),
)
KUMULATIF = (
    ("persetujuan_istri", "persetujuan tertulis istri"),
    ("penghasilan", "penghasilan yang cukup (bukti pajak penghasilan)"),
    ("adil", "jaminan tertulis berlaku adil"),
)
# SE BAKN 08/SE/1983: the six grounds, and what proves each.
ALASAN_CERAI = (
    ("zina", "Salah satu pihak berbuat zina", "putusan pengadilan, laporan, atau pernyataan saksi"),
    ("pemabuk", "Pemabuk, pemadat, atau penjudi yang sukar disembuhkan", "pernyataan saksi atau keterangan dokter/polisi"),
    ("ditinggal", "Meninggalkan dua tahun berturut-turut tanpa izin dan alasan yang sah", "surat kepala desa/lurah"),
    ("penjara", "Dihukum penjara lima tahun atau lebih sesudah perkawinan", "putusan pengadilan"),
    ("kejam", "Kekejaman atau penganiayaan berat", "visum dokter pemerintah atau laporan polisi"),
    ("selisih", "Perselisihan terus-menerus tanpa harapan hidup rukun lagi", "surat kepala desa/lurah dan berita acara BP4"),
)  # fmt: skip
# Never a ground by itself: PP 10/1983 Pasal 7 ayat (2).
BUKAN_ALASAN = (
    ("sakit", "Istri cacat badan atau sakit sehingga tidak dapat menjalankan kewajibannya"),
    ("tanpa_anak", "Istri tidak dapat melahirkan keturunan"),
)
# PP 10/1983 Pasal 10 ayat (4), Pasal 7 ayat (3): what stands against a permit, noted by the head of the OPD.
KEBERATAN = (
    ("agama", "Bertentangan dengan ajaran agama yang dianut"),
    ("hukum", "Bertentangan dengan peraturan perundang-undangan"),
    ("akal", "Alasannya bertentangan dengan akal sehat"),
    ("tugas", "Mengganggu pelaksanaan tugas"),
)
ANJURAN_PPPK = "Bagi PPPK proses yang sama dianjurkan surat BKN 3 Juni 2022, belum diwajibkan."
DILARANG = "Permohonan tidak dapat diproses: dilarang PP 45/1990."


def pasangan_hidup(profil):
    """The living spouses as last recorded."""
    return [t for t in profil.tanggungan if t.hubungan == "pasangan"]


def _jawaban(k, kode):
    """The answers of a step that was done, else those a case gives as a fact; {} before."""
    return k.langkah.get(kode) or k.lain.get(kode) or {}


def _sebut(pilihan, kode):
    return {p[0]: p[1] for p in pilihan}.get(kode, kode)


# ── laporan perkawinan ───────────────────────────────────────────────────────────────────────────────


def lpk01_setahun(k):
    """LPK-01: PP 10/1983 Pasal 2: reported within a year; a late one is taken all the same and noted."""
    akad, lapor = k.isian.get("tanggal_akad"), k.tanggal
    if akad is None:
        return perlu_diperiksa("Tanggal akad nikah belum diisi.")
    if akad > lapor:
        return tidak("Perkawinannya belum berlangsung; laporkan sesudah akad.", paling_cepat=akad)
    batas = tambah_bulan(akad, LAPOR_BULAN)
    bukti = (f"akad {tulis_tanggal(akad)}", f"dilaporkan {tulis_tanggal(lapor)}")
    if lapor <= batas:
        return ya(f"Dilaporkan dalam 1 tahun, batasnya {tulis_tanggal(batas)}.", *bukti)
    return perlu_diperiksa(
        f"Laporan melewati 1 tahun (batas {tulis_tanggal(batas)}); dicatat sebagai bahan pembinaan.", *bukti
    )


def lpk02_boleh_kawin(k):
    """LPK-02: PP 45/1990 Pasal 4: a further wife needs the permit; a female PNS may not be a second wife."""
    kelamin, hidup = k.profil.jenis_kelamin, pasangan_hidup(k.profil)
    if not kelamin:
        return perlu_diperiksa("Jenis kelamin pegawai belum tercatat.")
    if kelamin == "P":
        if k.isian.get("istri_kedua"):
            return tidak("PNS wanita tidak diizinkan menjadi istri kedua, ketiga, atau keempat (PP 45/1990).")
        if hidup:
            return tidak("Masih tercatat terikat perkawinan; laporkan dahulu perceraian atau kematian suaminya.")
        return ya("Tidak terikat perkawinan lain.")
    if not hidup:
        return ya("Tidak ada istri lain yang tercatat.")
    izin = k.lain.get("beristri") or {}
    if izin.get("hasil") == "izin":
        return ya(f"Izin beristri lebih dari seorang nomor {izin['nomor']}.")
    if k.isian.get("nomor_izin"):
        return perlu_diperiksa(
            "Izinnya tidak terbit dari portal; cocokkan dengan surat aslinya.", k.isian["nomor_izin"]
        )
    return tidak("Perkawinan ini memerlukan izin pejabat; lampirkan SK izin.")


def lpk03_belum_tercatat(k):
    """LPK-03: PP 10/1983 Pasal 2: the marriage is not in the family record yet."""
    nama, lahir = (k.isian.get("nama_pasangan") or "").casefold().strip(), k.isian.get("lahir_pasangan")
    if not nama:
        return perlu_diperiksa("Nama pasangan belum diisi.")
    sama = [t for t in pasangan_hidup(k.profil) if t.nama.casefold().strip() == nama]
    if not sama:
        return ya("Pasangan ini belum tercatat.")
    if lahir and any(t.tanggal_lahir == lahir for t in sama):
        return tidak(f"{sama[0].nama} sudah tercatat sebagai suami/istri sejak {tulis_tanggal(sama[0].tmt)}.")
    return perlu_diperiksa(f"Ada {sama[0].nama} pada riwayat keluarga; pastikan orangnya memang lain.")


# ── izin beristri lebih dari seorang ─────────────────────────────────────────────────────────────────


def pol1_pemohon(k):
    """POL-1: PP 45/1990 Pasal 4 ayat (2): a male PNS asks; a female PNS may not be a further wife at all."""
    p = k.profil
    if not p.jenis_kelamin or p.status is None:
        return perlu_diperiksa("Jenis kelamin atau status kepegawaian belum tercatat.")
    if p.jenis_kelamin == "P":
        return tidak(DILARANG)
    if p.status in PPPK:
        return ya(ANJURAN_PPPK)
    return ya("Pemohon PNS pria.")


def pol2_alternatif(k):
    """POL-2: PP 10/1983 Pasal 10 ayat (2): at least one alternative condition, with its proof."""
    dipilih = [x for x in k.isian.get("alternatif") or () if x]
    if not dipilih:
        return tidak("Syarat alternatif belum terbukti.")
    sebut = "; ".join(_sebut(ALTERNATIF, x) for x in dipilih)
    if not k.isian.get("bukti_alternatif"):
        return perlu_diperiksa(
            "Bukti syarat alternatif belum disebut; lihat surat dokter pemerintah atau pernyataannya.", sebut
        )
    return ya(f"{sebut}.", k.isian["bukti_alternatif"])


def pol3_kumulatif(k):
    """POL-3: PP 10/1983 Pasal 10 ayat (3): all three cumulative conditions."""
    belum = [nama for kode, nama in KUMULATIF if k.isian.get(kode) == "tidak"]
    if belum:
        return tidak(" ".join(f"Syarat kumulatif {nama} belum dipenuhi." for nama in belum))
    kosong = [nama for kode, nama in KUMULATIF if k.isian.get(kode) != "ya"]
    if kosong:
        return perlu_diperiksa(f"Belum diisi: {', '.join(kosong)}.")
    return ya("Persetujuan istri, penghasilan, dan jaminan berlaku adil ada.")


def pol4_tidak_ditolak(k):
    """POL-4: PP 10/1983 Pasal 10 ayat (4): none of the grounds of refusal."""
    kurang = [h for h in (pol2_alternatif(k), pol3_kumulatif(k)) if h.jawaban == "tidak"]
    if kurang:
        return tidak("Izin tidak diberikan: " + " ".join(h.kalimat for h in kurang))
    return _keberatan(k, "Izin tidak diberikan")


def _keberatan(k, awal):
    jawab = _jawaban(k, "pertimbangan_opd")
    if not jawab:
        return perlu_diperiksa(
            "Kepala perangkat daerah belum memberi pertimbangan; periksa ajaran agama, peraturan, dan tugasnya."
        )
    ada = [x for x in jawab.get("keberatan") or () if x]
    if ada:
        return tidak(f"{awal}: {'; '.join(_sebut(KEBERATAN, x).lower() for x in ada)}.")
    return ya("Kepala perangkat daerah tidak mencatat keberatan.")


# ── izin dan keterangan cerai ────────────────────────────────────────────────────────────────────────


def cri01_pns(k):
    """CRI-01: PP 45/1990 Pasal 3: a PNS needs a permit or a statement; of a PPPK the same is only recommended."""
    p = k.profil
    if p.status is None:
        return perlu_diperiksa("Status kepegawaian belum tercatat.")
    if p.berhenti:
        return tidak("Sudah tidak berkedudukan sebagai pegawai; izin tidak diperlukan.")
    if p.status in PPPK:
        return ya(ANJURAN_PPPK)
    return ya(f"Berstatus {p.status}.")


def cri02_terikat(k):
    """CRI-02: PP 45/1990 Pasal 3: the marriage that is to end stands in the family record."""
    hidup = pasangan_hidup(k.profil)
    if not k.isian.get("anggota"):
        return perlu_diperiksa("Suami/istri belum dipilih; laporkan dahulu perkawinannya bila belum tercatat.")
    sama = [t for t in hidup if t.anggota == k.isian["anggota"]]
    if not sama:
        return tidak("Tidak tercatat sebagai suami/istri yang masih terikat perkawinan.")
    return ya(f"Terikat perkawinan dengan {sama[0].nama}.", f"tercatat sejak {tulis_tanggal(sama[0].tmt)}")


def cri03_alasan(k):
    """CRI-03: SE BAKN 08/SE/1983; PP 10/1983 Pasal 7: one of the six grounds; illness or childlessness alone is none."""
    dipilih = [x for x in k.isian.get("alasan") or () if x]
    if not dipilih:
        return perlu_diperiksa("Alasan perceraian belum dipilih.")
    sah = [x for x in dipilih if x in {a[0] for a in ALASAN_CERAI}]
    if not sah:
        return tidak("Alasan perceraian tidak termasuk yang dibenarkan.")
    return ya("; ".join(_sebut(ALASAN_CERAI, x) for x in sah) + ".")


def cri04_bukti(k):
    """CRI-04: SE BAKN 08/SE/1983: each ground is proven."""
    alasan = [a for a in ALASAN_CERAI if a[0] in (k.isian.get("alasan") or ())]
    if not alasan:
        return tidak("Tidak ada alasan sah yang dibuktikan.")
    perlu = "; ".join(f"{nama.lower()}: {bukti}" for _, nama, bukti in alasan)
    if not k.isian.get("bukti"):
        return perlu_diperiksa("Bukti alasannya belum disebut.", perlu)
    return ya("Bukti disebut.", k.isian["bukti"])


def cri05_agama(k):
    """CRI-05: PP 10/1983 Pasal 7 ayat (3): not against religion, law or reason."""
    return _keberatan(k, "Izin tidak diberikan")


def batas_tergugat(terima, acuan, pola):
    """Last day to tell one's office of a suit received on ``terima``: six working days, that day not counted."""
    return acuan.tambah_hari_kerja(terima, TERGUGAT_HARI, pola or "5")


def cri06_enam_hari(k):
    """CRI-06: PP 45/1990 Pasal 3; SE BAKN 48/SE/1990: the defendant tells within six working days of receipt."""
    terima, lapor = k.isian.get("tanggal_gugatan"), k.isian.get("tanggal_lapor")
    if terima is None or lapor is None:
        return perlu_diperiksa("Tanggal menerima gugatan atau tanggal memberitahukannya belum diisi.")
    if terima > lapor:
        return tidak("Tanggal pemberitahuan mendahului tanggal menerima gugatan.")
    batas = batas_tergugat(terima, k.acuan, k.profil.pola_kerja)
    bukti = (f"gugatan diterima {tulis_tanggal(terima)}", f"diberitahukan {tulis_tanggal(lapor)}")
    if lapor <= batas:
        return ya(f"Dalam 6 hari kerja, batasnya {tulis_tanggal(batas)}.", *bukti)
    return perlu_diperiksa(
        f"Pemberitahuan melewati 6 hari kerja (batas {tulis_tanggal(batas)}); dicatat sebagai bahan pembinaan.", *bukti
    )


# ── laporan perceraian ───────────────────────────────────────────────────────────────────────────────


def lcr01_sebulan(k):
    """LCR-01: SE BAKN 08/SE/1983: the divorce is reported within a month; a late report is taken and noted."""
    akta = k.isian.get("tanggal_akta")
    if akta is None:
        return perlu_diperiksa("Tanggal akta cerai belum diisi.")
    if akta > k.tanggal:
        return tidak("Akta cerainya belum terbit; laporkan sesudah putusan berkekuatan tetap.", paling_cepat=akta)
    batas = tambah_bulan(akta, LAPOR_CERAI_BULAN)
    bukti = (f"akta {tulis_tanggal(akta)}", f"dilaporkan {tulis_tanggal(k.tanggal)}")
    if k.tanggal <= batas:
        return ya(f"Dilaporkan dalam 1 bulan, batasnya {tulis_tanggal(batas)}.", *bukti)
    return perlu_diperiksa(
        f"Laporan melewati 1 bulan (batas {tulis_tanggal(batas)}); dicatat sebagai bahan pembinaan.", *bukti
    )


def lcr02_berizin(k):
    """LCR-02: PP 45/1990 Pasal 3, 15: a permit or statement went before; who did without says so and answers for it."""
    ada = k.lain.get("cerai") or {}
    if ada.get("hasil") in ("izin", "keterangan"):
        return ya(f"{'Izin' if ada['hasil'] == 'izin' else 'Surat keterangan'} nomor {ada['nomor']}.")
    if k.isian.get("nomor_izin"):
        return perlu_diperiksa(
            "Izinnya tidak terbit dari portal; cocokkan dengan surat aslinya.", k.isian["nomor_izin"]
        )
    if k.isian.get("tanpa_izin"):
        return perlu_diperiksa(
            "Bercerai tanpa izin atau surat keterangan: ancamannya hukuman disiplin berat (PP 45/1990 Pasal 15); "
            "teruskan kepada penangan disiplin."
        )  # fmt: skip
    return tidak("Belum ada izin atau surat keterangan. Bila sudah terlanjur bercerai tanpa itu, nyatakan pada isian.")


def lcr03_pasangan(k):
    """LCR-03: PP 45/1990 Pasal 3: the one divorced from is a spouse of the family record."""
    return cri02_terikat(k)
