"""Fungsi kasus kepangkatan: periode, penetap, angka kredit, pengabdian, masa kerja. The law stands in ``aturan/``."""

from datetime import date, timedelta

from kepangkatan import kasus_duk  # noqa: F401 - registers its function
from kepangkatan.aturan import angka_kredit as ak, masa_kerja, periode, struktural
from kepegawaian.aturan import mkg_setelah_kp
from layanan import aturan_pengabdian as pengabdian
from layanan.katalog import fungsi_kasus
from layanan.profil_kasus import susun_profil, tanggal_iso


@fungsi_kasus("periode_kp")
def periode_kp(*, acuan, tmt_usul: date | str, jenis: str = "REG"):
    """PP 99/2000; PerBKN 4/2023; PerBKN 4/2025 (KP-U02): apakah TMT itu periode kenaikan pangkat.

    jenis ANU dan PGB tidak terikat periode (T-09). harapan: periode_sah, gagal [kode], paling_cepat (TMT sah
    pertama sejak tanggal itu), dasar.
    """
    tmt = tanggal_iso(tmt_usul, "tmt_usul")
    entri = acuan.bulan_kp(tmt)
    sah = jenis in ("ANU", "PGB") or periode.periode_sah(acuan, tmt)
    return {
        "periode_sah": sah,
        "gagal": ["KP-U02"] if sah is False else [],
        "paling_cepat": periode.periode_berikut(acuan, tmt),
        "dasar": entri.dasar if entri else None,
    }


@fungsi_kasus("jendela_kp")
def jendela_kp(*, acuan, tmt: date | str):
    """Praktik BKN (sebagian): hari pertama dan terakhir mengusulkan kenaikan pangkat. harapan: buka, tutup."""
    buka, tutup = periode.jendela_usul(acuan, tanggal_iso(tmt, "tmt"))
    return {"buka": buka, "tutup": tutup}


@fungsi_kasus("penetap_kp")
def penetap_kp(*, acuan, golongan_baru: str, tmt: date | str):
    """Tabel pejabat penetap KP menurut golongan baru. harapan: pejabat, kantor, dicetak."""
    entri = acuan.penetap_kp(golongan_baru, tanggal_iso(tmt, "tmt"))
    if entri is None:
        raise ValueError(f"Penetap untuk {golongan_baru} tidak ada pada tabel.")
    return {"pejabat": entri.nilai.pejabat, "kantor": entri.nilai.kantor, "dicetak": entri.nilai.dicetak}


# ── angka kredit ─────────────────────────────────────────────────────────────────────────────────────


@fungsi_kasus("ak_konversi")
def ak_konversi(*, acuan, jenjang: str, periode: list, tanggal: date | str = "2026-01-01"):
    """PerBKN 3/2023 (T-10): angka kredit dari [{predikat, bulan}], tiap periode dibulatkan dua desimal lalu dijumlah.

    harapan: tiap [angka], jumlah.
    """
    kode, per = ak.kode_jenjang(jenjang), tanggal_iso(tanggal, "tanggal")
    hasil = [ak.konversi(acuan, kode, x["predikat"], x.get("bulan", 12), per) for x in periode]
    if None in hasil:
        raise ValueError("Predikat atau jenjang tidak dikenal.")
    return {"tiap": [h.jumlah for h in hasil], "jumlah": sum(h.jumlah for h in hasil)}


@fungsi_kasus("ak_perpindahan")
def ak_perpindahan(
    *, acuan, jenjang: str, golongan: str, predikat: str = "Baik", tahun: int = 0, puncak: bool = False,
    tanggal: date | str = "2026-01-01",
):  # fmt: skip
    """PerBKN 3/2023 Lampiran II: angka kredit orang yang masuk sebuah jenjang dari jabatan lain.

    tahun: tahun penuh dalam pangkat; puncak: pangkat puncak jabatan administrasi (paling banyak 3 tahun dihitung).
    harapan: ak_dasar, ak_masa_kepangkatan, jumlah.
    """
    hasil = ak.ak_perpindahan(
        acuan, ak.kode_jenjang(jenjang), golongan, predikat, tahun, tanggal_iso(tanggal, "tanggal"), puncak=puncak
    )
    if hasil is None:
        raise ValueError("Jenjang, golongan, atau predikat tidak dikenal.")
    return {"ak_dasar": hasil[0], "ak_masa_kepangkatan": hasil[1], "jumlah": sum(hasil)}


@fungsi_kasus("ak_kebutuhan")
def ak_kebutuhan(*, acuan, jenjang: str, golongan: str, tanggal: date | str = "2026-01-01"):
    """PermenPANRB 1/2023: angka kredit kumulatif untuk pangkat dan jenjang berikut. harapan: pangkat, jenjang, berikut."""
    kode, per = ak.kode_jenjang(jenjang), tanggal_iso(tanggal, "tanggal")
    berikut = ak.jenjang_berikut(acuan, kode, per)
    return {
        "pangkat": ak.kebutuhan_pangkat(acuan, kode, golongan, per),
        "jenjang": ak.kebutuhan_jenjang(acuan, kode, per),
        "berikut": ak.sebut_jenjang(berikut) if berikut else None,
    }


# ── struktural, pengabdian, masa kerja ─────────────────────────────────────────────────────


@fungsi_kasus("jalur_struktural")
def jalur_struktural(*, acuan, profil: dict, tanggal: date | str):
    """PP 99/2000 Ps. 10-12; T-09: jalur KP struktural, awal masa jabatan, dan TMT paling cepat menurut waktu.

    harapan: jalur (STR-A, STR-B, di bawah jenjang), mulai_jabatan, tmt.
    """
    p = susun_profil(profil, tanggal_iso(tanggal, "tanggal"), acuan)
    return {
        "jalur": struktural.jalur(p, acuan),
        "mulai_jabatan": struktural.mulai_jabatan(p),
        "tmt": struktural.tmt_struktural(p, acuan),
    }


@fungsi_kasus("tmt_pengabdian")
def tmt_pengabdian(*, acuan, sebab: str, kejadian: date | str | None = None, tmt_pensiun: date | str | None = None):
    """PP 99/2000 Ps. 27: TMT kenaikan pangkat pengabdian (sebab bup, meninggal, cacat). harapan: tanggal."""
    return pengabdian.tmt_pengabdian(sebab, tanggal_iso(kejadian, "kejadian"), tanggal_iso(tmt_pensiun, "tmt_pensiun"))


@fungsi_kasus("tanggal_tewas")
def tanggal_tewas(*, acuan, tewas: date | str):
    """PP 98/2000 Ps. 17; PP 99/2000 Ps. 23; T-13 (KP-A02). harapan: pns_tmt, anumerta_tmt, pensiun_tmt."""
    hasil = pengabdian.tanggal_tewas(tanggal_iso(tewas, "tewas"))
    return {"pns_tmt": hasil.pns, "anumerta_tmt": hasil.anumerta, "pensiun_tmt": hasil.pensiun}


@fungsi_kasus("pmk")
def pmk(*, acuan, pengalaman: list):
    """PP 11/2002 (T-14): masa kerja swasta berbadan hukum yang diakui dari [{dari, sampai}] (sampai: hari terakhir).

    harapan: bulan.
    """
    masa = [
        (tanggal_iso(x["dari"], "dari"), tanggal_iso(x["sampai"], "sampai") + timedelta(days=1)) for x in pengalaman
    ]
    return {"bulan": masa_kerja.diakui(masa)}


@fungsi_kasus("mkg_lompat")
def mkg_lompat(*, acuan, golongan_lama: str, golongan_baru: str, mkg_lama: int):
    """PP 99/2000: MKG (bulan) sesudah naik beberapa tingkat sekaligus (penyesuaian ijazah). harapan: bulan."""
    return mkg_setelah_kp(mkg_lama, acuan.golongan(golongan_lama).urutan, acuan.golongan(golongan_baru).urutan)
