import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

/** A way to a server over which nothing comes back while it is held: a client that is slow to read. */
export interface NarrowPipe {
  url: string;
  /** Reads no more of what the server sends, so that its socket fills up. */
  hold(): void;
  flow(): void;
  close(): Promise<void>;
}

export async function narrowPipe(port: number): Promise<NarrowPipe> {
  let held = false;
  const upstreams = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(port, "127.0.0.1");
    upstreams.add(upstream);
    client.pipe(upstream);
    upstream.pipe(client);
    if (held) upstream.unpipe(client).pause();
    upstream.on("flow", () => upstream.pipe(client));
    upstream.on("close", () => client.destroy());
    client.on("close", () => {
      upstreams.delete(upstream);
      upstream.destroy();
    });
    for (const end of [client, upstream]) end.on("error", () => {});
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port is free");
  return {
    url: `http://127.0.0.1:${address.port}`,
    hold() {
      held = true;
      for (const upstream of upstreams) upstream.unpipe().pause();
    },
    flow() {
      held = false;
      for (const upstream of upstreams) upstream.emit("flow");
    },
    async close() {
      for (const upstream of upstreams) upstream.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
