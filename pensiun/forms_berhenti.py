"""Formulir pemberhentian, MPP, dan langkah-langkahnya. What happened is recorded here; the rules judge it."""

from datetime import timedelta

from django import forms
from django.utils import timezone

from kepegawaian.aturan import awal_bulan_berikut, tambah_bulan, tulis_tanggal
from layanan.aturan_pengabdian import HURUF
from layanan.forms_luar import hari_lalu
from pensiun.aturan import sebab as aturan_sebab

YA_TIDAK = [("", "Belum diperiksa"), ("ya", "Ya"), ("tidak", "Tidak")]
PENGABDIAN = [("tidak", "Tidak"), ("ya", "Ya, dalam SK yang sama")]


def tanggal(label, **kwargs):
    """A date with the browser's own picker."""
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}), **kwargs)


def uraian(label, **kwargs):
    """A few lines of text."""
    return forms.CharField(label=label, max_length=400, widget=forms.Textarea(attrs={"rows": 2}), **kwargs)


def pilihan_jenis(*kode):
    """Choices of kinds of pemberhentian, in their words."""
    nama = {
        "TIDAK_CAKAP_DINAS": "Tidak cakap karena menjalankan kewajiban jabatan",
        "TIDAK_CAKAP": "Tidak cakap bukan karena jabatan",
        "PIDANA_PDHTAPS": "Penjara 2 tahun atau lebih, tidak berencana (dengan hormat tidak atas permintaan sendiri)",
        "PTDH_BERENCANA": "Penjara 2 tahun atau lebih, berencana (tidak dengan hormat)",
        "PTDH_JABATAN": "Kejahatan jabatan atau yang berhubungan dengan jabatan (tidak dengan hormat)",
        "PTDH_PANCASILA": "Penyelewengan terhadap Pancasila dan UUD 1945 (tidak dengan hormat)",
        "PTDH_PARPOL": "Anggota atau pengurus partai politik (tidak dengan hormat)",
        "CALON": "Mencalonkan diri dalam pemilu atau pilkada",
        "KINERJA": "Tidak berkinerja",
        "CLTN_TDK_LAPOR": "Tidak melapor atau tidak tersalurkan setelah CLTN",
        "IJAZAH_PALSU": "Menggunakan ijazah palsu",
        "CPNS_GAGAL": "CPNS tidak memenuhi syarat diangkat PNS",
        "PPPK_BERAKHIR": "Jangka waktu perjanjian kerja berakhir",
        "PPPK_MD": "Meninggal dunia",
        "PPPK_APS": "Atas permintaan sendiri",
        "PPPK_DISIPLIN": "Pelanggaran disiplin berat atau tidak memenuhi target kinerja",
        "PPPK_PIDANA": "Dipidana, atau menyelewengkan Pancasila dan UUD 1945 (tidak dengan hormat)",
    }
    return [("", "Pilih jenis"), *((k, nama[k]) for k in kode)]


class FormBerhenti(forms.Form):
    """Base: receives the Konteks; dates of what happened do not lie ahead, and a TMT that follows is computed."""

    def __init__(self, *args, konteks=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.konteks = konteks

    def clean_tmt(self):
        """Within two years of today."""
        tmt, kini = self.cleaned_data["tmt"], self.konteks.tanggal if self.konteks else timezone.localdate()
        if tmt and not tambah_bulan(kini, -24) <= tmt <= tambah_bulan(kini, 24):
            raise forms.ValidationError("TMT terlalu jauh dari hari ini.")
        return tmt

    def clean_tanggal_kejadian(self):
        """Not ahead of today."""
        return hari_lalu(self.cleaned_data["tanggal_kejadian"], self.fields["tanggal_kejadian"].label)

    def clean(self):
        """The TMT that follows from what happened, where it is not asked for."""
        isi = super().clean()
        tmt = self.tmt_ikutan(isi)
        return isi | ({"tmt": tmt} if tmt else {})

    def tmt_ikutan(self, isi):
        """The TMT the answers lead to, or None where the form asks for it."""
        return None


TANPA_HAK = {
    "label": "Diberhentikan tanpa hak pensiun", "required": False,
    "help_text": "Ditandai hanya bila syarat hak pensiunnya tidak terpenuhi; hak tabungan hari tua tetap.",
}  # fmt: skip


class BupForm(FormBerhenti):
    """Retirement age."""

    tmt = tanggal("TMT pensiun", help_text="Tanggal 1 bulan sesudah batas usia pensiun tercapai.")
    pengabdian = forms.ChoiceField(
        label="Kenaikan pangkat pengabdian", choices=PENGABDIAN,
        help_text="Bila syaratnya terpenuhi: TMT sebulan sebelum pensiun, dan pensiun dihitung dari gaji pokok yang baru.",
    )  # fmt: skip
    alamat = forms.CharField(label="Alamat sesudah pensiun", max_length=200)
    tanpa_hak = forms.BooleanField(**TANPA_HAK)


class ApsForm(FormBerhenti):
    """His own wish."""

    tmt = tanggal("TMT berhenti", help_text="Tanggal 1 suatu bulan.")
    alasan = uraian("Alasan")
    perkara = forms.ChoiceField(
        label="Sedang menjadi tersangka atau terdakwa", choices=YA_TIDAK, required=False,
        help_text="Menurut surat pernyataannya dan keterangan perangkat daerah.",
    )  # fmt: skip
    alamat = forms.CharField(label="Alamat sesudah berhenti", max_length=200)
    tanpa_hak = forms.BooleanField(**TANPA_HAK)

    def clean_tmt(self):
        """The first of a month."""
        tmt = super().clean_tmt()
        if tmt and tmt.day != 1:
            raise forms.ValidationError("TMT berhenti ialah tanggal 1 suatu bulan.")
        return tmt


class MeninggalForm(FormBerhenti):
    """The death; of one who is missing the day from which he counts as dead."""

    tanggal_kejadian = tanggal(
        "Tanggal meninggal", help_text="Bagi yang hilang: hari ia dianggap meninggal dunia, 12 bulan sesudah hilang."
    )
    nomor_bukti = forms.CharField(label="Nomor akta atau surat kematian", max_length=100)
    pengabdian = forms.ChoiceField(
        label="Kenaikan pangkat pengabdian", choices=PENGABDIAN,
        help_text="Bila syaratnya terpenuhi: TMT tanggal meninggal.",
    )  # fmt: skip
    alamat = forms.CharField(label="Alamat ahli waris", max_length=200)
    tanpa_hak = forms.BooleanField(**TANPA_HAK | {"label": "Tanpa ahli waris yang berhak (punah)"})

    def tmt_ikutan(self, isi):
        """T-13."""
        return aturan_sebab.tmt_meninggal(isi["tanggal_kejadian"]) if isi.get("tanggal_kejadian") else None


class TewasForm(FormBerhenti):
    """Death in service, by the finding of the official that BKN has confirmed."""

    tanggal_kejadian = tanggal("Tanggal tewas")
    huruf = forms.ChoiceField(
        label="Penetapan tewas", choices=[("", "Belum dicatat"), *((x, f"Huruf {x}: {teks}") for x, teks in HURUF.items()),
                                          ("belum", "Tidak ditetapkan tewas")], required=False,
    )  # fmt: skip
    nomor_bukti = forms.CharField(label="Nomor penetapan tewas BKN", max_length=100)
    alamat = forms.CharField(label="Alamat ahli waris", max_length=200)
    tanpa_hak = forms.BooleanField(**TANPA_HAK | {"label": "Tanpa ahli waris yang berhak (punah)"})
    tmt_ikutan = MeninggalForm.tmt_ikutan


class UzurForm(FormBerhenti):
    """What the Tim Penguji Kesehatan found."""

    jenis = forms.ChoiceField(label="Jenis", choices=pilihan_jenis("TIDAK_CAKAP_DINAS", "TIDAK_CAKAP"))
    tanggal_kejadian = tanggal("Tanggal berita acara Tim Penguji Kesehatan")
    nomor_bukti = forms.CharField(label="Nomor berita acara", max_length=100)
    hasil_uji = forms.ChoiceField(
        label="Hasil Tim Penguji Kesehatan", required=False,
        choices=[("", "Belum dicatat"), ("dinas", "Tidak cakap, karena menjalankan kewajiban jabatan"),
                 ("bukan", "Tidak cakap, bukan karena jabatan"), ("cakap", "Masih cakap")],
    )  # fmt: skip
    tmt = tanggal("TMT pemberhentian")
    pengabdian = forms.ChoiceField(
        label="Kenaikan pangkat pengabdian", choices=PENGABDIAN, help_text="Bagi yang cacat karena dinas."
    )
    alamat = forms.CharField(label="Alamat sesudah berhenti", max_length=200)
    tanpa_hak = forms.BooleanField(**TANPA_HAK)


class PerampinganForm(FormBerhenti):
    """The decree on the organisation."""

    tmt = tanggal("TMT pemberhentian")
    terkena = forms.ChoiceField(label="Jabatannya terkena penataan", choices=YA_TIDAK, required=False)
    nomor_bukti = forms.CharField(label="Nomor peraturan atau keputusan penataan", max_length=100)
    alamat = forms.CharField(label="Alamat sesudah berhenti", max_length=200)
    tanpa_hak = forms.BooleanField(**TANPA_HAK)


class PidanaForm(FormBerhenti):
    """A final judgment, or what was found by examination."""

    jenis = forms.ChoiceField(
        label="Jenis",
        choices=pilihan_jenis("PIDANA_PDHTAPS", "PTDH_BERENCANA", "PTDH_JABATAN", "PTDH_PANCASILA", "PTDH_PARPOL"),
    )
    tanggal_kejadian = tanggal("Tanggal putusan berkekuatan hukum tetap, atau tanggal hasil pemeriksaan")
    nomor_bukti = forms.CharField(label="Nomor putusan atau laporan hasil pemeriksaan", max_length=100)
    lama_bulan = forms.IntegerField(
        label="Lama pidana penjara (bulan)",
        min_value=1,
        max_value=600,
        required=False,
        help_text="Bagi yang dipidana.",
    )
    berencana = forms.ChoiceField(label="Dilakukan dengan berencana menurut putusan", choices=YA_TIDAK, required=False)
    terbukti = forms.ChoiceField(
        label="Terbukti menurut hasil pemeriksaan", choices=YA_TIDAK, required=False,
        help_text="Bagi penyelewengan dan keanggotaan partai politik.",
    )  # fmt: skip
    tanpa_hak = forms.BooleanField(**TANPA_HAK)

    def tmt_ikutan(self, isi):
        """The end of the month of the judgment (sebagian)."""
        return aturan_sebab.akhir_bulan(isi["tanggal_kejadian"]) if isi.get("tanggal_kejadian") else None


class HukdisForm(FormBerhenti):
    """The penalty is on record; only its TMT and the right are asked."""

    tmt = tanggal("TMT pemberhentian", help_text="Hari berlakunya hukuman disiplin B3.")
    tanpa_hak = forms.BooleanField(**TANPA_HAK)


class LainForm(FormBerhenti):
    """Other causes, each found by the official."""

    jenis = forms.ChoiceField(
        label="Sebab", choices=pilihan_jenis("CALON", "KINERJA", "CLTN_TDK_LAPOR", "IJAZAH_PALSU", "CPNS_GAGAL")
    )
    tmt = tanggal("TMT pemberhentian")
    terbukti = forms.ChoiceField(
        label="Dasar pemberhentiannya terbukti", choices=YA_TIDAK, required=False,
        help_text="Tidak perlu diisi bagi CPNS yang hukuman disiplin sedang atau beratnya sudah tercatat.",
    )  # fmt: skip
    nomor_bukti = forms.CharField(label="Nomor surat yang menjadi bukti", max_length=100)
    tanpa_hak = forms.BooleanField(**TANPA_HAK)


class SementaraForm(FormBerhenti):
    """Why, and since when."""

    SEBAB = [("", "Pilih sebab"), ("ditahan", "Ditahan sebagai tersangka tindak pidana"),
             ("pejabat_negara", "Diangkat menjadi pejabat negara"),
             ("komisioner", "Diangkat menjadi komisioner atau anggota lembaga nonstruktural")]  # fmt: skip
    sebab = forms.ChoiceField(label="Sebab", choices=SEBAB)
    tanggal_kejadian = tanggal("Tanggal ditahan atau diangkat")
    nomor_bukti = forms.CharField(label="Nomor surat penahanan atau keputusan pengangkatan", max_length=100)

    def tmt_ikutan(self, isi):
        """End of the month in which he was held, or the day of the appointment."""
        if not (isi.get("sebab") and isi.get("tanggal_kejadian")):
            return None
        return aturan_sebab.tmt_sementara(isi["sebab"], isi["tanggal_kejadian"])


class AktifForm(FormBerhenti):
    """The cause of a pemberhentian sementara is over."""

    tmt = tanggal("Aktif kembali sejak")
    selesai = forms.ChoiceField(label="Sebab pemberhentian sementara sudah berakhir", choices=YA_TIDAK[1:])
    alasan = uraian("Uraian", help_text="Misalnya: penyidikan dihentikan, tidak terbukti, masa jabatan selesai.")
    nomor_bukti = forms.CharField(label="Nomor surat atau putusan", max_length=100)


class HilangForm(FormBerhenti):
    """Missing, by a letter of the police."""

    tanggal_kejadian = tanggal("Hilang sejak")
    nomor_bukti = forms.CharField(label="Nomor surat keterangan kepolisian", max_length=100, required=False)
    tmt = tanggal("Dinyatakan hilang sejak")


class PppkForm(FormBerhenti):
    """Why the contract ends."""

    jenis = forms.ChoiceField(
        label="Sebab",
        choices=pilihan_jenis("PPPK_BERAKHIR", "PPPK_MD", "PPPK_APS", "PPPK_DISIPLIN", "PPPK_PIDANA"),
    )
    tmt = tanggal("Berhenti sejak", help_text="Bagi kontrak yang berakhir: sehari sesudah hari terakhirnya.")
    terbukti = forms.ChoiceField(label="Sebabnya terbukti", choices=YA_TIDAK, required=False)
    nomor_bukti = forms.CharField(label="Nomor surat yang menjadi bukti", max_length=100)


class MppForm(FormBerhenti):
    """From when on, and what the OPD says."""

    tmt = tanggal("MPP mulai", help_text="Berakhir sehari sebelum TMT pensiun.")
    tanggal_permohonan = tanggal("Tanggal permohonan")
    tugas_selesai = forms.ChoiceField(
        label="Tugas sudah diserahterimakan dan tenaganya tidak sangat diperlukan", choices=YA_TIDAK, required=False
    )
    perkara = forms.ChoiceField(label="Sedang dalam proses peradilan pidana", choices=YA_TIDAK, required=False)

    def clean_tanggal_permohonan(self):
        """Not ahead of today."""
        return hari_lalu(self.cleaned_data["tanggal_permohonan"], "Tanggal permohonan")


# ── steps ────────────────────────────────────────────────────────────────────────────────────────────


class DpcpForm(forms.Form):
    """The DPCP as the person signed it."""

    tanggal_dpcp = tanggal("DPCP ditandatangani tanggal")
    berkas = forms.FileField(
        label="Pindaian DPCP bermeterai", required=False,
        widget=forms.ClearableFileInput(attrs={"accept": "application/pdf,image/jpeg,image/png"}),
    )  # fmt: skip

    def clean_tanggal_dpcp(self):
        """Not ahead of today."""
        return hari_lalu(self.cleaned_data["tanggal_dpcp"], "Tanggal tanda tangan DPCP")


class KeputusanApsForm(forms.Form):
    """The decision on the wish of the person: given, or put off for the needs of the service (PerBKN 3/2020 Ps. 5)."""

    butuh_konteks = True
    HASIL = [("setuju", "Disetujui"), ("tunda", "Ditunda karena kepentingan dinas")]
    hasil = forms.ChoiceField(label="Keputusan", choices=HASIL, widget=forms.RadioSelect)
    tunda_sampai = tanggal(
        "Ditunda sampai dengan", required=False, help_text="Paling lama setahun; wajib bila ditunda."
    )
    alasan_tunda = uraian("Kepentingan dinas yang mendesak", required=False)

    def __init__(self, *args, konteks=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.konteks = konteks

    def clean(self):
        """A postponement has a limit of at most the months of the setting, and a reason."""
        isi, kini = super().clean(), timezone.localdate()
        if isi.get("hasil") != "tunda":
            return isi
        bulan = self.konteks.acuan.setelan("aps_tunda_maks_bulan", kini) if self.konteks else 12
        akhir, batas = isi.get("tunda_sampai"), tambah_bulan(kini, bulan)
        if not akhir:
            self.add_error("tunda_sampai", "Tulis sampai kapan ditunda; keputusan penundaan harus menyebut batasnya.")
        elif not kini < akhir <= batas:
            self.add_error("tunda_sampai", f"Penundaan paling lama {bulan} bulan, sampai {tulis_tanggal(batas)}.")
        if not isi.get("alasan_tunda"):
            self.add_error("alasan_tunda", "Tulis kepentingan dinas yang mengharuskan penundaan.")
        return isi


class SerahForm(forms.Form):
    """The SK handed over: says by when (setelan pensiun_serah_bulan_sebelum), as long as that day lies ahead."""

    butuh_konteks = True
    tanggal_serah = tanggal("Tanggal penyerahan")

    def __init__(self, *args, konteks=None, **kwargs):
        super().__init__(*args, **kwargs)
        if konteks is None or konteks.tanggal <= timezone.localdate():
            return
        batas = tambah_bulan(konteks.tanggal, -konteks.acuan.setelan("pensiun_serah_bulan_sebelum", konteks.tanggal))
        self.fields["tanggal_serah"].help_text = f"SK diserahkan paling lambat {tulis_tanggal(batas)}."

    def clean_tanggal_serah(self):
        """Not ahead of today."""
        return hari_lalu(self.cleaned_data["tanggal_serah"], "Tanggal penyerahan")


def awal_bulan_depan(hari, bulan=1):
    """The first of the month so many months after a date."""
    return awal_bulan_berikut(tambah_bulan(hari, bulan - 1))


def kemarin(hari):
    """The day before."""
    return hari - timedelta(days=1)
