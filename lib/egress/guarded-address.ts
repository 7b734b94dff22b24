import { lookup as systemLookup } from "node:dns";
import { isIP } from "node:net";
import { guardedLookup, type Resolve } from "./connector";
import type { Place } from "./guarded-socket";
import { toHttpError } from "./http-error";
import type { Judge } from "./judge";

export interface GuardedAddress {
  address: string;
  /** 4 or 6. */
  family: number;
}

/**
 * Looks a name up once and judges what it stands for.
 * @throws AppError egress_refused, http_failed
 */
export function guardedAddress(
  judge: Judge,
  { host, port }: Place,
  resolve: Resolve = systemLookup,
): Promise<GuardedAddress> {
  const refusal = judge.host({ host, port: String(port) });
  if (refusal) return Promise.reject(refusal);
  const family = isIP(host);
  if (family !== 0) return Promise.resolve({ address: host, family });
  return new Promise((found, reject) => {
    guardedLookup(
      judge,
      host,
      String(port),
      resolve,
    )(host, {}, (error, address, kind) => {
      if (error) reject(toHttpError(error, `${host}:${port}`));
      else if (typeof address === "string") found({ address, family: kind ?? isIP(address) });
    });
  });
}
