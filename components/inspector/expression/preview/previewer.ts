import type { FieldKind } from "../marked-pieces";
import type { PreviewAnswer, PreviewRequest, PreviewResult, PreviewState } from "./request";

/** An evaluation has a budget of steps and ends far earlier; this is for a worker that hangs all the same. */
const patienceMs = 3_000;

let worker: Worker | null = null;
let sent: PreviewState | null = null;
let lastId = 0;
const waiting = new Map<number, (result: PreviewResult) => void>();

/**
 * What a field's text gives over a state. It is worked out in a worker with the server's limits, so that no
 * expression can hold up the page.
 */
export function previewOf(text: string, kind: FieldKind, state: PreviewState): Promise<PreviewResult> {
  const running = worker ?? started();
  if (sent !== state) post(running, { type: "state", state });
  sent = state;
  lastId += 1;
  const id = lastId;
  post(running, { type: "evaluate", id, kind, text });
  return new Promise((resolve) => {
    const timer = setTimeout(() => stop("It takes too long to work out here."), patienceMs);
    waiting.set(id, (result) => {
      clearTimeout(timer);
      waiting.delete(id);
      resolve(result);
    });
  });
}

function started(): Worker {
  worker = new Worker(new URL("./preview.worker.ts", import.meta.url), { type: "module" });
  worker.addEventListener("message", ({ data }: MessageEvent<PreviewAnswer>) => waiting.get(data.id)?.(data));
  worker.addEventListener("error", () => stop("The value cannot be worked out here."));
  return worker;
}

function stop(problem: string): void {
  worker?.terminate();
  worker = null;
  sent = null;
  for (const answer of waiting.values()) answer({ ok: false, problem });
}

function post(to: Worker, request: PreviewRequest): void {
  to.postMessage(request);
}
