/* Menyisipkan nama ke isian yang terakhir disentuh: <button data-sisip="{{ d.nama }}">. Tanpa JavaScript nama diketik. */
(function () {
  "use strict";
  let tujuan = null;

  document.addEventListener("focusin", (e) => {
    if (e.target.matches("textarea[data-sisip-ke]")) tujuan = e.target;
  });
  document.addEventListener("click", (e) => {
    const tombol = e.target.closest("button[data-sisip]");
    if (!tombol) return;
    const isian = tujuan || document.querySelector("textarea[data-sisip-ke]");
    if (!isian) return;
    isian.setRangeText(tombol.dataset.sisip, isian.selectionStart, isian.selectionEnd, "end");
    isian.dispatchEvent(new Event("input", { bubbles: true }));
    isian.focus();
  });
})();
