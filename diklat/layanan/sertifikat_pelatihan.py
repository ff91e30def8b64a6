"""Sertifikat pelatihan. Dasar: PerLAN 10/2018; PP 11/2017 Pasal 203.

A kegiatan (``diklat.pelatihan``) sends one usulan for each peserta who passed. What the BKD holds itself is printed: one
decision with a lampiran for all, and each his own certificate (the petikan). The STTPL of an outside organiser is
recorded with its scan. Either way the signed naskah writes one RiwayatDiklat dated the last day of the training.

Frozen data of a person: ``kegiatan`` {nama, penyelenggara, masa, tempat, jp, mulai {iso}}, ``pegawai`` (identitas),
``nilai``, ``urut`` (his number in the lampiran, part of the number of his certificate), ``materi`` [{materi, menit}], ``menit`` of all sessions.
"""

from datetime import date

from django import forms
from django.utils import timezone

from diklat.models import BiayaDiklat
from diklat.pelatihan import hasil as perbuatan
from diklat.pelatihan.rute import DARI_LUAR, UNIT
from diklat.pelatihan.syarat import DIK03
from kepegawaian.aturan import tulis_tanggal
from kepegawaian.models import RiwayatDiklat
from kepegawaian.templatetags.portal import nip
from layanan import akibat, bahan_naskah as bahan, katalog, rute, templat
from layanan.forms_luar import hari_lalu
from layanan.galat import DitolakAlur
from layanan.katalog import Dasar, Langkah, Layanan, SkKolektif, TemplatNaskah, daftarkan
from layanan.susulan import Kecuali

POLA = "{klasifikasi}/{urut}/413.207/{tahun}"


class SertifikatForm(forms.Form):
    """Whose certificate: the peserta row of this pegawai, chosen by the kegiatan itself."""

    peserta = forms.ChoiceField(label="Kegiatan pelatihan")

    def __init__(self, *args, konteks=None, **kwargs):
        super().__init__(*args, **kwargs)
        if konteks is not None:
            baris = perbuatan.PesertaPelatihan.objects.filter(pegawai_id=konteks.profil.pegawai_id, lulus=True)
            self.fields["peserta"].choices = [
                (str(p.pk), p.kegiatan.nama) for p in baris.select_related("kegiatan").order_by("-pk")
            ]


class SttplForm(forms.Form):
    """The certificate an outside organiser issued: number, date, who signed it, and the scan."""

    nomor_sk = forms.CharField(label="Nomor STTPL atau sertifikat", max_length=100)
    tanggal_sk = forms.DateField(label="Tanggal", widget=forms.DateInput(attrs={"type": "date"}))
    pejabat = forms.CharField(label="Pejabat yang menandatangani", max_length=160)
    berkas = forms.FileField(
        label="Pindaian", widget=forms.ClearableFileInput(attrs={"accept": "application/pdf"}), help_text="Berkas PDF."
    )

    def clean_tanggal_sk(self):
        """Not ahead of today."""
        return hari_lalu(self.cleaned_data["tanggal_sk"], "Tanggal sertifikat")


def diterbitkan(konteks):
    """Issued by the BKD itself; what comes from outside is recorded."""
    p = (konteks.lain or {}).get("peserta")
    return p is None or p.kegiatan.pelatihan.kelompok not in DARI_LUAR


def _umum(data):
    """What the decision of all shares."""
    bersama = ("kop", "perihal", "tempat", "kegiatan", "materi", "menit", "tanda_tangan", "penetap", "penandatangan")
    return {k: data[k] for k in bersama}


KOLOM = (
    ("Nama, NIP", lambda d: [d["pegawai"]["nama"], nip(d["pegawai"]["nip"])]),
    ("Jabatan, unit kerja", lambda d: [bahan.jabatan_unit(d["pegawai"]["jabatan"], d["pegawai"]["unit"])]),
    ("Perangkat daerah", lambda d: [d["pegawai"]["opd"]]),
    ("Nilai", lambda d: [d["nilai"]]),
    ("Nomor sertifikat", lambda d: [f"urut {d['urut']}"]),
)
NASKAH = TemplatNaskah("sertifikat", "naskah/sertifikat_pelatihan.html", "800.2", "Sertifikat Pelatihan", POLA)


@daftarkan
class SertifikatPelatihan(Layanan):
    """The certificate of a training and the row it writes."""

    slug = perbuatan.SLUG
    nama = "Sertifikat Pelatihan"
    aspek = "d"
    uraian = (
        "Sertifikat peserta yang lulus ditetapkan, atau STTPL dari penyelenggara direkam, lalu tercatat pada riwayat."
    )
    dampak = "Pelatihan dan jumlah jam pelajarannya tercatat pada riwayat diklat dan dihitung pada indeks."
    dasar = (Dasar("PerLAN 10/2018"), Dasar("PP 11/2017", "Pasal 203"))
    pengusul = ("staf_bkd",)
    pemilik = "SUB33"
    form = SertifikatForm
    naskah = NASKAH
    kolektif = SkKolektif(
        naskah=TemplatNaskah(
            "berita_acara", "naskah/hasil_pelatihan.html", "800.2", "Berita Acara Hasil Pelatihan", POLA
        ),
        umum=_umum, kolom=KOLOM,
    )  # fmt: skip
    alur = (
        Langkah("periksa_kasubbid", "Pemeriksaan kepala subbidang", katalog.kepala_pemilik, sla_hari_kerja=2),
        Langkah(
            "penetapan", "Penetapan nomor dan pencetakan sertifikat", katalog.staf_pemilik, katalog.TETAPKAN,
            sla_hari_kerja=2, bila=diterbitkan, kapan="bila diselenggarakan BKD",
        ),
        Langkah(
            "tanda_tangan", "Penandatanganan sertifikat", katalog.penandatangan(""), katalog.TANDA_TANGAN,
            sla_hari_kerja=2, bila=diterbitkan, kapan="bila diselenggarakan BKD",
        ),
        Langkah(
            "rekam_sttpl", "Perekaman STTPL dari penyelenggara", katalog.staf_pemilik, katalog.REKAM, sla_hari_kerja=10,
            form=SttplForm, naskah=NASKAH, bila=Kecuali(diterbitkan), jalur="luar", tombol="Rekam STTPL dan catat riwayat",
            kapan="bila diselenggarakan pihak lain",
        ),
    )  # fmt: skip

    @property
    def semua_syarat(self):
        """DIK-03 is asked of the kegiatan before anything is sent here."""
        return (DIK03,)

    def unit_pemilik(self, isian):
        """The subbid that ran the kegiatan."""
        p = perbuatan.cari_peserta(isian.get("peserta"), None)
        return UNIT[p.kegiatan.pelatihan.kelompok] if p else self.pemilik

    def dicetak(self, konteks):
        """What the BKD holds itself."""
        return diterbitkan(konteks)

    def kantor_penandatangan(self, konteks):
        """Kepala BKD."""
        return "KABAN"

    def siapkan(self, profil, isian):
        """The peserta row the answers name."""
        return {"peserta": perbuatan.cari_peserta(isian.get("peserta"), profil.pegawai_id)}

    def tmt(self, isian, tanggal):
        """The last day of the training; the day itself before one is chosen."""
        p = perbuatan.cari_peserta(isian.get("peserta"), None)
        return p.kegiatan.selesai if p else tanggal

    def ringkas(self, profil, isian):
        """``Bimtek tata naskah dinas: 24 JP, selesai 12 Mei 2026``."""
        p = perbuatan.cari_peserta(isian.get("peserta"), profil.pegawai_id)
        return (
            f"{p.kegiatan.nama}: {p.kegiatan.jp} JP, selesai {tulis_tanggal(p.kegiatan.selesai)}" if p else self.nama
        )

    def akibat(self, konteks):
        """What the riwayat gains."""
        p = konteks.lain.get("peserta")
        if p is None:
            return []
        return [
            ("Riwayat diklat", "belum ada", p.kegiatan.nama),
            ("Jam pelajaran", "0", f"+{p.kegiatan.jp or 0} JP tahun {p.kegiatan.selesai.year}"),
        ]

    def data_naskah(self, konteks):
        """What the certificate prints of one person; DitolakAlur while he has not passed or JP are missing (DIK-03)."""
        p, acuan, hari_ini = konteks.lain.get("peserta"), konteks.acuan, timezone.localdate()
        if p is None or not p.lulus:
            raise DitolakAlur("Peserta ini belum dinyatakan lulus.")
        k = p.kegiatan
        if not k.jp:
            raise DitolakAlur("Sertifikat tanpa jumlah JP.")
        alamat = rute.pejabat(katalog.penandatangan(""), self, konteks, acuan, hari_ini)
        tanda = bahan.penanda_tangan(alamat, hari_ini)
        data = {
            "kop": bahan.kop_kantor(acuan, hari_ini, None),
            "perihal": "Berita Acara Hasil Pelatihan",
            "tempat": acuan.setelan("kop_tempat", hari_ini),
            "kegiatan": {
                "nama": k.nama, "penyelenggara": k.penyelenggara, "masa": _masa(k), "tempat": k.tempat, "jp": k.jp,
                "mulai": bahan.hari(k.mulai),
            },
            "pegawai": bahan.identitas(konteks.profil),
            "nilai": _tulis(p.nilai),
            "urut": _urut(p),
            "materi": [{"materi": s.materi, "menit": s.menit} for s in k.sesi.all()],
            "menit": perbuatan.menit_jadwal(k),
            "penetap": tanda["jabatan"],
            "penandatangan": tanda["nama"],
            "tanda_tangan": tanda,
        }  # fmt: skip
        return templat.lengkapi(self.naskah, data, acuan, hari_ini)

    def terapkan(self, naskah_pegawai):
        """One RiwayatDiklat dated the last day of the training; what was printed, or what the STTPL says."""
        np = naskah_pegawai
        if akibat.sudah_diterapkan(np, RiwayatDiklat):
            return
        p = perbuatan.cari_peserta(np.data["isian"].get("peserta"), np.pegawai_id)
        k, pelatihan = p.kegiatan, p.kegiatan.pelatihan
        nomor = np.naskah.nomor
        if np.naskah.asal == "register":
            nomor = f"{nomor}-{int(akibat.beku(np, 'urut')):03d}"
        kembar = RiwayatDiklat.objects.filter(
            pegawai_id=np.pegawai_id, nomor_sertifikat=nomor, dibatalkan_pada__isnull=True
        )
        if nomor and kembar.exists():
            raise DitolakAlur(f"Sertifikat {nomor} sudah tercatat pada riwayatnya.")
        RiwayatDiklat.objects.create(
            pegawai_id=np.pegawai_id, tmt=np.tmt, naskah_pegawai=np, jenis=pelatihan.jenis,
            latihan_struktural=pelatihan.latihan_struktural, nama=k.nama[:300], penyelenggara=k.penyelenggara[:200],
            nomor_sertifikat=nomor[:100], tanggal_mulai=_mulai(np, k), jp=akibat.beku(np, "kegiatan", "jp") or k.jp,
            sesuai_jabatan=True if pelatihan.kelompok == "fungsional" else None,
        )  # fmt: skip
        jp, biaya = akibat.beku(np, "kegiatan", "jp") or k.jp, _biaya(k)
        if biaya is not None and jp:
            BiayaDiklat.objects.create(
                naskah_pegawai=np, pegawai_id=np.pegawai_id, tanggal=np.tmt, jp=jp, sumber="dinas", jumlah=biaya
            )

    def skenario_sensus(self, tanggal):
        """It has no condition of its own: those of nomination are shown with the kegiatan."""
        return []


def _biaya(k):
    """Rupiah a participant: what was spent over all of them, else what the catalogue expects; None while neither is known."""
    if k.biaya is None:
        return k.pelatihan.biaya
    return round(k.biaya / (k.peserta.filter(status="peserta").count() or 1))


def _mulai(np, k):
    iso = akibat.beku(np, "kegiatan", "mulai", "iso")
    return date.fromisoformat(iso) if iso else k.mulai


def _urut(p):
    """His place by name among those who passed, as the lampiran lists them; frozen with the certificate."""
    lulus = p.kegiatan.peserta.filter(lulus=True).order_by("pegawai__kini__nama", "pk")
    return f"{list(lulus.values_list('pk', flat=True)).index(p.pk) + 1:03d}"


def _masa(k):
    return tulis_tanggal(k.mulai) + (f" sampai {tulis_tanggal(k.selesai)}" if k.selesai != k.mulai else "")


def _tulis(nilai):
    """A score as printed: ``82,50``; a dash when unknown."""
    return "–" if nilai is None else f"{nilai:.2f}".replace(".", ",")
