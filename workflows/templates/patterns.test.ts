import { AIMessage, type BaseMessage } from "@langchain/core/messages";
import { fakeModel } from "langchain";
import { describe, expect, it } from "vitest";
import type { JsonObject } from "@/workflows/graph/json";
import { AnsweringModel } from "@/workflows/testing/answering-model";
import { crew } from "./crew";
import { evaluatorOptimiser } from "./evaluator-optimiser";
import { groupChat } from "./group-chat";
import { planAndExecute } from "./plan-and-execute";
import { reflect } from "./reflect";
import { supervisor } from "./supervisor";
import { swarm } from "./swarm";
import { handOver, on } from "./testing/scripted";

const replies = (...messages: BaseMessage[]) =>
  messages.reduce((built, each) => built.respond(each), fakeModel());

describe("patterns", () => {
  it("the supervisor hands over piece by piece, and answers at the end", async () => {
    const model = replies(
      handOver("researcher", "Find the hours."),
      new AIMessage("Nine to five."),
      handOver("writer", "Make a sign."),
      new AIMessage("OPEN 9–5"),
      new AIMessage("The sign says OPEN 9–5."),
    );
    const { agent, way } = on(supervisor, model);
    const { messages } = await agent.run(supervisor.sampleInput);
    expect(way()).toEqual(["lead.researcher", "researcher.out", "lead.writer", "writer.out", "lead.out"]);
    expect(model.calls[1]?.messages.at(-1)?.text).toContain("Your task: Find the hours.");
    expect(model.calls[4]?.messages.map(({ text }) => text)).toEqual(
      expect.arrayContaining(["Nine to five.", "OPEN 9–5"]),
    );
    expect(messages).toHaveLength(8);
  });

  it("the supervisor stops where it hands over again and again", async () => {
    const rounds = Array.from({ length: 4 }, () => [
      handOver("writer", "Again."),
      new AIMessage("Done."),
    ]).flat();
    const { agent, way } = on(supervisor, replies(...rounds));
    await agent.run(supervisor.sampleInput);
    expect(way().filter((visit) => visit === "writer.out")).toHaveLength(3);
    expect(way().at(-1)).toBe("lead.limit");
  });

  it("the swarm hands over between equals, and the next message goes to who had it last", async () => {
    const model = replies(
      handOver("billing", "A bill is wrong."),
      new AIMessage("Which bill?"),
      new AIMessage("I see: number 7."),
      handOver("support", "The portal is down."),
      new AIMessage("It is up again."),
    );
    const { agent, way } = on(swarm, model);
    await agent.run(swarm.sampleInput);
    expect((await agent.state()).active).toBe("billing");
    agent.nextRun("run_2");
    await agent.run({ messages: "Number 7." });
    agent.nextRun("run_3");
    await agent.run({ messages: "I cannot see it in the portal." });
    expect(way().filter((visit) => !visit.startsWith("whose"))).toEqual([
      "desk.billing",
      "billing.out",
      "billing.out",
      "billing.support",
      "support.out",
    ]);
    expect((await agent.state()).active).toBe("support");
  });

  it("the crew works one after the other, each on what came before", async () => {
    const model = replies(new AIMessage("Notes."), new AIMessage("Draft."), new AIMessage("Article."));
    const { agent } = on(crew, model);
    await agent.run(crew.sampleInput);
    expect(await agent.output()).toEqual({ article: "Article." });
    expect(model.calls[1]?.messages.at(-1)?.text).toContain("Notes.");
    expect(model.calls[2]?.messages.at(-1)?.text).toMatch(/Notes\.[\s\S]*Draft\./);
  });

  const speaks = (label: string) => [{ label }, `${label} speaks.`];

  it("the group chat lets those speak whom the model chooses, until it says that all was said", async () => {
    const model = new AnsweringModel(
      ...speaks("Critic"),
      ...speaks("Optimist"),
      { label: "Done" },
      "On Sundays.",
    );
    const { agent, way } = on(groupChat, model);
    await agent.run(groupChat.sampleInput);
    expect(way().filter((visit) => /^(optimist|critic|expert|sum)/.test(visit))).toEqual([
      "critic.out",
      "optimist.out",
      "sum.out",
    ]);
    expect(await agent.output()).toEqual({ answer: "On Sundays." });
  });

  it("the group chat ends after six rounds, and counts anew for the next question", async () => {
    const six = Array.from({ length: 6 }, () => speaks("Expert")).flat();
    const { agent } = on(groupChat, new AnsweringModel(...six, "First.", { label: "Done" }, "Second."));
    await agent.run(groupChat.sampleInput);
    expect(await agent.state()).toMatchObject({ rounds: 6, answer: "First." });
    agent.nextRun("run_2");
    await agent.run({ messages: "And on Mondays?" });
    expect(await agent.state()).toMatchObject({ rounds: 0, answer: "Second." });
  });

  it("the plan is made anew after every step, until nothing is left", async () => {
    const model = new AnsweringModel(
      { steps: ["Multiply", "Divide"] },
      "84",
      { steps: ["Divide"] },
      "22.5",
      { steps: [] },
      "84 is more.",
    );
    const { agent } = on(planAndExecute, model);
    await agent.run(planAndExecute.sampleInput);
    expect(await agent.output()).toEqual({
      answer: "84 is more.",
      done: [
        { step: "Multiply", result: "84" },
        { step: "Divide", result: "22.5" },
      ],
    });
  });

  it.each<[string, (object | string)[], JsonObject]>([
    [
      "is accepted",
      ["One.", { accepted: false, critique: "Longer." }, "Two.", { accepted: true, critique: "" }],
      { draft: "Two.", review: { accepted: true, critique: "" } },
    ],
    [
      "was revised three times",
      [
        "0",
        ...[1, 2, 3].flatMap((n) => [{ accepted: false, critique: "No." }, `${n}`]),
        { accepted: false, critique: "No." },
      ],
      { draft: "3", review: { accepted: false, critique: "No." } },
    ],
  ])("the reflection ends when the text %s", async (_, answers, output) => {
    const { agent } = on(reflect, new AnsweringModel(...answers));
    await agent.run(reflect.sampleInput);
    expect(await agent.output()).toEqual(output);
  });

  it.each<[string, number[], JsonObject]>([
    ["at a good score", [3, 9], { best: "2", bestScore: 9 }],
    ["after five attempts, with the best of them", [3, 7, 5, 6, 7], { best: "2", bestScore: 7 }],
  ])("the optimiser ends %s", async (_, scores, output) => {
    const answers = scores.flatMap((score, index) => [`${index + 1}`, { score, advice: "Shorter." }]);
    const { agent } = on(evaluatorOptimiser, new AnsweringModel(...answers));
    await agent.run(evaluatorOptimiser.sampleInput);
    expect(await agent.output()).toEqual(output);
  });
});
