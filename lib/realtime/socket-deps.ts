import type { ResolveActor } from "@/lib/auth/resolve-actor";
import type { Database } from "@/lib/db/database";
import type { Log } from "@/lib/log/log";
import type { RunService } from "@/lib/runs/service/run-service";
import type { Bus } from "./bus";
import type { RunNews } from "./run-news";

/** What the live connections are served from. */
export interface SocketDeps {
  runs: Pick<RunService, "subscribe" | "get">;
  bus: Bus;
  news: RunNews;
  db: Database;
  actorOf: ResolveActor;
  /** Where browsers reach the installation, if a proxy changes the Host header. */
  publicUrl?: string | undefined;
  log: Log;
}
