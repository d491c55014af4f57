// What an item asks, as people put it: a sum is its own name.

import { t } from "./text.js";

const SIGNS = { "*": "×", "/": "÷", "...": "……" };

/** A sum or a part of one as it is printed, with room around its signs. */
export const printed = (text) => text.replace(/\.{3}|[*/]/g, (sign) => SIGNS[sign]).replace(/(?<=[\d)])([-+×÷=<>])/g, " $1 ");

/** A sum with the answer that was read in its place; an open place where there is none. */
export function written(sum, response) {
  const asked = sum.endsWith("=") ? `${sum}()` : sum.replace("()...()", "()");
  const answer = response === null ? " ＿ " : printed(response);
  return printed(asked).replace("()", /^[<>=]$/.test(response) ? ` ${answer} ` : answer);
}

/** The sum, open, where the item is one; else its number on the sheet. */
export const question = (itemId, sum = null) =>
  sum ? written(sum, null).replace(/\s+/g, " ").replace(/= ＿ $/, "=").trim() : t("question", itemId.replace(/^q/, ""));
