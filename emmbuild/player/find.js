/* Finds the LMS and calls it: in every parent, then in the opener and its parents. Every step may be forbidden. */
"use strict";
(function (emm) {
  const DEPTH = 20;

  function above(start, name) {
    let here = start;
    for (let step = 0; here && step < DEPTH; step += 1) {
      try {
        if (here[name]) return here[name];
      } catch (forbidden) {
        /* a frame of another site: go on above it */
      }
      let up = null;
      try {
        up = here.parent;
      } catch (forbidden) {
        return null;
      }
      if (up === here) return null;
      here = up;
    }
    return null;
  }

  function opener(of) {
    try {
      return of.opener;
    } catch (forbidden) {
      return null;
    }
  }

  emm.find = (name) => {
    const found = above(window, name);
    if (found) return found;
    let top = null;
    try {
      top = window.top;
    } catch (forbidden) {
      /* stay with our own opener */
    }
    return above(opener(window), name) || (top && above(opener(top), name)) || null;
  };

  /* Calls of one API by the names its standard gives them. A value is sent again only when it has changed. */
  emm.Calls = class {
    constructor(api, names, onTrouble) {
      this.api = api;
      this.names = names;
      this.onTrouble = onTrouble;
      this.sent = new Map();
    }

    call(name, ...values) {
      try {
        return String(this.api[this.names[name]](...values));
      } catch (problem) {
        return "";
      }
    }

    yes(name, ...values) {
      return ["true", "1"].includes(this.call(name, ...values));
    }

    start() {
      return this.yes("start", "");
    }

    get(element) {
      const value = this.call("get", element);
      return value === "null" || value === "undefined" ? "" : value;
    }

    /* A number, or NaN where the LMS does not say. */
    count(element) {
      const value = this.get(element);
      return /^\d+$/.test(value) ? Number(value) : NaN;
    }

    set(element, value) {
      const text = String(value);
      if (this.sent.get(element) === text) return true;
      const done = this.yes("set", element, text);
      if (done) this.sent.set(element, text);
      return done;
    }

    /* A value that must not be lost: says so when it was refused. */
    keep(element, value) {
      if (!this.set(element, value)) this.onTrouble();
    }

    commit() {
      if (!this.yes("commit", "")) this.onTrouble();
    }

    end() {
      return this.yes("end", "");
    }
  };
})(window.emm);
