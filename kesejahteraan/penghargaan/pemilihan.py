"""Perbuatan atas sebuah Pemilihan PNS berprestasi. Each: lock, check, change, Jejak, in one transaction.

Stages: usul OPD (usulan), administrasi (its step), penilaian and wawancara (scores of the jury per criterion), then SK
Bupati (steps of the usulan). Results reach the riwayat only through the usulan of each and its signed decree.
"""

from django.db import transaction

from kepegawaian import jejak
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import tulis_tanggal
from kepegawaian.hak import memegang
from kesejahteraan.penghargaan.aturan import nilai_akhir, peringkat
from kesejahteraan.penghargaan.models import Juri, NilaiJuri, Pemilihan, PesertaPemilihan
from layanan import alur
from layanan.galat import DitolakAlur
from layanan.models import Usulan
from layanan.pengantar import HasilSatu

SLUG = "pns-berprestasi"
PENYELENGGARA = ("SUB42",)
LANGKAH = "penilaian"


class Ditolak(Exception):
    """An act the selection does not allow; the message is for the reader."""


def boleh(hak, acuan):
    """Runs the selection: staf of Subbid Kesejahteraan and the heads above it."""
    return memegang(hak, acuan, PENYELENGGARA)


def _kunci(pk, *status):
    satu = Pemilihan.objects.select_for_update().get(pk=pk)
    if satu.status not in status:
        raise Ditolak(f"{satu.nama}: {satu.get_status_display().lower()}; perbuatan ini tidak berlaku lagi.")
    return satu


def simpan(form, *, oleh):
    """Makes or changes a selection before judging begins, from a valid form; returns it."""
    with transaction.atomic(), jejak.sebagai(oleh.pengguna, oleh.alamat):
        if form.instance.pk:
            lama = _kunci(form.instance.pk, "draf", "dibuka")
            if lama.wawancara != form.instance.wawancara and pendaftar(lama).exists():
                raise Ditolak(
                    "Hari wawancara tetap, karena sudah ada yang diusulkan dan syaratnya dilihat pada hari itu."
                )
        else:
            form.instance.dibuat_oleh, form.instance.dibuat_pada = oleh.pengguna, oleh.kini
        satu = form.save()
        jejak.catat("pemilihan_simpan", satu, pada=oleh.kini, nama=satu.nama)
    return satu


def buka(pk, *, oleh):
    """Everybody reads the announcement, and the OPD may propose."""
    with transaction.atomic(), jejak.sebagai(oleh.pengguna, oleh.alamat):
        satu = _kunci(pk, "draf")
        if not satu.pengumuman.strip():
            raise Ditolak("Isi pengumumannya lebih dulu.")
        satu.status = "dibuka"
        satu.save(update_fields=["status"])
        jejak.catat("pemilihan_buka", satu, pada=oleh.kini, nama=satu.nama)
    return satu


def pendaftar(satu):
    """Usulan for this selection, by name."""
    return (
        Usulan.objects.filter(layanan=SLUG, isian__pemilihan__in=[satu.pk, str(satu.pk)])
        .exclude(status__in=("dibatalkan", "ditolak"))
        .select_related("pegawai__kini__opd", "langkah_kini")
        .order_by("pegawai__kini__nama", "pegawai__nip")
    )


def tambah_juri(pk, nama, unsur, pengguna, *, oleh):
    """One more juror; not once scores were given."""
    with transaction.atomic(), jejak.sebagai(oleh.pengguna, oleh.alamat):
        satu = _kunci(pk, "draf", "dibuka", "penilaian")
        if NilaiJuri.objects.filter(juri__pemilihan=satu).exists():
            raise Ditolak("Penilaian sudah berjalan; jurinya tetap.")
        if satu.juri.filter(nama__iexact=nama).exists():
            raise Ditolak(f"{nama} sudah menjadi juri.")
        if pengguna and satu.peserta.filter(pegawai_id=pengguna.pegawai_id).exists():
            raise Ditolak("Calon tidak dapat menjadi juri.")
        juri = Juri.objects.create(pemilihan=satu, nama=nama, unsur=unsur, pengguna=pengguna)
        jejak.catat("pemilihan_juri", satu, pada=oleh.kini, nama=satu.nama)
    return juri


def hapus_juri(pk, *, oleh):
    """Takes a juror out who has given no score."""
    with transaction.atomic(), jejak.sebagai(oleh.pengguna, oleh.alamat):
        juri = Juri.objects.select_related("pemilihan").get(pk=pk)
        satu = _kunci(juri.pemilihan_id, "draf", "dibuka", "penilaian")
        if juri.lembar.exists():
            raise Ditolak("Juri ini sudah mengisi nilai.")
        juri.delete()
        jejak.catat("pemilihan_juri", satu, pada=oleh.kini, nama=satu.nama)
    return satu


def tutup(pk, *, oleh):
    """Ends the proposals: who passed administration becomes a candidate; criteria and weights are frozen. Returns how many.

    Again until scores exist: who passed administration meanwhile joins.
    """
    with transaction.atomic(), jejak.sebagai(oleh.pengguna, oleh.alamat):
        satu = _kunci(pk, "dibuka", "penilaian")
        if oleh.hari_ini <= satu.tutup:
            raise Ditolak("Masa usul belum berakhir; ubah tanggal tutupnya bila ditutup lebih awal.")
        if NilaiJuri.objects.filter(juri__pemilihan=satu).exists():
            raise Ditolak("Penilaian sudah berjalan; calonnya tetap.")
        ada = set(satu.peserta.values_list("usulan_id", flat=True))
        baru = [u for u in pendaftar(satu) if u.pk not in ada and u.langkah_kini and u.langkah_kini.kode == LANGKAH]
        if not baru:
            raise Ditolak("Belum ada calon yang lolos administrasi." if not ada else "Tidak ada calon susulan.")
        PesertaPemilihan.objects.bulk_create(
            PesertaPemilihan(pemilihan=satu, pegawai_id=u.pegawai_id, usulan=u) for u in baru
        )
        satu.kriteria = acuan_kini().setelan("teladan_bobot", satu.wawancara)
        satu.status = "penilaian"
        satu.save(update_fields=["kriteria", "status"])
        jejak.catat("pemilihan_tutup", satu, pada=oleh.kini, nama=satu.nama, jumlah=len(baru))
    return len(baru)


def isi_nilai(juri_pk, daftar, *, oleh):
    """Writes the sheet of one juror {peserta id: {kriteria: 0-100 or None}} and ranks all anew; returns how many rows.

    A final score and a rank exist only once every juror has scored every criterion of that candidate.
    """
    with transaction.atomic(), jejak.sebagai(oleh.pengguna, oleh.alamat):
        juri = Juri.objects.get(pk=juri_pk)
        satu = _kunci(juri.pemilihan_id, "penilaian")
        if oleh.hari_ini < satu.tutup:
            raise Ditolak("Masa usul belum berakhir.")
        peserta = {p.pk: p for p in satu.peserta.select_for_update()}
        tulis = 0
        for kunci, nilai in daftar.items():
            if kunci in peserta:
                NilaiJuri.objects.update_or_create(
                    peserta_id=kunci, juri=juri,
                    defaults={"nilai": {k: nilai.get(k) for k in satu.kriteria}, "diisi_oleh": oleh.pengguna,
                              "diisi_pada": oleh.kini},
                )  # fmt: skip
                tulis += 1
        _urutkan(satu, peserta.values())
        jejak.catat("pemilihan_nilai", satu, pada=oleh.kini, nama=satu.nama, juri=juri.nama, jumlah=tulis)
    return tulis


def _urutkan(satu, peserta):
    """Final scores and ranks of all candidates of ``satu``."""
    banyak, lembar = satu.juri.count(), {}
    for n in NilaiJuri.objects.filter(juri__pemilihan=satu):
        lembar.setdefault(n.peserta_id, []).append(n.nilai)
    for p in peserta:
        isi = lembar.get(p.pk, [])
        lengkap = len(isi) == banyak and all(x.get(k) is not None for x in isi for k in satu.kriteria)
        p.nilai_akhir = nilai_akhir(isi, satu.kriteria) if lengkap else None
    letak = peringkat({p.pk: p.nilai_akhir for p in peserta})
    for p in peserta:
        p.peringkat = letak.get(p.pk)
    PesertaPemilihan.objects.bulk_update(peserta, ["nilai_akhir", "peringkat"])


def tetapkan_hasil(pk, *, oleh):
    """Records the result of each candidate through his usulan; [HasilSatu]. Each in a transaction of its own.

    Refused while a score is missing, before the interview, or while equal scores leave open who is chosen.
    """
    with transaction.atomic():
        satu = _kunci(pk, "penilaian")
        if oleh.hari_ini < satu.wawancara:
            raise Ditolak(f"Wawancaranya baru {tulis_tanggal(satu.wawancara)}; hasil ditetapkan sesudahnya.")
        mundur = satu.peserta.filter(terpilih__isnull=True).exclude(usulan__status="diproses")
        mundur.update(terpilih=False, peringkat=None)
        tinggal = list(satu.peserta.filter(terpilih__isnull=True).select_for_update(of=("self",)))
        semua = list(satu.peserta.exclude(terpilih=False, peringkat__isnull=True))
        _urutkan(satu, semua)
        if any(p.nilai_akhir is None for p in semua):
            raise Ditolak("Nilai juri belum lengkap.")
        if sum((p.peringkat or 0) <= satu.terpilih for p in semua if p.peringkat) > satu.terpilih:
            raise Ditolak("Nilai sama pada batas terpilih; juri memutus dengan mengubah nilainya.")
    hasil = []
    for p in satu.peserta.filter(pk__in=[p.pk for p in tinggal]).select_related("usulan__pegawai__kini"):
        kata = "terpilih" if p.peringkat and p.peringkat <= satu.terpilih else "tidak"
        try:
            alur.rekam(p.usulan, {"hasil": kata}, oleh=oleh, versi=p.usulan.versi_baris)
        except DitolakAlur as galat:
            hasil.append(HasilSatu(p.usulan, str(galat)))
        else:
            hasil.append(HasilSatu(p.usulan, "", kata="terpilih" if kata == "terpilih" else "tidak terpilih"))
    with transaction.atomic(), jejak.sebagai(oleh.pengguna, oleh.alamat):
        satu = Pemilihan.objects.select_for_update().get(pk=pk)
        if not satu.peserta.filter(terpilih__isnull=True).exists():
            satu.status = "selesai"
            satu.save(update_fields=["status"])
        jejak.catat("pemilihan_hasil", satu, pada=oleh.kini, nama=satu.nama, jumlah=sum(not h.sebab for h in hasil))
    return hasil
