"""Impor kinerja periodik dari e-Kinerja BKN, a list of ``kepegawaian.impor.daftar``: berkas → pratinjau → terapkan, batalkan.

A row a person and masa. A masa the portal itself has set is not replaced. The yearly predikat goes through
``kepegawaian.impor`` (sheet RW SKP), which knows BKN's headings and codes.

    IMPOR.unggah(berkas, nama, per_tanggal, oleh, alamat="") -> BatchImpor   raises BerkasDitolak
    IMPOR.baca, .terapkan, .batalkan, .galat_xlsx, .tertinggal
"""

from calendar import monthrange
from datetime import date

from django.utils import timezone

from eperformance import aturan
from kepegawaian.impor import sel
from kepegawaian.impor.daftar import ImporDaftar
from kepegawaian.impor.padanan import PREDIKAT_SIASN, RATING_SIASN
from kepegawaian.impor.rujukan import baku
from kepegawaian.impor.sel import SelSalah
from kepegawaian.models import KinerjaPeriodik

JENIS = "kinerja"
# As BKN's service names them; headings are matched in capitals, blanks and underscores aside.
KOLOM = {
    "NIP": "nip", "TAHUN": "tahun", "PERIODIKID": "periodik", "BULANMULAIPENILAIAN": "bulan_mulai",
    "BULANSELESAIPENILAIAN": "bulan_selesai", "TAHUNMULAIPENILAIAN": "tahun_mulai",
    "TAHUNSELESAIPENILAIAN": "tahun_selesai", "HASILKINERJANILAI": "hasil_kerja", "PERILAKUKERJANILAI": "perilaku",
    "KUADRANKINERJANILAI": "predikat", "PENILAINAMA": "penilai_nama", "PENILAINIPNRP": "penilai_nip",
}  # fmt: skip
WAJIB = ("NIP", "PERIODIKID", "KUADRANKINERJANILAI")
SINONIM = {
    "NIP BARU": "NIP", "PERIODIK ID": "PERIODIKID", "PERIODIK": "PERIODIKID", "PERIODIKNAMA": "PERIODIKID",
    "BULAN MULAI PENILAIAN": "BULANMULAIPENILAIAN", "BULAN MULAI": "BULANMULAIPENILAIAN",
    "BULANMULAIPENILAN": "BULANMULAIPENILAIAN", "BULAN SELESAI PENILAIAN": "BULANSELESAIPENILAIAN",
    "BULAN SELESAI": "BULANSELESAIPENILAIAN", "BULANSELESAIPENILAN": "BULANSELESAIPENILAIAN",
    "TAHUN MULAI PENILAIAN": "TAHUNMULAIPENILAIAN", "TAHUN SELESAI PENILAIAN": "TAHUNSELESAIPENILAIAN",
    "HASIL KINERJA NILAI": "HASILKINERJANILAI", "HASILKINERJA": "HASILKINERJANILAI", "HASIL KERJA": "HASILKINERJANILAI",
    "PERILAKU KERJA NILAI": "PERILAKUKERJANILAI", "PERILAKUKERJA": "PERILAKUKERJANILAI", "PERILAKU": "PERILAKUKERJANILAI",
    "KUADRAN KINERJA NILAI": "KUADRANKINERJANILAI", "KUADRANKINERJA": "KUADRANKINERJANILAI",
    "KUADRANNILAI": "KUADRANKINERJANILAI", "PREDIKAT": "KUADRANKINERJANILAI", "NAMAPENILAI": "PENILAINAMA",
    "PENILAI NAMA": "PENILAINAMA", "PENILAI NIP": "PENILAINIPNRP", "NIPNRPPENILAI": "PENILAINIPNRP",
}  # fmt: skip
TANPA_KOLOM = "Berkas tidak mempunyai kolom NIP, periodikId, dan kuadranKinerjaNilai; pakai berkas kinerja periodik e-Kinerja BKN."
PERIODIK = {"1": "1", "BULANAN": "1", "BULAN": "1", "2": "2", "TRIWULAN": "2", "TRIWULANAN": "2"}
PANJANG = {"1": 1, "2": 3}  # months
SEBUTAN = {
    "tahun": "Tahun", "periodik": "Periodik", "mulai": "Mulai", "sampai": "Sampai", "hasil_kerja": "Hasil kerja",
    "perilaku": "Perilaku", "predikat": "Predikat", "penilai_nama": "Penilai", "penilai_nip": "NIP penilai",
}  # fmt: skip


def _pilih(peta, sebut):
    def pembaca(nilai):
        isi = sel.teks(nilai)
        if isi is None:
            return None
        if (hasil := peta.get(baku(isi))) is None:
            raise SelSalah(f"“{isi[:30]}” bukan {sebut}", "Tulis kode SIASN atau katanya.")
        return hasil

    return pembaca


def _tahun(nilai):
    return sel.tahun(nilai)[0]


_PEMBACA = {
    "nip": sel.nip, "tahun": _tahun, "tahun_mulai": _tahun, "tahun_selesai": _tahun,
    "bulan_mulai": lambda x: sel.bulat(x, 12), "bulan_selesai": lambda x: sel.bulat(x, 12),
    "periodik": _pilih(PERIODIK, "periodik (1 bulanan, 2 triwulan)"), "hasil_kerja": _pilih(RATING_SIASN, "rating 1–3"),
    "perilaku": _pilih(RATING_SIASN, "rating 1–3"), "predikat": _pilih(PREDIKAT_SIASN, "predikat 1–5"),
    "penilai_nama": lambda x: (sel.teks(x) or "")[:160], "penilai_nip": lambda x: (sel.nomor(x) or "")[:18],
}  # fmt: skip


def _masa(b, n):
    """First and last day of the masa; ``mulai`` and ``sampai`` as ISO dates."""
    tahun = n["tahun_mulai"] or n["tahun"]
    akhir = n["bulan_selesai"] or n["bulan_mulai"] + PANJANG[n["periodik"]] - 1
    tahun_akhir = n["tahun_selesai"] or tahun
    if tahun is None:
        b.tolak("TAHUN", "tahun kosong", "Isi tahun dengan empat angka.")
        return
    if not 1 <= n["bulan_mulai"] <= 12 or not 1 <= akhir <= 12 or (tahun_akhir, akhir) < (tahun, n["bulan_mulai"]):
        b.tolak(
            "BULANSELESAIPENILAIAN", "bulan selesai mendahului bulan mulai, atau di luar 1–12", "Periksa bulannya."
        )
        return
    if (tahun_akhir - tahun) * 12 + akhir - n["bulan_mulai"] + 1 > PANJANG[n["periodik"]]:
        b.tolak(
            "BULANSELESAIPENILAIAN",
            "masanya lebih panjang daripada periodiknya",
            "Bulanan satu bulan, triwulan tiga bulan.",
        )
        return
    mulai = date(tahun, n["bulan_mulai"], 1)
    sampai = date(tahun_akhir, akhir, monthrange(tahun_akhir, akhir)[1])
    if sampai > timezone.localdate():
        b.tolak("BULANSELESAIPENILAIAN", "masanya belum berakhir", "Periksa bulan dan tahunnya.")
    n |= {"tahun": n["tahun"] or tahun, "mulai": mulai.isoformat(), "sampai": sampai.isoformat()}


def _periksa_predikat(b, n):
    """Permen PANRB 6/2022: where both ratings are given the predikat follows from them."""
    kode = {v: k for k, v in aturan.RATING.items()}
    mestinya = aturan.predikat(kode.get(n["hasil_kerja"]), kode.get(n["perilaku"]))
    if mestinya and mestinya != n["predikat"]:
        b.tolak(
            "KUADRANKINERJANILAI", f"kedua ratingnya memberi {mestinya}, bukan {n['predikat']} (PermenPANRB 6/2022)",
            "Periksa rating atau predikatnya.",
        )  # fmt: skip


def _iso(nilai):
    return nilai.isoformat() if isinstance(nilai, date) else nilai


class ImporKinerja(ImporDaftar):
    """Predikat of a month or a quarter."""

    jenis, judul = JENIS, "Kinerja periodik"
    kolom, wajib, sinonim, tanpa_kolom = KOLOM, WAJIB, SINONIM, TANPA_KOLOM
    kolom_ganda, sebutan_ganda = "PERIODIKID", "Masa ini"
    model = KinerjaPeriodik

    def baca_baris(self, b, baca, batch):
        """One row with clean values, or with its errors."""
        n = {nama: baca(kolom, _PEMBACA[nama]) for kolom, nama in KOLOM.items()}
        b.nip = n.pop("nip") or ""
        for kolom, nama in (("NIP", "nip"), ("PERIODIKID", "periodik"), ("KUADRANKINERJANILAI", "predikat"), ("BULANMULAIPENILAIAN", "bulan_mulai")):  # fmt: skip
            kosong = not b.nip if nama == "nip" else n[nama] is None
            if kosong and not any(g["kolom"] == kolom for g in b.galat):
                b.tolak(kolom, f"{kolom} kosong", f"Isi {kolom}.")
        if not b.galat:
            _masa(b, n)
        if not b.galat:
            _periksa_predikat(b, n)
        b.nilai = {k: n.get(k) or "" for k in SEBUTAN}

    def kunci(self, nilai):
        """A masa by its kind and first day."""
        return nilai["periodik"], nilai["mulai"]

    def kunci_baris(self, r):
        """As ``kunci``."""
        return r.periodik, r.mulai.isoformat()

    def dilindungi(self, lama):
        """What the portal has set for a masa stands."""
        return lama.skp is not None

    def banding(self, b, lama):
        """Beside the KinerjaPeriodik that stands."""
        if self.dilindungi(lama):
            if lama.predikat == b.nilai["predikat"]:
                b.hasil = "sama"
            else:
                b.tolak(
                    "KUADRANKINERJANILAI", f"masa ini ditetapkan pada portal: {lama.predikat}",
                    "Yang ditetapkan pada portal tidak diganti impor; perbaiki di e-Kinerja BKN, atau hapus baris ini.",
                )  # fmt: skip
            return
        ada = {n: str(_iso(getattr(lama, n))) for n in SEBUTAN}
        beda = [n for n in SEBUTAN if ada[n] != str(b.nilai[n])]
        b.hasil = "berubah" if beda else "sama"
        b.perubahan = [{"kolom": SEBUTAN[n], "lama": ada[n], "baru": str(b.nilai[n])} for n in beda]


IMPOR = ImporKinerja()
