import { describe, expect, it } from "vitest";
import { fakeContext } from "@/workflows/testing/fake-context";
import { nodeContract } from "@/workflows/testing/node-contract";
import { issuesOf, runNode } from "@/workflows/testing/run-node";
import { humanDefinition } from "./definition";

nodeContract("human");

const channels = {
  draft: { type: "string", reducer: "replace" },
  count: { type: "number", reducer: "replace" },
} as const;
const config = {
  message: "Send {{ draft }}?",
  show: ["count"],
  edit: ["draft"],
  answers: [
    { id: "send", label: "Send", tone: "primary" },
    { id: "drop", label: "Drop", tone: "danger" },
  ],
  allowText: true,
  textChannel: "why",
};
const state = { draft: "Hi", count: 2 };

describe("human", () => {
  it("asks with the message filled in, what to show, what to edit, and the answers", async () => {
    const context = fakeContext({ channels });
    await runNode("human", config, state, {}, context);
    expect(context.pauses).toEqual([
      {
        message: "Send Hi?",
        show: { count: 2 },
        editable: { draft: "Hi" },
        answers: config.answers,
        allowText: true,
      },
    ]);
  });

  it("leaves by the answer and writes its text and edits", async () => {
    const answer = { answer: "drop", text: " too short ", edits: { draft: "Hello" } };
    expect(await runNode("human", config, state, {}, fakeContext({ channels, answer }))).toEqual({
      port: "drop",
      update: { why: "too short" },
      overwrite: { draft: "Hello" },
    });
  });

  it.each([
    ["an answer it did not offer", { answer: "maybe" }, "answer"],
    ["an edit of another type", { answer: "send", edits: { draft: 3 } }, "edits.draft"],
    ["an edit of a channel that is only shown", { answer: "send", edits: { count: 3 } }, "edits.count"],
  ])("refuses %s", async (_, answer, field) => {
    await expect(
      runNode("human", config, state, {}, fakeContext({ channels, answer })),
    ).rejects.toMatchObject({
      code: "invalid_input",
      details: { field },
    });
  });

  it("has one port for each answer and may interrupt", () => {
    const parsed = humanDefinition.config.parse(config);
    expect(humanDefinition.ports(parsed).map(({ name, label, meaning }) => [name, label, meaning])).toEqual([
      ["send", "Send", "answer"],
      ["drop", "Drop", "answer"],
    ]);
    expect(humanDefinition.interrupts?.(parsed)).toBe(true);
  });
});

const drawn = (more: object) => ({ name: "sum", label: "Sum", kind: "number", ...more });

describe("a form", () => {
  const withForm = { ...config, form: [drawn({ min: 1 })], formChannel: "details" };
  const asked = (answer: object) =>
    runNode("human", withForm, state, {}, fakeContext({ channels, answer: { answer: "send", ...answer } }));

  it("is asked with its JSON Schema, and its values go to a channel", async () => {
    const context = fakeContext({ channels, answer: { answer: "send", form: { sum: 3 } } });
    expect(await runNode("human", withForm, state, {}, context)).toMatchObject({
      update: { details: { sum: 3 } },
    });
    expect(context.pauses[0]?.form).toEqual({
      fields: [{ name: "sum", label: "Sum", kind: "number", required: true, min: 1 }],
      schema: {
        type: "object",
        properties: { sum: { title: "Sum", type: "number", minimum: 1 } },
        required: ["sum"],
        additionalProperties: false,
      },
    });
  });

  it.each([
    ["nothing", {}, "form.sum"],
    ["a value that does not fit", { form: { sum: 0 } }, "form.sum"],
    ["a value without a field", { form: { sum: 1, more: 1 } }, "form.more"],
  ])("refuses %s", async (_, answer, field) => {
    await expect(asked(answer)).rejects.toMatchObject({ code: "invalid_input", details: { field } });
  });

  it("is not needed by an answer that rejects, but what is given must fit", async () => {
    expect(await asked({ answer: "drop" })).toMatchObject({ port: "drop", update: {} });
    await expect(asked({ answer: "drop", form: { sum: "x" } })).rejects.toMatchObject({
      details: { field: "form.sum" },
    });
  });

  it("says what it lacks", () => {
    expect(issuesOf("human", { ...config, form: [drawn({})] })).toEqual([
      "formChannel: The form goes nowhere: choose the channel to write it to.",
    ]);
    const choice = drawn({ kind: "choice", options: "a\n\n a" });
    expect(
      issuesOf("human", { ...withForm, form: [drawn({ min: 2, max: 1 }), { ...choice, name: "c" }] }),
    ).toEqual(["form.0.max: This is less than “At least”.", "form.1.options: A choice is listed twice."]);
  });
});

describe("whom it asks", () => {
  const assignees = [
    { kind: "role", role: "analyst" },
    { kind: "member", email: " {{ draft }}@Example.com " },
    { kind: "member", email: "hi@example.com" },
  ];

  it("are roles and members by address, each once", async () => {
    const context = fakeContext({ channels });
    await runNode("human", { ...config, assignees }, state, {}, context);
    expect(context.pauses[0]?.assignees).toEqual([
      { kind: "role", role: "analyst" },
      { kind: "member", email: "hi@example.com" },
    ]);
    const parsed = humanDefinition.config.parse({ ...config, assignees });
    expect(humanDefinition.reads(parsed)).toContainEqual({ channel: "draft", field: "assignees.1.email" });
  });

  it("cannot be nobody", async () => {
    await expect(
      runNode(
        "human",
        { ...config, assignees: [{ kind: "member", email: "{{ draft }}" }] },
        { ...state, draft: " " },
      ),
    ).rejects.toMatchObject({ code: "node_failed", details: { field: "assignees.0.email" } });
    expect(issuesOf("human", { ...config, assignees: [{ kind: "member" }] })).toEqual([
      "assignees.0.email: Write the member's e-mail address.",
    ]);
  });

  it("grow after a while, where it says so", async () => {
    const later = { escalate: true, escalateAfter: 90, escalateUnit: "minutes" };
    const to = [{ kind: "role", role: "admin" }];
    const context = fakeContext({ channels });
    await runNode("human", { ...config, assignees, ...later, escalateTo: to }, state, {}, context);
    expect(context.pauses[0]?.escalation).toEqual({ afterMs: 5_400_000, to });
    expect(issuesOf("human", { ...config, ...later })).toEqual([
      "escalateTo: Say who is asked later.",
      "assignees: Everybody may answer already: say who is asked first.",
    ]);
  });
});

describe("ways out beside the answers", () => {
  const votes = [{ by: "Ada", at: "2026-03-05T09:00:00.000Z", answer: "send" }];

  it.each([
    ["nobody answered in time", { deadline: true }, "expired"],
    ["those who answered do not agree", { several: true }, "split"],
  ])("are taken where %s", async (_, more, port) => {
    const all = { ...config, ...more, record: "who" };
    const context = fakeContext({ channels, answer: { answer: port, votes } });
    expect(await runNode("human", all, state, {}, context)).toEqual({
      port,
      update: { who: votes },
      overwrite: {},
    });
    const ports = humanDefinition.ports(humanDefinition.config.parse(all));
    expect(ports.map(({ name }) => name)).toEqual(["send", "drop", port]);
    await expect(
      runNode("human", config, state, {}, fakeContext({ channels, answer: { answer: port } })),
    ).rejects.toMatchObject({ details: { field: "answer" } });
  });

  it("are no answers of their own, and no time is none", () => {
    const answers = [{ id: "expired", label: "Too late", tone: "neutral" }];
    expect(issuesOf("human", { ...config, answers })).toEqual([]);
    expect(issuesOf("human", { ...config, answers, deadline: true, deadlineAfter: 0 })).toEqual([
      "answers: An answer has the id “expired”, which is the port “Expired”: give it another.",
      "deadlineAfter: Choose a time that is longer than none.",
    ]);
    expect(
      issuesOf("human", { ...config, deadline: true, deadlineAfter: 400, deadlineUnit: "days" }),
    ).toEqual(["deadlineAfter: It may take up to 367 days."]);
  });
});

describe("how people are told", () => {
  const told = async (more: object) => {
    const context = fakeContext({ channels });
    await runNode("human", { ...config, ...more }, state, {}, context);
    return context.pauses[0]?.tell;
  };

  it.each([
    [{ tell: "nobody", tellTo: "a@example.com" }, undefined],
    [
      { tell: "email", tellTo: "{{ draft }}@example.com, , b@example.com" },
      { by: "email", to: ["Hi@example.com", "b@example.com"] },
    ],
    [
      { tell: "slack", tellSecret: "TEAM", remind: true, remindAfter: 2, remindUnit: "hours" },
      { by: "slack", secret: "TEAM", againAfterMs: 7_200_000 },
    ],
  ])("%j: %j", async (more, tell) => {
    expect(await told(more)).toEqual(tell);
  });

  it("needs an address or the name of a secret, which the workspace must have", async () => {
    expect(issuesOf("human", { ...config, tell: "email" })).toEqual([
      "tellTo: Say whom the question goes to.",
    ]);
    expect(issuesOf("human", { ...config, tell: "teams" })).toEqual([
      "tellSecret: Name the secret that holds the chat's address.",
    ]);
    const parsed = humanDefinition.config.parse({ ...config, tell: "teams", tellSecret: "TEAM" });
    expect(humanDefinition.needs?.(parsed)).toEqual([{ kind: "secret", field: "tellSecret", name: "TEAM" }]);
    await expect(told({ tell: "email", tellTo: " , " })).rejects.toMatchObject({
      details: { field: "tellTo" },
    });
  });
});
