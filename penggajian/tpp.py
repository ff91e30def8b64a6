"""TPP sebulan: konfigurasi yang berlaku, hitungan semua pegawai, penetapan. The one writer of TppBulan and HasilTpp.

``minta`` opens a month and queues it, ``hitung`` computes it (a draft is computed anew as often as wanted) and tells who
asked, ``tetapkan`` freezes it. A dead worker is followed by ``tertinggal``. Set-based: profiles and presensi are read in ranges, the rules are pure.
"""

import logging
from datetime import timedelta
from decimal import Decimal

from django.db import connection
from django.db.models import Count, Q, Sum
from django.urls import reverse
from django.utils import timezone

from kepegawaian import kehadiran
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import NAMA_BULAN, tambah_bulan
from kepegawaian.jejak import beri_tahu, catat, sebagai
from kepegawaian.models import KinerjaPeriodik, Presensi, ProfilKini, RiwayatJabatan
from kepegawaian.profil import profil
from layanan.katalog import Konteks
from penggajian import aturan_tpp as aturan
from penggajian.aturan import URUTAN_PREDIKAT
from penggajian.models import KRITERIA, AturanTpp, HasilTpp, PaguTpp, PotonganTpp, TppBulan

log = logging.getLogger(__name__)
BAGIAN = ("pangkat", "unit", "jabatan", "kinerja", "hukuman", "tinggal")
POTONG = 1000
KANTOR = "SUB41"


class TppDitolak(Exception):
    """The act is not possible; the message is one sentence for the clerk."""


def mengelola(hak, acuan, *, menetapkan=False):
    """Staf and head of SUB41 and the heads above it; only the heads set a month (``menetapkan``)."""
    unit = acuan.unit_kode.get(KANTOR)
    if unit is None or hak.hanya_baca:
        return False
    kepala = any(k.kepala and k.unit_id in unit.jalur and k.unit_id != unit.jalur[0] for k in hak.kantor)
    return kepala or (not menetapkan and hak.punya("staf_bkd") and unit.id in hak.unit_staf)


# ── configuration ────────────────────────────────────────────────────────────────────────────────────


def _berlaku(model, tanggal):
    return model.objects.filter(berlaku_sejak__lte=tanggal).filter(
        Q(berlaku_sampai__isnull=True) | Q(berlaku_sampai__gte=tanggal)
    )


def konfigurasi_pada(bulan, acuan):
    """The Konfigurasi of a month and its rows in force: (Konfigurasi, {pagu, potongan, aturan}). Three queries."""
    pagu, rupiah = {}, dict(KRITERIA)
    for p in _berlaku(PaguTpp, bulan).order_by("berlaku_sejak"):
        pagu[p.kelas, p.kriteria] = p
    per_kelas = {}
    for (kelas, kriteria), p in sorted(pagu.items(), key=lambda x: x[0]):
        if p.rupiah:
            per_kelas.setdefault(kelas, []).append((rupiah[kriteria].lower(), p.rupiah))
    semua = list(_berlaku(PotonganTpp, bulan))
    terbaru = {}
    for p in semua:
        terbaru[p.jenis] = max(terbaru.get(p.jenis, p.berlaku_sejak), p.berlaku_sejak)
    potongan = [p for p in semua if p.berlaku_sejak == terbaru[p.jenis]]
    atur = _berlaku(AturanTpp, bulan).order_by("-berlaku_sejak").first()
    isi = aturan.Konfigurasi(
        pagu={k: tuple(v) for k, v in per_kelas.items()},
        predikat={k: Decimal(str(atur.predikat[k])) for k in reversed(URUTAN_PREDIKAT) if atur and k in atur.predikat},
        potongan=tuple(aturan.Potongan(p.jenis, p.menit_dari, p.menit_sampai, p.persen) for p in potongan),
        plt_persen=atur.plt_persen if atur else None,
        hari_tutup=atur.hari_tutup if atur else None,
        **_bobot(atur, bulan, acuan),
    )
    return isi, {"pagu": list(pagu.values()), "potongan": potongan, "aturan": atur}


def _bobot(atur, bulan, acuan):
    """Weights of the office, else those of the dated setting ``tpp_bobot``; none before it began."""
    if atur and atur.bobot_kinerja is not None and atur.bobot_disiplin is not None:
        return {"bobot_kinerja": atur.bobot_kinerja, "bobot_disiplin": atur.bobot_disiplin}
    try:
        nilai = acuan.setelan("tpp_bobot", bulan)
    except KeyError:
        return {}
    return {"bobot_kinerja": Decimal(nilai["kinerja"]), "bobot_disiplin": Decimal(nilai["disiplin"])}


def kurang_konfigurasi(isi):
    """What the office has not set for a month, as sentences."""
    hasil = [] if isi.pagu else ["Pagu per kelas jabatan belum diatur."]
    hasil += [] if isi.potongan else ["Tabel potongan kehadiran belum diatur."]
    hasil += [] if isi.predikat else ["Persen capaian kinerja tiap predikat belum diatur."]
    hasil += [] if isi.bobot_kinerja is not None else ["Bobot kinerja dan disiplin belum diatur."]
    hasil += [] if isi.plt_persen is not None else ["Bagian bagi Plt. belum diatur; tidak ada tambahan yang dihitung."]
    return hasil + ([] if isi.hari_tutup else ["Hari penutupan validasi belum diatur."])


def _beku(isi, dasar):
    """A Konfigurasi as JSON, with the grounds it rests on."""
    return {
        "pagu": {str(k): v for k, v in isi.pagu.items()},
        "bobot": [str(isi.bobot_kinerja), str(isi.bobot_disiplin)],
        "predikat": {k: str(v) for k, v in isi.predikat.items()},
        "potongan": [[p.jenis, p.dari, p.sampai, str(p.persen)] for p in isi.potongan],
        "plt_persen": str(isi.plt_persen) if isi.plt_persen is not None else None,
        "hari_tutup": isi.hari_tutup,
        "dasar": dasar,
    }


# ── the month ────────────────────────────────────────────────────────────────────────────────────────


def minta(bulan, *, oleh, alamat=""):
    """Opens the month (or takes its draft) to be computed; returns the TppBulan. Raises TppDitolak."""
    hari_ini = timezone.localdate()
    if bulan.day != 1 or bulan >= hari_ini.replace(day=1):
        raise TppDitolak("TPP dihitung sesudah bulannya berakhir.")
    with sebagai(oleh, alamat):
        satu, _ = TppBulan.objects.select_for_update().get_or_create(bulan=bulan)
        if satu.status == "ditetapkan":
            raise TppDitolak("TPP bulan ini sudah ditetapkan.")
        satu.status, satu.diminta_pada, satu.diminta_oleh = "antre", timezone.now(), oleh
        satu.save(update_fields=["status", "diminta_pada", "diminta_oleh"])
        catat("tpp_hitung", satu, bulan=f"{bulan:%m-%Y}")
    return satu


def hitung(bulan_id, *, oleh=None, alamat=""):
    """Computes a month that was asked for into a draft, all in one transaction, and tells who asked; returns it.

    One that is not waiting is left alone, and so is one another worker holds just now: twice queued is once computed.
    """
    try:
        with sebagai(oleh, alamat):
            satu = TppBulan.objects.select_for_update(skip_locked=True).filter(pk=bulan_id, status="antre").first()
            if satu is None:
                return TppBulan.objects.get(pk=bulan_id)
            _hitung(satu, acuan_kini())
            satu.status, satu.dihitung_pada, satu.dihitung_oleh = "draf", timezone.now(), oleh
            satu.save()
    except Exception:
        TppBulan.objects.filter(pk=bulan_id, status="antre").update(status="gagal")
        log.exception("TPP %s gagal dihitung", bulan_id)
        kabari(bulan_id)
        raise
    kabari(bulan_id)
    return satu


def kabari(bulan_id):
    """Tells who asked that the run has ended, and how; once a request."""
    satu = TppBulan.objects.filter(pk=bulan_id, diminta_oleh__isnull=False).first()
    if satu is None or satu.status not in ("draf", "gagal"):
        return
    nama, isi = f"{NAMA_BULAN[satu.bulan.month]} {satu.bulan.year}", ""
    if satu.status == "draf":
        isi = f"{satu.ringkasan['dibayar']} orang dihitung, {satu.ringkasan['belum_lengkap']} belum lengkap."
    beri_tahu(
        [satu.diminta_oleh_id], kunci=f"tpp-{satu.pk}-{satu.diminta_pada.isoformat()}-{satu.status}",
        judul=f"TPP {nama} {'selesai' if satu.status == 'draf' else 'gagal'} dihitung", isi=isi,
        url=reverse("penggajian:tpp_detail", args=[satu.pk]), pada=timezone.now(), peristiwa="tpp", juga_pelaku=True,
    )  # fmt: skip


def tertinggal(sejak=timedelta(minutes=10)):
    """[(id, id of who asked)] of months asked for so long ago that their task must have been lost."""
    lama = TppBulan.objects.filter(status="antre").filter(
        Q(diminta_pada__lt=timezone.now() - sejak) | Q(diminta_pada__isnull=True)
    )
    return list(lama.order_by("bulan").values_list("pk", "diminta_oleh_id"))


def _hitung(satu, acuan):
    """Replaces the results of a draft and its summary."""
    akhir = tambah_bulan(satu.bulan, 1) - timedelta(days=1)
    isi, baris = konfigurasi_pada(satu.bulan, acuan)
    HasilTpp.objects.filter(bulan=satu).delete()
    ids = list(
        ProfilKini.objects.filter(Q(aktif=True) | Q(tmt_kedudukan__gt=satu.bulan))
        .order_by("pk")
        .values_list("pk", flat=True)
    )
    hari_kerja = {pola: _hari_kerja(acuan, satu.bulan, akhir, pola) for pola in ("5", "6")}
    for i in range(0, len(ids), POTONG):
        _hitung_potongan(satu, ids[i : i + POTONG], akhir, acuan, isi, hari_kerja)
    dasar = sorted({b.dasar for b in (*baris["pagu"], *baris["potongan"], *filter(None, [baris["aturan"]]))})
    satu.konfigurasi = _beku(isi, dasar)
    satu.ringkasan = ringkas(satu)


def _hari_kerja(acuan, awal, akhir, pola):
    return sum(acuan.hari_kerja(awal + timedelta(days=i), pola) for i in range((akhir - awal).days + 1))


def _hitung_potongan(satu, ids, akhir, acuan, isi, hari_kerja):
    """One range of people: profiles, presensi and Plt by one query each, then one bulk insert."""
    presensi, plt = presensi_bulan(ids, satu.bulan, akhir), _plt(ids, satu.bulan, akhir)
    sumber = sumber_produktivitas(acuan, satu.bulan)
    periodik = predikat_bulan(ids, akhir) if sumber == "predikat" else {}
    hasil = []
    for p in profil(per=akhir, ids=ids, bagian=BAGIAN):
        if p.berhenti or p.status == "PPPK_PW":
            continue
        lain = {
            "tpp": isi,
            "presensi": presensi.get(p.pegawai_id),
            "hari_kerja": hari_kerja.get(p.pola_kerja or "5"),
            "plt": plt.get(p.pegawai_id, ()),
            "aktivitas": None,
            "sumber": sumber,
            "periodik": periodik.get(p.pegawai_id),
        }
        hasil.append(_hasil(satu, p, aturan.hitung(Konteks(p, {}, satu.bulan, acuan, lain))))
    HasilTpp.objects.bulk_create(hasil, batch_size=500)


def _hasil(satu, p, t):
    return HasilTpp(
        bulan=satu, pegawai_id=p.pegawai_id, opd_id=p.opd_id, golongan=p.golongan or "", jabatan=(p.jabatan or "")[:200],
        kelas=p.kelas, keadaan=t.keadaan, pagu=t.pagu, kinerja=t.kinerja, disiplin=t.disiplin, potongan=t.potongan,
        plt=t.plt, rupiah=t.rupiah, rincian=[b._asdict() for b in t.baris], kurang=list(t.kurang),
    )  # fmt: skip


def presensi_bulan(ids, awal, akhir):
    """{pegawai_id: (Kehadiran, …)} of the days from ``awal`` to ``akhir``, counted by the database."""
    hasil = {}
    for (pegawai_id, *isi), banyak in sorted(kehadiran.per_keadaan(ids, awal, akhir).items()):
        hasil.setdefault(pegawai_id, []).append(aturan.Kehadiran(*isi, banyak))
    return {i: tuple(v) for i, v in hasil.items()}


def sumber_produktivitas(acuan, bulan):
    """Setting tpp_sumber_produktivitas of a month; "aktivitas" before it began."""
    try:
        return acuan.setelan("tpp_sumber_produktivitas", bulan)
    except KeyError:
        return "aktivitas"


def predikat_bulan(ids, akhir):
    """{pegawai_id: Periodik} of the month that ends on ``akhir``: a month before a quarter, the latest known; one query.

    Whose SKP changes within the month has the predikat of the one he ends it with (asumsi).
    """
    baris = KinerjaPeriodik.objects.filter(
        pegawai_id__in=ids, periodik__in=("1", "2"), mulai__lte=akhir, sampai__gte=akhir, dibatalkan_pada=None
    ).order_by("pegawai_id", "periodik", "-mulai", "-pk")
    nama, hasil = {"1": "bulanan", "2": "triwulan"}, {}
    for pegawai_id, periodik, predikat, mulai, sampai in baris.values_list(
        "pegawai_id", "periodik", "predikat", "mulai", "sampai"
    ):
        hasil.setdefault(pegawai_id, aturan.Periodik(predikat, nama[periodik], mulai, sampai))
    return hasil


def _plt(ids, awal, akhir):
    """{pegawai_id: ((name, kelas), …)} of posts held as Plt during the whole month."""
    baris = RiwayatJabatan.objects.filter(
        Q(sampai__isnull=True) | Q(sampai__gte=akhir), pegawai_id__in=ids, penugasan="PLT", dibatalkan_pada=None, tmt__lte=awal
    )  # fmt: skip
    hasil = {}
    for pegawai_id, nama, kelas in baris.values_list("pegawai_id", "jabatan__nama", "jabatan__kelas"):
        hasil.setdefault(pegawai_id, []).append((f"Plt. {nama}", kelas))
    return {i: tuple(v) for i, v in hasil.items()}


def ringkas(satu):
    """Counts and sums of a month: two queries."""
    hasil = {kode: 0 for kode, _ in HasilTpp.KEADAAN} | {"jumlah": 0}
    for keadaan, n, jumlah in satu.hasil.order_by().values_list("keadaan").annotate(n=Count("pk"), j=Sum("rupiah")):
        hasil[keadaan], hasil["jumlah"] = n, hasil["jumlah"] + (jumlah or 0)
    with connection.cursor() as kursor:
        kursor.execute(
            "SELECT k, count(*) FROM penggajian_hasiltpp h, jsonb_array_elements_text(h.kurang) k"
            " WHERE h.bulan_id = %s GROUP BY k ORDER BY 2 DESC, 1 LIMIT 12",
            [satu.pk],
        )
        hasil["kurang"] = [list(b) for b in kursor.fetchall()]
    return hasil


def tetapkan(bulan_id, *, oleh, alamat=""):
    """Freezes a draft. Raises TppDitolak while it is no draft or nobody's amount is known."""
    with sebagai(oleh, alamat):
        satu = TppBulan.objects.select_for_update().get(pk=bulan_id)
        if satu.status != "draf":
            raise TppDitolak(f"TPP bulan ini {satu.get_status_display().lower()}, bukan draf.")
        if not satu.ringkasan.get("dibayar"):
            raise TppDitolak(
                "Belum seorang pun yang TPP-nya dapat dihitung; lengkapi konfigurasi dan presensi dahulu."
            )
        satu.status, satu.ditetapkan_pada, satu.ditetapkan_oleh = "ditetapkan", timezone.now(), oleh
        satu.save(update_fields=["status", "ditetapkan_pada", "ditetapkan_oleh"])
        catat("tpp_tetapkan", satu, bulan=f"{satu.bulan:%m-%Y}")
    return satu


def halangan_presensi(batch):
    """Why a batch of presensi must stay: a month that is ditetapkan rests on its days; "" when none does."""
    sampai = beku_sampai()
    if sampai and Presensi.objects.filter(batch=batch, dibatalkan_pada=None, tanggal__lte=sampai).exists():
        for bulan in TppBulan.objects.filter(status="ditetapkan").values_list("bulan", flat=True):
            akhir = tambah_bulan(bulan, 1) - timedelta(days=1)
            if Presensi.objects.filter(batch=batch, dibatalkan_pada=None, tanggal__range=(bulan, akhir)).exists():
                return f"TPP bulan {bulan:%m-%Y} yang memakai presensi ini sudah ditetapkan."
    return ""


# ── changes of the configuration ─────────────────────────────────────────────────────────────────────


def beku_sampai():
    """Last day of the latest month that is ditetapkan, or None: nothing may be set for it any more."""
    bulan = TppBulan.objects.filter(status="ditetapkan").values_list("bulan", flat=True).first()
    return tambah_bulan(bulan, 1) - timedelta(days=1) if bulan else None


KUNCI = {
    PaguTpp: ("kriteria", "kelas", "berlaku_sejak"),
    PotonganTpp: ("jenis", "berlaku_sejak"),
    AturanTpp: ("berlaku_sejak",),
}


def simpan_aturan(baris, *, oleh, alamat="", apa):
    """Writes new dated rows of configuration (unsaved, of one start date); rows of that very day give way to them."""
    with sebagai(oleh, alamat):
        for satu in baris:
            kelas = type(satu)
            kelas.objects.filter(**{k: getattr(satu, k) for k in KUNCI[kelas]}).delete()
        for satu in baris:
            satu.save(force_insert=True)
        catat("tpp_atur", (baris[0]._meta.model_name, None), apa=apa, berlaku=baris[0].berlaku_sejak.isoformat())
