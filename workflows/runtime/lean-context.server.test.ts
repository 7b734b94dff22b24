import { getContextVariable, setContextVariable } from "@langchain/core/context";
import { RunnableLambda } from "@langchain/core/runnables";
import { AsyncLocalStorageProviderSingleton } from "@langchain/core/singletons";
import { Annotation, END, getConfig, MemorySaver, START, StateGraph } from "@langchain/langgraph";
import { afterEach, describe, expect, it } from "vitest";
import { leanContext, tracesToLangSmith } from "./lean-context.server";

let restore = () => {};
afterEach(() => restore());

/** What is found inside a node, and inside a runnable that the node calls without handing on its config. */
async function seenInside() {
  const seen: unknown[] = [];
  const note = () => {
    const { configurable, metadata } = getConfig();
    seen.push([
      configurable?.thread_id,
      configurable?.own,
      metadata?.langgraph_node,
      getContextVariable("of"),
    ]);
  };
  const inner = RunnableLambda.from(async () => note());
  const State = Annotation.Root({ count: Annotation<number> });
  const graph = new StateGraph(State)
    .addNode("first", async ({ count }) => {
      note();
      await inner.invoke("x");
      return { count: count + 1 };
    })
    .addNode("second", async ({ count }) => {
      note();
      return { count: count + 1 };
    })
    .addEdge(START, "first")
    .addEdge("first", "second")
    .addEdge("second", END)
    .compile({ checkpointer: new MemorySaver() });
  setContextVariable("of", "all");
  const result = await graph.invoke({ count: 0 }, { configurable: { thread_id: "t", own: 7 } });
  return { seen, result };
}

describe("the lean context", () => {
  it("carries what LangChain's own carries", async () => {
    const before = await seenInside();
    restore = leanContext();
    expect(await seenInside()).toEqual(before);
    expect(before.seen).toEqual([
      ["t", 7, "first", "all"],
      ["t", 7, "first", "all"],
      ["t", 7, "second", "all"],
    ]);
  });

  it("keeps runs that go on at the same time apart", async () => {
    restore = leanContext();
    const graph = new StateGraph(Annotation.Root({ name: Annotation<string> }))
      .addNode("tell", async () => {
        await new Promise(setImmediate);
        return { name: String(getConfig().configurable?.thread_id) };
      })
      .addEdge(START, "tell")
      .addEdge("tell", END)
      .compile();
    const names = ["a", "b", "c"];
    const results = await Promise.all(
      names.map((thread_id) => graph.invoke({ name: "" }, { configurable: { thread_id } })),
    );
    expect(results.map(({ name }) => name)).toEqual(names);
  });

  it.each([
    [false, undefined],
    [true, undefined],
  ])("hands nothing on where that is asked for, lean or not (%s)", (lean, expected) => {
    if (lean) restore = leanContext();
    const config = { configurable: { own: 1 } };
    const inside = AsyncLocalStorageProviderSingleton.runWithConfig(
      config,
      () => AsyncLocalStorageProviderSingleton.getRunnableConfig(),
      true,
    );
    expect(inside).toBe(expected);
  });

  it("is undone", () => {
    const isOurs = () => Object.hasOwn(AsyncLocalStorageProviderSingleton, "runWithConfig");
    restore = leanContext();
    expect(isOurs()).toBe(true);
    restore();
    expect(isOurs()).toBe(false);
  });
});

it.each([
  [{}, false],
  [{ LANGSMITH_TRACING: "true" }, true],
  [{ LANGCHAIN_TRACING_V2: "true" }, true],
  [{ LANGSMITH_TRACING: "false" }, false],
])("knows from %j whether LangSmith traces", (environment, expected) => {
  expect(tracesToLangSmith(environment)).toBe(expected);
});
