import { describe, expect, test } from "vitest";
import { type Actor, may } from "./actor";
import { isPermission, type Permission, permissions, roleMay, roles } from "./permissions";

const member = (role: (typeof roles)[number]): Actor => ({
  kind: "member",
  userId: "u",
  name: "n",
  workspaceId: "w",
  role,
});
const key = (...scopes: ("run" | "read" | "manage")[]): Actor => ({
  kind: "key",
  keyId: "k",
  name: "n",
  workspaceId: "w",
  scopes,
});

describe("roles", () => {
  test("an administrator may everything", () => {
    expect(permissions.filter((permission) => !roleMay("admin", permission))).toEqual([]);
  });

  test("a viewer changes nothing", () => {
    const allowed = permissions.filter((permission) => roleMay("viewer", permission));
    expect(allowed.filter((permission) => !permission.endsWith(".read"))).toEqual(["agent.chat"]);
  });

  test.each<[string, Permission, string[]]>([
    ["members and their roles", "member.manage", ["admin"]],
    ["API keys", "key.manage", ["admin"]],
    ["agents", "agent.edit", ["admin", "developer"]],
    ["approvals", "interrupt.answer", ["admin", "developer", "analyst"]],
    ["the record of changes", "audit.read", ["admin", "analyst"]],
  ])("%s", (_, permission, expected) => {
    expect(roles.filter((role) => may(member(role), permission))).toEqual(expected);
  });
});

describe("API keys", () => {
  test.each<[string, Actor, Permission, boolean]>([
    ["run may talk to an agent", key("run"), "agent.chat", true],
    ["run may not read traces", key("run"), "run.read", false],
    ["read may not start anything", key("read"), "agent.chat", false],
    ["scopes add up", key("run", "read"), "run.read", true],
    ["manage may publish", key("manage"), "agent.publish", true],
    ["no scope reaches members", key("run", "read", "manage"), "member.manage", false],
    ["no scope makes further keys", key("run", "read", "manage"), "key.manage", false],
    ["no scope reads secrets", key("run", "read", "manage"), "secret.read", false],
    ["no scope at all may nothing", key(), "agent.read", false],
  ])("%s", (_, actor, permission, allowed) => {
    expect(may(actor, permission)).toBe(allowed);
  });
});

test("a visitor has no permission of the workspace", () => {
  const visitor: Actor = { kind: "visitor", visitorId: "v" };
  expect(permissions.filter((permission) => may(visitor, permission))).toEqual([]);
});

test.each([
  ["agent.read", true],
  ["agent.fly", false],
  ["toString", false],
])("%s is a permission: %s", (name, expected) => {
  expect(isPermission(name)).toBe(expected);
});
