import type { Api } from "../api";
import { testCasesApi } from "../contract";
import { mount, mountChange } from "../mount";

export function mountTestCases(api: Api): void {
  const { testCases } = api.services;
  mount(api, testCasesApi.listCases, ({ caller, params }) => testCases.list(caller, params.id));
  mount(api, testCasesApi.createCase, ({ caller, params, body }) =>
    testCases.fromRun(caller, params.id, body),
  );
  mount(
    api,
    testCasesApi.updateCase,
    ({ caller, params, body }) => testCases.update(caller, params.id, body),
    {
      audit: ({ body }) => ({ changed: Object.keys(body) }),
    },
  );
  mount(api, testCasesApi.deleteCase, ({ caller, params }) => testCases.remove(caller, params.id));
  mount(
    api,
    testCasesApi.runCase,
    ({ caller, params, body, request }) => testCases.run(caller, params.id, body.mode, request.signal),
    // A run is its own record.
    { audit: false },
  );
  mountChange(
    api,
    testCasesApi.requireTests,
    ({ caller, params, body }, tx) => testCases.require(tx, caller, params.id, body.required),
    { audit: ({ body }) => body },
  );
  mount(api, testCasesApi.exportCases, ({ caller, params }) => testCases.export(caller, params.id));
  mount(api, testCasesApi.importCases, ({ caller, params, body }) =>
    testCases.import(caller, params.id, body.lines),
  );
}
