/* Terms that the section defines: where one stands in the text of a screen for the first time it becomes a button that shows the
   definition. Not in titles, links, forms and where the term is defined. */
"use strict";
(function (emm) {
  const NOT_IN = "a, button, form, h1, h2, h3, h4, h5, h6, dfn, dt, svg, caption, thead, label, textarea, .kicker, .references";
  const quoted = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  let opener = null;

  /* Korean hangs particles on words; English has plurals. */
  function pattern(term) {
    const code = emm.course.code;
    const end = code === "ko" ? "" : code === "en" ? "(?:e?s)?(?![\\p{L}\\p{M}])" : "(?![\\p{L}\\p{M}])";
    return new RegExp("(?<![\\p{L}\\p{M}])" + quoted(term) + end, "iu");
  }

  function wrap(node, start, length, number) {
    const found = node.splitText(start);
    found.splitText(length);
    const button = emm.element("button", "term", found.data);
    button.type = "button";
    button.dataset.term = number;
    button.setAttribute("aria-haspopup", "dialog");
    found.replaceWith(button);
  }

  function mark(screen, term, number) {
    const walker = document.createTreeWalker(screen, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const found = !node.parentElement.closest(NOT_IN) && pattern(term).exec(node.data);
      if (found) return wrap(node, found.index, found[0].length, number);
    }
  }

  emm.markTerms = (element, screen) => {
    if (!screen || element.dataset.terms) return;
    element.dataset.terms = "marked";
    const here = Array.from(element.querySelectorAll("dfn"), (dfn) => dfn.textContent.trim().toLowerCase());
    emm.course.terms
      .map((term, number) => [term, number])
      .filter(([term]) => term.part === screen.part && !here.includes(term.term.toLowerCase()))
      .sort(([a], [b]) => b.term.length - a.term.length)
      .forEach(([term, number]) => mark(element, term.term, number));
  };

  emm.closeTerm = (back) => {
    const box = document.getElementById("pop-up");
    if (box.hidden) return false;
    box.hidden = true;
    if (back && opener && opener.isConnected) opener.focus();
    opener = null;
    return true;
  };

  emm.showTerm = (button) => {
    const box = document.getElementById("pop-up");
    const term = emm.course.terms[button.dataset.term];
    opener = button;
    document.getElementById("pop-up-title").textContent = term.term;
    document.getElementById("pop-up-text").innerHTML = term.html;
    box.hidden = false;
    const place = button.getBoundingClientRect();
    const most = document.documentElement.clientWidth - box.offsetWidth - 8;
    const start = emm.course.dir === "rtl" ? place.right - box.offsetWidth : place.left;
    box.style.top = place.bottom + window.scrollY + 6 + "px";
    box.style.left = Math.max(8, Math.min(start, most)) + window.scrollX + "px";
    box.focus();
  };
})(window.emm);
