import { expect, test } from "vitest";
import { FakeClock } from "@/lib/runs/testing/fake-clock";
import { type RunChange, RunNews } from "./run-news";

/** News on a notifier that tests speak for. */
function listen() {
  const clock = new FakeClock();
  let say = (_payload: string) => {};
  let reconnect = () => {};
  const notifier = {
    on: (_channel: string, handler: (payload: string) => void) => {
      say = handler;
      return () => true;
    },
    onReconnect: (handler: () => void) => {
      reconnect = handler;
    },
  };
  const told: [string | null, readonly RunChange[]][] = [];
  new RunNews(notifier, clock).subscribe((workspaceId, changes) => told.push([workspaceId, changes]));
  return { told, clock, say: (payload: string) => say(payload), reconnect: () => reconnect() };
}

const change = (runId: string, status: RunChange["status"]): RunChange => ({ runId, agentId: "a", status });

test("the first change is told at once, what follows together and with each run's last status", async () => {
  const news = listen();
  news.say("w a r1 pending");
  expect(news.told).toEqual([["w", [change("r1", "pending")]]]);
  news.say("w a r1 running");
  news.say("w a r2 pending");
  news.say("w a r1 success");
  await news.clock.pass(249);
  expect(news.told).toHaveLength(1);
  await news.clock.pass(1);
  expect(news.told[1]).toEqual(["w", [change("r1", "success"), change("r2", "pending")]]);
});

test("hundreds of runs a second cost four messages, which name none of them", async () => {
  const news = listen();
  for (let ms = 0; ms < 1_000; ms += 2) {
    news.say(`w a r${ms} pending`);
    await news.clock.pass(2);
  }
  expect(news.told.length).toBeLessThanOrEqual(5);
  expect(news.told[1]).toEqual(["w", []]);
});

test("after a quiet time the next change is told at once again", async () => {
  const news = listen();
  news.say("w a r1 pending");
  await news.clock.pass(250);
  news.say("w a r1 running");
  expect(news.told[1]).toEqual(["w", [change("r1", "running")]]);
});

test("workspaces do not wait for each other, and unknown words are not passed on", () => {
  const news = listen();
  news.say("w a r1 pending");
  news.say("v a r2 pending");
  news.say("v a r2 dreaming");
  expect(news.told.map(([workspaceId]) => workspaceId)).toEqual(["w", "v"]);
});

test("after a lost connection everybody is told to look again", () => {
  const news = listen();
  news.reconnect();
  expect(news.told).toEqual([[null, []]]);
});
