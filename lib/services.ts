import type { NextAuthOptions } from "next-auth";
import type { Actor } from "./auth/actor";

/** What Next's routes and pages may ask of the server process. Everything else stands behind the API. */
export interface Services {
  /** The whole HTTP API (Hono). */
  api(request: Request): Promise<Response>;
  /** Who sends these headers: session cookie, API key or visitor cookie. */
  actorOf(headers: Headers): Promise<Actor | null>;
  /** No user exists yet. */
  needsSetup(): Promise<boolean>;
  authOptions: NextAuthOptions;
}

// Next bundles its own copy of every module, so the one set of services lives on globalThis.
const key = Symbol.for("signalbox.services");
const holder: typeof globalThis & { [key]?: Services } = globalThis;

export function setServices(services: Services): void {
  holder[key] = services;
}

/** The services of this process. Throws if asked before the server has composed them: a bug. */
export function getServices(): Services {
  const services = holder[key];
  if (!services) throw new Error("Services are not composed yet: start the app through server.ts");
  return services;
}
