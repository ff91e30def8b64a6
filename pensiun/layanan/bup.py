"""Pensiun karena batas usia pensiun (BUP). Dasar: UU 20/2023 Ps. 55; PP 11/2017 Ps. 239, 305; PerBKN 3/2020.

The KP pengabdian stands in the same SK where its conditions are met (PP 99/2000 Ps. 27; T-15).
"""

from dataclasses import replace
from datetime import timedelta

from layanan import aturan_pengabdian
from layanan.katalog import TIDAK, Dasar, Konteks, Syarat, daftarkan
from layanan.sensus import Skenario
from pensiun import bahan, kerangka, rencana
from pensiun.aturan import umum
from pensiun.forms_berhenti import BupForm
from pensiun.kerangka import PBKN3, PP11, LayananBerhenti

NASKAH = bahan.templat_sk(
    "Keputusan Pemberhentian dan Pensiun karena Batas Usia Pensiun",
    "bahwa Pegawai Negeri Sipil yang namanya tersebut dalam keputusan ini telah mencapai batas usia pensiun, sehingga perlu "
    "diberhentikan dengan hormat;",
)  # fmt: skip


def layak_pengabdian(profil, tmt, acuan):
    """Does nothing forbid the KP pengabdian with a pension on ``tmt``, and has he not been given one already?"""
    if tmt is None or profil.jenis_kp == "PGB" or acuan.golongan_berikut(profil.golongan) is None:
        return False
    k = rencana.konteks_pengabdian(Konteks(profil, {"pengabdian": "ya"}, tmt, acuan), "BUP")
    kode = aturan_pengabdian.syarat_berlaku(k)
    return all(
        s.periksa(Konteks(profil, {}, tmt, acuan)).jawaban != TIDAK for s in PensiunBup.syarat if s.kode in kode
    )


@daftarkan
class PensiunBup(LayananBerhenti):
    """Retirement at the age of the post."""

    slug = "pensiun-bup"
    nama = "Pensiun Batas Usia Pensiun"
    uraian = "Pemberhentian dengan hormat dan pensiun bagi PNS yang mencapai batas usia pensiun jabatannya."
    dasar = (Dasar("UU 20/2023", "Pasal 55"), Dasar(PP11, "Pasal 239"), PBKN3)
    jenis = "BUP"
    sebab_berhenti = "mencapai batas usia pensiun"
    form = BupForm
    naskah = NASKAH
    syarat = (
        kerangka.syarat_umum("BUP"),
        Syarat("BUP-1", "Mencapai batas usia pensiun pada TMT-nya", Dasar("UU 20/2023", "Pasal 55"), umum.bup1_tmt,
               dasar_lain=(Dasar(PP11, "Pasal 239"),)),
        *kerangka.syarat_hak("BUP"),
        *kerangka.syarat_pengabdian("BUP", "KP-P01", "KP-P02", "KP-P03", "KP-P04", "KP-P05"),
    )  # fmt: skip
    dokumen = kerangka.dokumen_pensiun()
    alur = kerangka.alur_berhenti(NASKAH)

    def isian_awal(self, profil, tanggal, acuan):
        """The TMT of his age, the KP when it is his, no pension when his years are too few."""
        tmt = profil.tmt_pensiun
        k = Konteks(profil, {}, tmt or tanggal, acuan)
        return {
            "tmt": tmt, "pengabdian": "ya" if layak_pengabdian(profil, tmt, acuan) else "tidak", "alamat": "",
            "tanpa_hak": umum.berhak(k, "BUP") is False,
        }  # fmt: skip

    def skenario_sensus(self, tanggal):
        """On the first of next month with the KP, for who has just risen too; knowingly without; on the day of his age."""
        awal = (tanggal.replace(day=1) + timedelta(days=32)).replace(day=1)
        kp, tanpa = {"pengabdian": "ya"}, {"pengabdian": "tidak", "tanpa_hak": True}
        return [
            Skenario("bulan depan", awal, isian=lambda p, a: kp, maks=600),
            Skenario("baru naik pangkat", awal, isian=lambda p, a: kp, maks=400, andai=_baru_naik(tanggal)),
            Skenario("tanpa hak", awal, isian=lambda p, a: tanpa, maks=300),
            Skenario("pada TMT-nya", awal, isian=lambda p, a: kp, maks=300, andai=_pada_tmt(awal)),
        ]


def _pada_tmt(tmt):
    return lambda p: replace(p, tmt_pensiun=tmt)


def _baru_naik(tanggal):
    return lambda p: replace(p, tmt_pangkat=tanggal)
