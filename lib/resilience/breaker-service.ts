import type { z } from "zod";
import type { breakerSchema } from "@/lib/api/contract/outgoing";
import type { WorkspaceActor } from "@/lib/auth/actor";
import type { BusMessage } from "@/lib/realtime/bus";
import { AppError } from "@/workflows/errors/app-error";
import type { BreakerState } from "./breaker-state";
import type { Breakers } from "./breakers";

type Scope = Pick<WorkspaceActor, "workspaceId">;
export type SeenBreaker = z.infer<typeof breakerSchema>;

/** What people see of the circuit breakers of their workspace, and may do with them. */
export interface BreakerService {
  /** Those with failures, over all processes; the worst first. */
  list(actor: Scope): Promise<SeenBreaker[]>;
  /** Lets the next call through, in whichever process. @throws AppError not_found */
  tryNow(actor: Scope, key: string): Promise<void>;
}

export interface BreakerServiceParts {
  breakers: Breakers;
  bus: {
    breakerTried(message: BusMessage<"breaker">): void;
    subscribe(topic: "breaker", handler: (message: BusMessage<"breaker">) => void): () => void;
  };
  /** What the other processes told last. */
  others: () => Promise<BreakerState[]>;
}

export function createBreakerService({ breakers, bus, others }: BreakerServiceParts): BreakerService {
  bus.subscribe("breaker", ({ workspaceId, key }) => breakers.tryNow(workspaceId, key));
  const list = async ({ workspaceId }: Scope) => {
    const all = [...breakers.states(), ...(await others())];
    return merged(all.filter((state) => state.workspaceId === workspaceId));
  };
  return {
    list,
    async tryNow({ workspaceId }, key) {
      const known = await list({ workspaceId });
      if (!known.some((breaker) => breaker.key === key)) {
        throw new AppError("not_found", "There is no such circuit breaker, or its calls are answered again.");
      }
      bus.breakerTried({ workspaceId, key });
    },
  };
}

const rank: Readonly<Record<BreakerState["state"], number>> = { open: 0, half_open: 1, closed: 2 };

function merged(states: readonly BreakerState[]): SeenBreaker[] {
  const byKey = Map.groupBy(states, ({ key }) => key);
  return [...byKey.values()]
    .map(worst)
    .sort((one, other) => rank[one.state] - rank[other.state] || one.name.localeCompare(other.name));
}

/** Several processes' breakers for one other side as one: the worst of them. */
function worst(states: BreakerState[]): SeenBreaker {
  const sorted = states.toSorted(
    (one, other) => rank[one.state] - rank[other.state] || other.failures - one.failures,
  );
  const [first] = sorted;
  if (!first) throw new Error("A group has at least one member.");
  const alike = sorted.filter(({ state }) => state === first.state);
  const { key, kind, name, state, failures, lastError, retryAt } = first;
  return {
    key,
    kind,
    name,
    connectionId: kind === "provider" ? connectionOf(first) : null,
    state,
    failures,
    since: iso(Math.min(...alike.map(({ since }) => since))),
    lastError: lastError ?? null,
    retryAt: retryAt === undefined ? null : iso(retryAt),
    processes: alike.length,
  };
}

/** `provider:<workspace>:<connection>/<model>` */
function connectionOf({ key, workspaceId }: BreakerState): string {
  return key.slice(`provider:${workspaceId}:`.length).split("/")[0] ?? "";
}

const iso = (ms: number) => new Date(ms).toISOString();
