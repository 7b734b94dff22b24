import type { TelemetrySettings } from "@/lib/api/contract/telemetry";
import type { Api } from "../api";
import { telemetryApi } from "../contract";
import { mount, mountChange } from "../mount";

export function mountTelemetry(api: Api): void {
  const { db, telemetry } = api.services;
  mount(api, telemetryApi.getTelemetry, ({ caller }) => telemetry.state(db, caller.workspaceId));
  mountChange(
    api,
    telemetryApi.setTelemetry,
    ({ caller, body }, tx) => telemetry.set(tx, caller.workspaceId, body.settings),
    { audit: ({ body }) => ({ settings: body.settings && withoutValues(body.settings) }) },
  );
  mount(
    api,
    telemetryApi.testTelemetry,
    ({ caller, body }) => telemetry.test(caller.workspaceId, body.settings),
    { limit: "account", audit: ({ body }) => ({ settings: withoutValues(body.settings) }) },
  );
}

/** Headers hold keys: of them the names are enough. */
function withoutValues({ headers, ...settings }: TelemetrySettings) {
  return { ...settings, headers: headers.map(({ name }) => name) };
}
