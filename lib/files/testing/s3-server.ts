import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { S3Options } from "../s3-store";

/** What S3 does of objects, on loopback: it checks the signature of each request as AWS says it is made. */
export async function startS3Server(options: Omit<S3Options, "endpoint">) {
  const objects = new Map<string, Buffer>();
  let failures = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const refuse = (status: number, code: string) =>
        response.writeHead(status).end(`<Error><Code>${code}</Code></Error>`);
      const body = Buffer.concat(chunks);
      const key = request.url ?? "";
      if (failures > 0) {
        failures -= 1;
        return refuse(503, "SlowDown");
      }
      if (!isSigned(request, body, options)) return refuse(403, "SignatureDoesNotMatch");
      if (!key.startsWith(`/${options.bucket}/`)) return refuse(404, "NoSuchBucket");
      if (request.method === "PUT") objects.set(key, body);
      if (request.method === "DELETE") objects.delete(key);
      if (request.method !== "GET") return response.writeHead(request.method === "PUT" ? 200 : 204).end();
      const found = objects.get(key);
      return found ? response.end(found) : refuse(404, "NoSuchKey");
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    objects,
    failNext: (times: number) => {
      failures = times;
    },
    close: () => new Promise<void>((done) => server.close(() => done())),
  };
}

const sha256 = (data: Buffer | string) => createHash("sha256").update(data).digest("hex");
const hmac = (key: Buffer | string, data: string) => createHmac("sha256", key).update(data).digest();

/** AWS Signature Version 4, from the request as it arrived (docs.aws.amazon.com/AmazonS3: sig-v4-header-based-auth). */
function isSigned(
  { method = "", url = "", headers }: IncomingMessage,
  body: Buffer,
  { accessKeyId, secretAccessKey, region }: Omit<S3Options, "endpoint">,
): boolean {
  const said = /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=(\w+)$/.exec(
    headers.authorization ?? "",
  );
  if (!said) return false;
  const [, credential = "", names = "", signature] = said;
  const time = String(headers["x-amz-date"]);
  const scope = `${time.slice(0, 8)}/${region}/s3/aws4_request`;
  const hash = String(headers["x-amz-content-sha256"]);
  if (hash !== "UNSIGNED-PAYLOAD" && hash !== sha256(body)) return false;
  const canonical = [
    method,
    url.split("?")[0],
    "",
    ...names.split(";").map((name) => `${name}:${String(headers[name]).trim()}`),
    "",
    names,
    hash,
  ].join("\n");
  const toSign = ["AWS4-HMAC-SHA256", time, scope, sha256(canonical)].join("\n");
  const key = [region, "s3", "aws4_request"].reduce<Buffer>(
    (made, part) => hmac(made, part),
    hmac(`AWS4${secretAccessKey}`, time.slice(0, 8)),
  );
  return credential === `${accessKeyId}/${scope}` && signature === hmac(key, toSign).toString("hex");
}
