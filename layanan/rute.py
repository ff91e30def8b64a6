"""Rute: dari ``Langkah`` pada deklarasi ke graf beku sebuah usulan, dengan alamat yang nyata.

At submission the steps that apply, the office's dated settings (``PengaturanLangkah``) and the addresses
are resolved once into ``Usulan.rute`` (JSON), so that later changes of code or setting never rewrite a
running usulan.
"""

from kepegawaian import akses
from kepegawaian.hak import KODE_BKD
from kepegawaian.models import Jabatan
from layanan import katalog, pelimpahan, pengalihan
from layanan.galat import DitolakAlur
from layanan.models import PengaturanLangkah

KODE_KANTOR = {"KABAN": f"KEPALA-{KODE_BKD}", "SEKDA": "KEPALA-SETDA"}
SEBUTAN_PEMILIK = {
    "staf": "Staf subbidang pemilik naskah semula",
    "kepala": "Kepala subbidang pemilik naskah semula",
    "atasan": "Kepala bidang pemilik naskah semula",
}


def pengaturan(slug, tanggal):
    """Office settings of each step of a layanan that hold on ``tanggal``: {kode langkah: PengaturanLangkah}."""
    hasil = {}
    for p in PengaturanLangkah.objects.filter(layanan=slug, berlaku_sejak__lte=tanggal).order_by("berlaku_sejak"):
        hasil[p.langkah] = p
    return hasil


def susun(layanan, konteks, acuan, tanggal):
    """The frozen route of one usulan: list of JSON-able steps in order."""
    setelan = pengaturan(layanan.slug, tanggal)
    rute = []
    for langkah in layanan.alur:
        atur = setelan.get(langkah.kode)
        if langkah.bila and not langkah.bila(konteks):
            continue
        if atur and not atur.dipakai and not langkah.wajib:
            continue
        kepada = _baca_alamat(atur.kepada) if atur and atur.kepada else langkah.kepada
        sla = atur.sla_hari_kerja if atur and atur.sla_hari_kerja is not None else langkah.sla_hari_kerja
        rute.append(
            {
                "kode": langkah.kode,
                "nama": langkah.nama,
                "aksi": langkah.aksi,
                "sla": sla if sla is not None else acuan.setelan("sla_bawaan_hari_kerja", tanggal),
                "hasil": dict(langkah.hasil),
                "sebutan": dict(langkah.sebutan),
                "berisian": langkah.form is not None or bool(langkah.sebutan),
                "paraf": langkah.paraf,
                "batas_hukum": _batas_hukum(langkah.batas_hukum),
                "boleh_tolak": langkah.boleh_tolak,
                "tombol": langkah.tombol,
                "alamat": alamat(kepada, layanan, konteks, acuan),
            }
        )
    return _luruskan(rute, [langkah.kode for langkah in layanan.alur])


def _luruskan(rute, urutan):
    """An outcome that leads to a step not on this route (switched off, not applying) goes on to the next one that is."""
    ada = {r["kode"] for r in rute}
    for r in rute:
        for hasil, tujuan in r["hasil"].items():
            if tujuan in urutan and tujuan not in ada:
                sesudah = urutan[urutan.index(tujuan) + 1 :]
                r["hasil"][hasil] = next((kode for kode in sesudah if kode in ada), "SELESAI")
    return rute


def _batas_hukum(batas):
    """The limit of the law as JSON, or None."""
    return batas and {"banyak": batas.banyak, "satuan": batas.satuan, "dasar": str(batas.dasar)}


def _baca_alamat(teks):
    """Address of a setting, ``jenis:kode:unit``."""
    return katalog.Alamat(*teks.split(":"))


def alamat(kepada, layanan, konteks, acuan):
    """Resolves an Alamat for one person: {jabatan|peran+unit|penerima|kantor_luar, nama}."""
    profil = konteks.profil
    if kepada.jenis == "pemohon":
        return {"penerima": profil.pegawai_id, "nama": profil.nama}
    if kepada.jenis == "peran":
        unit = acuan.unit.get(profil.opd_id) if kepada.unit == "OPD" else acuan.unit_kode.get(kepada.unit)
        if unit is None:
            raise DitolakAlur(f"Unit kerja pegawai belum tercatat, sehingga langkah {kepada} tidak punya tujuan.")
        sebutan = {"staf_bkd": "Staf", "operator_opd": "Operator"}[kepada.kode]
        return {"peran": kepada.kode, "unit": unit.id, "nama": f"{sebutan} {unit.nama}"}
    if kepada.jenis == "pemilik":
        return _pemilik(kepada.kode, layanan, konteks, acuan)
    if kepada.jenis == "penandatangan":
        kantor = layanan.kantor_penandatangan(konteks) or acuan.setelan(kepada.kode, konteks.tanggal)
        return _pelimpahan(kantor, layanan, konteks, acuan)
    if kepada.jenis == "kantor":
        return _kantor(layanan.kantor_langkah(kepada.kode, konteks), profil, acuan)
    if kepada.jenis == "atasan":
        return _atasan(profil, acuan)
    if kepada.jenis == "kepala_opd":
        return _kantor("KEPALA_OPD", profil, acuan)
    return _kantor(kepada.kode, profil, acuan)


def _pelimpahan(kantor, layanan, konteks, acuan):
    """The office that signs today under the mandates of the office; the chain above it stands in ``atas_nama``."""
    rantai = pelimpahan.rantai(kantor, layanan.slug, acuan, konteks.tanggal)
    hasil = _kantor(rantai[-1][0], konteks.profil, acuan)
    if len(rantai) > 1:
        nama = [_kantor(kode, konteks.profil, acuan)["nama"] for kode, _ in rantai[:-1]]
        hasil |= {"rantai": nama, "cara": [cara for _, cara in rantai]}
    return hasil


def _atasan(profil, acuan):
    """The direct superior's office: head of his unit, of the one above when he heads it, else the Sekda."""
    jalur = list(reversed(profil.jalur_unit or ()))
    if not jalur:
        raise DitolakAlur("Unit kerja pegawai belum tercatat, sehingga atasan langsungnya tidak diketahui.")
    kepala = Jabatan.objects.filter(kepala_unit=True, berlaku_sampai__isnull=True, unit_id__in=jalur)
    menurut_unit = {j.unit_id: j for j in kepala}
    for unit in jalur:
        jabatan = menurut_unit.get(unit)
        if jabatan is not None and jabatan.pk != profil.jabatan_id:
            return {"jabatan": jabatan.pk, "unit_jabatan": jabatan.unit_id, "nama": jabatan.nama}
    return _kantor("SEKDA", profil, acuan)


def tetapkan_alamat(usulan, alamat_baru):
    """Readdresses steps of a running route that are still to come: {kode: address as ``alamat`` gives it}.

    For an office only a step on the way makes known (the chair of a tim, the official competent for a penalty). Inside
    the act of that step; the row is locked.
    """
    for r in usulan.rute:
        if r["kode"] in alamat_baru:
            r["alamat"] = alamat_baru[r["kode"]]
    usulan.save(update_fields=["rute"])


def pejabat(kepada, layanan, konteks, acuan, tanggal):
    """As ``alamat``, then where it goes on ``tanggal``: the office in whose name a decision is printed and signed.

    Of an office also ``pelaksana``: the Pemangku who acts in it that day, or None.
    """
    tujuan = alamat(kepada, layanan, konteks, acuan)
    kini, _ = pengalihan.alamat_kini(
        tujuan, pegawai_id=konteks.profil.pegawai_id, tanggal=tanggal, acuan=acuan, memutus=layanan.strategis
    )
    if "jabatan" not in kini:
        return kini
    return kini | {
        "pelaksana": pengalihan.pelaksana(
            kini["jabatan"], tanggal=tanggal, pegawai_id=konteks.profil.pegawai_id, memutus=layanan.strategis
        )
    }


def _pemilik(siapa, layanan, konteks, acuan):
    """Staf, head, or the head above, of the unit that owns this usulan."""
    unit = acuan.unit_kode.get(layanan.unit_pemilik(konteks.isian))
    if unit is None:
        raise DitolakAlur("Unit pemilik layanan naskah ini tidak dikenal; hubungi admin BKD.")
    if siapa == "staf":
        return {"peran": "staf_bkd", "unit": unit.id, "nama": f"Staf {unit.nama}"}
    atas = acuan.unit.get(unit.induk_id) if siapa == "atasan" else unit
    return _kantor(f"KEPALA-{(atas or unit).kode}", konteks.profil, acuan)


def _kantor(kode, profil, acuan):
    """An office by code. Nobody decides on himself: his own office gives way to the one above it."""
    if kode == "BUPATI":
        return {"kantor_luar": "BUPATI", "nama": "Bupati"}
    if kode == "KEPALA_OPD":
        opd = acuan.unit.get(profil.opd_id)
        if opd is None:
            raise DitolakAlur("Perangkat daerah pegawai belum tercatat; lengkapi unit kerjanya lebih dulu.")
        kode = f"KEPALA-{opd.kode}"
    jabatan = Jabatan.objects.filter(kode=KODE_KANTOR.get(kode, kode)).select_related("unit").first()
    if jabatan is None:
        raise DitolakAlur(f"Jabatan {kode} belum ada pada daftar jabatan; hubungi admin BKD.")
    if jabatan.pk == profil.jabatan_id:
        atas = acuan.unit.get(jabatan.unit.induk_id)
        naik = f"KEPALA-{atas.kode}" if atas and atas.jenis != "kabupaten" else KODE_KANTOR["SEKDA"]
        if naik == jabatan.kode:
            return {"kantor_luar": "BUPATI", "nama": "Bupati"}
        return _kantor(naik, profil, acuan)
    return {"jabatan": jabatan.pk, "unit_jabatan": jabatan.unit_id, "nama": jabatan.nama}


def kantor_dikenal(kode):
    """True when ``kode`` names an office a route or a mandate may point to."""
    return kode == "BUPATI" or Jabatan.objects.filter(kode=KODE_KANTOR.get(kode, kode)).exists()


def pemegang(langkah, tanggal):
    """Ids of the pegawai who hold the office a LangkahUsulan is addressed to, today; empty for duties."""
    if langkah.jabatan_id is None:
        return []
    return [p.pegawai_id for p in akses.pemangku(tanggal, [langkah.jabatan_id]).get(langkah.jabatan_id, ())]
