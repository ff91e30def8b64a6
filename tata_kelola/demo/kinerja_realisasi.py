"""Realisasi demo: bagi SKP yang sudah ditetapkan; angka, tautan, PDF, foto, umpan balik, permintaan, dan yang terlambat.

Each SKP is played by its pegawai and his penilai through the acts of the pages, on days of the masa itself. Does nothing where no
SKP is ditetapkan. What the last masa has not got is left out on purpose: somebody must be late.
"""

import datetime as dt
import io
from decimal import Decimal
from itertools import groupby, islice

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image, ImageDraw

from eperformance.galat import DitolakKinerja
from eperformance.models import PermintaanUmpanBalik, Skp
from eperformance.realisasi import bukti, isi, masa, umpan
from kepegawaian import akses
from kepegawaian.acuan import acuan_kini
from kepegawaian.hak import hitung_hak
from kepegawaian.models import Pengguna
from layanan.pelaku import Pelaku
from tata_kelola.demo.pindaian import pindaian

BANYAK = 60  # SKP of the year that runs; more say nothing new
LENGKAP = 4  # the first ones have evidence and feedback too
URAIAN = (
    "Selesai sesuai jadwal; tidak ada yang dikembalikan.",
    "Sebagian besar selesai; dua berkas menunggu kelengkapan dari perangkat daerah.",
    "Tertunda sepekan karena pemeliharaan aplikasi, lalu terkejar.",
)
UMPAN = (
    "Hasilnya rapi dan tepat waktu. Pertahankan, dan bagikan caranya kepada rekan satu subbidang.",
    "Perhatikan berkas yang dikembalikan; periksa kelengkapannya sebelum diteruskan.",
)
UMPAN_REKAN = "Mudah diajak bekerja sama dan selalu menjawab pertanyaan. Catatan serah terimanya dapat lebih lengkap."


class _Panggung:
    """Who acts and when; rights are computed once a person, nobody of the play changes office meanwhile."""

    def __init__(self, hari_ini):
        self.hari_ini, self.acuan, self._hak = hari_ini, acuan_kini(), {}

    def oleh(self, akun, hari):
        """The actor on ``hari`` at ten in the morning, never later than now."""
        if akun.pk not in self._hak:
            self._hak[akun.pk] = hitung_hak(akun, per=self.hari_ini, acuan=self.acuan)
        pada = timezone.make_aware(dt.datetime.combine(min(hari, self.hari_ini), dt.time(10)))
        return Pelaku(akun, self._hak[akun.pk], "127.0.0.1", min(pada, timezone.now()))


def mainkan_realisasi(p):
    """Plays all of it for ``p`` (Pementasan); people of the printed list first."""
    daftar = (
        Skp.objects.filter(status="ditetapkan", periode__tahun=p.hari_ini.year, mulai__lte=p.hari_ini)
        .select_related("periode", "pegawai__kini", "jabatan")
        .order_by("pk")
    )
    daftar = sorted(daftar, key=lambda s: (s.pegawai.nip not in p.tokoh, s.pk))[:BANYAK]
    akun = {
        a.pegawai_id: a for a in Pengguna.objects.filter(pegawai__in=[s.pegawai_id for s in daftar], is_active=True)
    }
    main = _Panggung(p.hari_ini)
    for n, skp in enumerate(s for s in daftar if s.pegawai_id in akun):
        _realisasi(main, skp, akun[skp.pegawai_id], n)
    _umpan(main, daftar)
    _minta(main, daftar)


def _realisasi(main, skp, akun, n):
    """Every masa that has begun, but for each fourth person the last one: he is late."""
    lalu = [m for m in masa.milik(skp) if m.mulai_sudah(main.hari_ini)]
    if n % 4 == 3:
        lalu = lalu[:-2]
    hasil = list(skp.hasil.prefetch_related("indikator"))
    for urut, m in enumerate(lalu, 1):
        bagian = Decimal(urut) / max(len(masa.milik(skp)), 1)
        oleh = main.oleh(akun, m.sampai)
        for h in hasil:
            try:
                isi.simpan(skp.pk, m.nomor, h.pk, _ketikan(h, bagian, n + urut), oleh=oleh)
            except DitolakKinerja:  # the masa is assessed already
                continue
            if n < LENGKAP:
                _bukti(skp, m, h, oleh, n)


def _ketikan(h, bagian, n):
    """What is typed for one hasil kerja: a share of the year's target, or words."""
    ketikan = [isi.Ketikan(None, 0, uraian=URAIAN[n % len(URAIAN)])]
    for i in h.indikator.all():
        if i.target_angka is None:
            ketikan.append(isi.Ketikan(i.pk, 0, uraian="Sesuai target."))
        else:
            nilai = i.target_angka * (bagian if i.aspek == "kuantitas" else Decimal(1))
            lebih = Decimal("0.9") if n % 5 == 4 else Decimal(1)
            ketikan.append(isi.Ketikan(i.pk, 0, angka=(nilai * lebih).quantize(Decimal("0.01"))))
    return ketikan


def _bukti(skp, m, h, oleh, n):
    """A scanned report, a link, and for the first one a photograph."""
    try:
        bukti.tambah_berkas(
            skp.pk, m.nomor, h.pk, f"Laporan {m.nama}", pindaian("Laporan kegiatan", h.rencana[:60], m.nama, skp.pegawai.nip),
            oleh=oleh,
        )  # fmt: skip
        bukti.tambah_tautan(
            skp.pk,
            m.nomor,
            h.pk,
            "Folder dokumen kegiatan",
            f"https://contoh.go.id/dokumen/{h.pk}-{m.nomor}",
            oleh=oleh,
        )
        if n == 0:
            bukti.tambah_berkas(skp.pk, m.nomor, h.pk, "Foto pelaksanaan", _foto(f"{h.pk} {m.nomor}"), oleh=oleh)
    except DitolakKinerja:
        return


def _foto(teks):
    """A drawn picture that stands in for a photograph of a phone."""
    gambar = Image.new("RGB", (960, 720), (214, 226, 222))
    pena = ImageDraw.Draw(gambar)
    pena.rectangle((0, 520, 960, 720), fill=(120, 140, 120))
    for i in range(5):
        pena.ellipse((120 + i * 160, 300, 200 + i * 160, 380), fill=(90 + i * 20, 100, 110))
        pena.rectangle((110 + i * 160, 380, 210 + i * 160, 560), fill=(40, 80 + i * 15, 100))
    pena.text((30, 30), f"Contoh rekaan {teks}", fill=(60, 70, 70))
    keluar = io.BytesIO()
    gambar.save(keluar, "JPEG", quality=80)
    return SimpleUploadedFile("foto.jpg", keluar.getvalue(), content_type="image/jpeg")


def _penilai(main, daftar):
    """{jabatan id: account of its holder}; one query for all offices."""
    kantor = akses.pemangku(main.hari_ini, {s.penilai_id for s in daftar if s.penilai_id})
    orang = {j: p[0].pegawai_id for j, p in kantor.items() if p}
    akun = {a.pegawai_id: a for a in Pengguna.objects.filter(pegawai__in=orang.values(), is_active=True)}
    return {j: akun[i] for j, i in orang.items() if i in akun}


def _umpan(main, daftar):
    """The atasan of every second one writes about the first masa, on the whole and on one result."""
    penilai = _penilai(main, daftar)
    for n, skp in enumerate(daftar):
        m = masa.milik(skp)[0]
        if n % 2 or skp.penilai_id not in penilai or not m.lewat(main.hari_ini):
            continue
        oleh = main.oleh(penilai[skp.penilai_id], m.sampai + dt.timedelta(days=2))
        hasil = skp.hasil.first()
        try:
            umpan.beri(skp.pk, m.nomor, UMPAN[n // 2 % 2], oleh=oleh)
            if hasil:
                umpan.beri(skp.pk, m.nomor, UMPAN[(n // 2 + 1) % 2], hasil_id=hasil.pk, oleh=oleh)
        except DitolakKinerja:
            continue


def _minta(main, daftar):
    """Three heads ask colleagues of one of their staff: some answer, the others still owe theirs."""
    penilai = _penilai(main, daftar)
    menurut = sorted((s for s in daftar if s.penilai_id in penilai), key=lambda s: (s.penilai_id, s.pk))
    for kantor, milik in islice(groupby(menurut, key=lambda s: s.penilai_id), 3):
        _minta_satu(main, next(milik), penilai[kantor])


def _minta_satu(main, skp, akun):
    """The request about one pegawai for his last ended masa; half of those asked answer."""
    lewat = [m for m in masa.milik(skp) if m.lewat(main.hari_ini)]
    calon = [pk for pk, _, _ in umpan.calon(skp)][:4]
    if not lewat or not calon:
        return
    m, hari = lewat[-1], main.hari_ini - dt.timedelta(days=5)
    try:
        umpan.minta(skp.pk, m.nomor, calon, oleh=main.oleh(akun, hari))
    except DitolakKinerja:
        return
    milik = {a.pegawai_id: a for a in Pengguna.objects.filter(pegawai__in=calon, is_active=True)}
    diminta = PermintaanUmpanBalik.objects.filter(skp=skp, nomor=m.nomor, pegawai__in=milik).order_by("pk")
    for satu in list(diminta)[::2]:
        umpan.jawab(satu.pk, UMPAN_REKAN, oleh=main.oleh(milik[satu.pegawai_id], hari + dt.timedelta(days=1)))
