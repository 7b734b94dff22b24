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
  mount(api, runsApi.passOnInterrupt, ({ caller, params, body }) => runs.passOn(caller, params.id, body.to), {
    audit: ({ body }) => body,
  });
  mount(
    api,
    runsApi.commentInterrupt,
    ({ caller, params, body }) => runs.comment(caller, params.id, body.text),
    // The pause keeps it.
    { audit: false },
  );
}
