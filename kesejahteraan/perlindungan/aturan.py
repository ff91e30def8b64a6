"""Syarat klaim JKK dan JKM (PLD-1..3) dan bantuan hukum (BH-01, BH-02). Pure: no Django, no clock.

Law: PP 70/2015 jo. PP 66/2017; PerBKN 4/2020; PP 11/2017 Ps. 308. ``k.tanggal`` is the day of the accident, of the death,
or of the event a case is about.
"""

from kepegawaian.aturan import tulis_tanggal
from kesejahteraan.perlindungan.manfaat import TEWAS, ahli_waris
from layanan.katalog import perlu_diperiksa, tidak, ya

# Accidents that need no order to travel or to work.
TANPA_TUGAS = ("perjalanan", "pak")
LAIN = "lain"
LENGKAPI = "Lampirkan laporan kejadian dan surat tugas."


def pld1_laporan(k):
    """PerBKN 4/2020 (batas: asumsi): reported in time with kronologis, saksi and surat tugas."""
    isi = k.isian
    kejadian, lapor = isi.get("tmt"), isi.get("tanggal_lapor")
    kosong = [
        nama
        for kunci, nama in (("kronologis", "kronologis"), ("saksi", "saksi"))
        if not (isi.get(kunci) or "").strip()
    ]
    if kosong or lapor is None or kejadian is None:
        return tidak(LENGKAPI, *(f"{nama} belum ditulis" for nama in kosong))
    if not (isi.get("nomor_surat_tugas") or "").strip():
        if isi.get("peristiwa") in TANPA_TUGAS:
            return perlu_diperiksa("Tanpa surat tugas; jadwal kerja atau bukti hubungan kerjanya dilihat.")
        return tidak(LENGKAPI, "surat tugas belum ada")
    jam, lewat = k.acuan.setelan("jkk_lapor_jam", k.tanggal), (lapor - kejadian).days
    bukti = f"kejadian {tulis_tanggal(kejadian)}, dilaporkan {tulis_tanggal(lapor)}"
    if lewat < 0:
        return tidak("Tanggal laporan mendahului kejadiannya.", bukti)
    if lewat * 24 > jam:
        return perlu_diperiksa(
            f"Dilaporkan {lewat} hari sesudah kejadian; batas {jam} jam. Tulis sebab kelambatannya.", bukti
        )
    return ya("Dilaporkan pada waktunya dengan kronologis, saksi, dan surat tugas.", bukti)


def pld2_penetapan(k):
    """PerBKN 4/2020: BKN determines the accident at work or the tewas before Taspen pays."""
    jawab = k.langkah.get("penetapan_bkn") or k.lain.get("penetapan_bkn") or {}
    nomor = jawab.get("nomor_penetapan") or k.isian.get("nomor_penetapan")
    if jawab.get("hasil") == "bukan":
        return tidak("BKN menetapkan bukan kecelakaan kerja.", nomor or "")
    if nomor:
        return ya("Sudah ditetapkan BKN.", f"nomor {nomor}")
    return perlu_diperiksa("Menunggu penetapan BKN.")


def pld3_ahli_waris(k):
    """PP 70/2015: heirs in the order janda/duda, anak, orang tua, ahli waris; of a living participant himself."""
    if k.isian.get("keadaan") not in (None, TEWAS):
        return ya("Diterima pegawainya sendiri.")
    penerima, (urutan, berhak) = k.isian.get("penerima") or "", ahli_waris(k.profil.tanggungan)
    if berhak:
        satu = next((t for t in berhak if t.anggota == penerima), None)
        if satu is None:
            return tidak(
                "Ahli waris tidak lengkap.", f"yang berhak lebih dahulu {urutan}: " + ", ".join(t.nama for t in berhak)
            )
        if len(berhak) > 1:
            return perlu_diperiksa(
                f"Ada {len(berhak)} {urutan}; surat keterangan ahli waris menyebut bagiannya.", satu.nama
            )
        return ya(f"Penerima {satu.nama}, {urutan}.")
    if penerima == LAIN and (k.isian.get("ahli_waris") or "").strip():
        return perlu_diperiksa("Keluarga tidak tercatat; surat keterangan ahli waris dilihat.", k.isian["ahli_waris"])
    return tidak("Ahli waris tidak lengkap.")


def bh01_karena_tugas(k):
    """PP 11/2017 Ps. 308: the case arises from the duties of the post."""
    jawab = k.isian.get("karena_tugas")
    if jawab == "ya":
        return ya("Perkara timbul dari pelaksanaan tugas jabatan.", k.isian.get("kaitan_tugas") or "")
    if jawab == "tidak":
        return tidak("Perkara tidak terkait pelaksanaan tugas.")
    return perlu_diperiksa("Keterkaitan perkara dengan pelaksanaan tugas belum diketahui.")


def bh02_asn(k):
    """PP 11/2017 Ps. 308 (sebagian): still ASN, or ASN when it happened; the profile is that of the day of the event."""
    if k.profil.status is None:
        return perlu_diperiksa("Status kepegawaian pada saat peristiwa belum tercatat.")
    if k.profil.berhenti:
        return tidak("Bukan ASN lagi pada saat peristiwa itu terjadi.", k.profil.kedudukan_nama or "")
    return ya(f"Berstatus {k.profil.status} pada {tulis_tanggal(k.tanggal)}.")
