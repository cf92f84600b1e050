// Every value a package sets, against the data models of SCORM 1.2 (RTE 3.4) and SCORM 2004 4th ed. (RTE 4.2).
// Stricter than scorm-again: vocabularies, identifiers, lengths, notations. A finding is a sentence.
"use strict";
(() => {
  const id12 = /^[A-Za-z0-9_-]{1,255}$/;
  const span12 = /^\d{2,4}:\d\d:\d\d(\.\d{1,2})?$/;
  const time12 = /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2})?$/;
  const decimal = /^-?\d+(\.\d+)?$/;
  const percent = (v) => decimal.test(v) && v >= 0 && v <= 100;
  const upTo = (n) => (v) => v.length <= n;
  const one = "[a-z0-9]";
  const response12 = {
    choice: new RegExp(`^${one}(,${one})*$`), sequencing: new RegExp(`^${one}(,${one})*$`),
    matching: new RegExp(`^${one}\\.${one}(,${one}\\.${one})*$`), "true-false": /^[tf01]$/,
    numeric: decimal, "fill-in": /^[\s\S]{1,255}$/,
  };
  const rules12 = [
    [/^cmi\.core\.lesson_location$/, upTo(255)],
    [/^cmi\.core\.lesson_status$/, /^(passed|completed|failed|incomplete|browsed)$/],
    [/^cmi\.core\.exit$/, /^(time-out|suspend|logout|)$/],
    [/^cmi\.core\.session_time$/, span12],
    [/^cmi\.core\.score\.(raw|min|max)$/, percent],
    [/^cmi\.suspend_data$/, upTo(4096)],
    [/^cmi\.objectives\.\d+\.id$/, id12],
    [/^cmi\.objectives\.\d+\.score\.(raw|min|max)$/, percent],
    [/^cmi\.objectives\.\d+\.status$/, /^(passed|completed|failed|incomplete|browsed|not attempted)$/],
    [/^cmi\.interactions\.\d+\.id$/, id12],
    [/^cmi\.interactions\.\d+\.objectives\.\d+\.id$/, id12],
    [/^cmi\.interactions\.\d+\.time$/, time12],
    [/^cmi\.interactions\.\d+\.type$/, /^(true-false|choice|fill-in|matching|performance|sequencing|likert|numeric)$/],
    [/^cmi\.interactions\.\d+\.correct_responses\.\d+\.pattern$/, "response"],
    [/^cmi\.interactions\.\d+\.weighting$/, decimal],
    [/^cmi\.interactions\.\d+\.student_response$/, "response"],
    [/^cmi\.interactions\.\d+\.result$/, /^(correct|wrong|unanticipated|neutral|\d+(\.\d+)?)$/],
    [/^cmi\.interactions\.\d+\.latency$/, span12],
  ];
  const uri = /^[A-Za-z0-9:._~%/?#@!$&'()*+,;=-]{1,4000}$/;
  const span2004 = /^P(?=.)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?)?$/;
  const stamp = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2})?$/;
  const scaled = (v) => decimal.test(v) && v >= -1 && v <= 1;
  const measure = (v) => decimal.test(v) && v >= 0 && v <= 1;
  const said = /^\{lang=[A-Za-z]{2,3}(-[A-Za-z0-9]+)*\}[\s\S]{1,250}$/;
  const short = "[A-Za-z0-9_-]{1,250}";
  const response2004 = {
    choice: new RegExp(`^${short}(\\[,\\]${short})*$`), sequencing: new RegExp(`^${short}(\\[,\\]${short})*$`),
    matching: new RegExp(`^${short}\\[\\.\\]${short}(\\[,\\]${short}\\[\\.\\]${short})*$`), "true-false": /^(true|false)$/,
    numeric: decimal, "fill-in": /^[^{}[\]]{1,250}$/,
  };
  const pattern2004 = {
    ...response2004, numeric: /^-?[\d.]*\[:\]-?[\d.]*$/, "fill-in": /^(\{(case|order)_matters=(true|false)\})*[^{}[\]]{1,250}$/,
  };
  const rules2004 = [
    [/^cmi\.location$/, upTo(1000)],
    [/^cmi\.completion_status$/, /^(completed|incomplete|not attempted|unknown)$/],
    [/^cmi\.success_status$/, /^(passed|failed|unknown)$/],
    [/^cmi\.exit$/, /^(time-out|suspend|logout|normal|)$/],
    [/^cmi\.session_time$/, span2004],
    [/^cmi\.progress_measure$/, measure],
    [/^cmi\.score\.(raw|min|max)$/, decimal],
    [/^cmi\.score\.scaled$/, scaled],
    [/^cmi\.suspend_data$/, upTo(64000)],
    [/^adl\.nav\.request$/, /^(suspendAll|exitAll|exit|continue|previous|_none_)$/],
    [/^cmi\.objectives\.\d+\.id$/, uri],
    [/^cmi\.objectives\.\d+\.score\.(raw|min|max)$/, decimal],
    [/^cmi\.objectives\.\d+\.score\.scaled$/, scaled],
    [/^cmi\.objectives\.\d+\.completion_status$/, /^(completed|incomplete|not attempted|unknown)$/],
    [/^cmi\.objectives\.\d+\.success_status$/, /^(passed|failed|unknown)$/],
    [/^cmi\.objectives\.\d+\.description$/, said],
    [/^cmi\.interactions\.\d+\.id$/, uri],
    [/^cmi\.interactions\.\d+\.objectives\.\d+\.id$/, uri],
    [/^cmi\.interactions\.\d+\.timestamp$/, stamp],
    [/^cmi\.interactions\.\d+\.type$/, /^(true-false|choice|fill-in|long-fill-in|matching|performance|sequencing|likert|numeric|other)$/],
    [/^cmi\.interactions\.\d+\.correct_responses\.\d+\.pattern$/, "pattern"],
    [/^cmi\.interactions\.\d+\.weighting$/, decimal],
    [/^cmi\.interactions\.\d+\.learner_response$/, "response"],
    [/^cmi\.interactions\.\d+\.result$/, /^(correct|incorrect|unanticipated|neutral|-?\d+(\.\d+)?)$/],
    [/^cmi\.interactions\.\d+\.latency$/, span2004],
    [/^cmi\.interactions\.\d+\.description$/, said],
  ];

  const lint = (rules, responses, patterns) => (element, value, kept) => {
    if (typeof value !== "string") return [`${element}: not text but ${typeof value}`];
    const found = rules.find(([name]) => name.test(element));
    if (!found) return [`${element}: not an element that may be set`];
    let rule = found[1];
    if (rule === "response" || rule === "pattern") {
      const type = kept[element.split(".").slice(0, 3).join(".") + ".type"];
      rule = (rule === "pattern" ? patterns : responses)[type];
      if (!rule) return [`${element}: set before its type`];
    }
    const good = rule instanceof RegExp ? rule.test(value) : rule(value);
    return good ? [] : [`${element}: ${JSON.stringify(value)} is not allowed`];
  };

  window.strict = {
    scorm12: lint(rules12, response12, response12),
    scorm2004: lint(rules2004, response2004, pattern2004),
  };
})();
