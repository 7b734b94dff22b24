import { type LookupAddress, type LookupAllOptions, lookup as systemLookup } from "node:dns";
import type { LookupFunction } from "node:net";
import { LRUCache } from "lru-cache";
import { Agent, buildConnector } from "undici";
import { AppError } from "@/workflows/errors/app-error";
import { bareHost } from "./host-name";
import type { Judge } from "./judge";
import type { Target } from "./refusals";

/** Resolves a name to all its addresses, as dns.lookup with `all` does. */
export type Resolve = (
  hostname: string,
  options: LookupAllOptions,
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

export interface AgentOptions {
  resolve?: Resolve;
  /** Longest wait for an open connection, names and TLS included. */
  connectTimeoutMs?: number;
  /** Longest silence inside a response body. */
  idleTimeoutMs?: number;
  /** Longest wait for the first byte of a response. */
  headersTimeoutMs?: number;
}

/** All names and values of an answer's headers together. */
const maxHeaderBytes = 16 * 1024;

/**
 * An undici agent that opens sockets only where the judge allows it. The address is judged after the name
 * was resolved and right before the socket connects to that very address, so a name that changes its
 * answer between check and use (DNS rebinding) gains nothing.
 */
export function createGuardedAgent(judge: Judge, options: AgentOptions = {}): Agent {
  const timeout = options.connectTimeoutMs ?? 10_000;
  const resolve = options.resolve ?? systemLookup;
  // One for each place, kept for its TLS sessions.
  const connectors = new LRUCache<string, buildConnector.connector, Omit<Target, "address">>({
    max: 200,
    memoMethod: (_place, _old, { context: { host, port } }) =>
      buildConnector({ timeout, lookup: guardedLookup(judge, host, port, resolve) }),
  });
  return new Agent({
    bodyTimeout: options.idleTimeoutMs ?? 120_000,
    headersTimeout: options.headersTimeoutMs ?? 300_000,
    maxHeaderSize: maxHeaderBytes,
    connect: (target, callback) => {
      const host = bareHost(target.hostname);
      const port = target.port || (target.protocol === "https:" ? "443" : "80");
      // A literal address is never looked up, so it is judged here.
      const refusal = judge.host({ host, port });
      if (refusal) return callback(refusal, null);
      return connectors.memo(`${host} ${port}`, { context: { host, port } })(target, callback);
    },
  });
}

/** Judges each address that a name stands for, before one of them is connected to. */
export function guardedLookup(judge: Judge, host: string, port: string, resolve: Resolve): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, "");
      for (const { address } of addresses) {
        const refusal = judge.address({ host, port, address });
        if (refusal) return callback(refusal, "");
      }
      const [first] = addresses;
      if (!first) return callback(noAddress(hostname), "");
      if (options.all) return callback(null, addresses);
      return callback(null, first.address, first.family);
    });
  };
}

function noAddress(hostname: string): AppError {
  return new AppError("http_failed", `The name ${hostname} has no address.`, { data: { host: hostname } });
}
