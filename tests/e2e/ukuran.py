"""Ukuran layar: the two widths every page is seen at, and what one look at a page tells.

One ``evaluate`` asks for everything: a question to the browser costs more than its answer.
"""

from playwright.sync_api import expect

LAYAR = ((1280, 800), (360, 740))
# ``patah``: words of a page that stand on two lines without a hyphen or a slash, from a column too narrow for them.
LIHAT = """(tanyaKata) => {
  const isi = document.documentElement.scrollWidth;
  if (!tanyaKata) return { isi };
  const utama = document.querySelector("main"), patah = new Set();
  const jalan = document.createTreeWalker(utama, NodeFilter.SHOW_TEXT), rentang = document.createRange();
  for (let n; (n = jalan.nextNode()); ) {
    const induk = n.parentElement;
    if (induk.closest("script, style, textarea, option, .visually-hidden") || !induk.checkVisibility()) continue;
    rentang.selectNodeContents(n);  // most texts stand on one line, and break no word
    const tinggi = [...rentang.getClientRects()].filter((k) => k.width > 0).map((k) => Math.round(k.top));
    if (new Set(tinggi).size < 2) continue;
    for (const kata of n.data.matchAll(/[\\p{L}\\p{N}.,]{3,}/gu)) {
      rentang.setStart(n, kata.index);
      rentang.setEnd(n, kata.index + kata[0].length);
      const baris = [...rentang.getClientRects()].filter((k) => k.width > 0).map((k) => Math.round(k.top));
      if (new Set(baris).size > 1) patah.add(kata[0]);
    }
  }
  return { isi, patah: [...patah], teks: utama.innerText };
}"""


def ubah_lebar(page, lebar, tinggi):
    """Gives the page this size; one that has it already is not laid out again."""
    ukuran = {"width": lebar, "height": tinggi}
    if page.viewport_size != ukuran:
        page.set_viewport_size(ukuran)


def buka(page, alamat):
    """Opens an address at the width of a desk and returns the answer.

    The page left behind is hidden first: nobody looks at it any more, so it need not be laid out for the other width.
    """
    page.evaluate("document.body.style.display = 'none'")
    ubah_lebar(page, *LAYAR[0])
    return page.goto(alamat)


def memuat(page, kata):
    """Asserts that ``main`` says so, at once or soon: only for what comes late are Playwright's own helpers loaded."""
    tanya = "kata => document.querySelector('main').textContent.replace(/\\s+/g, ' ').includes(kata)"
    if not page.evaluate(tanya, kata):
        expect(page.get_by_role("main")).to_contain_text(kata)


def tenang(page, *, kali=300):
    """Waits until a page and the parts that htmx fetches for it are there; fifteen seconds at most."""
    for _ in range(kali):
        if page.evaluate("document.readyState === 'complete' && !document.querySelector('.htmx-request')"):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"{page.url}: belum selesai dimuat")


def lihat(page, lebar, *, kata=True, kali=40):
    """What stands on a page of this width: ``isi`` (its width), ``patah`` and ``teks`` of its ``main``.

    A page that is too wide is asked again for two seconds: a chart follows its box a moment late.
    """
    for _ in range(kali):
        if (hasil := page.evaluate(LIHAT, kata))["isi"] <= lebar:
            break
        page.wait_for_timeout(50)
    return hasil


def lebar_isi(page, lebar):
    """Width of the page once it fits ``lebar``, or what it still is after two seconds."""
    return lihat(page, lebar, kata=False)["isi"]


def menurut_peran(halaman):
    """The lines of a table, those of one person together: changing the session costs a page."""
    return sorted(halaman, key=lambda baris: baris.peran)
