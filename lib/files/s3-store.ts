import { AwsClient } from "aws4fetch";
import { AppError } from "@/workflows/errors/app-error";
import type { BlobStore } from "./blob-store";

export interface S3Options {
  /** `https://s3.eu-central-1.amazonaws.com`, or a server that speaks the same. */
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

const timeoutMs = 60_000;

/** Contents in a bucket, addressed by path (`endpoint/bucket/key`), signed with AWS Signature Version 4. */
export function s3Store({ endpoint, bucket, region, accessKeyId, secretAccessKey }: S3Options): BlobStore {
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: "s3", retries: 2 });
  const send = async (method: string, key: string, bytes?: Uint8Array) => {
    const url = `${endpoint.replace(/\/$/, "")}/${bucket}/${key}`;
    const signal = AbortSignal.timeout(timeoutMs);
    const body = bytes && Uint8Array.from(bytes);
    const response = await client
      .fetch(url, { method, signal, ...(body && { body }) })
      .catch((cause: unknown) => {
        throw failed(method, "it cannot be reached", cause);
      });
    if (response.ok) return response;
    const said = /<Code>([\w.]+)<\/Code>/.exec(await response.text())?.[1];
    if (method === "DELETE" && response.status === 404) return response;
    throw failed(method, `it answered ${response.status}${said ? ` ${said}` : ""}`);
  };
  return {
    async put(key, bytes) {
      await send("PUT", key, bytes);
    },
    async get(key) {
      return new Uint8Array(await (await send("GET", key)).arrayBuffer());
    },
    async delete(key) {
      await send("DELETE", key);
    },
  };
}

const doing: Readonly<Record<string, string>> = { PUT: "written to", GET: "read from", DELETE: "deleted in" };

function failed(method: string, why: string, cause?: unknown): AppError {
  return new AppError(
    "unavailable",
    `A file could not be ${doing[method]} the bucket: ${why}.`,
    {},
    { cause },
  );
}
