// The LMS page as emmbuild/rehearsal/driver.js wants it: scorm-again behind our lint, or a cmi5 record store.
"use strict";
window.host = (standard, url) => (standard === "cmi5" ? window.cmi5Host(url) : window.scormHost(standard, url));

window.scormHost = (standard, url) => {
  let stored = {};
  let found = [];
  return {
    standard,
    async open() {
      window.launch(standard, url, stored);
      const frame = document.getElementById("sco");
      await new Promise((done) => frame.addEventListener("load", done, { once: true }));
      return frame.contentWindow;
    },
    async shut() {
      const lms = await window.shut();
      stored = lms.kept;
      found.push(...lms.refused.map((line) => `refused: ${line}`), ...lms.lint.map((line) => `lint: ${line}`));
      if (!lms.ended) found.push("the session was not ended when the package was closed");
      if (lms.exit !== "suspend") found.push(`exit was ${lms.exit}`);
      if ((stored["cmi.suspend_data"] || "").length > window.most) found.push(`the state has ${stored["cmi.suspend_data"].length} characters, planned were ${window.most}`);
    },
    fresh: () => (stored = {}),
    kept: () => stored,
    seen: (kept) => window.play.seen(standard, kept),
    started: () => true,
    complaints: () => found.splice(0),
  };
};

// `cmi5(what)` asks the store of the test, outside of the page: a new store, an address to launch, what was told.
window.cmi5Host = (url) => {
  let told = { verbs: [] };
  const frame = document.createElement("iframe");
  frame.id = "sco";
  document.body.append(frame);
  const loaded = () => new Promise((done) => frame.addEventListener("load", done, { once: true }));
  let found = [];
  return {
    standard: "cmi5",
    async open() {
      const address = await window.cmi5("launch", url);
      const ready = loaded();
      frame.src = address;
      await ready;
      return frame.contentWindow;
    },
    async shut() {
      const inside = frame.contentWindow;
      const here = inside.document.querySelector(".screen:not([hidden])").dataset.screen;
      const screen = inside.emm.screens.get(here);
      const place = screen ? `~${inside.emm.course.parts[screen.part].key}.${screen.code}` : "~home";
      const gone = loaded();
      frame.src = "about:blank";
      await gone;
      for (const end = Date.now() + 10000; Date.now() < end; await new Promise((done) => setTimeout(done, 10))) {
        told = await window.cmi5("told");
        if (told.last === "terminated" && told.state.includes(place)) break;
      }
      if (!told.state.includes(place)) found.push(`the state that was stored is not that of ${here}`);
      if (told.last !== "terminated") found.push(`the session ended with ${told.last}`);
    },
    fresh: () => void window.cmi5("fresh"),
    kept: () => told,
    seen: (kept) => ({ completed: kept.verbs.includes("completed"), passed: kept.verbs.includes("passed"), score: kept.score, answers: kept.answers }),
    started: () => true,
    complaints: () => found.splice(0),
  };
};
