// The LMS page: scorm-again behind a lint of ours. It keeps what an LMS would keep between two sessions.
"use strict";
const NAMES = {
  scorm12: { api: "API", kind: "Scorm12API", start: "LMSInitialize", get: "LMSGetValue", set: "LMSSetValue", commit: "LMSCommit", end: "LMSFinish", error: "LMSGetLastError" },
  scorm2004: { api: "API_1484_11", kind: "Scorm2004API", start: "Initialize", get: "GetValue", set: "SetValue", commit: "Commit", end: "Terminate", error: "GetLastError" },
};
const NOT_KEPT = ["cmi.core.session_time", "cmi.core.exit", "cmi.session_time", "cmi.exit", "adl.nav.request"];

const pause = (milliseconds) => {
  const end = Date.now() + milliseconds;
  while (Date.now() < end);
};

// `faults`: an answer instead of the LMS's ("false") by call, or milliseconds that a call takes ({commit: 2000}).
// `how`: frame, nested (a frame in a frame), popup, sandbox (no scripts of others, no forms), own (an opaque origin).
window.launch = (standard, url, stored, faults = {}, how = "frame") => {
  const names = NAMES[standard];
  const lms = (window.lms = { log: [], refused: [], lint: [], kept: { ...stored }, committed: { ...stored }, exit: "", ended: false, commits: 0 });
  const api = new window[names.kind]({ autocommit: false, logLevel: "NONE", mastery_override: false });
  const resumed = Object.keys(lms.kept).length > 0;
  const [entry, name] = standard === "scorm12" ? ["cmi.core.entry", "cmi.core.student_name"] : ["cmi.entry", "cmi.learner_name"];
  api.loadFromFlattenedJSON({ ...lms.kept, [entry]: resumed ? "resume" : "ab-initio", [name]: "Ruiz, Ana" }, "");
  const outer = {};
  ["start", "get", "set", "commit", "end"].forEach((what) => {
    outer[names[what]] = (...values) => {
      if (typeof faults[what] === "number") pause(faults[what]);
      else if (faults[what]) return faults[what];
      if (what === "set") lms.lint.push(...window.strict[standard](values[0], values[1], lms.kept));
      const result = String(api[names[what]](...values));
      const error = String(api[names.error]());
      lms.log.push([names[what], ...values, result]);
      if (what === "set") {
        if (result !== "true") lms.refused.push(`${values[0]} = ${values[1]} (error ${error})`);
        else if (values[0].endsWith("exit")) lms.exit = values[1];
        if (result === "true" && !NOT_KEPT.includes(values[0])) lms.kept[values[0]] = String(values[1]);
      }
      if (what === "commit") {
        lms.commits += 1;
        lms.committed = { ...lms.kept };
      }
      if (what === "end") lms.ended = result === "true";
      return result;
    };
  });
  outer[names.error] = (...values) => api[names.error](...values);
  window[names.api] = outer;
  if (how === "popup") return void window.open(url, "sco");
  const frame = document.createElement("iframe");
  frame.id = "sco";
  if (how === "sandbox") frame.sandbox = "allow-scripts allow-same-origin";
  if (how === "own") frame.sandbox = "allow-scripts";
  frame.src = how === "nested" ? `nested.html?${encodeURIComponent(url)}` : url;
  document.body.replaceChildren(frame);
};

// Close the package as a learner does who closes the window.
window.shut = () => new Promise((done) => {
  const frame = document.getElementById("sco");
  frame.addEventListener("load", () => done(window.lms), { once: true });
  frame.src = "about:blank";
});
