// Search in this page, links to the same section in other languages and to the other sections of this language.
"use strict";
(() => {
  const $ = (name) => document.getElementById(name);
  const make = (tag, words, props = {}) => Object.assign(document.createElement(tag), { textContent: words }, props);
  const pages = Array.isArray(window.EMM_PAGES) ? window.EMM_PAGES : [];
  const { code, section } = document.body.dataset;

  const link = (page, words, current) => {
    const made = make("a", words, { href: `../../${page.path}` });
    if (current) made.setAttribute("aria-current", "page");
    return made;
  };
  const others = pages.filter((page) => page.section === section);
  if (others.length > 1) {
    for (const page of others) {
      const made = link(page, page.name, page.code === code);
      Object.assign(made, { lang: page.tag, dir: page.dir });
      $("languages").append(made, " ");
    }
    $("languages").hidden = false;
  }
  const siblings = pages.filter((page) => page.code === code);
  if (siblings.length > 1) {
    const list = make("ul", "");
    for (const page of siblings) {
      const item = make("li", "");
      item.append(link(page, page.title, page.section === section));
      list.append(item);
    }
    $("sections").append(list);
    $("sections").hidden = false;
  }

  // What scrolls sideways can be reached with the keyboard.
  const watch = new ResizeObserver((found) => found.forEach(({ target }) => {
    if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
    else target.removeAttribute("tabindex");
  }));
  document.querySelectorAll(".wide").forEach((frame) => watch.observe(frame));

  // Letters without marks and case; Arabic and Farsi forms of the same letter count as one.
  const plain = (words) => words.normalize("NFKD").replace(/[\p{M}\u200c\u200d\u0640\u2066-\u2069\u200e\u200f]/gu, "")
    .replace(/[\u064a\u0649]/g, "\u06cc").replace(/\u0643/g, "\u06a9").toLowerCase();
  const places = [];
  for (const chapter of document.querySelectorAll(".chapter")) {
    const title = (chapter.querySelector("h2") || chapter).textContent.trim();
    const parts = chapter.querySelectorAll("h2, h3, h4, p, li, dt, dd, th, td, figcaption, caption");
    parts.forEach((part, place) => {
      if (part.querySelector("p, li, dd")) return;
      part.id = part.id || `${chapter.id}-${place}`;
      places.push({ title, id: part.id, words: part.textContent.trim(), plain: plain(part.textContent) });
    });
  }
  const show = () => {
    const wanted = plain($("words").value.trim()).split(/\s+/).filter(Boolean);
    const hits = wanted.length ? places.filter((place) => wanted.every((word) => place.plain.includes(word))) : [];
    $("results").replaceChildren(...hits.slice(0, 20).map((hit) => {
      const item = make("li", "");
      const made = make("a", "", { href: `#${hit.id}` });
      made.append(make("strong", hit.title), make("span", hit.words.slice(0, 120)));
      item.append(made);
      return item;
    }));
    $("found").textContent = !wanted.length ? "" : hits.length ? hits.length.toLocaleString(document.documentElement.lang) : $("found").dataset.none;
  };
  const close = () => { $("words").value = ""; show(); };
  $("search").hidden = false;
  $("search").addEventListener("submit", (event) => event.preventDefault());
  $("words").addEventListener("input", show);
  $("results").addEventListener("click", close);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
})();
