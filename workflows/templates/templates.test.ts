import { AIMessage } from "@langchain/core/messages";
import { fakeModel } from "langchain";
import { describe, expect, it } from "vitest";
import { drive } from "@/workflows/compile/testing/drive";
import { graphDocumentSchema } from "@/workflows/graph/document";
import { validate } from "@/workflows/graph/validate/validate";
import { definitionOf, nodeDefinitions } from "@/workflows/nodes/registry";
import { exampleServices } from "@/workflows/testing/example-services";
import { approval } from "./approval";
import { blank } from "./blank";
import { chatAgent } from "./chat-agent";
import { entryByEntry } from "./entry-by-entry";
import { loop } from "./loop";
import { templates } from "./registry";
import { research } from "./research";

/** A model that answers with the given texts, one a call. */
function answering(...texts: string[]) {
  const model = texts.reduce((built, text) => built.respond(new AIMessage(text)), fakeModel());
  return { models: { resolve: async () => model } };
}

const card = { width: 260, height: 140 };

describe.each(templates.map((template) => [template.id, template] as const))(
  "the template %s",
  (_, template) => {
    const { document, sampleInput } = template;

    it("is a document without any issue", () => {
      expect(graphDocumentSchema.parse(document)).toEqual(document);
      expect(validate(document, nodeDefinitions)).toEqual([]);
    });

    it("uses the present version of every node type", () => {
      for (const node of Object.values(document.nodes)) {
        expect(node.typeVersion).toBe(definitionOf(node.type)?.typeVersion);
      }
    });

    it("is drawn from left to right without overlap", () => {
      const places = Object.keys(document.nodes).map((id) => document.layout.nodes[id]);
      expect(places).not.toContain(undefined);
      const overlapping = places.flatMap((one, index) =>
        places
          .slice(index + 1)
          .filter(
            (other) =>
              one &&
              other &&
              Math.abs(one.x - other.x) < card.width &&
              Math.abs(one.y - other.y) < card.height,
          ),
      );
      expect(overlapping).toEqual([]);
      const { start, end } = document.layout.nodes;
      for (const place of places) {
        expect(place?.x).toBeGreaterThanOrEqual(start?.x ?? 0);
        expect(place?.x).toBeLessThanOrEqual(end?.x ?? 0);
      }
    });

    it("takes its sample as input, with the model that needs no key", async () => {
      const agent = drive(document, exampleServices());
      await expect(agent.run(sampleInput)).resolves.toBeDefined();
    });
  },
);

describe("what the templates do", () => {
  it("blank gives nothing back yet", async () => {
    const agent = drive(blank.document);
    await agent.run();
    expect(await agent.output()).toEqual({});
  });

  it("the chat agent uses its calculator and remembers the conversation", async () => {
    const model = fakeModel()
      .respondWithTools([{ name: "calculator", args: { expression: "(12.5 + 3) * 4" }, id: "c1" }])
      .respond(new AIMessage("It is 62."))
      .respond(new AIMessage("You are welcome."));
    const agent = drive(chatAgent.document, { models: { resolve: async () => model } });
    await agent.run(chatAgent.sampleInput);
    agent.nextRun("run_2");
    await agent.run({ messages: "Thanks" });
    const { messages } = await agent.output();
    expect(messages).toMatchObject([
      { role: "user", content: "What is (12.5 + 3) * 4?" },
      { role: "assistant", toolCalls: [{ name: "calculator" }] },
      { role: "tool", content: "62" },
      { role: "assistant", content: "It is 62." },
      { role: "user", content: "Thanks" },
      { role: "assistant", content: "You are welcome." },
    ]);
  });

  it("the approval revises until the person agrees", async () => {
    const agent = drive(approval.document, answering("First", "Second"));
    await agent.run(approval.sampleInput);
    await agent.answer({ [agent.pauses()[0]?.id ?? ""]: { answer: "changes", text: "Nicer" } });
    expect(await agent.state()).toMatchObject({ draft: "Second", feedback: "Nicer", approved: false });
    await agent.answer({ [agent.pauses()[0]?.id ?? ""]: { answer: "approve", edits: { draft: "Mine" } } });
    expect(await agent.output()).toEqual({ draft: "Mine", approved: true });
  });

  it("the approval gives up after three rounds", async () => {
    const agent = drive(approval.document, answering("0", "1", "2", "3"));
    await agent.run(approval.sampleInput);
    for (let round = 0; round < 4; round += 1) {
      await agent.answer({ [agent.pauses()[0]?.id ?? ""]: { answer: "changes" } });
    }
    expect(agent.pauses()).toEqual([]);
    expect(await agent.output()).toEqual({ draft: "3", approved: false });
  });

  it("the loop ends as soon as its condition is met", async () => {
    const agent = drive(loop.document, answering("Short.", "Long. ".repeat(70)));
    await agent.run(loop.sampleInput);
    expect(await agent.output()).toEqual({ result: "Long. ".repeat(70), rounds: 2, done: true });
  });

  it("the loop gives up after five rounds", async () => {
    const agent = drive(loop.document, answering("1", "2", "3", "4", "5", "6"));
    await agent.run(loop.sampleInput);
    expect(await agent.output()).toEqual({ result: "5", rounds: 5, done: false });
  });

  it("entry by entry answers what is written, notes what is not, and sums up once", async () => {
    const agent = drive(entryByEntry.document, answering("1", "2", "3", "4", "All answered."));
    await agent.run(entryByEntry.sampleInput);
    const { answers, ...rest } = await agent.output();
    expect(answers).toEqual(expect.arrayContaining(["1", "2", "3", "4"]));
    expect(rest).toEqual({
      problems: [{ index: 2, error: expect.stringContaining("Nothing is written in this review.") }],
      summary: "All answered.",
    });
  });

  it("the research joins its three looks once", async () => {
    const agent = drive(research.document, answering("Points.", "Questions?", "The report."));
    await agent.run(research.sampleInput);
    expect(await agent.output()).toEqual({ report: "The report." });
    expect((await agent.state()).notes).toEqual(
      expect.arrayContaining([
        "Points.",
        "Questions?",
        "The text has 37 words. Numbers in it: 48,000; 1931.",
      ]),
    );
    expect(agent.finished().filter((event) => event.node === "report")).toHaveLength(1);
    expect(agent.plan.joins).toEqual([{ sources: ["numbers", "points", "questions"], target: "report" }]);
  });
});
