/* Panah atas dan bawah berjalan di antara hasil cari; Esc kembali ke kotaknya. htmx yang mengambil hasilnya. */
(function () {
  "use strict";
  if (window.cariLangsung) return;
  window.cariLangsung = true;

  document.addEventListener("keydown", (e) => {
    if (!["ArrowDown", "ArrowUp", "Escape"].includes(e.key)) return;
    const wadah = e.target.closest("[data-cari-langsung]");
    if (!wadah) return;
    const kotak = wadah.querySelector('input[type="search"]');
    const hasil = [...wadah.querySelectorAll(".cari-hasil a, .cari-hasil button")];
    const kini = hasil.indexOf(document.activeElement);
    if (e.key === "Escape") {
      if (kini >= 0) kotak.focus();
      else if (wadah.matches("[data-cari-penuh]")) wadah.querySelector(".cari-hasil").replaceChildren();
      return;
    }
    if (!hasil.length) return;
    e.preventDefault();
    const tuju = e.key === "ArrowDown" ? kini + 1 : kini - 1;
    if (tuju < 0) kotak.focus();
    else hasil[Math.min(tuju, hasil.length - 1)].focus();
  });
  /* Enter di kotak (kecuali kotak cari bilah atas, yang punya halaman penuh) tidak memuat halaman lain selama hasilnya sudah tampil di bawahnya */
  document.addEventListener("submit", (e) => {
    if (!e.target.matches("[data-cari-langsung]:not([data-cari-penuh])") || !window.htmx) return;
    e.preventDefault();
  });
})();
