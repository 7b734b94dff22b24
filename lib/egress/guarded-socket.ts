import { lookup as systemLookup } from "node:dns";
import { connect, type Socket } from "node:net";
import { AppError } from "@/workflows/errors/app-error";
import { guardedLookup, type Resolve } from "./connector";
import { causeCode, findAppError, networkReason } from "./http-error";
import type { Judge } from "./judge";

export interface Place {
  host: string;
  port: number;
}

/**
 * A plain connection for protocols other than HTTP. The address is judged after the name was resolved, and the socket
 * connects to that very address.
 * @throws AppError egress_refused, http_failed
 */
export function openGuardedSocket(
  judge: Judge,
  { host, port }: Place,
  { timeoutMs = 10_000, resolve = systemLookup }: { timeoutMs?: number; resolve?: Resolve } = {},
): Promise<Socket> {
  const refusal = judge.host({ host, port: String(port) });
  if (refusal) return Promise.reject(refusal);
  const { promise, resolve: opened, reject } = Promise.withResolvers<Socket>();
  const socket = connect({ host, port, lookup: guardedLookup(judge, host, String(port), resolve) });
  const fail = (error: Error) => {
    socket.destroy();
    reject(toSocketError(error, `${host}:${port}`));
  };
  socket.setTimeout(timeoutMs, () => fail(Object.assign(new Error("timeout"), { code: "ETIMEDOUT" })));
  socket.once("error", fail);
  socket.once("connect", () => {
    socket.off("error", fail);
    socket.setTimeout(0);
    opened(socket);
  });
  return promise;
}

function toSocketError(error: Error, place: string): AppError {
  const inner = findAppError(error);
  if (inner) return inner;
  const code = causeCode(error);
  return new AppError(
    "http_failed",
    `Could not reach ${place}: ${networkReason(code) ?? error.message}.`,
    { data: { host: place, code } },
    { cause: error },
  );
}
