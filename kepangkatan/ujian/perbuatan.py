"""Perbuatan atas sebuah Ujian: simpan, umumkan, tutup, nilai, hasil. Each: lock, check, change, Jejak, in one transaction.

Results reach the riwayat only through the usulan of each peserta and its signed tanda lulus.
"""

from django.db import transaction

from kepangkatan.aturan.ujian import nilai_akhir
from kepangkatan.models import PesertaUjian, Ujian
from kepegawaian import jejak
from kepegawaian.acuan import acuan_kini
from layanan import alur, katalog
from layanan.galat import DitolakAlur
from layanan.models import Usulan
from layanan.pengantar import HasilSatu

SLUG = {"UD1": "ujian-dinas-1", "UD2": "ujian-dinas-2", "UPKP": "ujian-ijazah"}


class Ditolak(Exception):
    """An act the exam does not allow; the message is for the reader."""


def _kunci(pk, *status):
    satu = Ujian.objects.select_for_update().get(pk=pk)
    if satu.status not in status:
        raise Ditolak(f"{satu.nama}: {satu.get_status_display().lower()}; perbuatan ini tidak berlaku lagi.")
    return satu


def simpan(form, *, oleh):
    """Makes or changes an exam that is not closed yet, from a valid UjianForm; returns it."""
    with transaction.atomic(), jejak.sebagai(oleh.pengguna, oleh.alamat):
        if form.instance.pk:
            _kunci(form.instance.pk, "draf", "diumumkan")
        else:
            form.instance.dibuat_oleh, form.instance.dibuat_pada = oleh.pengguna, oleh.kini
        satu = form.save()
        jejak.catat("ujian_simpan", satu, pada=oleh.kini, nama=satu.nama)
    return satu


def umumkan(pk, *, oleh):
    """Everybody reads the announcement, and who meets the conditions may register."""
    with transaction.atomic(), jejak.sebagai(oleh.pengguna, oleh.alamat):
        satu = _kunci(pk, "draf")
        if not satu.pengumuman.strip():
            raise Ditolak("Isi pengumumannya lebih dulu.")
        satu.status = "diumumkan"
        satu.save(update_fields=["status"])
        jejak.catat("ujian_umumkan", satu, pada=oleh.kini, nama=satu.nama)
    return satu


def pendaftar(satu):
    """Usulan registered for this exam, those ready first (their step is ``ujian``)."""
    return (
        Usulan.objects.filter(layanan=SLUG[satu.jenis], isian__ujian__in=[satu.pk, str(satu.pk)])
        .exclude(status__in=("dibatalkan", "ditolak"))
        .select_related("pegawai__kini__opd", "langkah_kini")
        .order_by("pegawai__kini__nama", "pegawai__nip")
    )


def tutup(pk, *, oleh):
    """Closes registration: who is ready gets a number, a room and a chair, by name; returns how many.

    The same people in the same rooms give the same seats. Refused when the rooms do not hold them.
    """
    with transaction.atomic(), jejak.sebagai(oleh.pengguna, oleh.alamat):
        satu = _kunci(pk, "diumumkan")
        if oleh.hari_ini <= satu.tutup:
            raise Ditolak("Pendaftaran belum berakhir; ubah tanggal tutupnya bila ditutup lebih awal.")
        siap = [u for u in pendaftar(satu) if u.langkah_kini and u.langkah_kini.kode == "ujian"]
        kursi = [(r["nama"], n + 1) for r in satu.ruang for n in range(r["kapasitas"])]
        if not siap:
            raise Ditolak("Belum ada pendaftar yang lolos verifikasi.")
        if len(kursi) < len(siap):
            raise Ditolak(f"Kursi {len(kursi)}, peserta {len(siap)}; tambah ruang lebih dulu.")
        PesertaUjian.objects.bulk_create(
            PesertaUjian(ujian=satu, pegawai_id=u.pegawai_id, usulan=u, nomor=f"{satu.jenis}-{satu.tanggal.year}-{n:03d}",
                         ruang=ruang, kursi=nomor)
            for n, (u, (ruang, nomor)) in enumerate(zip(siap, kursi, strict=False), 1)
        )  # fmt: skip
        satu.status = "ditutup"
        satu.save(update_fields=["status"])
        jejak.catat("ujian_tutup", satu, pada=oleh.kini, nama=satu.nama, jumlah=len(siap))
    return len(siap)


def bobot(satu):
    """({materi: weight}, passing score) of the settings on the day of the exam."""
    acuan = acuan_kini()
    return acuan.setelan("ujian_bobot", satu.tanggal), acuan.setelan("ujian_nilai_lulus", satu.tanggal)


def isi_nilai(pk, daftar, *, oleh):
    """Writes scores {peserta id: {materi: 0-100 or None}} and what they come to; returns how many rows."""
    with transaction.atomic(), jejak.sebagai(oleh.pengguna, oleh.alamat):
        satu = _kunci(pk, "ditutup")
        materi, _ = bobot(satu)
        peserta = {p.pk: p for p in satu.peserta.select_for_update().filter(pk__in=list(daftar), lulus__isnull=True)}
        for kunci, p in peserta.items():
            p.nilai = {m: daftar[kunci].get(m) for m in materi}
            p.nilai_akhir = nilai_akhir(p.nilai, materi)
        PesertaUjian.objects.bulk_update(peserta.values(), ["nilai", "nilai_akhir"])
        jejak.catat("ujian_nilai", satu, pada=oleh.kini, nama=satu.nama, jumlah=len(peserta))
    return len(peserta)


def tetapkan_hasil(pk, *, oleh):
    """Records the result of each peserta whose scores are complete through his usulan; [HasilSatu].

    Each in a transaction of its own; who is done already stays out, so that it may be pressed again. The exam is
    finished when everybody is.
    """
    satu = Ujian.objects.get(pk=pk)
    if satu.status != "ditutup":
        raise Ditolak("Hasil ditetapkan sesudah peserta ditetapkan.")
    _, batas = bobot(satu)
    hasil = []
    for p in satu.peserta.filter(lulus__isnull=True, nilai_akhir__isnull=False).select_related(
        "usulan__pegawai__kini"
    ):
        lulus = p.nilai_akhir >= batas
        data = {"hasil": "lulus" if lulus else "tidak_lulus", "nilai": str(p.nilai_akhir)}
        try:
            with transaction.atomic():
                alur.rekam(p.usulan, data, oleh=oleh, versi=p.usulan.versi_baris)
                PesertaUjian.objects.filter(pk=p.pk).update(lulus=lulus)
        except DitolakAlur as galat:
            hasil.append(HasilSatu(p.usulan, str(galat)))
        else:
            hasil.append(HasilSatu(p.usulan, "", kata="lulus" if lulus else "tidak lulus"))
    with transaction.atomic(), jejak.sebagai(oleh.pengguna, oleh.alamat):
        satu = Ujian.objects.select_for_update().get(pk=pk)
        if not satu.peserta.filter(lulus__isnull=True).exists():
            satu.status = "selesai"
            satu.save(update_fields=["status"])
        jejak.catat("ujian_hasil", satu, pada=oleh.kini, nama=satu.nama, jumlah=sum(not h.sebab for h in hasil))
    return hasil


def layanan(satu):
    """The layanan one registers with."""
    return katalog.ambil(SLUG[satu.jenis])
