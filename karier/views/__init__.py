"""Halaman karier, satu berkas satu pokok: standar, uji, peserta, kesenjangan, jenjang, talenta, suksesi."""

from karier.syarat import SEMUA
from kepegawaian.filters import PilihRingkas
from layanan import alur
from layanan.tampilan import url_regulasi


def pelaku(request):
    """The actor of this request for the acts."""
    return alur.Pelaku(request.user, request.hak, request.alamat)


def opd_pilihan(hak, acuan):
    """OPD in scope, by name: [(id as text, name)]."""
    opd = {u.id for u in acuan.unit.values() if u.jenis == "opd"}
    if not hak.lihat_semua and not hak.punya("pimpinan"):
        opd &= {acuan.unit[i].opd_id for i in hak.unit_lingkup if i in acuan.unit}
    return sorted(((str(i), acuan.unit[i].nama) for i in opd), key=lambda o: o[1])


def ringkaskan(form):
    """Draws the long selects of a filter in one go."""
    for medan in form.fields.values():
        if type(medan.widget).__name__ == "Select":
            medan.widget = PilihRingkas(attrs=medan.widget.attrs, choices=medan.choices)
    return form


def berdasar(daftar):
    """Frozen conditions [{kode, uraian, jawaban, kalimat}] with the article they rest on and its page."""
    return [x | dasar(SEMUA[x["kode"]]) if x["kode"] in SEMUA else x for x in daftar]


def dasar(syarat):
    """What ``komponen/_syarat.html`` shows of the law of a Syarat."""
    return {
        "dasar": str(syarat.dasar), "dasar_url": url_regulasi(syarat.dasar.peraturan),
        "asumsi": syarat.keyakinan == "asumsi",
    }  # fmt: skip
