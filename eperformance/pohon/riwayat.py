"""Riwayat perubahan: what the event tables and the Jejak know of a tree, one simpul, or one indicator."""

from dataclasses import dataclass, field
from datetime import datetime

from django.apps import apps

from eperformance.models import Simpul
from kepegawaian.jejak import kalimat
from kepegawaian.models import Jabatan, Jejak, Pengguna, UnitKerja

MEDAN = {
    "jenis": "tingkat", "kode": "kode", "uraian": "uraian", "unit_id": "unit pemilik", "jabatan_id": "pengampu", "urutan": "urutan",
    "induk_id": "bergantung pada", "berakhir": "berakhir", "rumus": "rumus", "satuan": "satuan", "arah": "arah", "sumber": "sumber",
    "cakupan": "dihitung atas", "catatan": "catatan", "nilai": "target",
}  # fmt: skip
LABEL = {"insert": "dibuat", "update": "diubah", "delete": "dihapus"}


@dataclass(slots=True)
class Perubahan:
    """One event: when, who, what, and [(field, before, after)]."""

    pada: datetime
    oleh: str
    apa: str
    beda: list = field(default_factory=list)


def nama_akun(pengguna):
    """Name of an account: of its pegawai (``pegawai__kini`` selected), else its own."""
    if pengguna is None:
        return "Portal"
    return pengguna.pegawai.kini.nama_lengkap if pengguna.pegawai_id else pengguna.nama or pengguna.nama_pengguna


def _akun(ids):
    """{id: name} of accounts; one query."""
    akun = Pengguna.objects.filter(pk__in={i for i in ids if i}).select_related("pegawai__kini")
    return {a.pk: nama_akun(a) for a in akun}


def perubahan_pohon(pohon):
    """Acts on a tree out of its Jejak, the newest first, as a list of Perubahan; two queries."""
    baris = list(Jejak.objects.filter(objek="pohon", objek_id=pohon.pk).order_by("-pk"))
    akun = _akun(j.oleh_id for j in baris)
    return [
        Perubahan(
            j.pada, akun.get(j.oleh_id, "Portal") + (f" ({j.sebagai})" if j.sebagai and j.oleh_id else ""), kalimat(j)
        )
        for j in baris
    ]


def perubahan_simpul(simpul):
    """What happened to a simpul, its indicators and their targets, the newest first; six queries."""
    indikator = dict(simpul.indikator.values_list("pk", "uraian"))
    kelas = {n: apps.get_model("eperformance", f"{n}Peristiwa") for n in ("Simpul", "IndikatorPohon", "TargetPohon")}
    daftar = [(e, "Simpul") for e in kelas["Simpul"].objects.filter(pgh_obj_id=simpul.pk).order_by("pgh_id")]
    daftar += [
        (e, f"Indikator “{e.uraian}”")
        for e in kelas["IndikatorPohon"].objects.filter(simpul_id=simpul.pk).order_by("pgh_id")
    ]
    lahir = {
        e.pgh_obj_id: e.pgh_created_at
        for e, _ in daftar
        if isinstance(e, kelas["IndikatorPohon"]) and e.pgh_label == "insert"
    }
    target = kelas["TargetPohon"].objects.filter(indikator_id__in=indikator).order_by("pgh_id")
    daftar += [
        (e, f"Target {_masa(e.triwulan)} “{indikator[e.indikator_id]}” {e.nilai.normalize():f}".replace(".", ","))
        for e in target
        if e.pgh_label != "insert" or e.pgh_created_at != lahir.get(e.indikator_id)
    ]
    orang = _akun(e.oleh_id for e, _ in daftar)
    lalu, hasil = {}, []
    for e, nama in daftar:
        kunci = (type(e), e.pgh_obj_id)
        hasil.append(
            Perubahan(
                e.pgh_created_at, orang.get(e.oleh_id, "Portal"), f"{nama} {LABEL[e.pgh_label]}",
                _beda(lalu.get(kunci), e) if e.pgh_label == "update" else [],
            )
        )  # fmt: skip
        lalu[kunci] = e
    _namai(hasil)
    return sorted((h for h in hasil if h.beda or not h.apa.endswith("diubah")), key=lambda h: h.pada, reverse=True)


def _masa(triwulan):
    return f"triwulan {triwulan}" if triwulan else "setahun"


def _beda(lama, baru):
    if lama is None:
        return []
    return [
        (nama, getattr(lama, m), getattr(baru, m))
        for m, nama in MEDAN.items()
        if hasattr(baru, m) and m != "urutan" and getattr(lama, m) != getattr(baru, m)
    ]


def _namai(daftar):
    """Puts names in the place of ids of units, posts and simpul."""
    model = {"unit pemilik": UnitKerja, "pengampu": Jabatan, "bergantung pada": Simpul}
    for nama, kelas in model.items():
        ids = {x for h in daftar for n, a, b in h.beda if n == nama for x in (a, b) if x}
        ada = kelas.objects.in_bulk(ids) if ids else {}
        for h in daftar:
            h.beda = [(n, str(ada.get(a, "")), str(ada.get(b, ""))) if n == nama else (n, a, b) for n, a, b in h.beda]
