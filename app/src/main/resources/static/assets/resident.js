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

  /* what it is likely about, as soon as it has been told; the field stays free to be chosen otherwise */
  const likely = form.querySelector("[data-likely]");
  const category = () => form.querySelector("select[name=category]");
  const press = () => likely.querySelectorAll("[data-category]").forEach((one) => {
    one.setAttribute("aria-pressed", one.dataset.category === category()?.value ? "true" : "false");
  });
  let told = "";
  const guess = async () => {
    const texts = ["title", "description"].map((name) => form.elements[name]?.value.trim() || "");
    const telling = texts.join("\n");
    if (!category() || telling === told || texts[1].length + texts[0].length < 4) return;
    told = telling;
    const body = new URLSearchParams({ programme: form.elements.programme.value, title: texts[0], description: texts[1].slice(0, 4000) });
    const answer = await fetch(likely.dataset.likely, {
      method: "POST", body, headers: { [document.body.dataset.csrfHeader]: document.body.dataset.csrf },
    });
    if (!answer.ok || telling !== told) return;
    likely.innerHTML = await answer.text();
    press();
  };
  if (likely) {
    for (const name of ["title", "description"]) form.elements[name]?.addEventListener("change", () => guess().catch(() => {}));
    likely.addEventListener("click", (event) => {
      const chosen = event.target.closest("[data-category]");
      if (!chosen) return;
      category().value = category().value === chosen.dataset.category ? "" : chosen.dataset.category;
      category().dispatchEvent(new Event("change", { bubbles: true }));
    });
    category()?.addEventListener("change", press);
    guess().catch(() => {});
  }

  /* who said the same nearby, as soon as it has been told; the one that was chosen stays chosen */
  const others = form.querySelector("[data-others]");
  const asked = ["programme", "title", "description", "place", "where", "position", "category", "same-as"];
  let compared = "";
  const compare = async () => {
    const body = new URLSearchParams();
    for (const name of asked) body.set(name, (form.elements[name]?.value || "").slice(0, 4000));
    const asking = body.toString();
    if (asking === compared || body.get("title").trim().length < 4) return;
    compared = asking;
    const answer = await fetch(others.dataset.others, {
      method: "POST", body, headers: { [document.body.dataset.csrfHeader]: document.body.dataset.csrf },
    });
    if (!answer.ok || asking !== compared) return;
    const focused = document.activeElement?.id;
    others.innerHTML = await answer.text();
    if (focused?.startsWith("same-")) document.getElementById(focused)?.focus();
  };
  if (others) {
    form.addEventListener("change", (event) => {
      if (asked.includes(event.target.name) && event.target.name !== "same-as") compare().catch(() => {});
    });
    compare().catch(() => {});
  }

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
