"""Perbuatan atas sebuah Ujian: simpan, umumkan, tutup, nilai, hasil. Each: lock, check, change, Jejak, in one transaction.

Results reach the riwayat only through the usulan of each peserta and its signed tanda lulus.
"""

from django.db import transaction
from django.db.models import Max, Q

from kepangkatan.aturan.ujian import nilai_akhir
from kepangkatan.models import PesertaUjian, Ujian
from kepegawaian import jejak
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import tulis_tanggal
from kepegawaian.hak import memegang
from layanan import alur, katalog
from layanan.galat import DitolakAlur
from layanan.models import Usulan
from layanan.pengantar import HasilSatu

PENYELENGGARA = ("SUB22",)  # Subbid Pembinaan Karier, and the heads above it
SLUG = {"UD1": "ujian-dinas-1", "UD2": "ujian-dinas-2", "UPKP": "ujian-ijazah"}


class Ditolak(Exception):
    """An act the exam does not allow; the message is for the reader."""


def boleh(hak, acuan):
    """Holds the exams: staf of Subbid Pembinaan Karier and its heads upward."""
    return memegang(hak, acuan, PENYELENGGARA)


def _kunci(pk, *status):
    satu = Ujian.objects.select_for_update().get(pk=pk)
    if satu.status not in status:
        raise Ditolak(f"{satu.nama}: {satu.get_status_display().lower()}; perbuatan ini tidak berlaku lagi.")
    return satu


def simpan(form, *, oleh):
    """Makes or changes an exam whose results are open, from a valid UjianForm; returns it.

    Refused when what the form holds fast (kind, day, chairs taken) was decided while it lay on the screen.
    """
    with transaction.atomic(), jejak.sebagai(oleh.pengguna, oleh.alamat):
        if form.instance.pk:
            lama = _kunci(form.instance.pk, "draf", "diumumkan", "ditutup")
            if lama.status != form.instance.status or (
                not form.fields["tanggal"].disabled and pendaftar(lama).exists()
                and (lama.jenis, lama.tanggal) != (form.instance.jenis, form.instance.tanggal)
            ):  # fmt: skip
                raise Ditolak("Ujian ini berubah sementara halamannya terbuka; muat ulang lalu ubah kembali.")
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

    Again until the day of the exam: who was verified after the first time takes a free chair and the next number.
    The same people in the same rooms give the same seats. Refused when the rooms do not hold them.
    """
    with transaction.atomic(), jejak.sebagai(oleh.pengguna, oleh.alamat):
        satu = _kunci(pk, "diumumkan", "ditutup")
        if oleh.hari_ini <= satu.tutup:
            raise Ditolak("Pendaftaran belum berakhir; ubah tanggal tutupnya bila ditutup lebih awal.")
        if satu.status == "ditutup" and oleh.hari_ini > satu.tanggal:
            raise Ditolak("Ujiannya sudah lewat; yang tidak mendapat kursi direkam tidak hadir pada usulannya.")
        ada = list(satu.peserta.values_list("usulan_id", "ruang", "kursi"))
        duduk, terdaftar = {(r, k) for _, r, k in ada}, {u for u, _, _ in ada}
        siap = [u for u in siap_ujian(satu) if u.pk not in terdaftar]
        kursi = [(r["nama"], n + 1) for r in satu.ruang for n in range(r["kapasitas"])]
        kursi = [k for k in kursi if k not in duduk]
        if not siap:
            raise Ditolak("Belum ada pendaftar yang lolos verifikasi." if not ada else "Tidak ada peserta susulan.")
        if len(kursi) < len(siap):
            raise Ditolak(f"Kursi kosong {len(kursi)}, peserta {len(siap)}; tambah ruang lebih dulu.")
        PesertaUjian.objects.bulk_create(
            PesertaUjian(ujian=satu, pegawai_id=u.pegawai_id, usulan=u, nomor=f"{satu.jenis}-{satu.tanggal.year}-{n:03d}",
                         ruang=ruang, kursi=nomor)
            for n, (u, (ruang, nomor)) in enumerate(zip(siap, kursi, strict=False), len(ada) + 1)
        )  # fmt: skip
        satu.status = "ditutup"
        satu.save(update_fields=["status"])
        jejak.catat("ujian_tutup", satu, pada=oleh.kini, nama=satu.nama, jumlah=len(siap))
    return len(siap)


def siap_ujian(satu):
    """Registrations that passed verification and wait for the exam."""
    return [u for u in pendaftar(satu) if u.langkah_kini and u.langkah_kini.kode == "ujian"]


def terisi(satu):
    """{room: highest chair taken}."""
    return dict(satu.peserta.order_by().values_list("ruang").annotate(Max("kursi")))


def bobot(satu):
    """({materi: weight}, passing score) of the settings on the day of the exam."""
    acuan = acuan_kini()
    return acuan.setelan("ujian_bobot", satu.tanggal), acuan.setelan("ujian_nilai_lulus", satu.tanggal)


def isi_nilai(pk, daftar, *, oleh):
    """Writes scores {peserta id: {materi: 0-100 or None, "hadir": bool}} and what they come to; returns how many rows.

    Who was not there has no score. Refused before the day of the exam.
    """
    with transaction.atomic(), jejak.sebagai(oleh.pengguna, oleh.alamat):
        satu = _sudah_hari(_kunci(pk, "ditutup"), oleh)
        materi, _ = bobot(satu)
        peserta = {p.pk: p for p in satu.peserta.select_for_update().filter(pk__in=list(daftar), lulus__isnull=True)}
        for kunci, p in peserta.items():
            p.hadir = daftar[kunci].get("hadir", True)
            p.nilai = {m: daftar[kunci].get(m) for m in materi} if p.hadir else {}
            p.nilai_akhir = nilai_akhir(p.nilai, materi)
        PesertaUjian.objects.bulk_update(peserta.values(), ["hadir", "nilai", "nilai_akhir"])
        jejak.catat("ujian_nilai", satu, pada=oleh.kini, nama=satu.nama, jumlah=len(peserta))
    return len(peserta)


def _sudah_hari(satu, oleh):
    if oleh.hari_ini < satu.tanggal:
        raise Ditolak(f"Ujiannya baru {tulis_tanggal(satu.tanggal)}; nilai dan hasil diisi sesudahnya.")
    return satu


def tetapkan_hasil(pk, *, oleh):
    """Records the result of each peserta whose scores are complete, or who was absent, through his usulan; [HasilSatu].

    Each in a transaction of its own; who is done already stays out, so that it may be pressed again. The exam is
    finished when everybody is.
    """
    satu = Ujian.objects.get(pk=pk)
    if satu.status != "ditutup":
        raise Ditolak("Hasil ditetapkan sesudah peserta ditetapkan.")
    _sudah_hari(satu, oleh)
    _, batas = bobot(satu)
    hasil = []
    selesai = Q(nilai_akhir__isnull=False) | Q(hadir=False)
    mundur = satu.peserta.filter(lulus__isnull=True).exclude(usulan__status="diproses")
    for p in satu.peserta.filter(selesai, lulus__isnull=True, usulan__status="diproses").select_related(
        "usulan__pegawai__kini"
    ):
        putusan = "tidak_hadir" if not p.hadir else "lulus" if p.nilai_akhir >= batas else "tidak_lulus"
        data = {"hasil": putusan, "nilai": str(p.nilai_akhir) if p.hadir else ""}
        try:
            alur.rekam(p.usulan, data, oleh=oleh, versi=p.usulan.versi_baris)
        except DitolakAlur as galat:
            hasil.append(HasilSatu(p.usulan, str(galat)))
        else:
            hasil.append(HasilSatu(p.usulan, "", kata=putusan.replace("_", " ")))
    with transaction.atomic(), jejak.sebagai(oleh.pengguna, oleh.alamat):
        satu = Ujian.objects.select_for_update().get(pk=pk)
        mundur.update(hadir=False, lulus=False)  # withdrew after the seats were given
        satu.rampungkan()
        jejak.catat("ujian_hasil", satu, pada=oleh.kini, nama=satu.nama, jumlah=sum(not h.sebab for h in hasil))
    return hasil


def layanan(satu):
    """The layanan one registers with."""
    return katalog.ambil(SLUG[satu.jenis])
