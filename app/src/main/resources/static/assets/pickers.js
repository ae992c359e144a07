"use strict";
/* Long selects become fields one can type in; places open level by level. The select itself stays the form's value. */
(() => {
  let serial = 0;

  const make = (tag, attributes = {}, text = "") => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.textContent = text;
    return element;
  };

  /* the name with what was typed marked; built of text nodes, never of markup */
  const marked = (name, typed) => {
    const holder = document.createDocumentFragment();
    const at = typed ? name.toLowerCase().indexOf(typed) : -1;
    if (at < 0) { holder.append(name); return holder; }
    holder.append(name.slice(0, at), make("mark", {}, name.slice(at, at + typed.length)), name.slice(at + typed.length));
    return holder;
  };

  const typeAhead = (select) => {
    const id = `picker-${++serial}`;
    const many = select.multiple;
    const box = make("div", { class: "picker" });
    const chosen = make("ul", { class: "picked" });
    const input = make("input", {
      class: "input", type: "text", role: "combobox", autocomplete: "off", spellcheck: "false",
      "aria-expanded": "false", "aria-controls": id, "aria-autocomplete": "list", placeholder: select.dataset.search || "",
    });
    const list = make("ul", { class: "picker-list", id, role: "listbox", hidden: "" });
    if (many) list.setAttribute("aria-multiselectable", "true");
    for (const name of ["aria-describedby", "aria-invalid"]) {
      if (select.hasAttribute(name)) input.setAttribute(name, select.getAttribute(name));
    }
    input.id = select.id;
    select.removeAttribute("id");
    select.hidden = true;
    select.before(box);
    if (many) box.append(chosen);
    box.append(input, list, select);

    const options = [...select.options].filter((option) => option.value !== "");
    const groupOf = (option) => option.parentElement instanceof HTMLOptGroupElement ? option.parentElement.label : "";
    const shown = () => [...list.querySelectorAll(".picker-option")];
    let at = -1;

    const say = () => {
      if (!many) {
        const one = select.selectedOptions[0];
        input.value = one?.value ? [one.text.trim(), groupOf(one)].filter(Boolean).join(" · ") : "";
        return;
      }
      chosen.replaceChildren(...[...select.selectedOptions].map((option) => {
        const item = make("li", {}, option.text.trim());
        const remove = make("button", { type: "button", "aria-label": `${select.dataset.remove || "×"} ${option.text.trim()}` }, "×");
        remove.addEventListener("click", () => { option.selected = false; changed(); input.focus(); });
        item.append(remove);
        return item;
      }));
    };
    const changed = () => select.dispatchEvent(new Event("change", { bubbles: true }));
    select.addEventListener("change", say);
    const close = () => { list.hidden = true; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); at = -1; };
    const point = (index) => {
      const all = shown();
      if (!all.length) return;
      at = (index + all.length) % all.length;
      all.forEach((option, i) => option.setAttribute("aria-selected", i === at ? "true" : "false"));
      input.setAttribute("aria-activedescendant", all[at].id);
      all[at].scrollIntoView({ block: "nearest" });
    };
    const open = (typed) => {
      list.replaceChildren();
      let group = "";
      let found = 0;
      for (const option of options) {
        if (found >= 60) break;
        const hay = `${option.text} ${groupOf(option)} ${option.dataset.keys || ""}`.toLowerCase();
        if ((many && option.selected) || (typed && !typed.split(/\s+/).every((part) => hay.includes(part)))) continue;
        if (groupOf(option) !== group) {
          group = groupOf(option);
          list.append(make("li", { class: "picker-group", role: "presentation" }, group));
        }
        const item = make("li", { class: "picker-option", role: "option", id: `${id}-${option.index}`, "aria-selected": "false" });
        item.append(marked(option.text.trim(), typed));
        item.addEventListener("mousedown", (event) => { event.preventDefault(); take(option); });
        list.append(item);
        found++;
      }
      if (!found) list.append(make("li", { class: "picker-none", role: "presentation" }, select.dataset.none || "—"));
      list.hidden = false;
      input.setAttribute("aria-expanded", "true");
      at = -1;
      if (found && typed) point(0);
    };
    const take = (option) => {
      option.selected = true;
      changed();
      if (many) input.value = "";
      close();
    };

    input.addEventListener("input", () => open(input.value.trim().toLowerCase()));
    input.addEventListener("focus", () => { if (!many) input.select(); });
    input.addEventListener("click", () => { if (list.hidden) open(""); });
    input.addEventListener("blur", () => {
      if (!many && input.value.trim() === "" && select.value !== "") { select.value = ""; changed(); }
      close();
      if (many) input.value = ""; else say();
    });
    input.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (list.hidden) open(""); else point(at + (event.key === "ArrowDown" ? 1 : -1));
      } else if (event.key === "Enter" && !list.hidden && at >= 0) {
        event.preventDefault();
        take(select.options[Number(shown()[at].id.split("-").pop())]);
      } else if (event.key === "Escape" && !list.hidden) {
        event.stopPropagation();
        close();
        say();
      } else if (event.key === "Backspace" && many && input.value === "") {
        const last = [...select.selectedOptions].pop();
        if (last) { last.selected = false; changed(); }
      }
    });
    say();
  };

  /* county → town → village, each asked for when the one above is chosen */
  const cascade = (select) => {
    const value = make("input", { type: "hidden", name: select.name });
    value.value = select.value;
    const levels = make("div", { class: "cascade" });
    const labels = (select.dataset.levels || "").split("|");
    const described = select.getAttribute("aria-describedby");
    const invalid = select.getAttribute("aria-invalid");
    const id = select.id;

    const ask = async (parent) => {
      const answer = await fetch(`${select.dataset.source}?parent=${encodeURIComponent(parent)}`, { headers: { Accept: "application/json" } });
      if (!answer.ok) throw new Error(`places ${answer.status}`);
      return answer.json();
    };
    const level = async (parent, depth) => {
      const places = await ask(parent);
      if (!places.length) return;
      const part = make("select", { class: "input", "aria-label": labels[Math.min(depth, labels.length - 1)] || "" });
      if (depth === 0) part.id = id;
      if (described) part.setAttribute("aria-describedby", described);
      if (invalid) part.setAttribute("aria-invalid", invalid);
      part.append(new Option(labels[Math.min(depth, labels.length - 1)] || "—", ""));
      for (const place of places) {
        const within = value.value === place.code || value.value.startsWith(place.code);
        part.append(new Option(place.name, place.code, within, within));
      }
      part.addEventListener("change", () => {
        while (part.nextElementSibling) part.nextElementSibling.remove();
        value.value = part.value || (depth === 0 ? "" : part.previousElementSibling.value);
        value.dispatchEvent(new Event("change", { bubbles: true }));
        if (part.value && depth + 1 < Number(select.dataset.depth || 3)) level(part.value, depth + 1).catch(() => {});
      });
      levels.append(part);
      if (part.value && depth + 1 < Number(select.dataset.depth || 3)) await level(part.value, depth + 1);
    };

    // until everything has come the plain select serves, and keeps what somebody has chosen in it meanwhile
    level(select.dataset.root || "", 0)
      .then(() => { if (levels.children.length && select.value === value.value) select.replaceWith(levels, value); })
      .catch(() => {});
  };

  const enhance = (root) => {
    root.querySelectorAll("select[data-search]").forEach((select) => { if (!select.closest(".picker")) typeAhead(select); });
    root.querySelectorAll("select[data-source]").forEach((select) => {
      if (select.dataset.asked) return;
      select.dataset.asked = "1";
      cascade(select);
    });
  };
  enhance(document);
  document.addEventListener("htmx:load", (event) => enhance(event.detail.elt));
})();
