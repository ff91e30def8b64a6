"""Campuran: ``PEMAKAI=300`` people at once on two cores, a working morning near the end of a period; ``KURVA=1``: 50 … 600, or sizes of one's own, ``KURVA=300,400``.

A closed model over real HTTP (``beban/campuran.py``): 65 % ASN who look after themselves, 18 % operators who upload and hand
in, 12 % staff of the BKD who search, check and forward, 5 % officials. Logins are spread over ``NAIK`` seconds, the work
lasts ``LAMA``; a worker delivers and prints beside it. Afterwards the database is asked whether every act a user was
answered really happened. The generator is a process of its own; its CPU is printed, since it takes from the same cores.
"""

import base64
import itertools
import os
import statistics
import tempfile
from datetime import date
from pathlib import Path

from django.db import connection
from django.urls import reverse
from django.utils import timezone

from kepegawaian import dosir
from kepegawaian.acuan import acuan_kini
from kepegawaian.hak import hitung_hak
from kepegawaian.models import Jejak, Pengguna, Penugasan, ProfilKini, Setelan, UnitKerja
from layanan import alur, katalog
from layanan.models import Usulan
from layanan.pelaku import Pelaku
from tata_kelola.demo.panggung import Sutradara, layak
from tests.bench.beban.panggung import SANDI, akun, jalankan, p95
from tests.layanan.conftest import pdf

BAGIAN = {"operator": 0.18, "staf": 0.12, "pejabat": 0.05}  # the rest are ASN
ANGGARAN_P95 = 300
PER_ORANG = {"operator": 2, "staf": 3, "pejabat": 4}  # acts that wait for one user of the kind
KURVA = (50, 100, 200, 300, 400, 500, 600)
DOKUMEN = "kinerja_1"
AKSI = {"ajukan": "usulan_ajukan", "setujui": "usulan_setujui", "tetapkan": "naskah_tetapkan"}


def ukur(jumlah, papan):
    """Plays the morning once, or the whole curve."""
    banyak = int(os.environ.get("PEMAKAI", "300"))
    kurva = os.environ.get("KURVA", "")
    ukuran = KURVA if kurva == "1" else tuple(int(x) for x in kurva.split(",") if x) or (banyak,)
    panggung = Panggung(timezone.localdate(), max(ukuran))
    for n in ukuran:
        rencana = {
            "naik": int(os.environ.get("NAIK", "120")), "lama": int(os.environ.get("LAMA", "300")),
            "pikir": [int(x) for x in os.environ.get("PIKIR", "20,30").split(",")],
            "babak": "tests.bench.beban.campuran:Pemakai", "pemakai": panggung.pemakai(n, len(ukuran)),
        }  # fmt: skip
        with tempfile.TemporaryDirectory() as folder:
            hasil = jalankan(Path(folder), rencana, pekerja=True)
        nilai = tulis(hasil, n, jumlah, papan, rinci=len(ukuran) == 1)
        if len(ukuran) > 1 and (hasil["galat"] or nilai > 5 * ANGGARAN_P95):
            papan.catat(f"kurva: jenuh pada {n} pemakai", jumlah, nilai, "ms", None, "the curve stops here")
            return


class Panggung:
    """The people, and what waits for them, for the largest size asked."""

    def __init__(self, hari_ini, banyak):
        self.hari_ini = hari_ini
        self.banyak = {peran: max(1, round(banyak * bagian)) for peran, bagian in BAGIAN.items()}
        self.kgb = katalog.ambil("kgb")
        Setelan.objects.get_or_create(kunci="kgb_penanda_tangan", berlaku_sejak=date(2026, 1, 3), defaults={
            "nilai": "KABAN", "uraian": "bench", "dasar": "bench", "keyakinan": "asumsi"})  # fmt: skip
        self.acuan = acuan_kini()
        self.orang = self._orang(banyak)
        self.nama = akun([pk for daftar in self.orang.values() for pk in daftar])
        self._tugaskan()
        self.usulan = self._usulan()
        isi = dosir.terima(pdf())
        for pk in self.orang["asn"]:
            dosir.simpan(pk, "sk_pangkat", isi)
        with connection.cursor() as kursor:
            kursor.execute("VACUUM ANALYZE")

    def _orang(self, banyak):
        """{role: [pegawai id]}; operators come from the offices that have most people."""
        kini = ProfilKini.objects.filter(aktif=True)
        kaban = kini.filter(jabatan__kode="KEPALA-BKPSDM").values_list("pk", flat=True)
        kepala = kini.filter(jabatan__kode__startswith="KEPALA-").exclude(pk__in=kaban).order_by("pk")
        pejabat = [*kaban, *kepala.values_list("pk", flat=True)][: self.banyak["pejabat"]]
        lain = list(kini.filter(jenis_jabatan="pelaksana", status="PNS").exclude(pk__in=pejabat).order_by("-pk")
                    .values_list("pk", flat=True)[: banyak * 2])  # fmt: skip
        ambil = iter(lain)
        return {
            "pejabat": pejabat,
            "operator": list(itertools.islice(ambil, self.banyak["operator"])),
            "staf": list(itertools.islice(ambil, self.banyak["staf"])),
            "asn": list(itertools.islice(ambil, banyak)),
        }

    def _tugaskan(self):
        opd = dict(ProfilKini.objects.filter(pk__in=self.orang["operator"]).values_list("pk", "opd_id"))
        sub12 = UnitKerja.objects.get(kode="SUB12").pk
        tugas = [(pk, "operator_opd", opd[pk]) for pk in self.orang["operator"]]
        tugas += [(pk, "staf_bkd", sub12) for pk in self.orang["staf"]]
        pengguna = {p.pegawai_id: p for p in Pengguna.objects.filter(pegawai_id__in=[pk for pk, *_ in tugas])}
        for pk, peran, unit in tugas:
            Penugasan.objects.get_or_create(pengguna=pengguna[pk], peran=peran, unit_id=unit, sejak=date(2026, 1, 1),
                                            defaults={"dasar": "bench"})  # fmt: skip

    def _usulan(self):
        """{role: [numbers]} of usulan that wait; an operator's under his own pegawai id."""
        butuh = {peran: self.banyak[peran] * PER_ORANG[peran] for peran in ("staf", "pejabat")}
        calon = ProfilKini.objects.filter(aktif=True, status="PNS", pegawai__usulan__isnull=True)
        calon = calon.exclude(pk__in=[pk for d in self.orang.values() for pk in d]).order_by("pk")
        ada = iter(list(layak(self.kgb, calon, self.hari_ini, sum(butuh.values()))))
        sutradara = Sutradara(self.kgb, self.hari_ini, cetak=False)
        hasil = {}
        for peran, sampai in (("staf", "verifikasi_bkd"), ("pejabat", "penetapan")):
            hasil[peran] = [sutradara.mainkan(p, sampai).nomor for p in itertools.islice(ada, butuh[peran])]
        return hasil | self._draf(calon)

    def _draf(self, calon):
        """{pegawai id of an operator: [numbers of his drafts]}."""
        hasil, pakai = {}, set(Usulan.objects.values_list("pegawai_id", flat=True))
        pengguna = {p.pegawai_id: p for p in Pengguna.objects.filter(pegawai_id__in=self.orang["operator"])}
        for pk in self.orang["operator"]:
            satu = pengguna[pk]
            oleh = Pelaku(satu, hitung_hak(satu, per=self.hari_ini, acuan=self.acuan), "127.0.0.1", timezone.now())
            boleh = calon.filter(oleh.hak.lingkup()).exclude(pk__in=pakai)
            untuk = list(layak(self.kgb, boleh, self.hari_ini, PER_ORANG["operator"]))
            pakai |= {p.pk for p in untuk}
            hasil[pk] = [alur.buat_draf(self.kgb, p, oleh=oleh).nomor for p in untuk]
        return hasil

    def pemakai(self, banyak, putaran):
        """The plan's users; of a curve each size takes its share of what waits."""
        hasil, dokumen = [], base64.b64encode(pdf().read()).decode()
        jumlah = {peran: max(1, round(banyak * bagian)) for peran, bagian in BAGIAN.items()}
        jumlah["asn"] = banyak - sum(jumlah.values())
        for peran, n in jumlah.items():
            for urut, pk in enumerate(self.orang[peran][:n]):
                ambil = -(-PER_ORANG.get(peran, 0) // putaran)
                sisa = self.usulan.get(pk if peran == "operator" else peran, [])
                if peran == "pejabat" and urut:
                    sisa = []  # only Kepala BKD signs these letters; the others look
                hasil.append({
                    "nama": self.nama[pk], "sandi": SANDI, "peran": peran, "jalan": jalan(peran, self.nama[pk], urut == 0),
                    "usulan": [sisa.pop() for _ in range(min(ambil * (n if peran == "pejabat" else 1), len(sisa)))],
                    "dokumen": DOKUMEN, "pdf": dokumen if peran == "operator" else "",
                })  # fmt: skip
        return hasil


def jalan(peran, nip, pertama):
    """{name: path} of the pages of a role."""
    beranda = {"beranda": reverse("tata_kelola:beranda")}
    pegawai = {"pegawai": reverse("kepegawaian:pegawai_list"), "cari": reverse("kepegawaian:pegawai_list") + "?q=sri"}
    kotak = {"kotak": reverse("layanan:kotak_list")}
    return (
        beranda
        | {
            "asn": {
                "data saya": reverse("kepegawaian:pegawai_detail", args=[nip]),
                "indeks saya": reverse("indeks:pegawai_detail", args=[nip]),
                "cuti": reverse("layanan:katalog_detail", args=["cuti-tahunan"]),
                "katalog": reverse("layanan:katalog_list"),
                "dosir": reverse("kepegawaian:saya_dosir"),
            },
            "operator": pegawai | {"usulan": reverse("layanan:usulan_list")},
            "staf": pegawai | kotak | {"nominatif": reverse("layanan:nominatif_list", args=["kgb"])},
            "pejabat": kotak | ({"dasbor": reverse("tata_kelola:dasbor")} if pertama else {}),
        }[peran]
    )


def tulis(hasil, banyak, jumlah, papan, *, rinci):
    """The figures of one size; returns the p95 of all requests after login."""
    sebut = f"{banyak} pemakai campuran"
    semua = sorted(ms for nama, daftar in hasil["permintaan"].items() if not nama.startswith("masuk") for ms in daftar)
    nilai = p95(semua)
    papan.catat(f"{sebut}: galat", jumlah, len(hasil["galat"]), "", 0, "; ".join(hasil["galat"][:3]))
    papan.catat(f"{sebut}: p95 semua permintaan sesudah masuk", jumlah, nilai, "ms", ANGGARAN_P95,
                f"median {statistics.median(semua):.0f}, {len(semua)} requests in {hasil['dinding']:.0f} s, "
                f"{len(semua) / hasil['dinding']:.1f} a second")  # fmt: skip
    papan.catat(f"{sebut}: CPU pembangkit", jumlah, hasil["cpu"], "s", None, f"of {hasil['dinding']:.0f} s on 2 cores")
    if rinci:
        for nama, daftar in sorted(hasil["permintaan"].items()):
            papan.catat(f"{sebut}, {nama}", jumlah, p95(sorted(daftar)), "ms", None,
                        f"p95 of {len(daftar)}; median {statistics.median(daftar):.0f}")  # fmt: skip
    if hasil["galat"]:
        print(hasil["log"])  # what the web server said of it
    hilang, banyak_aksi = _hilang(hasil["catatan"])
    papan.catat(f"{sebut}: perbuatan yang tidak tercatat", jumlah, len(hilang), "", 0,
                f"{banyak_aksi} acts; " + ", ".join(hilang[:3]))  # fmt: skip
    return nilai


def _hilang(catatan):
    """(what is missing, number of acts): acts a user was answered that left no Jejak of theirs."""
    hilang, banyak = [], 0
    for apa, aksi in AKSI.items():
        nomor = [n for c in catatan for n in c.get(apa, ())]
        banyak += len(nomor)
        if apa == "tetapkan":
            ada = set(Usulan.objects.filter(nomor__in=nomor, naskah__isnull=False).values_list("nomor", flat=True))
        else:
            pk = dict(Usulan.objects.filter(nomor__in=nomor).values_list("pk", "nomor"))
            ada = {pk[i] for i in Jejak.objects.filter(aksi=aksi, objek_id__in=pk).values_list("objek_id", flat=True)}
        hilang += [f"{apa} {n}" for n in nomor if n not in ada]
    return hilang, banyak
