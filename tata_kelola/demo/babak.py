"""Babak: siapa memainkan apa. Semua orang dipilih dahulu, lalu semua usulan dimainkan bersama menurut waktunya.

One play is a generator of moments (``panggung.Sutradara.lakon``); ``Pementasan`` gathers them and lets the earliest act
go first, whatever the service, so that a register counts as an office does: number 12 is not older than number 1.
"""

from collections import Counter
from datetime import timedelta
from time import monotonic

from django.utils import timezone

from kepegawaian.acuan import acuan_kini, acuan_tetap
from kepegawaian.models import ProfilKini, RiwayatKinerja
from kepegawaian.profil import profil
from layanan import alur, katalog, kolektif, naskah as modul_naskah, pengantar
from layanan.galat import DitolakAlur
from layanan.models import Usulan
from tata_kelola.demo.panggung import Sutradara, bersama, isi_dosir, layak, segar
from tata_kelola.demo.pindaian import pindaian

# (step at which it stands, last act, late) for each usulan of the play.
# Every status and step once, then those that are only a second or a late one: a small regency runs out of people.
BABAK_KP = (
    ("selesai", "", False),
    ("serahkan", "", False),
    ("tanda_tangan", "", False),
    ("penetapan", "", False),
    ("pertek", "", False),
    ("pertek", "tms", False),
    ("persetujuan_kaban", "", True),
    ("persetujuan_kaban", "tolak", False),
    ("periksa_kabid", "", False),
    ("periksa_kasubbid", "", False),
    ("verifikasi_bkd", "", True),
    ("verifikasi_bkd", "kembalikan", False),
    ("verifikasi_opd", "", True),
    ("draf", "", False),
    ("draf", "batalkan", False),
    # What an official approves and a staf numbers many at once.
    ("periksa_kabid", "", False),
    ("periksa_kabid", "", False),
    ("penetapan", "", True),
    ("pertek", "bts", False),
    ("verifikasi_opd", "", False),
    ("verifikasi_bkd", "", False),
    ("persetujuan_kaban", "", False),
    ("tanda_tangan", "", True),
    ("periksa_kabid", "", True),
    ("verifikasi_opd", "kembalikan", False),
    ("selesai", "", True),
)
BABAK_KP_LUAR = (("rekam_sk_luar", "", False), ("selesai", "", False))
# How many wait for an electronic signature at each office that signs so; Kepala BKD signs some of his in one batch.
MENUNGGU_TTE = {"DISDIK": 3, "BKPSDM": 5}
# The Plt. has signed one letter already, and has something to do.
BABAK_PLT = (("selesai", "", False), ("tanda_tangan", "", False), ("penetapan", "", False))
BABAK_PLH = (("tanda_tangan", "", False), ("penetapan", "", False))
BABAK_KGB = (
    ("draf", "", False),
    ("verifikasi_bkd", "", False),
    ("verifikasi_bkd", "", False),
    ("verifikasi_bkd", "", True),
    ("verifikasi_bkd", "kembalikan", False),
    ("penetapan", "", False),
    ("penetapan", "", True),
    ("penetapan", "batalkan", False),
    ("tanda_tangan", "", False),
    ("tanda_tangan", "", True),
    ("selesai", "", False),
    ("selesai", "", False),
    ("selesai", "", True),
)
BABAK_TUNDA = (("selesai", "", False), ("periksa_kasubbid", "", False))


class Pementasan:
    """The plays of the demo before and while they run. ``detik``: {part: seconds}; ``berhenti``: [(part, why)]."""

    def __init__(self, hari_ini, cetak, tokoh, terpakai=()):
        """``tokoh``: NIP of the printed accounts; ``terpakai``: ids of pegawai another Pementasan has chosen."""
        self.hari_ini, self.cetak, self.tokoh = hari_ini, cetak, tokoh
        self.detik, self._terpakai, self._lakon, self._sutradara = Counter(), set(terpakai), [], {}
        self.berhenti = []

    def panggung_lain(self):
        """A Pementasan of its own for services of other registers, whose people are others."""
        return Pementasan(self.hari_ini, self.cetak, self.tokoh, self._terpakai)

    def sutradara(self, slug):
        """The one Sutradara of a layanan, so that its letters are numbered once."""
        if slug not in self._sutradara:
            self._sutradara[slug] = Sutradara(katalog.ambil(slug), self.hari_ini, cetak=self.cetak)
        return self._sutradara[slug]

    def pilih(self, slug, calon, banyak, isian=None):
        """At most ``banyak`` pegawai whom the law lets through; those of the printed list stay untouched, nobody twice."""
        return self.pakai(layak(katalog.ambil(slug), self.bebas(calon), self.hari_ini, banyak, isian))

    def bebas(self, calon):
        """Those of ``calon`` (ProfilKini) nobody has chosen yet, by NIP unless they have an order."""
        calon = calon.filter(aktif=True).exclude(pk__in=self._terpakai).exclude(nip__in=self.tokoh)
        return calon if calon.query.order_by else calon.order_by("nip")

    def pakai(self, orang):
        """Takes these pegawai for one play and gives their dosir its scans; returns them as a list."""
        hasil = list(orang)
        self._terpakai |= {p.pk for p in hasil}
        for pegawai in hasil:
            isi_dosir(pegawai)
        return hasil

    def catat(self, orang):
        """Keeps these pegawai from other plays, without scans."""
        self.catat_id({p.pk for p in orang})

    def catat_id(self, ids):
        """As ``catat``, of ids."""
        self._terpakai |= ids

    @property
    def terpakai(self):
        """Ids of the pegawai somebody has chosen."""
        return frozenset(self._terpakai)

    def babak(self, bagian, slug, babak, calon, isian=None, **cara):
        """Chooses people for ``babak`` [(step, last act, late)] and adds their plays; returns the people."""
        orang = self.pilih(slug, calon, len(babak), isian)
        for pegawai, (sampai, akhir, terlambat) in zip(orang, babak, strict=False):
            lakon = self.sutradara(slug).lakon(pegawai, sampai, akhir=akhir, terlambat=terlambat, isian=isian, **cara)
            self.tambah(bagian, lakon)
        return orang

    def tambah(self, bagian, lakon):
        """Adds one play, timed under the part ``bagian``."""
        self._lakon.append(self.berwaktu(bagian, lakon))

    def mainkan(self):
        """Plays all that were added, the earliest act first; no act of theirs changes a reference table."""
        self.langsung(self._lakon)

    def langsung(self, lakon):
        """Plays these now; [what each returned], None for one that stopped."""
        with acuan_tetap(acuan_kini()):
            return bersama(lakon)

    def sebut_berhenti(self, lapor):
        """Reports the plays that stopped halfway, whose usulan stay where they stood."""
        for bagian, sebab in self.berhenti:
            lapor(f"  {bagian}: satu usulan berhenti di tengah. {sebab}")

    def berwaktu(self, bagian, lakon):
        """The play, timed under ``bagian``. A refusal of the portal ends it and is kept in ``berhenti``.

        Two people who were chosen apart may want the last free place; the first start must not end on that.
        """
        while True:
            mulai = monotonic()
            try:
                pada = next(lakon)
            except StopIteration as akhir:
                return akhir.value
            except DitolakAlur as galat:
                self.berhenti.append((bagian, str(galat)))
                return None
            finally:
                self.detik[bagian] += monotonic() - mulai
            yield pada


def kenaikan_pangkat(p):
    """KP reguler in every state, three under one letter of Dinas Pendidikan, one collective SK signed; returns who waits for another."""
    bagian, isian = "usulan kenaikan pangkat", {"tmt": tmt_kp(p.hari_ini).isoformat()}
    pelaksana = ProfilKini.objects.filter(status="PNS", jenis_jabatan="pelaksana")
    lama = pelaksana.filter(tmt_pangkat__lte=p.hari_ini - timedelta(days=4 * 365 - 60))
    p.babak(bagian, "kp-reguler", BABAK_KP_LUAR, lama.filter(golongan_id="III/d"), isian)
    lama, disdik = lama.exclude(golongan_id="III/d"), lama.filter(opd__kode="DISDIK")
    draf = ("draf", "", False)
    p.tambah(bagian, satu_surat(p, p.babak(bagian, "kp-reguler", (draf,) * 3, disdik, isian, mundur=9)))
    # Drafts that the operator of the accounts sends under one letter himself.
    p.babak(bagian, "kp-reguler", (draf,) * 2, disdik, isian)
    siap = ("penetapan", "", False)
    menunggu = p.babak(bagian, "kp-reguler", (siap,) * 3, lama, isian)
    p.tambah(bagian, kolektif_sah(p, p.babak(bagian, "kp-reguler", (siap,) * 2, lama, isian, mundur=12)))
    p.babak(bagian, "kp-reguler", BABAK_KP, lama, isian)
    return menunggu


def gaji_berkala(p, plt, plh):
    """KGB in every state; letters that wait for an electronic signature; those at a Plt. and a Plh."""
    semua = ProfilKini.objects.all()
    for pengganti, babak in ((plt, BABAK_PLT), (plh, BABAK_PLH)):
        if pengganti:
            p.babak("usulan pada Plt. dan Plh.", "kgb", babak, semua.filter(opd__kode=pengganti.opd))
    for kode, banyak in MENUNGGU_TTE.items():
        babak = (("tanda_tangan", "", False),) * banyak
        p.babak("surat KGB yang menunggu tanda tangan elektronik", "kgb", babak, semua.filter(opd__kode=kode))
    p.babak("usulan kenaikan gaji berkala", "kgb", BABAK_KGB, semua)
    p.babak("penundaan kenaikan gaji berkala", "kgb-tunda", BABAK_TUNDA, _di_bawah_cukup(p))


def _di_bawah_cukup(p, banyak=12):
    """PNS whose last result is below cukup and whose KGB falls due while that result counts."""
    buruk = RiwayatKinerja.objects.filter(
        tahun=p.hari_ini.year - 1, predikat__in=("Kurang", "Sangat Kurang"), dibatalkan_pada=None
    )
    calon = p.bebas(ProfilKini.objects.filter(status="PNS", pk__in=buruk.values("pegawai_id")))[:banyak]
    kgb, acuan = katalog.ambil("kgb"), acuan_kini()
    tmt = {
        s.pegawai_id: kgb.isian_awal(s, p.hari_ini, acuan)["tmt"]
        for s in profil(per=p.hari_ini, ids=[c.pk for c in calon])
    }
    return ProfilKini.objects.filter(pk__in=[pk for pk, t in tmt.items() if t and t.year == p.hari_ini.year])


def satu_surat(p, orang):
    """The operator sends the drafts of ``orang`` under one letter; the first of them is approved by his head of OPD."""
    sutradara = p.sutradara("kp-reguler")
    pada, besok = sutradara.saat(2, mundur=3)
    yield pada
    draf = Usulan.objects.filter(pegawai__in=orang, layanan="kp-reguler", status="draf").order_by("pk")
    oleh = sutradara.pelaku(sutradara.pengusul_untuk(orang[0]), pada) if orang else None
    hasil = oleh and pengantar.ajukan_banyak(
        [(u.nomor, u.versi_baris) for u in draf], nomor=f"800/1021/{orang[0].kini.opd.kode}/{pada.year}",
        tanggal=timezone.localdate(pada), file=pindaian("Surat pengantar", "Usul kenaikan pangkat reguler"), oleh=oleh,
    )  # fmt: skip
    yield besok
    for satu in [h.usulan for h in hasil or () if not h.sebab][:1]:
        sutradara.satu_langkah(segar(satu), besok)


def kolektif_sah(p, orang):
    """Those of ``orang`` who wait for a number get one decree, and its signed scan is recorded a working day later."""
    sutradara = p.sutradara("kp-reguler")
    pada, besok = sutradara.saat(2)
    yield pada
    menunggu = sk_kolektif(p, orang, pada)
    yield besok
    if menunggu:
        sutradara.satu_langkah(segar(menunggu[0]), besok)


def sk_kolektif(p, orang, pada):
    """One printed decree for those of ``orang`` who wait for a number; returns their usulan, none when too few."""
    menunggu = list(
        Usulan.objects.filter(pegawai__in=orang, layanan="kp-reguler", langkah_kini__kode="penetapan")
        .select_related("langkah_kini", "pegawai__kini").order_by("pk")
    )  # fmt: skip
    if len(menunggu) < kolektif.PALING_SEDIKIT or not p.cetak:
        return []
    oleh = p.sutradara("kp-reguler").pemegang(menunggu[0], pada)
    naskah, _ = alur.tetapkan_kolektif([(u, u.versi_baris) for u in menunggu], oleh=oleh)
    if naskah is None:
        return []
    modul_naskah.cetak(naskah.pk)
    return menunggu


def tmt_kp(hari_ini):
    """The period in work: next month, but not over the turn of the year, whose results are not assessed yet."""
    berikut = (hari_ini.replace(day=1) + timedelta(days=32)).replace(day=1)
    return berikut if berikut.year == hari_ini.year else hari_ini.replace(day=1)
