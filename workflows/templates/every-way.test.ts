import { AIMessage } from "@langchain/core/messages";
import { describe, expect, it } from "vitest";
import { AnsweringModel } from "@/workflows/testing/answering-model";
import { approval } from "./approval";
import { evaluatorOptimiser } from "./evaluator-optimiser";
import { loop } from "./loop";
import { planAndExecute } from "./plan-and-execute";
import { reflect } from "./reflect";
import { templates } from "./registry";
import { research } from "./research";
import type { Template } from "./template";
import { on, saying } from "./testing/scripted";
import { no, type Story, score, stories } from "./testing/stories";

/** Runs a story to its end. */
async function told(template: Template, { said, answers = [], next = [] }: Story) {
  const isPlain = said.every((each) => typeof each === "string" || each instanceof AIMessage);
  const words = said.filter(
    (each): each is string | AIMessage => typeof each === "string" || each instanceof AIMessage,
  );
  const { agent, way } = on(template, isPlain ? saying(...words) : new AnsweringModel(...said));
  await agent.run(template.sampleInput);
  for (const answer of answers) await agent.answer({ [agent.pauses()[0]?.id ?? ""]: answer });
  for (const [index, input] of next.entries()) {
    agent.nextRun(`run_${index + 2}`);
    await agent.run(input);
  }
  return { agent, way: way().filter((visit) => !/^(start|end)\./.test(visit)) };
}

const cases = stories.flatMap(([id, template, list]) =>
  list.map((story) => [id, story.way.slice(-4).join(", "), template, story] as const),
);

describe("a template goes the way that its model and its people choose", () => {
  it.each(cases)("%s: … %s", async (_, __, template, story) => {
    const { agent, way } = await told(template, story);
    expect(way).toEqual(story.way);
    expect(agent.pauses()).toEqual([]);
  });

  it.each(stories.map(([id, template, list]) => [id, template, list] as const))(
    "and every edge of %s is gone by one of these",
    (_, template, list) => {
      const gone = new Set(list.flatMap(({ way }) => way));
      const drawn = Object.values(template.document.edges)
        .filter(({ source }) => template.document.nodes[source]?.type !== "start")
        .map(({ source, port }) => `${source}.${port}`);
      expect([...new Set(drawn)].filter((port) => !gone.has(port))).toEqual([]);
    },
  );

  it("and none is forgotten here that has a choice in it", () => {
    const here = stories.map(([id]) => id);
    const choosing = templates.filter(({ document }) =>
      Object.values(document.edges).some(({ port }) => port !== "out"),
    );
    expect(here).toEqual(expect.arrayContaining(choosing.map(({ id }) => id)));
  });
});

describe("the parallel looks of the research", () => {
  it("see the same material and not each other's notes, and the report sees all three", async () => {
    const { agent, prompts } = on(research, saying("Points.", "Questions?", "Report."));
    await agent.run({ material: "Seven cats." });
    const [one = "", two = "", three = ""] = prompts();
    for (const prompt of [one, two]) expect(prompt).toMatch(/Seven cats\.(?![\s\S]*Points\.)/);
    expect(three).toContain("Points.");
    expect(three).toContain("Questions?");
    expect(three).toContain("The text has 2 words. Numbers in it: none.");
  });
});

describe("what is asked of the models", () => {
  it.each<[string, Template, (object | string)[], number, RegExp]>([
    [
      "the critique reaches who revises",
      reflect,
      ["a", no, "b", { accepted: true, critique: "" }],
      2,
      /Critique:\nLonger\./,
    ],
    [
      "the best attempt and the advice reach the next one",
      evaluatorOptimiser,
      ["First", score(3), "b", score(9)],
      2,
      /best so far:\nFirst[\s\S]*Shorter\./,
    ],
    [
      "the step reaches who does it",
      planAndExecute,
      [{ steps: ["Add", "Take"] }, "5", { steps: [] }, "x"],
      1,
      /The step: Add/,
    ],
    [
      "what came out reaches who plans again",
      planAndExecute,
      [{ steps: ["Add"] }, "5", { steps: [] }, "x"],
      2,
      /"result": ?"5"/,
    ],
    [
      "the text so far reaches the next round",
      loop,
      ["First try", "x".repeat(400)],
      1,
      /text so far:\nFirst try/,
    ],
  ])("%s", async (_, template, said, call, pattern) => {
    const { agent, prompts } = on(template, new AnsweringModel(...said));
    await agent.run(template.sampleInput);
    expect(prompts()[call]).toMatch(pattern);
  });

  it("what a person wants changed and what they wrote themselves reach who revises", async () => {
    const { agent, prompts } = on(approval, saying("One", "Two"));
    await agent.run(approval.sampleInput);
    const answer = { answer: "changes", text: "Nicer", edits: { draft: "Mine" } };
    await agent.answer({ [agent.pauses()[0]?.id ?? ""]: answer });
    expect(prompts()[1]).toMatch(/What to change: Nicer[\s\S]*Mine/);
  });
});
