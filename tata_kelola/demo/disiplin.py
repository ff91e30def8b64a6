"""Disiplin demo: kasus pada tiap langkah yang penting, ringan di perangkat daerah dan berat dengan tim, serta laporan.

Played through ``disiplin.kasus`` and ``alur`` by the atasan, the tim, and the handlers. Each play knows its path, so its
moments are laid out backwards from its last act: one working day between acts, sixteen before the time to object is over.
"""

import datetime as dt

from django.utils import timezone

from disiplin import fakta, kasus as perkara
from kepegawaian.models import Jabatan, Pegawai, Pengguna, ProfilKini
from kepegawaian.profil import profil_satu
from layanan import alur, katalog
from tata_kelola.demo.panggung import Sutradara, segar
from tata_kelola.demo.pindaian import pindaian

BAGIAN = "kasus disiplin"
RINGAN = ("telaah_atasan", "panggilan_1", "kehadiran_1", "pemeriksaan", "tanda_tangan_bap", "lhp", "keputusan", "penetapan",
          "tanda_tangan", "penyampaian", "upaya", "dokumentasi")  # fmt: skip
LUPUT = ("telaah_atasan", "panggilan_1", "kehadiran_1", "panggilan_2", "kehadiran_2", "lhp")
BERAT = ("telaah", "periksa_kasubbid", "periksa_kabid", "bentuk_tim", "pembebasan", "panggilan_1", "kehadiran_1", "pemeriksaan",
         "tanda_tangan_bap", "lhp", "telaah_lhp", "lhp_kasubbid", "lhp_kabid", "nota_dinas", "sidang", "keputusan",
         "penetapan", "tanda_tangan", "penyampaian")  # fmt: skip
TUNGGU = {"upaya": 16}  # working days before the act; others one
# (path, step at which it stands, days since its last act, what is alleged, penalty)
BABAK = (
    (RINGAN, "selesai", 40, "3d", "R2"), (RINGAN, "dokumentasi", 3, "5g", "S1"), (RINGAN, "keberatan", 5, "3d", "R3"),
    (RINGAN, "pemeriksaan", 1, "3e", ""), (RINGAN, "tidak_terbukti", 9, "3f", ""), (LUPUT, "panggilan_2", 1, "3d", ""),
    (RINGAN, "telaah_atasan", 6, "3d", ""), (BERAT, "keputusan", 2, "5k", "B2"), (BERAT, "bentuk_tim", 1, "10-1983", ""),
    (BERAT, "telaah", 9, "5a", ""),
)  # fmt: skip
URAIAN = {
    "3d": "Tidak menaati ketentuan tentang laporan kegiatan meskipun sudah diingatkan.",
    "3e": "Menunda penyelesaian berkas layanan tanpa alasan yang dapat diterima.",
    "3f": "Berkata tidak pantas kepada rekan kerja di ruang pelayanan.",
    "5g": "Meminta biaya pengurusan surat yang seharusnya tidak dipungut.",
    "5k": "Menerima barang dari penyedia dan tidak melaporkannya.",
    "5a": "Memakai wewenang jabatannya untuk kepentingan pihak lain.",
    "10-1983": "Diduga beristri lagi tanpa izin pejabat.",
}
TANYA = (
    ("Apakah Saudara dalam keadaan sehat dan bersedia diperiksa?", "Saya sehat dan bersedia."),
    ("Apakah benar perbuatan yang dilaporkan itu?", "Benar, dan saya menyesalinya."),
)
LAPORAN = (
    (
        "Petugas loket pendaftaran",
        "Puskesmas Babat",
        "Petugas loket meninggalkan tempat sejak pukul sembilan tanpa pengganti.",
    ),
    ("Guru kelas lima", "", "Beberapa kali tidak mengajar pada hari Senin."),
)


class SutradaraDisiplin(Sutradara):
    """Plays one case along its path and answers the forms of its steps."""

    def __init__(self, hari_ini, staf, *, cetak):
        super().__init__(katalog.ambil(fakta.SLUG), hari_ini, cetak=cetak)
        self.staf = staf
        tinggi = ProfilKini.objects.filter(aktif=True, golongan_urutan__gte=13).order_by("nip")
        self.tim = list(tinggi.filter(opd__kode="ITKAB").values_list("nip", flat=True)[:1])
        self.tim += list(tinggi.exclude(nip__in=self.tim).values_list("nip", flat=True)[: 3 - len(self.tim)])
        self.pelaksana = (
            Jabatan.objects.filter(jenis="pelaksana", berlaku_sampai__isnull=True, kelas__isnull=False)
            .order_by("kelas", "kode")
            .first()
        )

    def kasus(self, pegawai, babak):
        """The play of one case, as a generator of moments."""
        jalan, sampai, mundur, norma, jenis = babak
        langkah = list(jalan[: jalan.index(sampai)]) if sampai in jalan else list(jalan)
        if sampai in ("keberatan", "tidak_terbukti"):
            langkah = list(jalan[: jalan.index({"keberatan": "upaya", "tidak_terbukti": "lhp"}[sampai]) + 1])
        saat = self._saat([1, *(self._jeda(k, sampai) for k in langkah)], mundur)
        atasan = self._atasan(pegawai)
        berat = jalan is BERAT
        pembuka = self.staf if berat or atasan is None else atasan
        isian = {
            "sumber": "laporan" if berat else "atasan", "kejadian": timezone.localdate(saat[0] - dt.timedelta(days=4)).isoformat(),
            "dugaan": [norma], "perkiraan": "berat" if berat else "ringan", "uraian": URAIAN[norma],
        }  # fmt: skip
        yield saat[0]
        usulan = segar(perkara.buka(pegawai, oleh=self.pelaku(pembuka, saat[0]), isian=isian).usulan)
        for i, kode in enumerate(langkah, 1):
            yield saat[i]
            if usulan.langkah_kini is None or usulan.langkah_kini.kode != kode:
                continue
            if kode == "pemeriksaan":
                self._bap(usulan, saat[i])
            isi = self._jawab(usulan, kode, sampai, norma, jenis, saat[i : i + 2])
            if isi is None:
                usulan = self.satu_langkah(usulan, saat[i])
                continue
            oleh = self.pemegang(usulan, saat[i])
            periksa = {h["kode"]: "Sudah dilihat pada berkasnya." for h in usulan.hasil_syarat}
            alur.setujui(usulan, oleh=oleh, versi=usulan.versi_baris, periksa=periksa, data=isi)
            usulan = segar(usulan)
        return usulan

    def _jeda(self, kode, sampai):
        return 2 if kode == "upaya" and sampai == "keberatan" else TUNGGU.get(kode, 1)

    def _saat(self, jeda, mundur):
        """One moment an act, the last ``mundur`` days ago, ``jeda`` working days before each."""
        hari = self.acuan.tambah_hari_kerja(self.hari_ini - dt.timedelta(days=mundur + 1), 1)
        hari = min(hari, self.hari_ini - dt.timedelta(days=1))
        urut = []
        for i, n in enumerate(reversed(jeda)):
            while not self.acuan.hari_kerja(hari):
                hari -= dt.timedelta(days=1)
            urut.append(timezone.make_aware(dt.datetime.combine(hari, dt.time(9 + i % 6, 5 + i * 7 % 50))))
            for _ in range(n):
                hari -= dt.timedelta(days=1)
                while not self.acuan.hari_kerja(hari):
                    hari -= dt.timedelta(days=1)
        return list(reversed(urut))

    def _atasan(self, pegawai):
        """The account of the nearest head over the person, or None."""
        profil = profil_satu(pegawai.pk, per=self.hari_ini, bagian=("jabatan", "unit"))
        terdekat = next((j for j, _, terisi in fakta.tangga(profil, self.acuan, self.hari_ini) if terisi), None)
        return (
            terdekat
            and Pengguna.objects.filter(
                pegawai__kini__jabatan=terdekat, is_active=True, pegawai__kini__aktif=True
            ).first()
        )

    def _bap(self, usulan, pada):
        oleh = self.pemegang(usulan, pada)
        satu = perkara.berkas_kasus(usulan)
        data = {"tentang": "terperiksa", "nama": usulan.pegawai.kini.nama_lengkap, "jabatan": "",
                "tanggal": timezone.localdate(pada), "tempat": "Ruang pemeriksaan", "cara": "tatap_muka"}  # fmt: skip
        bap = perkara.buat_bap(satu, data, oleh=oleh)
        perkara.isi_bap(bap, TANYA, oleh=oleh)
        perkara.tutup_bap(bap, oleh=oleh)

    def _jawab(self, usulan, kode, sampai, norma, jenis, saat):
        """Answers of the form of the step ``kode``, None where it asks nothing. ``saat``: this moment and the next."""
        hari = timezone.localdate(saat[0]).isoformat()
        esok = timezone.localdate(saat[-1]).isoformat()
        if esok == hari:  # the play ends with this act: the examination lies ahead
            esok = self.acuan.tambah_hari_kerja(timezone.localdate(saat[0]), 5).isoformat()
        panggil = {"tanggal_periksa": esok, "jam": "09:00", "tempat": "Ruang pemeriksaan", "kepada": "Pemeriksa"}
        hadir = {"hasil": "tidak_hadir" if sampai == "panggilan_2" else "hadir"}
        turun = {"jabatan_baru": self.pelaksana.kode} if jenis == "B2" and self.pelaksana else {}
        ke_upaya = {"hasil": "keberatan", "nomor_surat": "Surat keberatan", "tanggal_ajuan": hari}
        return {
            "telaah_atasan": {"hasil": "atasan", "pertimbangan": "Keterangan rekan dan dokumennya cukup sebagai bukti awal."},
            "telaah": {"hasil": "tim", "pertimbangan": "Ancaman hukumannya berat, sehingga diperiksa tim."},
            "bentuk_tim": {"hasil": "bebas", "ketua": "pengawasan",
                           **dict(zip(("pengawasan", "atasan", "kepegawaian"), self.tim, strict=False))},
            "pembebasan": {"mulai": hari, "plh": ""}, "panggilan_1": panggil, "panggilan_2": panggil,
            "kehadiran_1": hadir, "kehadiran_2": hadir, "pemeriksaan": {"kerugian": "tidak"},
            "tanda_tangan_bap": {"hasil": "ditandatangani"}, "lhp": self._lhp(sampai, norma, jenis),
            "sidang": {"tanggal_sidang": hari, "pertimbangan": "Sependapat dengan rekomendasi tim pemeriksa."},
            "keputusan": {"hasil": "dijatuhi", "jenis": jenis, "alasan": "Setimpal dengan pelanggarannya.", **turun},
            "penyampaian": {"hasil": "disampaikan", "tanggal_terima": hari, "tempat": "Ruang kerja pejabat"},
            "upaya": ke_upaya if sampai == "keberatan" else {"hasil": "tidak_ada"}, "dokumentasi": {"tanggal_siasn": hari},
        }.get(kode)  # fmt: skip

    def _lhp(self, sampai, norma, jenis):
        if sampai == "tidak_terbukti":
            return {"terbukti": "tidak"}
        dampak = (
            {}
            if norma in ("5k", "5l", "5a", "10-1983")
            else {"dampak": "unit", "alasan_dampak": "Pelayanan unit terganggu."}
        )
        return {"terbukti": "ya", "norma": [norma], "jenis": jenis, "meringankan": "Mengakui dan menyesal."} | dampak

    def sk(self, usulan):
        """The scan of the signed SK."""
        n = usulan.naskah.filter(surat=False).order_by("-naskah_id").first().naskah
        return pindaian("Keputusan hukuman disiplin", n.nomor, tanda_tangan=n.penandatangan or n.penetap)


def tambah_disiplin(p):
    """Adds the cases to the plays of ``p`` (Pementasan), and leaves two reports."""
    staf = (
        ProfilKini.objects.filter(unit__kode="SUB11", aktif=True).exclude(jenis_jabatan="struktural").order_by("nip")
    )
    akun = Pengguna.objects.filter(pegawai__in=staf.values("pegawai_id"), is_active=True).order_by("pk").first()
    if akun is None:  # a very small regency
        return
    sutradara = SutradaraDisiplin(p.hari_ini, akun, cetak=p.cetak)
    calon = ProfilKini.objects.filter(
        status="PNS", pegawai__usulan__isnull=True, golongan_urutan__gte=9, opd__isnull=False
    ).exclude(opd__kode__in=("BKPSDM", "ITKAB")).exclude(pegawai__riwayathukuman__isnull=False)  # fmt: skip
    calon = calon.exclude(jenis_jabatan="struktural").order_by("-jenis_jabatan", "-nip")  # pelaksana first
    orang = [Pegawai.objects.select_related("kini").get(pk=k.pk) for k in p.bebas(calon)[: len(BABAK)]]
    p.catat(orang)
    # The gravest cases first: a small regency has few pelaksana, and the lower post of B2 is one of theirs.
    for pegawai, babak in zip(orang, reversed(BABAK), strict=False):
        p.tambah(BAGIAN, sutradara.kasus(pegawai, babak))
    for i, (terlapor, unit, uraian) in enumerate(LAPORAN):
        pada = sutradara.saat(1, mundur=2 + 4 * i)[0]
        perkara.laporkan({"terlapor": terlapor, "unit": unit, "uraian": uraian}, pada=pada)
