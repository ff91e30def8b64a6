"""Nilai: dua rating menjadi predikat; draf disimpan dengan versinya, lalu ditetapkan.

Law: PP 30/2019; Permen PANRB 6/2022. Each act: lock of the SKP → state → who (``penilai.menilai``) → change → Jejak → notice, in
one transaction. A draft is changed as often as wanted, never over a newer version; what is ``sah`` stays, a further change is a
new row and the old one ``diganti``.
"""

from django.db import transaction

from eperformance import siklus
from eperformance.aturan import RATING, batas_keberatan, predikat
from eperformance.galat import DitolakKinerja, VersiLama
from eperformance.models import CapaianOrganisasi, Evaluasi, Skp
from eperformance.penilai import BUPATI, menilai
from eperformance.penilaian import masa as masa_
from eperformance.penilaian.aturan import rating_organisasi
from eperformance.penilaian.periodik import catat_masa_skp, catat_periodik
from kepegawaian import jejak
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import tulis_tanggal
from kepegawaian.models import Pengguna
from layanan.bahan_naskah import pejabat_luar

TAHUNAN = ("tahunan", "akhir")
BELUM_ADA_CAPAIAN = (
    "Capaian organisasi belum ditetapkan pimpinan; rating hasil kerja kepala perangkat daerah mengikutinya."
)


def memimpin(skp):
    """Does the pegawai lead his perangkat daerah by the post of this SKP? Then its achievement is his rating hasil kerja."""
    j = skp.jabatan
    return j is not None and j.kepala_unit and j.unit_id == skp.opd_id


def hasil_organisasi(skp, nomor, tanggal):
    """Rating hasil of who leads his organisation: "" while its capaian is not set, None for everybody else."""
    if not memimpin(skp):
        return None
    capaian = CapaianOrganisasi.objects.filter(periode=skp.periode_id, opd=skp.opd_id, nomor=nomor)
    peta = acuan_kini().setelan("kinerja_rating_capaian", tanggal)
    return rating_organisasi(capaian.values_list("capaian", flat=True).first(), peta)


def kunci(skp_id):
    """The locked Skp with what the acts here read; refused when it is not ditetapkan yet."""
    skp = (
        Skp.objects.select_for_update(of=("self",))
        .select_related("periode", "pegawai__kini", "penilai__unit", "jabatan", "opd")
        .get(pk=skp_id)
    )
    if skp.status not in Skp.SAH:
        raise DitolakKinerja(f"SKP ini {skp.get_status_display().lower()}; hanya SKP yang ditetapkan dinilai.")
    return skp


def berlaku(skp, jenis, nomor):
    """The Evaluasi of that kind that stands (draf or sah), or None."""
    return Evaluasi.objects.filter(skp=skp, jenis=jenis, nomor=nomor).exclude(status="diganti").first()


def pindah(skp, status, oleh, aksi, **data):
    """Status of a locked Skp from ``dinilai`` on, with its Jejak; a final one bears its moment."""
    skp.status, skp.versi = status, skp.versi + 1
    skp.final_pada = oleh.kini if status == "final" else None
    skp.save(update_fields=["status", "versi", "final_pada"])
    siklus.catat(skp, aksi, oleh, **data)


def _terbuka(skp, m, oleh):
    """The kind and the row of the evaluation; refused unless he may rate this SKP in this time now."""
    if not menilai(oleh.hak, skp):
        raise DitolakKinerja("Hanya pejabat penilai SKP ini yang dapat menilai.")
    if skp.periode_id != m.periode.pk or skp.mulai > m.sampai or skp.sampai < m.mulai:
        raise DitolakKinerja(f"SKP ini tidak mencakup {m.nama}.")
    jenis = m.jenis(skp)
    if m.tahunan and skp.status != "ditetapkan":
        raise DitolakKinerja(f"Penilaian tahunannya sudah ditetapkan; SKP ini {skp.get_status_display().lower()}.")
    if skp.status == "final":
        raise DitolakKinerja("Penilaian tahun itu sudah final.")
    evaluasi = berlaku(skp, jenis, m.nomor)
    if evaluasi is not None and evaluasi.status == "sah":
        raise DitolakKinerja(f"Penilaian {m.nama} sudah ditetapkan.")
    return jenis, evaluasi


# ── draft ────────────────────────────────────────────────────────────────────────────────────────────


def simpan(skp_id, m, *, hasil, perilaku, catatan, versi, oleh):
    """Saves the ratings of one SKP in the Masa ``m`` as a draft; returns the Evaluasi. ``versi`` 0: there was none.

    Raises VersiLama (its ``kini`` is the row as it stands) when it was changed since; nothing is overwritten.
    """
    if hasil not in ("", *RATING) or perilaku not in ("", *RATING):
        raise DitolakKinerja("Rating tidak dikenal.")
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        skp = kunci(skp_id)
        jenis, evaluasi = _terbuka(skp, m, oleh)
        if (evaluasi.versi if evaluasi else 0) != int(versi):
            raise VersiLama(evaluasi or Evaluasi(skp=skp, jenis=jenis, nomor=m.nomor, versi=0))
        organisasi = hasil_organisasi(skp, m.nomor, oleh.hari_ini)
        if organisasi is not None:
            hasil = organisasi
        evaluasi = evaluasi or Evaluasi(skp=skp, jenis=jenis, nomor=m.nomor, versi=0)
        evaluasi.hasil, evaluasi.perilaku, evaluasi.catatan = hasil, perilaku, (catatan or "").strip()[:1000]
        evaluasi.predikat, evaluasi.versi = predikat(hasil, perilaku), evaluasi.versi + 1
        evaluasi.oleh, evaluasi.sebagai = oleh.pengguna, oleh.hak.sebutan[:200]
        evaluasi.save()
    return evaluasi


# ── sah ──────────────────────────────────────────────────────────────────────────────────────────────


def sahkan(skp_id, m, *, versi, oleh):
    """Sets the draft: its predikat is known from now on. The year: status dinilai and the days of keberatan begin.

    Effects in order: Evaluasi sah; KinerjaPeriodik (a short time, or the part of a year); status; Jejak; notice.
    """
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        skp = kunci(skp_id)
        _, evaluasi = _terbuka(skp, m, oleh)
        if evaluasi is None:
            raise DitolakKinerja("Rating belum diisi.")
        if versi is not None and evaluasi.versi != int(versi):
            raise VersiLama(evaluasi)
        _periksa_lengkap(skp, evaluasi, m, oleh)
        _sahkan(skp, evaluasi, m, oleh)
    return evaluasi


def _periksa_lengkap(skp, evaluasi, m, oleh):
    if not m.boleh_ditetapkan(skp, oleh.hari_ini):
        buka = min(m.buka, skp.sampai)
        raise DitolakKinerja(f"Penilaian {m.nama} baru dapat ditetapkan mulai {tulis_tanggal(buka)}.")
    organisasi = hasil_organisasi(skp, m.nomor, oleh.hari_ini)
    if organisasi == "":
        raise DitolakKinerja(BELUM_ADA_CAPAIAN)
    if organisasi is not None and organisasi != evaluasi.hasil:  # the capaian was set anew after the draft
        evaluasi.hasil, evaluasi.predikat = organisasi, predikat(organisasi, evaluasi.perilaku)
    if not evaluasi.predikat:
        raise DitolakKinerja("Rating hasil kerja dan rating perilaku kerja belum lengkap.")


def _sahkan(skp, evaluasi, m, oleh):
    evaluasi.status, evaluasi.sah_pada, evaluasi.versi = "sah", oleh.kini, evaluasi.versi + 1
    evaluasi.oleh, evaluasi.sebagai = oleh.pengguna, sebagai(skp.penilai_id, oleh)
    evaluasi.rincian = evaluasi.rincian | {"penilai": pejabat_beku(skp.penilai_id, oleh)}
    if m.tahunan:
        hari = acuan_kini().setelan("kinerja_keberatan_hari", oleh.hari_ini)
        evaluasi.keberatan_sampai = batas_keberatan(oleh.hari_ini, hari)
    evaluasi.save()
    if m.tahunan:
        pindah(skp, "dinilai", oleh, "kinerja_evaluasi", jenis=f"penilaian {m.nama.lower()}")
        catat_masa_skp(skp, evaluasi)
    else:
        catat_periodik(skp, evaluasi, m)
        siklus.catat(skp, "kinerja_evaluasi", oleh, jenis=m.nama)
    isi = f"Predikat {evaluasi.predikat}."
    if m.tahunan:
        isi += f" Batas keberatan {tulis_tanggal(evaluasi.keberatan_sampai)}."
    kabari(skp, evaluasi, f"Penilaian {m.nama} Anda ditetapkan", isi, oleh)


def pejabat_beku(jabatan_id, oleh):
    """Who decides, as it is printed: {nama, nip, jabatan}; the Bupati himself where his recorder acts for him."""
    kantor = next((k for k in oleh.hak.kantor if k.jabatan_id == jabatan_id), None)
    if kantor is None and BUPATI in oleh.hak.kantor_luar:
        luar = pejabat_luar(BUPATI, oleh.hari_ini)
        return {"nama": luar.get("nama", ""), "nip": "", "jabatan": luar.get("jabatan", "Bupati")}
    return {"nama": oleh.hak.nama, "nip": oleh.hak.nip, "jabatan": kantor.sebutan if kantor else oleh.hak.sebutan}


def sebagai(jabatan_id, oleh):
    """In which office he acts, in words; what the clerk of the Bupati records says so."""
    jabatan = pejabat_beku(jabatan_id, oleh)["jabatan"]
    dicatat = BUPATI in oleh.hak.kantor_luar and jabatan_id not in oleh.hak.jabatan_ids
    return (f"{jabatan}, dicatat {oleh.hak.sebutan}" if dicatat else jabatan)[:200]


def sahkan_banyak(pilihan, m, *, oleh):
    """``sahkan`` of many [(skp id, version)], each by itself: (those set, {skp id: why not})."""
    berhasil, gagal = [], {}
    oleh = oleh.berombongan()
    for skp_id, versi in sorted(pilihan):
        try:
            with transaction.atomic():
                berhasil.append(sahkan(skp_id, m, versi=versi, oleh=oleh))
        except DitolakKinerja as galat:
            gagal[skp_id] = str(galat)
    return berhasil, gagal


def ganti_periodik(evaluasi_id, *, hasil, perilaku, alasan, oleh):
    """The penilai corrects a periodic evaluation he has set, with his reason, as long as the year is not dinilai.

    The old row is ``diganti``, its KinerjaPeriodik withdrawn, both written anew. Returns the new Evaluasi.
    """
    alasan = (alasan or "").strip()
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        lama = Evaluasi.objects.select_related("skp").get(pk=evaluasi_id)
        skp = kunci(lama.skp_id)
        lama.refresh_from_db()
        if not menilai(oleh.hak, skp):
            raise DitolakKinerja("Hanya pejabat penilai SKP ini yang dapat menilai.")
        if lama.jenis != "periodik" or lama.status != "sah" or skp.status != "ditetapkan":
            raise DitolakKinerja("Penilaian ini tidak dapat dibetulkan lagi.")
        if not alasan:
            raise DitolakKinerja("Tulis mengapa penilaiannya dibetulkan.")
        m = masa_.satu(skp.periode, lama.nomor)
        organisasi = hasil_organisasi(skp, m.nomor, oleh.hari_ini)
        hasil = hasil if organisasi is None else organisasi
        if not predikat(hasil, perilaku):
            raise DitolakKinerja("Rating hasil kerja dan rating perilaku kerja belum lengkap.")
        baru = gantikan(lama, hasil=hasil, perilaku=perilaku, catatan=alasan, oleh=oleh, kantor=skp.penilai_id)
        catat_periodik(skp, baru, m)
        siklus.catat(skp, "kinerja_evaluasi", oleh, jenis=f"pembetulan {m.nama}")
        kabari(skp, baru, f"Penilaian {m.nama} Anda dibetulkan", f"Predikat {baru.predikat}. {alasan}", oleh)
    return baru


def gantikan(lama, *, hasil, perilaku, catatan, oleh, **lain):
    """Inside an act: the row ``lama`` becomes ``diganti``, a new sah one of the same time takes its place."""
    lama.status, lama.versi = "diganti", lama.versi + 1
    lama.save(update_fields=["status", "versi", "diubah_pada"])
    rincian = lain.pop("rincian", {}) | {"mengganti": lama.pk}
    kantor = lain.pop("kantor", None)
    return Evaluasi.objects.create(
        skp_id=lama.skp_id, jenis=lama.jenis, nomor=lama.nomor, hasil=hasil, perilaku=perilaku,
        predikat=predikat(hasil, perilaku), catatan=catatan[:1000], rincian=lama.rincian | rincian, status="sah",
        oleh=oleh.pengguna, sebagai=sebagai(kantor, oleh), sah_pada=oleh.kini, **lain,
    )  # fmt: skip


# ── the pegawai ──────────────────────────────────────────────────────────────────────────────────────


def terima(evaluasi_id, *, oleh):
    """The pegawai accepts his yearly result; there is no keberatan any more."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        evaluasi = Evaluasi.objects.get(pk=evaluasi_id)
        skp = kunci(evaluasi.skp_id)
        evaluasi.refresh_from_db()
        if skp.pegawai_id != oleh.hak.pegawai_id:
            raise DitolakKinerja("Hanya pemilik SKP yang dapat menyatakan menerima.")
        if skp.status != "dinilai" or evaluasi.jenis not in TAHUNAN or evaluasi.status != "sah":
            raise DitolakKinerja(
                f"SKP ini {skp.get_status_display().lower()}; hasilnya tidak menunggu pernyataan Anda."
            )
        if evaluasi.diterima_pada is not None:
            raise DitolakKinerja("Hasil ini sudah Anda nyatakan diterima.")
        evaluasi.diterima_pada, evaluasi.versi = oleh.kini, evaluasi.versi + 1
        evaluasi.save(update_fields=["diterima_pada", "versi", "diubah_pada"])
        siklus.catat(skp, "kinerja_terima", oleh)
    return evaluasi


def kabari(skp, evaluasi, judul, isi, oleh):
    """A notice about an evaluation to the pegawai."""
    akun = Pengguna.objects.filter(pegawai_id=skp.pegawai_id, is_active=True).values_list("pk", flat=True)
    jejak.beri_tahu(
        list(akun), kunci=f"evaluasi:{evaluasi.pk}:{evaluasi.versi}", judul=judul, isi=isi, url=siklus.url_skp(skp),
        pada=oleh.kini, peristiwa=siklus.PERISTIWA,
    )  # fmt: skip
