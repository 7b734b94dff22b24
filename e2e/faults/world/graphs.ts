import { draw, end, node, start, text } from "@/workflows/compile/testing/draw";
import type { GraphDocument } from "@/workflows/graph/document";

/** Nodes are named `l<superstep><letter>`, so that the recorder can tell what may follow what. */
export const levelOf = (nodeId: string): number => Number(/^l(\d+)/.exec(nodeId)?.[1] ?? 0);

const channels = { q: text };

/** A request that acts. `repeatable`: sent again under its key; otherwise a person is asked. */
function act(url: string, ms: number, repeatable = true) {
  const address = `${url}/effect/{{ q }}?ms=${ms}${repeatable ? "" : "&once"}`;
  return node("http", { method: "POST", url: address, repeatable, parse: "text", timeoutMs: 120_000 });
}

/** Several requests one after the other. */
export function relay(
  url: string,
  options: { steps?: number; ms?: number; repeatable?: boolean } = {},
): GraphDocument {
  const { steps = 5, ms = 400, repeatable = true } = options;
  const ids = Array.from({ length: steps }, (_, at) => `l${at + 1}a`);
  return draw({
    channels,
    nodes: {
      s: start("q"),
      ...Object.fromEntries(ids.map((id) => [id, act(url, ms, repeatable)])),
      done: end("q"),
    },
    edges: ["s", ...ids].map((id, at) => `${id} > ${ids[at] ?? "done"}`),
  });
}

/** A superstep of three requests between two others. */
export function fork(url: string, ms = 500): GraphDocument {
  return draw({
    channels,
    nodes: {
      s: start("q"),
      l1a: act(url, 50),
      l2a: act(url, 30),
      l2b: act(url, ms),
      l2c: act(url, 2 * ms),
      l3a: act(url, 50),
      done: end("q"),
    },
    edges: [
      "s > l1a",
      ...["l2a", "l2b", "l2c"].flatMap((id) => [`l1a > ${id}`, `${id} > l3a`]),
      "l3a > done",
    ],
  });
}

/** A model's answer between two requests. */
export function talk(url: string, model: string): GraphDocument {
  return draw({
    channels: { ...channels, answer: text },
    nodes: {
      s: start("q"),
      l1a: act(url, 20),
      l2a: node("model", { model, prompt: "{{ q }}", output: "answer" }),
      l3a: act(url, 20),
      done: end("answer"),
    },
    edges: ["s > l1a", "l1a > l2a", "l2a > l3a", "l3a > done"],
  });
}

/** A person is asked between two requests. */
export function approval(url: string): GraphDocument {
  return draw({
    channels,
    nodes: {
      s: start("q"),
      l1a: act(url, 5),
      l2a: node("human", {
        message: "Go on?",
        answers: [
          { id: "approve", label: "Approve", tone: "primary" },
          { id: "reject", label: "Reject", tone: "danger" },
        ],
      }),
      l3a: act(url, 5),
      l3b: act(url, 5),
      done: end("q"),
    },
    edges: ["s > l1a", "l1a > l2a", "l2a.approve > l3a", "l2a.reject > l3b", "l3a > done", "l3b > done"],
  });
}
