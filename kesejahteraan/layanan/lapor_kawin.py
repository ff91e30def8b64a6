"""Laporan perkawinan. Dasar: PP 10/1983 Pasal 2; PP 45/1990 Pasal 4.

Every marriage is reported through the line within a year; a late report is taken and noted. Effect: the spouse in the family
record, from which tunjangan and KARIS/KARSU (``kartu``) follow; a further wife without allowance.
"""

from datetime import date, timedelta

from kesejahteraan.keluarga import tulis
from kesejahteraan.perkawinan import aturan, fakta
from kesejahteraan.perkawinan.forms import LaporKawinForm
from layanan import bukti, katalog
from layanan.katalog import Dasar, DokumenSyarat, Langkah, Layanan, Syarat, daftarkan
from layanan.sensus import Skenario

PS2, PS4 = Dasar("PP 10/1983", "Pasal 2"), Dasar("PP 45/1990", "Pasal 4")


def _sebelum(*kode):
    return lambda k: k.isian.get("sebelum") in kode


@daftarkan
class LaporKawin(Layanan):
    """One marriage."""

    slug = "lapor-kawin"
    nama = "Laporan Perkawinan"
    aspek = "n"
    uraian = (
        "Perkawinan pertama, atau perkawinan janda dan duda, dilaporkan paling lama satu tahun sesudah akad nikah."
    )
    dampak = "Suami/istri tercatat pada riwayat keluarga; tunjangan dan KARIS/KARSU dapat diminta."
    pemilik = "SUB42"
    pengusul = ("asn", "operator_opd", "staf_bkd")
    tanya_diri = False
    menggoyahkan = False
    bagian_berkas = "keluarga"
    dasar = (PS2, PS4, Dasar("SE BAKN 08/SE/1983"))
    bagian = ("unit", "tanggungan")
    form = LaporKawinForm
    syarat = (
        Syarat("LPK-01", "Dilaporkan dalam 1 tahun sejak akad", PS2, aturan.lpk01_setahun),
        Syarat("LPK-02", "Tidak terikat perkawinan lain, atau berizin", PS4, aturan.lpk02_boleh_kawin),
        Syarat("LPK-03", "Perkawinannya belum tercatat", PS2, aturan.lpk03_belum_tercatat, keyakinan="sebagian"),
    )  # fmt: skip
    dokumen = (
        DokumenSyarat("laporan", "Surat laporan perkawinan"),
        DokumenSyarat("akta_nikah", "Akta atau buku nikah"),
        DokumenSyarat("foto_pasangan", "Pas foto suami/istri", keterangan="Tiga lembar bila diserahkan di atas kertas."),
        DokumenSyarat("akta_cerai", "Akta cerai atau akta kematian pasangan terdahulu", bila=_sebelum("cerai", "mati"),
                      kapan="bagi janda dan duda"),
        DokumenSyarat("sk_izin", "SK izin beristri lebih dari seorang", bila=_sebelum("beristri"), kapan="bila masih beristri"),
    )  # fmt: skip
    alur = (
        Langkah("verifikasi_opd", "Pemeriksaan operator perangkat daerah", katalog.operator_opd, sla_hari_kerja=2),
        Langkah("verifikasi_bkd", "Verifikasi akta dan pencatatan", katalog.staf("SUB42"), sla_hari_kerja=3,
                tombol="Verifikasi dan catat"),
    )  # fmt: skip

    def siapkan(self, profil, isian):
        """The permit for a further wife, where the portal made one."""
        return {"beristri": fakta.keputusan(profil.pegawai_id, fakta.BERISTRI)}

    def ringkas(self, profil, isian):
        """``Perkawinan dengan Budi``."""
        return f"Perkawinan dengan {isian['nama_pasangan']}" if isian.get("nama_pasangan") else self.nama

    def akibat(self, konteks):
        """The spouse, and whether he counts for the allowance."""
        nama = konteks.isian.get("nama_pasangan")
        if not nama:
            return []
        lagi = bool(aturan.pasangan_hidup(konteks.profil))
        return [
            ("Suami/istri", "belum tercatat", nama),
            ("Tunjangan suami/istri", "-", "tidak bertambah" if lagi else "satu pasangan"),
        ]

    def setelah_langkah(self, usulan, kode, jawaban, oleh):
        """The verified akta stands as a naskah and writes the spouse."""
        if kode == "verifikasi_bkd":
            isi = usulan.isian
            bukti.rekam(
                usulan, "akta_nikah", langkah=kode, jenis="akta", perihal="Akta nikah", nomor=isi["nomor_akta"],
                tanggal=date.fromisoformat(isi["tanggal_akta"]), penetap=isi["penerbit"],
                tmt=date.fromisoformat(isi["tanggal_akad"]), oleh=oleh,
            )  # fmt: skip

    def terapkan(self, naskah_pegawai):
        """One RiwayatKeluarga dated the wedding; a further wife bears her number and no allowance (PP 7/1977 Pasal 16)."""
        np, isi = naskah_pegawai, naskah_pegawai.data["isian"]
        if tulis.sudah(np):
            return
        ke = tulis.pasangan_hidup(np.pegawai_id) + 1
        tulis.tambah(
            np, "pasangan", np.tmt, nama=isi["nama_pasangan"], tanggal_lahir=date.fromisoformat(isi["lahir_pasangan"]),
            jenis_kelamin="P" if np.pegawai.jenis_kelamin == "L" else "L", pekerjaan=isi.get("pekerjaan") or "",
            nip=isi.get("nip_pasangan") or "", nomor_akta=isi["nomor_akta"], tertanggung=ke == 1,
            istri_ke=ke if ke > 1 else None, kawin=True,
        )  # fmt: skip

    def skenario_sensus(self, tanggal):
        """In time; before the wedding; late; the very spouse of the record; not filled in."""

        def isian(hari, nama=None):
            def buat(p, acuan):
                hidup = aturan.pasangan_hidup(p)
                return {"nama_pasangan": nama or (hidup[0].nama if hidup else "Orang Baru"),
                        "lahir_pasangan": hidup[0].tanggal_lahir if hidup else date(1990, 1, 1), "tmt": tanggal,
                        "tanggal_akad": tanggal - timedelta(days=hari)}  # fmt: skip

            return buat

        return [
            Skenario("dilaporkan segera", tanggal, isian=isian(60, "Orang Baru")),
            Skenario("belum akad, sudah tercatat", tanggal, isian=isian(-5)),
            Skenario("terlambat", tanggal, isian=isian(500), maks=50),
            Skenario("belum diisi", tanggal, isian=lambda p, a: {"nomor_izin": "474.2/1/2026"}, maks=50),
        ]
