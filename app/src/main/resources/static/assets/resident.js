"use strict";
/* The phone's position proposes the place; the receipt prints. */
(() => {
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }

  const form = document.querySelector("form.questions");
  if (!form) return;

  /* sets the place field, whether it is still a plain select or has become a cascade of them */
  const choose = (place) => {
    const select = form.querySelector("select[name=place]");
    if (select) {
      if (![...select.options].some((option) => option.value === place.code)) select.append(new Option(place.name, place.code));
      select.value = place.code;
      return;
    }
    const value = form.querySelector("input[name=place]");
    const cascade = value?.previousElementSibling;
    if (!cascade?.classList.contains("cascade")) return;
    const again = document.createElement("select");
    again.className = "input";
    again.id = cascade.querySelector("select")?.id || "f-place";
    again.name = "place";
    again.dataset.source = "/places";
    again.dataset.levels = [...cascade.querySelectorAll("select")].map((part) => part.options[0]?.text || "").join("|");
    if (form.dataset.levels) again.dataset.levels = form.dataset.levels;
    again.dataset.root = form.dataset.root || "";
    again.append(new Option(place.name, place.code, true, true));
    cascade.replaceWith(again);
    value.remove();
    document.dispatchEvent(new CustomEvent("htmx:load", { detail: { elt: again.parentElement } }));
  };

  document.addEventListener("huiyin:position", async (event) => {
    const { lat, lon } = event.detail;
    const told = event.target.closest(".field")?.querySelector("[data-told]");
    const answer = await fetch(`/places/at?lat=${lat}&lon=${lon}`, { headers: { Accept: "application/json" } });
    if (!answer.ok) return;
    const found = await answer.json();
    const place = found.in || (found.near && found.metres <= 20000 ? found.near : null);
    if (!place) return;
    choose(place);
    if (told) told.textContent = form.dataset.near.replace("…", place.path);
  });
})();
