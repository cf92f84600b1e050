/* Panels beside the course: what the package is and whether the LMS keeps progress; the certificate. */
"use strict";
(function (emm) {
  const byId = (id) => document.getElementById(id);
  const NAMES = { scorm12: "SCORM 1.2", scorm2004: "SCORM 2004", cmi5: "cmi5" };
  const ASKED = ":test-size"; /* how many characters the last test stored, in this browser */
  let outcome = "";

  /* Looks at what came back at the start, before anything is written again. */
  emm.judgeTest = (text) => {
    const asked = Number(emm.store.get(ASKED));
    emm.store.set(ASKED, "");
    if (emm.padded(text) && text.length >= (asked || emm.course.size)) outcome = ["test-yes"];
    else if (asked && text) outcome = ["test-short", { n: text.length, total: asked }];
    else if (asked) outcome = ["test-no"];
    else outcome = ["test-none"];
  };

  const showOutcome = () => {
    byId("tested").textContent = emm.say(...outcome);
  };

  emm.showAbout = (session) => {
    byId("platform").textContent = session.connected ? emm.say("about-lms", { item: NAMES[emm.course.standard] }) : emm.say("about-no-lms");
    showOutcome();
  };

  /* `store` writes the state, padded to the most that it can need, and says whether it was taken. */
  emm.startTest = async (model, store) => {
    model.testing = true;
    const taken = await store();
    if (taken) emm.store.set(ASKED, String(emm.course.size));
    model.testing = taken;
    outcome = [taken ? "test-asked" : "test-refused"];
    showOutcome();
  };

  /* "Family, Given" of SCORM, as it is spoken. */
  function spoken(name) {
    const parts = name.split(",").map((part) => part.trim());
    return parts.length === 2 && emm.course.code !== "ko" ? parts[1] + " " + parts[0] : parts.join(" ");
  }

  emm.showCertificate = (model, session) => {
    const now = emm.state.count(model);
    const given = spoken(session.name || emm.store.get(":name"));
    const writing = { dateStyle: "long", timeZone: "UTC", numberingSystem: emm.course.numbers, calendar: emm.course.code === "fa" ? "persian" : "gregory" };
    const day = new Intl.DateTimeFormat(emm.course.lang, writing).format(new Date(now.day * 86400000));
    byId("holder").textContent = given || "…………";
    byId("holder-name").value = given;
    byId("holder-name").closest(".ask").hidden = !!session.name;
    const score = emm.course.questions.length ? [emm.say("percent", { n: now.best })] : [];
    byId("earned").textContent = now.passed ? [...score, emm.say("certificate-date", { item: day })].join(" · ") : emm.say("certificate-not-yet");
    document.querySelector(".certificate").classList.toggle("earned", now.passed);
  };

  emm.nameHolder = (name) => {
    emm.store.set(":name", emm.clean(name));
    byId("holder").textContent = emm.clean(name) || "…………";
  };
})(window.emm);
