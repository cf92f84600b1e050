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

  const SOON = 30; /* milliseconds: the learner sees the screen first, then the LMS is asked to store */
  const SLOW = 1000; /* a commit that takes longer is called slow */
  const GAP = 10000; /* and the next one waits so long, unless an answer is to be stored */

  /* Calls of one API by the names its standard gives them. A value is sent again only when it has changed.
     `onNews` gets "refused" while something is not stored, "slow" while storing takes long, "" when all is well. */
  emm.Calls = class {
    constructor(api, names, onNews) {
      this.api = api;
      this.names = names;
      this.onNews = onNews;
      this.sent = new Map();
      this.refused = new Set();
      this.dirty = false;
      this.timer = 0;
      this.last = 0;
      this.took = 0;
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
      if (this.set(element, value)) this.refused.delete(element);
      else this.refused.add(element);
    }

    /* Stores what was set: at once after the screen is shown; on a slow LMS less often, unless it is `urgent`. */
    commit(urgent) {
      this.dirty = true;
      clearTimeout(this.timer);
      const wait = urgent || this.took < SLOW ? SOON : Math.max(SOON, this.last + GAP - Date.now());
      this.timer = setTimeout(() => this.flush(), wait);
    }

    /* Stores now. What was refused is tried again after a while. */
    flush() {
      clearTimeout(this.timer);
      if (!this.dirty) return;
      const start = Date.now();
      const done = this.yes("commit", "");
      this.last = Date.now();
      this.took = this.last - start;
      this.dirty = !done;
      if (!done) this.timer = setTimeout(() => this.flush(), GAP);
      this.onNews(!done || this.refused.size ? "refused" : this.took >= SLOW ? "slow" : "");
    }

    /* Stores now; whether the LMS took it. */
    stored() {
      this.dirty = true;
      this.flush();
      return !this.dirty;
    }

    /* Stores nothing more: somebody else does. */
    drop() {
      clearTimeout(this.timer);
      this.dirty = false;
    }

    end() {
      this.flush();
      clearTimeout(this.timer);
      return this.yes("end", "");
    }
  };
})(window.emm);
