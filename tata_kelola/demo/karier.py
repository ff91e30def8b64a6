"""Karier demo: one finished uji kompetensi, so that gap, jenjang karier and the talent map show something; one running.

The finished one is played by the Subbid Pembinaan Karier through the same acts as its pages, some weeks ago; its berita
acara needs the printer, without which it stays at the number.
"""

from datetime import timedelta

from django.utils import timezone

from karier import potret, uji
from karier.models import KegiatanUji
from kepegawaian.models import Jabatan, Pegawai, Pengguna, ProfilKini
from layanan import alur, katalog, naskah
from layanan.models import Usulan
from tata_kelola.demo.panggung import Sutradara
from tata_kelola.demo.pindaian import pindaian

PESERTA = 10
ASESOR = [("Dr. Ratna Wulandari", "Badan Kepegawaian Daerah Provinsi Jawa Timur"),
          ("Bagus Priyambodo, M.Psi.", "Kantor Regional II Badan Kepegawaian Negara")]  # fmt: skip
# Level above (or below) the standard by turns, and potensi in percent: so that several boxes are filled.
POLA = ((0, 88), (1, 92), (-1, 64), (0, 71), (-1, 45), (1, 83), (0, 57), (-2, 38), (0, 90), (-1, 75), (1, 66), (0, 80))


def mainkan_karier(p):
    """Plays both kegiatan for people ``p`` (Pementasan) has free, and computes this year's talent map."""
    hari_ini, cetak = p.hari_ini, p.cetak
    main = Sutradara(katalog.ambil(uji.SLUG), hari_ini, cetak=cetak)
    staf = staf_karier()
    if staf is None:  # a very small regency
        return
    saat = main.saat(8, mundur=30)
    calon = p.bebas(ProfilKini.objects.filter(
        status="PNS", pegawai__usulan__isnull=True, jabatan__eselon__kelompok__in=("administrator", "pengawas"),
        tmt_pensiun__gt=hari_ini + timedelta(days=800),
    ))  # fmt: skip
    # Both kinds of post, so that the succession plan of either level has somebody.
    orang = [
        k.pk
        for e in ("administrator", "pengawas")
        for k in calon.filter(jabatan__eselon__kelompok=e).order_by("nip")[: PESERTA // 2]
    ]
    k = _kegiatan(
        "Pemetaan talenta pejabat administrator dan pengawas", "pemetaan", None, saat[1], main.pelaku(staf, saat[0])
    )
    _daftarkan(k, orang, main.pelaku(staf, saat[0]))
    _nilai(k, main.pelaku(staf, saat[2]))
    uji.ajukan(k.pk, oleh=main.pelaku(staf, saat[3]))
    _berita_acara(k, main, saat, cetak)
    kabid = Jabatan.objects.filter(kode="KEPALA-BID2").first()
    kini = main.saat(2)
    lain = [o.pk for o in calon.filter(jabatan__eselon__kelompok="pengawas").exclude(pk__in=orang).order_by("nip")[:4]]
    if kabid and lain:
        kegiatan = _kegiatan(
            "Uji kompetensi calon kepala bidang", "promosi", kabid, timezone.now(), main.pelaku(staf, kini[0])
        )
        _daftarkan(kegiatan, lain, main.pelaku(staf, kini[1]))
    potret.hitung(hari_ini)


def staf_karier():
    """A staf of the Subbid Pembinaan Karier who heads nothing."""
    orang = ProfilKini.objects.filter(unit__kode="SUB22", aktif=True).exclude(jenis_jabatan="struktural")
    return Pengguna.objects.filter(pegawai__in=orang.values("pegawai_id"), is_active=True).order_by("pk").first()


def _kegiatan(nama, tujuan, sasaran, saat, oleh):
    hari = timezone.localdate(saat)
    data = {
        "nama": nama, "tujuan": tujuan, "metode": ["assessment_center", "psikometri", "wawancara"], "sasaran": sasaran,
        "tanggal_mulai": hari, "tanggal_selesai": hari, "tempat": "Ruang asesmen BKPSDM",
    }  # fmt: skip
    return uji.simpan(None, data, ASESOR, oleh=oleh)


def _daftarkan(kegiatan, ids, oleh):
    orang = Pegawai.objects.filter(pk__in=ids).select_related("kini")
    uji.daftarkan(kegiatan.pk, sorted(orang, key=lambda p: ids.index(p.pk)), oleh=oleh)


def _nilai(kegiatan, oleh):
    uji.mulai_menilai(kegiatan.pk, oleh=oleh)
    daftar = []
    for i, p in enumerate(kegiatan.peserta.order_by("pk")):
        beda, potensi = POLA[i % len(POLA)]
        isi = {
            kode: min(5, max(1, butuh + (beda if beda < 0 or (i + n) % 3 == 0 else 0)))
            for n, (kode, butuh) in enumerate(p.standar.items())
        }
        daftar.append((p.pk, isi, potensi, True))
    uji.nilai(daftar, kegiatan_id=kegiatan.pk, oleh=oleh)


def _berita_acara(kegiatan, main, saat, cetak):
    """The kasubbid looks, one berita acara for all is numbered, printed and signed."""
    usulan = [_segar(p.usulan_id) for p in KegiatanUji.objects.get(pk=kegiatan.pk).peserta.exclude(usulan=None)]
    for u in usulan:
        alur.setujui(u, oleh=main.pemegang(u, saat[4]), versi=u.versi_baris)
    usulan = [_segar(u.pk) for u in usulan]
    sk, _ = alur.tetapkan_kolektif([(u, u.versi_baris) for u in usulan], oleh=main.pemegang(usulan[0], saat[5]))
    if sk is None or not cetak:
        return
    naskah.cetak(sk.pk)
    u = _segar(usulan[0].pk)
    file = pindaian(sk.perihal, sk.nomor, kegiatan.nama, tanda_tangan=sk.penandatangan or sk.penetap)
    alur.sahkan(u, oleh=main.pemegang(u, saat[6]), versi=u.versi_baris, file=file)


def _segar(pk):
    return Usulan.objects.select_related("langkah_kini__jabatan", "pegawai__kini__opd").get(pk=pk)
