import { expect, it } from "vitest";
import { steadyRows } from "./steady-rows";

const rows = (ids: string) => ids.split("").map((id) => ({ id }));

it.each([
  ["nothing happened", "abc", "abc", { shown: "abc", gone: "", added: 0 }],
  ["one came in above", "abc", "xabc", { shown: "abc", gone: "", added: 1 }],
  ["one came in between", "abc", "axbc", { shown: "abc", gone: "", added: 1 }],
  ["a page followed", "abc", "abcde", { shown: "abcde", gone: "", added: 0 }],
  ["one matches no more", "abc", "ac", { shown: "abc", gone: "b", added: 0 }],
  ["the last was pushed off its page", "abc", "xab", { shown: "abc", gone: "", added: 1 }],
  ["the order changed", "abc", "cab", { shown: "abc", gone: "", added: 0 }],
  ["all were pushed off", "abc", "xyz", { shown: "abcxyz", gone: "", added: 0 }],
])("%s", (_, kept, fresh, { shown, gone, added }) => {
  const steady = steadyRows(rows(kept), rows(fresh));
  expect(steady.rows.map(({ id }) => id).join("")).toBe(shown);
  expect([...steady.gone].join("")).toBe(gone);
  expect(steady.added).toBe(added);
});

it("shows what is newly known of a row", () => {
  const { rows: shown } = steadyRows([{ id: "a", status: "running" }], [{ id: "a", status: "success" }]);
  expect(shown).toEqual([{ id: "a", status: "success" }]);
});
