"""Demo kepangkatan: kenaikan pangkat tiap jenis, PAK, kenaikan jenjang, peninjauan masa kerja, dan gelar.

A few usulan shared over the kinds, so that each page shows something without costing the first start much. Who has
the facts of a kind is looked for among few; a kind nobody of a small regency fits stays empty.
"""

from datetime import date, timedelta
from types import SimpleNamespace

from django.db.models import F, Q

from kepangkatan.filters_ak import daftar_ak
from kepangkatan.forms_jabatan import jabatan_berikut
from kepegawaian import jejak
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import tambah_bulan
from kepegawaian.models import (
    BatchImpor,
    Jabatan,
    KebutuhanJabatan,
    Pegawai,
    ProfilKini,
    RiwayatJabatan,
    RiwayatUjiKompetensi,
    RiwayatUnit,
)
from kepegawaian.profil import profil_satu, segarkan
from tata_kelola.demo import pangkat_jarang
from tata_kelola.demo.babak import tmt_kp

# How many are asked at most before a kind is given up.
PALING_BANYAK = 60


BAGIAN = "kenaikan pangkat jenis lain, angka kredit, masa kerja, gelar"


def tambah_pangkat(p):
    """Adds the usulan of this aspect to the plays of ``p`` (Pementasan)."""
    pns = ProfilKini.objects.filter(aktif=True, status="PNS")
    for slug, babak, calon, isian in _rencana(p, pns, tmt_kp(p.hari_ini)):
        bebas = list(p.bebas(calon).values_list("pk", flat=True)[:PALING_BANYAK])
        calon = ProfilKini.objects.filter(pk__in=bebas)
        if all(sampai == "draf" for sampai, _, _ in babak):
            orang = p.pakai(_apa_adanya(bebas[: len(babak)]))
            for pegawai in orang:
                p.tambah(BAGIAN, p.sutradara(slug).lakon(pegawai, "draf", isian=isian))
        else:
            p.babak(BAGIAN, slug, babak, calon, isian)
    _kenaikan_jenjang(p, pns)


def _rencana(p, pns, tmt):
    """(slug, [(step, last act, late)], candidates, answers) of every kind; the queries run when they are needed."""
    bebas, hari_ini = p.bebas(pns), p.hari_ini
    jf = bebas.filter(jenis_jabatan="fungsional", golongan_urutan__lt=12)
    kp = {"tmt": tmt.isoformat()}
    izin = {"izin": "izin_belajar", "nomor_izin": "420/118/413.101/2021", "akreditasi": "b", "pddikti": "ya"}
    yield "kp-struktural", (("selesai", "", False), ("pertek", "", False), ("verifikasi_bkd", "", True)), (
        _lantik(bebas, hari_ini, 4)), kp  # fmt: skip
    yield "kp-fungsional", (("selesai", "", False), ("penetapan", "", False), ("verifikasi_opd", "", False)), (
        jf.filter(tmt_pangkat__lte=hari_ini - timedelta(days=760))), kp  # fmt: skip
    yield "pak", (("selesai", "", False), ("tanda_tangan", "", False), ("verifikasi_bkd", "", True)), jf, {}
    yield from pangkat_jarang.rencana(p, pns, kp)
    pmk = {"badan_1": "PT Semen Indonesia", "mulai_1": "1998-01-01", "akhir_1": "2001-12-31"}
    yield "pmk", (("selesai", "", False), ("verifikasi_opd", "", False), ("tanda_tangan", "", False)), (
        bebas.filter(tmt_cpns__gte=date(2005, 1, 1), golongan_urutan__lt=12)), pmk  # fmt: skip
    gelar = {"tmt": hari_ini.isoformat(), "tingkat": "45", "nama_prodi": "Magister Administrasi Publik",
             "sekolah": "Universitas Airlangga", "tahun_lulus": hari_ini.year - 1, "nomor_ijazah": "041/2025",
             "gelar_belakang": "S.AP., M.AP."}  # fmt: skip
    yield "pencantuman-gelar", (("selesai", "", False), ("verifikasi_bkd", "", False)), (
        bebas.filter(pendidikan_id="40")), gelar | izin  # fmt: skip


def _lantik(bebas, hari_ini, banyak):
    """Pelaksana III/b who took a vacant post of eselon IV.a of their OPD over a year ago: due by STR-A next month.

    The invented officials are promoted as soon as they may, so that none of them would be due.
    """
    acuan, sejak = acuan_kini(), tambah_bulan(hari_ini.replace(day=1), -13)
    terisi = ProfilKini.objects.filter(aktif=True, jenis_jabatan="struktural").values("jabatan_id")
    kosong = {}
    for kursi in Jabatan.objects.filter(eselon_id="IV.a", berlaku_sampai__isnull=True).exclude(pk__in=terisi):
        kosong.setdefault(acuan.unit[kursi.unit_id].opd_id, []).append(kursi)
    calon = bebas.filter(
        jenis_jabatan="pelaksana", golongan_id="III/b", tmt_pangkat__lte=sejak, tmt_jabatan__lt=sejak, opd__in=kosong
    )
    batch, ids = BatchImpor.objects.filter(status="diterapkan").order_by("pk").first(), []
    for kini in calon[:PALING_BANYAK] if batch else ():
        if len(ids) == banyak or not kosong[kini.opd_id]:
            continue
        kursi, isi = kosong[kini.opd_id].pop(), {"pegawai_id": kini.pk, "batch": batch, "tmt": sejak}
        sk = {"nomor_sk": f"821.2/{kini.pk}/413.204/{sejak.year}", "tanggal_sk": sejak, "pejabat": "Bupati Lamongan"}
        with jejak.sebagai(None):
            RiwayatUnit.objects.create(**isi, **sk, unit_id=kursi.unit_id)
            RiwayatJabatan.objects.create(**isi, **sk, jabatan=kursi, unit_id=kursi.unit_id, tmt_pelantikan=sejak)
        ids.append(kini.pk)
    segarkan(ids, per=hari_ini)
    return ProfilKini.objects.filter(pk__in=ids).order_by("nip")


def _apa_adanya(ids):
    """These people for a draft, which may well show conditions that are not met."""
    return [Pegawai.objects.select_related("kini__opd").get(pk=pk) for pk in ids]


def _kenaikan_jenjang(p, pns):
    """Two whose credits suffice for the next jenjang have passed the uji kompetensi, and a place is free."""
    batch = BatchImpor.objects.filter(status="diterapkan").order_by("pk").first()
    semua = (
        daftar_ak(SimpleNamespace(lingkup=Q), p.hari_ini)
        .filter(pk__in=p.bebas(pns).values("pk"), ak_jumlah__gte=F("ak_jenjang"))
        .exclude(jenjang="ahli_madya")
    )
    slug, babak = "kenaikan-jenjang", ["selesai", "periksa_kabid"]
    for kini in semua.order_by("nip")[:15]:
        tujuan = jabatan_berikut(profil_satu(kini.pk, per=p.hari_ini), acuan_kini(), p.hari_ini)
        if not (babak and batch and tujuan and kini.opd_id):
            continue
        with jejak.sebagai(None):
            _lulus_uji(kini, tujuan[0], batch, p.hari_ini)
        for pegawai in p.pilih(slug, ProfilKini.objects.filter(pk=kini.pk), 1):
            p.tambah(BAGIAN, p.sutradara(slug).lakon(pegawai, babak.pop(0)))


def _lulus_uji(kini, jabatan, batch, hari_ini):
    terisi = ProfilKini.objects.filter(jabatan=jabatan, unit_id=kini.unit_id, aktif=True).count()
    KebutuhanJabatan.objects.update_or_create(
        jabatan=jabatan, unit_id=kini.unit_id, berlaku_sejak=date(hari_ini.year, 1, 1),
        defaults={"kebutuhan": terisi + 2, "dasar": "Peta jabatan contoh", "keyakinan": "asumsi"},
    )  # fmt: skip
    RiwayatUjiKompetensi.objects.create(
        pegawai_id=kini.pk, batch=batch, tmt=hari_ini - timedelta(days=120), tujuan="jenjang", hasil="MS",
        sampai=tambah_bulan(hari_ini, 32), metode="Portofolio dan wawancara",
    )  # fmt: skip
