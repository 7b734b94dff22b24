import { testCases, toolGrants } from "@/drizzle/schema";
import {
  answerLinksApi,
  chatApi,
  codeToolsApi,
  feedbackApi,
  modelsApi,
  promptsApi,
  toolsApi,
  workspaceApi,
} from "@/lib/api/contract";
import { newId } from "@/lib/db/id";
import { fileGateway } from "@/lib/files/file-gateway";
import { caseFormat } from "@/workflows/testcases/test-case";
import { publish } from "../publish";
import type { World } from "../world";

/** Ids of one of everything that a workspace can hold. */
export interface Things {
  agent: string;
  slug: string;
  run: string;
  checkpoint: string;
  /** A model call of the run. */
  span: string;
  thread: string;
  interrupt: string;
  link: string;
  connection: string;
  key: string;
  invitation: string;
  secret: string;
  source: string;
  tool: string;
  codeTool: string;
  prompt: string;
  grant: string;
  user: string;
  file: string;
  case: string;
  feedback: string;
}

export const nothing: Things = {
  agent: "none",
  slug: "none",
  run: "none",
  checkpoint: "none",
  span: "none",
  thread: "none",
  interrupt: "none",
  link: "none",
  connection: "none",
  key: "none",
  invitation: "none",
  secret: "none",
  source: "none",
  tool: "none",
  codeTool: "none",
  prompt: "none",
  grant: "none",
  user: "none",
  file: "none",
  case: "none",
  feedback: "none",
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
  const spans = await world.pool.query(
    "select data->>'spanId' as id from run_events where run_id = $1 and type = 'model.started' limit 1",
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
  const interrupt = run.interrupts[0]?.id ?? "";
  const link = await world.send(answerLinksApi.createAnswerLink, {
    as,
    params: { id: interrupt },
    body: { recipient: "Somebody" },
  });
  const said = await world.send(feedbackApi.giveFeedback, {
    as,
    params: { id: run.id },
    body: { comment: "Well said." },
  });
  const source = await importTool(world, as);
  const code = await world.send(codeToolsApi.createCodeTool, {
    as,
    body: {
      // A workspace may be filled more than once.
      name: newId("one"),
      definition: {
        description: "Gives one.",
        parameters: { type: "object", properties: {} },
        code: "return 1;",
      },
    },
  });
  const prompt = await world.send(promptsApi.createPrompt, {
    as,
    body: { name: newId("greeting"), text: "Hello {{ name }}" },
  });
  return {
    ...source,
    prompt: promptsApi.promptSchema.parse(prompt.body).id,
    grant: await beginSignIn(world, of.id),
    codeTool: codeToolsApi.codeToolSchema.parse(code.body).tool.id,
    agent: agent.id,
    slug: agent.slug,
    run: run.id,
    thread: run.threadId,
    checkpoint: events.rows[0].id,
    span: spans.rows[0].id,
    interrupt,
    link: answerLinksApi.createAnswerLink.response.parse(link.body).id,
    connection: modelsApi.connectionSchema.parse(made.connection.body).id,
    key: workspaceApi.apiKeySchema.parse(made.key.body).id,
    invitation: workspaceApi.invitationSchema.parse(made.invitation.body).id,
    secret: workspaceApi.secretSchema.parse(made.secret.body).id,
    user: of.userIds.viewer,
    file: await writeFile(world, run.id),
    case: await addCase(world, of.id, agent.id),
    feedback: feedbackApi.feedbackSchema.parse(said.body).id,
  };
}

/** As it stands before a server was asked: that takes one. */
async function beginSignIn(world: World, workspaceId: string): Promise<string> {
  const id = newId("grant");
  await world.db.insert(toolGrants).values({ id, workspaceId, address: "https://mcp.test", sealed: "none" });
  return id;
}

/** A case without anything to expect. */
async function addCase(world: World, workspaceId: string, agentId: string): Promise<string> {
  const id = newId("case");
  const tried = { format: caseFormat, input: {}, expect: [] };
  await world.db.insert(testCases).values({ id, workspaceId, agentId, name: "A case", case: tried });
  return id;
}

/** As a node of the run writes it. */
async function writeFile(world: World, runId: string): Promise<string> {
  const { rows } = await world.pool.query(`select workspace_id as "workspaceId" from runs where id = $1`, [
    runId,
  ]);
  const gateway = fileGateway({ pool: world.pool, blobs: world.outside.blobs }, rows[0].workspaceId);
  const file = { name: "a.txt", contentType: "text/plain", bytes: Buffer.from("a") };
  await gateway.write({ place: { scope: "run", runId }, callKey: `${runId}:walk` }, file);
  const made = await world.pool.query("select id from files where run_id = $1", [runId]);
  return made.rows[0].id;
}

async function importTool(world: World, as: World["home"]["headers"]["admin"]) {
  const document = JSON.stringify({
    openapi: "3.1.0",
    info: { title: "Shop", version: "1" },
    servers: [{ url: "https://shop.test" }],
    paths: { "/orders": { get: { operationId: "orders" } } },
  });
  const shop = { kind: "openapi", address: "https://shop.test", document };
  const seen = await world.send(toolsApi.discoverTools, { as, body: shop });
  const { fingerprint } = toolsApi.discoverTools.response.parse(seen.body);
  const body = { ...shop, name: "Shop", fingerprint, keys: ["GET /orders"] };
  const made = await world.send(toolsApi.createSource, { as, body });
  const source = toolsApi.sourceSchema.parse(made.body).id;
  const { body: full } = await world.send(toolsApi.getSource, { as, params: { id: source } });
  const { tools } = toolsApi.getSource.response.parse(full);
  return { source, tool: tools[0]?.id ?? "" };
}
