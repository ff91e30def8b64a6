"""Kenaikan jenjang jabatan fungsional dan penetapan angka kredit (regulasi kenaikan-pangkat §3 KP-J03, §4). Pure.

Law: PermenPANRB 1/2023; PerBKN 3/2023; PermenPANRB 3/2020 (how long a uji kompetensi may be used). KP-J03 names four
conditions of an SK kenaikan jenjang: AK of the jenjang, uji kompetensi, kebutuhan, predikat. Facts about others
(``kebutuhan``, ``terisi`` of the post asked for) come from the layanan's ``siapkan()``.
"""

from dataclasses import replace

from kepangkatan.aturan import angka_kredit as ak, umum
from kepangkatan.aturan.fungsional import bukan_fungsional
from kepegawaian.aturan import PPPK, tulis_tanggal
from kepegawaian.profil_isi import UjiKompetensi
from layanan.katalog import PERIKSA, TIDAK, perlu_diperiksa, tidak, ya

LULUS = ("MS", "MMS")


def andai_lulus_uji(profil):
    """The profile as if a uji kompetensi had been passed that year: for the census of answers."""
    lulus = UjiKompetensi("jenjang", "MS", profil.per.replace(month=1, day=2), None, None, None, ())
    return replace(profil, uji_kompetensi=(lulus,))


def angka_kredit_jenjang(k):
    """PermenPANRB 1/2023 (KP-J03): AK kumulatif of the present jenjang reaches that of the next."""
    p = k.profil
    perlu = ak.kebutuhan_jenjang(k.acuan, p.jenjang, k.tanggal)
    if perlu is None:
        return tidak("Sudah pada jenjang tertinggi.", ak.sebut_jenjang(p.jenjang))
    if p.angka_kredit is None:
        return perlu_diperiksa("Angka kredit pada jenjang ini belum tercatat.")
    bukti = f"syarat ke {ak.sebut_jenjang(ak.jenjang_berikut(k.acuan, p.jenjang, k.tanggal))}: {ak.tulis_angka(perlu)}"
    if p.angka_kredit < perlu:
        kurang = ak.tulis_angka(perlu - p.angka_kredit)
        kalimat = f"Angka kredit {ak.tulis_angka(p.angka_kredit)}; syarat {ak.tulis_angka(perlu)}; kurang {kurang}."
        return tidak(kalimat, bukti)
    return ya(f"Angka kredit {ak.tulis_angka(p.angka_kredit)} mencukupi kenaikan jenjang.", bukti)


def lulus_uji(k):
    """PerBKN 3/2023 (KP-J03): a uji kompetensi for kenaikan jenjang, passed and still valid on the TMT."""
    uji = [u for u in k.profil.uji_kompetensi if u.tujuan == "jenjang" and u.tmt <= k.tanggal]
    if not uji:
        return tidak("Belum lulus uji kompetensi kenaikan jenjang.")
    akhir = max(uji, key=lambda u: u.tmt)
    bukti = f"{akhir.hasil} tanggal {tulis_tanggal(akhir.tmt)}"
    if akhir.hasil not in LULUS:
        return tidak("Belum lulus uji kompetensi kenaikan jenjang.", bukti)
    if akhir.sampai and akhir.sampai < k.tanggal:
        return tidak("Hasil uji kompetensi sudah tidak berlaku.", bukti, f"sampai {tulis_tanggal(akhir.sampai)}")
    return ya("Lulus uji kompetensi kenaikan jenjang.", bukti)


def ada_kebutuhan(k):
    """PermenPANRB 1/2023 (KP-J03): the peta jabatan still has a place for the next jenjang in his unit."""
    butuh, terisi = k.lain.get("kebutuhan"), k.lain.get("terisi")
    if butuh is None or terisi is None:
        return perlu_diperiksa("Kebutuhan jabatan tujuan pada unitnya belum tercatat.")
    bukti = f"kebutuhan {butuh}, terisi {terisi}"
    if terisi >= butuh:
        return tidak("Kebutuhan jabatan tujuan pada unitnya sudah terisi.", bukti)
    return ya("Kebutuhan jabatan tujuan tersedia.", bukti)


def j03_kenaikan_jenjang(k):
    """PerBKN 3/2023 (KP-J03): AK of the jenjang, uji kompetensi, kebutuhan and predikat Baik, all four."""
    if k.profil.status in (*PPPK, "CPNS"):
        return tidak("Kenaikan jenjang hanya bagi PNS.", k.profil.status)
    if lain := bukan_fungsional(k.profil):
        return lain
    satu = [angka_kredit_jenjang(k), lulus_uji(k), ada_kebutuhan(k), umum.u06_predikat_baik(k)]
    bukti = [x for h in satu for x in (h.kalimat, *h.bukti)]
    kurang = [h for h in satu if h.jawaban == TIDAK]
    if kurang:
        return tidak(" ".join(h.kalimat for h in kurang), *bukti)
    if ragu := [h for h in satu if h.jawaban == PERIKSA]:
        return perlu_diperiksa(" ".join(h.kalimat for h in ragu), *bukti)
    return ya("Angka kredit, uji kompetensi, kebutuhan, dan predikat terpenuhi.", *bukti)


def jenjang_pada(profil, tanggal):
    """The jenjang held on a past day by the posts recorded, "" when none was held or nothing is recorded."""
    return next((j.jenjang for j in reversed(profil.jejak_jabatan) if j.tmt <= tanggal), "")


def j04_periode(k):
    """PerBKN 3/2023 (KP-J04): the predikat of the period is that of the rater, and the period is not counted yet."""
    p, dari, sampai = k.profil, k.isian.get("dari"), k.isian.get("sampai")
    if p.status in PPPK:
        return tidak("Angka kredit kenaikan pangkat hanya bagi PNS.")
    if lain := bukan_fungsional(p):
        return lain
    if not (dari and sampai and k.isian.get("predikat")):
        return perlu_diperiksa("Periode dan predikat belum diisi.")
    dulu = jenjang_pada(p, sampai)
    if dulu and dulu != p.jenjang:
        kalimat = f"Periode ini dijalani pada jenjang {ak.sebut_jenjang(dulu)}, sebelum jenjang yang sekarang."
        return tidak(kalimat, f"{ak.sebut_jenjang(p.jenjang)} sejak {tulis_tanggal(p.tmt_jabatan)}")
    if p.angka_kredit_sampai and dari < p.angka_kredit_sampai:
        return tidak("Periode ini sudah masuk penetapan sebelumnya.", f"sampai {tulis_tanggal(p.angka_kredit_sampai)}")
    if (sebagian := _predikat_sebagian(k.lain.get("sebagian") or (), dari, sampai)) is not None:
        if sebagian != k.isian["predikat"]:
            return tidak(f"Predikat pejabat penilai bagi periode itu ialah {sebagian}.")
        return ya("Predikat sesuai hasil pejabat penilai kinerja bagi periode itu.", sebagian)
    tahunan = next((x.predikat for x in p.kinerja if x.tahun == dari.year), None)
    if tahunan is None:
        return perlu_diperiksa(
            f"Predikat kinerja tahun {dari.year} belum tercatat; cocokkan dengan penilaian periodik."
        )
    if tahunan != k.isian["predikat"]:
        kalimat = f"Predikat tahun {dari.year} yang ditetapkan pejabat penilai ialah {tahunan}."
        if ak.bulan_periode(dari, sampai) == 12:
            return tidak(kalimat)
        return perlu_diperiksa(f"{kalimat} Cocokkan predikat periodiknya.")
    return ya("Predikat sesuai hasil pejabat penilai kinerja.", f"{dari.year}: {tahunan}")


def _predikat_sebagian(baris, dari, sampai):
    """Predikat of the part of a year in which the whole period lies: ``baris`` [(first, last day, predikat)]; None without one."""
    return next((predikat for mulai, akhir, predikat in baris if mulai <= dari and sampai <= akhir), None)


def t10_hitung(k):
    """PerBKN 3/2023 (T-10): whole months of one year, so that the conversion can be counted and rounded."""
    dari, sampai = k.isian.get("dari"), k.isian.get("sampai")
    if not (dari and sampai):
        return perlu_diperiksa("Periode belum diisi.")
    bulan = ak.bulan_periode(dari, sampai)
    if dari.year != sampai.year or dari.day != 1 or not 1 <= bulan <= 12:
        return tidak("Periode harus bulan penuh dalam satu tahun.", f"{tulis_tanggal(dari)} – {tulis_tanggal(sampai)}")
    hasil = ak.konversi(k.acuan, k.profil.jenjang, k.isian.get("predikat"), bulan, sampai)
    if hasil is None:
        return perlu_diperiksa("Koefisien jenjang atau persentase predikat tidak tersedia.")
    return ya(f"Angka kredit {ak.tulis_angka(hasil.jumlah)}.", hasil.rumus)
