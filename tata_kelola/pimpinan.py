"""Dasbor pimpinan: angka seluruh kabupaten atau satu OPD, tiap angka dengan rumus, sumber, rincian, dan daftar di baliknya.

``susun`` asks everything at once (one query of ``tanya``, a few besides) and gives ``Papan``: the page, "kenapa angka ini?" and the
monthly report all read it. Nothing here names a person; a list of people opens for who may see people only.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.db.models import Case, Count, F, Q, Subquery, Sum, Value, When
from django.db.models.functions import ExtractYear
from django.urls import reverse
from django.utils.http import urlencode

from indeks.models import PutaranIndeks, RataUnit, RekapTempo
from kepangkatan.filters import TANPA_ESELON
from kepangkatan.peta.kosong import jabatan_kosong
from kepegawaian import ukuran
from kepegawaian.aturan import tambah_bulan, tulis_tanggal
from kepegawaian.hitung import Hitung, Larik, tanya
from kepegawaian.models import Jabatan, ProfilKini, RiwayatHukuman
from tata_kelola import kepatuhan
from tata_kelola.potret import BELUM, JENIS, KELAMIN, STATUS, TAHUN_PENSIUN, TINGKAT, USIA

DIMENSI = ("kualifikasi", "kompetensi", "kinerja", "disiplin")
PELIHAT_ORANG = ("operator_opd", "kepala_opd", "staf_bkd", "pejabat_bkd", "inspektorat")
PELATIHAN = ("asn_20_jp", "jp_per_asn")


@dataclass(slots=True)
class Angka:
    """One figure. ``rincian``: [(name, value as written, address of the list behind it or "")]; ``nilai``: as written."""

    kode: str
    bagian: str
    nama: str
    nilai: str
    rumus: str
    sumber: str
    rincian: list = field(default_factory=list)
    kolom: str = "Kelompok"
    daftar: str = ""
    catatan: str = ""
    jenis: str = ""


@dataclass(slots=True)
class Papan:
    """All figures of one reading; ``mentah`` holds the numbers the monthly report freezes and the next one compares with."""

    per: date
    opd: object
    angka: dict
    mentah: dict
    sebab: list = field(default_factory=list)
    menurut_opd: list = field(default_factory=list)
    tren: list = field(default_factory=list)

    def bagian(self):
        """[(section, [Angka])] in the order they were made."""
        hasil = {}
        for a in self.angka.values():
            hasil.setdefault(a.bagian, []).append(a)
        return list(hasil.items())


def tulis(nilai, desimal=0):
    """A number as it is written here: 1.234 or 72,31; "–" for None."""
    if nilai is None:
        return "–"
    teks = f"{Decimal(nilai):,.{desimal}f}"
    return teks.replace(",", "#").replace(".", ",").replace("#", ".")


def susun(hak, acuan, hari_ini, opd_id=None, *, dasar=None, potret=None):
    """The Papan of the agency or one OPD. ``dasar``: ``mentah`` of an earlier report, to tell what changed and why.

    ``potret``: the Potret of a past month, whose last day ``hari_ini`` then is. People are counted from it, the index from
    the last night up to that day; what only the present knows (usulan late now) is left out.
    """
    unit_ids = None if opd_id is None else sorted(acuan.turunan({opd_id}))
    n = tanya(hak.pengguna_id, _angka(hari_ini, opd_id, unit_ids, lampau=potret is not None))
    if potret is not None:
        n |= _dari_potret(potret)
    opd = acuan.unit.get(opd_id)
    papan = Papan(hari_ini, opd, {}, {})
    tambah = _Penambah(papan, hak, opd_id)
    _indeks(tambah, n, acuan, dasar, opd_id)
    _komposisi(tambah, n, acuan, potret)
    _ke_depan(tambah, n, hari_ini)
    _layanan(tambah, n, hak, acuan, hari_ini, lampau=potret is not None)
    _jabatan(tambah, n, hari_ini, unit_ids)
    _pelatihan(tambah, hari_ini, unit_ids)
    _disiplin(tambah, n)
    return papan


def _dari_potret(potret):
    """What ``tanya`` would answer of the people, from a Potret."""
    return {
        "papan_pensiun": [{"th": int(th), "n": n} for th, n in sorted(potret.menurut("pensiun").items())],
        "papan_setahun": sum(potret.menurut("pensiun-setahun").values()),
        "papan_hukuman": [{"tk": t, "n": n} for t, n in potret.menurut("hukuman").items()],
    }


def _putaran(hari_ini, *, lampau):
    """Runs of the index to read: those in force, or of every year the last one up to a past day."""
    semua = PutaranIndeks.objects.exclude(generasi="A")
    if not lampau:
        return semua.filter(kini=True)
    lalu = semua.filter(status="selesai", tanggal__lte=hari_ini).order_by("tahun", "-tanggal", "-generasi")
    return PutaranIndeks.objects.filter(pk__in=lalu.distinct("tahun").values("pk"))


def _angka(hari_ini, opd_id, unit_ids, *, lampau=False):
    """Expressions of everything ``tanya`` can ask."""
    orang = ProfilKini.objects.filter(aktif=True).order_by()
    hukuman = RiwayatHukuman.objects.filter(
        Q(sampai=None) | Q(sampai__gte=hari_ini), tmt__lte=hari_ini, dibatalkan_pada=None, pegawai__kini__aktif=True
    ).order_by()
    kursi = Jabatan.objects.filter(jenis="struktural", berlaku_sejak__lte=hari_ini, berlaku_sampai=None).order_by()
    if opd_id is not None:
        orang, hukuman = orang.filter(opd_id=opd_id), hukuman.filter(pegawai__kini__opd_id=opd_id)
        kursi = kursi.filter(unit_id__in=unit_ids)
    usia = Case(
        *(When(tanggal_lahir__gt=tambah_bulan(hari_ini, -12 * batas), then=Value(i - 1)) for i, (batas, _) in enumerate(USIA) if i),
        default=Value(len(USIA) - 1),
    )  # fmt: skip
    putaran = _putaran(hari_ini, lampau=lampau)
    kini = putaran.order_by("-tanggal", "-generasi").values("pk")[:1]
    tempo = PutaranIndeks.objects.filter(tempo_kini=True).order_by()
    if lampau:
        tempo = PutaranIndeks.objects.filter(tempo=True, status="selesai", tanggal__lte=hari_ini).order_by("-tanggal")
    rata = RataUnit.objects.filter(kelompok="", putaran__in=putaran.order_by().values("pk")).order_by("putaran__tahun")
    opd = RataUnit.objects.filter(putaran_id=Subquery(kini), kelompok="", unit__jenis="opd").order_by("total")
    kolom = {"ukur": F("terukur"), "semua": F("populasi"), "nilai_": F("total"), **{f"d_{d}": F(d) for d in DIMENSI}}
    awal = hari_ini.replace(day=1)
    depan = tambah_bulan(awal, 1)  # as the projection: the months after the one of the day
    return {
        "papan_orang": Larik(
            orang.values(st=F("status"), jk=F("jenis_kelamin"), jj=F("jenis_jabatan"), gol=F("golongan_id"), pend=F("pendidikan_id"), us=usia)
            .annotate(n=Count("pk"))
        ),
        "papan_pensiun": Larik(
            orang.filter(tmt_pensiun__gte=depan, tmt_pensiun__lt=tambah_bulan(depan, 12 * TAHUN_PENSIUN))
            .values(th=ExtractYear("tmt_pensiun")).annotate(n=Count("pk")).order_by("th")
        ),
        "papan_setahun": Hitung(orang.filter(tmt_pensiun__gte=depan, tmt_pensiun__lt=tambah_bulan(depan, 12))),
        "papan_rata": Larik(
            rata.filter(unit_id=opd_id).values(th=F("putaran__tahun"), gen=F("putaran__generasi"), per=F("putaran__tanggal"), **kolom)
        ),
        "papan_opd": Larik(opd.values(uid=F("unit_id"), **kolom)),
        "papan_tempo": Larik(
            RekapTempo.objects.filter(putaran_id=Subquery(tempo.values("pk")[:1]), unit_id=opd_id, bulan__gte=awal, bulan__lt=tambah_bulan(awal, 12))
            .order_by().values(macam=F("jenis"), pada=F("bulan")).annotate(n=Sum("jumlah"))
        ),
        "papan_malam": Larik(tempo.values(per=F("tanggal"))[:1]),
        "papan_hukuman": Larik(hukuman.values(tk=F("jenis__tingkat")).annotate(n=Count("pegawai_id", distinct=True))),
        "papan_kursi": Hitung(kursi),
        "papan_lewat": kepatuhan.ekspresi_lewat(hari_ini),
    }  # fmt: skip


class _Penambah:
    """Adds figures to a Papan; writes the addresses of lists with the OPD of the page in their filter."""

    def __init__(self, papan, hak, opd_id):
        self.papan, self.opd_id = papan, opd_id
        # A list that would show fewer people than the figure counts is not offered.
        self.orang = hak.lihat_semua or (
            hak.punya(*PELIHAT_ORANG) and opd_id is not None and opd_id in hak.unit_lingkup
        )

    def __call__(self, kode, bagian, nama, nilai, rumus, sumber, *, mentah=None, **lain):
        self.papan.angka[kode] = Angka(kode, bagian, nama, nilai, rumus, sumber, **lain)
        if mentah is not None:
            self.papan.mentah[kode] = mentah

    def url(self, nama, *, orang=False, opd=True, **saring):
        """Address of a list; "" for a list of people the reader may not open."""
        if orang and not self.orang:
            return ""
        if opd and self.opd_id is not None:
            saring["opd"] = self.opd_id
        isi = urlencode({k: v for k, v in saring.items() if v not in (None, "")})
        return reverse(nama) + (f"?{isi}" if isi else "")


# ── sections ─────────────────────────────────────────────────────────────────────────────────────────


def _indeks(tambah, n, acuan, dasar, opd_id):
    tahun, papan = n["papan_rata"], tambah.papan
    kini = tahun[-1] if tahun else None
    tujuan = reverse("indeks:ringkasan") if opd_id is None else reverse("indeks:unit_detail", args=[opd_id])
    rincian = [] if kini is None else [(d.capitalize(), tulis(kini[f"d_{d}"], 2), tujuan) for d in DIMENSI]
    tambah(
        "indeks", "Indeks Profesionalitas ASN", "rata-rata indeks", tulis(kini and kini["nilai_"], 2),
        "jumlah indeks pegawai yang terukur ÷ banyaknya pegawai yang terukur (kualifikasi + kompetensi + kinerja + disiplin)",
        f"hitungan malam {kini['per']}" if kini else "belum pernah dihitung", rincian=rincian, kolom="Dimensi", daftar=tujuan,
        mentah=_beku(kini),
    )  # fmt: skip
    if kini:
        semua, ukur = (tambah.url("indeks:hasil_list", orang=True, kategori=k) for k in ("", "terukur"))
        tambah(
            "terukur", "Indeks Profesionalitas ASN", "pegawai terukur", tulis(kini["ukur"]),
            "pegawai yang keempat dimensinya dapat dihitung", f"hitungan malam {kini['per']}",
            rincian=[("Populasi", tulis(kini["semua"]), semua or tujuan), ("Terukur", tulis(kini["ukur"]), ukur or tujuan)],
            daftar=ukur or tujuan,
        )  # fmt: skip
    # A year of another generation is another measure: never one line through both.
    papan.tren = [(b["th"], b["nilai_"]) for b in tahun if b["gen"] == kini["gen"]] if kini else []
    lama = (dasar or {}).get("indeks")
    papan.sebab = sebab(lama, _beku(kini)) if lama else []
    lalu = (dasar or {}).get("opd", {})
    for b in n["papan_opd"]:
        if b["uid"] in acuan.unit:
            ubah = sebab(lalu.get(str(b["uid"])), _beku(b))
            papan.menurut_opd.append((acuan.unit[b["uid"]], b["semua"], b["ukur"], b["nilai_"], ubah))
    papan.mentah["opd"] = {str(b["uid"]): _beku(b) for b in n["papan_opd"]}


def _beku(b):
    """The numbers of a RataUnit row that a report keeps."""
    return None if b is None else {"total": b["nilai_"], **{d: b[f"d_{d}"] for d in DIMENSI}, "gen": b.get("gen", "")}


def sebab(lama, baru):
    """[(what, change)] from one reading of the index to the next: the total, then the dimensions that moved, most first."""
    if not lama or not baru or lama["total"] is None or baru["total"] is None or lama.get("gen") != baru.get("gen"):
        return []
    selisih = {
        k: round(float(baru[k]) - float(lama[k]), 2) for k in ("total", *DIMENSI) if None not in (baru[k], lama[k])
    }
    gerak = sorted(((k, v) for k, v in selisih.items() if k != "total" and v), key=lambda x: -abs(x[1]))
    return [("total", selisih["total"]), *gerak]


def _urut(hitung, nama):
    """[(key, name, how many)] of one dimension of the composition, the biggest first."""
    return sorted(((k, nama(k), v) for k, v in hitung.items()), key=lambda x: -x[2])


def _lipat(baris, kunci):
    """{key: how many} of one dimension of rows with ``n``."""
    hitung = {}
    for b in baris:
        hitung[b[kunci]] = hitung.get(b[kunci], 0) + b["n"]
    return hitung


def _menurut(n, acuan, potret):
    """{dimension: {key: how many}} of everybody, from the Potret when there is one."""
    if potret is not None:
        letak = {"st": ("status", 0), "jk": ("jabatan", 1), "jj": ("jabatan", 0), "gol": ("golongan", 0), "pend": ("pendidikan", 0)}  # fmt: skip
        usia = {int(k): v for k, v in potret.menurut("kelamin-usia").items()}
        return {k: potret.menurut(*x) for k, x in letak.items()} | {"us": usia}
    baris = n["papan_orang"]
    for b in baris:
        b["pend"] = acuan.setara_pendidikan.get(b["pend"], "")
    return {k: _lipat(baris, k) for k in ("st", "jk", "jj", "gol", "pend", "us")}


def _komposisi(tambah, n, acuan, potret):
    menurut, url = _menurut(n, acuan, potret), tambah.url
    jumlah = sum(menurut["st"].values())
    sumber = "ProfilKini, keadaan hari ini" if potret is None else f"potret {tulis_tanggal(potret.per)} dari riwayat"
    daftar = url("kepegawaian:pegawai_list", orang=True)
    kelompok = (
        ("status", "Status", "st", lambda k: STATUS.get(k, BELUM), "status"),
        ("kelamin", "Jenis kelamin", "jk", lambda k: KELAMIN.get(k, BELUM), "jenis_kelamin"),
        ("jabatan", "Jenis jabatan", "jj", lambda k: JENIS.get(k, BELUM), "jenis_jabatan"),
        ("golongan", "Golongan", "gol", lambda k: k or BELUM, "golongan"),
        ("pendidikan", "Pendidikan", "pend", lambda k: k or BELUM, "pendidikan"),
        ("usia", "Usia", "us", lambda k: USIA[k][1], "usia"),
    )
    tambah(
        "pegawai", "Komposisi", "ASN aktif", tulis(jumlah), "banyaknya pegawai yang masih aktif", sumber, daftar=daftar,
        rincian=[(STATUS.get(k, BELUM), tulis(v), url("kepegawaian:pegawai_list", orang=True, status=k) if k else "")
                 for k, _, v in _urut(menurut["st"], str)],
        mentah=jumlah, kolom="Status",
    )  # fmt: skip
    for kode, judul, kunci, nama, saring in kelompok:
        isi = _urut(menurut[kunci], nama)
        if not isi:
            continue
        terbesar = isi[0]

        def alamat(k, saring=saring):
            if saring == "usia":
                k = str(USIA[k][0])
            return url("kepegawaian:pegawai_list", orang=True, **{saring: k}) if saring and k else ""

        tambah(
            kode, "Komposisi", f"{judul.lower()} terbanyak: {terbesar[1]}", f"{tulis(terbesar[2] * 100 / jumlah, 1)}%",
            f"pegawai menurut {judul.lower()} ÷ semua pegawai aktif × 100", sumber, daftar=daftar, kolom=judul,
            rincian=[(nm, f"{tulis(v)} ({tulis(v * 100 / jumlah, 1)}%)", alamat(k)) for k, nm, v in isi],
            mentah={nm: v for _, nm, v in isi},
        )  # fmt: skip


def _ke_depan(tambah, n, hari_ini):
    url, tempo = tambah.url, n["papan_tempo"]
    orang = url("pensiun:proyeksi_orang", orang=True, status="semua")
    rincian = [
        (str(b["th"]), tulis(b["n"]), url("pensiun:proyeksi_orang", orang=True, status="semua", tahun=b["th"]))
        for b in n["papan_pensiun"]
    ]
    tambah(
        "pensiun", "Ke depan", "pensiun 12 bulan ke depan", tulis(n["papan_setahun"]),
        "pegawai aktif yang mencapai batas usia pensiun jabatannya dalam 12 bulan sesudah bulan ini; rincian: 60 bulan menurut tahun TMT",
        "tanggal pensiun menurut jabatan (batas usia)", rincian=rincian, kolom="Tahun TMT", daftar=orang or url("pensiun:proyeksi_list", status="semua"),
        mentah={"setahun": n["papan_setahun"], "tahun": {str(b["th"]): b["n"] for b in n["papan_pensiun"]}},
    )  # fmt: skip
    malam = n["papan_malam"][0]["per"] if n["papan_malam"] else ""
    for jenis, nama in (
        ("kp", "kenaikan pangkat"),
        ("kgb", "kenaikan gaji berkala"),
        ("kontrak", "perjanjian kerja berakhir"),
    ):
        bulan = {}
        for b in tempo:
            if b["macam"] == jenis:
                bulan[b["pada"]] = bulan.get(b["pada"], 0) + b["n"]
        sel = [
            (f"{p[5:7]}-{p[:4]}", tulis(v), url("indeks:jatuh_tempo_list", orang=True, jenis=jenis, bulan=p[:7]))
            for p, v in sorted(bulan.items())
        ]
        tambah(
            jenis, "Ke depan", f"{nama} 12 bulan ke depan", tulis(sum(bulan.values()) if malam else None),
            f"pegawai yang jatuh tempo {nama} mulai bulan ini sampai 12 bulan ke depan", f"hitungan malam {malam} (jatuh tempo)" if malam else "belum pernah dihitung pada waktu itu", rincian=sel,
            kolom="Bulan", daftar=url("indeks:jatuh_tempo_list", orang=True, jenis=jenis, waktu="setahun"), mentah=sum(bulan.values()) if malam else None,
        )  # fmt: skip


def _layanan(tambah, n, hak, acuan, hari_ini, *, lampau=False):
    semua, baris = kepatuhan.menurut_layanan(hari_ini, 6, hak.rahasia_tertutup, n["papan_lewat"])
    tujuan, j = reverse("tata_kelola:kepatuhan_list"), semua.jumlah
    langkah = reverse("tata_kelola:kepatuhan_langkah")
    target = acuan.setelan(kepatuhan.TARGET, hari_ini)
    sumber = "langkah usulan yang selesai, 6 bulan terakhir, seluruh kabupaten"
    tambah(
        "sla", "Layanan", "langkah tepat waktu", "–" if j.persen is None else f"{tulis(j.persen, 1)}%",
        "langkah yang selesai tidak melewati batas waktunya ÷ semua langkah yang selesai × 100", sumber,
        rincian=[(b.nama, f"{tulis(b.jumlah.persen, 1)}% dari {tulis(b.jumlah.langkah)}", f"{langkah}?layanan={b.kode}")
                 for b in baris if b.jumlah.langkah],
        kolom="Layanan", daftar=tujuan, mentah=None if j.persen is None else float(j.persen),
        jenis="perhatian" if j.persen is not None and j.persen < target else "", catatan=f"target {target}%",
    )  # fmt: skip
    if lampau:
        return
    usulan = reverse("layanan:usulan_list")
    tambah(
        "lewat", "Layanan", "usulan lewat waktu hari ini", tulis(semua.menunggu_lewat),
        "usulan yang langkahnya sekarang melewati batas waktunya", "usulan yang diproses, seluruh kabupaten",
        rincian=[(b.nama, tulis(b.menunggu_lewat), f"{usulan}?layanan={b.kode}&terlambat=on" if hak.lihat_semua else "") for b in baris if b.menunggu_lewat],
        kolom="Layanan", daftar=f"{usulan}?terlambat=on" if hak.lihat_semua else tujuan, mentah=semua.menunggu_lewat,
        jenis="perhatian" if semua.menunggu_lewat else "",
    )  # fmt: skip


def _jabatan(tambah, n, hari_ini, unit_ids):
    milik = None if unit_ids is None else set(unit_ids)
    kosong = [k for k in jabatan_kosong(hari_ini) if k.kosong and (milik is None or k.unit_id in milik)]
    eselon = {}
    for k in kosong:
        eselon[k.eselon or BELUM] = eselon.get(k.eselon or BELUM, 0) + 1
    daftar = tambah.url("jabatan:kosong_list")
    tambah(
        "kosong", "Jabatan", "jabatan struktural kosong", tulis(len(kosong)),
        f"jabatan struktural tanpa pejabat definitif, dari {tulis(n['papan_kursi'])} jabatan", f"peta jabatan, keadaan {tulis_tanggal(hari_ini)}",
        rincian=[(e, tulis(v), tambah.url("jabatan:kosong_list", jenis=TANPA_ESELON if e == BELUM else e)) for e, v in sorted(eselon.items())], kolom="Eselon",
        daftar=daftar, mentah={"kosong": len(kosong), "kursi": n["papan_kursi"]},
    )  # fmt: skip


def _pelatihan(tambah, hari_ini, unit_ids):
    for kode in PELATIHAN:
        u = ukuran.ambil(kode)
        if u is None:
            continue
        nilai = u.hitung(unit_ids, hari_ini.replace(month=1, day=1), hari_ini)
        persen = "%" if u.satuan == "persen" else ""
        rincian = [
            (nama.capitalize(), tulis(x), nilai.tautan)
            for nama, x in ((u.pembilang, nilai.pembilang), (u.penyebut, nilai.penyebut))
            if x is not None
        ]
        tambah(
            kode, "Pelatihan", f"{u.nama} tahun ini", f"{tulis(nilai.nilai, 1)}{persen if nilai.nilai is not None else ''}",
            u.rumus, f"{u.dasar}; riwayat pelatihan sejak Januari", rincian=rincian,
            daftar=nilai.tautan or reverse("diklat:kebutuhan_list"), mentah=None if nilai.nilai is None else float(nilai.nilai),
        )  # fmt: skip


def _disiplin(tambah, n):
    menurut = {b["tk"]: b["n"] for b in n["papan_hukuman"]}
    tambah(
        "hukuman", "Disiplin", "menjalani hukuman disiplin", tulis(sum(menurut.values())),
        "pegawai aktif yang sedang menjalani hukuman disiplin; menurut tingkat, tanpa nama",
        "riwayat hukuman (rahasia; namanya hanya bagi penangannya)",
        rincian=[(t.capitalize(), tulis(menurut.get(t, 0)), "") for t in TINGKAT], kolom="Tingkat", mentah=menurut,
    )  # fmt: skip
