/* What learners write for themselves stays in this browser, apart from other learners' words; wide frames can be scrolled with the keyboard. */
"use strict";
(function (emm) {
  emm.startFields = (learner) => {
    document.querySelectorAll("textarea[data-field]").forEach((area) => {
      const key = ":field:" + learner + ":" + area.dataset.field;
      area.value = emm.store.get(key);
      area.addEventListener("input", () => emm.store.set(key, area.value));
    });
  };

  /* A frame is a stop of the Tab key only while it has something to scroll to. */
  emm.frames = () => {
    document.querySelectorAll(".wide").forEach((frame) => {
      if (frame.scrollWidth > frame.clientWidth + 1) frame.tabIndex = 0;
      else frame.removeAttribute("tabindex");
    });
  };
})(window.emm);
