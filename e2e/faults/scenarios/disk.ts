import { execFileSync } from "node:child_process";
import { rmSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { temporaryDataDir } from "@/lib/db/testing/temporary-data-dir";
import type { Scenario } from "../scenario";
import { startCluster } from "../world/cluster";
import { under } from "../world/storm";
import { createWorld } from "../world/world";

/** The database's disk is a small one in memory, so that it can be filled to the last byte. */
export const disk: Scenario = {
  name: "disk",
  title:
    "a full disk under the database: runs wait, nothing is half saved, and all goes on when there is space",
  onlyLong: true,
  async play({ size, random, skip }) {
    const folder = temporaryDataDir();
    if (!mount(folder)) return skip("It needs the right to mount a file system.");
    const cluster = await startCluster(join(folder, "data"));
    const world = await createWorld({ webs: 1, workers: 2, cluster });
    try {
      const filler = join(folder, "filler");
      const { figures } = await under(world, random, async () => {
        await wait(3_000);
        fill(filler, folder);
        await wait(size === "short" ? 8_000 : 60_000);
        rmSync(filler);
        // Postgres stops where it cannot write its log; whoever makes space starts it again.
        await cluster.start().catch(() => {});
        await wait(2_000);
      });
      return figures;
    } finally {
      await world.dispose();
      execFileSync("umount", ["-l", folder]);
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

function mount(folder: string): boolean {
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=300m,mode=0755", "tmpfs", folder], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

function fill(file: string, folder: string): void {
  const piece = Buffer.alloc(1 << 20);
  try {
    for (;;) writeFileSync(file, piece, { flag: "a" });
  } catch {
    const { bavail, bsize } = statfsSync(folder);
    if (bavail * bsize > piece.length) throw new Error("The disk could not be filled");
  }
}
