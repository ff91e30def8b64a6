"""Evaluasi program: jangkauan, JP tiap ASN, biaya tiap JP, sebelum dan sesudah; grafik dengan tabel dan unduhannya."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from diklat.pengembangan import evaluasi
from kepegawaian import akses
from kepegawaian.penomoran import potong
from kepegawaian.views.ekspor import unduh_daftar

PEMBACA = ("staf_bkd", "pejabat_bkd", "pimpinan", "inspektorat")
KOLOM = ("OPD", "ASN", "IKUT PELATIHAN", "JANGKAUAN (%)", "JP", "JP TIAP ASN")
TAHUN_LALU = 5
KOLOM_KEGIATAN = ("KEGIATAN", "KELOMPOK", "SELESAI", "PESERTA", "LULUS", "PENDAPAT PESERTA (1-5)", "KENAIKAN NILAI UJI",
                  "PENILAIAN ATASAN (1-5)", "BIAYA", "BIAYA TIAP JP")  # fmt: skip
SEBUT = {True: "Ikut pelatihan", False: "Tidak ikut"}


def _tahun(request):
    """The year asked for, within reach; this year otherwise."""
    kini, teks = request.hari_ini.year, request.GET.get("tahun", "")
    return int(teks) if teks.isascii() and teks.isdigit() and kini - TAHUN_LALU <= int(teks) <= kini else kini


def _grafik_opd(opd):
    atas = opd[:15]
    return {"jenis": "bar", "mendatar": True, "satuan": "JP", "label": [o["nama"] for o in atas],
            "deret": [{"nama": "JP tiap ASN", "nilai": [round(o["jp_rata"], 1) for o in atas]}]}  # fmt: skip


def _grafik(label, *deret, jenis="bar", satuan=""):
    """A chart of series (name, values) over the same labels."""
    return {"jenis": jenis, "satuan": satuan, "label": [str(x) for x in label],
            "deret": [{"nama": nama, "nilai": list(nilai)} for nama, nilai in deret]}  # fmt: skip


def _bulat(nilai):
    return None if nilai is None else round(nilai, 2)


def _grafik_dampak(dampak, awal, akhir, satuan):
    """Before and after over the years that have data, of who took part; None where no year has any."""
    isi = [(t, d[True]) for t, d in sorted(dampak.items()) if True in d and d[True].rata(awal) is not None]
    if not isi:
        return None
    return _grafik([t for t, _ in isi], ("Sebelum", [_bulat(d.rata(awal)) for _, d in isi]),
                   ("Sesudah", [_bulat(d.rata(akhir)) for _, d in isi]), satuan=satuan)  # fmt: skip


def _tabel_dampak(dampak):
    """[(year, group, DampakTahun, {sum: mean})], the newest year first."""
    medan = ("ip_lalu", "ip_kini", "celah_lalu", "celah_kini")
    return [(t, SEBUT[ya], d[ya], {m: d[ya].rata(m) for m in medan}) for t, d in sorted(dampak.items(), reverse=True)
            for ya in (True, False) if ya in d and d[ya].orang]  # fmt: skip


@akses.peran(*PEMBACA)
@require_safe
def evaluasi_program(request):
    """The year's training in figures, for the whole regency."""
    tahun, kini = _tahun(request), request.hari_ini.year
    opd, jalan = evaluasi.per_opd(tahun, request.acuan), evaluasi.per_tahun(tahun)
    asn, ikut, jp = (sum(o[k] for o in opd) for k in ("asn", "ikut", "jp"))
    dampak, kelompok = evaluasi.dampak(tahun), evaluasi.per_kelompok(tahun)
    biaya, uang = evaluasi.biaya(tahun)
    tahun_ = [t for t, _, _ in jalan]
    isi = {
        "tahun": tahun, "pilihan": [kini - n for n in range(TAHUN_LALU + 1)], "potongan": potong(request, opd), "asn": asn, "ikut": ikut, "jp": jp,
        "jangkauan": 100 * ikut / asn if asn else 0, "jp_rata": jp / asn if asn else 0, "biaya": biaya,
        "dampak": _tabel_dampak(dampak), "kegiatan": evaluasi.per_kegiatan(tahun), "berjalan": tahun == kini,
        "grafik_ip": _grafik_dampak(dampak, "ip_lalu", "ip_kini", "nilai"),
        "grafik_celah": _grafik_dampak(dampak, "celah_lalu", "celah_kini", "level"),
        "grafik_opd": _grafik_opd(opd),
        "grafik_tahun": _grafik(tahun_, ("ASN yang ikut", [n for _, n, _ in jalan]), satuan="ASN"),
        "grafik_jp": _grafik(tahun_, ("JP seluruhnya", [j for _, _, j in jalan]), jenis="line", satuan="JP"),
        "grafik_kelompok": _grafik([n for n, _, _ in kelompok], ("JP", [j for _, _, j in kelompok]), satuan="JP"),
        "grafik_biaya": _grafik([t for t, _ in uang], ("Rupiah tiap JP", [n for _, n in uang]), satuan="rupiah")
        if any(n for _, n in uang) else None,
    }  # fmt: skip
    return render(request, "diklat/pengembangan/evaluasi.html", isi)


@akses.peran(*PEMBACA)
@require_safe
def evaluasi_ekspor(request):
    """The table of OPD as xlsx; with ``apa=kegiatan`` that of the trainings."""
    tahun = _tahun(request)
    if request.GET.get("apa") == "kegiatan":
        baris = (
            (k.nama, k.pelatihan.get_kelompok_display(), k.selesai, k.peserta_n, k.lulus_n, _bulat(k.rata_1), _bulat(k.naik),
             _bulat(k.rata_3), k.biaya, k.tiap_jp) for k in evaluasi.per_kegiatan(tahun, 5000)
        )  # fmt: skip
        return unduh_daftar(request, f"Evaluasi kegiatan {tahun}", KOLOM_KEGIATAN, baris, objek="kegiatanpelatihan")
    baris = ((o["nama"], o["asn"], o["ikut"], round(o["jangkauan"], 1), o["jp"], round(o["jp_rata"], 1))
             for o in evaluasi.per_opd(tahun, request.acuan))  # fmt: skip
    return unduh_daftar(request, f"Evaluasi pelatihan {tahun}", KOLOM, baris, objek="riwayatdiklat")
