import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { admin, signIn } from "@/e2e/fixtures/session";
import { answerInterrupt, listInterrupts } from "@/lib/api/contract/runs";
import { expectSound, type Scenario } from "../scenario";
import { approval, relay } from "../world/graphs";
import { until } from "../world/until";
import { judge } from "../world/verdict";
import { createWorld } from "../world/world";

/** Runs that began under the release before the last migration go on under this one. */
export const migration: Scenario = {
  name: "migration",
  title: "a migration under runs with pauses that are older than the release",
  onlyLong: true,
  async play({ size, skip }) {
    const older = olderRelease();
    if (!older) return skip("It needs the repository's history.");
    const count = size === "short" ? 10 : 100;
    const world = await createWorld({ webs: 1, workers: 1, cwd: older.folder });
    try {
      const { url } = world.recorder;
      const asking = await world.agent("Waits for a person", approval(url));
      const working = await world.agent("Works meanwhile", relay(url, { steps: 8, ms: 1_500 }));
      const waiting = await Promise.all(Array.from({ length: count }, () => world.start(asking)));
      const pauses = async () => (await world.admin.call(listInterrupts, { query: { limit: 200 } })).items;
      await until(async () => (await pauses()).length === count, 120_000);
      const running = await Promise.all(Array.from({ length: 5 }, () => world.start(working)));
      const [oldWeb, oldWorker] = [world.webs[0], world.workers[0]];
      if (!oldWeb || !oldWorker) throw new Error("The older release is not there");
      await Promise.all([world.stop(oldWeb), world.stop(oldWorker)]);
      const web = await world.addWeb({}, null);
      await world.addWorker({}, null);
      world.admin = await signIn(web.url, admin);
      for (const { id } of await pauses()) {
        await world.admin.call(answerInterrupt, { params: { id }, body: { answer: "approve" } });
      }
      const figures = expectSound(await judge(world, [...waiting, ...running], 120_000));
      return { release: older.commit, pauses: count, ...figures };
    } finally {
      await world.dispose();
      older.remove();
    }
  },
};

/** The release before the last migration, bundled beside this one, with this one's packages and screens. */
function olderRelease(): { folder: string; commit: string; remove(): void } | undefined {
  const git = (...args: string[]) =>
    execFileSync("git", args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  try {
    const added = git("log", "-1", "--diff-filter=A", "--format=%h", "--", "drizzle/migrations/*.sql");
    const commit = git("rev-parse", "--short", `${added}^`);
    const folder = join(mkdtempSync(join(tmpdir(), "signalbox-older-")), "release");
    git("worktree", "add", "--detach", folder, commit);
    for (const shared of ["node_modules", ".next"]) symlinkSync(resolve(shared), join(folder, shared));
    execFileSync(process.execPath, ["scripts/bundle.mjs"], { cwd: folder });
    return {
      folder,
      commit,
      remove: () => {
        git("worktree", "remove", "--force", folder);
        rmSync(join(folder, ".."), { recursive: true, force: true });
      },
    };
  } catch {
    return undefined;
  }
}
