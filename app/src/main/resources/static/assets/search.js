"use strict";
/* Suggestions while typing; the form works without them. */
(() => {
  const field = document.querySelector("[data-search] input[name=q]");
  const place = document.getElementById("suggestions");
  if (!field || !place) return;
  let waiting = 0;
  let asked = 0;
  const close = () => { place.replaceChildren(); };
  const ask = async () => {
    const typed = field.value.trim();
    const mine = ++asked;
    if (!typed) { close(); return; }
    const answer = await fetch(`/search/suggestions?q=${encodeURIComponent(typed)}`, { credentials: "same-origin" });
    if (!answer.ok || mine !== asked) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    place.replaceChildren(...page.body.children);
  };
  field.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(ask, 150); });
  document.addEventListener("keydown", (event) => {
    const links = [...place.querySelectorAll("a")];
    if (!links.length) return;
    const at = links.indexOf(document.activeElement);
    if (event.key === "Escape") { close(); field.focus(); }
    if (event.key === "ArrowDown" && (document.activeElement === field || at >= 0)) { event.preventDefault(); links[Math.min(at + 1, links.length - 1)].focus(); }
    if (event.key === "ArrowUp" && at >= 0) { event.preventDefault(); (links[at - 1] || field).focus(); }
  });
  document.addEventListener("click", (event) => { if (!event.target.closest(".search-words")) close(); });
})();
