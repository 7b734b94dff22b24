import type { ConnectionInput } from "@/lib/models/connection";
import type { Api } from "../api";
import { modelsApi } from "../contract";
import { mount, mountChange } from "../mount";

export function mountModels(api: Api): void {
  const { models } = api.services;
  mount(api, modelsApi.listProviders, async () => ({ items: models.listProviders() }));
  mount(api, modelsApi.listModels, async ({ caller }) => ({ items: await models.listModels(caller) }));
  mountConnections(api);
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
  mountChange(api, modelsApi.deleteConnection, ({ caller, params }, tx) =>
    models.deleteConnection(caller, params.id, tx),
  );
  mount(api, modelsApi.testConnection, ({ caller, params, body }) =>
    models.testConnection(caller, params.id, body.model),
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
