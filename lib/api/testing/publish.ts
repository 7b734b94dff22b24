import { agentsApi } from "@/lib/api/contract";
import { agentSchema } from "@/lib/api/contract/agents";
import type { World } from "./world";

/** A live agent of the home workspace (or another) from a template or document. */
export async function publish(
  world: World,
  { from, visibility = "workspace", as = world.home.headers.admin }: PublishOptions,
) {
  const created = await world.send(agentsApi.createAgent, { as, body: { name: "Published", from } });
  const { id, slug } = agentSchema.parse(created.body);
  await world.send(agentsApi.updateAgent, { as, params: { id }, body: { visibility } });
  const published = await world.send(agentsApi.publishAgent, { as, params: { id }, body: { revision: 1 } });
  if (published.status !== 200) throw new Error(JSON.stringify(published.body));
  return { id, slug };
}

interface PublishOptions {
  from: { kind: "template"; template: string } | { kind: "document"; document: unknown };
  visibility?: "workspace" | "public";
  as?: Record<string, string>;
}
