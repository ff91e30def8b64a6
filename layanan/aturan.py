"""Aturan perubahan, pencabutan, dan pembatalan naskah: UU 30/2014 Pasal 63, 64, 66, 70, 71.

Pure rules over ``Konteks``; facts of the naskah come in ``lain["naskah"]`` (``layanan.balik.fakta``):
``status``, ``asal``, ``tindakan`` (it is itself a perubahan or pencabutan), ``kantor`` (office that signed),
``tmt``, ``sesudah`` [{nomor, perihal, tmt, sejenis}], ``kini`` {column: value}; ``lain["hari_ini"]`` is today.
"""

from kepegawaian.aturan import tulis_tanggal
from layanan.katalog import perlu_diperiksa, tidak, ya

UBAH, CABUT, BATAL = "ubah", "cabut", "batal"
SURUT, SEJAK = "surut", "sejak"
BATAS_HARI_KERJA = 5

# Reasons the law lists, by act; code -> words as printed after "terdapat".
ALASAN = {
    UBAH: {
        "konsideran": "kesalahan konsideran",
        "redaksional": "kesalahan redaksional",
        "dasar": "perubahan dasar pembuatan keputusan",
        "fakta": "fakta baru",
    },
    CABUT: {"wewenang": "cacat wewenang", "prosedur": "cacat prosedur", "substansi": "cacat substansi"},
    BATAL: {"wewenang": "cacat wewenang", "prosedur": "cacat prosedur", "substansi": "cacat substansi"},
}
PASAL = {UBAH: "Pasal 63", CABUT: "Pasal 64", BATAL: "Pasal 66"}
PASAL_ALASAN = {
    UBAH: "UU 30/2014 Pasal 63 ayat (1)",
    CABUT: "UU 30/2014 Pasal 64 ayat (1)",
    BATAL: "UU 30/2014 Pasal 66 ayat (1)",
}


def _naskah(k):
    return k.lain.get("naskah") or {}


def t01_berlaku(k):
    """UU 30/2014 Pasal 63, 64, 66: yang diubah, dicabut, atau dibatalkan ialah keputusan yang masih berlaku."""
    n = _naskah(k)
    if not n:
        return tidak("Naskah yang dimaksud belum dipilih.")
    if n.get("tindakan"):
        return tidak("Naskah perubahan, pencabutan, atau pembatalan tidak dicabut lagi; buat keputusan baru.")
    if n.get("status") not in ("berlaku", "diubah"):
        return tidak("Naskah itu tidak lagi berlaku atau belum ditandatangani.")
    return ya("Naskah berlaku." if n["status"] == "berlaku" else "Naskah berlaku sebagaimana telah diubah.")


def alasan_sah(jenis):
    """The rule for one act: the reason is one of those its article lists, with an explanation."""

    def t02_alasan(k):
        """UU 30/2014 Pasal 63 ayat (1), Pasal 64 ayat (1), Pasal 66 ayat (1)."""
        kata = ALASAN[jenis].get(k.isian.get("alasan") or "")
        if kata is None:
            return tidak("Alasan belum dipilih dari yang ditentukan undang-undang.")
        if not (k.isian.get("uraian") or "").strip():
            return tidak("Uraian alasan belum ditulis.")
        return ya(f"Terdapat {kata}.")

    return t02_alasan


def t03_pejabat(k):
    """UU 30/2014 Pasal 64 ayat (3), Pasal 66 ayat (3): oleh pejabat yang menetapkan, atasannya, atau pengadilan."""
    n = _naskah(k)
    if n.get("asal") == "luar":
        return tidak("Naskah ditetapkan di luar kabupaten; yang berwenang ialah pejabat penetapnya atau atasannya.")
    if not n.get("kantor"):
        return tidak("Pejabat yang menandatangani naskah semula tidak tercatat.")
    return ya("Ditandatangani pejabat yang sama dengan naskah semula.", n["kantor"])


def t04_lima_hari(k):
    """UU 30/2014 Pasal 66 ayat (4) (dan Pasal 63, 64): paling lama 5 hari kerja sejak alasannya ditemukan.

    The lapse does not make a flawed decree sound, so a late one is a matter for a person, not a refusal.
    """
    ditemukan, hari_ini = k.isian.get("ditemukan"), k.lain.get("hari_ini")
    if ditemukan is None:
        return tidak("Tanggal alasan ditemukan belum diisi.")
    if hari_ini is None or ditemukan > hari_ini:
        return tidak("Tanggal alasan ditemukan belum tiba.")
    batas = k.acuan.tambah_hari_kerja(ditemukan, BATAS_HARI_KERJA, "5")
    if hari_ini > batas:
        return perlu_diperiksa(
            f"Batas lima hari kerja lewat sejak {tulis_tanggal(batas)}; tulis sebab kelambatannya.",
            f"alasan ditemukan {tulis_tanggal(ditemukan)}",
        )
    return ya(f"Batas penetapan {tulis_tanggal(batas)}.", f"alasan ditemukan {tulis_tanggal(ditemukan)}")


def t05_tidak_bertumpu(k):
    """Kepastian hukum (UU 30/2014 Pasal 10 ayat (1)): naskah sejenis sesudahnya bertumpu pada naskah ini."""
    sesudah = _naskah(k).get("sesudah") or []
    sejenis = [s for s in sesudah if s.get("sejenis")]
    bukti = [f"{s['perihal']} {s['nomor']}" for s in (sejenis or sesudah)]
    if sejenis and not (k.isian.get("tegaskan") or "").strip():
        return tidak("Ada naskah sejenis sesudahnya yang bertumpu pada naskah ini; selesaikan atau tegaskan.", *bukti)
    if sejenis:
        return perlu_diperiksa("Naskah sejenis sesudahnya tetap berdiri menurut penegasan konseptor.", *bukti)
    if sesudah:
        return ya("Naskah sesudahnya akan ditandai perlu ditinjau.", *bukti)
    return ya("Tidak ada naskah sesudahnya yang bertumpu pada naskah ini.")


def t06_ada_perbaikan(k):
    """UU 30/2014 Pasal 63: perubahan memuat data yang diperbaiki."""
    kini = _naskah(k).get("kini") or {}
    beda = [nama for nama in kini if k.isian.get(nama) not in (None, "") and k.isian[nama] != kini[nama]]
    return ya("Ada data yang diperbaiki.") if beda else tidak("Belum ada data yang diperbaiki.")


def t07_akibat_menurut_cacat(k):
    """UU 30/2014 Pasal 70 ayat (2): cacat wewenang, dianggap tidak pernah ada.

    Pasal 66 ayat (4), Pasal 71 ayat (2): cacat prosedur atau substansi, berakhir sejak pembatalan.
    """
    alasan, cara = k.isian.get("alasan"), k.isian.get("cara")
    if alasan not in ALASAN[BATAL] or cara not in (SURUT, SEJAK):
        return tidak("Alasan atau akibat pembatalan belum dipilih.")
    if alasan == "wewenang":
        if cara == SEJAK:
            return tidak("Keputusan yang cacat wewenang tidak mengikat sejak ditetapkan (Pasal 70 ayat (2)).")
        return ya("Segala akibat hukumnya dianggap tidak pernah ada.")
    if cara == SURUT:
        return perlu_diperiksa(
            "Cacat prosedur atau substansi berakhir sejak dibatalkan (Pasal 71 ayat (2)); tulis dasar berlaku surut."
        )
    return ya("Berakhir sejak tanggal keputusan pembatalan.")


def t08_tmt_cabut(k):
    """UU 30/2014 Pasal 64 ayat (4): pencabutan berlaku ke depan, sejak tanggal ditetapkan."""
    semula, hari_ini, tmt = _naskah(k).get("tmt"), k.lain.get("hari_ini"), k.isian.get("tmt")
    if tmt is None or semula is None:
        return tidak("Tanggal mulai pencabutan belum diisi.")
    if tmt < semula:
        return tidak(f"Pencabutan tidak mendahului TMT naskah semula, {tulis_tanggal(semula)}.")
    if hari_ini is not None and tmt < hari_ini:
        return perlu_diperiksa("Pencabutan berlaku sejak ditetapkan; tulis dasar berlaku surutnya.")
    return ya(f"Berlaku mulai {tulis_tanggal(tmt)}.")
