import { changeDraft } from "@/lib/agents/change-draft";
import { configuredIn } from "@/lib/agents/configured";
import { createAgent } from "@/lib/agents/create-agent";
import { deleteAgent, restoreAgent } from "@/lib/agents/delete-agent";
import { activateVersion, publishAgent, unpublishAgent } from "@/lib/agents/publish-agent";
import { getAgent, listAgents } from "@/lib/agents/read-agents";
import { updateAgent } from "@/lib/agents/update-agent";
import { getVersion, listVersions, updateVersion } from "@/lib/agents/versions";
import { cardsOf } from "@/workflows/nodes/card";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { templates } from "@/workflows/templates/registry";
import type { Api } from "../api";
import { agentsApi } from "../contract";
import { mount, mountChange } from "../mount";

export function mountAgents(api: Api): void {
  const { db, announceDraft } = api.services;
  mount(api, agentsApi.listAgents, async ({ caller }) => ({ items: await listAgents(db, caller) }));
  mount(api, agentsApi.listTemplates, async () => ({
    items: templates.map(({ id, title, summary }) => ({ id, title, summary })),
  }));
  mount(api, agentsApi.getConfigured, ({ caller, query }) => configuredIn(db, caller, query.pinned));
  mountChange(api, agentsApi.createAgent, ({ caller, body }, tx) => createAgent(tx, caller, body));
  mount(api, agentsApi.getAgent, async ({ caller, params, query }) => {
    const agent = await getAgent(db, caller, params.id);
    return query.cards ? { ...agent, cards: cardsOf(agent.draft, nodeDefinitions) } : agent;
  });
  mountChange(
    api,
    agentsApi.updateAgent,
    ({ caller, params, body }, tx) => updateAgent(tx, caller, params.id, body),
    {
      audit: ({ body }) => body,
    },
  );
  mountChange(api, agentsApi.deleteAgent, ({ caller, params }, tx) => deleteAgent(tx, caller, params.id));
  mountChange(api, agentsApi.restoreAgent, ({ caller, params }, tx) => restoreAgent(tx, caller, params.id));
  mount(
    api,
    agentsApi.changeDraft,
    ({ caller, params, body }) => changeDraft(db, announceDraft, caller, params.id, body),
    // Every change is kept with its author in draft_changes.
    { audit: false },
  );
  mountVersions(api);
}

function mountVersions(api: Api): void {
  const { db } = api.services;
  mount(api, agentsApi.listVersions, async ({ caller, params }) => ({
    items: await listVersions(db, caller, params.id),
  }));
  mount(api, agentsApi.getVersion, ({ caller, params }) => getVersion(db, caller, params.id, params.number));
  mountChange(
    api,
    agentsApi.publishAgent,
    ({ caller, params, body }, tx) => publishAgent(tx, caller, params.id, body),
    { audit: ({ body }) => ({ revision: body.revision }) },
  );
  mountChange(
    api,
    agentsApi.updateVersion,
    ({ caller, params, body }, tx) => updateVersion(tx, caller, params.id, params.number, body),
    { audit: ({ params }) => ({ number: params.number }) },
  );
  mountChange(
    api,
    agentsApi.activateVersion,
    ({ caller, params }, tx) => activateVersion(tx, caller, params.id, params.number),
    { audit: ({ params }) => ({ number: params.number }) },
  );
  mountChange(api, agentsApi.unpublishAgent, ({ caller, params }, tx) =>
    unpublishAgent(tx, caller, params.id),
  );
}
