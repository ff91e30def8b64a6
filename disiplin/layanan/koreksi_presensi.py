"""Koreksi presensi. Dasar: PP 94/2021 Pasal 4 huruf f (masuk kerja dan menaati ketentuan jam kerja).

A day the machine has wrong is corrected with evidence by the ASN himself or his operator; his atasan langsung decides, or
the BKD where he forwards it or where the time is over. No decree: the decision writes ``KoreksiPresensi`` beside the row
of the machine, which stays. No law orders this procedure; its conditions are the office's (asumsi) and say so.
"""

from datetime import date, time, timedelta

from django import forms
from django.urls import reverse
from django.utils import timezone

from disiplin.tasks import hitung_kehadiran
from kepegawaian import kehadiran
from kepegawaian.acuan import acuan_kini
from kepegawaian.antrean import antrekan
from kepegawaian.aturan import tulis_tanggal
from kepegawaian.jejak import beri_tahu, catat
from kepegawaian.models import Pengguna, Presensi
from kepegawaian.profil import profil_satu
from layanan import katalog
from layanan.katalog import Dasar, DokumenSyarat, Langkah, Layanan, Syarat, daftarkan, perlu_diperiksa, tidak, ya
from layanan.sensus import Skenario

JAM_KERJA = Dasar("PP 94/2021", "Pasal 4 huruf f")
PALING_LAMA = 31
NAMA = dict(Presensi.KEADAAN)
KEADAAN = [(k, n) for k, n in Presensi.KEADAAN if k != kehadiran.TK]
SAH, BUKAN, TERUS = "sah", "tidak_sah", "teruskan"
PUTUSAN = {SAH: "Disetujui: presensi dikoreksi", BUKAN: "Tidak disetujui: presensi tetap"}
PUTUSAN_ATASAN = PUTUSAN | {TERUS: "Diteruskan ke BKD"}


class KoreksiForm(forms.Form):
    """Which days, what they were, and why."""

    dari = forms.DateField(label="Dari tanggal", widget=forms.DateInput(attrs={"type": "date"}))
    sampai = forms.DateField(
        label="Sampai tanggal", widget=forms.DateInput(attrs={"type": "date"}),
        help_text="Sama dengan tanggal awal bila hanya satu hari. Hanya hari kerja yang dikoreksi.",
    )  # fmt: skip
    keadaan = forms.ChoiceField(label="Keadaan yang sebenarnya", choices=KEADAAN)
    masuk = forms.TimeField(label="Jam masuk", required=False, widget=forms.TimeInput(attrs={"type": "time"}))
    pulang = forms.TimeField(label="Jam pulang", required=False, widget=forms.TimeInput(attrs={"type": "time"}))
    terlambat = forms.IntegerField(
        label="Menit terlambat", required=False, min_value=0, max_value=1440,
        help_text="Hanya bagi yang hadir; kosong berarti tidak terlambat.",
        widget=forms.NumberInput(attrs={"class": "lebar-pendek", "inputmode": "numeric"}),
    )  # fmt: skip
    cepat = forms.IntegerField(
        label="Menit pulang cepat", required=False, min_value=0, max_value=1440,
        widget=forms.NumberInput(attrs={"class": "lebar-pendek", "inputmode": "numeric"}),
    )  # fmt: skip
    alasan = forms.CharField(
        label="Apa yang terjadi", max_length=300, min_length=10, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Misalnya: mesin presensi mati; mengikuti rapat menurut surat tugas nomor ….",
    )  # fmt: skip

    def __init__(self, *args, konteks=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.konteks = konteks

    def clean(self):
        """Days in order and not too many; times and minutes only for who was present."""
        isi = super().clean()
        dari, sampai = isi.get("dari"), isi.get("sampai")
        if dari and sampai:
            if sampai < dari:
                self.add_error("sampai", "Tanggal akhir lebih dulu daripada tanggal awal.")
            elif (sampai - dari).days >= PALING_LAMA:
                self.add_error("sampai", f"Paling lama {PALING_LAMA} hari dalam satu koreksi.")
        if isi.get("keadaan") and isi["keadaan"] != "hadir":
            for nama in ("masuk", "pulang", "terlambat", "cepat"):
                if isi.get(nama):
                    self.add_error(nama, "Hanya bagi yang hadir; kosongkan.")
        elif isi.get("masuk") and isi.get("pulang") and isi["pulang"] <= isi["masuk"]:
            self.add_error("pulang", "Jam pulang harus sesudah jam masuk.")
        return isi


class PutusanForm(forms.Form):
    """The decision; one that refuses says why. Its basis is that of the layanan: nobody has to type it."""

    dasar_tolak = forms.CharField(widget=forms.HiddenInput, required=False)

    hasil = forms.ChoiceField(label="Putusan", choices=list(PUTUSAN.items()), widget=forms.RadioSelect)
    catatan = forms.CharField(
        label="Pertimbangan", max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Wajib bila tidak disetujui atau diteruskan; dibaca pemohon.",
    )  # fmt: skip

    def clean(self):
        """No refusal without a reason."""
        isi = super().clean()
        if isi.get("hasil") in (BUKAN, TERUS) and not isi.get("catatan", "").strip():
            self.add_error("catatan", "Tulis alasannya.")
        return isi | {"dasar_tolak": str(JAM_KERJA)}


class PutusanAtasanForm(PutusanForm):
    """The atasan may also leave it to the BKD."""

    hasil = forms.ChoiceField(label="Putusan", choices=list(PUTUSAN_ATASAN.items()), widget=forms.RadioSelect)


# ── conditions ───────────────────────────────────────────────────────────────────────────────────────


def _rentang(k):
    """(first, last) day asked for, or None."""
    dari, sampai = k.isian.get("dari"), k.isian.get("sampai")
    return (dari, sampai) if dari and sampai and dari <= sampai else None


def _hari_kerja(k):
    """Working days of his pattern in the span; None for a roster."""
    dari, sampai = _rentang(k)
    pola = k.profil.pola_kerja or "5"
    semua = [dari + timedelta(days=i) for i in range((sampai - dari).days + 1)]
    return None if pola == "sif" else [t for t in semua if k.acuan.hari_kerja(t, pola)]


def k01_hari_kerja(k):
    """Practice (asumsi): only working days are corrected."""
    if not _rentang(k):
        return perlu_diperiksa("Tanggal yang dikoreksi belum lengkap.")
    hari = _hari_kerja(k)
    if hari is None:
        return perlu_diperiksa("Pola kerjanya bergilir; cocokkan dengan jadwal dinas.")
    return ya(f"{len(hari)} hari kerja.") if hari else tidak("Tidak ada hari kerja pada tanggal itu.")


def k02_waktu(k):
    """Practice (asumsi, setting koreksi_presensi_hari_kerja): the day is over; after the limit the BKD decides."""
    if not _rentang(k) or k.lain.get("hari_ini") is None:
        return perlu_diperiksa("Tanggal yang dikoreksi belum lengkap.")
    _, sampai = _rentang(k)
    kini = k.lain["hari_ini"]
    if sampai > kini:
        return tidak(f"{tulis_tanggal(sampai)} belum lewat.")
    batas = k.acuan.setelan("koreksi_presensi_hari_kerja", kini)
    lewat = k.acuan.selisih_hari_kerja(sampai, kini, k.profil.pola_kerja or "5")
    if lewat > batas:
        return perlu_diperiksa(f"Diajukan {lewat} hari kerja sesudahnya, lebih dari {batas}; BKD yang memutus.")
    return ya(f"Diajukan {lewat} hari kerja sesudahnya, paling lama {batas}.")


def k03_catatan(k):
    """Practice (asumsi): there is a record, and it differs from what is asked."""
    if not _rentang(k) or not k.lain.get("tercatat"):
        return perlu_diperiksa("Belum ada catatan presensi pada tanggal itu.")
    minta = (k.isian.get("keadaan"), (k.isian.get("terlambat") or 0) + (k.isian.get("cepat") or 0))
    beda = [t for t, keadaan, menit in k.lain["tercatat"] if (keadaan, menit) != minta]
    if not beda:
        return tidak(f"Sudah tercatat {NAMA.get(minta[0], minta[0]).lower()}.")
    return ya(f"{len(beda)} hari tercatat lain.", *(f"{tulis_tanggal(t)}" for t in beda[:5]))


def _lewat_batas(k):
    """Only the BKD may decide, the atasan being asked first."""
    return k02_waktu(k).jawaban == katalog.PERIKSA


def hari_koreksi(usulan, profil, acuan):
    """Days the decision writes: working days of his pattern, of a roster every day asked for."""
    dari, sampai = date.fromisoformat(usulan.isian["dari"]), date.fromisoformat(usulan.isian["sampai"])
    semua = [dari + timedelta(days=i) for i in range((sampai - dari).days + 1)]
    return [t for t in semua if acuan.hari_kerja(t, profil.pola_kerja or "5")]


@daftarkan
class KoreksiPresensi(Layanan):
    """One span of days of one person, corrected by his atasan or the BKD."""

    slug = "koreksi-presensi"
    nama = "Koreksi Presensi"
    aspek = "k"
    uraian = "Memperbaiki catatan presensi yang keliru atau belum memuat izin dan tugas, dengan buktinya."
    dampak = (
        "Hari itu dihitung menurut koreksinya pada rekap presensi, TPP yang belum ditetapkan, dan ketidakhadiran setahun;"
        " catatan mesin tetap tersimpan."
    )
    kata_tolak = "Tidak disetujui"
    versi = 2  # since 2: what is not approved ends as refused
    pemilik = "SUB11"
    pengusul = ("asn", "operator_opd", "staf_bkd")
    tanya_diri = False
    dasar = (JAM_KERJA,)
    bagian = ("unit", "jabatan")
    form = KoreksiForm
    akibat_terlambat = "Hari itu tetap terhitung menurut catatan mesin presensi."
    syarat = (
        Syarat("KHD-01", "Yang dikoreksi hari kerja", JAM_KERJA, k01_hari_kerja, keyakinan="asumsi"),
        Syarat("KHD-02", "Harinya sudah lewat dan diajukan pada waktunya", JAM_KERJA, k02_waktu, keyakinan="asumsi"),
        Syarat("KHD-03", "Catatan presensinya berbeda dari yang diminta", JAM_KERJA, k03_catatan, keyakinan="asumsi"),
    )
    dokumen = (
        DokumenSyarat(
            "bukti_presensi", "Bukti: surat tugas, surat izin, surat dokter, atau keterangan petugas presensi"
        ),
    )
    alur = (
        Langkah(
            "putusan_atasan", "Putusan atasan langsung", katalog.atasan_langsung, sla_hari_kerja=3,
            form=PutusanAtasanForm, hasil={SAH: "SELESAI", BUKAN: "TOLAK"}, sebutan=PUTUSAN_ATASAN, boleh_tolak=False,
            memutus=True,
            bila=lambda k: not _lewat_batas(k), kapan="diajukan dalam batas waktu setelan koreksi_presensi_hari_kerja",
        ),
        Langkah(
            "putusan_bkd", "Putusan BKD", katalog.jabatan("KEPALA-SUB11"), sla_hari_kerja=3, form=PutusanForm,
            hasil={SAH: "SELESAI", BUKAN: "TOLAK"}, sebutan=PUTUSAN, boleh_tolak=False, memutus=True,
        ),
    )  # fmt: skip

    def siapkan(self, profil, isian):
        """Today, and what is recorded for the days asked for: ((date, keadaan, minutes), …)."""
        dari, sampai = isian.get("dari"), isian.get("sampai")
        hasil = {"hari_ini": timezone.localdate(), "tercatat": ()}
        if dari and sampai and dari <= sampai and (sampai - dari).days < PALING_LAMA:
            hari = kehadiran.hari([profil.pegawai_id], dari, sampai, acuan_kini())[profil.pegawai_id]
            hasil["tercatat"] = tuple((h.tanggal, h.keadaan, h.terlambat + h.cepat) for h in hari if h.keadaan)
        return hasil

    def tmt(self, isian, tanggal):
        """The law looks at him on the first day corrected."""
        return isian.get("dari") or tanggal

    def ringkas(self, profil, isian):
        """``3 November 2026 menjadi Dinas luar``."""
        dari, sampai = isian.get("dari"), isian.get("sampai")
        masa = tulis_tanggal(dari) + (f" sampai {tulis_tanggal(sampai)}" if sampai and sampai != dari else "")
        return f"{masa} menjadi {NAMA.get(isian.get('keadaan'), '–').lower()}" if dari else self.nama

    def akibat(self, konteks):
        """Each recorded day, as it stands and as it will."""
        menjadi = NAMA.get(konteks.isian.get("keadaan"), "–")
        return [
            (tulis_tanggal(t), _tulis(keadaan, menit), menjadi)
            for t, keadaan, menit in konteks.lain.get("tercatat", ())
        ]

    def setelah_langkah(self, usulan, kode, jawaban, oleh):
        """A decision in favour writes the days, inside the act and its lock; the year is counted anew after it.

        One against it ends as refused: the engine tells the person, with the reason (routes frozen before say it here).
        """
        if jawaban.get("hasil") == TERUS:
            return
        _kabari(usulan, jawaban, oleh)
        if jawaban.get("hasil") != SAH:
            return
        isi, acuan = usulan.isian, acuan_kini()
        profil = profil_satu(usulan.pegawai_id, per=date.fromisoformat(isi["dari"]), bagian=("unit",))
        bukti = usulan.berkas.filter(kode="bukti_presensi", diganti_pada__isnull=True).values_list(
            "dosir_id", flat=True
        )
        baris = kehadiran.catat_koreksi(
            usulan.pegawai_id, hari_koreksi(usulan, profil, acuan), keadaan=isi["keadaan"], alasan=isi["alasan"],
            dasar=usulan.nomor, masuk=_jam(isi.get("masuk")), pulang=_jam(isi.get("pulang")),
            terlambat=int(isi.get("terlambat") or 0), cepat=int(isi.get("cepat") or 0), bukti=bukti.first(),
        )  # fmt: skip
        catat(
            "presensi_koreksi",
            usulan,
            pegawai=usulan.pegawai_id,
            pada=oleh.kini,
            jumlah=len(baris),
            dasar=usulan.nomor,
        )
        for tahun in sorted({b.tanggal.year for b in baris}):
            antrekan(hitung_kehadiran, tahun, [usulan.pegawai_id])

    def skenario_sensus(self, tanggal):
        """A working day with a record, a Sunday, a day to come, an old one, and one recorded so already."""
        senin = tanggal - timedelta(days=tanggal.weekday() + 7)
        return [
            Skenario("hari kerja", senin, isian=_isian(senin), lain=_lain(tanggal, "tanpa_keterangan")),
            Skenario("hari Minggu", senin, isian=_isian(senin - timedelta(days=1)), lain=_lain(tanggal, "izin")),
            Skenario(
                "belum lewat", senin, isian=_isian(tanggal + timedelta(days=2)), lain=_lain(tanggal, "dinas_luar")
            ),
        ]


def _kabari(usulan, jawaban, oleh):
    """Tells the person how it was decided: "selesai" alone would leave that open."""
    judul = f"Koreksi presensi {'disetujui' if jawaban['hasil'] == SAH else 'tidak disetujui'}"
    isi = " ".join(x for x in (f"{usulan.ringkas}.", jawaban.get("catatan", "")) if x)
    akun = Pengguna.objects.filter(pegawai_id=usulan.pegawai_id).values_list("pk", flat=True)
    beri_tahu(akun, kunci=f"koreksi-presensi:{usulan.pk}", judul=judul, isi=isi, peristiwa="usulan_selesai",
              url=reverse("layanan:usulan_detail", args=[usulan.nomor]), pada=oleh.kini)  # fmt: skip


def _tulis(keadaan, menit):
    return NAMA.get(keadaan, keadaan) + (f", {menit} menit terlambat atau pulang cepat" if menit else "")


def _jam(teks):
    return time.fromisoformat(teks) if teks else None


def _isian(hari):
    return lambda profil, acuan: {"dari": hari, "sampai": hari, "keadaan": "dinas_luar"}


def _lain(tanggal, keadaan):
    return lambda profil, acuan: {"hari_ini": tanggal, "tercatat": ((tanggal, keadaan, 0),)}
