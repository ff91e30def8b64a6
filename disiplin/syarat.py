"""Syarat kasus disiplin, DIS-1 sampai DIS-7. Pure; facts about the case are put into the Konteks by ``fakta.py``.

Keys of ``Konteks.lain`` read here: ``putusan`` {jenis, norma, hari} (else the answers of the steps ``keputusan`` and
``lhp``), ``pejabat`` level of the office that decides, ``tim`` members or None, ``bap`` and ``luput`` (how many), ``lain_kasus``
SK on the same act, ``lalu`` earlier penalties [{jenis, norma, nomor}], ``rekap`` {hari, berturut, pada: last day of absence}. DIS-8 is a pure function
of ``aturan``: other services ask it through ``profil.diperiksa``.
"""

from datetime import date

from disiplin import aturan
from disiplin.tabel import BERAT, SEBUTAN, jenis_hukuman, kecil
from layanan.katalog import Dasar, Syarat, perlu_diperiksa, tidak, ya

PP94 = "PP 94/2021"


def putusan(k):
    """{jenis, norma [codes], hari} as decided, else as recommended; {} before there is anything."""
    for jawab in (k.langkah.get("keputusan"), k.langkah.get("lhp"), k.lain.get("putusan")):
        if jawab and jawab.get("jenis"):
            dasar = k.langkah.get("lhp") or jawab
            norma = jawab.get("norma") or dasar.get("norma") or []
            return {"jenis": jawab["jenis"], "norma": norma, "hari": jawab.get("hari") or dasar.get("jumlah_hari")}
    return {}


def hari_absen(k):
    """The day whose thresholds of absence hold (T-01): the last one of the recap, else of the act, else that of the case."""
    hari = (k.lain.get("rekap") or {}).get("pada") or k.isian.get("kejadian") or k.tanggal
    return hari if isinstance(hari, date) else date.fromisoformat(str(hari))


def sasaran(profil):
    """The row of the table of authority the person stands in."""
    return aturan.sasaran(profil.jenis_jabatan, profil.kelompok_jabatan or "", profil.jenjang or "")


def d1_berwenang(k):
    """PP 94/2021 Ps. 16-21: the officer that decides matches the table of authority."""
    kode = putusan(k).get("jenis", "")
    siapa, pejabat = sasaran(k.profil), k.lain.get("pejabat")
    hasil = aturan.berwenang(pejabat, siapa, kode, k.tanggal)
    if hasil is None:
        return perlu_diperiksa("Jabatan pegawai atau pejabat yang memutus belum diketahui jenjangnya.")
    j = jenis_hukuman()[kode]
    if not hasil:
        return tidak(
            f"{SEBUTAN[pejabat][0].upper() + SEBUTAN[pejabat][1:]} tidak berwenang menjatuhkan hukuman {j.tingkat} "
            f"kepada {SEBUTAN[siapa]}."
        )
    return ya(f"{SEBUTAN[pejabat][0].upper() + SEBUTAN[pejabat][1:]} berwenang menjatuhkan hukuman {j.tingkat}.")


def d2_tim(k):
    """PP 94/2021: a heavy penalty is examined by a tim pemeriksa."""
    kode = putusan(k).get("jenis", "")
    if kode not in jenis_hukuman():
        return perlu_diperiksa("Jenis hukuman belum ditentukan.")
    if jenis_hukuman()[kode].tingkat != BERAT:
        return ya("Hukuman ringan dan sedang tidak wajib diperiksa tim.")
    if k.lain.get("tim") is None:
        return perlu_diperiksa("Keputusan pembentukan tim pemeriksa belum diketahui.")
    if not k.lain["tim"]:
        return tidak("Hukuman berat wajib diperiksa tim pemeriksa.")
    return ya("Diperiksa tim pemeriksa.", *k.lain["tim"])


def d3_pemeriksaan(k):
    """PP 94/2021 Ps. 26-27: there is a BAP, or two summonses he did not follow."""
    bap, luput = k.lain.get("bap"), k.lain.get("luput") or 0
    if bap is None:
        return perlu_diperiksa("Berkas pemeriksaan belum diketahui.")
    if bap:
        return ya(f"Ada {bap} berita acara pemeriksaan.")
    if luput >= 2:
        return ya("Tidak hadir pada dua kali panggilan; diputus menurut bukti yang ada (Pasal 26 ayat (4)).")
    return tidak("Belum ada BAP atau bukti dua kali panggilan.")


def d4_sekali(k):
    """PP 94/2021: no second penalty for the same violation."""
    lain = k.lain.get("lain_kasus")
    if lain is None:
        return perlu_diperiksa("Tanggal kejadian belum diisi; periksa apakah pelanggaran ini pernah dihukum.")
    if lain:
        return tidak(f"Pelanggaran ini sudah dijatuhi hukuman {lain[0]}.")
    return ya("Pelanggaran ini belum pernah dijatuhi hukuman.")


def d5_berulang(k):
    """PP 94/2021 Ps. 35; T-06: a repeat of the same kind is punished heavier than the last time."""
    isi, lalu = putusan(k), k.lain.get("lalu") or []
    samar = [h for h in lalu if not h.get("norma")]
    sama = [h for h in lalu if set(h.get("norma") or ()) & set(isi.get("norma") or ())]
    terakhir = aturan.terberat([h["jenis"] for h in sama]) if sama else ""
    if terakhir:
        nama = jenis_hukuman()[terakhir].nama if terakhir in jenis_hukuman() else terakhir
        berat = aturan.urutan(isi.get("jenis", "")) or 0
        puncak = not aturan.lebih_berat(terakhir)
        if berat > (aturan.urutan(terakhir) or 0) or (puncak and berat == aturan.urutan(terakhir)):
            return ya(f"Lebih berat daripada hukuman terakhir yang sejenis ({kecil(nama)}).")
        return tidak(f"Hukuman terakhir {kecil(nama)}; pilih yang lebih berat.")
    if samar:
        return perlu_diperiksa(
            "Ada hukuman terdahulu yang pasalnya tidak tercatat; periksa apakah sejenis.", samar[0]["jenis"]
        )
    return ya("Tidak ada hukuman terdahulu atas pelanggaran yang sejenis.")


def d6_rekap(k):
    """PP 94/2021 Ps. 9-11; T-01: the days of absence fit the recap of presensi and the penalty."""
    isi, rekap = putusan(k), k.lain.get("rekap")
    if "4f" not in (isi.get("norma") or ()):
        return ya("Bukan pelanggaran kehadiran.")
    if rekap is None:
        return perlu_diperiksa("Rekap presensi tahun itu belum ada pada portal.")
    hari, berturut = rekap["hari"], rekap.get("berturut") or 0
    perlu = aturan.kode_absen(k.acuan, hari_absen(k), hari, berturut)
    if perlu and aturan.urutan(perlu) is None:
        return perlu_diperiksa(
            f"{hari} hari itu diukur menurut PP 53/2010 ({perlu}), yang jenisnya tidak ada lagi dalam PP 94/2021;"
            " tentukan jenis yang setara."
        )
    sebanding = aturan.urutan(perlu) if perlu else 0
    if sebanding != (aturan.urutan(isi["jenis"]) or 0):
        return tidak(f"Rekap presensi {hari} hari tidak sesuai dengan jenis hukuman.")
    return ya(f"Rekap presensi {hari} hari sesuai dengan jenis hukuman.")


def d7_aktif(k):
    """The person still serves."""
    if k.profil.aktif is None:
        return perlu_diperiksa("Kedudukan hukum pegawai belum tercatat.")
    if k.profil.berhenti or not k.profil.aktif:
        return tidak("Pegawai sudah tidak aktif.")
    return ya("Pegawai masih aktif.")


AWAL = ("DIS-4", "DIS-7")
SYARAT = (
    Syarat("DIS-1", "Pejabat yang memutus berwenang menghukum", Dasar(PP94, "Pasal 16-21"), d1_berwenang, rahasia=True),
    Syarat("DIS-2", "Hukuman berat diperiksa tim pemeriksa", Dasar(PP94), d2_tim, rahasia=True),
    Syarat("DIS-3", "Ada BAP atau dua kali panggilan", Dasar(PP94, "Pasal 26-27"), d3_pemeriksaan, rahasia=True),
    Syarat("DIS-4", "Belum dihukum atas pelanggaran yang sama", Dasar(PP94), d4_sekali, rahasia=True),
    Syarat("DIS-5", "Pelanggaran sejenis yang berulang dihukum lebih berat", Dasar(PP94, "Pasal 35"), d5_berulang,
           rahasia=True),
    Syarat("DIS-6", "Hari tidak masuk kerja sesuai rekap presensi", Dasar(PP94, "Pasal 9-11"), d6_rekap, rahasia=True),
    Syarat("DIS-7", "Pegawai belum diberhentikan atau pensiun", Dasar(PP94), d7_aktif, "asumsi", rahasia=True),
)  # fmt: skip
