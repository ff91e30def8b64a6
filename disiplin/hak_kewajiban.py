"""Kewajiban, larangan, dan hak dalam disiplin: 17 kewajiban, 14 larangan, jam kerja, LHKPN, pemeriksaan, upaya administratif.

Law: PP 94/2021 Ps. 3-5, 9-11, 15, 26-27, 31; PerBKN 6/2022; PP 79/2021. What is personal here only the handlers of cases
and the person himself may read (``bagian="hukuman"``).
"""

from disiplin.aturan import AJUKAN_HARI, PUTUS_HARI
from kepegawaian.aturan import tulis_tanggal
from kepegawaian.aturan_kehadiran import daftar_ambang, dijatuhkan, hari_beruntun
from kepegawaian.hak_kewajiban import Butir, Tambahan, butir, pelengkap
from kepegawaian.models import RekapKehadiran

PP94 = "PP 94/2021"
KEWAJIBAN = (
    "Setia dan taat kepada Pancasila, UUD 1945, NKRI, dan pemerintah (Pasal 3 huruf a)",
    "Menjaga persatuan dan kesatuan bangsa (Pasal 3 huruf b)",
    "Melaksanakan kebijakan pemerintah yang sah (Pasal 3 huruf c)",
    "Menaati peraturan perundang-undangan (Pasal 3 huruf d)",
    "Mengerjakan tugas dengan pengabdian, jujur, dan bertanggung jawab (Pasal 3 huruf e)",
    "Berintegritas dan memberi teladan, di dalam dan di luar dinas (Pasal 3 huruf f)",
    "Menyimpan rahasia jabatan (Pasal 3 huruf g)",
    "Bersedia ditempatkan di seluruh wilayah NKRI (Pasal 3 huruf h)",
    "Menghadiri dan mengucapkan sumpah atau janji PNS (Pasal 4 huruf a)",
    "Menghadiri dan mengucapkan sumpah atau janji jabatan (Pasal 4 huruf b)",
    "Mengutamakan kepentingan negara di atas kepentingan pribadi (Pasal 4 huruf c)",
    "Segera melapor bila mengetahui hal yang membahayakan negara (Pasal 4 huruf d)",
    "Melaporkan harta kekayaan (Pasal 4 huruf e)",
    "Masuk kerja dan menaati jam kerja (Pasal 4 huruf f)",
    "Memakai dan memelihara barang milik negara sebaik-baiknya (Pasal 4 huruf g)",
    "Memberi kesempatan kepada bawahan untuk berkembang (Pasal 4 huruf h)",
    "Menolak segala pemberian yang berhubungan dengan tugas (Pasal 4 huruf i)",
)
LARANGAN = (
    "Menyalahgunakan wewenang (Pasal 5 huruf a)",
    "Menjadi perantara untuk mencari untung dengan memakai wewenang orang lain (Pasal 5 huruf b)",
    "Menjadi pegawai atau bekerja untuk negara lain (Pasal 5 huruf c)",
    "Bekerja pada lembaga internasional tanpa izin (Pasal 5 huruf d)",
    "Bekerja pada perusahaan, konsultan, atau LSM asing tanpa tugas resmi (Pasal 5 huruf e)",
    "Memiliki, menjual, menggadaikan, atau meminjamkan barang atau dokumen negara secara tidak sah (Pasal 5 huruf f)",
    "Memungut di luar ketentuan (Pasal 5 huruf g)",
    "Berbuat yang merugikan negara (Pasal 5 huruf h)",
    "Bertindak sewenang-wenang kepada bawahan (Pasal 5 huruf i)",
    "Menghalangi tugas kedinasan (Pasal 5 huruf j)",
    "Menerima hadiah yang berhubungan dengan jabatan (Pasal 5 huruf k)",
    "Meminta sesuatu yang berhubungan dengan jabatan (Pasal 5 huruf l)",
    "Berbuat atau tidak berbuat sehingga merugikan orang yang dilayani (Pasal 5 huruf m)",
    (
        "Memberi dukungan politik dengan cara apa pun: ikut kampanye, memakai atribut, mengerahkan PNS, memakai fasilitas "
        "negara, membuat keputusan yang memihak, mengadakan kegiatan yang memihak, memberi surat dukungan (Pasal 5 huruf n)"
    ),
)
# What each type is called in a list of thresholds (PP 94/2021 Ps. 9-11, 42; PerBKN 6/2022 Ps. 62; before: PP 53/2010).
SEBUTAN = {
    "R1": "teguran lisan", "R2": "teguran tertulis", "R3": "pernyataan tidak puas secara tertulis",
    "S1": "potongan tunjangan kinerja 25 persen selama 6 bulan", "S1T": "penundaan KGB 1 tahun",
    "S2": "potongan tunjangan kinerja 25 persen selama 9 bulan", "S2T": "penundaan kenaikan pangkat 1 tahun",
    "S3": "potongan tunjangan kinerja 25 persen selama 12 bulan", "S3T": "penurunan pangkat setingkat 1 tahun",
    "B1": "penurunan jabatan setingkat selama 12 bulan", "B2": "pembebasan dari jabatan menjadi pelaksana selama 12 bulan",
    "B3": "diberhentikan dengan hormat tidak atas permintaan sendiri",
}  # fmt: skip


def ambang(acuan, tanggal):
    """The thresholds in force in words; in the transition each sedang with what is imposed instead."""
    rinci = []
    for a in daftar_ambang(acuan, tanggal):
        hari = f"{a.dari} hari" if a.sampai == a.dari else f"{a.dari} sampai {a.sampai} hari"
        ganti = dijatuhkan(a.kode, acuan, tanggal)
        kalimat = f"{f'{a.dari} hari atau lebih' if a.sampai is None else hari}: {SEBUTAN.get(a.kode, a.kode)}"
        rinci.append(kalimat + (f"; selama peralihan diganti {SEBUTAN[ganti]}" if ganti != a.kode else ""))
    if beruntun := hari_beruntun(acuan, tanggal):
        rinci.append(
            f"{beruntun} hari kerja berturut-turut: {SEBUTAN['B3']}, dan gaji dihentikan sejak bulan berikutnya"
        )
    return tuple(rinci)


def _terikat(p):
    return p.status is not None


@butir("disiplin")
def kewajiban_pns(p, acuan):
    """PP 94/2021 Ps. 3 and 4: eight and nine obligations."""
    if not _terikat(p):
        return None
    lain = "" if p.status in ("PNS", "CPNS") else " Bagi PPPK berlaku dengan penyesuaian menurut PP 49/2018."
    return Butir(
        "Tujuh belas kewajiban",
        f"Berlaku di dalam dan di luar jam kerja; melanggarnya dijatuhi hukuman disiplin menurut akibatnya.{lain}",
        ((PP94, "Pasal 3"), (PP94, "Pasal 4")), jenis="kewajiban", rinci=KEWAJIBAN,
    )  # fmt: skip


@butir("disiplin")
def larangan_pns(p, acuan):
    """PP 94/2021 Ps. 5: fourteen prohibitions."""
    if not _terikat(p):
        return None
    return Butir(
        "Empat belas larangan",
        "Akibat pada unit kerja dihukum ringan, pada instansi sedang, pada negara berat; sebagian larangan langsung berat.",
        ((PP94, "Pasal 5"),), jenis="larangan", rinci=LARANGAN,
    )  # fmt: skip


@butir("disiplin")
def masuk_kerja(p, acuan):
    """PP 94/2021 Ps. 4 huruf f, 9-11, 15: days absent without a valid reason add up from January to December."""
    if not _terikat(p):
        return None
    return Butir(
        "Masuk kerja dan jam kerja",
        "Hari tidak masuk kerja tanpa alasan yang sah dijumlahkan dari Januari sampai Desember, juga yang sudah dihukum. "
        "Ambangnya:",
        ((PP94, "Pasal 4 huruf f"), (PP94, "Pasal 9 sampai 11"), (PP94, "Pasal 15"), (PP94, "Pasal 42")), jenis="kewajiban", rinci=ambang(acuan, p.per),
        bagian="hukuman", keyakinan="sebagian", layanan="koreksi-presensi",
    )  # fmt: skip


@pelengkap("masuk-kerja")
def hari_tidak_masuk(pegawai_id, p, acuan):
    """His days without a lawful reason this year as they are counted every night, corrections and cuti left out; one query."""
    rekap = RekapKehadiran.objects.filter(pegawai_id=pegawai_id, tahun=p.per.year).first()
    hari = rekap.jumlah if rekap else 0
    if hari:
        milik = f"Tahun {p.per.year} tercatat {hari} hari tanpa keterangan. Bila keliru, mintalah dibetulkan dengan buktinya."
    else:
        milik = f"Tahun {p.per.year} tidak ada hari tanpa keterangan pada presensi Anda."
    return Tambahan(milik, (("Tanpa keterangan tahun ini", f"{hari} hari"),))


@butir("disiplin", "jabatan")
def lapor_harta_kekayaan(p, acuan):
    """PP 94/2021 Ps. 4 huruf e: the level of its penalty is fixed for administrator, fungsional, and JPT."""
    kelompok = p.kelompok_jabatan or ""
    if not (kelompok.startswith("jpt") or kelompok == "administrator" or p.jenis_jabatan == "fungsional"):
        return None
    akibat, yakin = (
        ("dijatuhi hukuman disiplin berat", "sebagian") if kelompok.startswith("jpt")
        else ("dijatuhi hukuman disiplin sedang", "pasti")
    )  # fmt: skip
    return Butir(
        "Melaporkan harta kekayaan",
        f"Bila Anda termasuk wajib lapor, LHKPN disampaikan tepat waktu. Dalam jabatan Anda yang lalai {akibat}.",
        ((PP94, "Pasal 4 huruf e"),), jenis="kewajiban", keyakinan=yakin,
    )  # fmt: skip


@butir("disiplin")
def hak_saat_diperiksa(p, acuan):
    """PP 94/2021 Ps. 26-27, 31: summons, closed examination, a copy of the BAP, full pay meanwhile."""
    if not _terikat(p):
        return None
    return Butir(
        "Hak saat diperiksa",
        "Dipanggil tertulis; bila tidak hadir dipanggil sekali lagi. Pemeriksaan tertutup, dan Anda menerima salinan berita "
        "acaranya. Selama dibebaskan sementara dari jabatan Anda tetap masuk kerja dan menerima penghasilan penuh.",
        ((PP94, "Pasal 26"), (PP94, "Pasal 27"), (PP94, "Pasal 31"), ("PerBKN 6/2022", "Pasal 40")),
    )  # fmt: skip


@butir("disiplin")
def upaya_administratif(p, acuan):
    """PP 79/2021 Ps. 4, 5, 10, 11 (T-08): objection or appeal, and their working days."""
    if not _terikat(p):
        return None
    return Butir(
        "Keberatan dan banding administratif",
        f"Atas hukuman selain pemberhentian Anda boleh mengajukan keberatan dalam {AJUKAN_HARI} hari kerja, yang diputus dalam "
        f"{PUTUS_HARI} hari kerja. Atas pemberhentian atau pemutusan perjanjian kerja Anda boleh banding kepada BPASN dalam "
        f"{AJUKAN_HARI} hari kerja sejak "
        "tanggal keputusan. Yang terlambat tidak diterima.",
        (("PP 79/2021", "Pasal 4 dan 5"), ("PP 79/2021", "Pasal 10 dan 11")),
    )  # fmt: skip


@butir("disiplin", "hukuman")
def hukuman_berjalan(p, acuan):
    """PerBKN 6/2022: the penalty that runs today; only for who has one."""
    jalan = [h for h in p.hukuman if h.tmt <= p.per and h.sampai and h.sampai >= p.per]
    if not jalan:
        return None
    h = max(jalan, key=lambda h: h.sampai)
    tahan = " ".join(
        kalimat for benar, kalimat in (
            (h.tahan_kp, "Selama itu kenaikan pangkat tidak diberikan."), (h.tahan_kgb, "Selama itu KGB ditahan."),
        ) if benar
    )  # fmt: skip
    return Butir(
        "Hukuman disiplin yang sedang dijalani",
        "Hukuman yang berjangka waktu berakhir dengan sendirinya pada hari terakhirnya.", (("PerBKN 6/2022", ""),),
        jenis="kewajiban", bagian="hukuman", khusus=True, milik=f"Berlaku sampai {tulis_tanggal(h.sampai)}. {tahan}".strip(),
        tanggal=h.sampai, peristiwa="Hukuman disiplin berakhir", keyakinan="sebagian",
    )  # fmt: skip
