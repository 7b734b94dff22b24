import { describe, expect, it } from "vitest";
import { AppError } from "@/workflows/errors/app-error";
import { AnsweringModel } from "@/workflows/testing/answering-model";
import { approval } from "./approval";
import { chatAgent } from "./chat-agent";
import { crew } from "./crew";
import { entryByEntry } from "./entry-by-entry";
import { evaluatorOptimiser } from "./evaluator-optimiser";
import { groupChat } from "./group-chat";
import { loop } from "./loop";
import { planAndExecute } from "./plan-and-execute";
import { reflect } from "./reflect";
import { templates } from "./registry";
import { research } from "./research";
import { supervisor } from "./supervisor";
import { swarm } from "./swarm";
import type { Template } from "./template";
import { calls, on, saying } from "./testing/scripted";

const gone = new AppError("model_unavailable", "The model is away.");
const noModel = { models: { resolve: () => Promise.reject(gone) } };
const asksModels = templates.filter(({ document }) => JSON.stringify(document).includes("offline/offline"));

describe("a model that cannot be had", () => {
  it.each(
    asksModels
      .filter(({ id }) => id !== "entry-by-entry")
      .map((template) => [template.id, template] as const),
  )("ends the template %s with that problem, at the node that asked", async (_, template) => {
    const { agent } = on(template, saying(), noModel);
    await expect(agent.run(template.sampleInput)).rejects.toMatchObject({ code: "model_unavailable" });
    const [failed] = agent.ofType("node.failed");
    expect(template.document.nodes[failed?.node ?? ""]?.config.model).toBe("offline/offline");
  });

  it("is noted for each entry of the list, and then ends the sum of them", async () => {
    const { agent } = on(entryByEntry, saying(), noModel);
    await expect(agent.run(entryByEntry.sampleInput)).rejects.toMatchObject({ code: "model_unavailable" });
    expect((await agent.state()).problems).toHaveLength(5);
  });
});

/** Where each template stands when its model fails at a later call, and what it had by then. */
const midway: [string, Template, (object | string)[], string, object][] = [
  ["the critic", reflect, ["Draft."], "critique", { draft: "Draft." }],
  ["the writer of the crew", crew, ["Notes."], "writer", { notes: "Notes.", draft: "" }],
  ["the editor of the crew", crew, ["Notes.", "Draft."], "editor", { draft: "Draft.", article: "" }],
  ["the second round", loop, ["Short."], "work", { result: "Short.", rounds: 1, done: false }],
  ["the scores", evaluatorOptimiser, ["One"], "evaluate", { attempt: "One", best: "", bestScore: -1 }],
  [
    "the second attempt",
    evaluatorOptimiser,
    ["One", { score: 5, advice: "Shorter." }],
    "make",
    { best: "One", bestScore: 5 },
  ],
  ["the first piece of the plan", planAndExecute, [{ steps: ["Multiply"] }], "work", { done: [] }],
  [
    "the plan anew",
    planAndExecute,
    [{ steps: ["Multiply"] }, "84"],
    "again",
    { done: [{ step: "Multiply", result: "84" }] },
  ],
  ["who speaks next", groupChat, [{ label: "Critic" }, "No."], "choose", { rounds: 1, answer: "" }],
];

describe("a model that fails on the way", () => {
  it.each(midway)(
    "at %s leaves what was done, and goes on from there",
    async (_, template, said, node, state) => {
      const model = new AnsweringModel(...said);
      const { agent } = on(template, model);
      await expect(agent.run(template.sampleInput)).rejects.toThrow(/no answer to call/);
      expect(agent.ofType("node.failed").at(-1)?.node).toBe(node);
      expect(await agent.state()).toMatchObject(state);
      const asked = model.asked.length;
      await expect(agent.goOn()).rejects.toThrow(/no answer to call/);
      // What had been done is not done again: only the call that failed is made once more.
      expect(model.asked.length).toBe(asked + 1);
    },
  );
});

describe("a tool that fails", () => {
  it("is told to the model of the chat agent, which answers all the same", async () => {
    const model = saying(calls("calculator", { expression: "4 / 0" }), "That cannot be divided.");
    const { agent, prompts } = on(chatAgent, model);
    const { messages } = await agent.run({ messages: "What is 4 / 0?" });
    expect(prompts()[1]).toContain("it divides by zero");
    expect(messages).toMatchObject([
      {},
      {},
      { role: "tool" },
      { role: "assistant", content: "That cannot be divided." },
    ]);
  });

  it("that does not exist is told to it, too", async () => {
    const { agent, prompts } = on(chatAgent, saying(calls("web_search", { query: "x" }), "I cannot search."));
    await agent.run({ messages: "Search for x." });
    expect(prompts()[1]).toMatch(/web_search/);
    expect((await agent.output()).messages).toHaveLength(4);
  });

  it("again and again ends with the limit of the chat agent's calls", async () => {
    const again = Array.from({ length: 9 }, () => calls("calculator", { expression: "1 +" }));
    const { agent } = on(chatAgent, saying(...again));
    await expect(agent.run(chatAgent.sampleInput)).rejects.toMatchObject({
      message: expect.stringContaining("8 model calls"),
    });
  });
});

describe("an answer that does not fit", () => {
  it.each<[string, Template, (object | string)[]]>([
    ["the critic", reflect, ["Draft.", { accepted: "maybe" }, { accepted: "maybe" }, { accepted: "maybe" }]],
    ["the planner", planAndExecute, [{ steps: "all" }, { steps: "all" }, { steps: "all" }]],
    ["the scores", evaluatorOptimiser, ["One", { score: "high" }, { score: "high" }, { score: "high" }]],
  ])("of %s ends the run with a problem that says so", async (_, template, said) => {
    const { agent } = on(template, new AnsweringModel(...said));
    await expect(agent.run(template.sampleInput)).rejects.toMatchObject({
      message: expect.stringMatching(/\S/),
    });
    expect(agent.finished().map(({ node }) => node)).not.toContain("accepted");
  });

  it("of whoever chooses the speaker ends the discussion with its sum", async () => {
    const { agent, way } = on(groupChat, new AnsweringModel({ label: "Nobody" }, "Nothing was said."));
    await agent.run(groupChat.sampleInput);
    expect(way().slice(-2)).toEqual(["choose.else", "sum.out"]);
    expect(await agent.output()).toEqual({ answer: "Nothing was said." });
  });
});

it("the research takes no material but a text", () => {
  const { agent } = on(research, saying("Points.", "Questions?"));
  expect(() => agent.run({ material: 5 })).toThrow("“material” needs a text");
});

it("a handoff to nobody is told to the lead, which goes on", async () => {
  const { agent, way } = on(supervisor, saying(calls("transfer_to_boss", { task: "x" }), "Done myself."));
  await agent.run(supervisor.sampleInput);
  expect(way()).toEqual(["lead.out"]);
});

it("the swarm begins at its desk where nobody it knows had the conversation", async () => {
  const { agent, way } = on(swarm, saying("Hello."));
  await agent.run(swarm.sampleInput);
  expect(way()).toEqual(["whose.else", "desk.out"]);
});

it("a pause of the approval outlives a model that fails after it", async () => {
  const { agent } = on(approval, saying("First"));
  await agent.run(approval.sampleInput);
  const [pause] = agent.pauses();
  await expect(agent.answer({ [pause?.id ?? ""]: { answer: "changes", text: "Nicer" } })).rejects.toThrow();
  expect(await agent.state()).toMatchObject({ draft: "First", feedback: "Nicer" });
});
