import { describe, expect, it } from "vitest";
import { type Answerer, refusal } from "./answerer";
import type { Assigned } from "./standing";

const grace: Answerer = {
  id: "usr_grace",
  userId: "usr_grace",
  name: "Grace",
  email: "grace@example.com",
  role: "analyst",
  mayAnswer: true,
  mayCall: true,
  overrides: false,
};
const role = (name: string): Assigned => ({ kind: "role", role: name });
const member = (email: string, more: object = {}): Assigned => ({ kind: "member", email, ...more });
const others = [role("developer"), member("ada@example.com")];
const passed = member("bob@example.com", { from: "grace@example.com" });

describe("who may answer a pause", () => {
  it.each<[string, Partial<Answerer>, Assigned[]]>([
    ["everybody, where nobody is named", {}, []],
    ["a member who is named", {}, [...others, member("grace@example.com")]],
    ["everybody of a role that is named", {}, [...others, role("analyst")]],
    ["administrators", { overrides: true }, others],
    ["administrators who passed it on", { overrides: true }, [passed]],
    ["whoever it came back to", {}, [passed, member("grace@example.com", { from: "bob@example.com" })]],
  ])("%s", (_, more, assignees) => {
    expect(refusal({ ...grace, ...more }, { assignees, votes: [] }, "human")).toBeUndefined();
  });

  it.each<[string, Partial<Answerer>, Assigned[], string]>([
    ["others are named", {}, others, "This is for the role developer, ada@example.com to answer."],
    ["a key is no member", { email: null, role: null }, [role("analyst")], "This is for the role analyst"],
    ["it was passed on", {}, [role("analyst"), passed], "You have passed this on to bob@example.com."],
    ["the role may not", { mayAnswer: false }, [], "Your role may look at approvals"],
  ])("is refused where %s", (_, more, assignees, words) => {
    expect(refusal({ ...grace, ...more }, { assignees, votes: [] }, "human")?.message).toContain(words);
  });

  it("answers once, administrators included", () => {
    const vote = { by: "Grace", at: "2026-03-05T09:00:00.000Z", answer: "yes" };
    const votes = [{ voter: grace.id, vote }];
    expect(refusal(grace, { assignees: [], votes }, "human")?.code).toBe("conflict");
    expect(refusal({ ...grace, overrides: true }, { assignees: [], votes }, "human")?.code).toBe("conflict");
  });
});

describe("a call of the caller's tool", () => {
  it.each([
    [true, undefined],
    [false, "forbidden"],
  ])("is done by whoever may talk with the agent: %s", (mayCall, code) => {
    const nobody = { ...grace, mayAnswer: false, mayCall };
    expect(refusal(nobody, { assignees: [], votes: [] }, "client")?.code).toBe(code);
  });
});
