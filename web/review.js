// The review queue: one answer at a time, one key for each decision.

import { all, get, here, send } from "./api.js";
import { h, say } from "./dom.js";
import { page } from "./marks.js";
import { printed, question } from "./question.js";
import { t } from "./text.js";

/** Answers that wait for a teacher, where most is at stake first. */
export async function review(id, signal) {
  const assignment = await get(`/assignments/${id}`);
  const sums = assignment.kind === "arithmetic"; // worked out instead of looked up in a key
  const waiting = await all(`/assignments/${id}/review-items`);
  let at = 0;
  let shown = null; // the answer on the page with what is known of it
  let last = null; // the last decision, to take back
  const place = h("div", { id: "answer" });
  const undo = h("button", { type: "button", id: "undo", disabled: true, onclick: () => attempt(takeBack) }, t("undoLast"));
  const attempt = page(assignment, "review", place, undo, h("p", { class: "soft" }, t(sums ? "sumKeys" : "reviewKeys")));

  async function look() {
    shown = null;
    if (!waiting.length) {
      place.replaceChildren(h("p", { class: "note good" }, t("nothingWaits")));
      return;
    }
    at = (at + waiting.length) % waiting.length;
    const { submissionId, itemId } = waiting[at];
    const path = `/submissions/${submissionId}/items/${itemId}`;
    await attempt(() => send("POST", `${path}:claim`, {})); // another's: it says so, and can be passed over
    const layers = await get(`${path}/layers`);
    const free = sums ? !layers.mark.expected : layers.readings.some(({ item }) => item.kind === "free");
    shown = { path, layers, asked: waiting[at], free }; // free: only a mark decides it
    place.replaceChildren(...card());
    document.getElementById("correction").focus();
  }

  function card() {
    const { asked, layers, free } = shown;
    const points = layers.rule?.points ?? layers.mark.max;
    const seen = asked.reading;
    const crop = here(asked.cropUrl);
    const asks = question(asked.itemId, seen?.expression);
    const correction = h("input", {
      id: "correction", autocomplete: "off", autocapitalize: "characters", "aria-label": t(free ? "markOf" : "correction", points),
      placeholder: t(free ? "markOf" : "correction", points),
    });
    return [
      h("p", { class: "soft" }, `${at + 1} / ${waiting.length} · ${sums ? "" : `${asks} · `}${t("atStake", asked.atStake)}`
        + (!asked.minutesLeft ? "" : ` · ${t("minutesLeft", asked.minutesLeft)}`)),
      sums ? h("h2", { id: "asks" }, asks) : null,
      crop ? h("img", { class: "crop", src: crop, alt: t("cropOf", asks) }) : null,
      h("p", {}, free ? (sums ? layers.mark.reason : t("freeAnswer")) : seen?.response ? t("readAs", as(seen.response)) : t("notRead"),
        layers.mark.expected ? ` · ${t("rightIs", as(layers.mark.expected))}` : ""),
      correction,
      free ? null : h("label", { class: "check" }, h("input", { type: "checkbox", id: "group" }), t("allAlike")),
      h("div", { class: "actions" },
        h("button", { type: "button", class: "primary", id: "decide", onclick: () => attempt(decide) }, t(free ? "giveMark" : "asRead")),
        sums ? h("button", { type: "button", id: "right", onclick: right }, t("sumRight")) : null,
        h("button", { type: "button", id: "wrong", onclick: wrong }, t(sums ? "sumWrong" : "wrongKey"))),
      h("div", { class: "actions" },
        h("button", { type: "button", id: "back", onclick: () => turn(-1) }, t("previous")),
        h("button", { type: "button", id: "next", onclick: () => turn(1) }, t("next"))),
    ].filter(Boolean);
  }

  const as = (answer) => (sums ? printed(answer) : answer);
  const right = () => attempt(() => settle({ mark: shown.layers.mark.max }));
  const wrong = () => attempt(() => settle({ mark: 0 }));

  /** What is typed, or else as it was read. */
  async function decide() {
    const typed = document.getElementById("correction").value.trim();
    if (shown.free) {
      if (typed !== "") await settle({ mark: Number(typed.replace(",", ".")) });
    } else if (typed || shown.asked.reading?.response) {
      await settle({ response: typed || shown.asked.reading.response });
    }
  }

  async function settle(decision) {
    const scope = document.getElementById("group")?.checked ? "group" : "one";
    const decided = await send("POST", `${shown.path}/overrides`, { ...decision, scope });
    last = { action: decided.actionId };
    undo.disabled = false;
    say(t("changed", decided.changed));
    await reload();
  }

  async function takeBack() {
    await send("POST", `/actions/${last.action}:undo`, {});
    undo.disabled = true;
    await reload();
  }

  async function reload() {
    waiting.splice(0, waiting.length, ...(await all(`/assignments/${id}/review-items`)));
    at = Math.min(at, Math.max(0, waiting.length - 1));
    await look();
  }

  const turn = (step) => {
    at += step;
    attempt(look);
  };

  document.addEventListener("keydown", (event) => {
    if (!shown || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("button, a")) return;
    const typing = document.getElementById("correction");
    const keys = {
      Enter: () => attempt(decide), Delete: wrong,
      ArrowRight: () => turn(1), ArrowLeft: () => turn(-1), Escape: () => (typing.value = ""),
    };
    if (typing.value === "" && sums) keys["+"] = right;
    else if (typing.value === "" && !shown.free) keys["0"] = wrong; // which no sum may take: answers begin with it
    const act = keys[event.key];
    if (act) {
      event.preventDefault();
      if (!event.repeat) act(); // held down it would settle the next one too
    } else if (event.key.length === 1 && document.activeElement !== typing) {
      typing.focus(); // what is typed anywhere is the correction
    }
  }, { signal });
  await attempt(look);
}
