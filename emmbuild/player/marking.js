/* Whether a response is right. Responses are short texts: "b", "ac", "aabbcc" (pairs), "cab" (order), words, a number. */
"use strict";
(function (emm) {
  const CHOICE = ["single", "true-false", "multiple"];
  const letters = (text) => Array.from(String(text));
  const sorted = (list) => Array.from(list).sort().join("");
  const DIGITS = { "٠": 0, "۰": 0, "٫": ".", "٬": "", "−": "-" };

  emm.pairs = (text) => String(text).match(/../g) || [];

  /* Keyboards differ: capital letters, wide letters, spaces, vowel signs, and the two ways to write ya and kaf. */
  function plainWords(text) {
    return String(text).normalize("NFKC").toLowerCase().replace(/[~|^]/g, " ").replace(/[\u0640\u064b-\u0652\u200c-\u200f]/g, "")
      .replace(/[يى]/g, "ی").replace(/ك/g, "ک").replace(/[’‘]/g, "'").replace(/\s+/g, " ").trim();
  }

  /* The number that was written, in any digits, with comma or point; NaN when it is none. */
  emm.parseNumber = (text) => {
    const latin = String(text).normalize("NFKC").replace(/[٠-٩]/g, (d) => d.charCodeAt(0) - 0x660)
      .replace(/[۰-۹]/g, (d) => d.charCodeAt(0) - 0x6f0).replace(/[٫٬−]/g, (d) => DIGITS[d]).replace(/\s/g, "");
    const point = latin.replace(/,/g, ".");
    return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(point) ? Number(point) : NaN;
  };

  /* Text as it may be kept: one line, no control characters, no broken pairs of surrogates, none of the state's own marks. */
  emm.clean = (text) =>
    Array.from(String(text).replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029~|^]/g, " "))
      .filter((sign) => !/^[\ud800-\udfff]$/.test(sign)).join("").trim();

  /* Whether a stored response still belongs to the question: its options may have changed since. */
  emm.fits = (question, response) => {
    if (typeof response !== "string" || !response) return false;
    const known = (id) => question.options.includes(id);
    if (CHOICE.includes(question.kind)) return letters(response).every(known);
    if (question.kind === "ordering") return sorted(response) === sorted(question.options);
    if (question.kind === "matching")
      return emm.pairs(response).length === question.options.length && letters(response).every(known);
    return question.kind !== "numeric" || !isNaN(emm.parseNumber(response));
  };

  emm.mark = (question, response) => {
    const right = question.right;
    switch (question.kind) {
      case "ordering":
        return response === right.join("");
      case "matching":
        return emm.pairs(response).sort().join() === right.slice().sort().join();
      case "fill-in":
        return right.some((answer) => plainWords(answer) === plainWords(response));
      case "numeric":
        return Math.abs(emm.parseNumber(response) - emm.parseNumber(right[0])) <= question.tolerance + 1e-9;
      default:
        return sorted(response) === sorted(right);
    }
  };
})(window.emm);
