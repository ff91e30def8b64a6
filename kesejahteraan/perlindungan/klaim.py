"""Yang sama pada klaim JKK dan JKM: rute ke PT Taspen, surat pengantar, dan riwayat klaim. Dasar: PP 70/2015 jo. PP 66/2017.

The letter to Taspen changes no riwayat; what was paid does, recorded with its proof at the step ``bayar``.
"""

from datetime import date

from django.utils import timezone

from kepegawaian.aturan import tulis_rupiah, tulis_tanggal
from kepegawaian.models import RiwayatKlaim
from kesejahteraan.perlindungan import manfaat
from kesejahteraan.perlindungan.forms import JAWABAN, BayarForm, JawabanTaspenForm
from layanan import akibat, bahan_naskah, katalog, rute, templat
from layanan.galat import DitolakAlur
from layanan.katalog import BagianNaskah, Dasar, DokumenSyarat, Langkah, Layanan, TemplatNaskah
from layanan.models import NaskahUsulan

PP70, PP66, PBKN4 = Dasar("PP 70/2015"), Dasar("PP 66/2017"), Dasar("PerBKN 4/2020")
STAF = katalog.staf("SUB42")
SETELAN = "klaim_penanda_tangan"
BUKTI = TemplatNaskah("surat", "naskah/surat.html", "", "Bukti Pembayaran Klaim", "")
BAGIAN = (
    BagianNaskah(
        "isi", "Isi surat", "Bersama ini disampaikan berkas klaim {{ d.program }} atas nama {{ d.pegawai.nama }} yang {{ d.peristiwa }} "
        "pada tanggal {{ d.kejadian.tulis }}, dengan perhitungan berikut:", "daftar",
    ),
    BagianNaskah(
        "penutup", "Penutup",
        "Mohon klaim tersebut diproses menurut ketentuan. Perhitungan di atas menurut data kepegawaian kami.",
    ),
    BagianNaskah("tembusan", "Tembusan", bentuk="daftar", bawaan="Kepala perangkat daerah yang bersangkutan\nAhli waris atau yang bersangkutan"),
)  # fmt: skip
NAMA = (
    *bahan_naskah.NAMA_PEGAWAI,
    ("program", "jaminan kematian"), ("peristiwa", "wafat"), ("kejadian.tulis", "3 November 2026"),
    ("kejadian.iso", "2026-11-03"), ("penerima", "ZULAIKHA (suami/istri)"), ("jumlah", "Rp31.500.000"),
    ("penetap", "Kepala Badan Kepegawaian dan Pengembangan Sumber Daya Manusia"), ("tempat", "Lamongan"),
)  # fmt: skip


def templat_surat(judul):
    """The letter to Taspen of one kind of claim."""
    return TemplatNaskah(
        "surat", "naskah/surat.html", "841", judul, "{klasifikasi}/{urut}/413.207/{tahun}", bagian=BAGIAN, nama=NAMA
    )


def langkah_akhir():
    """From the head of the bidang to the payment."""
    return (
        Langkah("periksa_kabid", "Pemeriksaan kepala bidang", katalog.jabatan("KEPALA-BID4"), sla_hari_kerja=2, paraf=True),
        Langkah("penetapan", "Penetapan nomor surat pengantar", STAF, katalog.TETAPKAN, sla_hari_kerja=1),
        Langkah("tanda_tangan", "Penandatanganan surat pengantar", katalog.penandatangan(SETELAN), katalog.TANDA_TANGAN,
                sla_hari_kerja=2),
        Langkah("jawaban_taspen", "Penelitian PT Taspen", STAF, katalog.REKAM, sla_hari_kerja=15, form=JawabanTaspenForm,
                sebutan=dict(JAWABAN), hasil={"kurang": "lengkapi", "ditolak": "TOLAK"}, jalur="PT Taspen",
                tombol="Rekam jawaban"),
        Langkah("bayar", "Pembayaran klaim", STAF, katalog.REKAM, sla_hari_kerja=15, form=BayarForm, naskah=BUKTI,
                jalur="PT Taspen", tombol="Rekam pembayaran"),
        Langkah("serahkan", "Pemberitahuan kepada penerima", STAF, katalog.SERAHKAN, sla_hari_kerja=2),
    )  # fmt: skip


def dokumen_waris(bila, kapan):
    """What the heirs bring."""
    satu = {"bila": bila, "kapan": kapan}
    return (
        DokumenSyarat("akta_kematian", "Akta kematian", **satu),
        DokumenSyarat("ahli_waris", "Surat keterangan ahli waris", **satu),
        DokumenSyarat("surat_nikah", "Surat nikah", wajib=False, **satu),
        DokumenSyarat("surat_sekolah", "Surat keterangan sekolah anak", wajib=False, **satu),
    )


DOKUMEN = (
    DokumenSyarat("sk_pangkat", "SK pangkat terakhir", dosir="pangkat"),
    DokumenSyarat("kk", "Kartu keluarga"),
    DokumenSyarat("ktp", "KTP penerima"),
    DokumenSyarat("rekening", "Buku rekening penerima"),
)


class Klaim(Layanan):
    """Base of both; subclasses give ``program``, ``kata`` and ``manfaat(konteks)``."""

    aspek = "n"
    strategis = False
    rahasia = True  # health and family; who opens it: ``hak.py``
    pemilik = "SUB42"
    pengusul = ("operator_opd", "staf_bkd")
    tanya_diri = False
    judul_akibat = ("Manfaat yang diklaim", "Rumus", "Jumlah")
    untuk_tidak_aktif = True  # his death may be recorded already
    bagian = ("pangkat", "gaji", "unit", "jabatan", "keluarga", "tanggungan", "kontrak")
    program = ""

    def manfaat(self, konteks):
        """[manfaat.Baris] of what is claimed; DitolakAlur when the last pay is not known."""
        raise NotImplementedError

    def peristiwa(self, isian):
        """What happened, in words."""
        raise NotImplementedError

    def gaji(self, konteks):
        """Rupiah of the last pay on the day of the event."""
        nilai, sebab = manfaat.gaji_terakhir(konteks.profil, konteks.acuan, konteks.tanggal)
        if nilai is None:
            raise DitolakAlur(f"Manfaat belum dapat dihitung: {sebab}.")
        return nilai

    def penerima(self, konteks):
        """Name of the receiver, with what he is to the participant."""
        isi = konteks.isian
        orang = next((t for t in konteks.profil.tanggungan if t.anggota == isi.get("penerima")), None)
        if orang is not None:
            return f"{orang.nama} ({ {'pasangan': 'suami/istri', 'anak': 'anak', 'orang_tua': 'orang tua'}[orang.hubungan] })"
        return isi.get("ahli_waris") or konteks.profil.nama_lengkap

    def ringkas(self, profil, isian):
        """``Wafat 3 November 2026``."""
        return f"{self.peristiwa(isian).capitalize()}, {tulis_tanggal(isian.get('tmt'))}"

    def akibat(self, konteks):
        """Every benefit with its formula; nothing while the pay is unknown."""
        try:
            baris = self.manfaat(konteks)
        except DitolakAlur as galat:
            return [("Manfaat", "–", str(galat))]
        tulis = [
            (
                b.uraian,
                b.rumus,
                tulis_rupiah(b.rupiah) + (" (sebagian sumbernya belum diperiksa)" if b.keyakinan != "pasti" else ""),
            )
            for b in baris
        ]
        sebut = manfaat.gaji_terakhir(konteks.profil, konteks.acuan, konteks.tanggal)[1]
        return [*tulis, ("Jumlah klaim", f"gaji terakhir: {sebut}", tulis_rupiah(manfaat.jumlah(baris)))]

    def data_naskah(self, konteks):
        """The letter to Taspen; keys as ``templates/naskah/surat.html`` reads them."""
        acuan, kini, p = konteks.acuan, timezone.localdate(), konteks.profil
        alamat = rute.pejabat(katalog.penandatangan(SETELAN), self, konteks, acuan, kini)
        tanda, baris = bahan_naskah.penanda_tangan(alamat, kini), self.manfaat(konteks)
        rincian = [
            ("Nama", p.nama_lengkap), ("NIP", p.nip or "-"), ("Pangkat, golongan", f"{p.pangkat or '-'}, {p.golongan or '-'}"),
            ("Unit kerja", p.unit or "-"), ("Penerima", self.penerima(konteks)),
            *((b.uraian, f"{tulis_rupiah(b.rupiah)} ({b.rumus})") for b in baris), ("Jumlah", tulis_rupiah(manfaat.jumlah(baris))),
        ]  # fmt: skip
        kop = (
            bahan_naskah.kop_bupati(acuan, kini)
            if tanda["kantor_luar"]
            else bahan_naskah.kop_kantor(acuan, kini, None)
        )
        data = bahan_naskah.surat(
            self.naskah.judul, kop=kop, tempat=acuan.setelan("kop_tempat", kini), rincian=rincian, tanda_tangan=tanda,
            kepada=acuan.setelan("klaim_kepada", kini), lampiran="1 (satu) berkas",
        ) | {
            "pegawai": bahan_naskah.identitas(p), "program": dict(RiwayatKlaim.PROGRAM)[self.program].lower(),
            "peristiwa": self.peristiwa(konteks.isian), "kejadian": bahan_naskah.hari(konteks.tanggal),
            "penerima": self.penerima(konteks), "jumlah": tulis_rupiah(manfaat.jumlah(baris)),
            "manfaat": [{"uraian": b.uraian, "rumus": b.rumus, "rupiah": b.rupiah, "dasar": b.dasar} for b in baris],
        }  # fmt: skip
        return templat.lengkapi(self.naskah, data, acuan, kini)

    def tmt_menyusul(self, konteks):
        """The letter itself has no effect on the riwayat, so it has no TMT."""
        return True

    def terapkan(self, naskah_pegawai):
        """The letter changes nothing; the recorded payment becomes one RiwayatKlaim dated the event."""
        np = naskah_pegawai
        if np.naskah.asal != "luar" or akibat.sudah_diterapkan(np, RiwayatKlaim):
            return
        surat = self._surat(np)
        RiwayatKlaim.objects.create(
            **akibat.kolom_sk(np) | {"tmt": date.fromisoformat(np.data["isian"]["tmt"])}, program=self.program, peristiwa=self.peristiwa(np.data["isian"])[:160],
            nilai=int(np.naskah.data["nilai"]), tanggal_bayar=np.naskah.tanggal,
            penerima=(surat.get("penerima") or "")[:160],
            rincian=[{"uraian": b["uraian"], "rupiah": b["rupiah"]} for b in surat.get("manfaat") or ()],
        )  # fmt: skip

    def _surat(self, np):
        """Frozen data of the letter this payment answers."""
        semua = NaskahUsulan.objects.filter(usulan_id=np.data["usulan"], surat=False, naskah__asal="register")
        satu = semua.select_related("naskah").order_by("-naskah_id").first()
        return satu.naskah.data if satu else {}
