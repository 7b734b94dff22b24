import type { Api } from "../api";
import { codeToolsApi } from "../contract";
import { mount, mountChange } from "../mount";

/** Those that save run tests first: no transaction is held open meanwhile. */
export function mountCodeTools(api: Api): void {
  const { code } = api.services.tools;
  mount(api, codeToolsApi.listCodeTools, async ({ caller }) => ({ items: await code.list(caller) }));
  // What is only tried out changes nothing that a log would have to keep.
  mount(
    api,
    codeToolsApi.testToolCode,
    async ({ caller, body }) => ({ outcomes: await code.test(caller, body) }),
    { audit: false },
  );
  mount(api, codeToolsApi.createCodeTool, ({ caller, body }) => code.create(caller, body), {
    audit: ({ body: { name, note, definition } }) => ({ name, note, network: definition.network }),
  });
  mount(api, codeToolsApi.getCodeTool, ({ caller, params }) => code.get(caller, params.id));
  mount(api, codeToolsApi.getToolVersion, ({ caller, params }) =>
    code.version(caller, params.id, params.number),
  );
  mount(api, codeToolsApi.saveCodeTool, ({ caller, params, body }) => code.save(caller, params.id, body), {
    audit: ({ body: { basedOn, note, definition } }) => ({ basedOn, note, network: definition.network }),
  });
  mount(
    api,
    codeToolsApi.restoreToolVersion,
    ({ caller, params }) => code.restore(caller, params.id, params.number),
    { audit: ({ params }) => ({ number: params.number }) },
  );
  mountChange(api, codeToolsApi.deleteCodeTool, ({ caller, params }, tx) =>
    code.remove(caller, params.id, tx),
  );
}
