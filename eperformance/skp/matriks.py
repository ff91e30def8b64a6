"""Matriks peran hasil: what each of the staff shall contribute to each hasil kerja of the atasan.

Law: Permen PANRB 6/2022. A column without any cell is to be done by the atasan himself (``HasilKerja.sendiri``) or is flagged;
so is a person without any cell. A cell is a suggestion: its pegawai takes it up and it becomes a hasil kerja of his SKP.
"""

from typing import NamedTuple

from django.db.models import F, Max

from eperformance import siklus
from eperformance.galat import DitolakKinerja, VersiLama
from eperformance.models import HasilKerja, PeranHasil, Skp
from eperformance.skp.bawahan import bawahan_jabatan
from eperformance.skp.susun import Bentrok, kunci_isi
from kepegawaian import jejak
from kepegawaian.hitung import Larik
from kepegawaian.models import Pengguna

TUTUP = ("final", "batal")


class Sel(NamedTuple):
    """One cell as it was typed; ``kunci`` its prefix on the page, ``pk`` None when it was empty."""

    kunci: str
    induk_id: int
    pegawai_id: int
    pk: int | None
    versi: int
    uraian: str


class Orang(NamedTuple):
    """A row: ProfilKini, his cells in the order of the columns, whether he has none."""

    kini: object
    sel: list
    kosong: bool


class Kolom(NamedTuple):
    """A column: HasilKerja, number of cells, whether nobody does it."""

    hasil: HasilKerja
    banyak: int
    kosong: bool


class Matriks(NamedTuple):
    """The whole of one atasan's SKP."""

    skp: Skp
    kolom: list
    baris: list

    @property
    def peringatan(self):
        """What is not whole yet, in words."""
        k = sum(x.kosong for x in self.kolom)
        o = sum(x.kosong for x in self.baris)
        kata = [f"{k} hasil kerja belum dibagi kepada siapa pun"] if k else []
        return kata + ([f"{o} orang belum mendapat peran"] if o else [])


def boleh_mengisi(hak, skp):
    """Only the atasan himself, as long as the year is not closed."""
    return hak.pegawai_id == skp.pegawai_id and skp.status not in TUTUP and not hak.hanya_baca


def susun(skp, hari_ini, jabatan_ids=()):
    """The Matriks of an SKP; ``jabatan_ids``: the offices he holds (default: that of the SKP). Four queries."""
    kolom = list(skp.hasil.filter(jenis="utama").order_by("urutan", "id"))
    orang = list(bawahan_jabatan(jabatan_ids or [skp.jabatan_id], hari_ini, kecuali=skp.pegawai_id))
    sel = {}
    for s in PeranHasil.objects.filter(induk__in=[h.pk for h in kolom]).select_related("hasil"):
        sel[s.induk_id, s.pegawai_id] = s
    anak = {}
    for induk, pegawai in HasilKerja.objects.filter(induk__in=[h.pk for h in kolom]).exclude(
        skp__status="batal"
    ).values_list("induk_id", "skp__pegawai_id"):  # fmt: skip
        anak.setdefault(induk, set()).add(pegawai)
    baris = [
        Orang(o, [(h, sel.get((h.pk, o.pk)), o.pk in anak.get(h.pk, ())) for h in kolom],
              not any((h.pk, o.pk) in sel or o.pk in anak.get(h.pk, ()) for h in kolom))
        for o in orang
    ]  # fmt: skip
    isi = [
        Kolom(h, n := sum((h.pk, o.pk) in sel or o.pk in anak.get(h.pk, ()) for o in orang), not n and not h.sendiri)
        for h in kolom
    ]
    return Matriks(skp, isi, baris)


def simpan(skp_id, daftar, *, oleh, sendiri=False):
    """Saves [Sel] on the versions the page showed; empty words take the cell away. Returns {kunci: (pk, versi)}."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        skp = _kunci(skp_id, oleh)
        kolom = set(skp.hasil.values_list("pk", flat=True))
        orang = {o.pk for o in bawahan_jabatan(_kantor(skp, oleh), oleh.hari_ini, kecuali=skp.pegawai_id)}
        ada = {
            (s.induk_id, s.pegawai_id): s for s in PeranHasil.objects.filter(induk__in=kolom).select_related("hasil")
        }
        jadi, bentrok, baru = {}, {}, []
        for s in daftar:
            kini = ada.get((s.induk_id, s.pegawai_id))
            if s.induk_id not in kolom or (kini is None and s.pegawai_id not in orang):
                raise DitolakKinerja("Sel itu bukan milik matriks Anda.")
            _simpan_sel(s, kini, jadi, bentrok, baru)
        if bentrok:
            raise Bentrok(bentrok)
        if not sendiri:
            siklus.catat(skp, "skp_ubah", oleh, bagian="matriks peran hasil")
        _kabari(skp, baru, oleh)
    return jadi


def _simpan_sel(s, kini, jadi, bentrok, baru):
    """One cell; what it became goes into one of the three."""
    if kini is None:
        if s.pk is not None and s.uraian:  # somebody took it away meanwhile
            bentrok[s.kunci] = None
        elif s.uraian:
            sel = PeranHasil.objects.create(induk_id=s.induk_id, pegawai_id=s.pegawai_id, uraian=s.uraian)
            jadi[s.kunci] = (sel.pk, sel.versi)
            baru.append(s.pegawai_id)
    elif kini.uraian == s.uraian:
        jadi[s.kunci] = (kini.pk, kini.versi)
    elif kini.versi != s.versi or kini.pk != s.pk:
        bentrok[s.kunci] = kini
    elif not s.uraian:
        if kini.hasil_id:
            raise DitolakKinerja(
                f"“{kini.uraian}” sudah diambil ke dalam SKP-nya; ubah kata-katanya, jangan dikosongkan."
            )
        kini.delete()
        jadi[s.kunci] = (None, 0)
    else:
        siklus.naikkan(PeranHasil, kini.pk, kini.versi, uraian=s.uraian)
        jadi[s.kunci] = (kini.pk, kini.versi + 1)


def tandai_sendiri(hasil_id, sendiri, *, oleh, versi):
    """The atasan does this one himself, or shares it out after all."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        hasil = HasilKerja.objects.get(pk=hasil_id)
        skp = _kunci(hasil.skp_id, oleh)
        if not siklus.naikkan(HasilKerja, hasil_id, versi, sendiri=sendiri):
            raise VersiLama(hasil)
        siklus.catat(skp, "skp_ubah", oleh, bagian="matriks peran hasil")
    return skp


def usul_bagi(skp):
    """Cells meant for this pegawai in the SKP of his atasan that he has not taken up: queryset of PeranHasil."""
    sel = PeranHasil.objects.filter(
        pegawai=skp.pegawai_id, hasil__isnull=True, induk__skp__periode=skp.periode_id,
        induk__skp__mulai__lte=skp.sampai, induk__skp__sampai__gte=skp.mulai,
    )  # fmt: skip
    return sel.exclude(induk__skp__status="batal").order_by("induk__urutan", "pk")


def tanya_usul(skp):
    """The same as one expression: {id, uraian, rencana (the atasan's)}; none once the contents are closed."""
    sel = usul_bagi(skp) if skp.status in Skp.TERBUKA else PeranHasil.objects.none()
    return Larik(sel.values("id", "uraian", rencana=F("induk__rencana")))


def ambil(sel_id, skp_id, *, oleh):
    """The pegawai takes a cell up: a hasil kerja utama with its induk, once."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        skp = kunci_isi(skp_id, oleh)
        sel = PeranHasil.objects.select_for_update().select_related("induk").filter(pk=sel_id).first()
        if sel is None or not usul_bagi(skp).filter(pk=sel.pk).exists():
            raise DitolakKinerja("Peran itu sudah diambil, atau bukan bagi SKP ini.")
        akhir = skp.hasil.aggregate(n=Max("urutan"))["n"]
        hasil = HasilKerja.objects.create(
            skp=skp, rencana=sel.uraian, induk=sel.induk, urutan=0 if akhir is None else akhir + 1
        )
        PeranHasil.objects.filter(pk=sel.pk).update(hasil=hasil)
        siklus.catat(skp, "skp_ubah", oleh, bagian="peran dari matriks atasan")
    return hasil


def _kantor(skp, oleh):
    return oleh.hak.jabatan_ids or [skp.jabatan_id]


def _kunci(skp_id, oleh):
    skp = siklus.kunci(skp_id)
    if not boleh_mengisi(oleh.hak, skp):
        raise DitolakKinerja("Matriks peran hasil diisi atasan pemilik SKP, selama tahun kinerjanya belum ditutup.")
    return skp


def _kabari(skp, ids, oleh):
    """Tells those who got their first words, once a day."""
    if not ids:
        return
    akun = Pengguna.objects.filter(pegawai_id__in=ids, is_active=True).values_list("pk", flat=True)
    jejak.beri_tahu(
        list(akun), kunci=f"matriks:{skp.pk}:{oleh.hari_ini:%Y%m%d}", judul="Peran Anda pada matriks peran hasil",
        isi=f"{oleh.hak.nama} membagi peran untuk SKP {skp.periode.tahun}. Ambil ke dalam SKP Anda.", pada=oleh.kini,
        peristiwa=siklus.PERISTIWA, url="/kinerja/skp/",
    )  # fmt: skip
