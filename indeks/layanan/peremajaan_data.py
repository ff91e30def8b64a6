"""Peremajaan data: pegawai memperbarui datanya sendiri dengan bukti. Dasar: UU 27/2022 Pasal 6 dan Pasal 30.

Mail address, telephone, NIK, NPWP, address; what is a riwayat (name, family, education, rank) has services of its own. The
verified evidence stands as a naskah (``layanan.bukti``); the datum is written on the day of its verification. The law gives three
times 24 hours from the request (Pasal 30); the steps together take three working days.
"""

from datetime import date

from indeks.kualitas import peremajaan as aturan
from indeks.kualitas.forms import PeremajaanForm
from kepegawaian import jejak
from kepegawaian.models import Pegawai
from layanan import bukti, katalog
from layanan.katalog import Dasar, DokumenSyarat, Langkah, Layanan, Syarat, daftarkan
from layanan.sensus import Skenario

PS6, PS30 = Dasar("UU 27/2022", "Pasal 6"), Dasar("UU 27/2022", "Pasal 30")


def tercatat(pegawai_id, apa):
    """The value as it is recorded, "" when there is none."""
    kolom = aturan.DATA[apa][1]
    return Pegawai.objects.filter(pk=pegawai_id).values_list(kolom, flat=True).first() or ""


@daftarkan
class PeremajaanData(Layanan):
    """One datum of one pegawai."""

    slug = "peremajaan-data"
    nama = "Peremajaan Data"
    aspek = "c"
    uraian = "Memperbarui alamat surel, nomor telepon, NIK, NPWP, atau alamat rumah dengan buktinya."
    dampak = "Data pribadi berubah setelah buktinya diverifikasi; temuan kualitas data hilang pada malam itu."
    pemilik = "SUB13"
    pengusul = ("asn", "operator_opd", "staf_bkd")
    tanya_diri = False
    menggoyahkan = False
    bagian_berkas = "nik"
    dasar = (PS6, PS30)
    form = PeremajaanForm
    syarat = (
        Syarat("PRM-01", "Isi yang baru berbeda dari yang tercatat", PS6, aturan.prm01_berbeda, keyakinan="sebagian"),
        Syarat("PRM-02", "Bentuk isiannya benar", PS6, aturan.prm02_bentuk, keyakinan="sebagian"),
    )
    dokumen = (DokumenSyarat("bukti_data", "Bukti data yang baru", keterangan="KTP, kartu NPWP, atau tangkapan layar; foto yang jelas cukup."),)  # fmt: skip
    alur = (
        Langkah("verifikasi_opd", "Pemeriksaan operator perangkat daerah", katalog.operator_opd, sla_hari_kerja=1),
        Langkah("verifikasi_bkd", "Verifikasi bukti dan pencatatan", katalog.staf("SUB13"), sla_hari_kerja=2,
                tombol="Verifikasi dan catat"),
    )  # fmt: skip

    def isian_awal(self, profil, tanggal, acuan):
        """Today's evidence."""
        return {"tanggal_bukti": tanggal}

    def siapkan(self, profil, isian):
        """What is recorded now."""
        return {"kini": tercatat(profil.pegawai_id, isian["apa"])} if isian.get("apa") in aturan.DATA else {}

    def ringkas(self, profil, isian):
        """``Nomor telepon genggam``: never the value itself, for lists are read by many."""
        return aturan.DATA[isian["apa"]][0] if isian.get("apa") in aturan.DATA else self.nama

    def akibat(self, konteks):
        """The datum now and then; a NIK shows its last four digits only."""
        apa = konteks.isian.get("apa")
        if apa not in aturan.DATA:
            return []
        lama, baru = konteks.lain.get("kini") or "belum tercatat", aturan.rapi(apa, konteks.isian.get("nilai"))
        if apa in ("nik", "npwp"):
            lama, baru = (f"…{x[-4:]}" if x[-4:].isdigit() else x for x in (lama, baru))
        return [(aturan.DATA[apa][0], lama, baru or "-")]

    def setelah_langkah(self, usulan, kode, jawaban, oleh):
        """The verified evidence stands as a naskah and writes the datum."""
        if kode == "verifikasi_bkd":
            isi, hari = usulan.isian, date.fromisoformat(usulan.isian["tanggal_bukti"])
            bukti.rekam(
                usulan, "bukti_data", langkah=kode, jenis="surat", perihal=f"Bukti {aturan.DATA[isi['apa']][0]}",
                nomor=isi.get("nomor_bukti") or f"bukti {usulan.nomor}", tanggal=hari, penetap=aturan.DATA[isi["apa"]][2],
                tmt=oleh.hari_ini, oleh=oleh,
            )  # fmt: skip

    def terapkan(self, naskah_pegawai):
        """The datum of the Pegawai row; its event table keeps what stood before."""
        isi = naskah_pegawai.data["isian"]
        _, kolom, _ = aturan.DATA[isi["apa"]]
        pegawai = Pegawai.objects.select_for_update().get(pk=naskah_pegawai.pegawai_id)
        nilai = aturan.rapi(isi["apa"], isi["nilai"])
        if getattr(pegawai, kolom) != nilai:
            setattr(pegawai, kolom, nilai)
            pegawai.save(update_fields=[kolom])
            jejak.catat("data_diremajakan", pegawai, pegawai=pegawai.pk, data=aturan.DATA[isi["apa"]][0])

    def skenario_sensus(self, tanggal):
        """A mail address that is new, one that stands already, a NIK that fits nobody, half filled in."""

        def isi(apa, nilai):
            return lambda p, acuan: {"apa": apa, "nilai": nilai(p), "tanggal_bukti": tanggal}

        lama = {"kini": "tetap@contoh.id"}
        return [
            Skenario("surel baru", tanggal, isian=isi("surel", lambda p: f"{p.nip}@contoh.id"), lain=lambda p, a: lama, maks=300),
            Skenario("surel yang sama", tanggal, isian=isi("surel", lambda p: "tetap@contoh.id"), lain=lambda p, a: lama, maks=300),
            Skenario("NIK orang lain", tanggal, isian=isi("nik", lambda p: "3524010101700001"), lain=lambda p, a: {"kini": ""}),
            Skenario("belum diisi", tanggal, maks=40),
        ]  # fmt: skip
