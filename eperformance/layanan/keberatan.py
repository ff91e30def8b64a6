"""Keberatan atas predikat kinerja. Dasar: PP 30/2019 (KIN-5).

The pegawai objects within the days of the setting to the atasan of his pejabat penilai, who confirms the ratings or sets new
ones. No decree of its own: the decision is a new evaluation in place of the old one, and the document of the year names it.
"""

from django import forms
from django.urls import reverse
from django.utils import timezone

from eperformance.aturan import RATING, predikat
from eperformance.models import Evaluasi
from eperformance.penilaian import final, keberatan as perbuatan, nilai
from eperformance.penilaian.aturan import KIN5, KIN5B, PERMEN, PP30
from kepegawaian.acuan import acuan_kini
from layanan import katalog
from layanan.galat import DitolakAlur
from layanan.katalog import Langkah, Layanan, daftarkan
from layanan.sensus import Skenario

TETAP, UBAH = "tetap", "ubah"
PUTUSAN = {TETAP: "Rating dikuatkan", UBAH: "Rating diubah"}


class KeberatanForm(forms.Form):
    """Which evaluation, and why."""

    evaluasi = forms.TypedChoiceField(label="Penilaian", coerce=int, empty_value=None)
    alasan = forms.CharField(
        label="Alasan keberatan", min_length=20, max_length=2000, widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Sebutkan hasil kerja atau perilaku yang menurut Anda dinilai tidak tepat, dan buktinya.",
    )  # fmt: skip

    def __init__(self, *args, konteks=None, **kwargs):
        super().__init__(*args, **kwargs)
        pegawai = konteks.profil.pegawai_id if konteks else None
        semua = list(perbuatan.yang_terbuka(pegawai))
        dipilih = (self.data or {}).get("evaluasi")
        if str(dipilih or "").isdigit() and int(dipilih) not in {e.pk for e in semua}:  # decided meanwhile
            lama = Evaluasi.objects.filter(pk=int(dipilih), skp__pegawai=pegawai).select_related("skp__periode")
            semua += list(lama)
        self.fields["evaluasi"].choices = [(e.pk, sebut(e)) for e in semua] or [
            ("", "Tidak ada penilaian yang terbuka")
        ]


def sebut(e):
    """``Evaluasi tahunan 2026: Baik``."""
    return f"{e.get_jenis_display()} {e.skp.periode.tahun}: {e.predikat}"


class PutusanKeberatanForm(forms.Form):
    """The decision of the atasan of the penilai; new ratings only where he changes them."""

    butuh_konteks = True
    hasil = forms.ChoiceField(label="Putusan", choices=list(PUTUSAN.items()), widget=forms.RadioSelect)
    rating_hasil = forms.ChoiceField(label="Rating hasil kerja", choices=[("", "–"), *RATING.items()], required=False)
    rating_perilaku = forms.ChoiceField(
        label="Rating perilaku kerja", choices=[("", "–"), *RATING.items()], required=False
    )
    catatan = forms.CharField(
        label="Pertimbangan", min_length=10, max_length=1000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Dibaca pegawai dan pejabat penilainya.",
    )  # fmt: skip

    def __init__(self, *args, konteks=None, **kwargs):
        super().__init__(*args, **kwargs)
        lain = konteks.lain if konteks else {}
        self.organisasi = lain.get("organisasi")
        if lain.get("rating"):
            self.initial = {"rating_hasil": lain["rating"][0], "rating_perilaku": lain["rating"][1]} | (
                self.initial or {}
            )
        if self.organisasi is not None:
            self.fields["rating_hasil"].help_text = "Mengikuti capaian organisasi yang dipimpinnya."

    def clean(self):
        """Both ratings where they change, and not against the achievement of the organisation."""
        isi = super().clean()
        if isi.get("hasil") != UBAH:
            return isi
        for nama in ("rating_hasil", "rating_perilaku"):
            if not isi.get(nama):
                self.add_error(nama, "Pilih rating yang baru.")
        if self.organisasi and isi.get("rating_hasil") not in ("", None, self.organisasi):
            self.add_error(
                "rating_hasil", "Rating hasil kerja kepala perangkat daerah mengikuti capaian organisasinya."
            )
        return isi


@daftarkan
class KeberatanKinerja(Layanan):
    """One objection of one pegawai to the predikat of one year."""

    slug = "keberatan-kinerja"
    nama = "Keberatan atas Predikat Kinerja"
    aspek = "h"
    uraian = "Meminta atasan pejabat penilai meninjau predikat kinerja tahunan Anda."
    dampak = "Selama berjalan penilaian belum final; putusannya menggantikan penilaian semula dan tidak dapat dikeberatkan lagi."
    pemilik = "SUB41"
    pengusul = ("asn",)
    tanya_diri = False
    mendasari = False
    menggoyahkan = False
    dasar = (PP30, PERMEN)
    bagian = ("unit", "jabatan")
    form = KeberatanForm
    syarat = (KIN5, KIN5B)
    akibat_terlambat = "Penilaian pegawai itu belum dapat difinalkan."
    dasar_terlambat = PP30
    alur = (
        Langkah(
            "putusan", "Putusan atasan pejabat penilai", katalog.Alamat("kantor", "atasan_penilai"), sla_hari_kerja=10,
            form=PutusanKeberatanForm, sebutan=PUTUSAN, hasil={TETAP: "SELESAI", UBAH: "SELESAI"}, boleh_tolak=False,
            memutus=True, tombol="Simpan putusan",
        ),
    )  # fmt: skip

    def siapkan(self, profil, isian):
        """The evaluation: its day, ratings, and state; the office that decides; the settings of today."""
        hari_ini = timezone.localdate()
        lain = {"hari_ini": hari_ini, "hari": acuan_kini().setelan("kinerja_keberatan_hari", hari_ini)}
        pk = isian.get("evaluasi")
        e = Evaluasi.objects.filter(pk=pk, skp__pegawai=profil.pegawai_id).select_related(
            "skp__periode", "skp__penilai__unit", "skp__jabatan", "skp__opd"
        ).first() if pk else None  # fmt: skip
        if e is None or e.sah_pada is None:
            return lain
        return lain | {
            "ditetapkan": timezone.localdate(e.sah_pada), "diterima": e.diterima_pada is not None,
            "diputus": bool(e.rincian.get("keberatan")), "sudah_diajukan": e.skp.status == "keberatan" or e.status == "diganti",
            "rating": (e.hasil, e.perilaku), "predikat": e.predikat, "tahun": e.skp.periode.tahun, "skp": e.skp_id,
            "organisasi": nilai.hasil_organisasi(e.skp, 0, hari_ini),
            "kantor": perbuatan.kantor_pemutus(e.skp, hari_ini),
        }  # fmt: skip

    def isian_awal(self, profil, tanggal, acuan):
        """The newest evaluation still open."""
        e = perbuatan.yang_terbuka(profil.pegawai_id).first()
        return {"evaluasi": e.pk if e else "", "alasan": ""}

    def kantor_langkah(self, kode, konteks):
        """The atasan of the pejabat penilai; of the Bupati himself there is none above."""
        if not konteks.lain.get("kantor"):
            raise DitolakAlur("Pilih penilaian yang Anda beri keberatan.")
        return konteks.lain["kantor"]

    def sebutan_kantor(self, kode):
        """In words."""
        return "opd", "Atasan pejabat penilai kinerja"

    def ringkas(self, profil, isian):
        """``Predikat 2026``."""
        e = Evaluasi.objects.select_related("skp__periode").filter(pk=isian.get("evaluasi") or 0).first()
        return f"Predikat {e.predikat} tahun {e.skp.periode.tahun}" if e else self.nama

    def akibat(self, konteks):
        """The predikat as it stands; what it will be is for the atasan."""
        lain = konteks.lain
        if not lain.get("predikat"):
            return []
        hasil, perilaku = lain["rating"]
        putusan = konteks.langkah.get("putusan") or {}
        baru = "menurut putusan"
        if putusan.get("hasil") == UBAH:
            baru = predikat(putusan["rating_hasil"], putusan["rating_perilaku"])
        elif putusan:
            baru = lain["predikat"]
        return [
            (f"Predikat {lain['tahun']}", lain["predikat"], baru),
            ("Rating hasil kerja", RATING[hasil], RATING.get(putusan.get("rating_hasil"), "–")),
            ("Rating perilaku kerja", RATING[perilaku], RATING.get(putusan.get("rating_perilaku"), "–")),
        ]

    def tautan(self, usulan, hak):
        """The page of the penilaian."""
        e = Evaluasi.objects.filter(pk=usulan.isian.get("evaluasi") or 0).values_list("skp", flat=True).first()
        return [("Buka SKP dan penilaiannya", reverse("eperformance:skp_penilaian", args=[e]))] if e else []

    def setelah_ajukan(self, usulan, oleh):
        """The SKP is in keberatan from now on."""
        perbuatan.mulai(usulan.isian["evaluasi"], oleh=oleh)

    def setelah_langkah(self, usulan, kode, jawaban, oleh):
        """The decision writes the evaluation anew."""
        e = Evaluasi.objects.get(pk=usulan.isian["evaluasi"])
        hasil, perilaku = e.hasil, e.perilaku
        if jawaban["hasil"] == UBAH:
            hasil, perilaku = jawaban["rating_hasil"], jawaban["rating_perilaku"]
        perbuatan.putuskan(
            e.pk, hasil=hasil, perilaku=perilaku, pertimbangan=jawaban["catatan"], usulan=usulan.pk, oleh=oleh
        )

    def setelah_berhenti(self, usulan, oleh):
        """Withdrawn: the predikat stands."""
        if usulan.isian.get("evaluasi"):
            perbuatan.hentikan(usulan.isian["evaluasi"], oleh=oleh)

    def kalimat_akhir(self, jawaban):
        """How it was decided."""
        putusan = jawaban.get("putusan") or {}
        if not putusan:
            return ""
        return "Rating dikuatkan." if putusan.get("hasil") == TETAP else "Rating diubah atasan pejabat penilai."

    def batalkan_akibat(self, naskah_pegawai, naskah_baru, *, cara, tmt):
        """The document of a year falls: its riwayat is batal, and the SKP is rated anew."""
        super().batalkan_akibat(naskah_pegawai, naskah_baru, cara=cara, tmt=tmt)
        if naskah_pegawai.data.get("skp"):
            perbuatan.buka_lagi(naskah_pegawai.data["skp"], f"naskah {naskah_baru.naskah.nomor}", oleh=final.sistem())

    def skenario_sensus(self, tanggal):
        """In time, late, accepted, and nothing chosen."""
        return [
            Skenario("pada waktunya", tanggal, lain=_lain(tanggal, 3)),
            Skenario("terlambat", tanggal, lain=_lain(tanggal, 30)),
            Skenario("sudah diterima", tanggal, lain=_lain(tanggal, 3, diterima=True)),
        ]


def _lain(tanggal, hari, **isi):
    lalu = tanggal.fromordinal(tanggal.toordinal() - hari)
    return lambda profil, acuan: {"hari_ini": tanggal, "hari": 14, "ditetapkan": lalu, "diterima": False} | isi
