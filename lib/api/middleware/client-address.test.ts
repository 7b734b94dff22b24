import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { clientAddress, stampClientAddress } from "./client-address";

function stamped(headers: Record<string, string>, trustProxy: boolean): string {
  const socket = new Socket();
  Object.defineProperty(socket, "remoteAddress", { value: "192.0.2.1" });
  const request = new IncomingMessage(socket);
  Object.assign(request.headers, headers);
  stampClientAddress(request, trustProxy);
  return clientAddress(new Headers({ "x-signalbox-client": String(request.headers["x-signalbox-client"]) }));
}

test.each([
  ["the peer", {}, false, "192.0.2.1"],
  ["the peer, whatever it claims", { "x-signalbox-client": "10.0.0.1" }, false, "192.0.2.1"],
  ["the peer, whoever it names", { "x-forwarded-for": "10.0.0.1" }, false, "192.0.2.1"],
  [
    "whom the proxy names, not whom the caller names",
    { "x-forwarded-for": "10.0.0.1, 203.0.113.9" },
    true,
    "203.0.113.9",
  ],
  ["the proxy if it names nobody", {}, true, "192.0.2.1"],
])("is %s", (_, headers: Record<string, string>, trustProxy, address) => {
  expect(stamped(headers, trustProxy)).toBe(address);
});
