import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { InterruptAnswer } from "@/workflows/events/event";
import type { Channel } from "@/workflows/graph/channel";
import { fakeContext } from "@/workflows/testing/fake-context";
import { hostileValues } from "@/workflows/testing/hostile-values";
import { issuesOf, runNode } from "@/workflows/testing/run-node";
import { humanConfig } from "./config";
import { humanDefinition } from "./definition";
import { type AssigneeConfig, assigneesOf } from "./people";

const channels: Record<string, Channel> = {
  draft: { type: "string", reducer: "replace" },
  list: { type: "array", reducer: "append" },
  chat: { type: "messages", reducer: "messages" },
};
const config = {
  message: "Send {{ draft }}?",
  edit: ["draft", "list", "chat"],
  answers: [
    { id: "yes", label: "Yes", tone: "primary" },
    { id: "no", label: "No", tone: "danger" },
  ],
  allowText: true,
  textChannel: "why",
};
const state = { draft: "Hi", list: [1], chat: [] };
const visit = (answer: InterruptAnswer, more: object = {}) =>
  runNode("human", { ...config, ...more }, state, {}, fakeContext({ channels, answer }));

describe("an answer", () => {
  it.each<[InterruptAnswer, string]>([
    [{ answer: "" }, "answer"],
    [{ answer: "Yes" }, "answer"],
    [{ answer: "yes " }, "answer"],
    [{ answer: "toString" }, "answer"],
    [{ answer: "expired" }, "answer"],
    [{ answer: "split" }, "answer"],
    [{ answer: "due" }, "answer"],
    [{ answer: "yes", edits: { draft: null } }, "edits.draft"],
    [{ answer: "yes", edits: { draft: ["Hi"] } }, "edits.draft"],
    [{ answer: "yes", edits: { list: "1" } }, "edits.list"],
    [{ answer: "yes", edits: { list: { 0: 1 } } }, "edits.list"],
    [{ answer: "yes", edits: { chat: [{ role: "boss", content: "x" }] } }, "edits.chat"],
    [{ answer: "yes", edits: { why: "x" } }, "edits.why"],
    [{ answer: "yes", edits: { constructor: "x" } }, "edits.constructor"],
    [{ answer: "yes", form: {} }, "form"],
    [{ answer: "yes", args: {} }, "args"],
    [{ answer: "yes", result: 1 }, "result"],
  ])("%j is refused, and where is said", async (answer, field) => {
    await expect(visit(answer)).rejects.toMatchObject({ code: "invalid_input", details: { field } });
  });

  it.each<[string | undefined, object]>([
    ["  why not \n", { why: "why not" }],
    ["", {}],
    [" \n\t", {}],
    [undefined, {}],
    ["{{ draft }}", { why: "{{ draft }}" }],
    ["\u202eabc", { why: "\u202eabc" }],
  ])("with the text %j writes %j", async (text, update) => {
    expect(await visit({ answer: "no", ...(text !== undefined && { text }) })).toEqual({
      port: "no",
      update,
      overwrite: {},
    });
  });

  it("that edits takes the channels' place, whatever their reducers", async () => {
    const edits = { draft: "Hello", list: [], chat: [{ role: "user", content: "Hi" }] };
    expect(await visit({ answer: "yes", edits })).toEqual({ port: "yes", update: {}, overwrite: edits });
  });

  it.each(hostileValues)(
    "that edits a channel of any type with %s is checked by the type alone",
    async (_, value) => {
      const open: Record<string, Channel> = { draft: { type: "any", reducer: "replace" } };
      const more = { ...config, edit: ["draft"] };
      const given = fakeContext({ channels: open, answer: { answer: "yes", edits: { draft: value } } });
      expect((await runNode("human", more, state, {}, given)).overwrite).toEqual({ draft: value });
    },
  );

  it("given again after a lost server asks the same question and does the same", async () => {
    const asked = [fakeContext({ channels }), fakeContext({ channels })];
    const results = [];
    for (const context of asked) results.push(await runNode("human", config, state, {}, context));
    expect(asked[0]?.pauses).toEqual(asked[1]?.pauses);
    expect(results[0]).toEqual(results[1]);
  });
});

describe("the question", () => {
  const questionOf = async (more: object, given: Record<string, unknown> = state) => {
    const context = fakeContext({ channels });
    await runNode("human", { ...config, ...more }, given, {}, context);
    return context.pauses[0];
  };

  it("shows nothing for a channel that holds nothing, and names every one that is asked for", async () => {
    const found = await questionOf({ show: ["draft", "nothing"], message: "{{ nothing }}" }, {});
    expect(found).toMatchObject({ message: "", show: { draft: null, nothing: null } });
    expect(Object.keys(found?.editable ?? {})).toEqual(["draft", "list", "chat"]);
  });

  it("says nothing of what is not set, so that old graphs pause as they did", async () => {
    expect(Object.keys((await questionOf({})) ?? {})).toEqual([
      "message",
      "show",
      "editable",
      "answers",
      "allowText",
    ]);
  });

  it.each([
    [{ several: true, people: 3, rule: "veto" }, { quorum: { people: 3, rule: "veto" } }],
    [{ several: false, people: 3 }, { quorum: undefined }],
    [{ deadline: true, deadlineAfter: 0.5, deadlineUnit: "hours" }, { wakeAfterMs: 1_800_000 }],
    [{ deadline: false, deadlineAfter: 1 }, { wakeAfterMs: undefined }],
    [
      { tell: "discord", tellSecret: "TEAM", remind: false, remindAfter: 1 },
      { tell: { by: "discord", secret: "TEAM" } },
    ],
    [{ escalate: false, escalateTo: [{ kind: "role" }] }, { escalation: undefined }],
  ])("of %j says %j", async (more, part) => {
    expect({ ...(await questionOf(more)) }).toEqual(expect.objectContaining(definedOf(part)));
    const silent = Object.keys(part).filter((name) => !Object.hasOwn(definedOf(part), name));
    for (const name of silent) expect(await questionOf(more)).not.toHaveProperty(name);
  });
});

describe("assignees", () => {
  const person = fc.oneof(
    fc
      .constantFrom<AssigneeConfig["role"]>("admin", "analyst")
      .map((role): AssigneeConfig => ({ kind: "role", role, email: "" })),
    fc
      .constantFrom("ada@x.test", "ADA@x.test ", "grace@x.test")
      .map((email): AssigneeConfig => ({ kind: "member", role: "analyst", email })),
  );

  it("are each asked once, in the order in which they are named", () => {
    fc.assert(
      fc.property(fc.array(person, { maxLength: 8 }), (people) => {
        const found = assigneesOf(people, (template) => template).map((each) =>
          each.kind === "role" ? each.role : each.email,
        );
        const named = people.map(({ kind, role, email }) =>
          kind === "role" ? role : email.trim().toLowerCase(),
        );
        expect(found).toEqual([...new Set(named)]);
      }),
    );
  });

  it("are read from channels by the templates of members alone", () => {
    const assignees = [
      { kind: "role", role: "admin", email: "{{ left }}" },
      { kind: "member", email: "{{ owner.mail }}" },
    ];
    const parsed = humanConfig.parse({ ...config, assignees, escalateTo: assignees });
    const reads = (more: object) =>
      humanDefinition
        .reads({ ...parsed, ...more })
        .flatMap(({ channel, field }) => (channel === "owner" ? [field] : []));
    expect(reads({})).toEqual(["assignees.1.email"]);
    expect(reads({ escalate: true })).toEqual(["assignees.1.email", "escalateTo.1.email"]);
  });

  it("that are asked later need an address as well", () => {
    const assignees = [{ kind: "role" }];
    const escalateTo = [{ kind: "member", email: " " }];
    expect(issuesOf("human", { ...config, assignees, escalate: true, escalateTo })).toEqual([
      "escalateTo.0.email: Write the member's e-mail address.",
    ]);
  });
});

function definedOf(part: object): object {
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined));
}
