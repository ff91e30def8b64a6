"""Formulir kasus disiplin: isian kasus dan isian langkah sampai keputusan. After the decision: ``forms_akhir.py``."""

from datetime import date

from django import forms

from disiplin import aturan, fakta, syarat, tabel
from kepegawaian.aturan import tulis_tanggal
from kepegawaian.models import Jabatan, ProfilKini
from layanan.katalog import TIDAK, Konteks

SUMBER = (
    ("atasan", "Temuan atasan"), ("presensi", "Rekap presensi"), ("laporan", "Laporan masyarakat atau pegawai"),
    ("inspektorat", "Laporan hasil pemeriksaan Inspektorat"),
)  # fmt: skip
PERKIRAAN = (("ringan", "Ringan"), ("sedang", "Sedang"), ("berat", "Berat"))
DAMPAK = (
    ("", "Belum ditentukan"),
    ("unit", "Unit kerja"),
    ("instansi", "Instansi"),
    ("negara", "Negara atau pemerintah"),
)
JENIS = tuple((j.kode, f"{j.kode}: {j.nama}") for j in tabel.jenis_hukuman().values() if not j.kode.endswith("T"))


def tanggal(label, **kwargs):
    """A date with the browser's own picker."""
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}), **kwargs)


def teks(label, baris=3, maks=1000, **kwargs):
    """A text of several lines."""
    return forms.CharField(label=label, max_length=maks, widget=forms.Textarea(attrs={"rows": baris}), **kwargs)


def hari(nilai):
    """A date of an ISO text, or None."""
    return date.fromisoformat(nilai) if isinstance(nilai, str) and nilai else nilai or None


class NipField(forms.CharField):
    """The NIP of somebody who serves; ``orang`` finds him."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, max_length=24, **kwargs)

    def clean(self, value):
        """Digits only, and known."""
        nip = "".join((super().clean(value) or "").split())
        if nip and orang(nip) is None:
            raise forms.ValidationError("NIP itu tidak ada di antara pegawai yang aktif.")
        return nip


def orang(nip):
    """The ProfilKini of an active pegawai by NIP, or None."""
    return ProfilKini.objects.select_related("golongan", "jabatan").filter(nip=nip, aktif=True).first()


class FormKasus(forms.Form):
    """Base of a step's form that reads the case."""

    butuh_konteks = True

    def __init__(self, *args, konteks=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.konteks = konteks

    @property
    def kini(self):
        """Today, as the act sees it."""
        return self.konteks.tanggal

    def jawab(self, langkah, kunci):
        """An answer of an earlier step, or None."""
        return (self.konteks.langkah.get(langkah) or {}).get(kunci) if self.konteks else None

    def belum_tiba(self, medan, sebutan):
        """Refuses a date that lies ahead."""
        nilai = self.cleaned_data.get(medan)
        if nilai and self.konteks and nilai > self.kini:
            self.add_error(medan, f"{sebutan} belum tiba.")


class IsianKasus(FormKasus):
    """What is alleged, when, and where it came from."""

    sumber = forms.ChoiceField(label="Sumber dugaan", choices=SUMBER)
    kejadian = tanggal("Tanggal kejadian", help_text="Bagi tidak masuk kerja: hari terakhir yang dihitung.")
    dugaan = forms.MultipleChoiceField(
        label="Kewajiban atau larangan yang diduga dilanggar", choices=tabel.pilihan_norma,
        widget=forms.SelectMultiple(attrs={"size": 8}),
    )  # fmt: skip
    perkiraan = forms.ChoiceField(
        label="Perkiraan tingkat", choices=PERKIRAAN,
        help_text="Menentukan jalur pemeriksaan; tingkat akhirnya ditentukan hasil pemeriksaan.",
    )  # fmt: skip
    uraian = teks("Uraian singkat", maks=2000, help_text="Apa, kapan, di mana; tanpa nama pelapor.")

    def clean(self):
        """Not ahead of today; a norm that is always heavy is not expected to be light."""
        isi = super().clean()
        self.belum_tiba("kejadian", "Tanggal kejadian")
        tetap = [n for n in map(tabel.norma_kode, isi.get("dugaan") or ()) if n.tetap == "berat" and not n.bila]
        if tetap and isi.get("perkiraan") not in (None, "berat"):
            self.add_error("perkiraan", f"{tetap[0].pasal} selalu berat, sehingga wajib diperiksa tim pemeriksa.")
        return isi


class TelaahForm(FormKasus):
    """Which way it goes; heavy allegations are for a tim."""

    pertimbangan = teks("Pertimbangan", baris=2, maks=600)

    def clean(self):
        """DIS-2 from the start."""
        isi = super().clean()
        if isi.get("hasil") == "atasan" and self.konteks and self.konteks.isian.get("perkiraan") == "berat":
            self.add_error("hasil", "Hukuman berat wajib diperiksa tim pemeriksa.")
        return isi


class TimForm(FormKasus):
    """The members: atasan langsung, unsur pengawasan, unsur kepegawaian, and whoever else is needed."""

    MEDAN = (("atasan", "Atasan langsung"), ("pengawasan", "Unsur pengawasan"), ("kepegawaian", "Unsur kepegawaian"))
    atasan = NipField(label="Atasan langsung (NIP)", help_text="Bila ia terlibat: atasan di atasnya.")
    pengawasan = NipField(label="Unsur pengawasan (NIP)", help_text="Dari Inspektorat.")
    kepegawaian = NipField(label="Unsur kepegawaian (NIP)")
    lain = NipField(label="Pejabat lain (NIP)", required=False)
    ketua = forms.ChoiceField(label="Ketua", choices=(*MEDAN, ("lain", "Pejabat lain")))

    def clean(self):
        """Different people, none of them the examinee nor below him in rank; the chair is one of them."""
        isi = super().clean()
        if self.errors or self.konteks is None:
            return isi
        anggota = {m: isi[m] for m in ("atasan", "pengawasan", "kepegawaian", "lain") if isi.get(m)}
        p = self.konteks.profil
        for medan, nip in anggota.items():
            o = orang(nip)
            if nip == p.nip:
                self.add_error(medan, "Yang diperiksa tidak menjadi anggota tim.")
            elif p.golongan_urutan and o.golongan_urutan and o.golongan_urutan < p.golongan_urutan:
                self.add_error(medan, f"Pangkat {o.golongan_id} lebih rendah daripada yang diperiksa ({p.golongan}).")
        if len(set(anggota.values())) < len(anggota):
            self.add_error(None, "Seorang hanya menjadi anggota satu kali.")
        if isi.get("ketua") not in anggota:
            self.add_error("ketua", "Isi NIP pejabat lain yang menjadi ketua.")
        if isi.get("hasil") == "bebas" and self.konteks.isian.get("perkiraan") != "berat":
            self.add_error("hasil", "Pembebasan sementara hanya bila ancaman hukumannya berat (PP 94/2021 Pasal 31).")
        return isi


class PembebasanForm(FormKasus):
    """Released from his post during the examination; he keeps coming to work, with full pay."""

    mulai = tanggal("Dibebaskan mulai")
    plh = NipField(label="Pelaksana harian (NIP)", required=False, help_text="Surat perintah Plh. dibuat tersendiri.")


class PanggilanForm(FormKasus):
    """When and where he must appear: at most seven working days lie between (T-04)."""

    DARI = ""
    tanggal_periksa = tanggal("Tanggal pemeriksaan")
    jam = forms.TimeField(label="Pukul", widget=forms.TimeInput(attrs={"type": "time"}))
    tempat = forms.CharField(label="Tempat", max_length=160)
    kepada = forms.CharField(label="Menghadap kepada", max_length=160, help_text="Nama dan jabatan pemeriksa.")

    def clean_tanggal_periksa(self):
        """On a working day, inside the limit counted from the letter (first) or from the day he missed (second)."""
        periksa = self.cleaned_data["tanggal_periksa"]
        if self.konteks is None:
            return periksa
        dari = max(self.kini, hari(self.jawab(self.DARI, "tanggal_periksa")) or self.kini)
        batas, makna = (
            self.konteks.acuan.setelan(k, self.kini) for k in ("dis_panggilan_hari", "dis_panggilan_makna")
        )
        if not aturan.panggilan_sah(self.konteks.acuan, dari, periksa, batas, makna):
            kata = "paling lama" if makna == "paling_lama" else "paling singkat"
            raise forms.ValidationError(
                f"Pilih hari kerja sesudah {tulis_tanggal(dari)} dengan {kata} {batas} hari kerja di antaranya "
                "(PP 94/2021 Pasal 26)."
            )
        return periksa


class PanggilanKeduaForm(PanggilanForm):
    """The second summons counts from the day he should have been examined."""

    DARI = "panggilan_1"


class HadirForm(FormKasus):
    """Did he come? The outcome is added by the engine."""

    SURAT = "panggilan_1"
    keterangan = forms.CharField(label="Keterangan", max_length=300, required=False)

    def clean(self):
        """Not before the day."""
        isi = super().clean()
        periksa = hari(self.jawab(self.SURAT, "tanggal_periksa"))
        if periksa and self.kini < periksa:
            self.add_error(None, f"Pemeriksaan baru pada {tulis_tanggal(periksa)}.")
        return isi


class HadirKeduaForm(HadirForm):
    """The same of the second summons."""

    SURAT = "panggilan_2"


class PemeriksaanForm(FormKasus):
    """The examination is closed: at least one BAP of the examinee stands."""

    kerugian = forms.ChoiceField(
        label="Ada indikasi kerugian keuangan negara?", choices=(("tidak", "Tidak"), ("ya", "Ya, dikoordinasikan dengan APIP"))
    )  # fmt: skip
    catatan_pemeriksa = teks("Catatan pemeriksa", baris=2, maks=400, required=False)

    def clean(self):
        """DIS-3 before anything is printed."""
        isi = super().clean()
        if self.konteks and not self.konteks.lain.get("bap"):
            self.add_error(
                None, "Isi tanya jawab dan tutup berita acara yang diperiksa lebih dulu, pada halaman Pemeriksaan."
            )
        return isi


class TtdBapForm(FormKasus):
    """Signed, or refused with the reason: the BAP stands either way (PP 94/2021 Ps. 27)."""

    alasan = forms.CharField(label="Alasan menolak menandatangani", max_length=300, required=False)

    def clean(self):
        """A refusal has its reason."""
        isi = super().clean()
        if isi.get("hasil") == "menolak" and not isi.get("alasan"):
            self.add_error("alasan", "Tulis alasan yang disebutnya, atau bahwa ia tidak menyebut alasan.")
        return isi


class LhpForm(FormKasus):
    """What is proven, with which impact, and the penalty recommended; where it goes next follows from that."""

    HASIL = (
        ("di_opd", "Terbukti, diputus pejabat di perangkat daerahnya"), ("ke_bkd", "Terbukti, diteruskan kepada BKD"),
        ("tim", "Terbukti dan berat, diperiksa tim"), ("tidak_terbukti", "Tidak terbukti"),
    )  # fmt: skip
    terbukti = forms.ChoiceField(label="Pelanggaran terbukti?", choices=(("ya", "Ya"), ("tidak", "Tidak")))
    norma = forms.MultipleChoiceField(
        label="Kewajiban atau larangan yang dilanggar", choices=tabel.pilihan_norma, required=False,
        widget=forms.SelectMultiple(attrs={"size": 8}),
    )  # fmt: skip
    dampak = forms.ChoiceField(label="Dampak sampai pada", choices=DAMPAK, required=False)
    alasan_dampak = teks("Alasan dampak", baris=2, maks=400, required=False)
    jumlah_hari = forms.IntegerField(
        label="Hari tidak masuk kerja setahun", required=False, min_value=0, max_value=260
    )
    jenis = forms.ChoiceField(label="Jenis hukuman yang direkomendasikan", choices=(("", "-"), *JENIS), required=False)
    memberatkan = teks("Hal yang memberatkan", baris=2, maks=400, required=False)
    meringankan = teks("Hal yang meringankan", baris=2, maks=400, required=False)
    hasil = forms.ChoiceField(choices=HASIL, required=False, widget=forms.HiddenInput)

    def clean(self):
        """The level follows norm and impact (or the days), the kind lies in that level, DIS-5 and DIS-6 hold."""
        isi = super().clean()
        if isi.get("terbukti") == "tidak":
            return isi | {"hasil": "tidak_terbukti", "norma": [], "jenis": ""}
        if self.errors or self.konteks is None:
            return isi
        if not isi["norma"] or not isi["jenis"]:
            self.add_error("jenis" if isi["norma"] else "norma", "Pilih yang dilanggar dan jenis hukumannya.")
            return isi
        nilai = dict(isi)  # an error takes its field out of the answers
        self._tingkat(nilai)
        for kode, medan in (("DIS-5", "jenis"), ("DIS-6", "jumlah_hari")):
            hasil = self._syarat(kode, nilai)
            if hasil.jawaban == TIDAK:
                self.add_error(medan, f"{hasil.kalimat} ({kode})")
        if not self.errors:
            isi["hasil"] = self._arah(nilai)
        return isi

    def _tingkat(self, isi):
        siapa = syarat.sasaran(self.konteks.profil)
        perlu = []
        for kode in isi["norma"]:
            try:
                tingkat = aturan.tingkat(kode, isi["dampak"], siapa)
            except ValueError as galat:
                self.add_error("dampak", str(galat))
                return
            perlu.append(tingkat or self._tingkat_absen(isi))
        if None in perlu:
            return
        jenis = tabel.jenis_hukuman()[isi["jenis"]]
        tertinggi = max(perlu, key=tabel.TINGKAT.index)
        if jenis.tingkat != tertinggi:
            self.add_error(
                "jenis", f"Yang terberat dari pelanggaran itu bertingkat {tertinggi}; pilih jenis {tertinggi}."
            )
        if isi["dampak"] and not isi["alasan_dampak"]:
            self.add_error(
                "alasan_dampak", "Tulis mengapa dampaknya sampai di sana; portal tidak menyimpulkannya sendiri."
            )

    def _tingkat_absen(self, isi):
        rekap = self.konteks.lain.get("rekap") or {}
        hari_absen = isi.get("jumlah_hari") or rekap.get("hari")
        kode = aturan.kode_absen(
            self.konteks.acuan, syarat.hari_absen(self.konteks), hari_absen or 0, rekap.get("berturut") or 0
        )
        if not kode:
            self.add_error("jumlah_hari", "Isi banyaknya hari tidak masuk kerja; satu atau dua hari belum dihukum.")
            return None
        return tabel.tingkat_kode(kode)

    def _syarat(self, kode, isi):
        lain = self.konteks.lain | {
            "putusan": {"jenis": isi["jenis"], "norma": isi["norma"], "hari": isi["jumlah_hari"]}
        }
        k = Konteks(self.konteks.profil, self.konteks.isian, self.kini, self.konteks.acuan, lain)
        return {s.kode: s for s in syarat.SYARAT}[kode].periksa(k)

    def _arah(self, isi):
        if tabel.jenis_hukuman()[isi["jenis"]].tim == "wajib" and not self.konteks.lain.get("tim"):
            return "tim"
        _, jenjang = fakta.pejabat(self.konteks.profil, isi["jenis"], self.konteks.acuan, self.kini)
        return "ke_bkd" if jenjang == "bupati" else "di_opd"


class SidangForm(FormKasus):
    """The session that weighs the recommendation; optional."""

    tanggal_sidang = tanggal("Tanggal sidang")
    pertimbangan = teks("Pertimbangan", maks=600)

    def clean(self):
        """Held already."""
        isi = super().clean()
        self.belum_tiba("tanggal_sidang", "Tanggal sidang")
        return isi


class KeputusanForm(FormKasus):
    """The penalty imposed, as recommended or another of its level; a new post where the penalty lowers it."""

    jenis = forms.ChoiceField(label="Jenis hukuman", choices=(("", "-"), *JENIS), required=False)
    jabatan_baru = forms.CharField(
        label="Kode jabatan baru (B1 dan B2)", max_length=40, required=False,
        help_text="B1: satu tingkat di bawah menurut urutan eselon, bagi pelaksana satu kelas; B2: jabatan pelaksana.",
    )  # fmt: skip
    alasan = teks("Pertimbangan", baris=2, maks=600)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial = {"jenis": self.jawab("lhp", "jenis") or ""} | self.initial

    def clean(self):
        """In the level that was found, by an office that may (DIS-1), with a post that fits."""
        isi = super().clean()
        if isi.get("hasil") != "dijatuhi" or self.errors or self.konteks is None:
            return isi
        usul = tabel.jenis_hukuman().get(self.jawab("lhp", "jenis") or "")
        jenis = tabel.jenis_hukuman().get(isi.get("jenis"))
        if jenis is None:
            self.add_error("jenis", "Pilih jenis hukumannya.")
            return isi
        if usul and usul.tingkat != jenis.tingkat:
            self.add_error(
                "jenis", f"Hasil pemeriksaan menyatakan tingkat {usul.tingkat}; pilih jenis {usul.tingkat}."
            )
        pejabat = self.konteks.lain.get("pejabat")
        if aturan.berwenang(pejabat, syarat.sasaran(self.konteks.profil), jenis.kode, self.kini) is False:
            self.add_error("jenis", f"{tabel.SEBUTAN[pejabat].capitalize()} tidak berwenang menjatuhkannya (DIS-1).")
        turun = jenis.kode in ("B1", "B2")
        if galat := jabatan_salah(self.konteks, jenis.kode, isi.get("jabatan_baru")) if turun else "":
            self.add_error("jabatan_baru", galat)
        return isi


def jabatan_salah(konteks, jenis, kode):
    """Why the post ``kode`` does not carry out B1 or B2 for this person, or ""."""
    baru = Jabatan.objects.select_related("eselon").filter(kode=kode or "", berlaku_sampai__isnull=True).first()
    p = konteks.profil
    if baru is None:
        return "Jabatan itu tidak ada pada daftar jabatan; tulis kodenya."
    if jenis == "B1" and p.jenis_jabatan == "struktural":
        perlu = aturan.eselon_turun(konteks.acuan, p.eselon)
        return "" if baru.eselon_id == perlu else f"Setingkat di bawah {p.eselon} ialah {perlu}."
    if baru.jenis != "pelaksana" and (jenis == "B2" or p.jenis_jabatan == "pelaksana"):
        return "Jabatannya harus jabatan pelaksana."
    if p.jenis_jabatan != "pelaksana":
        return ""
    kelas = Jabatan.objects.filter(jenis="pelaksana", berlaku_sampai__isnull=True, kelas__isnull=False)
    terendah = kelas.order_by("kelas").values_list("kelas", flat=True).first()
    if p.kelas is None or terendah is None:
        return "Kelas jabatannya belum tercatat; lengkapi daftar jabatan lebih dulu."
    perlu = aturan.kelas_turun(jenis, p.kelas, terendah)
    return "" if baru.kelas == perlu else f"Kelas jabatan barunya harus {perlu}."
