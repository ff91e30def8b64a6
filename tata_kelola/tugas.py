"""Sumber tugas tata kelola: data sendiri yang belum tercatat atau berbeda dengan SIASN, dan sarana yang harus dipelihara."""

from datetime import date
from types import SimpleNamespace

from django.db.models import Case, F, Value, When
from django.urls import reverse

from kepegawaian.acuan import acuan_kini
from kepegawaian.hitung import Hitung, Larik
from kepegawaian.models import ProfilKini, SelisihSiasn
from kepegawaian.tugas import Butir, Sumber, daftarkan
from tata_kelola.beranda.diri import data_kurang
from tata_kelola.hak import PENULIS, mengelola
from tata_kelola.models import KebutuhanBarang
from tata_kelola.sarana import register


@daftarkan
class DataSaya(Sumber):
    """What is missing in, or differs from, one's own record; asked for on the page only, not for the badge."""

    kode = "data"
    untuk = ("asn",)

    def angka(self, hak, hari_ini):
        """The facts ``data_kurang`` looks at, and how many values differ from SIASN."""
        saya = ProfilKini.objects.filter(pegawai_id=hak.pegawai_id or 0).order_by()
        surel = Case(When(pegawai__email="", pegawai__email_gov="", then=Value(False)), default=Value(True))
        fakta = saya.values(
            "jabatan_id", "unit_id", "pendidikan_id", "tmt_cpns", "status", kode_golongan=F("golongan_id"), punya_email=surel
        )  # fmt: skip
        return {"fakta": Larik(fakta), "selisih": Hitung(SelisihSiasn.objects.filter(pegawai_id=hak.pegawai_id or 0))}

    def susun(self, nilai, hak, hari_ini, acuan):
        """One row for what is missing, one for what differs."""
        for baris in nilai["fakta"]:
            if kurang := data_kurang(SimpleNamespace(**baris)):
                yield Butir(
                    "Lengkapi data Anda", url=reverse("kepegawaian:saya"), tombol="Lihat data", ikon="person-exclamation",
                    uraian=f"Belum tercatat: {', '.join(kurang)}. Serahkan buktinya kepada operator OPD Anda.",
                    akibat="Syarat layanan yang memakainya tidak dapat diperiksa, dan usulannya tertahan.",
                )  # fmt: skip
        if n := nilai["selisih"]:
            yield Butir(
                f"Periksa {n} data yang berbeda dengan SIASN", url=reverse("kepegawaian:saya"), tombol="Bandingkan",
                uraian="Sampaikan yang benar beserta buktinya kepada operator OPD atau BKD.", ikon="arrow-left-right",
                akibat="Nilai yang berbeda dapat menahan pertimbangan teknis BKN.",
            )  # fmt: skip


@daftarkan
class SaranaBkd(Sumber):
    """What the Sekretariat has to maintain or to decide; asked for on the page only, not for the badge."""

    kode = "sarana"
    untuk = PENULIS

    def angka(self, hak, hari_ini):
        """Things due for maintenance, and needs nobody has decided on."""
        acuan = acuan_kini()
        if not mengelola(hak, acuan):
            return {}
        jatuh = register.jatuh(hari_ini, acuan).values(lewat=F("berikutnya"))
        usul = KebutuhanBarang.objects.filter(status="diusulkan", tahun__gte=hari_ini.year).exclude(
            oleh_id=hak.pengguna_id
        )
        return {"jatuh": Larik(jatuh), "usul": Hitung(usul)}

    def susun(self, nilai, hak, hari_ini, acuan):
        """One row for all maintenance, one for all needs."""
        if jatuh := nilai.get("jatuh"):
            yield Butir(
                f"Pelihara {len(jatuh)} barang yang jatuh tempo", url=f"{reverse('tata_kelola:sarana_list')}?jatuh=1",
                tombol="Lihat barangnya", ikon="tools", tenggat=date.fromisoformat(min(b["lewat"] for b in jatuh)), banyak=len(jatuh),
                akibat="Barang yang tidak dipelihara lebih cepat rusak; pengingatnya tinggal sampai pemeliharaannya dicatat.",
            )  # fmt: skip
        if n := nilai.get("usul"):
            yield Butir(
                f"Putuskan {n} usul kebutuhan barang", url=reverse("tata_kelola:barang_kebutuhan"), tombol="Buka usulnya",
                ikon="cart-check", banyak=n, akibat="Usul yang belum diputuskan tidak masuk rencana kebutuhan tahun depan.",
            )  # fmt: skip
