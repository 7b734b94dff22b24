import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { startEmbeddedPostgres } from "../embedded/embedded-postgres";
import { migrateDatabase } from "../migrate";
import { temporaryDataDir } from "./temporary-data-dir";

declare module "vitest" {
  export interface ProvidedContext {
    /** Where test databases are created. */
    testServerUrl: string;
    /** A migrated database to copy. */
    testTemplate: string;
  }
}

/** One server and one migrated template for the whole run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = process.env.TEST_DATABASE_URL ? external(process.env.TEST_DATABASE_URL) : await embedded();
  const template = `signalbox_template_${randomBytes(5).toString("hex")}`;
  await query(server.url, `create database ${template}`);
  const pool = new pg.Pool({ connectionString: withDatabase(server.url, template), max: 2 });
  await migrateDatabase(pool);
  await pool.end();
  project.provide("testServerUrl", server.url);
  project.provide("testTemplate", template);
  return async () => {
    await query(server.url, `drop database ${template}`);
    await server.stop();
  };
}

interface Server {
  url: string;
  stop(): Promise<void>;
}

function external(url: string): Server {
  return { url, stop: async () => {} };
}

async function embedded(): Promise<Server> {
  const folder = temporaryDataDir();
  const server = await startEmbeddedPostgres(folder);
  return {
    url: server.url,
    stop: async () => {
      await server.release();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function query(connectionString: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
