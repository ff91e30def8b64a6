"""Dokumen penilaian: data beku yang dicetak, dan naskah yang memuatnya.

Law: Permen PANRB 6/2022 (dokumen evaluasi kinerja). Keys of ``data_penilaian`` (``templates/naskah/penilaian_kinerja.html``; the
register adds nomor and tanggal): ``kop``, ``tempat``, ``judul``, ``masa`` {mulai, sampai} text, ``pegawai``, ``penilai`` {nama, nip,
pangkat, jabatan, unit}, ``capaian``, ``rating`` {hasil, perilaku}, ``predikat``, ``hasil_kerja`` [{jenis, rencana, indikator [text],
realisasi [text]}], ``perilaku`` [{nama, ekspektasi}], ``periodik`` [{nama, hasil, perilaku, predikat}], ``catatan``,
``persetujuan`` [{sebagai, nama, nip, kata, pada}]. Of ``data_distribusi``: opd, capaian, dasar, baris [[predikat, orang, persen]],
pola [{kode, uraian, dilanggar}], alasan, orang [{nama, nip, jabatan, hasil, perilaku, predikat}].
Numbers: one series of our own, klasifikasi 863 (asumsi: penilaian pegawai in the archive code of the office).
"""

from django.utils import timezone

from eperformance.aturan import BERAKHLAK, RATING
from eperformance.models import CapaianOrganisasi, Evaluasi, Realisasi
from eperformance.penilaian import masa as masa_
from eperformance.penilaian.hitung import pola, yang_dihitung
from kepegawaian import jejak
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import tulis_tanggal
from kepegawaian.models import Naskah
from layanan import bahan_naskah as bahan, naskah
from layanan.katalog import TemplatNaskah

KLASIFIKASI, POLA_NOMOR = "863", "{klasifikasi}/{urut}/413.207/{tahun}"
PENILAIAN = TemplatNaskah(
    "penilaian_kinerja", "naskah/penilaian_kinerja.html", KLASIFIKASI, "Dokumen Evaluasi Kinerja Pegawai", POLA_NOMOR
)
DISTRIBUSI = TemplatNaskah(
    "distribusi_kinerja", "naskah/distribusi_kinerja.html", KLASIFIKASI, "Penetapan Predikat dan Distribusi Kinerja", POLA_NOMOR
)  # fmt: skip


def terbitkan(templat, data, oleh, *, perihal=""):
    """Numbers and freezes a document approved in the portal, and queues its print; inside an act. Returns the Naskah."""
    satu = naskah.nomori(templat, data | {"tanda_tangan_elektronik": False}, oleh, perihal=perihal)
    Naskah.objects.filter(pk=satu.pk).update(cara_tanda_tangan=naskah.PORTAL)
    satu.cara_tanda_tangan = naskah.PORTAL
    jejak.catat("naskah_tetapkan", satu, pada=oleh.kini, nomor=satu.nomor)
    naskah.antre_cetak(satu.pk)
    return satu


# ── one pegawai ──────────────────────────────────────────────────────────────────────────────────────


def data_penilaian(skp, evaluasi, hari_ini, kop):
    """Everything the document of one evaluation prints; ``kop`` as ``kop_umum`` gives it. Six queries."""
    m = masa_.satu(skp.periode, evaluasi.nomor)
    mulai, sampai = m.masa_skp(skp)
    capaian = CapaianOrganisasi.objects.filter(periode=skp.periode_id, opd=skp.opd_id, nomor=evaluasi.nomor)
    periodik = Evaluasi.objects.filter(skp=skp, jenis="periodik", status="sah").order_by("nomor")
    pegawai = skp.beku.get("pegawai") or {"nama": skp.pegawai.kini.nama_lengkap, "nip": skp.pegawai.nip}
    penilai = (skp.beku.get("penilai") or {}) | (evaluasi.rincian.get("penilai") or {})
    return kop | {
        "judul": "EVALUASI KINERJA PEGAWAI", "tahun": skp.periode.tahun, "nama_masa": m.nama,
        "masa": {"mulai": tulis_tanggal(mulai), "sampai": tulis_tanggal(sampai)},
        "pegawai": pegawai, "penilai": penilai, "opd": skp.opd.nama,
        "penetap": (penilai.get("jabatan") or penilai.get("nama") or "")[:160], "penandatangan": penilai.get("nama", "")[:160],
        "capaian": capaian.values_list("capaian", flat=True).first() or "",
        "rating": {"hasil": RATING[evaluasi.hasil], "perilaku": RATING[evaluasi.perilaku]},
        "predikat": evaluasi.predikat, "catatan": evaluasi.catatan,
        "hasil_kerja": _hasil_kerja(skp, evaluasi.nomor),
        "perilaku": [{"nama": BERAKHLAK[p.nilai][0], "ekspektasi": p.ekspektasi} for p in skp.perilaku.all()],
        "periodik": [
            {"nama": masa_.satu(skp.periode, e.nomor).nama, "hasil": RATING[e.hasil], "perilaku": RATING[e.perilaku],
             "predikat": e.predikat} for e in periodik
        ] if m.tahunan else [],
        "persetujuan": persetujuan(skp, evaluasi, pegawai, penilai),
    }  # fmt: skip


def kop_umum(acuan, hari_ini, opd):
    """Letterhead and place of a document of this perangkat daerah."""
    return {"kop": bahan.kop_kantor(acuan, hari_ini, opd), "tempat": acuan.setelan("kop_tempat", hari_ini)}


def _hasil_kerja(skp, nomor):
    """Hasil kerja with targets and what was realised: in the time ``nomor``, of the year (0) in all of it."""
    realisasi = {}
    semua = Realisasi.objects.filter(hasil__skp=skp).order_by("nomor", "id")
    for r in semua.filter(nomor=nomor) if nomor else semua:
        if teks := r.uraian or (f"{r.angka.normalize():f}".replace(".", ",") if r.angka is not None else ""):
            depan = "" if nomor else f"{masa_.satu(skp.periode, r.nomor).nama}: "
            realisasi.setdefault(r.hasil_id, []).append(depan + teks)
    return [
        {
            "jenis": h.get_jenis_display(), "rencana": h.rencana, "realisasi": realisasi.get(h.pk, []),
            "indikator": [_indikator(i) for i in h.indikator.all()],
        } for h in skp.hasil.prefetch_related("indikator")
    ]  # fmt: skip


def _indikator(i):
    angka = f"{i.target_angka.normalize():f}".replace(".", ",") if i.target_angka is not None else ""
    target = " ".join(x for x in (i.target or angka, i.satuan) if x)
    aspek = i.get_aspek_display() if i.aspek else "Kriteria"
    return f"{aspek}: {i.uraian}" + (f" ({target})" if target else "")


def persetujuan(skp, evaluasi, pegawai, penilai):
    """Who approved what and when, as the portal recorded it; these stand in place of signatures."""

    def baris(sebagai, orang, kata, pada):
        return {
            "sebagai": sebagai,
            "nama": orang.get("nama", ""),
            "nip": orang.get("nip", ""),
            "kata": kata,
            "pada": pada,
        }

    if evaluasi.diterima_pada:
        kata, pada = "Menyatakan menerima hasil penilaian", waktu(evaluasi.diterima_pada)
    elif evaluasi.rincian.get("keberatan"):
        kata, pada = "Mengajukan keberatan, sudah diputus", ""
    elif evaluasi.keberatan_sampai:
        kata, pada = "Tidak mengajukan keberatan sampai batasnya", tulis_tanggal(evaluasi.keberatan_sampai)
    else:
        kata, pada = "Diberitahukan lewat portal", waktu(evaluasi.sah_pada)
    keberatan = evaluasi.rincian.get("keberatan")
    pertama = Evaluasi.objects.filter(pk=evaluasi.rincian.get("mengganti")).first() if keberatan else None
    hasil = [
        baris("Pegawai yang dinilai", pegawai, kata, pada),
        baris("Pejabat penilai kinerja", penilai, "Menetapkan predikat", waktu((pertama or evaluasi).sah_pada)),
    ]
    if keberatan:
        kata = f"Memutus keberatan: semula {keberatan['semula']}, menjadi {evaluasi.predikat}"
        if keberatan["semula"] == evaluasi.predikat:
            kata = "Memutus keberatan: predikat dikuatkan"
        hasil.append(baris("Atasan pejabat penilai kinerja", keberatan["atasan"], kata, waktu(evaluasi.sah_pada)))
    return hasil


def waktu(pada):
    """``31 Januari 2027 pukul 09.15``."""
    lokal = timezone.localtime(pada)
    return f"{tulis_tanggal(lokal.date())} pukul {lokal:%H.%M}"


# ── one perangkat daerah ─────────────────────────────────────────────────────────────────────────────


def orang_distribusi(opd_id, m):
    """The people counted in a distribution with their ratings, by name."""
    jenis = ("tahunan", "akhir") if m.tahunan else ("periodik",)
    nilai = Evaluasi.objects.filter(
        skp__in=yang_dihitung(m).filter(opd=opd_id), jenis__in=jenis, nomor=m.nomor, status="sah"
    )
    return nilai.select_related("skp__pegawai__kini", "skp__jabatan").order_by("skp__pegawai__kini__nama", "pk")


def terbitkan_distribusi(baris, capaian, hitungan, hasil, m, oleh):
    """The Naskah of a distribution just set, with the approval of the head who set it."""
    acuan = acuan_kini()
    dilanggar = {b.kode for b in hasil.dilanggar}
    data = kop_umum(acuan, oleh.hari_ini, baris.opd.nama) | {
        "judul": "PENETAPAN PREDIKAT DAN DISTRIBUSI KINERJA", "nama_masa": m.nama, "opd": baris.opd.nama,
        "capaian": capaian.capaian, "dasar": capaian.dasar, "penetap_capaian": capaian.sebagai,
        "baris": [[p, n, f"{persen}".replace(".", ",")] for p, n, persen in hitungan.baris], "jumlah": hitungan.dinilai,
        "diperiksa": hasil.diperiksa,
        "pola": [{"kode": b.kode, "uraian": b.uraian, "dilanggar": b.kode in dilanggar} for b in pola(capaian.capaian)],
        "alasan": baris.alasan,
        "orang": [
            {"nama": e.skp.pegawai.kini.nama_lengkap, "nip": e.skp.pegawai.nip,
             "jabatan": (e.skp.beku.get("pegawai") or {}).get("jabatan") or (e.skp.jabatan.nama if e.skp.jabatan else ""),
             "hasil": RATING[e.hasil], "perilaku": RATING[e.perilaku], "predikat": e.predikat}
            for e in orang_distribusi(baris.opd_id, m)
        ],
        "penetap": oleh.hak.sebutan[:160], "penandatangan": oleh.hak.nama[:160],
        "persetujuan": [{
            "sebagai": "Kepala perangkat daerah", "nama": oleh.hak.nama, "nip": oleh.hak.nip, "pada": waktu(oleh.kini),
            "kata": f"Menetapkan distribusi predikat sebagai {oleh.hak.sebutan}",
        }],
    }  # fmt: skip
    return terbitkan(DISTRIBUSI, data, oleh)
