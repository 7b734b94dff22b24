import { AIMessage } from "@langchain/core/messages";
import { describe, expect, it } from "vitest";
import { drive } from "@/workflows/compile/testing/drive";
import type { JsonObject } from "@/workflows/graph/json";
import { exampleServices } from "@/workflows/testing/example-services";
import { chatAgent } from "./chat-agent";
import { entryByEntry } from "./entry-by-entry";
import { groupChat } from "./group-chat";
import { templates } from "./registry";
import { research } from "./research";
import { supervisor } from "./supervisor";
import { swarm } from "./swarm";
import { on, saying } from "./testing/scripted";

const odd = [
  ["nothing but spaces", "   "],
  ["an expression", "{{ secrets.KEY }} and {{ 1 / 0 }}"],
  ["other alphabets", "日本語 · العربية · 😀👩‍👩‍👧"],
  ["Markdown and code", "```js\nalert(1)\n```\n| a | b |"],
  ["a very long text", "word ".repeat(20_000)],
  ["JSON", '{"steps": [], "label": "Done"}'],
] as const;

/** The sample with this text in place of every text. */
const withText = (input: JsonObject, text: string): JsonObject =>
  Object.fromEntries(
    Object.entries(input).map(([name, value]) => [name, Array.isArray(value) ? [text] : text]),
  );

describe.each(
  templates
    .filter(({ sampleInput }) => Object.keys(sampleInput).length > 0)
    .map((each) => [each.id, each] as const),
)("the template %s given", (id, { document, sampleInput }) => {
  it.each(odd)("%s comes to its end or its pause, and takes it for nothing but a text", async (_, text) => {
    const input = id === "chat-agent" ? { messages: text } : withText(sampleInput, text);
    const agent = drive(document, exampleServices());
    await agent.run(input);
    expect(agent.pauses().length > 0 || Object.keys(await agent.output()).length > 0).toBe(true);
    expect(agent.ofType("node.failed")).toEqual([]);
  });
});

describe("a conversation", () => {
  it.each([
    ["a text", "Hi"],
    ["a message", { role: "user", content: "Hi" }],
    ["messages", [{ role: "user", content: "Hi" }]],
    [
      "what was said before",
      [
        { role: "user", content: "Hello" },
        { role: "assistant", content: "Hello!" },
        { role: "user", content: "Hi" },
      ],
    ],
  ])("may be given as %s, to every template that has one", async (_, messages) => {
    for (const template of [chatAgent, supervisor, swarm]) {
      const { agent, prompts } = on(template, saying("Well."));
      const { messages: kept } = await agent.run({ messages });
      expect(prompts()[0]).toContain("Hi");
      expect(kept).toMatchObject([
        ...(Array.isArray(messages) ? messages : [{ role: "user", content: "Hi" }]),
        { role: "assistant", content: "Well." },
      ]);
    }
  });

  it("goes on in the next run of the thread, and every agent of a team sees all of it", async () => {
    const { agent, prompts } = on(chatAgent, saying("One.", "Two.", "Three."));
    for (const [index, said] of ["First?", "Second?", "Third?"].entries()) {
      agent.nextRun(`run_${index}`);
      await agent.run({ messages: said });
    }
    expect(prompts()[2]).toMatch(/First\?[\s\S]*One\.[\s\S]*Second\?[\s\S]*Two\.[\s\S]*Third\?/);
    expect((await agent.output()).messages).toHaveLength(6);
  });

  it.each([
    ["no role of a conversation", [{ role: "oracle", content: "Hi" }]],
    ["no content", [{ role: "user" }]],
    ["a number", 5],
  ])("is refused where it has %s", (_, messages) => {
    for (const template of [chatAgent, groupChat]) {
      const { agent } = on(template, saying("Well."));
      expect(() => agent.run({ messages })).toThrow(expect.objectContaining({ code: "invalid_input" }));
    }
  });
});

describe("a list, entry by entry", () => {
  const run = async (reviews: unknown[], ...said: string[]) => {
    const { agent } = on(entryByEntry, saying(...said));
    await agent.run({ reviews: reviews.map((each) => String(each)) });
    return agent.output();
  };

  it("may be empty: then only the sum is asked for", async () => {
    expect(await run([], "Nobody wrote.")).toEqual({ answers: [], problems: [], summary: "Nobody wrote." });
  });

  it("may have nothing but entries that fail, and each is told of by its place", async () => {
    const { problems, summary } = await run(["", "", ""], "All were empty.");
    expect(problems).toMatchObject([{ index: 0 }, { index: 1 }, { index: 2 }]);
    expect(summary).toBe("All were empty.");
  });

  it("may be long: every entry is asked about once", async () => {
    const said = Array.from({ length: 40 }, (_, index) => `Answer ${index}.`);
    const { answers } = await run(
      Array.from({ length: 40 }, (_, index) => `Review ${index}`),
      ...said,
      "Sum.",
    );
    expect(answers).toHaveLength(40);
    expect(answers).toEqual(expect.arrayContaining(said));
  });
});

it("the research counts words and numbers as they stand, of any material", async () => {
  const notes = async (material: string) => {
    const { agent } = on(research, saying(new AIMessage("P"), new AIMessage("Q"), new AIMessage("R")));
    return (await agent.run({ material })).notes;
  };
  expect(await notes("")).toContain("The text has 0 words. Numbers in it: none.");
  expect(await notes(" 1.5 or 2,000 or 7 ")).toContain("The text has 5 words. Numbers in it: 1.5; 2,000; 7.");
  expect(await notes("a\n\nb\tc")).toContain("The text has 3 words. Numbers in it: none.");
});
