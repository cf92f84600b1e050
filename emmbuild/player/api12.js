/* The runtime of SCORM 1.2, from the SCORM 1.2 Run-Time Environment, section 3.4 (data model). */
"use strict";
(function (emm) {
  const NAMES = { start: "LMSInitialize", get: "LMSGetValue", set: "LMSSetValue", commit: "LMSCommit", end: "LMSFinish" };
  const RANK = { "": 0, "not attempted": 0, browsed: 0, incomplete: 1, failed: 2, completed: 3, passed: 4 };
  const STATUS = { new: "not attempted", begun: "incomplete", done: "completed", passed: "passed", failed: "failed" };
  const TYPES = { single: "choice", multiple: "choice", "fill-in": "fill-in", ordering: "sequencing" };
  const TEXT = 255;

  /* A response in the notation of 3.4.2.7: "a,c", "a.b,c.d", "t", words, a number. */
  function noted(question, response) {
    switch (question.kind) {
      case "single":
      case "multiple":
      case "ordering":
        return Array.from(response).join(",");
      case "matching":
        return emm.pairs(response).map((pair) => pair[0] + "." + pair[1]).join(",");
      case "true-false":
        return response === question.true ? "t" : "f";
      case "numeric":
        return String(emm.parseNumber(response));
      default:
        return response.slice(0, TEXT);
    }
  }

  function patterns(question) {
    if (question.kind === "fill-in") return question.right.map((answer) => answer.slice(0, TEXT));
    return [noted(question, question.right.join(""))];
  }

  /* Writes a status unless a better one stands there. */
  function raise(lms, ranks, element, status) {
    const old = ranks.has(element) ? ranks.get(element) : RANK[lms.get(element)] || 0;
    if (RANK[status] > old && lms.set(element, status)) ranks.set(element, RANK[status]);
    else ranks.set(element, old);
  }

  function score(lms, base, value) {
    lms.set(base + ".raw", value);
    lms.set(base + ".min", 0);
    lms.set(base + ".max", 100);
  }

  function objectives(lms, ranks, list) {
    const count = lms.count("cmi.objectives._count");
    if (isNaN(count)) return;
    if (!ranks.objectives) {
      ranks.objectives = new Map();
      for (let n = 0; n < count; n += 1) ranks.objectives.set(lms.get("cmi.objectives." + n + ".id"), n);
    }
    list.forEach((goal) => {
      if (!ranks.objectives.has(goal.key)) {
        if (!lms.set("cmi.objectives." + ranks.objectives.size + ".id", goal.key)) return;
        ranks.objectives.set(goal.key, ranks.objectives.size);
      }
      const base = "cmi.objectives." + ranks.objectives.get(goal.key);
      if (goal.score !== null) score(lms, base + ".score", goal.score);
      raise(lms, ranks, base + ".status", STATUS[goal.status]);
    });
  }

  function verdict(report) {
    if (!report.done) return "incomplete";
    if (!emm.course.questions.length) return "completed";
    return report.passed ? "passed" : emm.course.rules.failed;
  }

  emm.connect = (onNews) => {
    const api = emm.find("API");
    const lms = api && new emm.Calls(api, NAMES, onNews);
    if (!lms || !lms.start()) return emm.local();
    const seconds = emm.clock();
    const looking = ["browse", "review"].includes(lms.get("cmi.core.lesson_mode"));
    const ranks = new Map();
    const places = new Map();
    const before = looking ? NaN : lms.count("cmi.interactions._count");
    let next = isNaN(before) ? 0 : before;
    if (!looking) lms.set("cmi.core.exit", "suspend");

    /* Interactions can only be written (3.4.2.7), so those of earlier sessions are known by their order. */
    function placeOf(question, order) {
      if (!places.has(question.id)) places.set(question.id, order < before ? order : next++);
      return "cmi.interactions." + places.get(question.id);
    }

    return {
      notice: "",
      connected: true,
      learner: lms.get("cmi.core.student_id"),
      name: lms.get("cmi.core.student_name"),
      read: () => ({ place: lms.get("cmi.core.lesson_location"), state: lms.get("cmi.suspend_data") }),
      write: (report, urgent) => {
        if (looking) return;
        lms.keep("cmi.core.lesson_location", report.place);
        lms.keep("cmi.suspend_data", report.state);
        if (report.score !== null) score(lms, "cmi.core.score", report.score);
        raise(lms, ranks, "cmi.core.lesson_status", verdict(report));
        objectives(lms, ranks, report.objectives);
        lms.set("cmi.core.session_time", emm.timespan12(seconds()));
        lms.commit(urgent);
      },
      probe: (report) => !looking && lms.set("cmi.suspend_data", report.state) && lms.stored(),
      flush: () => lms.flush(),
      drop: () => lms.drop(),
      answer: (question, response, right, latency, order) => {
        if (looking || isNaN(before)) return;
        const base = placeOf(question, order);
        lms.set(base + ".id", question.key);
        lms.set(base + ".type", TYPES[question.kind] || question.kind);
        question.objectives.forEach((key, n) => lms.set(base + ".objectives." + n + ".id", key));
        patterns(question).forEach((pattern, n) => lms.set(base + ".correct_responses." + n + ".pattern", pattern));
        lms.set(base + ".weighting", question.points);
        lms.set(base + ".time", emm.time12(new Date()));
        lms.set(base + ".student_response", noted(question, response));
        lms.set(base + ".result", right ? "correct" : "wrong");
        lms.set(base + ".latency", emm.timespan12(latency));
      },
      end: () => {
        if (!looking) lms.set("cmi.core.exit", "suspend");
        lms.end();
      },
    };
  };
})(window.emm);
