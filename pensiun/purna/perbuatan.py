"""Perbuatan atas sebuah Pelepasan: simpan, tetapkan peserta, catat kehadiran, tutup. Each: lock, check, change, Jejak, in one transaction."""

from itertools import groupby

from django.db import transaction
from django.db.models import Max, Q
from django.urls import reverse

from kepegawaian import jejak
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import masa_kerja_seluruhnya, tambah_bulan, tulis_masa, tulis_tanggal
from kepegawaian.hak import memegang
from kepegawaian.models import Pengguna, ProfilKini
from kepegawaian.profil import profil
from layanan.bahan_naskah import kop_bupati, kop_kantor, pejabat_luar
from pensiun.nominatif import PERISTIWA, STATUS, SUBBID
from pensiun.purna.models import Pelepasan, PesertaPelepasan

PURNA = ("98", "99")  # kedudukan hukum of who retired
BAGIAN = ("pangkat", "unit", "jabatan")


class Ditolak(Exception):
    """An act the ceremony does not allow; the message is for the reader."""


def boleh(hak, acuan):
    """Prepares ceremonies: staf of Subbid Pensiun and its heads upward."""
    return memegang(hak, acuan, (SUBBID,))


def _kunci(pk, *status):
    satu = Pelepasan.objects.select_for_update().get(pk=pk)
    if satu.status not in status:
        raise Ditolak(f"{satu.nama}: {satu.get_status_display().lower()}; perbuatan ini tidak berlaku lagi.")
    return satu


def simpan(form, *, oleh):
    """Makes or changes a ceremony from a valid PelepasanForm; returns it. The months stay once its peserta are set."""
    with transaction.atomic(), jejak.sebagai(oleh.pengguna, oleh.alamat):
        if form.instance.pk:
            lama = _kunci(form.instance.pk, "draf", "ditetapkan")
            tetap = (lama.tmt_dari, lama.tmt_sampai) == (form.instance.tmt_dari, form.instance.tmt_sampai)
            if lama.status != form.instance.status or not (tetap or lama.status == "draf"):
                raise Ditolak("Pesertanya sudah ditetapkan; bulan TMT tidak dapat diubah lagi.")
        else:
            form.instance.dibuat_oleh, form.instance.dibuat_pada = oleh.pengguna, oleh.kini
        satu = form.save()
        jejak.catat("pelepasan_simpan", satu, pada=oleh.kini, nama=satu.nama)
    return satu


def calon(satu):
    """ProfilKini of those with a TMT pensiun in the months, retired already or not yet, whom no ceremony has."""
    rentang = (satu.tmt_dari, satu.tmt_sampai)
    orang = ProfilKini.objects.filter(
        Q(aktif=True, tmt_pensiun__range=rentang) | Q(aktif=False, kedudukan_id__in=PURNA, tmt_kedudukan__range=rentang),
        status__in=STATUS,
    )  # fmt: skip
    orang = orang.exclude(pegawai__in=PesertaPelepasan.objects.values("pegawai_id"))
    return orang.select_related("opd", "jabatan", "golongan").order_by("tmt_pensiun", "nama", "nip")


def tmt_calon(kini):
    """The TMT of a calon: of the kedudukan when he has retired, else of his BUP."""
    return kini.tmt_pensiun if kini.aktif else kini.tmt_kedudukan


def tetapkan(pk, *, oleh):
    """Freezes who is said farewell to and what the letters print; again, it adds who came since. Returns how many."""
    with transaction.atomic(), jejak.sebagai(oleh.pengguna, oleh.alamat):
        satu = _kunci(pk, "draf", "ditetapkan")
        orang = sorted(calon(satu), key=lambda k: (tmt_calon(k), k.nama, k.nip))
        if not orang:
            raise Ditolak("Tidak ada peserta: tidak ada yang pensiun pada bulan itu, atau semuanya sudah dilepas.")
        awal = satu.peserta.aggregate(n=Max("urut"))["n"] or 0
        PesertaPelepasan.objects.bulk_create(
            PesertaPelepasan(pelepasan=satu, pegawai_id=p, tmt=tmt, urut=awal + n, data=data)
            for n, (p, tmt, data) in enumerate(_bekukan(orang), 1)
        )
        if satu.status == "draf":
            acuan = acuan_kini()
            satu.data = {
                "kop": kop_bupati(acuan, satu.tanggal), "kop_kantor": kop_kantor(acuan, satu.tanggal, ""),
                "pejabat": pejabat_luar("BUPATI", satu.tanggal), "tempat": acuan.setelan("kop_tempat", satu.tanggal),
            }  # fmt: skip
            satu.status = "ditetapkan"
            satu.save(update_fields=["data", "status"])
        jejak.catat("pelepasan_tetapkan", satu, pada=oleh.kini, nama=satu.nama, jumlah=len(orang))
        _undang(satu, [k.pegawai_id for k in orang], oleh)
    return len(orang)


def _bekukan(orang):
    """Yields (pegawai id, TMT, printed values) in the order given; one profile query for each TMT."""
    hasil = {}
    for tmt, isi in groupby(orang, key=tmt_calon):
        ids = [k.pegawai_id for k in isi]
        for p in profil(per=tambah_bulan(tmt, -1), ids=ids, bagian=BAGIAN):
            masa = masa_kerja_seluruhnya(p, tmt)
            hasil[p.pegawai_id] = {
                "nama": p.nama_lengkap, "nip": p.nip, "pangkat": p.pangkat or "", "golongan": p.golongan or "",
                "jabatan": p.jabatan or "pegawai", "unit": p.unit or "", "opd": p.opd or p.unit or "",
                "masa_kerja": "masa tugas" if masa is None else tulis_masa(masa),
            }  # fmt: skip
    for k in orang:
        yield k.pegawai_id, tmt_calon(k), hasil[k.pegawai_id]


def _undang(satu, ids, oleh):
    akun = Pengguna.objects.filter(pegawai_id__in=ids, is_active=True).values_list("pk", flat=True)
    jejak.beri_tahu(
        list(akun), kunci=f"pelepasan:{satu.pk}", judul="Undangan pelepasan purna tugas",
        isi=f"{tulis_tanggal(satu.tanggal)}, {satu.tempat}.", url=reverse("pensiun:perkiraan_saya"), pada=oleh.kini,
        peristiwa=PERISTIWA,
    )  # fmt: skip


def catat_hadir(pk, daftar, *, oleh):
    """Writes {peserta id: (hadir True/False/None, wakil)}; how many rows. Refused before the day of the ceremony."""
    with transaction.atomic(), jejak.sebagai(oleh.pengguna, oleh.alamat):
        satu = _kunci(pk, "ditetapkan")
        if oleh.hari_ini < satu.tanggal:
            raise Ditolak(f"Acaranya baru {tulis_tanggal(satu.tanggal)}; kehadiran dicatat mulai hari itu.")
        peserta = list(satu.peserta.select_for_update().filter(pk__in=list(daftar)))
        for p in peserta:
            p.hadir, p.wakil = daftar[p.pk][0], daftar[p.pk][1][:120]
        PesertaPelepasan.objects.bulk_update(peserta, ["hadir", "wakil"])
        jejak.catat("pelepasan_hadir", satu, pada=oleh.kini, nama=satu.nama, jumlah=len(peserta))
    return len(peserta)


def selesaikan(pk, *, oleh):
    """Closes the ceremony once everybody's attendance is recorded."""
    with transaction.atomic(), jejak.sebagai(oleh.pengguna, oleh.alamat):
        satu = _kunci(pk, "ditetapkan")
        if belum := satu.peserta.filter(hadir__isnull=True).count():
            raise Ditolak(f"Kehadiran {belum} peserta belum dicatat.")
        satu.status = "selesai"
        satu.save(update_fields=["status"])
        jejak.catat("pelepasan_selesai", satu, pada=oleh.kini, nama=satu.nama)
    return satu
