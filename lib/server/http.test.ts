import { afterEach, expect, test } from "vitest";
import { type HttpServer, openHttpServer } from "./http";

const open: HttpServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close(100)));
});

async function start(port = 0): Promise<HttpServer> {
  const server = await openHttpServer({ host: "127.0.0.1", port, trustProxy: false });
  open.push(server);
  return server;
}

const ask = (server: HttpServer, path: string) =>
  fetch(`http://127.0.0.1:${server.port}${path}`, { headers: { connection: "close" } });

test("answers while the app is still starting", async () => {
  const server = await start();
  expect((await ask(server, "/health")).status).toBe(200);
  const other = await ask(server, "/ready");
  expect([other.status, other.headers.get("retry-after")]).toEqual([503, "2"]);
});

test("hands requests to the app, with the caller's address on them", async () => {
  const server = await start();
  server.serve((request, response) => response.end(String(request.headers["x-signalbox-client"])));
  expect(await (await ask(server, "/")).text()).toBe("127.0.0.1");
});

test("says which port is taken and what to do", async () => {
  const first = await start();
  await expect(start(first.port)).rejects.toThrow(
    `Port ${first.port} is taken by another program. Stop it, or choose another: PORT=${first.port + 1}`,
  );
});

test("closing does not wait for ever for a request that hangs", async () => {
  const server = await start();
  server.serve(() => {});
  const hanging = ask(server, "/").catch(() => "cut off");
  await new Promise((resolve) => server.server.once("request", resolve));
  await server.close(50);
  expect(await hanging).toBe("cut off");
});
