import { writeAudit } from "@/lib/audit/audit";
import type { Api } from "../api";
import { eventsApi } from "../contract";
import { mount } from "../mount";

export function mountEvents(api: Api): void {
  const { db, arrivals } = api.services;
  mount(
    api,
    eventsApi.receiveEvent,
    async ({ params, body }) => {
      const { id, workspaceId, runId } = await arrivals.receive(params.token, body);
      // By hand: the operation names the token, which is nobody's to read.
      await writeAudit(db, {
        actor: null,
        workspaceId,
        action: "receiveEvent",
        target: { kind: "events", id },
        data: { runId },
      });
    },
    { audit: false },
  );
  mount(
    api,
    eventsApi.sendEvent,
    async ({ caller, body }) => ({ woken: await arrivals.send(caller, body) }),
    { audit: ({ body }) => ({ key: body.key }) },
  );
}
