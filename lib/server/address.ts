import type { Env } from "@/lib/env";

/** Where people and other systems reach the installation; without a public address, on this machine alone. */
export function addressFor(env: Pick<Env, "publicUrl" | "host">, port: number): string {
  if (env.publicUrl) return env.publicUrl;
  const isEverywhere = ["0.0.0.0", "::", "127.0.0.1", "::1"].includes(env.host);
  return `http://${isEverywhere ? "localhost" : env.host}:${port}`;
}
