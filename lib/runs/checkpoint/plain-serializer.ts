import { load } from "@langchain/core/load";
import { MemorySaver, type SerializerProtocol } from "@langchain/langgraph-checkpoint";

const marker = "signalbox.plain";
/** Keys that the stock serialiser or LangChain's loader would take for an instruction. */
const instructions = ["lc", "__lc_escaped__", marker];

/**
 * LangGraph's JSON with one difference: plain objects that look like LangChain's serialised form (`{"lc": …}` in
 * user input, tool results or state edits) come back as the same plain objects and are never brought to life.
 * What the stock serialiser wrote is read as before.
 */
export class PlainSerializer implements SerializerProtocol {
  // The stock class is not exported; every saver carries one.
  private readonly stock = new MemorySaver().serde;

  dumpsTyped(value: unknown): Promise<[string, Uint8Array]> {
    return this.stock.dumpsTyped(disarm(value));
  }

  async loadsTyped(type: string, data: Uint8Array | string): Promise<unknown> {
    if (type !== "json") return this.stock.loadsTyped(type, data);
    const text = typeof data === "string" ? data : new TextDecoder().decode(data);
    const value: unknown = JSON.parse(text);
    const suspicious = text.includes('"lc"') || text.includes(marker);
    return suspicious ? this.revive(value) : value;
  }

  private async revive(value: unknown): Promise<unknown> {
    if (Array.isArray(value)) return Promise.all(value.map((item) => this.revive(item)));
    if (!isRecord(value)) return value;
    const wrapped = value[marker];
    if (typeof wrapped === "string" && Object.keys(value).length === 1) return JSON.parse(wrapped);
    // From the outside in: LangChain escapes what is plain inside its own objects, and only its loader knows how.
    if (value.lc === 1 && value.type === "constructor") return load(JSON.stringify(withoutUndefined(value)));
    if (value.lc === 2) return this.stock.loadsTyped("json", JSON.stringify(value));
    const entries = Object.entries(value).map(async ([key, item]) => [key, await this.revive(item)] as const);
    return Object.fromEntries(await Promise.all(entries));
  }
}

/**
 * The stock serialiser writes an undefined field as an instruction of its own, also inside LangChain's objects, whose
 * loader doesn't know it and would hand it on as a value. What LangChain escaped is user data and stays as it is.
 */
function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUndefined);
  if (!isRecord(value) || Object.hasOwn(value, "__lc_escaped__")) return value;
  const kept = Object.entries(value).filter(([, item]) => !isUndefinedMark(item));
  return Object.fromEntries(kept.map(([key, item]) => [key, withoutUndefined(item)]));
}

function isUndefinedMark(value: unknown): boolean {
  return isRecord(value) && value.lc === 2 && value.type === "undefined";
}

/** Wraps plain objects that look like instructions; everything else stays the same object. */
function disarm(value: unknown): unknown {
  if (Array.isArray(value)) return mapChanged(value, disarm);
  if (!isRecord(value) || !isPlain(value)) return value;
  if (instructions.some((key) => Object.hasOwn(value, key))) return { [marker]: JSON.stringify(value) };
  const items = Object.values(value);
  const disarmed = mapChanged(items, disarm);
  if (disarmed === items) return value;
  return Object.fromEntries(Object.keys(value).map((key, at) => [key, disarmed[at]]));
}

function mapChanged(items: unknown[], change: (item: unknown) => unknown): unknown[] {
  let changed = false;
  const mapped = items.map((item) => {
    const next = change(item);
    changed ||= next !== item;
    return next;
  });
  return changed ? mapped : items;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return (prototype === Object.prototype || prototype === null) && !("toJSON" in value);
}
