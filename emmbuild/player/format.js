/* Words and numbers as the learner's language writes them, and times as the SCORM standards write them. */
"use strict";
(function (emm) {
  const two = (n) => String(n).padStart(2, "0");

  emm.number = (value) => String(value).replace(/\d/g, (digit) => Array.from(emm.course.digits)[digit]);

  /* A word of the package with its places filled: say("progress", {n: 1, total: 9}). */
  emm.say = (key, values) =>
    emm.course.words[key].replace(/\{(\w+)\}/g, (place, name) => {
      const value = (values || {})[name];
      return value === undefined ? place : typeof value === "number" ? emm.number(value) : value;
    });

  /* An element with text; author's HTML comes only from course.js, where the builder has escaped it. */
  emm.element = (tag, className, text) => {
    const made = document.createElement(tag);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  };

  /* CMITimespan, SCORM 1.2 RTE 3.4.1: HHHH:MM:SS.SS */
  emm.timespan12 = (seconds) => {
    const hundredths = Math.min(Math.round(seconds * 100), 9999 * 360000);
    const rest = hundredths % 6000;
    return String(Math.floor(hundredths / 360000)).padStart(4, "0") + ":" +
      two(Math.floor(hundredths / 6000) % 60) + ":" + two(Math.floor(rest / 100)) + "." + two(rest % 100);
  };

  /* timeinterval (second, 10, 2), SCORM 2004 4th ed. RTE 4.1.1.7: PT1H2M3.04S */
  emm.timespan2004 = (seconds) => {
    const hundredths = Math.round(seconds * 100);
    const rest = hundredths % 6000;
    const part = rest % 100 ? "." + two(rest % 100) : "";
    return "PT" + Math.floor(hundredths / 360000) + "H" + (Math.floor(hundredths / 6000) % 60) + "M" +
      Math.floor(rest / 100) + part + "S";
  };

  emm.time12 = (date) => two(date.getHours()) + ":" + two(date.getMinutes()) + ":" + two(date.getSeconds());

  emm.time2004 = (date) =>
    date.getFullYear() + "-" + two(date.getMonth() + 1) + "-" + two(date.getDate()) + "T" + emm.time12(date);

  /* Counts seconds of use: a pause counts for five minutes at most. */
  emm.clock = () => {
    const most = 300;
    let last = Date.now();
    let total = 0;
    const tick = () => {
      const now = Date.now();
      total += Math.max(0, Math.min((now - last) / 1000, most));
      last = now;
      return total;
    };
    ["keydown", "pointerdown", "scroll"].forEach((name) => addEventListener(name, tick, { passive: true, capture: true }));
    return tick;
  };
})(window.emm);
