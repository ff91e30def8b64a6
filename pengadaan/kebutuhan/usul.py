"""Perbuatan pada usul formasi kabupaten: rekap, persetujuan berjenjang, dokumen formasi, pindaian, penetapan Menteri.

Law: PP 11/2017 Ps. 5-12. Route: Kasubbid → Kabid → Sekretaris → Kepala BKD → Sekda → Bupati, whose signature the recorder enters with the
scan (the Bupati has no account: his letter stays on paper). When it is sent out the rows of the first year become ``Formasi`` (usul); the decision of the Menteri sets their numbers.
"""

from kepegawaian import dosir, jejak
from kepegawaian.akses import pemangku
from kepegawaian.impor import sel
from kepegawaian.impor.lembar import buka_daftar
from kepegawaian.impor.sel import SelSalah
from kepegawaian.impor.wadah import BerkasDitolak
from kepegawaian.models import Jabatan
from layanan import surat as surat_lepas, tte
from pengadaan.kebutuhan import surat
from pengadaan.kebutuhan.galat import BERUBAH, DitolakKebutuhan
from pengadaan.kebutuhan.hak import (
    KABAN,
    KABID,
    KASUBBID,
    SEKDA,
    SEKRETARIS,
    wajib_memegang,
    wajib_mengelola,
    wajib_merekam,
)
from pengadaan.kebutuhan.rencana import catat_langkah
from pengadaan.models import BarisRencana, Formasi, RencanaKebutuhan, UsulFormasi

# Step that waits -> (office that decides it, where approval leads, button).
JALAN = {
    "susun": (KASUBBID, "kabid", "Teruskan ke Kabid"),
    "kabid": (KABID, "sekretaris", "Setujui, teruskan ke Sekretaris"),
    "sekretaris": (SEKRETARIS, "kaban", "Setujui, teruskan ke Kepala BKD"),
    "kaban": (KABAN, "sekda", "Setujui, teruskan ke Sekda"),
    "sekda": (SEKDA, "bupati", "Setujui, terbitkan surat usul"),
}
KOLOM = ("NO FORMASI", "TAHUN", "JENIS", "JALUR", "KODE JABATAN", "JABATAN", "KODE UNIT", "UNIT KERJA", "OPD", "PENDIDIKAN",
         "PRIORITAS", "JUMLAH USUL", "JUMLAH DITETAPKAN")  # fmt: skip
TANPA_KOLOM = (
    "Lembar tidak mempunyai kolom NO FORMASI dan JUMLAH DITETAPKAN; pakai lembar e-formasi yang diunduh dari usul ini."
)


def kunci(pk, versi, *status):
    """The usul, locked; refused when it moved on or was changed meanwhile."""
    u = UsulFormasi.objects.select_for_update(of=("self",)).get(pk=pk)
    if versi is not None and u.versi != versi:
        raise DitolakKebutuhan(BERUBAH)
    if status and u.status not in status:
        raise DitolakKebutuhan(f"Usul formasi ini {u.get_status_display().lower()}; muat ulang halaman.")
    return u


def _simpan(u, oleh, kode, *medan, catatan=""):
    catat_langkah(u, kode, oleh, catatan)
    u.versi += 1
    u.save(update_fields=[*medan, "langkah", "versi"])
    jejak.catat("formasi_pindah", u, pada=oleh.kini, sebagai_jabatan=oleh.hak.sebutan, tahun=u.tahun,
                langkah=SEBUTAN.get(kode, kode))  # fmt: skip


SEBUTAN = {"rekap": "direkap", "setujui": "disetujui", "kembalikan": "dikembalikan", "sah": "surat usul ditandatangani Bupati",
           "penetapan": "ditetapkan Menteri"}  # fmt: skip


def rekap(tahun, *, oleh):
    """Gathers every accepted plan of ``tahun`` into the usul of the regency, as long as that is being drawn up."""
    wajib_mengelola(oleh.hak)
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        u, _ = UsulFormasi.objects.get_or_create(tahun=tahun, defaults={"dibuat_pada": oleh.kini})
        u = kunci(u.pk, None, "susun")
        siap = list(RencanaKebutuhan.objects.select_for_update(of=("self",)).filter(tahun=tahun, status="diterima"))
        if not siap and not u.rencana.exists():
            raise DitolakKebutuhan(f"Belum ada rencana OPD tahun {tahun} yang diterima Kasubbid.")
        for r in siap:
            r.status, r.usul, r.versi = "direkap", u, r.versi + 1
        RencanaKebutuhan.objects.bulk_update(siap, ["status", "usul", "versi"])
        _simpan(u, oleh, "rekap", catatan=f"{len(siap)} OPD")
    return u


def keluarkan(pk, versi, rencana_id, *, oleh):
    """Takes the plan of one OPD out again while the usul is being drawn up."""
    wajib_memegang(oleh.hak, KASUBBID)
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        u = kunci(pk, versi, "susun")
        r = u.rencana.select_for_update(of=("self",)).select_related("opd").filter(pk=rencana_id).first()
        if r is None:
            raise DitolakKebutuhan("Rencana itu tidak ada dalam usul ini.")
        r.status, r.usul, r.versi = "diterima", None, r.versi + 1
        r.save(update_fields=["status", "usul", "versi"])
        _simpan(u, oleh, "keluarkan", catatan=r.opd.nama)
    return u


def setujui(pk, versi, *, oleh, catatan=""):
    """The office whose turn it is passes the usul on; after the Sekda the letter is numbered, frozen and sent to the printer.

    An empty post of the Sekretaris holds nobody up: the usul goes straight on to the Kepala BKD.
    """
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        u = kunci(pk, versi, *JALAN)
        wajib_memegang(oleh.hak, JALAN[u.status][0])
        if u.status == "susun" and not u.rencana.exists():
            raise DitolakKebutuhan("Belum ada rencana OPD di dalam usul ini.")
        ke, medan = JALAN[u.status][1], ["status", "catatan"]
        if ke == "sekretaris" and not terisi(SEKRETARIS, oleh.hari_ini):
            ke = "kaban"
        u.status, u.catatan = ke, ""
        if ke == "bupati":
            u.surat = surat_lepas.terbitkan_lepas(surat.TEMPLAT, surat.data(u, oleh.hari_ini), oleh=oleh)
            medan.append("surat")
        _simpan(u, oleh, "setujui", *medan, catatan=(catatan or "").strip())
    return u


def terisi(kode, tanggal):
    """Does somebody hold the office, Plt and Plh included?"""
    ids = list(Jabatan.objects.filter(kode=kode).values_list("pk", flat=True))
    return bool(ids) and bool(pemangku(tanggal, ids))


def kembalikan(pk, versi, catatan, *, oleh):
    """Back to the Kasubbid with the reason; not once the letter has its number."""
    catatan = (catatan or "").strip()
    if not catatan:
        raise DitolakKebutuhan("Tulis apa yang harus diperbaiki.")
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        u = kunci(pk, versi, "kabid", "sekretaris", "kaban", "sekda")
        wajib_memegang(oleh.hak, JALAN[u.status][0])
        u.status, u.catatan = "susun", catatan[:400]
        _simpan(u, oleh, "kembalikan", "status", "catatan", catatan=catatan)
    return u


def sahkan(pk, versi, file, *, oleh):
    """The scan of the letter with the Bupati's signature: the usul is out, and its first year becomes Formasi (usul)."""
    wajib_merekam(oleh.hak)
    isi = tte.basah(file)
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        u = kunci(pk, versi, "bupati")
        surat_lepas.sahkan_lepas(u.surat_id, isi, oleh=oleh)
        u.status, u.disampaikan_pada = "disampaikan", oleh.hari_ini
        _formasi(u)
        _simpan(u, oleh, "sah", "status", "disampaikan_pada")
    return u


def baris(u, **saring):
    """Rows of all plans in the usul, by OPD and priority."""
    daftar = BarisRencana.objects.filter(rencana__usul=u, **saring)
    return daftar.select_related("unit", "jabatan", "rencana__opd").order_by(
        "rencana__opd__nama", "prioritas", "unit__nama", "jabatan__nama", "pk"
    )


def _formasi(u):
    """A Formasi for each row that asks for somebody in the first year; one that stands already is brought up to date."""
    ada = {
        (f.jenis, f.jabatan_id, f.unit_id, f.jalur): f
        for f in Formasi.objects.select_for_update().filter(tahun=u.tahun)
    }
    baru, ubah = [], []
    for b in baris(u, n1__gt=0):
        isi = {"pendidikan": b.pendidikan, "jumlah_usul": b.n1, "prioritas": b.prioritas}
        f = ada.get((b.jenis, b.jabatan_id, b.unit_id, b.jalur))
        if f is None:
            baru.append(
                Formasi(tahun=u.tahun, jenis=b.jenis, jabatan_id=b.jabatan_id, unit_id=b.unit_id, jalur=b.jalur, **isi)
            )
        elif f.status == "usul":
            for nama, nilai in isi.items():
                setattr(f, nama, nilai)
            f.versi += 1
            ubah.append(f)
    Formasi.objects.bulk_create(baru)
    Formasi.objects.bulk_update(ubah, ["pendidikan", "jumlah_usul", "prioritas", "versi"])


def lembar(u, acuan):
    """Rows of the e-formasi sheet in ``KOLOM``: after the usul is out, from its Formasi; before, from the plans."""
    nama = lambda i: acuan.unit[i].nama if i in acuan.unit else ""  # noqa: E731 - one word for two columns
    if u.status in ("disampaikan", "ditetapkan"):
        daftar = (
            Formasi.objects.filter(tahun=u.tahun)
            .select_related("jabatan")
            .order_by("unit__nama", "prioritas", "jabatan__nama", "pk")
        )
        for f in daftar:
            unit = acuan.unit.get(f.unit_id)
            yield (f.pk, f.tahun, f.get_jenis_display(), f.get_jalur_display(), f.jabatan.kode, f.jabatan.nama,
                   unit.kode if unit else "", nama(f.unit_id), nama(unit.opd_id) if unit else "", f.pendidikan, f.prioritas,
                   f.jumlah_usul, f.jumlah_ditetapkan)  # fmt: skip
        return
    for b in baris(u, n1__gt=0):
        yield (None, u.tahun, b.get_jenis_display(), b.get_jalur_display(), b.jabatan.kode, b.jabatan.nama, b.unit.kode,
               b.unit.nama, b.rencana.opd.nama, b.pendidikan, b.prioritas, b.n1, None)  # fmt: skip


def baca_penetapan(file, u):
    """{formasi id: number} of the e-formasi sheet with JUMLAH DITETAPKAN filled in; DitolakKebutuhan with every fault."""
    try:
        _, letak, semua = buka_daftar(file, KOLOM, ("NO FORMASI", "JUMLAH DITETAPKAN"), {}, TANPA_KOLOM)
    except BerkasDitolak as galat:
        raise DitolakKebutuhan(str(galat)) from galat
    milik = set(Formasi.objects.filter(tahun=u.tahun).values_list("pk", flat=True))
    hasil, salah = {}, []
    for nomor, isi in semua:
        try:
            pk, n = (
                sel.teks(isi[letak[k]]) or "" if letak[k] < len(isi) else ""
                for k in ("NO FORMASI", "JUMLAH DITETAPKAN")
            )
        except SelSalah as galat:
            salah.append(f"Baris {nomor}: {galat}")
            continue
        if not pk.isdigit() or int(pk) not in milik or int(pk) in hasil:
            salah.append(f"Baris {nomor}: nomor formasi “{pk[:20]}” tidak ada pada usul ini atau tertulis dua kali.")
        elif not n.isdigit() or int(n) > 32767:
            salah.append(f"Baris {nomor}: jumlah ditetapkan harus bilangan bulat; tertulis “{n[:20]}”.")
        else:
            hasil[int(pk)] = int(n)
    if salah:
        raise DitolakKebutuhan(" ".join(salah[:8]) + (f" Dan {len(salah) - 8} baris lain." if len(salah) > 8 else ""))
    if kurang := len(milik - set(hasil)):
        raise DitolakKebutuhan(f"{kurang} formasi tidak ada pada berkas; isi semua baris lembar e-formasi.")
    return hasil


def tetapkan(pk, versi, nomor, tanggal, file, jumlah=None, *, oleh):
    """Records the Kepmen: number, date, scan, and how many of each Formasi; without ``jumlah`` all as asked for.

    A row set to nought is ``batal``. Returns how many people were granted.
    """
    wajib_mengelola(oleh.hak)
    try:
        isi = dosir.terima(file, hanya_pdf=True)
    except dosir.BerkasDitolak as galat:
        raise DitolakKebutuhan(str(galat)) from galat
    if tanggal > oleh.hari_ini:
        raise DitolakKebutuhan("Tanggal keputusan Menteri tidak boleh setelah hari ini.")
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        u = kunci(pk, versi, "disampaikan")
        daftar = list(Formasi.objects.select_for_update().filter(tahun=u.tahun).exclude(status="ditetapkan"))
        for f in daftar:
            _tetapkan_satu(f, f.jumlah_usul if jumlah is None else jumlah.get(f.pk, 0), nomor, tanggal)
        Formasi.objects.bulk_update(daftar, MEDAN)
        u.kepmen.name = dosir.simpan_bytes(u.kepmen, isi)
        u.kepmen_nama, u.kepmen_mime = isi.nama, isi.mime
        u.nomor_kepmen, u.tanggal_kepmen, u.status = nomor, tanggal, "ditetapkan"
        _simpan(
            u, oleh, "penetapan", "kepmen", "kepmen_nama", "kepmen_mime", "nomor_kepmen", "tanggal_kepmen", "status"
        )
        banyak = sum(f.jumlah_ditetapkan or 0 for f in daftar)
        jejak.catat("formasi_penetapan", u, pada=oleh.kini, sebagai_jabatan=oleh.hak.sebutan, jumlah=len(daftar), tahun=u.tahun,
                    nomor=nomor)  # fmt: skip
    return banyak


MEDAN = ["jumlah_ditetapkan", "status", "nomor_penetapan", "tanggal_penetapan", "versi"]


def _tetapkan_satu(f, n, nomor, tanggal):
    f.jumlah_ditetapkan, f.nomor_penetapan, f.tanggal_penetapan = n, nomor, tanggal
    f.status, f.versi = "ditetapkan" if n else "batal", f.versi + 1


def ubah_formasi(pk, versi, n, *, oleh):
    """Corrects the number of one Formasi that the Kepmen granted (a slip of the recorder)."""
    wajib_mengelola(oleh.hak)
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        f = Formasi.objects.select_for_update(of=("self",)).select_related("jabatan").get(pk=pk)
        if f.versi != versi:
            raise DitolakKebutuhan(BERUBAH)
        if not f.nomor_penetapan:
            raise DitolakKebutuhan("Keputusan Menteri tahun ini belum direkam.")
        _tetapkan_satu(f, n, f.nomor_penetapan, f.tanggal_penetapan)
        f.save(update_fields=MEDAN)
        jejak.catat(
            "formasi_ubah", f, pada=oleh.kini, sebagai_jabatan=oleh.hak.sebutan, jabatan=f.jabatan.nama, jumlah=n
        )
    return f
