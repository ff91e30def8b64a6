"""Perbuatan pada rencana kebutuhan satu OPD: baris, renstra, dan jalannya sampai siap direkap.

Each act: lock the plan → status allows? → version as shown? → change → Jejak, in one transaction. The rules (KBT-1..7) are
asked when the plan is sent on and shown all the time; facts for them come from ``bahan`` in a constant number of queries.
"""

from django.db import IntegrityError, transaction
from django.utils import timezone

from kepegawaian import dosir, jejak
from kepegawaian.acuan import acuan_kini
from kepegawaian.models import Pengguna, Penugasan
from pengadaan.kebutuhan import aturan_rencana as aturan, proyeksi
from pengadaan.kebutuhan.galat import BERUBAH, DitolakKebutuhan
from pengadaan.kebutuhan.hak import KASUBBID, wajib_memegang, wajib_menulis
from pengadaan.models import AnalisisJabatan, BarisRencana, RencanaKebutuhan

# Jenjang that are reached by promotion: a plan filled by itself asks for no newcomers there, the OPD may add them.
LANJUT = ("ahli_muda", "ahli_madya", "ahli_utama", "mahir", "penyelia")
JPT = ("jpt_utama", "jpt_madya", "jpt_pratama")
MAKS_BARIS = 600
SEBUTAN = {"ajukan": "diajukan", "kembalikan": "dikembalikan", "terima": "diterima", "batal": "dibuka kembali"}


def kunci(pk, versi, *status):
    """The plan, locked; refused when it moved on or was changed meanwhile."""
    r = RencanaKebutuhan.objects.select_for_update(of=("self",)).select_related("opd").get(pk=pk)
    if versi is not None and r.versi != versi:
        raise DitolakKebutuhan(BERUBAH)
    if status and r.status not in status:
        raise DitolakKebutuhan(f"Rencana ini {r.get_status_display().lower()}; tidak dapat diubah.")
    return r


def _simpan(r, oleh, apa, *medan):
    r.versi += 1
    r.save(update_fields=[*medan, "versi"])
    jejak.catat(
        "rencana_simpan", r, pada=oleh.kini, sebagai_jabatan=oleh.hak.sebutan, opd=r.opd.nama, tahun=r.tahun, apa=apa
    )


def _kunci_draf(pk, versi, oleh):
    """The plan as a draft, for one who writes for its OPD."""
    r = kunci(pk, versi, "draf")
    wajib_menulis(oleh.hak, [r.opd_id])
    return r


def buat(opd, tahun, *, oleh):
    """The plan of an OPD for ``tahun``; refused when there is one."""
    wajib_menulis(oleh.hak, [opd.pk])
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        r, baru = RencanaKebutuhan.objects.get_or_create(tahun=tahun, opd=opd, defaults={"dibuat_pada": oleh.kini})
        if not baru:
            raise DitolakKebutuhan(f"Rencana {opd.nama} tahun {tahun} sudah ada.")
        jejak.catat(
            "rencana_simpan",
            r,
            pada=oleh.kini,
            sebagai_jabatan=oleh.hak.sebutan,
            opd=opd.nama,
            tahun=tahun,
            apa="dibuat",
        )
    return r


def simpan_baris(pk, versi, baris_id, isi, *, oleh):
    """Adds a row (``baris_id`` None) or changes it; one post, kind and jalur stands once."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        r = _kunci_draf(pk, versi, oleh)
        if baris_id is None and r.baris.count() >= MAKS_BARIS:
            raise DitolakKebutuhan(f"Satu rencana paling banyak {MAKS_BARIS} baris.")
        b = BarisRencana(rencana=r) if baris_id is None else r.baris.filter(pk=baris_id).first()
        if b is None:
            raise DitolakKebutuhan("Baris ini sudah dihapus.")
        for nama, nilai in isi.items():
            setattr(b, nama, nilai)
        try:
            with transaction.atomic():
                b.save()
        except IntegrityError as galat:
            raise DitolakKebutuhan("Jabatan, unit, jenis, dan jalur yang sama sudah ada pada rencana ini.") from galat
        _simpan(r, oleh, f"baris {b.jabatan.nama}")
    return r


def hapus_baris(pk, versi, baris_id, *, oleh):
    """Takes a row out."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        r = _kunci_draf(pk, versi, oleh)
        b = r.baris.select_related("jabatan").filter(pk=baris_id).first()
        if b is None:
            raise DitolakKebutuhan("Baris ini sudah dihapus.")
        b.delete()
        _simpan(r, oleh, f"baris {b.jabatan.nama} dihapus")
    return r


def isi_sendiri(pk, versi, *, oleh):
    """Adds a row for every short post of pelaksana and JF of a first jenjang of the OPD that has none yet; returns how many.

    Asked of each year: what becomes short until its end; the qualification is that of the analysis. CPNS is proposed for all; the OPD changes what is meant for PPPK.
    """
    acuan = acuan_kini()
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        r = _kunci_draf(pk, versi, oleh)
        ada = set(r.baris.values_list("unit_id", "jabatan_id"))
        sah = AnalisisJabatan.objects.filter(tahun=r.tahun, status="sah", unit_id__in=acuan.turunan([r.opd_id]))
        kualifikasi = {
            (u, j): i.get("kualifikasi", "") for u, j, i in sah.values_list("unit_id", "jabatan_id", "informasi")
        }
        pos = proyeksi.susun(oleh.hari_ini, proyeksi.akhir_tahun(r.tahun), acuan.turunan([r.opd_id]))
        baru = []
        for p in sorted(pos, key=lambda p: (p.prioritas or 9, p.nama)):
            if (
                p.kebutuhan is None
                or p.kursi
                or p.jenis not in aturan.PELAKSANA
                or p.jenjang in LANJUT
                or (p.unit_id, p.jabatan_id) in ada
            ):
                continue
            sampai = [max(k, 0) for k in p.proyeksi]
            tiap = [n - lalu for n, lalu in zip(sampai, [0, *sampai], strict=False)]
            if any(n > 0 for n in tiap):
                n = {f"n{i}": max(v, 0) for i, v in enumerate(tiap, 1)}
                baru.append(BarisRencana(rencana=r, unit_id=p.unit_id, jabatan_id=p.jabatan_id, jenis="CPNS",
                                         pendidikan=kualifikasi.get((p.unit_id, p.jabatan_id), "")[:300], prioritas=p.prioritas or 4,
                                         **n))  # fmt: skip
        BarisRencana.objects.bulk_create(baru[: MAKS_BARIS - len(ada)])
        _simpan(r, oleh, f"{len(baru)} baris dari kekurangan")
    return len(baru)


def lampirkan_renstra(pk, versi, file, mulai, sampai, *, oleh):
    """The renstra of the OPD and the years it covers."""
    try:
        isi = dosir.terima(file, hanya_pdf=True) if file else None
    except dosir.BerkasDitolak as galat:
        raise DitolakKebutuhan(str(galat)) from galat
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        r = _kunci_draf(pk, versi, oleh)
        if isi is None and not r.renstra:
            raise DitolakKebutuhan("Pilih berkas renstra.")
        if isi is not None:
            r.renstra.name = dosir.simpan_bytes(r.renstra, isi)
            r.renstra_nama, r.renstra_mime = isi.nama, isi.mime
        r.renstra_mulai, r.renstra_sampai = mulai, sampai
        _simpan(r, oleh, "renstra", "renstra", "renstra_nama", "renstra_mime", "renstra_mulai", "renstra_sampai")
    return r


# ── rules ────────────────────────────────────────────────────────────────────────────────────────────


def bahan(r, baris, hari_ini, acuan, *, terkirim=False, disampaikan=None):
    """The ``aturan_rencana.Rencana`` of a plan whose rows are ``baris`` (with unit, jabatan__eselon); two queries."""
    unit = {b.unit_id for b in baris}
    abk = {
        (u, j): s
        for u, j, s in AnalisisJabatan.objects.filter(tahun=r.tahun, unit_id__in=unit).values_list(
            "unit_id", "jabatan_id", "status"
        )
    }
    pos = (
        {(p.unit_id, p.jabatan_id): p for p in proyeksi.susun(hari_ini, proyeksi.akhir_tahun(r.tahun), unit)}
        if unit
        else {}
    )
    kosong = (0,) * aturan.TAHUN
    isi = []
    for b in baris:
        p = pos.get((b.unit_id, b.jabatan_id))
        jpt = bool(b.jabatan.eselon_id) and b.jabatan.eselon.kelompok in JPT
        isi.append(aturan.Baris(
            b.jabatan.nama, acuan.unit[b.unit_id].nama, b.jenis, b.jabatan.jenis, jpt, abk.get((b.unit_id, b.jabatan_id), ""),
            b.jumlah, p.kebutuhan if p else None, p.terisi if p else 0, p.bup if p else kosong, b.penetapan,
        ))  # fmt: skip
    return aturan.Rencana(
        r.tahun,
        tuple(_bersama(baris, isi)),
        bool(r.renstra),
        r.renstra_mulai,
        r.renstra_sampai,
        terkirim,
        disampaikan,
        hari_ini,
    )


def _bersama(baris, isi):
    """KBT-5 looks at a post as a whole: what its other rows (PPPK beside CPNS, another jalur) ask for is taken off."""
    milik = {}
    for b, x in zip(baris, isi, strict=True):
        lalu = milik.setdefault((b.unit_id, b.jabatan_id), [0] * aturan.TAHUN)
        diambil = tuple(sum(lalu[: i + 1]) for i in range(aturan.TAHUN))
        if any(diambil) and x.kebutuhan is not None:
            x = x._replace(bup=tuple(u - d for u, d in zip(x.bup, diambil, strict=True)))
        milik[b.unit_id, b.jabatan_id] = [a + (n or 0) for a, n in zip(lalu, x.jumlah, strict=True)]
        yield x


def baris_lengkap(r):
    """Rows of a plan with what rules and pages need."""
    return list(
        r.baris.select_related("unit", "jabatan__eselon").order_by("prioritas", "unit__nama", "jabatan__nama", "pk")
    )


# ── the way to the subbid ────────────────────────────────────────────────────────────────────────────


def catat_langkah(obyek, kode, oleh, catatan=""):
    """Adds to ``obyek.langkah`` who did what, when, and as what."""
    obyek.langkah = [*obyek.langkah, {
        "kode": kode, "pada": oleh.kini.isoformat(), "nama": oleh.hak.nama or oleh.pengguna.nama_pengguna,
        "sebagai": oleh.hak.sebutan, "catatan": catatan[:400],
    }]  # fmt: skip


def pindah(pk, versi, kode, *, oleh, catatan=""):
    """ajukan (OPD) · terima and kembalikan (Kasubbid) · batal (Kasubbid, before it is gathered). Returns the plan."""
    dari, ke = {"ajukan": ("draf", "diajukan"), "terima": ("diajukan", "diterima"), "kembalikan": ("diajukan", "draf"),
                "batal": ("diterima", "draf")}[kode]  # fmt: skip
    catatan = (catatan or "").strip()
    if kode in ("kembalikan", "batal") and not catatan:
        raise DitolakKebutuhan("Tulis apa yang harus diperbaiki.")
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        r = kunci(pk, versi, dari)
        if kode == "ajukan":
            wajib_menulis(oleh.hak, [r.opd_id])
        else:
            wajib_memegang(oleh.hak, KASUBBID)
        if kode in ("ajukan", "terima"):
            hasil = aturan.periksa(bahan(r, baris_lengkap(r), oleh.hari_ini, acuan_kini()))
            if gagal := aturan.halangan(hasil):
                syarat, isi = gagal[0]
                raise DitolakKebutuhan(f"{isi[0].kalimat} ({syarat.dasar})")
        r.status, r.catatan = ke, catatan if ke == "draf" else ""
        catat_langkah(r, kode, oleh, catatan)
        r.versi += 1
        r.save(update_fields=["status", "catatan", "langkah", "versi"])
        jejak.catat("rencana_pindah", r, pada=oleh.kini, sebagai_jabatan=oleh.hak.sebutan, opd=r.opd.nama, tahun=r.tahun,
                    langkah=SEBUTAN[kode])  # fmt: skip
        if ke == "draf":
            _kabari(r, catatan, oleh)
    return r


def _kabari(r, catatan, oleh):
    """The operators of the OPD hear that it came back."""
    from django.urls import reverse  # noqa: PLC0415 - acts are imported before the URLs are read

    kini = timezone.localdate(oleh.kini)
    tugas = Penugasan.objects.filter(peran="operator_opd", unit_id=r.opd_id, sejak__lte=kini).exclude(sampai__lt=kini)
    jejak.beri_tahu(
        Pengguna.objects.filter(pk__in=tugas.values("pengguna_id")).values_list("pk", flat=True), pada=oleh.kini,
        kunci=f"rencana:{r.pk}:{r.versi}", judul=f"Rencana kebutuhan {r.tahun} dikembalikan", isi=catatan, peristiwa="formasi",
        url=reverse("pengadaan:rencana_detail", args=[r.pk]),
    )  # fmt: skip
