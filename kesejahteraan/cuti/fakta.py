"""Fakta cuti: what the rules and pages must know of one person, or of many, read from the tables in few queries.

``buku`` gives the years of the ledger for many at once (three queries); ``susun`` the ``Konteks.lain`` of a request.
"""

from collections import defaultdict
from datetime import date

from django.db.models import Subquery, Value

from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import tambah_bulan
from kepegawaian.hak import KODE_SEKDA
from kepegawaian.models import Halangan, RiwayatCuti, RiwayatKeluarga, RiwayatTinggal
from kesejahteraan.cuti.aturan import hari, saldo
from kesejahteraan.cuti.models import CatatanCuti
from layanan.models import LangkahUsulan, Usulan

SLUG = {
    "CT": "cuti-tahunan", "CB": "cuti-besar", "CS": "cuti-sakit", "CM": "cuti-melahirkan", "CAP": "cuti-alasan-penting",
    "CLTN": "cltn",
}  # fmt: skip
NAMA_SLUG = {slug: jenis for jenis, slug in SLUG.items()}
DINAS = {"dinas_luar": "dinas luar", "diklat": "pelatihan"}
AN = " a.n. "


# ── who grants ───────────────────────────────────────────────────────────────────────────────────────


def kelompok_pemohon(profil, acuan):
    """Row of the setting ``cuti_pejabat``: sekda, kepala_opd, guru, administrator, pegawai."""
    if profil.jabatan_kode == KODE_SEKDA:
        return "sekda"
    if profil.kepala_unit and profil.unit_id == profil.opd_id:
        return "kepala_opd"
    unit = acuan.unit.get(profil.unit_id)
    if (profil.nama_jf or "").startswith("Guru") or (unit is not None and unit.jenis == "sekolah"):
        return "guru"
    return "administrator" if profil.kelompok_jabatan == "administrator" else "pegawai"


def pejabat(profil, acuan, tanggal, jenis, luar_negeri=False):
    """(code of the office that grants, code of the office in whose name or "")."""
    baris = acuan.setelan("cuti_pejabat", tanggal)[kelompok_pemohon(profil, acuan)]
    kolom = "cltn" if jenis == "CLTN" else "luar_negeri" if luar_negeri else "besar" if jenis == "CB" else "biasa"
    kantor, _, atas_nama = baris[kolom].partition(AN)
    return kantor, atas_nama


# ── the ledger ───────────────────────────────────────────────────────────────────────────────────────


def rentang(tanggal):
    """The years the ledger of a day looks at."""
    return range(tanggal.year - saldo.JAUH, tanggal.year + 2)


KOLOM = ("pegawai_id", "jenis", "tmt", "sampai", "hari_kerja", "hari_kerja_lanjut", "nomor_sk")


def cuti_berlaku(ids):
    """Rows (``KOLOM``) of the leave that stands of these people; CLTN also where only its RiwayatTinggal was imported."""
    milik = {"pegawai_id__in": list(ids), "dibatalkan_pada__isnull": True}
    tinggal = RiwayatTinggal.objects.filter(**milik, jenis="CLTN", sampai__isnull=False).order_by()
    tinggal = tinggal.annotate(nol=Value(0), lanjut=Value(0))
    cuti = RiwayatCuti.objects.filter(**milik).order_by().values_list(*KOLOM)
    kolom = ("pegawai_id", "jenis", "tmt", "sampai", "nol", "lanjut", "nomor_sk")
    return list(cuti.union(tinggal.values_list(*kolom)).order_by("tmt"))


def buku(orang, acuan, tanggal, *, menunggu=True, cuti=None):
    """{pegawai id: {year: Tahun}} of ``orang`` {pegawai id: (tmt_cpns, pola)}; three queries at most.

    ``menunggu``: with what was asked for and is not decided; ``cuti``: rows of ``cuti_berlaku`` already read.
    """
    tahun = rentang(tanggal)
    isi = {pk: {t: defaultdict(int) for t in tahun} for pk in orang}
    mode = acuan.setelan("cuti_cb_hak_ct", tanggal)
    for pk, jenis, mulai, sampai, banyak, lanjut, _ in cuti_berlaku(orang) if cuti is None else cuti:
        _catat(isi[pk], jenis, mulai, sampai, banyak, lanjut, mode)
    catatan = CatatanCuti.objects.filter(
        pegawai_id__in=list(orang), dibatalkan_pada__isnull=True, tahun__in=list(tahun)
    )
    for pk, jenis, t, banyak in catatan.values_list("pegawai_id", "jenis", "tahun", "hari"):
        isi[pk][t][jenis] += banyak
        if jenis == CatatanCuti.DIPAKAI:
            isi[pk][t]["diketahui"] = 1
    if menunggu:
        for pk, t, banyak in _menunggu(orang, acuan):
            if t in isi[pk]:
                isi[pk][t]["menunggu"] += banyak
    sejak = date.fromisoformat(acuan.setelan("cuti_dicatat_sejak", tanggal))
    return {pk: {t: _tahun(n, t, orang[pk][0], sejak) for t, n in semua.items()} for pk, semua in isi.items()}


def _catat(tahun, jenis, mulai, sampai, banyak, lanjut, mode):
    """One leave in its years."""
    for t in range(mulai.year, sampai.year + 1):
        if t not in tahun:
            continue
        hari_ini = lanjut if t > mulai.year else banyak - lanjut
        if jenis == "CT":
            tahun[t]["dipakai"] += hari_ini
        elif jenis == "CB" and mode == "kurangi":
            tahun[t]["potong"] += hari_ini
        elif jenis == "CLTN" or t == mulai.year:
            tahun[t]["gugur"] = 1


def _tahun(n, t, tmt_cpns, sejak):
    """A Tahun from the sums of one year."""
    return saldo.Tahun(
        n["dipakai"], n["menunggu"], n["ditangguhkan"], n["tambahan"], n["potong"], bool(n["gugur"]),
        tmt_cpns is None or tambah_bulan(tmt_cpns, 12) <= date(t, 12, 31), t >= sejak.year or bool(n["diketahui"]),
    )  # fmt: skip


def _menunggu(orang, acuan):
    """(pegawai, year, days) of the cuti tahunan asked for and not yet decided."""
    berjalan = Usulan.objects.filter(
        pegawai_id__in=list(orang), layanan=SLUG["CT"], status__in=("diproses", "dikembalikan")
    )
    for pk, isian in berjalan.values_list("pegawai_id", "isian"):
        mulai, sampai = (tanggal_iso(isian.get(k)) for k in ("tmt", "sampai"))
        semua = hari.hari_kerja(acuan, mulai, sampai, orang[pk][1], int(isian.get("perjalanan") or 0))
        yield from ((pk, t, banyak) for t, banyak in semua.items())


def tanggal_iso(teks):
    """A date from an ISO text, or None."""
    try:
        return date.fromisoformat(str(teks))
    except ValueError:
        return None


def pola(profil, acuan, tanggal):
    """The week this person's leave is counted by."""
    return hari.pola_unit(acuan, profil.jalur_unit, profil.pola_kerja, tanggal)


# ── one request ──────────────────────────────────────────────────────────────────────────────────────


def susun(profil, isian, jenis):
    """``Konteks.lain`` of a request of ``jenis``: keys in ``aturan/syarat.py``."""
    acuan, pk, tanggal = acuan_kini(), profil.pegawai_id, profil.per
    minggu, cuti = pola(profil, acuan, tanggal), cuti_berlaku([pk])
    lain = {
        "pola": minggu,
        "bertumpuk": bertumpuk(pk, jenis, cuti),
        "pejabat": pejabat(profil, acuan, tanggal, jenis, bool(isian.get("luar_negeri")))[0],
    }
    if jenis == "CT":
        # His own running request is the one that is looked at: there is one of a kind at a time.
        catatan = buku({pk: (profil.tmt_cpns, minggu)}, acuan, tanggal, menunggu=False, cuti=cuti)[pk]
        lain["tahun"] = {str(t): isi._asdict() for t, isi in catatan.items()}
    if jenis == "CB":
        lain["cb"] = [{"tmt": b[2], "sampai": b[3]} for b in cuti if b[1] == "CB" and b[2] < tanggal]
        lain["tunda"] = tunda_besar(pk)
    if jenis == "CM":
        lain["anak"] = (
            RiwayatKeluarga.objects.filter(pegawai_id=pk, hubungan="anak", dibatalkan_pada__isnull=True)
            .values("anggota").distinct().count()
        )  # fmt: skip
    return lain


def tunda_besar(pegawai_id):
    """Postponements of a cuti besar that is still owed: [{diminta, sampai, alasan, nomor}], oldest first; one query.

    The decision of the office is the record: its step is never written again. A cuti besar granted on or after the day that
    was asked for answers it.
    """
    berdiri = RiwayatCuti.objects.filter(pegawai_id=pegawai_id, jenis="CB", dibatalkan_pada__isnull=True)
    putusan = LangkahUsulan.objects.filter(
        usulan__pegawai_id=pegawai_id, usulan__layanan=SLUG["CB"], kode="keputusan", hasil="ditangguhkan",
        selesai_pada__isnull=False,
    )  # fmt: skip
    hasil = []
    putusan = putusan.annotate(diberi=Subquery(berdiri.order_by("-tmt").values("tmt")[:1])).order_by("selesai_pada")
    for nomor, isi, diberi in putusan.values_list("usulan__nomor", "isian", "diberi"):
        diminta = tanggal_iso(isi.get("semula_tmt"))
        if diminta and (diberi is None or diberi < diminta):
            alasan, sampai = isi.get("alasan_putusan") or "", tanggal_iso(isi.get("tunda_sampai"))
            hasil.append({"diminta": diminta, "sampai": sampai, "alasan": alasan, "nomor": nomor})
    return hasil


def bertumpuk(pegawai_id, jenis, cuti):
    """[{dok, tmt, sampai}]: leave granted, other leave asked for, and absences on duty of one person."""
    nama = dict(RiwayatCuti.JENIS)
    hasil = [
        {"dok": f"{nama[kode].lower()} nomor {nomor or '-'}", "tmt": mulai, "sampai": sampai}
        for _, kode, mulai, sampai, _, _, nomor in cuti
    ]
    lain = Usulan.objects.filter(
        pegawai_id=pegawai_id, layanan__in=SLUG.values(), status__in=("diproses", "dikembalikan")
    ).exclude(layanan=SLUG.get(jenis, ""))
    for nomor, isian in lain.values_list("nomor", "isian"):
        mulai, sampai = (tanggal_iso(isian.get(k)) for k in ("tmt", "sampai"))
        if mulai and sampai:
            hasil.append({"dok": f"permintaan cuti {nomor}", "tmt": mulai, "sampai": sampai})
    dinas = Halangan.objects.filter(pegawai_id=pegawai_id, dibatalkan_pada__isnull=True, sebab__in=DINAS)
    hasil += [{"dok": DINAS[h.sebab], "tmt": h.sejak, "sampai": h.sampai} for h in dinas]
    return hasil
