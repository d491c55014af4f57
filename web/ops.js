// For whoever is on call: how pages flow, what became of one, and those that were given up. No photos, no names.

import { get, send } from "./api.js";
import { h, say, show } from "./dom.js";
import { problemNote } from "./result.js";
import { t, when } from "./text.js";

const REFRESH_MS = 2000;
const STATIONS = ["accepted", "announced", "read", "failed"];

export async function ops(signal) {
  const flow = h("section", { class: "card", id: "flow" });
  const dead = h("section", { class: "card", id: "dead-letters" });
  const story = h("div", { id: "story" });
  show(h("h1", {}, t("opsTitle")), flow, search(story), dead);
  while (!signal.aborted) {
    try { // what fails now may work in two seconds, and this page is for when things fail
      const now = await get("/ops/flow");
      flow.replaceChildren(...flowOf(now));
      await deadLetters(dead);
    } catch (problem) {
      if (problem.status === 401) throw problem;
      flow.replaceChildren(problemNote(problem));
    }
    do await new Promise((later) => setTimeout(later, REFRESH_MS)); while (document.hidden && !signal.aborted);
  }
}

function flowOf({ backlog, seconds }) {
  const facts = ["unread", "waiting", "announced", "failed", "outboxPending"].map((name) => [t(`ops.${name}`), backlog[name]]);
  return [h("h2", {}, t("flow")), pairs([...facts, [t("ops.oldest"), t("seconds", Math.round(backlog.oldestUnreadSeconds))]]),
    h("h2", {}, t("lastMinute")), ...STATIONS.map((station) => bars(t(`ops.${station}`), seconds.map((each) => each[station])))];
}

const pairs = (entries) => h("dl", { class: "pairs" },
  entries.flatMap(([name, value]) => [h("dt", {}, name), h("dd", {}, String(value ?? "–"))]));

/** One bar a second; the sum is said in words, so that nobody needs to see the bars. */
function bars(label, values) {
  const most = Math.max(1, ...values);
  const sum = values.reduce((a, b) => a + b, 0);
  return h("div", { class: "station" }, h("span", {}, `${label}: ${sum}`),
    h("span", { class: "bars", "aria-hidden": "true" },
      values.map((value) => {
        const bar = h("i");
        bar.style.height = `${Math.round((100 * value) / most)}%`; // the page's policy forbids style attributes
        return bar;
      })));
}

function search(story) {
  const field = h("input", { id: "page-or-receipt", required: true, autocomplete: "off" });
  return h("form", {
    class: "card",
    onsubmit: async (event) => {
      event.preventDefault();
      try {
        const { items } = await get(`/ops/pages/${encodeURIComponent(field.value.trim())}`);
        story.replaceChildren(...items.map(storyOf));
      } catch (problem) {
        story.replaceChildren(problemNote(problem));
      }
    },
  }, h("label", { class: "field" }, t("pageOrReceipt"), field), h("button", { type: "submit" }, t("look")), story);
}

function storyOf(page) {
  const at = (time) => (time ? `${when(time)} ${new Date(time).toISOString().slice(17, 23)}` : "–");
  const readings = page.readings.map((r) => [t("ops.read"),
    `${at(r.finishedAt)} · ${r.readerVersion}${r.counts ? " ✓" : ""} · ${r.worker} · ${t("delivery", r.delivery)} · CPU ${Math.round(r.cpuMillis)} ms`]);
  return h("section", {}, h("h2", {}, `${page.receipt} · ${page.number}`), pairs([
    ["id", page.pageId], [t("ops.accepted"), at(page.receivedAt)],
    [t("ops.announced"), `${at(page.announcedAt)} × ${page.announcements}`], ...readings,
    ...(page.failedAt ? [[t("ops.failed"), `${at(page.failedAt)} · ${page.failure}`]] : []),
    ...(page.replacedAt ? [[t("replaced"), at(page.replacedAt)]] : []),
    ...(page.discardedAt ? [[t("discarded"), at(page.discardedAt)]] : []),
  ]));
}

/** Shows what was given up; what somebody types or reads there stays where nothing changed. */
async function deadLetters(place, acted = false) {
  const { items } = await get("/ops/dead-letters");
  const seen = JSON.stringify(items);
  const typing = document.activeElement?.tagName === "INPUT" && place.contains(document.activeElement);
  if (!acted && (place.dataset.seen === seen || typing)) return;
  place.dataset.seen = seen;
  const said = h("div", { "aria-live": "polite" });
  const act = async (work) => {
    try {
      await work();
    } catch (problem) {
      said.replaceChildren(problemNote(problem));
    }
  };
  place.replaceChildren(h("h2", {}, t("deadLetters")),
    items.length ? h("ul", { class: "list" }, items.map(line)) : h("p", { class: "soft" }, t("noDeadLetters")), said);

  function line({ cause, count, oldestFailedAt }) {
    const reason = h("input", { "aria-label": t("reasonLabel"), placeholder: t("reasonLabel"), maxlength: 200 });
    return h("li", { "data-cause": cause },
      h("p", {}, h("b", {}, cause), ` · ${t("pagesCount", count)} · ${when(oldestFailedAt)}`),
      h("div", { class: "actions" },
        h("button", { type: "button", class: "try", onclick: () => act(async () => {
          const { pages } = await send("POST", "/ops/dead-letters:replay?dryRun=true", { cause });
          said.replaceChildren(h("p", { class: "note" }, t("wouldReplay", pages)));
        }) }, t("tryOut")),
        h("button", { type: "button", class: "replay", onclick: () => act(async () => {
          const { pages } = await send("POST", "/ops/dead-letters:replay", { cause });
          await deadLetters(place, true);
          say(t("replayed", pages));
        }) }, t("replay")),
        reason,
        h("button", { type: "button", class: "discard", onclick: () => act(async () => {
          const tried = await send("POST", "/ops/dead-letters:discard?dryRun=true", { cause, reason: reason.value });
          if (!confirm(t("sureDiscard", tried.pages))) return;
          const { pages } = await send("POST", "/ops/dead-letters:discard", { cause, reason: reason.value });
          await deadLetters(place, true);
          say(t("discardedPages", pages));
        }) }, t("discard"))));
  }
}
