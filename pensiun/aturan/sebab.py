"""Syarat tiap sebab pemberhentian (BHT-02 dan seterusnya) dan TMT yang mengikutinya. Pure.

Law: PP 11/2017 Ps. 241-254, 276-280; PP 94/2021 Ps. 8; PP 49/2018 Ps. 52-53; keputusan-tafsir T-08, T-13. What happened is
recorded on the form by the official; nothing of it is derived from a story.
"""

from datetime import timedelta

from kepegawaian.aturan import awal_bulan_berikut, tambah_bulan, tulis_tanggal
from layanan.katalog import perlu_diperiksa, tidak, ya
from pensiun.aturan.umum import BANDING

BERHENTI_BERAT = ("B3", "B3C")
DITAHAN, CPNS_GAGAL = "ditahan", "CPNS_GAGAL"
# Kinds of a crime: (a term of imprisonment is asked for, planned or not, None: either).
PIDANA = {"PIDANA_PDHTAPS": (True, "tidak"), "PTDH_BERENCANA": (True, "ya"), "PTDH_JABATAN": (False, None)}


def akhir_bulan(hari):
    """Last day of the month of a date."""
    return awal_bulan_berikut(hari) - timedelta(days=1)


def tmt_meninggal(hari):
    """T-13: the pension begins on the first of the month after the death, without a gap."""
    return awal_bulan_berikut(hari)


def tmt_sementara(sebab, hari):
    """PP 11/2017 Ps. 276-280 (sebagian): of one who is held, the end of that month; else the day of the appointment."""
    return akhir_bulan(hari) if sebab == DITAHAN else hari


def bht02_meninggal(k):
    """PP 11/2017 Ps. 243; T-13: the day he died is recorded, and the TMT is the first of the next month (BHT-02)."""
    hari = k.isian.get("tanggal_kejadian")
    if hari is None:
        return perlu_diperiksa("Tanggal meninggalnya belum dicatat.")
    benar = tmt_meninggal(hari)
    if k.tanggal != benar:
        return tidak(f"Meninggal {tulis_tanggal(hari)}; TMT-nya {tulis_tanggal(benar)}.", paling_cepat=benar)
    return ya(f"Meninggal {tulis_tanggal(hari)}.", k.isian.get("nomor_bukti") or "")


def bht04_kesehatan(k):
    """PP 11/2017 Ps. 242; UU 11/1969 Ps. 9: what the Tim Penguji Kesehatan found is the kind asked for (BHT-04)."""
    hasil, jenis = k.isian.get("hasil_uji"), k.isian.get("jenis")
    if not hasil:
        return perlu_diperiksa("Hasil Tim Penguji Kesehatan belum dicatat.")
    if hasil == "cakap":
        return tidak("Tim Penguji Kesehatan menyatakan masih cakap.")
    if hasil != {"TIDAK_CAKAP_DINAS": "dinas", "TIDAK_CAKAP": "bukan"}.get(jenis):
        return tidak("Jenis pemberhentiannya tidak sesuai dengan hasil Tim Penguji Kesehatan.")
    return ya(
        "Dinyatakan tidak cakap jasmani atau rohani oleh Tim Penguji Kesehatan.", k.isian.get("nomor_bukti") or ""
    )


def bht05_penataan(k):
    """PP 11/2017 Ps. 241: his post falls away by a decree on the organisation (BHT-05)."""
    jawab = k.isian.get("terkena")
    if not jawab:
        return perlu_diperiksa("Belum dicatat apakah jabatannya terkena penataan organisasi.")
    if jawab != "ya":
        return tidak("Jabatannya tidak terkena penataan organisasi.")
    return ya("Jabatannya terkena penataan organisasi.", k.isian.get("nomor_bukti") or "")


def bht06_putusan(k):
    """PP 11/2017 Ps. 247-252: a final judgment of the kind that is asked for; TMT the end of its month (BHT-06)."""
    jenis, hari = k.isian.get("jenis"), k.isian.get("tanggal_kejadian")
    berpidana, berencana = PIDANA.get(jenis, (False, None))
    if hari is None:
        return perlu_diperiksa("Tanggal putusan berkekuatan hukum tetap belum dicatat.")
    batas = k.acuan.setelan("pidana_penjara_min_bulan", k.tanggal)
    lama = k.isian.get("lama_bulan")
    if berpidana and lama is None:
        return perlu_diperiksa("Lama pidana penjaranya belum dicatat.")
    if berpidana and lama < batas:
        return tidak(f"Pidana penjara {lama} bulan; pemberhentian mulai {batas} bulan.")
    if berencana and k.isian.get("berencana") != berencana:
        return tidak("Jenis pemberhentiannya tidak sesuai: berencana atau tidak menurut putusannya.")
    return _tmt(k, akhir_bulan(hari), f"Putusan berkekuatan hukum tetap {tulis_tanggal(hari)}.")


def _tmt(k, benar, kalimat):
    if k.tanggal != benar:
        return tidak(f"TMT-nya {tulis_tanggal(benar)}, bukan {tulis_tanggal(k.tanggal)}.", paling_cepat=benar)
    return ya(kalimat, k.isian.get("nomor_bukti") or "")


def bht07_hukdis(k):
    """PP 94/2021 Ps. 8 ayat (4); T-08: the penalty that ends his service is recorded and not under appeal (BHT-07)."""
    if k.profil.kedudukan == BANDING:
        return perlu_diperiksa("Sedang mengajukan banding administratif; tunggu putusannya.")
    for h in k.profil.hukuman:
        if h.kode in BERHENTI_BERAT and h.tmt <= k.tanggal:
            return ya(f"Hukuman disiplin berat {h.kode} TMT {tulis_tanggal(h.tmt)}.", h.nomor_sk or "")
    return tidak("Hukuman disiplin pemberhentian (B3) belum tercatat pada TMT itu.")


def hukuman_cpns(profil, acuan, tanggal):
    """PP 11/2017 Ps. 36-37 (sebagian): the first penalty sedang or berat in force on ``tanggal`` that was imposed on him as
    a CPNS, or None. A CPNS so punished is dismissed as CPNS."""
    if profil.status != "CPNS":
        return None
    bukan = acuan.setelan("ip_kode_bukan_hukuman", tanggal)
    berat = (h for h in profil.hukuman if h.tingkat in ("sedang", "berat") and h.kode not in bukan)
    return next((h for h in berat if (profil.tmt_status or h.tmt) <= h.tmt <= tanggal), None)


def bht08_terbukti(k):
    """PP 11/2017 Ps. 36-37, 250, 254-255; PP 49/2018 Ps. 52-53: the official found that it is so (BHT-08).

    Of a CPNS a penalty sedang or berat on his record is proof enough: nobody has to find it again.
    """
    if k.isian.get("jenis") == CPNS_GAGAL and (h := hukuman_cpns(k.profil, k.acuan, k.tanggal)):
        kalimat = f"Dijatuhi hukuman disiplin {h.tingkat} TMT {tulis_tanggal(h.tmt)}; CPNS diberhentikan (PP 11/2017 Pasal 36-37)."
        return ya(kalimat, h.nomor_sk or "")
    jawab = k.isian.get("terbukti")
    if not jawab:
        return perlu_diperiksa("Belum dicatat apakah dasar pemberhentiannya terbukti.")
    if jawab != "ya":
        return tidak("Dasar pemberhentiannya tidak terbukti.")
    return ya("Dasar pemberhentiannya terbukti.", k.isian.get("nomor_bukti") or "")


def bht09_sementara(k):
    """PP 11/2017 Ps. 276-280: why, since when, and the TMT that follows (BHT-09)."""
    sebab, hari = k.isian.get("sebab"), k.isian.get("tanggal_kejadian")
    if not sebab or hari is None:
        return perlu_diperiksa("Sebab atau tanggalnya belum dicatat.")
    apa = "Ditahan sebagai tersangka" if sebab == DITAHAN else "Diangkat"
    return _tmt(k, tmt_sementara(sebab, hari), f"{apa} sejak {tulis_tanggal(hari)}.")


def bht10_aktif_kembali(k):
    """PP 11/2017 Ps. 276-280: he stands dismissed for a time, and its cause is over (BHT-10)."""
    p = k.profil
    if p.kedudukan is None:
        return perlu_diperiksa("Kedudukan hukum belum tercatat.")
    if p.kedudukan != "04":
        return tidak("Tidak sedang diberhentikan sementara.", p.kedudukan_nama or p.kedudukan)
    if k.isian.get("selesai") != "ya":
        return tidak("Sebab pemberhentian sementaranya belum berakhir.")
    return ya("Sebab pemberhentian sementaranya sudah berakhir.", f"sejak {tulis_tanggal(p.tmt_kedudukan)}")


def bht11_hilang(k):
    """PP 11/2017 Ps. 245 (sebagian): missing by a letter of the police; after 12 months he counts as dead (BHT-11)."""
    hari = k.isian.get("tanggal_kejadian")
    if hari is None or not k.isian.get("nomor_bukti"):
        return perlu_diperiksa("Tanggal hilang atau nomor surat keterangan kepolisian belum dicatat.")
    anggap = tambah_bulan(hari, k.acuan.setelan("hilang_dianggap_meninggal_bulan", k.tanggal))
    if k.tanggal >= anggap:
        kalimat = f"Hilang sejak {tulis_tanggal(hari)}; sejak {tulis_tanggal(anggap)} ia dianggap meninggal dunia."
        return tidak(kalimat, "ajukan pensiun janda atau duda")
    return ya(f"Hilang sejak {tulis_tanggal(hari)}; dianggap meninggal mulai {tulis_tanggal(anggap)}.")
