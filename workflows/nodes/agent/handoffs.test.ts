import { AIMessage, HumanMessage } from "@langchain/core/messages";
import { fakeModel } from "langchain";
import { describe, expect, it } from "vitest";
import { toPlainMessage } from "@/workflows/events/plain-message.server";
import { issuesOf, runNode } from "@/workflows/testing/run-node";
import { agentConfig, agentDefinition } from "./definition";
import { handoffTool } from "./handoffs";

const handoffs = [
  { id: "billing", label: "Billing & invoices", purpose: "Money." },
  { id: "tech", label: "Technik", purpose: "Things that broke." },
];
const config = {
  model: "acme/one",
  messages: "chat",
  output: "answer",
  taskChannel: "task",
  activeChannel: "active",
  handoffs,
};
const transfer = (...names: string[]) =>
  new AIMessage({
    content: "",
    tool_calls: names.map((name, index) => ({ name, id: `t${index}`, args: { task: `Do ${index}` } })),
  });

async function visit(...answers: AIMessage[]) {
  const model = answers.reduce((built, answer) => built.respond(answer), fakeModel());
  const state = { chat: [new HumanMessage("My bill is wrong.")] };
  const { port, update = {} } = await runNode("agent", config, state, {
    models: { resolve: async () => model },
  });
  const { chat, ...rest } = update;
  return { port, rest, chat: Array.isArray(chat) ? chat.map(toPlainMessage) : [], model };
}

describe("an agent that may hand over", () => {
  it("leaves by the port of whom it hands over to, with the task and who is active now", async () => {
    const { port, rest, chat, model } = await visit(transfer("transfer_to_billing_invoices"));
    expect(port).toBe("billing");
    expect(rest).toEqual({ task: "Do 0", active: "billing" });
    expect(chat).toMatchObject([
      { role: "assistant", toolCalls: [{ id: "t0" }] },
      { role: "tool", toolCallId: "t0", content: "Handed over to Billing & invoices." },
    ]);
    expect(model.callCount).toBe(1);
  });

  it("answers like any other where it does not", async () => {
    const { port, rest } = await visit(new AIMessage("Pay again."));
    expect([port, rest]).toEqual([undefined, { answer: "Pay again." }]);
  });

  it("goes to the first where a model hands over to several at once", async () => {
    const { port } = await visit(transfer("transfer_to_technik", "transfer_to_billing_invoices"));
    expect(port).toBe("tech");
  });

  it("goes on where a model hands over to nobody it knows", async () => {
    const { port, chat } = await visit(transfer("transfer_to_nobody"), new AIMessage("Then I answer."));
    expect(port).toBeUndefined();
    expect(chat.at(-1)?.content).toBe("Then I answer.");
  });

  it("has a port for each beside the one for its answer", () => {
    const ports = agentDefinition.ports(agentConfig.parse(config));
    expect(ports.map(({ name, label }) => [name, label])).toEqual([
      ["out", "Next"],
      ["billing", "Billing & invoices"],
      ["tech", "Technik"],
    ]);
  });

  it.each([
    [{ id: "x", label: "Two Words", purpose: "" }, "transfer_to_two_words"],
    [{ id: "x", label: "Ünïcode", purpose: "" }, "transfer_to_n_code"],
    [{ id: "ops", label: "客服", purpose: "" }, "transfer_to_ops"],
  ])("names its tool so that every provider takes it: %j", (handoff, name) => {
    expect(handoffTool(handoff)).toBe(name);
  });

  it("says where two names would be the same for the model", () => {
    const twins = [
      { id: "a", label: "Team A", purpose: "One." },
      { id: "b", label: "team-a", purpose: "Other." },
    ];
    expect(issuesOf("agent", { ...config, handoffs: twins })).toEqual([
      "handoffs.1.label: The model could not tell this from “Team A”: both are called by transfer_to_team_a.",
    ]);
  });
});
