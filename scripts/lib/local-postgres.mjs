import { Socket } from "node:net";

/**
 * Where the database tests may run a second time: TEST_DATABASE_URL, or a Postgres that answers here and lets
 * us create databases.
 * @returns {Promise<string | undefined>}
 */
export async function localPostgres() {
  if (process.env.TEST_DATABASE_URL) return process.env.TEST_DATABASE_URL;
  const url = "postgres://postgres@127.0.0.1:5432/postgres";
  return (await listens("127.0.0.1", 5432)) && (await mayCreate(url)) ? url : undefined;
}

/**
 * @param {string} host
 * @param {number} port
 * @returns {Promise<boolean>}
 */
function listens(host, port) {
  return new Promise((resolve) => {
    const socket = new Socket();
    /** @param {boolean} answer */
    const done = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(1000, () => done(false));
    socket.once("error", () => done(false));
    socket.connect(port, host, () => done(true));
  });
}

/** @param {string} connectionString */
async function mayCreate(connectionString) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 2000 });
  try {
    await client.connect();
    const found = await client.query("select rolcreatedb from pg_roles where rolname = current_user");
    return found.rows[0]?.rolcreatedb === true;
  } catch {
    return false;
  } finally {
    await client.end();
  }
}
