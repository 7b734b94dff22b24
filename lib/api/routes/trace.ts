import { leanSpan } from "@/workflows/events/lean/lean-span";
import { spansWith } from "@/workflows/events/search-spans";
import type { Api } from "../api";
import { traceApi } from "../contract";
import { mount } from "../mount";

export function mountTrace(api: Api): void {
  const { runs, whatIf } = api.services;
  mount(api, traceApi.getRunTrace, ({ caller, params }) => runs.trace(caller, params.id));
  mount(api, traceApi.getRunSpan, async ({ caller, params, query }) =>
    leanSpan(await runs.span(caller, params.id, query.span)),
  );
  mount(api, traceApi.getSpanValue, async ({ caller, params, query }) => {
    const span = await runs.span(caller, params.id, query.span);
    return { value: JSON.parse(JSON.stringify(span[query.part] ?? null)) };
  });
  mount(api, traceApi.searchSpans, async ({ caller, params, query }) => ({
    spanIds: spansWith(await runs.spans(caller, params.id), query.text),
  }));
  mount(
    api,
    traceApi.tryModelCall,
    async ({ caller, params, body, request }) => ({
      answers: await whatIf.ask(caller, params.id, body, request.signal),
    }),
    { audit: ({ body }) => ({ model: body.model, times: body.times }) },
  );
}
