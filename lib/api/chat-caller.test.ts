import { expect, test } from "vitest";
import type { PublishedAgent } from "@/lib/agents/published";
import type { Actor } from "@/lib/auth/actor";
import { isAppError } from "@/workflows/errors/app-error";
import { chatCaller } from "./chat-caller";

const agent = (visibility: PublishedAgent["visibility"]): PublishedAgent => ({
  id: "agent_1",
  workspaceId: "home",
  name: "Helper",
  description: "",
  slug: "helper",
  visibility,
  version: 1,
  asksFeedback: true,
});
const member = (workspaceId: string): Actor => ({
  kind: "member",
  userId: "usr_1",
  name: "Mia",
  workspaceId,
  role: "viewer",
});
const key = (workspaceId: string, scopes: ("run" | "read")[]): Actor => ({
  kind: "key",
  keyId: "key_1",
  name: "CI",
  workspaceId,
  scopes,
});
const visitor = { kind: "visitor", visitorId: "vis_1" } as const;

/** Who the caller is taken for, or the code of the refusal. */
function outcome(of: PublishedAgent | null, actor: Actor | null): string {
  try {
    return chatCaller(of, actor, () => visitor).actor.kind;
  } catch (error) {
    if (isAppError(error)) return error.code;
    throw error;
  }
}

test.each([
  ["a stranger", null, "visitor", "unauthenticated", "unauthenticated"],
  ["a returning visitor", visitor, "visitor", "unauthenticated", "unauthenticated"],
  ["a member", member("home"), "member", "member", "not_found"],
  ["a member elsewhere", member("away"), "visitor", "not_found", "not_found"],
  ["a key that may run", key("home", ["run"]), "key", "key", "not_found"],
  ["a key that may only read", key("home", ["read"]), "forbidden", "forbidden", "not_found"],
  ["a key from elsewhere", key("away", ["run"]), "not_found", "not_found", "not_found"],
])("%s at a public, a private and a missing agent", (_, actor, atPublic, atPrivate, atMissing) => {
  expect(outcome(agent("public"), actor)).toBe(atPublic);
  expect(outcome(agent("workspace"), actor)).toBe(atPrivate);
  expect(outcome(null, actor)).toBe(atMissing);
});
