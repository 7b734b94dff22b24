import { Bus } from "@/lib/realtime/bus";
import { RunHub } from "@/lib/realtime/hub";
import { Notifier } from "@/lib/realtime/notifier";
import { RunNews } from "@/lib/realtime/run-news";
import type { Core } from "./core";

/** What processes tell each other through Postgres, and what is passed on inside this one. */
export interface Live {
  notifier: Notifier;
  bus: Bus;
  hub: RunHub;
  news: RunNews;
}

export async function createLive({ database, log }: Core): Promise<Live> {
  const notifier = new Notifier({ url: database.url, log });
  await notifier.start();
  const send = (channel: string, payload: string) =>
    database.pool.query("select pg_notify($1, $2)", [channel, payload]);
  return {
    notifier,
    bus: new Bus(notifier, send, log),
    hub: new RunHub(notifier),
    news: new RunNews(notifier),
  };
}
