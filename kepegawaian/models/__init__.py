"""Tabel kepegawaian: referensi bertanggal, pegawai, riwayat, naskah, penugasan, impor, jejak."""

from kepegawaian.models.daftar import BarisDaftar, DaftarResmi, KeberatanDaftar
from kepegawaian.models.dokumen import Dosir
from kepegawaian.models.halangan import Halangan
from kepegawaian.models.impor import BarisImpor, BatchImpor, KamusReferensi, SelisihSiasn
from kepegawaian.models.jejak import AksesSensitif, Jejak, Pemberitahuan, SegelJejak
from kepegawaian.models.kabar import Kiriman, PilihanKabar
from kepegawaian.models.kinerja import KinerjaPeriodik
from kepegawaian.models.kode import (
    Agama,
    JenisDiklat,
    JenisHukuman,
    JenisJabatan,
    JenisKawin,
    JenisKP,
    JenisPegawai,
    JenisPenghargaan,
    KedudukanHukum,
    LatihanStruktural,
)
from kepegawaian.models.masuk import FaktorKedua, KodePulih, Sesi
from kepegawaian.models.naskah import HubunganNaskah, Naskah, NaskahPegawai
from kepegawaian.models.pegawai import Pegawai, ProfilKini
from kepegawaian.models.penugasan import PejabatLuar, Pengguna, Penugasan
from kepegawaian.models.peta import KebutuhanJabatan, StandarKompetensi
from kepegawaian.models.presensi import KoreksiPresensi, Presensi, PutusanGaji, RekapKehadiran
from kepegawaian.models.referensi import (
    BUP,
    Eselon,
    Golongan,
    HariLibur,
    JenisPemberhentian,
    Kompetensi,
    PejabatPenetapKP,
    PendidikanGolongan,
    PeriodeKP,
    Regulasi,
    Setelan,
    TabelAngkaKredit,
    TabelGaji,
    TingkatPendidikan,
    VersiAcuan,
)
from kepegawaian.models.riwayat import (
    JENIS_RIWAYAT,
    RiwayatDiklat,
    RiwayatGaji,
    RiwayatHukuman,
    RiwayatIdentitas,
    RiwayatJabatan,
    RiwayatKedudukan,
    RiwayatKeluarga,
    RiwayatKinerja,
    RiwayatKontrak,
    RiwayatMasaKerja,
    RiwayatPangkat,
    RiwayatPemeriksaan,
    RiwayatPendidikan,
    RiwayatPenghargaan,
    RiwayatStatus,
    RiwayatTinggal,
    RiwayatUnit,
)
from kepegawaian.models.riwayat_cuti import RiwayatCuti
from kepegawaian.models.riwayat_karier import (
    RiwayatAngkaKredit,
    RiwayatIkatan,
    RiwayatKartu,
    RiwayatPemberhentian,
    RiwayatTundaKgb,
    RiwayatUjian,
    RiwayatUjiKompetensi,
)
from kepegawaian.models.riwayat_perlindungan import RiwayatKlaim
from kepegawaian.models.saringan import SaringanTersimpan
from kepegawaian.models.siasn import AmbilSiasn, JawabanSiasn, KirimSiasn
from kepegawaian.models.unit import Jabatan, UnitKerja

__all__ = [nama for nama in dir() if nama[0].isupper()]
