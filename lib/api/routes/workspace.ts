import type { WorkspaceActor } from "@/lib/auth/actor";
import { createApiKey, listApiKeys, revokeApiKey } from "@/lib/auth/api-keys";
import { isSignUpOpen, setSignUpOpen } from "@/lib/auth/instance-settings";
import { createInvitation, listInvitations, revokeInvitation } from "@/lib/auth/invitations";
import { listMembers, removeMember, setMemberRole } from "@/lib/auth/members";
import { firstWorkspaceId, getWorkspace, renameWorkspace } from "@/lib/auth/workspaces";
import type { Queryable } from "@/lib/db/database";
import { AppError } from "@/workflows/errors/app-error";
import type { Api } from "../api";
import { workspaceApi } from "../contract";
import { mount, mountChange } from "../mount";

export function mountWorkspace(api: Api): void {
  mountSettings(api);
  mountMembers(api);
  mountInvitations(api);
  mountApiKeys(api);
  mountSecrets(api);
}

function mountSettings(api: Api): void {
  const { db } = api.services;
  const settings = async (within: Queryable, actor: WorkspaceActor) => ({
    name: (await getWorkspace(within, actor)).name,
    signUpOpen: await isSignUpOpen(within),
  });
  mount(api, workspaceApi.getWorkspace, ({ caller }) => settings(db, caller));
  mountChange(
    api,
    workspaceApi.updateWorkspace,
    async ({ caller, body }, tx) => {
      if (body.name !== undefined) await renameWorkspace(tx, caller, body.name);
      if (body.signUpOpen !== undefined) await setSignUp(tx, caller, body.signUpOpen);
      return settings(tx, caller);
    },
    { audit: ({ body }) => body },
  );
}

/** Whoever signs up lands in the first workspace, so its administrators alone decide. */
async function setSignUp(db: Queryable, actor: WorkspaceActor, open: boolean): Promise<void> {
  if ((await firstWorkspaceId(db)) !== actor.workspaceId) {
    throw new AppError("forbidden", "Only the installation's first workspace opens or closes sign-up.", {
      field: "signUpOpen",
    });
  }
  await setSignUpOpen(db, open);
}

function mountMembers(api: Api): void {
  const { db, announceAccess } = api.services;
  mount(api, workspaceApi.listMembers, async ({ caller }) => ({ items: await listMembers(db, caller) }));
  const afterwards = ({ params }: { params: { userId: string } }) => announceAccess(params);
  mountChange(
    api,
    workspaceApi.updateMember,
    ({ caller, params, body }, tx) => setMemberRole(tx, caller, params.userId, body.role),
    { audit: ({ body }) => body, afterwards },
  );
  mountChange(
    api,
    workspaceApi.removeMember,
    ({ caller, params }, tx) => removeMember(tx, caller, params.userId),
    { afterwards },
  );
}

function mountInvitations(api: Api): void {
  const { db } = api.services;
  mount(api, workspaceApi.listInvitations, async ({ caller }) => ({
    items: await listInvitations(db, caller),
  }));
  mountChange(
    api,
    workspaceApi.createInvitation,
    ({ caller, body }, tx) => createInvitation(tx, caller, body),
    {
      audit: ({ body }) => body,
    },
  );
  mountChange(api, workspaceApi.revokeInvitation, ({ caller, params }, tx) =>
    revokeInvitation(tx, caller, params.id),
  );
}

function mountApiKeys(api: Api): void {
  const { db } = api.services;
  mount(api, workspaceApi.listApiKeys, async ({ caller }) => ({ items: await listApiKeys(db, caller) }));
  mountChange(
    api,
    workspaceApi.createApiKey,
    ({ caller, body }, tx) => {
      const userId = caller.kind === "member" ? caller.userId : undefined;
      return createApiKey(tx, { workspaceId: caller.workspaceId, userId }, body);
    },
    { audit: ({ body }) => ({ name: body.name, scopes: body.scopes }) },
  );
  mountChange(api, workspaceApi.revokeApiKey, ({ caller, params }, tx) =>
    revokeApiKey(tx, caller, params.id),
  );
}

function mountSecrets(api: Api): void {
  const { secrets } = api.services;
  mount(api, workspaceApi.listSecrets, async ({ caller }) => ({ items: await secrets.list(caller) }));
  mountChange(
    api,
    workspaceApi.putSecret,
    ({ caller, body }, tx) => secrets.put(caller, body.name, body.value, tx),
    {
      audit: ({ body }) => ({ name: body.name }),
    },
  );
  mountChange(api, workspaceApi.deleteSecret, ({ caller, params }, tx) =>
    secrets.remove(caller, params.id, tx),
  );
}
