import type { EventBody, EventDraft } from "@/workflows/events/event";

const words = "The order was sent on Monday and should be at its place within five working days. ";
const usage = { input: 900, output: 80, cached: 400, cacheWrites: 0, reasoning: 0 };

/** Spans of one visit: the node, its model call, its tool call. */
const spansOfVisit = 3;

/** What happens in a run of so many spans: one node, visited again and again, asks a model and calls a tool. */
export function eventsOf(node: string, spans: number, from: number): EventDraft[] {
  const events: EventDraft[] = [];
  let ts = from;
  const add = (visit: number, body: EventBody) => {
    ts += 7;
    events.push({ ts, ns: [], node, visit, ...body });
  };
  for (let visit = 2; events.length < spans * 2; visit++) {
    const spanId = `${node}#${visit}`;
    const model = { spanId: `model-${visit}`, parentSpanId: spanId, provider: "openai", model: "gpt-5-mini" };
    const tool = { spanId: `tool-${visit}`, parentSpanId: spanId };
    add(visit, { type: "node.started", data: { spanId, taskId: spanId, input: { question: words } } });
    add(visit, {
      type: "model.started",
      data: {
        ...model,
        messages: [
          { role: "system", content: words.repeat(6) },
          { role: "user", content: `${words.repeat(10)} Visit ${visit}.` },
        ],
        request: { settings: { temperature: 0.2, max_tokens: 400 } },
      },
    });
    add(visit, {
      type: "model.finished",
      data: { ...model, message: { role: "assistant", content: words.repeat(3) }, usage, costMicros: 1_200 },
    });
    add(visit, { type: "tool.started", data: { ...tool, name: "look_up", args: { order: visit } } });
    add(visit, { type: "tool.finished", data: { ...tool, result: { rows: [words, words, words] } } });
    add(visit, {
      type: "node.finished",
      data: { spanId, port: "out", edgeIds: [], update: { answer: words.repeat(4) } },
    });
    if (visit * spansOfVisit >= spans) break;
  }
  return events;
}
