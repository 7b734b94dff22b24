import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { invitations, users } from "@/drizzle/schema";
import type { DatabaseHandle } from "@/lib/db/database";
import { createTestDatabase } from "@/lib/db/testing/test-database";
import type { Actor, WorkspaceActor } from "./actor";
import { userOfIdentity } from "./identities";
import { setSignUpOpen } from "./instance-settings";
import {
  acceptInvitation,
  createInvitation,
  invitationInfo,
  listInvitations,
  revokeInvitation,
} from "./invitations";
import { listMembers, removeMember, setMemberRole } from "./members";
import { createFirstAdmin } from "./setup";
import { signIn } from "./sign-in";
import { signUp } from "./sign-up";
import { firstWorkspaceId } from "./workspaces";

let handle: DatabaseHandle;
let admin: WorkspaceActor;
const stranger: Actor = { kind: "member", userId: "u", name: "S", workspaceId: "wsp_other", role: "admin" };

beforeAll(async () => {
  handle = await createTestDatabase();
  const first = { name: "Ada", email: "Ada@example.com", password: "a long password", workspace: "Acme" };
  const user = await createFirstAdmin(handle.db, first, async () => {});
  const workspaceId = (await firstWorkspaceId(handle.db)) ?? "";
  admin = { kind: "member", userId: user.id, name: user.name, workspaceId, role: "admin" };
});
afterAll(() => handle.close());

const person = (name: string) => ({ name, email: `${name}@example.com`, password: "a long password" });

describe("sign-in", () => {
  test.each([
    ["right, whatever the case of the address", "ada@EXAMPLE.com", "a long password", true],
    ["wrong password", "ada@example.com", "a wrong password", false],
    ["unknown person", "nobody@example.com", "a long password", false],
  ])("%s", async (_, email, password, welcome) => {
    expect((await signIn(handle.db, { email, password })) !== null).toBe(welcome);
  });

  test("a disabled account stays out", async () => {
    const { token } = await createInvitation(handle.db, admin, { role: "viewer" });
    const user = await signUp(handle.db, { ...person("gone"), invitation: token });
    await handle.db.update(users).set({ disabled: true }).where(eq(users.id, user.id));
    expect(await signIn(handle.db, person("gone"))).toBeNull();
  });
});

describe("sign-up", () => {
  test("is closed until an administrator opens it, and then makes viewers", async () => {
    await expect(signUp(handle.db, person("early"))).rejects.toMatchObject({ code: "forbidden" });
    await setSignUpOpen(handle.db, true);
    await signUp(handle.db, person("early"));
    await setSignUpOpen(handle.db, false);
    await expect(signUp(handle.db, person("late"))).rejects.toMatchObject({ code: "forbidden" });
    const members = await listMembers(handle.db, admin);
    expect(members.find((member) => member.name === "early")?.role).toBe("viewer");
  });

  test("refuses an address that has an account", async () => {
    const { token } = await createInvitation(handle.db, admin, { role: "viewer" });
    const again = { ...person("x"), email: "ADA@example.com", invitation: token };
    await expect(signUp(handle.db, again)).rejects.toMatchObject({
      code: "conflict",
      details: { field: "email" },
    });
    // The invitation was not used up by the refusal.
    expect(await invitationInfo(handle.db, token)).toEqual({
      workspace: "Acme",
      role: "viewer",
      email: null,
    });
  });
});

describe("invitations", () => {
  test("of two people with one link one gets in, with the role it names", async () => {
    const { token } = await createInvitation(handle.db, admin, { role: "developer" });
    const results = await Promise.allSettled([
      signUp(handle.db, { ...person("dev1"), invitation: token }),
      signUp(handle.db, { ...person("dev2"), invitation: token }),
    ]);
    expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    const developers = (await listMembers(handle.db, admin)).filter((member) => member.role === "developer");
    expect(developers).toHaveLength(1);
  });

  test("made out to an address they admit nobody else", async () => {
    const { token } = await createInvitation(handle.db, admin, {
      role: "viewer",
      email: "Right@example.com",
    });
    await expect(signUp(handle.db, { ...person("wrong"), invitation: token })).rejects.toMatchObject({
      code: "forbidden",
    });
    await signUp(handle.db, { ...person("right"), invitation: token });
  });

  test.each(["expired", "withdrawn", "unknown"])("%s ones are gone", async (how) => {
    const made = await createInvitation(handle.db, admin, { role: "viewer" });
    const token = how === "unknown" ? "nonsense" : made.token;
    if (how === "withdrawn") await revokeInvitation(handle.db, admin, made.id);
    const past = { expiresAt: new Date(0) };
    if (how === "expired") await handle.db.update(invitations).set(past).where(eq(invitations.id, made.id));
    await expect(invitationInfo(handle.db, token)).rejects.toMatchObject({ code: "not_found" });
    await expect(acceptInvitation(handle.db, { token, email: "a@b.c" })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test("another workspace sees and withdraws none", async () => {
    const made = await createInvitation(handle.db, admin, { role: "viewer" });
    expect(await listInvitations(handle.db, stranger)).toEqual([]);
    await expect(revokeInvitation(handle.db, stranger, made.id)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("members", () => {
  test("the last administrator can neither step down nor be removed", async () => {
    const { userId } = admin.kind === "member" ? admin : { userId: "" };
    await expect(setMemberRole(handle.db, admin, userId, "viewer")).rejects.toMatchObject({
      code: "conflict",
    });
    await expect(removeMember(handle.db, admin, userId)).rejects.toMatchObject({ code: "conflict" });
  });

  test("two administrators cannot remove each other at the same moment", async () => {
    const { token } = await createInvitation(handle.db, admin, { role: "admin" });
    const other = await signUp(handle.db, { ...person("second"), invitation: token });
    const first = (await listMembers(handle.db, admin)).find((member) => member.name === "Ada");
    const results = await Promise.allSettled([
      removeMember(handle.db, admin, other.id),
      setMemberRole(handle.db, admin, first?.userId ?? "", "viewer"),
    ]);
    expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    const admins = (await listMembers(handle.db, admin)).filter((member) => member.role === "admin");
    expect(admins).toHaveLength(1);
  });

  test("foreign members answer as missing ones", async () => {
    await expect(removeMember(handle.db, stranger, "usr_x")).rejects.toMatchObject({ code: "not_found" });
    expect(await listMembers(handle.db, stranger)).toEqual([]);
  });
});

describe("sign-in by a provider", () => {
  const profile = (id: string, email: string | null) => ({ id, name: "Someone", email });

  test("joins the account of the same verified address and knows it again by its id", async () => {
    const user = await userOfIdentity(handle.db, "oidc", profile("s1", "ada@example.com"));
    expect(user.email).toBe("Ada@example.com");
    expect((await userOfIdentity(handle.db, "oidc", profile("s1", null))).id).toBe(user.id);
  });

  test.each([
    ["an address nobody confirmed", null],
    ["a stranger while sign-up is closed", "stranger@example.com"],
  ])("refuses %s", async (_, email) => {
    await expect(userOfIdentity(handle.db, "oidc", profile(`s-${email}`, email))).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  test("makes an account while sign-up is open", async () => {
    await setSignUpOpen(handle.db, true);
    const user = await userOfIdentity(handle.db, "github", profile("42", "new@example.com"));
    await setSignUpOpen(handle.db, false);
    expect((await listMembers(handle.db, admin)).map((member) => member.userId)).toContain(user.id);
  });
});
