"""Formulir kasus disiplin sesudah keputusan: penyampaian, upaya administratif, putusannya, dan dokumentasi."""

from django import forms

from disiplin import aturan, syarat
from disiplin.forms import JENIS, FormKasus, hari, tanggal, teks
from disiplin.tabel import jenis_hukuman, kecil
from kepegawaian.aturan import tulis_tanggal


def diterima(konteks):
    """The day the SK was received, by hand or at the known address, or None."""
    for langkah in ("penyampaian", "pengiriman"):
        if terima := hari((konteks.langkah.get(langkah) or {}).get("tanggal_terima")):
            return terima
    return None


class PenyampaianForm(FormKasus):
    """Handed over in person, closed; or he did not come and it is sent."""

    tanggal_terima = tanggal("Diterima tanggal", required=False)
    tempat = forms.CharField(label="Tempat penyampaian", max_length=160, required=False)

    def clean(self):
        """A receipt has its date, not before the SK."""
        isi = super().clean()
        if isi.get("hasil") == "disampaikan":
            if not isi.get("tanggal_terima"):
                self.add_error("tanggal_terima", "Isi tanggal yang bersangkutan menerima keputusan.")
            _sesudah_sk(self, "tanggal_terima")
            self.belum_tiba("tanggal_terima", "Tanggal terima")
        else:
            isi["tanggal_terima"] = None
        return isi


def _sesudah_sk(form, medan):
    sk, nilai = form.konteks and form.konteks.lain.get("tanggal_sk"), form.cleaned_data.get(medan)
    if sk and nilai and nilai < sk:
        form.add_error(medan, f"SK baru tertanggal {tulis_tanggal(sk)}.")


class PengirimanForm(FormKasus):
    """Sent to the known address; receipt there counts as receipt (T-03)."""

    tanggal_kirim = tanggal("Dikirim tanggal")
    alamat = forms.CharField(label="Alamat terakhir yang diketahui", max_length=200)
    resi = forms.CharField(label="Nomor resi atau bukti kirim", max_length=80)
    tanggal_terima = tanggal("Diterima di alamat itu tanggal")

    def clean(self):
        """Sent before received, both in the past."""
        isi = super().clean()
        _sesudah_sk(self, "tanggal_kirim")
        self.belum_tiba("tanggal_terima", "Tanggal terima")
        if isi.get("tanggal_kirim") and isi.get("tanggal_terima") and isi["tanggal_terima"] < isi["tanggal_kirim"]:
            self.add_error("tanggal_terima", "Diterima tidak mendahului dikirim.")
        return isi


class UpayaForm(FormKasus):
    """Was keberatan or banding filed in time? Late filing is not accepted (PP 79/2021)."""

    nomor_surat = forms.CharField(label="Nomor surat pengajuan", max_length=100, required=False)
    tanggal_ajuan = tanggal("Diajukan tanggal", required=False)

    def clean(self):
        """The path is that of the kind; nothing is closed before the last day to file."""
        isi = super().clean()
        if self.errors or self.konteks is None:
            return isi
        terima, sk = diterima(self.konteks), self.konteks.lain.get("tanggal_sk")
        kode = syarat.putusan(self.konteks).get("jenis")
        if not (terima and sk and kode):
            return isi
        jalur, batas = aturan.batas_upaya(self.konteks.acuan, kode, tanggal_sk=sk, diterima=terima)
        if isi["hasil"] == "tidak_ada":
            if self.kini <= batas:
                self.add_error(
                    None, f"Masih dapat diajukan sampai {tulis_tanggal(batas)}; tutup langkah ini sesudahnya."
                )
            return isi
        if isi["hasil"] != jalur:
            self.add_error("hasil", f"Terhadap {kecil(jenis_hukuman()[kode].nama)} jalurnya {jalur}.")
        if not isi.get("tanggal_ajuan"):
            self.add_error("tanggal_ajuan", "Isi tanggal surat pengajuannya diterima.")
        elif isi["tanggal_ajuan"] > batas:
            self.add_error(
                "tanggal_ajuan", f"Lewat batas {tulis_tanggal(batas)}, sehingga tidak dapat diterima (PP 79/2021)."
            )
        self.belum_tiba("tanggal_ajuan", "Tanggal pengajuan")
        return isi


class PutusanForm(FormKasus):
    """The answer to keberatan or banding, as it came."""

    HASIL = (
        ("dikuatkan", "Dikuatkan"),
        ("diubah", "Diringankan, diperberat, atau diubah"),
        ("dibatalkan", "Dibatalkan"),
    )
    hasil = forms.ChoiceField(label="Putusan", choices=HASIL, widget=forms.RadioSelect)
    nomor_putusan = forms.CharField(label="Nomor putusan", max_length=100)
    tanggal_putusan = tanggal("Tanggal putusan")
    jenis_baru = forms.ChoiceField(label="Jenis hukuman menurut putusan", choices=(("", "-"), *JENIS), required=False)
    mulai = tanggal("Berlaku menurut putusan sejak", required=False)
    isi_putusan = teks("Isi putusan", baris=2, maks=600, required=False)

    def clean(self):
        """A changed penalty is named; what stands has its day."""
        isi = super().clean()
        self.belum_tiba("tanggal_putusan", "Tanggal putusan")
        if isi.get("hasil") == "diubah" and not isi.get("jenis_baru"):
            self.add_error("jenis_baru", "Pilih jenis hukuman menurut putusan.")
        if isi.get("hasil") in ("dikuatkan", "diubah") and not isi.get("mulai"):
            self.add_error("mulai", "Isi hari hukuman berlaku menurut putusan.")
        return isi


class DokumentasiForm(FormKasus):
    """Entered into SIASN, papers kept under lock."""

    tanggal_siasn = tanggal("Tercatat pada SIASN tanggal")

    def clean(self):
        """Done already."""
        isi = super().clean()
        self.belum_tiba("tanggal_siasn", "Tanggal")
        return isi
