"""Syarat KP penyesuaian ijazah (PI) dan tugas belajar selesai (TB), KP-I01..KP-I06 (regulasi kenaikan-pangkat §3). Pure.

Law: PP 99/2000 Pasal 17 (TB) and 18 (PI); Kepka BKN 12/2002; SE PANRB 28/2021. Target and cap of a diploma stand in
``Acuan.pendidikan_golongan`` (``penyesuaian_ke``, ``penyesuaian_dari_maks``). What the portal cannot know is recorded
on the form: the signed task description, the letter of study, the accreditation, the entry in PDDikti.
"""

from kepangkatan.aturan import angka_kredit as ak, umum
from kepangkatan.aturan.periode import periode_berikut
from kepangkatan.aturan.umum import tulis_pangkat
from kepegawaian.aturan import tambah_bulan, tulis_tanggal
from layanan.katalog import perlu_diperiksa, tidak, ya

BULAN_IJAZAH = 12
UJIAN = "UPKP"
JPT = ("jpt_madya", "jpt_pratama")
TERAKREDITASI = ("unggul", "baik_sekali", "baik", "a", "b", "c")
TANPA_IZIN = "tidak_ada"


def ijazah_diakui(profil, acuan, tanggal):
    """The PendidikanGolongan of the recognised education, or None."""
    return acuan.pendidikan_golongan(profil.pendidikan, tanggal)


def target(profil, acuan, tanggal):
    """PP 99/2000 Pasal 18: Golongan the diploma lifts to when the present rank lies below it, else None."""
    ijazah = ijazah_diakui(profil, acuan, tanggal)
    if ijazah is None or not ijazah.penyesuaian_ke or profil.golongan_urutan is None:
        return None
    baru = acuan.golongan(ijazah.penyesuaian_ke)
    return baru if profil.golongan_urutan <= acuan.golongan(ijazah.penyesuaian_dari_maks).urutan else None


def tmt_ijazah(profil, acuan):
    """PP 99/2000 Pasal 17-18; PerBKN 4/2025: first allowed TMT one year after the last rank, or None."""
    return profil.tmt_pangkat and periode_berikut(acuan, tambah_bulan(profil.tmt_pangkat, BULAN_IJAZAH))


def i01_satu_tahun(k):
    """PP 99/2000 Pasal 17-18: at least one year in the last rank."""
    return umum.masa_pangkat(k, BULAN_IJAZAH)


def i02_pangkat_ijazah(k):
    """PP 99/2000 Pasal 18: present rank not above the cap of the diploma, and the rank asked is that of the diploma."""
    p = k.profil
    if p.pendidikan is None or p.golongan_urutan is None:
        return perlu_diperiksa("Pendidikan atau golongan terakhir belum tercatat.")
    ijazah = ijazah_diakui(p, k.acuan, k.tanggal)
    if ijazah is None or not ijazah.penyesuaian_ke:
        return tidak(f"Ijazah {p.pendidikan} tidak memberi kenaikan pangkat penyesuaian.", tulis_pangkat(p))
    dari, ke = ijazah.penyesuaian_dari_maks, ijazah.penyesuaian_ke
    diminta = k.isian.get("golongan_baru") or ke
    if target(p, k.acuan, k.tanggal) is None or diminta != ke:
        kalimat = f"Ijazah {ijazah.nama} hanya menaikkan dari {dari} ke bawah menjadi {ke}."
        return tidak(kalimat, tulis_pangkat(p), f"diminta {diminta}")
    return ya(f"Ijazah {ijazah.nama} menaikkan dari {p.golongan} menjadi {ke}.", tulis_pangkat(p))


def i03_uraian_tugas(k):
    """PP 99/2000 Pasal 18; Kepka BKN 12/2002: task description of the diploma, signed by a JPT Pratama at least."""
    kode = k.isian.get("eselon_uraian")
    if not kode:
        return perlu_diperiksa("Penanda tangan uraian tugas belum dicatat.")
    eselon = k.acuan.eselon(kode)
    nomor = f"nomor {k.isian.get('nomor_uraian') or '–'}, eselon {kode}"
    if eselon is None or eselon.kelompok not in JPT:
        return tidak("Uraian tugas sesuai ijazah belum ditandatangani pejabat JPT.", nomor)
    return ya("Uraian tugas sesuai ijazah ditandatangani pejabat JPT.", nomor)


def i04_ujian(k):
    """PP 99/2000 Pasal 18: passed the ujian kenaikan pangkat penyesuaian ijazah."""
    lulus = next((u for u in k.profil.ujian if u.jenis == UJIAN), None)
    if lulus is None:
        return tidak("Belum lulus ujian penyesuaian ijazah.")
    return ya("Lulus ujian penyesuaian ijazah.", f"tanda lulus {lulus.nomor} tanggal {tulis_tanggal(lulus.tmt)}")


def i05_izin_akreditasi(k):
    """SE PANRB 28/2021: letter of study, accredited programme, registered in PDDikti."""
    izin, akreditasi, pddikti = (k.isian.get(x) for x in ("izin", "akreditasi", "pddikti"))
    if not (izin and akreditasi and pddikti):
        return perlu_diperiksa("Izin atau tugas belajar, akreditasi, dan PDDikti belum dicatat.")
    bukti = (
        f"surat {k.isian.get('nomor_izin') or '–'}",
        f"akreditasi {akreditasi.replace('_', ' ')}",
        f"PDDikti: {pddikti}",
    )
    if izin == TANPA_IZIN or akreditasi not in TERAKREDITASI or pddikti != "ya":
        return tidak("Izin/tugas belajar atau akreditasi tidak ditemukan.", *bukti)
    return ya("Izin atau tugas belajar ada, program studi terakreditasi dan tercatat di PDDikti.", *bukti)


def i06_angka_kredit(k):
    """PP 99/2000 Pasal 18 (sebagian): a JF holder also meets the AK of the target rank."""
    p = k.profil
    if p.jenis_jabatan is None:
        return perlu_diperiksa("Jabatan belum tercatat.")
    if p.jenis_jabatan != "fungsional":
        return ya("Bukan pejabat fungsional; angka kredit tidak disyaratkan.", p.jabatan or p.jenis_jabatan)
    baru = target(p, k.acuan, k.tanggal)
    if baru is None:
        return tidak("Pejabat fungsional wajib memenuhi angka kredit.", "pangkat tujuan tidak ada")
    langkah = [x for x in k.acuan.langkah_ak_jenjang(p.jenjang, k.tanggal) if x.golongan_ke == baru.kode]
    if not langkah or p.angka_kredit is None:
        return perlu_diperiksa(f"Angka kredit untuk {baru.kode} belum dapat dihitung dari jenjangnya.")
    perlu = langkah[0].kumulatif
    bukti = f"angka kredit {ak.tulis_angka(p.angka_kredit)}, syarat {ak.tulis_angka(perlu)}"
    if p.angka_kredit < perlu:
        return tidak("Pejabat fungsional wajib memenuhi angka kredit.", bukti)
    return ya("Angka kredit pangkat tujuan terpenuhi.", bukti)
