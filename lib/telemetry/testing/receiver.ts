import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync } from "node:zlib";
import { type handleUnaryCall, Metadata, Server, ServerCredentials, status } from "@grpc/grpc-js";
import { type DecodedSpan, decodeJson, decodeProtobuf } from "./decoded";

export interface Received {
  path: string;
  headers: Record<string, string>;
  spans: DecodedSpan[];
}

/** What it says to a request; it takes it where nothing is said. */
export interface Said {
  /** Of HTTP or gRPC. */
  status?: number;
  body?: Uint8Array | string;
  type?: string;
  headers?: Record<string, string>;
}

/** A receiver of OTLP on loopback that decodes what it is sent. */
export interface TestReceiver {
  port: number;
  endpoint: string;
  received: Received[];
  /** Answers to the next requests, in order. */
  say: Said[];
  /** All spans that it took. */
  spans(): DecodedSpan[];
  close(): Promise<void>;
}

/** OTLP over HTTP, in protobuf or JSON. */
export async function httpReceiver(port = 0): Promise<TestReceiver> {
  const received: Received[] = [];
  const say: Said[] = [];
  const taken: DecodedSpan[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const sent = Buffer.concat(chunks);
      const body = request.headers["content-encoding"] === "gzip" ? gunzipSync(sent) : sent;
      const isJson = request.headers["content-type"] === "application/json";
      const spans = isJson ? decodeJson(body.toString()) : decodeProtobuf(body);
      received.push({ path: request.url ?? "", headers: plain(request.headers), spans });
      const said = say.shift() ?? {};
      const code = said.status ?? 200;
      if (code === 200) taken.push(...spans);
      response.writeHead(code, { "content-type": said.type ?? "application/x-protobuf", ...said.headers });
      response.end(said.body ?? "");
    });
  });
  await new Promise<void>((ready) => server.listen(port, "127.0.0.1", ready));
  const address = server.address() as AddressInfo;
  return {
    port: address.port,
    endpoint: `http://127.0.0.1:${address.port}`,
    received,
    say,
    spans: () => taken,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

const plain = (headers: IncomingHttpHeaders): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));

/** OTLP over gRPC, without encryption. */
export async function grpcReceiver(port = 0): Promise<TestReceiver> {
  const received: Received[] = [];
  const say: Said[] = [];
  const taken: DecodedSpan[] = [];
  const server = new Server();
  const take: handleUnaryCall<Buffer, Buffer> = (call, callback) => {
    const spans = decodeProtobuf(call.request);
    const headers = Object.fromEntries(
      Object.entries(call.metadata.getMap()).map(([name, value]) => [name, String(value)]),
    );
    received.push({ path: call.getPath(), headers, spans });
    const { status: code = status.OK, body = "" } = say.shift() ?? {};
    if (code !== status.OK) return callback({ code, details: String(body), metadata: new Metadata() });
    taken.push(...spans);
    return callback(null, Buffer.from(body));
  };
  const bytes = (value: Buffer) => value;
  const definition = {
    Export: {
      path: "/opentelemetry.proto.collector.trace.v1.TraceService/Export",
      requestStream: false,
      responseStream: false,
      requestSerialize: bytes,
      requestDeserialize: bytes,
      responseSerialize: bytes,
      responseDeserialize: bytes,
    },
  };
  server.addService(definition, { Export: take });
  const bound = await new Promise<number>((ready, fail) => {
    server.bindAsync(`127.0.0.1:${port}`, ServerCredentials.createInsecure(), (error, found) =>
      error ? fail(error) : ready(found),
    );
  });
  return {
    port: bound,
    endpoint: `http://127.0.0.1:${bound}`,
    received,
    say,
    spans: () => taken,
    close: async () => server.forceShutdown(),
  };
}
