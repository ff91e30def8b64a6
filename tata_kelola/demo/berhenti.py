"""Demo pemberhentian dan MPP: pensiun pada tiap status, penundaan APS, dan sebab yang jarang, tiap satu.

Proposed by the operator of the OPD or the staf of the Subbidang Pensiun; forms of the steps are answered here.
"""

from datetime import timedelta

from django.utils import timezone

from kepegawaian.aturan import awal_bulan_berikut, tambah_bulan
from kepegawaian.models import Pengguna, ProfilKini, RiwayatKeluarga
from layanan import alur, katalog
from layanan.galat import DitolakAlur
from tata_kelola.demo.panggung import Sutradara, segar
from tata_kelola.demo.pindaian import pindaian

BAGIAN = "pemberhentian, pensiun, MPP"
STAF = "SUB43"
# (step at which it stands, last act, late)
BABAK_BUP = (("selesai", "", False), ("tanda_tangan", "", False), ("pertek", "", True), ("dpcp_kembali", "", False),
             ("verifikasi_bkd", "kembalikan", False), ("draf", "", False))  # fmt: skip
KALIMAT = {
    "kembalikan": "Daftar susunan keluarga belum menyebut anak kedua; mintakan yang lengkap.",
    "tolak": "Tenaganya masih sangat diperlukan sampai akhir tahun anggaran.",
    "pasal": "PerBKN 3/2020 Pasal 5",
    "batalkan": "Berkasnya diajukan ulang bersama daftar susunan keluarga yang baru.",
}


class SutradaraBerhenti(Sutradara):
    """Answers the forms of the steps; ``keputusan``: what the Bupati decides on a wish to leave."""

    def __init__(self, slug, p, staf, keputusan="setuju"):
        super().__init__(katalog.ambil(slug), p.hari_ini, cetak=p.cetak)
        self.kalimat, self.staf, self.keputusan = KALIMAT, staf, keputusan

    def pengusul_untuk(self, pegawai):
        """The operator of his OPD where the layanan knows him, else the staf of the Subbidang Pensiun."""
        operator = self.pengusul.get(pegawai.kini.opd_id) if "operator_opd" in self.layanan.pengusul else None
        return operator or self.staf

    def satu_langkah(self, usulan, pada, **jawab):
        """A step with a form of its own is answered; the others as always."""
        isi = self.isian_langkah(usulan.langkah_kini.kode, timezone.localdate(pada).isoformat())
        if isi is None:
            return super().satu_langkah(usulan, pada, **jawab)
        alur.setujui(usulan, oleh=self.pemegang(usulan, pada), versi=usulan.versi_baris, data=isi)
        return segar(usulan)

    def isian_langkah(self, kode, hari):
        """Answers of the form of the waiting step, or None when it asks nothing (or somebody outside answers)."""
        tunda = {
            "tunda_sampai": tambah_bulan(self.hari_ini, 6).isoformat(),
            "alasan_tunda": "Pemeriksaan BPK belum selesai.",
        }
        return {
            "dpcp_kembali": {"tanggal_dpcp": hari}, "serahkan": {"tanggal_serah": hari},
            "keputusan": {"hasil": self.keputusan} | tunda if self.layanan.slug == "pensiun-aps" else None,
        }.get(kode)  # fmt: skip

    def file_rekam(self, usulan, isi):
        """The scan of BKN's answer."""
        return pindaian("Pertimbangan teknis BKN", isi["nomor_pertek"], usulan.pegawai.kini.nama_lengkap)

    def coba(self, pegawai, sampai, **lain):
        """The play of a usulan; a step nobody in this regency can hold ends it where it stands."""
        try:
            return (yield from self.lakon(pegawai, sampai, **lain))
        except DitolakAlur:
            return None


def tambah_berhenti(p):
    """Adds all of the docstring to the plays of ``p`` (Pementasan), as far as there are people for it."""
    staf = ProfilKini.objects.filter(unit__kode=STAF, aktif=True).exclude(jenis_jabatan="struktural").order_by("nip")
    akun = Pengguna.objects.filter(pegawai__in=staf.values("pegawai_id"), is_active=True).order_by("pk").first()
    if akun is None:  # a very small regency
        return
    for slug, keputusan, babak, calon, isian in _rencana(p):
        sutradara = SutradaraBerhenti(slug, p, akun, keputusan)
        for pegawai, (sampai, akhir, terlambat) in zip(p.pilih(slug, calon, len(babak), isian), babak, strict=False):
            p.tambah(BAGIAN, sutradara.coba(pegawai, sampai, akhir=akhir, terlambat=terlambat, isian=isian))


def _rencana(p):
    """(slug, decision, [(step, last act, late)], candidates, answers) of each play."""
    hari_ini, alamat = p.hari_ini, {"alamat": "Jalan Lamongrejo 12 Lamongan"}
    pns = ProfilKini.objects.filter(status="PNS", pegawai__usulan__isnull=True, opd__isnull=False).exclude(
        unit__kode=STAF
    )
    segera = pns.filter(tmt_pensiun__gt=awal_bulan_berikut(hari_ini), tmt_pensiun__lte=tambah_bulan(hari_ini, 15))
    yield "pensiun-bup", "", BABAK_BUP, segera.order_by("tmt_pensiun", "nip"), alamat
    tua = pns.filter(tanggal_lahir__lte=tambah_bulan(hari_ini, -12 * 52), tmt_cpns__lte=tambah_bulan(hari_ini, -12 * 21),
                     jenis_jabatan="pelaksana").order_by("nip")  # fmt: skip
    aps = alamat | {"alasan": "Mengurus usaha keluarga", "perkara": "tidak"}
    yield "pensiun-aps", "setuju", (("keputusan", "", False), ("persetujuan_kaban", "tolak", False)), tua, aps
    yield "pensiun-aps", "tunda", (("pertek", "", False),), tua, aps
    keluarga = RiwayatKeluarga.objects.filter(hubungan="pasangan", keadaan="hidup").values("pegawai_id")
    mati = alamat | {"tanggal_kejadian": (hari_ini - timedelta(days=26)).isoformat(), "nomor_bukti": "474.3/88/2026",
                     "pengabdian": "tidak"}  # fmt: skip
    yield "pensiun-janda-duda", "", (("dpcp", "", True),), (
        pns.filter(pk__in=keluarga, jenis_jabatan="pelaksana").order_by("-nip")), mati  # fmt: skip
    nanti = awal_bulan_berikut(hari_ini).isoformat()
    yield "pensiun-uzur", "", (("verifikasi_bkd", "", False),), tua, alamat | {
        "jenis": "TIDAK_CAKAP", "hasil_uji": "bukan", "nomor_bukti": "BA/7/TPK/2026", "tmt": nanti, "pengabdian": "tidak",
        "tanggal_kejadian": (hari_ini - timedelta(days=40)).isoformat(),
    }  # fmt: skip
    muda = pns.filter(jenis_jabatan="pelaksana").order_by("-nip")
    yield "pemberhentian-pidana", "", (("periksa_kabid", "", False),), muda, {
        "jenis": "PTDH_BERENCANA", "tanggal_kejadian": (hari_ini - timedelta(days=30)).isoformat(), "lama_bulan": 36,
        "berencana": "ya", "nomor_bukti": "41/Pid.Sus/2026/PN Lmg",
    }  # fmt: skip
    yield "pemberhentian-sementara", "", (("selesai", "", False),), muda, {
        "sebab": "ditahan", "tanggal_kejadian": (hari_ini - timedelta(days=45)).isoformat(), "nomor_bukti": "SP.Han/17/X/2026",
    }  # fmt: skip
    mpp = pns.filter(tmt_pensiun__gt=tambah_bulan(hari_ini, 5), tmt_pensiun__lte=tambah_bulan(hari_ini, 13)).order_by(
        "nip"
    )
    yield "mpp", "", (("serahkan", "", False), ("atasan", "batalkan", False)), mpp, {
        "tanggal_permohonan": (hari_ini - timedelta(days=20)).isoformat(), "tugas_selesai": "ya", "perkara": "tidak",
    }  # fmt: skip
    pppk = ProfilKini.objects.filter(status="PPPK", pegawai__usulan__isnull=True, opd__isnull=False).order_by("nip")
    yield "pppk-putus", "", (("verifikasi_bkd", "", False),), pppk, {
        "jenis": "PPPK_APS", "tmt": nanti, "terbukti": "ya", "nomor_bukti": "800/64/2026",
    }  # fmt: skip
