"""Impor nilai IP ASN resmi dari SIASN, a list of ``kepegawaian.impor.daftar``: berkas → pratinjau → terapkan, batalkan.

A row a person and year, named as the service ``nilaiipasn`` names its fields. What the portal computed is never touched.

    unggah(berkas, nama, tahun, per_tanggal, oleh, alamat="") -> BatchImpor   raises BerkasDitolak
    IMPOR.baca, .terapkan, .batalkan, .galat_xlsx, .tertinggal
"""

from decimal import Decimal

from indeks.bkn.models import NilaiResmi
from indeks.tabel import DIMENSI
from kepegawaian.impor import sel
from kepegawaian.impor.daftar import ImporDaftar
from kepegawaian.impor.sel import SelSalah

JENIS = "ip"
KOLOM = ("NIP", "TAHUN", "KUALIFIKASI", "KOMPETENSI", "KINERJA", "DISIPLIN", "SUBTOTAL", "KETERANGAN_KUALIFIKASI",
         "KETERANGAN_KOMPETENSI", "KETERANGAN_KINERJA", "KETERANGAN_DISIPLIN", "CREATED_AT")  # fmt: skip
WAJIB = ("NIP", "KUALIFIKASI", "KOMPETENSI", "KINERJA", "DISIPLIN")
SINONIM = {
    "NIP BARU": "NIP", "NIPBARU": "NIP", "TAHUN PENGUKURAN": "TAHUN", "NILAI KUALIFIKASI": "KUALIFIKASI",
    "NILAI KOMPETENSI": "KOMPETENSI", "NILAI KINERJA": "KINERJA", "NILAI DISIPLIN": "DISIPLIN", "TOTAL": "SUBTOTAL",
    "SUB TOTAL": "SUBTOTAL", "NILAI": "SUBTOTAL", "NILAI TOTAL": "SUBTOTAL", "NILAI IP ASN": "SUBTOTAL", "CREATED AT": "CREATED_AT",
    "CREATEDAT": "CREATED_AT", **{f"KETERANGAN {d.upper()}": f"KETERANGAN_{d.upper()}" for d in DIMENSI},
}  # fmt: skip
TANPA_KOLOM = "Berkas tidak mempunyai kolom NIP, KUALIFIKASI, KOMPETENSI, KINERJA, dan DISIPLIN; pakai ekspor nilai IP ASN dari SIASN."
SEBUTAN = {"tahun": "Tahun", **{d: nama for d, (nama, _) in DIMENSI.items()}, "total": "Nilai"}
TAHUN_PERTAMA = 2019


def angka(nilai, maks):
    """A score of 0..``maks`` with at most two decimals, as 15, 22.5 or "22,50"; None when the cell is empty."""
    isi = sel.desimal(nilai, 5, 2)
    if isi is not None and Decimal(isi) > maks:
        raise SelSalah(f"{_koma(isi)} lebih dari {maks}", "Periksa kolomnya; mungkin tertukar dengan dimensi lain.")
    return None if isi is None else Decimal(isi)


def _saat(nilai):
    return nilai.isoformat() if hasattr(nilai, "isoformat") else sel.teks(nilai)


def _koma(n):
    return str(n).replace(".", ",")


class ImporNilai(ImporDaftar):
    """Official values of a year."""

    jenis, judul = JENIS, "Nilai IP ASN"
    kolom, wajib, sinonim, tanpa_kolom = KOLOM, WAJIB, SINONIM, TANPA_KOLOM
    kolom_ganda, sebutan_ganda = "TAHUN", "Tahun ini"
    model, diingat = NilaiResmi, ("tahun",)

    def baca_baris(self, b, baca, batch):
        """One row with clean values, or with its errors."""
        b.nip = baca("NIP", sel.nip) or ""
        tahun_kini = batch.per_tanggal.year
        tahun = baca("TAHUN", lambda x: sel.tahun(x)[0]) or batch.ringkasan.get("tahun")
        nilai = {d: baca(d.upper(), lambda x, m=maks: angka(x, m)) for d, (_, maks) in DIMENSI.items()}
        total = baca("SUBTOTAL", lambda x: angka(x, 100))
        salah = {g["kolom"] for g in b.galat}
        for kolom, ada in (("NIP", b.nip), *((d.upper(), nilai[d] is not None) for d in DIMENSI)):
            if not ada and kolom not in salah:
                b.tolak(kolom, f"{kolom} kosong", f"Isi {kolom}; nilai yang belum ada ditulis 0.")
        if "TAHUN" not in salah and not (tahun and TAHUN_PERTAMA <= tahun <= tahun_kini):
            b.tolak("TAHUN", f"tahun {tahun or 'kosong'} tidak masuk akal",
                    f"Tahun pengukuran {TAHUN_PERTAMA}–{tahun_kini}.")  # fmt: skip
        if b.galat:
            return
        jumlah = sum(nilai.values())
        if total is not None and total != jumlah:
            b.tolak("SUBTOTAL", f"jumlah keempat dimensi {_koma(jumlah)}, bukan {_koma(total)}",
                    "Periksa baris ini pada SIASN.")  # fmt: skip
        keterangan = {d: (baca(f"KETERANGAN_{d.upper()}", sel.teks) or "")[:300] for d in DIMENSI}
        b.nilai = {
            "tahun": tahun, **{d: str(n) for d, n in nilai.items()}, "total": str(jumlah),
            "keterangan": {d: k for d, k in keterangan.items() if k}, "dihitung_bkn": (baca("CREATED_AT", _saat) or "")[:40],
        }  # fmt: skip

    def kunci(self, nilai):
        """A year."""
        return (nilai["tahun"],)

    def kunci_baris(self, r):
        """A year."""
        return (r.tahun,)

    def banding(self, b, lama):
        """Beside the NilaiResmi that stands."""
        beda = [d for d in (*DIMENSI, "total") if str(getattr(lama, d)) != b.nilai[d]]
        b.hasil = "berubah" if beda or lama.keterangan != b.nilai["keterangan"] else "sama"
        b.perubahan = [{"kolom": SEBUTAN[d], "lama": _koma(getattr(lama, d)), "baru": _koma(b.nilai[d])} for d in beda]
        if b.hasil == "berubah" and not beda:
            b.perubahan = [{"kolom": "Keterangan", "lama": "keterangan lama", "baru": "keterangan baru"}]


IMPOR = ImporNilai()


def unggah(berkas, nama, tahun, per_tanggal, oleh, *, alamat=""):
    """Keeps the file. ``tahun``: of rows that name none."""
    return IMPOR.unggah(berkas, nama, per_tanggal, oleh, ringkasan={"tahun": tahun}, alamat=alamat)
