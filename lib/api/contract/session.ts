import { z } from "zod";
import { permissions, roles } from "@/lib/auth/permissions";
import { endpoint } from "./endpoint";

const tag = "Session";
export const password = z.string().min(10, "Use at least 10 characters").max(200);

export const setupState = endpoint({
  method: "get",
  path: "/setup",
  access: "anyone",
  tag,
  summary: "Whether the first administrator is still to be created, and how people sign in",
  response: z.object({
    needsSetup: z.boolean(),
    signUpOpen: z.boolean(),
    providers: z.array(z.object({ id: z.string(), name: z.string() })),
  }),
});

const account = z.strictObject({
  name: z.string().trim().min(1, "Enter your name").max(120),
  email: z.email("Enter an e-mail address").max(200),
  password,
});

export const createFirstAdmin = endpoint({
  method: "post",
  path: "/setup",
  access: "anyone",
  tag,
  summary: "Create the first administrator and the first workspace; works once",
  body: account.extend({ workspace: z.string().trim().min(1, "Name the workspace").max(120) }),
});

export const signUp = endpoint({
  method: "post",
  path: "/sign-up",
  access: "anyone",
  tag,
  summary: "Create an account: with an invitation, or while sign-up is open",
  body: account.extend({ invitation: z.string().optional() }),
});

export const invitationInfo = endpoint({
  method: "get",
  path: "/invitations/{token}",
  access: "anyone",
  tag,
  summary: "What an invitation link invites to",
  params: z.strictObject({ token: z.string().min(1).max(200) }),
  response: z.object({ workspace: z.string(), role: z.enum(roles), email: z.string().nullable() }),
});

export const me = endpoint({
  method: "get",
  path: "/me",
  access: "signed-in",
  tag,
  summary: "The signed-in person, their workspace and what they may do",
  response: z.object({
    user: z.object({ id: z.string(), name: z.string(), email: z.string() }),
    workspace: z.object({ id: z.string(), name: z.string() }),
    role: z.enum(roles),
    permissions: z.array(z.enum(permissions)),
  }),
});
