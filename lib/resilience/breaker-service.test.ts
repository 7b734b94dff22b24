import { describe, expect, it, vi } from "vitest";
import { AppError } from "@/workflows/errors/app-error";
import { createBreakerService } from "./breaker-service";
import type { BreakerState } from "./breaker-state";
import { Breakers } from "./breakers";

const down = new AppError("model_unavailable", "Acme is down.");
const here = { workspaceId: "ws_1" };

/** One process with the others' reports, and a bus that only it listens to. */
function world(others: BreakerState[] = []) {
  const log = { warn: vi.fn(), info: vi.fn() };
  const breakers = new Breakers(log, { failures: 2, firstMs: 60_000, mostMs: 60_000 });
  const heard: { workspaceId: string; key: string }[] = [];
  let listener: (message: { workspaceId: string; key: string }) => void = () => {};
  const service = createBreakerService({
    breakers,
    others: async () => others,
    bus: {
      subscribe: (_topic, handler) => {
        listener = handler;
        return () => {};
      },
      breakerTried: (message) => {
        heard.push(message);
        listener(message);
      },
    },
  });
  const call = (id: string, workspaceId: string, error?: Error) =>
    breakers
      .of({ kind: "provider", workspaceId, id, name: id })
      .run(
        async () => {
          if (error) throw error;
          return "fine";
        },
        () => undefined,
      )
      .catch((thrown: unknown) => thrown);
  const fail = async (id: string, times: number, workspaceId = "ws_1") => {
    for (let count = 0; count < times; count += 1) await call(id, workspaceId, down);
  };
  return { service, heard, call, fail };
}

const elsewhere = (more: Partial<BreakerState>): BreakerState => ({
  key: "provider:ws_1:con_1/a",
  workspaceId: "ws_1",
  kind: "provider",
  name: "con_1/a",
  state: "open",
  failures: 7,
  since: 1_000,
  lastError: "Too many.",
  retryAt: 9_000,
  ...more,
});

describe("the breakers of a workspace", () => {
  it("are its own alone, the worst first, with the connection they stand before", async () => {
    const { service, fail } = world();
    await fail("con_1/a", 1);
    await fail("con_2/b/c", 2);
    await fail("con_9/z", 2, "ws_2");
    expect(await service.list(here)).toMatchObject([
      { name: "con_2/b/c", connectionId: "con_2", state: "open", failures: 2, lastError: "Acme is down." },
      { name: "con_1/a", connectionId: "con_1", state: "closed", failures: 1, retryAt: null },
    ]);
  });

  it("are put together over all processes: the worst counts", async () => {
    const others = [
      elsewhere({}),
      elsewhere({ since: 500, failures: 3 }),
      elsewhere({ workspaceId: "ws_2" }),
    ];
    const { service, fail } = world(others);
    await fail("con_1/a", 1);
    expect(await service.list(here)).toMatchObject([
      {
        state: "open",
        failures: 7,
        processes: 2,
        since: "1970-01-01T00:00:00.500Z",
        retryAt: "1970-01-01T00:00:09.000Z",
      },
    ]);
  });

  it("are tried at once in every process", async () => {
    const { service, heard, call, fail } = world();
    await fail("con_1/a", 2);
    expect(await call("con_1/a", "ws_1")).toMatchObject({ code: "circuit_open" });
    await service.tryNow(here, "provider:ws_1:con_1/a");
    expect(heard).toEqual([{ workspaceId: "ws_1", key: "provider:ws_1:con_1/a" }]);
    expect(await call("con_1/a", "ws_1")).toBe("fine");
    expect(await service.list(here)).toEqual([]);
  });

  it.each([["provider:ws_2:con_9/z"], ["provider:ws_1:con_1/none"]])(
    "are not tried where %s is no own one",
    async (key) => {
      const { service, heard, fail } = world();
      await fail("con_9/z", 2, "ws_2");
      await expect(service.tryNow(here, key)).rejects.toMatchObject({ code: "not_found" });
      expect(heard).toEqual([]);
    },
  );
});
