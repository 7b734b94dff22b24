import { describe, expect, it } from "vitest";
import { drive } from "@/workflows/compile/testing/drive";
import { approval } from "@/workflows/templates/approval";
import { chatAgent } from "@/workflows/templates/chat-agent";
import { entryByEntry } from "@/workflows/templates/entry-by-entry";
import { research } from "@/workflows/templates/research";
import { OfflineChatModel } from "./offline-chat-model";

/** The examples of a new workspace, on the model they come with. */
const offline = { models: { resolve: async () => new OfflineChatModel() } };

describe("the example agents work with no key", () => {
  it("chat: calculates through its tool", async () => {
    const agent = drive(chatAgent.document, offline);
    await agent.run(chatAgent.sampleInput);
    expect((await agent.output()).messages).toMatchObject([
      { role: "user" },
      { role: "assistant", toolCalls: [{ name: "calculator", args: { expression: "(12.5 + 3) * 4" } }] },
      { role: "tool", content: "62" },
      { role: "assistant", content: expect.stringContaining("62") },
    ]);
  });

  it("chat: tells the time through its other tool", async () => {
    const agent = drive(chatAgent.document, offline);
    await agent.run({ messages: "What is the current time?" });
    expect((await agent.output()).messages).toMatchObject([
      { role: "user" },
      { role: "assistant", toolCalls: [{ name: "current_time" }] },
      { role: "tool", content: expect.stringMatching(/\(UTC\)$/) },
      { role: "assistant" },
    ]);
  });

  it("approval: drafts, revises and ends with the person's word", async () => {
    const agent = drive(approval.document, offline);
    await agent.run(approval.sampleInput);
    await agent.answer({ [agent.pauses()[0]?.id ?? ""]: { answer: "changes", text: "Mention the bakery" } });
    await agent.answer({ [agent.pauses()[0]?.id ?? ""]: { answer: "approve" } });
    expect(await agent.output()).toEqual({ draft: expect.stringContaining("bakery"), approved: true });
  });

  it("entry by entry: answers each review but the empty one", async () => {
    const agent = drive(entryByEntry.document, offline);
    await agent.run(entryByEntry.sampleInput);
    const { answers, problems } = await agent.output();
    expect(answers).toHaveLength(4);
    expect(problems).toMatchObject([{ index: 2 }]);
  });

  it("research: joins what its branches found", async () => {
    const agent = drive(research.document, offline);
    await agent.run(research.sampleInput);
    expect((await agent.state()).notes).toHaveLength(3);
    expect((await agent.output()).report).toContain("37 words");
  });
});
