"""Evaluasi: tingkat 1 oleh peserta, tingkat 2 dari uji awal dan akhir, tingkat 3 oleh atasan sesudah 6–12 bulan.

Who answers level 1 is not shown with his answers. The months of level 3 are the setting ``diklat_pasca_bulan`` {buka,
tenggat} (alur layanan §2 no. 14, asumsi). The superior is who heads his unit on the day of the answer, Plt and Plh too.
"""

from collections import defaultdict

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone

from diklat.models import EvaluasiPasca, EvaluasiPeserta, PesertaPelatihan
from diklat.pelatihan.galat import DitolakDiklat
from kepegawaian import akses, jejak
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import tambah_bulan, tulis_tanggal
from kepegawaian.models import Jabatan, Pengguna, ProfilKini

BUKA_SEBELUM = 14  # days before its tenggat at which the superior is reminded once more
NAMA_1, NAMA_3 = dict(EvaluasiPeserta.BUTIR), dict(EvaluasiPasca.BUTIR)


def isi(peserta, jawaban, saran, *, oleh):
    """Level 1, once, by the participant himself, from the last day of the training on."""
    k = peserta.kegiatan
    with transaction.atomic(), jejak.sebagai(oleh.pengguna, oleh.alamat):
        p = PesertaPelatihan.objects.select_for_update(of=("self",)).get(pk=peserta.pk)
        if p.pegawai_id != oleh.hak.pegawai_id or p.status != "peserta":
            raise DitolakDiklat("Evaluasi diisi peserta sendiri.")
        if oleh.hari_ini < k.selesai or k.tahap in ("rencana", "nominasi", "seleksi", "batal"):
            raise DitolakDiklat(f"Evaluasi dibuka pada hari terakhir, {tulis_tanggal(k.selesai)}.")
        if EvaluasiPeserta.objects.filter(peserta=p).exists():
            raise DitolakDiklat("Evaluasi Anda sudah diterima.")
        EvaluasiPeserta.objects.create(peserta=p, jawaban=jawaban, saran=saran.strip(), pada=oleh.kini)
        jejak.catat("diklat_evaluasi", k, pegawai=p.pegawai_id, pada=oleh.kini, nama=k.nama)


def rangkum(k):
    """Levels 1 to 3 of a kegiatan: {n, butir [(text, mean)], rata, saran, pre, post, naik, uji, n3, butir3}; None where nothing is known."""
    semua = list(EvaluasiPeserta.objects.filter(peserta__kegiatan=k).order_by("pada"))
    butir = [
        (nama, _rata([e.jawaban[kode] for e in semua if kode in e.jawaban])) for kode, nama in EvaluasiPeserta.BUTIR
    ]
    pasang = list(k.peserta.filter(status="peserta", pre__isnull=False, post__isnull=False).values_list("pre", "post"))
    pre, post = _rata([a for a, _ in pasang]), _rata([b for _, b in pasang])
    pasca = list(
        EvaluasiPasca.objects.filter(peserta__kegiatan=k, pada__isnull=False).values_list("jawaban", flat=True)
    )
    butir3 = [(nama, _rata([j[kode] for j in pasca if kode in j])) for kode, nama in EvaluasiPasca.BUTIR]
    return {
        "n": len(semua), "butir": butir, "rata": _rata([r for _, r in butir if r is not None]),
        "saran": [e.saran for e in semua if e.saran], "uji": len(pasang), "pre": pre, "post": post,
        "naik": None if pre is None else round(post - pre, 2), "n3": len(pasca), "butir3": butir3,
    }  # fmt: skip


def _rata(nilai):
    return round(sum(float(x) for x in nilai) / len(nilai), 2) if nilai else None


# ── level 3 ──────────────────────────────────────────────────────────────────────────────────────────


def jadwalkan(k, oleh):
    """One evaluation by the superior for everybody who passed; inside the act of the step ``pasca``."""
    bulan = acuan_kini().setelan("diklat_pasca_bulan", oleh.hari_ini)
    buka, tenggat = tambah_bulan(k.selesai, bulan["buka"]), tambah_bulan(k.selesai, bulan["tenggat"])
    ada = set(EvaluasiPasca.objects.filter(peserta__kegiatan=k).values_list("peserta_id", flat=True))
    EvaluasiPasca.objects.bulk_create(
        EvaluasiPasca(peserta=p, buka=buka, tenggat=tenggat) for p in k.peserta.filter(lulus=True) if p.pk not in ada
    )


def atasan(daftar, acuan, tanggal):
    """{pegawai id: who heads his unit}; two queries. The next one above where he heads it himself or nobody does."""
    jalur = {k.pegawai_id: list(reversed(acuan.unit[k.unit_id].jalur)) for k in daftar if k.unit_id in acuan.unit}
    kepala = Jabatan.objects.filter(
        kepala_unit=True, berlaku_sampai__isnull=True, unit_id__in={u for j in jalur.values() for u in j}
    )
    menurut_unit = dict(kepala.values_list("unit_id", "pk"))
    calon = {
        k.pegawai_id: [j for u in jalur.get(k.pegawai_id, ()) if (j := menurut_unit.get(u)) and j != k.jabatan_id]
        for k in daftar
    }
    pegang = akses.pemangku(tanggal, sorted({j for semua in calon.values() for j in semua}))
    hasil = {}
    for i, semua in calon.items():
        terisi = ({p.pegawai_id for p in pegang.get(j, ())} - {i} for j in semua)
        hasil[i] = next(filter(None, terisi), set())
    return hasil


def milik_atasan(hak, hari_ini):
    """Open EvaluasiPasca of people in a unit he heads, and in one right below it of its head, or of all where it has none."""
    if not hak.unit_kepala:
        return EvaluasiPasca.objects.none()
    unit = [k.unit_id for k in hak.kantor if k.kepala and k.unit_id]
    kepala = ProfilKini.objects.filter(
        aktif=True, jabatan__kepala_unit=True, jabatan__unit_id=OuterRef("peserta__pegawai__kini__unit_id")
    )
    orang = "peserta__pegawai__kini__"
    bawah = Q(**{f"{orang}jabatan__kepala_unit": True}) | ~Exists(kepala)
    return EvaluasiPasca.objects.filter(
        Q(**{f"{orang}unit_id__in": unit}) | Q(bawah, **{f"{orang}unit__induk_id__in": unit}),
        pada__isnull=True, buka__lte=hari_ini,
    ).exclude(peserta__pegawai_id=hak.pegawai_id or 0)  # fmt: skip


def isi_pasca(pasca_id, jawaban, catatan, *, oleh):
    """The superior's answer, once, from ``buka`` on."""
    with transaction.atomic(), jejak.sebagai(oleh.pengguna, oleh.alamat):
        e = (
            EvaluasiPasca.objects.select_for_update(of=("self",))
            .select_related("peserta__kegiatan", "peserta__pegawai__kini").get(pk=pasca_id)
        )  # fmt: skip
        if e.pada:
            raise DitolakDiklat("Evaluasi ini sudah diisi.")
        if not menilai(e, oleh.hak, oleh.hari_ini):
            raise DitolakDiklat("Evaluasi ini diisi atasan langsung peserta.")
        if oleh.hari_ini < e.buka:
            raise DitolakDiklat(f"Evaluasi dibuka {tulis_tanggal(e.buka)}.")
        e.jawaban, e.catatan, e.penilai_id, e.pada = jawaban, catatan.strip(), oleh.hak.pegawai_id, oleh.kini
        e.save(update_fields=["jawaban", "catatan", "penilai", "pada"])
        k = e.peserta.kegiatan
        jejak.catat("diklat_pasca", k, pegawai=e.peserta.pegawai_id, pada=oleh.kini, nama=k.nama)
    return e


def menilai(e, hak, hari_ini):
    """Is he the direct superior of the participant today?"""
    kini = e.peserta.pegawai.kini
    return hak.pegawai_id in atasan([kini], acuan_kini(), hari_ini).get(kini.pegawai_id, ())


def ingatkan(hari_ini, *, sekarang=None):
    """Tells the superiors of evaluations that open today, and again two weeks before the deadline; each once. How many."""
    sekarang = sekarang or timezone.now()
    dari_buka = EvaluasiPasca.objects.filter(pada__isnull=True, buka__lte=hari_ini, tenggat__gte=hari_ini)
    daftar = list(dari_buka.select_related("peserta__kegiatan", "peserta__pegawai__kini"))
    kini = {e.peserta.pegawai_id: e.peserta.pegawai.kini for e in daftar}
    siapa = atasan(list(kini.values()), acuan_kini(), hari_ini) if kini else {}
    akun = dict(
        Pengguna.objects.filter(pegawai_id__in=set().union(*siapa.values()) if siapa else ()).values_list(
            "pegawai_id", "pk"
        )
    )
    menurut = defaultdict(list)
    for e in daftar:
        dekat = (e.tenggat - hari_ini).days <= BUKA_SEBELUM
        for orang in siapa.get(e.peserta.pegawai_id, ()):
            if orang in akun:
                menurut[(akun[orang], dekat)].append(e)
    with jejak.sebagai(None):
        for (pengguna, dekat), isi_ in menurut.items():
            for e in isi_:
                jejak.beri_tahu(
                    [pengguna], kunci=f"pasca:{e.pk}:{'akhir' if dekat else 'buka'}",
                    judul=f"Evaluasi pascapelatihan: {e.peserta.pegawai.kini.nama_lengkap}"[:160],
                    isi=f"{e.peserta.kegiatan.nama}; paling lambat {tulis_tanggal(e.tenggat)}."[:400],
                    url=reverse("diklat:pasca_update", args=[e.pk]), pada=sekarang, peristiwa="pelatihan",
                )  # fmt: skip
    return len(daftar)
