import { expect, it } from "vitest";
import { emptyView } from "@/workflows/events/project";
import type { Span } from "@/workflows/events/run-view";
import { liveTurn, untold } from "./live-turn";

const span = (over: Partial<Span> & Pick<Span, "id" | "kind" | "name">): Span => ({
  status: "running",
  startedAt: 0,
  ...over,
});
const viewOf = (...spans: Span[]) => ({ ...emptyView("run_1"), spans });
const titles = { n: "Assistant", o: "Search" };

it("speaks with the voice of the last model call that said something", () => {
  const view = viewOf(
    span({ id: "a", kind: "model", name: "m", status: "done", text: "First" }),
    span({ id: "b", kind: "model", name: "m", text: "Second" }),
    span({ id: "c", kind: "model", name: "m" }),
  );
  expect(liveTurn(view, titles)).toMatchObject({ text: "Second", speaking: true });
});

it("keeps the whole message of a finished call", () => {
  const message = { role: "assistant" as const, content: "All of it" };
  const view = viewOf(span({ id: "a", kind: "model", name: "m", status: "done", message }));
  expect(liveTurn(view, titles)).toMatchObject({ text: "All of it", speaking: false, activity: [] });
});

const node = span({ id: "1", kind: "node", name: "n" });
const other = span({ id: "2", kind: "node", name: "o" });
const untitled = span({ id: "3", kind: "node", name: "x" });
const tool = span({ id: "4", kind: "tool", name: "current_time", parentId: "1" });
const model = span({ id: "5", kind: "model", name: "m", text: "Well" });
it.each([
  ["nodes by their titles", [node, other], ["Assistant", "Search"]],
  ["no node whose title is unknown", [untitled], []],
  ["tools in plain words, instead of the nodes around them", [node, other, tool], ["Current time"]],
  ["no node while text grows", [node, model], []],
  ["a tool that runs beside growing text", [node, model, tool], ["Current time"]],
])("names %s", (_, spans, activity) => {
  expect(liveTurn(viewOf(...spans), titles).activity).toEqual(activity);
});

const pauseAt = (id: string, startedAt: number) => ({
  id,
  nodeId: "n",
  visit: 1,
  spanId: "n#1",
  startedAt,
  payload: { message: "Good?", answers: [], allowText: false },
});
it.each([
  ["none before the first", [], 0],
  ["one that came after the text", [pauseAt("i", 6)], 1],
  ["none that came before it", [pauseAt("i", 2)], 0],
  ["one that asked twice as one", [pauseAt("i", 6), pauseAt("i", 8)], 1],
  ["all that came at once", [pauseAt("h", 2), pauseAt("i", 6), pauseAt("j", 6)], 2],
])("counts the pauses since its text began: %s", (_, interrupts, count) => {
  const view = viewOf(span({ id: "a", kind: "model", name: "m", text: "Well", startedAt: 5 }));
  expect(liveTurn({ ...view, interrupts }, titles).pausesSince).toBe(count);
});

it("is silent before anything has happened", () => {
  expect(liveTurn(emptyView("run_1"), titles)).toEqual({
    text: "",
    activity: [],
    speaking: false,
    pausesSince: 0,
  });
});

it.each([
  ["text that is stored by now is left to the stored answer", "Done", false, ""],
  ["text that is not stored yet stays", "New", false, "New"],
  ["text that grows stays, though an earlier answer reads the same so far", "Done", true, "Done"],
])("%s", (_, text, speaking, shown) => {
  const messages = [
    { role: "user" as const, content: "New" },
    { role: "assistant" as const, content: "Done" },
  ];
  expect(untold({ text, speaking, activity: [], pausesSince: 0 }, messages).text).toBe(shown);
});
