import { nowMark } from "./now-mark";
import { type Script, tokens, type WireAnswer, type WireFault, type WireRequest } from "./wire";

/**
 * Answers by the model's name, whose parts may be combined (`words-100-tps-50`):
 * `status-429` fails; `flaky-503-2` fails twice and then answers; `cut-3`, `silent-3`, `garbage-3`, `ended-3` go wrong
 * after three tokens; `words-100` sends a hundred words; `cached` reports half of the input as cached,
 * `cached-writing` a quarter as written to the cache, too;
 * `stamps-100` sends a hundred moments of sending instead of words; `tps-50` paces. Without such a part it repeats what the user said. `call NAME {json}` from the user makes it
 * call that tool, `json {…}` makes it answer with that text.
 */
export function createDefaultScript(): Script {
  const failed = new Map<string, number>();
  return (request) => {
    const status = part(request, "status");
    if (status !== null) return failure(status);
    const flaky = /flaky-(\d+)-(\d+)/.exec(request.model);
    if (flaky) {
      const count = failed.get(request.model) ?? 0;
      failed.set(request.model, count + 1);
      if (count < Number(flaky[2])) return failure(Number(flaky[1]));
    }
    const tps = part(request, "tps");
    return { ...answer(request), fault: fault(request), ...(tps === null ? {} : { tokensPerSecond: tps }) };
  };
}

function answer(request: WireRequest): WireAnswer {
  const input = request.messages.reduce((sum, message) => sum + tokens(message.text).length, 0);
  const cached = request.model.includes("cached") ? Math.floor(input / 2) : 0;
  const cacheWrites = request.model.includes("cached-writing") ? Math.floor(input / 4) : 0;
  const last = request.messages.at(-1);
  const call = last?.role === "user" ? /^call ([\w-]+) (\{[\s\S]*\})\s*$/.exec(last.text) : null;
  if (call) {
    const [, name = "", args = "{}"] = call;
    const toolCalls = [{ id: `call_${request.messages.length}`, name, args: JSON.parse(args) }];
    return { text: "", toolCalls, usage: { input, output: tokens(args).length, cached, cacheWrites } };
  }
  const text = words(request);
  return { text, toolCalls: [], usage: { input, output: tokens(text).length, cached, cacheWrites } };
}

function words(request: WireRequest): string {
  const count = part(request, "words");
  if (count !== null) return Array.from({ length: count }, (_, index) => `word${index + 1}`).join(" ");
  const stamps = part(request, "stamps");
  if (stamps !== null) return Array.from({ length: stamps }, () => nowMark).join(" ");
  const last = request.messages.at(-1);
  if (last?.role === "tool") return `The tool answered: ${last.text}`;
  const json = /^json (\{[\s\S]*\})\s*$/.exec(last?.text ?? "");
  if (json?.[1]) return json[1];
  return request.wantsJson ? "{}" : `You said: ${last?.text ?? ""}`;
}

const faultKinds: Readonly<Record<string, WireFault["kind"]>> = {
  cut: "cut",
  silent: "silence",
  garbage: "garbage",
  ended: "end",
};

function fault(request: WireRequest): WireFault | undefined {
  const match = /(cut|silent|garbage|ended)-(\d+)/.exec(request.model);
  const kind = faultKinds[match?.[1] ?? ""];
  return kind && { kind, after: Number(match?.[2]) };
}

function part(request: WireRequest, name: string): number | null {
  const match = new RegExp(`${name}-(\\d+)`).exec(request.model);
  return match ? Number(match[1]) : null;
}

function failure(status: number) {
  const retry = status === 429 ? { retryAfterSeconds: 7 } : {};
  return { status, message: `Scripted failure with status ${status}.`, ...retry };
}
