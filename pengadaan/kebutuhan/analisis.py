"""Perbuatan pada analisis beban kerja: simpan, ajukan, kembalikan, sahkan, buka kembali, hapus.

Each act: lock the rows → status allows? → version as shown? → change → Jejak, in one transaction; refused with a sentence
(``DitolakKebutuhan``). ``sahkan`` writes KebutuhanJabatan, which the peta jabatan and the layanan read.
"""

from datetime import date, timedelta
from decimal import Decimal

from django.db.models import F, Q

from kepegawaian import jejak
from kepegawaian.acuan import acuan_kini
from kepegawaian.models import KebutuhanJabatan, ProfilKini
from pengadaan.kebutuhan import aturan
from pengadaan.kebutuhan.galat import BERUBAH, DitolakKebutuhan
from pengadaan.kebutuhan.hak import wajib_mengelola, wajib_menulis
from pengadaan.models import AnalisisJabatan, TugasJabatan

# PerBKN 9/2022 Ps. 3: the fifteen elements; identitas and kelas stand on the post itself.
INFORMASI = (
    ("ikhtisar", "Ikhtisar jabatan"), ("kualifikasi", "Kualifikasi jabatan"), ("tugas_pokok", "Tugas pokok"),
    ("hasil_kerja", "Hasil kerja"), ("bahan_kerja", "Bahan kerja"), ("perangkat_kerja", "Perangkat kerja"),
    ("tanggung_jawab", "Tanggung jawab"), ("wewenang", "Wewenang"), ("korelasi", "Korelasi jabatan"),
    ("lingkungan", "Kondisi lingkungan kerja"), ("risiko", "Risiko bahaya"), ("syarat", "Syarat jabatan"),
    ("prestasi", "Prestasi kerja yang diharapkan"),
)  # fmt: skip


def wke(acuan, tahun):
    """Effective minutes of the setting for an ABK of ``tahun``."""
    return acuan.setelan("abk_wke_menit", date(tahun, 1, 1))


def berasio(jabatan, acuan, tahun):
    """Is it a post of the sectors that are counted by a ratio of their own (ABK-5)?"""
    return bool(jabatan.nama_jf) and jabatan.nama_jf in acuan.setelan("abk_jf_berasio", date(tahun, 1, 1))


def pegawai_ada(daftar):
    """{(unit id, jabatan id): people in it today} of these analyses; one query."""
    orang = ProfilKini.objects.filter(aktif=True, jabatan_id__in={a.jabatan_id for a in daftar})
    hasil = {}
    for unit, jabatan, kursi in orang.values_list("unit_id", "jabatan_id", "jabatan__unit_id"):
        kunci = (kursi or unit, jabatan)
        hasil[kunci] = hasil.get(kunci, 0) + 1
    return hasil


def sebagai_abk(a, acuan, ada, tugas=None):
    """The ``aturan.Abk`` of an AnalisisJabatan; ``ada`` as ``pegawai_ada`` gives it."""
    baris = a.tugas.all() if tugas is None else tugas
    return aturan.Abk(
        a.tahun, a.jabatan.jenis, berasio(a.jabatan, acuan, a.tahun), a.cara,
        tuple(aturan.Tugas(t.volume, t.norma_menit) for t in baris), a.wke_menit, wke(acuan, a.tahun), a.jenis_rasio,
        a.rasio, ada.get((a.unit_id, a.jabatan_id), 0), a.kebutuhan,
    )  # fmt: skip


def hitung_ulang(a, acuan, tugas):
    """Sets beban, hasil and kebutuhan of ``a`` from its tasks or ratio."""
    abk = sebagai_abk(a, acuan, {}, tugas)
    a.beban_menit = aturan.beban(abk.tugas) if a.cara == aturan.TUGAS else None
    a.hasil, a.kebutuhan = aturan.hitung(abk)
    if a.kebutuhan is not None and a.kebutuhan > 32767:
        raise DitolakKebutuhan("Kebutuhan melebihi 32.767 orang; periksa volume dan norma waktunya.")


def _kunci(pk, versi, *status, oleh=None):
    """The analysis, locked; ``oleh``: one who must write for its unit."""
    a = AnalisisJabatan.objects.select_for_update(of=("self",)).select_related("jabatan", "unit").filter(pk=pk).first()
    if a is None:
        raise DitolakKebutuhan("Analisis ini sudah dihapus.")
    if oleh is not None:
        wajib_menulis(oleh.hak, [a.unit_id])
    if versi is not None and a.versi != versi:
        raise DitolakKebutuhan(BERUBAH)
    if status and a.status not in status:
        raise DitolakKebutuhan(f"Analisis ini {a.get_status_display().lower()}; tidak dapat diubah lagi.")
    return a


def _catat(aksi, a, oleh, **lain):
    jejak.catat(
        aksi, a, pada=oleh.kini, sebagai_jabatan=oleh.hak.sebutan, jabatan=a.jabatan.nama, tahun=a.tahun, **lain
    )


def buat(unit, jabatan, tahun, *, oleh):
    """A new draft; the ratio is proposed where the sector has one. Refused when the year has one already."""
    wajib_menulis(oleh.hak, [unit.pk])
    acuan = acuan_kini()
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        if jabatan.unit_id and jabatan.unit_id != unit.pk:
            raise DitolakKebutuhan(f"{jabatan.nama} hanya ada di {jabatan.unit.nama}.")
        if AnalisisJabatan.objects.filter(unit=unit, jabatan=jabatan, tahun=tahun).exists():
            raise DitolakKebutuhan(f"Analisis {jabatan.nama} di {unit.nama} tahun {tahun} sudah ada.")
        a = AnalisisJabatan(unit=unit, jabatan=jabatan, tahun=tahun, wke_menit=wke(acuan, tahun),
                            diubah_oleh=oleh.pengguna, diubah_pada=oleh.kini)  # fmt: skip
        if berasio(jabatan, acuan, tahun):
            a.cara = aturan.RASIO
            a.jenis_rasio = "rombel" if jabatan.nama_jf == "Guru" else "beban_layanan"
            bawaan = acuan.setelan("abk_rasio_bawaan", date(tahun, 1, 1))
            pembagi = aturan.JENIS_RASIO[a.jenis_rasio].pembagi.kode
            a.rasio = {pembagi: str(bawaan[pembagi])} if pembagi in bawaan else {}
        hitung_ulang(a, acuan, ())
        a.save()
        _catat("abk_simpan", a, oleh)
    return a


def simpan(pk, versi, isi, tugas, *, oleh):
    """Changes a draft: ``isi`` {cara, jenis_rasio, rasio, informasi}, ``tugas`` [{uraian, hasil, volume, norma_menit}]."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        a = _kunci(pk, versi, "draf", oleh=oleh)
        for nama, nilai in isi.items():
            setattr(a, nama, nilai)
        _tulis(a, tugas, oleh)
        _catat("abk_simpan", a, oleh)
    return a


def _tulis(a, tugas, oleh):
    acuan = acuan_kini()
    a.wke_menit = wke(acuan, a.tahun)
    baris = [TugasJabatan(analisis=a, nomor=i, **t) for i, t in enumerate(tugas, 1)]
    a.tugas.all().delete()
    TugasJabatan.objects.bulk_create(baris)
    hitung_ulang(a, acuan, baris)
    a.versi, a.diubah_oleh, a.diubah_pada = a.versi + 1, oleh.pengguna, oleh.kini
    a.save()


def hapus(pk, versi, *, oleh):
    """Removes a draft that was never sah."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        a = _kunci(pk, versi, "draf", oleh=oleh)
        if a.kebutuhan_jabatan_id:
            raise DitolakKebutuhan("Analisis yang pernah sah tidak dihapus; perbaiki dan sahkan kembali.")
        _catat("abk_hapus", a, oleh)
        a.delete()


def _kunci_banyak(ids, status):
    daftar = list(
        AnalisisJabatan.objects.select_for_update(of=("self",)).select_related("jabatan", "unit")
        .filter(pk__in=ids).order_by("pk").prefetch_related("tugas")
    )  # fmt: skip
    salah = [a for a in daftar if a.status != status]
    if not daftar:
        raise DitolakKebutuhan("Pilih sekurang-kurangnya satu analisis.")
    if salah:
        raise DitolakKebutuhan(
            f"{salah[0].jabatan.nama} di {salah[0].unit.nama} {salah[0].get_status_display().lower()}; muat ulang daftar."
        )
    return daftar


def _harus_lengkap(daftar, acuan):
    """Refuses the first analysis a rule bars, with what it says."""
    ada = pegawai_ada(daftar)
    for a in daftar:
        gagal = aturan.halangan(aturan.periksa(sebagai_abk(a, acuan, ada)))
        if gagal or a.kebutuhan is None:
            sebab = gagal[0][1].kalimat if gagal else "Kebutuhannya belum dapat dihitung."
            raise DitolakKebutuhan(f"{a.jabatan.nama} di {a.unit.nama}: {sebab}")


def ajukan(ids, *, oleh, versi=None):
    """Sends drafts to the subbid, all or none; refused as long as a rule of ABK says no. Returns how many."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        daftar = _kunci_banyak(ids, "draf")
        wajib_menulis(oleh.hak, {a.unit_id for a in daftar})
        if versi is not None and daftar[0].versi != versi:
            raise DitolakKebutuhan(BERUBAH)
        _harus_lengkap(daftar, acuan_kini())
        _pindah(daftar, oleh, status="diperiksa", catatan="")
        jejak.catat("abk_ajukan", ("analisisjabatan", daftar[0].pk if len(daftar) == 1 else None), pada=oleh.kini,
                    sebagai_jabatan=oleh.hak.sebutan, jumlah=len(daftar), tahun=daftar[0].tahun)  # fmt: skip
    return len(daftar)


def _pindah(daftar, oleh, **isi):
    AnalisisJabatan.objects.filter(pk__in=[a.pk for a in daftar]).update(
        **isi, versi=F("versi") + 1, diubah_oleh=oleh.pengguna, diubah_pada=oleh.kini
    )


def kembalikan(pk, versi, catatan, *, oleh):
    """The subbid returns one to its OPD with the reason."""
    wajib_mengelola(oleh.hak)
    if not (catatan or "").strip():
        raise DitolakKebutuhan("Tulis apa yang harus diperbaiki.")
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        a = _kunci(pk, versi, "diperiksa")
        _pindah([a], oleh, status="draf", catatan=catatan.strip()[:400])
        _catat("abk_kembalikan", a, oleh, catatan=catatan.strip()[:400])


def buka(pk, versi, catatan, *, oleh):
    """Opens a sah one for mending; what it gave the peta jabatan holds until it is sah again."""
    wajib_mengelola(oleh.hak)
    if not (catatan or "").strip():
        raise DitolakKebutuhan("Tulis apa yang harus diperbaiki.")
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        a = _kunci(pk, versi, "sah")
        _pindah([a], oleh, status="draf", catatan=catatan.strip()[:400])
        _catat("abk_buka", a, oleh, catatan=catatan.strip()[:400])


def sahkan(ids, nomor, tanggal, berlaku_sejak, *, oleh):
    """The decision ``nomor`` of ``tanggal`` makes these sah, all or none: KebutuhanJabatan from ``berlaku_sejak``.

    The kebutuhan that held before ends the day before; one that begins later bounds the new one. Returns how many.
    """
    wajib_mengelola(oleh.hak)
    if tanggal > oleh.hari_ini:
        raise DitolakKebutuhan("Tanggal keputusan tidak boleh setelah hari ini.")
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        daftar = _kunci_banyak(ids, "diperiksa")
        _harus_lengkap(daftar, acuan_kini())
        dasar = f"Keputusan Nomor {nomor} tanggal {tanggal:%d-%m-%Y} (ABK {daftar[0].tahun})"[:200]
        for a in daftar:
            a.kebutuhan_jabatan = _peta(a, berlaku_sejak, dasar)
            a.status, a.nomor_dasar, a.tanggal_dasar, a.catatan = "sah", nomor, tanggal, ""
            a.versi, a.diubah_oleh, a.diubah_pada = a.versi + 1, oleh.pengguna, oleh.kini
        AnalisisJabatan.objects.bulk_update(
            daftar,
            [
                "kebutuhan_jabatan",
                "status",
                "nomor_dasar",
                "tanggal_dasar",
                "catatan",
                "versi",
                "diubah_oleh",
                "diubah_pada",
            ],
        )
        jejak.catat("abk_sah", ("analisisjabatan", daftar[0].pk if len(daftar) == 1 else None), pada=oleh.kini,
                    sebagai_jabatan=oleh.hak.sebutan, jumlah=len(daftar), nomor=nomor)  # fmt: skip
    return len(daftar)


def _peta(a, sejak, dasar):
    """The KebutuhanJabatan of one analysis from ``sejak`` on; the one of that very day is written over."""
    milik = KebutuhanJabatan.objects.filter(unit_id=a.unit_id, jabatan_id=a.jabatan_id)
    milik.filter(berlaku_sejak__lt=sejak).filter(Q(berlaku_sampai=None) | Q(berlaku_sampai__gte=sejak)).update(
        berlaku_sampai=sejak - timedelta(days=1)
    )
    nanti = (
        milik.filter(berlaku_sejak__gt=sejak).order_by("berlaku_sejak").values_list("berlaku_sejak", flat=True).first()
    )
    baris, _ = KebutuhanJabatan.objects.update_or_create(
        unit_id=a.unit_id, jabatan_id=a.jabatan_id, berlaku_sejak=sejak,
        defaults={"kebutuhan": a.kebutuhan, "dasar": dasar, "keyakinan": "pasti",
                  "berlaku_sampai": nanti - timedelta(days=1) if nanti else None},
    )  # fmt: skip
    return baris


def dari_lembar(a, unit_id, jabatan, tahun, baris, *, oleh):
    """The tasks of one post from a sheet, into its draft ``a`` or a new one (None); inside the act of the import."""
    if a is not None and a.status != "draf":
        raise DitolakKebutuhan(f"Analisis {jabatan.nama} sudah diajukan sesudah berkas dibaca; unggah lagi.")
    wajib_menulis(oleh.hak, [unit_id])
    if a is None:
        a = AnalisisJabatan(unit_id=unit_id, jabatan=jabatan, tahun=tahun, versi=0, wke_menit=wke(acuan_kini(), tahun),
                            diubah_oleh=oleh.pengguna, diubah_pada=oleh.kini)  # fmt: skip
        a.save()
    a.cara = aturan.TUGAS
    _tulis(a, [
        {"uraian": b["uraian"], "hasil": b["hasil"], "volume": Decimal(b["volume"]), "norma_menit": Decimal(b["norma"])}
        for b in baris
    ], oleh)  # fmt: skip
