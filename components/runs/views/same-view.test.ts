import { expect, it } from "vitest";
import type { RunListView } from "@/lib/api/contract/run-lists";
import { sameView, shownBy, viewOf } from "./same-view";

const view = (filters: Record<string, string>, columns: RunListView["columns"] = null) => ({
  filters,
  columns,
});

it("keeps what is shown and shows it again", () => {
  const kept = viewOf({ status: "error", minMs: "500" }, "slowest", ["cost"]);
  expect(kept).toEqual({ filters: { status: "error", minMs: "500", sort: "slowest" }, columns: ["cost"] });
  expect(shownBy(kept)).toEqual({ filters: { status: "error", minMs: "500" }, sort: "slowest" });
});

it("leaves out what it does not know", () => {
  expect(shownBy(view({ mood: "good", sort: "sideways" }))).toEqual({ filters: {}, sort: "newest" });
});

it.each([
  [
    "the same in another order",
    view({ a: "1", tag: "x", status: "error" }),
    view({ status: "error", tag: "x" }),
    true,
  ],
  ["the usual order said and unsaid", view({ sort: "newest" }), view({}), true],
  ["another value", view({ tag: "x" }), view({ tag: "y" }), false],
  ["another order", view({ sort: "oldest" }), view({}), false],
  ["columns in another order", view({}, ["cost", "time"]), view({}, ["time", "cost"]), true],
  ["other columns", view({}, ["cost"]), view({}, ["time"]), false],
  ["columns left to the reader", view({}, ["cost"]), view({}), true],
])("%s", (_, a, b, same) => {
  expect(sameView(a, b)).toBe(same);
});
