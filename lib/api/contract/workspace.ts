import { z } from "zod";
import { keyScopes, roles } from "@/lib/auth/permissions";
import { endpoint, idParam, time } from "./endpoint";

const workspaceTag = "Workspace";
const name = z.string().trim().min(1, "Enter a name").max(120);

const workspaceSettings = z.object({ name: z.string(), signUpOpen: z.boolean() });
export const getWorkspace = endpoint({
  method: "get",
  path: "/workspace",
  access: "signed-in",
  tag: workspaceTag,
  summary: "Settings of the workspace",
  response: workspaceSettings,
});
export const updateWorkspace = endpoint({
  method: "patch",
  path: "/workspace",
  access: "workspace.manage",
  tag: workspaceTag,
  summary: "Rename the workspace, open or close sign-up",
  body: z.strictObject({ name: name.optional(), signUpOpen: z.boolean().optional() }),
  response: workspaceSettings,
});

export const memberSchema = z.object({
  userId: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  joinedAt: time,
});
export const listMembers = endpoint({
  method: "get",
  path: "/members",
  access: "member.read",
  tag: workspaceTag,
  summary: "Members of the workspace",
  response: z.object({ items: z.array(memberSchema) }),
});
const memberParam = z.strictObject({ userId: z.string().min(1).max(64) });
export const updateMember = endpoint({
  method: "patch",
  path: "/members/{userId}",
  access: "member.manage",
  tag: workspaceTag,
  summary: "Change a member's role; the last administrator keeps theirs",
  params: memberParam,
  body: z.strictObject({ role: z.enum(roles) }),
  response: memberSchema,
});
export const removeMember = endpoint({
  method: "delete",
  path: "/members/{userId}",
  access: "member.manage",
  tag: workspaceTag,
  summary: "Remove a member from the workspace",
  params: memberParam,
});

export const invitationSchema = z.object({
  id: z.string(),
  email: z.string().nullable(),
  role: z.enum(roles),
  expiresAt: time,
  createdAt: time,
});
export const listInvitations = endpoint({
  method: "get",
  path: "/workspace/invitations",
  access: "member.manage",
  tag: workspaceTag,
  summary: "Open invitations",
  response: z.object({ items: z.array(invitationSchema) }),
});
export const createInvitation = endpoint({
  method: "post",
  path: "/workspace/invitations",
  access: "member.manage",
  tag: workspaceTag,
  summary: "Make an invitation link; the token is shown once",
  body: z.strictObject({ email: z.email().optional(), role: z.enum(roles) }),
  response: invitationSchema.extend({ token: z.string() }),
});
export const revokeInvitation = endpoint({
  method: "delete",
  path: "/workspace/invitations/{id}",
  access: "member.manage",
  tag: workspaceTag,
  summary: "Withdraw an invitation",
  params: idParam,
});

const keyTag = "API keys";
export const apiKeySchema = z.object({
  id: z.string(),
  name: z.string(),
  preview: z.string(),
  scopes: z.array(z.enum(keyScopes)),
  createdAt: time,
  lastUsedAt: time.nullable(),
});
export const listApiKeys = endpoint({
  method: "get",
  path: "/api-keys",
  access: "key.manage",
  tag: keyTag,
  summary: "API keys of the workspace, without the keys themselves",
  response: z.object({ items: z.array(apiKeySchema) }),
});
export const createApiKey = endpoint({
  method: "post",
  path: "/api-keys",
  access: "key.manage",
  tag: keyTag,
  summary: "Create an API key; it is shown once",
  body: z.strictObject({ name, scopes: z.array(z.enum(keyScopes)).min(1, "Choose at least one scope") }),
  response: apiKeySchema.extend({ key: z.string() }),
});
export const revokeApiKey = endpoint({
  method: "delete",
  path: "/api-keys/{id}",
  access: "key.manage",
  tag: keyTag,
  summary: "Revoke an API key at once",
  params: idParam,
});

const secretTag = "Secrets";
export const secretSchema = z.object({ id: z.string(), name: z.string(), updatedAt: time });
export const secretName = z.string().regex(/^[A-Z][A-Z0-9_]{0,63}$/, "Use capital letters, digits and _");
export const listSecrets = endpoint({
  method: "get",
  path: "/secrets",
  access: "secret.read",
  tag: secretTag,
  summary: "Names of the stored secrets",
  response: z.object({ items: z.array(secretSchema) }),
});
export const putSecret = endpoint({
  method: "put",
  path: "/secrets",
  access: "secret.manage",
  tag: secretTag,
  summary: "Create or replace a secret",
  body: z.strictObject({ name: secretName, value: z.string().min(1, "Enter the value").max(10_000) }),
  response: secretSchema,
});
export const deleteSecret = endpoint({
  method: "delete",
  path: "/secrets/{id}",
  access: "secret.manage",
  tag: secretTag,
  summary: "Delete a secret",
  params: idParam,
});
