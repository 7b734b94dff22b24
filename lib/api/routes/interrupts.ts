import type { Api } from "../api";
import { runsApi } from "../contract";
import { mount } from "../mount";

export function mountInterrupts(api: Api): void {
  const { runs } = api.services;
  mount(api, runsApi.listInterrupts, ({ caller, query: { cursor, limit, ...filter } }) =>
    runs.interrupts(caller, filter, { cursor, limit }),
  );
  mount(api, runsApi.getInterrupt, ({ caller, params }) => runs.interrupt(caller, params.id));
  mount(api, runsApi.answerInterrupt, ({ caller, params, body }) => runs.answer(caller, params.id, body), {
    audit: ({ body }) => ({ answer: body.answer }),
  });
}
