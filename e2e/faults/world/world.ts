import { patiently } from "@/bench/lib/patiently";
import { testRun } from "@/e2e/fixtures/agents";
import { agentOf } from "@/e2e/fixtures/documents";
import { firstAdmin, type Session } from "@/e2e/fixtures/session";
import type { AgentSummary } from "@/lib/api/contract/agents";
import { createConnection } from "@/lib/api/contract/models";
import { type ProviderServer, startProviderServer } from "@/lib/models/testing/provider-server/server";
import type { GraphDocument } from "@/workflows/graph/document";
import type { JsonObject } from "@/workflows/graph/json";
import { type Cluster, startCluster } from "./cluster";
import { type Member, type MemberOptions, startMember } from "./members";
import { type Recorder, startRecorder } from "./recorder";

/** An installation of several processes, and the world around it that notes what they do. */
export interface World {
  cluster: Cluster;
  recorder: Recorder;
  provider: ProviderServer;
  webs: Member[];
  workers: Member[];
  /** The first administrator at the first web process. */
  admin: Session;
  web(): Member;
  /** Name of a model of the provider outside, as a node names it. */
  model(name: string): string;
  /** The same of a model that fails as its name says. */
  troubled(name: string): string;
  agent(name: string, document: GraphDocument): Promise<AgentSummary>;
  /** Starts a run, which counts as accepted from here on. */
  start(agent: AgentSummary, input?: JsonObject): Promise<string>;
  /** @param folder of another release; null: this one */
  addWorker(env?: Record<string, string>, folder?: string | null): Promise<Member>;
  addWeb(env?: Record<string, string>, folder?: string | null): Promise<Member>;
  /** Ends a process without warning; another one takes its place when asked to. */
  kill(member: Member): Promise<void>;
  /** Ends a process in good order. */
  stop(member: Member): Promise<void>;
  dispose(): Promise<void>;
}

const models = ["words-60-tps-60", "words-400-tps-60", "words-20", "words-25-tps-1", "words-600-tps-1"];
/** On a connection of their own: its troubles must not be taken for those of the others. */
const troubledModels = [
  "status-429",
  "status-500",
  "words-60-silent-10",
  "words-60-garbage-10",
  "words-60-cut-10",
  "silent-0",
];

export interface WorldOptions {
  webs?: number;
  workers?: number;
  cluster?: Cluster;
  env?: Record<string, string>;
  /** Folder of another release. */
  cwd?: string;
}

export async function createWorld(options: WorldOptions = {}): Promise<World> {
  const cluster = options.cluster ?? (await startCluster());
  try {
    return await populate(cluster, options);
  } catch (error) {
    await cluster.dispose();
    throw error;
  }
}

async function populate(cluster: Cluster, options: WorldOptions): Promise<World> {
  const { webs = 2, workers = 3, env = {} } = options;
  const [recorder, provider] = await Promise.all([startRecorder(), startProviderServer()]);
  const alive: { webs: Member[]; workers: Member[] } = { webs: [], workers: [] };
  let count = 0;
  const add = async (
    role: MemberOptions["role"],
    more: Record<string, string> = {},
    cwd: string | null = options.cwd ?? null,
  ) => {
    count += 1;
    const name = `${role}-${count}`;
    const member = await startMember(cluster, { role, name, env: { ...env, ...more }, cwd });
    (role === "web" ? alive.webs : alive.workers).push(member);
    return member;
  };
  const first = await add("web");
  const admin = await firstAdmin(first.url);
  const connect = (name: string, offered: string[]) =>
    admin.call(createConnection, {
      body: {
        provider: "openai-compatible",
        name,
        baseUrl: `${provider.url}/v1`,
        key: "none",
        models: offered,
        allowPrivate: true,
      },
    });
  const [connection, troubled] = await Promise.all([
    connect("Provider outside", models),
    connect("Provider in trouble", troubledModels),
  ]);
  await Promise.all([
    ...Array.from({ length: webs - 1 }, () => add("web")),
    ...Array.from({ length: workers }, () => add("worker")),
  ]);
  const remove = (member: Member, how: "SIGTERM" | "SIGKILL") => {
    for (const list of [alive.workers, alive.webs]) {
      if (list.includes(member)) list.splice(list.indexOf(member), 1);
    }
    return member.end(how);
  };
  let marks = 0;
  const world: World = {
    cluster,
    recorder,
    provider,
    ...alive,
    admin,
    web: () => first,
    model: (name) => `${connection.id}/${name}`,
    troubled: (name) => `${troubled.id}/${name}`,
    agent: (name, document) => agentOf(world.admin, name, document),
    start(agent, input) {
      marks += 1;
      const mark = `m${marks}`;
      return patiently(() => testRun(world.admin, agent, { q: mark, ...input }));
    },
    addWorker: (more, cwd) => add("worker", more, cwd),
    addWeb: (more, cwd) => add("web", more, cwd),
    kill: (member) => remove(member, "SIGKILL"),
    stop: (member) => remove(member, "SIGTERM"),
    async dispose() {
      for (const member of [...alive.workers, ...alive.webs]) member.signal("SIGCONT");
      await Promise.all([...alive.workers, ...alive.webs].map((member) => member.end("SIGKILL")));
      await Promise.all([recorder.close(), provider.close()]);
      await cluster.dispose();
    },
  };
  return world;
}
