"""Daftar orang di balik angka papan: the same sentences as ``keadaan`` and ``bahan``, as filters over ProfilKini."""

import django_filters
from django import forms
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

from eperformance.aturan import PREDIKAT
from eperformance.models import Evaluasi, Skp
from eperformance.pantau.keadaan import BELUM, HIDUP, STATUS, TAHAP, TANPA, TERLAMBAT, terlambat as letak_lambat
from kepegawaian.filters import PilihRingkas, cari_orang
from kepegawaian.models import ProfilKini
from kepegawaian.templatetags.portal import pegawai, tampil, tanda

URUT = {"nama": ("nama", "nip"), "unit": ("unit__nama", "nama", "nip"), "opd": ("opd__nama", "nama", "nip")}
TANDA = {
    TANPA: "gagal",
    "dikembalikan": "perhatian",
    "draf": "netral",
    "ditetapkan": "terpenuhi",
    "final": "terpenuhi",
}
KOLOM = (
    "NIP",
    "NAMA",
    "JABATAN",
    "UNIT KERJA",
    "OPD",
    "KEADAAN SKP",
    "DITETAPKAN",
    "PENILAI",
    "EVALUASI",
    "TERLAMBAT",
)


def lingkup(hak):
    """Q over ProfilKini of the people in service whose SKP he watches: his scope, without himself."""
    syarat = Q(aktif=True) & hak.lingkup()
    return syarat if hak.lihat_semua else syarat & ~Q(pegawai_id=hak.pegawai_id or 0)


def skp_pada(t):
    """The Skp of each person that counts for a Tinjauan (at most one)."""
    return Skp.objects.filter(periode=t.periode, status__in=HIDUP, mulai__lte=t.hari_acuan, sampai__gte=t.hari_acuan)


def evaluasi_pada(t, **saring):
    """Evaluations in force of the masa looked at."""
    return Evaluasi.objects.filter(jenis__in=t.jenis, nomor=t.nomor, status="sah", **saring)


def _punya(t, *status, syarat=()):
    return Exists(skp_pada(t).filter(*syarat, pegawai_id=OuterRef("pegawai_id"), status__in=status))


def q_status(t, *status):
    """Q: his SKP stands in one of these states (TANPA: he has none)."""
    hidup = tuple(s for s in status if s != TANPA)
    hasil = _punya(t, *hidup) if hidup else Q(pk__in=())
    return hasil | ~_punya(t, *HIDUP) if TANPA in status else hasil


def _dievaluasi(t, **saring):
    return Exists(evaluasi_pada(t, skp=OuterRef("pk"), **saring))


def q_tahap(t, tahap):
    """Q: he has come to this stage of the funnel."""
    status = TAHAP[tahap][1]
    if tahap == "pegawai":
        return Q()
    return _punya(t, *status, syarat=(_dievaluasi(t),)) if tahap == "dievaluasi" else q_status(t, *status)


def q_terlambat(t, di_mana):
    """Q: late at this stage; see ``keadaan.terlambat``. "semua": at any."""
    if di_mana == "semua":
        return _terlambat_semua(t)
    if di_mana == "evaluasi":
        return Q(_punya(t, "ditetapkan", syarat=(~_evaluasi_beres(t),))) if _menunggu_evaluasi(t) else Q(pk__in=())
    berlaku = {"susun": t.lewat_tetap, "tetap": t.lewat_tetap, "nilai": t.lewat_nilai}
    if not berlaku[di_mana]:
        return Q(pk__in=())
    if di_mana == "nilai":
        return q_status(t, "ditetapkan")
    pada_waktunya = (Q(mulai__lte=t.periode.tetap_sampai),)  # who joined or moved later has another day
    if di_mana == "tetap":
        return Q(_punya(t, "diajukan", syarat=pada_waktunya))
    return Q(_punya(t, *Skp.TERBUKA, syarat=pada_waktunya)) | q_status(t, TANPA)


def _menunggu_evaluasi(t):
    """Is the masa overdue while the year is not?"""
    return t.m is not None and t.lewat_evaluasi and not t.lewat_nilai


def _evaluasi_beres(t):
    """Q over Skp: the masa is evaluated, or is none of his."""
    return Q(_dievaluasi(t)) | Q(mulai__gt=t.m.sampai) | Q(sampai__lt=t.m.mulai)


def _terlambat_semua(t):
    """Q: late anywhere, as one anti-join: who is not late has an SKP in a state that is in order by now."""
    aman = (
        set(HIDUP) - ({*BELUM, "diajukan"} if t.lewat_tetap else set()) - ({"ditetapkan"} if t.lewat_nilai else set())
    )
    tertib = Q(status__in=aman)
    if _menunggu_evaluasi(t):
        tertib &= ~Q(status="ditetapkan") | _evaluasi_beres(t)
    if t.lewat_tetap:  # who joined or moved later has another day
        tertib |= Q(status__in=(*Skp.TERBUKA, "diajukan"), mulai__gt=t.periode.tetap_sampai)
    beres = Q(_punya(t, *HIDUP, syarat=(tertib,)))
    return ~beres if t.lewat_tetap else ~beres & q_status(t, *HIDUP)


def _pilih(label, pilihan, metode, kosong):
    return django_filters.ChoiceFilter(
        label=label, choices=pilihan, method=metode, empty_label=kosong, widget=PilihRingkas
    )


class PantauFilter(django_filters.FilterSet):
    """q, OPD, unit (with those below it), state of the SKP, stage reached, where late, predikat of the masa."""

    q = django_filters.CharFilter(
        label="Nama atau NIP",
        method="cari",
        widget=forms.TextInput(attrs={"type": "search", "maxlength": 60, "placeholder": "Nama atau NIP"}),
    )
    opd = _pilih("OPD", (), "saring_opd", "Semua OPD")
    unit = _pilih("Unit kerja", (), "saring_unit", "Semua unit")
    status = _pilih("Keadaan SKP", STATUS, "saring_status", "Semua keadaan")
    tahap = _pilih("Sudah sampai", [(k, n) for k, (n, _) in TAHAP.items()], "saring_tahap", "Semua tahap")
    terlambat = _pilih("Terlambat", [("semua", "Terlambat di tahap mana pun"), *TERLAMBAT.items()], "saring_terlambat", "Terlambat atau tidak")  # fmt: skip
    predikat = _pilih("Predikat masa ini", [(p, p) for p in PREDIKAT], "saring_predikat", "Semua predikat")

    class Meta:
        model = ProfilKini
        fields = ()

    def __init__(self, data, queryset, *, request, tinjauan):
        self.t, self.acuan, hak = tinjauan, request.acuan, request.hak
        unit = self.acuan.unit
        opd = {u.id for u in unit.values() if u.jenis == "opd"}
        if not hak.lihat_semua:
            opd &= {unit[i].opd_id for i in hak.unit_lingkup if i in unit}
        opd = sorted(((str(i), unit[i].nama) for i in opd), key=lambda o: o[1])
        pilih = opd[0][0] if len(opd) == 1 else data.get("opd", "")
        diminta = data.get("unit", "")
        dalam = sorted(
            (
                (str(u.id), u.nama)
                for u in unit.values()
                if (str(u.opd_id) == pilih or str(u.id) == diminta) and (hak.lihat_semua or u.id in hak.unit_lingkup)
            ),
            key=lambda u: u[1],
        )
        super().__init__(data, queryset, request=request)
        medan = self.form.fields
        medan["opd"].choices, medan["unit"].choices = [("", "Semua OPD"), *opd], [("", "Semua unit"), *dalam]
        for nama, isi in (("opd", opd), ("unit", dalam)):
            if len(isi) < 2 and not (nama == "unit" and diminta):
                medan[nama].widget = forms.HiddenInput()

    @property
    def qs(self):
        """The filtered list in the asked order."""
        hasil = super().qs if self.form.is_valid() else self.queryset.none()
        urut = self.data.get("urut", "")
        kolom = [F(k) for k in URUT.get(urut.removeprefix("-"), URUT["nama"])]
        if urut.startswith("-"):
            return hasil.order_by(*(k.desc(nulls_last=True) for k in kolom))
        return hasil.order_by(*kolom)

    def cari(self, queryset, _nama, nilai):
        """Name (trigram index) or NIP."""
        return queryset.filter(cari_orang(nilai, nama="nama", nip="nip"))

    def saring_opd(self, queryset, _nama, nilai):
        """A whole OPD."""
        return queryset.filter(opd_id=int(nilai))

    def saring_unit(self, queryset, _nama, nilai):
        """The unit and everything below it; with ``?sendiri=1`` only who works in the unit itself."""
        if self.data.get("sendiri") == "1":
            return queryset.filter(unit_id=int(nilai))
        return queryset.filter(unit_id__salah_satu=self.acuan.turunan([int(nilai)]))

    def saring_status(self, queryset, _nama, nilai):
        """One state."""
        return queryset.filter(q_status(self.t, nilai))

    def saring_tahap(self, queryset, _nama, nilai):
        """A stage of the funnel, and everything after it."""
        return queryset.filter(q_tahap(self.t, nilai))

    def saring_terlambat(self, queryset, _nama, nilai):
        """Late at a stage."""
        return queryset.filter(q_terlambat(self.t, nilai))

    def saring_predikat(self, queryset, _nama, nilai):
        """Predikat of the masa."""
        return queryset.filter(_punya(self.t, *HIDUP, syarat=(_dievaluasi(self.t, predikat=nilai),)))


def lengkapi(t, orang, acuan):
    """Rows of a page: each ProfilKini with its Skp, evaluation of the masa and where it is late; two queries."""
    skp = {
        s.pegawai_id: s
        for s in skp_pada(t)
        .filter(pegawai_id__in=[k.pegawai_id for k in orang])
        .select_related("penilai")
        .defer("beku")
    }
    nilai = {e.skp_id: e for e in evaluasi_pada(t, skp__in=[s.pk for s in skp.values()])}
    sebutan = dict(STATUS)
    for k in orang:
        s = skp.get(k.pegawai_id)
        e = nilai.get(s.pk) if s else None
        status = s.status if s else TANPA
        bermasa = bool(s and t.m and s.mulai <= t.m.sampai and s.sampai >= t.m.mulai)
        menyusul = bool(s and s.mulai > t.periode.tetap_sampai)
        lambat = letak_lambat(t, status, e is not None, bermasa, menyusul)
        yield {
            "orang": k,
            "unit": acuan.unit[k.unit_id].nama if k.unit_id in acuan.unit else "",
            "opd": acuan.unit[k.opd_id].nama if k.opd_id in acuan.unit else "",
            "skp": s,
            "status": status,
            "sebutan": sebutan[status],
            "tanda": TANDA.get(status, "info"),
            "penilai": (s.penilai.nama if s.penilai else "Bupati") if s else "",
            "predikat": e.predikat if e else "",
            "terlambat": TERLAMBAT.get(lambat, ""),
        }


# ── rows as HTML ─────────────────────────────────────────────────────────────────────────────────────

BELUM_DINILAI = mark_safe('<span class="redup">belum</span>')
BARIS = (
    '<tr><th scope="row">{}</th><td data-label="Unit kerja"><span>{}{}</span></td><td data-label="Keadaan SKP">{}</td>'
    '<td data-label="Penilai">{}</td><td data-label="Evaluasi">{}</td><td data-label="Terlambat">{}</td></tr>'
)


def baris_html(t, orang, acuan):
    """The rows of the table, written here: a page has a hundred and fifty cells."""
    return format_html_join("\n", BARIS, map(_baris, lengkapi(t, orang, acuan)))


def _baris(b):
    k, skp, lain = b["orang"], b["skp"], b["opd"] != b["unit"] and b["opd"]
    url = (
        reverse("eperformance:skp_detail", args=[skp.pk])
        if skp
        else reverse("kepegawaian:pegawai_detail", args=[k.nip])
    )
    return (
        pegawai(k.nama_lengkap, k.nip, url), tampil(b["unit"]), format_html("<small>{}</small>", lain) if lain else "",
        tanda(b["sebutan"], b["tanda"], "-"), tampil(b["penilai"], "–"), b["predikat"] or BELUM_DINILAI,
        tanda(b["terlambat"], "gagal", "clock-history") if b["terlambat"] else "–",
    )  # fmt: skip
