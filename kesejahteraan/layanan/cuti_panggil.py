"""Pemanggilan kembali dan pembatalan cuti. Dasar: PP 11/2017 Pasal 315.

Who is called back for urgent service keeps the days not taken (CUT-9); a leave that has not begun may be given up by the
one who asked for it. The letter marks the leave batal and writes the part that was taken; the ledger follows by itself.
"""

from datetime import timedelta

from django import forms
from django.utils import timezone

from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import tulis_tanggal
from kepegawaian.models import RiwayatCuti
from kesejahteraan.cuti import akibat, bahan, fakta
from kesejahteraan.cuti.aturan import syarat as aturan
from kesejahteraan.cuti.dasar import PBKN24, PEJABAT
from kesejahteraan.cuti.forms import tanggal
from kesejahteraan.layanan.cuti import kosong, senin
from layanan import bahan_naskah, katalog, templat
from layanan.katalog import BagianNaskah, Dasar, Langkah, Layanan, Syarat, TemplatNaskah, daftarkan
from layanan.sensus import Skenario

PASAL = Dasar("PP 11/2017", "Pasal 315")
SEBAB = (
    ("dinas", "Dipanggil kembali karena kepentingan dinas mendesak"),
    ("batal", "Dibatalkan atas permintaan pegawai"),
)


def pilihan_cuti(profil):
    """(id, words) of the leave of a person that runs or comes, other than CLTN."""
    if profil is None or profil.pegawai_id is None:
        return []
    baris = RiwayatCuti.objects.filter(
        pegawai_id=profil.pegawai_id, dibatalkan_pada__isnull=True, sampai__gte=profil.per - timedelta(days=400)
    ).exclude(jenis="CLTN")
    return [
        (str(b.pk), f"{b.get_jenis_display()}, {tulis_tanggal(b.tmt)} sampai {tulis_tanggal(b.sampai)}") for b in baris
    ]


class FormPanggil(forms.Form):
    """Which leave, why, and the first day back at work."""

    cuti = forms.ChoiceField(label="Cuti yang diakhiri")
    sebab = forms.ChoiceField(label="Sebab", choices=SEBAB, widget=forms.RadioSelect)
    tmt = tanggal("Kembali bekerja mulai", help_text="Bila cutinya tidak jadi dijalani, isi hari pertama cutinya.")
    uraian = forms.CharField(label="Uraian", max_length=200)

    def __init__(self, *args, konteks=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["cuti"].choices = pilihan_cuti(konteks.profil if konteks else None)


@daftarkan
class CutiPanggil(Layanan):
    """The end of a leave before its time."""

    slug = "cuti-panggil"
    nama = "Pemanggilan Kembali atau Pembatalan Cuti"
    aspek = "j"
    uraian = "Mengakhiri cuti sebelum waktunya; hari cuti tahunan yang belum dijalani tetap menjadi hak pegawai."
    dampak = "Cutinya berakhir sehari sebelum tanggal kembali bekerja; sisa harinya kembali ke saldo."
    mendasari = False
    pemilik = "SUB42"
    pengusul = ("asn", "operator_opd", "staf_bkd")
    dasar = (PASAL, PBKN24)
    bagian = ("pangkat", "jabatan", "unit", "tinggal")
    form = FormPanggil
    naskah = TemplatNaskah(
        "surat", "naskah/surat.html", "851", "Surat Pemanggilan Kembali atau Pembatalan Cuti", bahan.POLA,
        bagian=(
            BagianNaskah("pembuka", "Pembuka", "Menunjuk cuti Saudara {{ d.lama.jenis }} tanggal {{ d.lama.masa }}, dengan ini "
                         "{% if d.dinas %}Saudara dipanggil kembali bekerja karena kepentingan dinas mendesak{% else %}cuti "
                         "tersebut dibatalkan atas permintaan Saudara{% endif %} terhitung mulai tanggal {{ d.tmt.tulis }}."),
            BagianNaskah("penutup", "Penutup", "Hak atas cuti yang belum dijalani tetap menjadi hak Saudara."),
            BagianNaskah("tembusan", "Tembusan", bentuk="daftar", bawaan="Kepala BKPSDM Kabupaten Lamongan\nArsip"),
        ),
        nama=(*bahan_naskah.NAMA_PEGAWAI, ("lama.jenis", "cuti tahunan"), ("lama.masa", "2 sampai 6 Desember 2026"),
              ("dinas", True), ("tmt.tulis", "4 Desember 2026"), ("tempat", "Lamongan")),
    )  # fmt: skip
    syarat = (
        Syarat(
            "CUT-9", "Hari yang belum dijalani tetap menjadi hak", PASAL, aturan.c09_dipanggil, keyakinan="sebagian"
        ),
    )
    alur = (
        Langkah("keputusan", "Persetujuan pejabat yang memberikan cuti", PEJABAT, sla_hari_kerja=1, boleh_tolak=False),
        Langkah("penetapan", "Penetapan nomor surat", katalog.operator_opd, katalog.TETAPKAN, sla_hari_kerja=1),
        Langkah("tanda_tangan", "Penandatanganan surat", PEJABAT, katalog.TANDA_TANGAN, sla_hari_kerja=1),
    )  # fmt: skip

    def siapkan(self, profil, isian):
        """The leave it is about, and the week it is counted by."""
        baris = RiwayatCuti.objects.filter(
            pk=isian.get("cuti") or 0, pegawai_id=profil.pegawai_id, dibatalkan_pada__isnull=True
        ).values("tmt", "sampai", "jenis").first()  # fmt: skip
        return {"cuti": baris, "pola": fakta.pola(profil, acuan_kini(), profil.per)}

    def isian_awal(self, profil, tanggal, acuan):
        """The leave that runs, back tomorrow."""
        pilihan = pilihan_cuti(profil)
        return {"cuti": pilihan[0][0] if pilihan else "", "sebab": "dinas", "tmt": tanggal + timedelta(days=1)}

    def ringkas(self, profil, isian):
        """``Kembali bekerja 4 Desember 2026``."""
        return f"Kembali bekerja {tulis_tanggal(isian.get('tmt'))}"

    def pejabat(self, konteks):
        """As for an ordinary leave of his kind."""
        jenis = (konteks.lain.get("cuti") or {}).get("jenis") or "CT"
        return fakta.pejabat(konteks.profil, konteks.acuan, konteks.tanggal, jenis)

    def kantor_penandatangan(self, konteks):
        """The office that grants."""
        return self.pejabat(konteks)[0]

    def akibat(self, konteks):
        """The last day of the leave, and what comes back."""
        cuti, hari = konteks.lain.get("cuti"), aturan.kembali(konteks)
        if not cuti or hari is None:
            return []
        akhir = konteks.isian["tmt"] - timedelta(days=1)
        nanti = tulis_tanggal(akhir) if akhir >= cuti["tmt"] else "tidak dijalani"
        baris = [("Cuti berakhir", tulis_tanggal(cuti["sampai"]), nanti)]
        return [*baris, ("Kembali ke saldo", "–", f"{hari[1]} hari kerja")] if cuti["jenis"] == "CT" else baris

    def data_naskah(self, konteks):
        """A letter; keys as ``layanan/bahan_naskah.surat`` gives them."""
        acuan, p = konteks.acuan, konteks.profil
        kini, blok = timezone.localdate(), bahan.tanda(self, konteks)
        cuti = konteks.lain.get("cuti") or {"tmt": None, "sampai": None, "jenis": ""}
        nama = dict(RiwayatCuti.JENIS).get(cuti["jenis"], "cuti").lower()
        data = bahan_naskah.surat(
            self.naskah.judul, kop=bahan_naskah.kop_kantor(acuan, kini, p.opd), tempat=acuan.setelan("kop_tempat", kini),
            kepada=(p.nama_lengkap, "di tempat"), tanda_tangan=blok,
            rincian=(("Nama", p.nama_lengkap), ("NIP", p.nip or "-"), ("Uraian", konteks.isian.get("uraian") or "-")),
        ) | {
            "pegawai": bahan.pegawai(p), "tmt": bahan_naskah.hari(konteks.tanggal),
            "dinas": konteks.isian.get("sebab") == "dinas",
            "lama": {"jenis": nama, "masa": f"{tulis_tanggal(cuti['tmt'])} sampai {tulis_tanggal(cuti['sampai'])}"},
        }  # fmt: skip
        return templat.lengkapi(self.naskah, data, acuan, kini)

    def terapkan(self, naskah_pegawai):
        """The leave ends; see ``kesejahteraan.cuti.akibat.panggil``."""
        akibat.panggil(naskah_pegawai)

    def skenario_sensus(self, tanggal):
        """Called back in the middle, a day outside it, and a leave nobody chose."""
        mulai = senin(tanggal)

        def lain(hari):
            masa = {"tmt": mulai - timedelta(days=hari), "sampai": mulai + timedelta(days=4), "jenis": "CT"}
            return lambda p, a: {"cuti": masa, "pola": "5"}

        return [
            Skenario("di tengah cuti", mulai, lain=lain(3)),
            Skenario("sebelum cuti", mulai, lain=lain(-2)),
            Skenario("belum dipilih", mulai, lain=kosong, maks=100),
        ]
