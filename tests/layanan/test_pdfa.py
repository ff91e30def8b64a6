"""PDF/A-3a pada cetakan dan pada berkas yang sudah ditandatangani, sejauh pikepdf dapat memeriksanya.

veraPDF cannot be had here (its jars are on no reachable registry), so this is no proof of conformance: it holds fast
what ISO 19005-3 asks for and what a change of template or signer would break first.
"""

import io
import json

import pikepdf
import pytest

from kepegawaian.models import Naskah
from layanan import tanda_tangan, tasks
from layanan.tte import sandi as titipan
from tests.layanan.ttd import SANDI, menunggu_ttd

pytestmark = pytest.mark.django_db


@pytest.fixture
def kedua(kantor):
    """(the print, the signed file, the frozen data) of one letter."""
    u = menunggu_ttd(kantor)
    batch, _ = tanda_tangan.minta([(u, u.versi_baris)], oleh=kantor.oleh("dewi"), sandi=SANDI)
    tasks.tandatangani_batch(batch.pk, titipan.titip(SANDI))
    n = Naskah.objects.get(usulan__usulan=u)
    with n.berkas_cetak.open("rb") as cetak, n.berkas_sah.open("rb") as sah:
        return cetak.read(), sah.read(), n.data


def fon(dokumen):
    """Every font dictionary of the document, those inside a composite font in its place."""
    for benda in dokumen.objects:
        if isinstance(benda, pikepdf.Dictionary) and benda.get("/Type") == "/Font":
            if benda.get("/Subtype") == "/Type0":
                yield from benda.DescendantFonts
            elif not str(benda.get("/Subtype")).startswith("/CIDFont"):
                yield benda


def periksa_pdfa(isi):
    """Asserts what PDF/A-3a asks for and pikepdf can see."""
    dokumen = pikepdf.open(io.BytesIO(isi))
    akar = dokumen.Root
    with dokumen.open_metadata() as xmp:
        assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"]) == ("3", "A")
        assert xmp["pdf:Producer"] == str(dokumen.docinfo["/Producer"])
    (tujuan,) = akar.OutputIntents
    assert tujuan.S == "/GTS_PDFA1"
    assert bytes(tujuan.DestOutputProfile.read_bytes())[36:40] == b"acsp"  # an ICC profile
    assert str(akar.Lang) == "id"
    assert akar.MarkInfo.Marked
    assert akar.StructTreeRoot.K is not None
    assert "/Encrypt" not in dokumen.trailer
    assert len(dokumen.trailer.ID) == 2
    for satu in fon(dokumen):
        uraian = satu.FontDescriptor
        assert "/FontFile2" in uraian or "/FontFile3" in uraian, satu.BaseFont
    for benda in dokumen.objects:
        if isinstance(benda, (pikepdf.Dictionary, pikepdf.Stream)):
            assert benda.get("/S") not in ("/JavaScript", "/Launch", "/GoToR"), benda
            if benda.get("/Filter") is not None:
                assert "/LZWDecode" not in str(benda.get("/Filter"))
    for halaman in dokumen.pages:
        for catatan in halaman.get("/Annots", []):
            assert catatan.get("/F", 0) & 0b101111 == 0b100, "printed, not hidden, not invisible, not NoView"
            if catatan.Subtype != "/Link":
                assert isinstance(catatan.AP.N, pikepdf.Stream)
                assert set(catatan.AP.keys()) == {"/N"}
    return dokumen


def lampiran(dokumen):
    (berkas,) = dokumen.Root.AF
    assert berkas.AFRelationship == "/Data"
    assert str(berkas.UF) == "data-naskah.json"
    assert berkas.EF.F.Subtype == "/application/json"
    return json.loads(bytes(berkas.EF.F.read_bytes()))


def test_cetakan_dan_berkas_bertanda_tangan_memenuhi_pdfa_3a_sejauh_terperiksa(kedua):
    cetak, sah, data = kedua
    for isi in (cetak, sah):
        assert lampiran(periksa_pdfa(isi)) == data


def test_tanda_tangan_hanya_menambah_di_belakang_cetakan(kedua):
    cetak, sah, _ = kedua
    assert sah.startswith(cetak)
    dokumen = pikepdf.open(io.BytesIO(sah))
    medan = dokumen.Root.AcroForm
    assert medan.SigFlags == 3
    (satu,) = medan.Fields
    assert satu.V.SubFilter == "/ETSI.CAdES.detached"
    assert "/NeedAppearances" not in medan
    _, a, b, c = (int(x) for x in satu.V.ByteRange)
    assert b + c == len(sah)
    assert a == sah.index(b"<30", a)  # what is left out is the signature itself
