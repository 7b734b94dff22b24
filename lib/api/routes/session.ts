import { createExampleAgents } from "@/lib/agents/example-agents";
import { may } from "@/lib/auth/actor";
import { isSignUpOpen } from "@/lib/auth/instance-settings";
import { invitationInfo } from "@/lib/auth/invitations";
import { getMember } from "@/lib/auth/members";
import { permissions } from "@/lib/auth/permissions";
import { createFirstAdmin, needsSetup } from "@/lib/auth/setup";
import { signUp } from "@/lib/auth/sign-up";
import { getWorkspace } from "@/lib/auth/workspaces";
import type { Api } from "../api";
import { sessionApi } from "../contract";
import { mount } from "../mount";

export function mountSession(api: Api): void {
  const { db, signInProviders } = api.services;
  mount(api, sessionApi.setupState, async () => ({
    needsSetup: await needsSetup(db),
    signUpOpen: await isSignUpOpen(db),
    providers: signInProviders,
  }));
  mount(
    api,
    sessionApi.createFirstAdmin,
    async ({ body }) => {
      await createFirstAdmin(db, body, createExampleAgents);
    },
    { limit: "account", audit: ({ body }) => ({ email: body.email }) },
  );
  mount(
    api,
    sessionApi.signUp,
    async ({ body }) => {
      await signUp(db, body);
    },
    {
      limit: "account",
      audit: ({ body }) => ({ email: body.email, invited: body.invitation !== undefined }),
    },
  );
  mount(api, sessionApi.invitationInfo, ({ params }) => invitationInfo(db, params.token), {
    limit: "account",
  });
  mount(api, sessionApi.me, async ({ caller }) => {
    const { email } = await getMember(db, caller, caller.userId);
    return {
      user: { id: caller.userId, name: caller.name, email },
      workspace: await getWorkspace(db, caller),
      role: caller.role,
      permissions: permissions.filter((permission) => may(caller, permission)),
    };
  });
}
