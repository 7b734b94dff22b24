import { type LookupAddress, type LookupAllOptions, lookup as systemLookup } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import { Agent, buildConnector } from "undici";
import { AppError } from "@/workflows/errors/app-error";
import { allowsAddress, allowsHost, bareHost, type EgressPolicy } from "./policy";

/** Resolves a name to all its addresses, as dns.lookup with `all` does. */
export type Resolve = (
  hostname: string,
  options: LookupAllOptions,
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

export interface AgentOptions {
  resolve?: Resolve;
  /** Longest silence inside a response body. */
  idleTimeoutMs?: number;
  /** Longest wait for the first byte of a response. */
  headersTimeoutMs?: number;
}

/**
 * An undici agent that opens sockets only where the policy allows it. The address is judged after the name
 * was resolved and right before the socket connects to that very address, so a name that changes its
 * answer between check and use (DNS rebinding) gains nothing.
 */
export function createGuardedAgent(policy: EgressPolicy, options: AgentOptions = {}): Agent {
  const plain = buildConnector({ timeout: 10_000 });
  const guarded = buildConnector({
    timeout: 10_000,
    lookup: guardedLookup(policy, options.resolve ?? systemLookup),
  });
  return new Agent({
    bodyTimeout: options.idleTimeoutMs ?? 120_000,
    headersTimeout: options.headersTimeoutMs ?? 300_000,
    connect: (target, callback) => {
      const host = bareHost(target.hostname);
      const port = target.port || (target.protocol === "https:" ? "443" : "80");
      if (allowsHost(policy, host, port)) return plain(target, callback);
      // A literal address is never looked up, so it is judged here.
      if (isIP(host) !== 0 && !allowsAddress(policy, host)) return callback(refused(host, host), null);
      return guarded(target, callback);
    },
  });
}

function guardedLookup(policy: EgressPolicy, resolve: Resolve): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, "");
      const bad = addresses.find((entry) => !allowsAddress(policy, entry.address));
      if (bad) return callback(refused(hostname, bad.address), "");
      const [first] = addresses;
      if (!first) return callback(noAddress(hostname), "");
      if (options.all) return callback(null, addresses);
      return callback(null, first.address, first.family);
    });
  };
}

function refused(host: string, address: string): AppError {
  const where = host === address ? host : `${host} (${address})`;
  return new AppError("egress_refused", `${where} is a private or reserved address, so it was not called.`, {
    hint: `Whoever runs this installation can allow it by adding ${host} to ALLOW_PRIVATE_NETWORK.`,
    data: { host, address },
  });
}

function noAddress(hostname: string): AppError {
  return new AppError("http_failed", `The name ${hostname} has no address.`, { data: { host: hostname } });
}
