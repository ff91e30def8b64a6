"""Seleksi: menyiapkan, menjalankan, mengumumkan, memutus administrasi pelamar.

Each act: lock the seleksi → its status and version allow? → change → Jejak, in one transaction; refused with a sentence
(``DitolakSeleksi``). Imports stand in ``impor``, the result in ``hasil``, papers and NIP in ``pemberkasan`` and ``usul``.
"""

from django.db.models import Q

from kepegawaian import jejak
from kepegawaian.acuan import acuan_kini
from kepegawaian.models import ProfilKini
from layanan.katalog import TIDAK, YA, Konteks
from pengadaan.models import Formasi, Pelamar, Seleksi, TahapSeleksi
from pengadaan.seleksi.aturan_syarat import syarat_pelamar
from pengadaan.seleksi.galat import DitolakSeleksi

BASI = "Seleksi ini sudah diubah orang lain sejak halaman dibuka; muat ulang, lalu ulangi."


def kunci(pk, *status, versi=None):
    """The seleksi under a row lock; DitolakSeleksi unless its status is one of ``status`` and its version still ``versi``."""
    s = Seleksi.objects.select_for_update().get(pk=pk)
    if status and s.status not in status:
        raise DitolakSeleksi(f"Seleksi ini {s.get_status_display().lower()}; perbuatan itu tidak dapat dilakukan.")
    if versi is not None and str(versi) != str(s.versi):
        raise DitolakSeleksi(BASI)
    return s


def simpan_naik(s, *medan):
    """Saves with the next version, so that a stale form is refused."""
    s.versi += 1
    s.save(update_fields=[*medan, "versi"])


def formasi_pilihan(tahun, jenis, seleksi=None):
    """Formasi ditetapkan of that year and kind that no other running or finished selection takes."""
    dipakai = Seleksi.objects.filter(tahun=tahun, jenis=jenis).exclude(status="batal").exclude(pk=seleksi or 0)
    return (
        Formasi.objects.filter(tahun=tahun, jenis=jenis, status="ditetapkan", jumlah_ditetapkan__gt=0)
        .exclude(seleksi__in=dipakai).select_related("jabatan", "unit")
    )  # fmt: skip


def simpan(pk, data, tahap, *, oleh, versi=None):
    """Makes (``pk`` None) or changes a seleksi that has no result. ``tahap`` {kode: (mulai, selesai)}; returns it.

    A new one takes every Formasi ditetapkan of its year and kind that is free; ``tahun`` and ``jenis`` stay as they were made.
    """
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        if pk is None:
            s = Seleksi(dibuat_oleh=oleh.pengguna, dibuat_pada=oleh.kini)
        else:
            s = kunci(pk, "persiapan", "berjalan", versi=versi)
            data = {k: v for k, v in data.items() if k not in ("tahun", "jenis")}
            s.versi += 1
        _harus_berurutan(tahap)
        for nama, nilai in data.items():
            setattr(s, nama, nilai)
        kembar = Seleksi.objects.filter(tahun=s.tahun, jenis=s.jenis, nama=s.nama).exclude(pk=s.pk)
        if kembar.exists():
            raise DitolakSeleksi("Seleksi dengan nama itu sudah ada pada tahun dan jenis yang sama.")
        s.save()
        s.tahap.all().delete()
        TahapSeleksi.objects.bulk_create(
            TahapSeleksi(seleksi=s, kode=k, mulai=m, selesai=a) for k, (m, a) in tahap.items()
        )
        if s.status == "persiapan":
            s.formasi.set(formasi_pilihan(s.tahun, s.jenis, s.pk))
        jejak.catat("seleksi_asn_simpan", s, pada=oleh.kini, nama=s.nama)
    return s


def _harus_berurutan(tahap):
    """PP 11/2017 Ps. 19: no stage begins before the one before it."""
    nama, sebelum = dict(TahapSeleksi.TAHAP), None
    for kode in nama:
        if kode not in tahap:
            continue
        if sebelum and tahap[kode][0] < tahap[sebelum][0]:
            raise DitolakSeleksi(f"{nama[kode]} mendahului {nama[sebelum].lower()}.")
        sebelum = kode


def mulai(pk, *, oleh, versi=None):
    """Opens the seleksi for its data: formasi and announcement are there."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        s = kunci(pk, "persiapan", versi=versi)
        if not s.formasi.exists():
            raise DitolakSeleksi(
                "Belum ada formasi yang ditetapkan untuk tahun dan jenis ini; tetapkan formasinya lebih dulu."
            )
        if not s.nomor_pengumuman or not s.tanggal_pengumuman:
            raise DitolakSeleksi("Isi nomor dan tanggal pengumuman lowongan lebih dulu.")
        s.status = "berjalan"
        simpan_naik(s, "status")
        jejak.catat("seleksi_asn_keadaan", s, pada=oleh.kini, nama=s.nama, keadaan="dimulai")
    return s


def umumkan(pk, *, oleh, versi=None):
    """Puts it on the public page, or takes it off again."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        s = kunci(pk, "berjalan", "ditetapkan", "selesai", versi=versi)
        s.publik = not s.publik
        simpan_naik(s, "publik")
        keadaan = "ditampilkan pada halaman umum" if s.publik else "ditarik dari halaman umum"
        jejak.catat("seleksi_asn_keadaan", s, pada=oleh.kini, nama=s.nama, keadaan=keadaan)
    return s


def batalkan(pk, *, oleh, versi=None):
    """Calls it off; not once its result is set."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        s = kunci(pk, "persiapan", "berjalan", versi=versi)
        s.status, s.publik = "batal", False
        simpan_naik(s, "status", "publik")
        jejak.catat("seleksi_asn_keadaan", s, pada=oleh.kini, nama=s.nama, keadaan="dibatalkan")
    return s


def tutup(pk, *, oleh, versi=None):
    """Finished: nobody who passed waits for his NIP any more."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        s = kunci(pk, "ditetapkan", versi=versi)
        sisa = s.pelamar.filter(mengisi__isnull=False, pembatalan__isnull=True, pegawai__isnull=True)
        if banyak := sisa.count():
            raise DitolakSeleksi(
                f"{banyak} calon yang lulus belum ber-NIP; batalkan kelulusan yang mundur atau tidak memenuhi syarat."
            )
        if banyak := s.pelamar.filter(pembatalan__pengumuman__isnull=True, pembatalan__isnull=False).count():
            raise DitolakSeleksi(f"{banyak} pembatalan kelulusan belum diumumkan bersama penggantinya.")
        s.status = "selesai"
        simpan_naik(s, "status")
        jejak.catat("seleksi_asn_keadaan", s, pada=oleh.kini, nama=s.nama, keadaan="selesai")
    return s


# ── administrative check ─────────────────────────────────────────────────────────────────────────────


def fakta_pelamar(pelamar, seleksi, acuan):
    """{pelamar id: what ``aturan_syarat`` reads as ``lain``} of a list of Pelamar; one query."""
    nik = {p.nik for p in pelamar if p.nik}
    orang = ProfilKini.objects.filter(pegawai__nik__in=nik, aktif=True, status__in=("CPNS", "PNS"))
    status = dict(orang.values_list("pegawai__nik", "status")) if nik else {}
    hasil = {}
    for p in pelamar:
        tanggal = hari_daftar(p, seleksi)
        khusus = acuan.setelan("cpns_usia_khusus_jabatan", tanggal)
        nama = p.formasi.jabatan.nama.lower()
        hasil[p.pk] = {
            "pegawai": status.get(p.nik), "pendidikan_formasi": p.formasi.pendidikan,
            "usia_khusus": any(kata.lower() in nama for kata in khusus),
            "bup": acuan.bup_tahun(p.formasi.jabatan.bup_kode, tanggal),
        }  # fmt: skip
    return hasil


def hari_daftar(p, seleksi):
    """The day he applied: his own, else the last day of the stage, else the first of the year."""
    tahap = next((t for t in seleksi.tahap.all() if t.kode == "pelamaran"), None)
    return p.tanggal_daftar or (tahap.selesai if tahap else seleksi.dibuat_pada.date())


def tanya(pelamar, seleksi, acuan):
    """{pelamar id: [(Syarat, Hasil)]}: what the law says of each on the day he applied."""
    fakta, hasil = fakta_pelamar(pelamar, seleksi, acuan), {}
    for p in pelamar:
        isian = {"tanggal_lahir": p.tanggal_lahir, "pendidikan": p.pendidikan, "pernyataan": p.pernyataan}
        k = Konteks(None, isian, hari_daftar(p, seleksi), acuan, fakta[p.pk])
        hasil[p.pk] = [(s, s.periksa(k)) for s in syarat_pelamar(seleksi.jenis) if s.berlaku(k.tanggal)]
    return hasil


def putuskan(p, memenuhi, alasan, *, oleh):
    """The decision on one applicant: MS, or TMS with the reason. MS against the law is refused; against a doubt it needs one."""
    alasan = (alasan or "").strip()
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        s = kunci(p.seleksi_id, "berjalan")
        p = Pelamar.objects.select_for_update(of=("self",)).select_related("formasi__jabatan").get(pk=p.pk)
        if p.nilai.filter(batal=False, ganti__isnull=True).exists():
            raise DitolakSeleksi("Nilai ujiannya sudah diimpor; keputusan administrasi tidak diubah lagi.")
        jawab = tanya([p], s, acuan_kini())[p.pk]
        gagal = [f"{sy.kode}: {h.kalimat}" for sy, h in jawab if h.jawaban == TIDAK]
        if memenuhi and gagal:
            raise DitolakSeleksi("Tidak dapat dinyatakan memenuhi syarat. " + " ".join(gagal))
        if not alasan and (not memenuhi or any(h.jawaban != YA for _, h in jawab)):
            raise DitolakSeleksi(
                "Tulis alasannya: tidak memenuhi syarat apa, atau bagaimana syarat yang ragu diperiksa."
            )
        p.administrasi, p.alasan = "ms" if memenuhi else "tms", alasan[:400]
        p.diperiksa_oleh, p.diperiksa_pada = oleh.pengguna, oleh.kini
        p.save(update_fields=["administrasi", "alasan", "diperiksa_oleh", "diperiksa_pada"])
        jejak.catat(
            "seleksi_asn_administrasi",
            s,
            pada=oleh.kini,
            nama=s.nama,
            jumlah=1,
            hasil=p.get_administrasi_display().lower(),
        )
    return p


def putuskan_semua(pk, *, oleh, versi=None):
    """Everybody not yet decided whom every rule answers with ya becomes MS, whom one answers with tidak TMS with its sentence.

    Who must be looked at stays. Returns (MS, TMS, left).
    """
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        s, acuan = kunci(pk, "berjalan", versi=versi), acuan_kini()
        belum = list(
            s.pelamar.select_for_update(of=("self",))
            .filter(Q(administrasi=""))
            .select_related("formasi__jabatan")
            .order_by("pk")
        )
        jawab, sisa = tanya(belum, s, acuan), 0
        for p in belum:
            gagal = [f"{sy.kode}: {h.kalimat}" for sy, h in jawab[p.pk] if h.jawaban == TIDAK]
            if gagal:
                p.administrasi, p.alasan = "tms", " ".join(gagal)[:400]
            elif all(h.jawaban == YA for _, h in jawab[p.pk]):
                p.administrasi = "ms"
            else:
                sisa += 1
                continue
            p.diperiksa_oleh, p.diperiksa_pada = oleh.pengguna, oleh.kini
        Pelamar.objects.bulk_update(
            [p for p in belum if p.administrasi],
            ["administrasi", "alasan", "diperiksa_oleh", "diperiksa_pada"],
            batch_size=500,
        )
        ms = sum(p.administrasi == "ms" for p in belum)
        tms = len(belum) - ms - sisa
        simpan_naik(s)
        jejak.catat(
            "seleksi_asn_administrasi", s, pada=oleh.kini, nama=s.nama, jumlah=ms + tms, hasil=f"{ms} MS, {tms} TMS"
        )
    return ms, tms, sisa
