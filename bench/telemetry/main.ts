import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { openWorld, type World } from "../engine/world";
import { fixed, printTable } from "../lib/table";
import { columns, rowsInTurns } from "./in-turns";

const atOnce = 20;

/** What traces cost the runs that they are of: keeping them, and sending them on. */
export async function measureTelemetry(baseUrl: string): Promise<void> {
  const world = await openWorld(atOnce, baseUrl);
  try {
    await measureKeeping(world, 1);
    await measureKeeping(world, atOnce);
    await measureSending(world);
  } finally {
    await world.close();
  }
}

async function measureKeeping(world: World, atOnce: number): Promise<void> {
  const rows = await rowsInTurns(world, atOnce, { turn: (mode) => world.turnTraces(mode === "on") });
  world.turnTraces(true);
  printTable(`Runs, ${atOnce} at once, with their traces kept or not, in turns`, columns, rows);
}

async function measureSending(world: World): Promise<void> {
  let bytes = 0;
  const receiver = createServer((request, response) => {
    request.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
    });
    request.on("end", () => response.end());
  });
  await new Promise<void>((ready) => receiver.listen(0, "127.0.0.1", ready));
  // A server that listens on a port has an address of this kind.
  const { port } = receiver.address() as AddressInfo;
  try {
    await world.sendTracesTo(`http://127.0.0.1:${port}`);
    const rows = await rowsInTurns(world, atOnce, {
      turn: (mode) => world.turnTelemetry(mode === "on"),
      settle: () => world.traceSender.flush(),
    });
    printTable(
      `Runs, ${atOnce} at once, their traces sent meanwhile or not, in turns (${fixed(bytes / 1e6)} MB sent)`,
      columns,
      rows,
    );
  } finally {
    receiver.closeAllConnections();
    await new Promise((done) => receiver.close(done));
  }
}
