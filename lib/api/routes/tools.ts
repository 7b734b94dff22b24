import type { Api } from "../api";
import { toolsApi } from "../contract";
import type { SourceSettings } from "../contract/tools";
import { mount, mountChange } from "../mount";

export function mountTools(api: Api): void {
  mountSources(api);
  mountImports(api);
  const { tools } = api.services;
  mountChange(
    api,
    toolsApi.approveTools,
    ({ caller, params, body }, tx) => tools.approve(caller, params.id, body, tx),
    { audit: ({ body }) => body },
  );
  mountChange(
    api,
    toolsApi.updateTool,
    ({ caller, params, body }, tx) => tools.updateTool(caller, params.id, body, tx),
    { audit: ({ body }) => body },
  );
  // What was sent may be personal: the log keeps that it was tried.
  mount(api, toolsApi.tryTool, ({ caller, params, body }) => tools.tryTool(caller, params.id, body));
}

function mountSources(api: Api): void {
  const { tools } = api.services;
  mount(api, toolsApi.listSources, async ({ caller }) => ({ items: await tools.list(caller) }));
  mount(api, toolsApi.startGrant, ({ caller, body }) => tools.grants.start(caller, body), {
    audit: ({ body }) => body,
  });
  mount(api, toolsApi.getGrant, ({ caller, params }) => tools.grants.get(caller, params.id));
  // Code and state open the door once: the log keeps that somebody signed in.
  mount(api, toolsApi.finishGrant, ({ caller, params, body }) =>
    tools.grants.finish(caller, params.id, body),
  );
  mount(api, toolsApi.listCommands, async () => ({ items: tools.commands() }));
  mount(api, toolsApi.getSource, ({ caller, params }) => tools.get(caller, params.id));
  mountChange(
    api,
    toolsApi.updateSource,
    ({ caller, params, body }, tx) => tools.update(caller, params.id, body, tx),
    { audit: ({ body }) => settingsOf(body) },
  );
  mountChange(api, toolsApi.deleteSource, ({ caller, params }, tx) => tools.remove(caller, params.id, tx));
}

/** These ask the source: no transaction is held open meanwhile. */
function mountImports(api: Api): void {
  const { tools } = api.services;
  mount(api, toolsApi.discoverTools, ({ caller, body }) => tools.discover(caller, body), {
    audit: ({ body }) => ({ kind: body.kind, ...settingsOf(body) }),
  });
  mount(api, toolsApi.createSource, ({ caller, body }) => tools.create(caller, body), {
    audit: ({ body }) => ({ kind: body.kind, keys: body.keys, ...settingsOf(body) }),
  });
  mount(api, toolsApi.rediscoverTools, ({ caller, params }) => tools.rediscover(caller, params.id));
  mount(api, toolsApi.chooseTools, ({ caller, params, body }) => tools.choose(caller, params.id, body), {
    audit: ({ body }) => ({ keys: body.keys }),
  });
  mount(api, toolsApi.checkSource, ({ caller, params, body }) =>
    tools.check(caller, params.id, body.document),
  );
}

/** Secrets stand in here by name alone. */
function settingsOf(body: Omit<SourceSettings, "kind"> & { name?: string }) {
  const { name, address, describedAt, command, auth, allowPrivate } = body;
  return { name, address, describedAt, command, auth, allowPrivate };
}
