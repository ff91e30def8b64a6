"""Perubahan data keluarga dengan bukti. Dasar: PP 7/1977 Pasal 16 dan perubahannya (tunjangan keluarga).

Birth, death, school letter, work and wedding of a child, job of the spouse, corrections. Weddings and divorces have services of
their own (``lapor_kawin.py``, ``lapor_cerai.py``). The verified evidence becomes a naskah (``layanan.bukti``) and writes
RiwayatKeluarga, on which tunjangan keluarga, pension and protection rest. Rules: ``kesejahteraan/keluarga/aturan.py``; the page
an ASN uses: ``kesejahteraan/keluarga/views.py``.
"""

from datetime import date, timedelta

from kepegawaian.aturan import tulis_tanggal
from kesejahteraan.keluarga import aturan, tulis
from kesejahteraan.keluarga.forms import KeluargaForm
from layanan import bukti, katalog
from layanan.katalog import Dasar, DokumenSyarat, Langkah, Layanan, Syarat, daftarkan
from layanan.sensus import Skenario

PS16 = Dasar("PP 7/1977", "Pasal 16")


def nilai(isi):
    """{column: value} of RiwayatKeluarga that a change writes; ``isi``: answers as JSON or typed."""

    def hari(kunci):
        return date.fromisoformat(str(isi[kunci])) if isi.get(kunci) else None

    jenis = isi["jenis"]
    if jenis in aturan.BARU:
        baru = {"nama": isi["nama"], "tanggal_lahir": hari("tanggal_lahir"), "jenis_kelamin": isi.get("jenis_kelamin") or "",
                "pekerjaan": isi.get("pekerjaan") or "", "nomor_akta": isi.get("nomor_bukti") or ""}  # fmt: skip
        anak = {"tertanggung": bool(isi.get("tanggung")), "kawin": False, "berpenghasilan": False}
        return baru | (anak if jenis == aturan.LAHIR else {})
    return {
        aturan.MENINGGAL: {"keadaan": "meninggal", "tertanggung": False},
        aturan.SEKOLAH: {"sekolah_sampai": hari("sekolah_sampai")},
        aturan.BELUM: {"kawin": False, "berpenghasilan": False},
        aturan.KERJA: {"berpenghasilan": True, "tertanggung": False, "pekerjaan": isi.get("pekerjaan") or ""},
        aturan.KAWIN: {"kawin": True, "tertanggung": False},
        aturan.PEKERJAAN: {"pekerjaan": isi.get("pekerjaan") or "", "nip": isi.get("nip") or ""},
        aturan.PERBAIKAN: {k: v for k, v in (("nama", isi.get("nama")), ("tanggal_lahir", hari("tanggal_lahir"))) if v},
    }[jenis]  # fmt: skip


@daftarkan
class PerubahanKeluarga(Layanan):
    """One change of one member of the family."""

    slug = "perubahan-keluarga"
    nama = "Perubahan Data Keluarga"
    aspek = "i"
    uraian = "Kelahiran, kematian, surat sekolah anak, anak bekerja atau menikah, pekerjaan suami/istri, dan perbaikan data."
    dampak = "Riwayat keluarga bertambah; tunjangan keluarga dan hak pensiun mengikuti keadaan yang baru."
    pemilik = "SUB42"
    pengusul = ("asn", "operator_opd", "staf_bkd")
    tanya_diri = False
    menggoyahkan = False
    bagian_berkas = "keluarga"
    dasar = (PS16,)
    bagian = ("unit", "tanggungan")
    form = KeluargaForm
    syarat = (
        Syarat("KLG-01", "Orang dan peristiwanya cocok dengan riwayat keluarga", PS16, aturan.klg01_orang, keyakinan="sebagian"),
        Syarat("KLG-02", "Surat sekolah bagi anak di bawah 25 tahun", PS16, aturan.klg02_sekolah, keyakinan="sebagian"),
        Syarat("KLG-03", "Anggota baru belum tercatat", PS16, aturan.klg03_belum_tercatat, keyakinan="sebagian"),
    )  # fmt: skip
    dokumen = (DokumenSyarat("bukti_keluarga", "Akta, surat, atau pernyataan sebagai bukti",
                             keterangan="Foto yang jelas cukup: PDF, JPG, atau PNG."),)  # fmt: skip
    alur = (
        Langkah("verifikasi_opd", "Pemeriksaan operator perangkat daerah", katalog.operator_opd, sla_hari_kerja=2),
        Langkah("verifikasi_bkd", "Verifikasi bukti dan pencatatan", katalog.staf("SUB42"), sla_hari_kerja=3,
                tombol="Verifikasi dan catat"),
    )  # fmt: skip

    def isian_awal(self, profil, tanggal, acuan):
        """Today."""
        return {"jenis": aturan.LAHIR, "tanggung": True}

    def ringkas(self, profil, isian):
        """``Kelahiran anak …: Siti``."""
        nama = isian.get("nama") or next((t.nama for t in profil.tanggungan if t.anggota == isian.get("anggota")), "")
        apa = aturan.NAMA.get(isian.get("jenis"), self.nama)
        return f"{apa}: {nama}" if nama else apa

    def akibat(self, konteks):
        """What changes in the record, and on the pay list."""
        isi = konteks.isian
        if not isi.get("jenis"):
            return []
        satu, baru = aturan.anggota(konteks), nilai({"nama": "", **isi})
        baris = [("Nama", satu.nama if satu else "belum tercatat", baru["nama"])] if "nama" in baru else []
        lama = "ya" if satu and satu.tertanggung else "tidak"
        if "tertanggung" in baru:
            baris.append(("Tertanggung", lama, "ya" if baru["tertanggung"] else "tidak"))
        if "sekolah_sampai" in baru:
            sampai = satu.sekolah_sampai if satu else None
            baris.append(("Surat sekolah", tulis_tanggal(sampai) if sampai else "belum ada",
                          tulis_tanggal(baru["sekolah_sampai"]) if baru["sekolah_sampai"] else "-"))  # fmt: skip
        if "pekerjaan" in baru and satu:
            baris.append(("Pekerjaan", "seperti tercatat", baru["pekerjaan"] or "-"))
        if isi["jenis"] == aturan.BELUM and satu:
            baris.append((satu.nama, "belum diketahui", "belum kawin, belum berpenghasilan"))
        return baris

    def setelah_langkah(self, usulan, kode, jawaban, oleh):
        """The verified evidence stands as a naskah and writes its rows."""
        if kode == "verifikasi_bkd":
            isi = usulan.isian
            bukti.rekam(
                usulan, "bukti_keluarga", langkah=kode, jenis="akta", perihal=aturan.BUKTI[isi["jenis"]],
                nomor=isi["nomor_bukti"], tanggal=date.fromisoformat(isi["tanggal_bukti"]), penetap=isi["penerbit"],
                tmt=date.fromisoformat(isi["tanggal_peristiwa"]), oleh=oleh,
            )  # fmt: skip

    def terapkan(self, naskah_pegawai):
        """A new member, or what changed of one, dated the event."""
        np, isi = naskah_pegawai, naskah_pegawai.data["isian"]
        if tulis.sudah(np):
            return
        if isi["jenis"] in aturan.BARU:
            tulis.tambah(np, "anak" if isi["jenis"] == aturan.LAHIR else "orang_tua", np.tmt, **nilai(isi))
        else:
            tulis.ubah(np, isi["anggota"], np.tmt, **nilai(isi))

    def skenario_sensus(self, tanggal):
        """A child more, a school letter, the wedding of somebody unknown; half filled in."""

        def anak(p, acuan):
            satu = next((t for t in p.tanggungan if t.hubungan == "anak"), None)
            return {"jenis": aturan.SEKOLAH, "anggota": satu.anggota if satu else "anak-x", "tanggal_peristiwa": tanggal,
                    "sekolah_sampai": tanggal + timedelta(days=200)}  # fmt: skip

        def lagi(p, acuan):
            satu = next((t for t in p.tanggungan if t.hubungan == "anak"), None)
            return {"jenis": aturan.LAHIR, "nama": satu.nama if satu else "Baru", "tanggal_peristiwa": tanggal,
                    "tanggal_lahir": (satu.tanggal_lahir if satu else None) or tanggal}  # fmt: skip

        return [
            Skenario("surat sekolah", tanggal, isian=anak, maks=400),
            Skenario("anak yang sudah tercatat", tanggal, isian=lagi),
            Skenario("belum diisi", tanggal, isian=lambda p, a: {"jenis": aturan.LAHIR}, maks=40),
            Skenario("surat sekolah tanpa tanggal", tanggal, isian=lambda p, a: {"jenis": aturan.SEKOLAH}, maks=20),
        ]
