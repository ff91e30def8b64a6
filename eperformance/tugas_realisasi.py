"""Sumber tugas realisasi: masa yang lewat dan belum diisi, umpan balik yang diminta."""

from datetime import timedelta

from django.db.models import F
from django.urls import reverse

from eperformance.models import PermintaanUmpanBalik, Skp
from eperformance.realisasi import masa
from eperformance.realisasi.pengingat import belum_terisi
from kepegawaian.hitung import Hitung, Larik, baca
from kepegawaian.tugas import Butir, Sumber, daftarkan


@daftarkan
class RealisasiSaya(Sumber):
    """Own realisasi of a masa that has ended, and feedback asked of me."""

    kode = "realisasi"
    untuk = ("asn",)

    @staticmethod
    def _skp(hak, hari_ini):
        return Skp.objects.filter(belum_terisi(hari_ini), pegawai_id=hak.pegawai_id or 0)

    @staticmethod
    def _diminta(hak):
        return PermintaanUmpanBalik.objects.filter(pegawai_id=hak.pegawai_id or 0, dijawab_pada=None)

    def angka(self, hak, hari_ini):
        return {
            "skp": Larik(
                self._skp(hak, hari_ini).order_by("pk").values(
                    kunci=F("pk"), periodik=F("periode__periodik"), hari=F("periode__hari_periodik")
                )
            ),
            "diminta": Larik(
                self._diminta(hak).order_by("pada").values(
                    kunci=F("pk"), orang=F("skp__pegawai__kini__nama"), sebutan=F("sebagai")
                )[:5]
            ),
        }  # fmt: skip

    def lencana(self, hak, hari_ini):
        return Hitung(self._skp(hak, hari_ini)) + Hitung(self._diminta(hak))

    def susun(self, nilai, hak, hari_ini, acuan):
        for b in (baca(x) for x in nilai["skp"]):
            m = masa.lewat_terakhir(b.periodik, hari_ini)
            yield Butir(
                f"Isi realisasi {m.nama}", url=f"{reverse('eperformance:skp_realisasi', args=[b.kunci])}?masa={m.nomor}",
                tombol="Isi", tenggat=m.sampai + timedelta(days=b.hari), dasar="PP 30/2019", ikon="clipboard-check",
                akibat="Atasan menilai tanpa realisasi dan bukti Anda.",
            )  # fmt: skip
        for b in (baca(x) for x in nilai["diminta"]):
            yield Butir(
                f"Beri umpan balik bagi {b.orang}", url=reverse("eperformance:umpan_balik_jawab", args=[b.kunci]),
                tombol="Tulis", uraian=f"Anda diminta sebagai {b.sebutan}.", ikon="chat-square-text",
                akibat="Penilaiannya disusun tanpa pendapat Anda.", dasar="PermenPANRB 6/2022",
            )  # fmt: skip
