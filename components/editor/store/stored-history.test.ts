import { expect, it } from "vitest";
import { smallGraph } from "../testing/graph";
import { emptyHistory, type History, record } from "./history";
import { bounded } from "./stored-history";

it("keeps the newest gestures that fit", () => {
  let history: History = emptyHistory;
  for (const number of [1, 2, 3, 4]) {
    const operation = { op: "node.title", id: "ask", title: `Ask ${number}` } as const;
    history = record(history, smallGraph(), operation, number * 10_000);
  }
  const size = JSON.stringify(history.undo[0]).length;
  expect(bounded(history, 2 * size + 5).undo).toEqual(history.undo.slice(2));
  expect(bounded(history).undo).toEqual(history.undo);
  expect(bounded(history, 3)).toEqual(emptyHistory);
});
