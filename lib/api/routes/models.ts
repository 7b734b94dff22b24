import type { ConnectionInput } from "@/lib/models/connection";
import {
  getAgentDataRules,
  getDataRules,
  setAgentDataRules,
  setDataRules,
} from "@/lib/models/governance/data-rules";
import type { Api } from "../api";
import { catalogueApi, modelsApi, slotsApi } from "../contract";
import { mount, mountChange } from "../mount";

export function mountModels(api: Api): void {
  const { models } = api.services;
  mount(api, modelsApi.listProviders, async () => ({ items: models.listProviders() }));
  mount(api, modelsApi.listModels, async ({ caller }) => ({ items: await models.listModels(caller) }));
  mountConnections(api);
  mountSlots(api);
  mountCatalogue(api);
  mountPrices(api);
}

function mountConnections(api: Api): void {
  const { models } = api.services;
  // Never the key: the audit log is read by more people than may change it.
  const audit = ({
    body,
  }: {
    body: Pick<ConnectionInput, "provider" | "name" | "baseUrl" | "allowPrivate">;
  }) => ({
    provider: body.provider,
    name: body.name,
    baseUrl: body.baseUrl,
    allowPrivate: body.allowPrivate,
  });
  mount(api, modelsApi.listConnections, async ({ caller }) => ({
    items: await models.listConnections(caller),
  }));
  mountChange(
    api,
    modelsApi.createConnection,
    ({ caller, body }, tx) => models.createConnection(caller, body, tx),
    {
      audit,
    },
  );
  mountChange(
    api,
    modelsApi.updateConnection,
    ({ caller, params, body }, tx) => models.updateConnection(caller, params.id, body, tx),
    { audit },
  );
  mountChange(
    api,
    modelsApi.ruleConnection,
    ({ caller, params, body }, tx) => models.ruleConnection(caller, params.id, body, tx),
    { audit: ({ body }) => body },
  );
  mountChange(api, modelsApi.deleteConnection, ({ caller, params }, tx) =>
    models.deleteConnection(caller, params.id, tx),
  );
  mount(api, modelsApi.findModels, async ({ caller, body }) => ({
    items: await models.findModels(caller, body),
  }));
  mount(api, modelsApi.testConnection, ({ caller, params, body }) =>
    models.testConnection(caller, params.id, body.model),
  );
}

function mountSlots(api: Api): void {
  const { models } = api.services;
  mount(api, slotsApi.listSlots, async ({ caller }) => ({ items: await models.listSlots(caller) }));
  mountChange(api, slotsApi.putSlot, ({ caller, body }, tx) => models.putSlot(caller, body, tx), {
    audit: ({ body }) => ({ name: body.name, models: body.models, rules: body.rules }),
  });
  mountChange(
    api,
    slotsApi.deleteSlot,
    ({ caller, query }, tx) => models.deleteSlot(caller, query.name, tx),
    { audit: ({ query }) => query },
  );
}

function mountCatalogue(api: Api): void {
  const { db, models } = api.services;
  mount(api, catalogueApi.listCatalogue, async ({ caller }) => ({
    items: await models.listCatalogue(caller),
  }));
  mountChange(api, catalogueApi.chooseFacts, ({ caller, body }, tx) => models.chooseFacts(caller, body, tx), {
    audit: ({ body }) => body,
  });
  mount(api, catalogueApi.refreshFacts, async ({ caller, params }) => ({
    known: await models.refreshFacts(caller, params.id),
  }));
  mount(api, catalogueApi.getDataRules, ({ caller }) => getDataRules(db, caller));
  mountChange(api, catalogueApi.setDataRules, ({ caller, body }, tx) => setDataRules(tx, caller, body), {
    audit: ({ body }) => body,
  });
  mount(api, catalogueApi.getAgentDataRules, ({ caller, params }) =>
    getAgentDataRules(db, caller, params.id),
  );
  mountChange(
    api,
    catalogueApi.setAgentDataRules,
    ({ caller, params, body }, tx) => setAgentDataRules(tx, caller, params.id, body),
    { audit: ({ body }) => body },
  );
}

function mountPrices(api: Api): void {
  const { models } = api.services;
  mount(api, modelsApi.listPriceOverrides, async ({ caller }) => ({
    items: await models.listPrices(caller),
  }));
  mountChange(api, modelsApi.putPriceOverride, ({ caller, body }, tx) => models.putPrice(caller, body, tx), {
    audit: ({ body }) => body,
  });
  mountChange(
    api,
    modelsApi.deletePriceOverride,
    ({ caller, query }, tx) => models.deletePrice(caller, query.provider, query.model, tx),
    { audit: ({ query }) => query },
  );
}
