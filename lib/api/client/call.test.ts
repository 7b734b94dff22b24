import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { sendMessage } from "../contract/chat";
import { cancelRun } from "../contract/runs";
import { ApiProblem, call } from "./call";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const message = { params: { slug: "helper" }, body: { message: "Hi" } };
const started = { runId: "run_1", threadId: "thr_1" };

/** A network that loses the first answers. */
function networkThatLoses(count: number) {
  const keys: (string | null)[] = [];
  const fetch = async (_path: string, init: RequestInit): Promise<Response> => {
    keys.push(new Headers(init.headers).get("idempotency-key"));
    if (keys.length <= count) throw new TypeError("Failed to fetch");
    return Response.json(started);
  };
  return { keys, fetch };
}

test("a message whose answer was lost is sent again under its key", async () => {
  const { keys, fetch } = networkThatLoses(2);
  const sent = call(sendMessage, message, { fetch });
  await vi.runAllTimersAsync();
  expect(await sent).toEqual(started);
  expect(keys).toHaveLength(3);
  expect(keys[0]).toBeTruthy();
  expect(new Set(keys).size).toBe(1);
});

test("two messages have two keys", async () => {
  const { keys, fetch } = networkThatLoses(0);
  await call(sendMessage, message, { fetch });
  await call(sendMessage, message, { fetch });
  expect(new Set(keys).size).toBe(2);
});

test("gives up after the third time, and says so", async () => {
  const { keys, fetch } = networkThatLoses(9);
  const failed = call(sendMessage, message, { fetch }).catch((error: unknown) => error);
  await vi.runAllTimersAsync();
  expect(await failed).toMatchObject({ message: expect.stringContaining("cannot be reached") });
  expect(keys).toHaveLength(3);
});

test("a call without a key is made once", async () => {
  const { keys, fetch } = networkThatLoses(1);
  await expect(call(cancelRun, { params: { id: "run_1" } }, { fetch })).rejects.toBeInstanceOf(ApiProblem);
  expect(keys).toEqual([null]);
});
