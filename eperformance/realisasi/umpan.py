"""Umpan balik berkelanjutan: dari atasan, dan dari rekan atau bawahan yang diminta penilai. Append-only.

Law: PP 30/2019; Permen PANRB 6/2022. Who wrote as rekan or bawahan is known to the penilai alone: his Jejak stands on the
request, not on the SKP, and the person's notice names nobody.
"""

from django.db.models import Q
from django.urls import reverse

from eperformance import siklus
from eperformance.galat import DitolakKinerja
from eperformance.models import HasilKerja, PermintaanUmpanBalik, Skp, UmpanBalik
from eperformance.penilai import mengelola, menilai
from eperformance.realisasi import masa
from kepegawaian import akses, jejak
from kepegawaian.acuan import acuan_kini
from kepegawaian.models import Pengguna

TERPANJANG = 1000
CALON_MAKS = 300
MINTA_MAKS = 20  # people asked at once


def boleh_baca(hak, skp):
    """May he read the feedback of this SKP: its pegawai, his penilai and those above, SUB41, the inspektorat."""
    if skp.pegawai_id == hak.pegawai_id or menilai(hak, skp) or mengelola(hak, acuan_kini()):
        return True
    return "inspektorat" in hak.peran or skp.unit_id in hak.unit_kepala


def masa_umpan(skp, nomor, hari_ini):
    """The Masa ``nomor`` of the SKP; refused when there is none, it has not begun, or the SKP is no plan yet."""
    m = next((m for m in masa.milik(skp) if m.nomor == nomor), None)
    if m is None or not m.mulai_sudah(hari_ini):
        raise DitolakKinerja("Masa itu belum mulai, atau di luar masa SKP ini.")
    if skp.status not in Skp.SAH:
        raise DitolakKinerja("Umpan balik diberikan sesudah SKP ditetapkan.")
    return m


def beri(skp_id, nomor, isi, *, hasil_id=None, oleh):
    """The penilai writes about one hasil kerja or the whole (``hasil_id`` None); the pegawai is told."""
    isi = _teks(isi)
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        skp = siklus.kunci(skp_id)
        if not menilai(oleh.hak, skp):
            raise DitolakKinerja("Umpan balik atasan ditulis oleh pejabat penilai SKP ini.")
        m = masa_umpan(skp, nomor, oleh.hari_ini)
        if hasil_id is not None and not HasilKerja.objects.filter(pk=hasil_id, skp=skp).exists():
            raise DitolakKinerja("Hasil kerja itu tidak ada lagi pada SKP ini.")
        u = UmpanBalik.objects.create(
            skp=skp, hasil_id=hasil_id, nomor=nomor, sebagai="atasan", oleh=oleh.pengguna, isi=isi, pada=oleh.kini
        )
        siklus.catat(skp, "kinerja_umpan_balik", oleh)
        akun = Pengguna.objects.filter(pegawai_id=skp.pegawai_id, is_active=True).values_list("pk", flat=True)
        _kabari(akun, f"umpan:{u.pk}", f"Umpan balik atasan, {m.nama}", isi, url_realisasi(skp, nomor), oleh)
    return u


# ── asking others ────────────────────────────────────────────────────────────────────────────────────


def calon(skp):
    """[(pegawai id, sebagai, ProfilKini)] the penilai may ask: who has the same penilai, and whom the pegawai assesses.

    Two hundred are enough to choose from; two queries.
    """
    hidup = Skp.objects.filter(periode=skp.periode_id).exclude(status="batal").exclude(pegawai=skp.pegawai_id)
    semua = [("rekan", Q(penilai=skp.penilai_id, penilai_luar=skp.penilai_luar))]
    if skp.jabatan_id and skp.jabatan.kepala_unit:
        semua.append(("bawahan", Q(penilai=skp.jabatan_id)))
    hasil, sudah = [], set()
    for sebagai, syarat in semua:
        for s in hidup.filter(syarat, pegawai__kini__aktif=True).select_related("pegawai__kini__jabatan").order_by("pegawai__kini__nama")[:CALON_MAKS]:  # fmt: skip
            if s.pegawai_id not in sudah:
                sudah.add(s.pegawai_id)
                hasil.append((s.pegawai_id, sebagai, s.pegawai.kini))
    return hasil


def minta(skp_id, nomor, pegawai_ids, *, oleh):
    """The penilai asks colleagues or subordinates; each is told once. Returns how many are asked anew."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        skp = siklus.kunci(skp_id)
        if not menilai(oleh.hak, skp):
            raise DitolakKinerja("Hanya pejabat penilai SKP ini yang dapat meminta umpan balik.")
        if not skp.periode.rekan_boleh:
            raise DitolakKinerja(
                f"Umpan balik rekan dan bawahan tidak dipakai pada tahun kinerja {skp.periode.tahun}."
            )
        m = masa_umpan(skp, nomor, oleh.hari_ini)
        mau, sebutan = set(pegawai_ids), {pk: sebagai for pk, sebagai, _ in calon(skp)}
        if not mau:
            raise DitolakKinerja("Pilih paling sedikit seorang.")
        if len(mau) > MINTA_MAKS:
            raise DitolakKinerja(f"Paling banyak {MINTA_MAKS} orang sekali minta.")
        if mau - sebutan.keys():
            raise DitolakKinerja("Yang dapat diminta hanya rekan dengan penilai yang sama dan bawahannya.")
        sudah = set(PermintaanUmpanBalik.objects.filter(skp=skp, nomor=nomor).values_list("pegawai_id", flat=True))
        baru = PermintaanUmpanBalik.objects.bulk_create(
            PermintaanUmpanBalik(
                skp=skp, nomor=nomor, pegawai_id=i, sebagai=sebutan[i], oleh=oleh.pengguna, pada=oleh.kini
            )
            for i in sorted(mau - sudah)
        )
        if baru:
            siklus.catat(skp, "kinerja_minta_umpan_balik", oleh, jumlah=len(baru))
        akun = dict(
            Pengguna.objects.filter(pegawai_id__in=[b.pegawai_id for b in baru], is_active=True).values_list("pegawai_id", "pk")
        )  # fmt: skip
        for b in baru:
            if b.pegawai_id in akun:
                judul = f"Anda diminta memberi umpan balik bagi {skp.pegawai.kini.nama_lengkap}"
                _kabari([akun[b.pegawai_id]], f"minta-umpan:{b.pk}", judul, m.nama, url_jawab(b), oleh)
    return len(baru)


def jawab(permintaan_id, isi, *, oleh):
    """The person asked writes once; the pegawai reads the words without his name, the penilai is told."""
    isi = _teks(isi)
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        p = (
            PermintaanUmpanBalik.objects.select_for_update(of=("self",))
            .select_related("skp__periode", "skp__pegawai__kini")
            .get(pk=permintaan_id)
        )
        if p.pegawai_id != oleh.hak.pegawai_id or oleh.hak.hanya_baca:
            raise DitolakKinerja("Permintaan ini bukan bagi Anda.")
        if p.dijawab_pada is not None:
            raise DitolakKinerja("Anda sudah menjawab permintaan ini.")
        UmpanBalik.objects.create(
            skp=p.skp, nomor=p.nomor, sebagai=p.sebagai, oleh=oleh.pengguna, isi=isi, pada=oleh.kini
        )
        p.dijawab_pada = oleh.kini
        p.save(update_fields=["dijawab_pada"])
        jejak.catat(
            "kinerja_umpan_balik", p, pada=oleh.kini, sebagai_jabatan=oleh.hak.sebutan, tahun=p.skp.periode.tahun
        )
        if p.skp.penilai_id:
            orang = [x.pegawai_id for x in akses.pemangku(oleh.hari_ini, [p.skp.penilai_id]).get(p.skp.penilai_id, ())]
            akun = Pengguna.objects.filter(pegawai_id__in=orang, is_active=True).values_list("pk", flat=True)
            judul = f"Umpan balik {p.get_sebagai_display().lower()} bagi {p.skp.pegawai.kini.nama_lengkap} masuk"
            _kabari(akun, f"umpan-masuk:{p.pk}", judul, "", url_realisasi(p.skp, p.nomor), oleh)
    return p


# ── shared ───────────────────────────────────────────────────────────────────────────────────────────


def _teks(isi):
    isi = (isi or "").strip()
    if not isi:
        raise DitolakKinerja("Tulis umpan baliknya.")
    if len(isi) > TERPANJANG:
        raise DitolakKinerja(f"Umpan balik paling panjang {TERPANJANG} huruf.")
    return isi


def url_realisasi(skp, nomor):
    """Page of the realisasi of one masa."""
    return f"{reverse('eperformance:skp_realisasi', args=[skp.pk])}?masa={nomor}"


def url_jawab(permintaan):
    """Form of the person asked."""
    return reverse("eperformance:umpan_balik_jawab", args=[permintaan.pk])


def _kabari(akun, kunci, judul, isi, url, oleh):
    jejak.beri_tahu(list(akun), kunci=kunci, judul=judul, isi=isi, url=url, pada=oleh.kini, peristiwa=siklus.PERISTIWA)
