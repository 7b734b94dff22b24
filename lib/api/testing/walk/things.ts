import { chatApi, modelsApi, workspaceApi } from "@/lib/api/contract";
import { publish } from "../publish";
import type { World } from "../world";

/** Ids of one of everything that a workspace can hold. */
export interface Things {
  agent: string;
  slug: string;
  run: string;
  checkpoint: string;
  thread: string;
  interrupt: string;
  connection: string;
  key: string;
  invitation: string;
  secret: string;
  user: string;
}

export const nothing: Things = {
  agent: "none",
  slug: "none",
  run: "none",
  checkpoint: "none",
  thread: "none",
  interrupt: "none",
  connection: "none",
  key: "none",
  invitation: "none",
  secret: "none",
  user: "none",
};

/** Fills a workspace over the API, as its administrator; the run waits at its pause. */
export async function fill(world: World, of: World["home"]): Promise<Things> {
  const as = of.headers.admin;
  const agent = await publish(world, { as, from: { kind: "template", template: "approval" } });
  const called = await world.send(chatApi.callAgent, {
    as,
    params: { slug: agent.slug },
    body: { message: "A card" },
  });
  const run = chatApi.callAgent.response.parse(called.body);
  const events = await world.pool.query(
    "select data->>'checkpointId' as id from run_events where run_id = $1 and type = 'checkpoint.saved' limit 1",
    [run.id],
  );
  const made = {
    connection: await world.send(modelsApi.createConnection, {
      as,
      body: { provider: "openai", name: "Acme", key: "sk-acme-0000", models: ["acme-1"] },
    }),
    key: await world.send(workspaceApi.createApiKey, { as, body: { name: "Extra", scopes: ["read"] } }),
    invitation: await world.send(workspaceApi.createInvitation, { as, body: { role: "viewer" } }),
    secret: await world.send(workspaceApi.putSecret, { as, body: { name: "TOKEN", value: "x" } }),
  };
  return {
    agent: agent.id,
    slug: agent.slug,
    run: run.id,
    thread: run.threadId,
    checkpoint: events.rows[0].id,
    interrupt: run.interrupts[0]?.id ?? "",
    connection: modelsApi.connectionSchema.parse(made.connection.body).id,
    key: workspaceApi.apiKeySchema.parse(made.key.body).id,
    invitation: workspaceApi.invitationSchema.parse(made.invitation.body).id,
    secret: workspaceApi.secretSchema.parse(made.secret.body).id,
    user: of.userIds.viewer,
  };
}
